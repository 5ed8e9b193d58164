"""The archive: one database that holds everything, the work to be done included.

SQLite by default, PostgreSQL for a fleet; one schema and one set of migrations for both.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from prism.adapters.archive import schema
from prism.adapters.archive.codecs import decode, micros
from prism.adapters.archive.engine import (
    CACHE,
    migrate,
    postgres_engine,
    reading,
    sqlite_engine,
    sqlite_version,
    writing,
)
from prism.adapters.archive.feeds import FeedsPart, store_failure
from prism.adapters.archive.grouping import GroupingPart
from prism.adapters.archive.ledger import LedgerPart
from prism.adapters.archive.pages import PagesPart
from prism.adapters.archive.versions import WritingPart
from prism.model import ArchiveError, Failure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sqlalchemy.engine import Engine

__all__ = ["SqlArchive", "open_archive", "sqlite_version"]


class SqlArchive(FeedsPart, PagesPart, GroupingPart, WritingPart, LedgerPart):
    """`ports.Archive` over SQLAlchemy Core; every writing method is one transaction."""

    @property
    def engine(self) -> Engine:
        """For backup and for tests; everything else goes through the methods."""
        return self._engine

    def put_failure(self, failure: Failure) -> None:
        """Note a failure; the one of the same stage and subject is replaced, its attempts counted on."""
        with writing(self._engine) as connection:
            store_failure(connection, failure)

    def clear_failure(self, stage: str, subject_id: str) -> None:
        """It went well at last."""
        table = schema.failures.c
        with writing(self._engine) as connection:
            connection.execute(
                sa.delete(schema.failures).where(table.stage == stage, table.subject_id == subject_id[:400])
            )

    def failures(self) -> tuple[Failure, ...]:
        """All that stand, newest first."""
        table = schema.failures.c
        with reading(self._engine) as connection:
            rows = connection.execute(sa.select(table.body).order_by(table.at.desc(), table.stage, table.subject_id))
            return tuple(decode(Failure, body) for body in rows.scalars())

    def backlog(self, now: datetime) -> Mapping[str, int]:
        """How much waits for each step, so that progress can say of how many: read, revisit, group, describe, check."""
        entries, articles = schema.entries.c, schema.articles.c
        conditions = {
            "read": (entries.state == "due") & (entries.retry_at <= micros(now)),
            "revisit": articles.revisit_at.is_not(None) & (articles.revisit_at <= micros(now)),
            "group": articles.grouped == sa.false(),
            "describe": (schema.stories.c.due == sa.true()) & schema.stories.c.merged_into.is_(None),
            "check": schema.brief_versions.c.checked == sa.false(),
        }
        with reading(self._engine) as connection:
            return {
                step: int(connection.execute(sa.select(sa.func.count()).where(condition)).scalar_one())
                for step, condition in conditions.items()
            }

    def counts(self) -> Mapping[str, int]:
        """Rows by kind: sources, entries, articles, stories, briefs, published, held, failures."""
        table = schema.brief_versions.c
        latest = sa.select(sa.func.count()).select_from(schema.briefs)
        queries = {
            name: sa.select(sa.func.count()).select_from(getattr(schema, name))
            for name in ("sources", "entries", "articles", "failures")
        }
        queries["stories"] = (
            sa.select(sa.func.count()).select_from(schema.stories).where(schema.stories.c.merged_into.is_(None))
        )
        queries["briefs"] = latest
        queries["published"] = latest.where(schema.briefs.c.teaser.is_not(None))
        queries["held"] = (
            sa.select(sa.func.count())
            .select_from(schema.brief_versions)
            .join(
                schema.briefs,
                sa.and_(schema.briefs.c.id == table.brief_id, schema.briefs.c.version == table.version),
            )
            .where(table.action == "hold")
        )
        with reading(self._engine) as connection:
            return {name: int(connection.execute(query).scalar_one()) for name, query in queries.items()}

    def integrity(self) -> str:
        """What the database finds wrong with itself, or "ok"."""
        if self._engine.dialect.name != "sqlite":
            return "ok"
        with reading(self._engine) as connection:
            return str(connection.exec_driver_sql("PRAGMA integrity_check").scalar())

    def close(self) -> None:
        """Let go of the file or the connections."""
        self._engine.dispose()


def open_archive(place: Path | str, *, cache: int = CACHE) -> SqlArchive:
    """Open (and make or bring up to date) the archive at a path, or at a `postgresql://` address.

    Args:
        place: where it is.
        cache: megabytes of a file's pages that are kept in hand.

    Raises:
        ArchiveError: it can't be opened, or a newer Prism wrote it.
    """
    engine = postgres_engine(place) if isinstance(place, str) else sqlite_engine(place, cache)
    try:
        migrate(engine)
    except sa.exc.SQLAlchemyError as error:
        raise ArchiveError(f"the archive could not be opened: {error}", subject=str(engine.url.database)) from error
    return SqlArchive(engine)
