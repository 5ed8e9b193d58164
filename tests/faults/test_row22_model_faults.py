"""Row 22: whatever a model's server does, tries are bounded, and nothing of it is published."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.doubles.scripted import Scripted
from tests.newsroom.modelserver import Reply, said, serving
from tests.newsroom.press import NOW, newsroom, pressing, register, tree, usual

from prism.adapters.testing import SetClock, WordEmbedder
from prism.model import Prompt
from prism.newsroom import run_once

MOST_A_PROMPT = 9
"""Three tries of the wire for each of three of the flow."""
GOOD = Scripted()


def right(body: dict[str, Any]) -> str:
    """What a good model would say."""
    system, user = (message["content"] for message in body["messages"])
    return GOOD.complete(Prompt(body["response_format"]["json_schema"]["name"], system, user)).text


def repeating(body: dict[str, Any]) -> Reply:
    answer = json.loads(right(body))
    if "body" in answer:
        answer["body"] = [[answer["dek"][0]] * 40]
        answer["dek"] = [answer["dek"][0]]
    return said(json.dumps(answer))


def wrong_language(body: dict[str, Any]) -> Reply:
    answer = json.loads(right(body))
    if "body" in answer:
        ident = answer["headline"]["facts"]
        foreign = {"text": "Ce texte est écrit dans une autre langue que celle de cette édition.", "facts": ident}
        answer |= {"headline": foreign, "dek": [foreign], "body": [[foreign]]}
    return said(json.dumps(answer))


FAULTS: dict[str, Callable[[dict[str, Any]], Reply]] = {
    "429 for ever": lambda _: Reply(b'{"error": {"message": "slow down"}}', 429, {"retry-after": "1"}),
    "429 until next year": lambda _: Reply(b"{}", 429, {"retry-after": "31536000"}),
    "500": lambda _: Reply(b"oops", 500),
    "503 page": lambda _: Reply(b"<html>down</html>", 503, {"content-type": "text/html"}),
    "401": lambda _: Reply(b'{"error": {"message": "no such key"}}', 401),
    "400": lambda _: Reply(b'{"error": {"message": "no"}}', 400),
    "hang": lambda _: dataclasses.replace(said("{}"), after_s=0.6),
    "cut JSON": lambda body: said(right(body)[: len(right(body)) // 2]),
    "cut reply": lambda _: Reply(b'{"choices": [{"mess'),
    "length": lambda body: said(right(body), "length"),
    "wrong schema": lambda _: said('{"answer": 42}'),
    "refusal": lambda _: said("", refusal="I can't help with that."),
    "content filter": lambda _: said("", "content_filter"),
    "empty": lambda _: said(""),
    "words around": lambda _: said("Sure! Here is what you asked for."),
    "wrong language": wrong_language,
    "repetition": repeating,
    "no choices": lambda _: Reply(b'{"choices": []}'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_tries_are_bounded_and_nothing_is_published(tmp_path: Path, fault: str) -> None:
    clock = SetClock(NOW)
    pieces = {"haedeul": usual()["haedeul"][:1]}
    with (
        serving(FAULTS[fault]) as server,
        pressing(pieces) as press,
        newsroom(tmp_path, press, clock, WordEmbedder()) as tools,
    ):
        model = server.model(clock, timeout_s=0.3 if fault == "hang" else 20)
        tools = dataclasses.replace(tools, model=model, prose=True, parallel=2)  # noqa: PLW2901  (the same tools with a model)
        register(tools, press)
        run_once(tools)
        asked = len(server.asked)
        prompts = {json.dumps(body, sort_keys=True) for body in server.asked}
        assert 0 < asked <= MOST_A_PROMPT * max(1, len(prompts))
        assert asked <= 30
        works = list(tools.archive.iterate_work())
        assert {work.brief.provenance.writer for work in works} == {"digest"}, "the Korean digest stands in"
        waits = {reason for reason, _ in tools.archive.waiting()}
        assert waits <= {"card.model", "card.unusable"}
        assert waits
        assert any(one.stage in {"model", "write"} for one in tools.archive.failures()), "and the operator is told"
        assert b"autre langue" not in b"".join(tree(tmp_path).values())
        if "card.unusable" in waits and "card.model" not in waits:
            run_once(tools)
            assert len(server.asked) == asked, "the same answers are not asked for again"
        model.close()
