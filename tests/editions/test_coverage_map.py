"""The coverage map: every outlet has its place, every figure can be counted again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from prism.app.locales import all_locales, load_locale
from prism.editions import listing_pages
from prism.editions.coverage import coverage_of
from prism.editions.samples import SAMPLE_TIME, sample_edition, sample_frame, sample_sources, sample_teasers
from prism.model import SECTIONS, Source, Teaser

SOURCES = tuple(source for source, _ in sample_sources())
IDS = [source.id for source in SOURCES]
ONE = sample_teasers(load_locale("en"), 2)[1]


def _html(body: bytes) -> html.HtmlElement:
    return html.document_fromstring(body.decode())


def _told(*outlets: str, section: str = "world", hours: float = 0) -> Teaser:
    return replace(ONE, outlets=outlets, section=section, event_at=SAMPLE_TIME - timedelta(hours=hours))


def test_a_country_counts_a_story_once_however_many_of_its_outlets_tell_it() -> None:
    stories = [_told("hanbit", "saebyeok"), _told("saebyeok", "aoba", section="sport", hours=1), _told("aoba", hours=2)]
    found = coverage_of(stories, SOURCES, SECTIONS)
    assert found
    korea, japan = found.countries[:2]
    assert {korea.code, japan.code} == {"KR", "JP"}
    by_code = {one.code: one for one in found.countries}
    assert by_code["KR"].stories == by_code["JP"].stories == 2
    assert by_code["KR"].only == by_code["JP"].only == 1
    assert {one.source.id: (one.stories, one.alone) for one in by_code["KR"].reporters} == {
        "hanbit": (1, 0),
        "saebyeok": (2, 0),
    }
    assert found.widest == ((stories[1], ("KR", "JP")),)
    assert by_code["KR"].sections[SECTIONS.index("sport")] == 1


def test_only_the_last_seven_days_are_counted() -> None:
    found = coverage_of([_told("aoba"), _told("aoba", hours=167), _told("aoba", hours=169)], SOURCES, SECTIONS)
    assert found
    assert found.stories == 2
    assert coverage_of([], SOURCES, SECTIONS) is None


def test_outlets_of_unknown_country_stand_last_and_those_that_tell_nothing_keep_their_place() -> None:
    unknown = Source("nowhere", "Nowhere", "https://nowhere.example/feed")
    found = coverage_of([_told("nowhere"), _told("nowhere", hours=1)], (*SOURCES, unknown), SECTIONS)
    assert found
    assert found.countries[-1].code == ""
    assert found.countries[-1].stories == 2
    assert sum(len(one.reporters) for one in found.countries) == len(SOURCES) + 1


@given(
    st.lists(
        st.builds(
            lambda told, section: _told(*told, section=section),
            st.sets(st.sampled_from([*IDS, "gone"])),
            st.sampled_from(SECTIONS),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_figures_add_up(stories: list[Teaser]) -> None:
    found = coverage_of(stories, SOURCES, SECTIONS)
    assert found
    for country in found.countries:
        assert sum(country.sections) == country.stories <= len(stories)
        assert country.only <= country.stories <= sum(one.stories for one in country.reporters)
        assert all(0 <= shade <= 4 for shade in country.shades)
        assert sum(path.count("M") for _, path in country.paths) == len(country.reporters)


@pytest.mark.parametrize("tag", [locale.tag for locale in all_locales()])
def test_its_page_leads_to_every_outlet_and_stands_on_the_front_page(tag: str) -> None:
    locale = load_locale(tag)
    files = {file.path: file.body for file in listing_pages(sample_edition(locale, 40), sample_frame(locale))}
    page = _html(files[f"{tag}/coverage/index.html"])
    assert {f"/{tag}/source/{one}/" for one in IDS} <= set(page.xpath("//main//a/@href"))
    tiles = page.xpath("//ul[@class='tiles']/li/a/@href")
    assert {tile[1:] for tile in tiles} <= set(page.xpath("//@id"))
    assert f'href="/{tag}/coverage/"'.encode() in files[f"{tag}/index.html"]
    for row in page.xpath("//table[@class='grid']/tbody/tr"):
        assert len(row.xpath("td")) == len(SECTIONS)
