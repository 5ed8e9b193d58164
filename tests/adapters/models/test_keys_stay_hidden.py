"""SAFETY, row 20: a key leaves in one header to one server, and shows nowhere; nothing of the environment leaves with it."""

from __future__ import annotations

import copy
import json
import logging
import os
import pickle
import subprocess
import sys
import traceback
from pathlib import Path

import pytest
from tests.adapters.models.conftest import Asking

from prism.adapters.http.testing import HandClock
from prism.adapters.models.gate import Secret
from prism.adapters.models.quirks import quirks_for
from prism.adapters.models.resilient import Patience, Resilient
from prism.adapters.models.testing import ModelServer, Sent, failing, saying
from prism.adapters.models.wire import Exchange, OpenAIChat
from prism.model import ModelError, Prompt

CANARY = "sk-canary-7f3a9c"

AMBIENT = {
    "OPENAI_API_KEY": "ambient-key",
    "OPENAI_ADMIN_KEY": "ambient-admin",
    "OPENAI_BASE_URL": "http://127.0.0.1:9/v1",
    "OPENAI_ORG_ID": "ambient-org",
    "OPENAI_PROJECT_ID": "ambient-project",
    "OPENAI_WEBHOOK_SECRET": "ambient-hook",
    "OPENAI_CUSTOM_HEADERS": "X-Ambient: ambient-header\nAuthorization: Bearer ambient-bearer\nCookie: ambient-cookie",
}


def test_the_key_goes_into_one_header(asking: Asking, plain: Prompt) -> None:
    server, model = asking(lambda _: saying("ok"), api_key=CANARY)
    model.complete(plain)
    headers = server.calls[0].headers
    assert headers["authorization"] == f"Bearer {CANARY}"
    assert [name for name, value in headers.items() if CANARY in value] == ["authorization"]
    assert CANARY not in json.dumps(server.calls[0].body) + server.calls[0].path


def test_no_key_no_header(asking: Asking, plain: Prompt) -> None:
    server, model = asking(lambda _: saying("ok"))
    model.complete(plain)
    assert "authorization" not in server.calls[0].headers


def test_nothing_of_the_environment_leaves(asking: Asking, plain: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    with ModelServer(lambda _: saying("from the proxy")) as proxy:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.base_url.removesuffix("/v1"))
        monkeypatch.delenv("NO_PROXY", raising=False)
        for name, value in AMBIENT.items():
            monkeypatch.setenv(name, value)
        server, model = asking(lambda _: saying("ok"))
        assert model.complete(plain).text == "ok"
        assert proxy.calls == []
    headers = server.calls[0].headers
    assert "ambient" not in json.dumps(dict(headers))
    assert set(headers) <= {
        "host",
        "accept",
        "accept-encoding",
        "content-type",
        "content-length",
        "connection",
        "user-agent",
    }
    assert headers["user-agent"] == "Prism"


@pytest.mark.parametrize("status", [200, 400, 401, 429, 500])
def test_a_server_that_says_the_key_aloud_is_not_repeated(asking: Asking, plain: Prompt, status: int) -> None:
    _, model = asking(lambda _: failing(status, f"Incorrect API key provided: {CANARY}."), api_key=CANARY)
    with pytest.raises(ModelError) as raised:
        model.complete(plain)
    error = raised.value
    assert CANARY not in "".join((str(error), repr(error), repr(error.args), error.subject, error.advice))
    assert CANARY not in "".join(traceback.format_exception(error))


def test_an_answer_that_says_the_key_aloud_is_scrubbed(asking: Asking, plain: Prompt) -> None:
    _, model = asking(lambda _: saying(f"Your key is {CANARY}, is it not?"), api_key=CANARY)
    assert model.complete(plain).text == "Your key is [key], is it not?"


def test_a_key_is_in_no_repr_no_copy_no_log_and_no_error_on_the_way(
    asking: Asking, plain: Prompt, clock: HandClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    _, model = asking(lambda _: saying("ok"), api_key=CANARY)
    _, broken = asking(lambda _: Sent(b"x", missing=10), api_key=CANARY)
    both = Resilient([broken, model], clock, patience=Patience(tries=1))
    both.complete(plain)
    with pytest.raises(ModelError) as raised:
        broken.complete(plain)
    chain: list[BaseException] = []
    error: BaseException | None = raised.value
    while error is not None:
        chain.append(error)
        error = error.__cause__ or error.__context__
    seen = [repr(one) + str(one) + repr(vars(one)) for one in chain]
    requests = [repr(getattr(one, "request").headers.raw) for one in chain if hasattr(one, "request")]  # noqa: B009 (some have one)
    assert requests
    shown = "".join(
        (
            *seen,
            *requests,
            repr(model),
            repr(both),
            str(model),
            repr(model._client),
            repr(vars(model._client)),
            caplog.text,
        )
    )
    assert CANARY not in shown


def test_a_secret_does_not_show_itself() -> None:
    secret = Secret(CANARY)
    assert CANARY not in f"{secret} {secret!r} {[secret]}"
    assert secret.revealed() == CANARY
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    with pytest.raises(TypeError):
        copy.deepcopy(secret)


def test_a_key_for_one_server_does_not_go_to_the_next(clock: HandClock, plain: Prompt) -> None:
    with ModelServer(lambda _: failing(500)) as first, ModelServer(lambda _: saying("ok")) as second:
        models = [
            OpenAIChat(base_url=one.base_url, name="m", quirks=quirks_for(one.base_url, "m"), clock=clock, api_key=key)
            for one, key in ((first, CANARY), (second, "other"))
        ]
        both = Resilient(models, clock, patience=Patience(tries=1))
        both.complete(plain)
        both.close()
    assert second.calls[0].headers["authorization"] == "Bearer other"


LOUD = """
import logging, sys
from datetime import UTC, datetime
from prism.adapters.http.testing import HandClock
from prism.adapters.models.quirks import quirks_for
from prism.adapters.models.wire import OpenAIChat
from prism.model import Prompt
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout)
model = OpenAIChat(base_url=sys.argv[1], name="m", quirks=quirks_for("", "m"), clock=HandClock(datetime(2026, 1, 1, tzinfo=UTC)),
                   api_key=sys.argv[2])
print(model.complete(Prompt("draft", "", "?")).text)
model.close()
"""


def test_the_loudest_log_does_not_tell_it() -> None:
    with ModelServer(lambda _: saying("answered")) as server:
        ran = subprocess.run(
            [sys.executable, "-c", LOUD, server.base_url, CANARY],
            env={**os.environ, "OPENAI_LOG": "debug", **AMBIENT},
            capture_output=True,
            text=True,
            check=True,
        )
        assert server.calls[0].headers["authorization"] == f"Bearer {CANARY}"
    assert "answered" in ran.stdout
    assert CANARY not in ran.stdout + ran.stderr


def test_the_deadline_does_not_tell_it(asking: Asking, plain: Prompt) -> None:
    server: ModelServer
    server, model = asking(lambda _: server.hanging(), api_key=CANARY, exchange=Exchange(timeout_s=0.2))
    with pytest.raises(ModelError) as raised:
        model.complete(plain)
    assert CANARY not in "".join(traceback.format_exception(raised.value))


def test_no_module_reads_the_environment_for_itself() -> None:
    rooms = Path(__file__).parents[3] / "src" / "prism" / "adapters" / "models"
    assert not [
        path.name
        for path in rooms.glob("*.py")
        if "environ" in path.read_text(encoding="utf-8").replace("environment", "")
    ]
