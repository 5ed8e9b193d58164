"""Row 26: a build killed at any instant leaves the old tree or the new one, whole."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

BUILDER = """
import sys
from pathlib import Path
from prism.adapters.sitestores import FolderSiteStore
from prism.model import OutputFile
root, start = Path(sys.argv[1]), int(sys.argv[2])
store = FolderSiteStore(root)
print("ready", flush=True)
for number in range(start, start + 1000):
    files = [OutputFile(f"ko/story/{n}/index.html", "text/html", str(number).encode() * 50) for n in range(120)]
    if number % 7 == 0:
        files.append(OutputFile("standing/about", "text/html", b"always the same"))
    store.publish(files, keep=number % 7 != 0)
    print(number, flush=True)
"""
INSTANTS = [number * 47 % 120 / 1000 for number in range(10)]
"""Seconds after a build was acknowledged: spread over what the next one takes."""


def _versions(root: Path) -> set[bytes]:
    site = root / "site"
    pages = list(site.glob("ko/story/*/index.html"))
    assert len(pages) == 120, "the tree is not whole"
    return {page.read_bytes() for page in pages}


def test_killed_at_any_instant_the_tree_is_whole(tmp_path: Path) -> None:
    number = 1
    for instant in INSTANTS:
        with subprocess.Popen(
            [sys.executable, "-c", BUILDER, str(tmp_path), str(number)], stdout=subprocess.PIPE, text=True
        ) as builder:
            assert builder.stdout
            assert builder.stdout.readline().strip() == "ready"
            acknowledged = int(builder.stdout.readline())
            time.sleep(instant)
            builder.kill()
            acknowledged = max([acknowledged, *(int(line) for line in builder.stdout.read().split())])
        (version,) = _versions(tmp_path)
        standing = int(version[: len(version) // 50])
        assert standing in {acknowledged, acknowledged + 1}, "what was acknowledged is there"
        number = standing + 1
    leftovers = [path for path in (tmp_path / ".site").iterdir() if path.is_dir()]
    assert len(leftovers) <= 4
