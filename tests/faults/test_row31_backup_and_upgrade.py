"""Row 31: what comes out of a backup, or of an archive of an earlier schema, is the same site, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.app.test_batch_and_spend import prism
from tests.e2e.rooms import Room
from tests.newsroom.press import pressing, tree, usual

from prism.adapters.archive import open_archive, schema
from prism.adapters.archive.engine import HEAD, migrate, reading, sqlite_engine, writing
from prism.adapters.archive.migrations import versions

EARLIER = [f"{number:04}" for number in range(1, int(HEAD))]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A newsroom that has published, with a digest in each edition."""
    with pressing(usual()) as press:
        made = Room(tmp_path_factory.mktemp("row31") / "room", press)
        made.settings()
        made.add_sources()
        made.run()
        assert len(made.story_pages()) == 4
        yield made


def test_every_migration_is_tried() -> None:
    found = sorted(file.name[1:5] for file in Path(versions.__path__[0]).glob("m[0-9]*.py"))
    assert found == [*EARLIER, HEAD]


def test_a_backup_restored_into_an_empty_place_is_the_same_site(room: Room, tmp_path: Path) -> None:
    room.does("backup", str(tmp_path / "all.gz"))
    other = Room(tmp_path / "other", room.press)
    room.does("restore", str(tmp_path / "all.gz"), str(other.folder))
    assert tree(other.folder) == tree(room.folder), "before any run"
    other.run()
    assert tree(other.folder) == tree(room.folder), "and nothing is done again"
    other.does("backup", str(tmp_path / "again.gz"))
    assert other.integrity() == "ok"


def test_a_backup_is_restored_nowhere_else(room: Room, tmp_path: Path) -> None:
    room.does("backup", str(tmp_path / "all.gz"))
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine.txt").write_text("mine", encoding="utf-8")
    ran = prism(room.folder, "restore", str(tmp_path / "all.gz"), str(taken))
    assert ran.status == 2, ran.err
    assert [file.name for file in taken.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("size", [0, 40, 0.3, 0.99])
def test_half_a_backup_leaves_nothing_behind(size: float, room: Room, tmp_path: Path) -> None:
    room.does("backup", str(tmp_path / "all.gz"))
    whole = (tmp_path / "all.gz").read_bytes()
    (tmp_path / "half.gz").write_bytes(whole[: int(size * len(whole)) if size < 1 else int(size)])
    ran = prism(room.folder, "restore", str(tmp_path / "half.gz"), str(tmp_path / "other"))
    assert ran.status == 2, ran.err
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("version", EARLIER)
def test_an_archive_of_an_earlier_schema_is_the_same_site(version: str, room: Room, tmp_path: Path) -> None:
    other = Room(tmp_path / "other", room.press)
    shutil.copytree(room.folder, other.folder, symlinks=True)
    for file in other.folder.glob("prism.db*"):
        file.unlink()
    as_it_was(room.folder / "prism.db", other.folder / "prism.db", version)
    (other.folder / "site").unlink()
    shutil.rmtree(other.folder / ".site")
    other.run()
    assert tree(other.folder) == tree(room.folder)
    assert other.integrity() == "ok"
    upgraded = open_archive(other.folder / "prism.db")
    with reading(upgraded.engine) as connection:
        assert connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() == HEAD
    upgraded.close()


def as_it_was(now: Path, then: Path, version: str) -> None:
    """An archive of an earlier schema, with all rows and columns that it had a place for."""
    old, new = sqlite_engine(then), sqlite_engine(now)
    migrate(old, target=version)
    with reading(new) as source, writing(old) as target:
        known = sa.inspect(target)
        for table in schema.metadata.sorted_tables:
            if not known.has_table(table.name):
                continue
            had = {column["name"] for column in known.get_columns(table.name)}
            rows = [
                {name: value for name, value in row.items() if name in had}
                for row in source.execute(sa.select(table)).mappings()
            ]
            if rows:
                names = sorted(rows[0])
                target.execute(sa.insert(sa.table(table.name, *(sa.column(name) for name in names))), rows)
    old.dispose()
    new.dispose()
