"""Briefs with their versions, verdicts, decisions and corrections, and what the site shows of them."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from prism.adapters.archive import schema
from prism.adapters.archive.base import Part, chunks, put_notes, upsert
from prism.adapters.archive.codecs import decode, encode, micros, moment
from prism.adapters.archive.engine import reading, writing
from prism.adapters.archive.grouping import story_of
from prism.model import Action, Brief, Correction, Decision, FactSheet, Story, Teaser, Verdict, Version
from prism.ports import Published, Work

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.engine import Connection

_PAGE = 200
_MICROSECOND = timedelta(microseconds=1)
_ON_SITE = (Action.PUBLISH.value, Action.CORRECT.value, Action.WITHDRAW.value)
_LATEST = sa.and_(
    schema.brief_versions.c.brief_id == schema.briefs.c.id, schema.brief_versions.c.version == schema.briefs.c.version
)


_WAITS_NOW = sa.and_(
    schema.stories.c.id == schema.waits.c.story_id,
    schema.stories.c.revision == schema.waits.c.revision,
    schema.stories.c.merged_into.is_(None),
)


class WritingPart(Part):
    """`Archive`'s methods about briefs."""

    def briefs_due(
        self,
        locales: Sequence[str],
        now: datetime,  # noqa: ARG002  (a model's retry times will be held against it)
        limit: int,
        *,
        again: Collection[str] = (),
        writer: str = "",
        within: timedelta | None = None,
    ) -> tuple[tuple[str, str], ...]:
        """(story id, locale) whose brief is missing or behind the story's revision, and that do not wait at it.

        Those that wait for a reason in `again` are due all the same. With `writer`, so are those whose brief another wrote,
        as long as the story is not older than `within` before the latest one.
        """
        story, brief, wait = schema.stories.c, schema.briefs.c, schema.waits.c
        missing = sa.or_(brief.id.is_(None), brief.story_revision < story.revision)
        if writer:
            other = brief.writer != writer
            if within is not None:
                latest = sa.select(sa.func.max(schema.stories.alias().c.last_seen_at)).scalar_subquery()
                other = sa.and_(other, story.last_seen_at >= latest - within // _MICROSECOND)
            missing = sa.or_(missing, other)
        found: list[tuple[str, str]] = []
        with reading(self._engine) as connection:
            for locale in locales:
                joined = schema.stories.outerjoin(
                    schema.briefs, sa.and_(brief.story_id == story.id, brief.locale == locale)
                ).outerjoin(schema.waits, sa.and_(wait.story_id == story.id, wait.locale == locale))
                rows = connection.execute(
                    sa.select(story.id)
                    .select_from(joined)
                    .where(
                        story.merged_into.is_(None),
                        story.due == sa.false(),
                        story.revision > 0,
                        missing,
                        sa.or_(wait.story_id.is_(None), wait.revision < story.revision, wait.reason.in_(list(again))),
                    )
                    .order_by(story.last_seen_at.desc(), story.id)
                    .limit(limit - len(found))
                )
                found.extend((story_id, locale) for story_id in rows.scalars())
        return tuple(found)

    def put_wait(self, story_id: str, locale: str, revision: int, reason: str, *, stands: bool = False) -> None:
        """No brief can be written of this revision for this edition; `reason` is a message id."""
        row = {"story_id": story_id, "locale": locale, "revision": revision, "reason": reason, "stands": stands}
        with writing(self._engine) as connection:
            known = connection.execute(
                sa.select(schema.waits).where(
                    *(schema.waits.c[name] == value for name, value in row.items())  # nothing new: nothing written
                )
            ).first()
            if known is None:
                upsert(connection, schema.waits, [row])

    def waits(self, locale: str) -> tuple[tuple[str, str], ...]:
        """(story id, reason) of the stories that wait at their current revision with no brief standing in."""
        wait = schema.waits.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(wait.story_id, wait.reason)
                .join(schema.stories, _WAITS_NOW)
                .where(wait.locale == locale, wait.stands == sa.false())
                .order_by(schema.stories.c.last_seen_at.desc(), wait.story_id)
            )
            return tuple((story_id, reason) for story_id, reason in rows)

    def waiting(self) -> Mapping[tuple[str, bool], int]:
        """How many editions of stories wait, by reason and by whether a brief stands in meanwhile."""
        wait = schema.waits.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(wait.reason, wait.stands, sa.func.count())
                .join(schema.stories, _WAITS_NOW)
                .group_by(wait.reason, wait.stands)
                .order_by(wait.reason, wait.stands)
            )
            return {(reason, bool(stands)): count for reason, stands, count in rows}

    def put_brief(self, brief: Brief, facts: FactSheet, at: datetime) -> None:
        """Store a version with its sheet; the same version again replaces it and its verdicts are due anew."""
        with writing(self._engine) as connection:
            _store_brief(connection, brief, facts, at)

    def put_decided(
        self,
        brief: Brief,
        facts: FactSheet,
        at: datetime,
        *,
        verdicts: Sequence[Verdict],
        decision: Decision,
        correction: Correction | None,
    ) -> None:
        """Store a version together with what was found and decided about it."""
        with writing(self._engine) as connection:
            _store_brief(connection, brief, facts, at)
            _store_verdicts(connection, brief, verdicts, decision, correction)

    def briefs_unchecked(self, limit: int) -> tuple[Work, ...]:
        """Versions without verdicts."""
        table = schema.brief_versions.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(schema.brief_versions)
                .join(schema.briefs, _LATEST)
                .where(table.checked == sa.false())
                .order_by(table.at, table.brief_id)
                .limit(limit)
            )
            return tuple(map(_work, rows))

    def put_verdicts(
        self, brief: Brief, verdicts: Sequence[Verdict], decision: Decision, correction: Correction | None
    ) -> None:
        """Store what was found and decided about a version."""
        with writing(self._engine) as connection:
            _store_verdicts(connection, brief, verdicts, decision, correction)

    def work(self, brief_id: str, version: int | None = None) -> Work | None:
        """A version, the latest if None."""
        table = schema.brief_versions.c
        query = sa.select(schema.brief_versions).where(table.brief_id == brief_id)
        query = query.where(table.version == version) if version else query.order_by(table.version.desc()).limit(1)
        with reading(self._engine) as connection:
            row = connection.execute(query).first()
            return _work(row) if row else None

    def published_work(self, brief_id: str) -> Work | None:
        """The latest version that was published, corrected or withdrawn."""
        table = schema.brief_versions.c
        with reading(self._engine) as connection:
            row = connection.execute(
                sa.select(schema.brief_versions)
                .where(table.brief_id == brief_id, table.action.in_(_ON_SITE))
                .order_by(table.version.desc())
                .limit(1)
            ).first()
            return _work(row) if row else None

    def published(self, brief_ids: Iterable[str]) -> Mapping[str, Published]:
        """All that is known of published briefs, by id; those that were not published are left out.

        A few questions for many briefs: to ask for each by itself takes three times as long.
        """
        table, correction, story = schema.brief_versions.c, schema.corrections.c, schema.stories.c
        versions: dict[str, list[sa.Row[Any]]] = {}
        corrections: dict[str, list[Correction]] = {}
        stories: dict[str, Story] = {}
        with reading(self._engine) as connection:
            for ids in chunks(brief_ids):
                for row in connection.execute(
                    sa.select(schema.brief_versions)
                    .where(table.brief_id.in_(ids), table.action.in_(_ON_SITE))
                    .order_by(table.brief_id, table.version)
                ):
                    versions.setdefault(row.brief_id, []).append(row)
                for row in connection.execute(
                    sa.select(correction.brief_id, correction.body)
                    .where(correction.brief_id.in_(ids))
                    .order_by(correction.at, correction.version)
                ):
                    corrections.setdefault(row.brief_id, []).append(decode(Correction, row.body))
            works = {brief_id: _work(rows[-1]) for brief_id, rows in versions.items()}
            for ids in chunks(dict.fromkeys(work.brief.story_id for work in works.values())):
                for row in connection.execute(
                    sa.select(story.id, story.body, story.merged_into, story.last_seen_at).where(story.id.in_(ids))
                ):
                    if found := story_of(row):
                        stories[found.id] = found
        return {
            brief_id: Published(
                work,
                stories.get(work.brief.story_id),
                _history(versions[brief_id], work.brief),
                tuple(corrections.get(brief_id, ())),
            )
            for brief_id, work in works.items()
        }

    def history(self, brief_id: str) -> tuple[Version, ...]:
        """The versions that were published, oldest first."""
        table = schema.brief_versions.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(table.version, table.body, table.action, table.published_at)
                .where(table.brief_id == brief_id, table.action.in_(_ON_SITE))
                .order_by(table.version)
            ).all()
        return _history(rows)

    def corrections(self, brief_id: str) -> tuple[Correction, ...]:
        """Oldest first."""
        table = schema.corrections.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(table.body).where(table.brief_id == brief_id).order_by(table.at, table.version)
            )
            return tuple(decode(Correction, body) for body in rows.scalars())

    def iterate_work(self, locale: str | None = None) -> Iterator[Work]:
        """The latest version of every brief, streamed."""
        last = ""
        while True:
            query = (
                sa.select(schema.brief_versions)
                .join(schema.briefs, _LATEST)
                .where(schema.briefs.c.id > last)
                .order_by(schema.briefs.c.id)
                .limit(_PAGE)
            )
            if locale:
                query = query.where(schema.briefs.c.locale == locale)
            with reading(self._engine) as connection:
                rows = connection.execute(query).all()
            yield from map(_work, rows)
            if len(rows) < _PAGE:
                return
            last = rows[-1].brief_id

    def held(self) -> tuple[Work, ...]:
        """Latest versions that the desk holds back."""
        table = schema.brief_versions.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(schema.brief_versions)
                .join(schema.briefs, _LATEST)
                .where(table.action == Action.HOLD.value)
                .order_by(table.at, table.brief_id)
            )
            return tuple(map(_work, rows))

    def unpublished(self, locale: str) -> tuple[str, ...]:
        """Ids of briefs with a publishing decision that the site does not show yet."""
        table = schema.briefs.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(table.id).where(table.locale == locale, table.site_due == sa.true()).order_by(table.id)
            )
            return tuple(rows.scalars())

    def teasers(self, locale: str) -> tuple[Teaser, ...]:
        """Of all briefs on the site, in no order."""
        table = schema.briefs.c
        with reading(self._engine) as connection:
            rows = connection.execute(sa.select(table.teaser).where(table.locale == locale, table.teaser.is_not(None)))
            return tuple(decode(Teaser, body) for body in rows.scalars())

    def put_published(self, shown: Mapping[str, Sequence[Teaser]], notes: Mapping[str, str]) -> None:
        """The site shows these versions now, by locale."""
        table = schema.briefs.c
        with writing(self._engine) as connection:
            update = (
                sa.update(schema.briefs)
                .where(table.id == sa.bindparam("of"))
                .values(
                    teaser=sa.bindparam("body"), site_due=sa.and_(table.site_due, table.version != sa.bindparam("at"))
                )
            )
            teasers = itertools.chain.from_iterable(shown.values())
            while some := list(itertools.islice(teasers, _PAGE)):
                connection.execute(
                    update, [{"of": one.brief_id, "body": encode(one), "at": one.version} for one in some]
                )
            put_notes(connection, notes)


