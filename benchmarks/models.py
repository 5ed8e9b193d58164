"""What the wire costs: calls a second, and processor time a call, against a server on loopback that answers at once.

    python benchmarks/models.py

The server is a process of its own and as small as can be; prompts have the length of a fact sheet's (18,000 characters).
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from prism.adapters.http.testing import HandClock
from prism.adapters.models import Resilient, quirks_for
from prism.adapters.models.wire import OpenAIChat
from prism.model import Prompt

ROUNDS = 5
CALLS = 600
AT_ONCE = 32
PROMPT = Prompt("facts", "s" * 2000, "u" * 16000, '{"type":"object"}', {"max_tokens": "2000"})
REPLY = json.dumps(
    {
        "choices": [{"index": 0, "message": {"role": "assistant", "content": "x" * 4000}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 4500, "completion_tokens": 1000, "total_tokens": 5500},
    }
).encode()
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(REPLY) + REPLY


async def _serve(told: multiprocessing.Queue[int]) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = next(line for line in head.split(b"\r\n") if line.startswith(b"content-length"))
                await reader.readexactly(int(length.partition(b":")[2]))
                writer.write(ANSWER)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=256, limit=2**20)
    told.put(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _run_server(told: multiprocessing.Queue[int]) -> None:
    asyncio.run(_serve(told))


def main() -> None:
    told: multiprocessing.Queue[int] = multiprocessing.Queue()
    process = multiprocessing.Process(target=_run_server, args=(told,), daemon=True)
    process.start()
    address = f"http://127.0.0.1:{told.get()}/v1"
    wire = OpenAIChat(
        base_url=address, name="m", quirks=quirks_for(address, "m"), clock=HandClock(datetime(2026, 11, 23, tzinfo=UTC))
    )
    model = Resilient([wire], HandClock(datetime(2026, 11, 23, tzinfo=UTC)))
    model.complete(PROMPT)
    for at_once in (1, AT_ONCE):
        rates, costs = [], []
        for _ in range(ROUNDS):
            begun, used = time.perf_counter(), time.process_time()
            with ThreadPoolExecutor(at_once) as pool:
                list(pool.map(lambda _: model.complete(PROMPT), range(CALLS)))
            rates.append(CALLS / (time.perf_counter() - begun))
            costs.append((time.process_time() - used) / CALLS * 1000)
        print(
            f"{at_once:>2} at once: {statistics.median(rates):.0f} calls/s, {statistics.median(costs):.2f} ms processor time a call"
        )
    model.close()
    process.kill()


if __name__ == "__main__":
    main()
