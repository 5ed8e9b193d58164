"""The whole newsroom over the sample wire, held against what is true of it."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from prism.app.config import FILE, load_config
from prism.app.demo.server import demo_sources, serve_wire
from prism.app.evals.measure import Measure
from prism.app.wiring import FixedClock, open_newsroom
from prism.languages import sentences
from prism.model import Article
from prism.newsroom import Tools, run_once
from prism.web import addresses

SUBJECT = "wire"
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class Truth(Protocol):
    """What is true of one article of a news web."""

    @property
    def url(self) -> str:
        """Its canonical address."""
        ...

    @property
    def story(self) -> str:
        """Label of the event."""
        ...

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text as a reader sees it."""
        ...

    @property
    def language(self) -> str:
        """Of the text."""
        ...

    @property
    def forbidden(self) -> bool:
        """Whether robots.txt forbids its page."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """One article as the newsroom has it, beside what is true of it."""

    article: Article
    story_id: str
    truth: Truth


def evaluate(data: Path | None, ours: Path) -> Sequence[Measure]:  # noqa: ARG001  (the wire is inside the package)
    """Run the newsroom over the demo's wire in a folder of its own, and measure what came of it."""
    with tempfile.TemporaryDirectory() as name, serve_wire(NOON) as wire:
        folder = Path(name)
        (folder / FILE).write_text(f"[fetch]\nallow = {json.dumps(wire.allow)}\ndelay_seconds = 0\n", encoding="utf-8")
        with open_newsroom(folder, load_config(folder), clock=FixedClock(NOON)) as tools:
            for phase in (1, 2):
                wire.phase = phase
                for source in demo_sources(wire):
                    tools.archive.put_source(source, poll_at=NOON)
                tools.archive.poll_all(NOON)
                run_once(tools)
            return measure(SUBJECT, tools, wire.answer_key().values())


def measure(subject: str, tools: Tools, truths: Iterable[Truth]) -> Sequence[Measure]:
    """Figures of one newsroom against the truth about its news web."""
    wanted = {addresses.clean(truth.url) or truth.url: truth for truth in truths if not truth.forbidden}
    found = []
    ended = tools.archive.merged()
    for article, story_id in tools.archive.iterate_articles():
        address = addresses.clean(article.canonical_url) or article.canonical_url
        if address in wanted:
            found.append(Found(article, ended.get(story_id, story_id), wanted[address]))
    kept, extra, total, taken = 0, 0, 0, 0
    for one in found:
        ours, theirs = _sentences_of(one.article), _expected(one.truth)
        kept, extra = kept + len(ours & theirs), extra + len(ours - theirs)
        total, taken = total + len(theirs), taken + len(ours)
    precision, recall = bcubed([one.story_id for one in found], [one.truth.story for one in found])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    right = sum(one.article.language == one.truth.language for one in found)
    rows = len(wanted)
    return [
        Measure(subject, "articles_read", len({one.article.canonical_url for one in found}) / max(rows, 1), rows),
        Measure(subject, "language_right", right / max(len(found), 1), len(found)),
        Measure(subject, "sentences_kept", kept / max(total, 1), total),
        Measure(subject, "boilerplate_let_in", extra / max(taken, 1), taken, higher_is_better=False),
        Measure(subject, "bcubed_precision", precision, len(found)),
        Measure(subject, "bcubed_recall", recall, len(found)),
        Measure(subject, "bcubed_f1", f1, len(found)),
    ]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _sentences_of(article: Article) -> set[str]:
    return {_squeezed(passage.text) for passage in article.passages}


def _expected(truth: Truth) -> set[str]:
    return {_squeezed(one) for paragraph in truth.paragraphs for one in sentences(paragraph, truth.language)}


def bcubed(clusters: Sequence[str], labels: Sequence[str]) -> tuple[float, float]:
    """BCubed precision and recall (Bagga & Baldwin, 1998) of clusters against labels, item by item."""
    if not labels:
        return 0.0, 0.0
    by_cluster, by_label = _index(clusters), _index(labels)
    precision = recall = 0.0
    for cluster, label in zip(clusters, labels, strict=True):
        both = len(by_cluster[cluster] & by_label[label])
        precision += both / len(by_cluster[cluster])
        recall += both / len(by_label[label])
    return precision / len(labels), recall / len(labels)


def _index(values: Sequence[str]) -> Mapping[str, set[int]]:
    index: dict[str, set[int]] = defaultdict(set)
    for place, value in enumerate(values):
        index[value].add(place)
    return index
