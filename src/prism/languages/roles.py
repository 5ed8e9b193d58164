"""Who does what to whom: the sides of each predicate of a sentence, from particles or from word order.

Korean and Japanese mark the sides with particles; Chinese and the European languages by their order around the verb and by
prepositions (被, 把, 对, by, von, par). The words that may be sides are given; the functions say which of them act and which are acted
upon in which stretch of the sentence. A passive is turned round, so that the agent is always the one who does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate with its sides.

    Attributes:
        start: offset of the stretch in which the predicate stands.
        end: offset behind it.
        agents: spans of those who do it.
        patients: spans of those to whom it is done, or who receive.
    """

    start: int
    end: int
    agents: tuple[Span, ...]
    patients: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ParticleHabits:
    """A language that marks the sides behind the word.

    Attributes:
        ends: pattern of what ends a stretch with one predicate.
        subject: particle of who does it in this stretch.
        topic: particle of who does it in the whole sentence.
        patient: particle of to whom it is done.
        by: particle of who does it in a passive, and of a recipient in an active.
            passive: pattern of a passive predicate.
    """

    ends: re.Pattern[str]
    subject: re.Pattern[str]
    topic: re.Pattern[str]
    patient: re.Pattern[str]
    by: re.Pattern[str]
    passive: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class OrderHabits:
    """A language that marks the sides by their place.

    Attributes:
        verbs: pattern of finite verbs.
        passive: pattern of a passive, from the subject to "by".
        by: pattern before the agent of a passive.
        onto: pattern before one to whom it is done, though a preposition stands there.
        away: pattern before a word that is no side.
        joins: pattern before a verb that shares the subject of the one before.
    """

    verbs: re.Pattern[str]
    passive: re.Pattern[str]
    by: re.Pattern[str]
    onto: re.Pattern[str]
    away: re.Pattern[str]
    joins: re.Pattern[str]


