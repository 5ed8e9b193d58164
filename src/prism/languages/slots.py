"""The slots of a sentence: for each of its predicates, who does it and in what part each other side stands.

A closer reading than `roles.frames`: the sides of a nominal phrase get the part of its head (the mayor of a city speaks for the
city), a subject reaches the predicates that it may govern and no others, and a side that is given something is told from one
that it is taken from. Where a language does not show whose a predicate is, nobody is said to do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from prism.languages.roles import Frame, Span, frames, particles_of
from prism.languages.slot_values import AGAINST, AGENT, OBJECT, OTHER, OWNER, PLACE, RECIPIENT, SOURCE, Slots
from prism.languages.slots_english import by_verbs
from prism.languages.slots_korean import bearers, by_morphemes


@lru_cache(maxsize=2048)
def slots(text: str, language: str, sides: tuple[Span, ...]) -> tuple[Slots, ...]:
    """The predicates of a sentence with the parts of its sides.

    Args:
        text: one sentence.
        language: primary tag; a language without habits gives nothing.
        sides: spans of the words that may be sides, in order, without overlaps.
    """
    return tuple(one for one in stretches(text, language, sides) if one.parts)


@lru_cache(maxsize=2048)
def stretches(text: str, language: str, sides: tuple[Span, ...]) -> tuple[Slots, ...]:
    """All predicates of a sentence, those without sides as well.

    Args:
        text: one sentence.
        language: primary tag.
        sides: spans of the words that may be sides, in order, without overlaps.
    """
    if language in _ANALYSED:
        found = by_morphemes(text, sides)
    elif language in _MARKS:
        found = _by_marks(text, language, sides)
    elif language == "en":
        found = by_verbs(text, sides)
    else:
        found = _by_frames(text, language, sides)
    return tuple(found)


_ANALYSED = frozenset({"ko"})
"""Languages that are read morpheme by morpheme."""
_MARKS: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(
        r"(?: ?측| 쪽|들| ?씨)?[’'”\"]?(?:\([^)]*\))?(?:"
        r"(?P<against>[을를] (?:상대로|겨냥|향해|고소|고발|제소)|에 (?:맞서|대해|대한)|에게 맞서|에 반대)|"
        r"(?P<by>에 의해|에게 의해)|(?P<source>에게서|한테서|(?:으로|로)부터)|(?P<recipient>에게|한테|께(?!서))|"
        r"(?P<agent>이|가|께서)(?=[\s,])|(?P<topic>은|는|도)(?=[\s,])|(?P<object>을|를)(?=[\s,])|(?P<with>과|와)(?=[\s,])|(?P<owner>의)(?=[\s])|(?P<dative>에)(?=[\s,]))"
    ),
    "ja": re.compile(
        r"(?:側|氏|さん|ら|たち)?[」』]?(?:[（(][^）)]*[）)])?(?:(?P<against>に対し|を相手|に反対)|(?P<by>によって|により|による)|(?P<source>から)|"
        r"(?P<agent>が)|(?P<topic>は|も)|(?P<object>を)|(?P<with>と)|(?P<owner>の)|(?P<dative>に(?!よると|よれば)|へ))"
    ),
}
_TAILS: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "ko": (
        re.compile(r" ?[가-힣A-Za-z0-9·]+"),
        re.compile(
            r"(?:[장관원자사인수씨측부청위군팀단회표생관]|노조|은행|그룹|경찰|정부|당국|구단|교수|감독|선수|의원|총리|변호사|감독|투수|백|피벗|키퍼)$"
        ),
    ),
    "ja": (
        re.compile(r"[一-鿿々ァ-ヺーA-Za-z0-9・]+"),
        re.compile(
            r"(?:[長相者員官士師側社省庁会党軍団県市町村署裁委氏]|教授|選手|監督|投手|捕手|首相|大統領|さん|部会|組合)$"
        ),
    ),
}
"""What may stand between a name and its particle, and how it ends where both are one (an office)."""
_ADVERBIAL = re.compile(r"(?:로|에서|부터|까지|보다|처럼|마다|씩|고|며|해|여|한|된|할|던|면)$")
_PASSIVE_REACH = 14
_VERB_REACH = {"ko": 16, "ja": 12}
_QUOTED = re.compile(r"(?:다고|라고|자고|다며|라며|다는|냐고)\s*$")
_ADNOMINAL = re.compile(r"[가-힣](?:한|된|하는|되는|했던|할|될)\s*$|[たるい]$")
_N = "".join(chr(code) for code in range(0xAC04, 0xD7A4, 28) if chr(code) not in "은는")
_MODIFYING: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(
        rf"(?<=[을를로게에] )(?!지난|이번|모든|다른|어떤|대한|관한|위한)(?:[가-힣]{{0,3}}[{_N}]|[가-힣]{{0,2}}[받입맞뽑잡얻꺾막묻넣겪]은|[가-힣]{{1,3}}(?<=[하되이우리기키치])는)(?=\s)"
    ),
    "ja": re.compile(r"(?!)"),
}
_JOINING: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(r"(?<=[을를] )[가-힣]{1,3}(?:[와워겨쳐여켜]|[아어]서?)(?=\s)"),
    "ja": re.compile(r"(?!)"),
}
"""Verbs that go on with another of the same subject; above: verbs before a noun that the general habits of the language do not show."""
_BEARERS: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(r"(?<![가-힣])[가-힣A-Za-z0-9·]+?(?<![하되있없같받입않었았])(?:은|는|이|가)(?=[\s,])"),
    "ja": re.compile(r"[一-鿿ァ-ヺー]+(?:が|は)(?!い)"),
}
"""Words that may be a subject, known or not."""
_BECOMES = re.compile(
    r"(?:[이가게도록] |으로 [가-힣]{0,4}?|도록 )(?:[됐된돼될됩]|되[었어며고는])|것으로 [가-힣]{1,4}[졌진지]"
)
"""No passives: what something becomes, and what is thought of it."""
_DEEPEST = 3


def _part(text: str, at: int, language: str, depth: int = 0) -> str:
    """The part of a word that ends at a place: its own, or that of the noun to which it belongs."""
    found = _MARKS[language].match(text, at)
    if found is not None:
        return _marked(text, found, language, depth)
    piece, titled = _TAILS[language]
    reach = at
    for _ in range(_DEEPEST):
        tail = piece.match(text, reach)
        if tail is None:
            return OTHER
        for end in range(reach + 1, tail.end() + 1):
            found = _MARKS[language].match(text, end)
            if found is not None:
                part = _marked(text, found, language, depth)
                return part if titled.search(text[at:end]) or part.startswith(OWNER) else OTHER
        reach = tail.end()
        if language != "ko" or _ADVERBIAL.search(text[at:reach]):
            return OTHER
    return OTHER


def _marked(text: str, found: re.Match[str], language: str, depth: int) -> str:
    name = found.lastgroup or OTHER
    if name != "owner" or depth >= _DEEPEST:
        return name
    head = _part(text, found.end(), language, depth + 1)
    return f"{OWNER}:{head.split(':')[-1]}" if _is_titled(text, found.end(), language) is False else head


def _is_titled(text: str, at: int, language: str) -> bool:
    """Whether the noun at a place ends like one who acts."""
    piece, titled = _TAILS[language]
    reach = at
    for _ in range(_DEEPEST):
        tail = piece.match(text, reach)
        if tail is None:
            return False
        for end in range(reach + 1, tail.end() + 1):
            if _MARKS[language].match(text, end):
                return titled.search(text[at:end]) is not None
        reach = tail.end()
    return False


def _by_marks(text: str, language: str, sides: Sequence[Span]) -> Iterator[Slots]:
    habits = particles_of(language)
    ends = [match.end() for match in habits.ends.finditer(text) if match.group() != ","]
    more = (match.end() for pattern in (_MODIFYING[language], _JOINING[language]) for match in pattern.finditer(text))
    ends = sorted({*ends, *more})
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    topic: tuple[Span, ...] = ()
    subject: tuple[Span, ...] = ()
    doubt = False
    start = 0
    for end in ends:
        parts = {side: _part(text, side[1], language) for side in sides if start <= side[0] < end}
        own = tuple(side for side, part in parts.items() if part == "agent")
        topics = tuple(side for side, part in parts.items() if part == "topic")
        strange = not own and not topics and _has_stranger(text, start, end, language, sides)
        topic = topics or (() if strange else topic)
        subject = own or (() if topics or strange else subject)
        agents = own or topics or subject or topic
        if own and topics and topics[-1][0] > own[-1][0]:
            agents = topics
        ending = _BECOMES.sub("", text[max(start, end - _PASSIVE_REACH) : min(len(text), end + 3)])
        passive = habits.passive.search(ending) is not None
        found = tuple(_turned(agents, parts, turned=passive))
        verb = (max(start, end - _VERB_REACH[language]), end)
        yield Slots(start, end, verb, found, sure=bool(own or topics) or not doubt, marked=True)
        if _QUOTED.search(text[start:end]):
            subject, doubt = (), False
        else:
            modifies = _ADNOMINAL.search(text[start:end]) or _MODIFYING[language].search(
                text, max(start, end - 5), end + 1
            )
            doubt = (doubt and not own) or (bool(subject) and modifies is not None)
        start = end


def _has_stranger(text: str, start: int, end: int, language: str, sides: Sequence[Span]) -> bool:
    """Whether a stretch has a subject that is none of the sides."""
    return any(
        not any(match.start() < last and first < match.end() for first, last in sides)
        for match in _BEARERS[language].finditer(text, start, end)
    )


def _turned(agents: Sequence[Span], parts: Mapping[Span, str], *, turned: bool) -> Iterator[tuple[Span, str]]:
    """The parts of an active sentence, whichever way it is told."""
    by = [side for side, part in parts.items() if part == "by"] if turned else []
    if turned and not by:
        by = [side for side, part in parts.items() if part in {"recipient", "source", "dative"}]
    for side in agents:
        yield side, OBJECT if turned else AGENT
    for side, part in parts.items():
        if side in agents:
            continue
        if side in by:
            yield side, AGENT
        elif part in {"object", "recipient", "source", "against"}:
            yield side, part
        elif part == "dative":
            yield side, PLACE
        elif part.startswith(OWNER):
            yield side, OWNER


def _by_frames(text: str, language: str, sides: tuple[Span, ...]) -> Iterator[Slots]:
    for frame in frames(text, language, sides):
        parts = [(side, AGENT) for side in frame.agents] + [(side, OBJECT) for side in frame.patients]
        sure = any(side[0] - frame.start <= 1 for side in frame.agents)
        yield Slots(frame.start, frame.end, (frame.start, frame.end), tuple(parts), sure=sure, marked=False)


@lru_cache(maxsize=2048)
def predicates(text: str, language: str, sides: tuple[Span, ...]) -> tuple[Frame, ...]:
    """Who acts and who is acted upon in each predicate of a sentence, from the best reading of its language.

    Args:
        text: one sentence.
        language: primary tag.
        sides: spans of the words that may be sides, in order, without overlaps.
    """
    if language not in _ANALYSED:
        return frames(text, language, sides)
    return tuple(
        Frame(
            one.start,
            one.end,
            tuple(side for side, part in one.parts if part == AGENT),
            tuple(side for side, part in one.parts if part in _ACTED_UPON),
        )
        for one in slots(text, language, sides)
    )


def nouns_in_slots(text: str, language: str) -> tuple[tuple[int, int, bool], ...]:
    """The nouns that their particles make sides: (start, end, whether it is a proper noun); none where a language shows none."""
    return bearers(text) if language in _ANALYSED else ()


_ACTED_UPON = frozenset({OBJECT, RECIPIENT, AGAINST, SOURCE, PLACE})
