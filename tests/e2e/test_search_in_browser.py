"""Search in a real browser, in every edition: by a part of a word, by stem, with a wrong letter, by day and section, by keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.e2e.browsing import MARKS, serving

from prism.adapters.sitestores import FolderSiteStore
from prism.app.locales import all_locales, load_locale
from prism.editions import listing_pages, site_pages, story_page
from prism.editions.samples import SAMPLE_TIME, sample_dossier, sample_edition, sample_frame
from prism.model import Edition, OutputFile, Teaser, derived_id

TAGS = [locale.tag for locale in all_locales()]
TOLD = {
    "ko": [
        (
            "뉴욕증시, 사흘 만에 급락",
            "주요 지수가 3% 넘게 떨어졌다.",
            "뉴욕증시가 마감했다. 투자자들이 안전자산을 찾았다.",
        ),
        ("우크라이나 전력망 복구", "정전이 끝났다.", "우크라이나는 전력 공급을 재개했다고 밝혔다."),
    ],
    "en": [
        (
            "Central bank raises rates",
            "The increase is the third this year.",
            "Economists had expected it. Elections are due in May.",
        ),
        (
            "Vaccine trial ends",
            "Volunteers were followed for a year.",
            "The hospital published the results of the trial.",
        ),
    ],
    "ja": [
        (
            "新潟県で地震、津波の心配なし",
            "震度5弱を観測した。",
            "気象庁によると、津波の心配はない。新幹線は運転を再開した。",
        ),
        ("再生可能エネルギーの比率が上昇", "昨年を上回った。", "政府は目標を見直すと発表した。"),
    ],
    "de": [
        (
            "Bundestag beschließt Haushalt",
            "Die Abgeordneten stimmten am Abend ab.",
            "Die Häuser in der Region sind teurer geworden.",
        ),
        ("Zug entgleist bei Nürnberg", "Niemand wurde verletzt.", "Die Strecke bleibt gesperrt."),
    ],
}
pytestmark = MARKS


def _edition(tag: str) -> Edition:
    """The sample edition with more stories, of which some say what the tests look for."""
    locale = load_locale(tag)
    edition = sample_edition(locale, 90)
    more: list[Teaser] = []
    for number, (headline, dek, body) in enumerate(TOLD[tag]):
        story_id = derived_id("search", str(number))
        at = SAMPLE_TIME - timedelta(days=20 * (number + 1))
        sentences = [part + ("。" if "。" in body else ".") for part in body.replace("。", ".").rstrip(".").split(".")]
        text = ("" if "。" in body else " ").join(one.strip() for one in sentences)
        more.append(
            replace(
                edition.placements[1],
                story_id=story_id,
                brief_id=derived_id("brief", story_id),
                path=f"/{tag}/story/{story_id}/",
                headline=headline,
                dek=dek,
                section="business" if not number else "world",
                tags=(),
                published_at=at,
                paragraphs=(text,),
                lengths=((len(dek),), tuple(len(one.strip()) for one in sentences)),
            )
        )
    return replace(edition, placements=(*edition.placements, *more))


def _files() -> Iterator[OutputFile]:
    editions = tuple((locale.tag, locale.endonym) for locale in all_locales())
    frames = [sample_frame(locale, editions=editions) for locale in all_locales()]
    for frame in frames:
        yield story_page(sample_dossier(frame.locale, editions=tuple(TAGS)), frame)
        yield from listing_pages(_edition(frame.locale.tag), frame)
    yield from site_pages(frames)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("site")
    FolderSiteStore(root).publish(_files(), keep=False)
    with serving(root / "site") as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 320, "height": 640}) as opened:
        yield opened


def _open(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", lambda response: complaints.append(response.url) if response.status >= 400 else None)
    page.goto(address)
    return page, complaints


def _until(page: Page, condition: str) -> None:
    """Wait for what a script says: asked from outside, because the page's policy lets no string be run as code."""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(condition)


def _ask(page: Page, words: str) -> list[str]:
    page.locator("#q").fill(words)
    page.locator("#q").press("Enter")
    busy = page.locator("#search").get_attribute("data-busy")
    _until(
        page,
        f"new URLSearchParams(location.search).get('q') === {json.dumps(words)}"
        f" && ![{json.dumps(busy)}, ''].includes(document.getElementById('told').textContent)",
    )
    return page.locator("#found h2").all_inner_texts()


