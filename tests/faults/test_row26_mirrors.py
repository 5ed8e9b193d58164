"""Row 26, elsewhere: a mirror whose making is killed at any instant leads nowhere that is not there, and is whole after the next build."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

BUILDER = """
import os, shutil, sys
from datetime import UTC, datetime
from pathlib import Path
from prism.adapters.sitestores import MirroredSiteStore
from prism.model import OutputFile
from prism.ports import Occasion

class Copied:
    name = "copied"
    takes_copies = True
    def __init__(self, place): self.place = place
    def bring(self, tree, paths):
        for path in paths:
            (self.place / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(tree / path, self.place / "arriving")
            os.replace(self.place / "arriving", self.place / path)
            yield path
    def take_away(self, paths):
        for path in paths:
            (self.place / path).unlink(missing_ok=True)
            yield path
    def listed(self): return ()

root, start, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
store = MirroredSiteStore(root / "room", Copied(root / "there"), encodings=["gzip"])
print("ready", flush=True)
for number in range(start, start + count):
    stories = range(number, number + 40)
    page = "text/html; charset=utf-8"
    files = [OutputFile("ko/index.html", page, " ".join(map(str, stories)).encode())]
    files += [OutputFile(f"ko/story/{n}/index.html", page, f"{n:04}".encode() * 300) for n in stories]
    store.publish(files, keep=False, occasion=Occasion(datetime.now(UTC), "changes", {}))
    print(number, flush=True)
"""
INSTANTS = [number * 61 % 150 / 1000 for number in range(6)]


def _builder(root: Path, start: int, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", BUILDER, str(root), str(start), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _leads_nowhere(there: Path) -> list[str]:
    front = there / "ko" / "index.html"
    listed = front.read_text().split() if front.exists() else []
    return [story for story in listed if not (there / "ko" / "story" / story / "index.html").is_file()]


def test_a_killed_mirror_leads_nowhere_wrong_and_is_made_whole(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    number = 1
    for instant in INSTANTS:
        with _builder(tmp_path, number, 1000) as builder:
            assert builder.stdout
            assert builder.stdout.readline().strip() == "ready"
            number = int(builder.stdout.readline())
            time.sleep(instant)
            builder.kill()
            number = max([number, *(int(line) for line in builder.stdout.read().split())])
        assert not _leads_nowhere(there)
        number += 1
    with _builder(tmp_path, number, 1) as builder:
        assert builder.wait() == 0
    site = (tmp_path / "room" / "site").resolve()
    here = {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    mirrored = {str(path.relative_to(there)): path.read_bytes() for path in there.rglob("*") if path.is_file()}
    mirrored.pop("arriving", None)
    assert mirrored == here
    assert len(here) == 41 + 40, "with a packed copy of each story"
