"""The key of IndexNow (https://www.indexnow.org/documentation): a file at the root that proves whose site it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prism.model import Edition, Frame, OutputFile


def render(frames: Sequence[Frame], editions: Sequence[Edition]) -> Iterable[OutputFile]:  # noqa: ARG001  # every site format is called alike
    """One file, if there is a key."""
    key = frames[0].site.indexnow_key if frames else ""
    if key:
        yield OutputFile(f"{key}.txt", "text/plain; charset=utf-8", key.encode())
