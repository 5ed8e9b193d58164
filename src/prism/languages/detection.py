"""Which language a text is in: scripts first, then py3langid for what shares a script.

Hangul, Kana and Han decide at once, so that a short headline with Latin names in it is not guessed. Measured in
`prism eval languages`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from py3langid import langid

from prism.languages.scripts import script_counts

_BY_SCRIPT: Mapping[str, str] = {
    "Thai": "th",
    "Hebr": "he",
    "Grek": "el",
    "Geor": "ka",
    "Armn": "hy",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Gujr": "gu",
    "Guru": "pa",
    "Beng": "bn",
    "Sinh": "si",
    "Khmr": "km",
    "Laoo": "lo",
    "Mymr": "my",
    "Ethi": "am",
    "Tibt": "bo",
}
"""Scripts that (nearly) one language alone is written in."""

_SAMPLE = 2000
"""So many characters decide; more do not change the answer."""

_MARKS: Mapping[str, tuple[str, ...]] = {
    "uk": ("ї", "є", "ґ", "і"),
    "be": ("ў",),
    "ru": ("ы", "э", "ё"),
    "mk": ("ѓ", "ќ"),
    "sr": ("ђ", "ћ"),
    "fa": ("پ", "چ", "ژ", "گ"),
    "ur": ("ٹ", "ڈ", "ڑ", "ے"),
}
"""Letters that tell languages of one script apart. Only asked when the statistical answer is of that script."""

_KOREAN_SHARE = 0.25
_HAN_LETTERS_OF_JAPANESE = frozenset(
    "込働畑峠匂枠栃咲辻塀円気対発図売読変関広実権県駅検査労単団圧囲営応桜価仮歩毎沢渋帯徳効児乗浄"
)
_HAN_WORDS_OF_JAPANESE = (
    "首相",
    "都知事",
    "県警",
    "府警",
    "会見",
    "逮捕",
    "辞任",
    "億円",
    "万円",
    "兆円",
    "氏",
    "株価",
    "市長",
    "大臣",
)


_NO_NEWS = frozenset(
    {
        "an",
        "eo",
        "ext",
        "gcf",
        "gcr",
        "grc",
        "hbo",
        "la",
        "lij",
        "ltg",
        "pcm",
        "sa",
        "vec",
        "vo",
        "wa",
        "wuu",
        "yue",
        "zxx",
    }
)
"""Languages that the model knows and hardly any outlet writes in: for a short sentence they are the likelier mistake."""


@lru_cache(maxsize=1)
def _identifier() -> langid.LanguageIdentifier:
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages([tag for tag in identifier.nb_classes if tag not in _NO_NEWS])
    return identifier


def detect(text: str, *, hint: str = "") -> str:
    """The language of a text as a primary BCP 47 tag ("zh" for simplified and traditional Chinese).

    Args:
        text: plain text, a headline is enough.
        hint: what somebody claims; it only decides where the text leaves several languages open.

    Returns:
        The tag, or "und" for a text without letters.
    """
    sample = text[:_SAMPLE]
    counts = script_counts(sample)
    if not counts:
        return "und"
    claimed = hint.split("-", maxsplit=1)[0].lower()
    east_asian = _east_asian(sample, counts, claimed)
    if east_asian:
        return east_asian
    script = max(counts, key=lambda code: counts[code])
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script]
    return _statistical(sample, claimed)


def _east_asian(text: str, counts: Mapping[str, int], claimed: str) -> str:
    """Ko, ja or zh where their scripts carry the text, else empty.

    One letter of these scripts says as much as about three Latin ones.
    """
    hangul, kana, han = counts.get("Hang", 0), counts.get("Kana", 0), counts.get("Hani", 0)
    others = sum(counts.values()) - hangul - kana - han
    weight = hangul + kana + han
    if weight == 0 or weight * 3 < others:
        return ""
    if hangul and hangul >= _KOREAN_SHARE * weight:
        return "ko"
    if kana:
        # A Chinese text may carry a Japanese brand name: few Kana among many Han characters, all in one script.
        return "ja" if kana * 20 >= han or claimed == "ja" else "zh"
    if claimed in {"ja", "zh"}:
        return claimed
    looks_japanese = any(c in _HAN_LETTERS_OF_JAPANESE for c in text) or any(w in text for w in _HAN_WORDS_OF_JAPANESE)
    return "ja" if looks_japanese and not _looks_chinese(text) else "zh"


_HAN_LETTERS_OF_CHINESE = frozenset(
    "的是在了不这這们們个個说說为為对對发發与與时時国國会會来來过過还還从從让讓将將这你她哪您吗嗎吧呢么麼没沒"
)


def _looks_chinese(text: str) -> bool:
    return sum(c in _HAN_LETTERS_OF_CHINESE for c in text) >= 1


def _statistical(text: str, claimed: str) -> str:
    """Py3langid's answer; a claim wins where the model gives it a fair share of the probability."""
    # Capitals in a row (headlines) are foreign to the model's n-grams.
    prepared = text.lower() if text.isupper() else text
    ranked: list[tuple[str, float]] = _identifier().rank(prepared)
    best, share = ranked[0]
    for tag, letters in _MARKS.items():
        if (
            tag != best
            and best in _MARKS
            and any(c in text for c in letters)
            and not any(c in text for c in _MARKS[best])
        ):
            best = tag
    if claimed and claimed != best and share < _SURE:
        for tag, probability in ranked[:5]:
            if tag == claimed and probability >= share * _FAIR:
                return str(tag)
    return str(best)


_SURE = 0.9
_FAIR = 0.05
