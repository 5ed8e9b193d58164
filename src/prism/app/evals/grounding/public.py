"""Public data as claims: translations whole and altered, Korean inference pairs, edited English summaries.

Read from a folder beside the project, never copied into it. Each set is thinned evenly to what can be run often; what is
counted is never fitted on.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from prism.app.evals.grounding.altered import ALTERATIONS
from prism.app.evals.grounding.labelled import LabelledClaim
from prism.app.evals.grounding.tally import Tally
from prism.checks import ClaimSource, check_claim

Row = TypeVar("Row")

PAIRS = (
    ("en", "ko"), ("ko", "ko"), ("en", "en"), ("ko", "en"), ("ja", "ko"), ("zh", "ko"), ("en", "ja"), ("en", "zh"), ("en", "de"),
)  # fmt: skip
"""Languages of source and claim."""
_ARTICLES = 9
"""Articles of NTREX per pair."""
_FITTED = frozenset({4, 9})
"""Places between two counted articles whose articles may be fitted on."""
_SENTENCES = 150
_PAIRS_OF_NLI = 500
_SUMMARIES = 120
_FILES: Mapping[str, str] = {
    "en": "newstest2019-src.eng.txt",
    "ko": "newstest2019-ref.kor.txt",
    "ja": "newstest2019-ref.jpn.txt",
    "zh": "newstest2019-ref.zho-CN.txt",
    "de": "newstest2019-ref.deu.txt",
}


def translations(folder: Path) -> Iterator[tuple[str, Tally]]:
    """NTREX: a translated sentence is borne by the article it translates, and not with one error put in ("en_ko", tally)."""
    lines, documents = _ntrex(folder)
    for source, claim in PAIRS:
        tally = Tally()
        for numbers in _thinned(documents, _ARTICLES):
            article = ClaimSource("a", "\n".join(lines[source][number] for number in numbers), source)
            for number in numbers:
                _hold(lines[claim][number], claim, article, tally)
        yield f"{source}_{claim}", tally


def true_translations(folder: Path) -> Iterator[LabelledClaim]:
    """Sentences of NTREX over the articles that they translate, all of them true; none of the articles that are counted."""
    lines, documents = _ntrex(folder)
    step = len(documents) // _ARTICLES
    for source, claim in PAIRS:
        if source == claim:
            continue
        for place, numbers in enumerate(documents):
            if place % step not in _FITTED:
                continue
            article = ClaimSource(f"ntrex-{place}", "\n".join(lines[source][number] for number in numbers), source)
            for number in numbers:
                yield LabelledClaim(article.id, lines[claim][number], claim, (article,), True, "", "")


def _ntrex(folder: Path) -> tuple[Mapping[str, Sequence[str]], Sequence[Sequence[int]]]:
    """The lines of each language, and the numbers of those that each article has."""
    lines = {language: (folder / name).read_text(encoding="utf-8").splitlines() for language, name in _FILES.items()}
    documents: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate((folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").splitlines()):
        documents[row.split("\t")[0]].append(number)
    return lines, list(documents.values())


def sentence_pairs(folder: Path) -> Iterator[tuple[str, Tally]]:
    """Park et al. 2016: one sentence and its translation, both ways ("park_en_ko", tally)."""
    english = (folder / "jhe-koen-dev.en").read_text(encoding="utf-8").splitlines()
    korean = (folder / "jhe-koen-dev.ko").read_text(encoding="utf-8").splitlines()
    both = _thinned(list(zip(english, korean, strict=True)), _SENTENCES)
    for source, claim in (("en", "ko"), ("ko", "en")):
        tally = Tally()
        for pair in both:
            text = dict(zip(("en", "ko"), pair, strict=True))
            _hold(text[claim], claim, ClaimSource("a", text[source], source), tally)
        yield f"park_{source}_{claim}", tally


def inference(data: Path) -> Iterator[tuple[str, Tally]]:
    """KLUE-NLI and XNLI in Korean: entailments are supported, contradictions and neutral ones not ("klue", tally)."""
    if (data / "klue-nli").exists():
        rows = json.loads((data / "klue-nli" / "klue-nli-v1.1_dev.json").read_text(encoding="utf-8"))
        yield "klue", _inferred([(row["premise"], row["hypothesis"], row["gold_label"]) for row in rows])
    if (data / "xnli-ko").exists():
        text = (data / "xnli-ko" / "xnli.dev.ko.tsv").read_text(encoding="utf-8")
        cells = [line.split("\t") for line in text.splitlines()[1:]]
        yield "xnli", _inferred([(row[0], row[1], row[2]) for row in cells if len(row) == 3])  # noqa: PLR2004 - columns


def summaries(folder: Path) -> Iterator[tuple[str, Tally]]:
    """SummEdits: a summary and its edits that keep or break it ("summedits_ectsum", tally)."""
    for file in sorted(folder.glob("summedits_*.json")):
        tally = Tally()
        for row in _thinned(json.loads(file.read_text(encoding="utf-8")), _SUMMARIES):
            verdict = check_claim(row["summary"], (ClaimSource("a", row["doc"], "en"),), "en").supported
            tally.add(supported=row["label"] == 1, verdict=verdict, error="edit")
        yield file.stem, tally


def _inferred(rows: Sequence[tuple[str, str, str]]) -> Tally:
    tally = Tally()
    for premise, hypothesis, label in _thinned(rows, _PAIRS_OF_NLI):
        verdict = check_claim(hypothesis, (ClaimSource("a", premise, "ko"),), "ko").supported
        tally.add(supported=label == "entailment", verdict=verdict, error=label)
    return tally


def _hold(text: str, language: str, source: ClaimSource, tally: Tally) -> None:
    tally.add(supported=True, verdict=check_claim(text, (source,), language).supported, error="")
    for kind, alter in ALTERATIONS.items():
        altered = alter(text, language)
        if altered:
            verdict = check_claim(altered, (source,), language).supported
            tally.add(supported=False, verdict=verdict, error=kind)


def _thinned(rows: Sequence[Row], most: int) -> Sequence[Row]:
    return rows[:: max(1, len(rows) // most)]
