"""What the head of a page says, and what the formats in it are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from prism.editions.plain import Json


@dataclass(frozen=True, slots=True)
class Head:
    """A page's head.

    Attributes:
        title: of the page, plain text.
        description: one or two sentences, plain text.
        path: of the page, from the root.
        kind: Open Graph type: "website" or "article".
        alternates: (edition tag, path) of the same page in all editions that have it, this one included.
        noindex: keep it out of search engines: too weak to stand alone, or of no use there.
        published_at: first publication (UTC), or None for a page that is no article.
        updated_at: of what it shows (UTC), or None.
        section: name of its section; may be empty.
        tags: names of its tags.
        feeds: (path, media type, title) of the feeds that carry it.
        graph: the page as schema.org has it (JSON-LD), or None.
        image: path of the picture that stands for it where its address is shared; may be empty.
        marks: machine-readable marks, name → content (who made it, who answers for it).
    """

    title: str
    description: str
    path: str
    kind: str = "website"
    alternates: tuple[tuple[str, str], ...] = ()
    noindex: bool = False
    published_at: datetime | None = None
    updated_at: datetime | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    feeds: tuple[tuple[str, str, str], ...] = ()
    graph: Json = None
    image: str = ""
    marks: tuple[tuple[str, str], ...] = ()
