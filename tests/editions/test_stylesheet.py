"""The sheet is small, and its colours can be read by everyone, in the light and in the dark."""

from __future__ import annotations

import gzip
import re
from importlib.resources import files

import pytest

from prism.app.locales import all_locales
from prism.editions.assets import SHEETS, icon, stylesheet
from prism.model import Locale

CSS = (files("prism.editions.assets") / "prism.css").read_text("utf-8")


def _colours(selector: str) -> dict[str, str]:
    block = CSS[CSS.index(selector + " {") :]
    return dict(re.findall(r"--([a-z0-9]+): (#[0-9a-f]{3,6})\b", block[: block.index("}")]))


LIGHT, DARK = _colours(":root"), _colours(":root[data-theme=dark]")


def test_it_is_as_dark_by_choice_as_by_the_device() -> None:
    assert _colours(":root:not([data-theme=light])") == DARK


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("locale", all_locales(), ids=lambda locale: locale.tag)
def test_it_is_small_and_named_by_its_content(locale: Locale, name: str) -> None:
    sheet = stylesheet(locale, name)
    assert len(gzip.compress(sheet.file.body, 9)) < 6 * 1024
    assert re.fullmatch(r"/assets/(prism|[a-z]+)-[a-zA-Z-]+\.[0-9a-f]{12}\.css", sheet.link)
    assert b"url(" not in sheet.file.body
    assert b"@import" not in sheet.file.body
    assert b"--font" not in sheet.file.body, "a property was not shortened everywhere"
    assert icon().file.media_type == "image/svg+xml"


def _luminance(colour: str) -> float:
    value = colour[1:]
    value = "".join(c * 2 for c in value) if len(value) == 3 else value
    channels = [int(value[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", ["ink", "soft", "link", "accent"])
@pytest.mark.parametrize("ground", ["paper", "wash", "sheet", "alert"])
def test_text_stands_out(theme: dict[str, str], text: str, ground: str) -> None:
    assert _contrast(theme[text], theme[ground]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_rays_stand_out_from_the_page(theme: dict[str, str]) -> None:
    for hue in range(11):
        assert _contrast(theme[f"h{hue}"], theme["wash"]) >= 2.0
    assert _contrast(theme["h4"], theme["sheet"]) >= 4.5, "the Insight's label is text"
