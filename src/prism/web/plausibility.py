"""How much a reading of unknown bytes looks like a language: the measure behind `charsets`.

Each multi-byte character set was laid out by frequency: KS X 1001 holds the 2,350 syllables that Korean uses, GB 2312,
Big5 and JIS X 0208 keep their common characters in a first level. Text read in its own set stands in that part almost
wholly; read in another's, it scatters. Single-byte sets are told apart by the letters of their scripts, by capitals inside
words and by symbols between letters.
"""

from __future__ import annotations

import re
from collections import Counter

SINGLE_BYTE = (
    "cp1252",
    "cp1251",
    "cp1250",
    "iso8859-2",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp874",
    "koi8-r",
)
"""Windows sets, Latin-2 and KOI8-R, in the order of preference when nothing else speaks."""

_KIN = {
    "iso8859-1": "cp1252",
    "iso8859-15": "cp1252",
    "mac-roman": "cp1252",
    "iso8859-2": "cp1250",
    "iso8859-16": "cp1250",
    "iso8859-9": "cp1254",
    "iso8859-4": "cp1257",
    "iso8859-13": "cp1257",
    "iso8859-5": "cp1251",
    "koi8-u": "koi8-r",
    "iso8859-7": "cp1253",
    "iso8859-8": "cp1255",
    "iso8859-6": "cp1256",
}
"""Sets with the same letters at other places."""
_LATIN = frozenset({"cp1252", "cp1250", "cp1254", "cp1257"})
_PLAUSIBLE = 0.7

_HIGH = re.compile(r"[^\x00-\x7f]")
_BROKEN = re.compile("[\ufffd\x80-\x9f\ue000-\uf8ff]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fc]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PUNCTUATION = re.compile(
    "[\u2010-\u2027\u2030-\u205e\u3000-\u303f\uff01-\uff5e\u00b7\u25a0-\u25ef\u2190-\u21ff\u2460-\u24ff]"
)
_CAPITAL_INSIDE = re.compile(r"[^\W\d_](?<=[a-zß-ÿа-яёα-ω])[A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω]")
_SYMBOL_BETWEEN = re.compile(r"(?<=[^\W\d_])[¡-¿×÷†‡•‰€‚ƒ„…ˆ‹Œ˜™š›œ](?=[^\W\d_])")
_FRENCH_QUOTE = re.compile(r"[«»„“”‘’‚‹›–—…§°©®™€£¢¥¤·•½¼¾²³¹±µ¶†‡×÷¿¡ºª\xa0\xad]")
_LONE = re.compile(r"(?<![^\W\d_])(?!\d)[^\W_\x00-\x7f](?![^\W\d_])")
"""A letter that stands alone is none that a language is known by: what is Ł in one set is £ in another."""
_WITHIN_LATIN = re.compile(r"(?<=[a-z])(?!\d)[^\W_\x00-\x7f]+|(?!\d)[^\W_\x00-\x7f]+(?=[a-z])")
"""Letters of another script within a word: an accent, read in the wrong set."""
_BESIDE_FIGURE = re.compile(r"(?<=\d)(?!\d)[^\W_\x00-\x7f]|(?!\d)[^\W_\x00-\x7f](?=\d)")
_SCRIPTS = {
    "cp1251": (re.compile("[\u0400-\u045f\u0490\u0491]"), re.compile("[оеаинтсрвлкмдпуяіъзы]")),
    "koi8-r": (re.compile("[\u0400-\u045f]"), re.compile("[оеаинтсрвлкмдпуязы]")),
    "cp1253": (re.compile("[\u0386-\u03ce]"), re.compile("[αοιετσνηυρπκμλςόίάέω]")),
    "cp1255": (re.compile("[\u05b0-\u05ea]"), re.compile("[יוהלאתרבמשנדקע]")),
    "cp1256": (re.compile("[\u0621-\u06d5]"), re.compile("[اليمنوترسبدةعهفأقحکی]")),
    "cp874": (re.compile("[\u0e01-\u0e5b]"), re.compile("[านรอกเงวมยลทสดต่้ี็ะัิคปห]")),
}
"""Sets of one script each: its letters, and the letters that make up most of any text in it."""

_ALPHABETS = {
    "cp1252": (
        "äöüÄÖÜß",
        "éèêëàâçùûôîïœæÉÈÊÀÇÔÎŒ",
        "ñóíáúéüÑÓÍÁÚÉ",
        "ãõáéíóúâêôçàÃÕÁÉÍÓÚÂÊÔÇÀ",
        "àèéìòùÀÈÉÌÒÙ",
        "åäöÅÄÖé",
        "æøåÆØÅé",
    ),
    "cp1250": (
        "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
        "áčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽ",
        "áéíóöőúüűÁÉÍÓÖŐÚÜŰ",
        "čćđšžČĆĐŠŽ",
        "ăâîşţĂÂÎŞŢ",
        "áäčďéíĺľňóôŕšťúýžČŠŽÁ",
    ),
    "cp1254": ("çğıİöşüÇĞÖŞÜâîû",),
    "cp1257": ("ąčęėįšųūžĄČĘĖĮŠŲŪŽ", "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ", "äöüõšžÄÖÜÕŠŽ"),
}
"""Sets that many languages share: the accented letters of each of the larger ones."""

