"""What speaks for and against two articles telling of one event, as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

import numpy as np
import numpy.typing as npt

from prism.languages import alike_in_sound
from prism.model import Member, Vector
from prism.stories.means import centred, mean_of
from prism.stories.signatures import Figure, read_signature, telling
from prism.stories.sounds import Sounds, script_of

FEATURES = (
    "nearness",
    "margin",
    "names",
    "names_within",
    "sounds",
    "strangers",
    "figures",
    "small",
    "scores",
    "clash",
    "words",
    "title",
    "same_day",
    "other_day",
    "days_apart",
)
"""What `compare` gives, in this order; decision 0052 says what each is and what it is worth."""

_RANKS = slice(2, 8)
"""The third to the eighth nearest of a language: too many to be of one event, near enough to show how crowded it is."""
_CROWD = 0.22
"""How near those are on average; stands in where there are too few."""
_CROWD_WEIGHT = 4.0
_LASTING = frozenset({"magnitude", "depth", "rate", "fine", "prison_years", "length", "price"})
"""Concepts whose value does not change as an event goes on: two values are two events, or a mistake."""
_FEW = 250
_PROMINENT = 2
_ENOUGH_NAMES = 2
_RARE_RESULT = 5
_ALIKE = 0.72
"""From here on two words of one skeleton sound alike."""
_BY_BONES = (0.0, 0.0, 0.0, 0.35, 0.75, 1.0)
"""What a word with so many consonants says when another script has its like: short ones meet by chance."""
_VAGUE = frozenset({"", "item"})
"""Units that leave open what is counted."""
_SMALL = (0.0, 0.1, 0.1, 0.15, 0.2, 0.25)
"""What it says to share a small figure of one unit, by its value; larger ones say more."""
_LARGER = 0.5
_LETTERS_OF_A_RARE_ONE = 3


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What a signature holds, made ready for comparing.

    Attributes:
        names: key → weight.
        sounds: skeleton → (number of the word, its letters), of the words that may be names.
        prominent: keys of names in title or lead.
        figures: value → units, of the figures that tell something.
        small: (value, unit or concept) of the others.
        lasting: concept → values, of those that don't change.
        scores: results of matches and votes.
        days: days the text dates something to.
        words: of title and lead.
        title: words of the title.
    """

    names: Mapping[str, float]
    sounds: Mapping[str, tuple[tuple[int, str], ...]]
    prominent: frozenset[str]
    figures: Mapping[str, frozenset[str]]
    small: frozenset[tuple[str, str]]
    lasting: Mapping[str, frozenset[str]]
    scores: frozenset[str]
    days: tuple[int, ...]
    words: frozenset[str]
    title: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A member made ready for comparing.

    Attributes:
        member: the member.
        facts: of its signature.
        vector: less its language's mean, of unit length; one zero if there is none.
        day: the first day that its text dates something to and that is not in the future, or 0.
    """

    member: Member
    facts: Facts
    vector: Vector
    day: int


class Rarity:
    """How much it says to share a thing, among some articles: 1 for one that two share, towards 0 for one that all have."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        """Count in how many of the groups each thing is."""
        self._seen: Counter[str] = Counter()
        total = 0
        for group in groups:
            total += 1
            self._seen.update(group)
        top = log(1 + total / 2.0) or 1.0
        self._worth = [1.0, *(min(1.0, log(1 + total / count) / top) ** 2 for count in range(1, total + 1))]

    def __call__(self, key: str) -> float:
        """The worth of one thing (squared, as it weighs on both sides)."""
        return self._worth[self._seen[key]] if key in self._seen else 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What is common among the articles at hand, so that only what is rare counts.

    Attributes:
        names: worth of names.
        sounds: worth of skeletons.
        words: worth of words.
        crowd: article id → language → how near that article's third to eighth nearest of that language are.
    """

    names: Rarity
    sounds: Rarity
    words: Rarity
    crowd: Mapping[str, Mapping[str, float]]


def view(member: Member, means: Mapping[str, Vector]) -> View:
    """A member made ready for comparing, its vector centred by its language's mean."""
    facts = _facts(member.signature)
    vector = np.zeros(1, np.float32)
    if member.vector is not None:
        size = int(member.vector.shape[0])
        vector = centred(member.vector, mean_of(member.language, means, size))
    today = member.at.toordinal()
    return View(member, facts, vector, next((day for day in facts.days if day <= today), 0))


