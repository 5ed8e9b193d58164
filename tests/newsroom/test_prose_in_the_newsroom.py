"""From feeds to a site with a model that writes: what waits, what stands in, what replaces what."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import numpy as np
from tests.doubles.scripted import Scripted
from tests.newsroom.press import BRIDGE_LATER_KO, NOW, Piece, Press, newsroom, pressing, register, tree, usual

from prism.adapters.testing import SetClock, WordEmbedder
from prism.model import Action, Asked, Completion, ModelUnreachable, Prompt, Vector, prompt_key
from prism.newsroom import Tools, collect, run_once
from prism.newsroom.spending import Budget
from prism.ports import ChatModel, Work


class TwoEvents(WordEmbedder):
    """The two events of the press lie apart, whatever the language: without a model to load."""

    def _one(self, text: str) -> Vector:
        vector = super()._one(text) * np.float32(0.3)
        vector[0 if "대교" in text or "ridge" in text else 1] += np.float32(1)
        return vector / np.float32(np.linalg.norm(vector))


EMBEDDER = TwoEvents()


@contextmanager
def desk(
    folder: Path, press: Press, model: ChatModel | None, *, budget: Budget | None = None, clock: SetClock | None = None
) -> Iterator[Tools]:
    with newsroom(folder, press, clock, EMBEDDER) as tools:
        yield dataclasses.replace(tools, model=model, prose=True, parallel=4, budget=budget or Budget())


def works(tools: Tools) -> list[Work]:
    return list(tools.archive.iterate_work())


def writers(tools: Tools) -> set[str]:
    return {work.brief.provenance.writer for work in works(tools)}


class Away:
    """A model whose server is down."""

    name = "away"

    def complete(self, _prompt: Prompt) -> Completion:
        raise ModelUnreachable("no connection")


def test_a_model_writes_every_edition_from_one_reading(tmp_path: Path) -> None:
    model = Scripted()
    with pressing(usual()) as press, desk(tmp_path, press, model) as tools:
        register(tools, press)
        summary = run_once(tools)
        assert summary.failures == ()
        assert writers(tools) == {"prose"}
        assert {work.decision.action for work in works(tools) if work.decision} == {Action.PUBLISH}
        purposes = [prompt.purpose for prompt in model.asked]
        assert purposes.count("facts") == 2, "two stories, each read once for both editions"
        assert purposes.count("draft") == 4
        for work in works(tools):
            assert work.brief.provenance.usage.tokens_in > 0
            assert (work.brief.provenance.model, work.brief.version) == ("scripted", 1)


def test_nothing_new_asks_nothing(tmp_path: Path) -> None:
    model = Scripted()
    with pressing(usual()) as press:
        with desk(tmp_path, press, model) as tools:
            register(tools, press)
            run_once(tools)
        before, asked = tree(tmp_path), len(model.asked)
        with desk(tmp_path, press, model, clock=SetClock(NOW + timedelta(minutes=30))) as tools:
            tools.archive.poll_all(tools.clock.now())
            summary = run_once(tools)
    assert (len(model.asked), summary.written, tree(tmp_path)) == (asked, 0, before)


def test_while_the_model_is_away_digests_stand_in_and_prose_replaces_them(tmp_path: Path) -> None:
    with pressing(usual()) as press:
        with desk(tmp_path, press, Away()) as tools:
            register(tools, press)
            summary = run_once(tools)
            assert writers(tools) == {"digest"}
            assert summary.waits == {("card.model", True): 4}
            assert [(one.stage, one.subject_id) for one in summary.failures] == [("model", "language model")]
            assert tools.archive.waits("ko") == (), "readers are not told: they have a brief"
        digests = tree(tmp_path)
        with desk(tmp_path, press, Scripted(), clock=SetClock(NOW + timedelta(hours=1))) as tools:
            summary = run_once(tools)
            assert (writers(tools), {work.brief.version for work in works(tools)}) == ({"prose"}, {2})
            assert (summary.waits, summary.published, summary.failures) == ({}, 4, ())
            assert all(not work.brief.changes for work in works(tools)), "nothing happened that a reader should be told"
        assert tree(tmp_path) != digests


def test_a_story_that_no_source_tells_in_the_language_waits_for_the_model_and_says_so(tmp_path: Path) -> None:
    pieces = {"port": usual()["port"]}
    with pressing(pieces) as press:
        with desk(tmp_path, press, None) as tools:
            register(tools, press)
            summary = run_once(tools)
            assert {reason for _, reason in tools.archive.waits("ko")} == {"card.model"}
            assert summary.waits == {("card.model", False): 2, ("card.model", True): 2}
        with desk(tmp_path, press, Scripted()) as tools:
            run_once(tools)
            assert tools.archive.waits("ko") == ()
            assert {work.brief.locale for work in works(tools)} == {"ko", "en"}


def test_without_budget_all_waits_and_goes_on_the_next_day(tmp_path: Path) -> None:
    model = Scripted()
    with pressing(usual()) as press:
        with desk(tmp_path, press, model, budget=Budget(tokens_a_day=10)) as tools:
            register(tools, press)
            assert run_once(tools).waits == {("card.budget", True): 4}
            assert model.asked == []
        clock = SetClock(NOW + timedelta(days=1))
        with desk(tmp_path, press, model, budget=Budget(tokens_a_day=10_000_000), clock=clock) as tools:
            assert run_once(tools).waits == {}
            assert writers(tools) == {"prose"}


def test_a_new_revision_is_an_update_of_the_published_prose(tmp_path: Path) -> None:
    model = Scripted()
    with pressing(usual()) as press:
        with desk(tmp_path, press, model) as tools:
            register(tools, press)
            run_once(tools)
        press.pieces["haedeul"].append(
            Piece("bridge-2", "은모래대교 사고 부상자 3명으로 늘어", BRIDGE_LATER_KO, NOW + timedelta(hours=1))
        )
        clock = SetClock(NOW + timedelta(hours=2))
        # While the model is away, the published prose stands on, and no digest takes its place.
        with desk(tmp_path, press, Away(), clock=clock) as tools:
            tools.archive.poll_all(tools.clock.now())
            summary = run_once(tools)
            assert writers(tools) == {"prose"}
            assert summary.waits == {("card.model", True): 2}
        asked = len(model.asked)
        with desk(tmp_path, press, model, clock=clock) as tools:
            run_once(tools)
            assert [prompt.purpose for prompt in model.asked[asked:]].count("facts") == 1
            assert {prompt.purpose for prompt in model.asked[asked:]} <= {"facts", "update", "revise", "draft"}
            told = [work.brief for work in works(tools) if work.brief.story_revision == 2]
            assert sorted(brief.locale for brief in told) == ["en", "ko"]
            assert {brief.version for brief in told if brief.changes} == {2}


class Careless(Scripted):
    """Writes a figure that no source has, in every sentence, whatever it is told."""

    def told(self, ident: str, outlet: str, text: str, language: str) -> dict[str, object]:
        wrong = {"ko": "이 사고로 918명이 숨졌다.", "en": "The accident killed 918 people."}
        return {"text": wrong[language], "facts": [ident]}


def test_prose_that_fails_is_held_and_a_digest_is_what_readers_have(tmp_path: Path) -> None:
    model = Careless()
    with pressing(usual()) as press, desk(tmp_path, press, model) as tools:
        register(tools, press)
        summary = run_once(tools)
        assert summary.held == 4
        for work in tools.archive.held():
            assert work.brief.provenance.writer == "prose"
            published = tools.archive.published_work(work.brief.id)
            assert published is not None
            assert published.brief.provenance.writer == "digest"
        assert all("918" not in body.decode(errors="ignore") for body in tree(tmp_path).values())
        tries = [prompt.attempt for prompt in model.asked if prompt.purpose == "revise"]
        assert tries, "the failing sentences are asked for again"
        asked = len(model.asked)
        run_once(tools)
        assert len(model.asked) == asked, "and that is the end of it, until the story changes"


def test_the_second_time_everything_comes_from_the_ledger(tmp_path: Path) -> None:
    model = Scripted()
    with pressing(usual()) as press:
        with desk(tmp_path, press, model) as tools:
            register(tools, press)
            run_once(tools)
            answers = {prompt_key(prompt): tools.archive.completion(prompt_key(prompt)) for prompt in model.asked}
        first = tree(tmp_path)
        again = tmp_path / "again"
        again.mkdir()
        with desk(again, press, None) as tools:
            register(tools, press)
            for key, completion in answers.items():
                assert completion is not None
                tools.archive.put_completion(key, completion, Asked(""), NOW, batch=True)
            run_once(tools)
        assert tree(again) == first


def test_collecting_asks_and_writes_nothing(tmp_path: Path) -> None:
    with pressing(usual()) as press, newsroom(tmp_path, press, None, EMBEDDER) as tools:
        register(tools, press)
        run_once(tools)
        before = [(work.brief.id, work.brief.version) for work in works(tools)]
        collect(tools)
        assert [awaited.prompt.purpose for _, awaited in tools.archive.awaited()] == ["facts", "facts"]
        assert [(work.brief.id, work.brief.version) for work in works(tools)] == before


def test_names_are_called_the_same_from_the_first_word_on(tmp_path: Path) -> None:
    class Naming(Scripted):
        def facts(self, prompt: Prompt) -> dict[str, object]:
            answer = dict(super().facts(prompt))
            if "Han Seo-rin" in prompt.user:
                answer["names"] = ["Han Seo-rin: ko=한서린, en=Han Seo-rin"]
            return answer

    with pressing(usual()) as press, desk(tmp_path, press, Naming()) as tools:
        tools.archive.put_terms("ko", {"han seo-rin": "한서린 시장"})
        register(tools, press)
        run_once(tools)
        assert tools.archive.terms("ko") == {"han seo-rin": "한서린 시장"}
        assert tools.archive.terms("en")["han seo-rin"] == "Han Seo-rin"


def test_an_edition_that_comes_later_asks_only_what_names_are_called(tmp_path: Path) -> None:
    model = Scripted()
    with pressing(usual()) as press, desk(tmp_path, press, model) as tools:
        register(tools, press)
        only = dataclasses.replace(tools, frames=tools.frames[:1])
        run_once(only)
        before = len(model.asked)
        run_once(tools)
        asked = [prompt.purpose for prompt in model.asked[before:]]
        assert "facts" not in asked, "the sources are read once"
        assert asked.count("draft") == 2
        assert set(asked) <= {"terms", "draft", "revise"}
        later = len(model.asked)
        run_once(tools)
        assert len(model.asked) == later
