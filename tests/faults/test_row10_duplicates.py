"""Row 10: one feed three times, changed guids, two workers: the archive is the same."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

from tests.newsroom.press import NOW, newsroom, pressing, register, usual

from prism.adapters.testing import SetClock, WordEmbedder
from prism.newsroom import Tools, run_once


def substance(tools: Tools) -> tuple[object, ...]:
    """Articles with their stories and texts, and what is published of them."""
    articles = sorted((article.id, article.content_hash, story) for article, story in tools.archive.iterate_articles())
    works = sorted(
        (work.brief.id, work.brief.version, work.brief.headline.text) for work in tools.archive.iterate_work()
    )
    counts = tools.archive.counts()
    return articles, works, {key: counts[key] for key in ("entries", "articles", "stories", "briefs", "published")}


def test_one_feed_three_times_with_new_guids_and_trackers(tmp_path: Path) -> None:
    clock = SetClock(NOW)
    with pressing(usual()) as press, newsroom(tmp_path, press, clock, WordEmbedder()) as tools:
        register(tools, press)
        run_once(tools)
        before = substance(tools)
        for round_ in range(3):
            for pieces in press.pieces.values():
                for piece in pieces:
                    piece.guid = f"{piece.slug}#{round_}"
            clock.advance(timedelta(days=1))
            run_once(tools)
            assert substance(tools) == before


def test_two_workers_on_one_archive(tmp_path: Path) -> None:
    alone, shared = tmp_path / "alone", tmp_path / "shared"
    for folder in (alone, shared):
        folder.mkdir()
    with pressing(usual()) as press:
        with newsroom(alone, press, embedder=WordEmbedder()) as tools:
            register(tools, press)
            run_once(tools)
            expected = substance(tools)
        with (
            newsroom(shared, press, embedder=WordEmbedder()) as first,
            newsroom(shared, press, embedder=WordEmbedder()) as second,
        ):
            register(first, press)
            errors: list[BaseException] = []

            def work(tools: Tools) -> None:
                try:
                    run_once(tools)
                except BaseException as error:  # noqa: BLE001  (told to the test, which fails on it)
                    errors.append(error)

            workers = [threading.Thread(target=work, args=(tools,)) for tools in (first, second)]
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join()
            assert errors == []
            run_once(first)
            assert substance(first) == expected
