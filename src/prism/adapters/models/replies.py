"""What a server sent back, read with care: a completion, or the error that it is.

Nothing here touches the network. What a server says of itself is cut short and made one line before it stands in a message.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from datetime import datetime

from prism.model import Completion, ModelBusy, ModelError, ModelRefused, ModelUnreachable
from prism.web.manners import retry_after

_MOST_WORDS = 240
_MOST_TOKENS = 10**9
_REASONS = {
    "stop": "stop",
    "eos": "stop",
    "eos_token": "stop",
    "end_turn": "stop",
    "stop_sequence": "stop",
    "length": "length",
    "max_tokens": "length",
    "model_length": "length",
    "content_filter": "content_filter",
    "safety": "content_filter",
    "recitation": "content_filter",
    "prohibited_content": "content_filter",
    "refusal": "refusal",
}
_BUSY = frozenset((429, 503, 529))
_PAYMENT_REQUIRED = 402
_MONEY = frozenset((403, 429))
_CLIENT_ERROR = 400
_SERVER_ERROR = 500
_REFUSALS = {
    401: ("the key was refused", "set the variable that api_key_env names"),
    403: ("the key was refused", "set the variable that api_key_env names"),
    404: ("there is no such model or address", "see base_url and name"),
    405: ("there is no such address", "see base_url"),
}
_LATER = frozenset((408, 409, 425))
_OUT_OF_MONEY = re.compile(r"insufficient_quota|billing|credit balance|payment", re.IGNORECASE)
_TOO_LONG = re.compile(r"context|too long|maximum.{0,20}tokens|too many tokens", re.IGNORECASE)
_THINKING = re.compile(r"\A\s*<(think|thinking|thought|reasoning)>.*?(?:</\1>|\Z)\s*", re.DOTALL)
_END_OF_THINKING = re.compile(r"\A.*?</(?:think|thinking|thought|reasoning)>\s*", re.DOTALL)


class PromptRefused(ModelRefused):
    """The server takes this one prompt not: others may fare better, so it says nothing about the model's health."""


class TooLong(PromptRefused):
    """The prompt, or with it the room for the answer, is more than the model holds."""


def parsed(body: bytes, content_type: str, subject: str) -> Mapping[str, object]:
    """The JSON object of a reply.

    Raises:
        ModelUnreachable: it is cut off, a page for people, or anything else that is not a JSON object.
    """
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        kind = content_type.partition(";")[0].strip() or "nothing that it names"
        what = "an answer that breaks off" if body.lstrip()[:1] == b"{" else f"no JSON but {_short(kind)}"
        raise ModelUnreachable(
            f"the model's server sent {what}",
            subject=subject,
            advice="is base_url the address of an OpenAI-compatible server, with its /v1?",
        ) from error
    if not isinstance(value, dict):
        raise ModelUnreachable("the model's server sent JSON that is no answer", subject=subject)
    return value


def completion_of(
    reply: Mapping[str, object], *, model: str, prompt_text: str, thinking: bool, subject: str
) -> Completion:
    """A reply as a completion, without its price. Why it stopped is read before its text.

    Args:
        reply: the JSON object of a chat completion.
        model: how the model is called; the server's own word for it may be the path of a file.
        prompt_text: all that was sent, for an estimate where the server counts nothing.
        thinking: the text may begin with the model's thinking in tags; it is taken off.
        subject: the server, for messages.

    Raises:
        ModelUnreachable: it has no choice with a message.
    """
    choices = reply.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    message = first.get("message") if isinstance(first, dict) else None
    if not isinstance(first, dict) or not isinstance(message, dict):
        raise ModelUnreachable("the model's server sent an answer without a message", subject=subject)
    reason = _REASONS.get(str(first.get("finish_reason") or "").lower(), "other")
    text = without_thinking(_text(message.get("content")), tagged=thinking)
    if isinstance(refusal := message.get("refusal"), str) and refusal.strip():
        reason, text = "refusal", refusal
    tokens_in, tokens_out = _usage(reply.get("usage"))
    return Completion(
        text=text,
        model=model,
        finish_reason=reason,
        tokens_in=estimated_tokens(prompt_text) if tokens_in is None else tokens_in,
        tokens_out=estimated_tokens(_text(message.get("content"))) if tokens_out is None else tokens_out,
    )


