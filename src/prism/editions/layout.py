"""What all listings of an edition share: its stories in their orders, heads, cards, feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from prism.editions import addresses
from prism.editions.catalogue import BY_UPDATE, Catalogue, catalogue_of, newest
from prism.editions.covers import Ray, rays
from prism.editions.environment import fragment
from prism.editions.formats import FEED_FORMATS, atom, jsonfeed, rss
from prism.editions.formats.jsonld import LISTED, listing_graph
from prism.editions.head import Head
from prism.editions.listing import Feed, corrections_by_brief
from prism.editions.memory import Remembered
from prism.editions.plain import Json
from prism.editions.ranking import Reason, reasons_of
from prism.editions.voice import Voice
from prism.model import Correction, Edition, Frame, OutputFile, Teaser

ON_A_PAGE = 60
"""Stories that a listing shows."""
IN_A_FEED = 50


@dataclass(frozen=True, slots=True)
class Layout:
    """What all listings of one edition share.

    Attributes:
        edition: all that they show.
        frame: what its pages share.
        voice: the edition's.
        catalogue: its stories, in all orders.
        languages: outlet → language.
        corrections: brief id → its corrections, oldest first.
        touched: stories that changed since the site before, in their old and new forms; None where all pages are made.
        same_sources: the sources are those of the site before.
    """

    edition: Edition
    frame: Frame
    voice: Voice
    catalogue: Catalogue
    languages: Mapping[str, str]
    corrections: Mapping[str, Sequence[Correction]]
    touched: tuple[Teaser, ...] | None
    same_sources: bool = False

    @property
    def anew(self) -> bool:
        """Whether all pages are made, those too that only a new version of Prism or another configuration changes."""
        return self.touched is None

    @property
    def sources_changed(self) -> bool:
        """Whether pages that show the sources may differ from those of the site before."""
        return self.anew or not self.same_sources

    @property
    def stories(self) -> tuple[Teaser, ...]:
        """Most important first."""
        return self.catalogue.stories

    def latest(self, most: int) -> list[Teaser]:
        """So many stories, newest version first."""
        return newest(self.catalogue.row(BY_UPDATE), most)

    def rays(self, teaser: Teaser) -> tuple[Ray, ...]:
        """The languages of the outlets that tell a story."""
        return rays(self.tongues(teaser))

    def tongues(self, teaser: Teaser) -> tuple[str, ...]:
        """The language of each of its outlets."""
        return tuple([self.languages.get(outlet, "") for outlet in teaser.outlets])

    def path(self, name: str) -> str:
        """Where a standing page of the edition is."""
        return addresses.standing_path(self.edition.locale, name)

    def head(
        self,
        title: str,
        description: str,
        path: str,
        stories: Sequence[Teaser] = (),
        *,
        feeds: bool = False,
        more: Mapping[str, Json] | None = None,
    ) -> Head:
        """The head of a page of these stories, which other editions have at the same place; `more` goes into its JSON-LD."""
        placements = tuple(stories[:LISTED])
        tags = tuple(tag for tag, _ in self.frame.editions)
        return Head(
            title=title,
            description=description,
            path=path,
            alternates=tuple((t, addresses.sibling_path(path, self.edition.locale, t)) for t in tags),
            feeds=_feed_links(path, title) if feeds else (),
            graph=listing_graph(self.frame, title=title, path=path, placements=placements, more=more)
            if stories
            else None,
        )


def layout_of(
    edition: Edition, frame: Frame, *, touched: tuple[Teaser, ...] | None, same_sources: bool = False
) -> Layout:
    """The layout of an edition, for all pages or for those that the `touched` stories change."""
    return Layout(
        edition=edition,
        frame=frame,
        voice=Voice(frame),
        catalogue=catalogue_of(edition),
        languages={source.id: source.language for source, _ in edition.sources},
        corrections=corrections_by_brief(edition),
        touched=touched,
        same_sources=same_sources,
    )


class Cards:
    """Each story's card, rendered once for all listings that show it."""

    _made: Remembered[Markup] = Remembered(6_000)
    _ranked: Remembered[Markup] = Remembered(500)

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def of(self, stories: Iterable[Teaser]) -> list[Markup]:
        """A card each."""
        return [self._card(self._made, teaser) for teaser in stories]

    def ranked(self, stories: Iterable[Teaser]) -> list[Markup]:
        """A card each that says why the story stands where it stands."""
        return [self._card(self._ranked, teaser, reasons_of(teaser, self._layout.voice)) for teaser in stories]

    def _card(self, kept: Remembered[Markup], teaser: Teaser, reasons: Sequence[Reason] = ()) -> Markup:
        frame, layout = self._layout.frame, self._layout
        return kept.get(
            frame,
            teaser,
            layout.tongues(teaser),
            lambda: fragment("card.html", frame, teaser=teaser, rays=layout.rays(teaser), reasons=reasons),
        )


def feed_files(layout: Layout, title: str, path: str, updated: Sequence[Teaser]) -> Iterator[OutputFile]:
    """The feeds that follow the page at `path`, in every format; `updated` are its entries, newest version first."""
    feed = Feed(title, path, layout.voice.say("site.tagline"), updated, layout.corrections)
    for render in FEED_FORMATS.values():
        yield render(feed, layout.frame)


def _feed_links(path: str, title: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((path + one.NAME, one.MEDIA_TYPE, title) for one in (rss, atom, jsonfeed))
