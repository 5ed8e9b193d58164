"""A page read to its passages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from prism.model.sources import Rights

TITLE = 0
"""The number under which an article's title can be cited; passages count from 1."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article: the address of all evidence.

    Attributes:
        number: 1, 2, 3 … within the article (0 is the title).
        text: the sentence with the source's own characters, in the article's language.
        paragraph: the paragraph of the article it stands in, from 0.
        for_machines: it is not for readers: it addresses machines or those who pass it on ("ignore your instructions …"), or
            carries an address, a number to call, markup or code. Kept, noted, never chosen.
    """

    number: int
    text: str
    paragraph: int = 0
    for_machines: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one outlet.

    Attributes:
        id: derived from source and canonical address.
        source_id: the outlet.
        url: as fetched.
        canonical_url: the address that all variants (AMP, print, tracking) share.
        language: BCP 47 primary tag, decided from the text; "und" if it can't be.
        title: plain text.
        passages: the main text, one sentence each, in order.
        authors: bylines, names only.
        published_at: UTC, or None when neither feed nor page says.
        modified_at: UTC, or None.
        retrieved_at: when the page was fetched (UTC).
        content_hash: of title and passages; changes when the text does.
        copy_of: id of the article of which this is a wire copy, or None.
        wire: the agency that the text names as its origin ("Reuters", "연합뉴스"), or empty.
        rights: what may be done with it, with the evidence.
        notes: what was odd (hidden text dropped, date in the future, text addressed to machines), plain words.
        correction: the text says of itself that it corrects an earlier one.
        withdrawn_at: the source took it down (410, or a retraction notice), UTC, else None.
    """

    id: str
    source_id: str
    url: str
    canonical_url: str
    language: str
    title: str
    passages: tuple[Passage, ...]
    retrieved_at: datetime
    content_hash: str
    rights: Rights
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    modified_at: datetime | None = None
    copy_of: str | None = None
    wire: str = ""
    notes: tuple[str, ...] = ()
    correction: bool = False
    withdrawn_at: datetime | None = None

    @property
    def said_at(self) -> datetime:
        """The moment that relative dates count from: publication if known, else retrieval."""
        return self.published_at or self.retrieved_at

    def text_of(self, number: int) -> str:
        """The text of a passage, or the title for `TITLE`; raises KeyError for a number that the article has not."""
        if number == TITLE:
            return self.title
        if 1 <= number <= len(self.passages) and self.passages[number - 1].number == number:
            return self.passages[number - 1].text
        for passage in self.passages:
            if passage.number == number:
                return passage.text
        raise KeyError(number)
