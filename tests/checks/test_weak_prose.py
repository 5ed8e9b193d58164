"""What a weak model writes over the sources of our labelled claims does not stand as borne prose.

`tests/evals/checks/prose`: `weak.jsonl` holds sentences written by hand in the manner of small models (invented generalities,
changed actors, merged reports, embroidery, with good ones beside them); `small_model.jsonl` what SmolLM2 (135 million parameters)
wrote when asked to rewrite a sentence or to sum up a report, labelled by hand. The figures stand in decision 0142.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from prism.app.evals.grounding.labelled import labelled
from prism.checks import ClaimSource, check_claim
from prism.checks.bearing import bearing_of
from prism.checks.reading import passages, statements

EVALS = Path(__file__).parents[1] / "evals"
GENERALITIES_STANDING, GOOD_FALLING = 12, 1
"""At most so many of 37 generalities may pass the bar of prose over one passage, and so many good sentences of 43 fall by it."""


def rows(name: str) -> Iterator[tuple[tuple[ClaimSource, ...], dict[str, str]]]:
    known = sources()
    for line in (EVALS / "checks" / "prose" / name).read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        for claim in story["claims"]:
            yield known[story["story"]], claim


@cache
def sources() -> dict[str, tuple[ClaimSource, ...]]:
    return {row.story: row.sources for row in labelled(EVALS, "calibrate")}


def is_borne(claim: dict[str, str], those: tuple[ClaimSource, ...]) -> bool:
    """By the bar of prose: as if a good sentence cited the two passages that bear it best, and a bad one the best."""
    every = tuple(passage for source in those for passage in passages(source))
    base = max((source.published for source in those if source.published), default=None)
    for statement in statements(claim["claim"], claim["language"], base):
        found = bearing_of(statement, every)
        cited = found.chosen[: 2 if claim["label"] == "supported" else 1]
        mass = found.mass(cited)
        if found.weight >= 1.5 and mass < 1.8 and mass < 0.4 * found.weight and found.borne < 1.8 and found.share < 0.4:
            return False
    return True


def test_generalities_do_not_stand() -> None:
    standing = Counter(claim["error"] for those, claim in rows("weak.jsonl") if is_borne(claim, those))
    assert standing["generality"] <= GENERALITIES_STANDING, standing
    good = sum(claim["label"] == "supported" for _, claim in rows("weak.jsonl"))
    assert good - standing[""] <= GOOD_FALLING


def test_what_a_small_model_copied_right_is_supported() -> None:
    held = [
        claim["claim"]
        for those, claim in rows("small_model.jsonl")
        if claim["label"] == "supported" and not check_claim(claim["claim"], those, "en").supported
    ]
    assert len(held) <= 1, held
