"""`prism export articles|stories|briefs`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from prism.app.config import load_config
from prism.app.rows import article_row, brief_row, story_row
from prism.app.wiring import archive_of
from prism.ports import Archive


class What(StrEnum):
    """What can be exported."""

    ARTICLES = "articles"
    STORIES = "stories"
    BRIEFS = "briefs"


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command("export")(export)


def export(what: Annotated[What, typer.Argument(help="articles, stories or briefs.")]) -> None:
    """Write the archive of the current folder as JSON Lines to standard output."""
    folder = Path.cwd()
    archive = archive_of(folder, load_config(folder))
    rows = {What.ARTICLES: _articles, What.STORIES: _stories, What.BRIEFS: _briefs}[what]
    try:
        for row in rows(archive):
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    finally:
        archive.close()


def _articles(archive: Archive) -> Iterator[dict[str, object]]:
    ended = archive.merged()
    for article, story_id in archive.iterate_articles():
        yield article_row(article, ended.get(story_id, story_id))


def _stories(archive: Archive) -> Iterator[dict[str, object]]:
    for story in archive.iterate_stories():
        yield story_row(story)


def _briefs(archive: Archive) -> Iterator[dict[str, object]]:
    for latest in archive.iterate_work():
        published = archive.published_work(latest.brief.id)
        # While a newer version is held back, readers still see the older one: both are rows, told apart by version and status.
        works = (
            [latest] if published is None or published.brief.version == latest.brief.version else [published, latest]
        )
        for work in works:
            articles = {article.id: article for article in archive.articles(work.facts.cited())}
            yield brief_row(work, articles)
