"""Copies of text files in the encodings that browsers ask for, made once and not at each request (RFC 9110, 8.4.1).

Quality is chosen so that a page costs a few milliseconds; the gzip header bears no time, so the same bytes give the same copy.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping

import brotli  # type: ignore[import-untyped]  # it has no types
import zstandard

LEAST = 512
"""Bytes below which a copy saves nothing: such a file fits into one packet anyway."""


def _brotli(body: bytes) -> bytes:
    packed: bytes = brotli.compress(body, mode=brotli.MODE_TEXT, quality=6)
    return packed


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=6, mtime=0)


def _zstd(body: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=9).compress(body)


ENCODINGS: Mapping[str, tuple[str, Callable[[bytes], bytes]]] = {
    "br": (".br", _brotli),
    "zstd": (".zst", _zstd),
    "gzip": (".gz", _gzip),
}
"""Name in HTTP → suffix of the copy, and how it is made; the best for readers first."""
SUFFIXES = tuple(suffix for suffix, _ in ENCODINGS.values())


def is_copy(path: str) -> bool:
    """Whether a file of the site is such a copy."""
    return path.endswith(SUFFIXES)
