"""A sentence does not say the opposite of its passage: rose for fell, praised for criticised, bought for sold."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.values import Finding
from prism.languages import contrary_of
from prism.languages.opposites import is_weak, opposed

_SAME_SENTENCE = 0.5


def check(aligned: Aligned) -> Iterator[Finding]:
    """A word whose contrary stands in the passage, and which the passage itself has not; opposite poles of a topic."""
    best = aligned.best
    if best is None:
        return
    yield from _words(aligned)
    yield from _poles(aligned)


def _words(aligned: Aligned) -> Iterator[Finding]:
    for term in (*aligned.unborne, *aligned.elsewhere):
        contrary = contrary_of(term.ids)
        if not contrary:
            continue
        for passage in aligned.near:
            met = [one for one in passage.terms if one.ids & contrary]
            if met:
                theirs = tuple(one.text for one in met)
                yield aligned.finding(
                    "opposites.word", term.text, passages=(passage,), theirs=theirs, word=term.text, other=met[0].text
                )
                break


def _poles(aligned: Aligned) -> Iterator[Finding]:
    best, claim = aligned.near[0], aligned.claim
    deaths = claim.poles.get("dead-alive", frozenset())
    if deaths == {0} and not any(0 in passage.poles.get("dead-alive", frozenset()) for passage in aligned.every):
        yield aligned.finding("opposites.deaths")
    agreed = {
        topic
        for passage in aligned.near
        for topic, at in passage.poles.items()
        if claim.poles.get(topic, frozenset()) & at
    }
    for topic in opposed(claim.poles, best.poles):
        if topic not in agreed:
            signal = "opposites.weak" if is_weak(topic) else "opposites.topic"
            yield aligned.finding(signal, strength=max(0.3, aligned.mutual), topic=topic)
