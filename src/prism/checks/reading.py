"""A sentence as the checks see it: its figures, days, names, words, stance, each read once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from prism.checks.values import ClaimSource, FindingEvidence
from prism.languages import (
    DateMention,
    NameMention,
    Quantity,
    Quotation,
    Term,
    countries_meant,
    dates,
    detect,
    home_zone,
    is_hedged,
    is_negated,
    names,
    quantities,
    quotations,
    sentences,
    terms,
    words,
)
from prism.languages.hanzi import in_one_script
from prism.languages.opposites import poles
from prism.languages.orthographies import unmarked

_UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
"""Relative dates of an undated source mean nothing: they are resolved from here and never compared."""
NAMED = frozenset({"person", "place", "organisation"})
"""The kinds of names that are surely names."""
_SMALL = re.compile(r"(?<![^\W\d_])[a-zà-ÿ]{4,}(?![^\W\d_])")
CAPITALS = "A-ZÀ-ÞĂĄĆČĎĐĘĚĞİĽŁŃŇŐŒŘŚŞŠŢŤŮŰŹŻŽȘȚА-Я"
"""Capital letters that names begin with, as the inside of a class of a pattern."""
_TOKEN = re.compile(
    rf"[ァ-ヺー]{{2,}}|[가-힣]{{2,}}|[一-鿿]{{2,8}}|[{CAPITALS}][^\W\d_]+(?:[-’'][^\W\d_]+)*", re.UNICODE
)
_TWO_WORDS = re.compile(rf"[{CAPITALS}][^\W\d_]+ [{CAPITALS}][^\W\d_]+")
_KANA = re.compile(
    r"(?<=[一-鿿])[ぁ-ゖ]{2,4}(?=[一-鿿]{1,2}[（(、])|[はがをのにでとへもや]?(?P<own>[ぁ-ゖ]{3,6})(?=[市区町村県駅])"
)
"""Names in Hiragana: behind a surname, or before the word for a place (藤代みなみ四段, さいたま市)."""


@dataclass(frozen=True, eq=False)
class Statement:
    """One sentence and what it says.

    Attributes:
        text: the sentence.
        language: primary tag.
        base: when it was said, in the zone of its source.
        dated: whether `base` is known.
        evidence: its address, for a passage.
        written: the sentence as it was written, sign by sign, if that is in another script than `text`; else empty.
    """

    text: str
    language: str
    base: datetime
    dated: bool
    evidence: FindingEvidence | None = None
    written: str = ""

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Its figures."""
        return quantities(self.text, self.language)

    @cached_property
    def mentions(self) -> tuple[DateMention, ...]:
        """Its dates, relative ones too where nobody knows when it was said: they mean something beside each other."""
        return dates(self.text, self.language, self.base)

    @cached_property
    def days(self) -> tuple[DateMention, ...]:
        """Its dates; without relative ones where nobody knows when it was said."""
        return self.mentions if self.dated else tuple(mention for mention in self.mentions if not mention.relative)

    @cached_property
    def names(self) -> tuple[NameMention, ...]:
        """Its proper names."""
        return names(self.text, self.language)

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Everything in it that may be a name in its script."""
        return tuple(
            dict.fromkeys(
                [
                    *(n.text for n in self.names),
                    *_TOKEN.findall(self.text),
                    *(one for match in _KANA.finditer(self.text) for one in (match.group(), match.group("own")) if one),
                    *words_with_capitals(self.text),
                ]
            )
        )

    @cached_property
    def countries(self) -> frozenset[str]:
        """Ids of the countries that it means by words of belonging ("Belgian", "belgische")."""
        return countries_meant(self.text)

    @cached_property
    def small_words(self) -> tuple[str, ...]:
        """Its longer words in small letters, which a loanword of another script may be ("metropolis", メトロポリス)."""
        return tuple(dict.fromkeys(_SMALL.findall(self.text)))

    @cached_property
    def words(self) -> frozenset[str]:
        """Its content words."""
        return frozenset(words(self.text, self.language))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Its content words with what they mean; no names, figures and dates."""
        spans = [(one.start, one.end) for one in self.figures]
        spans += [(one.start, one.end) for one in self.days]
        spans += [(one.start, one.end) for one in self.names if one.kind in NAMED]
        return terms(self.text, self.language, tuple(spans))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all its content words, those of names included."""
        return frozenset(key for term in terms(self.text, self.language) for key in term.keys)

    @cached_property
    def sounds(self) -> frozenset[str]:
        """What its content words share with the same words of other languages."""
        return frozenset(key for term in terms(self.text, self.language) for key in term.sounds)

    @cached_property
    def folded(self) -> str:
        """Its text in small letters."""
        return self.text.casefold()

    @cached_property
    def unmarked(self) -> str:
        """Its text in small letters, without the marks on Latin letters."""
        return unmarked(self.text)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What it quotes."""
        return quotations(self.text)

    @cached_property
    def is_negated(self) -> bool:
        """Whether it denies."""
        return is_negated(self.text, self.language)

    @cached_property
    def is_hedged(self) -> bool:
        """Whether it leaves open what it says."""
        return is_hedged(self.text, self.language)

    @cached_property
    def poles(self) -> Mapping[str, frozenset[int]]:
        """Where it stands between opposites."""
        return poles(self.text, self.language)

    def part(self, start: int, end: int) -> Statement:
        """A stretch of it as a sentence of its own, at the same address."""
        written = self.written[start:end].strip()
        return Statement(self.text[start:end].strip(), self.language, self.base, self.dated, self.evidence, written)

    def as_written(self, words: str) -> str:
        """Words of its text as they were written."""
        at = self.text.find(words) if self.written else -1
        return self.written[at : at + len(words)] if at >= 0 else words


