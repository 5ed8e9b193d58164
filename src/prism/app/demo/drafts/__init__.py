"""Drafts of the demo, written beforehand by a language model: the prose of some stories of the sample wire.

For people they lie here as one file an answer, `<story of the wire>/<which answer>.json`, exactly the JSON that the schemas in
`briefs/prompts` ask for. For the demo they lie in `prepared.jsonl`, a result file of an OpenAI Batch, whose keys are those of
the prompts; `python -m prism.app.demo.drafts` writes it anew from the answers (`exporting`).

Which answer a file is, its name says: `facts`, or the locale of an edition for its draft; with `.revise` behind it, what comes
back when failing sentences are asked for again (the same every time: as obstinate as models are), or `.gloss`, the translations of the
foreign passages that it cites; with `@2` behind that, what is answered in the second round of the demo, as in the names of the wire's articles.
"""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

MODEL = "Prism demo drafts, written beforehand"
"""Who answered, in every row and so on every page that the drafts are on: not the visitor's model, and not while they wait."""

_FACTS, _ROUNDS = "facts", "@"
_BESIDE = ("revise", "gloss")
"""Purposes that a name says behind the locale."""


@dataclass(frozen=True, slots=True, order=True)
class Wanted:
    """Which answer it is.

    Attributes:
        story: label of the event in the wire.
        purpose: of the prompt: "facts", "draft", "update", "revise" or "gloss".
        locale: edition; empty for "facts".
        phase: round of the demo, 1 or 2.
    """

    story: str
    purpose: str
    locale: str
    phase: int


def batch_file() -> Traversable:
    """The prepared answers as results of a batch."""
    return importlib.resources.files(__name__) / "prepared.jsonl"


def made_from_file() -> Traversable:
    """Beside it: the hash of what it was made from."""
    return importlib.resources.files(__name__) / "prepared.sha256"


def answers() -> dict[Wanted, str]:
    """The prepared answers as people keep them, each as compact JSON.

    Raises:
        ValueError: a file is not JSON; names the file.
    """
    return dict(sorted(_answers(importlib.resources.files(__name__))))


def _answers(root: Traversable) -> Iterator[tuple[Wanted, str]]:
    for story in root.iterdir():
        if not story.is_dir():
            continue
        for file in story.iterdir():
            if file.name.endswith(".json"):
                try:
                    answer = json.loads(file.read_text("utf-8"))
                except ValueError as error:
                    raise ValueError(f"{story.name}/{file.name}: {error}") from error
                yield _wanted(story.name, file.name), json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def _wanted(story: str, name: str) -> Wanted:
    stem, _, phase = name.removesuffix(".json").partition(_ROUNDS)
    bare, _, purpose = stem.partition(".")
    round_ = int(phase or 1)
    if stem == _FACTS:
        return Wanted(story, _FACTS, "", round_)
    if purpose in _BESIDE:
        return Wanted(story, purpose, bare, round_)
    return Wanted(story, "draft" if round_ == 1 else "update", stem, round_)
