"""What speaks for and against two articles telling of one event, as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from prism.model import Member, Vector
from prism.stories.means import centred, mean_of
from prism.stories.signatures import Figure, Signature, read_signature, telling


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A member made ready for comparing.

    Attributes:
        member: the member.
        signature: read.
        vector: less its language's mean, of unit length; zeros if there is none.
        names: key → weight.
        figures: those that tell something.
    """

    member: Member
    signature: Signature
    vector: Vector
    names: Mapping[str, float]
    figures: tuple[Figure, ...]


FEATURES = ("nearness", "names", "places", "figures", "contradicted", "words", "title", "days", "apart_days")


def view(member: Member, means: Mapping[str, Vector]) -> View:
    """A member made ready for comparing, its vector centred by its language's mean."""
    signature = read_signature(member.signature)
    vector = np.zeros(1, np.float32)
    if member.vector is not None:
        size = int(member.vector.shape[0])
        vector = centred(member.vector, mean_of(member.language, means, size))
    return View(
        member,
        signature,
        vector,
        {one.key: float(one.weight) for one in signature.names},
        tuple(one for one in signature.figures if telling(one)),
    )


def rarities(views: Iterable[View]) -> Mapping[str, float]:
    """How much it says to share a name, among these articles: 1 for one that two share, towards 0 for one that all have."""
    seen: Counter[str] = Counter()
    total = 0
    for one in views:
        total += 1
        seen.update(one.names.keys())
    top = log(1 + total / 2.0) or 1.0
    return {key: min(1.0, log(1 + total / count) / top) for key, count in seen.items()}


def compare(a: View, b: View, rarity: Mapping[str, float]) -> Sequence[float]:
    """The features of a pair, in the order of `FEATURES`."""
    nearness = float(a.vector @ b.vector) if a.vector.shape == b.vector.shape else 0.0
    names = _overlap(a.names, b.names, rarity)
    places = 0.0
    figures = _shared_figures(a.figures, b.figures)
    contradicted = _contradicted(a.signature.figures, b.signature.figures)
    same = a.member.language == b.member.language
    words = _dice(a.signature.words, b.signature.words) if same else 0.0
    title = _dice(a.signature.title, b.signature.title) if same else 0.0
    days = 1.0 if set(a.signature.days) & set(b.signature.days) else 0.0
    apart = min(30.0, abs((a.member.at - b.member.at).total_seconds()) / 86400.0)
    return (nearness, names, places, figures, contradicted, words, title, days, apart)


def _overlap(a: Mapping[str, float], b: Mapping[str, float], rarity: Mapping[str, float]) -> float:
    """Cosine of two weighted sets of names."""
    shared = sum(a[key] * b[key] * rarity.get(key, 1.0) ** 2 for key in a.keys() & b.keys())
    if not shared:
        return 0.0
    length_a = sum((weight * rarity.get(key, 1.0)) ** 2 for key, weight in a.items())
    length_b = sum((weight * rarity.get(key, 1.0)) ** 2 for key, weight in b.items())
    return float(shared / (length_a * length_b) ** 0.5)


def _shared_figures(a: Sequence[Figure], b: Sequence[Figure]) -> float:
    """How many telling figures two articles share, at most 3."""
    values = {(one.value, one.unit) for one in a} & {(one.value, one.unit) for one in b}
    return float(min(3, len(values)))


def _contradicted(a: Sequence[Figure], b: Sequence[Figure]) -> float:
    """1 if both count one thing and no value of it agrees, for the things that don't change in time."""
    lasting = ("magnitude", "depth", "rate", "fine", "prison_years")
    mine = {
        (one.concept, one.unit): {x.value for x in a if x.concept == one.concept} for one in a if one.concept in lasting
    }
    theirs = {one.concept: {x.value for x in b if x.concept == one.concept} for one in b if one.concept in lasting}
    for (concept, _), values in mine.items():
        if concept in theirs and not values & theirs[concept]:
            return 1.0
    return 0.0


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
