"""Lists in a real browser, in every edition: topics, outlets, the coverage map, the edition of a day, the search page, the front page.

axe-core and html-validate come from npm into `.node` (`scripts/ensure-page-checkers.sh`); without them their tests skip.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, Page
from tests.e2e.browsing import MARKS, serving

from prism.adapters.sitestores import FolderSiteStore
from prism.app.locales import all_locales
from prism.editions import listing_pages, site_pages, story_page
from prism.editions.samples import SAMPLE_TIME, sample_dossier, sample_edition, sample_frame
from prism.model import Edition, Locale, OutputFile, Weight

ROOT = Path(__file__).parents[2]
AXE = ROOT / ".node/node_modules/axe-core/axe.min.js"
VALIDATOR = ROOT / ".node/node_modules/html-validate/bin/html-validate.mjs"
TAGS = [locale.tag for locale in all_locales()]
MONTH = f"tag/port-meridia/{SAMPLE_TIME:%Y-%m}/"
DAY = f"{SAMPLE_TIME:%Y-%m-%d}/"
PAGES = [
    "",
    "coverage/",
    f"edition/{DAY}",
    "tag/port-meridia/",
    MONTH,
    "source/hanbit/",
    "archive/",
    "search/",
    "about/",
]
pytestmark = MARKS


def _edition(locale: Locale) -> Edition:
    """The sample edition with enough stories for every part of every list, an hour and a half apart, each with its weights."""
    edition = sample_edition(locale, 100)
    told = [
        replace(
            one,
            published_at=SAMPLE_TIME - timedelta(minutes=90 * place),
            event_at=SAMPLE_TIME - timedelta(minutes=90 * place),
            tags=edition.placements[0].tags[:1] + one.tags,
            weights=(
                Weight("coverage", 2.58, ("7", "3")),
                Weight("freshness", 27_000.0, (SAMPLE_TIME.isoformat(),)),
                Weight("novelty", -0.5, ("2",)),
            ),
        )
        for place, one in enumerate(edition.placements)
    ]
    return replace(edition, placements=tuple(told))


def _files() -> Iterator[OutputFile]:
    locales = all_locales()
    editions = tuple((locale.tag, locale.endonym) for locale in locales)
    frames = [sample_frame(locale, editions=editions) for locale in locales]
    for frame in frames:
        yield story_page(sample_dossier(frame.locale, editions=tuple(TAGS)), frame)
        yield from listing_pages(_edition(frame.locale), frame)
    yield from site_pages(frames, [_edition(locale) for locale in locales])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lists")
    FolderSiteStore(folder).publish(_files(), keep=False)
    return (folder / "site").resolve()


@pytest.fixture(scope="module")
def site(root: Path) -> Iterator[str]:
    with serving(root) as address:
        yield address


def _width(page: Page) -> int:
    return int(page.evaluate("document.scrollingElement.scrollWidth"))


@pytest.mark.parametrize("tag", TAGS)
def test_nothing_scrolls_sideways_on_a_small_phone_without_javascript(site: str, browser: Browser, tag: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False) as context:
        page = context.new_page()
        for path in PAGES:
            page.goto(f"{site}/{tag}/{path}")
            page.locator("details > summary").evaluate_all("all => all.forEach(one => one.parentNode.open = true)")
            assert _width(page) <= 320, f"{tag}/{path} is {_width(page)} px wide"


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not there: sh scripts/ensure-page-checkers.sh")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tag", TAGS)
def test_everyone_can_read_it(site: str, browser: Browser, tag: str, scheme: str) -> None:
    dark = scheme == "dark"
    with browser.new_context(
        viewport={"width": 390 if dark else 1280, "height": 844},
        color_scheme="dark" if dark else "light",
        bypass_csp=True,
    ) as context:
        page = context.new_page()
        for path in PAGES:
            page.goto(f"{site}/{tag}/{path}")
            if path == "search/":
                page.locator("#q").fill(
                    sample_edition(next(one for one in all_locales() if one.tag == tag)).placements[0].headline[:4]
                )
                page.locator("#found li").first.wait_for()
            page.evaluate("document.querySelectorAll('main details').forEach((one, n) => { one.open = n < 3; })")
            page.add_script_tag(path=AXE)
            found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(run => run.violations)")
            told = [(one["id"], [node["html"][:150] for node in one["nodes"][:3]]) for one in found]
            assert not told, f"{tag}/{path}: {told}"


def test_the_reason_of_a_rank_is_one_key_away_without_javascript(site: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}/en/")
        why = page.locator(".lead details.why")
        assert not why.locator("ul").is_visible()
        why.locator("summary").focus()
        page.keyboard.press("Enter")
        assert why.locator("ul").is_visible()
        assert "+2.6" in why.inner_text()
        why.locator("a").click()
        page.wait_for_url("**/en/about/#order")


def test_an_edition_is_read_to_its_end_on_one_page(site: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}/ko/")
        page.locator(".daily a").click()
        page.wait_for_url(f"**/ko/edition/{DAY}")
        first = page.locator(".numbered details").first
        first.locator("summary").click()
        assert first.locator("p").first.is_visible()
        page.locator(".end a[href*='/edition/']").click()
        page.wait_for_url("**/ko/edition/*/")
        assert DAY not in page.url


def test_a_tag_can_be_followed_on_its_own_page(site: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site}/en/tag/port-meridia/")
        button = page.locator("[data-follow] button")
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        kept = json.loads(page.evaluate("localStorage.getItem('prism:hand')"))["follow"]
        assert [one["path"] for one in kept.values()] == ["/en/tag/port-meridia/"]


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
    pages = [os.fspath(root / tag / name / "index.html") for tag in TAGS for name in PAGES]
    run = subprocess.run(  # the validator of the project's own folder
        ["node", os.fspath(VALIDATOR), "--config", os.fspath(config), "--formatter", "text", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[:4000] + run.stderr[:1000]
