"""A new revision: what nothing changed keeps its bytes, and the page says what is new."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.doubles.scripted import Scripted, fenced, run

from prism.briefs.prose import Sheet, draft, facts, update
from prism.briefs.prose.changes import changes
from prism.model import Article, Brief, Locale, Source, Story

NOW = datetime(2026, 11, 23, tzinfo=UTC)
NEWS = "A second group of 18 prisoners crossed the border on Sunday, the border guard said."


@pytest.fixture
def sheet(story: Story, reports: Sequence[Article], outlets: tuple[Source, ...]) -> Sheet:
    return run(facts(story, reports, outlets, ["ko"], {}))


@pytest.fixture
def previous(sheet: Sheet, story: Story, outlets: tuple[Source, ...], ko: Locale, send: Callable[..., Any]) -> Brief:
    """The first version, by hand."""
    answer = {
        "headline": {"text": "벨마르크, 정치범 123명 석방", "facts": ["F1"]},
        "dek": [{"text": "The Harbour Post는 벨마르크가 정치범 123명을 석방했다고 전했다.", "facts": ["F1"]}],
        "body": [
            [{"text": "미국은 칼륨 제재를 풀기로 했다.", "facts": ["F2"]}],
            [{"text": "유럽연합은 자체 제재를 유지하겠다고 밝혔다.", "facts": ["F5"]}],
        ],
        "title": "석방과 제재",
        "reported": [],
        "inferred": [{"text": "제재 해제가 뒤따를 가능성이 있다.", "facts": ["F2"]}],
    }
    flow = draft(sheet, story, outlets, ko, names={}, previous=None, now=NOW)
    found = send(flow, json.dumps(answer, ensure_ascii=False))
    assert isinstance(found, Brief)
    return found


@pytest.fixture
def grown(
    reports: Sequence[Article], make_article: Callable[..., Article], make_story: Callable[..., Story]
) -> tuple[Story, tuple[Article, ...]]:
    """The story a day later, with one more report before the others in the sheet's order."""
    more = make_article(
        "a0", [NEWS, "The first group had been 123."], language="en", title="More freed", source="kurier", hours=30
    )
    members = (more, *reports)
    return make_story(members, revision=2), members


@pytest.fixture
def updated(previous: Brief, sheet: Sheet, outlets: tuple[Source, ...], ko: Locale) -> Callable[..., Any]:
    """The flow that brings the first version to a later sheet."""

    def build(later: Sheet, story: Story, before: Brief = previous) -> Any:
        return update(before, sheet.facts, later, story, outlets, ko, names={}, now=NOW)

    return build


def test_where_nothing_is_new_nothing_is_asked(
    updated: Callable[..., Any], sheet: Sheet, story: Story, previous: Brief, send: Callable[..., Any]
) -> None:
    later = replace(story, revision=2)
    found = send(updated(replace(sheet, facts=replace(sheet.facts, revision=2)), later))
    assert found == replace(previous, story_revision=2)


def test_the_same_facts_in_other_words_and_order_are_not_new(
    updated: Callable[..., Any], sheet: Sheet, story: Story, previous: Brief, send: Callable[..., Any]
) -> None:
    own = sheet.facts.facts
    shuffled = tuple(replace(fact, id=f"F{n}") for n, fact in enumerate(reversed(own), start=1))
    found = send(updated(replace(sheet, facts=replace(sheet.facts, facts=shuffled)), story))
    assert [one.text for _, one in found.sentences()] == [one.text for _, one in previous.sentences()]
    table = {fact.id: fact.statement for fact in shuffled}
    before = {fact.id: fact.statement for fact in own}
    for (_, now), (_, then) in zip(found.sentences(), previous.sentences(), strict=True):
        assert [table[one] for one in now.facts] == [before[one] for one in then.facts]


