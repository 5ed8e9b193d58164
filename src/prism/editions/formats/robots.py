"""robots.txt (RFC 9309): everything may be read, and here is the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prism.editions.formats.sitemapindex import PATH
from prism.editions.plain import clean
from prism.model import Edition, Frame, OutputFile


def render(frames: Sequence[Frame], editions: Sequence[Edition]) -> Iterable[OutputFile]:  # noqa: ARG001  # every site format is called alike
    """One file at the root."""
    lines = ["User-agent: *", "Allow: /"]
    if frames:
        lines += ["", f"Sitemap: {clean(frames[0].site.url)}{PATH}"]
    yield OutputFile("robots.txt", "text/plain; charset=utf-8", ("\n".join(lines) + "\n").encode())
