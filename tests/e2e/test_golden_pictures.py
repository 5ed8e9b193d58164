"""Every kind of page in every edition, light and dark, on a phone and at a desk, against the pictures of `tests/golden/pages`.

`make golden` makes the pictures anew, to be looked at before they are committed. They are held against the pages only where
browser and fonts are those that they were made with (`made-with.json` beside them): elsewhere letters have other widths.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, BrowserContext
from tests.e2e import gallery, pictures
from tests.e2e.browsing import MARKS, chromium, serving

from prism.app.locales import all_locales, load_locale

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden/pages"
MADE_WITH = GOLDEN / "made-with.json"
RECORDS = os.environ.get("PRISM_GOLDEN") == "record"
TAGS = [locale.tag for locale in all_locales()]
ROOT_KINDS = {"choice": "", "not-there": "404.html"}
TOLERATED = 0.001
"""Share of the pixels of one picture that may differ."""
pytestmark = MARKS


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(gallery.build(tmp_path_factory.mktemp("gallery"))) as address:
        yield address


@pytest.fixture(scope="module")
def context() -> Iterator[BrowserContext]:
    with chromium() as browser:
        _same_or_recorded(browser)
        yield pictures.a_context(browser)


def _same_or_recorded(browser: Browser) -> None:
    here = pictures.made_with(browser)
    if RECORDS:
        pictures.write(MADE_WITH, (json.dumps(here, indent=1) + "\n").encode())
    elif reason := pictures.differing(json.loads(MADE_WITH.read_text()), here):
        pytest.skip(f"{reason}; look at the pages and run `make golden`")


@pytest.mark.parametrize("tag", [*TAGS, "all"])
def test_pages_look_as_they_did(site: str, context: BrowserContext, tag: str) -> None:
    kinds = ROOT_KINDS if tag == "all" else {kind: f"{tag}/{path}" for kind, path in gallery.KINDS.items()}
    wrong: list[str] = []
    for kind, path in kinds.items():
        typed = gallery.told(load_locale(tag)).placements[0].headline[:4] if kind == "search" else ""
        made = pictures.as_kept(pictures.sheet(context, f"{site}/{path}", typed=typed))
        kept = GOLDEN / tag / f"{kind}.webp"
        if RECORDS:
            pictures.write(kept, made)
        wrong += _differences(kept, pictures.opened(made))
    assert not wrong, "\n".join([*wrong, "look at the pages, then `make golden`"])


def _differences(kept: Path, now: Image.Image) -> Iterator[str]:
    name = kept.relative_to(GOLDEN).as_posix()
    if not kept.exists():
        yield f"{name} is not there"
        return
    before = pictures.opened(kept.read_bytes())
    if before.size != now.size:
        yield f"{name} is {before.size}, not {now.size}"
        return
    far = {place: share for place, share in pictures.apart(before, now).items() if share > TOLERATED}
    if far:
        seen = ROOT / ".pytest_cache" / "golden" / name.replace("/", "-").replace(".webp", ".png")
        seen.parent.mkdir(parents=True, exist_ok=True)
        pictures.marked(before, now).save(seen)
        yield f"{name}: " + ", ".join(f"{place} {share:.1%}" for place, share in far.items()) + f" differs: {seen}"


def test_small_faults_are_seen() -> None:
    """Of a page's size, a line one pixel lower in the picture, a word gone, a pale box: each is more than is tolerated."""
    page = Image.new("RGB", (max(box[2] for box in pictures.boxes().values()), 500), "white")
    pen = ImageDraw.Draw(page)
    for line in range(40):
        pen.text((436 + line % 3, 6 + line * 9), "the harbour bridge was closed to all traffic", fill="black")
    for fault in ("lower", "gone", "pale"):
        wrong = page.copy()
        at = (430, 92, 690, 104)
        if fault == "lower":
            wrong.paste(page.crop(at), (at[0], at[1] + 1))
        else:
            ImageDraw.Draw(wrong).rectangle(at, fill="white" if fault == "gone" else "#ccc")
        far = pictures.apart(page, wrong)
        assert [place for place, share in far.items() if share > TOLERATED] == ["desk light"], fault