@lru_cache(maxsize=8192)
def _facts(signature_text: str) -> Facts:
    signature = read_signature(signature_text)
    return Facts(
        names={one.key: float(one.weight) for one in signature.names},
        sounds=_by_bones(signature.sounds),
        prominent=frozenset(one.key for one in signature.names if one.weight >= _PROMINENT),
        figures=_by_value([one for one in signature.figures if telling(one)]),
        small=frozenset(
            (one.value, what)
            for one in signature.figures
            if not telling(one) and one.kind in ("count", "age", "time", "measure", "points", "percent")
            for what in {one.unit, one.concept} - {"", "item"}
        ),
        lasting=_lasting(signature.figures),
        scores=frozenset(one.value for one in signature.figures if one.kind == "score"),
        days=signature.days,
        words=signature.words,
        title=signature.title,
    )


def setting(views: Sequence[View]) -> Setting:
    """What is common among these articles."""
    return Setting(
        names=Rarity(one.facts.names.keys() for one in views),
        sounds=Rarity(one.facts.sounds.keys() for one in views),
        words=Rarity(one.facts.words for one in views),
        crowd=_crowds(views),
    )


def compare(a: View, b: View, around: Setting) -> tuple[float, ...]:
    """The features of a pair, in the order of `FEATURES`."""
    nearness, margin = nearness_of(a, b, around)
    same = a.member.language == b.member.language
    mine, theirs = a.facts, b.facts
    other_day = bool(a.day and b.day and a.day not in theirs.days and b.day not in mine.days)
    apart = abs((a.member.at - b.member.at).total_seconds()) / 86400.0
    return (
        nearness,
        margin,
        0.0 if same else _overlap(mine.names, theirs.names, around.names),
        _overlap(mine.names, theirs.names, around.names) if same else 0.0,
        _shared_sounds(mine, theirs, around.sounds)
        if script_of(a.member.language) != script_of(b.member.language)
        else 0.0,
        _strangers(mine, theirs) if same else 0.0,
        _shared_figures(mine, theirs),
        _shared_small(mine, theirs),
        max((_unusual(one) for one in mine.scores & theirs.scores), default=0.0),
        float(_clash(mine, theirs)),
        _likeness(mine.words, theirs.words, around.words) if same else 0.0,
        _likeness(mine.title, theirs.title, around.words) if same else 0.0,
        float(not set(mine.days).isdisjoint(theirs.days)),
        float(other_day),
        min(30.0, apart),
    )


def nearness_of(a: View, b: View, around: Setting) -> tuple[float, float]:
    """The centred cosine of a pair, and its margin over what is usual around both."""
    nearness = float(a.vector @ b.vector) if a.vector.shape == b.vector.shape else 0.0
    return nearness, nearness - (_crowd_of(a, b, around) + _crowd_of(b, a, around)) / 2


def nearnesses(views: Sequence[View]) -> npt.NDArray[np.float32]:
    """The centred cosines of all pairs; 0 where one has no vector."""
    size = max((view.vector.shape[0] for view in views), default=1)
    rows = np.zeros((len(views), size), np.float32)
    for place, one in enumerate(views):
        if one.vector.shape[0] == size:
            rows[place] = one.vector
    if len(views) <= _FEW:
        # Without BLAS: waking its threads beside an embedder that keeps all cores busy took 35 ms for 120 articles,
        # this takes 1.5.
        return np.asarray(np.einsum("ik,jk->ij", rows, rows, optimize=False), np.float32)
    return np.asarray(rows @ rows.T, np.float32)


def crowding(views: Sequence[View], around: Setting) -> npt.NDArray[np.float64]:
    """For all pairs, how crowded it is around both: the mean of what each has near it in the other's language."""
    languages = {language: place for place, language in enumerate(sorted({one.member.language for one in views}))}
    table = np.full((len(views), max(1, len(languages))), _CROWD)
    for place, one in enumerate(views):
        for language, value in around.crowd.get(one.member.article_id, {}).items():
            if language in languages:
                table[place, languages[language]] = value
    columns = np.array([languages[one.member.language] for one in views], np.int64)
    mine = table[:, columns] if len(views) else table
    return np.asarray((mine + mine.T) / 2, np.float64)


def _crowds(views: Sequence[View]) -> Mapping[str, Mapping[str, float]]:
    near = nearnesses(views)
    np.fill_diagonal(near, -1.0)
    languages = sorted({one.member.language for one in views})
    found: dict[str, dict[str, float]] = {one.member.article_id: {} for one in views}
    for language in languages:
        columns = np.array([place for place, one in enumerate(views) if one.member.language == language])
        part = near[:, columns]
        top = -np.sort(-part, axis=1)[:, _RANKS]
        real = top > -1.0
        total = np.where(real, top, 0.0).sum(axis=1) + _CROWD_WEIGHT * _CROWD
        crowd = total / (real.sum(axis=1) + _CROWD_WEIGHT)
        for one, value in zip(views, crowd.tolist(), strict=True):
            found[one.member.article_id][language] = value
    return found


