"""SAFETY, row 5: a decompression bomb is a clear failure, and memory grows by less than 64 MB.

The peak is read from the operating system in a process of its own, since a peak once reached never goes down again;
what a body of the size that is allowed costs is counted with it.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import zlib
from datetime import UTC, datetime
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # the package has no types
import pytest
import zstandard

from prism.adapters.http import HttpFetcher
from prism.adapters.http.testing import HandClock, LoopbackServer, Seen, answer
from prism.model import BadResponse, Refused, Request

CLOCK = HandClock(datetime(2026, 11, 22, tzinfo=UTC))
BLOCK = b"\0" * 1_000_000
BLOCKS = 128
LIMIT_BYTES = 64_000_000


def gzip_of(blocks: int, wbits: int = zlib.MAX_WBITS | 16) -> bytes:
    packer = zlib.compressobj(9, wbits=wbits)
    return b"".join([*(packer.compress(BLOCK) for _ in range(blocks)), packer.flush()])


def brotli_of(blocks: int) -> bytes:
    packer = brotli.Compressor(quality=5)
    return b"".join([*(packer.process(BLOCK) for _ in range(blocks)), packer.finish()])


def zstd_of(blocks: int, window_log: int = 20) -> bytes:
    parameters = zstandard.ZstdCompressionParameters.from_level(3, window_log=window_log)
    packer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    return b"".join([*(packer.compress(BLOCK) for _ in range(blocks)), packer.flush()])


def empty_stored_blocks(count: int) -> bytes:
    """Deflate that goes on and on and comes to nothing."""
    return b"\x00\x00\x00\xff\xff" * count


def bombs() -> dict[str, tuple[str, bytes]]:
    """Name → Content-Encoding and body."""
    return {
        "gzip": ("gzip", gzip_of(BLOCKS)),
        "deflate": ("deflate", gzip_of(BLOCKS, zlib.MAX_WBITS)),
        "raw-deflate": ("deflate", gzip_of(BLOCKS, -zlib.MAX_WBITS)),
        "br": ("br", brotli_of(BLOCKS)),
        "zstd": ("zstd", zstd_of(BLOCKS)),
        "zstd-wide-window": ("zstd", zstd_of(BLOCKS, 27)),
        "gzip-gzip": ("gzip, gzip", gzip.compress(gzip_of(BLOCKS))),
        "gzip-br": ("gzip, br", brotli.compress(gzip_of(BLOCKS), quality=5)),
        "br-zstd-gzip": ("br, zstd, gzip", gzip.compress(zstandard.ZstdCompressor().compress(brotli_of(BLOCKS)))),
        "zstd-zstd-zstd": ("zstd, zstd, zstd", zstandard.compress(zstandard.compress(zstd_of(BLOCKS)))),
        "nothing-of-much": ("deflate, gzip", gzip.compress(empty_stored_blocks(3_000_000))),
        "many-members": ("gzip", gzip.compress(b"") * 50_000),
        "many-frames": ("zstd", zstandard.compress(b"") * 50_000),
    }


def serve(seen: Seen) -> bytes:
    name = seen.path.strip("/")
    if name.startswith("moved-"):
        encoding, body = BOMBS[name.removeprefix("moved-")]
        return answer(302, body, {"Content-Encoding": encoding, "Location": "http://10.0.0.1/"})
    if name == "robots.txt":
        return answer(404)
    encoding, body = BOMBS[name]
    return answer(200, body, {"Content-Encoding": encoding})


def peak_bytes() -> int:
    """Of this process alone: `ru_maxrss` would begin with the peak of the process that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def outcomes(allowed: str, base: str, names: list[str]) -> dict[str, str]:
    """What the fetcher says of each path, and by how many bytes the peak of this process grew (under "peak")."""
    before = peak_bytes()
    said = {}
    with HttpFetcher([allowed], delay_seconds=0, clock=CLOCK) as fetcher:
        for name in names:
            try:
                said[name] = f"{len(fetcher.fetch(Request(f'{base}/{name}')).body)} bytes"
            except (BadResponse, Refused) as error:
                said[name] = f"{type(error).__name__}: {error}"
    return said | {"peak": str(peak_bytes() - before)}


BOMBS: dict[str, tuple[str, bytes]] = {}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from /proc")
def test_bombs_do_not_go_off() -> None:
    BOMBS.update(bombs())
    names = [*BOMBS, *(f"moved-{name}" for name in BOMBS)]
    with LoopbackServer(serve) as server:
        done = subprocess.run(
            [sys.executable, __file__, server.host_port, server.url("").rstrip("/"), *names],
            check=True,
            capture_output=True,
            text=True,
        )
    said = json.loads(done.stdout)
    grown = int(said.pop("peak"))
    for name in BOMBS:
        assert said[name].startswith("BadResponse"), (name, said[name])
        assert f"/{name}: " in said[name]
        assert said[f"moved-{name}"].startswith("Refused: http://10.0.0.1/"), name
    assert grown < LIMIT_BYTES, said


@pytest.mark.parametrize(("beginning", "refused"), [(b"User-agent: *\nDisallow: /page\n", True), (b"", False)])
def test_a_bomb_for_a_robots_txt_is_cut(beginning: bytes, refused: bool) -> None:
    """It is not refused, since what stands before the 512 KiB counts."""
    packer = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    bomb = b"".join([packer.compress(beginning), *(packer.compress(BLOCK) for _ in range(BLOCKS)), packer.flush()])

    def script(seen: Seen) -> bytes:
        return answer(200, bomb, {"Content-Encoding": "gzip"}) if seen.path == "/robots.txt" else answer(200, b"hello")

    with LoopbackServer(script) as server, HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher:
        if refused:
            with pytest.raises(Refused, match="Disallow: /page"):
                fetcher.fetch(Request(server.url("/page")))
        else:
            assert fetcher.fetch(Request(server.url("/page"))).body == b"hello"


if __name__ == "__main__":
    print(json.dumps(outcomes(sys.argv[1], sys.argv[2], sys.argv[3:])))
