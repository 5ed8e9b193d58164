"""Cited passages in the reader's language: translated once, checked, shown beside the original, and never waited for."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

from tests.doubles.scripted import Scripted, fenced
from tests.newsroom.press import newsroom, pressing, register, tree, usual

from prism.model import Completion, ModelUnreachable, Prompt
from prism.newsroom import Tools, run_once
from prism.ports import ChatModel

_LINE = re.compile(r"(P\d+) (\w+) (.*)")
TRUE = {
    "Two truck drivers were hurt and taken to a nearby hospital.": "트럭 운전자 2명이 다쳐 가까운 병원으로 옮겨졌다.",
    "The prize is 40,000 euros.": "상금은 4만 유로다.",
    "Do Ha-ram, a 14-year-old chess player, won the Velora Open on Nov. 19.": "열네 살 체스 선수 도하람이 11월 19일 벨로라 오픈에서 우승했다.",
    "The bridge opened in 1987 and carries an average of 34,000 vehicles a day.": "1987년에 개통한 이 다리에는 하루 평균 3만4000대가 다닌다.",
}


class Translator(Scripted):
    """Translates a few passages truly; of one it says something else."""

    def complete(self, prompt: Prompt) -> Completion:
        if prompt.purpose != "gloss":
            return super().complete(prompt)
        self.asked.append(prompt)
        rows = []
        for text in fenced(prompt):
            found = _LINE.fullmatch(text)
            assert found
            ours = TRUE.get(found[3], "시장은 다리를 폭파하라고 명령했고 시민 수천 명이 거리로 나섰다.")
            rows.append({"label": found[1], "text": ours})
        return Completion(json.dumps({"glosses": rows}, ensure_ascii=False), self.name)


class NoTranslator(Scripted):
    """Can't be asked for translations."""

    def complete(self, prompt: Prompt) -> Completion:
        if prompt.purpose == "gloss":
            raise ModelUnreachable("no connection")
        return super().complete(prompt)


def with_model(tools: Tools, model: ChatModel) -> Tools:
    return dataclasses.replace(tools, model=model, prose=True, gloss=True, parallel=2)


def pages(folder: Path) -> dict[str, str]:
    return {path: body.decode() for path, body in tree(folder).items() if "/story/" in path and path.endswith(".html")}


def glosses_in(folder: Path) -> str:
    return "\n".join(text for text in pages(folder).values() if 'class="gloss"' in text)


def test_what_a_passage_bears_is_shown_as_its_translation_and_the_rest_is_dropped(tmp_path: Path) -> None:
    model = Translator()
    with pressing(usual()) as press, newsroom(tmp_path, press) as plain:
        tools = with_model(plain, model)
        register(tools, press)
        run_once(tools)
        asked = [text for prompt in model.asked if prompt.purpose == "gloss" for text in fenced(prompt)]
        assert asked
        shown = glosses_in(tmp_path)
        told = [ours for original, ours in TRUE.items() if any(original in text for text in asked)]
        assert told
        assert all(ours in shown for ours in told)
        assert "폭파" not in "".join(pages(tmp_path).values())
        before = len(model.asked)
        run_once(tools)
        run_once(tools)
        again = [prompt.purpose for prompt in model.asked[before:]]
        assert again == [], "a translation is asked for once, and what was dropped is not asked for again"


def test_a_brief_does_not_wait_for_translations_and_gets_them_later(tmp_path: Path) -> None:
    with pressing(usual()) as press, newsroom(tmp_path, press) as plain:
        tools = with_model(plain, NoTranslator())
        register(tools, press)
        run_once(tools)
        before = list(pages(tmp_path))
        assert before
        waiting = [awaited.asked for _, awaited in tools.archive.awaited()]
        assert {asked.purpose for asked in waiting} == {"gloss"}, "a batch can answer them"
        assert all(tools.archive.story(asked.story_id) for asked in waiting)
        assert not {tag for _, tag in tools.archive.still_awaited()} & {"ko", "en"}, "no brief waits for them"
        assert not glosses_in(tmp_path)
        run_once(with_model(plain, Translator()))
        assert list(pages(tmp_path)) == before
        assert any(ours in glosses_in(tmp_path) for ours in TRUE.values())
