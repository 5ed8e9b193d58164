"""How fast `prism check` is: claims a second by the rules alone and with vectors, time to the first row, memory over a long run.

    python benchmarks/checks.py                all of it, 10,000 rows in the long run
    python benchmarks/checks.py memory ROWS    the long run alone; 1,000,000 rows take some three hours
    python benchmarks/checks.py short ROWS     the same with rows of one short sentence, a million of them in some two hours
    python benchmarks/checks.py processor      processor time of a claim in one process, sources that recur and sources that don't

The rows are our own labelled claims (tests/evals/checks), six languages, sources of about ten sentences. In the long run no
two rows are alike: figures and names of claim and sources are changed, alike in both, so that what is remembered is never
what comes.
"""

from __future__ import annotations

import gc
import json
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from prism.app.evals.grounding.labelled import labelled
from prism.app.filters.check import Checking
from prism.app.filters.streaming import COLLECTOR
from prism.languages import sentences

OURS = Path(__file__).parents[1] / "tests" / "evals"
PRISM = str(Path(sys.executable).with_name("prism"))
PARTS = ("tune", "calibrate")
ROUNDS = 3
LONG_RUN = 10_000
WITH_VECTORS = 300
"""Rows of a round with vectors: the embedder takes some 17 ms a sentence, and of texts that recur each is embedded once."""


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


_WORD = re.compile(r"\d|[A-ZÀ-Þ][^\W\d_]{3,}|[가-힣]{3,}|[ァ-ヺー]{3,}|[一-鿿]{2,}")
_CHANGED = 0.15
"""Share of the longer words of which a letter is changed."""


def many(given: list[dict[str, object]], count: int) -> Iterator[bytes]:
    """Rows without end, no two of them alike: every figure and some words are changed, alike in claim and sources."""
    for number in range(count):
        chance = random.Random(number)
        known: dict[str, str] = {}

        def changed(match: re.Match[str], chance: random.Random = chance, known: dict[str, str] = known) -> str:
            word = match.group()
            if word not in known:
                known[word] = _altered(word, chance)
            return known[word]

        row = given[number % len(given)]
        sources = [{**one, "text": _WORD.sub(changed, one["text"])} for one in row["sources"]]  # type: ignore[attr-defined]  # a list of objects
        claim = _WORD.sub(changed, str(row["claim"]))
        yield json.dumps({**row, "claim": claim, "sources": sources}, ensure_ascii=False).encode() + b"\n"


_SHORT = range(12, 41)
"""Characters of a short sentence."""


def short(given: list[dict[str, object]]) -> list[dict[str, object]]:
    """Rows of one short sentence as source and a short claim: of every second row the sentence itself, else a claim of its story."""
    made: list[dict[str, object]] = []
    for number, row in enumerate(given):
        one = row["sources"][0]  # type: ignore[index]  # a list of objects
        told = [each for each in sentences(one["text"], one["language"]) if len(each) in _SHORT]
        if not told:
            continue
        sentence = told[number % len(told)]
        claim, language = (sentence, one["language"]) if number % 2 else (row["claim"], row["language"])
        if len(str(claim)) in _SHORT:
            made.append({**row, "claim": claim, "language": language, "sources": [{**one, "text": sentence}]})
    return made


def _altered(word: str, chance: random.Random) -> str:
    if word.isdigit():
        return chance.choice("123456789")
    if chance.random() > _CHANGED:
        return word
    at = chance.randrange(len(word))
    near = chr(ord(word[at]) + chance.choice((-28, 28))) if "가" <= word[at] <= "힣" else chance.choice(word)
    return word[:at] + near + word[at + 1 :]


def processor(given: list[dict[str, object]]) -> None:
    """Processor time of a claim in one process, loading left out, the collector set as in the processes that answer."""
    checking = Checking("en", embedded=False)
    checking(given[:: max(1, len(given) // 40)])
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTOR)
    fresh = list(map(json.loads, many(given[::8], len(given) // 8)))
    for name, some in (("sources with eight claims each", given), ("every source new", fresh)):
        begun = time.process_time()
        checking(some)
        print(f"{name}: {1000 * (time.process_time() - begun) / len(some):.1f} ms of processor time a claim")


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
    """Bytes of memory that a process and its children hold, what they share counted once."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    found = 0
    for one in (str(pid), *children):
        rollup = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii")
        found += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return found * 1024


def long_run(given: list[dict[str, object]], count: int) -> None:
    """Memory twenty times on the way of a long run."""
    with subprocess.Popen([PRISM, "check"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        feeding = threading.Thread(target=_feed, args=(process.stdin, many(given, count)))
        feeding.start()
        begun = time.perf_counter()
        seen: list[int] = []
        for number in range(1, count + 1):
            if not process.stdout.readline():
                raise RuntimeError(f"no answer to row {number}")
            if number % (count // 20) == 0 and number < count:
                seen.append(resident(process.pid))
                print(
                    f"  {number:>9} rows  {seen[-1] / 2**20:6.0f} MB  {number / (time.perf_counter() - begun):6.0f} rows/s",
                    flush=True,
                )
        feeding.join()
    print(
        f"memory at a twentieth of {count} rows {seen[0] / 2**20:.0f} MB, at its end {seen[-1] / 2**20:.0f} MB: {seen[-1] / seen[0]:.2f} times"
    )


def _feed(stream: IO[bytes], lines: Iterator[bytes]) -> None:
    for line in lines:
        stream.write(line)
    stream.close()


def main() -> None:
    """Measure and print."""
    given = rows()
    if sys.argv[1:2] == ["memory"]:
        long_run(given, int(sys.argv[2]))
        return
    if sys.argv[1:2] == ["short"]:
        long_run(short(given), int(sys.argv[2]))
        return
    processor(given)
    if sys.argv[1:2] == ["processor"]:
        return
    rules = [timed(given) for _ in range(ROUNDS)]
    some = {
        "sources with eight claims each": given[:WITH_VECTORS],
        "one or two": given[:: max(1, len(given) // WITH_VECTORS)],
    }
    vectors = {name: [timed(part, "--vectors") for _ in range(ROUNDS)] for name, part in some.items()}
    print(
        f"rules alone   {len(given) / statistics.median(one[0] for one in rules):6.0f} claims/s, first answer after {statistics.median(one[1] for one in rules):.2f} s"
    )
    for name, times in vectors.items():
        spent, ready = (statistics.median(one[which] for one in times) for which in (0, 1))
        print(f"with vectors  {len(some[name]) / spent:6.0f} claims/s, first answer after {ready:.2f} s ({name})")
    long_run(given, LONG_RUN)


if __name__ == "__main__":
    main()
