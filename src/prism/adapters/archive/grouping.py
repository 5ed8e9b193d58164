"""Which articles stand in which story, and what is known of each story."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from prism.adapters.archive import schema
from prism.adapters.archive.base import Part, chunks, put_notes, upsert
from prism.adapters.archive.codecs import decode, encode, micros, moment, to_bytes, to_vector
from prism.adapters.archive.engine import reading, writing
from prism.adapters.archive.pages import rewrite_article, story_due
from prism.model import Article, Member, Regrouping, Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.engine import Connection

_PAGE = 2000
_COMMON, _NAMES = 1024, 64
"""Stories that are counted of one name, and names of one story: to count all would take longer with every story that is kept.
They are the first by their ids, so that stories with two such names are found by both."""


class GroupingPart(Part):
    """`Archive`'s methods about members and stories."""

    def articles_to_group(self, limit: int) -> tuple[Article, ...]:
        """Articles in no story, or whose text changed since they were grouped, oldest publication first."""
        table = schema.articles.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(table.body).where(table.grouped == sa.false()).order_by(table.said_at, table.id).limit(limit)
            )
            return tuple(decode(Article, body) for body in rows.scalars())

    def put_grouping(
        self,
        newcomers: Sequence[Member],
        regrouping: Regrouping,
        now: datetime,
        *,
        copies: Mapping[str, str] | None = None,
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Store the newcomers, move articles, end merged stories; all touched stories are due."""
        with writing(self._engine) as connection:
            upsert(connection, schema.members, [_row(member) for member in newcomers], keep=("story_id",))
            touched = _move(connection, regrouping.moves)
            ended = {**_emptied(connection, touched, regrouping.moves), **regrouping.merged}
            rows = [
                {"id": one, "due": True, "last_seen_at": micros(now)} for one in sorted(touched) if one not in ended
            ]
            upsert(connection, schema.stories, rows, keep=("last_seen_at",))
            upsert(
                connection,
                schema.stories,
                [{"id": old, "due": False, "merged_into": new} for old, new in sorted(ended.items()) if old != new],
            )
            for ids in chunks(ended):
                connection.execute(sa.delete(schema.story_entities).where(schema.story_entities.c.story_id.in_(ids)))
            for ids in chunks(member.article_id for member in newcomers):
                connection.execute(sa.update(schema.articles).where(schema.articles.c.id.in_(ids)).values(grouped=True))
            for article_id, original in sorted((copies or {}).items()):
                if rewrite_article(connection, article_id, copy_of=original):
                    story_due(connection, article_id)
            put_notes(connection, notes or {})

    def members(self, story_ids: Iterable[str]) -> tuple[Member, ...]:
        """All members of these stories."""
        return self._members(schema.members.c.story_id, sorted(set(story_ids)))

    def members_by_id(self, article_ids: Iterable[str]) -> tuple[Member, ...]:
        """By article ids, in the order asked; those not grouped are left out."""
        wanted = list(article_ids)
        found = {member.article_id: member for member in self._members(schema.members.c.article_id, wanted)}
        return tuple(found[one] for one in wanted if one in found)

    def _members(self, column: sa.Column[Any], values: Sequence[str]) -> tuple[Member, ...]:
        found: list[Member] = []
        with reading(self._engine) as connection:
            for ids in chunks(values):
                rows = connection.execute(
                    sa.select(schema.members)
                    .where(column.in_(ids))
                    .order_by(schema.members.c.at, schema.members.c.article_id)
                )
                found.extend(_member(row) for row in rows)
        return tuple(found)

    def iterate_members(self, since: datetime) -> Iterator[Member]:
        """All grouped articles not older than `since`, to fill the neighbours' cache; streamed."""
        table = schema.members.c
        last = ""
        while True:
            with reading(self._engine) as connection:
                rows = connection.execute(
                    sa.select(schema.members)
                    .where(table.at >= micros(since), table.article_id > last)
                    .order_by(table.article_id)
                    .limit(_PAGE)
                ).all()
            yield from map(_member, rows)
            if len(rows) < _PAGE:
                return
            last = rows[-1].article_id

    def stories_due(self, limit: int) -> tuple[tuple[str, tuple[str, ...], Story | None], ...]:
        """Stories whose members or texts changed since they were described: id, member ids, the last description."""
        table, member = schema.stories.c, schema.members.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(table.id, table.body)
                .where(table.due == sa.true(), table.merged_into.is_(None))
                .order_by(table.id)
                .limit(limit)
            ).all()
            found = []
            for story_id, body in rows:
                ids = connection.execute(
                    sa.select(member.article_id)
                    .where(member.story_id == story_id)
                    .order_by(member.at, member.article_id)
                )
                found.append((story_id, tuple(ids.scalars()), decode(Story, body) if body else None))
            return tuple(found)

    def put_story(self, story: Story) -> None:
        """Store a description."""
        with writing(self._engine) as connection:
            row = {
                "id": story.id,
                "body": encode(story),
                "revision": story.revision,
                "due": False,
                "last_seen_at": micros(story.last_seen_at),
            }
            upsert(connection, schema.stories, [row])
            connection.execute(sa.delete(schema.story_entities).where(schema.story_entities.c.story_id == story.id))
            links = [
                {"entity_id": one, "story_id": story.id} for one in sorted({entity.id for entity in story.entities})
            ]
            upsert(connection, schema.story_entities, links)

    def story(self, story_id: str) -> Story | None:
        """By id; a merged one has `merged_into`."""
        table = schema.stories.c
        with reading(self._engine) as connection:
            row = connection.execute(
                sa.select(table.id, table.body, table.merged_into, table.last_seen_at).where(table.id == story_id)
            ).first()
        return story_of(row) if row else None

    def iterate_stories(self) -> Iterator[Story]:
        """All that are not merged, by id, streamed."""
        table = schema.stories.c
        last = ""
        while True:
            with reading(self._engine) as connection:
                rows = connection.execute(
                    sa.select(table.id, table.body)
                    .where(table.merged_into.is_(None), table.body.is_not(None), table.id > last)
                    .order_by(table.id)
                    .limit(_PAGE)
                ).all()
            for row in rows:
                yield decode(Story, row.body)
            if len(rows) < _PAGE:
                return
            last = rows[-1].id

    def merged(self) -> Mapping[str, str]:
        """Ended story → the living one where its members are now (chains followed)."""
        table = schema.stories.c
        with reading(self._engine) as connection:
            rows = connection.execute(sa.select(table.id, table.merged_into).where(table.merged_into.is_not(None)))
            steps: dict[str, str] = {row.id: row.merged_into for row in rows}
        return {old: _end(old, steps) for old in steps}

    def stories_sharing(self, entity_ids: Iterable[str], *, limit: int) -> tuple[tuple[str, int], ...]:
        """Stories by how many of these entities they share, most first; of one that very many have, only some count."""
        wanted = sorted(set(entity_ids))[:_NAMES]
        if not wanted:
            return ()
        names = {f"e{place}": entity_id for place, entity_id in enumerate(wanted)}
        with reading(self._engine) as connection:
            rows = connection.execute(_sharing(len(wanted)), {**names, "common": _COMMON, "most": limit}).all()
        return tuple((story_id, count) for story_id, count in rows)

    def note(self, key: str) -> str | None:
        """A small value kept between runs."""
        with reading(self._engine) as connection:
            value: str | None = connection.execute(
                sa.select(schema.notes.c.value).where(schema.notes.c.key == key)
            ).scalar()
            return value

    def put_note(self, key: str, value: str) -> None:
        """Keep a small value."""
        with writing(self._engine) as connection:
            put_notes(connection, {key: value})


