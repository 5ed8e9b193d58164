"""The checks of a claim's sentence against its evidence: one function each, in one literal table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from rapidfuzz import fuzz

from prism.checks.claims.alignment import Aligned
from prism.checks.claims.opposites import is_weak, opposed
from prism.checks.claims.statements import Statement
from prism.checks.claims.values import Finding, FindingEvidence
from prism.checks.matching import find_figure, is_same, is_sum, same_figure
from prism.languages import NameMention, Quantity, known, name_key, same_name, spellings
from prism.languages.tables import TABLES
from prism.model import Outcome

_SAME_SENTENCE = 0.62
_NEARLY_SAME = 0.6
_SURE_KINDS = frozenset({"person", "place", "organisation"})
_SHORT_KEY = 3
_SPACES = re.compile(r"\s+")


def _evidence(aligned: Aligned) -> tuple[FindingEvidence, ...]:
    return tuple(passage.evidence for passage in aligned.near if passage.evidence is not None)


def _fail(check: str, reason: str, weight: float, aligned: Aligned) -> Finding:
    return Finding(check, Outcome.FAIL, reason, _evidence(aligned), weight)


def _warn(check: str, reason: str, weight: float, aligned: Aligned) -> Finding:
    return Finding(check, Outcome.WARN, reason, _evidence(aligned), weight)


def figures(aligned: Aligned) -> Iterator[Finding]:
    """Every figure stands in the sources, with its unit, and counts the same thing there."""
    claim = aligned.claim
    near = [figure for passage in aligned.near for figure in passage.figures]
    every = [figure for passage in aligned.every for figure in passage.figures]
    for figure in claim.figures:
        if find_figure(figure, near):
            if _belongs_to_another(figure, aligned):
                yield _fail("figures", f"{figure.text} counts something else in the source", 0.3, aligned)
            continue
        if find_figure(figure, every):
            continue
        if is_sum(figure, near):
            yield _warn(
                "figures", f"{figure.text} is only the sum or difference of figures in the source", 0.8, aligned
            )
        elif _is_vague(figure, aligned):
            yield _warn("figures", f"{figure.text} was not found in the source", 0.85, aligned)
        elif _stands_in_digits(figure, aligned):
            continue
        else:
            yield _fail("figures", f"{figure.text} does not stand in the source", 0.12, aligned)


def _stands_in_digits(figure: Quantity, aligned: Aligned) -> bool:
    """Whether the digits of the figure stand in a source where it was read as something else (a date, a name)."""
    digits = re.sub(r"[^\d.,]", "", figure.text).strip(".,")
    if len(digits) < 2:  # noqa: PLR2004 - a threshold said in the docstring
        return False
    pattern = re.compile(rf"(?<![\d.,]){re.escape(digits)}(?![\d]|[.,]\d)")
    return (
        any(pattern.search(p.text) for p in aligned.every)
        and figure.kind in {"count", "ordinal", "time"}
        and figure.unit in {"", "year", "day", "minute"}
    )


def _is_vague(figure: Quantity, aligned: Aligned) -> bool:
    """One and two are said in many ways; so are halves and "first"."""
    small = figure.value <= 2 and not any(c.isdigit() for c in figure.text)  # noqa: PLR2004 - a threshold said in the docstring
    return (
        small
        or (figure.kind == "ordinal" and figure.value <= 3)  # noqa: PLR2004 - a threshold said in the docstring
        or (figure.kind == "fraction" and not aligned.same_language)
    )


def _belongs_to_another(figure: Quantity, aligned: Aligned) -> bool:
    """Whether the words beside a figure stand beside another figure in the source, and not beside this one.

    Only within a language, and only where the passages have several figures of one kind (12 killed, 30 hurt).
    """
    claim = aligned.claim
    wanted = _beside(figure, claim)
    mine, theirs = [], []
    for passage in aligned.near:
        if passage.language != claim.language:
            continue
        for one in passage.figures:
            if same_figure(figure, one):
                mine.append(len(wanted & _beside(one, passage)))
            elif one.kind == figure.kind and one.unit == figure.unit:
                theirs.append(len(wanted & _beside(one, passage)))
    return bool(mine and theirs) and max(mine) == 0 and max(theirs) >= 1


_WINDOW = 24
_CLAUSE = re.compile(r"[,;:，、；：。.]\s|[，、；：。]")


def _beside(figure: Quantity, statement: Statement) -> frozenset[str]:
    """Content words between a figure and its neighbours, within its clause and a window."""
    text = statement.text
    left = max([0, figure.start - _WINDOW, *(f.end for f in statement.figures if f.end <= figure.start)])
    right = min([len(text), figure.end + _WINDOW, *(f.start for f in statement.figures if f.start >= figure.end)])
    before = _CLAUSE.split(text[left : figure.start])[-1]
    after = _CLAUSE.split(text[figure.end : right])[0]
    piece = Statement(f"{before} {after}", statement.language, statement.base, statement.dated)
    return frozenset(word[:_KEY] for word in piece.words if not word.isdigit())


_KEY = 6


def dates(aligned: Aligned) -> Iterator[Finding]:
    """Every date of the claim is one that the sources give."""
    yield from _years(aligned)
    given = [day for passage in aligned.every for day in passage.days]
    published = [passage.base.date() for passage in aligned.every if passage.dated]
    for day in aligned.claim.days:
        if day.precision in {"decade", "century"}:
            continue
        if any(day.first <= one.last and one.first <= day.last for one in given):
            continue
        if any(day.first <= at <= day.last for at in published):
            continue
        if day.relative and not aligned.claim.dated:
            continue
        if _digits_stand(day.text, aligned):
            continue
        if day.precision == "year" and not day.relative:
            continue  # told by its digits below
        weight = 0.45 if day.relative or not given else 0.2
        outcome = _fail if weight < 0.4 else _warn  # noqa: PLR2004 - a threshold said in the docstring
        yield outcome("dates", f"{day.text} is no date that the source gives", weight, aligned)


def _years(aligned: Aligned) -> Iterator[Finding]:
    """A year in digits that no source has, and that no date of theirs falls in."""
    years = {str(day.first.year) for passage in aligned.every for day in passage.days}
    years |= {str(passage.base.year) for passage in aligned.every if passage.dated}
    for match in _YEAR.finditer(aligned.claim.text):
        year = match.group()
        if year not in years and not any(year in passage.text.translate(WIDE_DIGITS) for passage in aligned.every):
            yield _fail("dates", f"{year} is no year that the source gives", 0.2, aligned)


_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)(?!\s?(?:명|人|名|people|원|円|元|Menschen|개|km|m|t))")
WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def _digits_stand(text: str, aligned: Aligned) -> bool:
    """Whether the date's digits stand in a source that was read otherwise ("Act 2017")."""
    digits = re.findall(r"\d+", text)
    if len(digits) == 1 and len(digits[0]) == 4:  # noqa: PLR2004 - a threshold said in the docstring
        return any(re.search(rf"(?<!\d){digits[0]}(?!\d)", passage.text) for passage in aligned.every)
    return (
        bool(digits)
        and all(any(re.search(rf"(?<!\d){number}(?!\d)", p.text) for p in aligned.every) for number in digits)
        and aligned.same_language
        and not re.search(r"[^\W\d_]{3,}", text)
    )


