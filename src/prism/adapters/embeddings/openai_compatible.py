"""Vectors from any address that speaks OpenAI's `POST /embeddings`."""

from __future__ import annotations

from collections.abc import Sequence

import httpx2
import numpy as np

from prism.model import BadResponse, Unreachable, Vector

_BATCH = 64


class OpenAICompatibleEmbedder:
    """An embedder behind an OpenAI-compatible endpoint (a provider's, vLLM's, llama.cpp's, Ollama's)."""

    def __init__(
        self,
        *,
        base_url: str,
        model: str,
        dimensions: int,
        api_key: str = "",
        prefix: str = "",
        timeout_s: float = 60.0,
    ) -> None:
        """Where and what to ask.

        Args:
            base_url: up to and without "/embeddings" ("https://api.example.org/v1").
            model: its name there.
            dimensions: how long its vectors are; a reply of another length is refused.
            api_key: sent as bearer token if given.
            prefix: put before each text, for models that want one ("query: ").
            timeout_s: for one request.
        """
        self._url = base_url.rstrip("/") + "/embeddings"
        self._model = model
        self._dimensions = dimensions
        self._prefix = prefix
        headers = {"authorization": f"Bearer {api_key}"} if api_key else {}
        self._client = httpx2.Client(headers=headers, timeout=timeout_s, trust_env=False)

    @property
    def name(self) -> str:
        """The model with its prefix: vectors of different names are never compared."""
        return f"openai/{self._model}/{self._dimensions}/{self._prefix.strip()}"

    @property
    def dimensions(self) -> int:
        """As configured."""
        return self._dimensions

    def embed(self, texts: Sequence[str]) -> Sequence[Vector]:
        """One unit-length float32 vector a text, in order; a text that recurs within a call is sent once.

        Raises:
            Unreachable: no connection, or the deadline passed, or the server is busy (429, 5xx).
            BadResponse: the reply is an error, or not what was asked for.
        """
        unique = list(dict.fromkeys(self._prefix + text for text in texts))
        vectors: dict[str, Vector] = {}
        for start in range(0, len(unique), _BATCH):
            batch = unique[start : start + _BATCH]
            vectors.update(zip(batch, self._ask(batch), strict=True))
        return [vectors[self._prefix + text] for text in texts]

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _ask(self, batch: Sequence[str]) -> list[Vector]:
        try:
            reply = self._client.post(self._url, json={"model": self._model, "input": list(batch)})
        except httpx2.HTTPError as error:
            raise Unreachable(f"the embedder did not answer: {error}", subject=self._url) from error
        if reply.status_code == httpx2.codes.TOO_MANY_REQUESTS or reply.is_server_error:
            raise Unreachable(f"the embedder answered {reply.status_code}", subject=self._url)
        if not reply.is_success:
            raise BadResponse(f"the embedder answered {reply.status_code}", subject=self._url)
        try:
            rows = sorted(reply.json()["data"], key=lambda row: int(row["index"]))
            vectors = [np.asarray(row["embedding"], np.float32) for row in rows]
        except (ValueError, KeyError, TypeError) as error:
            raise BadResponse("the embedder's reply can't be read", subject=self._url) from error
        if len(vectors) != len(batch) or any(vector.shape != (self._dimensions,) for vector in vectors):
            raise BadResponse(
                f"the embedder gave {len(vectors)} vectors for {len(batch)} texts, or of another length",
                subject=self._url,
                advice=f"dimensions is set to {self._dimensions}",
            )
        return [_unit(vector) for vector in vectors]


def _unit(vector: Vector) -> Vector:
    """Of unit length; zero stays zero."""
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / np.float32(length), np.float32) if length > 0 else vector
