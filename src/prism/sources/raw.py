"""What a feed holds before it is judged: the one form that every format is read into.

The names of a wire format (`pubDate`, `dc:creator`, `date_published`) never leave its module under `formats/`; behind it
there are only these two structs. All texts are as the feed gives them: markup, escapes and odd dates included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml gives its element class no public name
T = TypeVar("T")

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


MAX_ITEMS = 50_000
"""Items read of one body: what the sitemap protocol allows in a file. What stands behind is left out, and said so."""


_LEAST_TEXT = 10_000


@dataclass(frozen=True, slots=True)
class Document:
    """A body, decoded and parsed as far as that goes without knowing the format.

    Attributes:
        text: the characters.
        root: the root element if the body is XML, else None.
        json: the value if the body is JSON, else None.
        notes: what had to be repaired to read it, plain words.
    """

    text: str
    root: Element | None = None
    json: Json = None
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class RawItem:
    """One item, as its format gives it.

    Attributes:
        guid: the item's own name, or empty.
        links: addresses of the page, best first, perhaps relative.
        title: text or markup.
        summary: text or markup.
        content: markup of the full text, or empty.
        authors: names, perhaps with mail addresses.
        published: dates of publication, best first.
        updated: dates of change, best first.
        language: claimed, or empty.
        licence: an address or words, or empty.
        base: what relative links count from (xml:base), or empty for the feed's own.
        last_change_counts: where no date of publication is given, that of the change stands for it (feeds, not sitemaps:
            there it is the file's).
    """

    guid: str = ""
    links: list[str] = field(default_factory=list)
    title: str = ""
    summary: str = ""
    content: str = ""
    authors: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    language: str = ""
    licence: str = ""
    base: str = ""
    last_change_counts: bool = True


@dataclass(slots=True)
class RawFeed:
    """A feed, as its format gives it.

    Attributes:
        title: text or markup.
        homepage: address of the outlet's page, perhaps relative.
        language: claimed, or empty.
        licence: an address or words for all items without their own.
        items: in the feed's order.
        more: (address, date or empty) of sitemap children or following pages.
        ttl_minutes: how long the feed says that it stays fresh, 0 if it does not say.
        skip_hours: hours (0 to 23, UTC) in which the feed says that nothing new comes.
        skip_days: weekdays (0 = Monday) in which the feed says that nothing new comes.
        moved_to: the feed's own word that it stands elsewhere now.
        ended: the feed's own word that it will never change again.
        base: what relative links count from, or empty.
        notes: what was odd, plain words.
    """

    title: str = ""
    homepage: str = ""
    language: str = ""
    licence: str = ""
    items: list[RawItem] = field(default_factory=list)
    more: list[tuple[str, str]] = field(default_factory=list)
    ttl_minutes: float = 0.0
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    moved_to: str = ""
    ended: bool = False
    base: str = ""
    notes: list[str] = field(default_factory=list)


def bounded(items: Iterable[T], notes: list[str]) -> Iterator[T]:
    """The first `MAX_ITEMS`; a note when there are more."""
    for place, item in enumerate(items):
        if place == MAX_ITEMS:
            notes.append(f"more than {MAX_ITEMS} items: only the first ones were read")
            return
        yield item


def gathered(
    elements: Iterable[Element], read: Callable[[Element], RawItem], document: Document, notes: list[str]
) -> list[RawItem]:
    """Items read of their elements, until they hold more text than the whole body has; a note when there are more.

    Each text stands in a body once. Items within the texts of items, a hundred deep, would be kept a hundred times.
    """
    items: list[RawItem] = []
    left = 2 * len(document.text) + _LEAST_TEXT  # to write markup out again takes some more characters than it had
    for element in bounded(elements, notes):
        item = read(element)
        left -= len(item.title) + len(item.summary) + len(item.content) + sum(map(len, item.links))
        if left < 0:
            notes.append("items within items: only the first ones were read")
            break
        items.append(item)
    return items


@dataclass(frozen=True, slots=True)
class Format:
    """One feed format.

    Attributes:
        name: as people call it.
        claims: whether a document is of this format.
        read: the document as a raw feed; called only after `claims`. What is missing stays empty; it never raises for odd
            contents.
    """

    name: str
    claims: Callable[[Document], bool]
    read: Callable[[Document], RawFeed]
