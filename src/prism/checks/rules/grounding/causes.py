"""A sentence gives as the cause of something what its passages give as its cause.

Where a claim says that one thing has caused another, the passage that tells of the effect is asked: whether it says that the
cause is not known or ruled out, whether it names any cause, and whether the claim's cause stands in it. A cause that stands in
another passage was joined to its effect by the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from prism.checks.alignment import Aligned
from prism.checks.clauses import Clause, bears, clause_at, compared, shared, whole_of
from prism.checks.reading import Statement
from prism.checks.rules.grounding.causes_exchanged import exchanged
from prism.checks.values import Finding
from prism.languages import Term
from prism.languages.causation import Causation, causations, goes_on, hints_at_cause, joined
from prism.languages.concept_classes import is_light
from prism.languages.links import leaves_open, makes
from prism.languages.stance import causes

_TOLD = 0.2
"""Least share of an effect that the passage which tells it bears."""
_THERE = 0.5
_GONE = 0.34
_WEAKLY = 0.2
"""Shares of a cause from which it stands in a passage, and below which it does not."""
_NEAR_UNKNOWN = 0.15
_UNGIVEN = 0.75
"""What it is worth that a passage gives no cause of what it tells."""
_LOOSE = 0.3
_REASONED = 0.4
"""What it takes away that the passage speaks of reasons in a way not understood."""
_BESIDE = 8
"""A denial this many characters from a marker denies the cause."""
_READ_INTO = 0.3
"""What it takes away that the claim has no word for "because" either."""
_UNREAD = 0.6
"""What a difference loses where no word of the cause would be found again in other words."""


def check(aligned: Aligned) -> Iterator[Finding]:
    """A cause that no passage gives, another than it gives, one that it calls unknown, and cause for effect."""
    claim = aligned.claim
    if any(mark.name in {"unknown", "unrelated"} for mark in causes(claim.text, claim.language)):
        return
    for causation in causations(claim.text, claim.language):
        if _is_denied(whole_of(claim), causation):
            continue
        cause = Clause(claim, *causation.cause)
        effect = tuple(_next_to(Clause(claim, *span), causation) for span in causation.effect)
        if not _size(cause) or not sum(map(_size, effect)):
            continue
        finding = _held(aligned, causation, cause, effect)
        if finding is not None:
            yield finding
            return
    found = tuple(_guessed(aligned)) or tuple(_unrelated(aligned))
    yield from found or tuple(_made(aligned)) or exchanged(aligned)


def _made(aligned: Aligned) -> Iterator[Finding]:
    """The claim tells with a verb that one thing has made another so; a passage beside what it rests on leaves that open."""
    claim = whole_of(aligned.claim)
    verb = makes(claim.text, claim.whole.language)
    if verb is None or claim.denials or any(mark.name in _LEFT_OPEN | _MEANT for mark in claim.certainty):
        return
    if leaves_open(claim.text, claim.whole.language) or any(makes(one.text, one.language) for one in aligned.near):
        return
    for place, passage in enumerate(aligned.every):
        other = leaves_open(passage.text, passage.language)
        beside = aligned.every[max(0, place - 1) : place + 2]
        if other and (any(one in aligned.near for one in beside) or shared(claim, whole_of(passage)) >= _SAME):
            words, theirs = verb.group(), other.group()
            yield aligned.finding(
                "causes.unknown", words, strength=_MADE, passages=(passage,), theirs=(theirs,), other=theirs
            )
            return


def _next_to(effect: Clause, causation: Causation) -> Clause:
    """Of what stands behind a cause the clause that it belongs to, where that says enough: what else happened is no effect."""
    if effect.start < causation.cause[1]:
        return effect
    own = clause_at(effect.whole, min(effect.start + 1, len(effect.whole.text) - 1))
    near = Clause(effect.whole, effect.start, min(effect.end, own.end))
    return near if _size(near) >= _ENOUGH else effect


_ENOUGH = 2


def _stands(cause: Clause, passage: Statement) -> float:
    """The share of a cause that a passage has: of its words that would be found again, if it has any."""
    other = whole_of(passage)
    terms = [term for term in cause.terms if _tells(term)]
    if not terms:
        return compared(cause, other).there
    return sum(bears(term, cause.whole.language, other) for term in terms) / len(terms)


def _tells(term: Term) -> bool:
    """Whether a word of a cause would be found again: a word of the lexicon that is not too general."""
    return term.known and not is_light(term.ids)


_MEANT = frozenset({"planned", "expected"})
_SAME = 2
"""Words shared with a passage from which it speaks of the same."""
_MADE = 0.9


def _guessed(aligned: Aligned) -> Iterator[Finding]:
    """Two things that the claim puts one after the other, where a passage says that it is not known whether the one caused the other."""
    claim = whole_of(aligned.claim)
    if claim.denials or any(mark.name in _LEFT_OPEN for mark in claim.certainty):
        return
    for passage in aligned.near:
        mark = next((one for one in causes(passage.text, passage.language) if one.name == "unknown"), None)
        if mark is None:
            continue
        for start, end in joined(aligned.claim.text, aligned.claim.language):
            cause, effect = Clause(aligned.claim, 0, start), Clause(aligned.claim, end, len(aligned.claim.text))
            words = [
                term for term in cause.terms if term.known and bears(term, claim.whole.language, whole_of(passage))
            ]
            others = [one for one in aligned.near if shared(effect, whole_of(one))]
            if len(words) >= max(1.0, _THERE * len(cause.terms[-_CLAUSE:])) and others:
                shown = tuple(term.text for term in words)
                yield aligned.finding(
                    "causes.unknown",
                    *shown,
                    strength=_JOINED,
                    passages=(passage,),
                    theirs=(mark.text,),
                    other=mark.text,
                )
                return


_LEFT_OPEN = frozenset(
    {"possible", "considered", "pondered", "estimated", "asked", "alleged", "condition", "undecided"}
)
_CLAUSE = 4
"""Words before a joint that may be its cause."""
_JOINED = 0.8


def _is_denied(claim: Clause, causation: Causation) -> bool:
    """Whether the claim says that this is not the cause."""
    at = claim.whole.text.find(causation.marker)
    first, last = causation.cause
    return any(
        mark.name == "not"
        and -_BESIDE <= mark.start - at <= len(causation.marker) + _BESIDE
        and not first <= mark.start < last
        for mark in claim.denials
    )


def _unrelated(aligned: Aligned) -> Iterator[Finding]:
    """The passage says that two things have nothing to do with each other; the claim tells of both as if they had."""
    claim = whole_of(aligned.claim)
    if claim.denials or not claim.causes:
        return
    for passage in aligned.near:
        for mark in causes(passage.text, passage.language):
            if mark.name != "unrelated":
                continue
            sides = (Clause(passage, 0, mark.start), Clause(passage, mark.end, len(passage.text)))
            if all(any(bears(term, passage.language, claim) for term in side.terms) for side in sides):
                yield aligned.finding(
                    "causes.unknown", strength=0.8, passages=(passage,), theirs=(mark.text,), other=mark.text
                )
                return


def _held(aligned: Aligned, causation: Causation, cause: Clause, effect: Sequence[Clause]) -> Finding | None:
    told = _telling(aligned.near, effect) or _telling(aligned.every, effect)
    if told is None:
        return None if causation.implied else _plainly_unknown(aligned, causation, cause)
    passage, nearness = told
    unknown = _unknown(aligned, passage, effect)
    words = (causation.marker, *(term.text for term in cause.terms))
    if unknown is not None:
        source, mark = unknown
        sure = 0.5 - (_READ_INTO if causation.implied else 0.0)
        return aligned.finding(
            "causes.unknown", *words, strength=min(1.0, sure + nearness), passages=(source,), theirs=(mark,), other=mark
        )
    given = causations(passage.text, passage.language)
    borne = compared(cause, whole_of(passage)).there
    anywhere = max((compared(cause, whole_of(one)).there for one in aligned.near if one is not passage), default=0.0)
    if not borne and not any(map(_tells, cause.terms)):
        nearness -= _UNREAD
    if not given and (
        (not causation.implied and _told_together(aligned, cause, effect))
        or _explained(aligned, passage, cause)
        or _built_so(aligned, passage, borne)
    ):
        return None
    if causation.implied and anywhere < _THERE and passage.language != aligned.claim.language:
        return _instead(aligned, words, cause, passage, given)
    if not given:
        found = _without_cause(aligned, words, passage, borne, anywhere, nearness)
        return replace(found, signal="causes.joined") if found and causation.implied and borne < _THERE else found
    if causation.implied and any(not one.implied for one in given):
        given = tuple(one for one in given if not one.implied)
    return _another(aligned, words, cause, effect, passage, given, min(borne, _stands(cause, passage)))


def _instead(
    aligned: Aligned, words: Sequence[str], cause: Clause, passage: Statement, given: Sequence[Causation]
) -> Finding | None:
    """The passage gives a cause in so many words, of which the claim has nothing; that one has another in its place."""
    claim = whole_of(aligned.claim)
    theirs = tuple(Clause(passage, *one.cause) for one in given if not one.implied)
    told = causations(aligned.claim.text, aligned.claim.language)
    if len(told) > 1 or not any(term.known for term in cause.terms) or not theirs:
        return None
    if any(shared(one, claim) or not any(term.known for term in one.terms) for one in theirs):
        return None
    return aligned.finding(
        "causes.other",
        *words,
        strength=_ANOTHER,
        passages=(passage,),
        theirs=tuple(term.text for term in theirs[0].terms),
        other=theirs[0].text.strip(),
    )


_ANOTHER = 0.9


def _told_together(aligned: Aligned, cause: Clause, effect: Sequence[Clause]) -> bool:
    """Whether one passage that the claim rests on tells nearly all of the cause together with something of the effect."""
    size = sum(map(_size, effect))
    return any(
        compared(cause, whole_of(one)).there >= _NEARLY
        and sum(shared(part, whole_of(one)) for part in effect) >= _WEAKLY * size
        for one in aligned.near
        if one.language == aligned.claim.language
    )


_NEARLY = 0.6


def _plainly_unknown(aligned: Aligned, causation: Causation, cause: Clause) -> Finding | None:
    """A cause in so many words of something that no passage tells in these words, where one that is near calls a cause unknown."""
    for one in aligned.near:
        mark = next((mark for mark in causes(one.text, one.language) if mark.name == "unknown"), None)
        if mark is not None and not causations(one.text, one.language):
            words = (causation.marker, *(term.text for term in cause.terms))
            return aligned.finding(
                "causes.unknown", *words, strength=_PLAINLY, passages=(one,), theirs=(mark.text,), other=mark.text
            )
    return None


_PLAINLY = 0.65


def _explained(aligned: Aligned, passage: Statement, cause: Clause) -> bool:
    """Whether a sentence beside the one that tells the effect gives this cause for it."""
    at = next((place for place, one in enumerate(aligned.every) if one is passage), 0)
    return any(
        (causations(one.text, one.language) or _begins_with_reason(one))
        and compared(cause, whole_of(one)).there >= _GONE
        for one in aligned.every[max(0, at - 1) : at + 2]
        if one is not passage
    )


def _begins_with_reason(passage: Statement) -> bool:
    """Whether the first clause of a sentence is all a reason, for what was told before (増産するためで、)."""
    return passage.language == "ja" and _FOR.search(passage.text) is not None


_FOR = re.compile(r"^[^。「」]{4,60}(?:ため|から)(?:で、|だ。|だという|という)")


def _built_so(aligned: Aligned, passage: Statement, borne: float) -> bool:
    """Whether the passage tells by its construction that one thing came of another, and the claim's cause may be in it."""
    if not hints_at_cause(passage.text, passage.language):
        return (
            passage.language != aligned.claim.language and borne >= _WEAKLY and goes_on(passage.text, passage.language)
        )
    return bool(borne) or passage.language != aligned.claim.language


