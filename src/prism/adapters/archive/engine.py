"""Opening the database: which driver, which settings, which schema version."""

from __future__ import annotations

import importlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from alembic.command import upgrade
from alembic.config import Config
from sqlalchemy import event

from prism.model import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.engine import Connection, Engine

HEAD = "0004"
"""The newest migration; tests hold it against the folder."""

_BUSY_MS = 30_000


def _sqlite_module() -> Any:
    # Debian 12's SQLite 3.40.1 can reset the WAL wrongly (3.7.0 to 3.51.2): the wheel brings a newer one.
    try:
        return importlib.import_module("pysqlite3.dbapi2")
    except ModuleNotFoundError:
        return importlib.import_module("sqlite3")


CACHE = 64
"""Megabytes of pages that a connection to SQLite keeps in hand."""


def sqlite_version() -> str:
    """Version of the SQLite library that the archive uses."""
    version: str = _sqlite_module().sqlite_version
    return version


def sqlite_engine(path: Path, cache: int = CACHE) -> Engine:
    """An engine on a file: WAL, synchronous=FULL, writers wait up to 30 s for each other; each connection caches so many megabytes."""
    engine = sa.create_engine(
        f"sqlite:///{path}",
        module=_sqlite_module(),
        connect_args={"timeout": _BUSY_MS / 1000, "check_same_thread": False},
    )

    def configure(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where `begin` says so
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            f"busy_timeout={_BUSY_MS}",
            "foreign_keys=ON",
            f"cache_size={-1024 * cache}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def begin(connection: Connection) -> None:
        # A deferred transaction that turns to writing fails at once when another wrote meanwhile; IMMEDIATE waits.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", configure)
    event.listen(engine, "begin", begin)
    return engine


def postgres_engine(url: str) -> Engine:
    """An engine on PostgreSQL; connections are tried before use, so that a restart of the server is survived."""
    address = sa.make_url(url).set(drivername="postgresql+psycopg")
    return sa.create_engine(address, pool_pre_ping=True)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes.

    Raises:
        ArchiveError: the database refuses (disk full, locked for too long, gone).
    """
    try:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection
    except sa.exc.DBAPIError as error:
        raise ArchiveError(
            f"the archive could not be written: {error.orig}",
            subject=engine.url.database or "",
            advice="nothing of this step was kept; make room or start the database, then run again",
        ) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One transaction that reads: a single picture of the archive.

    Raises:
        ArchiveError: the database can't be read.
    """
    try:
        with engine.connect() as connection, connection.begin():
            yield connection
    except sa.exc.DBAPIError as error:
        raise ArchiveError(
            f"the archive could not be read: {error.orig}",
            subject=engine.url.database or "",
            advice="see `prism doctor`",
        ) from error


def migrate(engine: Engine, *, target: str = "head") -> None:
    """Bring the schema to this version; does nothing when it is there already.

    Raises:
        ArchiveError: the archive was written by a newer Prism, or can't be migrated.
    """
    with reading(engine) as connection:
        known = sa.inspect(connection).has_table("alembic_version")
        current = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() if known else None
    if current == HEAD and target == "head":
        return
    if current is not None and str(current) > HEAD:
        raise ArchiveError(
            f"the archive has schema {current}, this Prism knows {HEAD}", advice="use the newer Prism that wrote it"
        )
    config = Config()
    config.set_main_option("script_location", "prism.adapters.archive:migrations")
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        upgrade(config, target)
