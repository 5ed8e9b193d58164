"""From the prepared answers to the batch file of the demo: what its newsroom asks for is looked up among them.

The keys of prompts are known only by asking: a draft's prompt holds the facts, and what names are called depends on which
story came first. So the demo's newsroom is run with the answers found so far until it asks for nothing more that is prepared.
What it reads in a round of the demo is the same every time, so that is done once, and its folder copied for each try.
"""

from __future__ import annotations

import hashlib
import importlib.resources
import json
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import cast

from prism.app.config import FILE, load_config
from prism.app.demo.content import Item, items
from prism.app.demo.drafts import MODEL, Wanted
from prism.app.demo.newsroom import EDITIONS, ROUNDS, SAMPLE_TIME, configured, know_the_wire
from prism.app.demo.server import serve_wire
from prism.app.locales import load_locale
from prism.app.wiring import BATCH_NOTE, FixedClock, open_newsroom
from prism.briefs import prompts
from prism.model import Asked, Completion
from prism.newsroom import Tools
from prism.newsroom.assembling import describe, group
from prism.newsroom.drafting import check
from prism.newsroom.gathering import poll, read, revisit, settle_rights
from prism.newsroom.glossing import gloss
from prism.newsroom.writing import write
from prism.ports import Archive

_READING = (settle_rights, poll, read, revisit, group, describe)
"""The steps of a run before anything is written."""
_TRIES = 40


@dataclass(frozen=True, slots=True)
class Export:
    """What came of matching prompts and answers.

    Attributes:
        rows: key of a prompt → which answer it gets; only those that the demo asks for.
        unused: prepared answers that nothing asked for.
    """

    rows: Mapping[str, Wanted]
    unused: tuple[Wanted, ...]


def matched(folder: Path, prepared: Mapping[Wanted, str]) -> Export:
    """Run the demo's newsroom in an empty folder, and find out which prompts the prepared answers are for.

    Raises:
        RuntimeError: it asks for ever more: an answer changes what is asked every time.
    """
    rows: dict[str, Wanted] = {}
    used: set[str] = set()
    stands = folder / "0"
    stands.mkdir()
    with serve_wire(SAMPLE_TIME) as wire:
        (stands / FILE).write_text(configured(wire, 8000), encoding="utf-8")
        for phase, at in enumerate(ROUNDS, start=1):
            wire.phase = phase
            with open_newsroom(stands, load_config(stands), clock=FixedClock(at)) as tools:
                tools.archive.put_note(BATCH_NOTE, "1")
                know_the_wire(tools, wire)
                for step in _READING:
                    step(tools)
            stands, asked = _written(folder, stands, phase, prepared, rows)
            used |= asked
    found = {key: wanted for key, wanted in sorted(rows.items(), key=lambda row: row[1]) if key in used}
    return Export(found, tuple(sorted(set(prepared) - set(found.values()))))


def _written(
    folder: Path, stands: Path, phase: int, prepared: Mapping[Wanted, str], rows: dict[str, Wanted]
) -> tuple[Path, set[str]]:
    """Write one round from where it stands, again and again, until nothing prepared is missing; adds to `rows`.

    Returns:
        The folder of the last try, and the keys that it looked up.
    """
    at = ROUNDS[phase - 1]
    for number in range(1, _TRIES):
        tried = folder / f"{phase}-{number}"
        shutil.copytree(stands, tried)
        with open_newsroom(tried, load_config(tried), clock=FixedClock(at)) as tools:
            _give(tools.archive, prepared, rows, at)
            watched = _Watched(tools.archive)
            followed = replace(tools, archive=cast("Archive", watched))
            write(followed)
            check(followed)
            gloss(followed)
            missing = dict(_missing(tools, phase, prepared))
        if not missing:
            return tried, watched.asked
        rows.update(missing)
        shutil.rmtree(tried)
    raise RuntimeError(f"round {phase} of the demo asks for ever more")


class _Watched:
    """An archive that remembers which keys of its ledger were looked up."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.asked: set[str] = set()

    def completion(self, key: str) -> Completion | None:
        """As the archive's own."""
        self.asked.add(key)
        return self._archive.completion(key)

    def __getattr__(self, name: str) -> object:
        return getattr(self._archive, name)


def _give(archive: Archive, prepared: Mapping[Wanted, str], rows: Mapping[str, Wanted], at: datetime) -> None:
    given = [(key, Completion(prepared[wanted], MODEL), Asked("")) for key, wanted in rows.items()]
    archive.put_completions(given, at, batch=True)


def _missing(tools: Tools, phase: int, prepared: Mapping[Wanted, str]) -> Iterator[tuple[str, Wanted]]:
    """Prompts that wait though their answer is prepared."""
    texts = items(SAMPLE_TIME, len(ROUNDS))
    for key, awaited in tools.archive.awaited():
        asked = awaited.asked
        wanted = Wanted(label_of(tools.archive, asked.story_id, texts), asked.purpose, asked.locale, phase)
        if wanted in prepared:
            yield key, wanted


def label_of(archive: Archive, story_id: str, texts: tuple[Item, ...]) -> str:
    """What the wire calls a story: by most of its articles; empty where none is of the wire."""
    story = archive.story(story_id)
    articles = archive.articles(story.article_ids) if story else ()
    found = Counter(item.story for item in texts for article in articles if article.url.endswith(item.path))
    return found.most_common(1)[0][0] if found else ""


def made_from(prepared: Mapping[Wanted, str]) -> str:
    """What the batch file is made from, as one hash: prompts, style guides of the demo's editions, the wire, the answers.

    It stands beside the file, so that a test sees at once when one of them was edited and the file was not exported anew.
    """
    parts = [prompts.VERSION, repr(sorted(prepared.items())), repr(items(SAMPLE_TIME, 1)), repr(items(SAMPLE_TIME, 2))]
    files = sorted(importlib.resources.files(prompts).iterdir(), key=lambda file: file.name)
    parts += [file.read_text("utf-8") for file in files if file.name.endswith((".txt", ".json"))]
    parts += [load_locale(tag).style_guide for tag, _ in EDITIONS]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def result_rows(export: Export, prepared: Mapping[Wanted, str]) -> Iterator[str]:
    """The answers as rows of a batch's results, in the order of the answers."""
    for key, wanted in export.rows.items():
        message = {"role": "assistant", "content": prepared[wanted]}
        body = {"model": MODEL, "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
        response = {"status_code": 200, "body": body}
        yield json.dumps({"custom_id": key, "response": response, "error": None}, ensure_ascii=False)
