"""Korean names in Latin letters: whether 김민호 may be written "Kim Min-ho".

Every syllable has the spellings of the Revised Romanisation, McCune-Reischauer without its marks, and those that people choose for
themselves (Lee, Park, Young, Hee). A name matches only if its letters can be read so to the end: likeness is not enough, for
Min-ho and Min-su are two people.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_BASE = 0xAC00


def _rows(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(one.split("|")) for one in text.split())


_FIRST = _rows("g|k kk|gg n d|t tt|dd r|l|n m b|p|v bb|pp s|sh ss|s @ j|ch|z jj|ch|tj ch|c|j k t p|f|ph h")
_MIDDLE = _rows(
    "a|ah|ar ae|ai|e|ay ya|yah|ia yae|yai|ye eo|u|uh|o|ur|er|ou e|ae|eh yeo|you|yu|yo|yuh|young ye|yei|yeh|e|ae o|oh wa|oa wae|wai|oae oe|oi|we yo|yoh "
    "u|oo|ou|woo|wu wo|weo|wu|won we wi|wee|ui yu|yoo|you|iu eu|u|oo|eo ui|ee|eui|i|yi|ue i|ee|ie|y"
)
_LAST = _rows("@ k|g|ck kk ks n nj nh t|d l|r lk lm lp ls lt lp lh m|mm p|b|pp ps t|s ss|t ng|n t t k t p t|h")
_SURNAMES: Mapping[str, str] = {
    "이": "lee|rhee|yi|ri|li|ree|yee", "박": "park|pak|bak|bark", "임": "lim|rim|im|yim|leem", "노": "roh|ro|noh|no|rho", "유": "yoo|you|ryu|yu|lyu|ryoo", "류": "ryu|yoo|lyu|yu|ryoo",
    "김": "kim|gim", "최": "choi|choe|chey", "정": "jung|jeong|chung|chong|joung|cheong", "여": "yeo|lyo|ryeo|yuh", "양": "yang|ryang|liang", "나": "na|ra|la|rha", "라": "ra|na|la",
    "우": "woo|wu|u", "구": "koo|ku|gu|goo", "오": "oh|o", "신": "shin|sin", "심": "shim|sim", "주": "joo|ju|chu", "허": "heo|hur|huh|her", "조": "cho|jo|joe", "강": "kang|gang", "고": "ko|go|koh|goh",
    "권": "kwon|gwon|kweon", "곽": "kwak|gwak", "문": "moon|mun", "백": "baek|paik|back|baik|paek|beck", "배": "bae|pae", "변": "byun|byeon|pyon", "석": "seok|suk", "성": "sung|seong", "소": "so|soh", "손": "son|sohn",
    "전": "jeon|jun|chun|chon", "천": "cheon|chun", "편": "pyeon|pyun", "현": "hyun|hyeon", "육": "yook|yuk|ryuk", "량": "ryang|yang", "려": "ryeo|yeo", "리": "ri|lee|rhee", "림": "rim|lim", "로": "ro|roh", "력": "ryeok|yeok",
}  # fmt: skip
_KOREAN_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용라량려리림로력독제황"
)


def is_surname(syllable: str) -> bool:
    """Whether a syllable is a surname of Korea."""
    return syllable in _KOREAN_SURNAMES


_NOT_LETTERS = re.compile(r"[^a-z]+")


@lru_cache(maxsize=4096)
def _ways(syllable: str, *, surname: bool = False) -> tuple[str, ...]:
    if surname and syllable in _SURNAMES:
        return tuple(_SURNAMES[syllable].split("|"))
    code = ord(syllable) - _BASE
    if not 0 <= code < 19 * 21 * 28:
        return ()
    first, rest = divmod(code, 21 * 28)
    middle, last = divmod(rest, 28)
    return tuple(
        dict.fromkeys(
            (one + two + three).replace("@", "")
            for one in _FIRST[first]
            for two in _MIDDLE[middle]
            for three in _LAST[last]
        )
    )


@lru_cache(maxsize=16384)
def spells(hangul: str, latin: str) -> bool:
    """Whether letters can be read as a run of Hangul, to the end (수 is "su" and "soo", 민호 "min-ho")."""
    return _reads(hangul, _NOT_LETTERS.sub("", latin.casefold()), surname=False)


def _reads(hangul: str, letters: str, *, surname: bool) -> bool:
    if not hangul:
        return not letters
    return any(
        letters.startswith(way) and _reads(hangul[1:], letters[len(way) :], surname=False)
        for way in _ways(hangul[0], surname=surname)
    )


@lru_cache(maxsize=16384)
def surname_spells(hangul: str, latin: str) -> bool:
    """Whether letters are how people write a Korean surname (이 is "Lee")."""
    return _reads(hangul, _NOT_LETTERS.sub("", latin.casefold()), surname=True)


_WRITTEN = re.compile(r"(?P<a>[A-Z][a-z]+) (?P<b>[A-Z][a-z]+-[A-Za-z][a-z]*|[A-Z][a-z]+ [A-Z][a-z]+|[A-Z][a-z]+)$")
_TURNED = re.compile(r"(?P<b>[A-Z][a-z]+-[A-Za-z][a-z]*|[A-Z][a-z]+) (?P<a>[A-Z][a-z]+)$")


def _reads_rare(hangul: str, latin: str) -> bool:
    """Whether a name under a rare surname is written so, as Koreans write theirs (봉태수, Bong Tae-su)."""
    match = _WRITTEN.match(latin)
    if match is None or "-" not in match.group("b") or len(hangul) <= 2:  # noqa: PLR2004 - syllables
        return False
    return spells(hangul[0], match.group("a")) and spells(hangul[1:], match.group("b"))


@lru_cache(maxsize=16384)
def same_korean_name(hangul: str, latin: str) -> bool | None:
    """Whether a Korean name in Hangul is one in Latin letters.

    Args:
        hangul: surname and given name, two to four syllables.
        latin: two or three words.

    Returns:
        True if both surname and given name can be read so, False if the surname can but the given name, written as Koreans write
        theirs, cannot, None if nothing is told.
    """
    if not re.fullmatch(r"[가-힣]{2,4}", hangul):
        return None
    if hangul[0] not in _KOREAN_SURNAMES:
        return True if _reads_rare(hangul, latin) else None
    cut = 2 if len(hangul) == 4 else 1  # noqa: PLR2004 - a double surname
    told: bool | None = None
    for pattern in (_WRITTEN, _TURNED):
        match = pattern.match(latin)
        if match and surname_spells(hangul[:cut], match.group("a")):
            given = match.group("b")
            if spells(hangul[cut:], given):
                return True
            told = False if "-" in given or " " in given else told
    return told


_VOWELS = tuple(ways[0] for ways in _MIDDLE)
"""Those of the Revised Romanisation, in the order of Unicode: the first way of each."""
_ANY = "|".join(sorted(_VOWELS, key=len, reverse=True))
_VOWEL = re.compile(_ANY)
_ROMANISED = re.compile(
    rf"(?=.*(?:eo|eu|oe))(?!eu[^nlm])(?:(?:kk|tt|pp|ss|jj|ch|[gkndtrlmbpsjh])?(?:{_ANY})(?:ng|[gknlmbptd])?){{2,5}}"
)


@lru_cache(maxsize=16384)
def romanised_vowels(latin: str) -> tuple[str, ...]:
    """The vowels of a word in the Revised Romanisation, syllable by syllable (Hoengseong: oe, eo); none if it shows no such word."""
    letters = latin.casefold()
    return tuple(_VOWEL.findall(letters)) if _ROMANISED.fullmatch(letters) else ()


@lru_cache(maxsize=16384)
def vowels_of(hangul: str) -> tuple[str, ...]:
    """The vowels of Hangul in the Revised Romanisation; consonants change where syllables meet (강릉, Gangneung), vowels do not."""
    return tuple(_VOWELS[(ord(one) - _BASE) // 28 % 21] for one in hangul if _BASE <= ord(one) < _BASE + 11172)
