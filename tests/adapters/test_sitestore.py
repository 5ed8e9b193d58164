"""The folder in which the site stands: one swap, nothing written twice, nothing lost."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prism.adapters.sitestores import FolderSiteStore
from prism.model import OutputFile, PrismError, Standing, UsageError
from prism.ports import SiteStore


def _file(path: str, text: str) -> OutputFile:
    return OutputFile(path, "text/html", text.encode())


def _tree(root: Path) -> dict[str, str]:
    site = root / "site"
    return {str(file.relative_to(site)): file.read_text() for file in sorted(site.rglob("*")) if file.is_file()}


@pytest.fixture
def store(tmp_path: Path) -> FolderSiteStore:
    return FolderSiteStore(tmp_path)


def test_it_is_a_site_store(store: FolderSiteStore) -> None:
    port: SiteStore = store
    assert port.publish([], keep=True) == 0


def test_the_first_build_stands(store: FolderSiteStore, tmp_path: Path) -> None:
    assert store.current is None
    assert store.publish([_file("ko/index.html", "하나"), _file("robots.txt", "x")], keep=False) == 2
    assert _tree(tmp_path) == {"ko/index.html": "하나", "robots.txt": "x"}
    assert (tmp_path / "site").is_symlink()


def test_keep_leaves_what_is_not_given(store: FolderSiteStore, tmp_path: Path) -> None:
    store.publish([_file("a.html", "1"), _file("b/c.html", "1")], keep=False)
    assert store.publish([_file("a.html", "2"), _file("d.html", "2")], keep=True) == 2
    assert _tree(tmp_path) == {"a.html": "2", "b/c.html": "1", "d.html": "2"}


def test_without_keep_only_what_is_given_stands(store: FolderSiteStore, tmp_path: Path) -> None:
    store.publish([_file("a.html", "1"), _file("b/c.html", "1")], keep=False)
    assert store.publish([_file("a.html", "1")], keep=False) == 1
    assert _tree(tmp_path) == {"a.html": "1"}


def test_unchanged_files_keep_their_times_and_an_unchanged_site_its_tree(
    store: FolderSiteStore, tmp_path: Path
) -> None:
    store.publish([_file("a.html", "1"), _file("b.html", "1")], keep=False)
    os.utime(tmp_path / "site" / "b.html", (1, 1))
    tree = store.current
    assert store.publish([_file("a.html", "1"), _file("b.html", "1")], keep=False) == 0
    assert store.current == tree
    store.publish([_file("a.html", "2"), _file("b.html", "1")], keep=False)
    assert store.current != tree
    assert (tmp_path / "site" / "b.html").stat().st_mtime == 1


def test_a_build_that_dies_leaves_the_old_tree(store: FolderSiteStore, tmp_path: Path) -> None:
    store.publish([_file("a.html", "old")], keep=False)

    def broken() -> Iterator[OutputFile]:
        yield _file("a.html", "new")
        raise RuntimeError("a template broke")

    with pytest.raises(RuntimeError, match="a template broke"):
        store.publish(broken(), keep=False)
    assert _tree(tmp_path) == {"a.html": "old"}
    assert not list((tmp_path / ".site").glob("*.new"))


def test_leftovers_and_old_trees_are_cleared_away(store: FolderSiteStore, tmp_path: Path) -> None:
    (tmp_path / ".site" / "9.new").mkdir(parents=True)
    for number in range(6):
        store.publish([_file("a.html", str(number))], keep=False)
    trees = sorted(path.name for path in (tmp_path / ".site").iterdir() if path.is_dir())
    assert trees == ["4", "5", "6"]
    assert _tree(tmp_path) == {"a.html": "5"}


def test_a_tree_that_nobody_saw_is_not_taken_for_the_site(store: FolderSiteStore, tmp_path: Path) -> None:
    store.publish([_file("a.html", "1")], keep=False)
    (tmp_path / ".site" / "7").mkdir()
    store.publish([_file("a.html", "2")], keep=True)
    assert _tree(tmp_path) == {"a.html": "2"}
    assert not (tmp_path / ".site" / "7").exists()


@pytest.mark.parametrize("path", ["/etc/passwd", "../x", "a/../../x", "", "a//b", "./a", "a\0b", "a/"])
def test_no_path_leads_out_of_the_tree(store: FolderSiteStore, tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path within the site"):
        store.publish([_file(path, "x")], keep=False)
    assert not (tmp_path / "site").exists()


def test_two_files_of_one_path_are_a_bug(store: FolderSiteStore) -> None:
    with pytest.raises(ValueError, match="two files of one path"):
        store.publish([_file("a", "1"), _file("a", "2")], keep=False)


def test_a_foreign_folder_is_left_alone(store: FolderSiteStore, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "precious.txt").write_text("mine")
    with pytest.raises(UsageError, match="not a site that Prism made"):
        store.publish([_file("a", "1")], keep=False)
    assert (tmp_path / "site" / "precious.txt").read_text() == "mine"


def test_a_foreign_link_is_left_alone(store: FolderSiteStore, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to("elsewhere")
    with pytest.raises(UsageError):
        store.publish([_file("a", "1")], keep=False)


def test_what_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "dir").write_text("a file where a folder should be")
    with pytest.raises(PrismError, match="the old one stands"):
        FolderSiteStore(tmp_path / "dir").publish([_file("a", "1")], keep=False)


NO_ROOM = """
import resource, sys
from pathlib import Path
from prism.adapters.sitestores import FolderSiteStore
from prism.model import OutputFile, PrismError
store = FolderSiteStore(Path(sys.argv[1]))
store.publish([OutputFile("a.html", "text/html", b"old")], keep=False)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
try:
    store.publish([OutputFile("a.html", "text/html", b"new" * 9000)], keep=False)