@cache
def _sharing(names: int) -> sa.TextClause:
    """The query for so many names, as text: a union of dozens is dearer to put together than to run."""
    first = "SELECT story_id FROM story_entities WHERE entity_id = :e{0} ORDER BY story_id LIMIT :common"
    of_one = "SELECT story_id FROM (" + first + ") AS t{0}"  # noqa: S608 - nothing from outside stands in it
    found = " UNION ALL ".join(of_one.format(place) for place in range(names))
    return sa.text(
        f"SELECT story_id, count(*) AS shared FROM ({found}) AS found"  # noqa: S608 - nothing from outside stands in it
        " GROUP BY story_id ORDER BY shared DESC, story_id LIMIT :most"
    )


def story_of(row: Any) -> Story | None:
    """A story as its row has it (id, body, merged_into, last_seen_at); None before it was described."""
    if row.merged_into:
        at = moment(row.last_seen_at)
        return Story(row.id, 0, (), at, at, merged_into=row.merged_into)
    return decode(Story, row.body) if row.body else None


def _row(member: Member) -> dict[str, object]:
    return {
        "article_id": member.article_id,
        "story_id": member.story_id,
        "source_id": member.source_id,
        "language": member.language,
        "at": micros(member.at),
        "signature": member.signature,
        "keys": json.dumps(member.keys, ensure_ascii=False),
        "vector": to_bytes(member.vector),
    }


def _member(row: sa.Row[Any]) -> Member:
    return Member(
        article_id=row.article_id,
        story_id=row.story_id,
        source_id=row.source_id,
        language=row.language,
        at=moment(row.at),
        signature=row.signature,
        keys=tuple(json.loads(row.keys)),
        vector=to_vector(row.vector),
    )


def _move(connection: Connection, moves: Mapping[str, str]) -> set[str]:
    """Put articles into stories; returns the stories that were left or entered."""
    touched = set(moves.values())
    table = schema.members.c
    for ids in chunks(moves):
        before = connection.execute(sa.select(table.article_id, table.story_id).where(table.article_id.in_(ids)))
        touched |= {story_id for _, story_id in before if story_id}
    by_story: dict[str, list[str]] = {}
    for article_id, story_id in moves.items():
        by_story.setdefault(story_id, []).append(article_id)
    for story_id, article_ids in by_story.items():
        for ids in chunks(article_ids):
            connection.execute(sa.update(schema.members).where(table.article_id.in_(ids)).values(story_id=story_id))
            connection.execute(
                sa.update(schema.articles).where(schema.articles.c.id.in_(ids)).values(story_id=story_id)
            )
    return touched


def _emptied(connection: Connection, touched: set[str], moves: Mapping[str, str]) -> dict[str, str]:
    """Stories that have no member any more → where the article went that founded or last stood in them."""
    ended: dict[str, str] = {}
    if not moves:
        return ended
    destination = next(iter(moves.values()))
    for story_id in sorted(touched):
        left = connection.execute(
            sa.select(schema.members.c.article_id).where(schema.members.c.story_id == story_id).limit(1)
        ).first()
        if left is None and story_id != destination:
            ended[story_id] = destination
    return ended


def _end(story_id: str, steps: Mapping[str, str]) -> str:
    seen = {story_id}
    while story_id in steps and steps[story_id] not in seen:
        story_id = steps[story_id]
        seen.add(story_id)
    return story_id
