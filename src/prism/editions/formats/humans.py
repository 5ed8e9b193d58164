"""humans.txt (https://humanstxt.org): who stands behind the site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prism.editions.plain import clean
from prism.model import Edition, Frame, OutputFile


def render(frames: Sequence[Frame], editions: Sequence[Edition]) -> Iterable[OutputFile]:  # noqa: ARG001  # every site format is called alike
    """One file at the root."""
    if not frames:
        return
    site = frames[0].site
    lines = [
        "/* PUBLISHER */",
        f"Name: {site.publisher or site.name}",
        f"Answerable editor: {site.editor}",
        f"Contact: {site.contact}",
        "",
        "/* SITE */",
        f"Editions: {', '.join(frame.locale.tag for frame in frames)}",
        f"Software: Prism {frames[0].version}",
        "Texts: written by machine, checked against their sources, marked AI",
    ]
    text = "\n".join(" ".join(clean(line).split()) for line in lines) + "\n"
    yield OutputFile("humans.txt", "text/plain; charset=utf-8", text.encode())
