"""The edition of a day can be finished: so many stories, so many minutes, an end; and why a story stands where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from lxml import html

from prism.app.locales import all_locales, load_locale
from prism.desk.importance import HALF_LIFE_HOURS
from prism.editions import changed_listing_pages, listing_pages
from prism.editions.daily import IN_AN_EDITION, daily, days_of
from prism.editions.layout import layout_of
from prism.editions.ranking import reasons_of, worth
from prism.editions.samples import SAMPLE_TIME, sample_edition, sample_frame
from prism.editions.voice import Voice
from prism.model import Edition, Weight

TAGS = [locale.tag for locale in all_locales()]


def _html(body: bytes) -> html.HtmlElement:
    return html.document_fromstring(body.decode())


def _weighed(tag: str, count: int = 60, hours: int = 2) -> Edition:
    edition = sample_edition(load_locale(tag), count)
    told = [
        replace(
            one,
            published_at=SAMPLE_TIME - timedelta(hours=hours * place),
            weights=(
                Weight("coverage", 1.0 + place % 7, ("4", "2")),
                Weight("freshness", 27_000 - place, ((SAMPLE_TIME - timedelta(hours=place)).isoformat(),)),
            ),
        )
        for place, one in enumerate(edition.placements)
    ]
    return replace(edition, placements=tuple(told))


def _files(edition: Edition) -> dict[str, bytes]:
    frame = sample_frame(load_locale(edition.locale))
    return {file.path: file.body for file in listing_pages(edition, frame)}


@pytest.mark.parametrize("tag", TAGS)
def test_every_story_stands_in_one_edition_at_most_and_what_matters_most_comes_first(tag: str) -> None:
    edition = _weighed(tag)
    layout = layout_of(edition, sample_frame(load_locale(tag)), touched=None)
    days = days_of(layout)
    seen: list[str] = []
    for day in days:
        found = daily(layout, days, day)
        assert 1 <= len(found.stories) <= IN_AN_EDITION
        assert [worth(one) for one in found.stories] == sorted(map(worth, found.stories), reverse=True)
        left = {one.story_id for one in days[day]} - {one.story_id for one in found.stories}
        assert len(left) == found.others
        assert all(worth(one) <= worth(found.stories[-1]) for one in days[day] if one.story_id in left)
        assert found.minutes >= 1
        seen += [one.story_id for one in found.stories]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("tag", TAGS)
def test_an_edition_has_an_end_that_leads_to_the_one_before(tag: str) -> None:
    locale, files = load_locale(tag), _files(_weighed(tag))
    front = _html(files[f"{tag}/index.html"])
    (path,) = front.xpath("//p[@class='daily']/a/@href")
    read = 0
    while path:
        page = _html(files[f"{path[1:]}index.html"])
        assert locale.say("daily.end") in page.xpath("//section[@class='end']")[0].text_content()
        assert page.xpath("//ol[@class='numbered']/li//h2/a")
        read += 1
        path = next(iter(page.xpath("//section[@class='end']//a[contains(@href, '/edition/')]/@href")), "")
    archive = _html(files[f"{tag}/archive/index.html"])
    assert read == len(archive.xpath("//ul[@class='days']//a[contains(@href, '/edition/')]"))


def test_a_day_that_comes_or_goes_changes_the_edition_after_it() -> None:
    whole = _weighed("en", 30, hours=24)
    frame = sample_frame(load_locale("en"))
    for gone in (0, 5, 29):
        kept = replace(whole, placements=tuple(one for n, one in enumerate(whole.placements) if n != gone))
        for before, after in ((whole, kept), (kept, whole)):
            some = {file.path: file.body for file in changed_listing_pages(after, frame, before.placements)}
            old = _files(before)
            for path, body in _files(after).items():
                assert some.get(path, old.get(path)) == body, path
            assert sum("/edition/" in path for path in some) <= 2


@pytest.mark.parametrize("tag", TAGS)
def test_the_front_page_says_why_each_story_stands_where_it_stands(tag: str) -> None:
    files = _files(_weighed(tag))
    page = _html(files[f"{tag}/index.html"])
    cards = page.xpath("//article")
    assert len(page.xpath("//article/details[@class='why']")) == len(cards)
    assert all(len(one.xpath("ul/li")) == 2 for one in page.xpath("//details[@class='why']"))
    about = _html(files[f"{tag}/about/index.html"])
    assert about.xpath("//h2[@id='order']")
    assert b'class="why"' not in files[f"{tag}/section/world/index.html"]


@pytest.mark.parametrize("tag", TAGS)
def test_each_weight_has_words_and_points(tag: str) -> None:
    locale = load_locale(tag)
    weights = (
        Weight("coverage", 2.58, ("7", "3")),
        Weight("freshness", 27_000.0, (SAMPLE_TIME.isoformat(),)),
        Weight("disagreements", 0.12, ("1",)),
        Weight("home", 0.5, (locale.language,)),
        Weight("novelty", -0.5, ("2",)),
        Weight("wanted", 1.5, ("disaster", "Solveig")),
        Weight("unwanted", -3.0, ("15000000",)),
    )
    one = replace(sample_edition(locale).placements[0], weights=weights)
    found = reasons_of(one, Voice(sample_frame(locale)))
    points = [reason.points.replace(",", ".") for reason in found]
    assert points == ["+2.6", "", "+0.1", "+0.5", "−0.5", "+1.5", "−3"]
    assert locale.sections["disaster"] in found[5].text
    assert locale.topics["15000000"] in found[6].text
    assert worth(one) == pytest.approx(1.2)


@pytest.mark.parametrize("tag", TAGS)
def test_what_is_said_of_the_order_is_so(tag: str) -> None:
    assert f"{HALF_LIFE_HOURS:.0f}" in load_locale(tag).say("about.order.text")
