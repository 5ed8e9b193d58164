"""What a reader finds within ten seconds, in every edition: who says so, where they disagree, what is new, what is a guess."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from prism.app.locales import all_locales, load_locale
from prism.editions import story_page
from prism.editions.covers import Ray, beams
from prism.editions.plots import Outlet, bands
from prism.editions.samples import sample_dossier, sample_frame
from prism.editions.samples.oddities import odd_dossiers
from prism.model import Citation, Dossier

TAGS = [locale.tag for locale in all_locales()]
ODD = sorted(odd_dossiers(load_locale("en")))


def _page(dossier: Dossier, tag: str) -> html.HtmlElement:
    return html.document_fromstring(story_page(dossier, sample_frame(load_locale(tag))).body.decode())


def _text(page: html.HtmlElement, xpath: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in page.xpath(xpath)]


@pytest.mark.parametrize("tag", TAGS)
def test_four_answers_stand_before_the_report_and_lead_to_more(tag: str) -> None:
    locale = load_locale(tag)
    page = _page(sample_dossier(locale), tag)
    cells = page.xpath("//ul[@class='glance']/li/a")
    assert _text(page, "//ul[@class='glance']/li/a/span") == [
        locale.say(f"glance.{name}") for name in ("who", "differ", "new", "guess")
    ]
    assert [cell.get("href") for cell in cells] == ["#coverage", "#disagreements", "#news", "#s-insight-2"]
    assert "14 ≠ 17" in cells[1].text_content()
    order = page.xpath("//ul[@class='glance'] | //section[@id='report']")
    assert order[0].get("class") == "glance"


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("name", ODD)
def test_every_link_within_an_odd_page_leads_somewhere(tag: str, name: str) -> None:
    page = _page(odd_dossiers(load_locale(tag))[name], tag)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in page.xpath("//a/@href[starts-with(., '#')]"):
        assert link[1:] in ids, link
    assert _text(page, "//h1")[0]
    graph = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text_content())
    article = graph[0]
    assert article["headline"]
    assert article["datePublished"] <= article["dateModified"]
    assert article["inLanguage"] == tag
    assert len(json.dumps(graph)) < 100_000


@pytest.mark.parametrize("tag", TAGS)
def test_what_is_in_question_is_said_even_where_nothing_is(tag: str) -> None:
    locale = load_locale(tag)
    page = _page(odd_dossiers(locale)["one"], tag)
    assert locale.say("glance.single") in _text(page, "//ul[@class='glance']/li[2]")[0]
    bare = _page(odd_dossiers(locale)["bare"], tag)
    assert locale.say("glance.none") in _text(bare, "//ul[@class='glance']/li[4]")[0]
    assert locale.say("glance.first") in _text(bare, "//ul[@class='glance']/li[3]")[0]


def test_many_reports_are_folded_but_for_those_in_the_readers_language() -> None:
    page = _page(odd_dossiers(load_locale("ko"))["sixty"], "ko")
    opened = page.xpath("//section[@id='coverage']/details[@open]/@data-lang")
    assert opened == ["ko"]
    assert len(page.xpath("//section[@id='coverage']//tbody/tr")) == 68


def test_the_history_shows_what_changed_word_by_word() -> None:
    page = _page(sample_dossier(load_locale("ko")), "ko")
    (gone,) = page.xpath("//section[@id='versions']//del/text()")
    assert "16" in gone
    assert [node.get("data-since") for node in page.xpath("//span[@data-since]")] == ["2", "2"]


def test_a_translation_is_shown_only_with_the_words_it_translates() -> None:
    dossier = sample_dossier(load_locale("en"))
    glosses = {Citation("a1", 2): "translated", Citation("a5", 1): "of a passage that may not be shown"}
    page = _page(replace(dossier, glosses=glosses), "en")
    shown = set(_text(page, "//span[@class='gloss']"))
    assert shown == {f"{load_locale('en').say('story.translation')} translated"}


@given(
    st.lists(
        st.builds(
            Outlet,
            source_id=st.text(max_size=3),
            name=st.text(max_size=3),
            language=st.sampled_from(["ko", "en", "ja", "fr", ""]),
            country=st.sampled_from(["KR", "US", ""]),
            owner=st.text(alphabet="abcdefghijkl", max_size=1),
            own=st.booleans(),
        ),
        max_size=40,
    )
)
def test_each_outlet_is_one_block_of_each_band(outlets: list[Outlet]) -> None:
    found = bands(outlets)
    assert len(found) == (3 if outlets else 0)
    for band in found:
        drawn = Counter[bool]()
        for _, hollow, path in band.paths:
            drawn[hollow] += path.count("M")
        assert drawn[True] == sum(not one.own for one in outlets)
        assert drawn.total() == len(outlets)
        assert sum(group.count for group in band.groups) + band.others == len(outlets)


@given(st.lists(st.builds(Ray, st.sampled_from(["ko", "en"]), st.integers(1, 30), st.integers(0, 10)), max_size=12))
def test_a_cover_stays_within_its_field(rays: list[Ray]) -> None:
    for beam in beams(rays):
        for point in f"{beam.inside} {beam.outside}".split():
            x, y = (float(number) for number in point.split(","))
            assert 0 <= x <= 640
            assert 0 <= y <= 300
