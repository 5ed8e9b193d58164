"""`OpenAIChat`: a model behind an address that speaks OpenAI's `POST /chat/completions`.

The openai package builds and sends the request; waiting, trying again and choosing another model is `resilient`'s, the
shape of bodies is `requests`' and `replies`'. Calls run on a loop of their own, so that one deadline stands around the
whole exchange (name, connection, TLS, headers, body), however slowly its bytes come.
"""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections.abc import Mapping
from concurrent.futures import CancelledError
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

import httpx2
import openai

from prism.adapters.http.background import Background
from prism.adapters.models.gate import Gate, Oversize, Secret
from prism.adapters.models.prices import Prices
from prism.adapters.models.quirks import STEPS_DOWN, JsonMode, Quirks
from prism.adapters.models.replies import PromptRefused, TooLong, completion_of, error_in, failure_of, parsed
from prism.adapters.models.requests import Body, Sampling, chat_body
from prism.model import Completion, ModelError, ModelUnreachable, Prompt
from prism.ports import Clock

_MOST_STEPS = 7
_RESPONSE_FORMAT = re.compile(
    r"response_?format|json_?schema|json_?object|structured.?output|json mode|grammar|guided|\bschema\b", re.IGNORECASE
)
_SWAPPED_LIMIT = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}


@dataclass(frozen=True, slots=True)
class Exchange:
    """How calls are made.

    Attributes:
        timeout_s: for a whole call, from its name's look-up to the last byte.
        most_bytes: of a reply.
        user_agent: who calls.
    """

    timeout_s: float = 120.0
    most_bytes: int = 8 * 1024 * 1024
    user_agent: str = "Prism"


@dataclass(slots=True)
class _Learnt:
    """What the server was found to refuse; kept for as long as the program runs."""

    mode: JsonMode
    strict: bool
    limit: str
    without: set[str] = field(default_factory=set)


