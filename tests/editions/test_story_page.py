"""The page of a story carries all that a reader needs to check it, in every edition."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from lxml import html

from prism.app.locales import all_locales, load_locale
from prism.editions import story_page
from prism.editions.samples import SAMPLE_TIME, sample_dossier, sample_frame, sample_teasers
from prism.languages import particle_slips
from prism.model import Action, Citation, Decision, Dossier, Frame, Kind, Moment, Passage, Rights, Use

TAGS = [locale.tag for locale in all_locales()]


def _frame(tag: str) -> Frame:
    return sample_frame(load_locale(tag), editions=tuple((one.tag, one.endonym) for one in all_locales()))


def _page(dossier: Dossier, frame: Frame) -> html.HtmlElement:
    return html.document_fromstring(story_page(dossier, frame).body.decode())


def _text(page: html.HtmlElement, xpath: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in page.xpath(xpath)]


@pytest.fixture(params=TAGS)
def tag(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_headline_dek_and_body_stand_as_written(tag: str) -> None:
    dossier = sample_dossier(load_locale(tag))
    page = _page(dossier, _frame(tag))
    assert _text(page, "//h1") == [dossier.brief.headline.text]
    shown = _text(page, "//span[contains(@class, 's ')]")
    brief = dossier.brief
    assert brief.insight
    wanted = [" ".join(s.text.split()) for s in (*brief.dek, *brief.body, *brief.insight.sentences)]
    assert shown == wanted


def test_every_sentence_leads_to_a_note_with_its_passages_and_back(tag: str) -> None:
    dossier = sample_dossier(load_locale(tag))
    page = _page(dossier, _frame(tag))
    articles = {article.id: article for article in dossier.articles}
    facts = {fact.id: fact for fact in dossier.facts.facts}
    for address, sentence in dossier.brief.sentences():
        mark = address.replace(".", "-")
        (note,) = page.xpath(f"//li[@id='e-{mark}']")
        assert page.xpath(f"//a[@href='#e-{mark}']"), f"nothing leads to the evidence of {address}"
        assert page.xpath(f"//*[@id='s-{mark}']")
        assert note.xpath(f".//a[@href='#s-{mark}']")
        for fact_id in sentence.facts:
            for citation in facts[fact_id].citations:
                article = articles[citation.article_id]
                said = note.xpath(f".//q[@lang='{article.language}' and @dir='auto']")
                assert article.text_of(citation.passage) in [q.text_content() for q in said]
                assert article.url in [a.get("href") for a in note.xpath(".//a")]


def test_what_machines_must_know(tag: str) -> None:
    page = _page(sample_dossier(load_locale(tag), editions=tuple(TAGS)), _frame(tag))
    assert page.get("lang") == tag
    metas = {meta.get("name"): meta.get("content") for meta in page.xpath("//meta[@name]")}
    assert metas["ai-generated"] == "true"
    assert metas["digital-source-type"].endswith("/digitalsourcetype/trainedAlgorithmicMedia")
    assert metas["prism:responsible"] == "Mina Hartog"
    assert metas["robots"].startswith("index")
    assert page.xpath("//link[@rel='canonical']/@href") == [f"https://news.example.org/{tag}/story/0sample0bridge00/"]
    assert page.xpath("//link[@rel='alternate'][@hreflang]/@hreflang") == TAGS
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert not page.xpath(
        "//script[not(@type='application/ld+json') and not(starts-with(@src, '/assets/'))] | //*[@style] | //style | //@*[starts-with(name(), 'on')]"
    )


def test_the_graph_says_what_it_is_based_on(tag: str) -> None:
    dossier = sample_dossier(load_locale(tag))
    page = _page(dossier, _frame(tag))
    graph: list[dict[str, Any]] = json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])
    article = graph[0]
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == dossier.brief.headline.text
    assert {one["url"] for one in article["isBasedOn"]} < {one["url"] for one in article["citation"]}
    assert article["correction"][0]["@type"] == "CorrectionComment"
    assert article["publisher"]["correctionsPolicy"].endswith(f"/{tag}/corrections/")
    assert article["hasPart"]["@type"] == "AnalysisNewsArticle"
    assert article["digitalSourceType"].startswith("http://cv.iptc.org/newscodes/digitalsourcetype/")
    assert graph[1]["@type"] == "BreadcrumbList"


def test_dates_are_there_in_the_editions_zone() -> None:
    page = _page(sample_dossier(load_locale("ko")), _frame("ko"))
    assert ("2026-11-22T06:05:00+00:00", "2026년 11월 22일 15:05") in [
        (time.get("datetime"), time.text_content()) for time in page.xpath("//time")
    ]


def test_each_insight_sentence_says_in_words_whether_it_infers(tag: str) -> None:
    dossier, locale = sample_dossier(load_locale(tag)), load_locale(tag)
    assert dossier.brief.insight
    labels = _text(_page(dossier, _frame(tag)), "//section[@id='insight']//b")
    assert labels == [locale.say(f"kind.{s.kind.value}") for s in dossier.brief.insight.sentences]
    assert locale.say("kind.inferred") in labels
    assert Kind.INFERRED in {s.kind for s in dossier.brief.insight.sentences}


def test_coverage_marks_copies_and_disagreements_name_who_says_what() -> None:
    page = _page(sample_dossier(load_locale("en")), _frame("en"))
    assert "Wire copy of The Meridian Post" in _text(page, "//section[@id='coverage']//*[@class='flag']")
    sides = page.xpath("//section[@id='disagreements']//div[@class='sides']/div")
    assert [_text(side, "./p/bdi") + _text(side, ".//cite") for side in sides] == [
        ["14", "The Meridian Post", "晨江日报"],
        ["17", "青葉新聞", "한빛일보"],
    ]


def test_a_link_only_article_shows_its_title_and_no_more() -> None:
    dossier = sample_dossier(load_locale("en"))
    closed = tuple(replace(a, rights=replace(a.rights, use=Use.LINK)) for a in dossier.articles)
    body = story_page(replace(dossier, articles=closed), _frame("en")).body.decode()
    page = html.document_fromstring(body)
    quoted = _text(page, "//section[@id='evidence']//q")
    titles = {" ".join(article.title.split()) for article in closed}
    assert set(quoted) <= titles
    assert "Frachter rammt Solveig-Brücke in Port Meridia" in body


def test_an_excerpt_is_shown_only_where_a_sentence_rests_on_it() -> None:
    dossier = sample_dossier(load_locale("ko"))
    articles = tuple(
        replace(a, rights=Rights(Use.EXCERPT, a.rights.basis, "", a.rights.seen_at)) if a.id == "a5" else a
        for a in dossier.articles
    )
    page = _page(replace(dossier, articles=articles), _frame("ko"))
    assert not [q for q in _text(page, "//section[@id='disagreements']//q") if "货轮" in q]


def test_one_outlet_alone_is_kept_out_of_search_engines() -> None:
    dossier = sample_dossier(load_locale("ko"))
    alone = replace(dossier, articles=tuple(a for a in dossier.articles if a.source_id in {"meridian", "harborwire"}))
    assert _page(alone, _frame("ko")).xpath("//meta[@name='robots']/@content") == ["noindex, follow"]


def test_a_withdrawn_brief_says_so_at_its_address(tag: str) -> None:
    dossier = sample_dossier(load_locale(tag))
    decision = Decision(dossier.brief.id, 2, Action.WITHDRAW, "policy", "", SAMPLE_TIME)
    page = _page(replace(dossier, decision=decision), _frame(tag))
    assert load_locale(tag).say("story.withdrawn") in _text(page, "//main//h2")[0]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex, follow"]


def test_corrections_and_news_stand_above_the_body(tag: str) -> None:
    page = _page(sample_dossier(load_locale(tag)), _frame(tag))
    headings = page.xpath("//div[@class='main']/section[1]//h2/text()")
    assert headings[0].strip() == load_locale(tag).say("story.corrected")
    assert page.xpath("//div[@class='main']/section")[2].get("id") == "report"


def test_related_stories_never_repeat_a_story() -> None:
    locale = load_locale("ko")
    dossier = sample_dossier(locale)
    other, second = sample_teasers(locale)[1:3]
    same = replace(other, story_id=dossier.story.id)
    gone = replace(second, withdrawn=True)
    page = _page(replace(dossier, related=(same, other, other, gone)), _frame("ko"))
    assert page.xpath("//section[@class='related']//h3/a/@href") == [other.path]


def test_an_error_can_be_reported_with_page_and_version() -> None:
    page = _page(sample_dossier(load_locale("ko")), _frame("ko"))
    (link,) = page.xpath("//section[@id='made']//a[starts-with(@href, 'mailto:')]/@href")
    assert link.startswith("mailto:desk@example.org?subject=")
    assert "0sample0bridge00" in link


def test_korean_particles_hold_after_rendering() -> None:
    page = _page(sample_dossier(load_locale("ko")), _frame("ko"))
    for sentence in _text(page, "//span[contains(@class, 's ')]"):
        assert not particle_slips(sentence), sentence


def test_the_page_depends_on_its_dossier_alone() -> None:
    dossier, frame = sample_dossier(load_locale("ja")), _frame("ja")
    assert story_page(dossier, frame) == story_page(dossier, frame)
    later = replace(dossier, updated_at=dossier.updated_at + timedelta(hours=1))
    assert story_page(later, frame) != story_page(dossier, frame)


def test_what_nothing_rests_on_is_shown_within_the_limits_of_copying() -> None:
    dossier = sample_dossier(load_locale("en"))
    long = replace(dossier.articles[5], passages=tuple(Passage(n, f"Sentence number {n} of it.") for n in range(1, 31)))
    moments = tuple(Moment(SAMPLE_TIME, "event", Citation(long.id, n), day_only=True) for n in range(1, 9))
    articles = tuple(long if article.id == long.id else article for article in dossier.articles)
    page = _page(replace(dossier, articles=articles, story=replace(dossier.story, timeline=moments)), _frame("en"))
    shown = _text(page, "//section[@id='timeline']//q")
    assert len([text for text in shown if text.startswith("Sentence number")]) == 3
    assert shown.count(" ".join(long.title.split())) == 1  # the other four name the place, and don't repeat the title
    assert len(_text(page, "//section[@id='timeline']//li")) == 8


@pytest.mark.parametrize("tag", ["ko", "en", "ja"])  # in each an outlet that may be quoted
def test_what_readers_can_read_comes_first_in_each_note(tag: str) -> None:
    page = _page(sample_dossier(load_locale(tag)), _frame(tag))
    mixed = 0
    for note in page.xpath("//ol[@class='notes']/li"):
        foreign = [one.get("data-lang") != tag for one in note.xpath(".//blockquote")]
        assert foreign == sorted(foreign)
        mixed += len(set(foreign)) > 1
    assert mixed
