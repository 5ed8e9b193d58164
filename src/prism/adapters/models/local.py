"""`LocalChat`: a GGUF model inside the process, by llama.cpp (the extra `local`, package xllamacpp)."""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xllamacpp

from prism.adapters.models.prices import Prices
from prism.adapters.models.quirks import Quirks
from prism.adapters.models.replies import PromptRefused, completion_of, failure_of
from prism.adapters.models.requests import Sampling, chat_body
from prism.model import Completion, ModelRefused, ModelUnreachable, Prompt
from prism.ports import Clock

_BODY = {"stream": True, "stream_options": {"include_usage": True}, "return_progress": True}
"""Asked for in pieces, also while the prompt is read: between two pieces the deadline is looked at."""

_BATCH = 256
"""Tokens of a prompt that are read between two looks at the deadline."""


class LocalChat:
    """A model in the process: one prompt at a time, others wait their turn. Loaded at the first prompt."""

    def __init__(
        self,
        path: Path,
        *,
        quirks: Quirks,
        clock: Clock,
        name: str = "",
        sampling: Sampling | None = None,
        prices: Prices | None = None,
        timeout_s: float = 600.0,
        context_tokens: int = 16384,
        threads: int = 0,
    ) -> None:
        """Which file to load and how.

        Args:
            path: of the GGUF file.
            quirks: how the model is spoken with.
            clock: what prices hold at.
            name: of the model; else that of the file.
            sampling: the operator's settings.
            prices: if its electricity is to be counted.
            timeout_s: for one answer, from its turn on.
            context_tokens: prompt and answer together; memory grows with it.
            threads: 0 for as many as llama.cpp thinks right.
        """
        self.name = name or path.stem
        self.quirks = quirks
        self.prices = prices or Prices(self.name, own=True)
        self._path = path
        self._clock = clock
        self._sampling = sampling or Sampling()
        self._timeout_s = timeout_s
        self.context_tokens = context_tokens
        self._threads = threads
        self._turn = threading.Lock()
        self._server: xllamacpp.Server | None = None

    def __repr__(self) -> str:
        return f"LocalChat({self.name!r})"

    def complete(self, prompt: Prompt) -> Completion:
        """The model's answer; broken off at the deadline.

        Raises:
            ModelRefused: the file can't be loaded, or the prompt does not fit.
            ModelUnreachable: the deadline passed, or llama.cpp failed.
        """
        body = chat_body(prompt, self.name, self.quirks, self._sampling) | _BODY
        with self._turn:
            reply = self._asked(body)
        completion = completion_of(
            reply,
            model=self.name,
            prompt_text=prompt.system + prompt.user + prompt.schema,
            thinking=self.quirks.thinking,
            subject=self.name,
        )
        dollars = self.prices.dollars(completion.tokens_in, completion.tokens_out, self._clock.now())
        return Completion(
            completion.text,
            self.name,
            completion.finish_reason,
            completion.tokens_in,
            completion.tokens_out,
            dollars,
        )

    def close(self) -> None:
        """Give the memory back."""
        with self._turn:
            self._server = None

    def _asked(self, body: Mapping[str, object]) -> Mapping[str, object]:
        pieces = _Pieces(time.monotonic() + self._timeout_s)
        server = self._loaded()
        try:
            server.handle_chat_completions(dict(body), pieces)
        except ValueError as error:
            raise PromptRefused(f"llama.cpp does not take the request: {error}", subject=self.name) from error
        except RuntimeError as error:
            raise ModelUnreachable(f"llama.cpp failed: {error}", subject=self.name) from error
        if pieces.error:
            status = pieces.error.get("code")
            said = json.dumps({"error": pieces.error}).encode()
            raise failure_of(
                status if isinstance(status, int) else 500, {}, said, subject=self.name, now=self._clock.now()
            )
        if pieces.late:
            raise ModelUnreachable(
                f"no whole answer within {self._timeout_s:g} s",
                subject=self.name,
                advice="a slow machine may need a longer model.timeout_seconds",
            )
        return pieces.whole()

    def _loaded(self) -> xllamacpp.Server:
        if self._server is None:
            if not self._path.is_file():
                raise ModelRefused("the file is not there", subject=str(self._path), advice="see model.path")
            params = xllamacpp.CommonParams()
            params.model.path = str(self._path)
            params.n_ctx = self.context_tokens
            params.n_parallel = 1
            params.n_batch = params.n_ubatch = _BATCH
            params.verbosity = -1
            params.warmup = False
            # Threads sleep while they wait for each other: beside other work, spinning costs most of the time.
            params.cpuparams.poll = params.cpuparams_batch.poll = 0
            if self._threads:
                params.cpuparams.n_threads = params.cpuparams_batch.n_threads = self._threads
            # llama.cpp listens on a loopback port even so; nobody but this process knows the key to it.
            params.api_keys = [secrets.token_urlsafe(32)]
            params.ui = False
            params.endpoint_metrics = True
            try:
                server = xllamacpp.Server(params)
            except (RuntimeError, ValueError) as error:
                raise ModelRefused(f"it can't be loaded: {error}", subject=str(self._path)) from error
            # Its loop begins in a thread of its own; closed before that, it would wait for the loop's end for ever. Only the loop answers this.
            server.handle_metrics()
            self._server = server
        return self._server


class _Pieces:
    """An answer as it comes. Called by llama.cpp with each piece; what it returns says whether to stop."""

    def __init__(self, deadline: float) -> None:
        """`deadline`: in seconds of the steady clock."""
        self._deadline = deadline
        self._text: list[str] = []
        self._finish_reason = ""
        self._usage: object = None
        self.late = False
        self.error: Mapping[str, object] = {}

    def __call__(self, piece: Mapping[str, Any]) -> bool:
        """Take one; True to break off."""
        if error := piece.get("error"):
            self.error = error
        self._usage = piece.get("usage") or self._usage
        for choice in piece.get("choices") or ():
            self._text.append(choice.get("delta", {}).get("content") or "")
            self._finish_reason = choice.get("finish_reason") or self._finish_reason
        self.late = not self._finish_reason and time.monotonic() > self._deadline
        return self.late

    def whole(self) -> Mapping[str, object]:
        """All pieces as one reply."""
        message = {"role": "assistant", "content": "".join(self._text)}
        return {"choices": [{"message": message, "finish_reason": self._finish_reason}], "usage": self._usage}
