"""What a reader pays for a search on a site of 10,000 stories, and what the index costs to make.

    .venv/bin/python benchmarks/search.py [STORIES] [LOCALE]

Stories are made of the words of the lexicon (`prism/languages/data/concepts`) and of invented names, as often as words are in
texts (Zipf), eight sentences each, with particles behind them in Korean. The site is served packed (gzip) to Chromium with an empty
cache; what comes over the wire is counted until the first result stands, and until all ten do. The page, its style sheet and its
script are counted too.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import itertools
import os
import random
import re
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from prism.adapters.sitestores import FolderSiteStore
from prism.app.locales import load_locale
from prism.editions import site_pages, story_path
from prism.editions.samples import SAMPLE_TIME, sample_edition, sample_frame
from prism.editions.search import search_pages
from prism.model import Edition, Frame, OutputFile, Teaser, derived_id

CHROMIUM = "/usr/bin/chromium"
SENTENCES, WORDS = 8, 11
PARTICLES = ("은", "는", "이", "가", "을", "를", "에", "의", "에서", "으로", "했다", "", "", "")
QUERIES = {"ko": 1, "en": 1, "ja": 1, "de": 1}


def lexicon(tag: str) -> list[str]:
    """The words of a language in the lexicon, and as many invented names."""
    found: dict[str, None] = {}
    for entry in sorted((files("prism.languages") / "data" / "concepts").iterdir(), key=lambda one: one.name):
        for line in entry.read_text("utf-8").splitlines():
            for column in line.split("|"):
                if column.strip().startswith(f"{tag}:"):
                    found.update(
                        dict.fromkeys(
                            re.sub(r"[*~]|\[[^]]*\]|\([^)]*\)", "", column.partition(":")[2])
                            .replace(";", ",")
                            .replace("/", ",")
                            .split(",")
                        )
                    )
    words = [word.strip() for word in found if word.strip()]
    chance = random.Random(7)
    parts = [word[:2] for word in words if len(word) > 1]
    return words + ["".join(chance.choices(parts, k=2)) for _ in range(len(words) * 4)]


def stories(count: int, frame: Frame) -> list[Teaser]:
    """So many stories, newest first."""
    tag, chance = frame.locale.tag, random.Random(11)
    words = lexicon(frame.locale.language)
    chance.shuffle(words)
    weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(len(words))))
    unspaced = tag == "ja"
    base = sample_edition(frame.locale).placements[1]

    def sentence(length: int) -> str:
        picked = chance.choices(words, cum_weights=weights, k=length)
        if tag == "ko":
            picked = [word + chance.choice(PARTICLES) for word in picked]
        return ("の" if unspaced else " ").join(picked) + ("。" if unspaced else ".")

    found: list[Teaser] = []
    for number in range(count):
        story_id = derived_id("search", str(number))
        body = [sentence(WORDS) for _ in range(SENTENCES)]
        dek = sentence(WORDS)
        at = SAMPLE_TIME - timedelta(minutes=37 * number)
        found.append(
            replace(
                base,
                story_id=story_id,
                brief_id=derived_id("brief", story_id),
                path=story_path(tag, story_id),
                headline=sentence(6).rstrip(".。"),
                dek=dek,
                published_at=at,
                updated_at=at,
                paragraphs=(("" if unspaced else " ").join(body),),
                lengths=((len(dek),), tuple(map(len, body))),
            )
        )
    return found


class Packed(http.server.SimpleHTTPRequestHandler):
    """Answers with the gzip copy that a build lays beside each file."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.exists():  # only the search is made here: the other pages that scripts keep for later are not there
            self.send_error(404)
            return
        body = file.read_bytes()
        body = gzip.compress(body, 6, mtime=0)
        self.send_response(200)
        self.send_header(
            "Content-Type", self.guess_type(self.path) if file.name != "index.html" else "text/html; charset=utf-8"
        )
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def asked(browser: Browser, address: str, query: str) -> tuple[int, int, int, float, int]:
    """Bytes until the first result, bytes and requests until all of the first ten, seconds, and how many were found."""
    with browser.new_context() as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        got: list[int] = []
        session.on("Network.loadingFinished", lambda event: got.append(int(event["encodedDataLength"])))
        start = time.perf_counter()
        page.goto(f"{address}?q={query}", wait_until="commit")
        page.wait_for_selector("#found li", timeout=60_000)
        first = sum(got)
        while not page.evaluate("/[0-9]/.test(document.getElementById('told').textContent)"):
            page.wait_for_timeout(20)
        seconds = time.perf_counter() - start
        page.wait_for_timeout(50)
        told = page.locator("#told").inner_text()
        return first, sum(got), len(got), seconds, int(re.sub(r"\D", "", told) or 0)


