"""The slots of English sentences: from the order of words around each verb, prepositions and relatives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prism.languages.roles import Span
from prism.languages.slot_values import AGAINST, AGENT, OBJECT, OTHER, OWNER, RECIPIENT, SOURCE, Slots

_IRREGULAR = (
    r"beat|won|lost|took|gave|made|sold|bought|paid|sent|led|left|met|held|hit|cut|said|told|knew|saw|got|came|went|began|fell|rose|struck|fought|found|brought|kept|built|lent|"
    r"sought|shot|drew|threw|wrote|overtook|became|put|set|let|caught|withdrew|chose|broke|drove|swore|stole|overcame|outbid|taught|thought|felt|bid|ran|stood|lay|spoke|spent|taken|given|written|seen|known|"
    r"driven|stolen|broken|chosen|thrown|drawn|overtaken|beaten|shown|grown|gone|done|been|had"
)
_AUX = r"is|was|are|were|has|have|had|will|would|may|might|could|can|should|must|does|did|do|be|been|being|not|also|never|already|then|later|n['’]t"
_BASE = (
    r"ask|sue|buy|sell|beat|pay|lend|take|give|replace|acquire|join|block|close|accuse|blame|reject|refuse|offer|provide|supply|send|receive|lead|win|lose|defeat|support|oppose|back|"
    r"condemn|criticise|criticize|warn|call|meet|visit|hire|recruit|return|attack|invade|help|protect|order|allow|ban|investigate|arrest|charge|appeal|countersue|propose|demand|urge|withdraw|consult|notify|tell|inform|owe|borrow|get|make|hold|keep|leave|follow"
)
_PRESENT = (
    r"receives|rejects|refuses|sells|gives|sends|takes|makes|buys|lends|borrows|hires|replaces|acquires|condemns|criticises|criticizes|urges|employs|provides|defeats|faces|becomes|writes|follows|joins|meets|helps|gets|"
    r"keeps|tells|holds|owns|represents|includes|requires|allows|prevents|threatens|praises|thanks|succeeds|overtakes|runs|teaches|trains|treats"
)
"""Verbs in the present, of those that are not as often nouns."""
_VERB = re.compile(
    rf"\b(?!(?:according|including|during|regarding|concerning)\b)(?:(?:{_AUX})\s)*(?:(?:{_AUX}|{_IRREGULAR}|[a-z]{{2,}}ed|says?|said|tells|asks|accuses|blames|owes|wants|claims|denies|seeks|leads|beats|sues|pays|backs|opposes|supports|{_PRESENT}|[a-z]{{3,}}ing|(?<=to )(?:{_BASE})|(?<=will )(?:{_BASE})|(?<=not )(?:{_BASE}))\b)(?:\s(?:{_BASE})\b)?"
)
_PASSIVES = re.compile(
    rf"\b(?:is|was|are|were|be|been|being|got)\s(?:\w+ly\s|not\s|also\s)?(?:{_IRREGULAR}|\w+en|[a-z]+ed)$"
)
_RAISING = re.compile(
    r"[\w ]*?\b(?:expected|believed|reported|said|known|thought|scheduled|supposed|estimated|predicted|set|due|forecast|understood) (?:also )?to\b"
)
_LED_BY = re.compile(
    r"[a-z]+(?:ed|en|won|led|held|made|built|sold|bought|paid|sent|shot|hit|struck|found|brought) by\b"
)
_NOUN_BEHIND = re.compile(
    r" (?!(?:in|of|on|at|for|from|with|and|or|who|which|that|by|to|near|under|over|as|also|still|then|later|now|already|never|not|both|all|has|have|had|is|was)\b|[a-z]+ly\b)[a-z]+"
)
_PREPOSITION = re.compile(
    r"\b(to|from|by|against|over|at|with|of|in|for|on|near|as|between|about|than|like|including|into|after|before|under|through|via|outside|inside|behind|beside|among|during|since|until|without)"
    r" (?:the |a |an |its |their |his |her |rival |both )?(?:(?!(?:to|from|by|against|with|of|in|for|at|on)\b)[\w'’.-]+ ){0,3}?$"
)
_CUT = re.compile(
    r"(?:[,;:]|\b(?:that|whether|as|after|before|because|while|when|if|although|though|unless|and|but|since|where|whereas|until)\b)"
)
_RELATIVE = re.compile(r"\b(who|which|that)\s*$")
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|we|I|you|this|these|those|there|one|some|others|both|neither|nobody|officials)\s*$",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:he|she|it|they)\s*$", re.IGNORECASE)
_CONTROL = re.compile(
    r"\b(?:order|ask|urg|tell|told|forc|allow|want|requir|invit|persuad|help|instruct|permit|expect|call(?:ed|ing)? on)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"^(?:['’]s|s['’]|['’])(?=\s)")
_PREPOSITIONS = {"to": RECIPIENT, "from": SOURCE, "against": AGAINST, "over": AGAINST, "by": "by", "at": AGAINST}
_WORDS = re.compile(r"\w")


def by_verbs(text: str, sides: Sequence[Span]) -> Iterator[Slots]:
    """The predicates of an English sentence with the parts of its sides.

    Args:
        text: one sentence.
        sides: spans of the words that may be sides, in order.
    """
    line = _DATELINE.match(text)
    before = line.end() if line else 0
    verbs = [match for match in _VERB.finditer(text, before) if not _is_modifier(text, match)]
    main: tuple[Span, ...] = ()
    last_object: tuple[Span, ...] = ()
    yield from _by_nouns(text, sides)
    for place, verb in enumerate(verbs):
        start, end = verb.span()
        following = verbs[place + 1].start() if place + 1 < len(verbs) else len(text)
        earlier = verbs[place - 1].group() if place else ""
        agents, sure, names_it = _subject(_Verb(text, before, start, tuple(sides), main, last_object, earlier))
        if names_it:
            main = agents
        passive = _is_passive(text, start, end)
        stop = _limit(text, end, following)
        behind = [side for side in sides if end <= side[0] and side[1] <= stop]
        parts = {side: _behind(text, end, side) for side in behind}
        by = [side for side, part in parts.items() if part == "by"]
        found: list[tuple[Span, str]] = []
        winners = [side for side, part in parts.items() if part == RECIPIENT] if _LOST.search(verb.group()) else []
        if winners:  # lost 3-1 to another
            passive, by = True, winners
            parts = {side: "by" if side in winners else part for side, part in parts.items()}
        found += [(side, OBJECT if passive else AGENT) for side in agents]
        found += [
            (side, AGENT if part == "by" else part)
            for side, part in parts.items()
            if part and (part != "by" or passive) and side not in agents
        ]
        yield Slots(
            min([start, *(side[0] for side in agents if side[0] >= before)]),
            stop,
            (start, end),
            tuple(found),
            sure=sure or bool(by),
            marked=True,
        )
        last_object = tuple(side for side in behind if parts[side] == OBJECT)[-1:]
        before = end


def _is_passive(text: str, start: int, end: int) -> bool:
    if _LED_BY.match(text, start):
        return True
    return _PASSIVES.search(text[start:end]) is not None and not _RAISING.match(text, start)


_LOST = re.compile(r"\blos(?:t|es|e|ing)$")
_DATELINE = re.compile(r"[A-Z][A-Z ]{2,}[^.]{0,24}? [—–-] ")
_DEED_BY = re.compile(r"\b(?P<deed>[a-z]{3,}) by (?:the |a |an )?")


def _by_nouns(text: str, sides: Sequence[Span]) -> Iterator[Slots]:
    """Deeds told as nouns: "a plea by the union"."""
    for match in _DEED_BY.finditer(text):
        at = next((side for side in sides if match.end() <= side[0] <= match.end() + _NOUN_REACH), None)
        at = next((side for side in sides if at and at[1] < side[0] <= at[1] + _NEAR // 2), at)
        if at is not None and not match.group("deed").endswith("ed") and not text[match.end() : at[0]].count(","):
            yield Slots(match.start(), at[1], match.span("deed"), ((at, AGENT),), sure=True, marked=True)


_NOUN_REACH = 16


def _is_modifier(text: str, verb: re.Match[str]) -> bool:
    """Whether a participle stands before a noun or is one ("a proposed law", "the meeting")."""
    word = verb.group()
    if " " in word or not word.endswith(("ed", "ing")):
        return False
    return (
        re.search(
            r"\b(?:the|a|an|its|their|his|her|of|in|more|most|least|[a-z]+ly|no|any|some|two|three|'s|’s)\s$",
            text[: verb.start()],
        )
        is not None
    )


def _limit(text: str, end: int, following: int) -> int:
    """Where what belongs to a verb ends: at the next clause."""
    mark = re.compile(
        r"[;:]|,(?! (?:who|which)\b)|\b(?:that|while|after|before|because|although|though|unless|but|when|if|and (?:he|she|it|they|the)|which|who)\b"
    ).search(text, end, following)
    return mark.start() if mark else following


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb with what has been read before it: the last verb's end, the subject so far, the last object, the last verb."""

    text: str
    before: int
    start: int
    sides: tuple[Span, ...]
    main: tuple[Span, ...]
    last: tuple[Span, ...]
    earlier: str

    @property
    def gap(self) -> str:
        return self.text[self.before : self.start]

    @property
    def ruled(self) -> bool:
        """Whether the verb before it says what somebody else is to do ("ordered X to …")."""
        return _CONTROL.search(self.earlier) is not None


