"""A place that was put for another: what the claim says beside it, the sources say beside another place.

Every place of the sources is asked how much of the clause of the claim stands near it; so is every mention of the claim's
own place. Where another place has clearly more of it, and the word that the place belongs to, the two were exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prism.checks.alignment import Aligned, bears
from prism.checks.naming import SAME, standing
from prism.checks.place_sites import Item, Site, clause_around, head_of, items_beside, places_of, site_anywhere, site_of
from prism.checks.reading import Statement
from prism.languages import NameMention, same_name, terms
from prism.languages.places import (
    Place,
    heads_before,
    holds,
    is_nearness,
    may_be_places,
    place_at,
    same_grain,
    stands_as_actor,
)
from prism.languages.readings import spelt_in_han, spelt_in_kanji
from prism.languages.syllables import is_spoken_in
from prism.languages.zones import home_country

_HAN = re.compile(r"[一-鿿]")
_LEAST_HEAD, _HEADS_APART = 0.25, 0.3
"""How near the word that a place belongs to must stand to another place; and how much nearer, where one passage has both."""
_LEAST_GAIN, _PLAIN_GAIN, _PLAIN_TIMES = 0.3, 0.5, 1.8
"""How much more another place must have beside it: at least, and where that alone is plain; and how many times as much."""
_DOUBTFUL_GAIN = 0.35
_BORNE = 0.12
"""From here on the place of a claim has something of its clause beside it in the sources."""
_HEADLESS_GAIN, _HEADLESS_TIMES = 0.7, 3.0
"""The same where the word that the place belongs to is told otherwise."""
_LEAST_STRENGTH, _PLAIN_STRENGTH = 0.6, 1.0
_ALIKE = 0.5
"""From here on two names in two scripts may be one."""
_JOINED = re.compile(r"(?:,|、|의|の|的)? ?(?:the )?")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A place put for another.

    Attributes:
        place: of the claim.
        other: in its place in the sources.
        passage: where that stands.
        own: the passage that has the place of the claim, if any.
        strength: how clear it is.
    """

    place: Place
    other: Place
    passage: Statement
    own: Statement | None
    strength: float


def exchanged(aligned: Aligned) -> Iterator[Exchange]:
    """The places of a claim that the sources have elsewhere, with the place that they have there."""
    if not any(places_of(passage) for passage in aligned.every):
        return
    for place in _claimed(aligned):
        found = _exchange(place, aligned)
        if found is not None:
            yield found


def _claimed(aligned: Aligned) -> tuple[Place, ...]:
    """The places in a claim, and the names in it that are places in the sources."""
    claim = aligned.claim
    found = list(places_of(claim))
    taken = [(one.start, one.end) for one in claim.names if one.kind in {"person", "organisation"}]
    for place in may_be_places(claim.text, claim.language, claim.names):
        if any(place.start < end and start < place.end for start, end in taken):
            continue
        if any(place.start < one.end and one.start < place.end for one in found):
            continue
        if place.sure or _site_of_name(place, aligned):
            found.append(place)
    return tuple(found)


def _site_of_name(place: Place, aligned: Aligned) -> bool:
    return any(
        _is_same(place, aligned.claim, other, passage)
        and standing(_mention(place), aligned.claim, passage).likeness >= SAME
        for passage in aligned.every
        for other in places_of(passage)
    )


def _exchange(place: Place, aligned: Aligned) -> Exchange | None:
    """The place of the sources that a place of a claim was put for, or None."""
    claim = aligned.claim
    if _is_home(place, aligned) or _is_listed_there(place, aligned):
        return None
    items = items_beside(place, aligned)
    if not items:
        return None
    head, sided, beside = head_of(place, items, claim)
    mine, others = _sites(place, aligned, items, head)
    if not others:
        return None
    best = max(others, key=lambda one: one.score)
    own = max(mine, key=lambda one: one.score, default=Site(place, best.passage, 0.0, 0.0))
    answered = _is_answered(best, claim)
    if mine and not answered and (not beside or own.score > _BORNE):
        return None
    doubtful = not sided or not answered or stands_as_actor(claim.text, place.end)
    if not _is_clear(best, own, doubtful=doubtful, found=bool(mine)) or (not mine and _may_be_one(place, best, claim)):
        return None
    strength = min(_PLAIN_STRENGTH, _LEAST_STRENGTH + max(0.0, best.score - own.score) / 3)
    return Exchange(place, best.place, best.passage, own.passage if mine else None, strength)


def _is_home(place: Place, aligned: Aligned) -> bool:
    """Whether a place is the country where the language of a source is at home, which its report need not name."""
    return any(place.ident == f"country:{home_country(passage.language)}" for passage in aligned.every)


def _is_listed_there(place: Place, aligned: Aligned) -> bool:
    """Whether a passage that the claim rests on names the place in one breath with two others of the claim."""
    claim = aligned.claim
    others = [one for one in places_of(claim) if one.start != place.start]
    return len(others) > 1 and any(
        standing(_mention(place), claim, passage).likeness >= SAME
        and sum(standing(_mention(one), claim, passage).likeness >= SAME for one in others) > 1
        for passage in aligned.near
    )


