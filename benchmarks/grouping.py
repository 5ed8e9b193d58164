"""What grouping costs: neighbours and assignment at 1,000, 10,000 and 100,000 articles, with synthetic vectors.

    python benchmarks/grouping.py [--sizes 1000,10000,100000]

The archive's articles are synthetic: vectors of 384 numbers around random centres (three articles a story, five languages
with a mean of their own), ten made-up names and forty sounds each, spread evenly over 90 days. What is measured is real: `near` with a cut of
21 days, `assign` among the members of the stories found, `add`. The median of 400 newcomers is printed, and how it grows.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import resource
import statistics
import time
from collections import defaultdict
from datetime import UTC, datetime, timedelta

import numpy as np

from prism.adapters.neighbours import CachedNeighbours
from prism.model import Member, derived_id
from prism.stories import Means, assign

LANGUAGES = ("ko", "en", "ja", "zh", "de")
SIZE = 384
START = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = 90
PROBES = 400


def synthetic(count: int, seed: int = 7) -> list[Member]:
    """Articles in order of time, three of them a story."""
    chance = np.random.default_rng(seed)
    means = chance.normal(size=(len(LANGUAGES), SIZE)).astype(np.float32)
    found = []
    for number in range(count):
        story = number // 3
        centre = np.random.default_rng(story).normal(size=SIZE).astype(np.float32)
        language = number % len(LANGUAGES)
        vector = centre + 0.5 * chance.normal(size=SIZE).astype(np.float32) + 2.0 * means[language]
        names = [[f"name{(story * 7 + k * k) % (count // 4 + 50)}", "other", 3 - k % 3] for k in range(10)]
        sounds = [[[_bones(story * 7 + k * k), f"{_bones(story + k)}{k}"]] for k in range(40)]
        words = [f"w{story % 997}-{k}" for k in range(40)]
        signature = json.dumps({"n": names, "f": [], "d": [], "w": words, "t": [], "s": sounds})
        found.append(
            Member(
                article_id=derived_id("bench", str(number)),
                story_id=derived_id("story", str(story)),
                source_id=f"s{number % 8}",
                language=LANGUAGES[language],
                at=START + timedelta(days=DAYS * number / count),
                signature=signature,
                keys=tuple(str(name[0]) for name in names),
                vector=np.asarray(vector / np.linalg.norm(vector), np.float32),
            )
        )
    return found


def _bones(number: int) -> str:
    """A made-up skeleton of a word: three to five of nine consonants."""
    letters, left = "", number * 2654435761 % 2**32
    for _ in range(3 + number % 3):
        letters, left = letters + "ptksmnlha"[left % 9], left // 9
    return letters


def memory_mb() -> float:
    """Peak of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(count: int) -> dict[str, float]:
    before = memory_mb()
    everything = synthetic(count + PROBES)
    told, probes = everything[:count], everything[count:]
    made = memory_mb()
    means = Means("bench", SIZE).update(told[-5000:])
    neighbours = CachedNeighbours(dimensions=SIZE)
    started = time.perf_counter()
    neighbours.add(told)
    filled = time.perf_counter() - started
    by_id = {one.article_id: one for one in told}
    by_story: dict[str, list[Member]] = defaultdict(list)
    for one in told:
        by_story[one.story_id].append(one)
    times: dict[str, list[float]] = defaultdict(list)
    for probe in probes:
        newcomer = dataclasses.replace(probe, story_id="")
        clock = [time.perf_counter()]
        near = neighbours.near(newcomer, means, since=newcomer.at - timedelta(days=21), count=50)
        clock.append(time.perf_counter())
        stories = {by_id[one].story_id for one in near}
        candidates = [one for story in stories for one in by_story[story]]
        clock.append(time.perf_counter())
        found = assign(newcomer, candidates, means)
        clock.append(time.perf_counter())
        placed = dataclasses.replace(newcomer, story_id=found.moves[newcomer.article_id])
        neighbours.add([placed])
        clock.append(time.perf_counter())
        by_id[placed.article_id] = placed
        by_story[placed.story_id].append(placed)
        times["near"].append(clock[1] - clock[0])
        times["assign"].append(clock[3] - clock[2])
        times["add"].append(clock[4] - clock[3])
        times["article"].append(clock[1] - clock[0] + clock[4] - clock[2])
    result = {f"{name}_ms": statistics.median(values) * 1000 for name, values in times.items()}
    return result | {"filled_per_s": count / filled, "members_mb": made - before, "neighbours_mb": memory_mb() - made}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", default="1000,10000,100000")
    sizes = [int(size) for size in arguments.parse_args().sizes.split(",")]
    measure(500)  # warm
    first = 0.0
    for size in sizes:
        found = measure(size)
        first = first or found["article_ms"]
        print(
            f"{size:>7} articles (synthetic): {found['article_ms']:6.2f} ms an article"
            f" (near {found['near_ms']:.2f}, assign {found['assign_ms']:.2f}, add {found['add_ms']:.2f}),"
            f" {1000 / found['article_ms']:.0f}/s, growth {found['article_ms'] / first:.2f};"
            f" filled at {found['filled_per_s']:.0f}/s; members {found['members_mb']:.0f} MB,"
            f" neighbours {found['neighbours_mb']:.0f} MB, peak {memory_mb():.0f} MB"
        )


if __name__ == "__main__":
    main()
