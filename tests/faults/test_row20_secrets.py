"""Row 20: secrets of the configuration, of the environment and of drafts stand in no archive, log, page or prompt.

A newsroom is run as its operator runs it, against a model's server on loopback: once well, once with a server that refuses and
says the key back in every way that servers do, in its body and in its headers.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.doubles.scripted import Scripted
from tests.newsroom.press import Press, pressing, usual

from prism.app.cli import main
from prism.model import Prompt

KEY = "sk-canary-7Q4ZrT19vXw0pLm2"
OTHERS = {
    "DATABASE_PASSWORD": "canary-db-55aa90",
    "PRISM_TOKEN": "canary-token-81c2",
    "HOME_SECRET": "canary-home-c0ffee",
}
HELD = "canarydraftword"
_PURPOSES = {"facts": "you list what", "draft": "you write a news brief", "revise": "", "gloss": "", "terms": ""}


class _Server(BaseHTTPRequestHandler):
    """A model's server; it answers by rule, or refuses and repeats the key."""

    refuses = False
    heard: list[tuple[dict[str, str], str]]

    def do_POST(self) -> None:
        size = int(self.headers.get("Content-Length", "0"))
        raw = self.rfile.read(size).decode()
        self.heard.append(({name.lower(): value for name, value in self.headers.items()}, raw))
        if self.refuses:
            told = {"error": {"message": f"Incorrect API key provided: {KEY}", "param": KEY, "code": KEY, "type": KEY}}
            self._send(401, told, {"WWW-Authenticate": f'Bearer realm="{KEY}"', "X-Key": KEY})
            return
        messages = json.loads(raw)["messages"]
        system, user = messages[0]["content"], messages[-1]["content"]
        purpose = next((name for name, words in _PURPOSES.items() if words and words in system.lower()), "revise")
        answer = json.loads(Scripted().complete(Prompt(purpose, system, user)).text)
        if purpose == "draft":
            answer["dek"] = [*answer["dek"], f"A {HELD} resigned in 1999. [F1]"]
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        message = {"role": "assistant", "content": json.dumps(answer, ensure_ascii=False)}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        self._send(
            200,
            {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage},
        )

    def _send(self, status: int, value: object, headers: dict[str, str] | None = None) -> None:
        body = json.dumps(value, ensure_ascii=False).encode()
        self.send_response(status)
        for name, text in {
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            **(headers or {}),
        }.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(*, refuses: bool) -> Iterator[tuple[str, list[tuple[dict[str, str], str]]]]:
    """A model's server: its address, and what it heard."""
    heard: list[tuple[dict[str, str], str]] = []
    kind = type("Server", (_Server,), {"refuses": refuses, "heard": heard})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", heard
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def run(folder: Path, press: Press, model: str, patch: pytest.MonkeyPatch, heard: pytest.CaptureFixture[str]) -> str:
    """A newsroom made and run as a user does; everything that it said on the screen."""
    patch.setenv("MODEL_KEY", KEY)
    for name, value in OTHERS.items():
        patch.setenv(name, value)

    def prism(*arguments: str) -> None:
        patch.setattr("sys.argv", ["prism", *arguments])
        try:
            main()
        except SystemExit as ended:
            if ended.code and arguments[0] != "doctor":
                raise AssertionError(heard.readouterr().err) from ended

    patch.chdir(folder.parent)
    prism("init", str(folder))
    patch.chdir(folder)
    file = folder / "prism.toml"
    text = file.read_text(encoding="utf-8").replace("allow = []", f'allow = ["{press.origin.removeprefix("http://")}"]')
    assert press.origin.removeprefix("http://") in text
    file.write_text(f'{text}\n[model]\nbase_url = "{model}"\nname = "m"\napi_key_env = "MODEL_KEY"\n', encoding="utf-8")
    for name in press.pieces:
        prism("sources", "add", f"{press.origin}/{name}/feed", "--rights", "full")
    prism("run", "--once", "--now", "2026-11-20T06:00:00Z")
    for command in ("articles", "briefs"):
        prism("export", command)
    prism("doctor")
    told = heard.readouterr()
    return told.out + told.err


def whole(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file that the newsroom made: archive, site, logs."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file, file.read_bytes()


@pytest.mark.parametrize("refuses", [False, True], ids=["well", "refused"])
def test_no_secret_leaves_its_place(
    refuses: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "newsroom"
    caplog.set_level("INFO")
    with pressing(usual()) as press, serving(refuses=refuses) as (address, heard):
        said = run(folder, press, address, monkeypatch, capsys) + caplog.text
    assert heard
    assert all(headers["authorization"] == f"Bearer {KEY}" for headers, _ in heard)
    secrets = [KEY, *OTHERS.values()]
    assert [secret for secret in secrets if secret in said] == []
    assert [secret for secret in secrets for _, body in heard if secret in body] == []
    for file, body in whole(folder):
        assert [secret for secret in secrets if secret.encode() in body] == [], file
        if "site" in file.parts:
            assert HELD.encode() not in body, file
