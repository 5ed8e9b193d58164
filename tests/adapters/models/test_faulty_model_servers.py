"""SAFETY, row 22, the adapter's share: every way in which a server of models fails, by a real server on loopback.

Wrong language, repetition and answers of the wrong shape come from the adapter as they are: the flows judge them.
"""

from __future__ import annotations

import gzip
import json
import socket
import threading
from collections.abc import Iterator

import pytest
from tests.adapters.models.conftest import Asking

from prism.adapters.http.testing import HandClock
from prism.adapters.models.quirks import quirks_for
from prism.adapters.models.replies import PromptRefused
from prism.adapters.models.testing import Call, ModelServer, Sent, failing, saying
from prism.adapters.models.wire import Exchange, OpenAIChat
from prism.model import ModelBusy, ModelRefused, ModelUnreachable, Prompt


def test_an_answer_is_read_and_counted(asking: Asking, plain: Prompt) -> None:
    server, model = asking(lambda _: saying("A headline."))
    completion = model.complete(plain)
    assert (completion.text, completion.finish_reason, completion.model) == ("A headline.", "stop", "small")
    assert (completion.tokens_in, completion.tokens_out) == (100, 10)
    assert server.calls[0].path == "/v1/chat/completions"
    assert server.bodies[0]["model"] == "small"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("Mon, 23 Nov 2026 09:00:30 GMT", 30.0),
        ("Mon, 23 Nov 2026 08:00:00 GMT", 0.0),
        ("999999999", 86400.0),
        ("-5", None),
        ("soon", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("status", [429, 503, 529])
def test_a_busy_server_says_how_long(
    asking: Asking, plain: Prompt, status: int, header: str, seconds: float | None
) -> None:
    server, model = asking(lambda _: failing(status, "slow down", {"Retry-After": header}))
    with pytest.raises(ModelBusy, match="slow down") as raised:
        model.complete(plain)
    assert raised.value.retry_after_s == seconds
    assert len(server.calls) == 1, "the package must not try again by itself"


@pytest.mark.parametrize("status", [500, 502, 504, 520, 408, 409, 425])
def test_the_servers_own_failure_is_worth_another_try(asking: Asking, plain: Prompt, status: int) -> None:
    server, model = asking(lambda _: failing(status, "oh no"))
    with pytest.raises(ModelUnreachable, match="oh no"):
        model.complete(plain)
    assert len(server.calls) == 1


@pytest.mark.parametrize(("status", "words"), [(401, "key"), (403, "key"), (404, "no such model"), (402, "pay")])
def test_what_will_not_mend_by_itself_is_refused(asking: Asking, plain: Prompt, status: int, words: str) -> None:
    _, model = asking(lambda _: failing(status, "nope"))
    with pytest.raises(ModelRefused, match=words) as raised:
        model.complete(plain)
    assert not isinstance(raised.value, PromptRefused)
    assert raised.value.advice


def test_an_empty_account_is_not_a_busy_server(asking: Asking, plain: Prompt) -> None:
    _, model = asking(lambda _: failing(429, "You exceeded your current quota", code="insufficient_quota"))
    with pytest.raises(ModelRefused, match="pay"):
        model.complete(plain)


@pytest.mark.parametrize("status", [400, 413, 422])
def test_a_bad_request_says_nothing_of_the_models_health(asking: Asking, plain: Prompt, status: int) -> None:
    _, model = asking(lambda _: failing(status, "this prompt has 9000 tokens, the context 4096"))
    with pytest.raises(PromptRefused, match="too long"):
        model.complete(plain)


def test_redirects_are_not_followed(asking: Asking, plain: Prompt) -> None:
    with ModelServer(lambda _: saying("from elsewhere")) as elsewhere:
        for status in (301, 302, 307, 308):
            _, model = asking(
                lambda _, to=status: Sent(b"", to, {"Location": f"{elsewhere.base_url}/chat/completions"})
            )
            with pytest.raises(ModelRefused, match="not followed"):
                model.complete(plain)
        assert elsewhere.calls == []


def test_nobody_there(clock: HandClock, plain: Prompt) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
        model = made(address, clock)
        with pytest.raises(ModelUnreachable, match=r"127\.0\.0\.1"):
            model.complete(plain)
        model.close()


def test_a_name_that_does_not_exist(clock: HandClock, plain: Prompt) -> None:
    model = made("http://model.invalid/v1", clock)
    with pytest.raises(ModelUnreachable, match=r"model\.invalid"):
        model.complete(plain)
    model.close()


def test_a_server_that_hangs_is_left_at_the_deadline(asking: Asking, plain: Prompt) -> None:
    server: ModelServer
    server, model = asking(lambda _: server.hanging(), exchange=Exchange(timeout_s=0.3))
    with pytest.raises(ModelUnreachable, match=r"within 0\.3 s"):
        model.complete(plain)


def test_a_server_that_drips_is_left_at_the_same_deadline(asking: Asking, plain: Prompt) -> None:
    """Every byte comes in good time, and the whole never does."""
    server: ModelServer
    server, model = asking(lambda _: server.dripping(b" " * 10_000, seconds=0.05), exchange=Exchange(timeout_s=0.4))
    with pytest.raises(ModelUnreachable, match=r"within 0\.4 s"):
        model.complete(plain)


def test_headers_that_drip_are_left_at_the_same_deadline(clock: HandClock, plain: Prompt) -> None:
    stopped = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def drip() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\n")
                while not stopped.wait(0.05):
                    connection.sendall(b"X: y\r\n")

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        model = made(f"http://127.0.0.1:{listener.getsockname()[1]}/v1", clock, timeout_s=0.4)
        with pytest.raises(ModelUnreachable, match=r"within 0\.4 s"):
            model.complete(plain)
        stopped.set()
        thread.join()
        model.close()


def test_closing_breaks_off_what_is_under_way(asking: Asking, plain: Prompt) -> None:
    begun = threading.Event()

    def script(_: Call) -> Sent:
        begun.set()
        return server.hanging()

    server, model = asking(script, exchange=Exchange(timeout_s=600))
    ended: list[BaseException] = []

    def ask() -> None:
        try:
            model.complete(plain)
        except BaseException as error:  # noqa: BLE001 (whatever it is, it is looked at below)
            ended.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    begun.wait()
    model.close()
    thread.join(10)
    assert not thread.is_alive()
    assert isinstance(ended[0], ModelUnreachable)
    with pytest.raises(ModelUnreachable, match="closes"):
        model.complete(plain)


def test_a_body_that_breaks_off(asking: Asking, plain: Prompt) -> None:
    whole = saying("A headline.").body
    assert isinstance(whole, bytes)
    _, short = asking(lambda _: Sent(whole[:-20], missing=20))
    with pytest.raises(ModelUnreachable, match="broke off"):
        short.complete(plain)
    _, cut = asking(lambda _: Sent(whole[:-20]))
    with pytest.raises(ModelUnreachable, match="breaks off"):
        cut.complete(plain)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<!doctype html><h1>502 Bad Gateway</h1>", "text/html"),
        (b"", "application/json"),
        (b"OK", "text/plain"),
        (b"[]", "application/json"),
        (b"null", "application/json"),
        (b"{}", "application/json"),
        (b'{"choices": []}', "application/json"),
        (b'{"choices": [{"message": null, "finish_reason": "stop"}]}', "application/json"),
        (b'{"choices": "none"}', "application/json"),
        (b"\xff\xfe\x00", "application/json"),
        (b"[" * 90_000, "application/json"),
        (b'data: {"choices": []}\n\n', "text/event-stream"),
    ],
)
def test_a_reply_that_is_none(asking: Asking, plain: Prompt, body: bytes, kind: str) -> None:
    _, model = asking(lambda _: Sent(body, 200, {"Content-Type": kind}))
    with pytest.raises(ModelUnreachable):
        model.complete(plain)


