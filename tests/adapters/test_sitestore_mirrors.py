"""The site brought elsewhere: by real HTTP to a server that speaks S3, and by rsync; in order, and on after a break."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import threading
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest

from prism.adapters.sitestores import Keys, MirroredSiteStore, RsyncTarget, S3Target, Target
from prism.adapters.sitestores.manners import Turn, cache_control, turn
from prism.app.wiring import SystemClock
from prism.model import OutputFile, PrismError, UsageError
from prism.ports import Occasion, SiteStore

HASHED = "assets/prism-ko.0123456789ab.css"


def files(mark: str, stories: int = 3) -> list[OutputFile]:
    """A small site: what leads to what is the other way round than it must arrive."""
    page = "text/html; charset=utf-8"
    return [
        OutputFile("index.html", page, f"choose {mark}".encode()),
        OutputFile("ko/index.html", page, f"front {mark}".encode()),
        OutputFile("ko/tag/다리/index.html", page, f"tag {mark}".encode()),
        *(OutputFile(f"ko/story/{n}/index.html", page, f"story {n}".encode()) for n in range(stories)),
        OutputFile(HASHED, "text/css", b"p{}"),
    ]


class Shelf:
    """A target in memory that notes the order, and breaks when it is told to."""

    def __init__(self) -> None:
        self.there: dict[str, bytes] = {}
        self.arrived: list[str] = []
        self.breaks_after = -1

    name = "memory"
    takes_copies = False

    def bring(self, tree: Path, paths: Sequence[str]) -> Iterator[str]:
        for path in paths:
            self._may_break()
            self.there[path] = (tree / path).read_bytes()
            self.arrived.append(path)
            yield path

    def take_away(self, paths: Sequence[str]) -> Iterator[str]:
        for path in paths:
            self._may_break()
            self.there.pop(path, None)
            self.arrived.append(f"-{path}")
            yield path

    def listed(self) -> Collection[str]:
        return set(self.there)

    def _may_break(self) -> None:
        if self.breaks_after == 0:
            raise PrismError("the line is cut")
        self.breaks_after -= 1


def bytes_of(given: Sequence[OutputFile]) -> dict[str, bytes]:
    return {file.path: file.body for file in given}


def test_it_is_a_store_and_a_target(tmp_path: Path) -> None:
    target: Target = Shelf()
    store: SiteStore = MirroredSiteStore(tmp_path, target)
    assert store.publish(files("one"), keep=False) == 7
    assert store.has("ko/index.html")
    assert store.read("ko/index.html") == b"front one"


def test_nothing_comes_before_what_it_leads_to(tmp_path: Path) -> None:
    target = Shelf()
    store = MirroredSiteStore(tmp_path, target)
    store.publish(files("one"), keep=False)
    turns = [turn(path) for path in target.arrived]
    assert turns == sorted(turns)
    assert turns[0] is Turn.ASSET
    assert turns[-1] is Turn.ENTRY
    target.arrived.clear()
    store.publish(files("two", stories=2), keep=False)
    assert target.arrived[-1] == "-ko/story/2/index.html"
    assert target.there == bytes_of(files("two", stories=2))


def test_only_what_changed_is_brought(tmp_path: Path) -> None:
    target = Shelf()
    store = MirroredSiteStore(tmp_path, target)
    store.publish(files("one"), keep=False)
    target.arrived.clear()
    store.publish([OutputFile("ko/index.html", "text/html", b"front two")], keep=True)
    assert target.arrived == ["ko/index.html"]


@pytest.mark.parametrize("after", range(7))
def test_a_broken_line_is_taken_up_where_it_broke(tmp_path: Path, after: int) -> None:
    target = Shelf()
    store = MirroredSiteStore(tmp_path, target)
    target.breaks_after = after
    with pytest.raises(PrismError, match="the line is cut"):
        store.publish(files("one"), keep=False)
    assert len(target.there) == after
    target.breaks_after = -1
    assert MirroredSiteStore(tmp_path, target).publish(files("one"), keep=False) == 0
    assert target.there == bytes_of(files("one"))
    assert len(target.arrived) == 7, "nothing is brought twice"


def test_a_lost_ledger_brings_all_and_takes_strangers_away(tmp_path: Path) -> None:
    target = Shelf()
    MirroredSiteStore(tmp_path, target).publish(files("one"), keep=False)
    (tmp_path / ".site" / "ledger").write_bytes(b"not a database at all, and long enough to be looked at" * 20)
    target.there["ko/stray.html"] = b"x"
    MirroredSiteStore(tmp_path, target).publish(files("two"), keep=True)
    assert target.there == bytes_of(files("two"))


def test_why_a_file_changed_is_kept(tmp_path: Path) -> None:
    store = MirroredSiteStore(tmp_path, Shelf())
    first = Occasion(datetime(2026, 11, 20, tzinfo=UTC), "everything", {"s1": "new"})
    second = Occasion(datetime(2026, 11, 21, tzinfo=UTC), "changes", {"s1": "version 2"})
    store.publish(files("one"), keep=False, occasion=first)
    store.publish([OutputFile("ko/index.html", "text/html", b"x")], keep=True, occasion=second)
    assert store.occasion("ko/index.html") == second
    assert store.occasion("ko/story/1/index.html") == first
    assert store.occasion("ko/nothing") is None


# -- S3, over HTTP -------------------------------------------------------------------------------------------------------

BUCKET = "news"


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """The address of a server that speaks S3."""
    if importlib.util.find_spec("moto") is None or importlib.util.find_spec("flask") is None:
        pytest.skip("moto[server] is not installed")
    code = "from moto.server import ThreadedMotoServer as S\ns=S('127.0.0.1',0,verbose=False)\ns.start()\nprint(s.get_host_and_port()[1],flush=True)\nimport sys\nsys.stdin.read()\ns.stop()"
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={"INITIAL_NO_AUTH_ACTION_COUNT": "9999", "PATH": "/usr/bin:/bin"},
    ) as server:
        assert server.stdout
        port = server.stdout.readline().strip()
        assert port, "the server did not start"
        endpoint = f"http://127.0.0.1:{port}"
        assert httpx2.put(f"{endpoint}/{BUCKET}").status_code == 200
        yield endpoint
        server.terminate()


def target_of(endpoint: str, prefix: str = "", bucket: str = BUCKET) -> S3Target:
    return S3Target(endpoint=endpoint, bucket=bucket, keys=Keys("k", "s"), clock=SystemClock(), prefix=prefix)


def fetched(endpoint: str, target: S3Target, path: str) -> httpx2.Response:
    return httpx2.get(endpoint + path, headers=target._signed("GET", path, "", b"", {}))


def test_a_bucket_holds_the_site(s3: str, tmp_path: Path) -> None:
    target = target_of(s3, "site/one")
    store = MirroredSiteStore(tmp_path, target, encodings=["gzip"])
    store.publish(files("one"), keep=False)
    assert target.listed() == bytes_of(files("one")).keys()
    page = fetched(s3, target, f"/{BUCKET}/site/one/ko/tag/%EB%8B%A4%EB%A6%AC/index.html")
    assert (page.text, page.headers["content-type"]) == ("tag one", "text/html; charset=utf-8")
    css = fetched(s3, target, f"/{BUCKET}/site/one/{HASHED}")
    assert css.headers["cache-control"] == cache_control(HASHED)
    assert "immutable" in css.headers["cache-control"]
    store.publish(files("two", stories=1), keep=False)
    assert target.listed() == bytes_of(files("two", stories=1)).keys()
    assert fetched(s3, target, f"/{BUCKET}/site/one/ko/index.html").text == "front two"


@pytest.mark.slow
def test_a_bucket_of_many_files_is_listed_whole(s3: str, tmp_path: Path) -> None:
    target = target_of(s3, "many")
    store = MirroredSiteStore(tmp_path, target)
    store.publish(files("one", stories=1200), keep=False)
    assert len(target.listed()) == 1204
    store.publish(files("one", stories=1), keep=False)
    assert len(target.listed()) == 5


def test_a_bucket_that_is_not_there_is_one_line_without_the_secret(s3: str, tmp_path: Path) -> None:
    with pytest.raises(PrismError, match="NoSuchBucket") as caught:
        MirroredSiteStore(tmp_path, target_of(s3, bucket="nowhere")).publish(files("one"), keep=False)
    assert "nowhere" in str(caught.value)
    assert (tmp_path / "site" / "ko" / "index.html").read_bytes() == b"front one"
    assert "'s'" not in repr(Keys("k", "s"))


def test_a_storage_that_is_away_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(PrismError, match="does not take the site"):
        MirroredSiteStore(tmp_path, target_of("http://127.0.0.1:9")).publish(files("one"), keep=False)


def test_signatures_are_those_of_the_standard() -> None:
    """The example of the S3 documentation ("GET Object" with a Range header)."""

    class Then:
        def now(self) -> datetime:
            return datetime(2013, 5, 24, tzinfo=UTC)

    keys = Keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
    target = S3Target(endpoint="https://examplebucket.s3.amazonaws.com", bucket="", keys=keys, clock=Then())
    signed = target._signed("GET", "/test.txt", "", b"", {"range": "bytes=0-9"})
    assert signed["authorization"].endswith(
        "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
    )


# -- rsync -----------------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not installed")
def test_rsync_brings_the_site(tmp_path: Path) -> None:
    place = tmp_path / "served"
    place.mkdir()
    store = MirroredSiteStore(tmp_path / "room", RsyncTarget(str(place)))
    store.publish(files("one"), keep=False)
    (place / "ko" / "stranger.html").write_text("not ours, and left alone")
    store.publish(files("two", stories=1), keep=False)
    found = {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}
    assert found.pop("ko/stranger.html")
    assert found == bytes_of(files("two", stories=1))


@pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not installed")
def test_rsync_to_nowhere_is_one_line(tmp_path: Path) -> None:
    store = MirroredSiteStore(tmp_path / "room", RsyncTarget(str(tmp_path / "no" / "such" / "place")))
    with pytest.raises(PrismError, match="rsync does not bring the site"):
        store.publish(files("one"), keep=False)


def test_a_missing_rsync_and_a_place_like_an_option_are_said() -> None:
    with pytest.raises(UsageError, match="not installed"):
        RsyncTarget("host:/srv", program="no-such-program")
    with pytest.raises(UsageError, match="hyphen"):
        RsyncTarget("-e sh")


def test_nothing_is_left_running() -> None:
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("ThreadPoolExecutor")]