def _history(rows: Sequence[Any], known: Brief | None = None) -> tuple[Version, ...]:
    """The versions of one brief (rows of version, body, action, published_at); `known` is the one that was read already."""
    found = []
    for row in rows:
        brief = known if known and known.version == row.version else decode(Brief, row.body)
        said = tuple(sentence.text for _, sentence in brief.sentences())
        at = moment(row.published_at)
        found.append(Version(brief.version, at, row.action, brief.changes, brief.headline.text, said))
    return tuple(found)


def _work(row: sa.Row[Any]) -> Work:
    return Work(
        brief=decode(Brief, row.body),
        facts=decode(FactSheet, row.facts),
        verdicts=decode(tuple[Verdict, ...], row.verdicts) if row.verdicts else None,
        decision=decode(Decision, row.decision) if row.decision else None,
        at=moment(row.at),
    )


def _store_brief(connection: Connection, brief: Brief, facts: FactSheet, at: datetime) -> None:
    head = {
        "id": brief.id,
        "story_id": brief.story_id,
        "locale": brief.locale,
        "version": brief.version,
        "story_revision": brief.story_revision,
        "writer": brief.provenance.writer,
    }
    upsert(connection, schema.briefs, [head])
    row = {
        "brief_id": brief.id,
        "version": brief.version,
        "body": encode(brief),
        "facts": encode(facts),
        "verdicts": None,
        "decision": None,
        "action": None,
        "at": micros(at),
        "checked": False,
    }
    upsert(connection, schema.brief_versions, [row], keep=("at",))
    wait = schema.waits.c
    connection.execute(sa.delete(schema.waits).where(wait.story_id == brief.story_id, wait.locale == brief.locale))


def _store_verdicts(
    connection: Connection,
    brief: Brief,
    verdicts: Sequence[Verdict],
    decision: Decision,
    correction: Correction | None,
) -> None:
    table = schema.brief_versions.c
    published = decision.action.value in _ON_SITE
    values: dict[str, Any] = {
        "verdicts": encode(tuple(verdicts), tuple[Verdict, ...]),
        "decision": encode(decision),
        "action": decision.action.value,
        "checked": True,
    }
    if published:
        values["published_at"] = sa.func.coalesce(table.published_at, micros(decision.at))
    connection.execute(
        sa.update(schema.brief_versions)
        .where(table.brief_id == brief.id, table.version == brief.version)
        .values(**values)
    )
    if published:
        connection.execute(sa.update(schema.briefs).where(schema.briefs.c.id == brief.id).values(site_due=True))
    if correction:
        row = {
            "brief_id": brief.id,
            "version": brief.version,
            "at": micros(correction.at),
            "body": encode(correction),
        }
        upsert(connection, schema.corrections, [row])
