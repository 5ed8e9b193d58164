"""How fast `prism check` is: claims a second by the rules alone and with vectors, time to the first row, memory over a long run.

    python benchmarks/checks.py [ROWS]     rows of the long run, 20,000 if left out; 1,000,000 takes an hour and a half

The rows are our own labelled claims (tests/evals/checks), six languages, sources of about ten sentences. In the long run each
source and claim is made unlike all before it by a number in its text, so that nothing is remembered by chance.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from prism.app.evals.grounding.labelled import PARTS, labelled

OURS = Path(__file__).parents[1] / "tests" / "evals"
PRISM = str(Path(sys.executable).with_name("prism"))
ROUNDS = 3
WITH_VECTORS = 300
"""Rows of a round with vectors: a second or so of the embedder for ten of them."""


def rows() -> list[dict[str, object]]:
    """The labelled claims as rows of `prism check`."""
    return [
        {
            "id": place,
            "claim": claim.claim,
            "language": claim.language,
            "sources": [
                {
                    "id": one.id,
                    "language": one.language,
                    "text": one.text,
                    "published": one.published.isoformat() if one.published else None,
                }
                for one in claim.sources
            ],
        }
        for place, claim in enumerate(claim for part in PARTS for claim in labelled(OURS, part))
    ]


def many(given: list[dict[str, object]], count: int) -> Iterator[bytes]:
    """Rows without end, no two of them alike."""
    for number in range(count):
        row = dict(given[number % len(given)])
        row["claim"] = f"{row['claim']} ({number})"
        row["sources"] = [{**one, "text": f"{one['text']} ({number})"} for one in row["sources"]]  # type: ignore[attr-defined]  # a list of objects
        yield json.dumps(row, ensure_ascii=False).encode() + b"\n"


def timed(given: list[dict[str, object]], *options: str) -> tuple[float, float]:
    """Seconds from the first answer to the last, and from the start to the first answer."""
    text = b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in given)
    begun = time.perf_counter()
    with subprocess.Popen([PRISM, "check", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(text[: text.index(b"\n") + 1])
        process.stdin.flush()
        process.stdout.readline()
        ready = time.perf_counter() - begun
        again = time.perf_counter()
        answers = process.communicate(text[text.index(b"\n") + 1 :])[0].count(b"\n")
        spent = time.perf_counter() - again
    if answers != len(given) - 1:
        raise RuntimeError(f"{answers} answers for {len(given) - 1} rows")
    return spent, ready


def resident(pid: int) -> int:
    """Bytes of memory that a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def long_run(given: list[dict[str, object]], count: int) -> None:
    """Memory at a tenth of a long run and at its end."""
    with subprocess.Popen([PRISM, "check"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        early = late = 0
        begun = time.perf_counter()
        for number, line in enumerate(many(given, count)):
            process.stdin.write(line)
            process.stdin.flush()
            process.stdout.readline()
            if number == count // 10:
                early = resident(process.pid)
            if number % (count // 10) == 0:
                print(
                    f"  {number:>9} rows  {resident(process.pid) / 2**20:6.0f} MB  {number / (time.perf_counter() - begun):6.0f} rows/s",
                    flush=True,
                )
        late = resident(process.pid)
        process.stdin.close()
    print(
        f"memory at a tenth of {count} rows {early / 2**20:.0f} MB, at the end {late / 2**20:.0f} MB: {late / early:.2f} times"
    )


def main() -> None:
    """Measure and print."""
    given = rows()
    rules = [timed(given) for _ in range(ROUNDS)]
    vectors = [timed(given[:: max(1, len(given) // WITH_VECTORS)], "--vectors") for _ in range(ROUNDS)]
    sampled = len(given[:: max(1, len(given) // WITH_VECTORS)])
    print(
        f"rules alone   {len(given) / statistics.median(one[0] for one in rules):6.0f} claims/s, first answer after {statistics.median(one[1] for one in rules):.2f} s"
    )
    print(
        f"with vectors  {sampled / statistics.median(one[0] for one in vectors):6.0f} claims/s, first answer after {statistics.median(one[1] for one in vectors):.2f} s"
    )
    long_run(given, int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)


if __name__ == "__main__":
    main()
