"""Names that no reader of names finds are met by their sound; small and vague figures count beside them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.languages import quantities
from prism.model import Article, Basis, Member, Passage, Rights, Use
from prism.stories import sign
from prism.stories.concepts import concepts_of
from prism.stories.evidence import FEATURES, compare, setting, view
from prism.stories.signatures import read_signature
from prism.stories.sounds import is_generic, script_of, sounds_of

AT = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def member(name: str, language: str, title: str, *passages: str) -> Member:
    rights = Rights(Use.LINK, Basis.DEFAULT, "", AT)
    numbered = tuple(Passage(number, text) for number, text in enumerate(passages, 1))
    return sign(
        Article(
            id=name,
            source_id=name,
            url="",
            canonical_url="",
            language=language,
            title=title,
            passages=numbered,
            retrieved_at=AT,
            content_hash=name,
            rights=rights,
            published_at=AT,
        ),
        None,
    )


def feature(name: str, a: Member, b: Member) -> float:
    views = [view(a, {}), view(b, {})]
    return compare(views[0], views[1], setting(views))[FEATURES.index(name)]


def bones(texts: list[str], language: str) -> set[str]:
    return {form[0] for forms in sounds_of(texts, language) for form in forms}


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("도람시는 4일 다리를 막았다.", "The city of Doram closed the crossing."),
        ("탈브렌 오픈에서 이겼다.", "She won the Talbren Open."),
        ("미르넬대교가 내려앉았다.", "Part of the Mirnel Bridge sank."),
        ("상대는 이고르 벨린이었다.", "She beat Igor Velin in the final."),
    ],
)
def test_a_name_without_a_title_is_met_by_its_sound(korean: str, english: str) -> None:
    shared = bones([korean], "ko") & bones([english], "en")
    assert any(len(one) >= 3 for one in shared)


def test_sounds_count_between_scripts_only() -> None:
    korean = member("a", "ko", "도람시 미르넬대교 통제", "도람시는 4일 미르넬대교를 막았다.")
    english = member("b", "en", "Doram closes bridge", "The city of Doram closed the Mirnel Bridge on Monday.")
    other = member("c", "en", "Valken yard opens", "The city of Prossen opened the Valken yard on Monday.")
    assert feature("sounds", korean, english) > 1
    assert feature("sounds", korean, other) < 0.4
    assert feature("sounds", english, other) == 0


def test_figures_count_across_units_that_leave_open_what_is_counted() -> None:
    korean = member("a", "ko", "다리 통제", "하루 평균 3만4000대가 이용한다. 2명이 다쳤다.")
    english = member("b", "en", "Bridge shut", "It carries 34,000 vehicles a day. Two people were hurt.")
    assert feature("figures", korean, english) >= 0.5
    assert feature("small", korean, english) > 0


def test_many_matches_end_two_to_one() -> None:
    first = member("a", "en", "Rovers beat Vale 2-1", "Rovers won 2-1.")
    second = member("b", "de", "Rovers schlagen Vale 2:1", "Rovers gewannen 2:1.")
    vote = member("c", "en", "Parliament votes 112-97", "It passed 112-97.")
    again = member("d", "de", "Parlament stimmt 112:97", "Es ging 112:97 aus.")
    assert feature("scores", first, second) < feature("scores", vote, again) == 1


def test_what_happened_is_said_of_the_part_and_not_of_its_whole() -> None:
    text = "Coastguards said 120 of the 126 people on board had been rescued and six were missing."
    read = quantities(text, "en")
    told = {str(one.value): counted.concept for one, counted in zip(read, concepts_of(text, read, "en"), strict=True)}
    assert told["120"] == "rescued"
    assert told["6"] == "missing"


def test_kinds_of_things_are_no_names() -> None:
    assert is_generic("City", "en")
    assert is_generic("チップ", "ja")
    assert not is_generic("Doram", "en")
    assert script_of("de") == script_of("en") != script_of("ru")


@given(st.text(max_size=200), st.sampled_from(["ko", "en", "ja", "zh", "de", "ru", "xx"]))
def test_any_text_has_sounds_that_survive_the_signature(text: str, language: str) -> None:
    one = member("a", language, text, text)
    assert read_signature(one.signature).to_json() == (one.signature)
    assert 0 <= feature("sounds", one, member("b", "th", "x", "y")) <= 3
