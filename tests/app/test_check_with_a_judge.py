from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from prism.app.filters.judging import Asked, judged
from prism.app.locales import load_locale
from prism.model import Completion, ModelRefused, Prompt

FILE = Path(__file__).parents[1] / "evals/checks/tune/korean.jsonl"


class Judge:
    """Says the same of every sentence."""

    name = "judge"

    def __init__(self, verdict: str) -> None:
        self.prompts: list[Prompt] = []
        self._verdict = verdict

    def complete(self, prompt: Prompt) -> Completion:
        self.prompts.append(prompt)
        labels = re.findall(r"^(S\d+) \[", prompt.user, re.MULTILINE)
        row = {"verdict": self._verdict, "fault": "addition", "words": ""}
        text = json.dumps({"sentences": [{"label": label, **row} for label in labels]})
        return Completion(text, self.name)


class Refusing(Judge):
    """Turns every question away."""

    def complete(self, prompt: Prompt) -> Completion:
        raise ModelRefused("the key is wrong")


def rows() -> list[dict[str, object]]:
    """Some claims of our own, supported and not, free in their words: the rules are unsure of a part of them."""
    found: list[dict[str, object]] = []
    for line in FILE.read_text(encoding="utf-8").splitlines()[:5]:
        story = json.loads(line)
        sources = story.get("sources") or [story["source"]]
        for one in story["claims"]:
            claim = {"id": len(found), "claim": one["claim"], "language": one["language"], "sources": sources}
            found.append(claim)
    return found


def run(model: Judge) -> tuple[list[dict[str, Any]], Asked]:
    asked = Asked()
    answers: list[dict[str, Any]] = [
        answer for _, answer in judged([*rows(), "no JSON"], model, load_locale("ko"), asked)
    ]
    return answers, asked


def test_rows_keep_their_order_and_the_share_that_was_asked_is_told() -> None:
    model = Judge("unsupported")
    answers, asked = run(model)
    assert [answer["id"] for answer in answers] == [*range(len(rows())), None]
    assert asked.rows == len(answers)
    assert 0 < asked.doubtful < asked.rows
    assert asked.sentences == asked.answered
    assert len(model.prompts) <= asked.sentences


def test_the_judge_decides_what_the_rules_leave_open_and_nothing_else() -> None:
    against, _ = run(Judge("unsupported"))
    cleared, _ = run(Judge("supported"))
    alone, asked = run(Refusing(""))
    assert asked.failed
    changed = [n for n, answer in enumerate(alone) if answer["verdict"] != cleared[n]["verdict"]]
    turned = [n for n, answer in enumerate(alone) if answer["verdict"] != against[n]["verdict"]]
    for n in changed:
        assert (alone[n]["verdict"], cleared[n]["verdict"]) == ("unsupported", "supported")
        assert not any(finding["outcome"] == "fail" for finding in cleared[n]["findings"])
    for n in turned:
        assert (alone[n]["verdict"], against[n]["verdict"]) == ("supported", "unsupported")
        assert against[n]["findings"][0]["check"] == "judge"
    assert changed or turned
    assert alone[-1] == against[-1]


def test_without_an_answer_the_rules_stand() -> None:
    alone, _ = run(Refusing(""))
    unclear, asked = run(Judge("unclear"))
    assert alone == unclear
    assert asked.answered == 0
