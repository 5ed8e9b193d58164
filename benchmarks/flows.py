"""Flows driven a second, and a batch of ten thousand prompts in bounded memory.

    python benchmarks/flows.py                # all three
    python benchmarks/flows.py calls          # against a loopback server that answers at once, 32 in parallel
    python benchmarks/flows.py batch 10000    # export, import and replay of so many waiting prompts: rows a second, peak memory
    python benchmarks/flows.py still          # a newsroom where nothing changed: calls, seconds

What a call costs beyond the model: the driver, the ledger (one commit for all answers that came together), the wire.
"""

from __future__ import annotations

import dataclasses
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import sqlalchemy as sa

from prism.adapters.archive import schema
from prism.adapters.archive.codecs import micros
from prism.adapters.archive.engine import writing
from prism.adapters.models import Resilient, Sampling, quirks_for
from prism.adapters.models.wire import OpenAIChat
from prism.adapters.testing import SetClock
from prism.app.batch import Answer, read_results, request_row
from prism.app.config import Config
from prism.app.wiring import open_newsroom
from prism.model import Asked, Completion, Flow, Prompt
from prism.newsroom import Tools
from prism.newsroom.driving import Job, drive
from prism.newsroom.spending import Budget
from prism.newsroom.writing import write
from prism.ports import ChatModel

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
RUNS, FLOWS, STEPS, PARALLEL = 3, 400, 3, 32
SYSTEM = "You read reports and say what they say. " * 40
TEXT = "둑이 무너져 주민 340명이 대피했다고 시가 밝혔다. " * 60
ANSWER = json.dumps(
    {
        "model": "m",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": TEXT}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 2000, "completion_tokens": 800, "total_tokens": 2800},
    }
).encode()


class AtOnce(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(ANSWER)))
        self.end_headers()
        self.wfile.write(ANSWER)

    def log_message(self, *_: object) -> None:
        pass


class InTheProcess:
    name = "none"

    def complete(self, _prompt: Prompt) -> Completion:
        return Completion(TEXT, "none", tokens_in=2000, tokens_out=800)


def flow(number: int) -> Flow[int]:
    for step in range(STEPS):
        yield Prompt("draft", SYSTEM, f"{number} {step} {TEXT}", parameters={"max_tokens": "2000"})
    return number


def jobs(count: int) -> Iterator[Job[int]]:
    for number in range(count):
        yield Job(Asked("", f"st{number}", 1, "ko"), lambda number=number: flow(number), float(count - number))


@contextmanager
def tools_in(folder: Path, model: ChatModel | None) -> Iterator[Tools]:
    with open_newsroom(folder, Config(), clock=SetClock(NOW), runs=False) as tools:
        yield dataclasses.replace(tools, model=model, prose=True, parallel=PARALLEL, budget=Budget(tokens_a_day=10**10))


def calls() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), AtOnce)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/v1"
    clock = SetClock(NOW)
    made = {
        "no wire": InTheProcess,
        "over loopback": lambda: Resilient(
            [OpenAIChat(base_url=address, name="m", quirks=quirks_for(address, "m"), clock=clock)], clock
        ),
    }
    print(f"{FLOWS} flows of {STEPS} calls, {PARALLEL} in parallel; prompts of {len(SYSTEM) + len(TEXT):,} characters")
    for name, make in made.items():
        rates, replayed = [], []
        for _ in range(RUNS):
            with tempfile.TemporaryDirectory() as folder, tools_in(Path(folder), make()) as tools:
                begun = time.perf_counter()
                ended = sum(1 for _ in drive(jobs(FLOWS), tools))
                rates.append(FLOWS / (time.perf_counter() - begun))
                assert ended == FLOWS
                begun = time.perf_counter()
                ended = sum(1 for _ in drive(jobs(FLOWS), dataclasses.replace(tools, model=None)))
                replayed.append(FLOWS / (time.perf_counter() - begun))
        rate, again = statistics.median(rates), statistics.median(replayed)
        print(
            f"{name:14} {rate:7.1f} flows/s, {rate * STEPS:7.1f} calls/s, {1000 / rate / STEPS:5.2f} ms a call; "
            f"from the ledger {again:8.1f} flows/s"
        )
    server.shutdown()