def test_an_answer_with_the_wrong_type_is_read_all_the_same(asking: Asking, plain: Prompt) -> None:
    sent = saying("fine")
    _, model = asking(lambda _: Sent(sent.body, 200, {"Content-Type": "text/plain"}))
    assert model.complete(plain).text == "fine"


def test_an_error_that_comes_as_success(asking: Asking, plain: Prompt) -> None:
    _, busy = asking(lambda _: failing(200, "try later", code=429))
    with pytest.raises(ModelBusy, match="try later"):
        busy.complete(plain)
    _, unclear = asking(lambda _: failing(200, "provider returned an error"))
    with pytest.raises(ModelUnreachable, match="provider returned"):
        unclear.complete(plain)


def test_an_endless_answer_is_cut_at_the_limit(asking: Asking, plain: Prompt) -> None:
    def endless() -> Iterator[bytes]:
        while not server.stopped.is_set():
            yield b" " * 65536

    server, model = asking(lambda _: Sent(endless()))
    with pytest.raises(ModelUnreachable, match="too long"):
        model.complete(plain)


def test_a_bomb_is_not_opened(asking: Asking, plain: Prompt) -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    server, model = asking(lambda _: Sent(bomb, 200, {"Content-Encoding": "gzip"}))
    with pytest.raises(ModelUnreachable, match="compressed"):
        model.complete(plain)
    assert server.calls[0].headers["accept-encoding"] == "identity"


