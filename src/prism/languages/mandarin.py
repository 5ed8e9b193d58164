"""How Mandarin sounds in Hangul: Pinyin and Han characters by Korea's rules for writing it, and names that are nearly so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from anyascii import anyascii

from prism.languages.jamo import LAST, letters_of, syllable_of

_HAN = re.compile(r"[㐀-鿿々]")
_INITIALS: Mapping[str, str] = {
    "b": "ㅂ", "p": "ㅍ", "m": "ㅁ", "f": "ㅍ", "d": "ㄷ", "t": "ㅌ", "n": "ㄴ", "l": "ㄹ", "g": "ㄱ", "k": "ㅋ", "h": "ㅎ",
    "j": "ㅈ", "q": "ㅊ", "x": "ㅅ", "zh": "ㅈ", "ch": "ㅊ", "sh": "ㅅ", "r": "ㄹ", "z": "ㅉ", "c": "ㅊ", "s": "ㅆ", "": "ㅇ",
}  # fmt: skip
_FINALS: Mapping[str, str] = {
    "a": "ㅏ", "o": "ㅗ", "e": "ㅓ", "ai": "ㅏ이", "ei": "ㅔ이", "ao": "ㅏ오", "ou": "ㅓ우", "an": "ㅏㄴ", "en": "ㅓㄴ", "ang": "ㅏㅇ", "eng": "ㅓㅇ",
    "ong": "ㅜㅇ", "i": "ㅣ", "ia": "ㅑ", "ie": "ㅖ", "iao": "ㅑ오", "iu": "ㅠ", "ian": "ㅖㄴ", "in": "ㅣㄴ", "iang": "ㅑㅇ", "ing": "ㅣㅇ",
    "iong": "ㅠㅇ", "u": "ㅜ", "ua": "ㅘ", "uo": "ㅝ", "uai": "ㅘ이", "ui": "ㅜ이", "uan": "ㅘㄴ", "un": "ㅜㄴ", "uang": "ㅘㅇ", "ue": "ㅞ", "er": "ㅓㄹ",
}  # fmt: skip
_WHOLE: Mapping[str, str] = {
    "yi": "이", "ya": "야", "ye": "예", "yao": "야오", "you": "유", "yan": "옌", "yin": "인", "yang": "양", "ying": "잉", "yong": "융",
    "wu": "우", "wa": "와", "wo": "워", "wai": "와이", "wei": "웨이", "wan": "완", "wen": "원", "wang": "왕", "weng": "웡",
    "yu": "위", "yue": "웨", "yuan": "위안", "yun": "윈", "er": "얼",
    "zhi": "즈", "chi": "츠", "shi": "스", "ri": "르", "zi": "쯔", "ci": "츠", "si": "쓰",
    "jue": "쥐에", "lü": "뤼", "nü": "뉘",
}  # fmt: skip
_FRONT: Mapping[str, str] = {"u": "ㅟ", "ue": "ㅞ", "uan": "ㅟ안", "un": "ㅟㄴ"}
"""Finals after j, q, x, where u is ü."""
_PLAIN: Mapping[str, str] = {"ㅑ": "ㅏ", "ㅖ": "ㅔ", "ㅠ": "ㅜ"}
"""Vowels after ㅈ, ㅉ, ㅊ, which take no y."""


@lru_cache(maxsize=1024)
def hangul_of_pinyin(syllable: str) -> str:
    """A syllable of Pinyin in Hangul ("shu" is 수, "qing" 칭, "jian" 젠); empty if it is none."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    initial = next((one for one in sorted(_INITIALS, key=len, reverse=True) if syllable.startswith(one)), "")
    final = syllable[len(initial) :]
    written = (_FRONT.get(final) if initial in {"j", "q", "x"} else None) or _FINALS.get(final)
    if written is None:
        return ""
    first, vowel, rest = _INITIALS[initial], written[0], written[1:]
    if first in "ㅈㅉㅊ":
        vowel = _PLAIN.get(vowel, vowel)
    last = rest if rest in LAST else ""
    return syllable_of(first, vowel, last) + ("" if last else rest)


@lru_cache(maxsize=16384)
def mandarin_in_hangul(character: str) -> str:
    """A Han character as Korean writes its sound in Mandarin (卿 is 칭); empty if it has none."""
    return hangul_of_pinyin(anyascii(character).casefold()) if _HAN.match(character) else ""


