"""axe-core over every kind of page that no other test of the browser opens, those with the demo's notice among them.

axe-core comes from npm into `.node` (`scripts/ensure-page-checkers.sh`); without it these tests skip.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.e2e import gallery
from tests.e2e.browsing import MARKS, serving

from prism.app.locales import all_locales

AXE = Path(__file__).parents[2] / ".node/node_modules/axe-core/axe.min.js"
KINDS = [
    *("front-with-notice", "story-with-notice", "section", "topics", "sources", "archive-of-a-day"),
    *("made-with-ai", "corrections", "waiting", "not-there", "embed-card", "letter"),
]
pytestmark = [
    *MARKS,
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not there: sh scripts/ensure-page-checkers.sh"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(gallery.build(tmp_path_factory.mktemp("gallery"))) as address:
        yield address


@pytest.mark.parametrize("dark", [False, True], ids=["light phone", "dark desk"])
@pytest.mark.parametrize("tag", [locale.tag for locale in all_locales()])
def test_everyone_can_read_every_kind_of_page(site: str, browser: Browser, tag: str, dark: bool) -> None:
    with browser.new_context(
        viewport={"width": 1280 if dark else 390, "height": 844},
        color_scheme="dark" if dark else "light",
        bypass_csp=True,
    ) as context:
        page = context.new_page()
        wrong: list[object] = []
        for kind in KINDS:
            page.goto(f"{site}/{tag}/{gallery.KINDS[kind]}")
            page.add_script_tag(path=AXE)
            found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(run => run.violations)")
            wrong += [(kind, one["id"], [node["html"][:150] for node in one["nodes"][:3]]) for one in found]
        assert not wrong
