"""Copying stays within what the rights allow; a wire text and its copies are one text with one allowance.

Counted are the passages of a text that the brief takes over word for word, whether it says so with quotation marks or not,
and their characters. What is taken is found as the longest common substring of a sentence and a passage (Gusfield 1997); a
run that is as long as a name or a set phrase is no copying, nor are names, titles, figures and dates part of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from prism.checks.examined import Evidence, Examined, Part, squeezed, without_brackets
from prism.languages import names, quantities
from prism.languages.dates import date_spans
from prism.model import TITLE, Article, Outcome, Use, Verdict

_WIDE, _NARROW = 24, 60
"""Characters of a run from which it is copying: in scripts whose characters are syllables or words, and in alphabets."""
_TITLES = 2
"""What is shorter than a run divided by this is a title or a name."""
_UNMARKED = 2
"""Times that: a run without quotation marks that holds a brief back."""
_SHOWN = 60
_ALPHABET = 0x1100
"""First code point of the scripts that pack a syllable or a word into a character."""


@dataclass(frozen=True, slots=True)
class _Taken:
    part: Part
    evidence: Evidence
    text: str
    marked: bool


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for more than the rights allow, and for long runs without quotation marks; WARN for shorter ones."""
    taken = [one for part in examined.parts for one in _taken(part)]
    yield from _unmarked(taken, examined)
    by_text: dict[str, list[_Taken]] = {}
    for one in taken:
        if one.evidence.citation.passage != TITLE:
            by_text.setdefault(_root(one.evidence.article.id, examined), []).append(one)
    for text_id, found in by_text.items():
        yield from _beyond(text_id, found, examined)


def _beyond(text_id: str, taken: list[_Taken], examined: Examined) -> Iterator[Verdict]:
    """What is more than the limits of a text."""
    copies = _copies(text_id, examined)
    allowed = min((examined.limits.passages_of(article) for article in copies), default=0)
    passages = {squeezed(one.evidence.text) for one in taken}
    outlet = examined.outlet(copies[0].source_id) if copies else text_id
    if len(passages) > allowed:
        yield examined.verdict(
            "copying", Outcome.FAIL, None, "check.copying.much", outlet=outlet, count=len(passages), allowed=allowed
        )
        return
    characters = sum(len(text) for text in {one.text for one in taken})
    most = min((examined.limits.characters_of(article) for article in copies), default=0)
    if len(passages) > 1 and characters > most and all(article.rights.use is Use.FULL for article in copies):
        length = max(1, sum(len(passage.text) for passage in copies[0].passages))
        share = round(100 * characters / length)
        yield examined.verdict("copying", Outcome.FAIL, None, "check.copying.share", outlet=outlet, share=share)


def _copies(text_id: str, examined: Examined) -> list[Article]:
    return [
        article
        for article in examined.articles.values()
        if _root(article.id, examined) == text_id and article.rights.use.rank > Use.LINK.rank
    ]


def _unmarked(taken: list[_Taken], examined: Examined) -> Iterator[Verdict]:
    """Runs that no quotation marks show to be the source's."""
    longest: dict[str, _Taken] = {}
    for one in taken:
        before = longest.get(one.part.address)
        if not one.marked and examined.is_prose(one.part) and (before is None or len(one.text) > len(before.text)):
            longest[one.part.address] = one
    for one in longest.values():
        outcome = Outcome.FAIL if len(one.text) >= _UNMARKED * _least(one.text) else Outcome.WARN
        yield examined.verdict(
            "copying",
            outcome,
            one.part,
            "check.copying.unmarked",
            one.text,
            evidence=(one.evidence.citation,),
            outlet=examined.outlet(one.evidence.source_id),
            words=one.text if len(one.text) <= _SHOWN else one.text[: _SHOWN - 1] + "…",
        )


def _taken(part: Part) -> Iterator[_Taken]:
    """What a sentence takes over from the passages that it rests on: declared quotations, then runs in its own words."""
    for quote in part.sentence.quotes:
        wanted = squeezed(quote)
        found = next((one for one in part.evidence if wanted in squeezed(one.text)), None)
        if _is_title(wanted):
            continue
        if found is not None:
            yield _Taken(part, found, wanted, marked=True)
    own = squeezed(without_brackets(part.own)[0])
    for one in part.evidence:
        run = _longest_run(own, squeezed(one.text))
        if run and _own_words(run, one.language) >= _least(run):
            yield _Taken(part, one, run, marked=False)


def _is_title(quote: str) -> bool:
    """Whether what stands between quotation marks is as short as a name or a title: no passage taken over."""
    return len(quote) < _least(quote) // _TITLES


def _own_words(run: str, language: str) -> int:
    """How long a run is without its figures, dates and names, which can hardly be told otherwise."""
    spans = [(one.start, one.end) for one in quantities(run, language)]
    spans += [*date_spans(run, language), *((one.start, one.end) for one in names(run, language))]
    given = {place for start, end in spans for place in range(start, end)}
    return len(run) - len(given)


def _longest_run(text: str, passage: str) -> str:
    match = SequenceMatcher(None, text, passage, autojunk=False).find_longest_match()
    return text[match.a : match.a + match.size].strip()


def _least(run: str) -> int:
    wide = sum(ord(char) >= _ALPHABET for char in run)
    return _WIDE if 2 * wide > len(run) else _NARROW


def _root(article_id: str, examined: Examined) -> str:
    """The text that an article is: its own, or the original that it copies (chains followed)."""
    seen = {article_id}
    while (
        (article := examined.articles.get(article_id)) is not None and article.copy_of and article.copy_of not in seen
    ):
        article_id = article.copy_of
        seen.add(article_id)
    return article_id