except PrismError as error:
    print(error)
assert (Path(sys.argv[1]) / "site" / "a.html").read_bytes() == b"old"
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.publish([OutputFile("a.html", "text/html", b"new" * 9000)], keep=False)
assert (Path(sys.argv[1]) / "site" / "a.html").read_bytes() == b"new" * 9000
"""


def test_without_room_the_old_site_stands_and_all_resumes_when_there_is(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", NO_ROOM, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "no room for the new site" in done.stdout
    assert "make room" in done.stdout


def test_a_reader_sees_one_tree_or_the_other(store: FolderSiteStore, tmp_path: Path) -> None:
    names = [f"{number}/index.html" for number in range(40)]
    store.publish([_file(name, "0") for name in names], keep=False)
    mixed: list[set[str]] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            tree = (tmp_path / "site").resolve()
            try:
                seen = {(tree / name).read_text() for name in names}
            except FileNotFoundError:
                continue  # it read for longer than a whole tree is kept
            if len(seen) != 1:
                mixed.append(seen)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 10):
        store.publish([_file(name, str(number)) for name in names], keep=False)
    done.set()
    reader.join()
    assert not mixed


def _grown(number: int) -> list[OutputFile]:
    return [_file("front.html", str(number)), _file(f"story/{number % 4}/index.html", str(number))]


def test_many_small_changes_give_the_same_tree_as_one_build(store: FolderSiteStore, tmp_path: Path) -> None:
    expected: dict[str, str] = {}
    for number in range(12):
        files = _grown(number)
        if number == 7:  # a full build in between removes what is not given
            expected = {}
        expected |= {file.path: file.body.decode() for file in files}
        store.publish(files, keep=number != 7)
        assert _tree(tmp_path) == expected, number
    assert store.publish(_grown(11), keep=True) == 0
    assert store.publish(_grown(12), keep=True) == 2


def test_the_tree_before_stays_as_it_was_while_the_next_is_made(store: FolderSiteStore, tmp_path: Path) -> None:
    for number in range(5):
        store.publish(_grown(number), keep=True)
    before = store.current
    assert before
    store.publish(_grown(5), keep=True)
    assert (before / "front.html").read_text() == "4"
    assert (tmp_path / "site" / "front.html").read_text() == "5"


def test_a_killed_build_of_a_spare_tree_is_made_again_from_the_old_one(store: FolderSiteStore, tmp_path: Path) -> None:
    for number in range(5):
        store.publish(_grown(number), keep=True)
    (tmp_path / ".site" / "3").rename(tmp_path / ".site" / "6.new")  # what a kill leaves
    (tmp_path / ".site" / "6.new" / "front.html").unlink()
    store.publish(_grown(5), keep=True)
    assert _tree(tmp_path)["front.html"] == "5"
    assert len(_tree(tmp_path)) == 5


def test_a_file_may_become_a_folder_and_a_folder_a_file(store: FolderSiteStore, tmp_path: Path) -> None:
    for number in range(6):
        shape = "a" if number % 2 else "a/b"
        store.publish([_file("front.html", str(number)), _file(shape, str(number))], keep=False)
        store.publish([_file("front.html", f"{number}+")], keep=True)
        store.publish([_file("front.html", f"{number}++"), _file(f"{number}", "x")], keep=True)
        assert _tree(tmp_path) == {"front.html": f"{number}++", shape: str(number), str(number): "x"}
        store.publish([_file("front.html", f"{number}+++")], keep=True)
        assert _tree(tmp_path)["front.html"] == f"{number}+++"


@given(
    st.lists(
        st.tuples(
            st.booleans(), st.dictionaries(st.sampled_from(["a", "b/c", "b/d", "e/f/g", "h"]), st.binary(max_size=2))
        ),
        max_size=12,
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_builds_in_a_row_give_what_was_asked(
    tmp_path_factory: pytest.TempPathFactory, builds: list[tuple[bool, dict[str, bytes]]]
) -> None:
    root = tmp_path_factory.mktemp("any")
    expected: dict[str, bytes] = {}
    for keep, files in builds:
        expected = {**expected, **files} if keep else files
        FolderSiteStore(root, encodings=["gzip"]).publish(
            [OutputFile(path, "text/plain", body) for path, body in files.items()], keep=keep
        )
        site = root / "site"
        found = {str(one.relative_to(site)): one.read_bytes() for one in site.rglob("*") if one.is_file()}
        assert found == expected


def test_packed_copies_come_and_go_with_their_file(tmp_path: Path) -> None:
    long = "길다 " * 400
    packing = FolderSiteStore(tmp_path, encodings=["br", "gzip"])
    packing.publish([_file("a.html", long), _file("b.html", "short"), _file("c.png", long)], keep=False)
    assert {path.name for path in (tmp_path / "site").iterdir()} == {
        "a.html",
        "a.html.br",
        "a.html.gz",
        "b.html",
        "c.png",
    }
    packing.publish([_file("a.html", long + "!")], keep=True)
    assert gzip.decompress((tmp_path / "site" / "a.html.gz").read_bytes()).decode() == long + "!"
    packing.publish([Standing("a.html")], keep=False)
    assert {path.name for path in (tmp_path / "site").iterdir()} == {"a.html", "a.html.br", "a.html.gz"}
    packing.publish([_file("a.html", "now it is short")], keep=True)
    assert {path.name for path in (tmp_path / "site").iterdir()} == {"a.html"}
    packing.publish([_file("a.html", long)], keep=True)
    FolderSiteStore(tmp_path).publish([_file("a.html", long)], keep=True)
    assert {path.name for path in (tmp_path / "site").iterdir()} == {"a.html"}, "not wanted any more"