_TAIWAN_INITIALS: Mapping[str, tuple[str, ...]] = {
    "ch": ("zh", "ch", "j", "q"), "ts": ("z", "c"), "tz": ("z", "c"), "hs": ("x",), "k": ("g", "k"), "t": ("d", "t"), "p": ("b", "p"), "j": ("r",),
}  # fmt: skip
_TAIWAN_FINALS: Mapping[str, tuple[str, ...]] = {
    "ih": ("i",), "ung": ("ong",), "ien": ("ian",), "ieh": ("ie",), "ueh": ("ue",), "uei": ("ui",), "o": ("e", "uo", "o"), "eh": ("e", "ie"),
}  # fmt: skip
"""What stands in the spelling of names in Taiwan (Wade-Giles without its marks) for an initial or a final of Pinyin."""


@lru_cache(maxsize=4096)
def hangul_of_taiwanese(syllable: str) -> tuple[str, ...]:
    """The ways in which a syllable as Taiwan spells it in names may sound, in Hangul ("chun" is 춘, 쥔 or 췬)."""
    initial = next((one for one in sorted(_TAIWAN_INITIALS, key=len, reverse=True) if syllable.startswith(one)), "")
    final = syllable[len(initial) :]
    ways = [
        hangul_of_pinyin(first + last)
        for first in _TAIWAN_INITIALS.get(initial, ("",))
        for last in _TAIWAN_FINALS.get(final, (final,))
    ]
    return tuple(dict.fromkeys(way for way in (hangul_of_pinyin(syllable), *ways) if way))


_NEAR = str.maketrans("ㄲㄸㅃㅆㅉㅑㅖㅛㅠㅟㅞㅝㅕㅡ", "ㄱㄷㅂㅅㅈㅏㅔㅗㅜㅜㅔㅓㅓㅣ")
"""Sounds of Mandarin that Korean writers confuse: tense consonants, vowels with and without a glide (쉬, 슈; 즈, 지)."""


@lru_cache(maxsize=8192)
def _nearly(syllables: str) -> str:
    return "".join("".join(letters_of(one) or one).translate(_NEAR) + "." for one in syllables)


def is_nearly_said(one: str, other: str) -> bool:
    """Whether two names in Hangul are the same but for sounds of Mandarin that Korean writers confuse."""
    return _nearly(one) == _nearly(other)


@lru_cache(maxsize=8192)
def sounds_like_mandarin(name: str, han: str) -> bool:
    """Whether a name in Hangul is how Han characters sound in Mandarin, but for sounds that Korean writers confuse (린이쩐)."""
    left: tuple[str, ...] = (_nearly(name),)
    for character in han:
        ways = [_nearly(way) for way in (mandarin_in_hangul(character), second_reading(character)) if way]
        left = tuple(rest[len(way) :] for rest in left for way in ways if rest.startswith(way))
    return "" in left


_SECOND = (
    "勒:러 行:항 乐:웨 樂:웨 单:산 單:산 解:셰 朝:자오 区:어우 區:어우 仇:추 查:자 盖:거 覃:친 六:루 蔚:위 色:서 传:좐 会:콰이 藏:짱 "
    "盛:청 铅:옌 朴:퍄오 召:사오 谷:위 堡:푸 奇:지 地:디 的:디 了:랴오 系:지 率:솨이 车:쥐 洗:셴 宿:수 柏:보 佛:포 绿:뤼 吕:뤼 呂:뤼 女:뉘 曾:쩡 长:창 長:창 重:충 都:두 厦:샤 廈:샤 "
    "翟:자이 祭:자이 隽:쥔 雋:쥔 缪:먀오 繆:먀오 拓:퉈 薄:보 阿:어 泊:보 殷:인 茜:시 莘:신 浚:쉰 涡:궈 蚌:벙 伽:자 大:다이 朝:차오 盖:가오 尹:인 卜:부 折:서 员:윈 員:윈 "
    "盛:성 乘:청 觉:줴 覺:줴 学:쉐 學:쉐 月:웨 岳:웨 越:웨 粤:웨 悦:웨 雪:쉐 薛:쉐 略:뤠 决:줴 爵:줴 珏:줴 阙:췌 确:췌 雀:췌 旅:뤼 律:뤼 虑:뤼 履:뤼"
)
"""Characters that Mandarin reads in a second way, or whose romanisation shows the sound badly, each with that sound in Hangul."""


@lru_cache(maxsize=1)
def _second() -> Mapping[str, str]:
    return {pair[0]: pair[2:] for pair in _SECOND.split()}


def second_reading(character: str) -> str:
    """How a Han character sounds in Mandarin otherwise than `mandarin_in_hangul` has it, in Hangul; empty if in no way."""
    return _second().get(character, "")