def _without_cause(
    aligned: Aligned, words: Sequence[str], passage: Statement, borne: float, anywhere: float, nearness: float
) -> Finding | None:
    """The passage that tells the effect gives no cause for it."""
    if borne >= _THERE:
        return aligned.finding("causes.loose", *words, strength=_LOOSE, passages=(passage,))
    joined = any(causations(one.text, one.language) for one in aligned.near)
    strength = min(1.0, _UNGIVEN + nearness + (0.2 if anywhere >= _THERE else 0.0)) - borne / 2
    if any(mark.name == "reason" for mark in causes(passage.text, passage.language)):
        strength -= _REASONED
    if strength <= 0:
        return None
    signal = "causes.joined" if joined else "causes.invented"
    return aligned.finding(signal, *words, strength=strength, passages=(passage,))


def _another(
    aligned: Aligned,
    words: Sequence[str],
    cause: Clause,
    effect: Sequence[Clause],
    passage: Statement,
    given: Sequence[Causation],
    borne: float,
) -> Finding | None:
    """The passage gives another cause, or the effect as the cause."""
    for one in given:
        theirs = Clause(passage, *one.cause)
        if one.ruled_out is not None and shared(cause, Clause(passage, *one.ruled_out)) > shared(cause, theirs):
            return aligned.finding(
                "causes.other",
                *words,
                strength=0.9,
                passages=(passage,),
                theirs=(one.marker, theirs.text.strip()),
                other=theirs.text.strip(),
            )
        caused = tuple(Clause(passage, *span) for span in one.effect)
        straight = shared(cause, theirs) + sum(shared(mine, other) for mine in effect for other in caused)
        turned = sum(shared(cause, other) for other in caused) + sum(shared(mine, theirs) for mine in effect)
        if turned >= 2 + straight and shared(cause, theirs) == 0:
            return aligned.finding("causes.reversed", *words, passages=(passage,), theirs=(theirs.text.strip(),))
        if shared(cause, theirs) or borne >= _GONE or not _size(theirs):
            return None
    theirs = Clause(passage, *given[0].cause)
    return aligned.finding(
        "causes.other",
        *words,
        strength=1.0,
        passages=(passage,),
        theirs=(given[0].marker, *(term.text for term in theirs.terms)),
        other=theirs.text.strip(),
    )


