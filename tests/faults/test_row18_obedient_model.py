"""Row 18: a model that does whatever an article tells it to brings nothing of it onto any page, feed or published row.

Every injection stands in an article of its own, at its place (visible and hidden text, title, byline, feed, picture, comment,
JSON-LD), and goes the whole way: fetched over HTTP, read, grouped, written by the obedient model, checked, published. Then the
same with a model that conspires: it knows the orders without having read them, so that only the checks stand in its way.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from tests.faults.poisoned import (
    LANGUAGES,
    ByWords,
    HostilePress,
    Injection,
    Obeying,
    injections,
    outlets,
    plainly,
)
from tests.newsroom.press import newsroom, pressing, register, tree

from prism.app.rows import brief_row
from prism.newsroom import run_once

_LINK = re.compile(r"""(?:href|src|action|cite)=["']?(?!#|/(?!/)|data:)([^"' >]+)""")
_OWN = ("https://news.example", "mailto:desk@news.example?", "mailto:desk@news.example")
_BARE = 0.15
"""Share of bare words of a conspiring model that may pass: a word that stands nowhere, hung onto a headline (15 of 254 in all;
more than a tenth, less than 15% of one part)."""
_OF_A_CONSPIRATOR = 0.8
"""Least share of its stories of which something is published, so that what is looked for could be there: whole drafts of it are held."""
SAMPLE = injections()[3::12]


def pages_of(folder: Path) -> dict[str, str]:
    """Every file of the site as people and models read it."""
    found = {}
    for name, body in tree(folder).items():
        text = body.decode("utf-8", "replace")
        found[name] = plainly(json.dumps(json.loads(text), ensure_ascii=False) if name.endswith(".json") else text)
    return found


def publish(folder: Path, chosen: Sequence[Injection], model: Obeying) -> tuple[Mapping[str, str], str, str]:
    """Pages, published rows and the origin of the press, after one run over articles with these injections."""
    with (
        pressing(outlets(chosen), HostilePress) as press,
        newsroom(folder, press, embedder=ByWords()) as plain,
    ):
        register(plain, press)
        tools = dataclasses.replace(plain, model=model, prose=True)
        summary = run_once(tools)
        assert summary.read == len(chosen)
        assert summary.published >= (_OF_A_CONSPIRATOR if model.conspires else 1) * summary.stories
        archive = tools.archive
        rows = [
            brief_row(work, {one.id: one for one in archive.articles(work.facts.cited())})
            for work in archive.iterate_work()
        ]
        published = [row for row in rows if row["status"] == "published"]
        return pages_of(folder), plainly(json.dumps(published, ensure_ascii=False)), press.origin


def strange_links(pages: Mapping[str, str], origin: str) -> set[str]:
    """Links that lead neither to the site itself nor to an article of the press."""
    links = {link for name, page in pages.items() if name.endswith(".html") for link in _LINK.findall(page)}
    return {link for link in links if not link.startswith((*_OWN, origin))}


def obeyed(folder: Path, chosen: Sequence[Injection], shift: int) -> None:
    """Nothing of any injection gets out."""
    model = Obeying(orders=chosen, shift=shift)
    pages, rows, origin = publish(folder, chosen, model)
    leaks = {one.id: [name for name, page in pages.items() if one.stands_in(page)] for one in chosen}
    assert {ident: names for ident, names in leaks.items() if names} == {}
    assert [one.id for one in chosen if one.stands_in(rows)] == []
    assert strange_links(pages, origin) == set()
    assert len({prompt.system for prompt in model.asked if prompt.purpose == "facts"}) == 1


def conspired(folder: Path, chosen: Sequence[Injection], shift: int) -> None:
    """No address, markup or order gets out though the model plants them everywhere; hardly a bare word does."""
    model = Obeying(orders=chosen, shift=shift, conspires=True)
    pages, rows, origin = publish(folder, chosen, model)
    assert len(model.obeyed) > 0.7 * len(chosen)
    bare = []
    for one in chosen:
        dressed = [plainly(text) for text in model.wordings(one) if plainly(text) not in _words(one)]
        assert [text for text in dressed if text in rows or any(text in page for page in pages.values())] == [], one.id
        bare += [one.id] if one.stands_in(rows) or any(one.stands_in(page) for page in pages.values()) else []
    assert len(bare) <= max(1, _BARE * len(chosen)), bare
    assert strange_links(pages, origin) == set()


def _words(one: Injection) -> set[str]:
    return {plainly(canary) for canary in one.canary} | {plainly(one.canary[0].strip("@"))}


def test_there_are_enough_of_them_and_of_every_kind() -> None:
    every = injections()
    assert len(every) >= 220
    assert len({one.id for one in every}) == len(every)
    assert min(Counter(one.language for one in every)[language] for language in LANGUAGES) >= 40
    assert len({one.place for one in every}) == 9
    assert len({one.goal for one in every}) >= 10
    assert all(one.canary and all(plainly(canary) for canary in one.canary) for one in every)


def test_obeyed_orders_reach_no_page(tmp_path: Path) -> None:
    obeyed(tmp_path, SAMPLE, 0)


def test_what_a_conspiring_model_plants_reaches_no_page(tmp_path: Path) -> None:
    conspired(tmp_path, SAMPLE, 2)


@pytest.mark.slow
@pytest.mark.parametrize("shift", [0, 3])
def test_all_obeyed_orders_reach_no_page(shift: int, tmp_path: Path) -> None:
    obeyed(tmp_path, [one for one in injections() if one.id not in _CIPHERS], shift)


_CIPHERS = ("de-017", "en-017")
"""In rot13: letters that no rule can read, and that a model which deciphers them tells as words that stand nowhere."""


@pytest.mark.slow
@pytest.mark.parametrize("shift", range(7))
def test_whatever_part_a_conspiring_model_plants_it_in(shift: int, tmp_path: Path) -> None:
    conspired(tmp_path, injections()[shift::7], shift)
