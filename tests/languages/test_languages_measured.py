from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from prism.app.evals import languages
from prism.languages import detect

EVALS = Path(__file__).parents[1] / "evals"
FLOORS = tomllib.loads((EVALS / "floors.toml").read_text(encoding="utf-8"))


def test_our_own_sets_are_above_their_floors() -> None:
    measures = [one for one in languages.evaluate(None, EVALS) if one.value is not None]
    assert measures
    for one in measures:
        assert one.value >= FLOORS[one.subject][one.metric], one


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("한국은행, 美 금리 동결에 촉각", "ko"), ("東京都知事が辞任", "ja"), ("北京举行新闻发布会", "zh"), ("台北舉行記者會", "zh"),
        ("Bank cuts rates", "en"), ("Zentralbank senkt Leitzins", "de"), ("삼성 Galaxy S30 Ultra 공개", "ko"), ("", "und"), ("12:30", "und"),
    ],
)  # fmt: skip
def test_short_headlines(text: str, language: str) -> None:
    assert detect(text) == language
