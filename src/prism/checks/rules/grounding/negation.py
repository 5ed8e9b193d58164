"""A clause denies what its passage denies, and nothing else.

Each clause of a claim is held against the clause of the passages that it rests on. Where one denies and the other does not,
something must show that both speak of the same: they share the word that is denied, or most of what they say. What may say
the same as a denial in other words (only, unknown, cancelled) excuses the difference, wherever it stands in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.clauses import Clause, Rest, anchors, bears, clauses_of, compared, rests_on, whole_of
from prism.checks.parted import is_the_rest
from prism.checks.rules.grounding.denied_words import denied_words
from prism.checks.rules.grounding.polarity import other_way
from prism.checks.rules.grounding.ways import LIGHT
from prism.checks.values import Finding
from prism.languages import Term, contrary_of
from prism.languages.stance import Mark, is_undone, unrefused

_SAME = 0.6
"""Least strength of a difference: how near two clauses are, more if they share the denied word, less if excused."""
_SHARED_WORD = 0.3
_OTHER_WORD = 0.3
"""What it takes away, within a language, that the denied word is in one of them only."""
_OTHER_NOUN = 0.45
"""The same for a noun of which there is none, in whatever languages."""
_EXCUSED = 0.3
_REFUSED = 0.9
"""How clearly the claim has someone refuse what the passage says that they did not."""
_OTHERWISE = 0.7
"""What it takes away that the other clause may deny in other words."""
_ANSWERED = 0.4
"""What it adds that one refuses and the other agrees."""
_BORNE = 0.33
_KNOWN = 0.6
_STEM = 2
_FEW = 2
"""A denying clause of a passage is in the claim if these shares of all of it and of what can be compared are, and so many words."""
_TALKED = 0.15
"""How near a clause must be to the passage in which someone refuses."""
_BESIDE = 6
"""A denial this many characters from an assent denies it."""
_INTENT = frozenset({"planned", "expected", "will", "possible", "considered"})
"""What an intention may be told as: to have no plans denies any of it."""
_ELSEWHERE = 0.2
_AS_NEAR = 0.5
"""Share of a denying clause that a passage which denies as well must bear to excuse it: at least this, and this part of what
the passage that it rests on bears."""


def check(aligned: Aligned) -> Iterator[Finding]:
    """The claim denies what its passage says, or says what its passage denies."""
    found = [finding for clause in clauses_of(aligned.claim) for finding in _held(aligned, clause)]
    yield from (
        found
        or tuple(_unsaid(aligned))
        or tuple(_granted(aligned))
        or tuple(other_way(aligned))
        or denied_words(aligned)
    )


def _held(aligned: Aligned, clause: Clause) -> Iterator[Finding]:
    """A clause against the one that it rests on."""
    rest = rests_on(clause, aligned.near)
    if rest is None:
        return
    if clause.denials and not rest.clause.denials:
        yield from _denied(aligned, clause, rest)
    elif rest.clause.denials and not clause.denials and not is_undone(clause.text, clause.whole.language):
        undenied = _undenied(aligned, clause, rest.clause)
        strength = _strength(rest.clause, undenied or rest.clause.denials[0], rest, clause)
        if whole_of(aligned.claim).denials and undenied is None:
            strength = 0.0 if _denied_beside(aligned, clause, rest) else strength - _EXCUSED
        if _PLAINLY <= strength < _SAME and _is_plain(aligned, rest.clause):
            strength = _SAME
        if strength >= _SAME:
            yield _said(aligned, clause, rest.clause, strength)
    elif clause.denials and len(clause.denials) < len(rest.clause.denials):
        undenied = _undenied(aligned, clause, rest.clause)
        strength = _strength(rest.clause, undenied, rest, clause) if undenied is not None else 0.0
        if strength >= _SAME:
            yield _said(aligned, clause, rest.clause, strength)


def _denied(aligned: Aligned, clause: Clause, rest: Rest) -> Iterator[Finding]:
    """A clause that denies against one that does not."""
    mark = clause.denials[0]
    if mark.name == "refusal" and _upheld(clause, rest):
        yield aligned.finding("negation.denied", mark.text, strength=_REFUSED, passages=(rest.clause.whole,))
        return
    if _is_undecided(clause, rest) or is_the_rest(clause, rest.clause) or _is_to_come(mark, rest.clause):
        return
    strength = _strength(clause, mark, rest, rest.clause)
    strength -= _EXCUSED if _hints(whole_of(rest.clause.whole), clause) or _left(aligned, rest) else 0.0
    if strength >= _SAME and not _denied_elsewhere(aligned, clause, rest):
        yield aligned.finding("negation.denied", mark.text, strength=strength, passages=(rest.clause.whole,))


def _is_to_come(mark: Mark, clause: Clause) -> bool:
    """Whether what the claim has as still to be done, its passage tells as to come."""
    return _STILL_TO.match(mark.text) is not None and any(
        one.name in _INTENT for one in whole_of(clause.whole).certainty
    )


_STILL_TO = re.compile(r"(?:still|yet)\b", re.IGNORECASE)


def _is_undecided(clause: Clause, rest: Rest) -> bool:
    """Whether the claim calls undecided what its passage weighs, asks or is still to decide."""
    undecided = [mark for mark in clause.certainty if mark.name == "undecided"]
    told = {mark.name for mark in whole_of(rest.clause.whole).certainty}
    return bool(told & _WEIGHED) and any(
        mark.start < one.end and one.start < mark.end for mark in clause.denials for one in undecided
    )


_WEIGHED = frozenset({"undecided", "considered", "pondered", "asked"})


def _is_plain(aligned: Aligned, denying: Clause) -> bool:
    """Whether nothing in the whole claim may deny what a predicate of a passage denies, in whatever words."""
    mark = denying.denials[0]
    if denying.whole.language == "en" and _OF_SOMEONE.search(denying.whole.text, 0, mark.start):
        return False
    return mark.name == "not" and not whole_of(aligned.claim).hints_of_denial


_OF_SOMEONE = re.compile(r"\bwho (?:was|were|is|are|has|had|have|did|does|do) $", re.IGNORECASE)
"""Before a denial that only says who somebody is: an epidemiologist who was not involved."""


_PLAINLY = 0.4


def _unaccepted(rest: Rest) -> bool:
    """Whether the sentence that a refusal rests on says elsewhere that someone did not accept."""
    return any(_is_denied(one, mark) for one in clauses_of(rest.clause.whole) for mark in one.assents)


def _upheld(clause: Clause, rest: Rest) -> bool:
    """Whether the claim has someone refuse what the passage says they did not refuse (부인했다 for 否定しなかった)."""
    passage = rest.clause.whole
    undone = rest.clause.inside(unrefused(passage.text, passage.language))
    return len(clause.denials) == 1 and bool(undone)


def _left(aligned: Aligned, rest: Rest) -> bool:
    """Whether another passage that the claim rests on denies a predicate: the claim's one denial may be that in other words."""
    if len(whole_of(aligned.claim).denials) != 1:
        return False
    return any(
        mark.name == "not"
        for passage in aligned.near
        if passage is not rest.clause.whole
        for mark in whole_of(passage).denials
    )


