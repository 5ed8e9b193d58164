"""Articles: what entries became."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import sqlalchemy as sa

from prism.adapters.archive import schema
from prism.adapters.archive.base import Part, chunks, put_notes, upsert
from prism.adapters.archive.codecs import decode, encode, micros
from prism.adapters.archive.engine import reading, writing
from prism.adapters.archive.feeds import DONE
from prism.model import Article, Rights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from sqlalchemy.engine import Connection

_PAGE = 500


class PagesPart(Part):
    """`Archive`'s methods about articles."""

    def put_article(self, entry_id: str, article: Article, *, revisit_at: datetime | None) -> bool:
        """Store what an entry became. True if the text is new or changed."""
        table = schema.articles.c
        with writing(self._engine) as connection:
            before = connection.execute(
                sa.select(table.body, table.story_id).where(
                    table.source_id == article.source_id, table.canonical_url == article.canonical_url
                )
            ).first()
            kept, changed = article, True
            if before:
                known = decode(Article, before.body)
                changed = known.content_hash != article.content_hash or known.rights.use != article.rights.use
                kept = _merged(known, article)
            row = {
                "id": kept.id,
                "source_id": kept.source_id,
                "canonical_url": kept.canonical_url,
                "body": encode(kept),
                "content_hash": kept.content_hash,
                "said_at": micros(kept.said_at),
                "revisit_at": micros(revisit_at) if revisit_at else None,
            }
            if changed:
                row["grouped"] = False
            upsert(connection, schema.articles, [row])
            connection.execute(
                sa.update(schema.entries).where(schema.entries.c.id == entry_id).values(state=DONE, article_id=kept.id)
            )
            url = connection.execute(sa.select(schema.entries.c.url).where(schema.entries.c.id == entry_id)).scalar()
            _clear(connection, "read", url or entry_id)
            return changed

    def article(self, article_id: str) -> Article | None:
        """By id."""
        with reading(self._engine) as connection:
            body = connection.execute(
                sa.select(schema.articles.c.body).where(schema.articles.c.id == article_id)
            ).scalar()
            return decode(Article, body) if body else None

    def articles(self, article_ids: Iterable[str]) -> tuple[Article, ...]:
        """By ids, in the order asked; unknown ids are left out."""
        wanted = list(article_ids)
        found: dict[str, Article] = {}
        with reading(self._engine) as connection:
            for ids in chunks(wanted):
                rows = connection.execute(sa.select(schema.articles.c.body).where(schema.articles.c.id.in_(ids)))
                for body in rows.scalars():
                    article = decode(Article, body)
                    found[article.id] = article
        return tuple(found[one] for one in wanted if one in found)

    def iterate_articles(self) -> Iterator[tuple[Article, str]]:
        """All articles with the id of their story ("" before grouping), by id, streamed in bounded memory."""
        table = schema.articles.c
        last = ""
        while True:
            with reading(self._engine) as connection:
                rows = connection.execute(
                    sa.select(table.id, table.body, table.story_id)
                    .where(table.id > last)
                    .order_by(table.id)
                    .limit(_PAGE)
                ).all()
            for row in rows:
                yield decode(Article, row.body), row.story_id
            if len(rows) < _PAGE:
                return
            last = rows[-1].id

    def withdraw_article(self, article_id: str, at: datetime) -> None:
        """The source took it down: its story is due again."""
        with writing(self._engine) as connection:
            changed = rewrite_article(connection, article_id, withdrawn_at=at)
            if changed:
                connection.execute(
                    sa.update(schema.articles).where(schema.articles.c.id == article_id).values(revisit_at=None)
                )
                story_due(connection, article_id)

    def put_rights(self, source_id: str, rights: Rights, notes: Mapping[str, str]) -> int:
        """The operator's word for a source changed: it holds for all its articles; their stories are due again."""
        table = schema.articles.c
        changed = 0
        with writing(self._engine) as connection:
            ids = (
                connection.execute(sa.select(table.id).where(table.source_id == source_id).order_by(table.id))
                .scalars()
                .all()
            )
            for article_id in ids:
                if rewrite_article(connection, article_id, rights=rights):
                    story_due(connection, article_id)
                    changed += 1
            put_notes(connection, notes)
        return changed

    def articles_to_revisit(self, now: datetime, limit: int) -> tuple[Article, ...]:
        """Published ones whose page should be asked again whether it still stands."""
        table = schema.articles.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(table.body)
                .where(table.revisit_at.is_not(None), table.revisit_at <= micros(now))
                .order_by(table.revisit_at, table.id)
                .limit(limit)
            )
            return tuple(decode(Article, body) for body in rows.scalars())

    def put_revisit(self, article_id: str, next_at: datetime | None) -> None:
        """It was asked again; None means that it is left in peace from now on."""
        with writing(self._engine) as connection:
            connection.execute(
                sa.update(schema.articles)
                .where(schema.articles.c.id == article_id)
                .values(revisit_at=micros(next_at) if next_at else None)
            )


def _merged(known: Article, fresh: Article) -> Article:
    """The fresh text under the known id; what only the older one knew is kept."""
    return dataclasses.replace(
        fresh,
        id=known.id,
        published_at=known.published_at or fresh.published_at,
        copy_of=known.copy_of if known.content_hash == fresh.content_hash else fresh.copy_of,
    )


def rewrite_article(connection: Connection, article_id: str, **values: object) -> bool:
    """Change fields of a stored article; False if that changes nothing."""
    table = schema.articles.c
    body = connection.execute(sa.select(table.body).where(table.id == article_id)).scalar()
    if body is None:
        return False
    before = decode(Article, body)
    after = dataclasses.replace(before, **values)  # type: ignore[arg-type]  # field names are this module's own
    if before == after:
        return False
    connection.execute(sa.update(schema.articles).where(table.id == article_id).values(body=encode(after)))
    return True


def story_due(connection: Connection, article_id: str) -> None:
    """The story in which an article stands is to be described anew."""
    story = sa.select(schema.articles.c.story_id).where(schema.articles.c.id == article_id).scalar_subquery()
    connection.execute(sa.update(schema.stories).where(schema.stories.c.id == story).values(due=True))


def _clear(connection: Connection, stage: str, subject_id: str) -> None:
    table = schema.failures.c
    connection.execute(sa.delete(schema.failures).where(table.stage == stage, table.subject_id == subject_id[:400]))
