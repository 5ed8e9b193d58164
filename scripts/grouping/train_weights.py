"""Fit the weights that `prism.stories` judges pairs of articles by, on labelled articles of our own.

    python scripts/grouping/train_weights.py

A logistic regression over the features of `prism.stories.evidence`, pulled towards weights set by hand (with few labelled
stories the data alone would say, for instance, that shared words speak against one event) and never across zero from
them. Trained on tests/evals/grouping/tune.jsonl and the sample wire; report.jsonl and unseen.jsonl stay unseen.
Writes src/prism/stories/data/weights.json.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt

from prism.adapters.embeddings import EmbeddedE5
from prism.app.demo import content
from prism.app.filters.cluster import members_of
from prism.stories import Means
from prism.stories.evidence import FEATURES, compare, setting, view

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "src/prism/stories/data/weights.json"
BY_HAND = {
    "nearness": 8.0,
    "margin": 4.0,
    "names": 3.0,
    "names_within": 3.0,
    "sounds": 1.0,
    "strangers": -1.0,
    "figures": 1.2,
    "small": 0.8,
    "scores": 1.5,
    "clash": -3.0,
    "words": 4.0,
    "title": 2.0,
    "same_day": 0.5,
    "other_day": -1.0,
    "days_apart": -0.12,
}
BIAS = -4.1
PULL = 0.3
"""How strongly the weights are pulled towards those set by hand; 0.3 to 3 measure alike (decision 0052)."""
LENIENCE = 0.5
"""Added to the bias: averaging over many pairs is stricter than judging one."""

Matrix = npt.NDArray[np.float64]


def wire() -> list[dict[str, object]]:
    """The sample wire as rows with the story that each article belongs to."""
    return [
        {
            "id": f"{item.outlet.id}/{item.slug}",
            "story": item.story,
            "published": item.published.isoformat(),
            "title": item.title,
            "text": "\n".join(paragraph for page in item.pages for paragraph in page),
        }
        for item in content.items(datetime(2026, 11, 20, 12, tzinfo=UTC), 2)
        if item.story
    ]


def pairs(rows: Sequence[dict[str, object]], embedder: EmbeddedE5) -> tuple[Matrix, Matrix, Matrix]:
    """Features, labels and weights of all pairs; each article counts once however large its set."""
    members = members_of(rows, embedder)
    means = Means(embedder.name, embedder.dimensions).update(members).frozen()
    views = [view(member, means) for member in members]
    around = setting(views)
    stories = [row["story"] for row in rows]
    features, labels = [], []
    for i in range(len(views)):
        for j in range(i):
            features.append(compare(views[i], views[j], around))
            labels.append(float(stories[i] == stories[j]))
    return np.array(features), np.array(labels), np.full(len(labels), 10.0 / len(rows))


def fit(features: Matrix, labels: Matrix, counts: Matrix) -> Matrix:
    """Newton's method on the penalised likelihood; weights that would change their sign become 0."""
    prior = np.array([*(BY_HAND[name] for name in FEATURES), BIAS])
    scale = np.array([*(abs(BY_HAND[name]) / 2 + 0.1 for name in FEATURES), 3.0])
    penalty = PULL / scale**2
    rows = np.c_[features, np.ones(len(features))]
    current = prior.copy()
    for _ in range(200):
        chance = 1 / (1 + np.exp(-np.clip(rows @ current, -30, 30)))
        slope = rows.T @ (counts * (chance - labels)) + penalty * (current - prior)
        curve = (rows * (counts * chance * (1 - chance) + 1e-6)[:, None]).T @ rows + np.diag(penalty)
        moved = current - np.linalg.solve(curve, slope)
        moved[:-1] = np.where(moved[:-1] * prior[:-1] < 0, 0.0, moved[:-1])
        if np.abs(moved - current).max() < 1e-7:
            break
        current = moved
    return current


def main() -> None:
    embedder = EmbeddedE5()
    lines = (ROOT / "tests/evals/grouping/tune.jsonl").read_text(encoding="utf-8").splitlines()
    sets = [pairs([json.loads(line) for line in lines], embedder), pairs(wire(), embedder)]
    found = fit(*(np.concatenate(column) for column in zip(*sets, strict=True)))
    kept = {
        "version": 1,
        "weights": {name: round(float(value), 4) for name, value in zip(FEATURES, found[:-1], strict=True)},
        "bias": round(float(found[-1]) + LENIENCE, 4),
    }
    TARGET.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(kept, indent=1))


if __name__ == "__main__":
    main()
