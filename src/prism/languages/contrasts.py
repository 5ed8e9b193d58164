"""What a sentence sets against each other: "not the cheque but the port", 돈이 아니라 항구, 金ではなく港, 不是钱而是港口."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Contrast:
    """One thing denied beside another that is asserted.

    Attributes:
        denied: span of what it is not.
        asserted: span of what it is instead.
    """

    denied: tuple[int, int]
    asserted: tuple[int, int]


_NO = r"(?P<no>[^,;.“”\"—]{2,50}?)"
_YES = r"(?P<yes>[^,;.“”\"—]{2,50})"
_PATTERNS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "ko": (re.compile(r"(?P<no>[^\s,.\"“”]+(?: [^\s,.\"“”]+)?)(?:이|가|은|는|를|을|에서|으로|에)? ?(?:아니라|아닌|말고) (?P<yes>[^,.\"“”]{1,24})"),
        re.compile(r"(?P<yes>[^\s,.\"“”]+)(?:이지|일 뿐|지),? (?P<no>[^,.\"“”]{1,20}?)(?:이|가|은|는) 아니"),
    ),
    "ja": (re.compile(r"(?P<no>[^、。「」はがを]{1,16}?)(?:で|から|のため|に)?(?:はなく|なくて)(?:て)?、?(?P<yes>[^、。「」]{1,20})"),
        re.compile(r"(?P<yes>[^、。「」はがを]{1,16})であって、?(?P<no>[^、。「」]{1,16})では(?:ない|なかった|あり)"),
    ),
    "zh": (
        re.compile(r"(?:不是|并非|並非)(?:为了|為了)?(?P<no>[^，。；,;“”]{1,16})[，；,;]?(?:而是|是)(?:为了|為了)?(?P<yes>[^，。；“”]{1,20})"),
        re.compile(r"(?:需要|要|是)(?P<yes>[^，。；,;“”]{1,12})[，,]而?不(?:需要|要|是)(?P<no>[^，。；“”]{1,16})"),
        re.compile(r"(?:而非|而不是)(?P<no>[^，。；“”]{1,16})(?P<yes>(?!))"),
    ),
    "en": (
        re.compile(rf"\bnot {_NO},? (?:but|it (?:is|was)|they (?:are|were)|rather) {_YES}", re.IGNORECASE),
        re.compile(rf"\b(?:did|do|does|have|has|is|are|was|were|am)(?: not|n['’]t) {_NO}[,;.] (?:they|it|we|he|she|I|this) {_YES}", re.IGNORECASE),
        re.compile(rf"{_YES[:-1].replace('{2,50}', '{2,40}?')})(?:, not| rather than| instead of) (?P<no>[^,;.“”\"—]{{2,40}})", re.IGNORECASE),
    ),
    "de": (re.compile(rf"\bnicht {_NO},? sondern {_YES}", re.IGNORECASE), re.compile(rf"{_YES[:-1]}), nicht (?P<no>[^,;.“”\"—»]{{2,40}})")),
    "es": (re.compile(rf"\bno {_NO},? sino {_YES}", re.IGNORECASE),),
    "fr": (re.compile(rf"\bpas {_NO},? mais {_YES}", re.IGNORECASE),),
}  # fmt: skip
_PREFERRED: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "ko": (re.compile(r"(?P<no>[^,.\"“”]{2,24}?)(?:느니|기?보다는?) (?P<yes>[^,.\"“”]{2,24})"),),
    "ja": (re.compile(r"(?P<no>[^、。「」]{2,16}?)よりも?、?(?P<yes>[^、。「」]{2,20})"),),
    "zh": (
        re.compile(r"与其(?P<no>[^，。；,]{2,16})[，,]?(?:不如|宁可|宁愿)(?P<yes>[^，。；,]{2,16})"),
        re.compile(r"(?P<yes>[^，。；,]{2,16})比(?P<no>[^，。；,]{2,12})更"),
    ),
    "en": (
        re.compile(r"\b(?:would|['’]d) rather (?P<yes>[^,;.]{2,40}?) than (?P<no>[^,;.]{2,40})", re.IGNORECASE),
        re.compile(
            r"(?P<yes>[^,;.“”\"]{2,40}?) (?:(?:is|are|was|were) (?:(?:more|far|much) )?\w+|[^,;.“”\"]{0,24}?\b(?:more|\w+er)(?: \w+)?) than (?P<no>[^,;.“”\"]{2,40})",
            re.IGNORECASE,
        ),
    ),
    "de": (re.compile(r"\blieber (?P<yes>[^,;.]{2,40}?) als (?P<no>[^,;.]{2,40})", re.IGNORECASE),),
}


@lru_cache(maxsize=2048)
def preferences(text: str, language: str) -> tuple[Contrast, ...]:
    """What a sentence sets above something else ("harder than", 보다, より, 与其…不如): the lesser of the two as what is denied."""
    return tuple(
        Contrast(match.span("no"), match.span("yes"))
        for pattern in _PREFERRED.get(language, ())
        for match in pattern.finditer(text)
    )


@lru_cache(maxsize=2048)
def contrasts(text: str, language: str) -> tuple[Contrast, ...]:
    """The contrasts of a sentence.

    Args:
        text: one sentence.
        language: primary tag; a language without patterns gives nothing.
    """
    return tuple(
        Contrast(match.span("no"), match.span("yes"))
        for pattern in _PATTERNS.get(language, ())
        for match in pattern.finditer(text)
    )
