"""What Lighthouse says of a story's page and of the front page, from the bundled server, as a cheap phone on slow 4G gets them.

    .venv/bin/python benchmarks/lighthouse.py [RUNS] [LOCALE …]

Medians of several runs (5) for ko, en and ja: performance, accessibility, best practices, SEO, of 100. It ends with 1 where performance is
below 95 or another below 100, and names what was found wrong. Lighthouse comes from npm (`scripts/ensure-page-checkers.sh`); nothing is
fetched from elsewhere when it runs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from statistics import median

from reading import CHROMIUM, STORY, files, served

from prism.adapters.sitestores import FolderSiteStore
from prism.adapters.sitestores.packing import ENCODINGS

RUNS = 5
LOCALES = ("ko", "en", "ja")
PAGES = {"story": STORY, "front": ""}
FLOORS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
COMMAND = Path(__file__).parents[1] / ".node/node_modules/lighthouse/cli/index.js"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


@dataclass(frozen=True, slots=True)
class Run:
    """One run: category → points of 100, what stood below its best in the three that must be whole, and two of its times in ms."""

    points: Mapping[str, int]
    wrong: tuple[str, ...]
    lcp: float
    blocked: float


def run(address: str, folder: Path) -> Run:
    """Let Lighthouse look at a page.

    Raises:
        SystemExit: it could not.
    """
    report = folder / "report.json"
    only = ",".join(FLOORS)
    done = subprocess.run(  # of the project's own folder
        [
            *("node", os.fspath(COMMAND), address, "--quiet", "--output=json", f"--output-path={report}"),
            *(f"--only-categories={only}", f"--chrome-flags={FLAGS}", "--no-enable-error-reporting"),
        ],
        env={**os.environ, "CHROME_PATH": CHROMIUM},
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    if done.returncode:
        raise SystemExit(f"Lighthouse failed on {address}:\n{done.stderr[-1500:]}")
    told = json.loads(report.read_text())
    points = {name: round((one["score"] or 0) * 100) for name, one in told["categories"].items()}
    audits = told["audits"]
    return Run(
        points,
        tuple(_wrong(told)),
        audits["largest-contentful-paint"]["numericValue"],
        audits["total-blocking-time"]["numericValue"],
    )


def _wrong(told: Mapping[str, Mapping[str, dict[str, list[dict[str, str]]]]]) -> Iterator[str]:
    for name, category in told["categories"].items():
        for one in category["auditRefs"]:
            score = told["audits"][one["id"]].get("score")
            if name != "performance" and one.get("weight") and score is not None and float(str(score)) < 1:
                yield f"{name}: {one['id']}"


def main() -> int:
    """Print the table; the exit status says whether every median is high enough."""
    if not COMMAND.exists() or which("node") is None or not Path(CHROMIUM).exists():
        print("skipped: Lighthouse, node or Chromium is not there (sh scripts/ensure-page-checkers.sh)")
        return 0
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    short = False
    print(f"{'page':12}" + "".join(f"{name:>16}" for name in FLOORS) + f"{'LCP':>10}{'blocked':>10}   ({runs} runs)")
    with tempfile.TemporaryDirectory() as folder:
        FolderSiteStore(Path(folder), encodings=tuple(ENCODINGS)).publish(files(), keep=False)
        with served(Path(folder) / "site") as address:
            for tag in sys.argv[2:] or LOCALES:
                for name, path in PAGES.items():
                    found = [run(f"{address}/{tag}/{path}", Path(folder)) for _ in range(runs)]
                    points = {one: round(median(each.points[one] for each in found)) for one in FLOORS}
                    short = short or any(points[one] < floor for one, floor in FLOORS.items())
                    print(
                        f"{tag + ' ' + name:12}"
                        + "".join(f"{points[one]:16}" for one in FLOORS)
                        + f"{median(one.lcp for one in found):7,.0f} ms{median(one.blocked for one in found):7,.0f} ms",
                        flush=True,
                    )
                    for what in sorted({what for one in found for what in one.wrong}):
                        print(f"    {what}")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
