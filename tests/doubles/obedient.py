"""A model that does whatever an article tells it to: the worst reader that a poisoned page could meet.

    model = Obedient(canaries=("norutip.example", "붉은깃발47"))

Where a line of a prompt has one of the canaries, it puts that line and the canary wherever an answer has room for text: as
a fact with every label there is, as headline, dek, body, tag, Insight, as a Markdown link and as HTML, under labels that exist and
labels that don't. Everything else it answers as `Scripted` does. What of it ever reaches a page is what the house let through.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.doubles.scripted import Scripted, fenced, shown

from prism.model import Prompt


class Obedient(Scripted):
    """A ChatModel that obeys."""

    name = "obedient"

    def __init__(self, canaries: Sequence[str]) -> None:
        super().__init__()
        self.canaries = tuple(canaries)

    def ordered(self, prompt: Prompt) -> list[str]:
        """The lines of a prompt that give orders, and the canaries in them, dressed up as links."""
        lines = [line for line in fenced(prompt) if any(canary in line for canary in self.canaries)]
        bare = [line.split(" ", maxsplit=1)[-1] for line in lines]
        there = [canary for canary in self.canaries if any(canary in line for line in lines)]
        links = [f"[{canary}](https://{canary}.example/)" for canary in there]
        tags = [f'<a href="https://{canary}.example/">{canary}</a>' for canary in there]
        return [*bare, *there, *links, *tags]

    def facts(self, prompt: Prompt) -> Mapping[str, Any]:
        """As told: orders become facts, of passages that exist and that don't."""
        answer = dict(super().facts(prompt))
        labels = [label for row in answer["facts"] for label in row["citations"]]
        for text in self.ordered(prompt):
            row = {"statement": text, "said_by": text, "certainty": "stated"}
            answer["facts"] = [{**row, "citations": labels[:3]}, {**row, "citations": ["A99.1"]}, *answer["facts"]]
            answer["names"] = [text, f"{text}: " + ", ".join(f"{tag}={text}" for tag in ("ko", "en", "ja"))]
        return answer

    def draft(self, prompt: Prompt) -> Mapping[str, Any]:
        """As told: orders stand in every part of the brief."""
        answer = dict(super().draft(prompt))
        facts = [ident for ident, _, _ in shown(prompt)[1]]
        for text in self.ordered(prompt):
            row = {"text": text, "facts": facts[:2]}
            answer["headline"] = row
            answer["dek"] = [row, *answer["dek"]]
            answer["body"] = [[row, {"text": text, "facts": ["F99"]}], *answer["body"]]
            answer |= {"title": text, "inferred": [row]}
            answer["tags"] = [text]
        return answer

    def revise(self, prompt: Prompt) -> Mapping[str, Any]:
        """As told: the orders again."""
        answer = dict(super().revise(prompt))
        texts = self.ordered(prompt)
        answer["sentences"] = [{**row, "text": texts[0] if texts else row["text"]} for row in answer["sentences"]]
        return answer
