"""The index of the search: segments that stay as they are, shards that hold what a word needs, few files for one more story."""

from __future__ import annotations

import json
import string
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.app.locales import all_locales, load_locale
from prism.editions.catalogue import Heaps
from prism.editions.samples import SAMPLE_TIME, sample_dossier, sample_edition, sample_frame
from prism.editions.search import search_pages
from prism.editions.search.pages import sentences
from prism.editions.search.postings import encoded
from prism.editions.search.segments import ENDS, segments
from prism.editions.search.tokens import bare, folded, pairs, stem, words
from prism.editions.teasers import teaser
from prism.model import Edition, Locale, Teaser, derived_id

LOCALE = load_locale("ko")
FRAME = sample_frame(LOCALE)
_ALPHABET = string.digits + string.ascii_lowercase + string.ascii_uppercase + "-_"


def _stories(count: int) -> list[Teaser]:
    base = sample_edition(LOCALE).placements[1]
    return [
        replace(
            base,
            story_id=derived_id("index", str(number)),
            path=f"/ko/story/{derived_id('index', str(number))}/",
            headline=f"제목 {number}호",
            published_at=SAMPLE_TIME + timedelta(minutes=number),
        )
        for number in range(count)
    ]


def _edition(stories: list[Teaser]) -> Edition:
    return replace(sample_edition(LOCALE), placements=tuple(stories))


def _built(stories: list[Teaser]) -> dict[str, bytes]:
    return {file.path: file.body for file in search_pages(_edition(stories), FRAME, None)}


def test_segments_hold_each_story_once_in_order() -> None:
    stories = _stories(3000)
    found = segments(stories, Heaps(ENDS, stories).rows[None])
    assert [story for segment in found for story in segment.stories] == stories
    assert len({segment.name for segment in found}) == len(found)
    assert len(found) < 20
    for segment in found:
        assert [story for chunk in segment.chunks() for story in chunk] == list(segment.stories)


def test_one_story_more_changes_few_files() -> None:
    stories = _stories(320)
    counts: list[int] = []
    for number in range(300, 320):
        before, after = _built(stories[:number]), _built(stories[: number + 1])
        counts.append(sum(before.get(path) != body for path, body in after.items()))
    assert sorted(counts)[len(counts) // 2] <= 4


@pytest.mark.parametrize("what", ["new", "changed", "gone", "elsewhere"])
def test_what_is_made_for_a_change_and_what_stood_are_the_whole(what: str) -> None:
    stories = _stories(200)
    changed = replace(stories[50], headline="전혀 다른 제목", version=2)
    after = {
        "new": stories,
        "changed": [changed if story is stories[50] else story for story in stories],
        "gone": [story for story in stories if story is not stories[120]],
        "elsewhere": [replace(story, section="sport") if story is stories[3] else story for story in stories],
    }[what]
    before = stories[:-1] if what == "new" else stories
    touched = [story for story in before if story not in after] + [story for story in after if story not in before]
    kept = _built(before)
    made = {file.path: file.body for file in search_pages(_edition(after), FRAME, touched)}
    whole = _built(after)
    assert {path: (kept | made).get(path) for path in whole} == whole
    assert made.keys() <= whole.keys()


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert _built(_stories(100)) == _built(list(reversed(_stories(100))))


@pytest.mark.parametrize("locale", all_locales(), ids=lambda locale: locale.tag)
def test_the_sample_s_sentences_stand_with_the_address_of_their_evidence(locale: Locale) -> None:
    dossier = sample_dossier(locale)
    known = {address.replace(".", "-"): one.text for address, one in dossier.brief.sentences()}
    found = dict(sentences(teaser(dossier)))
    assert found == {where: text for where, text in known.items() if where.startswith(("dek", "body"))}


def test_a_teaser_of_an_older_prism_gives_whole_paragraphs() -> None:
    old = replace(sample_edition(LOCALE).placements[0], lengths=())
    assert [text for _, text in sentences(old)] == [old.dek, *old.paragraphs]


def test_postings_can_be_read_back() -> None:
    @given(st.dictionaries(st.integers(0, 100_000), st.integers(0, 3)))
    def check(places: dict[int, int]) -> None:
        text = encoded(at * 4 + places[at] for at in sorted(places))
        found: dict[int, int] = {}
        at = value = shift = 0
        for letter in text:
            figure = _ALPHABET.index(letter)
            value |= (figure & 31) << shift
            shift += 5
            if figure < 32:
                at += value >> 2
                found[at] = value & 3
                value = shift = 0
        assert found == places

    check()


def test_words_and_their_terms() -> None:
    assert words("뉴욕증시, 3% 급락… “Fed” 발표") == ["뉴욕증시", "3", "급락", "fed", "발표"]
    assert list(pairs("뉴욕증시")) == ["뉴욕", "욕증", "증시"]
    assert list(pairs("북")) == ["북"]
    assert bare("우크라이나에서는") == "우크라이나"
    assert bare("북은") == "북은"
    assert stem("elections", "en") == stem("election", "en")
    assert stem("häuser", "de") == stem("haus", "de")
    assert folded("Élysée") == "elysee"
    assert words("津波の心配") == ["津波の心配"]


def test_names_of_outlets_and_tags_are_found_too() -> None:
    edition = sample_edition(LOCALE)
    terms: set[str] = set()
    for file in search_pages(edition, FRAME, None):
        if file.path.endswith("/0.json"):
            terms |= set(json.loads(file.body)["t"])
    names = {source.id: source.name for source, _ in edition.sources}
    for outlet in edition.placements[0].outlets:
        for word in words(names[outlet]):
            assert terms >= (set(pairs(word)) if not word.isascii() else {stem(word, "ko")})