_KO_TITLE = r"(?:(?:\([^)]*\))?(?: ?[가-힣]{1,9}){0,2}?)??"
_JA_TITLE = r"(?:(?:[（(][^）)]*[）)])?[一-鿿々ァ-ヺー]{0,8}?(?:さん|氏)?)??"
_PARTICLES: Mapping[str, ParticleHabits] = {
    "ko": ParticleHabits(
        ends=re.compile(
            r"(?:[했됐었았였렸졌갔왔났섰켰쳤겠혔]|하|되|이)(?:고|며|지만|으나|는데|으며|자|던)(?=[\s,])|다고(?=\s)|다는(?=\s)|"
            r"(?:(?<![의위대통관])해|하여|되어|돼|혀|려|져|면서|다며|라며|라고|자고|[한된은] 뒤|[한된은] 후)(?=[\s,])|[가-힣](?:한|된|하는|되는|했던|할|될)(?=\s)|(?<=[가-힣]),"
        ),
        subject=re.compile(rf"{_KO_TITLE}(?:들|측)?(?:이|가|께서)(?=[\s,])"),
        topic=re.compile(rf"{_KO_TITLE}(?:들|측)?(?:은|는|도)(?=[\s,])"),
        patient=re.compile(rf"{_KO_TITLE}(?:들|측)?(?:을|를)(?=[\s,])"),
        by=re.compile(
            rf"{_KO_TITLE}(?:들|측)?(?:(?:에게서?|한테|에 의해|로부터|으로부터|과|와|에)(?=[\s,])|의 (?:[가-힣]+ ){{0,2}}[가-힣]+[을를](?=\s))"
        ),
        passive=re.compile(
            r"(?:당[했한하해]|(?<![이떠내])받(?:[았은]|아(?!들))|[됐된돼]|되[었어며고]|[잡뽑먹받막밟찍]혀|[잡뽑먹받막밟찍]혔|졌[다고으]|패[했한해])"
        ),
    ),
    "ja": ParticleHabits(
        ends=re.compile(
            r"(?<=[^はもがのにでとを])、|(?<=[たいるんす]が)、|(?<=[たるい])(?=[一-鿿ァ-ヺ])|(?:ところ|とき|ため)(?=、)"
        ),
        subject=re.compile(rf"{_JA_TITLE}側?が"),
        topic=re.compile(rf"{_JA_TITLE}側?(?:は|も)"),
        patient=re.compile(rf"{_JA_TITLE}側?を"),
        by=re.compile(rf"{_JA_TITLE}側?(?:によって|により|による|に対し?て?|から|に|へ|と)"),
        passive=re.compile(r"(?:され|られ|[かさたなまらわがば]れ(?:た|る|て)|敗れ|負け)"),
    ),
}
_EN_PAST = (
    r"beat|won|lost|took|gave|made|sold|bought|paid|sent|led|left|met|held|hit|cut|said|told|knew|saw|got|came|went|began|fell|rose|"
    r"struck|fought|found|brought|kept|built|lent|sought|shot|won|drew|threw|wrote|overtook|became|put|set|let|caught|withdrew|chose|broke|drove|swore|stole|forgave|overcame|outbid|taught|thought|felt|bid"
)
_EN_OTHER = (
    r"is|was|are|were|has|have|had|will|would|may|might|could|can|should|must|does|did|do|says|wants|accuses|owes|owns|holds|opposes|supports|backs|seeks|plans|leads|calls|blames|"
    r"expects|hopes|argues|claims|denies|insists|joins|takes|gives|makes|buys|sells|pays|sues|asks|meets|beats|wins|loses|employs|supplies|faces"
)
_ORDERS: Mapping[str, OrderHabits] = {
    "en": OrderHabits(
        verbs=re.compile(rf"\b(?:{_EN_OTHER}|{_EN_PAST}|[a-z]{{2,}}ed)\b(?:\s(?:not|also|been|be|{_EN_PAST}|[a-z]{{2,}}ed|join|ask|sue|buy|sell|beat|pay|lend|take|give|replace|acquire)\b)*"),
        passive=re.compile(rf"\b(?:is|was|are|were|be|been|being|got)\s(?:\w+ly\s)?(?:{_EN_PAST}|\w+en|[a-z]+ed)\b|\blost\b(?=.{{0,30}}\bto\b)"),
        by=re.compile(r"\bby (?:the |a |an |its |their )?(?:[\w-]+ ){0,3}$|\b(?:lost|loses|losing)\b.{0,30}\bto (?:the )?(?:[\w-]+ ){0,2}$"),
        onto=re.compile(r"\b(?:to|against|with|over|at|on|from) (?:the |a |an |its |their )?(?:[\w-]+ ){0,2}$"),
        away=re.compile(r"\b(?:of|in|for|near|at|as|between|about|than|like|including|into|from|to|by|with|against|on|over|whose) (?:the |a |an |its |their )?(?:[\w'’-]+ ){0,2}$"),
        joins=re.compile(r"(?:\band|\bbut|\bor|,|\bto|\bnot)\s*(?:then |also |later )?$"),
    ),
    "de": OrderHabits(
        verbs=re.compile(r"\b(?:ist|war|sind|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|will|wollen|kann|soll|sollen|schlug|besiegte|gewann|verlor|warf|wies|sprach|kaufte|verkaufte|lieh|übernahm|verklagte|traf|[a-zäöüß]{3,}te[n]?)\b"),
        passive=re.compile(r"\b(?:wurde|wurden|wird|werden|worden)\b"),
        by=re.compile(r"\b(?:von|vom|durch) (?:der |dem |den |einem |einer )?(?:[\wäöüß-]+ ){0,2}$"),
        onto=re.compile(r"\b(?:gegen|an|mit|bei) (?:den |dem |der |die |das )?(?:[\wäöüß-]+ ){0,2}$"),
        away=re.compile(r"\b(?:von|vom|der|des|in|im|für|nach|aus|zu|zum|zur|als|wie|über|bei|an|mit) (?:der |dem |den |des )?(?:[\wäöüß-]+ ){0,1}$"),
        joins=re.compile(r"(?:\bund|\baber|,)\s*$"),
    ),
    "zh": OrderHabits(
        verbs=re.compile(r"[，；。：]|[,;:](?!\d)"),
        passive=re.compile(r"被|遭|遭到|受到|输给|輸給|败给|敗給|不敌|不敵"),
        by=re.compile(r"(?:被|遭|由|受到|遭到|输给|輸給|败给|敗給|不敌|不敵)[^，。；]{0,8}$"),
        onto=re.compile(r"(?:把|将|將|向|对|對|给|給|与|與|跟|同|以.{0,12}(?:战胜|击败|擊敗))[^，。；]{0,8}$"),
        away=re.compile(r"(?:在|于|於|从|從|为|為)$"),
        joins=re.compile(r"[，；]\s*(?:并|並|而且|随后|隨後|后来|之后)?$"),
    ),
}  # fmt: skip
_CLAUSE_MARKED = frozenset({"zh"})
"""Languages in which a predicate cannot be told by its form: a clause stands for it."""


@lru_cache(maxsize=2048)
def frames(text: str, language: str, sides: tuple[Span, ...]) -> tuple[Frame, ...]:
    """The predicates of a sentence that have at least one side.

    Args:
        text: one sentence.
        language: primary tag; a language without habits gives nothing.
        sides: spans of the words that may be sides, in order, without overlaps.
    """
    if language in _PARTICLES:
        found = _by_particles(text, _PARTICLES[language], sides)
    elif language in _CLAUSE_MARKED:
        found = _by_clauses(text, _ORDERS[language], sides)
    elif language in _ORDERS:
        found = _by_order(text, _ORDERS[language], sides)
    else:
        return ()
    return tuple(frame for frame in found if frame.agents or frame.patients)


def particles_of(language: str) -> ParticleHabits:
    """The particles of a language that marks sides with them.

    Raises:
        KeyError: it does not.
    """
    return _PARTICLES[language]


