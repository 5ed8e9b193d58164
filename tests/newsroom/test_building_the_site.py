"""Decisions become a site: only what changed, the same with any number of hands, and one bad page stops nothing."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest
from lxml import html
from tests.newsroom.stocked import put, site_of, stocked, story_id

from prism import editions
from prism.adapters.archive import open_archive
from prism.adapters.crew import ProcessCrew
from prism.app.pages import explained_page, page_of
from prism.model import OutputFile, PrismError
from prism.newsroom import publish, publishing, rooms
from prism.newsroom.links import Links, file_of, links_of

STORIES = 7


def page(number: int, tag: str = "ko") -> str:
    return f"{tag}/story/{story_id(number)}/index.html"


def times(folder: Path) -> dict[str, int]:
    site = (folder / "site").resolve()
    return {str(path.relative_to(site)): path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def test_small_builds_give_the_same_bytes_as_one_of_everything(tmp_path: Path) -> None:
    with stocked(tmp_path, "ko", "en", stories=STORIES) as tools:
        publish(tools)
        for number in range(STORIES, STORIES + 3):
            put(tools.archive, "ko", number)
            publish(tools)
        put(tools.archive, "ko", 2, version=2)
        publish(tools)
        grown = site_of(tmp_path)
        # Pages of older stories may name others as related than they would if they were made now: only those differ.
        publish(tools, everything=True)
        whole = site_of(tmp_path)
    differing = {path for path in grown if grown[path] != whole.get(path)}
    assert all("/story/" in path for path in differing)
    assert grown.keys() == whole.keys()


def test_a_new_brief_touches_only_what_shows_it(tmp_path: Path) -> None:
    with stocked(tmp_path, "ko", "en", stories=STORIES) as tools:
        publish(tools)
        before = times(tmp_path)
        put(tools.archive, "ko", 4, version=2)
        changed = publish(tools)
        after = times(tmp_path)
    touched = {path for path in after if after[path] != before.get(path)}
    assert len(touched) == changed
    assert page(4) in touched
    assert not [path for path in touched if path.startswith("en/")], "the other edition has nothing new"
    assert not [
        path for path in touched if "/story/" in path and not path.startswith(page(4).removesuffix("index.html"))
    ]
    assert "ko/tag/town-4/index.html" in touched
    assert "ko/tag/town-3/index.html" not in touched


def test_another_process_may_build_in_between(tmp_path: Path) -> None:
    with stocked(tmp_path, "ko", stories=2) as ours, stocked(tmp_path, "ko") as theirs:
        publish(ours)
        put(theirs.archive, "ko", 8)
        publish(theirs)
        put(ours.archive, "ko", 9)
        publish(ours)
        assert story_id(8).encode() in (tmp_path / "site" / "ko" / "index.html").read_bytes()
        assert story_id(9).encode() in (tmp_path / "site" / "ko" / "index.html").read_bytes()


def test_nothing_due_is_nothing_done(tmp_path: Path) -> None:
    with stocked(tmp_path, "ko", stories=1) as tools:
        assert publish(tools) > 0
        standing = os.readlink(tmp_path / "site")
        assert publish(tools) == 0
        assert publish(tools, everything=True) == 0, "the same bytes"
        assert os.readlink(tmp_path / "site") == standing


def test_many_hands_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with stocked(tmp_path / "one", "ko", stories=STORIES) as tools:
        publish(tools)
    for module in (publishing, rooms):
        monkeypatch.setattr(module, "MANY", 2)
        monkeypatch.setattr(module, "AT_ONCE", 2)
    path = tmp_path / "two" / "prism.db"
    with stocked(tmp_path / "two", "ko", stories=STORIES) as tools:
        crew = ProcessCrew(tools.archive, partial(open_archive, path), hands=2)
        object.__setattr__(tools, "crew", crew)
        publish(tools)
    assert site_of(tmp_path / "one") == site_of(tmp_path / "two")


def test_a_page_that_fails_names_its_brief_and_leaves_the_old_one(tmp_path: Path) -> None:
    with stocked(tmp_path, "ko", stories=3) as tools:
        publish(tools)
        old = site_of(tmp_path)[page(1)]
        broken = put(tools.archive, "ko", 1, version=2, section="no such section")
        unseen = put(tools.archive, "ko", 5, section="no such section")
        put(tools.archive, "ko", 2, version=2)
        publish(tools)
        site = site_of(tmp_path)
        assert site[page(1)] == old
        assert "2.2" in site[page(2)].decode(), "the others are made"
        assert page(5) not in site
        assert not [path for path, body in site.items() if story_id(5).encode() in body], "nothing leads to it"
        failures = {failure.subject_id: failure for failure in tools.archive.failures() if failure.stage == "publish"}
        assert failures.keys() == {broken.id, unseen.id}
        assert "no such section" in failures[broken.id].error
        publish(tools, everything=True)
        assert site_of(tmp_path)[page(1)] == old, "in a build of everything too"
        put(tools.archive, "ko", 1, version=3)
        publish(tools)
        assert "1.3" in site_of(tmp_path)[page(1)].decode()
        left = {failure.subject_id for failure in tools.archive.failures()}
        assert left == {unseen.id}, "what is well again is forgotten, what is not is tried again"


def test_listings_that_fail_leave_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with stocked(tmp_path, "ko", stories=1) as tools:
        publish(tools)
        before = site_of(tmp_path)
        put(tools.archive, "ko", 3)

        def fails(*_: object, **__: object) -> list[OutputFile]:
            raise KeyError("site.tagline")

        with monkeypatch.context() as patch:
            patch.setattr(editions, "changed_listing_pages", fails)
            with pytest.raises(PrismError, match=r"listings of the edition.*site.tagline"):
                publish(tools)
        assert site_of(tmp_path) == before
        assert publish(tools) > 0
        assert page(3) in site_of(tmp_path)


def test_all_links_of_a_site_lead_somewhere(tmp_path: Path) -> None:
    with stocked(tmp_path, "ko", "en", stories=STORIES) as tools:
        publish(tools)
        assert not tools.archive.failures()
    site = site_of(tmp_path)
    html = {path: body for path, body in site.items() if path.endswith(".html")}
    assert sum(1 for body in html.values() for _ in links_of(body)) > 500
    assert {file_of(link) for body in html.values() for link in links_of(body)} <= site.keys()


def test_a_link_that_leads_nowhere_names_its_page(tmp_path: Path) -> None:
    with stocked(tmp_path, "ko", stories=1) as tools:
        publish(tools)
        body = b'<a class="x" href="/ko/">ok</a> <a href="/ko/gone/?a#b">no</a> <a href="//other.example/">out</a>'
        known: set[str] = set()
        watch = Links(known)
        assert len(list(watch.watched([OutputFile("ko/x.html", "text/html", body)]))) == 1
        assert list(watch.broken(tools.site)) == [("ko/x.html", "/ko/gone/")]
        assert known == {"/ko/"}


def test_a_page_says_what_it_is_made_of_and_why_it_changed(tmp_path: Path) -> None:
    with stocked(tmp_path, "ko", stories=3) as tools:
        publish(tools)
        put(tools.archive, "ko", 1, version=2)
        put(tools.archive, "ko", 6)
        publish(tools)

        def told(wanted: str) -> str:
            file = page_of(tools.site, wanted, "https://news.example.org")
            return "\n".join(explained_page(tools.archive, tools.site, file)) if file else ""

        tag = told("/ko/tag/town-1/")
        assert f"{story_id(1)} (version 2)" in tag
        assert "shows or leads to 1 stories" in tag
        assert told("https://news.example.org/ko/tag/town-1/") == tag
        assert told("site/ko/tag/town-1/index.html") == tag
        front = told("/ko/")
        assert f"{story_id(6)} (new)" in front
        assert "all pages were made anew" in told("/ko/tag/town-2/")
        coverage = told("/ko/coverage/")
        assert f"{story_id(6)} (new)" in coverage
        assert "stories changed" in coverage
        (day,) = {path.split("/")[2] for path in site_of(tmp_path) if path.startswith("ko/edition/")}
        assert f"{story_id(1)} (version 2)" in told(f"/ko/edition/{day}/")
        feed = told("/ko/tag/town-1/rss.xml")
        assert f"{story_id(1)} (version 2)" in feed
        assert told("/ko/nothing/") == told("/../prism.db") == ""


def test_one_shared_name_relates_stories_of_one_section_only(tmp_path: Path) -> None:
    with stocked(tmp_path, "ko", stories=1) as tools:
        put(tools.archive, "ko", 3, section="sport")
        put(tools.archive, "ko", 6)
        publish(tools)
    shown = site_of(tmp_path)
    related = html.document_fromstring(shown[page(0)]).xpath("//section[@class='related']//h3/a/@href")
    assert related == [f"/ko/story/{story_id(6)}/"]
    assert b'class="related"' not in shown[page(3)]
