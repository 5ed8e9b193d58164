"""TDM Reservation Protocol (W3C Community Group, final report of 2024-05-10): whether mining is reserved.

Three places may say it: `/.well-known/tdmrep.json`, response headers, and meta elements of the page. The nearer to the page
the stronger: meta over header over file. In the file the first rule that matches holds. 1 reserves; 0 does not, and is no
permission to publish either; anything else is an error of the protocol and counts as unsaid.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from prism.sources.patterns import matches
from prism.web import charsets

_LARGEST = 4 * 1024 * 1024
_MOST_RULES = 20_000
_RESERVATION, _POLICY = "tdm-reservation", "tdm-policy"


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a publisher declares: whether mining is reserved, the policy's address (may be empty), and the words, one line."""

    reserved: bool
    policy: str
    evidence: str


def declared(
    url: str, *, page_meta: Mapping[str, str], headers: Mapping[str, str], file: bytes | None
) -> Declaration | None:
    """The declaration that holds for an address, or None when nobody declares anything."""
    return (
        _from_values(page_meta, "meta") or _from_values(headers, "header") or (_from_file(file, url) if file else None)
    )


def _from_values(values: Mapping[str, str], where: str) -> Declaration | None:
    said = values.get(_RESERVATION, "").strip().partition(",")[0].strip()
    if said not in {"0", "1"}:
        return None
    policy = values.get(_POLICY, "").strip()
    return Declaration(said == "1", policy, _evidence(f"{where} tdm-reservation: {said}", policy))


def _from_file(body: bytes, url: str) -> Declaration | None:
    if len(body) > _LARGEST:
        return None
    try:
        rules = json.loads(charsets.decode(body, {}, markup=False))
    except (ValueError, RecursionError):
        return None
    for rule in rules[:_MOST_RULES] if isinstance(rules, list) else [rules]:
        location = rule.get("location") if isinstance(rule, dict) else None
        if not isinstance(location, str) or not matches(location, url):
            continue
        said = rule.get(_RESERVATION)
        if str(said) not in {"0", "1"} or isinstance(said, bool):
            continue
        policy = rule.get(_POLICY)
        policy = policy if isinstance(policy, str) else ""
        return Declaration(
            str(said) == "1", policy, _evidence(f"tdmrep.json {location} tdm-reservation: {said}", policy)
        )
    return None


def _evidence(line: str, policy: str) -> str:
    return " ".join(f"{line}, tdm-policy: {policy}".split()) if policy else " ".join(line.split())
