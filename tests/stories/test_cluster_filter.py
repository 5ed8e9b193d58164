from __future__ import annotations

import json
from pathlib import Path

import pytest

from prism.adapters.embeddings import EmbeddedE5
from prism.app.evals.grouping import bcubed, grouped, read_rows
from prism.app.filters.cluster import cluster

EMBEDDER = EmbeddedE5()
OURS = Path(__file__).parents[1] / "evals"


def test_one_row_back_for_each_row_in_order_whatever_stands_in_it() -> None:
    rows: list[dict[str, object]] = [
        {"id": "a", "title": "Quake hits Selvik", "text": "A quake of magnitude 6.1 killed 14 in Selvik."},
        {"id": "b"},
        {"id": 7, "title": 3, "text": None, "published": []},
        {"title": "", "text": "   "},
        {"id": "a", "title": "Quake hits Selvik", "text": "A quake of magnitude 6.1 killed 14 in Selvik."},
        {"id": {"x": 1}, "title": "\0", "text": "\ud800", "language": "??", "published": "yesterday"},
        {
            "id": "c",
            "text": "셀비크에서 규모 6.1의 지진으로 14명이 숨졌다.",
            "language": "ko-KR",
            "published": 1788400000,
        },
        {"id": "d", "title": "Maple festival opens", "text": "Maple syrup.", "published": "2026-09-03T06:00:00Z"},
        {"id": "e", "title": "x", "text": "y", "published": 1e99},
    ]
    found = list(cluster(rows, EMBEDDER))
    assert [one["id"] for one in found] == [row.get("id") for row in rows]
    stories = [one["story"] for one in found]
    assert all(isinstance(story, str) and story for story in stories)
    assert stories[0] == stories[4]
    assert len({stories[1], stories[2], stories[3], stories[7]}) == 4


def test_no_rows_no_answer() -> None:
    assert list(cluster([], EMBEDDER)) == []


def test_the_same_input_gives_the_same_stories() -> None:
    rows = read_rows(OURS / "grouping" / "report.jsonl")[:12]
    assert list(cluster(rows, EMBEDDER)) == list(cluster(rows, EMBEDDER))


def test_labelled_sets_are_what_they_say() -> None:
    tune, report = (read_rows(OURS / "grouping" / f"{part}.jsonl") for part in ("tune", "report"))
    assert not {row["story"] for row in tune} & {row["story"] for row in report}
    assert len(tune) + len(report) >= 180
    assert len({row["story"] for row in (*tune, *report)}) >= 60
    for row in (*tune, *report):
        assert json.loads(json.dumps(row)) == row
        assert {row["language"]} <= {"ko", "en", "ja", "zh", "de"}


def test_hard_negatives_of_our_own_set_stay_apart() -> None:
    rows = read_rows(OURS / "grouping" / "report.jsonl")
    precision, recall, f1 = bcubed({str(row["id"]): str(row["story"]) for row in rows}, grouped(rows, EMBEDDER))
    assert min(precision, recall, f1) >= 0.92


def test_bcubed_of_a_known_case() -> None:
    """Two stories of two, one of each taken for one story: precision and recall as counted by hand."""
    gold = {"a": "x", "b": "x", "c": "y", "d": "y"}
    assert bcubed(gold, gold) == (1.0, 1.0, 1.0)
    precision, recall, _ = bcubed(gold, {"a": "1", "b": "1", "c": "1", "d": "2"})
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert recall == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)
