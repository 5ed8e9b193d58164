"""Paragraphs cut into passages: one sentence each, numbered from 1."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from prism import languages
from prism.model import Passage


def cut(paragraphs: Iterable[str], language: str) -> tuple[Passage, ...]:
    """One passage a sentence; the paragraph's index from 0; what addresses machines is marked."""
    passages: list[Passage] = []
    for index, paragraph in enumerate(paragraphs):
        for sentence in languages.sentences(paragraph, language):
            passages.append(
                Passage(len(passages) + 1, sentence, index, for_machines=languages.addresses_machines(sentence))
            )
    return tuple(passages)


def content_hash(title: str, passages: Iterable[Passage]) -> str:
    """SHA-256 over title and passages, hexadecimal; changes when the text does."""
    digest = hashlib.sha256(title.encode("utf-8", "surrogatepass"))
    for passage in passages:
        digest.update(b"\0" + passage.text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