def names(aligned: Aligned) -> Iterator[Finding]:
    """Every name stands in the sources, in whatever script."""
    for mention in aligned.claim.names:
        likeness, sure = _found(mention, aligned)
        if is_same(likeness):
            continue
        if not sure:
            yield _warn("names", f"{mention.text} was not found in the source", _UNSURE_NAME, aligned)
        elif likeness > _NEARLY:
            yield _warn("names", f"{mention.text} is only like a name in the source", 0.85, aligned)
        else:
            weight = 0.2 if mention.kind in _SURE_KINDS or aligned.same_language else _OTHER_NAME
            if _KATAKANA.match(mention.text) and mention.kind == "other" and not aligned.same_language:
                weight = _LOANWORD
            yield _fail("names", f"{mention.text} does not stand in the source", weight, aligned)


_UNSURE_NAME = 0.93
_EXACT = 0.95
_OTHER_NAME = 0.45
_LOANWORD = 0.56
"""Katakana that is no name may be any loanword, and translated by another word."""
_KATAKANA = re.compile(r"[ァ-ヺー]+$")
_NEARLY = 0.74
_LONG_PART = 3


def _found(mention: NameMention, aligned: Aligned) -> tuple[float, bool]:
    """How likely the name stands in a source, and whether not finding it means that it is not there."""
    name, language = mention.text, aligned.claim.language
    folded, ident = name.casefold(), known(name)
    best, comparable = 0.0, False
    for passage in aligned.every:
        if folded in passage.text.casefold() or (ident is not None and _is_meant(ident[0], passage)):
            return 1.0, True
        best = max(best, max((_alike(name, language, one, passage.language) for one in passage.tokens), default=0.0))
        comparable = comparable or _comparable(mention, language, passage.language)
        if is_same(best):
            return best, True
    if ident is not None and best < _EXACT:
        return 0.0, True
    parts = [part for part in re.split(r"[\s·・]+", name) if len(part) >= _LONG_PART]
    if len(parts) > 1 and any(parts[-1].casefold() in passage.text.casefold() for passage in aligned.every):
        return 0.9, True
    if mention.kind == "other" and ident is None:
        best = max(best, _as_loanword(name, language, aligned))
    return best, comparable


