"""Articles a second: each stage, the whole, and the bare tools it stands on; then the same with ever larger archives.

    python benchmarks/newsroom.py                    # everything
    python benchmarks/newsroom.py whole              # stages and whole against the sum of the parts
    python benchmarks/newsroom.py growth 100000      # one size of archive

The whole is measured over HTTP on loopback. Larger archives are filled with synthetic articles and synthetic vectors.
"""

from __future__ import annotations

import dataclasses
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import trafilatura

from prism import stories
from prism.adapters.archive import open_archive
from prism.adapters.archive.codecs import encode, micros, to_bytes
from prism.adapters.archive.dump import HEAD, load
from prism.adapters.embeddings import EmbeddedE5
from prism.app.config import FILE, load_config
from prism.app.demo.server import demo_sources, serve_wire
from prism.app.wiring import FixedClock, open_newsroom
from prism.model import Article, Basis, Passage, Rights, Source, Story, Use, Vector, derived_id
from prism.newsroom import Tools, publish
from prism.newsroom.assembling import describe, group
from prism.newsroom.drafting import check, write
from prism.newsroom.gathering import poll, read, revisit
from prism.ports import Embedder
from prism.web import charsets

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
NEW = 24
RUNS = 3
SIZES = (1_000, 10_000, 100_000)

PLACES = ("해든", "모래내", "솔빛", "Varnholt", "Quillen", "Oststade", "カミノ", "白泽", "Larkmoor", "두물")
SUBJECTS = {
    "ko": (
        "{p}시가 {n}억 원을 들여 하천 둑을 고친다",
        "{p}시는 {n}일부터 둑 {k}곳을 보수한다고 밝혔다.",
        "공사에는 모두 {n}억 원이 든다.",
        "주민 {k}명은 임시 거처로 옮긴다.",
        "시장은 “장마 전에 끝내겠다”고 말했다.",
    ),
    "en": (
        "{p} to spend {n} million on river walls",
        "The city of {p} will repair {k} river walls from the {n}th.",
        "The work is to cost {n} million in all.",
        "Some {k} residents will be moved for the time being.",
        "It will be over before the rains, the mayor said.",
    ),
    "de": (
        "{p} steckt {n} Millionen in Deiche",
        "Die Stadt {p} bessert vom {n}. an {k} Deiche aus.",
        "Die Arbeiten kosten insgesamt {n} Millionen Euro.",
        "Rund {k} Anwohner ziehen vorübergehend um.",
        "Vor dem Regen sei alles fertig, sagte die Bürgermeisterin.",
    ),
}