def _crowd_of(a: View, b: View, around: Setting) -> float:
    return around.crowd.get(a.member.article_id, {}).get(b.member.language, _CROWD)


def _overlap(a: Mapping[str, float], b: Mapping[str, float], rarity: Rarity) -> float:
    """Cosine of two weighted sets of names."""
    shared = sum(a[key] * b[key] * rarity(key) for key in a.keys() & b.keys())
    if not shared:
        return 0.0
    length_a = sum(weight * weight * rarity(key) for key, weight in a.items())
    length_b = sum(weight * weight * rarity(key) for key, weight in b.items())
    return float(shared / (length_a * length_b) ** 0.5)


def _strangers(a: Facts, b: Facts) -> float:
    """How much of the names that each puts forward the other does not have: 1 if both name somebody and share nobody."""
    if min(len(a.prominent), len(b.prominent)) < _ENOUGH_NAMES:
        return 0.0
    mine = len(a.prominent - b.names.keys()) / len(a.prominent)
    theirs = len(b.prominent - a.names.keys()) / len(b.prominent)
    return min(mine, theirs)


def _unusual(result: str) -> float:
    """What it says that two articles give one result: many matches end 1-0, few 5-3, hardly a vote 112-97."""
    return min(1.0, sum(map(int, result.split("-"))) / _RARE_RESULT)


def _by_value(figures: Iterable[Figure]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in figures:
        found.setdefault(one.value, set()).add(one.unit)
    return {value: frozenset(units) for value, units in found.items()}


def _shared_figures(a: Facts, b: Facts) -> float:
    """How many telling figures two articles share, at most 3; less where the units differ, as they do for things counted."""
    count = 0.0
    for value in a.figures.keys() & b.figures.keys():
        mine, theirs = a.figures[value], b.figures[value]
        if mine & theirs:
            count += 1.0
        elif mine & _VAGUE or theirs & _VAGUE:
            count += 0.8
        elif len(value.replace(".", "").strip("0")) >= _LETTERS_OF_A_RARE_ONE:
            count += 0.5
    return min(3.0, count)


def _shared_small(a: Facts, b: Facts) -> float:
    """What the small figures say that two articles share with their unit ("2 hurt", "50 minutes"), together at most 2."""
    shared = {value for value, _ in a.small & b.small}
    return min(
        2.0, sum(_SMALL[int(value)] if value.isdigit() and int(value) < len(_SMALL) else _LARGER for value in shared)
    )


def _by_bones(sounds: Iterable[Sounds]) -> Mapping[str, tuple[tuple[int, str], ...]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for number, forms in enumerate(sounds):
        for bones, letters in forms:
            found.setdefault(bones, []).append((number, letters))
    return {bones: tuple(words) for bones, words in found.items()}


def _shared_sounds(a: Facts, b: Facts, rarity: Rarity) -> float:
    """What the words say that sound alike in two scripts, each word counted once, together at most 3."""
    found: list[tuple[float, int, int]] = []
    for bones in a.sounds.keys() & b.sounds.keys():
        worth = _BY_BONES[min(len(bones), len(_BY_BONES) - 1)] * rarity(bones)
        for mine, letters in a.sounds[bones]:
            for theirs, others in b.sounds[bones]:
                alike = alike_in_sound(letters, others)
                if alike >= _ALIKE:
                    found.append((worth * alike, mine, theirs))
    total, used_a, used_b = 0.0, set(), set()
    for worth, mine, theirs in sorted(found, reverse=True):
        if mine not in used_a and theirs not in used_b:
            used_a.add(mine)
            used_b.add(theirs)
            total += worth
    return min(3.0, total)


def _lasting(figures: Iterable[Figure]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in figures:
        if one.concept in _LASTING:
            found.setdefault(one.concept, set()).add(one.value)
    return {concept: frozenset(values) for concept, values in found.items()}


def _clash(a: Facts, b: Facts) -> bool:
    """Both give a lasting figure, and no value of it agrees; or results of matches that differ."""
    for concept, values in a.lasting.items():
        theirs = b.lasting.get(concept)
        if theirs and not values & theirs:
            return True
    return bool(a.scores and b.scores and not a.scores & b.scores)


def _likeness(a: frozenset[str], b: frozenset[str], rarity: Rarity) -> float:
    """Overlap of two sets of words, weighted by how rare they are (Dice)."""
    shared = a & b
    if not shared:
        return 0.0
    return 2 * sum(map(rarity, shared)) / (sum(map(rarity, a)) + sum(map(rarity, b)))