def test_a_page_of_error_is_not_quoted(asking: Asking, plain: Prompt) -> None:
    _, model = asking(lambda _: Sent(b"<html>\x1b[2J<script>alert(1)</script>", 502, {"Content-Type": "text/html"}))
    with pytest.raises(ModelUnreachable) as raised:
        model.complete(plain)
    assert "script" not in str(raised.value)


def test_what_a_server_says_is_one_short_line(asking: Asking, plain: Prompt) -> None:
    _, model = asking(lambda _: failing(500, "line\nbreak \x1b[2J" + "x" * 5000))
    with pytest.raises(ModelUnreachable) as raised:
        model.complete(plain)
    assert len(str(raised.value)) < 400
    assert str(raised.value).isprintable()


@pytest.mark.parametrize(
    ("sent", "reason", "text"),
    [
        (saying("Half of", "length"), "length", "Half of"),
        (saying(None, "content_filter"), "content_filter", ""),
        (saying("", "SAFETY"), "content_filter", ""),
        (saying(None, refusal="I can't help with that."), "refusal", "I can't help with that."),
        (saying("", refusal="No."), "refusal", "No."),
        (saying(None), "stop", ""),
        (saying(""), "stop", ""),
        (saying("text", "tool_calls"), "other", "text"),
        (saying("text", None), "other", "text"),
        (saying("text", "end_turn"), "stop", "text"),
        (saying("의 의 의 의 의 의 의 의"), "stop", "의 의 의 의 의 의 의 의"),
        (saying('{"n": "not a number"}'), "stop", '{"n": "not a number"}'),
    ],
)
def test_why_it_stopped_is_told_with_the_text(
    asking: Asking, plain: Prompt, sent: Sent, reason: str, text: str
) -> None:
    _, model = asking(lambda _: sent)
    completion = model.complete(plain)
    assert (completion.finish_reason, completion.text) == (reason, text)


def test_usage_is_estimated_where_nothing_counts(asking: Asking) -> None:
    _, model = asking(lambda _: saying("네 단어가 있다", usage=None))
    completion = model.complete(Prompt("draft", "abcd" * 10, "한국어로 짧게"))
    assert completion.tokens_in == 17
    assert completion.tokens_out == 7


def test_thinking_counts_though_it_stands_beside_the_answer(asking: Asking, plain: Prompt) -> None:
    usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 610}
    _, model = asking(lambda _: saying("ok", usage=usage))
    assert model.complete(plain).tokens_out == 510


@pytest.mark.parametrize(
    "usage", [{"prompt_tokens": -1}, {"prompt_tokens": "many"}, {"prompt_tokens": True}, [], 10**40]
)
def test_usage_that_can_not_be_meant(asking: Asking, plain: Prompt, usage: object) -> None:
    _, model = asking(lambda _: saying("ok", usage=usage))
    assert 0 < model.complete(plain).tokens_in < 100


def test_a_refused_schema_is_asked_otherwise_and_remembered(asking: Asking, shaped: Prompt) -> None:
    def script(call: Call) -> Sent:
        asked_by = call.body.get("response_format", {}).get("type")
        if asked_by == "json_schema":
            return failing(400, "'response_format.type' must be 'text' or 'json_object'", param="response_format")
        if asked_by == "json_object":
            return failing(400, "response_format is not supported by this model")
        return saying('{"n": 3}')

    server, model = asking(script)
    assert model.complete(shaped).text == '{"n": 3}'
    assert model.json_mode == "text"
    assert [body.get("response_format", {}).get("json_schema", {}).get("strict") for body in server.bodies] == [
        True,
        None,
        None,
        None,
    ]
    model.complete(shaped)
    assert len(server.calls) == 5


def test_a_strict_schema_that_is_refused_is_asked_for_less_strictly(asking: Asking, shaped: Prompt) -> None:
    def script(call: Call) -> Sent:
        strict = call.body["response_format"]["json_schema"].get("strict")
        return failing(400, "Invalid schema for response_format 'draft'") if strict else saying('{"n": 3}')

    server, model = asking(script)
    model.complete(shaped)
    model.complete(shaped)
    assert model.json_mode == "schema"
    assert len(server.calls) == 3


