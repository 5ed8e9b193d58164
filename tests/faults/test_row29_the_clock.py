"""Row 29: the clock leaps, summer time begins and ends, 2038 comes; feeds have no dates, or dates to come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.newsroom.press import NOW, Piece, Press, newsroom, pressing, tree, usual

from prism.adapters.testing import SetClock, WordEmbedder
from prism.app.locales import load_locale
from prism.model import Action
from prism.newsroom import Tools, run_once


def feeds_asked(press: Press) -> int:
    return sum(path.endswith("/feed") for _, path, _ in press.asked)


def run(folder: Path, press: Press, at: datetime) -> tuple[int, list[tuple[str, int]]]:
    """Requests for feeds of one run, and each brief with the number of its published versions."""
    before = feeds_asked(press)
    with newsroom(folder, press, SetClock(at), WordEmbedder()) as tools:
        known(tools, press, at)
        run_once(tools)
        briefs = sorted(work.brief.id for work in tools.archive.iterate_work())
        return feeds_asked(press) - before, [(one, len(tools.archive.history(one))) for one in briefs]


def known(tools: Tools, press: Press, at: datetime) -> None:
    there = {source.id for source in tools.archive.sources()}
    for source in press.sources():
        if source.id not in there:
            tools.archive.put_source(source, poll_at=at)


def test_a_clock_that_leaps_a_day_ahead_and_back_starts_no_stampede(tmp_path: Path) -> None:
    with pressing(usual()) as press:
        sources = len(press.sources())
        _, first = run(tmp_path, press, NOW)
        pages = tree(tmp_path)
        for at in (NOW + timedelta(days=1), NOW + timedelta(hours=1), NOW + timedelta(hours=2), NOW):
            asked, briefs = run(tmp_path, press, at)
            assert asked <= sources, "each feed once at the most"
            assert briefs == first, "nothing is published again"
        assert tree(tmp_path).keys() == pages.keys()
        asked, briefs = run(tmp_path, press, NOW + timedelta(days=3))
        assert (asked, briefs) == (sources, first), "and it goes on when the clock is right again"


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
        datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 0, tzinfo=UTC),
        datetime(2038, 1, 19, 3, 14, 7, tzinfo=UTC),
        datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
        datetime(2106, 2, 7, 6, 28, 16, tzinfo=UTC),
    ],
)
def test_at_the_edges_of_calendars_a_newsroom_publishes(at: datetime, tmp_path: Path) -> None:
    pieces = usual()
    for piece in (piece for those in pieces.values() for piece in those):
        piece.at = at - timedelta(minutes=1)
    with pressing(pieces) as press:
        _, briefs = run(tmp_path, press, at)
        assert {times for _, times in briefs} == {1}
        with newsroom(tmp_path, press, SetClock(at), WordEmbedder()) as tools:
            for work in tools.archive.iterate_work():
                assert work.decision is not None
                assert (work.decision.action, work.decision.at) == (Action.PUBLISH, at)
            found = {article.published_at for article, _ in tools.archive.iterate_articles()}
            assert found == {at - timedelta(minutes=1)}
        assert run(tmp_path, press, at + timedelta(hours=1))[1] == briefs


class Undated(Press):
    """Neither feeds nor pages say when."""

    def feed(self, outlet: str) -> bytes:
        return b"".join(part.partition(b"</pubDate>")[2] or part for part in super().feed(outlet).split(b"<pubDate>"))

    def page(self, piece: Piece) -> bytes:
        return super().page(piece).replace(piece.at.isoformat().encode(), b"")


def test_an_article_without_a_date_is_told_as_one(tmp_path: Path) -> None:
    with pressing(usual(), Undated) as press:
        assert b"pubDate" not in press.feed("port")
        assert b"<guid" in press.feed("port")
        run(tmp_path, press, NOW)
        with newsroom(tmp_path, press, SetClock(NOW), WordEmbedder()) as tools:
            articles = [article for article, _ in tools.archive.iterate_articles()]
            assert len(articles) == 4
            assert {article.published_at for article in articles} == {None}, "no date is made up"
            pages = {path: page for path, page in tree(tmp_path).items() if "/story/" in path and "index.html" in path}
            assert pages
            for path, page in pages.items():
                assert load_locale(path.split("/")[0]).say("story.undated") in page.decode(), path


@pytest.mark.parametrize("ahead", [timedelta(days=2), timedelta(days=4000)])
def test_a_date_to_come_is_no_date_of_publication(ahead: timedelta, tmp_path: Path) -> None:
    pieces = usual()
    for piece in pieces["port"]:
        piece.at = NOW + ahead
    with pressing(pieces) as press:
        run(tmp_path, press, NOW)
        with newsroom(tmp_path, press, SetClock(NOW), WordEmbedder()) as tools:
            articles = [article for article, _ in tools.archive.iterate_articles()]
            assert len(articles) == 4
            assert all(article.said_at <= NOW for article in articles)
            assert all(story.last_seen_at <= NOW for story in tools.archive.iterate_stories())
