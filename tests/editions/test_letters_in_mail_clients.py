"""The newsletter against what mail clients lack, by the data of caniemail.com (npm package `caniemail`, see scripts).

The data knows Gmail, Outlook, Apple Mail, Yahoo and Samsung; Naver, Daum and Kakao are not in it, so nothing is said of those.
What a client lacks must be named in `BORNE` with what its readers lose; what nobody lacks any more must go from it.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from lxml import html

from prism.app.locales import all_locales, load_locale
from prism.editions.newsletter import Letter, letter
from prism.editions.samples import SAMPLE_TIME, sample_edition, sample_frame
from prism.model import Teaser

NODE = Path(__file__).parents[2] / ".node"
TAGS = [locale.tag for locale in all_locales()]
CLIENTS = ["gmail.*", "outlook.*", "apple-mail.*", "yahoo.*", "samsung-email.*"]
BORNE = {
    "@media": "Outlook on Windows and Gmail for other accounts stay light, and keep the wide margins",
    "<style> element": "Gmail for other accounts: as above; all that is needed stands in the elements",
    "Class selector": "the same",
    "Descendant combinator": "the same",
    "Attribute selector": "they colour the dark mode of Outlook's apps, which know them",
    "<body> element": "it becomes a box; background and language stand on what is inside it too",
    "display:none": "Gmail for other accounts shows the preview line, one pixel high and in the colour of the ground",
    "height property": "nothing: it is line-height that the package reads as one",
    "overflow": "the same line",
    "role attribute": "a landmark for screen readers",
    "word-break": "Korean lines break within words, and a very long word widens the letter",
}
"""Feature → what is lost where it is lacking."""
CLIPPED = 102_000
"""Bytes after which Gmail cuts a message off."""
_ASK = """import { caniemail } from "caniemail";
let html = ""; for await (const piece of process.stdin) html += piece;
const { errors } = caniemail({ clients: %s, html }).issues;
console.log(JSON.stringify([...errors].flatMap(([client, found]) => found.map((one) => [one.title, client]))));
"""


def _letter(tag: str, *, long: bool = False) -> Letter:
    locale = load_locale(tag)
    edition = sample_edition(locale, 14)
    return letter(
        [_long(one) if long else one for one in edition.placements],
        sample_frame(locale),
        at=SAMPLE_TIME,
        address="reader@example.org",
        unsubscribe="https://news.example.org/u/1",
        names={source.id: source.name for source, _ in edition.sources},
        corrections=edition.corrections,
    )


def _long(teaser: Teaser) -> Teaser:
    """With as much as a newsroom would ever put there."""
    return replace(
        teaser,
        headline=(teaser.headline * 20)[:300],
        dek=(teaser.dek * 20)[:600],
        outlets=tuple(f"outlet-{number}" for number in range(60)),
    )


@pytest.mark.skipif(
    not (NODE / "node_modules/caniemail").exists() or which("node") is None,
    reason="caniemail is not there: sh scripts/ensure-page-checkers.sh",
)
def test_what_clients_lack_is_known_and_borne() -> None:
    lacking: defaultdict[str, set[str]] = defaultdict(set)
    for tag in TAGS:
        run = subprocess.run(
            ["node", "--input-type=module", "--eval", _ASK % json.dumps(CLIENTS)],
            input=_letter(tag).html,
            cwd=NODE,
            capture_output=True,
            text=True,
            check=True,
        )
        for feature, client in json.loads(run.stdout):
            lacking[feature].add(client)
    assert {feature: sorted(lacking[feature]) for feature in lacking.keys() - BORNE} == {}
    assert not BORNE.keys() - lacking.keys(), "every client knows these now"


@pytest.mark.parametrize("tag", TAGS)
def test_it_is_readable_where_style_sheets_are_dropped(tag: str) -> None:
    page: Any = html.document_fromstring(_letter(tag).html)
    for text in page.xpath("//body//text()[normalize-space()]"):
        styles = " ".join(text.getparent().xpath("ancestor-or-self::*/@style"))
        assert re.search(r"(?<![-\w])color:#", styles), text
        assert "font-size:" in styles, text
    for link in page.xpath("//body//a"):
        assert "color:#" in link.get("style", ""), "a client's own blue on a dark ground"


@pytest.mark.parametrize("tag", TAGS)
def test_the_longest_edition_is_not_clipped(tag: str) -> None:
    made = _letter(tag, long=True)
    assert len(made.html.encode()) < CLIPPED
    assert len(made.text.encode()) < CLIPPED


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_words_stand_out_from_the_ground(ground: str) -> None:
    page = _letter("ko").html
    if ground == "light":
        grounds, inks = ["#ffffff", "#faf9f6"], ["#17181b", "#595b62", "#a5231c", "#0b4f96"]
    else:
        (dark,) = re.findall(r"prefers-color-scheme: dark\) \{\n(.*)\n\}", page)
        grounds = re.findall(r"\{ background: (#\w{6})", dark)
        inks = re.findall(r"\{ color: (#\w{6})", dark)
    assert (len(grounds), len(inks)) == (2, 4)
    assert all(page.count(colour) for colour in (*grounds, *inks))
    assert min(_contrast(one, other) for one in grounds for other in inks) >= 4.5  # WCAG 2.2, 1.4.3


def _contrast(one: str, other: str) -> float:
    """By the formula of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
