"""No figure may fall below its pinned floor; lowering one is an explicit act with a reason."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path

import pytest

from prism.app.commands.evaluating import judge, subjects
from prism.app.evals.measure import Measure

OURS = Path(__file__).parent
DATA = OURS.parent.parent.parent / "shared" / "data"
FLOORS = tomllib.loads((OURS / "floors.toml").read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("subject", subjects())
def test_every_figure_reaches_its_floor(subject: str) -> None:
    measures = importlib.import_module(f"prism.app.evals.{subject}").evaluate(DATA if DATA.exists() else None, OURS)
    verdicts = {one.metric: judge(one, FLOORS[subject].get(one.metric)) for one in measures}
    below = {
        one.metric: (one.value, FLOORS[subject].get(one.metric)) for one in measures if verdicts[one.metric] == "BELOW"
    }
    assert below == {}
    missing = set(FLOORS[subject]) - set(verdicts)
    assert missing == set(), "floors that nothing measures"


@pytest.mark.parametrize(
    ("value", "floor", "higher", "verdict"),
    [
        (0.9, 0.8, True, "ok"),
        (0.7, 0.8, True, "BELOW"),
        (0.1, 0.2, False, "ok"),
        (0.3, 0.2, False, "BELOW"),
        (0.3, None, True, "not pinned"),
    ],
)
def test_a_figure_is_held_against_its_floor(value: float, floor: float | None, higher: bool, verdict: str) -> None:
    assert judge(Measure("x", "y", value, 1, higher_is_better=higher), floor) == verdict


def test_what_could_not_be_measured_is_said() -> None:
    assert judge(Measure("x", "y", None, 0, skipped="no data"), 0.9) == "skipped: no data"
