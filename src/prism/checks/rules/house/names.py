"""Every name of a sentence stands in the passages that it rests on, in whatever script; of prose `support` asks it."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import Examined, Part
from prism.checks.matching import find_name, is_same, stands_in, surnames_stand_in
from prism.languages import NameMention, names
from prism.model import Outcome, Verdict

_NAMING = frozenset({"person", "place", "organisation"})


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a name that no cited passage has; outlets may always be named. Unsure finds only WARN."""
    for part in examined.quoting:
        text = examined.without_outlets(part.plain)
        claimed = names(text, examined.language)
        if not claimed:
            continue
        given = [
            (one.text, evidence.language)
            for evidence in part.evidence
            for one in names(evidence.text, evidence.language)
        ]
        for mention in claimed:
            if _found(mention, part, given, examined):
                continue
            sure = mention.kind in _NAMING and mention.text in part.own
            outcome = Outcome.FAIL if sure else Outcome.WARN
            yield examined.verdict("names", outcome, part, "check.names.missing", name=mention.text)


def _found(mention: NameMention, part: Part, given: list[tuple[str, str]], examined: Examined) -> bool:
    for evidence in part.evidence:
        if stands_in(mention.text, evidence.text) or surnames_stand_in(mention, evidence.text):
            return True
    return is_same(find_name(mention.text, examined.language, given)[1])
