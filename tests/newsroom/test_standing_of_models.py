"""What a model wrote elsewhere counts for what it writes next: within a run, and from run to run."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.checks.brief_stories import good_briefs
from tests.doubles.scripted import Scripted, shown
from tests.newsroom.press import NOW, pressing, register, tree, usual
from tests.newsroom.test_prose_in_the_newsroom import desk, works, writers

from prism.app.commands.explain import Newsroom, explained
from prism.model import Action, Decision, Prompt, Provenance, Tally
from prism.newsroom import Tools, run_once
from prism.newsroom.standing import Known
from prism.newsroom.writing import _rounds


def remember(tools: Tools, model: str, tally: Tally) -> None:
    """A brief in each edition that a model wrote before."""
    for case in good_briefs():
        if case.brief.locale in {"ko", "en"}:
            provenance = Provenance("prose", model, "1", NOW, tally=tally)
            brief = dataclasses.replace(case.brief, provenance=provenance)
            decision = Decision(brief.id, brief.version, Action.HOLD, "policy", "held", NOW)
            tools.archive.put_decided(brief, case.facts, NOW, verdicts=(), decision=decision, correction=None)


def new(tools: Tools) -> list[Any]:
    old = {case.brief.id for case in good_briefs()}
    return [work for work in works(tools) if work.brief.id not in old]


@pytest.mark.parametrize(("tally", "held"), [(Tally(9, 12), True), (Tally(1, 12), False)])
def test_a_model_is_known_by_its_record(tmp_path: Path, tally: Tally, *, held: bool) -> None:
    with pressing(usual()) as press, desk(tmp_path, press, Scripted()) as tools:
        register(tools, press)
        remember(tools, "scripted", tally)
        run_once(tools)
        for work in new(tools):
            assert work.decision.action is (Action.HOLD if held else Action.PUBLISH)
            assert work.brief.provenance.standing.failed >= tally.failed, "kept with what was decided"
            story = tools.archive.story(work.brief.story_id)
            assert story is not None
            room = Newsroom(tools.archive, tools.frames, tools.interests, NOW)
            told = "\n".join(explained(room, story))
            assert f"{work.brief.provenance.standing.failed} of {work.brief.provenance.standing.checked}" in told
            published = tools.archive.published_work(work.brief.id)
            assert published is not None, "readers have a digest where the prose is held"
            assert published.brief.provenance.writer == ("digest" if held else "prose")


def test_another_models_record_is_its_own(tmp_path: Path) -> None:
    with pressing(usual()) as press, desk(tmp_path, press, Scripted()) as tools:
        register(tools, press)
        remember(tools, "another", Tally(12, 12))
        run_once(tools)
        assert {work.decision.action for work in new(tools)} == {Action.PUBLISH}


class BadAtOne(Scripted):
    """Invents all of the story about one thing, and nothing of the others."""

    def draft(self, prompt: Prompt) -> Mapping[str, Any]:
        answer = dict(super().draft(prompt))
        facts = [ident for ident, _, text in shown(prompt)[1] if "대교" in text or "ridge" in text]
        if facts and "(en)" in prompt.system:
            rows = [f"{n} elephants were killed in Madrid in {1900 + n}." for n in range(3, 15)]
            answer["body"] = [[{"text": text, "facts": facts[:1]} for text in rows]]
        return answer


def test_what_a_model_writes_in_a_first_round_counts_for_all_of_it_and_twice_alike(tmp_path: Path) -> None:
    trees = []
    with pressing(usual()) as press:
        for folder in (tmp_path / "one", tmp_path / "two"):
            folder.mkdir()
            with desk(folder, press, BadAtOne()) as tools:
                register(tools, press)
                run_once(tools)
                decided = {(work.brief.locale, work.decision.action) for work in works(tools) if work.decision}
                assert decided == {("en", Action.HOLD), ("ko", Action.PUBLISH)}, "the other story's draft too"
                assert writers(tools) == {"prose"}
            trees.append(tree(folder))
    assert trees[0] == trees[1]


def test_rounds_hold_everything_once_in_its_order() -> None:
    for size in (0, 1, 8, 9, 16, 17, 100):
        due: list[Any] = list(range(size))
        rounds = list(_rounds(due))
        assert [one for some in rounds for one in some] == due
        assert all(len(some) <= max(8, sum(map(len, rounds[:n]))) for n, some in enumerate(rounds))


def test_a_draft_does_not_count_for_itself() -> None:
    case = next(iter(good_briefs()))
    made = Provenance("prose", "m", "1", NOW, tally=Tally(3, 9))
    known = Known()
    known.add(dataclasses.replace(case.brief, provenance=made))
    assert known.tallies[case.brief.locale, "m"] == Tally(3, 9)
