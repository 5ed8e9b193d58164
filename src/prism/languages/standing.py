"""Who stands above whom in a sentence: who acts, asks, tells, against those upon whom it is done, who are asked, of whom it is told.

A coarser reading than `slots`: it asks of two parties of one sentence only which of them is above, also where the other stands in a
clause within ("A told B that C had …": A above B and C). Passives are turned round. Which word it is that ties them is read as well,
so that buying and selling are told apart where sentences are compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from prism.languages.roles import Span
from prism.languages.slot_values import AGENT, OBJECT, OWNER, RECIPIENT, SOURCE, Slots
from prism.languages.slots import slots, stretches
from prism.languages.slots_korean import SELVES
from prism.languages.standing_han import chinese, japanese
from prism.languages.standing_values import INNER, Standing
from prism.languages.ties import korean_phrases


@lru_cache(maxsize=2048)
def standings(text: str, language: str, sides: tuple[Span, ...]) -> tuple[Standing, ...]:
    """Every pair of parties of a sentence of which one stands above the other.

    Args:
        text: one sentence.
        language: primary tag; a language without a reading gives nothing.
        sides: spans of the words that may be parties, in order; languages with particles need none.
    """
    reader = _READERS.get(language)
    return tuple(dict.fromkeys(reader(text, sides))) if reader else ()


def _korean(text: str, _: tuple[Span, ...]) -> Iterator[Standing]:
    phrases = korean_phrases(text)
    yield from _told_by(phrases, [at for at in phrases if _KO_SOURCE.match(text, at[1])])
    waiting: list[Slots] = []
    before: tuple[tuple[Span, ...], Slots] | None = None
    every = stretches(text, "ko", phrases)
    for place, one in enumerate(every):
        suffered = one.inner and place + 1 < len(every) and every[place + 1].passive
        yield from _within(_without_from(one) if suffered else one, text)
        if one.inner:
            waiting.append(one)
            continue
        own = {at for at, _ in one.parts}
        owners = tuple(at for at, part in one.parts if part == OWNER)
        above = owners[-1:] if owners and _COPULA.search(text[one.start : one.end]) else _owned(_agents(one), one, text)
        for inner in waiting:
            if above and not _modifies(inner, above, phrases):
                for at, part in inner.parts:
                    if at not in above and at not in own:
                        yield Standing(above, at, INNER if part in {AGENT, OWNER} else part, one.verb)
        if above and before is not None and before[0] == above:
            for at, part in before[1].parts:
                if part not in {AGENT, OWNER} and at not in above:
                    yield Standing(above, at, INNER, one.verb)
        waiting.clear()
        before = (above, one)


_KO_SOURCE = re.compile(r"(?: ?씨| ?측)?에 (?:따르|의하)면")
_COPULA = re.compile(r"[가-힣](?:이다|이었다|였다|이며|이고)[.\s]*$")
_BIDDEN = re.compile(
    r"의 (?:[가-힣]+ )?(?:지시|명령|요청|요구|권유|제안|부탁|초청|도움|압력|신고|제보|고소|고발|추천|지원|지지|비판|공격|승인|허가)[가-힣]{0,2}?(?:으로|로|에|[을를] (?:받|얻|등에))"
)


def _without_from(one: Slots) -> Slots:
    """A clause without those from whom something comes: they belong to the passive behind it (B로부터 …했다며 고소당했다)."""
    return replace(one, parts=tuple(pair for pair in one.parts if pair[1] not in {SOURCE, RECIPIENT}))


def _agents(one: Slots) -> list[Span]:
    return [at for at, part in one.parts if part == AGENT]


def _modifies(inner: Slots, above: tuple[Span, ...], phrases: tuple[Span, ...]) -> bool:
    """Whether a clause stands before the very noun that acts (B가 지배하는 A는), so that A is not above B."""
    head = next((at for at in phrases if at[0] >= inner.end), None)
    return head is not None and head in above and head[0] - inner.end <= 1


def _told_by(parties: Sequence[Span], speakers: Sequence[Span]) -> Iterator[Standing]:
    """Those according to whom all else of the sentence is told."""
    for at in parties:
        if speakers and at not in speakers:
            yield Standing(tuple(speakers), at, INNER, speakers[-1])


def _within(one: Slots, text: str) -> Iterator[Standing]:
    """The standings of a single predicate."""
    agents = _agents(one)
    owners = [at for at, part in one.parts if part == OWNER]
    if owners and _COPULA.search(text[one.start : one.end]):  # B가 …다는 것이 A의 주장이다
        yield from _told_by([at for at, _ in one.parts], owners[-1:])
        return
    above = _owned(agents, one, text)
    for side, part in one.parts:
        at = one.topic[-1] if one.topic and text[slice(*side)].split(" ", maxsplit=1)[0] in SELVES else side
        if part == AGENT or at in above:
            continue
        if part == OWNER and _BIDDEN.match(text, at[1]):
            yield from _bidden(at, one)
            continue
        if above:
            yield Standing(above, at, part, one.verb)
        if one.topic and at not in one.topic:
            yield Standing(one.topic, at, part, one.verb)


def _bidden(owner: Span, one: Slots) -> Iterator[Standing]:
    """One at whose bidding, request or recommendation others act."""
    for under in _agents(one) or [span for span, part in one.parts if part == OBJECT][:1]:
        yield Standing((owner,), under, OBJECT, (owner[1], one.end))


def _owned(agents: list[Span], one: Slots, text: str) -> tuple[Span, ...]:
    """Those who act, with those to whom they belong (모리시타 진영의 운동원)."""
    owners = [at for at, part in one.parts if part == OWNER]
    return tuple(
        dict.fromkeys((*(at for at in owners for agent in agents if text[at[1] : agent[0]].strip() in _OF), *agents))
    )


_OF = frozenset({"의", "の", "'s", "’s"})

_EN_NOUN = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|'s|’s) (?:[a-z]+ )?(?P<noun>[a-z]{4,})(?= (?!(?:in|for)\b)|[.,])"
)
"""A common noun that may be a party though no list has it (the county)."""
_PRONOUN = re.compile(r"\b(?:him|them|himself|herself|me|us)\b|\bher\b(?! [a-z])")
"""A word for the one above, who is acted upon in the clause within."""
_WHOM = re.compile(r",? (?:whom|who|which|that) (?:the )?$")
"""Before the subject of a clause whose object stands before it."""
_EN_SOURCE = re.compile(r"\b[Aa]ccording to (?:(?!and\b|which\b|who\b|that\b)[\w’'-]+(?: |, (?=[A-Z])|(?=[.,;]|$)))+")
_EN_ENDS = re.compile(
    r"[;:]|, (?:and|but|while|whereas|which|who|though|although|after|before|as|because|when|saying|with)\b"
    r"|\b(?:after|before|because|although|though|unless|while|whereas|until)\b|\b(?:and|but) (?=(?:the |its )?[A-Z]\w+(?: [A-Z]\w+)? \w+(?:ed|d)\b)"
)


def _english(text: str, sides: tuple[Span, ...]) -> Iterator[Standing]:
    nouns = [match.span("noun") for match in _EN_NOUN.finditer(text)]
    more = [at for at in nouns if not any(at[0] < last and first < at[1] for first, last in sides)]
    every = tuple(sorted({*sides, *more}))
    source = _EN_SOURCE.search(text)
    speakers = [at for at in every if source is not None and source.start() <= at[0] and at[1] <= source.end()]
    yield from _told_by(every, speakers)
    every = tuple(at for at in every if at not in speakers)
    for one in slots(text, "en", every):
        agents = [at for at, part in one.parts if part == AGENT]
        if not agents:
            continue
        yield from _within(one, text)
        if any(at[0] > one.verb[0] for at in agents):
            continue
        if _PRONOUN.search(text, one.verb[1]):
            continue
        known = {at for at, _ in one.parts}
        whom = _WHOM.search(text, 0, agents[0][0])
        if whom is not None:
            yield from (Standing(tuple(agents), at, OBJECT, one.verb) for at in every if at[1] == whom.start())
        end = _EN_ENDS.search(text, one.verb[1])
        reach = end.start() if end is not None else len(text)
        for at in every:
            if one.verb[1] <= at[0] and at[1] <= reach and at not in known:
                yield Standing(tuple(agents), at, INNER, one.verb)


_READERS: Mapping[str, Callable[[str, tuple[Span, ...]], Iterator[Standing]]] = {
    "ko": _korean,
    "en": _english,
    "ja": japanese,
    "zh": chinese,
}
