"""Report and inference are told apart: what is inferred is marked and hedged, and brings in nothing that no source has.

An inference is in words of its own, so that its words need not stand in a passage; its figures, names, dates and quotations
must, and so must what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prism.checks.examined import DIGEST, Examined, Part
from prism.checks.matching import stands_in
from prism.checks.rules.house.language import is_latin
from prism.checks.rules.house.support import own_findings, verdict_of
from prism.checks.scoring import judge
from prism.languages import is_hedged, names, quantities
from prism.model import Kind, Outcome, Verdict

_LATIN = re.compile(r"[A-Za-z]+[a-z][A-Za-z'’-]*|[A-Z]{6,}")
_NAMED = frozenset({"person", "place", "organisation"})
_FACTS = frozenset({"figures", "dates", "names", "quotations"})
_NOTHING = "additions.nothing"
_INFERRED = ("insight.unknown.", "insight.provisional")
"""The messages of the house that infer."""


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for inference outside the Insight, unmarked, stated as a fact, or with facts that no passage has; for a title alike."""
    for part in examined.parts:
        reading = examined.readings.get(part.address)
        if part.sentence.kind is not Kind.INFERRED:
            if reading and reading.told.message.startswith(_INFERRED):
                yield examined.verdict("insight", Outcome.FAIL, part, "check.insight.unmarked")
            continue
        if not part.address.startswith("insight."):
            yield examined.verdict("insight", Outcome.FAIL, part, "check.insight.place")
        if not is_hedged(part.own, examined.language):
            yield examined.verdict("insight", Outcome.FAIL, part, "check.insight.unhedged")
        if reading is None and part.evidence and examined.brief.provenance.writer != DIGEST:
            yield from _facts(part, examined)
    yield from _title(examined)


def _title(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a title of a writer's own that names or counts what the brief does not, or is one word from nowhere."""
    insight, language = examined.brief.insight, examined.language
    if insight is None or examined.brief.provenance.writer == DIGEST or any(examined.house.read_title(insight.title)):
        return
    told = " ".join(sentence.text for _, sentence in examined.brief.sentences())
    own = examined.without_outlets(insight.title)
    figures = {one.value for one in quantities(told, language)}
    strange = [one.text for one in names(own, language) if one.kind in _NAMED and not stands_in(one.text, told)]
    strange += [one.text for one in quantities(own, language) if one.value not in figures]
    strange += [word for word in _LATIN.findall(own) if not (is_latin(told) or word.casefold() in told.casefold())]
    if own.isascii() and len(own.split()) == 1 and own.casefold().strip() not in told.casefold():
        strange.append(own)
    for text in dict.fromkeys(strange):
        yield examined.verdict("insight", Outcome.FAIL, None, "check.insight.title", text=text)


def _facts(part: Part, examined: Examined) -> Iterator[Verdict]:
    for aligned in examined.aligned(part):
        facts = [f for f in own_findings(aligned, examined) if f.check in _FACTS or f.signal == _NOTHING]
        _, told = judge(facts, same_language=aligned.same_language)
        for finding in told:
            yield verdict_of(finding, part, examined)
