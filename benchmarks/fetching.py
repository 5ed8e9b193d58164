"""How much the guard, the turns, robots.txt and bounded decoding cost: requests a second beside bare httpx2.

    python benchmarks/fetching.py [--rounds 7] [--pages 50]

Twenty hosts on loopback (127.0.1.1 to 127.0.1.20), served by another process; each host is asked for its pages one at a
time, all hosts at once, which is what both sides do. Pages are gzip of 30 kB of text. Rounds alternate between the two,
and the ratio is the median of the rounds' ratios.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import multiprocessing
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from multiprocessing.connection import Connection

import httpx2

from prism.adapters.http import HttpFetcher
from prism.model import Request, Response

HOSTS = [f"127.0.1.{number}" for number in range(1, 21)]
PAGE = gzip.compress(("<p>" + "A sentence of a page that stands for all pages. " * 12 + "</p>\n").encode() * 52)


class WallClock:
    """The time of this machine."""

    def now(self) -> datetime:
        """Now."""
        return datetime.now(UTC)


def serve(ready: Connection) -> None:
    """Answer everything with the page, and robots.txt with 404."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                if head.startswith(b"GET /robots.txt"):
                    writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                else:
                    writer.write(
                        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
                        b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE
                    )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        servers = [await asyncio.start_server(answer, host, 0) for host in HOSTS]
        ready.send([server.sockets[0].getsockname()[1] for server in servers])
        await asyncio.gather(*(server.serve_forever() for server in servers))

    asyncio.run(run())


def with_prism(urls: Sequence[str], allow: Sequence[str]) -> int:
    with HttpFetcher(allow, "PrismBot/bench", 0.0, clock=WallClock()) as fetcher:
        outcomes = fetcher.fetch_all([Request(url) for url in urls])
        return sum(len(response.body) for _, response in outcomes if isinstance(response, Response))


def with_httpx2(urls: Sequence[str], allow: Sequence[str]) -> int:
    async def host(client: httpx2.AsyncClient, mine: Sequence[str]) -> int:
        return sum([len((await client.get(url)).content) for url in mine])

    async def run() -> int:
        async with httpx2.AsyncClient(trust_env=False) as client:
            hosts = [[url for url in urls if f"//{one}/" in url] for one in allow]
            return sum(await asyncio.gather(*(host(client, mine) for mine in hosts)))

    return asyncio.run(run())


def per_second(
    fetch: Callable[[Sequence[str], Sequence[str]], int], urls: Sequence[str], allow: Sequence[str]
) -> float:
    began = time.perf_counter()
    size = fetch(urls, allow)
    took = time.perf_counter() - began
    if size != len(urls) * len(gzip.decompress(PAGE)):
        raise SystemExit("not every page was read")
    return len(urls) / took


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--pages", type=int, default=50, help="for each host")
    options = arguments.parse_args()
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    allow = [f"{host}:{port}" for host, port in zip(HOSTS, ours.recv(), strict=True)]
    urls = [f"http://{host}/page-{number}" for number in range(options.pages) for host in allow]
    prism, bare = [], []
    for _ in range(options.rounds):
        prism.append(per_second(with_prism, urls, allow))
        bare.append(per_second(with_httpx2, urls, allow))
    server.terminate()
    ratio = statistics.median(mine / yours for mine, yours in zip(prism, bare, strict=True))
    print(f"{options.rounds} rounds of {len(urls)} requests to {len(HOSTS)} hosts on loopback, medians")
    print(f"  HttpFetcher   {statistics.median(prism):8.0f} requests/s (robots.txt, guard, bounded decoding included)")
    print(f"  bare httpx2   {statistics.median(bare):8.0f} requests/s (AsyncClient)")
    print(f"  ratio         {ratio:8.2f}")


if __name__ == "__main__":
    main()
