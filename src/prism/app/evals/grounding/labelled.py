"""Our own labelled claims: a story a line, each with its sources and eight claims, half of them with one error.

The stories lie in four folders: `tune` (looked at while the rules were made), `calibrate` (fitted on, and read since), `unread` (only fitted
on, never looked at: what was looked at says too little about false alarms) and `report` (only counted).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from prism.checks import ClaimSource

PARTS = ("tune", "calibrate", "unread", "report")


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """One claim with what a person said of it.

    Attributes:
        story: id of its story.
        claim: its text.
        language: of the claim.
        sources: what it is held against.
        supported: the label.
        error: kind of the error, empty for a supported claim.
        note: what was altered.
    """

    story: str
    claim: str
    language: str
    sources: tuple[ClaimSource, ...]
    supported: bool
    error: str
    note: str

    @property
    def pair(self) -> str:
        """Languages of sources and claim, "en→ko"."""
        return f"{'+'.join(sorted({source.language.split('-')[0] for source in self.sources}))}→{self.language}"


def labelled(ours: Path, part: str) -> Iterator[LabelledClaim]:
    """The claims of one part, in the order of their files.

    Args:
        ours: the folder of the labelled sets.
        part: one of `PARTS`.
    """
    for file in sorted((ours / "checks" / part).glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            sources = tuple(_source(one) for one in (row["sources"] if "sources" in row else [row["source"]]))
            for claim in row["claims"]:
                yield LabelledClaim(
                    sources[0].id,
                    claim["claim"],
                    claim["language"],
                    sources,
                    claim["label"] == "supported",
                    claim.get("error", ""),
                    claim.get("note", ""),
                )


def plain(ours: Path) -> Iterator[LabelledClaim]:
    """The plainer claims that the first rules were made with, each with what `prism check` takes."""
    for line in (ours / "checks" / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sources = tuple(_source(one) for one in row["sources"])
        supported = row["label"] == "supported"
        yield LabelledClaim(
            sources[0].id, row["claim"], row["language"], sources, supported, "" if supported else "any", ""
        )


def _source(row: Mapping[str, Any]) -> ClaimSource:
    published = datetime.fromisoformat(row["published"]) if row.get("published") else None
    return ClaimSource(row["id"], row["text"], row["language"], published, row.get("outlet", ""))
