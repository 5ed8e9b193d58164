"""What a writer put in words of his own is borne by the passages: prose goes through the rules of grounding.

The cited passages are asked first, the rest of the story's reports after. The findings are weighed as those of
`prism check` are (`checks.scoring`), so a sentence fails here where it would be "unsupported" there. Outlets may be named in
running text though no passage names them; that they are the ones that the sentence rests on is asked here. That nothing is found
amiss is not enough for a writer: the cited passages must bear a good part of what the sentence says.
"""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.alignment import Aligned, align
from prism.checks.bearing import bearing_of
from prism.checks.embroidered import embroidered
from prism.checks.examined import DIGEST, Examined, Grounded, Part
from prism.checks.rules.grounding import findings_of
from prism.checks.scoring import judge
from prism.checks.values import Finding
from prism.model import Citation, Kind, Outcome, Verdict

_HEADLINE, _HEADLINE_MASS = "headline", 0.35
_THIN = "additions.thin"
_SAYS = 1.5
"""A shorter sentence says too little to tell."""
_CITED, _CITED_SHARE = 1.8, 0.4
_ANY, _ANY_SHARE = 1.8, 0.4
"""Borne weight and share (`checks.bearing`) below both of which cited passages, and the best two of all, do not bear a sentence."""


def check(examined: Examined) -> Iterator[Verdict]:
    """What the rules of grounding find in prose that reports; FAIL where they turn the verdict on a sentence."""
    if examined.brief.provenance.writer == DIGEST:
        return  # `wording` lets no prose pass
    for part in examined.parts:
        if part.sentence.kind is Kind.INFERRED or not part.evidence or not examined.is_prose(part):
            continue
        for found in grounded(part, examined):
            for finding in found.told:
                yield verdict_of(finding, part, examined)
            failed = any(one.outcome is Outcome.FAIL for one in found.told)
            if not failed and (words := _unborne(found.aligned, part, examined)):
                yield examined.verdict(
                    "support", Outcome.FAIL, part, "check.support.unborne", *words, words=", ".join(words)
                )
            elif not failed and examined.doubt and (words := embroidered(found.aligned)):
                yield examined.verdict(
                    "support", Outcome.FAIL, part, "check.support.added", *words, words=", ".join(words)
                )
            elif not failed and not _borne(found.aligned, part, examined):
                yield examined.verdict(
                    "support", Outcome.WARN, part, "check.support.elsewhere", evidence=places(found.aligned)
                )
        yield from _outlets(part, examined)


def _borne(aligned: Aligned, part: Part, examined: Examined) -> bool:
    """Whether the passages that the sentence cites bear it by themselves: surely where it rests on no others."""
    cited = [examined.passages[one.citation] for one in part.evidence if one.citation in examined.passages]
    if all(passage in cited for passage in aligned.near):
        return True
    alone = align(aligned.claim, cited)
    _, told = judge(own_findings(alone, examined), same_language=alone.same_language)
    return not any(one.outcome is Outcome.FAIL for one in told)


def _unborne(aligned: Aligned, part: Part, examined: Examined) -> tuple[str, ...]:
    """The things that nothing bears of a sentence that hardly rests on what it cites; nothing where it does.

    `prism check` passes what it finds no fault with, so that it can be asked about any paraphrase. A writer's sentence must be borne
    by what it cites, or be nearly borne by two passages of the sheet; a headline, which sums up in few words, must share one word with
    any of them (decision 0142).
    """
    cited = [examined.passages[one.citation] for one in part.evidence if one.citation in examined.passages]
    claim = aligned.claim
    own = bearing_of(claim, cited).besides(examined.story_outlets)
    whole = own.mass(range(len(cited)))
    if own.weight < _SAYS or whole >= _CITED or whole >= _CITED_SHARE * own.weight:
        return ()
    sheet = bearing_of(claim, aligned.every).besides(examined.story_outlets)
    if part.address == _HEADLINE and sheet.mass(range(len(aligned.every))) >= _HEADLINE_MASS:
        return ()
    if sheet.borne >= _ANY or sheet.share >= _ANY_SHARE:
        return ()
    return tuple(one.text for one in own.said if not one.bearers)


def grounded(part: Part, examined: Examined) -> tuple[Grounded, ...]:
    """A sentence of prose (or two in one) as the rules of grounding find it; worked out once, for rules and judges alike."""
    known = examined.grounded.get(part.address)
    if known is None:
        known = tuple(_weighed(aligned, examined) for aligned in examined.aligned(part))
        examined.grounded[part.address] = known
    return known


def _weighed(aligned: Aligned, examined: Examined) -> Grounded:
    findings = own_findings(aligned, examined)
    score, told = judge(findings, same_language=aligned.same_language, doubt=examined.doubt)
    return Grounded(aligned, findings, score, told)


def own_findings(aligned: Aligned, examined: Examined) -> tuple[Finding, ...]:
    """What the rules of grounding find, without what they find of the outlets' own names, and what is asked more strictly here."""
    return tuple(
        finding for finding in findings_of(aligned) if finding.signal != _THIN and not _only_outlets(finding, examined)
    )


def _only_outlets(finding: Finding, examined: Examined) -> bool:
    """Whether a finding is about names of outlets, or, where it counts things, about one other thing beside them."""
    others = [word for word in finding.words if not _is_outlet(word, examined)]
    return len(others) < len(finding.words) and len(others) <= (finding.check == "additions")


def _is_outlet(word: str, examined: Examined) -> bool:
    return any(word in name or name in word for name in examined.story_outlets)


def verdict_of(finding: Finding, part: Part, examined: Examined) -> Verdict:
    """A weighed finding of a rule of grounding as a verdict on a sentence."""
    evidence = tuple(address(one.source, one.passage) for one in finding.evidence)
    return examined.verdict(
        finding.check, finding.outcome, part, finding.message, *finding.words, evidence=evidence, **finding.fields
    )


def address(source: str, passage: int) -> Citation:
    """Where a passage stands."""
    return Citation(source, passage)


def places(aligned: Aligned) -> tuple[Citation, ...]:
    """Where the passages stand that a sentence rests on."""
    return tuple(address(one.evidence.source, one.evidence.passage) for one in aligned.near if one.evidence)


def _outlets(part: Part, examined: Examined) -> Iterator[Verdict]:
    """FAIL for an outlet that is named though no cited passage is its own or names it."""
    cited = {examined.outlet(one.source_id) for one in part.evidence}
    text = part.own
    for name in sorted(examined.story_outlets, key=len, reverse=True):
        if name not in text:
            continue
        text = text.replace(name, " ")
        if name not in cited and not any(name in one.text for one in part.evidence):
            yield examined.verdict("support", Outcome.FAIL, part, "check.support.outlet", name, outlet=name)
