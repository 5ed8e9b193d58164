"""Story pages in a real browser, in every edition: evidence by touch and by key, odd stories, the reader's hand, what machines check.

axe-core and html-validate come from npm into `.node` (`scripts/ensure-page-checkers.sh`); without them their tests skip.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.e2e.browsing import MARKS, serving

from prism.adapters.sitestores import FolderSiteStore
from prism.app.locales import all_locales, load_locale
from prism.editions import listing_pages, site_pages, story_page
from prism.editions.samples import sample_dossier, sample_edition, sample_frame
from prism.editions.samples.oddities import odd_dossiers
from prism.model import Citation, OutputFile

ROOT = Path(__file__).parents[2]
AXE = ROOT / ".node/node_modules/axe-core/axe.min.js"
VALIDATOR = ROOT / ".node/node_modules/html-validate/bin/html-validate.mjs"
TAGS = [locale.tag for locale in all_locales()]
ODD = sorted(odd_dossiers(load_locale("en")))
STORY = "story/0sample0bridge00/"
GLOSS = {"en": "A container vessel.", "ko": "화물선이 교각에 부딪혔다.", "ja": "貨物船が橋脚に衝突した。"}
pytestmark = MARKS


def _odd_file(tag: str, name: str) -> OutputFile:
    locale = load_locale(tag)
    made = story_page(odd_dossiers(locale)[name], sample_frame(locale))
    return replace(made, path=f"{tag}/odd/{name}/index.html")


def _files() -> Iterator[OutputFile]:
    locales = all_locales()
    editions = tuple((locale.tag, locale.endonym) for locale in locales)
    frames = [sample_frame(locale, editions=editions) for locale in locales]
    for frame in frames:
        tag = frame.locale.tag
        dossier = sample_dossier(frame.locale, editions=tuple(TAGS))
        yield story_page(dossier, frame)
        glossed = replace(dossier, glosses={Citation("a5", 1): GLOSS.get(tag, "…"), Citation("a1", 2): "…"})
        yield replace(story_page(glossed, frame), path=f"{tag}/glossed/index.html")
        turned = replace(frame, locale=replace(frame.locale, direction="rtl"))
        yield replace(story_page(dossier, turned), path=f"{tag}/turned/index.html")
        yield from (_odd_file(tag, name) for name in ODD)
        yield from listing_pages(sample_edition(frame.locale), frame)
    yield from site_pages(frames, [sample_edition(locale) for locale in locales])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stories")
    FolderSiteStore(folder).publish(_files(), keep=False)
    return (folder / "site").resolve()


@pytest.fixture(scope="module")
def site(root: Path) -> Iterator[str]:
    with serving(root) as address:
        yield address


def _open(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", lambda response: complaints.append(response.url) if response.status >= 400 else None)
    page.goto(address)
    return page, complaints


def _wait_until(page: Page, promised: str) -> None:
    """Wait until a promise gives true: `wait_for_function` takes the promise itself for true."""
    for _ in range(150):
        if page.evaluate(promised):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"it did not come about: {promised}")


def _touch(page: Page, sentence: str) -> None:
    """Touch the first line of a sentence, which may begin in the middle of another's last line."""
    first = """id => { const node = document.getElementById(id); node.scrollIntoView({block: 'center', behavior: 'instant'});
        const [line] = node.getClientRects(); return [line.left + Math.min(6, line.width / 2), line.top + line.height / 2]; }"""
    page.mouse.click(*page.evaluate(first, sentence))


# -- evidence -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("width", [390, 1280])
def test_evidence_comes_to_its_sentence_by_touch(site: str, browser: Browser, tag: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 844}) as context:
        page, complaints = _open(context, f"{site}/{tag}/{STORY}")
        _touch(page, "s-body-1")
        card = page.locator(".evidence")
        box, said = card.bounding_box(), page.locator("#s-body-1").bounding_box()
        assert box
        assert said
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 845
        assert said["y"] >= 0
        assert said["y"] + said["height"] <= 845
        apart = box["y"] >= said["y"] + said["height"] or box["x"] >= said["x"] + said["width"]
        assert apart, "the card hides the sentence"
        assert card.locator("q").count() >= 1
        assert card.locator("a[rel~=external]").first.get_attribute("href").startswith("https://")  # type: ignore[union-attr]  # it has one
        report = card.locator("[data-do=report]").get_attribute("href") or ""
        assert "%23s-body-1" in report
        page.mouse.click(width / 2, 5)
        assert card.count() == 0
        assert not complaints