def _is_meant(ident: str, passage: Statement) -> bool:
    """Whether a passage names a known thing by any of its names in its language, or a person by the surname."""
    if ident in passage.countries:
        return True
    for spelling in spellings(ident, passage.language):
        if spelling in passage.text:
            return True
        if ident.startswith("person:") and any(
            len(part) >= _LONG_PART and re.search(rf"\b{re.escape(part)}\b", passage.text) for part in spelling.split()
        ):
            return True
    return False


def _alike(name: str, language: str, other: str, other_language: str) -> float:
    """How likely two spellings are one name: within a language by their letters, across scripts by their sound."""
    if language == other_language:
        return fuzz.ratio(name.casefold(), other.casefold()) / 100 - _STRICTER
    likeness = same_name(name, language, other, other_language)
    return likeness if likeness >= _HEARD else min(likeness, _NEARLY + 0.05)


_STRICTER = 0.06
_HEARD = 0.84


def _as_loanword(name: str, language: str, aligned: Aligned) -> float:
    """How likely the word is a common word of a source in another script."""
    return max(
        (
            same_name(name, language, word, passage.language)
            for passage in aligned.every
            if passage.language != language
            for word in passage.small_words
        ),
        default=0.0,
    )


def _comparable(mention: NameMention, language: str, other: str) -> bool:
    """Whether a name of one language can be told from all others in a text of another by its sound."""
    if language == other or known(mention.text) is not None:
        return True
    if mention.kind == "organisation" or _is_generic(mention.text) or _HAN.search(mention.text):
        return False  # these are translated, or read in more ways than one
    if other in _BY_HAN:
        return False
    return len(name_key(mention.text, language)) >= _SHORT_KEY


def _is_generic(name: str) -> bool:
    """Whether a word of the name is translated rather than transcribed ("Narae Island", 나래도)."""
    return any(
        word in table.place_words or word in table.organisation_words
        for word in name.split()[1:]
        for table in TABLES.values()
    )


_HAN = re.compile(r"[\u3400-\u9fff]")
_BY_HAN = frozenset({"zh"})
"""Languages that write foreign names by the sound of Han characters: too far from other spellings to be missed."""


