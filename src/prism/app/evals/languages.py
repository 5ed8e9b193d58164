"""How well the languages are known.

Figures, dates, sentences, names and machine talk on our own sets; agreement of figures and detection on public
translations, where one sentence stands in many languages.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from prism.app.evals.measure import Measure
from prism.languages import addresses_machines, dates, detect, quantities, same_name, sentences

SUBJECT = "languages"
_SAME = 0.8
_EXACTLY = Decimal("0.001")
_TRANSLATED: Mapping[str, str] = {
    "en": "newstest2019-src.eng.txt",
    "ko": "newstest2019-ref.kor.txt",
    "ja": "newstest2019-ref.jpn.txt",
    "zh": "newstest2019-ref.zho-CN.txt",
    "de": "newstest2019-ref.deu.txt",
    "es": "newstest2019-ref.spa.txt",
    "fr": "newstest2019-ref.fra.txt",
    "ru": "newstest2019-ref.rus.txt",
    "ar": "newstest2019-ref.arb.txt",
}
_FIGURES_IN = ("ko", "ja", "zh", "de")
_TRIVIAL = 2
"""Figures up to this value are said in too many ways to be compared ("both", "a")."""


def evaluate(data: Path | None, ours: Path) -> Sequence[Measure]:
    """Measure everything.

    Args:
        data: the public data, or None where it is not there.
        ours: the folder of our own labelled sets.
    """
    return (*_own(ours / "languages"), *_translated(data))


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _own(folder: Path) -> Iterator[Measure]:
    judges: Mapping[str, Callable[[dict[str, Any]], bool]] = {
        "figures": _figures_right,
        "dates": _dates_right,
        "sentences": _sentences_right,
        "names": _names_right,
        "machines": _machines_right,
    }
    for name, judge in judges.items():
        rows = _rows(folder / f"{name}.jsonl")
        yield Measure(SUBJECT, f"{name}_right", sum(judge(row) for row in rows) / len(rows), len(rows))


def _figures_right(row: dict[str, Any]) -> bool:
    found = quantities(row["text"], row["language"])
    wanted = [(Decimal(value), unit) for value, unit in row["figures"]]
    return len(found) == len(wanted) and all(
        abs(one.value - value) < _EXACTLY and one.unit == unit for one, (value, unit) in zip(found, wanted, strict=True)
    )


def _dates_right(row: dict[str, Any]) -> bool:
    found = dates(row["text"], row["language"], datetime.fromisoformat(row["base"]))
    wanted = [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in row["dates"]]
    return [(one.first, one.last) for one in found] == wanted


def _sentences_right(row: dict[str, Any]) -> bool:
    return bool(list(sentences(row["text"], row["language"])) == row["sentences"])


def _names_right(row: dict[str, Any]) -> bool:
    likeness = same_name(row["a"], row["language_a"], row["b"], row["language_b"])
    return (likeness >= _SAME) == bool(row["same"])


def _machines_right(row: dict[str, Any]) -> bool:
    return addresses_machines(row["text"]) == bool(row["machines"])


def _translated(data: Path | None) -> Iterator[Measure]:
    folder = data / "ntrex" if data else None
    if folder is None or not folder.exists():
        for metric in (*(f"figures_agree_{language}" for language in _FIGURES_IN), "detected"):
            yield Measure(SUBJECT, metric, None, 0, skipped="../shared/data/ntrex is not there")
        return
    lines = {
        language: (folder / name).read_text(encoding="utf-8").splitlines() for language, name in _TRANSLATED.items()
    }
    for language in _FIGURES_IN:
        value, rows = _agreement(lines["en"], lines[language], language)
        yield Measure(SUBJECT, f"figures_agree_{language}", value, rows)
    every = [(text, language) for language, texts in lines.items() for text in texts if text.strip()]
    yield Measure(
        SUBJECT, "detected", sum(detect(text) == language for text, language in every) / len(every), len(every)
    )


def _agreement(english: Sequence[str], other: Sequence[str], language: str) -> tuple[float, int]:
    """F1 of the figures that a sentence and its translation share."""
    shared = total = 0
    for one, two in zip(english, other, strict=True):
        left, right = _values(one, "en"), _values(two, language)
        shared += (left & right).total()
        total += left.total() + right.total()
    return 2 * shared / total, len(english)


def _values(text: str, language: str) -> Counter[Decimal]:
    return Counter(one.value.quantize(Decimal("0.01")) for one in quantities(text, language) if one.value > _TRIVIAL)


__all__ = ["evaluate"]
