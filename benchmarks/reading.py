"""What a reader waits for: a story page in Chromium, on a slow mobile network, from the bundled server.

    .venv/bin/python benchmarks/reading.py [RUNS] [SLOWER]

The network is throttled as Chromium's own tools do for "Slow 4G" (562.5 ms a request, 1.44 Mbit/s down, 0.68 up), the
processor to SLOWER of its speed (1: not at all; 4 is what Lighthouse takes for a cheap phone); the cache is empty. Medians of several runs for the story, a story of sixty outlets and the front page, in each edition:

- LCP and CLS as the browser measures them; with scripts, and with scripts off (then the time of the first paint);
- bytes over the wire (headers included) until everything that was asked for is there;
- critical bytes: the style sheet, the script that stands before the first line, and the HTML up to the end of the first screen of a phone (412 × 823), each as the server packs
  it (Brotli).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

import brotli  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from prism.adapters.sitestores import FolderSiteStore
from prism.adapters.sitestores.packing import ENCODINGS
from prism.app.locales import all_locales
from prism.editions import listing_pages, site_pages, story_page
from prism.editions.samples import sample_dossier, sample_edition, sample_frame
from prism.editions.samples.oddities import odd_dossiers
from prism.model import OutputFile

RUNS = 5
PORT = 8931
CHROMIUM = "/usr/bin/chromium"
SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 184_320.0, "uploadThroughput": 86_400.0}
PHONE: ViewportSize = {"width": 412, "height": 823}
STORY = "story/0sample0bridge00/"

VITALS = """() => new Promise(done => {
  const seen = {lcp: 0, cls: 0, what: ''};
  new PerformanceObserver(list => { for (const e of list.getEntries()) { seen.lcp = e.startTime; seen.what = e.element ? e.element.tagName : ''; } })
    .observe({type: 'largest-contentful-paint', buffered: true});
  new PerformanceObserver(list => { for (const e of list.getEntries()) seen.cls += e.value; }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(seen), 300);
})"""

FOLD = """() => {
  let last = null;
  for (const node of document.body.querySelectorAll('*')) {
    const box = node.getBoundingClientRect();
    if (box.width && box.height && box.top < innerHeight && !node.closest('template')) last = node;
  }
  return last ? last.outerHTML.slice(0, 60) : '';
}"""


@dataclass(frozen=True, slots=True)
class Load:
    """One load of one page: milliseconds to the largest paint, layout shift, bytes on the wire, and what was painted last."""

    lcp: float
    cls: float
    wire: int
    what: str


def files() -> Iterator[OutputFile]:
    editions = tuple((locale.tag, locale.endonym) for locale in all_locales())
    frames = [sample_frame(locale, editions=editions) for locale in all_locales()]
    for frame in frames:
        tag = frame.locale.tag
        yield story_page(sample_dossier(frame.locale, editions=tuple(tag for tag, _ in editions)), frame)
        sixty = story_page(odd_dossiers(frame.locale)["sixty"], frame)
        yield replace(sixty, path=f"{tag}/sixty/index.html")
        yield from listing_pages(sample_edition(frame.locale), frame)
    yield from site_pages(frames, [sample_edition(locale) for locale in all_locales()])


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  # of the server started here
        return str(answer.read().decode())


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The bundled server in a process of its own."""
    command = f"from pathlib import Path; from prism.app.server import serve_site; serve_site(Path({os.fspath(folder)!r}), '127.0.0.1', {PORT})"
    server = subprocess.Popen([sys.executable, "-c", command], stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{PORT}"
    try:
        for _ in range(100):
            try:
                fetched(f"{address}/robots.txt")
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def load(browser: Browser, address: str) -> Load:
    """Open a page with an empty cache on the slow network."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, service_workers="block")
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    cdp.send("Network.enable")
    cdp.send("Network.emulateNetworkConditions", SLOW_4G)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": slower()})
    wire = 0

    def came(event: dict[str, Any]) -> None:
        nonlocal wire
        wire += int(event["encodedDataLength"])

    cdp.on("Network.loadingFinished", came)
    page.goto(address, wait_until="load")
    found = page.evaluate(VITALS)
    context.close()
    return Load(found["lcp"], found["cls"], wire, found["what"])


def unscripted(browser: Browser, address: str) -> float:
    """Milliseconds to the first contentful paint where no script may run."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, is_mobile=True)
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    cdp.send("Network.enable")
    cdp.send("Network.emulateNetworkConditions", SLOW_4G)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": slower()})
    page.goto(address, wait_until="load")
    page.wait_for_timeout(300)
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint').map(entry => entry.startTime)")
    context.close()
    return float(painted[0]) if painted else 0.0


def fold(browser: Browser, address: str, html: str) -> int:
    """Characters of the HTML up to the last element that begins on a phone's first screen."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(address)
    opening = page.evaluate(FOLD)
    context.close()
    tag = opening.partition(">")[0]
    at = html.find(tag)
    return at + len(tag) if at >= 0 else len(html)


def slower() -> float:
    return float(sys.argv[2]) if len(sys.argv) > 2 else 1.0


def packed(text: str) -> int:
    return len(brotli.compress(text.encode(), mode=brotli.MODE_TEXT, quality=6))


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as folder:
        FolderSiteStore(Path(folder), encodings=tuple(ENCODINGS)).publish(files(), keep=False)
        with served(Path(folder) / "site") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            print(
                f"{'page':14}{'LCP':>9}{'CLS':>7}{'on the wire':>13}{'critical':>10}{'whole HTML':>12}{'no script':>11}"
            )
            for locale in all_locales():
                for name, path in (("story", STORY), ("sixty", "sixty/"), ("front", "")):
                    where = f"{address}/{locale.tag}/{path}"
                    found = [load(browser, where) for _ in range(runs)]
                    html = fetched(where)
                    sheet = html.split('rel="stylesheet" href="')[1].split('"')[0]
                    css = fetched(address + sheet)
                    first = fetched(address + html.split('<script src="')[1].split('"')[0])
                    critical = packed(css) + packed(first) + packed(html[: fold(browser, where, html)])
                    plain = median([unscripted(browser, where) for _ in range(runs)])
                    print(
                        f"{locale.tag + ' ' + name:14}{median(one.lcp for one in found):6,.0f} ms"
                        f"{max(one.cls for one in found):7.3f}{median(one.wire for one in found):11,.0f} B"
                        f"{critical:8,} B{packed(html):10,} B{plain:8,.0f} ms",
                        flush=True,
                    )
            browser.close()


if __name__ == "__main__":
    main()
