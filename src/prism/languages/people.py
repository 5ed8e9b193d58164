"""Persons as the structure of a sentence shows them: by an office, a rank, an age, a word of address, or a name in full.

Wider than the persons among `prism.languages.names`: meant for sentences of which it is asked who stands in them, where somebody
missed does more harm than a word too many.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from prism.languages.names import names
from prism.languages.offices import Office, office_beside
from prism.languages.people_chinese import chinese_people
from prism.languages.people_japanese import japanese_people
from prism.languages.people_korean import korean_people


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a sentence.

    Attributes:
        text: the name as it stands, without office and particle.
        start: offset of its first character.
        end: offset behind its last.
        office: what stands beside the name, if a list of offices has it.
        is_subject: whether what follows shows that the sentence tells of this person.
    """

    text: str
    start: int
    end: int
    office: Office | None
    is_subject: bool


_FINDERS: Mapping[str, Callable[[str], tuple[tuple[int, int], ...]]] = {
    "ko": korean_people,
    "zh": chinese_people,
    "ja": japanese_people,
}
_SUBJECT: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(
        r"[^.,\"“”'‘’은는이가을를]{0,24}?(?:\(\d\d\)[^.,\"“”을를]{0,16}?)?(?:은|는|이|가|께서|도)(?= |,|$)|에 따르면|에 의하면"
    ),
    "ja": re.compile(
        r"[^。、「」はがをにで]{0,16}(?:[((]\d\d[))])?(?:[^。、「」はがをにで]{0,8})?[はがも]|によると|によれば"
    ),
    "zh": re.compile(
        r"[((]?\d{0,2}岁?[))]?[^，。、,;；]{0,4}[说說称稱]|(?:[^，。、,;；]|表示|指出|认为|認為|透露|宣布|介绍|介紹)"
    ),
}
_LATIN_SUBJECT = re.compile(
    r"(?:, \d\d,|, (?:an?|the|who|whose|its|his|her|chief|head|co-)[^.;]{3,60}?,)? "
    r"(?:said|says|told|[a-z]+(?:ed|s)|won|led|made|took|put|set|hit|ran|saw|went|came|gave|got|kept|lost|had|was|is|has|will|would|"
    r"wrote|spoke|sat|stood|beat|bought|sold|sent|built|found|held|left|fell|rose|grew|drew|fought|brought|thought|taught|cut|did)\b"
)
_SAID_BY = re.compile(r"\b(?:said|says|added|warned|by|to|argued|according to|sagte|von)(?: [a-z-]+){0,3} $")


@lru_cache(maxsize=2048)
def people(text: str, language: str) -> tuple[Person, ...]:
    """The persons whom a sentence names, in order.

    Args:
        text: a sentence.
        language: primary tag.
    """
    spans = [(one.start, one.end) for one in names(text, language) if one.kind == "person"]
    finder = _FINDERS.get(language)
    own = list(finder(text)) if finder else []
    spans = [*own, *(one for one in spans if not any(one[0] < end and start < one[1] for start, end in own))]
    return tuple(_person(text, language, *span) for span in sorted(spans))


def _person(text: str, language: str, start: int, end: int) -> Person:
    pattern = _SUBJECT.get(language)
    if pattern is not None:
        is_subject = pattern.match(text, end) is not None
    else:
        is_subject = bool(_LATIN_SUBJECT.match(text, end) or _SAID_BY.search(text[:start]))
    return Person(text[start:end], start, end, office_beside(text, start, end, language), is_subject)
