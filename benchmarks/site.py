"""How fast an edition is built: a full build of 10,000 stories, and one new brief on a site of 10,000.

    .venv/bin/python benchmarks/site.py [STORIES] [RUNS]
    .venv/bin/python benchmarks/site.py parts [STORIES]
    .venv/bin/python benchmarks/site.py memory [STORIES]

Stories are generated from the sample story: every page has its sentences with evidence, a table, a timeline and seven
outlets, and four tags of which some are common and most are rare. Medians of several runs in seconds on the clock, and of
processor time beside it (what other programs leave of the machine changes the first and not the second). The site is
written to a temporary folder.

`parts` times each part of a first build by itself, in one process and on 1,000 stories: pages, listings with feeds and maps, the search
index, what stands beside a story, its picture, and the packed copies in each encoding with their bytes. Nothing is written.

`memory` fills an archive with the stories (100,000) in a process of its own and makes the whole site of it, as the first build of a
newsroom does. It prints what the process that builds held at most (resident), and what all its processes held together at
most (each page counted once), every half minute and at the end.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from generators import processors, tools_of
from rivals.archive import add, filled
from rivals.stories import FRAME, story

from prism.adapters.sitestores import FolderSiteStore
from prism.adapters.sitestores.manners import packs_well
from prism.adapters.sitestores.packing import ENCODINGS, LEAST
from prism.editions import changed_listing_pages, companions, listing_pages, site_pages, story_page, teaser
from prism.editions.pictures import draw
from prism.editions.samples import sample_dossier, sample_edition, sample_teasers
from prism.editions.search import search_pages
from prism.model import Dossier, Edition, OutputFile, Teaser
from prism.newsroom import publish

STORIES, RUNS = 10_000, 7
SOME, PICTURES = 1_000, 100
MANY, AT_ONCE = 100_000, 5_000


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


def fill(path: Path, count: int) -> None:
    """An archive with these stories, none of them on the site yet."""
    base, related = sample_dossier(FRAME.locale), sample_teasers(FRAME.locale, 10)
    archive = filled(path, ())
    for start in range(0, count, AT_ONCE):
        some = [story(number, base, related) for number in range(start, min(start + AT_ONCE, count))]
        add(archive, [replace(one, decision=replace(one.decision, brief_id=one.brief.id)) for one in some])
    archive.close()


def megabytes(process: str = "self") -> tuple[int, int]:
    """Of a process: resident now, and its share of what it has in common with others."""
    found = {"Rss": 0, "Pss": 0}
    for row in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
        name, _, rest = row.partition(":")
        if name in found:
            found[name] = int(rest.split()[0])
    return found["Rss"] // 1000, found["Pss"] // 1000


class Watch(threading.Thread):
    """Looks at the memory of this process and of all that came of it, five times a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.own = self.all = 0
        self.over = threading.Event()

    def run(self) -> None:
        begun, told = time.perf_counter(), 0
        while not self.over.wait(0.2):
            together = 0
            for stat in Path("/proc").glob("[0-9]*/stat"):
                with contextlib.suppress(OSError):
                    if int(stat.read_text().rpartition(")")[2].split()[2]) == os.getpgrp():
                        together += megabytes(stat.parent.name)[1]
            self.own, self.all = max(self.own, megabytes()[0]), max(self.all, together)
            if time.perf_counter() - begun > 30 * (told + 1):
                told += 1
                print(f"{30 * told} s: at most {self.own:,} MB here, {self.all:,} MB in all processes", flush=True)


def memory(count: int) -> None:
    os.setpgid(0, 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "prism.db"
        subprocess.run([sys.executable, __file__, "--fill", str(path), str(count)], check=True)
        print(f"{count:,} stories in an archive of {path.stat().st_size / 1e9:.1f} GB", flush=True)
        watch = Watch()
        watch.start()
        wall, cpu = time.perf_counter(), processors()
        files = publish(tools_of(Path(folder)))
        wall, cpu = time.perf_counter() - wall, processors() - cpu
        watch.over.set()
        print(f"{files:,} files in {wall:,.0f} s, {cpu:,.0f} s of processor ({1000 * cpu / count:.2f} ms a story);")
        print(f"at most {watch.own:,} MB in the process that builds, {watch.all:,} MB in all of them", flush=True)


def parts(count: int) -> None:
    base, related = sample_dossier(FRAME.locale), sample_teasers(FRAME.locale, 10)
    dossiers = [story(number, base, related) for number in range(count)]
    teasers = [teaser(dossier) for dossier in dossiers]
    edition = replace(sample_edition(FRAME.locale), placements=tuple(teasers))
    made: list[OutputFile] = []
    part("story pages", count, lambda: made.extend(story_page(dossier, FRAME) for dossier in dossiers))
    index: list[OutputFile] = []
    part("search index", count, lambda: index.extend(search_pages(edition, FRAME, None)))
    listings = itertools.chain(listing_pages(edition, FRAME), site_pages([FRAME], [edition]))
    part("listings, feeds, maps and index", count, lambda: made.extend(listings))
    bare, drawn = (replace(FRAME, site=replace(FRAME.site, pictures=has)) for has in (False, True))
    beside = (companions(one, dossier, bare, drawn=True) for one, dossier in zip(teasers, dossiers, strict=True))
    part("cards to embed, oEmbed", count, lambda: made.extend(file for files in beside for file in files))  # type: ignore[misc]  # nothing stands yet
    some = list(zip(teasers, dossiers, strict=True))[:PICTURES]
    part("pictures", len(some), lambda: [draw(one, dossier, drawn) for one, dossier in some])
    texts = [file.body for file in made if packs_well(file.path) and len(file.body) >= LEAST]
    print(
        f"{len(texts):,} files of text, {sum(map(len, texts)) / 1e6:.1f} MB; the index {sum(len(one.body) for one in index) / 1e6:.1f} MB"
    )
    for name, (_, packed) in ENCODINGS.items():
        copies: list[int] = []
        part(f"packed: {name}", count, lambda: copies.extend(len(packed(body)) for body in texts))  # noqa: B023  # called at once
        print(f"{'':34}{sum(copies) / 1e6:10.1f} MB", flush=True)


def part(name: str, count: int, work: Callable[[], object]) -> None:
    wall, cpu = timed(work)
    print(f"{name:34}{wall:9.2f} s {cpu:9.2f} s of processor {1000 * cpu / count:9.2f} ms each", flush=True)


def main() -> None:
    if sys.argv[1:2] == ["--fill"]:
        fill(Path(sys.argv[2]), int(sys.argv[3]))
        return
    if sys.argv[1:2] == ["parts"]:
        parts(int(sys.argv[2]) if len(sys.argv) > 2 else SOME)
        return
    if sys.argv[1:2] == ["memory"]:
        memory(int(sys.argv[2]) if len(sys.argv) > 2 else MANY)
        return
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
