"""How connections are opened: a name is resolved, every address vetted, and one of exactly those is connected to.

This is the only place that opens a socket. Whatever a URL looked like and whichever parser read it, the host that
httpcore2 wants to connect to comes by here as a name and a port, and is vetted; so there is no second answer of the
resolver to be led astray by (DNS rebinding). TLS and the Host header keep the name.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from typing import Any

import httpcore2

from prism.adapters.http.guard import Guard, is_literal
from prism.model import Unreachable

Resolver = Callable[[str, int], Sequence[str]]
"""Host and port to literal addresses, best first; blocking; raises OSError when there are none."""

_MOST_ADDRESSES = 8
_PATIENCE_S = 3.0  # for an address, while there is another one to try

opened: ContextVar[list[str] | None] = ContextVar("opened", default=None)
"""Where `VettedBackend` notes the addresses that it connected to for the exchange at hand."""


def system_resolver(host: str, port: int) -> Sequence[str]:
    """What the operating system says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return [str(entry[4][0]) for entry in found]


class _Stream(httpcore2.AsyncNetworkStream):
    """A connection that is closed when its TLS handshake is given up: httpcore2 forgets it when it is cancelled."""

    def __init__(self, plain: httpcore2.AsyncNetworkStream) -> None:
        self._plain = plain

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 (httpcore2's signature)
        return await self._plain.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 (httpcore2's signature)
        await self._plain.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._plain.aclose()

    def get_extra_info(self, info: str) -> Any:
        return self._plain.get_extra_info(info)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 (the signature is httpcore2's)
    ) -> httpcore2.AsyncNetworkStream:
        try:
            return await self._plain.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            await self._plain.aclose()
            raise


class VettedBackend(httpcore2.AsyncNetworkBackend):
    """Network backend of httpcore2 that connects to nothing that the guard has not seen."""

    def __init__(
        self, guard: Guard, resolver: Resolver = system_resolver, plain: httpcore2.AsyncNetworkBackend | None = None
    ) -> None:
        """Take the judge, the resolver, and what opens connections to the addresses that were vetted."""
        self._guard = guard
        self._resolver = resolver
        self._plain = plain or httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 (the signature is httpcore2's; the deadline stands around it)
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Resolve, vet, connect to one of the vetted addresses.

        Raises:
            Refused: an address is not public.
            Unreachable: no name, no address, no connection.
        """
        vetted = self._guard.vet(host, port, [host] if is_literal(host) else await self._resolve(host, port))
        failure: Exception | None = None
        for number, address in enumerate(vetted[:_MOST_ADDRESSES], start=1):
            patience = timeout if number == len(vetted) else _PATIENCE_S
            try:
                stream = await self._plain.connect_tcp(address, port, patience, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                if (note := opened.get()) is not None:
                    note.append(address)
                return _Stream(stream)
        raise Unreachable(f"no connection to {host}, port {port}", subject=host) from failure

    async def sleep(self, seconds: float) -> None:
        """Wait; httpcore2 does between retries, of which there are none."""
        await asyncio.sleep(seconds)

    async def _resolve(self, host: str, port: int) -> Sequence[str]:
        """Ask the resolver on a thread of its own, which the deadline can leave behind and the exit does not wait for."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Sequence[str]] = loop.create_future()

        def settle(addresses: Sequence[str], error: Exception | None) -> None:
            if answer.done():
                return
            if error is None:
                answer.set_result(addresses)
            else:
                answer.set_exception(error)

        def ask() -> None:
            addresses: Sequence[str] = ()
            failure: Exception | None = None
            try:
                addresses = self._resolver(host, port)
            except Exception as error:  # noqa: BLE001 (a bug of the resolver is raised where its answer is waited for)
                failure = error
            if not loop.is_closed():
                loop.call_soon_threadsafe(settle, addresses, failure)

        threading.Thread(target=ask, name=f"resolve {host}", daemon=True).start()
        try:
            return await answer
        except (OSError, UnicodeError) as error:
            raise Unreachable(f"the name {host} could not be resolved", subject=host) from error
