"""Pages a second: the whole of `read_page` against bare trafilatura on the same pages, in one run.

    python benchmarks/extraction.py [ROUNDS]

Real pages are read from the public data beside the checkout where they are, else our own. Prints medians of the rounds, and
their ratio; each round times both, one after the other, so that a busy machine slows both.
"""

from __future__ import annotations

import gc
import logging
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from trafilatura import bare_extraction

from prism.app.evals.extraction import Labelled, fundus_pages, own_pages, read

ROOT = Path(__file__).parents[1]
PAGES = 80


def pages() -> tuple[str, Sequence[Labelled]]:
    real = ROOT.parent / "shared" / "data" / "fundus-pages"
    if real.is_dir():
        return "real pages (fundus)", list(islice(fundus_pages(real), 0, PAGES * 3, 3))
    return "our own pages", list(own_pages(ROOT / "tests" / "evals" / "extraction"))


def bare(page: Labelled) -> object:
    return bare_extraction(page.body, url=page.url, fast=True, with_metadata=True, include_comments=False)


def text_only(page: Labelled) -> object:
    return bare_extraction(page.body, url=page.url, fast=True, include_comments=False)


def rate(work: Callable[[Labelled], object], chosen: Sequence[Labelled]) -> float:
    gc.collect()
    start = time.process_time()
    for page in chosen:
        work(page)
    return len(chosen) / (time.process_time() - start)


def main() -> None:
    logging.disable(logging.CRITICAL)
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    name, chosen = pages()
    for work in (bare, read):
        rate(work, chosen[:10])
    ours, theirs, texts = [], [], []
    for _ in range(rounds):
        theirs.append(rate(bare, chosen))
        texts.append(rate(text_only, chosen))
        ours.append(rate(read, chosen))
    print(f"{len(chosen)} {name}, medians of {rounds} rounds, CPU time")
    print(f"trafilatura, text and metadata   {statistics.median(theirs):8.1f} pages/s")
    print(f"trafilatura, text only           {statistics.median(texts):8.1f} pages/s")
    print(f"read_page                        {statistics.median(ours):8.1f} pages/s")
    ratio = statistics.median(mine / bare_rate for mine, bare_rate in zip(ours, theirs, strict=True))
    ratio_text = statistics.median(mine / bare_rate for mine, bare_rate in zip(ours, texts, strict=True))
    print(f"read_page / trafilatura          {ratio:8.2f}   (text only: {ratio_text:.2f})")


if __name__ == "__main__":
    main()