def _undenied(aligned: Aligned, clause: Clause, denying: Clause) -> Mark | None:
    """Of several denials of a passage the one whose word a clause of the claim says, while the claim denies others only."""
    language = denying.whole.language
    if len(denying.denials) < _FEW:
        return None
    claim = whole_of(aligned.claim)
    denied = [word for mark in claim.denials if (word := claim.denied(mark)) is not None]
    for mark in denying.denials:
        word = denying.denied(mark)
        if word is None or not bears(word, language, clause):
            continue
        if not any(_is_one(word, denying, one, claim) for one in denied):
            return mark
    return None


def _denied_beside(aligned: Aligned, clause: Clause, rest: Rest) -> bool:
    """Whether another clause of the claim, which denies, rests on the same passage."""
    for other in clauses_of(aligned.claim):
        if other is not clause and other.denials:
            beside = rests_on(other, aligned.near)
            if beside is None or beside.clause.whole is not rest.clause.whole:
                continue
            if beside.clause is rest.clause or not beside.clause.denials:
                return True  # each of the two may have its own denial
    return False


def _unsaid(aligned: Aligned) -> Iterator[Finding]:
    """A claim without any denial that has most of a clause which denies, as far as words can be compared."""
    claim = whole_of(aligned.claim)
    if claim.denials or is_undone(claim.text, claim.whole.language):
        return
    for passage in aligned.near:
        for clause in clauses_of(passage):
            if not _denies_of(clause, claim) or _hints(claim, clause) or _contrary(clause, claim):
                continue
            rest = compared(clause, claim)
            known = rest.shared / max(1.0, anchors(clause))
            said = sum(1 for term in clause.terms if term.ids & LIGHT and bears(term, passage.language, claim))
            if rest.shared - said >= _FEW and rest.there >= _BORNE and known >= _KNOWN:
                yield _said(aligned, claim, clause, min(1.0, _SAME + rest.there / 2))
                return


