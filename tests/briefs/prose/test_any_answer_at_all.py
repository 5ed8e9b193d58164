"""Whatever JSON comes back, a flow gives what it promises or says that it could not: nothing else is ever raised."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.doubles.scripted import run

from prism.briefs.prose import Sheet, draft, facts, gloss, revise, terms, update
from prism.model import Article, BadCompletion, Citation, Completion, Locale, Outcome, Prompt, Source, Story, Verdict

KEYS = st.sampled_from(
    [
        "facts",
        "statement",
        "citations",
        "said_by",
        "certainty",
        "names",
        "name",
        "forms",
        "language",
        "form",
        "section",
        "headline",
        "dek",
        "body",
        "title",
        "reported",
        "inferred",
        "sentences",
        "text",
        "kind",
        "tags",
        "replace",
        "add",
        "after",
        "drop",
        "label",
        "glosses",
    ]
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(allow_nan=False),
    st.sampled_from(
        [
            "F1",
            "F99",
            "A1.1",
            "A1.0-9",
            "S1",
            "S2",
            "P1",
            "N1",
            "ko",
            "inferred",
            "벨마르크가 123명을 석방했다.",
            "",
            "\n",
            "“",
        ]
    ),
    st.text(max_size=40),
)
ANSWERS = st.dictionaries(
    KEYS,
    st.recursive(
        LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=25
    ),
    max_size=6,
)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
NO_CLOCK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def end(flow: Generator[Prompt, Completion, Any], answer: str) -> None:
    """Give every question the same answer; the flow must end."""
    asked = 0
    try:
        next(flow)
        while True:
            asked += 1
            assert asked <= 12
            flow.send(Completion(answer, "any"))
    except (StopIteration, BadCompletion):
        return


@pytest.fixture
def flows(
    story: Story, reports: Sequence[Article], outlets: tuple[Source, ...], ko: Locale
) -> Callable[[], list[Generator[Prompt, Completion, Any]]]:
    """Every flow there is, about one story."""
    sheet: Sheet = run(facts(story, reports, outlets, ["ko"], {}))
    given: dict[str, Any] = {"names": {}, "now": NOW}
    brief = run(draft(sheet, story, outlets, ko, previous=None, **given))
    wrong = [Verdict("figures", Outcome.FAIL, address, "…", (Citation("a1", 1),)) for address, _ in brief.sentences()]
    earlier = replace(sheet.facts, revision=0, facts=sheet.facts.facts[:2])
    return lambda: [
        facts(story, reports, outlets, ["ko", "en"], {}),
        draft(sheet, story, outlets, ko, previous=brief, **given),
        revise(brief, sheet, wrong, ko, names={}),
        update(brief, earlier, sheet, story, outlets, ko, **given),
        gloss([(Citation("a1", 1), reports[0].passages[0].text, "en")], ko),
        terms([("Irina Solveg", "en", "")], ["ko"]),
    ]


@NO_CLOCK
@given(answer=ANSWERS)
def test_any_object_is_read_or_refused(answer: dict[str, Any], flows: Callable[[], list[Any]]) -> None:
    for flow in flows():
        end(flow, json.dumps(answer))


@NO_CLOCK
@given(answer=st.text(max_size=200))
def test_any_text_is_read_or_refused(answer: str, flows: Callable[[], list[Any]]) -> None:
    for flow in flows():
        end(flow, answer)
