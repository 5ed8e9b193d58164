"""How a quotation of a claim renders the one of a passage in another language: what is denied, and which word stands for another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from prism.checks.alignment import bears
from prism.checks.matching import find_figure
from prism.checks.reading import Statement
from prism.languages import Term, contrary_of
from prism.languages.concept_classes import is_converse, is_empty, is_faint
from prism.languages.concepts import ConceptMention
from prism.languages.contrasts import Contrast, contrasts, preferences
from prism.languages.everyday import fields, opposed
from prism.languages.korean_morphemes import content_words
from prism.languages.spans import meets
from prism.languages.stance import denials, hints_of_denial, is_undone
from prism.languages.tables import table_for

_ANALYSED = frozenset({"ko"})
"""Languages whose content words are told from endings and auxiliaries morpheme by morpheme."""
_RUN = 4
"""Letters of an unknown run, at most, in which a known word is the whole of it."""
_LEAST = 0.3
"""Least share of the words of a clause that its counterpart must have."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Where a quotation says something else.

    Attributes:
        words: of the claim.
        theirs: the words of the passage.
        strength: how clear it is.
    """

    words: tuple[str, ...]
    theirs: tuple[str, ...]
    strength: float


@lru_cache(maxsize=2048)
def content(piece: Statement) -> tuple[Term, ...]:
    """The words of a quotation: no auxiliaries, dependent nouns and adverbs where a language shows them.

    Each has what it may mean by the lexicon and by the fields of everyday speech; a part of a longer noun (기관 in 기관차) is no
    word of its own.
    """
    taken = [(one.start, one.end) for one in piece.figures] + [(one.start, one.end) for one in piece.days]
    taken += [(one.start, one.end) for one in piece.names if one.kind == "person"]
    common = [one for one in fields(piece.text, piece.language) if not meets(one.start, one.end, taken)]
    if piece.language not in _ANALYSED:
        found = [
            _with_fields(term, common)
            for term in piece.terms
            if term.known
            or len(term.text) <= _RUN
            or not meets(term.start, term.end, [(o.start, o.end) for o in common])
        ]
        spans = [(one.start, one.end) for one in found]
    else:
        words = [word for word in content_words(piece.text) if not meets(word.start, word.end, taken)]
        spans = [(word.start, word.end) for word in words]
        found = [_with_fields(term, common) for term in piece.terms if _is_word(term, spans)]
        spans = [(one.start, one.end) for one in found]
    found += [
        Term(
            piece.text[one.start : one.end],
            one.start,
            one.end,
            frozenset(f"c:{ident}" for ident in one.ids),
            known=True,
        )
        for one in common
        if not meets(one.start, one.end, spans)
    ]
    return tuple(sorted((one for one in found if not is_empty(one.ids)), key=lambda term: term.start))


def _is_word(term: Term, words: Sequence[tuple[int, int]]) -> bool:
    """Whether a term is a whole word, or several."""
    return any(start == term.start and (not term.known or end <= max(term.end, start + 1)) for start, end in words)


def _with_fields(term: Term, common: Sequence[ConceptMention]) -> Term:
    """A term with the fields of the words that stand in its place."""
    ids = {f"c:{ident}" for one in common if term.start < one.end and one.start < term.end for ident in one.ids}
    return term._replace(keys=term.keys | ids, known=True) if ids else term


@lru_cache(maxsize=2048)
def _meanings(said: Statement) -> frozenset[str]:
    return frozenset(key for term in content(said) for key in term.keys)


def is_borne(term: Term, piece: Statement, said: Statement) -> bool:
    """Whether something said has a word of a quotation, in what it means or in its letters."""
    if bears(term, piece, said):
        return True
    return piece.language != said.language and not term.keys.isdisjoint(_meanings(said))


def unborne(piece: Statement, said: Statement) -> tuple[Term, ...]:
    """The words of a quotation that the other does not have."""
    return tuple(term for term in content(piece) if not is_borne(term, piece, said))


def otherwise(piece: Statement, said: Statement, besides: Sequence[Statement] = ()) -> Slip | None:
    """Words of a quotation that the other does not have, beside words of the other that it does not have.

    All of them are known, so that a translation would have been; a word that says little counts half. One word at least has to
    say something by itself.

    Args:
        piece: the quotation.
        said: what it renders.
        besides: what the same one says elsewhere, which the quotation may have been joined with.
    """
    mine = [t for t in unborne(piece, said) if t.known and not any(is_borne(t, piece, one) for one in besides)]
    theirs = [term for term in unborne(said, piece) if term.known]
    unread = any(not term.known for term in unborne(said, piece))
    lacking, left = _weight(mine), max(_weight(theirs), _HALF * unread)
    total = len(content(piece)) + len(content(said))
    firm = [term.text for term in mine if not is_faint(term.ids) and not _is_one_sign(term, piece)]
    if not firm or left < _HALF:
        return None
    share = (lacking + left) / max(1, total)
    swapped = len(mine) == len(theirs) == 1 and not unread and not is_faint(theirs[0].ids)
    clear = _SWAPPED_CLEAR if swapped else _LACKING_CLEAR
    return Slip(tuple(firm), tuple(term.text for term in theirs), min(1.0, clear + share))


def _is_one_sign(term: Term, piece: Statement) -> bool:
    """Whether a word is one Chinese character, which mostly is a part of a longer word that the lexicon lacks (响 in 响应)."""
    return piece.language == "zh" and len(term.text) == 1


_HALF = 0.5
_LACKING_CLEAR = 0.3
"""How clear words that a quotation lacks make it before their share is added: alone they count from a quarter of all words on, since
a free translation of real speech (NTREX) leaves out a fifth …"""
_SWAPPED_CLEAR = 0.45
"""… and where one word stands for one other, and all else is there."""


def _weight(words: Sequence[Term]) -> float:
    return sum(_HALF if is_faint(term.ids) else 1.0 for term in words)


def contrary(piece: Statement, said: Statement) -> Slip | None:
    """A word whose contrary the other quotation has, both without a counterpart."""
    for term in unborne(piece, said):
        against = contrary_of(term.ids) | opposed(term.ids)
        for other in unborne(said, piece):
            if other.ids & against and not is_converse(term.ids, other.ids):
                return Slip((term.text,), (other.text,), 1.0)
    return None


def crossed(piece: Statement, said: Statement) -> Slip | None:
    """Not A but B, told as not B but A: what is denied in the one is asserted in the other."""
    for ours in _set_apart(piece):
        for theirs in _set_apart(said):
            no, yes = piece.part(*ours.denied), piece.part(*ours.asserted)
            denied, asserted = said.part(*theirs.denied), said.part(*theirs.asserted)
            if _common(no, denied) == 0 and _common(yes, denied) + _common(no, asserted) > 0:
                return Slip((no.text, yes.text), (denied.text, asserted.text), 1.0)
    return _asserted(piece, said) or _asserted(said, piece)


def _asserted(piece: Statement, said: Statement) -> Slip | None:
    """What one of two says plainly, where the other says that it is something else (in cleaning; not in cleaning but on the way)."""
    if denies(piece) or _set_apart(piece):
        return None
    for theirs in contrasts(said.text, said.language):
        denied, asserted = said.part(*theirs.denied), said.part(*theirs.asserted)
        mine = [term for term in content(piece) if is_borne(term, piece, denied) and not is_faint(term.ids)]
        if mine and content(asserted) and not _common(asserted, piece):
            return Slip((mine[0].text,), (denied.text, asserted.text), 0.8)
    return None


@lru_cache(maxsize=2048)
def _set_apart(piece: Statement) -> tuple[Contrast, ...]:
    return (*contrasts(piece.text, piece.language), *preferences(piece.text, piece.language))


def _common(one: Statement, other: Statement) -> int:
    return sum(1 for term in content(one) if is_borne(term, one, other))


def denied(piece: Statement, said: Statement) -> Slip | None:
    """A clause that denies what its counterpart says, or the other way round."""
    pairs = tuple(_pairs(piece, said))
    for mine, theirs in pairs:
        no, their_no = any(map(denies, mine)), any(map(denies, theirs))
        lighter, other = (mine, theirs) if their_no else (theirs, mine)
        if no == their_no or any(hints(one, with_what) for one in lighter for with_what in other):
            continue
        if any(contrary(a, b) for a in mine for b in theirs):
            continue
        words = [mark.text for one in mine for mark in denials(one.text, one.language)] or [one.text for one in mine]
        return Slip(tuple(words[:1]), tuple(one.text for one in theirs), 1.0 if len(pairs) > 1 else 0.9)
    return None


def turned(piece: Statement, said: Statement) -> Slip | None:
    """Two clauses that have exchanged a word, where another stays in its place: ignored A and heard B, ignored B and heard A."""
    ours, theirs = _pieces(piece), _pieces(said)
    if len(ours) != _TWO or len(theirs) != _TWO:
        return None
    stays = 0
    goes: tuple[list[str], list[str]] = ([], [])
    for place, mine in enumerate(ours):
        stays += sum(1 for figure in mine.figures if find_figure(figure, theirs[place].figures))
        for term in content(mine):
            here, there = is_borne(term, mine, theirs[place]), is_borne(term, mine, theirs[1 - place])
            if here and not there:
                stays += 1
            elif there and not here:
                goes[place].append(term.text)
    if not stays or not all(goes):
        return None
    return Slip((goes[0][0], goes[1][0]), (theirs[0].text, theirs[1].text), 1.0)


_TWO = 2


def _pairs(piece: Statement, said: Statement) -> Iterator[tuple[list[Statement], list[Statement]]]:
    """The clauses of two quotations that are each other's nearest, those together that share one."""
    ours, theirs = _pieces(piece), _pieces(said)
    groups: list[tuple[list[Statement], list[Statement]]] = []
    for one, other in (*_nearest(ours, theirs), *((a, b) for b, a in _nearest(theirs, ours))):
        met = [group for group in groups if one in group[0] or other in group[1]]
        groups = [group for group in groups if group not in met]
        mine = [*dict.fromkeys([*(a for group in met for a in group[0]), one])]
        groups.append((mine, [*dict.fromkeys([*(b for group in met for b in group[1]), other])]))
    yield from groups