_Subject = tuple[tuple[Span, ...], bool, bool]
"""Who does what a verb says, whether that is sure, and whether it is told before it."""
_NOBODY: _Subject = ((), False, False)


def _subject(verb: _Verb) -> _Subject:  # noqa: PLR0911 - one table of places, read in one place
    relative = _RELATIVE.search(verb.gap)
    if relative is not None:
        lead = _AGE.sub("", verb.gap[: relative.start()].rstrip(" ,"))
        found = [side for side in verb.sides if verb.before <= side[0] and side[1] == verb.before + len(lead)]
        return (_phrase(verb.text, found[-1], verb.sides), True, not verb.main) if found else _NOBODY
    cut = max([verb.before, *(mark.end() for mark in _CUT.finditer(verb.text, verb.before, verb.start))])
    piece = verb.text[cut : verb.start]
    if verb.main and _BY_DOING.search(piece) and _word_at(verb).endswith("ing"):
        return verb.main, True, False
    if _PRONOUN.search(piece):
        alone = bool(verb.main) and all(side in verb.main for side in verb.sides if side[1] <= verb.start)
        return (verb.main, alone, False) if _PERSONAL.search(piece) else _NOBODY
    if not _WORDS.search(piece.replace("to ", "")):
        beside = _before_comma(verb, cut) if verb.text[cut - 1 : cut] == "," else ()
        if beside:
            return beside, True, not verb.main
        if verb.gap.rstrip().endswith("to") and verb.ruled and verb.last:
            return verb.last, True, False
        return verb.main, cut != verb.before or not _WORDS.search(verb.gap), False
    if piece.rstrip().endswith(" to"):
        inner = tuple(side for side in verb.sides if verb.before <= side[0] and side[1] <= verb.start)
        return (inner[:1], True, False) if verb.ruled and inner else (verb.main, False, False)
    return _told(verb, cut)