def _denies_of(clause: Clause, claim: Clause) -> bool:
    """Whether a clause denies a predicate, or a noun that the claim has: a noun left out ("with no cut in pay") is nothing denied."""
    words = [(mark, clause.denied(mark)) for mark in clause.denials]
    return any(mark.name != "no" or word is None or bears(word, clause.whole.language, claim) for mark, word in words)


def _hints(clause: Clause, denying: Clause) -> tuple[Mark, ...]:
    """What in a clause may deny in other words; no word that stands in the denying clause as well, nor one of its terms."""
    denied = [
        term
        for term in denying.terms
        if not any(term.start < mark.end and mark.start < term.end for mark in denying.denials)
    ]
    borne = [term for term in clause.terms if any(_is_one(term, clause, one, denying) for one in denied)]
    if clause.whole.language == denying.whole.language:
        borne = [term for term in borne if term.text.casefold() in denying.folded]
    return tuple(
        mark
        for mark in clause.hints_of_denial
        if not any(term.start < mark.end and mark.start < term.end for term in borne)
    )


def _is_one(term: Term, clause: Clause, other: Term, there: Clause) -> bool:
    """Whether two words of two clauses say the same."""
    same_language = clause.whole.language == there.whole.language
    return bool(term.keys & other.keys) or (same_language and term.text[:_STEM] == other.text[:_STEM])


def _contrary(denying: Clause, other: Clause) -> bool:
    """Whether another clause says the contrary of what is denied: none will close, all stay open."""
    return any(contrary_of(term.ids) & theirs.ids for term in denying.terms for theirs in other.terms)


def _granted(aligned: Aligned) -> Iterator[Finding]:
    """The claim has someone agree or admit, and refuse nothing; its passages have them refuse, and agree to nothing."""
    if any(mark.name == "refusal" for mark in whole_of(aligned.claim).denials):
        return
    passages = [whole_of(passage) for passage in aligned.near]
    if any(not _is_denied(passage, mark) for passage in passages for mark in passage.assents):
        return
    least = _TALKED if len(passages) > 1 else 0.0
    for clause in clauses_of(aligned.claim):
        granted = [mark for mark in clause.assents if not clause.denials and not _is_denied(clause, mark)]
        rest = rests_on(clause, aligned.near)
        other = rest.clause.whole if rest else aligned.near[0] if least == 0 and aligned.near else None
        if not granted or other is None or (rest and rest.nearness < least):
            continue
        whole = whole_of(other)
        refused = next((one for one in whole.denials if one.name == "refusal"), None)
        if not whole_of(aligned.claim).denials:
            refused = refused or next((one for one in whole.assents if _is_denied(whole, one)), None)
        if refused is not None:
            yield aligned.finding(
                "negation.said",
                granted[0].text,
                strength=min(1.0, _SAME + 0.1 + (rest.nearness / 2 if rest else 0.0)),
                passages=(other,),
                theirs=(refused.text,),
            )
            return