_ACCENTS = {codec: tuple(map(frozenset, alphabets)) for codec, alphabets in _ALPHABETS.items()}
MULTI_BYTE = frozenset({"cp949", "cp932", "euc_jp", "gb18030", "big5hkscs", "utf-8"})
"""Sets in which a character outside ASCII takes several bytes."""


def score(text: str, codec: str) -> float:
    """How plausible a reading is.

    Args:
        text: some bytes as `codec` reads them, with U+FFFD for what it can't.
        codec: one of those that `charsets` tries; an unlisted one is judged as a Western single-byte set.

    Returns:
        About 1 for text in its own set, 0 and below for one read in the wrong set; 0 if there is nothing but ASCII.
    """
    high = "".join(_HIGH.findall(text))
    if not high:
        return 0.0
    broken = len(_BROKEN.findall(high)) / len(high)
    if codec in MULTI_BYTE:
        within = _count(_WITHIN_LATIN, text) / len(high) if codec != "utf-8" else 0.0
        return _multi_byte(high, codec) - 4 * broken - within
    return _single_byte(text, high, codec) - 4 * broken


def is_latin(codec: str) -> bool:
    """Whether a set is one of those for languages in Latin letters, which single letters hardly tell apart."""
    return _KIN.get(codec, codec) in _LATIN


def is_plausible(text: str, codec: str) -> bool:
    """Whether a Latin reading has nothing against it: its letters are those of one language, or it has none but marks."""
    return score(text, codec) >= (_PLAUSIBLE if _telling(text) else 0.0)


def _telling(text: str) -> int:
    """How many characters outside ASCII say something about the language."""
    high = "".join(_HIGH.findall(text))
    return len(high) - _count(_FRENCH_QUOTE, high) - _count(_LONE, text)


def _multi_byte(high: str, codec: str) -> float:
    neutral = len(_PUNCTUATION.findall(high))
    size = max(len(high) - neutral, 1)
    hangul, kana, han = (_common(pattern.findall(high), codec) for pattern in (_HANGUL, _KANA, _HAN))
    if codec == "utf-8":
        return 0.5 * (hangul + kana + han) / size
    if codec == "cp949":
        return (hangul - 0.5 * _count(_HAN, high) if size > 1 else hangul) / size
    if codec in {"cp932", "euc_jp"}:
        japanese = kana / max(kana + _count(_HAN, high), 1)
        half = _count(_HALF_KANA, high) / size
        return (kana + han) / size - half - max(0.0, 0.15 - japanese)
    foreign = _count(_KANA, high) + _count(_HANGUL, high)
    return (han - foreign) / size - 0.02


def _count(pattern: re.Pattern[str], text: str) -> int:
    return len(pattern.findall(text))


def _common(found: list[str], codec: str) -> float:
    """How many of the characters are in the part of their set that was laid out for the frequent ones."""
    if codec == "utf-8" or not found:
        return len(found)
    raw = "".join(found).encode(_NARROW[codec], "ignore")
    leads = _LEADS[codec].findall(raw)
    return float(sum(1 for pair in leads if _LEVEL[codec][0] <= pair[0] <= _LEVEL[codec][1]))


_NARROW = {"cp949": "euc_kr", "cp932": "euc_jp", "euc_jp": "euc_jp", "gb18030": "gb2312", "big5hkscs": "big5"}
_PAIR = re.compile(rb"[\xa1-\xfe][\x40-\xfe]")
_LEADS = dict.fromkeys(_NARROW, _PAIR)
_LEVEL = {
    "cp949": (0xB0, 0xC8),
    "cp932": (0xA4, 0xCF),
    "euc_jp": (0xA4, 0xCF),
    "gb18030": (0xB0, 0xD7),
    "big5hkscs": (0xA4, 0xC6),
}


def _single_byte(text: str, high: str, codec: str) -> float:
    """Letters of the set's own languages, less capitals inside words and symbols between letters."""
    codec = _KIN.get(codec, codec)
    neutral = _count(_FRENCH_QUOTE, high)
    size = max(len(high) - neutral, 1)
    run = _share_of_runs(text)
    if codec in _SCRIPTS:
        script, frequent = _SCRIPTS[codec]
        share = _count(script, high) / size * (0.2 + 0.8 * _count(frequent, high) / size) * run
        share -= _count(_WITHIN_LATIN, text) / len(high)
    else:
        alphabets = _ACCENTS.get(codec, _ACCENTS["cp1252"])
        letters = Counter(high)
        letters.subtract(_LONE.findall(text))
        size = max(_telling(text), 1)
        share = max(sum(letters[letter] for letter in known) for known in alphabets) / size * (1.0 - 0.8 * run)
    odd = _count(_CAPITAL_INSIDE, text) + 2 * _count(_SYMBOL_BETWEEN, text) + _count(_BESIDE_FIGURE, text)
    return 0.9 * min(share, 1.0) - odd / len(high) + (0.05 if neutral else 0.0)


def _share_of_runs(text: str) -> float:
    """Share of the characters outside ASCII that stand beside another: scripts run on, accents stand alone."""
    beside = sum(len(run) for run in re.findall(r"[^\x00-\x7f]{2,}", text))
    return beside / max(_count(_HIGH, text), 1)