def quotations(aligned: Aligned) -> Iterator[Finding]:
    """What the claim quotes stands in a source, word for word, where one is in its language."""
    own = [p for p in aligned.every if p.language == aligned.claim.language]
    if not own:
        return
    text = _squeezed(" ".join(passage.text for passage in own))
    for quote in aligned.claim.quotations:
        bare = _squeezed(quote.text).strip(".,!?。、，！？ ")
        if bare and bare not in text:
            weight = 0.3 if len(bare) > 8 else 0.6  # noqa: PLR2004 - a threshold said in the docstring
            yield _fail("quotations", f"“{quote.text}” does not stand in the source word for word", weight, aligned)


def _squeezed(text: str) -> str:
    return _SPACES.sub(" ", text.translate(_MARKS)).casefold()


_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def negation(aligned: Aligned) -> Iterator[Finding]:
    """The claim denies what its passage says, or says what its passage denies."""
    best = aligned.best
    if best is None or aligned.claim.is_negated == best.is_negated:
        return
    word = "denies" if aligned.claim.is_negated else "says"
    other = "does not" if aligned.claim.is_negated else "denies it"
    reason = f"the claim {word} what the passage {other}"
    if aligned.mutual >= _SAME_SENTENCE and aligned.same_language:
        yield _fail("negation", reason, 0.35, aligned)
    elif aligned.mutual >= _SAME_SENTENCE:
        yield _warn("negation", reason, 0.7, aligned)


def certainty(aligned: Aligned) -> Iterator[Finding]:
    """The claim states as a fact what its passage leaves open."""
    best = aligned.best
    if best is None or aligned.claim.is_hedged or not best.is_hedged:
        return
    if aligned.mutual >= _NEARLY_SAME and aligned.same_language:
        yield _fail("certainty", "the claim states as a fact what the passage leaves open", 0.45, aligned)


def direction(aligned: Aligned) -> Iterator[Finding]:
    """The claim says the opposite of its passage (rose, fell), or tells of deaths that no source knows."""
    best = aligned.best
    if best is None:
        return
    deaths = aligned.claim.poles.get("dead-alive", frozenset())
    if deaths == {0} and not any(0 in passage.poles.get("dead-alive", frozenset()) for passage in aligned.every):
        yield _fail("direction", "the claim tells of deaths that the source does not know of", 0.45, aligned)
    every: frozenset[str] = frozenset(
        topic
        for passage in aligned.near
        for topic, at in passage.poles.items()
        if aligned.claim.poles.get(topic, frozenset()) & at
    )
    for topic in opposed(aligned.claim.poles, best.poles):
        if topic in every or (is_weak(topic) and aligned.mutual < _SAME_SENTENCE):
            continue
        weight = 0.3 if aligned.same_language or not is_weak(topic) else 0.7
        finding = _fail if weight < 0.5 else _warn  # noqa: PLR2004 - a threshold said in the docstring
        yield finding("direction", f"the claim says the opposite of the passage ({topic})", weight, aligned)


_LITTLE = 0.34
_SOME = 0.55


def additions(aligned: Aligned) -> Iterator[Finding]:
    """The claim says what no source speaks of."""
    if aligned.best is None and (aligned.claim.names or aligned.claim.figures or aligned.claim.words):
        own = any(passage.language == aligned.claim.language for passage in aligned.every)
        yield _fail("additions", "no passage speaks of this", 0.3 if own else 0.62, aligned)
    elif aligned.coverage < _LITTLE:
        yield _fail("additions", "most of the claim's words stand in no source", 0.4, aligned)
    elif aligned.coverage < _SOME:
        yield _warn("additions", "many of the claim's words stand in no source", 0.8, aligned)


RULES: Mapping[str, Callable[[Aligned], Iterator[Finding]]] = {
    "figures": figures,
    "dates": dates,
    "names": names,
    "quotations": quotations,
    "negation": negation,
    "certainty": certainty,
    "direction": direction,
    "additions": additions,
}
"""Name of a check → its rule, in the order of the findings."""