def _telling(passages: Sequence[Statement], effect: Sequence[Clause]) -> tuple[Statement, float] | None:
    """The passage that bears most of an effect, and how much."""
    size = sum(map(_size, effect))
    best: tuple[Statement, float] | None = None
    for passage in passages:
        share = sum(shared(one, whole_of(passage)) for one in effect) / max(1.0, size)
        if share >= _TOLD and (best is None or share > best[1]):
            best = (passage, share)
    return best


def _unknown(aligned: Aligned, passage: Statement, effect: Sequence[Clause]) -> tuple[Statement, str] | None:
    """What says that the cause of this is not known: in the passage itself, or in another that speaks of the same."""
    behind = _behind(aligned, passage) if not causations(passage.text, passage.language) else None
    for one in (passage, *aligned.every):
        mark = next((mark for mark in causes(one.text, one.language) if mark.name == "unknown"), None)
        if mark is None:
            continue
        if one is passage or one in aligned.near:
            return one, mark.text
        about = clause_at(one, mark.start)
        if one is behind and leaves_open(one.text, one.language):
            return one, mark.text
        hits = [term for part in effect for term in part.terms if bears(term, part.whole.language, about)]
        if len(hits) >= max(1.0, _NEAR_UNKNOWN * sum(map(_size, effect))):
            return one, mark.text
    return None


def _behind(aligned: Aligned, passage: Statement) -> Statement | None:
    """The sentence that follows a passage, which may take back what it seems to say."""
    at = next((place for place, one in enumerate(aligned.every) if one is passage), len(aligned.every))
    return aligned.every[at + 1] if at + 1 < len(aligned.every) else None


def _size(clause: Clause) -> float:
    return len(clause.terms) + len(clause.figures) + len(clause.names)
