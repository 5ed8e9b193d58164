"""What is quoted may be quoted: no passage of a source that allows a link only, nothing of one that forbids all."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import Examined
from prism.model import TITLE, Outcome, Use, Verdict


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a sentence that rests on a passage which the source's rights do not open."""
    for part in examined.parts:
        for one in part.evidence:
            use = one.article.rights.use
            least = Use.LINK if one.citation.passage == TITLE else Use.EXCERPT
            if use.rank < least.rank:
                source = examined.sources.get(one.article.source_id)
                name = source.name if source else one.article.source_id
                yield examined.verdict("rights", Outcome.FAIL, part, "check.rights.closed", outlet=name)
                break
