"""Words for what belongs to a country ("Belgian", "belgisch"): they name the country as its name does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from prism.languages.gates import Gates

_ROWS = (
    "US American|Americans amerikanisch|US-amerikanisch\nGB British|Britons britisch\nKR South Korean|Korean|South Koreans|Koreans südkoreanisch|koreanisch\nKP North Korean|North Koreans nordkoreanisch\n"
    "CN Chinese chinesisch\nJP Japanese japanisch\nTW Taiwanese taiwanisch\nRU Russian|Russians russisch\nUA Ukrainian|Ukrainians ukrainisch\nBY Belarusian|Belarusians belarussisch|belarusisch\n"
    "DE German|Germans deutsch\nFR French französisch\nIT Italian|Italians italienisch\nES Spanish|Spaniards spanisch\nPT Portuguese portugiesisch\nNL Dutch niederländisch|holländisch\n"
    "BE Belgian|Belgians belgisch\nCH Swiss schweizerisch|Schweizer\nAT Austrian|Austrians österreichisch\nPL Polish|Poles polnisch\nCZ Czech|Czechs tschechisch\nHU Hungarian|Hungarians ungarisch\n"
    "RO Romanian|Romanians rumänisch\nBG Bulgarian|Bulgarians bulgarisch\nGR Greek|Greeks griechisch\nTR Turkish|Turks türkisch\nSE Swedish|Swedes schwedisch\nNO Norwegian|Norwegians norwegisch\n"
    "DK Danish|Danes dänisch\nFI Finnish|Finns finnisch\nIE Irish irisch\nIL Israeli|Israelis israelisch\nPS Palestinian|Palestinians palästinensisch\nIR Iranian|Iranians iranisch\nIQ Iraqi|Iraqis irakisch\n"
    "SY Syrian|Syrians syrisch\nLB Lebanese libanesisch\nSA Saudi|Saudis|Saudi Arabian saudisch|saudi-arabisch\nEG Egyptian|Egyptians ägyptisch\nYE Yemeni|Yemenis jemenitisch\nAF Afghan|Afghans afghanisch\n"
    "PK Pakistani|Pakistanis pakistanisch\nIN Indian|Indians indisch\nBD Bangladeshi|Bangladeshis bangladeschisch\nTH Thai|Thais thailändisch\nVN Vietnamese vietnamesisch\nID Indonesian|Indonesians indonesisch\n"
    "PH Philippine|Filipino|Filipinos philippinisch\nMY Malaysian|Malaysians malaysisch\nSG Singaporean|Singaporeans singapurisch\nAU Australian|Australians australisch\nNZ New Zealander|New Zealanders|Kiwi neuseeländisch\n"
    "CA Canadian|Canadians kanadisch\nMX Mexican|Mexicans mexikanisch\nBR Brazilian|Brazilians brasilianisch\nAR Argentine|Argentinian|Argentines argentinisch\nCL Chilean|Chileans chilenisch\nCO Colombian|Colombians kolumbianisch\n"
    "VE Venezuelan|Venezuelans venezolanisch\nPE Peruvian|Peruvians peruanisch\nCU Cuban|Cubans kubanisch\nZA South African|South Africans südafrikanisch\nNG Nigerian|Nigerians nigerianisch\nKE Kenyan|Kenyans kenianisch\n"
    "ET Ethiopian|Ethiopians äthiopisch\nSD Sudanese sudanesisch\nMA Moroccan|Moroccans marokkanisch\nDZ Algerian|Algerians algerisch\nLY Libyan|Libyans libysch\nRS Serbian|Serbs serbisch\nHR Croatian|Croats kroatisch\n"
    "GE Georgian|Georgians georgisch\nKZ Kazakh|Kazakhs kasachisch\nMM Burmese|Myanmar myanmarisch|birmanisch\nNP Nepali|Nepalese nepalesisch\nMN Mongolian|Mongolians mongolisch\nIS Icelandic isländisch\n"
    "EE Estonian|Estonians estnisch\nLV Latvian|Latvians lettisch\nLT Lithuanian|Lithuanians litauisch\nSK Slovak|Slovaks slowakisch\nSI Slovenian|Slovenes slowenisch\nGH Ghanaian|Ghanaians ghanaisch"
)
"""Country, its English words, the stems of its German adjective; one row a country."""


@lru_cache(maxsize=1)
def _english() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in _ROWS.split("\n"):
        code, rest = row.split(" ", maxsplit=1)
        for word in rest.rsplit(" ", maxsplit=1)[0].split("|"):
            found[word] = f"country:{code}"
    return found


@lru_cache(maxsize=1)
def _pattern() -> tuple[re.Pattern[str], Mapping[str, str]]:
    stems: dict[str, str] = {}
    for row in _ROWS.split("\n"):
        code, rest = row.split(" ", maxsplit=1)
        for stem in rest.rsplit(" ", maxsplit=1)[-1].split("|"):
            stems[stem.casefold()] = f"country:{code}"
        for word in rest.rsplit(" ", maxsplit=1)[0].split("|"):
            stems[word.casefold()] = f"country:{code}"
    alternatives = "|".join(sorted(map(re.escape, stems), key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])({alternatives})", re.IGNORECASE), stems


def demonym(word: str) -> str:
    """The id of the country that an English word of belonging means ("Belgian" → "country:BE"), or empty."""
    return _english().get(word) or _english().get(_SOMEBODY.sub("", word), "")


_SOMEBODY = re.compile(r"(?<=[a-z])(?:wo)?m[ae]n$")
"""Behind a word of belonging, who somebody is: a Dutchwoman, Frenchmen."""


def countries_meant(text: str) -> frozenset[str]:
    """Ids of the countries that words of belonging in a text mean, in English and German."""
    return frozenset(
        stems[match.group(1).casefold()] for pattern, stems in _gate().open_to(text) for match in pattern.finditer(text)
    )


@cache
def _gate() -> Gates[tuple[re.Pattern[str], Mapping[str, str]]]:
    """Most sentences have no word of belonging, and this pattern is long."""
    return Gates([(_pattern()[0], _pattern())])


_SHORT = "中CN 美US 英GB 法FR 德DE 日JP 韩KR 韓KR 朝KP 俄RU 乌UA 加CA 澳AU 印IN 巴PK 越VN 泰TH 菲PH 马MY 新SG 土TR 伊IR 以IL 沙SA 埃EG 南ZA 西ES 意IT 荷NL 波PL 瑞CH 墨MX"


@lru_cache(maxsize=1)
def _sides() -> Mapping[str, str]:
    return {f"{row[0]}{side}": f"country:{row[1:]}" for row in _SHORT.split() for side in ("方", "側", "侧")}


def side_of(word: str) -> str:
    """The id of the country whose side a Chinese word of two characters means (加方, 中方), or empty."""
    return _sides().get(word, "")