class OpenAIChat:
    """A model behind an OpenAI-compatible address. Threads may ask it at the same time."""

    def __init__(
        self,
        *,
        base_url: str,
        name: str,
        quirks: Quirks,
        clock: Clock,
        api_key: str = "",
        sampling: Sampling | None = None,
        prices: Prices | None = None,
        exchange: Exchange | None = None,
    ) -> None:
        """Where and what to ask.

        Args:
            base_url: up to and without "/chat/completions" ("https://api.example.org/v1").
            name: of the model, as the server calls it.
            quirks: how it is spoken with.
            clock: what dates in Retry-After count from, and prices hold at.
            api_key: leaves in the provider's header only; empty for none.
            sampling: the operator's settings.
            prices: fill the completions' dollars; without them, those that are listed.
            exchange: deadline and limits.
        """
        self.name = name
        self.quirks = quirks
        self.prices = prices or Prices.of(name, quirks)
        self._clock = clock
        self._sampling = sampling or Sampling()
        self._exchange = exchange or Exchange()
        self._key = Secret(api_key)
        self._subject = f"{urlsplit(base_url).netloc.rpartition('@')[2]} {name}"
        self._learnt = _Learnt(quirks.json, quirks.strict, quirks.limit)
        self._lock = threading.Lock()
        self._background: Background | None = None
        self._closed = False
        gate = Gate(self._key, header=quirks.key_header, prefix=quirks.key_prefix, most_bytes=self._exchange.most_bytes)
        # Everything that the package would look for in the environment is given; the gate drops what it adds all the same.
        self._client = openai.AsyncOpenAI(
            api_key="is added at the gate",
            admin_api_key="",
            organization="",
            project="",
            webhook_secret="",
            base_url=base_url.rstrip("/"),
            max_retries=0,
            timeout=None,
            default_headers={"User-Agent": self._exchange.user_agent},
            http_client=httpx2.AsyncClient(transport=gate, trust_env=False, follow_redirects=False, timeout=None),
        )

    def __repr__(self) -> str:
        return f"OpenAIChat({self._subject!r}, provider={self.quirks.provider!r})"

    @property
    def json_mode(self) -> JsonMode:
        """How answers' shapes are asked for, after what was learnt."""
        return self._learnt.mode

    @property
    def refused_fields(self) -> frozenset[str]:
        """Fields that the server was found to refuse."""
        return frozenset(self._learnt.without)

    def complete(self, prompt: Prompt) -> Completion:
        """The model's answer to one question; asked once, or again where the server refuses a way of asking.

        Raises:
            ModelRefused: the key, the model or the request is wrong (`PromptRefused`: this request alone).
            ModelBusy: 429, 503 or 529.
            ModelUnreachable: network, deadline, the server's failure, or a reply that is none.
        """
        room = self.quirks.thinking_room
        for _ in range(_MOST_STEPS):
            body = self._body(prompt, room)
            try:
                return self._completed(prompt, body)
            except TooLong:
                # Without room for thinking it may fit; this once, for others may have it.
                if not room:
                    raise
                room = 0
            except PromptRefused as error:
                if not self._learns(str(error), body):
                    raise
        raise PromptRefused("the server refuses every way of asking", subject=self._subject)

    def listed(self) -> Mapping[str, object] | None:
        """What the server's list of models says of this one; None where it has no list or this model is not on it.

        Raises:
            ModelError: as `complete`.
        """
        reply = self._asked("GET", "/models", None)
        rows = reply.get("data")
        mine = (
            [row for row in rows if isinstance(row, dict) and _same(row.get("id"), self.name)]
            if isinstance(rows, list)
            else []
        )
        return mine[0] if mine else None

    def close(self) -> None:
        """Break off what is under way, and let go of the connections."""
        with self._lock:
            self._closed = True
            background, self._background = self._background, None
        if background is not None and background.alive:
            background.run(self._client.close())
            background.close()

    def _body(self, prompt: Prompt, room: int) -> Body:
        with self._lock:
            mode, limit, without = self._learnt.mode, self._learnt.limit, frozenset(self._learnt.without)
            quirks = replace(self.quirks, strict=self._learnt.strict, thinking_room=room)
        body = chat_body(prompt, self.name, quirks, self._sampling, mode=mode, without=without)
        if limit != self.quirks.limit and self.quirks.limit in body:
            body[limit] = body.pop(self.quirks.limit)
        return body

    def _completed(self, prompt: Prompt, body: Body) -> Completion:
        reply = self._asked("POST", "/chat/completions", body)
        completion = completion_of(
            reply,
            model=self.name,
            prompt_text=prompt.system + prompt.user + prompt.schema,
            thinking=self.quirks.thinking,
            subject=self._subject,
        )
        return Completion(
            text=self._key.scrubbed(completion.text),
            model=self.name,
            finish_reason=completion.finish_reason,
            tokens_in=completion.tokens_in,
            tokens_out=completion.tokens_out,
            dollars=self.prices.dollars(completion.tokens_in, completion.tokens_out, self._clock.now()),
        )

    def _learns(self, said: str, body: Body) -> bool:
        """Whether the server's words name a field that can be asked otherwise; remembered for all calls from now on."""
        with self._lock:
            learnt = self._learnt
            if "response_format" in body and _RESPONSE_FORMAT.search(said):
                self._step_down(body["response_format"])
                return True
            for limit, other in _SWAPPED_LIMIT.items():
                if limit in body and limit == self.quirks.limit and re.search(rf"\b{limit}\b", said):
                    learnt.limit = other
                    return True
            spare = {"temperature", "top_p", "seed", self.quirks.seed, self.quirks.effort, *self.quirks.extra} - {""}
            named = {key for key in spare if key in body and re.search(rf"\b{re.escape(key)}\b", said)}
            learnt.without |= named
            return bool(named)

    def _step_down(self, asked: object) -> None:
        """Ask for shapes in a way that demands less of the server; another thread may have learnt it meanwhile."""
        learnt = self._learnt
        mode: JsonMode = "object" if asked == {"type": "json_object"} else "schema"
        if mode == "schema" and learnt.strict and '"strict": true' in json.dumps(asked):
            learnt.strict = False
        elif learnt.mode == mode:
            learnt.mode = STEPS_DOWN[mode]

    def _asked(self, method: str, path: str, body: Body | None) -> Mapping[str, object]:
        """The JSON object that the server answers with."""
        try:
            response = self._loop().run(self._exchanged(method, path, body))
        except (CancelledError, RuntimeError) as error:
            # The package and the loop say so in their own ways when they are closed amid a call; else it is a bug.
            if not self._closed:
                raise
            raise ModelUnreachable("broken off: the newsroom closes", subject=self._subject) from error
        except ModelError as error:
            self._scrub(error)
            raise
        kind = response.headers.get("content-type", "")
        reply = parsed(response.content, kind, self._subject)
        if (status := error_in(reply)) is not None:
            failure = self._failure(status, response)
            self._scrub(failure)
            raise failure
        return reply

    async def _exchanged(self, method: str, path: str, body: Body | None) -> httpx2.Response:
        try:
            async with asyncio.timeout(self._exchange.timeout_s):
                if method == "GET":
                    return await self._client.get(path, cast_to=httpx2.Response)
                return await self._client.post(path, cast_to=httpx2.Response, body=body)
        except TimeoutError as error:
            raise ModelUnreachable(
                f"no whole answer within {self._exchange.timeout_s:g} s",
                subject=self._subject,
                advice="a slow model may need a longer model.timeout_seconds",
            ) from error
        except openai.APIStatusError as error:
            # Not chained: the package's error repeats the server's words, and some servers repeat the key.
            raise self._failure(error.status_code, error.response) from None
        except openai.APIConnectionError as error:
            raise self._unreachable(error) from error

    def _unreachable(self, error: openai.APIConnectionError) -> ModelUnreachable:
        cause = error.__cause__
        if isinstance(cause, Oversize):
            return ModelUnreachable(str(cause), subject=self._subject)
        what = str(cause or error).strip() or type(cause or error).__name__
        return ModelUnreachable(
            f"the model's server can't be reached or broke off: {what}",
            subject=self._subject,
            advice="is it running, and is base_url right?",
        )

    def _failure(self, status: int, response: httpx2.Response) -> ModelError:
        headers = {name.lower(): value for name, value in response.headers.items()}
        return failure_of(status, headers, response.content, subject=self._subject, now=self._clock.now())

    def _scrub(self, error: ModelError) -> None:
        error.args = tuple(self._key.scrubbed(str(part)) for part in error.args)

    def _loop(self) -> Background:
        with self._lock:
            if self._closed:
                raise RuntimeError("the model is closed")
            if self._background is None:
                self._background = Background(f"model {self.name}")
            return self._background


def _same(listed: object, name: str) -> bool:
    """Whether a listed model is the one that is meant; some lists put "models/" before, or ":latest" behind."""
    if not isinstance(listed, str):
        return False
    return name in {listed, listed.removeprefix("models/"), listed.removesuffix(":latest")}
