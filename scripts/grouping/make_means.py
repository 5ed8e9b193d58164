"""Compute the language means that ship with the embedded embedder, from `parallel.toml`.

    python scripts/grouping/make_means.py

Writes src/prism/stories/data/means.json (half precision, base 64). Run it again when the embedder or the texts change.
"""

from __future__ import annotations

import base64
import json
import tomllib
from collections import defaultdict
from pathlib import Path

import numpy as np

from prism.adapters.embeddings import EmbeddedE5

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src/prism/stories/data/means.json"


def main() -> None:
    news = tomllib.loads((HERE / "parallel.toml").read_text(encoding="utf-8"))["news"]
    by_language: dict[str, list[str]] = defaultdict(list)
    for item in news:
        for language, text in item.items():
            by_language[language].append(text)
    embedder = EmbeddedE5()
    means = {
        language: np.mean(np.stack(list(embedder.embed(texts))), axis=0) for language, texts in by_language.items()
    }
    kept = {
        "embedder": embedder.name,
        "dimensions": embedder.dimensions,
        "means": {
            language: base64.b64encode(mean.astype("<f2").tobytes()).decode()
            for language, mean in sorted(means.items())
        },
    }
    TARGET.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print(f"{TARGET}: {', '.join(sorted(means))}, {len(news)} texts each")


if __name__ == "__main__":
    main()