def _is_denied(clause: Clause, mark: Mark) -> bool:
    """Whether an assent is denied itself (받아들이지 않았다, did not agree)."""
    return any(
        -_BESIDE <= one.start - mark.end <= _BESIDE or 0 <= mark.start - one.end <= _BESIDE for one in clause.denials
    )


def _said(aligned: Aligned, clause: Clause, denying: Clause, strength: float) -> Finding:
    words = tuple(term.text for term in clause.terms if bears(term, clause.whole.language, denying))
    mark = denying.denials[0].text
    return aligned.finding("negation.said", *words, strength=strength, passages=(denying.whole,), theirs=(mark,))


def _strength(denying: Clause, mark: Mark, rest: Rest, other: Clause) -> float:
    """How clearly two clauses speak of the same and differ in that one denies it."""
    strength = rest.nearness
    word = denying.denied(mark)
    if word is not None and (bears(word, denying.whole.language, other) or _same_intent(denying, word, other)):
        strength += _SHARED_WORD if mark.name != "no" else _SHARED_WORD / 2
        strength += _CONSIDERED if _is_of("considered", word, denying) and _has_considered(other) else 0.0
    elif word is not None and mark.name != "refusal":
        strength -= _unshared(denying, mark, word, other)
    if mark.name == "refusal" and other.assents and not other.denials:
        strength += _ANSWERED
    elif _hints(other, denying):
        strength -= _OTHERWISE
    return min(1.0, strength)


def _unshared(denying: Clause, mark: Mark, word: Term, other: Clause) -> float:
    """What it takes away that the other clause does not have the word that is denied: a phrase left out, mostly ("with no cut in pay")."""
    if mark.name == "no":
        known = word.known or denying.whole.language == other.whole.language
        return _OTHER_NOUN if known else _OTHER_NOUN / 3
    return _OTHER_WORD if denying.whole.language == other.whole.language else 0.0


def _same_intent(denying: Clause, word: Term, other: Clause) -> bool:
    """Whether an intention is denied (no plans to) and the other clause has one, in whatever words."""
    intended = _is_of("planned", word, denying) and any(mark.name in _INTENT for mark in other.certainty)
    return intended or (_is_of("considered", word, denying) and _has_considered(other))


def _is_of(name: str, word: Term, clause: Clause) -> bool:
    """Whether a word is a mark of this name."""
    return any(mark.name == name and mark.start < word.end and word.start < mark.end for mark in clause.certainty)


def _has_considered(clause: Clause) -> bool:
    return any(mark.name in {"considered", "undecided"} for mark in clause.certainty)


_CONSIDERED = 0.1


def _denies_word_of(clause: Clause, other: Clause) -> bool:
    """Whether another clause denies a word of a denying clause: would have no trains, would be left without evening trains."""
    words = (other.denied(mark) for mark in other.denials)
    return any(word is not None and word.known and bears(word, other.whole.language, clause) for word in words)


def _refused_elsewhere(aligned: Aligned, clause: Clause) -> bool:
    """Whether a passage has the very word for refusing beside another word of the clause."""
    mark = clause.denials[0]
    words = [term for term in clause.terms if term.start < mark.end and mark.start < term.end]
    return any(
        one.name == "refusal"
        and any(term.keys & word.keys for word in words for term in other.terms if one.start <= term.start < one.end)
        and compared(clause, other).shared >= _FEW
        for passage in aligned.every
        for other in clauses_of(passage)
        for one in other.denials
    )


def _denied_elsewhere(aligned: Aligned, clause: Clause, rest: Rest) -> bool:
    """Whether any passage says in its own words that something of the clause is not so."""
    if any(_denies_word_of(clause, other) for other in clauses_of(rest.clause.whole) if other is not rest.clause):
        return True
    refused = clause.denials[0].name == "refusal"
    return (refused and (_unaccepted(rest) or _refused_elsewhere(aligned, clause))) or any(
        other.denials and compared(clause, other).there >= max(_ELSEWHERE, rest.there * _AS_NEAR)
        for passage in aligned.every
        for other in clauses_of(passage)
    )
