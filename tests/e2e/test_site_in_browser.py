"""The site in a real browser, without JavaScript: narrow and wide, light and dark, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.e2e.browsing import MARKS, serving

from prism.adapters.sitestores import FolderSiteStore
from prism.app.locales import all_locales
from prism.editions import listing_pages, site_pages, story_page
from prism.editions.samples import sample_dossier, sample_edition, sample_frame
from prism.model import OutputFile

TAGS = [locale.tag for locale in all_locales()]
STORY = "story/0sample0bridge00/"
PAGES = [
    *("", STORY, "section/disaster/", "tag/port-meridia/", "source/hanbit/", "about/", "ai/", "corrections/"),
    *("sources/", "tags/", "waiting/", "archive/", "archive/2026-11-22/", "404.html"),
]
pytestmark = MARKS


def _files() -> Iterator[OutputFile]:
    editions = tuple((locale.tag, locale.endonym) for locale in all_locales())
    frames = [sample_frame(locale, editions=editions) for locale in all_locales()]
    for frame in frames:
        yield story_page(sample_dossier(frame.locale, editions=tuple(TAGS)), frame)
        yield from listing_pages(sample_edition(frame.locale), frame)
    yield from site_pages(frames, [sample_edition(locale) for locale in all_locales()])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("site")
    FolderSiteStore(root).publish(_files(), keep=False)
    with serving(root / "site") as address:
        yield address


def _open(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("response", lambda response: complaints.append(response.url) if response.status >= 400 else None)
    page.goto(address)
    return page, complaints


@pytest.mark.parametrize("tag", TAGS)
def test_no_page_scrolls_sideways_or_complains(site: str, browser: Browser, tag: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        for path in PAGES:
            page, complaints = _open(context, f"{site}/{tag}/{path}")
            width = page.evaluate("document.scrollingElement.scrollWidth")
            assert width <= 320, f"{tag}/{path} is {width} px wide"
            assert not complaints, f"{tag}/{path}: {complaints}"
            page.close()
        page, complaints = _open(context, f"{site}/")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
        assert not complaints


@pytest.mark.parametrize("width", [320, 1280])
def test_evidence_is_one_key_away_without_javascript(site: str, browser: Browser, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False) as context:
        page, _ = _open(context, f"{site}/ko/{STORY}")
        mark = page.locator("a[href='#e-body-1']")
        mark.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/#e-body-1")
        note = page.locator("#e-body-1")
        box = note.bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 800 + 1
        assert "17명이 병원으로 옮겨졌으며" in note.inner_text()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/#s-body-1")
        sentence = page.locator("#s-body-1").bounding_box()
        assert sentence
        assert 0 <= sentence["y"] <= 800


def test_the_first_key_offers_to_skip_to_the_text(site: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page, _ = _open(context, f"{site}/ko/{STORY}")
        page.keyboard.press("Tab")
        skip = page.locator("a.skip")
        box = skip.bounding_box()
        assert box
        assert box["y"] >= 0
        page.keyboard.press("Enter")
        page.wait_for_url("**/#main")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_reader_into_the_dark(site: str, browser: Browser, scheme: str) -> None:
    with browser.new_context() as context:
        page, _ = _open(context, f"{site}/en/")
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        red, green, blue = page.evaluate(
            "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)"
        )
        assert (red + green + blue < 150) is (scheme == "dark")


def test_foreign_passages_are_in_their_own_language_and_direction(site: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page, _ = _open(context, f"{site}/en/{STORY}")
        languages = set(page.locator("q.words").evaluate_all("nodes => nodes.map(node => node.lang + ' ' + node.dir)"))
        assert {"en auto", "ja auto", "ko auto"} <= languages
        page.goto(f"{site}/ko/{STORY}")
        wrap = page.evaluate("getComputedStyle(document.querySelector('.body p')).wordBreak")
        assert wrap == "keep-all"


def test_print_shows_the_evidence(site: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page, _ = _open(context, f"{site}/en/{STORY}#e-body-1")
        page.emulate_media(media="print")
        assert page.locator("#e-body-1").evaluate("node => getComputedStyle(node).position") == "static"
        assert page.locator(".masthead nav").first.is_hidden()
