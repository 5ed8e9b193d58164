"""A newsroom as its operator has it: a folder, `prism.toml`, commands; with what readers get to see, looked at again."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html
from tests.app.test_batch_and_spend import Ran, prism
from tests.newsroom.press import BRIDGE_EN, BRIDGE_KO, NOW, Piece, Press

from prism.adapters.archive import open_archive
from prism.app.config import load_config
from prism.app.wiring import frames_of
from prism.checks import check_brief
from prism.model import Outcome

AT = NOW.isoformat()
"""The clock of every command here."""


def shorter(text: str, lines: int = 4) -> str:
    """The beginning of a report: small models on small machines read slowly."""
    return "\n".join(text.splitlines()[:lines])


def two_outlets(lines: int = 4) -> dict[str, list[Piece]]:
    """One event, told by an outlet in Korean and one in English."""
    return {
        "haedeul": [Piece("bridge", "해든시 은모래대교 상판 내려앉아 통제", shorter(BRIDGE_KO, lines))],
        "port": [
            Piece("bridge", "Haeden bridge closed as deck sinks, two hurt", shorter(BRIDGE_EN, lines), language="en")
        ],
    }


@dataclass(frozen=True, slots=True)
class Room:
    """A newsroom's folder. Commands run in this process, as `prism` does, at the moment `AT`."""

    folder: Path
    press: Press

    def settings(self, *tables: str, locales: tuple[str, ...] = ("ko", "en")) -> None:
        """Write `prism.toml`: editions, leave to fetch from the press, and whatever tables are given."""
        self.folder.mkdir(parents=True, exist_ok=True)
        host = self.press.origin.removeprefix("http://")
        parts = ['[site]\nurl = "https://news.example"\neditor = "E"\ncontact = "desk@news.example"\npictures = false']
        parts += [f'[[edition]]\nlocale = "{tag}"' for tag in locales]
        parts += [f'[fetch]\nallow = ["{host}"]\ndelay_seconds = 0', *tables]
        (self.folder / "prism.toml").write_text("\n".join(parts) + "\n", encoding="utf-8")

    def does(self, *arguments: str) -> Ran:
        """A command that must go well."""
        ran = prism(self.folder, *arguments)
        assert ran.status == 0, ran.err
        return ran

    def add_sources(self) -> None:
        """Every outlet of the press, with the operator's word that it may be used."""
        for outlet in self.press.pieces:
            self.does("sources", "add", f"{self.press.origin}/{outlet}/feed", "--rights", "full")

    def check(self, rows: Sequence[object], *options: str) -> Ran:
        """`prism check` over rows, as a process of its own; a text is a line as it stands."""
        lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
        command = [sys.executable, "-m", "prism.app.cli", "check", *options]
        done = subprocess.run(
            command, cwd=self.folder, input="\n".join(lines), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return Ran(done.returncode, done.stdout, done.stderr)

    def run(self) -> Ran:
        """`prism run --once`."""
        return self.does("run", "--once", "--now", AT)

    def briefs(self) -> list[dict[str, Any]]:
        """What `prism export briefs` says."""
        return [json.loads(line) for line in self.does("export", "briefs").out.splitlines()]

    def written(self) -> Mapping[str, tuple[str, str]]:
        """Edition → (writer, status) of its brief."""
        return {row["locale"]: (row["writer"], row["status"]) for row in self.briefs()}

    def spent(self) -> list[dict[str, Any]]:
        """What `prism spend` says, row by row."""
        return [json.loads(line) for line in self.does("spend", "--json", "--now", AT).out.splitlines()]

    def integrity(self) -> str:
        """Whether the database is whole: "ok"."""
        archive = open_archive(self.folder / "prism.db")
        try:
            return archive.integrity()
        finally:
            archive.close()

    def looked_at_again(self) -> list[str]:
        """What the checks find wrong in what readers have now, by a fresh look; and each page's notes must lead somewhere."""
        config, wrong = load_config(self.folder), list[str]()
        frames = {frame.locale.tag: frame for frame in frames_of(config)}
        archive = open_archive(self.folder / "prism.db")
        try:
            sources = {source.id: source for source in archive.sources()}
            for work in archive.iterate_work():
                published = archive.published_work(work.brief.id)
                if published is None:
                    continue
                frame, articles = frames[published.brief.locale], archive.articles(published.facts.cited())
                verdicts = check_brief(
                    published.brief,
                    published.facts,
                    articles,
                    sources,
                    frame.locale,
                    links=frozenset(article.url for article in articles),
                    timezone=frame.timezone,
                )
                wrong += [f"{one.sentence}: {one.reason}" for one in verdicts if one.outcome is Outcome.FAIL]
        finally:
            archive.close()
        for page in self.story_pages():
            wrong += list(unproven(page, self.press))
        return wrong

    def story_pages(self) -> list[Path]:
        """The pages of stories in all editions."""
        return sorted((self.folder / "site").glob("*/story/*/index.html"))


def unproven(page: Path, press: Press) -> Iterator[str]:
    """Sentences of a story's page that don't lead to a passage with its outlet and the link to the original.

    A sentence carries a mark that leads to a note; the note holds the sentence and, for each passage, its words, the outlet,
    and a link to a page of the press on which these words stand. Notes of the Insight may be computed, and say so.
    """
    tree: Any = html.fromstring(page.read_bytes())
    pages = {
        f"{press.origin}/{outlet}/{piece.slug}": (outlet, piece)
        for outlet, those in press.pieces.items()
        for piece in those
    }
    marked = tree.xpath('//main//*[contains(concat(" ", @class, " "), " s ")]')
    if not marked:
        yield f"{page}: no sentence is marked"
    for sentence in marked:
        said = sentence.text_content()
        (link,) = sentence.xpath("following-sibling::sup[1]/a/@href")
        (note,) = tree.xpath("//ol[@class='notes']/li[@id=$id]", id=link.removeprefix("#"))
        if note.xpath(".//summary/span[@class='sentence']")[0].text_content().strip() != said.strip():
            yield f"{said}: its note is about another sentence"
        quoted = note.xpath("details/blockquote")
        if not quoted and not sentence.xpath("ancestor::section[@id='insight']"):
            yield f"{said}: no passage stands below it"
        for one in quoted:
            addresses = one.xpath(".//p[@class='from']/a/@href")
            (cited,) = one.xpath(".//p[@class='from']/cite")
            if len(addresses) != 1 or addresses[0] not in pages:
                yield f"{said}: no link to the original: {addresses}"
                continue
            outlet, piece = pages[addresses[0]]
            words = "".join(q.text_content() for q in one.xpath("q[@class='words']"))
            if cited.text_content() != outlet or not (words and (words in piece.text or words == piece.title)):
                yield f"{said}: {words!r} of {cited.text_content()} does not stand on {addresses[0]}"