def test_what_is_new_is_added_and_told(
    updated: Callable[..., Any],
    grown: tuple[Story, tuple[Article, ...]],
    outlets: tuple[Source, ...],
    previous: Brief,
    send: Callable[..., Any],
) -> None:
    story, members = grown
    later = run(facts(story, members, outlets, ["ko"], {}))
    shown = fenced(next(updated(later, story)))
    assert any(NEWS in line for line in shown)
    assert not any("Washington said" in line for line in shown), "what was known is not sent again"
    body = next(line for line in shown if line.startswith("S") and "유럽연합" in line)
    new = next(fact.id for fact in later.facts.facts if fact.statement == NEWS)
    answer = {
        "replace": [
            {"label": "S1", "text": "벨마르크, 18명 추가 석방", "facts": [new]},
            {"label": "S3", "text": "미국은 제재를 없애기로 했다.", "facts": ["F3"]},
        ],
        "add": [
            {"after": body.split(" ")[0], "text": "18명이 추가로 국경을 넘었다고 국경수비대가 밝혔다.", "facts": [new]}
        ],
        "drop": [],
        "title": "",
        "reported": [],
        "inferred": [],
    }
    found = send(updated(later, story), json.dumps(answer, ensure_ascii=False))
    assert (found.version, found.story_revision) == (2, 2)
    assert found.headline.text == "벨마르크, 18명 추가 석방"
    assert [one.text for one in found.body] == [
        "미국은 칼륨 제재를 풀기로 했다.",  # its replacement rests on nothing new
        "유럽연합은 자체 제재를 유지하겠다고 밝혔다.",
        "18명이 추가로 국경을 넘었다고 국경수비대가 밝혔다.",
    ]
    assert found.dek[0].text == previous.dek[0].text
    assert previous.insight is not None
    assert found.insight.title == previous.insight.title
    assert "Elbkurier" in found.changes[0]
    assert any("18명이 추가로" in line for line in found.changes)
    cited = {fact for _, sentence in found.sentences() for fact in sentence.facts}
    assert cited <= {fact.id for fact in later.facts.facts}


def test_an_outlet_that_the_last_version_rested_on_is_not_told_as_new(
    sheet: Sheet, ko: Locale, previous: Brief
) -> None:
    dek = (replace(previous.dek[0], text="벨마르크가 정치범 123명을 석방했다."),)
    silent = replace(previous, dek=dek)
    brief = replace(silent, story_revision=2)
    assert "The Harbour Post" in changes(silent, brief, sheet, ko)[0]
    told = changes(silent, brief, sheet, ko, known={"The Harbour Post"})
    assert not any("The Harbour Post" in line for line in told)


def test_what_no_report_bears_any_more_is_lost(
    updated: Callable[..., Any],
    reports: Sequence[Article],
    make_story: Callable[..., Story],
    make_article: Callable[..., Article],
    outlets: tuple[Source, ...],
    send: Callable[..., Any],
) -> None:
    texts = [passage.text for passage in reports[0].passages]
    amended = replace(reports[0], passages=reports[0].passages[:-1], content_hash="other")
    assert "European Union" in texts[-1]
    story = make_story((amended, reports[1]), revision=2)
    later = run(facts(story, (amended, reports[1]), outlets, ["ko"], {}))
    shown = fenced(next(updated(later, story)))
    assert any("[lost] 유럽연합" in line for line in shown)
    nothing = {"replace": [], "add": [], "drop": [], "title": "", "reported": [], "inferred": []}
    found = send(updated(later, story), json.dumps(nothing))
    assert [one.text for one in found.body] == ["미국은 칼륨 제재를 풀기로 했다."]


def test_a_model_can_not_empty_a_brief(
    updated: Callable[..., Any],
    grown: tuple[Story, tuple[Article, ...]],
    outlets: tuple[Source, ...],
    send: Callable[..., Any],
) -> None:
    story, members = grown
    later = run(facts(story, members, outlets, ["ko"], {}))
    answer = {
        "replace": [],
        "add": [],
        "drop": ["S1", "S2", "S3", "S4", "S5"],
        "title": "",
        "reported": [],
        "inferred": [],
    }
    found = send(updated(later, story), json.dumps(answer))
    assert len(found.body) == 1
    assert found.headline.text


def test_a_digest_is_drafted_anew(updated: Callable[..., Any], sheet: Sheet, story: Story, previous: Brief) -> None:
    digest = replace(previous, provenance=replace(previous.provenance, writer="digest"))
    assert next(updated(sheet, story, digest)).purpose == "draft"


def test_the_scripted_model_goes_the_whole_way(
    updated: Callable[..., Any], grown: tuple[Story, tuple[Article, ...]], outlets: tuple[Source, ...]
) -> None:
    story, members = grown
    later = run(facts(story, members, outlets, ["ko"], {}))
    found = run(updated(later, story), Scripted())
    assert found.version == 2
    assert "Elbkurier" in found.body[-1].text
