"""A brief laid open for the rules: each sentence with its passages, and what is known of the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

from prism.checks.alignment import Aligned, align
from prism.checks.asserted import reading_of
from prism.checks.parts import (
    QUOTE_HOLE,
    Evidence,
    Part,
    own_words,
    squeezed,
    without_brackets,
)
from prism.checks.reading import Statement, as_read
from prism.checks.telling import Reading, Telling
from prism.checks.templates import House
from prism.checks.values import Finding, FindingEvidence
from prism.languages import DateMention, home_zone, language_names, sentences
from prism.model import (
    TITLE,
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

_PRIVATE, _SIGNS = 0xE000, 6000
"""The private use area of Unicode: signs that no text has."""
DIGEST = "digest"
"""The writer whose every word is the house's own or a source's."""


@dataclass(frozen=True, slots=True)
class Grounded:
    """A sentence of prose held against its passages by the rules of grounding.

    Attributes:
        aligned: the sentence with its passages.
        findings: what the rules found, without what they found of the outlets' own names.
        score: the probability that it is supported.
        told: the findings that are worth telling, with their outcomes.
    """

    aligned: Aligned
    findings: tuple[Finding, ...]
    score: float
    told: tuple[Finding, ...]


@dataclass(frozen=True)
class Examined:
    """A brief with all that the rules ask of it.

    `doubt`: its writer's sentences were found wrong already, so that each has this much against it from the start, in log
    odds, and what may be a paraphrase counts as added (`checks.trust`).
    """

    brief: Brief
    facts: FactSheet
    articles: Mapping[str, Article]
    sources: Mapping[str, Source]
    locale: Locale
    links: frozenset[str]
    limits: CopyLimits = field(default_factory=CopyLimits)
    timezone: str = ""
    doubt: float = 0.0

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

    @cached_property
    def told(self) -> tuple[Evidence, ...]:
        """The first passage of every fact of the sheet."""
        found = (self._evidence(fact.citations[0]) for fact in self.facts.facts if fact.citations)
        return tuple(one for one in found if one is not None)

    @cached_property
    def house(self) -> House:
        """The house's own wordings, with the outlets of this story."""
        return House(self.locale, tuple(sorted(self.story_outlets)))

    @cached_property
    def every_house(self) -> House:
        """The same with every outlet that is known: an earlier version may have named them."""
        return House(self.locale, tuple(sorted({source.name for source in self.sources.values() if source.name})))

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """Address of a sentence in the house's own words → what it says. A sentence that is not here is prose.

        What looks like a wording of the house and has the wrong things in its fields is one if the digest wrote it, since
        nothing else can be; what another writer wrote so is prose like the rest.
        """
        telling = Telling(
            brief=self.brief,
            locale=self.locale,
            zone=self.timezone or self.locale.timezone,
            sheet=self.facts,
            told=self.told,
            parts=self.parts,
            outlets={a.source_id: self.outlet(a.source_id) for a in self.articles.values()},
        )
        found = {part.address: reading_of(part, self.house, telling) for part in self.parts}
        digest = self.brief.provenance.writer == DIGEST
        return {address: one for address, one in found.items() if one is not None and (digest or not one.faults)}

    def is_prose(self, part: Part) -> bool:
        """Whether a sentence is in words that a writer chose."""
        return part.address not in self.readings

    @cached_property
    def quoting(self) -> tuple[Part, ...]:
        """The sentences of which every figure, name and day must stand in a cited passage: all but grounded prose."""
        grounded = self.brief.provenance.writer != DIGEST
        return tuple(part for part in self.parts if not (grounded and self.is_prose(part)))

    @cached_property
    def passages(self) -> Mapping[Citation, Statement]:
        """Every passage that may bear a sentence, title or text, read once."""
        found: dict[Citation, Statement] = {}
        for fact in self.facts.facts:
            for citation in fact.citations:
                one = self._evidence(citation)
                if one is not None and not _for_machines(one):
                    at = FindingEvidence(citation.article_id, citation.passage, one.text)
                    found[citation] = as_read(one.text, one.language.split("-")[0], one.said_at, at, dated=True)
        return found

    @cached_property
    def story_outlets(self) -> frozenset[str]:
        """Names of the outlets of this story."""
        return frozenset(self.outlet(article.source_id) for article in self.articles.values())

    def aligned(self, part: Part) -> tuple[Aligned, ...]:
        """A sentence of prose (or two in one) with the passages that it rests on: cited ones first, others after."""
        cited = frozenset(self.passages[one.citation] for one in part.evidence if one.citation in self.passages)
        titles = frozenset(s for at, s in self.passages.items() if at.passage == TITLE and s not in cited)
        every = tuple(one for one in self.passages.values() if one not in titles)
        base = max(one.said_at for one in part.evidence)
        claims = (as_read(text, self.language, base, dated=True) for text in sentences(part.plain, self.language))
        return tuple(align(claim, every, cited=cited) for claim in claims)

    @cached_property
    def grounded(self) -> dict[str, tuple[Grounded, ...]]:
        """Address of a sentence of prose → it (or the two in it) as the rules of grounding find it: filled as it is worked out."""
        return {}

    def outlet(self, source_id: str) -> str:
        """The name of an outlet; its id where nobody knows it."""
        source = self.sources.get(source_id)
        return source.name if source and source.name else source_id

    def say(self, message: str, **fields: str | int) -> str:
        """A reason in the edition's language."""
        return self.locale.say(message, **fields)

    def verdict(
        self,
        check: str,
        outcome: Outcome,
        part: Part | None,
        message: str,
        *words: str,
        evidence: tuple[Citation, ...] | None = None,
        **fields: str | int,
    ) -> Verdict:
        """A verdict of one check on one sentence (or the whole brief).

        Args:
            check: its name.
            outcome: of it.
            part: the sentence; None for the whole brief.
            message: id of the reason.
            words: of the sentence, those that it is about.
            evidence: the passages that were looked at; those that the sentence cites if None.
            fields: what the reason names.
        """
        cited = tuple(one.citation for one in part.evidence) if part else ()
        reason = self.say(message, **fields)
        return Verdict(
            check, outcome, part.address if part else "", reason, cited if evidence is None else evidence, words
        )

    def _part(self, address: str, sentence: Sentence, sheet: Mapping[str, Fact]) -> Part:
        evidence: dict[Citation, Evidence] = {}
        leads: dict[Citation, Evidence] = {}
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
                    if citation == fact.citations[0]:
                        leads[citation] = found
        own, unmatched = own_words(sentence, self.locale)
        plain, brackets = without_brackets(sentence.text)
        return Part(
            address=address,
            sentence=sentence,
            evidence=tuple(evidence.values()),
            leads=tuple(leads.values()),
            missing=tuple(missing),
            own=own,
            plain=plain,
            brackets=brackets,
            unmatched=unmatched,
        )

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


def _for_machines(one: Evidence) -> bool:
    return any(p.for_machines for p in one.article.passages if p.number == one.citation.passage)


def overlaps(first: date, last: date, mention: DateMention) -> bool:
    """Whether a span of days meets a mention."""
    return mention.first <= last and first <= mention.last


__all__ = ["DIGEST", "QUOTE_HOLE", "Evidence", "Examined", "Part", "overlaps", "squeezed", "without_brackets"]