def measure_build(edition: Edition, frame: Frame) -> list[OutputFile]:
    """Say how long the index takes, whole and for one more story, and how large it is."""
    start = time.process_time()
    made = list(search_pages(edition, frame, None))
    whole = time.process_time() - start
    packed = sum(len(gzip.compress(file.body, 6)) for file in made)
    print(
        f"index of {len(edition.placements):,} stories: {whole:.1f} s of processor, {len(made):,} files, "
        f"{sum(len(file.body) for file in made) / 1e6:.1f} MB, packed {packed / 1e6:.1f} MB",
        flush=True,
    )
    before = {file.path: file.body for file in made}
    counts, times = [], []
    for number in range(9):
        new = replace(
            edition.placements[number],
            story_id=derived_id("new", str(number)),
            published_at=SAMPLE_TIME + timedelta(hours=1),
        )
        more = replace(edition, placements=(new, *edition.placements))
        start = time.process_time()
        files_made = list(search_pages(more, frame, (new,)))
        times.append(time.process_time() - start)
        counts.append(sum(before.get(file.path) != file.body for file in files_made))
    print(f"one story more: {median(times) * 1000:.0f} ms, {median(counts):.0f} files (most {max(counts)})", flush=True)
    old = edition.placements[len(edition.placements) // 2]
    changed = replace(old, headline=old.headline + " 1", version=2)
    again = replace(edition, placements=tuple(changed if one is old else one for one in edition.placements))
    start = time.process_time()
    files_made = list(search_pages(again, frame, (old, changed)))
    spent = time.process_time() - start
    print(
        f"a correction of an old story: {spent * 1000:.0f} ms, "
        f"{sum(before.get(file.path) != file.body for file in files_made)} files differ of {len(files_made)} made",
        flush=True,
    )
    return made


def queries(placements: list[Teaser]) -> Iterator[tuple[str, str]]:
    """What readers type: a frequent word, a rare one, three words, and a word with a wrong letter."""
    chance = random.Random(3)
    for name, number in (("one word", 1), ("two words", 2), ("three words", 3)):
        for _ in range(3):
            headline = chance.choice(placements).headline
            yield name, " ".join((headline.split("の") if "の" in headline else headline.split())[:number])
    long = [word for one in placements[:400] for word in one.headline.split() if word.isascii() and len(word) > 6]
    for _ in range(3 if long else 0):
        word = chance.choice(long)
        yield "a wrong letter", word[:-2] + word[-1] + word[-2]


def main() -> None:
    count, tag = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, sys.argv[2] if len(sys.argv) > 2 else "ko"
    frame = sample_frame(load_locale(tag))
    placements = stories(count, frame)
    edition = replace(sample_edition(frame.locale), placements=tuple(placements))
    made = measure_build(edition, frame)
    if not Path(CHROMIUM).exists():
        print("Chromium is not installed: what a reader pays was not measured")
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        FolderSiteStore(Path(folder)).publish([*made, *site_pages([frame])], keep=False)
        handler = functools.partial(Packed, directory=os.fspath(Path(folder) / "site"))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            for name, query in queries(placements):
                first, whole, requests, seconds, found = asked(
                    browser, f"http://127.0.0.1:{server.server_address[1]}/{tag}/search/", query
                )
                print(
                    f"{name:16} {first / 1000:6.0f} kB to the first result, {whole / 1000:6.0f} kB and {requests:3} requests to all ten, "
                    f"{seconds:5.2f} s, {found:6,} found   {query}",
                    flush=True,
                )
            browser.close()
            server.shutdown()


if __name__ == "__main__":
    main()