def is_marked(language: str) -> bool:
    """Whether a language marks sides with particles."""
    return language in _PARTICLES


def has_bare_clauses(language: str) -> bool:
    """Whether a language marks neither sides nor verbs, so that names show only by their place in a clause."""
    return language in _CLAUSE_MARKED


@cache
def actors() -> frozenset[str]:
    """Ids of the concepts of people and bodies that act in the news (`data/actors.txt`)."""
    text = (files("prism.languages") / "data" / "actors.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def _by_particles(text: str, habits: ParticleHabits, sides: Sequence[Span]) -> Iterator[Frame]:
    ends = [match.end() for match in habits.ends.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    starts = [0, *ends[:-1]]
    topic: tuple[Span, ...] = ()
    carried: tuple[Span, ...] = ()
    for start, end in zip(starts, ends, strict=True):
        mine = [side for side in sides if start <= side[0] < end and side[1] <= end]
        role = {side: _role(text, side[1], habits) for side in mine}
        subjects = tuple(side for side in mine if role[side] == "subject")
        topics = tuple(side for side in mine if role[side] == "topic")
        patients = tuple(side for side in mine if role[side] == "patient")
        by = tuple(side for side in mine if role[side] == "by")
        topic = topics[-1:] or topic
        agents = subjects or topics or topic or carried
        if habits.passive.search(text[max(start, end - 14) : end + 3]):
            yield Frame(start, end, by, (*agents, *patients) if by else agents)
        else:
            yield Frame(start, end, agents, (*patients, *by))
        carried = subjects or carried


def _role(text: str, at: int, habits: ParticleHabits) -> str:
    """The role that the particle nearest behind a word gives it."""
    found = [
        (match.end(), name)
        for name, pattern in (
            ("subject", habits.subject),
            ("topic", habits.topic),
            ("patient", habits.patient),
            ("by", habits.by),
        )
        if (match := pattern.match(text, at)) is not None
    ]
    return min(found)[1] if found else ""


def _by_clauses(text: str, habits: OrderHabits, sides: Sequence[Span]) -> Iterator[Frame]:
    cuts = [0, *(match.end() for match in habits.verbs.finditer(text)), len(text)]
    carried: tuple[Span, ...] = ()
    for start, end in pairwise(cuts):
        if not text[start:end].strip(" 。"):
            continue
        mine = [side for side in sides if start <= side[0] < end]
        by = tuple(side for side in mine if habits.by.search(text, start, side[0]))
        onto = tuple(side for side in mine if side not in by and habits.onto.search(text, start, side[0]))
        free = [
            side
            for side in mine
            if side not in by and side not in onto and not habits.away.search(text, start, side[0])
        ]
        lead = tuple(free[:1]) if free and (free[0][0] - start <= _LEAD or not carried) else carried
        rest = (*onto, *(side for side in free if side not in lead))
        carried = lead or carried
        if habits.passive.search(text, start, end):
            yield Frame(start, end, by, (*lead, *rest))
        else:
            yield Frame(start, end, lead or by, rest)


_LEAD = 8
"""Characters of a clause within which its subject begins."""


def _by_order(text: str, habits: OrderHabits, sides: Sequence[Span]) -> Iterator[Frame]:
    verbs = [match.span() for match in habits.verbs.finditer(text)]
    carried: tuple[Span, ...] = ()
    begins = [span[0] for span in verbs]
    for place, (start, end) in enumerate(verbs):
        last = max([verbs[place - 1][1] if place else 0, *(mark.end() for mark in _STOP.finditer(text, 0, start))])
        following = begins[place + 1] if place + 1 < len(verbs) else len(text)
        before = [side for side in sides if last <= side[0] and side[1] <= start]
        comma = _COMMA.search(text, end, following)
        behind = [side for side in sides if end <= side[0] and side[1] <= (comma.start() if comma else following)]
        shares = habits.joins.search(text, last, start) is not None
        free = [side for side in before if not habits.away.search(text, last, side[0])]
        subject = tuple(free[-1:]) if free and not (shares and place) else carried or tuple(free[-1:])
        if following < len(text) and behind and not habits.joins.search(text, behind[-1][1], following):
            behind = behind[:-1] if _is_next(text, behind[-1], following) else behind
        by = tuple(side for side in behind if habits.by.search(text, start, side[0]))
        rest = tuple(
            side
            for side in behind
            if side not in by
            and (not habits.away.search(text, start, side[0]) or habits.onto.search(text, start, side[0]))
        )
        first, reach = min((side[0] for side in before), default=start), following
        carried = subject or carried
        if habits.passive.search(text, start, following):
            yield Frame(first, reach, by, (*subject, *rest))
        else:
            yield Frame(first, reach, subject, rest)


_COMMA = re.compile(r"[,;:]")
_STOP = re.compile(r"[;:]")


def _is_next(text: str, side: Span, verb: int) -> bool:
    """Whether a word stands directly before the next verb, so that it is its subject."""
    return verb - side[1] <= _LEAD and "," not in text[side[1] : verb]
