"""The hour, the season and the order of events are those that the passages give (part of the check of dates)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.beside import Beside, Place, anchors, beside, matches
from prism.checks.intervals import hours_told
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages.moments import HourMention, OrderMention, hours, orders, seasons, zones_named

_ABOUT = re.compile(
    r"쯤|께|경(?![가-힣])|무렵|ごろ|頃|過ぎ|前後|すぎ|左右|许|許|前后|\b(?:about|around|shortly|just|roughly|kurz|gegen|etwa)\b",
    re.IGNORECASE,
)
_ROUNDING = 35
_DAY = 1440
_SLACK = 60
_SAID, _EXCHANGED, _LEAD = 0.2, 0.38, 0.2
_FIRST_WORDS = 3


def hours_checked(aligned: Aligned) -> Iterator[Finding]:
    """A time of day that no passage gives, or gives for something else."""
    claim = aligned.claim
    own = hours(claim.text, claim.language)
    if not own:
        return
    given = [(passage, one) for passage in aligned.every for one in hours(passage.text, passage.language)]
    clocks = {passage: zones_named(passage.text, passage.language) for passage in aligned.every}
    told = zones_named(claim.text, claim.language)
    if (
        told != frozenset().union(*clocks.values())
        and (told or any(clocks.values()))
        and any(one.minutes for one in own)
    ):
        return  # told by another clock
    reckoned = frozenset(minute for passage in aligned.near for minute in hours_told(passage, claim))
    for mine in own:
        if mine.minutes & reckoned:
            continue
        meets = [(passage, one) for passage, one in given if _is_same(mine, one, claim, passage)]
        others = [
            (passage, one)
            for passage, one in given
            if bool(one.minutes) >= bool(mine.minutes) and not any(_is_same(hour, one, claim, passage) for hour in own)
        ]
        context = beside(claim, aligned.every, (mine.start, mine.end), _places(own))
        rival, share = _closest(context, others)
        if not meets and rival is not None and (share >= _SAID or rival[0] in aligned.near):
            yield _told(aligned, mine, rival, 1.0 if share >= _SAID else 0.7)
        elif not meets and mine.minutes and not _part_holds(mine, given):
            yield aligned.finding("dates.unsure", mine.text, date=mine.text)
        elif meets and rival is not None and share >= _EXCHANGED and mine.minutes:
            _, best = _closest(context, meets)
            if share - best >= _LEAD:
                yield _told(aligned, mine, rival, min(1.0, 0.4 + share - best))


def _told(aligned: Aligned, mine: HourMention, rival: tuple[Statement, HourMention], strength: float) -> Finding:
    passage, other = rival
    return aligned.finding(
        "dates.hour",
        mine.text,
        strength=strength,
        passages=(passage,),
        theirs=(other.text,),
        date=mine.text,
        given=other.text,
    )


def _places(mentions: tuple[HourMention, ...]) -> list[Place]:
    return [(one.start, one.end) for one in mentions]


def _closest(
    context: Beside, found: list[tuple[Statement, HourMention]]
) -> tuple[tuple[Statement, HourMention] | None, float]:
    scored = [
        (context.share(p, (one.start, one.end), _places(hours(p.text, p.language))), -number, (p, one))
        for number, (p, one) in enumerate(found)
    ]
    if not scored:
        return None, 0.0
    share, _, best = max(scored, key=lambda one: one[:2])
    return best, share


def _is_same(mine: HourMention, other: HourMention, claim: Statement, passage: Statement) -> bool:
    """Whether two times of day may be the same: a time lies in its part of the day, parts meet, "about" allows half an hour."""
    if mine.minutes and other.minutes:
        loose = _is_about(mine, claim) or _is_about(other, passage)
        return any(_apart(a, b) <= (_ROUNDING if loose else 0) for a in mine.minutes for b in other.minutes)
    if mine.minutes:
        return False  # more exact than the source
    if other.minutes:
        return any(_lies_in(minute, mine) for minute in other.minutes)
    return any(mine.first < other.last + shift and other.first + shift < mine.last for shift in (-_DAY, 0, _DAY))


def _is_about(hour: HourMention, statement: Statement) -> bool:
    around = statement.text[max(0, hour.start - 10) : hour.start] + " " + statement.text[hour.end : hour.end + 3]
    return bool(_ABOUT.search(around))


def _apart(one: int, other: int) -> int:
    distance = abs(one - other) % _DAY
    return min(distance, _DAY - distance)


def _lies_in(minute: int, part: HourMention) -> bool:
    return any(part.first - _SLACK <= minute + shift <= part.last + _SLACK for shift in (0, _DAY))


def _part_holds(mine: HourMention, given: list[tuple[Statement, HourMention]]) -> bool:
    """Whether a passage names the part of the day that a time lies in."""
    return any(not one.minutes and any(_lies_in(minute, one) for minute in mine.minutes) for _, one in given)


def seasons_checked(aligned: Aligned) -> Iterator[Finding]:
    """A season that no passage names, where those that the sentence rests on name another."""
    claim = aligned.claim
    own = seasons(claim.text, claim.language)
    if not own:
        return
    given = {name: passage for passage in aligned.every for name in seasons(passage.text, passage.language)}
    near = frozenset(name for passage in aligned.near for name in seasons(passage.text, passage.language))
    for name, words in own.items():
        others = [other for other in near if other not in own]
        if name not in given and others:
            yield aligned.finding("dates.season", words, passages=(given[others[0]],), date=words)


def order_checked(aligned: Aligned) -> Iterator[Finding]:
    """What is told to come before an event comes after it in the passages, or the reverse."""
    claim = aligned.claim
    for mine in orders(claim.text, claim.language):
        meeting = [
            (passage, other)
            for passage in aligned.near
            for other in orders(passage.text, passage.language)
            if _is_same_anchor(mine, other, claim, passage)
        ]
        contrary = [pair for pair in meeting if pair[1].relation != mine.relation]
        if contrary and len(contrary) == len(meeting):
            passage, other = contrary[0]
            words = claim.text[mine.start : mine.end].strip()
            theirs = passage.text[other.start : other.end].strip()
            yield aligned.finding("dates.order", words, passages=(passage,), theirs=(theirs,), date=words)


def _is_same_anchor(mine: OrderMention, other: OrderMention, claim: Statement, passage: Statement) -> bool:
    """Whether both are told from the same event: what stands nearest to each word stands beside the other."""
    left, right = _anchored(mine, claim), _anchored(other, passage)
    if not left or not right:
        return False
    found = matches(claim, passage)
    forth = set(found[left[0]]) & set(right)
    back = any(right[0] in found[number] for number in left)
    return bool(forth) and back


def _anchored(order: OrderMention, statement: Statement) -> list[int]:
    """The words that name the event of an order, by number, the nearest first."""
    start, end = order.anchor
    found = [number for number, one in enumerate(anchors(statement)) if start <= one.start and one.end <= end]
    if end <= order.start:
        found.reverse()
    return found[:_FIRST_WORDS]
