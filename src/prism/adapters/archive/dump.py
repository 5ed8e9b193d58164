"""The whole archive as lines of JSON, and back: the same for SQLite and PostgreSQL, so that one can become the other."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from prism.adapters.archive import schema
from prism.adapters.archive.engine import HEAD, migrate, reading, writing
from prism.adapters.archive.migrations.versions import m0002_ledger
from prism.model import ArchiveError

_BATCH = 500
_FILLS = {"0002": m0002_ledger.fill}
"""Migration → what it does to rows of the schema before it."""


def dump(engine: Engine) -> Iterator[str]:
    """One line a row, of one moment: first {"schema": …}, then {"table": …, "row": {…}}; bytes in base 64."""
    yield json.dumps({"schema": HEAD})
    with reading(engine) as connection:
        for table in schema.metadata.sorted_tables:
            keys = list(table.primary_key)
            for row in (
                connection.execution_options(yield_per=_BATCH).execute(sa.select(table).order_by(*keys)).mappings()
            ):
                cells = {name: _out(value) for name, value in row.items()}
                yield json.dumps({"table": table.name, "row": cells}, ensure_ascii=False)


def load(engine: Engine, lines: Iterable[str]) -> int:
    """Fill an empty archive with what `dump` gave; returns the rows. All of it or nothing.

    Raises:
        ArchiveError: the archive is not empty, or the lines are no dump that this version can read.
    """
    stream = iter(lines)
    try:
        written_by = str(json.loads(next(stream))["schema"])
    except (StopIteration, ValueError, KeyError, TypeError) as error:
        raise ArchiveError("this is no backup of an archive", advice="give a file that `prism backup` wrote") from error
    if written_by > HEAD:
        raise ArchiveError(f"the backup has schema {written_by}, this Prism knows {HEAD}", advice="use a newer Prism")
    migrate(engine)
    count = 0
    with writing(engine) as connection:
        if connection.execute(sa.select(sa.func.count()).select_from(schema.sources)).scalar_one() or (
            connection.execute(sa.select(sa.func.count()).select_from(schema.articles)).scalar_one()
        ):
            raise ArchiveError("the archive there is not empty", advice="restore into an empty folder")
        batch: list[dict[str, object]] = []
        table: sa.Table | None = None
        for line in stream:
            item = json.loads(line)
            if table is not None and (item["table"] != table.name or len(batch) == _BATCH):
                connection.execute(sa.insert(table), batch)
                batch = []
            table = schema.metadata.tables[item["table"]]
            batch.append({name: _in(value) for name, value in item["row"].items()})
            count += 1
        if table is not None and batch:
            connection.execute(sa.insert(table), batch)
        for version, fill in _FILLS.items():
            if written_by < version:
                fill(connection)
    return count


def _out(value: object) -> object:
    return {"base64": base64.b64encode(bytes(value)).decode()} if isinstance(value, (bytes, memoryview)) else value


def _in(value: object) -> object:
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value
