"""What lists stories: each story once, in place, and every page that a page points at is there."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import fastfeedparser
import pytest
from lxml import etree, html

from prism.app.locales import all_locales, load_locale
from prism.editions import changed_listing_pages, listing_pages, site_pages, story_page, teaser
from prism.editions.catalogue import shown
from prism.editions.samples import sample_dossier, sample_edition, sample_frame, sample_teasers
from prism.model import SECTIONS, Edition, Frame, Importance, OutputFile, Tag

SM = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "n": "http://www.google.com/schemas/sitemap-news/0.9"}
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(params=[locale.tag for locale in all_locales()])
def frame(request: pytest.FixtureRequest) -> Frame:
    return _frame(str(request.param))


def _frame(tag: str) -> Frame:
    return sample_frame(load_locale(tag), editions=tuple((one.tag, one.endonym) for one in all_locales()))


def _files(edition: Edition, frame: Frame) -> dict[str, OutputFile]:
    found = list(listing_pages(edition, frame))
    assert len({file.path for file in found}) == len(found), "two files of one path"
    return {file.path: file for file in found}


def _texts(file: OutputFile, xpath: str, namespaces: dict[str, str] | None = None) -> list[str]:
    found = etree.fromstring(file.body).xpath(xpath, namespaces=namespaces)
    assert isinstance(found, list)
    return [str(one) for one in found]


def _html(file: OutputFile) -> html.HtmlElement:
    return html.document_fromstring(file.body.decode())


def test_every_internal_link_leads_somewhere() -> None:
    frames = [_frame(locale.tag) for locale in all_locales()]
    files: dict[str, OutputFile] = {}
    for frame in frames:
        edition = sample_edition(frame.locale)
        files |= _files(edition, frame)
        dossier = sample_dossier(frame.locale, editions=tuple(tag for tag, _ in frame.editions))
        page = story_page(dossier, frame)
        files[page.path] = page
        for one in edition.placements:
            files.setdefault(one.path.lstrip("/") + "index.html", page)
    files |= {file.path: file for file in site_pages(frames, [sample_edition(frame.locale) for frame in frames])}
    for file in list(files.values()):
        if not file.path.endswith(".html"):
            continue
        page_html = _html(file)
        for link in page_html.xpath("//@href | //@src"):
            if not link.startswith("/"):
                continue
            target = link.split("#")[0].lstrip("/")
            target = target + "index.html" if not target or target.endswith("/") else target
            assert target in files, f"{file.path} points at {link}"
        ids = page_html.xpath("//@id")
        assert len(ids) == len(set(ids)), f"ids of {file.path}"
        for link in page_html.xpath("//a/@href[starts-with(., '#')]"):
            assert link[1:] in ids, f"{file.path} points at {link}"


def test_the_front_page_shows_each_story_once_as_a_card(frame: Frame) -> None:
    edition = sample_edition(frame.locale)
    doubled = replace(edition, placements=(*edition.placements, edition.placements[1]))
    page = _html(_files(doubled, frame)[f"{frame.locale.tag}/index.html"])
    cards = page.xpath("//article//h2/a/@href | //article//h3/a/@href")
    assert len(cards) == len(set(cards)) == len(edition.placements)
    assert cards[0] == edition.placements[0].path


def test_withdrawn_stories_stand_in_no_listing(frame: Frame) -> None:
    edition = sample_edition(frame.locale)
    gone = replace(edition.placements[2], withdrawn=True)
    files = _files(replace(edition, placements=(*edition.placements[:2], gone, *edition.placements[3:])), frame)
    for path, file in files.items():
        assert gone.path.encode() not in file.body, path


def test_an_empty_edition_is_whole_and_says_so(frame: Frame) -> None:
    empty = replace(sample_edition(frame.locale), placements=(), cards=(), corrections=(), sources=())
    files = _files(empty, frame)
    page = _html(files[f"{frame.locale.tag}/index.html"])
    assert frame.locale.say("list.empty_edition") in page.text_content()
    assert {f"{frame.locale.tag}/section/{section}/index.html" for section in SECTIONS} <= set(files)


def test_a_merged_story_leads_on(frame: Frame) -> None:
    tag = frame.locale.tag
    page = _html(_files(sample_edition(frame.locale), frame)[f"{tag}/story/0sample0merged00/index.html"])
    new = f"/{tag}/story/0sample0bridge00/"
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={new}"]
    assert page.xpath("//link[@rel='canonical']/@href") == [f"https://news.example.org{new}"]
    assert page.xpath(f"//main//a[@href='{new}']")


@pytest.mark.parametrize(
    "bad", ["//evil.example/", "/\\evil.example/", "https://evil.example/", "/ko/\t/", "javascript:x"]
)
def test_a_redirect_never_leaves_the_site(bad: str) -> None:
    edition = replace(sample_edition(load_locale("ko")), redirects=(("/ko/story/old/", bad),))
    with pytest.raises(ValueError, match="not a path of this site"):
        list(listing_pages(edition, _frame("ko")))


def test_feeds_agree_and_keep_their_ids(frame: Frame) -> None:
    files = _files(sample_edition(frame.locale), frame)
    tag = frame.locale.tag
    feed: dict[str, Any] = json.loads(files[f"{tag}/feed.json"].body)
    ids = [item["id"] for item in feed["items"]]
    assert ids == _texts(files[f"{tag}/atom.xml"], "//a:entry/a:id/text()", ATOM)
    assert ids == _texts(files[f"{tag}/rss.xml"], "//item/guid/text()")
    assert len(ids) == len(set(ids)) == len(sample_edition(frame.locale).placements)
    again = _files(_later(sample_edition(frame.locale)), frame)
    assert set(ids) == {item["id"] for item in json.loads(again[f"{tag}/feed.json"].body)["items"]}


def _later(edition: Edition) -> Edition:
    """The same stories in new versions, under new headlines."""
    changed = tuple(replace(t, version=t.version + 1, headline=t.headline + "!") for t in edition.placements)
    return replace(edition, placements=changed)


def test_feeds_carry_the_full_text_the_mark_and_corrections(frame: Frame) -> None:
    tag, locale = frame.locale.tag, frame.locale
    files = _files(sample_edition(locale), frame)
    item = json.loads(files[f"{tag}/section/disaster/feed.json"].body)["items"][0]
    dossier = sample_dossier(locale)
    text = "".join(str(part) for part in html.document_fromstring(f"<div>{item['content_html']}</div>").itertext())
    assert locale.say("ai.label") in text
    assert dossier.brief.body[-1].text in text
    assert dossier.corrections[0].what_is in text
    assert item["_prism"]["ai_generated"] is True
    categories = _texts(files[f"{tag}/section/disaster/rss.xml"], "//item[1]/category/text()")
    assert "trainedAlgorithmicMedia" in categories


def test_feeds_are_read_by_a_feed_reader(frame: Frame) -> None:
    files = _files(sample_edition(frame.locale), frame)
    for name in ("rss.xml", "atom.xml", "feed.json"):
        parsed = fastfeedparser.parse(files[f"{frame.locale.tag}/{name}"].body)
        assert len(parsed.entries) == len(sample_edition(frame.locale).placements)
        assert parsed.entries[0].link.startswith("https://news.example.org/")


def test_every_listing_has_its_three_feeds(frame: Frame) -> None:
    files = _files(sample_edition(frame.locale), frame)
    for path, file in files.items():
        for link in _html(file).xpath("//link[@rel='alternate'][@type]/@href") if path.endswith(".html") else ():
            assert link.lstrip("/") in files


def test_site_maps_hold_strong_stories_and_the_news_of_two_days(frame: Frame) -> None:
    edition = sample_edition(frame.locale, 80)
    weak = replace(edition.placements[3], outlets=("hanbit",))
    edition = replace(edition, placements=(*edition.placements[:3], weak, *edition.placements[4:]))
    files = _files(edition, frame)
    tag = frame.locale.tag
    every = _texts(files[f"{tag}/sitemap-1.xml"], "//s:loc/text()", SM)
    stories = [loc for loc in every if "/story/" in loc]
    assert len(stories) == len(edition.placements) - 1
    assert f"https://news.example.org{weak.path}" not in stories
    assert 0 < len(_texts(files[f"{tag}/sitemap-news.xml"], "//n:title/text()", SM)) < len(stories)


def test_one_teaser_from_a_dossier(frame: Frame) -> None:
    found = teaser(sample_dossier(frame.locale), importance=Importance(0.5, ()))
    assert "harborwire" not in found.outlets, "a wire copy is no outlet of its own"
    assert found.article_count == 8
    assert found.paragraphs
    assert found.corrected


def test_tags_of_one_address_share_a_page() -> None:
    locale = load_locale("ko")
    edition = sample_edition(locale)
    odd = Tag("other-id", "../../포트메리디아", "../../etc/passwd")
    edition = replace(edition, placements=(replace(edition.placements[0], tags=(*edition.placements[0].tags, odd)),))
    for path in _files(edition, _frame("ko")):
        assert ".." not in path
        assert path.startswith("ko/")


def test_an_unchanged_listing_keeps_its_bytes(frame: Frame) -> None:
    one = _files(sample_edition(frame.locale), frame)
    assert one == _files(sample_edition(frame.locale), frame)
    later = replace(sample_edition(frame.locale), published_at=sample_edition(frame.locale).placements[0].updated_at)
    same = [path for path, file in _files(later, frame).items() if file == one[path]]
    assert len(same) >= len(one) - 2


def test_the_root_lets_the_reader_choose() -> None:
    frames = [_frame(locale.tag) for locale in all_locales()]
    files = {file.path: file for file in site_pages(frames)}
    page = _html(files["index.html"])
    for frame in frames:
        (link,) = page.xpath(f"//a[@href='/{frame.locale.tag}/']")
        assert frame.locale.endonym in link.text_content()
    assert "https://news.example.org/sitemap.xml" in files["robots.txt"].body.decode()
    assert len(_texts(files["sitemap.xml"], "//s:loc/text()", SM)) == 2 * len(frames)
    assert "404.html" in files


def test_shown_keeps_the_editions_order() -> None:
    teasers = sample_teasers(load_locale("en"), 5)
    edition = replace(sample_edition(load_locale("en")), placements=teasers)
    assert shown(edition) == teasers


def test_changed_listings_are_all_that_differ_and_the_same_bytes(frame: Frame) -> None:
    before = sample_edition(frame.locale, 60)
    changed = replace(before.placements[7], headline="?", version=2, tags=before.placements[7].tags[:1])
    gone = replace(before.placements[9], withdrawn=True)
    fresh = replace(sample_teasers(frame.locale, 70)[69], section="sport")
    kept = [teaser for teaser in before.placements if teaser.story_id not in {changed.story_id, gone.story_id}]
    after = replace(before, placements=(fresh, changed, *kept, gone))
    some = {file.path: file for file in changed_listing_pages(after, frame, before.placements)}
    every, old = _files(after, frame), _files(before, frame)
    for path, file in every.items():
        assert some.get(path, old.get(path)) == file, path
    assert len(some) < len(every)


def test_without_a_change_few_listings_are_made(frame: Frame) -> None:
    edition = sample_edition(frame.locale, 60)
    some = list(changed_listing_pages(edition, frame, edition.placements))
    assert not [file for file in some if "/tag/" in file.path or "/section/" in file.path]


def test_a_tag_that_lost_its_last_story_says_so() -> None:
    edition = sample_edition(load_locale("ko"), 10)
    odd = replace(edition.placements[3], tags=(Tag("t", "외톨이", "외톨이"),))
    before = (*edition.placements[:3], odd, *edition.placements[4:])
    files = {file.path: file for file in changed_listing_pages(edition, _frame("ko"), before)}
    assert load_locale("ko").say("list.empty") in files["ko/tag/외톨이/index.html"].body.decode()
