from __future__ import annotations

import contextlib
import gzip
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]  # the package has no types
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from prism.adapters.http.decoding import Body
from prism.model import BadResponse

TEXT = ("An ordinary sentence of an ordinary page, 그리고 한국어 문장 하나. " * 4000).encode()


def raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


def decode(encoding: str, data: bytes, *, max_bytes: int = 10**7, step: int = 65536, cut: bool = False) -> bytes:
    body = Body(encoding, max_bytes, cut=cut)
    for start in range(0, len(data), step):
        body.feed(data[start : start + step])
    return body.finish()


@pytest.mark.parametrize("step", [1, 7, 300, 65536])
@pytest.mark.parametrize("encoding", ENCODERS)
def test_each_encoding_in_pieces_of_any_size(encoding: str, step: int) -> None:
    text = TEXT[:20_000] if step == 1 else TEXT
    assert decode(encoding, ENCODERS[encoding](text), step=step) == text


@pytest.mark.parametrize("step", [1, 3, 65536])
def test_deflate_without_its_wrapper(step: int) -> None:
    assert decode("deflate", raw_deflate(TEXT), step=step) == TEXT


def test_encodings_on_top_of_each_other_are_undone_from_the_last() -> None:
    data = ENCODERS["zstd"](ENCODERS["br"](ENCODERS["gzip"](TEXT)))
    assert decode("gzip, BR ,zstd", data) == TEXT


@pytest.mark.parametrize("encoding", ["", "identity", "none", "utf-8", " , identity"])
def test_words_that_encode_nothing(encoding: str) -> None:
    assert decode(encoding, TEXT) == TEXT


@pytest.mark.parametrize("encoding", ["compress", "gzip, gzip, gzip, gzip", "dcb", "x" * 10_000])
def test_encodings_that_nobody_asked_for(encoding: str) -> None:
    with pytest.raises(BadResponse):
        Body(encoding, 1000)


@pytest.mark.parametrize("encoding", ENCODERS)
def test_no_body_is_an_empty_body(encoding: str) -> None:
    assert decode(encoding, b"") == b""


@pytest.mark.parametrize("encoding", ENCODERS)
def test_an_empty_text_and_what_is_behind_the_end(encoding: str) -> None:
    data = ENCODERS[encoding](b"")
    assert decode(encoding, data) == b""
    if encoding in {"gzip", "x-gzip"}:
        assert decode(encoding, gzip.compress(TEXT) + b"\0" * 100) == TEXT


@pytest.mark.parametrize("encoding", ENCODERS)
@pytest.mark.parametrize("keep", [1, 5, 50, -1])
def test_cut_short(encoding: str, keep: int) -> None:
    with pytest.raises(BadResponse):
        decode(encoding, ENCODERS[encoding](TEXT)[:keep])


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
def test_parts_one_after_the_other(encoding: str) -> None:
    part = ENCODERS[encoding](b"part ")
    assert decode(encoding, part * 3, step=5) == b"part " * 3
    with pytest.raises(BadResponse, match="too many parts"):
        decode(encoding, ENCODERS[encoding](b"") * 2000)


def test_a_gzip_whose_last_part_is_cut_short() -> None:
    with pytest.raises(BadResponse, match="cut short"):
        decode("gzip", gzip.compress(TEXT) + gzip.compress(TEXT)[:-4])


@pytest.mark.parametrize("encoding", ENCODERS)
def test_what_is_not_what_it_says(encoding: str) -> None:
    with pytest.raises(BadResponse):
        decode(encoding, b"<html>This is no compressed text at all, dear.</html>" * 20)


@pytest.mark.parametrize("encoding", ["", *ENCODERS])
def test_the_limit(encoding: str) -> None:
    data = ENCODERS[encoding](TEXT) if encoding else TEXT
    assert decode(encoding, data, max_bytes=len(TEXT)) == TEXT
    with pytest.raises(BadResponse, match="larger than"):
        decode(encoding, data, max_bytes=len(TEXT) - 1)
    assert decode(encoding, data, max_bytes=100, cut=True) == TEXT[:100]


@given(st.binary(max_size=300), st.sampled_from([*ENCODERS, "br, gzip", "zstd, deflate"]), st.integers(1, 50))
def test_any_bytes_are_decoded_or_a_bad_response(data: bytes, encoding: str, step: int) -> None:
    with contextlib.suppress(BadResponse):
        assert len(decode(encoding, data, max_bytes=1000, step=step)) <= 1000


@given(st.binary(max_size=3000), st.lists(st.sampled_from(list(ENCODERS)), max_size=3), st.integers(1, 600))
def test_there_and_back(data: bytes, encodings: list[str], step: int) -> None:
    packed = data
    for encoding in encodings:
        packed = ENCODERS[encoding](packed)
    assert decode(", ".join(encodings), packed, step=step, max_bytes=20_000) == data
