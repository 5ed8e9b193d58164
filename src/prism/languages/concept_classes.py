"""Classes of concepts: qualities, converse pairs, and words that say so little that a paraphrase may add them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    data = files("prism.languages") / "data" / "concept_classes.txt"
    for line in data.read_text(encoding="utf-8").splitlines():
        name, colon, members = line.partition(":")
        if colon and not line.startswith("#"):
            found[name].update(member.strip() for member in members.split(",") if member.strip())
    return {name: frozenset(members) for name, members in found.items()}


@cache
def _converse() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("/")) for pair in _classes()["converse"])


def members(name: str) -> frozenset[str]:
    """The ids of the concepts of a class."""
    return _classes()[name]


def is_quality(ids: frozenset[str]) -> bool:
    """Whether a word with these concepts may say of what kind something is."""
    return not ids.isdisjoint(_classes()["quality"])


def is_converse(ids: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two words may tell one deal from its two sides: bought and sold, won and lost, ahead and behind."""
    return any(frozenset({one, other}) in _converse() for one in ids for other in others)


def is_empty(ids: frozenset[str]) -> bool:
    """Whether a word may be one that only some languages need: there is, but, after, can."""
    empty = _classes()["empty"]
    return not ids.isdisjoint(empty) and ids <= empty | _classes()["faint"]


def is_faint(ids: frozenset[str]) -> bool:
    """Whether a word may say so little that a translation of a quotation puts it otherwise: to get, a way, people."""
    return not ids.isdisjoint(_classes()["faint"])


def is_light(ids: frozenset[str]) -> bool:
    """Whether a word may mean something so general that its absence elsewhere shows nothing."""
    classes = _classes()
    return any(ident in classes["light"] or ident in classes["quality"] for ident in ids)
