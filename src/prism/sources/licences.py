"""Creative Commons licences in feeds, and what they let a newsroom do.

Read strictly: a share-alike licence would bind the whole brief, so it allows quotation only; one without derivatives allows
quotation, no rewriting; a non-commercial one allows nothing here, since whether a site is commercial is the publisher's
word to give. See docs/decisions/0033.
"""

from __future__ import annotations

import re

from prism.model import Use

_DEED = re.compile(r"creativecommons\.org/(?:licenses/([a-z+\-]+)|publicdomain/(zero|mark))", re.IGNORECASE)
_SHORT = re.compile(r"\bCC[\s\-]?(0|BY(?:[\s\-](?:NC|ND|SA))*)\b", re.IGNORECASE)


def use_of(licence: str) -> tuple[Use, str] | None:
    """What a licence grants.

    Args:
        licence: an address or words, as a feed or page gives them.

    Returns:
        The use and the licence's short name ("CC BY 4.0" is "CC BY"), or None if it is no Creative Commons licence.
        LINK means that it was read and grants nothing that Prism may take.
    """
    code = _code(licence)
    if code is None:
        return None
    parts = set(code.split("-"))
    if parts & {"zero", "mark", "0"}:
        return Use.FULL, "public domain (CC0)"
    name = "CC " + "-".join(part.upper() for part in code.split("-"))
    if "nc" in parts or "by" not in parts:
        return Use.LINK, name
    return (Use.EXCERPT if parts & {"sa", "nd"} else Use.FULL), name


def _code(licence: str) -> str | None:
    if found := _DEED.search(licence):
        return (found[1] or found[2]).lower()
    if found := _SHORT.search(licence):
        return re.sub(r"[\s\-]+", "-", found[1]).lower()
    return None
