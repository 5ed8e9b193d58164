"""Who reports a story, at a glance: one block an outlet, in three bands, by language, by country, by owner.

A block has the colour of its outlet's language in every band, so one sees which languages a country or an owner stands for; it is
hollow where the outlet only passes an agency's text on. Words beside each band say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from prism.editions.covers import hue_of
from prism.editions.evidence import Shelf
from prism.model import Article

_WIDE, _HIGH, _BETWEEN = 10, 12, 4
"""Of a block with its gap, and what stands between two groups beside it, in the plot's own units."""
_NAMED = 7
"""Groups that are named beside a band; the smaller ones are counted together."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet of a story: its name, the language of its report, where it is from, whose it is, and whether it reports itself."""

    source_id: str
    name: str
    language: str
    country: str
    owner: str
    own: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Outlets that share a language, a country or an owner: the shared key (empty: not known), how many, and a colour class."""

    key: str
    count: int
    hue: int


@dataclass(frozen=True, slots=True)
class Band:
    """One band of the plot.

    Attributes:
        kind: "language", "country" or "owner".
        groups: largest first; at most so many as are named.
        others: outlets of the groups that are not named.
        known: how many different keys there are, the unknown left out.
        width: of the drawing, in its own units.
        paths: (colour class, hollow, SVG path) of the blocks.
    """

    kind: str
    groups: tuple[Group, ...]
    others: int
    known: int
    width: int
    paths: tuple[tuple[int, bool, str], ...]


def outlets_of(articles: Sequence[Article], shelf: Shelf) -> tuple[Outlet, ...]:
    """The outlets of a story, each once, in the order of their first reports."""
    found: dict[str, Outlet] = {}
    own = {article.source_id for article in articles if article.copy_of is None}
    for article in articles:
        if article.source_id not in found:
            source = shelf.sources.get(article.source_id)
            found[article.source_id] = Outlet(
                source_id=article.source_id,
                name=shelf.outlet(article.source_id),
                language=article.language,
                country=source.country if source else "",
                owner=source.owner if source else "",
                own=article.source_id in own,
            )
    return tuple(found.values())


def bands(outlets: Sequence[Outlet]) -> tuple[Band, ...]:
    """The three bands of the plot; none for a story that nobody tells."""
    if not outlets:
        return ()
    return (
        _band("language", outlets, lambda one: one.language),
        _band("country", outlets, lambda one: one.country),
        _band("owner", outlets, lambda one: one.owner),
    )


def _band(kind: str, outlets: Sequence[Outlet], key: Callable[[Outlet], str]) -> Band:
    groups: dict[str, list[Outlet]] = {}
    for outlet in outlets:
        groups.setdefault(key(outlet), []).append(outlet)
    order = sorted(groups, key=lambda name: (not name, -len(groups[name])))
    paths: dict[tuple[int, bool], list[str]] = {}
    at = 0
    for name in order:
        for outlet in sorted(groups[name], key=lambda one: (not one.own, one.language)):
            inset = 0 if outlet.own else 1
            block = f"M{at + inset} {inset}h{_WIDE - 2 - 2 * inset}v{_HIGH - 2 * inset}h-{_WIDE - 2 - 2 * inset}z"
            paths.setdefault((hue_of(outlet.language), not outlet.own), []).append(block)
            at += _WIDE
        at += _BETWEEN
    named = [Group(name, len(groups[name]), hue_of(groups[name][0].language)) for name in order[:_NAMED]]
    return Band(
        kind=kind,
        groups=tuple(named),
        others=sum(len(groups[name]) for name in order[_NAMED:]),
        known=sum(bool(name) for name in groups),
        width=at - _BETWEEN - 2,
        paths=tuple((hue, hollow, "".join(drawn)) for (hue, hollow), drawn in paths.items()),
    )
