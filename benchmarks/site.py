"""How fast an edition is built: a full build of 10,000 stories, and one new brief on a site of 10,000.

    .venv/bin/python benchmarks/site.py [STORIES] [RUNS]

Stories are generated from the sample story: every page has its sentences with evidence, a table, a timeline and seven
outlets, and four tags of which some are common and most are rare. Medians of several runs in seconds on the clock, and of
processor time beside it (what other programs leave of the machine changes the first and not the second). The site is
written to a temporary folder.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from rivals.stories import FRAME, story

from prism.adapters.sitestores import FolderSiteStore
from prism.editions import changed_listing_pages, listing_pages, site_pages, story_page, teaser
from prism.editions.samples import sample_dossier, sample_edition, sample_teasers
from prism.model import Dossier, Edition, OutputFile, Teaser

STORIES, RUNS = 10_000, 7


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, seconds of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def build(dossiers: Sequence[Dossier], edition: Edition, before: Sequence[Teaser] | None) -> Iterator[OutputFile]:
    for dossier in dossiers:
        yield story_page(dossier, FRAME)
    if before is None:
        yield from listing_pages(edition, FRAME)
    else:
        yield from changed_listing_pages(edition, FRAME, before)
    yield from site_pages([FRAME], [edition])


def line(name: str, per_second: float, unit: str, times: Sequence[tuple[float, float]]) -> None:
    wall, cpu = median(t for t, _ in times), median(t for _, t in times)
    rates = f"{per_second / wall:10,.0f} {unit}/s" if unit else " " * 18
    print(f"{name:34}{rates:22}{wall:9.2f} s {cpu:9.2f} s of processor   ({len(times)} runs)", flush=True)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else STORIES
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else RUNS
    base, related = sample_dossier(FRAME.locale), sample_teasers(FRAME.locale, 10)
    dossiers = [story(number, base, related) for number in range(count)]
    edition = replace(sample_edition(FRAME.locale), placements=tuple(teaser(dossier) for dossier in dossiers))
    sample = dossiers[: min(count, 400)]
    pages = [timed(lambda: [story_page(dossier, FRAME) for dossier in sample]) for _ in range(runs)]
    line("story pages, rendered", len(sample), "pages", pages)

    with tempfile.TemporaryDirectory() as folder:
        store = FolderSiteStore(Path(folder))
        fulls = [timed(lambda: store.publish(build(dossiers, edition, None), keep=False))]
        files = sum(1 for path in (Path(folder) / "site").resolve().rglob("*") if path.is_file())
        line(f"full build, {files:,} files written", files, "files", fulls)
        times, rendering = [], []
        for number in range(runs):
            fresh = story(-1 - number, base, related)
            grown = replace(edition, placements=(teaser(fresh), *edition.placements))
            rendering.append(timed(lambda: list(build([fresh], grown, edition.placements))))  # noqa: B023  # called at once
            times.append(timed(lambda: store.publish(build([fresh], grown, edition.placements), keep=True)))  # noqa: B023  # called at once
            edition = grown
        line("one new brief, rendered", 1, "", rendering)
        line("one new brief, on the site", 1, "", times)
        print("each in turn: " + " ".join(f"{wall:.2f}" for wall, _ in times))


if __name__ == "__main__":
    main()
