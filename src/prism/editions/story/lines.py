"""The sentences of a story as its page prints them, each with its note and its links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prism.editions import addresses
from prism.editions.differences import since
from prism.editions.evidence import Note
from prism.editions.linking import Piece, linked
from prism.editions.plain import gap
from prism.model import Dossier, Sentence


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as the page prints it.

    Attributes:
        space: before it.
        pieces: its text, with links.
        note: what it rests on.
        kind: "reported" or "inferred".
        since: the version that brought it, or 0 where it has stood from the first on.
    """

    space: str
    pieces: Sequence[Piece]
    note: Note
    kind: str
    since: int


class Lines:
    """Prints sentences, with each name linked where it is mentioned first."""

    def __init__(self, dossier: Dossier, notes: Mapping[str, Note]) -> None:
        self._notes = notes
        self._seen: set[str] = set()
        said = [sentence.text for _, sentence in dossier.brief.sentences()]
        self._since = dict(zip(notes, since(dossier.history, said), strict=True)) if len(dossier.history) > 1 else {}
        locale = dossier.brief.locale
        self._tags = {tag.name: addresses.tag_path(locale, tag) for tag in dossier.brief.tags}
        self._originals: dict[str, str] = {}
        for note in notes.values():
            for quoted in note.quoted:
                if quoted.link:
                    self._originals.setdefault(quoted.outlet, quoted.link)

    def plain(self, sentences: Sequence[tuple[str, Sentence]]) -> tuple[Line, ...]:
        """Sentences (address in the brief, sentence) without links."""
        return self._lines(sentences, with_links=False)

    def linked(self, sentences: Sequence[tuple[str, Sentence]]) -> tuple[Line, ...]:
        """The same, with links to topics and originals."""
        return self._lines(sentences, with_links=True)

    def _lines(self, sentences: Sequence[tuple[str, Sentence]], *, with_links: bool) -> tuple[Line, ...]:
        lines: list[Line] = []
        before = ""
        for address, sentence in sentences:
            note = self._notes[address]
            here = {quoted.outlet: quoted.link for quoted in note.quoted if quoted.link}
            names = {**self._tags, **self._originals, **here} if with_links else {}
            pieces = linked(sentence.text, names, once=self._seen)
            lines.append(
                Line(
                    gap(before, sentence.text) if before else "",
                    pieces,
                    note,
                    sentence.kind.value,
                    self._since.get(address, 0),
                )
            )
            before = sentence.text
        return tuple(lines)