@pytest.mark.parametrize("tag", TAGS)
def test_the_whole_path_through_the_evidence_by_keyboard(site: str, browser: Browser, tag: str) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page, _ = _open(context, f"{site}/{tag}/{STORY}")
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.getAttribute('href')") == "#e-dek-0":
                break
        else:
            pytest.fail("Tab never reaches a sentence's evidence")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#e-dek-1"
        page.keyboard.press("Enter")
        card = page.locator(".evidence")
        assert card.evaluate("node => node === document.activeElement")
        assert card.get_attribute("role") == "dialog"
        first = card.inner_text()
        page.keyboard.press("ArrowRight")
        assert card.inner_text() != first
        assert page.locator(".s.on").get_attribute("id") == "s-body-0"
        page.keyboard.press("Tab")
        assert card.evaluate("node => node.contains(document.activeElement)")
        page.keyboard.press("Escape")
        assert card.count() == 0
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#e-body-0"


def test_a_translation_is_marked_as_one_and_stands_beside_the_original(site: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page, _ = _open(context, f"{site}/en/glossed/")
        gloss = page.locator("#evidence .gloss").first
        page.locator("#evidence summary").first.click()
        assert load_locale("en").say("story.translation") in (gloss.text_content() or "")
        assert gloss.evaluate("node => node.previousElementSibling.lang") == "ko"


def test_inference_differs_in_more_than_colour(site: str, browser: Browser) -> None:
    with browser.new_context(forced_colors="active") as context:
        page, _ = _open(context, f"{site}/ko/{STORY}")
        line = "node => getComputedStyle(node).textDecorationStyle + getComputedStyle(node).textDecorationLine"
        assert page.locator(".s.inferred").first.evaluate(line) == "dashedunderline"
        assert page.locator(".body .s.reported").first.evaluate(line) == "solidnone"
        label = page.locator(".insight li.inferred .kind")
        assert label.inner_text().endswith(load_locale("ko").say("kind.inferred"))


# -- the reader's hand --------------------------------------------------------------------------------------------------


def test_a_reader_who_comes_back_sees_what_is_new(site: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page, _ = _open(context, f"{site}/ko/{STORY}")
        assert page.locator(".since").count() == 0
        page.evaluate(
            """() => { const read = JSON.parse(localStorage.getItem('prism:read'));
            for (const one of Object.values(read)) { one.version = 1; one.at = Date.parse('2026-11-20T12:00:00Z'); }
            localStorage.setItem('prism:read', JSON.stringify(read)); }"""
        )
        page.reload()
        box = page.locator(".main > .since")
        assert "1판" in box.inner_text()
        fresh = page.locator(".s.fresh").evaluate_all("nodes => nodes.map(node => node.id)")
        assert fresh == ["s-dek-1", "s-body-5"]
        assert page.locator("#coverage tr .flag", has_text=load_locale("ko").say("story.new_sentence")).count() == 1
        page.reload()
        assert page.locator(".since").count() == 0


def test_settings_hold_on_every_page_and_are_erased(site: str, browser: Browser) -> None:
    with browser.new_context(color_scheme="light") as context:
        page, complaints = _open(context, f"{site}/en/reader/")
        page.get_by_label("Dark", exact=True).check(force=True)
        page.get_by_label("Very large").check(force=True)
        page.get_by_label("Headlines only").check(force=True)
        page.get_by_label("Japanese").uncheck(force=True)
        page.goto(f"{site}/en/{STORY}")
        style = "getComputedStyle(document.documentElement)"
        assert page.evaluate(f"{style}.backgroundColor") == "rgb(19, 20, 23)"
        assert float(page.evaluate(f"parseFloat({style}.fontSize)")) > 20
        assert page.locator("details[data-lang=ja]").get_attribute("open") is None
        assert page.locator("details[data-lang=ko]").get_attribute("open") is not None
        page.goto(f"{site}/en/section/disaster/")
        assert page.locator(".card .dek").first.is_hidden()
        page.goto(f"{site}/en/reader/")
        assert page.locator("#read a").count() == 1
        page.locator("#erase").click()
        assert page.evaluate("localStorage.length") == 0
        assert page.evaluate(f"{style}.backgroundColor") == "rgb(250, 249, 246)"
        assert not complaints


def test_topics_are_followed_and_sources_hidden(site: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page, complaints = _open(context, f"{site}/en/{STORY}")
        follow = page.locator(".tags .pick").first
        follow.click()
        assert follow.get_attribute("aria-pressed") == "true"
        page.goto(f"{site}/en/")
        assert page.locator(".followed").count() >= 1
        page.goto(f"{site}/en/source/hanbit/")
        page.locator(".pick").click()
        page.goto(f"{site}/en/{STORY}")
        assert page.locator("#coverage tr[data-o=hanbit] details.folded").count() == 1
        assert page.locator("#coverage tr[data-o=hanbit] .says a").first.is_hidden()
        page.goto(f"{site}/en/reader/")
        assert page.locator("#followed li").count() == 1
        page.locator("#hidden button").click()
        assert page.locator("#hidden li").count() == 0
        assert not complaints


def test_what_was_read_can_be_read_without_a_connection(site: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page, _ = _open(context, f"{site}/ko/{STORY}")
        _wait_until(page, "caches.open('prism-pages').then(cache => cache.keys()).then(keys => keys.length > 1)")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()
        context.set_offline(True)
        page.reload()
        assert page.locator("h1").inner_text() == sample_dossier(load_locale("ko")).brief.headline.text
        assert load_locale("ko").say("hand.offline_now") in page.locator("[role=status]").first.inner_text()
        assert page.evaluate("getComputedStyle(document.querySelector('.glance')).display") == "grid"
        page.goto(f"{site}/ko/section/world/")
        assert page.locator("h1").inner_text() == load_locale("ko").say("hand.title")
        context.set_offline(False)


def test_nothing_is_asked_of_anybody_else_and_nothing_is_sent(site: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
        page.goto(f"{site}/en/{STORY}")
        page.locator("a[href='#e-body-0']").click()
        page.wait_for_timeout(300)
        assert all(one.startswith(f"GET {site}/") for one in asked)
        assert not context.cookies()


# -- layout -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", TAGS)
def test_odd_stories_are_laid_out_well(site: str, browser: Browser, tag: str) -> None:
    for width, script in ((320, True), (320, False), (1280, True)):
        with browser.new_context(viewport={"width": width, "height": 700}, java_script_enabled=script) as context:
            for path in (*(f"odd/{name}/" for name in ODD), STORY, "turned/", "reader/"):
                page, complaints = _open(context, f"{site}/{tag}/{path}")
                wide = page.evaluate("document.scrollingElement.scrollWidth")
                assert wide <= width, f"{tag}/{path} is {wide} px wide"
                assert not complaints, f"{tag}/{path}: {complaints}"
                page.close()


def test_large_text_and_a_narrow_screen_together(site: str, browser: Browser) -> None:
    with browser.new_context(viewport={"width": 320, "height": 700}) as context:
        context.add_init_script("localStorage.setItem('prism:hand', '{\"size\":\"xl\"}')")
        page, _ = _open(context, f"{site}/en/{STORY}")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", [STORY, "odd/sixty/", "odd/bare/"])
def test_nothing_moves_while_a_page_loads(site: str, browser: Browser, path: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page, _ = _open(context, f"{site}/ko/{path}")
        page.wait_for_timeout(300)
        shift = page.evaluate(
            """() => new Promise(done => { let sum = 0; new PerformanceObserver(list => {
            for (const entry of list.getEntries()) sum += entry.value; }).observe({type: 'layout-shift', buffered: true});
            setTimeout(() => done(sum), 100); })"""
        )
        assert shift == 0


@pytest.mark.parametrize("tag", TAGS)
def test_on_paper_all_evidence_is_there(site: str, browser: Browser, tag: str) -> None:
    with browser.new_context() as context:
        page, _ = _open(context, f"{site}/{tag}/odd/sixty/")
        page.emulate_media(media="print")
        assert page.locator(".masthead nav").first.is_hidden()
        assert page.locator("#evidence q").first.is_visible()
        assert page.locator(".mark a").first.is_visible()
        closed = page.locator("details:not([open]) td.says").last
        assert closed.evaluate("node => node.checkVisibility({contentVisibilityAuto: true}) && node.offsetHeight > 0")
        assert len(page.pdf()) > 20_000


# -- what machines check ------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not there: sh scripts/ensure-page-checkers.sh")
@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site: str, browser: Browser, tag: str, scheme: str) -> None:
    paths = [STORY, "reader/", "odd/sixty/", "odd/mixed/"] if scheme == "light" else [STORY]
    for width in (390, 1280):
        with browser.new_context(
            viewport={"width": width, "height": 844},
            color_scheme="dark" if scheme == "dark" else "light",
            bypass_csp=True,
        ) as context:
            for path in paths:
                page, _ = _open(context, f"{site}/{tag}/{path}")
                page.add_script_tag(path=AXE)
                if path == STORY:
                    page.locator("a[href='#e-body-0']").click()
                found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(run => run.violations)")
                told = [(one["id"], [node["html"][:150] for node in one["nodes"][:3]]) for one in found]
                assert not told, f"{tag}/{path} at {width}: {told}"
                page.close()


@pytest.mark.skipif(
    not VALIDATOR.exists() or which("node") is None,
    reason="html-validate is not there: sh scripts/ensure-page-checkers.sh",
)
def test_the_html_is_valid(root: Path, tmp_path: Path) -> None:
    rules = {
        "root": True,
        "extends": ["html-validate:standard"],
        "rules": {"long-title": "off", "tel-non-breaking": "off", "no-inline-style": "error"},
    }
    config = tmp_path / "htmlvalidate.json"
    config.write_text(json.dumps(rules))
    names = (STORY, "glossed/", "turned/", "reader/", *(f"odd/{name}/" for name in ODD))
    pages = [os.fspath(root / tag / name / "index.html") for tag in TAGS for name in names]
    run = subprocess.run(  # the validator of the project's own folder
        ["node", os.fspath(VALIDATOR), "--config", os.fspath(config), "--formatter", "text", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[:4000] + run.stderr[:1000]