ASKED = [
    ("ko", "증시", "뉴욕증시, 사흘 만에 급락"),  # a part of a compound
    ("ko", "뉴욕증시는", "뉴욕증시, 사흘 만에 급락"),  # another particle than in the text
    ("ko", "우크라이니", "우크라이나 전력망 복구"),  # a wrong letter
    ("ko", "우크라이나를 복구", "우크라이나 전력망 복구"),
    ("en", "election", "Central bank raises rates"),  # a stem
    ("en", "ELECTIONS in may", "Central bank raises rates"),  # small words have no say
    ("en", "voluntears", "Vaccine trial ends"),  # a wrong letter
    ("en", "cantral raises", "Central bank raises rates"),  # a wrong letter in the second place
    ("en", "volunt", "Vaccine trial ends"),  # the beginning of a word
    ("ja", "津波", "新潟県で地震、津波の心配なし"),
    ("ja", "エネルギー", "再生可能エネルギーの比率が上昇"),
    ("ja", "新潟県の地震", "新潟県で地震、津波の心配なし"),
    ("de", "haus", "Bundestag beschließt Haushalt"),
    ("de", "NURNBERG", "Zug entgleist bei Nürnberg"),
    ("de", "beschliesst", "Bundestag beschließt Haushalt"),
]


@pytest.mark.parametrize("tag", TAGS)
def test_words_are_found_as_readers_type_them(site: str, context: BrowserContext, tag: str) -> None:
    page, complaints = _open(context, f"{site}/{tag}/search/")
    for _, words, headline in [one for one in ASKED if one[0] == tag]:
        assert headline in _ask(page, words)[:3], words
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    assert not complaints


def test_a_result_leads_to_the_evidence_of_the_sentence_that_was_found(site: str, context: BrowserContext) -> None:
    page, _ = _open(context, f"{site}/ko/search/?q=안전자산")
    page.locator("#found .sentence").wait_for()
    assert page.locator("#found .sentence mark").inner_text() == "안전자산"
    link = page.locator("#found .sentence a").get_attribute("href")
    assert link
    assert link.endswith("#e-body-1")


def test_days_and_sections_narrow_what_is_found(site: str, context: BrowserContext) -> None:
    page, _ = _open(context, f"{site}/en/search/")
    assert "Vaccine trial ends" in _ask(page, "trial")
    page.locator("select[name=section]").select_option("business")
    _until(page, "location.search.includes('business') && !document.querySelector('#found li')")
    page.locator("select[name=section]").select_option("")
    page.wait_for_selector("#found li")
    page.locator("input[name=since]").fill((SAMPLE_TIME - timedelta(days=30)).date().isoformat())
    _until(page, "location.search.includes('since') && !document.querySelector('#found li')")
    page.locator("input[name=since]").fill("2026-01-01")
    page.locator("input[name=until]").fill((SAMPLE_TIME - timedelta(days=39)).date().isoformat())
    page.wait_for_selector("#found li")


def test_what_was_asked_is_in_the_address_and_all_goes_by_keyboard(site: str, context: BrowserContext) -> None:
    page, _ = _open(context, f"{site}/en/search/?q=bridge")
    page.wait_for_selector("#found li")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "q":
            break
    page.keyboard.press("Control+A")
    page.keyboard.type("trial")
    page.keyboard.press("Enter")
    _until(page, "[...document.querySelectorAll('#found h2')].some(h => h.innerText === 'Vaccine trial ends')")
    for _ in range(24):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#found') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/story/**")
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_number_of_results_is_said_to_who_cannot_see_them(site: str, context: BrowserContext) -> None:
    page, _ = _open(context, f"{site}/en/search/")
    _ask(page, "volunteer")
    assert page.locator("[role=status]").inner_text() == "1 story found"
    _ask(page, "zzzzzz")
    assert page.locator("[role=status]").inner_text() == "No story was found."
    _ask(page, "volonteers")
    assert "“volunteers”" in page.locator("[role=status]").inner_text()


def test_more_results_come_when_asked_for(site: str, context: BrowserContext) -> None:
    page, _ = _open(context, f"{site}/en/search/")
    first = _ask(page, "vaccine")
    assert len(first) == 10
    page.locator("#more").click()
    _until(page, "document.querySelectorAll('#found li').length > 10")
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('#found li')[10]")


@pytest.mark.parametrize("tag", TAGS)
def test_without_scripts_the_page_says_what_to_use_instead(site: str, browser: Browser, tag: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page, _ = _open(context, f"{site}/{tag}/search/")
        assert page.locator("#q").is_hidden()
        assert page.locator(f"main a[href='/{tag}/archive/']").is_visible()
        assert page.locator(f"main a[href='/{tag}/tags/']").is_visible()


def test_what_is_typed_never_becomes_markup(site: str, context: BrowserContext) -> None:
    page, complaints = _open(context, f"{site}/en/search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20bridge")
    _until(page, "document.getElementById('told').textContent.includes('found')")
    assert page.locator("main img").count() == 0
    assert not complaints
