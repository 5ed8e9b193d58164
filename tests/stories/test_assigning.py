from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prism.adapters.embeddings import EmbeddedE5
from prism.model import Article, Member, Regrouping, derived_id
from prism.stories import Means, assign, consolidate, sign, text_to_embed
from prism.stories.signatures import Signature, read_signature

EMBEDDER = EmbeddedE5()


@cache
def means() -> Means:
    return Means(EMBEDDER.name, EMBEDDER.dimensions)


def members(*articles: Article) -> list[Member]:
    vectors = EMBEDDER.embed([text_to_embed(article) for article in articles])
    return [sign(article, vector) for article, vector in zip(articles, vectors, strict=True)]


def standing(member: Member, story: str) -> Member:
    return dataclasses.replace(member, story_id=story)


@pytest.fixture
def quakes(write: Callable[..., Article]) -> list[Member]:
    return members(
        write(
            "en1",
            "en",
            "Magnitude 6.1 quake shakes Selvik coast, 14 dead",
            "A magnitude 6.1 earthquake struck off Selvik early on Thursday, killing at least 14 people.",
            "More than 90 were injured in the old harbour quarter.",
            "Governor Ines Aldara declared an emergency.",
        ),
        write(
            "ko1",
            "ko",
            "셀비크 앞바다 규모 6.1 지진…14명 숨져",
            "셀비크 앞바다에서 3일 새벽 규모 6.1의 지진이 나 최소 14명이 숨졌다.",
            "부상자는 90명을 넘었으며 옛 항구 지역에 피해가 컸다.",
            "이네스 알다라 주지사는 비상사태를 선포했다.",
            outlet="hanbit",
            at="2026-09-03T16:00",
        ),
        write(
            "en2",
            "en",
            "Magnitude 5.4 quake rattles Ostermark highlands, two dead",
            "A magnitude 5.4 earthquake hit the Ostermark highlands on Sunday evening, killing two people in Brenn.",
            "The road to Kellin was cut.",
            at="2026-09-06T22:00",
        ),
    )


def test_the_first_article_founds_a_story(quakes: list[Member]) -> None:
    found = assign(quakes[0], [], means())
    assert found.moves == {"en1": derived_id("story", "en1")}
    assert found.merged == {}


def test_the_same_event_in_another_language_joins(quakes: list[Member]) -> None:
    first = standing(quakes[0], "s1")
    assert assign(quakes[1], [first], means()).moves == {"ko1": "s1"}


def test_another_earthquake_in_the_same_week_founds_its_own(quakes: list[Member]) -> None:
    told = [standing(quakes[0], "s1"), standing(quakes[1], "s1")]
    assert assign(quakes[2], told, means()).moves == {"en2": derived_id("story", "en2")}


def test_a_later_article_merges_two_stories_and_the_larger_lives_on(
    quakes: list[Member], write: Callable[..., Article]
) -> None:
    (follow_up,) = members(
        write(
            "de1",
            "de",
            "Mindestens 14 Tote bei Beben der Stärke 6,1 vor Selvik",
            "Ein Erdbeben der Stärke 6,1 hat am Donnerstag die Küste von Selvik erschüttert, 14 Menschen starben.",
            "Mehr als 90 wurden im alten Hafenviertel verletzt.",
            "Gouverneurin Ines Aldara rief den Notstand aus.",
            outlet="elbbote",
            at="2026-09-03T09:00",
        )
    )
    twin = dataclasses.replace(quakes[0], article_id="en9", source_id="meridian")
    told = [standing(quakes[0], "big"), standing(twin, "big"), standing(quakes[1], "small")]
    found = assign(follow_up, told, means())
    assert found.moves["de1"] == "big"
    assert found.merged == {"small": "big"}
    assert found.moves["ko1"] == "big"
    assert any("small joins big" in reason for reason in found.reasons)


def test_an_article_that_stands_wrongly_is_moved(quakes: list[Member]) -> None:
    told = [standing(quakes[0], "s1"), standing(quakes[2], "s1")]
    found = assign(quakes[1], told, means())
    assert found.moves["ko1"] == "s1"
    assert found.moves.get("en2", "s1") != "s1"


def test_without_vectors_names_and_figures_decide(quakes: list[Member]) -> None:
    blind = [dataclasses.replace(one, vector=None) for one in quakes]
    found = assign(blind[2], [standing(blind[0], "s1")], means())
    assert found.moves["en2"] != "s1"


def test_an_article_whose_text_changed_keeps_its_story_where_nothing_else_speaks(quakes: list[Member]) -> None:
    changed = standing(quakes[0], "s7")
    assert assign(changed, [changed], means()).moves == {"en1": "s7"}


def test_consolidating_tells_only_what_changes(quakes: list[Member]) -> None:
    told = [standing(quakes[0], "s1"), standing(quakes[1], "s1"), standing(quakes[2], "s2")]
    assert consolidate(told, means()) == Regrouping({}, {}, ())


def test_signatures_of_another_version_are_empty_and_not_an_error() -> None:
    assert read_signature('{"n": [["a"]]}') == Signature()
    assert read_signature("no json") == Signature()


def test_a_signature_survives_its_json(quakes: list[Member]) -> None:
    for one in quakes:
        assert read_signature(one.signature).to_json() == one.signature


directions = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3), st.booleans()), min_size=1, max_size=14)


@settings(deadline=None, max_examples=60)
@given(directions)
def test_whatever_comes_the_stories_stay_whole(rows: Sequence[tuple[int, int, bool]]) -> None:
    """Each article stands in one story, merged stories have no members, and every id leads somewhere."""
    base = members_at_random(rows)
    stand: dict[str, Member] = {}
    ended: dict[str, str] = {}
    for member in base:
        found = assign(member, list(stand.values()), means())
        stand[member.article_id] = member
        for article, story in found.moves.items():
            stand[article] = standing(stand[article], story)
        ended |= found.merged
        living = {one.story_id for one in stand.values()}
        assert "" not in living
        assert not living & found.merged.keys()
        assert set(found.merged.values()) <= living
        assert found.moves[member.article_id] in living


def members_at_random(rows: Sequence[tuple[int, int, bool]]) -> list[Member]:
    generator = np.random.default_rng(7)
    axes = generator.normal(size=(6, 384)).astype(np.float32)
    found = []
    for number, (axis, noise, old) in enumerate(rows):
        vector = axes[axis] + noise * generator.normal(size=384).astype(np.float32)
        vector = np.asarray(vector / np.linalg.norm(vector), np.float32)
        at = f"2026-09-{1 + number:02d}T0{number % 10}:00:00+00:00"
        from datetime import datetime  # noqa: PLC0415 - only this maker needs it

        stand = f"old{axis}" if old and number == 0 else ""
        found.append(Member(f"a{number}", stand, "s", "en", datetime.fromisoformat(at), "", (), vector))
    return found
