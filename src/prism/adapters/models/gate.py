"""The last thing before the network: what leaves, and how much comes in.

The key is added here and nowhere else, to a copy of the request, so that no object of the openai package, and no error
that carries one, ever holds it. Headers that are not named here do not leave: the package would add what it finds in the
environment (OPENAI_CUSTOM_HEADERS, OPENAI_ORG_ID …) and tells the machine's system and versions.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2

_LEAVING = frozenset(("accept", "content-length", "content-type", "host", "user-agent"))


class Secret:
    """A key that does not show itself."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def __repr__(self) -> str:
        return "Secret()" if not self._value else "Secret(…)"

    def __bool__(self) -> bool:
        return bool(self._value)

    def __reduce__(self) -> tuple[type[Secret], tuple[str]]:
        raise TypeError("a key is not written down")

    def revealed(self) -> str:
        """The key itself, for the header."""
        return self._value

    def scrubbed(self, text: str) -> str:
        """A text in which the key, should it stand there, does no more."""
        return text.replace(self._value, "[key]") if self._value else text


class Oversize(httpx2.TransportError):
    """A body is longer than is read, or compressed although that was not asked for."""


class Gate(httpx2.AsyncBaseTransport):
    """A transport that adds the key, lets few headers leave, and stops reading at a limit."""

    def __init__(
        self, key: Secret, *, header: str, prefix: str, most_bytes: int, inner: httpx2.AsyncBaseTransport | None = None
    ) -> None:
        """Take the key with its header, and the limit of a body in bytes."""
        self._key = key
        self._header = header
        self._prefix = prefix
        self._most_bytes = most_bytes
        self._inner = inner or httpx2.AsyncHTTPTransport(
            trust_env=False, limits=httpx2.Limits(max_connections=None, max_keepalive_connections=64)
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a copy with the key, and bound what comes back.

        Raises:
            Oversize: the body is compressed; while it is read: it is too long.
            httpx2.TransportError: as the network fails.
        """
        headers = [(name, value) for name, value in request.headers.items() if name.lower() in _LEAVING]
        headers.append(("accept-encoding", "identity"))
        if self._key:
            headers.append((self._header, self._prefix + self._key.revealed()))
        sent = httpx2.Request(
            request.method, request.url, headers=headers, stream=request.stream, extensions=request.extensions
        )
        response = await self._inner.handle_async_request(sent)
        if response.headers.get("content-encoding", "identity").strip().lower() not in {"", "identity"}:
            await response.aclose()
            raise Oversize("the answer is compressed, which was not asked for")
        return httpx2.Response(
            response.status_code,
            headers=response.headers,
            stream=_Bounded(response.stream, self._most_bytes),
            extensions=response.extensions,
        )

    async def aclose(self) -> None:
        """Let go of the connections."""
        await self._inner.aclose()


class _Bounded(httpx2.AsyncByteStream):
    """A body that ends with an error where it grows too long."""

    def __init__(self, stream: object, most_bytes: int) -> None:
        if not isinstance(stream, httpx2.AsyncByteStream):
            raise TypeError("an asynchronous transport gave a synchronous body")
        self._stream = stream
        self._left = most_bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            self._left -= len(chunk)
            if self._left < 0:
                raise Oversize("the answer is too long")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()