def batch(count: int) -> None:
    """In a process of its own, so that its peak memory is its own."""
    script = f"import sys; sys.argv = ['flows']; sys.path.insert(0, {str(Path(__file__).parent)!r}); import flows; "
    for few in (count // 10, count):
        subprocess.run([sys.executable, "-c", f"{script}flows.batch_here({few})"], check=True, env=dict(os.environ))


def batch_here(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder, tools_in(Path(folder), None) as tools:
        with writing(tools.archive.engine) as connection:
            rows = [{"id": f"st{n}", "revision": 1, "due": False, "last_seen_at": micros(NOW)} for n in range(count)]
            connection.execute(sa.insert(schema.stories), rows)
        waiting = timed("wait", count, lambda: sum(1 for _ in drive(jobs(count), tools)))
        assert waiting == count
        requests, results = Path(folder) / "requests.jsonl", Path(folder) / "results.jsonl"
        quirks = quirks_for("", "m")

        def export() -> int:
            with requests.open("w") as stream:
                for key, awaited in tools.archive.awaited():
                    stream.write(request_row(key, awaited, "m", quirks, Sampling()) + "\n")
            return count

        timed("export", count, export)
        with requests.open() as asked, results.open("w") as answers:
            body = json.loads(ANSWER)
            for line in asked:
                key = json.loads(line)["custom_id"]
                answers.write(json.dumps({"custom_id": key, "response": {"status_code": 200, "body": body}}) + "\n")

        def take() -> int:
            new, some = 0, []
            with results.open("rb") as stream:
                for row in read_results(stream):
                    assert isinstance(row, Answer)
                    some.append((row.key, row.completion, Asked("draft")))
                    if len(some) == 100:
                        new += tools.archive.put_completions(some, NOW, batch=True)
                        some = []
            return new + tools.archive.put_completions(some, NOW, batch=True)

        assert timed("import", count, take) == count
        timed("go on", count, lambda: sum(1 for _ in drive(jobs(count), tools)))
        size = requests.stat().st_size / 2**20
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:>7} prompts, {size:6.1f} MB of requests: peak memory {peak:.0f} MB")


def timed(name: str, count: int, work: Callable[[], int]) -> int:
    begun = time.perf_counter()
    found = work()
    print(f"        {name:7} {count / (time.perf_counter() - begun):9.0f} a second")
    return found


def still() -> None:
    """Ten thousand editions of stories that wait for a batch, and nothing new: what one writing step takes."""
    with tempfile.TemporaryDirectory() as folder, tools_in(Path(folder), None) as tools:
        with writing(tools.archive.engine) as connection:
            rows = [{"id": f"st{n}", "revision": 1, "due": False, "last_seen_at": micros(NOW)} for n in range(10_000)]
            connection.execute(sa.insert(schema.stories), rows)
            waits = [
                {"story_id": f"st{n}", "locale": "ko", "revision": 1, "reason": "card.model", "stands": False}
                for n in range(10_000)
            ]
            waits += [{**one, "locale": "en"} for one in waits]
            connection.execute(sa.insert(schema.waits), waits)
        for _ in drive(jobs(10_000), tools):
            pass
        english = dataclasses.replace(tools, frames=tools.frames[:1])
        write(english)
        times = []
        for _ in range(RUNS):
            begun = time.perf_counter()
            drafted = write(english)
            times.append(time.perf_counter() - begun)
        spent = sum(one.calls for one in tools.archive.spent(NOW.replace(hour=0)))
        print(
            f"10,000 that wait, nothing new: {statistics.median(times):.2f} s, calls {spent}, written {drafted.written}"
        )


def main() -> None:
    what = sys.argv[1] if len(sys.argv) > 1 else ""
    if what in {"", "calls"}:
        calls()
    if what in {"", "batch"}:
        batch(int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
    if what in {"", "still"}:
        still()


if __name__ == "__main__":
    main()
