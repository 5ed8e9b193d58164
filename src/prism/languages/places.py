"""The places in a sentence, known or not, each with how it is linked to the words beside it.

A place is what a list knows as one, what bears a word for its kind (…市, …군, Port …), what stands behind the little word
of a place (in Dondo), and the unknown word behind a country (호주 호바트).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from prism.languages.concepts import concepts
from prism.languages.demonyms import demonym
from prism.languages.gazetteer import country_of, is_province, known
from prism.languages.mentions import NameMention
from prism.languages.name_words import name_words
from prism.languages.tables.shape import listed

_SURELY_IN = re.compile(r"\b(?:in|near|off|outside|port of|town of|city of|village of|district of) $", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:in|at|near|off|outside|from|to|for|into|towards?|around|across|via|through|aus|nach|bei|vor|left|reached) (?:the )?$|\b(?:port|town|city|village|district) of $"
)
_LATIN_BEHIND = re.compile(
    r"(?:[’']s)? (?:airport|port|harbou?r|court|council|plant|factory|mine|terminal|region|district|province|police|suburb|area|office)\b|-based\b"
)
_KOREAN_PLACED = re.compile(
    r"(?:시|군|현)?(?:에서|에는|에도|에 (?!따르면|의하면|대해|대한|대하|관해|관한|비해|맞서|반대|항의)|으로|로 |로$|까지|행 |발 |산 |[을를] (?:떠나|떠났|출발|방문|찾|거쳐|거친|경유|지나|향해|향하|오가|잇는|오간))"
)
_JOINED_ON = re.compile(r"[과와] [가-힣]{2,}(?:시|군)?(?:에서|에는|에도|에 |으로|로 |까지)")
_KOREAN_OF = re.compile(r"의 ")
_KANA_PLACED = re.compile(r"(?:発|行き|港|空港|沖|郊外|近郊|市|州|県|島)")
_COUNTRY = "country:"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a sentence.

    Attributes:
        text: as it stands, without particle.
        start: offset of its first character.
        end: offset behind its last.
        ident: its id in the gazetteer, or empty.
        grain: country, region, town, or empty if nobody knows.
        sure: whether it is a place beyond doubt.
    """

    text: str
    start: int
    end: int
    ident: str
    grain: str
    sure: bool


def grain_of(name: str, ident: str) -> str:
    """How large a place is: country, region, town, or empty."""
    if ident.startswith(_COUNTRY):
        return "country"
    told = next((grain for grain, ends in _GRAINS.items() if name.endswith(ends)), "")
    if not told and ident and is_province(ident):
        return "region"
    return told or ("town" if ident.startswith("city:") or any(name in one for one in _towns().values()) else "")


_GRAINS: Mapping[str, tuple[str, ...]] = {
    "region": ("省", "県", "府", "州", "현", "Province", "Prefecture", "자치구", "自治区"),
    "town": ("市", "县", "縣", "町", "村", "区", "區", "镇", "시", "군", "구", "City"),
    "continent": (
        "亚洲",
        "欧洲",
        "非洲",
        "아시아",
        "유럽",
        "아프리카",
        "アジア",
        "欧州",
        "アフリカ",
        "Asia",
        "Europe",
        "Africa",
        "America",
    ),
    "water": ("Sea", "Ocean", "River", "Strait", "해협", "海峡", "중국해", "大西洋", "太平洋", "태평양", "대서양"),
    "spot": ("동", "리", "읍", "면", "지구", "역", "駅"),
}


def same_grain(one: Place, other: Place) -> bool:
    """Whether one place may be put for another: both countries, or neither, and one not known to be larger."""
    if {one.grain, other.grain} & {"country", "continent"}:
        return one.grain == other.grain
    return one.grain == other.grain or not one.grain or not other.grain


def holds(one: Place, other: Place) -> bool:
    """Whether a place is known to lie in the other, or is the same."""
    return bool(one.ident) and (
        one.ident == other.ident or country_of(one.ident) == other.ident or country_of(other.ident) == one.ident
    )


@lru_cache(maxsize=4096)
def places(text: str, language: str, names: Sequence[NameMention]) -> tuple[Place, ...]:
    """The places in a sentence from left to right.

    Args:
        text: a sentence.
        language: primary tag.
        names: those found in it, as a tuple.
    """
    found: list[Place] = []
    for place in sorted(_candidates(text, language, names), key=lambda one: (not one.sure, one.start - one.end)):
        if all(place.end <= one.start or one.end <= place.start for one in found):
            found.append(place)
    return tuple(sorted(found, key=lambda one: one.start))


def _candidates(text: str, language: str, names: Sequence[NameMention]) -> Iterator[Place]:
    taken = [(one.start, one.end) for one in names if one.kind in {"person", "organisation"}]
    for one in names:
        if demonym(one.text):
            continue
        if one.kind == "place":
            yield place_at(text, one.start, one.end, sure=True)
        elif one.kind == "other" and _stands_as_place(text, one):
            yield place_at(text, one.start, one.end, sure=known(one.text) is not None)
        elif one.kind == "organisation" and (led := _LED.match(one.text)) and _is_town(led.group(), language):
            yield place_at(text, one.start, one.start + led.end(), sure=True)
        elif one.kind == "person" and " " in one.text and _SURELY_IN.search(text[: one.start]):
            yield place_at(text, one.start, one.end, sure=False)
    finder = _FINDERS.get(language)
    if finder is not None:
        for start, end in finder(text, names):
            if all(end <= first or last <= start for first, last in taken) and not _is_word(text[start:end], language):
                yield place_at(text, start, end, sure=False)