def page(number: int) -> tuple[str, bytes]:
    """Title and page of one synthetic report, with the furniture that real pages have."""
    language = sorted(SUBJECTS)[number % len(SUBJECTS)]
    fields = {"p": PLACES[number % len(PLACES)] + str(number // 30), "n": 3 + number, "k": 11 + 7 * number}
    title, *lines = (line.format(**fields) for line in SUBJECTS[language])
    paragraphs = "".join(f"<p>{line} {lines[(place + 1) % len(lines)]}</p>" for place, line in enumerate(lines * 3))
    links = "".join(f"<li><a href='/{n}'>{PLACES[n % len(PLACES)]} {n}</a></li>" for n in range(60))
    body = (
        f"<!doctype html><html lang='{language}'><head><meta charset='utf-8'><title>{title}</title></head><body>"
        f"<nav><ul>{links}</ul></nav><main><article><h1>{title}</h1>{paragraphs}</article>"
        f"<aside><h2>Most read</h2><ol>{links}</ol></aside></main><footer>© 2026</footer></body></html>"
    )
    return title, body.encode()


@contextmanager
def serving(first: int, count: int, hosts: int = 4) -> Iterator[list[str]]:
    """Reports first … first+count over some loopback ports; yields their origins."""
    pages = {number: page(number) for number in range(first, first + count)}
    servers = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        share = 0

        def do_GET(self) -> None:
            body, status = b"", 200
            if self.path == "/feed":
                port = self.server.server_address[1]
                items = "".join(
                    f"<item><title>{title}</title><link>http://127.0.0.1:{port}/{number}</link><guid>{number}</guid>"
                    f"<pubDate>{format_datetime(NOW - timedelta(minutes=number % 600))}</pubDate></item>"
                    for number, (title, _) in pages.items()
                    if number % hosts == self.share
                )
                body = f"<rss version='2.0'><channel><title>outlet {self.share}</title>{items}</channel></rss>".encode()
            elif self.path.strip("/").isdigit() and int(self.path.strip("/")) in pages:
                body = pages[int(self.path.strip("/"))][1]
            else:
                status = 404
            self.send_response(status)
            self.send_header(
                "Content-Type", "application/rss+xml" if self.path == "/feed" else "text/html; charset=utf-8"
            )
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    for share in range(hosts):
        server = ThreadingHTTPServer(("127.0.0.1", 0), type("Share", (Handler,), {"share": share}))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
    try:
        yield [f"http://127.0.0.1:{server.server_port}" for server in servers]
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


@contextmanager
def desk(folder: Path, origins: Sequence[str], sources: Sequence[Source] = ()) -> Iterator[Tools]:
    """A newsroom on a folder with these sources, or with these origins as sources."""
    allow = json.dumps([origin.removeprefix("http://") for origin in origins])
    (folder / FILE).write_text(f"[fetch]\nallow = {allow}\ndelay_seconds = 0\n", encoding="utf-8")
    made = [
        Source(derived_id("source", str(place)), f"outlet {place}", f"{origin}/feed", rights=Use.FULL)
        for place, origin in enumerate(origins)
    ]
    with open_newsroom(folder, load_config(folder), clock=FixedClock(NOW)) as tools:
        for source in sources or made:
            tools.archive.put_source(source, poll_at=NOW)
        yield tools


STEPS: dict[str, Callable[[Tools], object]] = {
    "poll": poll,
    "read": read,
    "revisit": revisit,
    "group": group,
    "describe": describe,
    "write": write,
    "check": check,
    "publish": publish,
}


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def one_run() -> dict[str, float]:
    """Seconds an article of each stage over the sample wire, and of the bare tools on the same bytes and texts."""
    with serve_wire(NOW) as wire, tempfile.TemporaryDirectory() as name:
        origins = list(wire.origins.values())
        with desk(Path(name), origins, demo_sources(wire)) as tools:
            tools.embedder.embed(["warm up"])
            took = {step: timed(lambda run=work: run(tools)) for step, work in STEPS.items()}
            articles = [article for article, _ in tools.archive.iterate_articles()]
        pages = [charsets.decode(_body(article.url), {}, markup=True) for article in articles]
    texts = [stories.text_to_embed(article) for article in articles]
    took["bare extractor"] = timed(
        lambda: [trafilatura.bare_extraction(page, fast=True, with_metadata=True) for page in pages]
    )
    embedder = EmbeddedE5()
    embedder.embed(["warm up"])
    took["bare embedder"] = timed(lambda: embedder.embed(texts))
    return {step: seconds / len(articles) for step, seconds in took.items()}


def _body(url: str) -> bytes:
    with urllib.request.urlopen(url) as response:  # noqa: S310  (a page of the sample wire on loopback)
        body: bytes = response.read()
        return body


def whole() -> None:
    """Print articles a second of each stage, of the whole, and the ratio to the sum of the parts."""
    runs = [one_run() for _ in range(RUNS)]
    print(f"the sample wire, some 100 articles in 5 languages over loopback; median of {RUNS} runs")
    for step in runs[0]:
        _print_rate(step, statistics.median(run[step] for run in runs))
    _print_rate("whole", statistics.median(sum(run[step] for step in STEPS) for run in runs))
    ratios = [(run["bare extractor"] + run["bare embedder"]) / sum(run[step] for step in STEPS) for run in runs]
    print(f"  whole against the sum of its parts (bare extractor + bare embedder): {statistics.median(ratios):.2f}")


def _print_rate(step: str, seconds: float) -> None:
    print(f"  {step:16} {1 / seconds:10.1f} articles/s   {1000 * seconds:8.2f} ms each")


def filler(count: int) -> Iterator[str]:
    """The lines of a backup with so many synthetic articles, four to a story, with synthetic vectors."""
    yield json.dumps({"schema": HEAD})
    chance = np.random.default_rng(7)
    signature = ""
    rights = Rights(Use.FULL, Basis.OPERATOR, "full", NOW)
    passages = tuple(
        Passage(place + 1, f"A synthetic sentence, number {place}, of no news at all.") for place in range(12)
    )
    rows: dict[str, list[str]] = {"articles": [], "members": [], "stories": []}

    def line(table: str, row: dict[str, object]) -> str:
        return json.dumps({"table": table, "row": row})

    for number in range(count):
        at = NOW - timedelta(minutes=30 + number * 20 * 24 * 60 / count)
        story = derived_id("filler", str(number // 4))
        article = Article(
            derived_id("a", str(number)),
            f"filler-{number % 50}",
            f"https://f{number % 50}.example/{number}",
            f"https://f{number % 50}.example/{number}",
            "en",
            f"Synthetic report {number}",
            passages,
            at,
            str(number),
            rights,
            published_at=at,
        )
        vector = chance.normal(size=384).astype(np.float32)
        vector /= np.linalg.norm(vector)
        signature = signature or stories.sign(article, None).signature
        rows["articles"].append(
            line(
                "articles",
                {
                    "id": article.id,
                    "source_id": article.source_id,
                    "canonical_url": article.url,
                    "body": encode(article),
                    "content_hash": article.content_hash,
                    "said_at": micros(at),
                    "grouped": True,
                    "story_id": story,
                    "revisit_at": None,
                },
            )
        )
        rows["members"].append(
            line(
                "members",
                {
                    "article_id": article.id,
                    "story_id": story,
                    "source_id": article.source_id,
                    "language": "en",
                    "at": micros(at),
                    "signature": signature,
                    "keys": json.dumps([f"k{number // 4}"]),
                    "vector": {"base64": _base64(to_bytes(vector))},
                },
            )
        )
        if number % 4 == 3:
            told = Story(story, 1, tuple(derived_id("a", str(n)) for n in range(number - 3, number + 1)), at, at)
            rows["stories"].append(
                line(
                    "stories",
                    {
                        "id": story,
                        "body": encode(told),
                        "revision": 1,
                        "due": False,
                        "merged_into": None,
                        "last_seen_at": micros(at),
                    },
                )
            )
            if number % 4000 == 3999:
                for lines in rows.values():
                    yield from lines
                    lines.clear()
    for lines in rows.values():
        yield from lines
    # All of the filler waits in both editions, as link-only sources do.
    for number in range(count // 4):
        for locale in ("ko", "en"):
            yield line(
                "waits",
                {
                    "story_id": derived_id("filler", str(number)),
                    "locale": locale,
                    "revision": 1,
                    "reason": "card.rights",
                },
            )


def _base64(raw: bytes | None) -> str:
    import base64

    return base64.b64encode(raw or b"").decode()


class TimedEmbedder:
    """An embedder that knows how long it was at work: its speed varies most of all from run to run."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.name, self.dimensions = embedder.name, embedder.dimensions
        self.seconds = 0.0

    def embed(self, texts: Sequence[str]) -> Sequence[Vector]:
        """As the other one does it."""
        begun = time.perf_counter()
        vectors = self._embedder.embed(texts)
        self.seconds += time.perf_counter() - begun
        return vectors


def growth(size: int) -> dict[str, float]:
    """Milliseconds of one new article, and memory, with an archive of that size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = open_archive(folder / "prism.db")
        load(archive.engine, filler(size))
        archive.close()
        with serving(0, NEW) as origins:
            begun = time.perf_counter()
            with desk(folder, origins) as opened:
                opening = time.perf_counter() - begun
                opened.embedder.embed(["warm up"])
                embedder = TimedEmbedder(opened.embedder)
                tools = dataclasses.replace(opened, embedder=embedder)
                took = {step: timed(lambda run=work: run(tools)) for step, work in STEPS.items()}
    publishing = took.pop("publish")
    took["group"] -= embedder.seconds
    each = {step: 1000 * seconds / NEW for step, seconds in took.items()}
    return {
        **each,
        "without embedder": sum(each.values()),
        "embedder": 1000 * embedder.seconds / NEW,
        "publishing once": 1000 * publishing,
        "opening s": opening,
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def all_sizes() -> None:
    """Print the growth from the smallest archive to the largest; each in processes of its own."""
    print(
        f"one new article with an archive of N synthetic articles and vectors; median of {RUNS} runs of {NEW} articles"
    )
    medians: dict[int, dict[str, float]] = {}
    rounds: list[dict[int, dict[str, float]]] = []
    for _ in range(RUNS):
        rounds.append({size: _in_a_process(size) for size in SIZES})
    for size in SIZES:
        medians[size] = {key: statistics.median(one[size][key] for one in rounds) for key in rounds[0][size]}
        print(f"  {size:7}: " + ", ".join(f"{key} {value:.1f}" for key, value in medians[size].items()))
    # The embedder knows nothing of the archive: its time of the smallest archive stands for all, or its noise would be
    # taken for growth.
    ratios = [
        (one[SIZES[-1]]["without embedder"] + one[SIZES[0]]["embedder"])
        / (one[SIZES[0]]["without embedder"] + one[SIZES[0]]["embedder"])
        for one in rounds
    ]
    print(f"  growth of the time of one article, {SIZES[0]} to {SIZES[-1]}: {statistics.median(ratios):.2f}")


def _in_a_process(size: int) -> dict[str, float]:
    ran = subprocess.run(
        [sys.executable, __file__, "growth", str(size)],
        capture_output=True,
        text=True,
        check=True,
        env=dict(os.environ),
    )
    figures: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return figures


if __name__ == "__main__":
    if sys.argv[1:2] == ["growth"]:
        print(json.dumps(growth(int(sys.argv[2]))))
    elif sys.argv[1:2] == ["whole"]:
        whole()
    else:
        whole()
        all_sizes()
