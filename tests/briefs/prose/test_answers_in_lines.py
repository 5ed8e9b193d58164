"""Lines of an answer come apart as whoever wrote them meant: label, text, labels, notes; rows are read as lines are."""

from __future__ import annotations

import pytest

from prism.asking.lines import Lined, headed, headed_rows, lined, text_rows


@pytest.mark.parametrize(
    ("line", "text", "labels", "notes"),
    [
        ("The dam has 12 cracks. [A1.2, A2.1]", "The dam has 12 cracks.", ("A1.2", "A2.1"), ()),
        ("둑에 금이 갔다 [F1, F3].", "둑에 금이 갔다.", ("F1", "F3"), ()),
        ("堤に亀裂がある。［F2］", "堤に亀裂がある。", ("F2",), ()),
        ("It may hold. [A1.4] | Ines Roth | uncertain", "It may hold.", ("A1.4",), ("Ines Roth", "uncertain")),
        ("It may hold. [A1.4] | | uncertain", "It may hold.", ("A1.4",), ("uncertain",)),
        ("Rain fell | and fell. (F7)", "Rain fell | and fell.", ("F7",), ()),
        ("One report says so. [2, 5]", "One report says so.", ("2", "5"), ()),
        ("Rain [F1] and hail fell. [F2]", "Rain [F1] and hail fell.", ("F1", "F2"), ()),
        ("The games (2022)", "The games (2022)", (), ()),
        ("No label at all.", "No label at all.", (), ()),
        ("", "", (), ()),
    ],
)
def test_a_line_comes_apart(line: str, text: str, labels: tuple[str, ...], notes: tuple[str, ...]) -> None:
    assert lined(line) == Lined(text, labels, notes)


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("S3 The dam holds. [F2]", "S3", "The dam holds. [F2]"),
        ("[S3]: The dam holds.", "S3", "The dam holds."),
        ("S12：둑은 버틴다.", "S12", "둑은 버틴다."),
        ("s4 - 堤は持つ。", "S4", "堤は持つ。"),
        ("The dam holds. [F2]", "", "The dam holds. [F2]"),
        ("A380 jets fly.", "A380", "jets fly."),
    ],
)
def test_a_line_begins_with_the_label_of_what_it_is_about(line: str, label: str, rest: str) -> None:
    assert headed(line) == (label, rest)


def test_rows_and_lines_and_what_is_wrapped_are_read_alike() -> None:
    row = {"text": "It rains.", "facts": ["F1"]}
    for given in ("It rains. [F1]", row, [row], ["It rains. [F1]"], {"sentences": [row]}, [[row]]):
        assert list(text_rows(given)) == [row]
    assert list(text_rows(None)) == list(text_rows(7)) == []
    for given in ("S2 It rains. [F1]", {"after": "S2", **row}):
        assert list(headed_rows([given], "after")) == [{"after": "S2", **row}]
