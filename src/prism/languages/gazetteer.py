"""Names that are known beforehand: countries, languages and currencies from CLDR, cities and offices from our own table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from babel import Locale as CldrLocale

_LANGUAGES = ("ko", "en", "ja", "zh", "zh_Hant", "de", "es", "fr", "ru", "ar", "it", "pt", "nl", "vi", "tr", "id", "pl")
_ALIASES: Mapping[str, str] = {
    "USA": "US",
    "U.S.": "US",
    "US": "US",
    "UK": "GB",
    "U.K.": "GB",
    "한국": "KR",
    "북한": "KP",
    "韩国": "KR",
    "韓国": "KR",
    "朝鲜": "KP",
    "北朝鮮": "KP",
}


@lru_cache(maxsize=1)
def known_names() -> Mapping[str, tuple[str, str]]:
    """Name in any language → (language-neutral id, kind)."""
    names: dict[str, tuple[str, str]] = {}
    for language in _LANGUAGES:
        for code, name in CldrLocale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha():  # noqa: PLR2004 - ISO 3166-1, not UN regions
                names.setdefault(name, (f"country:{code}", "place"))
    for name, code in _ALIASES.items():
        names[name] = (f"country:{code}", "place")
    return names


def known(name: str) -> tuple[str, str] | None:
    """Id and kind of a known name, or None."""
    return known_names().get(name)


def is_korean_name(word: str) -> bool:
    """Whether a Korean word is a name in the gazetteer."""
    return word in known_names()
