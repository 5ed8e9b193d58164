"""The ledger of completions, the prompts that wait for one, what was spent, and what names are called."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from prism.adapters.archive import schema
from prism.adapters.archive.base import Part, chunks, upsert
from prism.adapters.archive.codecs import decode, encode, micros, moment
from prism.adapters.archive.engine import reading, writing
from prism.model import Article, Asked, Brief, Citation, Completion, Prompt, Spent, Tally, derived_id, prompt_key
from prism.ports import Awaited, Reserved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.engine import Connection

_DAY = 86_400_000_000
_LONGEST_KEY = 200
_PAGE = 200


class LedgerPart(Part):
    """`Archive`'s methods about what models were asked."""

    def completion(self, key: str) -> Completion | None:
        """From the ledger."""
        with reading(self._engine) as connection:
            body = connection.execute(
                sa.select(schema.completions.c.body).where(schema.completions.c.key == key)
            ).scalar()
            return decode(Completion, body) if body else None

    def put_completion(
        self, key: str, completion: Completion, asked: Asked, at: datetime, *, batch: bool = False
    ) -> bool:
        """Into the ledger, before it is used. False where it has an answer already, which stays."""
        return self.put_completions([(key, completion, asked)], at, batch=batch) == 1

    def put_completions(
        self, answers: Sequence[tuple[str, Completion, Asked]], at: datetime, *, batch: bool = False
    ) -> int:
        """Several at once, in one transaction; returns how many were new. What waited for them waits no more."""
        with writing(self._engine) as connection:
            new = 0
            for key, completion, asked in answers:
                row = {
                    "key": key,
                    "body": encode(completion),
                    "dollars": completion.dollars,
                    "model": completion.model[:_LONGEST_KEY],
                    "purpose": asked.purpose,
                    "locale": asked.locale,
                    "story_id": asked.story_id,
                    "revision": asked.revision,
                    "at": micros(at),
                    "tokens_in": completion.tokens_in,
                    "tokens_out": completion.tokens_out,
                    "batch": batch,
                }
                new += _insert_new(connection, schema.completions, row)
            for some in chunks(key for key, _, _ in answers):
                connection.execute(sa.delete(schema.awaited).where(schema.awaited.c.key.in_(some)))
            return new

    def spent(self, since: datetime, *, calls_only: bool = False) -> tuple[Spent, ...]:
        """By day (UTC), purpose, edition and model, from a moment on; with `calls_only`, without what came in files."""
        table = schema.completions.c
        # Integer division of both databases; times before 1970 are none of the ledger's.
        day = sa.cast(table.at - table.at % _DAY, sa.BigInteger).label("day")
        by = (day, table.purpose, table.locale, table.model)
        query = sa.select(*by, *_SUMS).where(table.at >= micros(since)).group_by(*by).order_by(*by)
        if calls_only:
            query = query.where(table.batch == sa.false())
        with reading(self._engine) as connection:
            return tuple(
                Spent(
                    moment(row.day).astimezone(UTC).date(),
                    row.purpose,
                    row.locale,
                    row.model,
                    int(row.calls),
                    int(row.tokens_in),
                    int(row.tokens_out),
                    float(row.dollars),
                )
                for row in connection.execute(query)
            )

    def spent_on_stories(self, since: datetime) -> Mapping[str, tuple[int, float]]:
        """Story id → tokens in and out and dollars of its calls from a moment on, without what came in files."""
        table = schema.completions.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(table.story_id, sa.func.sum(table.tokens_in + table.tokens_out), sa.func.sum(table.dollars))
                .where(table.at >= micros(since), table.batch == sa.false(), table.story_id != "")
                .group_by(table.story_id)
            )
            return {story_id: (int(tokens), float(dollars)) for story_id, tokens, dollars in rows}

    def reserve(
        self, owner: int, held: Mapping[str, tuple[float, float]], settled: int, at: datetime, until: datetime
    ) -> Reserved:
        """Say what the calls under way of one run may cost; learn what those of the others may. One transaction, one at a time."""
        table = schema.reservations.c
        rows = [
            {
                "about": about,
                "tokens": tokens,
                "dollars": dollars,
                "settled": 0 if about else settled,
                "until": micros(until),
            }
            for about, (tokens, dollars) in held.items()
            if tokens > 0 or dollars > 0 or not about
        ]
        with writing(self._engine) as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(sa.text("LOCK TABLE reservations IN SHARE ROW EXCLUSIVE MODE"))
            if not owner:
                owner = int(connection.execute(sa.select(sa.func.max(table.owner))).scalar() or 0) + 1
            mine = table.owner == owner
            gone = sa.or_(sa.and_(mine, table.about.in_(held)), table.until < micros(at) - _DAY)
            connection.execute(sa.delete(schema.reservations).where(gone))
            connection.execute(sa.update(schema.reservations).where(mine).values(until=micros(until)))
            upsert(connection, schema.reservations, [{"owner": owner, **row} for row in rows])
            theirs = connection.execute(
                sa.select(table.about, sa.func.sum(table.tokens), sa.func.sum(table.dollars))
                .where(~mine, table.until > micros(at), table.about.in_(held))
                .group_by(table.about)
            ).all()
            ended = connection.execute(sa.select(sa.func.sum(table.settled)).where(~mine)).scalar()
        sums = {about: (float(tokens), float(dollars)) for about, tokens, dollars in theirs}
        return Reserved(owner, sums, int(ended or 0))

    # -- prompts that wait -----------------------------------------------------------------------------------------
    def put_awaited(self, awaited: Sequence[Awaited]) -> None:
        """Briefs wait for these prompts; what they waited for before is forgotten."""
        rows = [
            {
                "story_id": one.asked.story_id,
                "locale": one.locale,
                "key": prompt_key(one.prompt),
                "revision": one.asked.revision,
                "weight": one.weight,
                "asked": encode(one.asked),
                "prompt": zlib.compress(encode(one.prompt).encode(), 6),
            }
            for one in awaited
        ]
        if rows:
            with writing(self._engine) as connection:
                upsert(connection, schema.awaited, rows)

    def awaited(self) -> Iterator[tuple[str, Awaited]]:
        """Key and prompt of all that wait for an answer, each prompt once, most important first, streamed.

        Prompts of stories that have a newer revision are left out: nobody waits for them.
        """
        table, story = schema.awaited.c, schema.stories.c
        stands = sa.and_(story.id == table.story_id, story.revision == table.revision, story.merged_into.is_(None))
        with reading(self._engine) as connection:
            heaviest = sa.func.max(table.weight)
            keys = connection.execute(
                sa.select(table.key)
                .join(schema.stories, stands)
                .group_by(table.key)
                .order_by(heaviest.desc(), table.key)
            ).scalars()
            ordered = list(keys)
        for start in range(0, len(ordered), _PAGE):
            page = ordered[start : start + _PAGE]
            with reading(self._engine) as connection:
                rows = connection.execute(
                    sa.select(schema.awaited).where(table.key.in_(page)).order_by(table.weight, table.locale)
                ).all()
            found = {row.key: row for row in rows}
            for key in page:
                if key in found:
                    yield key, _awaited(found[key])

    def awaited_by(self, keys: Iterable[str]) -> Mapping[str, Asked]:
        """Of these keys those that something waits for, and what they were asked for."""
        table = schema.awaited.c
        found: dict[str, Asked] = {}
        with reading(self._engine) as connection:
            for some in chunks(keys):
                rows = connection.execute(sa.select(table.key, table.asked).where(table.key.in_(some)))
                found.update((key, decode(Asked, asked)) for key, asked in rows)
        return found

    def still_awaited(self) -> Mapping[tuple[str, str], float]:
        """(story id, locale) of the briefs that wait for a prompt of their story's current revision → weight."""
        table, story = schema.awaited.c, schema.stories.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(table.story_id, table.locale, table.weight).join(
                    schema.stories, sa.and_(story.id == table.story_id, story.revision == table.revision)
                )
            )
            return {(story_id, locale): float(weight) for story_id, locale, weight in rows}

    # -- what drafts were given ------------------------------------------------------------------------------------
    def given(self, story_id: str, locale: str, revision: int) -> str | None:
        """What a flow for this revision was given beside the articles, as it was kept at its first prompt."""
        table = schema.givens.c
        with reading(self._engine) as connection:
            body: str | None = connection.execute(
                sa.select(table.body).where(
                    table.story_id == story_id, table.locale == locale, table.revision == revision
                )
            ).scalar()
            return body

    def put_given(self, story_id: str, locale: str, revision: int, body: str) -> None:
        """Keep it, so that the flow asks the same whenever it is run again; that of an older revision is forgotten."""
        with writing(self._engine) as connection:
            row = {"story_id": story_id, "locale": locale, "revision": revision, "body": body}
            upsert(connection, schema.givens, [row])

    # -- names -----------------------------------------------------------------------------------------------------
    def terms(self, language: str, keys: Iterable[str] | None = None) -> Mapping[str, str]:
        """What names are called in a language: key of the name as a source writes it → name; only of `keys` if given."""
        table = schema.terms.c
        query = sa.select(table.key, table.name).where(table.language == language)
        with reading(self._engine) as connection:
            if keys is None:
                return dict(connection.execute(query.order_by(table.key)).all())
            found: dict[str, str] = {}
            for some in chunks(key[:_LONGEST_KEY] for key in keys):
                found.update((key, name) for key, name in connection.execute(query.where(table.key.in_(some))))
            return found

    def put_terms(self, language: str, names: Mapping[str, str]) -> None:
        """Keep what names are called; the first word about a name stays."""
        if not names:
            return
        with writing(self._engine) as connection:
            for key, name in sorted(names.items()):
                _insert_new(connection, schema.terms, {"language": language, "key": key[:_LONGEST_KEY], "name": name})

    def tallies(self, locale: str, writer: str, latest: int) -> Mapping[str, Tally]:
        """Model → what the checks found of its sentences, over the `latest` briefs of a writer in an edition."""
        brief, version = schema.briefs.c, schema.brief_versions.c
        newest = (  # their numbers alone are sorted, not their bodies
            sa.select(version.brief_id, version.version)
            .join(schema.briefs, sa.and_(version.brief_id == brief.id, version.version == brief.version))
            .where(brief.locale == locale, brief.writer == writer)
            .order_by(version.at.desc(), version.brief_id)
            .limit(latest)
            .subquery()
        )
        these = sa.and_(version.brief_id == newest.c.brief_id, version.version == newest.c.version)
        found: dict[str, Tally] = {}
        with reading(self._engine) as connection:
            for body in connection.execute(sa.select(version.body).join(newest, these)).scalars():
                made = decode(Brief, body).provenance
                found[made.model] = found.get(made.model, Tally()) + made.tally
        return found

    # -- translations ----------------------------------------------------------------------------------------------
    def glosses(self, language: str, citations: Iterable[Citation]) -> Mapping[Citation, str]:
        """Translations of passages into a language, of those that have one and still read as they did."""
        wanted = set(citations)
        table = schema.glosses.c
        found: dict[Citation, str] = {}
        with reading(self._engine) as connection:
            for some in chunks(sorted({one.article_id for one in wanted})):
                rows = connection.execute(
                    sa.select(table.article_id, table.passage, table.text, table.original, schema.articles.c.body)
                    .join(schema.articles, schema.articles.c.id == table.article_id)
                    .where(table.language == language, table.article_id.in_(some))
                )
                for row in rows:
                    citation = Citation(row.article_id, row.passage)
                    if citation in wanted and _text_id(decode(Article, row.body), row.passage) == row.original:
                        found[citation] = row.text
        return found

    def put_glosses(self, language: str, glosses: Mapping[Citation, tuple[str, str]], brief_ids: Sequence[str]) -> None:
        """Keep translations, each with the original that it is of; the pages of these briefs are due again."""
        if not glosses:
            return
        rows = [
            {
                "article_id": citation.article_id,
                "passage": citation.passage,
                "language": language,
                "text": text,
                "original": derived_id(original),
            }
            for citation, (text, original) in sorted(
                glosses.items(), key=lambda pair: (pair[0].article_id, pair[0].passage)
            )
        ]
        with writing(self._engine) as connection:
            upsert(connection, schema.glosses, rows)
            for some in chunks(brief_ids):
                connection.execute(sa.update(schema.briefs).where(schema.briefs.c.id.in_(some)).values(site_due=True))


def _text_id(article: Article, passage: int) -> str:
    try:
        return derived_id(article.text_of(passage))
    except KeyError:
        return ""


_SUMS = (
    sa.func.count().label("calls"),
    sa.func.sum(schema.completions.c.tokens_in).label("tokens_in"),
    sa.func.sum(schema.completions.c.tokens_out).label("tokens_out"),
    sa.func.sum(schema.completions.c.dollars).label("dollars"),
)


def _awaited(row: sa.Row[Any]) -> Awaited:
    prompt = decode(Prompt, zlib.decompress(bytes(row.prompt)).decode())
    return Awaited(prompt, decode(Asked, row.asked), row.locale, float(row.weight))


def _insert_new(connection: Connection, table: sa.Table, row: Mapping[str, object]) -> int:
    """Insert a row unless its key is there; how many were inserted, 0 or 1."""
    insert: Any = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    keys = list(table.primary_key)
    statement = insert(table).values(**row).on_conflict_do_nothing(index_elements=keys).returning(keys[0])
    return 0 if connection.execute(statement).first() is None else 1
