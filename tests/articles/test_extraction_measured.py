"""The floors of extraction, and the filter that anyone can measure alone."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from prism.app.evals.extraction import evaluate, fundus_pages, is_looked_at, own_pages
from prism.app.filters.extract import extract
from prism.model import ParseError

ROOT = Path(__file__).parents[2]
OURS = ROOT / "tests" / "evals"
DATA = ROOT.parent / "shared" / "data"
FLOORS = tomllib.loads((OURS / "floors.toml").read_text(encoding="utf-8"))["extraction"]


def test_our_own_pages_stay_above_their_floors() -> None:
    measures = {measure.metric: measure for measure in evaluate(None, OURS)}
    assert len(list(own_pages(OURS / "extraction"))) >= 12
    for metric, floor in FLOORS.items():
        if not metric.startswith("own_"):
            continue
        measure = measures[metric]
        assert measure.value is not None
        assert measure.value >= floor if measure.higher_is_better else measure.value <= floor, metric


def test_absent_data_are_said_to_be_absent() -> None:
    skipped = [measure for measure in evaluate(None, OURS) if measure.skipped]
    assert [measure.metric for measure in skipped] == ["fundus_sentences_kept", "fundus_unseen_sentences_kept"]


@pytest.mark.data
@pytest.mark.skipif(not (DATA / "fundus-pages").is_dir(), reason="the public data are not beside the checkout")
def test_each_real_page_is_paired_with_what_it_says() -> None:
    pages = list(fundus_pages(DATA / "fundus-pages"))
    assert len(pages) == 258
    assert len({page.name for page in pages}) == 258
    assert 0.3 < sum(is_looked_at(page.name) for page in pages) / len(pages) < 0.7


@pytest.mark.data
@pytest.mark.slow
@pytest.mark.skipif(not (DATA / "fundus-pages").is_dir(), reason="the public data are not beside the checkout")
def test_real_pages_stay_above_their_floors() -> None:
    measures = {measure.metric: measure for measure in evaluate(DATA, OURS)}
    for metric, floor in FLOORS.items():
        measure = measures[metric]
        assert measure.value is not None
        assert measure.value >= floor if measure.higher_is_better else measure.value <= floor, (metric, measure.value)


def test_the_filters_row_is_what_the_design_says() -> None:
    label = json.loads((OURS / "extraction" / "ko-bridge.json").read_text(encoding="utf-8"))
    html = (OURS / "extraction" / "ko-bridge.html").read_bytes()
    row = extract(html, label["url"], now=datetime(2026, 11, 22, 12, tzinfo=UTC))
    assert list(row) == ["url", "title", "language", "published", "authors", "passages"]
    assert row["url"] == label["url"]
    assert row["published"] == "2026-11-22T05:05:00+00:00"
    assert row["passages"] == [sentence for paragraph in label["paragraphs"] for sentence in paragraph]
    json.dumps(row)


def test_the_filter_refuses_a_page_without_text() -> None:
    with pytest.raises(ParseError):
        extract(b"<html></html>", "https://ellery.example/")
