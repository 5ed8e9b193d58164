"""The page of a topic or a name: its stories by day, when it was in the news, what stands beside it, and its months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from prism.app.locales import load_locale
from prism.editions import changed_listing_pages, listing_pages
from prism.editions.samples import SAMPLE_TIME, sample_edition, sample_frame
from prism.editions.tagged import pulse_of
from prism.model import Edition, Tag, Teaser

TAG = Tag("named", "Port Meridia", "port-meridia")
PAGE = "en/tag/port-meridia/index.html"


def _edition(count: int, *, hours: int = 9) -> Edition:
    """So many stories of one tag, so many hours apart."""
    edition = sample_edition(load_locale("en"), count)
    told = [
        replace(one, tags=(TAG, *one.tags[:1]), event_at=SAMPLE_TIME - timedelta(hours=hours * place))
        for place, one in enumerate(edition.placements)
    ]
    return replace(edition, placements=tuple(told))


def _files(edition: Edition) -> dict[str, bytes]:
    return {file.path: file.body for file in listing_pages(edition, sample_frame(load_locale("en")))}


def _page(body: bytes) -> html.HtmlElement:
    return html.document_fromstring(body.decode())


def test_stories_stand_by_the_day_of_their_latest_report_newest_first() -> None:
    edition = _edition(20)
    page = _page(_files(edition)[PAGE])
    days = page.xpath("//ol[@class='line']/li/h2/time/@datetime")
    assert days == sorted({one.event_at.date().isoformat() for one in edition.placements}, reverse=True)
    shown = page.xpath("//ol[@class='line']//h3/a/@href")
    assert shown == [one.path for one in sorted(edition.placements, key=lambda one: one.event_at, reverse=True)]
    assert page.xpath("//*[@data-follow='named']")


def test_a_topic_and_a_name_say_what_they_are() -> None:
    edition = _edition(4)
    locale = load_locale("en")
    assert _page(_files(edition)[PAGE]).xpath("//p[@class='kicker']/text()")[0] == locale.say("tag.name")
    topic = replace(TAG, id="03000000")
    turned = tuple(replace(one, tags=(topic,)) for one in edition.placements)
    page = _page(_files(replace(edition, placements=turned))[PAGE])
    assert page.xpath("//p[@class='kicker']/text()")[0] == locale.say("tag.topic")


def test_months_hold_every_story_of_a_long_tag_and_a_short_one_has_none() -> None:
    assert not [path for path in _files(_edition(30)) if path.startswith("en/tag/port-meridia/2026")]
    edition = _edition(130, hours=12)
    files = _files(edition)
    page = _page(files[PAGE])
    months = page.xpath("//nav[@class='months']//a/@href")
    assert months == ["/en/tag/port-meridia/2026-11/", "/en/tag/port-meridia/2026-10/", "/en/tag/port-meridia/2026-09/"]
    listed = [
        link
        for month in months
        for link in _page(files[f"{month[1:]}index.html"]).xpath("//ul[@class='rows']//a/@href")
    ]
    assert sorted(listed) == sorted(one.path for one in edition.placements)
    assert len(page.xpath("//ol[@class='line']//h3")) == 60


@pytest.mark.parametrize("before", [20, 59, 60, 61, 90])
def test_months_are_made_when_they_are_first_needed_and_then_only_where_a_story_changed(before: int) -> None:
    edition = _edition(before + 2, hours=12)
    old = replace(edition, placements=edition.placements[2:])
    frame = sample_frame(load_locale("en"))
    some = {file.path: file.body for file in changed_listing_pages(edition, frame, old.placements)}
    every, earlier = _files(edition), _files(old)
    for path, body in every.items():
        assert some.get(path, earlier.get(path)) == body, path
    if before > 61:
        assert "en/tag/port-meridia/2026-10/index.html" not in some


def test_what_stands_beside_it_is_counted_in_its_stories() -> None:
    page = _page(_files(_edition(12))[PAGE])
    beside = page.xpath("//nav[@class='together']//li/a/@href")
    assert beside
    assert "/en/tag/port-meridia/" not in beside


@given(st.lists(st.dates(date(2020, 1, 1), date(2026, 12, 31)), max_size=60))
def test_a_pulse_has_at_most_sixty_bars_within_its_width(days: list[date]) -> None:
    days.sort(reverse=True)
    pulse = pulse_of(days)
    if len(set(days)) < 2:
        assert pulse is None
        return
    assert pulse
    starts = [int(bar.split()[0]) for bar in pulse.path.split("M")[1:]]
    assert len(starts) <= 60
    assert starts == sorted(set(starts))
    assert starts[0] == 0
    assert starts[-1] + 3 == pulse.width
    assert days.count(pulse.busiest) == pulse.most == max(map(days.count, days))


def test_one_story_alone_has_no_pulse_and_stays_out_of_search_engines() -> None:
    edition = sample_edition(load_locale("en"), 6)
    alone: Teaser = replace(edition.placements[2], tags=(Tag("x", "Alone", "alone"),))
    files = _files(replace(edition, placements=(alone, edition.placements[0])))
    page = _page(files["en/tag/alone/index.html"])
    assert not page.xpath("//figure")
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex, follow"]
