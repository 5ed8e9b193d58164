"""Sources, their polls, and the entries that wait to be read."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import sqlalchemy as sa

from prism.adapters.archive import schema
from prism.adapters.archive.base import Part, chunks, put_notes, upsert
from prism.adapters.archive.codecs import decode, encode, micros
from prism.adapters.archive.engine import reading, writing
from prism.model import Entry, Failure, Polling, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.engine import Connection

DUE, DONE, FAILED = "due", "done", "failed"


class FeedsPart(Part):
    """`Archive`'s methods about sources and entries."""

    def sources(self) -> tuple[Source, ...]:
        """All, by name."""
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(schema.sources.c.body).order_by(schema.sources.c.name, schema.sources.c.id)
            )
            return tuple(decode(Source, body) for (body,) in rows)

    def put_source(self, source: Source, *, poll_at: datetime) -> bool:
        """Add or change a source; a new one is first due at `poll_at`. True if it is new."""
        with writing(self._engine) as connection:
            known = connection.execute(sa.select(schema.sources.c.id).where(schema.sources.c.id == source.id)).first()
            if known:
                connection.execute(
                    sa.update(schema.sources)
                    .where(schema.sources.c.id == source.id)
                    .values(name=source.name, body=encode(source))
                )
                return False
            connection.execute(
                sa.insert(schema.sources).values(
                    id=source.id,
                    name=source.name,
                    body=encode(source),
                    polling=encode(Polling(source_id=source.id, next_poll_at=poll_at)),
                    next_poll_at=micros(poll_at),
                    gone=False,
                )
            )
            return True

    def remove_source(self, source_id: str) -> bool:
        """Stop polling it and forget its entries that are not yet articles; its articles stay. False if unknown."""
        with writing(self._engine) as connection:
            connection.execute(
                sa.delete(schema.entries).where(schema.entries.c.source_id == source_id, schema.entries.c.state != DONE)
            )
            gone = connection.execute(sa.delete(schema.sources).where(schema.sources.c.id == source_id))
            return gone.rowcount > 0

    def pollings(self) -> Mapping[str, Polling]:
        """State of all sources by id."""
        with reading(self._engine) as connection:
            rows = connection.execute(sa.select(schema.sources.c.id, schema.sources.c.polling))
            return {source_id: decode(Polling, body) for source_id, body in rows}

    def sources_due(self, now: datetime) -> tuple[tuple[Source, Polling], ...]:
        """Whose next poll has come and that are not gone, longest due first."""
        table = schema.sources.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(table.body, table.polling)
                .where(table.gone == sa.false(), table.next_poll_at <= micros(now))
                .order_by(table.next_poll_at, table.id)
            )
            return tuple((decode(Source, body), decode(Polling, polling)) for body, polling in rows)

    def poll_all(self, at: datetime) -> int:
        """Make every source due that is not gone; returns how many."""
        table = schema.sources.c
        with writing(self._engine) as connection:
            rows = connection.execute(sa.select(table.id, table.polling).where(table.gone == sa.false())).all()
            for source_id, body in rows:
                polling = dataclasses.replace(decode(Polling, body), next_poll_at=at)
                connection.execute(
                    sa.update(schema.sources)
                    .where(table.id == source_id)
                    .values(polling=encode(polling), next_poll_at=micros(at))
                )
            return len(rows)

    def put_poll(
        self, source: Source, polling: Polling, entries: Sequence[Entry], notes: Mapping[str, str] | None = None
    ) -> int:
        """Store what a poll found; returns how many entries were new."""
        with writing(self._engine) as connection:
            updated = connection.execute(
                sa.update(schema.sources)
                .where(schema.sources.c.id == source.id)
                .values(
                    name=source.name,
                    body=encode(source),
                    polling=encode(polling),
                    next_poll_at=micros(polling.next_poll_at),
                    gone=polling.gone,
                )
            )
            put_notes(connection, notes or {})
            # Removed while its feed was being fetched: nothing of it is kept.
            return _put_entries(connection, entries) if updated.rowcount else 0

    def count_unknown(self, entry_ids: Sequence[str]) -> int:
        """How many of these entries it has not."""
        wanted, table = set(entry_ids), schema.entries.c
        with reading(self._engine) as connection:
            for ids in chunks(sorted(wanted)):
                wanted -= set(connection.execute(sa.select(table.id).where(table.id.in_(ids))).scalars())
        return len(wanted)

    def entries_due(self, now: datetime, limit: int) -> tuple[Entry, ...]:
        """Entries whose page has not been read (or must be read again), oldest first."""
        table = schema.entries.c
        with reading(self._engine) as connection:
            rows = connection.execute(
                sa.select(table.body)
                .where(table.state == DUE, table.retry_at <= micros(now))
                .order_by(table.retry_at, table.seen_at, table.id)
                .limit(limit)
            )
            return tuple(decode(Entry, body) for (body,) in rows)

    def fail_entry(self, entry_id: str, failure: Failure, *, retry_at: datetime | None) -> None:
        """Note that a page could not be read; None means never again."""
        with writing(self._engine) as connection:
            values: dict[str, object] = {"state": DUE if retry_at else FAILED}
            if retry_at:
                values["retry_at"] = micros(retry_at)
            connection.execute(sa.update(schema.entries).where(schema.entries.c.id == entry_id).values(**values))
            store_failure(connection, failure)


def _put_entries(connection: Connection, entries: Sequence[Entry]) -> int:
    known: dict[str, Entry] = {}
    for ids in chunks(entry.id for entry in entries):
        table = schema.entries.c
        for body in connection.execute(sa.select(table.body).where(table.id.in_(ids))).scalars():
            entry = decode(Entry, body)
            known[entry.id] = entry
    rows, new = [], set()
    for entry in entries:
        before = known.get(entry.id)
        if before and (before.updated_at, before.title, before.url) == (entry.updated_at, entry.title, entry.url):
            continue
        if before is None:
            new.add(entry.id)
        known[entry.id] = entry
        rows.append(
            {
                "id": entry.id,
                "source_id": entry.source_id,
                "url": entry.url,
                "body": encode(entry),
                "seen_at": micros(entry.seen_at),
                "state": DUE,
                "retry_at": micros(entry.seen_at),
            }
        )
    upsert(connection, schema.entries, rows)
    return len(new)


def store_failure(connection: Connection, failure: Failure) -> None:
    """Note a failure; the one of the same stage and subject is replaced, its attempts counted on."""
    table = schema.failures.c
    subject = failure.subject_id[:400]
    before = connection.execute(
        sa.select(table.body).where(table.stage == failure.stage, table.subject_id == subject)
    ).scalar()
    attempts = decode(Failure, before).attempts + 1 if before else failure.attempts
    kept = Failure(failure.stage, failure.subject_id, failure.error, failure.advice, failure.at, attempts)
    row = {
        "stage": failure.stage,
        "subject_id": subject,
        "body": encode(kept),
        "at": micros(failure.at) if failure.at else 0,
    }
    upsert(connection, schema.failures, [row])
