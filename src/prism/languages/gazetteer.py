"""Names that are known beforehand: countries from CLDR (Babel), and our own table of cities, organisations, leaders."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from babel import Locale as CldrLocale

from prism.languages.demonyms import demonym
from prism.languages.hanzi import in_one_script
from prism.languages.tables.shape import listed

_CLDR = listed("ko|en|ja|zh|zh_Hant|de|es|fr|ru|ar|it|pt|nl|vi|tr|id|pl|uk")
"""Languages whose names of countries are known; others are told by their sound alone."""

_COLUMNS = ("ko", "en", "ja", "zh", "de")
_AMBIGUOUS = frozenset(
    listed(
        "저지|파리|빈|북|러|미|日|中|美|英|메타|현대|대전|광주|제주도|이란|가자|나사|적십자사|Apple|Meta|Amazon|Rom|"
        "Rio|Fed|Congress|Moon|Xi|MS|US|Reuters|가나|기니|말리|통가|차드|오만|수리|괌|독|露|豪|印|独|仏|米|タイ|"
        "メタ|北|俄|Turkey|Chad|Jersey|Georgia|Oman|Mali|Togo|Jordan|Polen|모디|문재인|아베|왕이|리창|선전|시안|"
        "우한|이상|高市|石破|岸田|安倍|マスク氏|法国|대구|인도|부산|다카|도하|고베|リオ|大田|光州|河内|西安|世行|"
        "中共|中东|中東|안산|아산|익산|진주|하동|보성|신안|여수|안양|순천|부여|태안|의성|광양|여주|양평|거제|지바|기후현|아시아|Asan|Gumi|Nara|Mie|Saga|Chiba|湖南|河南|河北|山西|青海|河東|安東|保寧|天安|昌原|順天|南原|金泉|金海|安山|平昌"
        "|음성|영광|보르도|카노|혼다|셸|한화|제라|모허|오창|칠곡|Split|Cali|Cork|Bergen|Shell|Intel|Citi|Darwin|Salvador|Rosario|Cleveland|Kano|ASE|SEC|FT|FTC|MSF|FDA|CDP|ANA|Merck|Kia|Goldman|Micron|Chevron|本田|住友|三井|松下|丹陽|丹阳|高敞|谷城|和順|青松|清道|奉化|公州|昌宁|山清|慶山|庆山|南投|金門|金门|日立|カリ|カノ|コーク|ボン|シェル|リール|小米集团|礼来|高通|星州|英阳|灵光|阴城|长水|长兴|沃川|锦山|花旗|大慶|大庆|澎湖|彰化|中電|北電|日航|荣州|尚州|求礼|務安|务安|報恩|报恩|마이크론|가디언|인텔|본시"
    )
)
"""Names that are also common words or syllables: known, but only believed where the context says name (see `names`)."""


@lru_cache(maxsize=1)
def _tables() -> tuple[Mapping[str, tuple[str, str]], Mapping[str, Mapping[str, str]]]:
    """(Name → (id, kind)) over all languages, and language → (name → id)."""
    every: dict[str, tuple[str, str]] = {}
    by_language: dict[str, dict[str, str]] = {}
    text = (files("prism.languages") / "data" / "names.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        ident, kind, *columns = line.split("\t")
        for language, cell in zip(_COLUMNS, columns, strict=True):
            for name in dict.fromkeys(way for one in cell.split("|") for way in (one, in_one_script(one, language))):
                every.setdefault(name, (ident, kind))
                by_language.setdefault(language, {}).setdefault(name, ident)
    for tag in _CLDR:
        language = tag[:2]
        for code, name in CldrLocale.parse(tag).territories.items():
            if len(code) == 2 and code.isalpha() and code not in {"EU", "UN", "EZ", "XA", "XB", "ZZ"}:  # noqa: PLR2004 - a length of names
                bare = (name.split(" (", maxsplit=1)[0], name.split("（", maxsplit=1)[0])
                joined = (name.replace(" ", ""),) if language == "ko" else ()  # 페로 제도, 페로제도
                for variant in {name, *bare, *joined}:
                    every.setdefault(variant, (f"country:{code}", "place"))
                    by_language.setdefault(language, {}).setdefault(variant, f"country:{code}")
    return every, by_language


@lru_cache(maxsize=1)
def _folded() -> Mapping[str, tuple[str, str]]:
    return {name.casefold(): entry for name, entry in _tables()[0].items()}


@lru_cache(maxsize=16384)
def known(name: str) -> tuple[str, str] | None:
    """Id ("country:KR", "city:seoul") and kind of a known name in any language, or None."""
    country = demonym(name)
    if country:
        return country, "place"
    return _tables()[0].get(name) or (_folded().get(name.casefold()) if len(name) > 3 else None)  # noqa: PLR2004 - a length of names


def known_in(language: str) -> Mapping[str, str]:
    """Name → id of the names that are known in one language."""
    return _tables()[1].get(language.split("-", maxsplit=1)[0], {})


@lru_cache(maxsize=16)
def language_names(language: str) -> frozenset[str]:
    """The names of languages as a language writes them ("Korean", "韓国語", "독일어")."""
    return frozenset(CldrLocale.parse(language.split("-", maxsplit=1)[0]).languages.values())


@lru_cache(maxsize=4096)
def spellings(ident: str, language: str) -> tuple[str, ...]:
    """The names of a known thing in one language, by its id; none if it has none there."""
    return _by_id(language.split("-", maxsplit=1)[0]).get(ident, ())


@cache
def _by_id(language: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, ident in known_in(language).items():
        found.setdefault(ident, []).append(name)
    return {ident: tuple(names) for ident, names in found.items()}


def is_common_word(name: str) -> bool:
    """Whether a known name is a common word or syllable as well."""
    return name in _AMBIGUOUS


def is_korean_name(word: str) -> bool:
    """Whether a Korean word of two or more syllables is a known name and no common word."""
    return len(word) > 1 and word in known_in("ko") and word not in _AMBIGUOUS


@lru_cache(maxsize=8)
def longest_first(language: str) -> Mapping[str, tuple[str, ...]]:
    """First character → the known names of a language that begin with it, longest first."""
    found: dict[str, list[str]] = {}
    for name in known_in(language):
        if len(name) > 1:
            found.setdefault(name[0], []).append(name)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def starts_with_known(text: str, at: int, language: str) -> str:
    """The longest known name of a language that stands at a place of a text, or empty."""
    for name in longest_first(language).get(text[at], ()):
        if text.startswith(name, at):
            return name
    return ""


@lru_cache(maxsize=1)
def _within() -> tuple[Mapping[str, str], frozenset[str]]:
    """(Id of a place or institution → id of its country, ids of capitals)."""
    found: dict[str, str] = {}
    capitals: set[str] = set()
    text = (files("prism.languages") / "data" / "within.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        country, *places = line.split()
        capitals.update(places[:1])
        found.update(dict.fromkeys(places, country if ":" in country else f"country:{country}"))
    return found, frozenset(capitals)


def country_of(ident: str) -> str:
    """Id of the country that a known place is in ("city:leeds" → "country:GB"), or empty."""
    return _within()[0].get(ident, "")


@lru_cache(maxsize=1)
def _seats() -> Mapping[str, tuple[str, ...]]:
    """Id of a city → ids of the bodies for which its name stands."""
    text = (files("prism.languages") / "data" / "seats.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {city: tuple(bodies) for city, *bodies in rows}


def seated_in(ident: str) -> tuple[str, ...]:
    """Ids of the bodies for which the name of a city stands (Brussels: the European Union)."""
    return _seats().get(ident, ())


def places_of(country: str) -> tuple[str, ...]:
    """Ids of the known places of a country, by its id."""
    return tuple(place for place, one in _within()[0].items() if one == country)


def is_capital(ident: str) -> bool:
    """Whether a known place is a capital, which stands for its government too ("Hanoi intends to …")."""
    return ident in _within()[1]


@lru_cache(maxsize=1024)
def is_province(ident: str) -> bool:
    """Whether a known place is a province or prefecture, by how its name ends in full (전라남도, 福岡県)."""
    return not ident.startswith("country:") and any(
        len(name) > len("경기") and name.endswith(("도", "현", "성")) for name in spellings(ident, "ko")
    )
