"""Names become links, and nothing of the text is lost (defect 1 of the page that Prism must surpass)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.editions.linking import linked


def _joined(text: str, names: dict[str, str]) -> str:
    return "".join(piece.text for piece in linked(text, names))


def _links(text: str, *names: str) -> list[str]:
    return [piece.text for piece in linked(text, {name: f"/{name}/" for name in names}) if piece.link]


def test_the_particle_behind_a_name_stays() -> None:
    text = "이는 벨라루스가 러시아의 영향권에서 벗어나려는 시도다."
    assert _joined(text, {"벨라루스": "/b/", "러시아": "/r/"}) == text
    assert _links(text, "벨라루스", "러시아") == ["벨라루스", "러시아"]


@given(
    st.text(alphabet="가나다벨라루스러시아의는를 .AaBb日本語\u0301<>&'\"", max_size=80),
    st.lists(st.sampled_from(["벨라루스", "러시아", "아", "A", "日本", "<>", "a b", "Bb"]), max_size=6),
)
def test_pieces_join_to_the_text_whatever_the_names(text: str, names: list[str]) -> None:
    assert _joined(text, dict.fromkeys(names, "/x/")) == text


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_part_of_a_text_may_be_a_name(text: str, start: int, end: int) -> None:
    assert _joined(text, {text[start:end]: "/x/"}) == text


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("미국은 반대했다", "미국", True),
        ("미국에서는 반대했다", "미국", True),
        ("미국인 세 명이 다쳤다", "미국", False),
        ("대미국교 정상화", "미국", False),
        ("The Posted notice", "The Post", False),
        ("The Post, in print", "The Post", True),
        ("SCMP에 따르면", "SCMP", True),
        ("青葉新聞は伝えた", "青葉新聞", True),
        ("(NASA)", "NASA", True),
    ],
)
def test_a_name_is_linked_only_where_it_stands_alone(text: str, name: str, *, found: bool) -> None:
    assert bool(_links(text, name)) is found


def test_each_name_is_linked_once_and_the_longest_wins() -> None:
    assert _links("솔베이그 다리 옆 솔베이그 다리와 솔베이그", "솔베이그", "솔베이그 다리") == [
        "솔베이그 다리",
        "솔베이그",
    ]
    seen: set[str] = set()
    linked("한빛일보는 전했다", {"한빛일보": "/h/"}, once=seen)
    assert [piece.link for piece in linked("한빛일보는 또 전했다", {"한빛일보": "/h/"}, once=seen)] == [""]