def words_with_capitals(text: str) -> tuple[str, ...]:
    """Runs of two capitalised words, as a name of two parts may stand anywhere."""
    return tuple(_TWO_WORDS.findall(text))


def as_read(
    sentence: str, language: str, base: datetime, evidence: FindingEvidence | None = None, *, dated: bool
) -> Statement:
    """A sentence as the rules read it, which is in simplified characters if it is Chinese.

    Args:
        sentence: as it was written.
        language: primary tag.
        base: when it was said.
        evidence: its address, for a passage.
        dated: whether `base` is known.
    """
    text = in_one_script(sentence, language)
    return Statement(text, language, base, dated, evidence, "" if text == sentence else sentence)


@lru_cache(maxsize=64)
def passages(source: ClaimSource) -> tuple[Statement, ...]:
    """The sentences of a source, numbered from 1."""
    language = source.language.split("-", maxsplit=1)[0].lower() or detect(source.text)
    base = _local(source.published or _UNDATED, home_zone(source.language or language))
    found: list[Statement] = []
    for paragraph in source.text.splitlines():
        for sentence in sentences(paragraph, language):
            evidence = FindingEvidence(source.id, len(found) + 1, sentence, outlet=source.outlet)
            found.append(as_read(sentence, language, base, evidence, dated=source.published is not None))
    return tuple(found)


def _local(moment: datetime, zone: str) -> datetime:
    """A moment by the clock of the place: as it was given with that place's offset, else in the zone of the language."""
    return moment if moment.utcoffset() else moment.astimezone(ZoneInfo(zone))


def statements(claim: str, language: str, base: datetime | None) -> tuple[Statement, ...]:
    """The sentences of a claim; its relative dates count from the same day as the sources'."""
    primary = language.split("-", maxsplit=1)[0].lower() or detect(claim)
    local = _local(base or _UNDATED, home_zone(language or primary))
    return tuple(
        as_read(sentence, primary, local, dated=base is not None)
        for paragraph in claim.splitlines()
        for sentence in sentences(paragraph, primary)
    )