def _nearest(ones: Sequence[Statement], others: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    for one in ones:
        best = max(others, key=lambda other: _share(one, other), default=None)
        if best is not None and _share(one, best) >= _LEAST:
            yield one, best


def _pieces(statement: Statement) -> list[Statement]:
    """The clauses of a quotation, short ones too, as long as each has a word of its own."""
    text = statement.text
    stances = table_for(statement.language).stances
    cuts = {match.end() for pattern in (stances.breaks, _MARKS) for match in pattern.finditer(text)}
    cuts |= {one.start() for one in stances.openers.finditer(text) if stances.turns.match(text, one.start())}
    edges = [0, *sorted(cut for cut in cuts if 0 < cut < len(text)), len(text)]
    found: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        if found and not content(statement.part(start, end)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return [statement.part(*span) for span in found]


_MARKS = re.compile(r"[,;:，；：](?!\d)|[.!?](?=\s)|。|(?<=더라도|[가-힣]지만|[가-힣]는데|[가-힣]어도|[가-힣]아도)\s")


def _share(mine: Statement, other: Statement) -> float:
    words = content(mine)
    return sum(1 for term in words if is_borne(term, mine, other)) / len(words) if words else 0.0


def denies(piece: Statement) -> bool:
    """Whether a piece denies what it says; a denial of a contrary (not small, 빠짐없이) is none."""
    return bool(denials(piece.text, piece.language)) or (piece.is_negated and not is_undone(piece.text, piece.language))


def hints(piece: Statement, other: Statement) -> bool:
    """Whether a piece may deny in other words, which the other does not have as they are."""
    if lacks(piece) or is_undone(piece.text, piece.language):
        return True
    marks = [mark for mark in hints_of_denial(piece.text, piece.language) if not _MILD.match(mark.text)]
    words = [term for term in content(piece) if is_borne(term, piece, other)]
    return any(not any(word.start < mark.end and mark.start < word.end for word in words) for mark in marks)


_MILD = re.compile(r"다[른르]|달리|이후|처음|만에|나머지|유지|남[았은]|이르다|그대로|따로|以来|初めて|other|first")
"""What may say the same as a denial in a sentence, but hardly in the words of a quotation."""


def lacks(piece: Statement) -> bool:
    """Whether a piece says by a word of its own what another may say by denying its contrary (부족하다, 足りない)."""
    return any(term.ids & _LACKING for term in piece.terms)


_LACKING = frozenset({"lack", "shortage", "absent-none", "impossible", "unable", "fall-short"})


def unowed(piece: Statement, said: Statement) -> bool:
    """Whether one of two quotations says what ought to be (should, 해야, べき, 应该), and the other does not."""
    ours, theirs = (table_for(one.language).stances.due for one in (piece, said))
    return bool(ours.search(piece.text)) is not bool(theirs.search(said.text))
