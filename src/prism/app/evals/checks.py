"""How well claims are told: our own labelled claims in five languages, and public translations, whole and altered.

A translated sentence is supported by the article it translates; with one figure or one name replaced it is not. The
replacements follow from the text, so that a run can be repeated.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

from prism.app.evals.measure import Measure
from prism.app.filters.check import check_row
from prism.checks import ClaimSource, check_claim
from prism.languages import known, names, quantities

SUBJECT = "checks"
_PAIRS = (("en", "ko"), ("en", "ja"), ("en", "zh"), ("en", "de"), ("ko", "en"), ("ko", "ko"), ("en", "en"))
_ARTICLES = 12
"""Articles per pair: enough to tell, few enough to run often."""
_FILES: Mapping[str, str] = {
    "en": "newstest2019-src.eng.txt",
    "ko": "newstest2019-ref.kor.txt",
    "ja": "newstest2019-ref.jpn.txt",
    "zh": "newstest2019-ref.zho-CN.txt",
    "de": "newstest2019-ref.deu.txt",
}
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


@dataclass(slots=True)
class _Count:
    right: int = 0
    total: int = 0

    def add(self, *, right: bool) -> None:
        self.right += right
        self.total += 1

    def rate(self) -> float | None:
        return self.right / self.total if self.total else None


@dataclass(slots=True)
class _Tally:
    supported: _Count = field(default_factory=_Count)
    altered: _Count = field(default_factory=_Count)


def evaluate(data: Path | None, ours: Path) -> Sequence[Measure]:
    """Measure everything.

    Args:
        data: the public data, or None where it is not there.
        ours: the folder of our own labelled sets.
    """
    return (*_own(ours / "checks" / "claims.jsonl"), *_translated(data))


def _own(file: Path) -> Iterator[Measure]:
    tally = _Tally()
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        right = check_row(row)["verdict"] == row["label"]
        (tally.supported if row["label"] == "supported" else tally.altered).add(right=right)
    yield from _measures("own", tally)


def _measures(name: str, tally: _Tally) -> Iterator[Measure]:
    kept, caught = tally.supported.rate(), tally.altered.rate()
    both = (kept + caught) / 2 if kept is not None and caught is not None else None
    yield Measure(SUBJECT, f"{name}_balanced_accuracy", both, tally.supported.total + tally.altered.total)
    yield Measure(SUBJECT, f"{name}_supported_kept", kept, tally.supported.total)
    yield Measure(SUBJECT, f"{name}_unsupported_caught", caught, tally.altered.total)


def _translated(data: Path | None) -> Iterator[Measure]:
    folder = data / "ntrex" if data else None
    if folder is None or not folder.exists():
        for pair in _PAIRS:
            metric = f"{'_'.join(pair)}_balanced_accuracy"
            yield Measure(SUBJECT, metric, None, 0, skipped="../shared/data/ntrex is not there")
        return
    lines = {language: (folder / name).read_text(encoding="utf-8").splitlines() for language, name in _FILES.items()}
    documents: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate((folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").splitlines()):
        documents[row.split("\t")[0]].append(number)
    chosen = list(documents.values())[:: max(1, len(documents) // _ARTICLES)]
    for source, claim in _PAIRS:
        tally = _Tally()
        for numbers in chosen:
            article = ClaimSource("a", "\n".join(lines[source][n] for n in numbers), source)
            for number in numbers:
                _hold(lines[claim][number], claim, article, tally)
        yield from _measures(f"{source}_{claim}", tally)


def _hold(text: str, language: str, article: ClaimSource, tally: _Tally) -> None:
    tally.supported.add(right=check_claim(text, (article,), language).supported)
    for altered in (_other_figure(text, language), _other_name(text, language)):
        if altered:
            tally.altered.add(right=not check_claim(altered, (article,), language).supported)


def _other_figure(text: str, language: str) -> str:
    """The text with its last figure in digits changed, empty if it has none."""
    for figure in reversed(quantities(text, language)):
        digits = re.search(r"\d+", figure.text)
        if digits and figure.value > 2:  # noqa: PLR2004 - small figures stand everywhere
            at = figure.start + digits.start()
            changed = str(int(digits.group()) + 1 + crc32(text.encode()) % 7)
            return text[:at] + changed + text[figure.start + digits.end() :]
    return ""


def _other_name(text: str, language: str) -> str:
    """The text with its last known place or person replaced, empty if it has none."""
    for mention in reversed(names(text, language)):
        if mention.kind in _OTHERS and known(mention.text) is not None:
            pool = _OTHERS[mention.kind][language]
            other = pool[crc32(text.encode()) % len(pool)]
            return text[: mention.start] + other + text[mention.end :]
    return ""


__all__ = ["evaluate"]