def _sites(place: Place, aligned: Aligned, items: tuple[Item, ...], head: Item | None) -> tuple[list[Site], list[Site]]:
    """The mentions of a place in the sources, and those of the places that it may have been put for."""
    mine: list[Site] = []
    others: list[Site] = []
    for at, passage in enumerate(aligned.every):
        found = standing(_mention(place), aligned.claim, passage)
        stands, located = found.likeness >= SAME, False
        for other in places_of(passage):
            site = site_of(other, at, passage, place, items, head)
            if stands and _is_same(place, aligned.claim, other, passage):
                located = True
                mine.append(site)
            elif _may_replace(place, other, passage, aligned):
                others.append(site)
        if stands and not located:
            mine.append(_unlisted(found.text, at, passage, place, items, head))
    return mine, others


def _unlisted(text: str, at: int, passage: Statement, place: Place, items: tuple[Item, ...], head: Item | None) -> Site:
    """A place of a claim that a passage has without showing it as one: where it is written, if it is known, or anywhere."""
    start = passage.text.find(text) if text and place.ident else -1
    if start < 0:
        return Site(place, passage, *site_anywhere(at, place, items, head))
    return site_of(place_at(passage.text, start, start + len(text)), at, passage, place, items, head)


def _is_clear(best: Site, own: Site, *, doubtful: bool, found: bool) -> bool:
    """Whether a place of the sources has clearly more of a clause beside it than the place that the claim has there.

    Args:
        best: the other place.
        own: the place of the claim in the sources.
        doubtful: whether it is less than plain what the place belongs to.
        found: whether the sources have the place of the claim at all.
    """
    gain, apart = best.score - own.score, best.head - own.head
    plain = best.score >= _PLAIN_TIMES * own.score
    if apart <= 0 or best.head < _LEAST_HEAD:
        return found and not doubtful and gain >= _HEADLESS_GAIN and best.score >= _HEADLESS_TIMES * own.score
    if doubtful:
        return gain >= _DOUBTFUL_GAIN and plain
    if best.passage is own.passage and best.score >= 1.0 and apart >= _HEADS_APART:
        return gain >= -_LEAST_GAIN
    return gain >= _LEAST_GAIN and (gain >= _PLAIN_GAIN or plain)


def _is_answered(best: Site, claim: Statement) -> bool:
    """Whether the claim has the word that the other place belongs to in its passage."""
    place, passage = best.place, best.passage
    begin, end = clause_around(place, passage)
    around = [
        one
        for one in terms(passage.text, passage.language)
        if begin <= one.start < end and (one.end <= place.start or place.end <= one.start) and not is_nearness(one.text)
    ]
    before = [one for one in around if one.end <= place.start]
    behind = [one for one in around if one.start >= place.end]
    side = (before or behind) if heads_before(passage.text, place.start) else (behind or before)
    near = min(side, key=lambda one: max(one.start - place.end, place.start - one.end), default=None)
    return near is None or bears(near, passage, claim)


def _may_be_one(place: Place, best: Site, claim: Statement) -> bool:
    """Whether a place that no source has may be another spelling of the one that they have."""
    other, passage = best.place, best.passage
    if claim.language == passage.language or (place.ident and other.ident):
        return False
    if same_name(place.text, claim.language, other.text, passage.language) >= _ALIKE:
        return True
    if not other.ident and _HAN.search(other.text) and not is_spoken_in(place.text, passage.language):
        return True  # a name of a third language, which Han characters spell in their own way
    return max(spelt_in_han(place.text, other.text), spelt_in_kanji(place.text, other.text)) >= _ALIKE


def _mention(place: Place) -> NameMention:
    return NameMention(place.text, "place", place.start, place.end)


def _is_same(place: Place, claim: Statement, other: Place, passage: Statement) -> bool:
    piece = passage.part(other.start, other.end)
    return standing(_mention(place), claim, piece).likeness >= SAME


def _may_replace(place: Place, other: Place, passage: Statement, aligned: Aligned) -> bool:
    """Whether the place of a passage is of the grain of the claim's, neither in it nor around it, and not in the claim."""
    if not same_grain(place, other) or holds(place, other):
        return False
    if standing(_mention(other), passage, aligned.claim).likeness >= SAME:
        return False
    return not _are_joined(place, other, aligned)


def _are_joined(place: Place, other: Place, aligned: Aligned) -> bool:
    """Whether a passage names two places in one breath (四川成都, Hobart, Tasmania)."""
    claim = aligned.claim
    for passage in aligned.every:
        for one, two in zip(places_of(passage), places_of(passage)[1:], strict=False):
            if not _JOINED.fullmatch(passage.text[one.end : two.start]):
                continue
            for first, second in ((one, two), (two, one)):
                if first.text == other.text and _is_same(place, claim, second, passage):
                    return True
    return False
