"""The sentences of a brief with their evidence, quotations told from Prism's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from prism.languages import DateMention, dates
from prism.model import Article, Citation, Locale, Sentence

_BRACKETED = re.compile(r"\s?[\[［](?P<inside>[^\[\]［］]{1,48})[\]］]")
_SPACES = re.compile(r"\s+")
QUOTE_HOLE = "\ufffc"
"""Stands in a sentence's own words where a quotation was."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One cited passage.

    Attributes:
        citation: its address.
        article: that it stands in.
        text: of the passage (or title).
        language: of the article.
        said_at: when it was said, in the outlet's own zone.
    """

    citation: Citation
    article: Article
    text: str
    language: str
    said_at: datetime

    def days(self) -> tuple[DateMention, ...]:
        """The dates in it, resolved."""
        return dates(self.text, self.language, self.said_at)

    @property
    def source_id(self) -> str:
        """Of its outlet."""
        return self.article.source_id


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of the brief.

    Attributes:
        address: "headline", "body.3", …
        sentence: as written.
        evidence: the passages that its facts cite.
        leads: the first passage of each fact: the one that a writer names the outlet of.
        missing: facts or citations that are not there.
        own: the sentence with its quotations taken out (`QUOTE_HOLE` in their place).
        plain: the sentence without the bracketed dates that the writer added.
        brackets: what stands in those brackets.
        unmatched: quotations (`Sentence.quotes`) that do not stand in the text.
    """

    address: str
    sentence: Sentence
    evidence: tuple[Evidence, ...]
    leads: tuple[Evidence, ...]
    missing: tuple[str, ...]
    own: str
    plain: str
    brackets: tuple[str, ...]
    unmatched: tuple[str, ...]


def without_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without square brackets, and what stood in them."""
    return _BRACKETED.sub("", text), tuple(match.group("inside") for match in _BRACKETED.finditer(text))


def squeezed(text: str) -> str:
    """White space as single spaces, none at the ends."""
    return _SPACES.sub(" ", text).strip()


def own_words(sentence: Sentence, locale: Locale) -> tuple[str, tuple[str, ...]]:
    """The sentence without the quotations that it says it has, and those that can't be found in it."""
    text = sentence.text
    unmatched: list[str] = []
    for quote in sentence.quotes:
        span = _span_of(text, quote, locale)
        if span is None:
            unmatched.append(quote)
            continue
        text = text[: span[0]] + QUOTE_HOLE + text[span[1] :]
    return text, tuple(unmatched)


def _span_of(text: str, quote: str, locale: Locale) -> tuple[int, int] | None:
    """Where a quotation stands in a sentence, marks included; bracketed dates do not count."""
    wanted = squeezed(without_brackets(quote)[0])
    if squeezed(without_brackets(text)[0]) in {wanted, wanted + "."}:
        return 0, len(text)
    for opened in _places(text, locale.quote_open):
        begin = opened + len(locale.quote_open)
        for closed in _places(text, locale.quote_close):
            if closed >= begin and squeezed(without_brackets(text[begin:closed])[0]) == wanted:
                return opened, closed + len(locale.quote_close)
    return None


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while mark and at >= 0:
        yield at
        at = text.find(mark, at + 1)