def test_fields_that_a_server_refuses_are_left_out_and_remembered(asking: Asking, shaped: Prompt) -> None:
    def script(call: Call) -> Sent:
        if "max_tokens" in call.body:
            return failing(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
        if "temperature" in call.body:
            return failing(400, "Unsupported value: 'temperature' does not support 0.2 with this model.")
        return saying('{"n": 3}')

    server, model = asking(script)
    model.complete(shaped)
    assert server.bodies[-1]["max_completion_tokens"] == 50
    assert model.refused_fields == {"temperature"}
    model.complete(shaped)
    assert len(server.calls) == 4


def test_a_limit_that_is_too_large_is_not_taken_for_one_that_is_unknown(asking: Asking, shaped: Prompt) -> None:
    said = "'max_tokens' or 'max_completion_tokens' is too large: 4000. This model's maximum context length is 4096 tokens."
    server, model = asking(lambda _: failing(400, said))
    with pytest.raises(PromptRefused, match="too long"):
        model.complete(shaped)
    assert len(server.calls) == 1


def test_where_there_is_no_room_for_thinking_it_is_asked_without(asking: Asking, shaped: Prompt) -> None:
    def script(call: Call) -> Sent:
        if call.body["max_tokens"] > 4000:
            return failing(400, "max_tokens is too large: this model's maximum context length is 4096 tokens")
        return saying('{"n": 3}')

    server, model = asking(script, name="qwen3-8b")
    assert model.complete(shaped).text == '{"n": 3}'
    assert [body["max_tokens"] for body in server.bodies] == [8050, 50]


def test_a_server_that_refuses_everything_is_asked_a_bounded_number_of_times(asking: Asking, shaped: Prompt) -> None:
    server, model = asking(lambda _: failing(400, "response_format max_tokens max_completion_tokens temperature seed"))
    with pytest.raises(PromptRefused):
        model.complete(shaped)
    assert len(server.calls) <= 7


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("small", "<think>\nHm.\n</think>\n\n{}", "{}"),
        ("small", "<think>never closed", ""),
        ("small", "Hm.</think>{}", "Hm.</think>{}"),
        ("qwen3-8b", "Hm. What?</think>\n{}", "{}"),
        ("qwen3-8b", "<think></think>{}", "{}"),
        ("small", "He said <think> aloud", "He said <think> aloud"),
    ],
)
def test_thinking_aloud_is_no_part_of_the_answer(
    asking: Asking, plain: Prompt, name: str, text: str, left: str
) -> None:
    _, model = asking(lambda _: saying(text), name=name)
    assert model.complete(plain).text == left


def test_a_message_in_parts(asking: Asking, plain: Prompt) -> None:
    parts = [
        {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]},
        {"type": "text", "text": "An answer."},
    ]
    reply = {"choices": [{"message": {"content": parts}, "finish_reason": "stop"}]}
    _, model = asking(lambda _: Sent(json.dumps(reply).encode()))
    assert model.complete(plain).text == "An answer."


def test_many_threads_at_once(asking: Asking) -> None:
    server, model = asking(lambda call: saying(call.body["messages"][-1]["content"]))
    answers: dict[int, str] = {}

    def ask(number: int) -> None:
        answers[number] = model.complete(Prompt("draft", "", f"question {number}")).text

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: f"question {number}" for number in range(32)}
    assert len(server.calls) == 32


def test_many_threads_learn_of_one_refusal(asking: Asking, shaped: Prompt) -> None:
    """All have asked in the refused way before one of them has learnt it: none is given up."""
    together = threading.Barrier(8, timeout=20)

    def script(call: Call) -> Sent:
        if "max_tokens" in call.body:
            together.wait()
            return failing(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
        return saying('{"n": 3}')

    _, model = asking(script)
    answers: list[str] = []
    threads = [threading.Thread(target=lambda: answers.append(model.complete(shaped).text)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ['{"n": 3}'] * 8


def test_the_list_of_models_tells_of_this_one(asking: Asking) -> None:
    rows = [{"id": "other"}, {"id": "models/small", "context_length": 32000}]
    _, model = asking(lambda _: Sent(json.dumps({"data": rows}).encode()))
    assert model.listed() == rows[1]
    _, none = asking(lambda _: Sent(b'{"data": {}}'))
    assert none.listed() is None


def made(address: str, clock: HandClock, timeout_s: float = 20) -> OpenAIChat:
    return OpenAIChat(
        base_url=address, name="small", quirks=quirks_for(address, "small"), clock=clock, exchange=Exchange(timeout_s)
    )
