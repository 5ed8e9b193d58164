"""Small pictures of pages, and how far two of them are apart.

A sheet shows one page four times: as a phone and as a desk show it, light and dark. The browser draws it at a third of the size,
and it is kept as WebP, so that all of them together are a few megabytes; that is enough to see that a line broke, a part went, a
colour changed.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser, BrowserContext, Page

SCREENS = {"phone": (390, 1500), "desk": (1280, 1200)}
"""Width and height in CSS pixels. Taller than screens are, so that more of the page is seen."""
SCHEMES = ("light", "dark")
SMALLER = 3
NEAR = 32
"""Levels of 255 by which a channel may differ."""
_QUALITY = 62


def boxes() -> Mapping[str, tuple[int, int, int, int]]:
    """Name of each picture of a sheet → where it stands there."""
    found, left = dict[str, tuple[int, int, int, int]](), 0
    for screen, (width, height) in SCREENS.items():
        for scheme in SCHEMES:
            found[f"{screen} {scheme}"] = (left, 0, left + width // SMALLER, height // SMALLER)
            left += width // SMALLER
    return found


def sheet(context: BrowserContext, address: str, *, typed: str = "") -> Image.Image:
    """The sheet of a page. On a page with a search field, `typed` is looked for first."""
    page = context.new_page()
    answer = page.goto(address)
    assert answer is not None
    assert answer.ok, f"{address}: {answer.status}"
    if typed:
        page.locator("#q").fill(typed)
        page.locator("#found li").first.wait_for()
    page.evaluate("document.fonts.ready.then(() => true)")
    places = boxes()
    made = Image.new("RGB", (max(box[2] for box in places.values()), max(box[3] for box in places.values())), "#888")
    for screen, (width, height) in SCREENS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            made.paste(_shot(page, scheme), places[f"{screen} {scheme}"][:2])
    page.close()
    return made


def _shot(page: Page, scheme: str) -> Image.Image:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    return Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")


def as_kept(picture: Image.Image) -> bytes:
    """The bytes of a file for a sheet. What is held against a kept one goes through them too, so that both lack the same."""
    into = BytesIO()
    picture.save(into, "WEBP", quality=_QUALITY, method=4)
    return into.getvalue()


def opened(kept: bytes) -> Image.Image:
    """The sheet of a file."""
    return Image.open(BytesIO(kept)).convert("RGB")


def apart(kept: Image.Image, now: Image.Image) -> Mapping[str, float]:
    """Name of each picture of two sheets → the share of its pixels that differ by more than `NEAR`."""
    found: dict[str, float] = {}
    for name, box in boxes().items():
        difference = ImageChops.difference(kept.crop(box), now.crop(box))
        far = _strongest(difference).point(lambda level: 255 if level > NEAR else 0)
        found[name] = far.histogram()[255] / (far.width * far.height)
    return found


def marked(kept: Image.Image, now: Image.Image) -> Image.Image:
    """Both sheets and below them where they differ, for whoever looks into it."""
    far = _strongest(ImageChops.difference(kept, now)).point(lambda level: 255 if level > NEAR else 0)
    shown = Image.new("RGB", (now.width, now.height * 3))
    for place, one in enumerate((kept, now, far.filter(ImageFilter.MaxFilter(3)).convert("RGB"))):
        shown.paste(one, (0, place * now.height))
    return shown


def _strongest(difference: Image.Image) -> Image.Image:
    red, green, blue = difference.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def a_context(browser: Browser) -> BrowserContext:
    """In which sheets are made: nothing of the machine's own shows."""
    return browser.new_context(
        device_scale_factor=1 / SMALLER, service_workers="block", timezone_id="UTC", locale="en-GB"
    )


def made_with(browser: Browser) -> Mapping[str, list[str]]:
    """What pictures depend on beside the pages: the browser, and every font with its version."""
    return {"browser": [f"Chromium {browser.version}"], "fonts": sorted(set(_fonts()))}


def _fonts() -> Iterator[str]:
    lister = shutil.which("fc-list")
    if lister is None:
        yield "unknown: fc-list is not there"
        return
    told = subprocess.run([lister, ":", "family", "style", "fontversion"], capture_output=True, text=True, check=True)
    yield from (line.strip() for line in told.stdout.splitlines() if line.strip())


def differing(kept: Mapping[str, list[str]], here: Mapping[str, list[str]]) -> str:
    """Why pictures made here can't be held against the kept ones; empty if they can."""
    if kept["browser"] != here["browser"]:
        return f"the pictures were made with {kept['browser'][0]}, here is {here['browser'][0]}"
    others = sorted(set(kept["fonts"]) ^ set(here["fonts"]))
    return f"{len(others)} fonts are not those that the pictures were made with, such as {others[0]}" if others else ""


def write(path: Path, picture: bytes) -> None:
    """Write a file, its folder too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture)
