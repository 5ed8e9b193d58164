"""Outlets that a claim names as those who report it."""

from __future__ import annotations

import re

from prism.checks.alignment import Aligned
from prism.languages import NameMention, same_name
from prism.languages.outlets import is_like_an_outlet

_SAME = 0.75
"""`languages.same_name` from which on a name is an outlet's."""


def is_ascribed_outlet(mention: NameMention, aligned: Aligned) -> bool:
    """Whether a name is that of the outlet to which a claim ascribes what it says: it need not stand in the report.

    It must be the outlet of a source, where that is known, or have a name that outlets have; a ministry to which a claim ascribes what
    no ministry said is none.
    """
    claim = aligned.claim
    if mention.kind in {"person", "place"}:
        return False
    behind, before = claim.text[mention.end : mention.end + 12], claim.text[max(0, mention.start - 24) : mention.start]
    if not (_ASCRIBED_BEHIND.match(behind) or _ASCRIBED_BEFORE.search(before)):
        return False
    return is_like_an_outlet(mention.text) or any(
        same_name(mention.text, claim.language, outlet, language) >= _SAME for outlet, language in outlets_of(aligned)
    )


def outlets_of(aligned: Aligned) -> frozenset[tuple[str, str]]:
    """The outlets of the passages, each with the language in which it reports."""
    return frozenset(
        (one.evidence.outlet, one.language) for one in aligned.every if one.evidence is not None and one.evidence.outlet
    )


_ASCRIBED_BEHIND = re.compile(
    r"(?:에 따르면|에 의하면|[은는이가] (?:전했|보도)|[은는이가] [^.]{0,8}보도|によると|によれば|[はが]報じ|报道|報道|的报道| reported| reports|,? according)"
)
_ASCRIBED_BEFORE = re.compile(
    r"(?:[Aa]ccording to(?: the)?|reported by(?: the)?|[Nn]ach Angaben (?:von|des|der)|laut|据|據|根据) ?$"
)
