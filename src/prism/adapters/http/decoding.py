"""Content encodings undone piece by piece, so that a bomb is noticed before it has gone off.

Every decoder turns a chunk into pieces of bounded size, and each stage of a stack counts what comes out of it. What was
measured (see the decision record on decompression): zlib and brotli bound their output themselves; a Zstandard block of
four bytes may grow to 128 KiB, so its input is given in slices of 256 bytes, which bounds a piece to 8 MiB.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Protocol

import brotli  # type: ignore[import-untyped]  # the package has no types
import zstandard

from prism.model import BadResponse

ACCEPT_ENCODING = "gzip, deflate, br, zstd"

_PIECE = 64 * 1024
_SLICE = 256
_WINDOW = 8 * 1024 * 1024  # RFC 9659
_MOST_ENCODINGS = 3
_MOST_MEMBERS = 1000
_GZIP_MAGIC = b"\x1f\x8b"
# Words that servers send as an encoding and that encode nothing.
_NOTHING = frozenset(("", "identity", "none", "binary", "8bit", "utf-8", "utf8"))


class Decoder(Protocol):
    """One content encoding."""

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Pieces of bounded size; raises BadResponse."""
        ...

    def finish(self) -> None:
        """Raises BadResponse if the end is missing."""
        ...


class _Zlib:
    """gzip (RFC 1952, several members too), and deflate with or without the zlib wrapper."""

    def __init__(self, *, gzip: bool) -> None:
        self._gzip = gzip
        self._stream: zlib._Decompress | None = None  # None: between members, or before the first
        self._head = b""
        self._members = 0
        self._padding = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        while chunk and not self._padding:
            if self._stream is None:
                self._head, chunk = self._head + chunk, b""
                if len(self._head) < 2:  # noqa: PLR2004 (both beginnings can be told by two bytes)
                    return
                chunk, self._head = self._begin(self._head), b""
                if self._stream is None:
                    return
            try:
                piece = self._stream.decompress(chunk, _PIECE)
            except zlib.error as error:
                raise BadResponse(f"the compressed body is broken ({error})") from error
            if piece:
                yield piece
            chunk = self._stream.unconsumed_tail
            if self._stream.eof:
                chunk, self._stream = self._stream.unused_data, None

    def _begin(self, head: bytes) -> bytes:
        """Open the member that begins here; what stands behind the last one is padding."""
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise BadResponse("the compressed body has too many parts")
        if self._members > 1 and not (self._gzip and head.startswith(_GZIP_MAGIC)):
            self._padding = True
        elif self._gzip:
            self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        else:
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if _has_zlib_header(head) else -zlib.MAX_WBITS)
        return head

    def finish(self) -> None:
        if self._stream is not None or (self._head and not self._members):
            raise BadResponse("the compressed body is cut short")


class _Brotli:
    """br (RFC 7932)."""

    def __init__(self) -> None:
        self._stream = brotli.Decompressor()
        self._fed = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        if self._stream.is_finished():
            return
        self._fed = self._fed or bool(chunk)
        try:
            piece = self._stream.process(chunk, output_buffer_limit=_PIECE)
            while piece or not self._stream.can_accept_more_data():
                yield piece
                if self._stream.is_finished():
                    return
                piece = self._stream.process(b"", output_buffer_limit=_PIECE)
        except brotli.error as error:
            raise BadResponse("the compressed body is broken (br)") from error

    def finish(self) -> None:
        if self._fed and not self._stream.is_finished():
            raise BadResponse("the compressed body is cut short")


class _Zstandard:
    """zstd (RFC 8878), several frames too, with a window of at most 8 MiB (RFC 9659)."""

    def __init__(self) -> None:
        self._factory = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
        self._stream = self._factory.decompressobj()
        self._frames = 0
        self._open = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        for start in range(0, len(chunk), _SLICE):
            rest = chunk[start : start + _SLICE]
            while rest:
                if self._stream.eof:
                    self._stream = self._factory.decompressobj()
                try:
                    piece = self._stream.decompress(rest)
                except zstandard.ZstdError as error:
                    raise BadResponse(f"the compressed body is broken ({error})") from error
                self._open = not self._stream.eof
                rest = self._stream.unused_data if self._stream.eof else b""
                self._frames += self._stream.eof
                if self._frames > _MOST_MEMBERS:
                    raise BadResponse("the compressed body has too many parts")
                if piece:
                    yield piece

    def finish(self) -> None:
        if self._open:
            raise BadResponse("the compressed body is cut short")


class Body:
    """A body as it comes in: decoded, counted, stopped at its limit."""

    def __init__(self, content_encoding: str, max_bytes: int, *, cut: bool = False) -> None:
        """Prepare for the value of a Content-Encoding header.

        Args:
            content_encoding: as received; encodings in the order in which they were applied.
            max_bytes: of the decoded body, and of what comes out of each encoding between.
            cut: keep the first `max_bytes` of a longer body in place of refusing it.

        Raises:
            BadResponse: an encoding that is not known, or too many of them.
        """
        names = [name for part in content_encoding.lower().split(",") if (name := part.strip()) not in _NOTHING]
        if len(names) > _MOST_ENCODINGS:
            raise BadResponse("the body is compressed too many times over")
        self._decoders: Sequence[Decoder] = [_decoder(name) for name in reversed(names)]
        self._came_out = [0] * (len(names) + 1)
        self._max_bytes = max_bytes
        self._cut = cut
        self._body = bytearray()
        self.full = False

    @property
    def encoded(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._decoders)

    def feed(self, chunk: bytes) -> None:
        """Take bytes as received.

        Raises:
            BadResponse: broken, or larger than allowed.
        """
        if self.full:
            return
        for piece in self._through(0, chunk):
            self._body += piece

    def _through(self, stage: int, chunk: bytes) -> Iterator[bytes]:
        self._came_out[stage] += len(chunk)
        last = stage == len(self._decoders)
        over = self._came_out[stage] - self._max_bytes
        if last and over > 0 and self._cut:
            self.full = True
            chunk = chunk[: len(chunk) - over]
        elif over > (0 if last else self._max_bytes // 64 + _PIECE):  # packed may be a little larger than plain
            raise BadResponse(f"the body is larger than {self._max_bytes} bytes")
        if last:
            yield chunk
            return
        for piece in self._decoders[stage].feed(chunk):
            yield from self._through(stage + 1, piece)
            if self.full:
                return

    def finish(self) -> bytes:
        """The whole body.

        Raises:
            BadResponse: its end is missing.
        """
        if not self.full:
            for decoder in self._decoders:
                decoder.finish()
        return bytes(self._body)


def _decoder(name: str) -> Decoder:
    match name:
        case "gzip" | "x-gzip":
            return _Zlib(gzip=True)
        case "deflate":
            return _Zlib(gzip=False)
        case "br":
            return _Brotli()
        case "zstd":
            return _Zstandard()
        case _:
            raise BadResponse(f"the body is encoded as {name[:40]!r}, which was not asked for")


def _has_zlib_header(head: bytes) -> bool:
    """RFC 1950: method 8, and a check sum over the first two bytes."""
    return head[0] & 0x0F == 8 and (head[0] << 8 | head[1]) % 31 == 0  # noqa: PLR2004
