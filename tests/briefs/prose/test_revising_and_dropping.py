"""Only failing sentences are asked for again; what fails still falls, and a brief that no longer stands is none."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.doubles.scripted import fenced, run

from prism.briefs.prose import Sheet, facts, revise, without
from prism.briefs.prose.mending import mended
from prism.briefs.prose.revise import answered
from prism.model import (
    Article,
    Brief,
    Citation,
    Completion,
    Insight,
    Kind,
    Locale,
    Outcome,
    Provenance,
    Sentence,
    Source,
    Story,
    Verdict,
    prompt_key,
)

SAID = ["미국은 제재를 풀기로 했다.", "사망자는 45명이다.", "유럽연합은 제재를 유지한다.", "협상은 이틀 걸렸다."]


@pytest.fixture
def sheet(story: Story, reports: Sequence[Article], outlets: tuple[Source, ...]) -> Sheet:
    return run(facts(story, reports, outlets, ["ko"], {}))


def brief_of(body: Sequence[str] = SAID) -> Brief:
    """A brief with that body, two sentences to a paragraph."""
    return Brief(
        id="b",
        story_id="st-test",
        story_revision=1,
        locale="ko",
        headline=Sentence("벨마르크, 123명 석방", ("F1",)),
        dek=(Sentence("The Harbour Post에 따르면 벨마르크가 123명을 석방했다.", ("F1",)),),
        body=tuple(Sentence(text, ("F2",), paragraph=place // 2) for place, text in enumerate(body)),
        insight=Insight("석방과 제재", (Sentence("제재가 풀릴 가능성이 있다.", ("F2",), Kind.INFERRED),)),
        section="world",
        tags=(),
        provenance=Provenance("prose", "m", "prose-1", datetime(2026, 11, 22, tzinfo=UTC)),
        changes=("새로 담은 내용: 사망자는 45명이다.",),
    )


def failed(*addresses: str, check: str = "figures") -> tuple[Verdict, ...]:
    return tuple(
        Verdict(check, Outcome.FAIL, address, "45명: 출처에서 찾지 못했다.", (Citation("a1", 1),))
        for address in addresses
    )


def test_only_the_failing_sentences_are_shown_and_changed(sheet: Sheet, ko: Locale, send: Callable[..., Any]) -> None:
    brief = brief_of()
    flow = revise(brief, sheet, failed("body.1"), ko, names={})
    shown = fenced(next(flow))
    assert "S1 [F2] 사망자는 45명이다." in shown
    assert "- 45명: 출처에서 찾지 못했다." in shown
    assert any(line.startswith("A1.1 Velmark released 123") for line in shown)
    assert not any(SAID[0] in line for line in shown)
    answer = {"sentences": [{"label": "S1", "text": "풀려난 사람은 123명이다", "facts": ["F1"], "kind": "inferred"}]}
    found = send(revise(brief, sheet, failed("body.1"), ko, names={}), Completion(json.dumps(answer), "n", tokens_in=9))
    assert found.body[1] == Sentence("풀려난 사람은 123명이다.", ("F1",), Kind.REPORTED, 0)
    for place in (0, 2, 3):
        assert found.body[place] is brief.body[place]
    assert found.changes == ("새로 담은 내용: 풀려난 사람은 123명이다.",)
    assert found.provenance.model == "m, n"
    assert found.provenance.usage.tokens_in == 9


def test_nothing_failing_asks_nothing(sheet: Sheet, ko: Locale, send: Callable[..., Any]) -> None:
    brief = brief_of()
    warned = (Verdict("names", Outcome.WARN, "body.0", "…"),)
    assert send(revise(brief, sheet, warned, ko, names={})) is brief


def test_useless_answers_leave_the_brief_as_it_was(sheet: Sheet, ko: Locale, send: Callable[..., Any]) -> None:
    brief = brief_of()
    english = {"sentences": [{"label": "S1", "text": "One hundred and twenty-three people are free.", "facts": ["F1"]}]}
    flow = revise(brief, sheet, failed("body.1"), ko, names={})
    assert send(flow, "no", json.dumps(english), Completion("", "m", "refusal")) is brief


def test_the_second_round_never_meets_the_first_one_s_answers(sheet: Sheet, ko: Locale) -> None:
    prompts = [next(revise(brief_of(), sheet, failed("body.1"), ko, names={}, attempt=round_)) for round_ in (0, 1)]
    assert prompts[0].user == prompts[1].user
    assert prompt_key(prompts[0]) != prompt_key(prompts[1])


def test_what_fails_falls(ko: Locale) -> None:
    left = without(brief_of(), failed("body.1", "insight.0"))
    assert left is not None
    assert [one.text for one in left.body] == [SAID[0], SAID[2], SAID[3]]
    assert left.insight is None
    assert left.changes == ()


@pytest.mark.parametrize(
    "verdicts",
    [
        failed("headline"),
        failed("dek.0"),
        failed("body.0", "body.1", "body.2"),
        failed("", check="copying"),
    ],
)
def test_a_brief_that_no_longer_stands_is_none(verdicts: tuple[Verdict, ...]) -> None:
    assert without(brief_of(), verdicts) is None


def test_a_bad_title_takes_the_insight_with_it() -> None:
    left = without(brief_of(), failed("", check="script"))
    assert left is not None
    assert left.insight is None
    assert left.body == brief_of().body


def test_where_all_is_too_much_the_sentences_that_were_warned_of_fall() -> None:
    warned = (Verdict("copying", Outcome.WARN, "body.2", "…"),)
    left = without(brief_of(), (*failed("", check="copying"), *warned))
    assert left is not None
    assert [one.text for one in left.body] == [SAID[0], SAID[1], SAID[3]]


def test_a_brief_without_failures_is_itself() -> None:
    brief = brief_of()
    assert without(brief, ()) == brief


@given(st.sets(st.integers(0, 7)))
def test_what_is_left_keeps_its_bytes_and_its_order(fallen: set[int]) -> None:
    brief = brief_of([f"{place}번째 문장이다." for place in range(8)])
    left = without(brief, failed(*(f"body.{place}" for place in fallen)))
    kept = [one.text for place, one in enumerate(brief.body) if place not in fallen]
    if len(kept) < 4:
        assert left is None
        return
    assert left is not None
    assert [one.text for one in left.body] == kept
    numbers = [one.paragraph for one in left.body]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(set(numbers))))


def test_several_sentences_may_stand_in_the_place_of_one() -> None:
    brief = brief_of()
    two = (Sentence("하나다.", ("F1",)), Sentence("둘이다.", ("F2",)))
    found = mended(brief, {"body.0": two})
    assert found is not None
    assert [one.text for one in found.body[:3]] == ["하나다.", "둘이다.", SAID[1]]
    assert mended(brief, {"headline": ()}) is None
    assert replace(brief, version=1) == mended(brief, {})


@pytest.mark.parametrize("name", ["small", "drafts, written beforehand"])
def test_a_model_that_answers_again_is_named_once(name: str) -> None:
    first = Provenance("prose", name, "prose-2", datetime(2026, 11, 22, tzinfo=UTC))
    assert answered(answered(first, name), name).model == name
    both = answered(first, "other")
    assert both.model == f"{name}, other"
    assert answered(answered(both, name), "other") == both
    assert answered(Provenance("prose", "", "prose-2", datetime(2026, 11, 22, tzinfo=UTC)), name).model == name
