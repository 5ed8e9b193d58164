"""Row 27, the site: no room for a file, a packed copy or the ledger leaves the old site; all resumes when there is room."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

NO_ROOM = """
import random, resource, sys
from datetime import UTC, datetime
from pathlib import Path
from prism.adapters.sitestores import FolderSiteStore
from prism.model import OutputFile, PrismError
from prism.ports import Occasion

root, limit, size, pages = Path(sys.argv[1]), *map(int, sys.argv[2:5])
store = FolderSiteStore(root, encodings=["br", "gzip", "zstd"], mirrored=True)
why = Occasion(datetime(2026, 11, 20, tzinfo=UTC), "everything", {})
old = [OutputFile("a.html", "text/html", b"old " * 300)]
store.publish(old, keep=False, occasion=why)
before = {path.name: path.read_bytes() for path in (root / "site").iterdir()}
body = bytes(random.Random(1).choices(b"abcdefghijklmnopqrstuvwxyz", k=size))
new = [OutputFile(f"{n}{'x' * 60}/a.html", "text/html", body) for n in range(pages)]
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
try:
    store.publish(new, keep=True, occasion=why)
    raise SystemExit("there was room")
except PrismError as error:
    print(error)
assert {path.name: path.read_bytes() for path in (root / "site").iterdir()} == before
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert store.publish(new, keep=True, occasion=why) == pages
assert len(list((root / "site").rglob("*"))) == 4 + pages * (2 if size < 512 else 5)
assert store.occasion(new[0].path) == why
assert set(store.ledger.pending()) >= {file.path for file in new}
"""


@pytest.mark.parametrize(
    ("limit", "size", "pages"),
    [(9_000, 12_000, 1), (40_000, 20, 900)],
    ids=["a file", "the ledger"],
)
def test_no_room_leaves_the_old_site(tmp_path: Path, limit: int, size: int, pages: int) -> None:
    command = [sys.executable, "-c", NO_ROOM, str(tmp_path), str(limit), str(size), str(pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the old one stands" in done.stdout