def _before_comma(verb: _Verb, cut: int) -> tuple[Span, ...]:
    """The subject before what is put in between: "Its head, Ann Lee, said", "The union at the port, which represents 640, backed"."""
    text = verb.text
    named = next((side for side in verb.sides if side[1] == cut - 1 and text[side[0] - 2 : side[0]] == ", "), None)
    if named is not None:
        return (named,)
    if verb.main:
        return ()
    free = (side for side in verb.sides if side[1] < cut and not _PREPOSITION.search(text[: side[0]]))
    return tuple(side for side in free if not _POSSESSIVE.match(text[side[1] :]))[:1]


_BY_DOING = re.compile(r"\b(?:by|after|before|without|while|when|for|in)\s*$")
_STRANGER = re.compile(r"\b(?:the|a|an|its|their|his|her|some|many|most|other) [a-z]")


def _word_at(verb: _Verb) -> str:
    """The first word of a verb."""
    return verb.text[verb.start :].split(" ", maxsplit=1)[0]


def _told(verb: _Verb, cut: int) -> _Subject:
    """The subject in the words between a clause's beginning and its verb."""
    text, start = verb.text, verb.start
    inside = [side for side in verb.sides if cut <= side[0] and side[1] <= start]
    free = [
        side
        for side in inside
        if not _PREPOSITION.search(text[cut : side[0]])
        and not _POSSESSIVE.match(text[side[1] :])
        and not _NOUN_BEHIND.match(text, side[1], start)
    ]
    if free:
        near = [side for side in free if start - side[1] <= _NEAR or "," not in text[side[1] : start]]
        return _phrase(text, near[-1], verb.sides) if near else (), bool(near), True
    if cut != verb.before and text[start:].split(" ", maxsplit=1)[0].endswith("ing"):
        return verb.main, False, False
    if _STRANGER.search(text[cut:start]) and not inside:
        return (), False, True
    if cut > 0 and text[cut - 1] == "," and not verb.main and not any(_POSSESSIVE.match(text[s[1] :]) for s in inside):
        wide = [
            side
            for side in verb.sides
            if side[1] <= start and not _PREPOSITION.search(text[: side[0]]) and not _POSSESSIVE.match(text[side[1] :])
        ]
        return tuple(wide[:1]), bool(wide), True
    return (), False, True


def _phrase(text: str, head: Span, sides: Sequence[Span]) -> tuple[Span, ...]:
    """The sides that stand directly before a head and belong to it ("Education Minister Crane")."""
    found = [head]
    for side in reversed([one for one in sides if one[1] <= head[0]]):
        if text[side[1] : found[0][0]].strip("’'s ") or "\n" in text[side[1] : found[0][0]]:
            break
        found.insert(0, side)
    return tuple(found)


_AGE = re.compile(r",? \d+$")
_NEAR = 6


def _behind(text: str, end: int, side: Span) -> str:
    """The part of a side behind its verb."""
    if _POSSESSIVE.match(text[side[1] :]):
        return OWNER
    match = _PREPOSITION.search(text[end : side[0]])
    if match is None:
        return OBJECT if side[0] - end <= _OBJECT_REACH else OTHER
    if match.group(1) == "of":
        return OWNER
    return _PREPOSITIONS.get(match.group(1), OTHER)


_OBJECT_REACH = 40
