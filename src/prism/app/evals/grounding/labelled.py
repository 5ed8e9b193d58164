"""Our own labelled claims: a story a line, each with its sources and eight claims, half of them with one error.

The stories lie in two folders, `tune` (looked at while the rules and weights were made) and `report` (only counted).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from prism.checks import ClaimSource

PARTS = ("tune", "report")


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
        part: "tune" or "report".
    """
    for file in sorted((ours / "checks" / part).glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            raw = row["sources"] if "sources" in row else [row["source"]]
            sources = tuple(
                ClaimSource(
                    one["id"],
                    one["text"],
                    one["language"],
                    datetime.fromisoformat(one["published"]) if one.get("published") else None,
                    one.get("outlet", ""),
                )
                for one in raw
            )
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
