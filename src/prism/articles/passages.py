"""Paragraphs cut into passages: one sentence each, numbered from 1."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from prism import languages
from prism.model import Passage


def cut(paragraphs: Iterable[str], language: str) -> tuple[Passage, ...]:
    """One passage a sentence; the paragraph's index from 0; what is not for readers is marked."""
    passages: list[Passage] = []
    for index, paragraph in enumerate(paragraphs):
        sentences = languages.sentences(paragraph, language)
        for sentence, marked in zip(sentences, _marked(sentences), strict=True):
            passages.append(Passage(len(passages) + 1, sentence, index, for_machines=marked))
    return tuple(passages)


_WHOLE = frozenset({"order", "markup", "code"})
"""Kinds of oddity that make all of a paragraph suspect; an address does not."""


def _marked(sentences: Sequence[str]) -> list[bool]:
    """Which sentences of a paragraph are no news, alone or together with a neighbour, or because all of it is none."""
    found = [languages.oddities(sentence) for sentence in sentences]
    marked = [bool(those) for those in found]
    for place in range(len(sentences) - 1):
        if not (marked[place] or marked[place + 1]) and languages.gives_orders(" ".join(sentences[place : place + 2])):
            marked[place] = marked[place + 1] = True
    whole = any(one.kind in _WHOLE for those in found for one in those)
    if len(sentences) > 1 and (whole or (not any(marked) and languages.gives_orders(" ".join(sentences)))):
        return [True] * len(sentences)  # what stands beside an order is there to serve it
    return marked


def content_hash(title: str, passages: Iterable[Passage]) -> str:
    """SHA-256 over title and passages, hexadecimal; changes when the text does."""
    digest = hashlib.sha256(title.encode("utf-8", "surrogatepass"))
    for passage in passages:
        digest.update(b"\0" + passage.text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
