"""What is known of each file of the site beside its bytes: why it was last made, and whether a mirror has it.

All of it can be lost without harm: pages are then made again for no known reason, and a mirror is brought up to date from
the whole tree. So the file is not synced to the disk, and one that can't be read is begun anew.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from prism.ports import Occasion

_TABLES = """
CREATE TABLE IF NOT EXISTS occasions (id INTEGER PRIMARY KEY, at TEXT NOT NULL, reason TEXT NOT NULL, stories TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS pages (path TEXT PRIMARY KEY, occasion INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pending (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


def _module() -> Any:
    try:
        return importlib.import_module("pysqlite3.dbapi2")
    except ModuleNotFoundError:
        return importlib.import_module("sqlite3")


class Ledger:
    """The notes on one site's files, in a file of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sqlite = _module()

    def record(self, paths: Collection[str], occasion: Occasion, *, pending: bool) -> None:
        """These files are about to change.

        Args:
            paths: within the site; also of files that are about to go.
            occasion: why.
            pending: a mirror does not have them yet.

        Raises:
            OSError: the file can't be written.
        """
        with self._open() as connection:
            stories = json.dumps(dict(occasion.stories), ensure_ascii=False)
            row = connection.execute(
                "INSERT INTO occasions (at, reason, stories) VALUES (?, ?, ?)",
                (occasion.at.isoformat(), occasion.reason, stories),
            )
            number = row.lastrowid
            connection.executemany(
                f"INSERT OR REPLACE INTO pages VALUES (?, {number:d})",  # noqa: S608  # a row number
                ((path,) for path in paths),
            )
            if pending:
                connection.executemany("INSERT OR IGNORE INTO pending VALUES (?)", ((path,) for path in paths))
            connection.execute(
                "DELETE FROM occasions WHERE id < ? - 1000 AND id NOT IN (SELECT occasion FROM pages)", (number,)
            )

    def occasion(self, path: str) -> Occasion | None:
        """Why a file was last changed, or None if that is not known."""
        with self._open() as connection:
            row = connection.execute(
                "SELECT at, reason, stories FROM pages JOIN occasions ON id = occasion WHERE path = ?", (path,)
            ).fetchone()
        return Occasion(datetime.fromisoformat(row[0]), row[1], json.loads(row[2])) if row else None

    def pending(self) -> tuple[str, ...]:
        """Files that a mirror does not have yet, or has and should not."""
        with self._open() as connection:
            return tuple(row[0] for row in connection.execute("SELECT path FROM pending ORDER BY path"))

    def done(self, paths: Iterable[str]) -> None:
        """The mirror is like the site in these files."""
        with self._open() as connection:
            connection.executemany("DELETE FROM pending WHERE path = ?", [(path,) for path in paths])

    def fact(self, key: str) -> str:
        """A small value, or empty."""
        with self._open() as connection:
            row = connection.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def put_fact(self, key: str, value: str, *, pending: Iterable[str] = ()) -> None:
        """Keep a small value, and what is pending with it."""
        with self._open() as connection:
            connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (key, value))
            connection.executemany("INSERT OR IGNORE INTO pending VALUES (?)", [(path,) for path in pending])

    @contextmanager
    def _open(self) -> Iterator[Any]:
        try:
            connection = self._connect()
        except self._sqlite.DatabaseError as error:
            if isinstance(error, self._sqlite.OperationalError):
                raise OSError(f"{self._path}: {error}") from error
            self._path.unlink()
            connection = self._connect()
        try:
            with connection:
                yield connection
        except self._sqlite.OperationalError as error:
            raise OSError(f"{self._path}: {error}") from error
        finally:
            connection.close()

    def _connect(self) -> Any:
        connection = self._sqlite.connect(str(self._path), timeout=30)
        try:
            connection.execute("PRAGMA synchronous=OFF")
            connection.executescript(_TABLES)
        except BaseException:
            connection.close()
            raise
        return connection
