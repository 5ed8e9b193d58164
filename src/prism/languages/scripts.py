"""Which script a character belongs to, and which scripts an edition may show."""

from __future__ import annotations

import re
from collections.abc import Mapping

SCRIPT_CLASSES: Mapping[str, str] = {
    "Hang": "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7a3\ud7b0-\ud7ff",
    "Kana": "\u3041-\u309f\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "Hani": "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "Arab": "\u0600-\u0605\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": "\u0590-\u05ff",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Thai": "\u0e00-\u0e7f",
    "Deva": "\u0900-\u097f",
    "Beng": "\u0980-\u09ff",
    "Guru": "\u0a00-\u0a7f",
    "Gujr": "\u0a80-\u0aff",
    "Taml": "\u0b80-\u0bff",
    "Telu": "\u0c00-\u0c7f",
    "Knda": "\u0c80-\u0cff",
    "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff",
    "Laoo": "\u0e80-\u0eff",
    "Tibt": "\u0f00-\u0fff",
    "Mymr": "\u1000-\u109f",
    "Geor": "\u10a0-\u10ff\u2d00-\u2d2f",
    "Ethi": "\u1200-\u137f",
    "Khmr": "\u1780-\u17ff",
    "Mong": "\u1800-\u18af",
    "Armn": "\u0530-\u058f",
}
"""ISO 15924 code → ranges of the letters of the script (Unicode 15, blocks as far as letters stand in them)."""

_RUNS = re.compile("|".join(f"(?P<{code}>[{ranges}]+)" for code, ranges in SCRIPT_CLASSES.items()))

_ALLOWED: Mapping[str, frozenset[str]] = {
    "ko": frozenset({"Hang", "Latn"}),
    "ja": frozenset({"Kana", "Hani", "Latn"}),
    "zh": frozenset({"Hani", "Latn"}),
    "ru": frozenset({"Cyrl", "Latn"}),
    "uk": frozenset({"Cyrl", "Latn"}),
    "bg": frozenset({"Cyrl", "Latn"}),
    "sr": frozenset({"Cyrl", "Latn"}),
    "ar": frozenset({"Arab", "Latn"}),
    "fa": frozenset({"Arab", "Latn"}),
    "ur": frozenset({"Arab", "Latn"}),
    "he": frozenset({"Hebr", "Latn"}),
    "el": frozenset({"Grek", "Latn"}),
    "th": frozenset({"Thai", "Latn"}),
    "hi": frozenset({"Deva", "Latn"}),
    "bn": frozenset({"Beng", "Latn"}),
    "ta": frozenset({"Taml", "Latn"}),
    "ka": frozenset({"Geor", "Latn"}),
    "hy": frozenset({"Armn", "Latn"}),
    "am": frozenset({"Ethi", "Latn"}),
    "km": frozenset({"Khmr", "Latn"}),
}
"""Language → the scripts that its running text is written in; a language that is not here is written in Latin."""

_LATIN_ONLY = frozenset({"Latn"})

_ABBREVIATIONS: Mapping[str, frozenset[str]] = {
    "ko": frozenset(
        "美中日英佛獨伊露北南前現新舊故反親非對軍黨與野靑檢警文尹李朴金株車女男發核軍外高低大小甲乙丙丁家宅展賞號年月日人"
    ),
}
"""Single Han characters that headlines of a language use as words of its own ("美", "中", "日"): not foreign there."""


def script_counts(text: str) -> dict[str, int]:
    """How many letters of each script a text has, by ISO 15924 code."""
    counts: dict[str, int] = {}
    for run in _RUNS.finditer(text):
        code = run.lastgroup or ""
        counts[code] = counts.get(code, 0) + run.end() - run.start()
    return counts


def foreign_script(text: str, language: str) -> tuple[str, ...]:
    """Runs of letters in scripts that running text of a language does not use, in order.

    In Korean a Han run in brackets after Hangul (the spelling of a name: "이(李)") and a single Han character that
    headlines use as a word are not foreign; nor is Latin anywhere.
    """
    primary = language.split("-", maxsplit=1)[0].lower()
    allowed = _ALLOWED.get(primary, _LATIN_ONLY)
    short = _ABBREVIATIONS.get(primary, frozenset())
    found: list[str] = []
    for run in _RUNS.finditer(text):
        if run.lastgroup in allowed or run.group() in short or _is_gloss(text, run.start(), run.end(), primary):
            continue
        found.append(run.group())
    return tuple(found)


def _is_gloss(text: str, start: int, end: int, primary: str) -> bool:
    """Whether a Han run only spells out the Hangul before it, in brackets."""
    if primary not in _ABBREVIATIONS:
        return False
    opened = text.rfind("(", 0, start)
    closed = text.find(")", end)
    return opened > 0 and closed >= 0 and ")" not in text[opened:start] and closed - opened <= 24  # noqa: PLR2004 - characters of a gloss
