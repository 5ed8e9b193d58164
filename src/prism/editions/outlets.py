"""The pages of the outlets: whose each is, what may be used and why, how often it agreed with others, its stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from prism.editions import addresses
from prism.editions.agreement import ENOUGH, Agreement, agreement_of
from prism.editions.catalogue import Kind, newest
from prism.editions.environment import page
from prism.editions.layout import ON_A_PAGE, Cards, Layout
from prism.editions.plain import Json, web_link
from prism.model import Basis, OutputFile, Rights, Source, Teaser

_BY_OUTLET = Kind("event_at", lambda story: dict.fromkeys(story.outlets))
"""Outlet → the stories that it reports on its own."""
_NOT_SEEN = frozenset({Basis.OPERATOR, Basis.DEFAULT})
"""What rests on the publisher's word, or on nobody's, was not seen anywhere at some time."""


@dataclass(frozen=True, slots=True)
class _Outlet:
    """One outlet with what its page shows; `siblings` are the other outlets of its owner."""

    source: Source
    rights: Rights
    stories: Sequence[Teaser]
    siblings: tuple[Source, ...]

    @property
    def agreement(self) -> Agreement:
        house = (self.source.id, *(one.id for one in self.siblings))
        return agreement_of(self.source.id, self.stories, house)


def source_pages(layout: Layout, cards: Cards) -> Iterator[OutputFile]:
    """The list of all outlets, and the page of each that is new, or whose stories changed."""
    voice, frame = layout.voice, layout.frame
    ordered = sorted(layout.edition.sources, key=lambda pair: (pair[0].name.casefold(), pair[0].id))
    if layout.sources_changed:
        head = layout.head(voice.say("site.sources"), voice.say("sources.lede"), layout.path("sources"))
        yield page("sources.html", head, frame, sources=ordered)
    wanted = _wanted(layout)
    resting = layout.catalogue.heaps(_BY_OUTLET)
    houses: dict[str, list[Source]] = {}
    for source, _ in ordered:
        houses.setdefault(source.owner, []).append(source)
    for source, rights in ordered:
        if wanted is not None and source.id not in wanted:
            continue
        others = tuple(one for one in houses[source.owner] if one.id != source.id) if source.owner else ()
        yield _page(layout, cards, _Outlet(source, rights, newest(resting.get(source.id, ())), others))


def _wanted(layout: Layout) -> frozenset[str] | None:
    """The outlets whose pages may have changed; None for all."""
    if layout.sources_changed:
        return None
    return frozenset(outlet for teaser in layout.touched or () for outlet in teaser.outlets)


def _page(layout: Layout, cards: Cards, outlet: _Outlet) -> OutputFile:
    voice, source, stories = layout.voice, outlet.source, outlet.stories
    path = addresses.source_path(layout.edition.locale, source.id)
    head = layout.head(source.name, voice.say("sources.lede"), path, stories, more={"about": _organisation(source)})
    agreement = outlet.agreement
    return page(
        "source.html",
        replace(head, noindex=True),
        layout.frame,
        sheet="maps",
        source=source,
        rights=outlet.rights,
        found=outlet.rights.basis not in _NOT_SEEN,
        siblings=outlet.siblings,
        agreement=agreement if agreement.told >= ENOUGH else None,
        least=ENOUGH,
        so_far=agreement.told,
        cards=cards.of(stories[:ON_A_PAGE]),
        total=len(stories),
        more=len(stories) > ON_A_PAGE,
        values=lambda others: ", ".join(map(voice.value, others)),
        current="",
    )


def _organisation(source: Source) -> dict[str, Json]:
    """The outlet as schema.org has it; only what is known."""
    known: dict[str, Json] = {"@type": "NewsMediaOrganization", "name": source.name}
    if homepage := web_link(source.homepage):
        known["url"] = homepage
    if source.owner:
        known["parentOrganization"] = {"@type": "Organization", "name": source.owner}
    return known