@lru_cache(maxsize=4096)
def _is_word(name: str, language: str) -> bool:
    """Whether the lexicon has the whole of a name as a word: 천왕성 is no town."""
    return known(name) is None and any(one.end - one.start >= len(name) for one in concepts(name, language))


def place_at(text: str, start: int, end: int, *, sure: bool = False) -> Place:
    """The place that a stretch of a text names."""
    name = text[start:end]
    entry = known(name)
    ident = entry[0] if entry is not None and entry[1] == "place" else ""
    return Place(name, start, end, ident, grain_of(name, ident), sure)


def _stands_as_place(text: str, one: NameMention) -> bool:
    """Whether a name that nobody knows stands where places stand."""
    behind, before = text[one.end :], text[: one.start]
    if one.text[0].isascii() or (one.text[0].isalpha() and one.text[0].upper() != one.text[0].lower()):
        return bool(_OPEN.search(before[-30:]) or _LATIN_BEHIND.match(behind))
    if _KANA_PLACED.match(behind) or _KOREAN_PLACED.match(behind):
        return True
    return before.endswith(("在", "从", "從", "往", "赴", "抵达"))


def _korean(text: str, names: Sequence[NameMention]) -> Iterator[tuple[int, int]]:
    countries = [one.end for one in names if one.kind == "place"]
    for word in name_words(text, "ko"):
        start, end = word.start, word.end
        name = word.text
        if name.endswith("의") and len(name) > 3:  # noqa: PLR2004 - a particle that the reader left on a name
            name, end = name[:-1], end - 1
        behind = text[end:]
        led = any(start - last in {0, 1, 2} for last in countries)
        open_ = _KOREAN_PLACED.match(behind) or _JOINED_ON.match(behind)
        if (
            _is_town(name, "ko")
            or word.placed
            or (led and (open_ or _KOREAN_OF.match(behind)))
            or ((word.foreign or word.listed) and open_)
        ):
            yield start, end


def _chinese(text: str, _: Sequence[NameMention]) -> Iterator[tuple[int, int]]:
    for match in _pattern("zh").finditer(text):
        yield match.span()


_FINDERS = {"ko": _korean, "zh": _chinese}
_LED = re.compile(r"[一-鿿가-힣ァ-ヺー]{2,6}?(?=市?[的のノ]|시?의 )")
"""A place before an organisation that has none in its name (苏州的旅游集团)."""


@lru_cache(maxsize=1)
def _towns() -> Mapping[str, frozenset[str]]:
    """Language → the towns that it writes without the word for their kind."""
    found: dict[str, set[str]] = {}
    for line in (files("prism.languages") / "data" / "towns.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, *names = line.split()
            found.setdefault(language, set()).update(names)
    return {language: frozenset(names) for language, names in found.items()}


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(_towns()[language], key=len, reverse=True)))


def _is_town(name: str, language: str) -> bool:
    entry = known(name)
    return name in _towns().get(language, frozenset()) or (entry is not None and entry[1] == "place")


def is_nearness(word: str) -> bool:
    """Whether a word only says how something lies to a place, or that it is one (인근, 일대, near, 一带)."""
    return word.casefold() in _NEARNESS


_NEARNESS = frozenset(
    listed(
        "인근|부근|근처|일대|지역|지방|현지|시내|외곽|교외|주변|소재|위치|출신|near|nearby|area|region|outskirts|district|town|city|village|"
        "province|近郊|付近|周辺|地域|附近|一带|地区|当地|市内|城市|Stadt|Region|nahe"
    )
)


def heads_before(text: str, start: int) -> bool:
    """Whether what a place belongs to stands before it (a court in Dondo), and not behind (Dondo의 법원)."""
    return bool(_OPEN.search(text[max(0, start - 30) : start]))


def stands_as_actor(text: str, end: int) -> bool:
    """Whether the particle behind a place makes it one who does something, or to whom it is done (타오위안을 누르고)."""
    return bool(_ACTOR.match(text, end))


_ACTOR = re.compile(
    r"(?:[은는이가](?![가-힣])|[을를] (?!떠나|떠났|출발|방문|찾|거쳐|거친|경유|지나|향해|향하|오가|잇는|오간))|[がを]"
)
_KINDS = tuple("항촌섬역읍면리댐")
_OWNS = re.compile(
    r"(?:의 | (?:공장|항만|항구|법원|병원|고개|저수지|경찰|지사|지점|본사|창고|터미널|학교|연구소|캠퍼스|시장|의회|당국|주민|어민|농가|앞바다|인근|일대|근처|외곽|교외|지역|지구|지방|지법|지검))"
)


def may_be_places(text: str, language: str, names: Sequence[NameMention]) -> Iterator[Place]:
    """The names in a sentence that may be places; sure are those before which words for what places have stand.

    Args:
        text: a sentence.
        language: primary tag.
        names: those found in it.
    """
    for word in name_words(text, language):
        name = word.text.removesuffix("의") if len(word.text) > len("우고의") else word.text
        end = word.start + len(name)
        stands = _OWNS.match(text, end) or _KOREAN_PLACED.match(text, end)
        sure = bool(stands) or (not word.listed and name.endswith(_KINDS))
        yield place_at(text, word.start, end, sure=sure)
    for one in names:
        if one.kind == "other":
            yield place_at(text, one.start, one.end)
