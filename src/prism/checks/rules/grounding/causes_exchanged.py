"""The cause that a passage gives is left out and another clause put in its place (part of the check of causes).

What is asked is the passage: where it gives a cause in so many words, the claim tells the effect and has no word of that cause,
but joins to the effect a clause of which the passage has nothing, the writer gave another cause, whatever joins it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from prism.checks.alignment import Aligned
from prism.checks.clauses import Clause, bears, shared, whole_of
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages import Term
from prism.languages.causation import causations, joined
from prism.languages.concept_classes import is_light

_STRENGTH = 0.9
_FEW = 2
"""Least words that tell something: of the cause that is left out, and of what stands in its place."""
_TOLD = 0.3
"""Least share of the effect that the claim tells."""
_JOINTS: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(
        r"[가-힣](?:자|며|면서|느라|니)(?=[ ,])|(?:때문|탓|덕분|바람|여파|영향|이유로|통)(?:에|으로|로)?(?=[ ,이])"
    ),
    "en": re.compile(
        r"\b(?:after|because(?: of)?|as|over|amid|when|following|since|due to|owing to|worried|fears? (?:of|that)|citing|blam\w+)\b",
        re.IGNORECASE,
    ),
}
"""What may join a cause to its effect: behind the cause in Korean, before it in English."""
_EDGES = re.compile(r"[,;]\s|(?<=[가-힣])(?:은|는)\s|(?<=[가-힣])(?:지만|는데|고),?\s")


def exchanged(aligned: Aligned) -> Iterator[Finding]:
    """The first cause of a passage for which the claim has another clause."""
    claim = whole_of(aligned.claim)
    for passage in aligned.near[:_FEW]:
        for cause in _given(passage, alike=passage.language == claim.whole.language):
            effect = [Clause(passage, 0, cause.start), Clause(passage, cause.end, len(passage.text))]
            given = _telling(cause)
            if len(given) < _FEW or any(bears(term, passage.language, claim) for term in given):
                continue
            told = sum(shared(one, claim) for one in effect)
            size = sum(len(one.terms) + len(one.names) + len(one.figures) for one in effect)
            if told < _FEW or told < _TOLD * size:
                continue
            words = next(_put_instead(aligned, passage), ())
            if words:
                yield aligned.finding(
                    "causes.other",
                    *words,
                    strength=_STRENGTH,
                    passages=(passage,),
                    theirs=tuple(term.text for term in given),
                    other=cause.text.strip(),
                )
                return


def _given(passage: Statement, *, alike: bool) -> Iterator[Clause]:
    """The causes that a passage gives; where the claim is in its language, those that it only joins to their effect as well."""
    for one in causations(passage.text, passage.language):
        if not one.implied:
            yield Clause(passage, *one.cause)
    if alike and passage.language == "en":
        yield from _stretches(passage)


def _put_instead(aligned: Aligned, passage: Statement) -> Iterator[tuple[str, ...]]:
    """The words of each clause that the claim may give as a cause and of which a passage has nothing."""
    claim = aligned.claim
    plain = [Clause(claim, *one.cause) for one in causations(claim.text, claim.language)]
    for stretch, least in (*((one, 1) for one in plain), *((one, _FEW) for one in _stretches(claim))):
        words = _telling(stretch)
        if len(words) >= least and not any(bears(term, claim.language, whole_of(passage)) for term in words):
            yield tuple(term.text for term in words)


def _stretches(claim: Statement) -> Iterator[Clause]:
    """What stands beside each joint of a claim, up to the next edge."""
    pattern = _JOINTS.get(claim.language)
    for match in pattern.finditer(claim.text) if pattern else ():
        if claim.language == "en":
            edge = _EDGES.search(claim.text, match.end())
            yield Clause(claim, match.end(), edge.start() if edge else len(claim.text))
        else:
            yield _before(claim, match.start())
    for start, _ in joined(claim.text, claim.language):
        yield _before(claim, start)


def _before(claim: Statement, end: int) -> Clause:
    edges = [match.end() for match in _EDGES.finditer(claim.text, 0, end)]
    return Clause(claim, edges[-1] if edges else 0, end)


def _telling(clause: Clause) -> list[Term]:
    """The words of a clause that would be found again in another language."""
    return [term for term in clause.terms if term.known and not is_light(term.ids)]
