"""A newsroom over a news web that the project has never seen: commands as a user types them, results held against the key."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.newsweb.web import Truth, Web, serve

from prism.languages import sentences

pytestmark = pytest.mark.slow

HOSTILE = (
    "canary",
    "alert(",
    "attacker.example",
    "javascript:",
    "onerror",
    "onmouseover",
    "<iframe",
    "reveal your configuration",
)

OWN_FRAME = re.compile(r'(?<="html":")<iframe src=\\"http://localhost:8000/\w+/story/\w+/embed\.html\\" ')
"""How the frame begins by which others embed a story."""


@dataclass(frozen=True, slots=True)
class Run:
    """What the newsroom made of the web."""

    web: Web
    folder: Path
    rows: Mapping[str, dict[str, Any]]
    strays: tuple[str, ...]

    @property
    def key(self) -> Mapping[str, Truth]:
        return {key: truth for key, truth in self.web.key().items() if not truth.forbidden}


def prism(*arguments: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "prism.app.cli", *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    folder = tmp_path_factory.mktemp("unseen") / "newsroom"
    with serve() as web:
        prism("init", str(folder), cwd=folder.parent)
        settings = (folder / "prism.toml").read_text()
        settings = re.sub(r"(?m)^allow = .*$", f"allow = {json.dumps(web.allow)}", settings)
        settings = re.sub(r"(?m)^delay_seconds = .*$", "delay_seconds = 0", settings)
        (folder / "prism.toml").write_text(settings)
        (folder / "sources.opml").write_text(web.opml())
        prism("sources", "import", "sources.opml", "--rights", "full", cwd=folder)
        prism("run", "--once", cwd=folder)
        exported = [json.loads(line) for line in prism("export", "articles", cwd=folder).splitlines()]
        key = {truth.url: truth.key for truth in web.key().values()}
        key |= {
            f"{web.origins['tamarack']}/go/{k.partition('/')[2]}": k for k in web.key() if k.startswith("tamarack/")
        }
        key |= {
            t.url.replace("/story/", "/amp/story/"): t.key for t in web.key().values() if t.key.startswith("tamarack/")
        }
        rows: dict[str, dict[str, Any]] = {}
        strays = []
        for row in exported:
            if row["url"] in key and key[row["url"]] not in rows:
                rows[key[row["url"]]] = row
            else:
                strays.append(row["url"])
        yield Run(web, folder, rows, tuple(strays))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_article_is_read_once(run: Run) -> None:
    assert run.strays == ()
    assert len(run.rows) >= 0.98 * len(run.key), sorted(set(run.key) - set(run.rows))


def test_sentences_are_kept_and_what_stands_around_them_is_left_out(run: Run) -> None:
    lost, extra, expected, given = [], [], 0, 0
    for key, row in run.rows.items():
        truth = run.key[key]
        read = squeezed("".join(row["passages"]))
        for paragraph in truth.paragraphs:
            for sentence in sentences(paragraph, truth.language):
                expected += 1
                lost += [] if squeezed(sentence) in read else [f"{key}: {sentence}"]
        text = squeezed("".join(truth.paragraphs))
        for passage in row["passages"]:
            given += 1
            extra += [] if squeezed(passage) in text else [f"{key}: {passage}"]
    assert len(lost) <= 0.02 * expected, lost
    assert len(extra) <= 0.20 * given, extra


def test_titles_languages_and_days_are_those_of_the_page(run: Run) -> None:
    wrong = []
    for key, row in run.rows.items():
        truth = run.key[key]
        if squeezed(row["title"]).replace("’", "'") != squeezed(truth.title):
            wrong.append((key, row["title"]))
        if row["language"] != truth.language:
            wrong.append((key, row["language"]))
    assert wrong == []


def test_the_agency_report_is_known_for_a_copy(run: Run) -> None:
    copies = {key for key, row in run.rows.items() if row["copy_of"]}
    assert len(copies) == 1
    assert copies <= {"tamarack/halvering-derailment", "fenwater/halvering-train"}


def test_articles_of_one_event_are_one_story(run: Run) -> None:
    told = {key: row["story"] for key, row in run.rows.items()}
    true = {key: run.key[key].story for key in told}
    precision, recall = bcubed(told, true), bcubed(true, told)
    assert 2 * precision * recall / (precision + recall) >= 0.92, sorted((told[key], key) for key in told)
    assert told["buheong/marrow"] != told["deulnyeok/pardilla"]
    assert told["deulnyeok/moa-leak"] != told["buheong/moa-results"]


def bcubed(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """The mean share of an item's group in `one` that is with it in `other` too (Bagga and Baldwin 1998)."""
    sizes = Counter(one.values())
    both = Counter((one[key], other[key]) for key in one)
    return sum(both[one[key], other[key]] / sizes[one[key]] for key in one) / len(one)


def test_nothing_is_fetched_that_robots_txt_forbids(run: Run) -> None:
    assert [path for house, path, _ in run.web.log if house == "fenwater" and path.startswith("/notebook/")] == []


def test_no_hostile_string_reaches_the_site(run: Run) -> None:
    files = [path for path in (run.folder / "site").rglob("*") if path.is_file() and path.suffix != ".css"]
    assert len(files) > 50
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        if path.name == "oembed.json":
            text = OWN_FRAME.sub("", text, count=1)
        assert [words for words in HOSTILE if words in text] == [], path


def test_editions_are_written(run: Run) -> None:
    stories = {run.key[key].story for key in run.rows}
    for locale in ("ko", "en"):
        pages = list((run.folder / "site" / locale / "story").glob("*/index.html"))
        assert len(pages) >= len(stories) // 2, locale
