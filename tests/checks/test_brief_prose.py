"""Prose over the same stories: good briefs are published, those with one error are held.

Written once, before the rules were seen to judge them, and not tuned on. What is asserted is a floor, since the rules of
grounding are right most of the time and not always; the figures stand in decision 0090.
"""

from __future__ import annotations

from collections import Counter

from tests.checks.brief_prose import prose_briefs

from prism.model import Outcome

GOOD_HELD, WRONG_HELD = 4, 28
"""At most so many good ones of those without a slip may be held; at least so many wrong ones of 36 must be."""


def test_there_are_a_dozen_an_edition() -> None:
    assert Counter(one.case.locale.tag for one in prose_briefs()) == {"ko": 12, "en": 12, "ja": 12}


def test_good_prose_is_published() -> None:
    held = [one.case.name for one in prose_briefs() if not one.undated and one.case.failures()]
    assert len(held) <= GOOD_HELD, held


def test_undated_days_are_held_and_nothing_else_about_them() -> None:
    for one in prose_briefs():
        if one.undated:
            assert "dates" in {verdict.check for verdict in one.case.failures()}, one.case.name


def test_prose_with_one_error_is_held() -> None:
    held = [
        one
        for one in prose_briefs()
        if any(verdict.sentence == one.address for verdict in one.case.failures(one.wrong))
    ]
    assert len(held) >= WRONG_HELD


def test_a_verdict_on_prose_names_words_and_passages() -> None:
    found = [
        verdict
        for one in prose_briefs()
        for verdict in one.case.failures(one.wrong)
        if one.kind == "figure" and verdict.check == "figures" and verdict.sentence == one.address
    ]
    assert found
    assert all(one.words and one.evidence and one.outcome is Outcome.FAIL for one in found)
