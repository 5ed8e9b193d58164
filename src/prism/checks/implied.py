"""What of a known place goes without saying: the country of a town, the capital of a country, where a source is at home."""

from __future__ import annotations

import re

from prism.checks.alignment import Aligned
from prism.checks.naming import SAME, standing
from prism.checks.reading import Statement
from prism.languages import NameMention, known, spellings
from prism.languages.gazetteer import country_of, is_capital, places_of, seated_in
from prism.languages.name_words import name_words
from prism.languages.zones import home_country

_LONG_PART = 3


def known_id(name: str) -> str:
    """The id of a known name, or empty."""
    entry = known(name)
    return entry[0] if entry is not None else ""


def is_implied(mention: NameMention, aligned: Aligned) -> bool:
    """Whether a known place goes without saying.

    It is the country where the language of a source is at home, or of a place that a source names, or stands before a name of the
    sources that they put in no other country; or the capital of a country there, where it stands for its government.
    """
    ident = known_id(mention.text)
    if any(ident == f"country:{home_country(passage.language)}" for passage in aligned.every):
        return True
    if any(_names(one, passage) for one in places_of(ident) for passage in aligned.every):
        return True
    if not _is_scene(mention, aligned.claim) and _governs(ident, aligned):
        return True
    return ident.startswith("country:") and _leads(mention, aligned)


def _governs(ident: str, aligned: Aligned) -> bool:
    """Whether those who govern in a capital are told of: its country is named, a source is at home there, or they sit there."""
    ruled = (country_of(ident), *seated_in(ident)) if is_capital(ident) else seated_in(ident)
    return any(
        one == f"country:{home_country(passage.language)}" or _names(one, passage)
        for passage in aligned.every
        for one in ruled
    )


def _is_scene(mention: NameMention, claim: Statement) -> bool:
    """Whether a place is where something happens or goes, and does not stand for those who govern there."""
    before, behind = claim.text[max(0, mention.start - _AROUND) : mention.start], claim.text[mention.end :]
    return bool(_SCENE_BEHIND.match(behind) or _SCENE_BEFORE.search(before))


_AROUND = 12
_SCENE_BEHIND = re.compile(
    r"(?:에서|에 |에는|에도|로 |으로 |까지|부터|[을를] (?:찾|방문|떠)|の?(?:郊外|市内|近郊)|[でへ](?![は、]))"
)
_SCENE_BEFORE = re.compile(r"(?:\b(?:in|at|near|to|from|outside|around)|在|于|前往|抵达) ?$")


def _leads(mention: NameMention, aligned: Aligned) -> bool:
    """Whether a country stands before a name that the sources have, and they name no country with it (폴란드 그단스크)."""
    claim = aligned.claim
    words = (NameMention(one.text, "place", one.start, one.end) for one in name_words(claim.text, claim.language))
    for name in (*claim.names, *words):
        if 0 < name.start - mention.end <= _NEXT and _GAP.fullmatch(claim.text[mention.end : name.start]):
            having = [one for one in aligned.every if standing(name, claim, one).likeness >= SAME]
            return bool(having) and not any(_has_country(one) for one in having)
    return False


_NEXT = 3
_GAP = re.compile(r"(?:의|の|的)? ?")


def _has_country(passage: Statement) -> bool:
    return bool(passage.countries) or any(known_id(one.text).startswith("country:") for one in passage.names)


def _names(ident: str, passage: Statement) -> bool:
    return ident in passage.countries or any(
        spelling in passage.text
        or (spelling.isascii() and len(spelling) > _LONG_PART and spelling.upper() in passage.text)
        for spelling in spellings(ident, passage.language)
        if len(spelling) > 1
    )
