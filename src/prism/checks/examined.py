"""A brief laid open for the rules: each sentence with its passages, its quotations told from Prism's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from prism.languages import DateMention, dates, home_zone, language_names
from prism.model import (
    Article,
    Brief,
    Citation,
    CopyLimits,
    Fact,
    FactSheet,
    Locale,
    Outcome,
    Sentence,
    Source,
    Verdict,
)

_BRACKETED = re.compile(r"\s?[\[［](?P<inside>[^\[\]［］]{1,48})[\]］]")
_SPACES = re.compile(r"\s+")
_PRIVATE, _SIGNS = 0xE000, 6000
"""The private use area of Unicode: signs that no text has."""
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


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of the brief.

    Attributes:
        address: "headline", "body.3", …
        sentence: as written.
        evidence: the passages that its facts cite.
        missing: facts or citations that are not there.
        own: the sentence with its quotations taken out (`QUOTE_HOLE` in their place).
        plain: the sentence without the bracketed dates that the writer added.
        brackets: what stands in those brackets.
        unmatched: quotations (`Sentence.quotes`) that do not stand in the text.
    """

    address: str
    sentence: Sentence
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    own: str
    plain: str
    brackets: tuple[str, ...]
    unmatched: tuple[str, ...]


@dataclass(frozen=True)
class Examined:
    """A brief with all that the rules ask of it."""

    brief: Brief
    facts: FactSheet
    articles: Mapping[str, Article]
    sources: Mapping[str, Source]
    locale: Locale
    links: frozenset[str]
    limits: CopyLimits = field(default_factory=CopyLimits)

    @property
    def language(self) -> str:
        """Primary tag of the edition."""
        return self.locale.language

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every sentence of the brief."""
        sheet = {fact.id: fact for fact in self.facts.facts}
        return tuple(self._part(address, sentence, sheet) for address, sentence in self.brief.sentences())

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Names of outlets and of languages, longest first: they may stand in Prism's own words."""
        names = {source.name for source in self.sources.values() if source.name}
        return tuple(sorted(names | language_names(self.language), key=len, reverse=True))

    def without_outlets(self, text: str) -> str:
        """A text with the names of outlets and languages taken out."""
        for name in self.outlets:
            text = text.replace(name, " ")
        return text

    def with_marked_outlets(self, text: str) -> str:
        """A text in which a sign stands for the name of each outlet, so that names with digits are no figures."""
        for place, (name, _) in enumerate(self._signs):
            text = text.replace(name, chr(_PRIVATE + place))
        return text

    def marked_in(self, text: str) -> frozenset[str]:
        """Ids of the sources whose signs stand in a text."""
        return frozenset(ident for place, (_, ident) in enumerate(self._signs) if chr(_PRIVATE + place) in text)

    @cached_property
    def _signs(self) -> tuple[tuple[str, str], ...]:
        named = [(source.name, source.id) for source in self.sources.values() if source.name]
        return tuple(sorted(named, key=lambda pair: (-len(pair[0]), pair))[:_SIGNS])

    def say(self, message: str, **fields: str | int) -> str:
        """A reason in the edition's language."""
        return self.locale.say(message, **fields)

    def verdict(self, check: str, outcome: Outcome, part: Part | None, message: str, **fields: str | int) -> Verdict:
        """A verdict of one check on one sentence (or the whole brief)."""
        evidence = tuple(one.citation for one in part.evidence) if part else ()
        return Verdict(check, outcome, part.address if part else "", self.say(message, **fields), evidence)

    def _part(self, address: str, sentence: Sentence, sheet: Mapping[str, Fact]) -> Part:
        evidence: dict[Citation, Evidence] = {}
        missing: list[str] = []
        for fact_id in sentence.facts:
            fact = sheet.get(fact_id)
            if fact is None or not fact.citations:
                missing.append(fact_id)
                continue
            for citation in fact.citations:
                found = self._evidence(citation)
                if found is None:
                    missing.append(f"{fact_id} ({citation.article_id}:{citation.passage})")
                else:
                    evidence[citation] = found
        own, unmatched = _own_words(sentence, self.locale)
        plain, brackets = without_brackets(sentence.text)
        return Part(address, sentence, tuple(evidence.values()), tuple(missing), own, plain, brackets, unmatched)

    def _evidence(self, citation: Citation) -> Evidence | None:
        article = self.articles.get(citation.article_id)
        if article is None:
            return None
        try:
            text = article.text_of(citation.passage)
        except KeyError:
            return None
        source = self.sources.get(article.source_id)
        zone = (source.timezone if source else "") or home_zone(article.language, source.country if source else "")
        return Evidence(citation, article, text, article.language, article.said_at.astimezone(ZoneInfo(zone)))


def without_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without square brackets, and what stood in them."""
    return _BRACKETED.sub("", text), tuple(match.group("inside") for match in _BRACKETED.finditer(text))


def squeezed(text: str) -> str:
    """White space as single spaces, none at the ends."""
    return _SPACES.sub(" ", text).strip()


def _own_words(sentence: Sentence, locale: Locale) -> tuple[str, tuple[str, ...]]:
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


def overlaps(first: date, last: date, mention: DateMention) -> bool:
    """Whether a span of days meets a mention."""
    return mention.first <= last and first <= mention.last