def without_thinking(text: str, *, tagged: bool) -> str:
    """A text without the thinking before it.

    Tags at its very beginning are never part of an answer; one that is never closed holds nothing else. For models that
    are known to think (`tagged`), everything before a closing tag goes too: some templates write the opening one.
    """
    text = _THINKING.sub("", text, count=1)
    if tagged:
        text = _END_OF_THINKING.sub("", text, count=1)
    return text


def estimated_tokens(text: str) -> int:
    """About how many tokens a text has, on the high side: four ASCII characters make one, each other character one."""
    wide = sum(not character.isascii() for character in text)
    return math.ceil((len(text) - wide) / 4) + wide


def failure_of(status: int, headers: Mapping[str, str], body: bytes, *, subject: str, now: datetime) -> ModelError:
    """What a status that is not success means.

    Args:
        status: of HTTP.
        headers: lower-case names.
        body: as far as it was read.
        subject: the server, for messages.
        now: what a Retry-After date counts from.
    """
    said = said_in(body)
    words = f" ({status}){f': {said}' if said else ''}"
    if status == _PAYMENT_REQUIRED or (status in _MONEY and _OUT_OF_MONEY.search(said)):
        return ModelRefused(f"the account can't pay for the call{words}", subject=subject, advice="top it up")
    if status in _BUSY:
        return ModelBusy(f"the model is busy{words}", subject=subject, retry_after_s=retry_after(headers, now))
    if status in _LATER or status >= _SERVER_ERROR:
        return ModelUnreachable(f"the model's server failed{words}", subject=subject)
    if status in _REFUSALS:
        what, advice = _REFUSALS[status]
        return ModelRefused(what + words, subject=subject, advice=advice)
    if status < _CLIENT_ERROR:
        return ModelRefused(
            f"the address leads elsewhere{words}, and that is not followed", subject=subject, advice="mend base_url"
        )
    kind, what = PromptRefused, "the request was refused"
    if _TOO_LONG.search(said):
        kind, what = TooLong, "the prompt is too long for the model"
    return kind(what + words, subject=subject)


def said_in(body: bytes) -> str:
    """What an error body says, in one short line; empty where it is a page or says nothing."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return _short(_worded(value, depth=4))


def _worded(value: object, *, depth: int) -> str:
    """The words of an error in any of the shapes that servers use, with the field and the code that it names."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and depth:
        return _worded(value[0], depth=depth - 1)
    if not isinstance(value, dict) or not depth:
        return ""
    words = next((value[key] for key in ("error", "message", "detail", "msg") if value.get(key)), "")
    said = _worded(words, depth=depth - 1)
    if isinstance(where := value.get("loc"), list):
        said = f"{'.'.join(map(str, where))}: {said}"
    named = [value[key] for key in ("param", "code", "type") if isinstance(value.get(key), str)]
    beside = [name for name in named if name and name not in said]
    return f"{said} [{', '.join(beside)}]" if said and beside else said


def error_in(reply: Mapping[str, object]) -> int | None:
    """The status of an error that came with status 200, as gateways send it; None where there is none."""
    error = reply.get("error")
    if not error or reply.get("choices"):
        return None
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, int) and 400 <= code < 600 else 500  # noqa: PLR2004 (error statuses)


def _text(content: object) -> str:
    """The text of a message, whole or in parts; thinking that comes as a part of its own is no text."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(
            part["text"]
            for part in content
            if isinstance(part, dict)
            and part.get("type") in {"text", "output_text"}
            and isinstance(part.get("text"), str)
        )
    return ""


def _usage(usage: object) -> tuple[int | None, int | None]:
    """Tokens in and out as the server counted them. Where the total is larger than the sum, the rest was thinking."""
    if not isinstance(usage, dict):
        return None, None
    tokens_in = _count(usage, "prompt_tokens", "input_tokens")
    tokens_out = _count(usage, "completion_tokens", "output_tokens")
    total = _count(usage, "total_tokens")
    if tokens_in is not None and total is not None and total > tokens_in:
        tokens_out = max(tokens_out or 0, total - tokens_in)
    return tokens_in, tokens_out


def _count(usage: Mapping[object, object], *names: str) -> int | None:
    for name in names:
        value = usage.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST_TOKENS:
            return value
    return None


def _short(text: str) -> str:
    line = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
    return line if len(line) <= _MOST_WORDS else line[: _MOST_WORDS - 1] + "…"
