"""One error put into a true sentence by a script: a figure, a name, a date, a denial.

The alterations follow from the text alone, so that a run can be repeated. They are crude where a person's slip is fluent
(`labelled` has those); what they show is that nothing obvious gets through in any pair of languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from zlib import crc32

from prism.languages import dates, known, names, quantities

_DAY = datetime(2019, 9, 1, tzinfo=UTC)
_OTHERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "place": {
        "en": ("Norway", "Peru", "Lisbon", "Kenya"),
        "ko": ("노르웨이", "페루", "리스본", "케냐"),
        "ja": ("ノルウェー", "ペルー", "リスボン", "ケニア"),
        "zh": ("挪威", "秘鲁", "里斯本", "肯尼亚"),
        "de": ("Norwegen", "Peru", "Lissabon", "Kenia"),
    },
    "person": {
        "en": ("Harald Brekke", "Luisa Montero"),
        "ko": ("하랄 브레케", "루이사 몬테로"),
        "ja": ("ハラルド・ブレッケ", "ルイーサ・モンテロ"),
        "zh": ("哈拉尔·布雷克", "路易莎·蒙特罗"),
        "de": ("Harald Brekke", "Luisa Montero"),
    },
}
_DENIALS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (r"\b(is|are|was|were|will|has|have|had|can|could|would|should|may|must)\b(?! not|n't)", r"\1 not"),
        (r"\bnot ", ""),
    ),
    "ko": (
        (r"했다([.\"”]?)$", r"하지 않았다\1"),
        (r"한다([.\"”]?)$", r"하지 않는다\1"),
        (r"됐다([.\"”]?)$", r"되지 않았다\1"),
        (r"있다([.\"”]?)$", r"없다\1"),
        (r"지 않았다([.\"”]?)$", r"였다\1"),
    ),
    "ja": (
        (r"しました([。」]?)$", r"しませんでした\1"),
        (r"した([。」]?)$", r"しなかった\1"),
        (r"ています([。」]?)$", r"ていません\1"),
        (r"ている([。」]?)$", r"ていない\1"),
    ),
    "zh": ((r"没有", ""), (r"是(?!否)", "不是"), (r"将(?=[一-鿿])", "将不"), (r"会(?=[一-鿿])", "不会")),
    "de": ((r"\b(ist|sind|war|waren|wird|werden|hat|haben|kann|können)\b", r"\1 nicht"), (r"\bnicht ", "")),
}
_SMALL = 2


def other_figure(text: str, language: str) -> str:
    """The text with its last figure in digits changed."""
    for figure in reversed(quantities(text, language)):
        digits = re.search(r"\d+", figure.text)
        if digits and figure.value > _SMALL:
            changed = str(int(digits.group()) + 1 + crc32(text.encode()) % 7)
            return text[: figure.start + digits.start()] + changed + text[figure.start + digits.end() :]
    return ""


def exchanged_figures(text: str, language: str) -> str:
    """The text with the numerals of two figures of one unit exchanged."""
    found = [one for one in quantities(text, language) if re.match(r"[\d.,]+", one.text) and one.value > _SMALL]
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            if one.unit == other.unit and one.value != other.value:
                return _exchanged(text, (one.start, one.end), (other.start, other.end))
    return ""


def other_name(text: str, language: str) -> str:
    """The text with its last known place or person replaced by one from elsewhere."""
    for mention in reversed(names(text, language)):
        if mention.kind in _OTHERS and known(mention.text) is not None and language in _OTHERS[mention.kind]:
            pool = _OTHERS[mention.kind][language]
            return text[: mention.start] + pool[crc32(text.encode()) % len(pool)] + text[mention.end :]
    return ""


def other_date(text: str, language: str) -> str:
    """The text with the last number of a date changed."""
    for mention in reversed(dates(text, language, _DAY)):
        digits = list(re.finditer(r"\d+", mention.text))
        if digits:
            last = digits[-1]
            value = int(last.group())
            changed = value + 2 if value < 10 or value > 31 else value - 3  # noqa: PLR2004 - stays a possible day or year
            return text[: mention.start + last.start()] + str(changed) + text[mention.start + last.end() :]
    return ""


def denied(text: str, language: str) -> str:
    """The text denied, or its denial taken out."""
    for pattern, replacement in _DENIALS.get(language, ()):
        changed, times = re.subn(pattern, replacement, text, count=1)
        if times and changed != text:
            return changed
    return ""


def _exchanged(text: str, one: tuple[int, int], other: tuple[int, int]) -> str:
    return (
        text[: one[0]] + text[other[0] : other[1]] + text[one[1] : other[0]] + text[one[0] : one[1]] + text[other[1] :]
    )


ALTERATIONS: Mapping[str, Callable[[str, str], str]] = {
    "figure": other_figure,
    "exchange": exchanged_figures,
    "name": other_name,
    "date": other_date,
    "negation": denied,
}
"""Kind of error → what makes it; an empty text where a sentence has nothing to alter."""
