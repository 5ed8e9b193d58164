"""How well claims are told: our own labelled claims, public translations whole and altered, public pairs.

Of our own stories one part was looked at while rules and weights were made (`tune`), one was read by nobody and set the threshold (`unread`),
one is only counted (`report`). All by the rules alone, without sentence vectors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from prism.app.evals.grounding.labelled import labelled, plain
from prism.app.evals.grounding.public import PAIRS, inference, sentence_pairs, summaries, translations
from prism.app.evals.grounding.tally import Tally, joined
from prism.app.evals.measure import Measure
from prism.checks import check_claim

SUBJECT = "checks"
_OFTEN = 12
"""A pair of languages with fewer claims than this is told under "other pairs"."""


def evaluate(data: Path | None, ours: Path) -> Sequence[Measure]:
    """Measure everything.

    Args:
        data: the public data, or None where it is not there.
        ours: the folder of our own labelled sets.
    """
    parts = ("tune", "unread", "report")
    return (*_simple(ours), *(one for part in parts for one in _labelled(ours, part)), *_public(data))


def tables(ours: Path) -> Iterator[tuple[str, Sequence[str], Sequence[Sequence[str]]]]:
    """For the reader: the reported part by pair of languages and kind of error, as (title, columns, rows)."""
    tallies = _by_pair(ours, "report")
    kinds = sorted({kind for tally in tallies.values() for kind in tally.found})
    columns = ("languages", "claims", "accuracy", "kept", "found", *kinds)
    rows = [_row(pair, tally, kinds) for pair, tally in tallies.items()]
    rows.append(_row("all", joined(tallies.values()), kinds))
    yield "claims of the reported part: supported ones kept, errors found by kind", columns, rows


def _row(name: str, tally: Tally, kinds: Sequence[str]) -> Sequence[str]:
    counts = [tally.kept, tally.errors, *(tally.found.get(kind) for kind in kinds)]
    told = [f"{one.hit}/{one.total}" if one is not None and one.total else "" for one in counts]
    accuracy = "" if tally.accuracy is None else f"{tally.accuracy:.2f}"
    return (name, str(tally.kept.total + tally.errors.total), accuracy, *told)


@lru_cache(maxsize=4)
def _by_pair(ours: Path, part: str) -> Mapping[str, Tally]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for row in labelled(ours, part):
        verdict = check_claim(row.claim, row.sources, row.language).supported
        tallies[row.pair].add(supported=row.supported, verdict=verdict, error=row.error)
    often = {pair: one for pair, one in tallies.items() if one.kept.total + one.errors.total >= _OFTEN}
    rest = [one for pair, one in tallies.items() if pair not in often]
    return dict(sorted(often.items())) | ({"other pairs": joined(rest)} if rest else {})


def _labelled(ours: Path, part: str) -> Iterator[Measure]:
    tallies = _by_pair(ours, part)
    whole = joined(tallies.values())
    yield from _measures(part, whole)
    for error, count in sorted(whole.found.items()):
        yield Measure(SUBJECT, f"{part}_found_{error.replace(' ', '_')}", count.rate, count.total)
    for pair, tally in tallies.items():
        name = pair.replace("→", "_").replace("+", "_").replace(" ", "_")
        rows = tally.kept.total + tally.errors.total
        yield Measure(SUBJECT, f"{part}_{name}_balanced_accuracy", tally.accuracy, rows)


def _simple(ours: Path) -> Iterator[Measure]:
    """The plainer claims that the first rules were made with."""
    tally = Tally()
    for row in plain(ours):
        verdict = check_claim(row.claim, row.sources, row.language).supported
        tally.add(supported=row.supported, verdict=verdict, error=row.error)
    yield from _measures("own", tally)


def _public(data: Path | None) -> Iterator[Measure]:
    if data is None:
        for source, claim in PAIRS:
            metric = f"{source}_{claim}_balanced_accuracy"
            yield Measure(SUBJECT, metric, None, 0, skipped="../shared/data is not there")
        return
    sets = [*translations(data / "ntrex"), *sentence_pairs(data / "park-en-ko")]
    whole = joined(tally for _, tally in sets)
    for name, tally in (*sets, *inference(data), *summaries(data / "summedits")):
        yield from _measures(name, tally)
        if name in {"klue", "xnli"}:
            for label, count in sorted(tally.found.items()):
                yield Measure(SUBJECT, f"{name}_{label}_found", count.rate, count.total)
    for kind, count in sorted(whole.found.items()):
        yield Measure(SUBJECT, f"altered_{kind}_found", count.rate, count.total)


def _measures(name: str, tally: Tally) -> Iterator[Measure]:
    errors = tally.errors
    yield Measure(SUBJECT, f"{name}_balanced_accuracy", tally.accuracy, tally.kept.total + errors.total)
    yield Measure(SUBJECT, f"{name}_supported_kept", tally.kept.rate, tally.kept.total)
    yield Measure(SUBJECT, f"{name}_unsupported_caught", errors.rate, errors.total)


__all__ = ["evaluate", "tables"]
