"""The register that sentences end in: the house style of an edition has one."""

from __future__ import annotations

import re

from prism.languages.tables import table_for

_CLOSING = re.compile(r"[\s\"'”’」』)\]）】.。!?！？…]+$")


def register_of(text: str, language: str) -> str:
    """The register of a sentence by its ending.

    Returns:
        "haera", "hapsyo", "haeyo" (Korean); "desumasu", "dearu" (Japanese); "plain" for languages without registers;
        empty where the ending tells nothing (a headline, a noun phrase).
    """
    endings = table_for(language).registers
    if not endings:
        return "plain"
    bare = _CLOSING.sub("", text)
    for register, pattern in endings:
        if pattern.search(bare):
            return register
    return ""
