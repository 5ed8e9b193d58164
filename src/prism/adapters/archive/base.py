"""What every part of the archive stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from prism.adapters.archive import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.engine import Connection, Engine

CHUNK = 400
"""Ids in one IN (…): below SQLite's limit of variables, and few enough for a short statement."""


class Part:
    """One part of the archive: a set of methods over the same engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine


def upsert(
    connection: Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]], keep: Iterable[str] = ()
) -> None:
    """Insert rows, or replace the ones whose primary key is there, except the columns in `keep`."""
    if not rows:
        return
    insert: Any = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    kept = {*keys, *keep}
    changed = {name: statement.excluded[name] for name in rows[0] if name not in kept}
    if changed:
        statement = statement.on_conflict_do_update(index_elements=keys, set_=changed)
    else:
        statement = statement.on_conflict_do_nothing(index_elements=keys)
    connection.execute(statement, list(rows))


def put_notes(connection: Connection, notes: Mapping[str, str]) -> None:
    """Keep small values, in the transaction of the step that they belong to."""
    upsert(connection, schema.notes, [{"key": key, "value": value} for key, value in sorted(notes.items())])


def chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    """Ids in lists of at most `CHUNK`."""
    batch: list[str] = []
    for one in ids:
        batch.append(one)
        if len(batch) == CHUNK:
            yield batch
            batch = []
    if batch:
        yield batch
