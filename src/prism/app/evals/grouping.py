"""How well articles of one event are brought together: BCubed precision, recall and F1 (Bagga and Baldwin 1998).

Three sets: our own (`tests/evals/grouping/report.jsonl`, whose stories no weight was fitted on), the same in the order
that articles come in to a newsroom, and NTREX (each article's translations are one story), if it is there.
"""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from prism.adapters.embeddings import EmbeddedE5
from prism.adapters.neighbours import CachedNeighbours
from prism.app.evals.measure import Measure
from prism.app.filters.cluster import cluster, members_of
from prism.model import Member, Vector
from prism.ports import Embedder
from prism.stories import Means, assign, consolidate

SUBJECT = "grouping"
_NTREX = {
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
_FIVE = ("en", "ko", "ja", "zh", "de")
_WINDOW = timedelta(days=21)
_NEAR = 50


def evaluate(data: Path | None, ours: Path) -> Sequence[Measure]:
    """All figures of grouping.

    Args:
        data: the public data beside the checkout, or None.
        ours: `tests/evals`.
    """
    embedder = _Once(EmbeddedE5())
    rows = read_rows(ours / "grouping" / "report.jsonl")
    found = [
        *_measures("ours", rows, grouped(rows, embedder)),
        *_measures("incoming", rows, incoming(rows, embedder)),
    ]
    rows = read_rows(ours / "grouping" / "unseen.jsonl")
    found += _measures("unseen", rows, grouped(rows, embedder))
    found += _measures("unseen_incoming", rows, incoming(rows, embedder))
    if data is None or not (data / "ntrex").is_dir():
        reason = "the public data are not beside the checkout"
        return [*found, *(Measure(SUBJECT, f"{name}_f1", None, 0, skipped=reason) for name in ("ntrex5", "ntrex9"))]
    for name, languages in (("ntrex5", _FIVE), ("ntrex9", tuple(_NTREX))):
        rows = ntrex_rows(data / "ntrex", languages)
        found += _measures(name, rows, grouped(rows, embedder))
    return found


class _Once:
    """An embedder that embeds a text once: the same articles are grouped in several ways."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[str, Vector] = {}
        self.name, self.dimensions = embedder.name, embedder.dimensions

    def embed(self, texts: Sequence[str]) -> Sequence[Vector]:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(new, self._embedder.embed(new), strict=True))
        return [self._known[text] for text in texts]


def read_rows(path: Path) -> list[dict[str, object]]:
    """Labelled rows: those of `prism cluster` and "story"."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def ntrex_rows(folder: Path, languages: Sequence[str]) -> list[dict[str, object]]:
    """NTREX by article and language; the first line is the title."""
    documents = (folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split()
    rows: list[dict[str, object]] = []
    for language in languages:
        lines = (folder / _NTREX[language]).read_text(encoding="utf-8").split("\n")
        texts: dict[str, list[str]] = defaultdict(list)
        for document, line in zip(documents, lines, strict=False):
            texts[document].append(line)
        rows += [
            {"id": f"{document}/{language}", "story": document, "title": text[0], "text": "\n".join(text[1:])}
            for document, text in texts.items()
        ]
    return rows


def grouped(rows: Sequence[Mapping[str, object]], embedder: Embedder) -> dict[str, str]:
    """Row id → story, as `prism cluster` gives it."""
    return {str(one["id"]): str(one["story"]) for one in cluster(rows, embedder)}


def incoming(rows: Sequence[Mapping[str, object]], embedder: Embedder) -> dict[str, str]:
    """Row id → story when each row is grouped as it comes in, with neighbours and learnt means, and in the end once more."""
    means = Means(embedder.name, embedder.dimensions)
    neighbours = CachedNeighbours(dimensions=embedder.dimensions)
    stand: dict[str, Member] = {}
    members = members_of(rows, embedder)
    for member in members:
        means = means.update([member])
        near = neighbours.near(member, means, since=member.at - _WINDOW, count=_NEAR)
        stories = {stand[one].story_id for one in near}
        candidates = [one for one in stand.values() if one.story_id in stories]
        stand[member.article_id] = member
        _move(stand, assign(member, candidates, means).moves)
        neighbours.add([stand[member.article_id]])
    _move(stand, consolidate(list(stand.values()), means).moves)
    return {str(row["id"]): stand[member.article_id].story_id for row, member in zip(rows, members, strict=True)}


def _move(stand: dict[str, Member], moves: Mapping[str, str]) -> None:
    for article, story in moves.items():
        stand[article] = dataclasses.replace(stand[article], story_id=story)


def _measures(name: str, rows: Sequence[Mapping[str, object]], found: Mapping[str, str]) -> list[Measure]:
    precision, recall, f1 = bcubed({str(row["id"]): str(row["story"]) for row in rows}, found)
    return [
        Measure(SUBJECT, f"{name}_precision", precision, len(rows)),
        Measure(SUBJECT, f"{name}_recall", recall, len(rows)),
        Measure(SUBJECT, f"{name}_f1", f1, len(rows)),
    ]


def bcubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """BCubed precision, recall and F1 of a grouping: both map the same ids to a group."""
    right: dict[str, set[str]] = defaultdict(set)
    given: dict[str, set[str]] = defaultdict(set)
    for one in gold:
        right[gold[one]].add(one)
        given[found[one]].add(one)
    precision = recall = 0.0
    for one in gold:
        mine, theirs = given[found[one]], right[gold[one]]
        both = len(mine & theirs)
        precision += both / len(mine)
        recall += both / len(theirs)
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)
