"""One request and its answer: no redirects, no cookies, no proxies, no environment.

httpcore2, the core of httpx2, is used without the client around it, so that there is nothing to be switched off: it
knows no proxy variables, keeps no cookies, follows nothing and decodes nothing.
"""

from __future__ import annotations

import asyncio
import functools
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import httpcore2
import httpx2

from prism.adapters.http.decoding import ACCEPT_ENCODING, Body
from prism.adapters.http.guard import Guard, Target
from prism.adapters.http.network import Resolver, VettedBackend, opened
from prism.model import BadResponse, FetchError, Refused, Unreachable

REDIRECTS = frozenset((301, 302, 303, 307, 308))

_NO_BODY = frozenset((204, 304))
# What the exchange itself says; a caller's word on these would break framing or name another host.
_OWN_HEADERS = frozenset(
    (
        "host",
        "connection",
        "content-length",
        "transfer-encoding",
        "te",
        "upgrade",
        "accept-encoding",
        "proxy-authorization",
    )
)
_MOST_CHUNKS = 100_000
_HUNG_UP = "Server disconnected"  # as httpcore2 words it
_BREATH = 64  # chunks between two chances for the others


@dataclass(frozen=True, slots=True)
class Answer:
    """What one hop brought.

    Attributes:
        status: HTTP status.
        headers: lower-case names, repeated ones joined; without cookies.
        body: decoded; empty for a redirect, whose body is never read.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


class Exchanger:
    """Connections to everywhere that the guard lets through."""

    def __init__(
        self, guard: Guard, user_agent: str, *, resolver: Resolver, connections: int, tls: ssl.SSLContext | None
    ) -> None:
        """Open nothing yet."""
        self._user_agent = user_agent
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=tls or _system_certificates(),
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=20.0,
            http1=True,
            http2=False,
            retries=0,
            network_backend=VettedBackend(guard, resolver),
        )

    async def close(self) -> None:
        """Close all connections."""
        await self._pool.aclose()

    async def ask(
        self,
        target: Target,
        headers: Mapping[str, str],
        *,
        max_bytes: int,
        deadline_s: float,
        cut: bool = False,
        body: bytes = b"",
    ) -> Answer:
        """GET an address that the guard has read, or POST a body to it.

        Args:
            target: what to ask for.
            headers: further request headers, lower case.
            max_bytes: of the decoded body.
            deadline_s: for everything, from the name to the last byte.
            body: what is sent; nothing: the request is a GET.
            cut: keep the beginning of a body that is too large in place of refusing it.

        Raises:
            Refused: the name leads to a private address.
            Unreachable: name, connection, TLS or deadline.
            BadResponse: too large, broken, cut short, not HTTP.
        """
        failure: FetchError
        try:
            async with asyncio.timeout(deadline_s):
                sent = self._request_headers(target, headers)
                return await self._ask(target, sent, max_bytes, cut=cut, body=body)
        except TimeoutError:
            failure = Unreachable("no complete answer before the deadline", subject=target.url)
        except BadResponse as error:
            failure = BadResponse(error.args[0], subject=target.url)
        except (httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
            failure = BadResponse(f"the answer is cut short or not HTTP ({error})", subject=target.url)
        except (httpcore2.NetworkError, httpcore2.TimeoutException) as error:
            failure = Unreachable(f"the connection failed ({_reason(error)})", subject=target.url)
        # Raised here and not from its cause: the frames behind the cause hold what was read of the body.
        raise failure

    def _request_headers(self, target: Target, headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
        sent = {"accept": "*/*", "user-agent": self._user_agent}
        sent |= {name.lower(): value for name, value in headers.items() if name.lower() not in _OWN_HEADERS}
        sent |= {"accept-encoding": ACCEPT_ENCODING}
        try:
            pairs = [(name.encode("ascii"), value.encode("utf-8")) for name, value in sent.items()]
        except UnicodeEncodeError as error:
            raise Refused("a request header can't be sent", subject=target.url) from error
        return [(b"host", target.authority.encode("ascii")), *pairs]

    async def _ask(
        self, target: Target, headers: list[tuple[bytes, bytes]], max_bytes: int, *, cut: bool, body: bytes
    ) -> Answer:
        note: list[str] = []
        opened.set(note)
        try:
            response = await self._send(target, headers, body)
        except (httpcore2.RemoteProtocolError, httpcore2.ReadError) as error:
            if note or (isinstance(error, httpcore2.RemoteProtocolError) and not str(error).startswith(_HUNG_UP)):
                raise
            response = await self._send(
                target, headers, body
            )  # a kept connection had gone stale: once more on a fresh one
        try:
            received = _headers(response.headers)
            if response.status in _NO_BODY or (response.status in REDIRECTS and "location" in received):
                return Answer(response.status, received, b"")
            return Answer(response.status, received, await _read(response, received, max_bytes, cut=cut))
        finally:
            await response.aclose()

    async def _send(self, target: Target, headers: list[tuple[bytes, bytes]], body: bytes) -> httpcore2.Response:
        return await self._pool.handle_async_request(
            httpcore2.Request(
                b"POST" if body else b"GET",
                httpcore2.URL(
                    scheme=target.scheme.encode("ascii"),
                    host=target.host.encode("ascii"),
                    port=target.port,
                    target=target.path.encode("ascii"),
                ),
                headers=[*headers, (b"content-length", str(len(body)).encode())] if body else headers,
                content=body or None,
            )
        )


@functools.cache
def _system_certificates() -> ssl.SSLContext:
    """The certificates of the operating system, whatever the environment says; loaded once (12 ms)."""
    return httpx2.create_ssl_context(trust_env=False)


async def _read(response: httpcore2.Response, headers: Mapping[str, str], max_bytes: int, *, cut: bool) -> bytes:
    body = Body(headers.get("content-encoding", ""), max_bytes, cut=cut)
    length = headers.get("content-length", "")
    if not cut and length.isascii() and length.isdigit() and int(length) > max_bytes:
        raise BadResponse(f"the body is larger than {max_bytes} bytes")
    chunks = 0
    async for chunk in response.aiter_stream():
        body.feed(chunk)
        if body.full:
            break
        chunks += 1
        if chunks > _MOST_CHUNKS:
            raise BadResponse("the body comes in too many too small pieces")
        if chunks % _BREATH == 0:
            await asyncio.sleep(0)
    return body.finish()


def _headers(raw: Sequence[tuple[bytes, bytes]]) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name, value in raw:
        key = name.decode("latin-1").lower()
        if key != "set-cookie":
            text = _text(value)
            joined[key] = f"{joined[key]}, {text}" if key in joined else text
    return joined


def _text(value: bytes) -> str:
    """Header bytes as text: UTF-8 where it is, as some servers send in Location; else as HTTP has it."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
