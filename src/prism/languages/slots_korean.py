"""The slots of Korean sentences: from particles and endings as a morphological analysis shows them.

A sentence is cut behind each predicate that ends with a connective, adnominal or final ending. A subject (이/가) reaches the
predicates that are joined to its own by connectives; the topic (은/는) reaches all that have no subject of their own. A clause
before a noun has that noun for its subject, where it has an object or is passive and the noun is none that clauses are the
content of (계획, 혐의). What somebody receives or suffers (받다, 당하다, 되다, 지다) is turned round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from prism.languages.korean_morphemes import Morpheme, morphemes
from prism.languages.roles import Span
from prism.languages.slot_values import AGAINST, AGENT, OBJECT, OTHER, OWNER, PLACE, RECIPIENT, SOURCE, Slots

_STEMS = frozenset({"VV", "VA", "XSV", "XSA", "VCP", "VCN", "VX"})
_CUTTING = frozenset({"EC", "EF", "ETM"})
_NOUNS = frozenset({"NNG", "NNP", "NNB", "NR", "XSN", "XR", "SL", "SH", "SN", "XPN", "MM"})
_QUOTING = ("다고", "라고", "자고", "냐고", "다며", "라며", "다면서", "라면서", "으라고")
_WILLING = ("자고", "겠다고", "달라고")
"""Endings of what somebody proposes, means or asks to do."""
_SUFFERING = frozenset({"되", "당하", "받"})
_PASSIVES = frozenset(
    {"받", "당하", "지", "패하", "밀리", "뒤지", "뒤처지", "꺾이", "잡히", "붙잡히", "뽑히", "쫓기", "빼앗기", "뺏기", "먹히", "막히", "찔리", "묶이", "불리", "끌려가", "팔리", "넘어가", "꿇"}
)  # fmt: skip
_CAUSATIVES = frozenset(
    {"밝히", "굳히", "익히", "맞히", "앉히", "눕히", "입히", "넓히", "좁히", "괴롭히", "더럽히", "묵히", "썩히", "식히", "붉히", "뒤집히", "가라앉히"}
)  # fmt: skip
"""Verbs with the ending of passives that are none."""
_POSTPOSITIONS = frozenset({"의하", "대하", "관하", "인하", "따르", "위하", "통하", "비하", "비롯하"})
"""Verbs that stand behind a noun as prepositions stand before one."""
_LOST = frozenset({"패", "패배", "참패", "완패", "석패", "역전패"})
_CONTENT = frozenset(
    {"것", "점", "뒤", "후", "채", "데", "만큼", "때", "반면", "가운데", "바", "적", "수", "줄", "중", "지", "듯", "계획", "방침", "혐의", "의혹", "사실", "예정", "가능성", "입장", "의사", "뜻", "경우", "이유", "과정", "상황",
     "결과", "정황", "전망", "상태", "직후", "이후", "다음", "사이", "동안", "탓", "덕분", "책임", "의무", "권리", "방안", "조건", "목적", "생각", "주장", "소식", "사례"}
)  # fmt: skip
"""Nouns that a clause is the content of: none of its sides."""
_AGAINST = frozenset({"상대", "겨냥", "고소", "고발", "제소", "비난", "규탄"})
_AGAINST_VERBS = frozenset({"맞서", "대하", "향하", "반대", "맞서싸우"})
SELVES = frozenset({"자신", "자기", "자사", "본인"})
"""Words for the one of whom the sentence speaks."""
_VERB_REACH = 16
_TITLE_REACH = 3


def by_morphemes(text: str, sides: Sequence[Span]) -> Iterator[Slots]:
    """The predicates of a Korean sentence with the parts of its sides.

    Args:
        text: one sentence.
        sides: spans of the words that may be sides, in order.
    """
    found = morphemes(text)
    topic: tuple[Span, ...] = ()
    subject: tuple[Span, ...] = ()
    held: tuple[Span, ...] = ()  # who stands before what somebody else is called (A가 업체인 B를 …)
    left: tuple[Span, ...] = ()  # who stands before a clause without an object, of which somebody else may be the head
    for one in _stretches(found, len(text)):
        parts = {side: _part(found, side) for side in sides if one.start <= side[0] < one.end}
        own = tuple(side for side, part in parts.items() if part == "agent")
        if own and topic and text[slice(*own[-1])] in SELVES:
            own = topic
        topics = tuple(side for side, part in parts.items() if part == "topic")
        if own and topics and topics[-1] < own[-1] and text[slice(*own[-1])] in SELVES:
            own = topics
        if one.describes:
            held, own = own or held, ()
        elif held:
            own, held = own or held, ()
        stranger = _stranger(one.inside, sides)
        head = _head(one, found, sides, parts)
        if own or stranger == "agent":
            agents, sure = own, True
        elif head:
            agents, sure = head, True
        else:
            topic = topics or (() if stranger else topic)
            agents, sure = (topics or subject or topic or left), not one.adnominal
        topic = topics or (() if stranger == "topic" else topic)
        yield Slots(
            one.start,
            one.end,
            (max(one.start, one.end - _VERB_REACH), one.end),
            tuple(_turned(agents, parts, one)),
            sure=sure,
            marked=True,
            given=one.given,
            inner=one.adnominal or one.quoted,
            passive=one.passive,
            topic=() if one.passive or one.adnominal or one.quoted else topics or topic,
        )
        subject = (own or (() if stranger else subject)) if not (one.adnominal or one.quoted) else ()
        left = own if one.is_of_another else ()


@lru_cache(maxsize=2048)
def bearers(text: str) -> tuple[tuple[int, int, bool], ...]:
    """The nouns of a Korean sentence that bear a particle of case: (start, end, whether it is a proper noun)."""
    found = morphemes(text)
    held: list[tuple[int, int, bool]] = []
    place = 0
    while place < len(found):
        first = place
        while (
            place < len(found)
            and found[place].tag in _JOINED
            and (place == first or found[place].start == found[place - 1].end)
        ):
            place += 1
        if place == first:
            place += 1
            continue
        run = list(found[first:place])
        while run and run[-1].form in _PLURAL:
            run.pop()
        after = next((one for one in found[place : place + 2] if one.tag not in {"SSC", "SS"}), None)
        if after is None or after.tag not in _CASES or not run:
            continue
        if run[-1].end - run[0].start >= _LEAST and not all(one.tag in {"SN", "NNB", "XSN", "XPN"} for one in run):
            held.append((run[0].start, run[-1].end, any(one.tag == "NNP" for one in run)))
    return tuple(held)


_JOINED = frozenset({"NNG", "NNP", "XR", "XSN", "XPN", "SL", "SH", "SN", "NNB"})
_CASES = frozenset({"JKS", "JKO", "JX", "JKB", "JKG", "JC"})
_PLURAL = frozenset({"들", "측", "쪽", "등"})
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch with one predicate at its end.

    Attributes:
        start: offset of its first character.
        end: offset behind it.
        inside: its morphemes.
        last: number of its last morpheme in the sentence.
    """

    start: int
    end: int
    inside: tuple[Morpheme, ...]
    last: int

    @property
    def adnominal(self) -> bool:
        return self.inside[-1].tag == "ETM"

    @property
    def describes(self) -> bool:
        """Whether it says before a noun what that is (업체인 B)."""
        return self.adnominal and any(one.tag == "VCP" for one in self.inside[-2:])

    @property
    def quoted(self) -> bool:
        return self.inside[-1].tag == "EC" and self.inside[-1].form.endswith(_QUOTING)

    @property
    def is_of_another(self) -> bool:
        """Whether its subject may be that of the predicate behind it: B가 [수원에서 열린] 경기에서 이겼다, A가 […하자고] 제안했다."""
        if self.adnominal:
            return not any(one.tag == "JKO" for one in self.inside)
        return self.quoted and self.inside[-1].form.endswith(_WILLING)

    @property
    def passive(self) -> bool:
        """Whether what is told is suffered or received."""
        for place in range(len(self.inside) - 1, -1, -1):
            one = self.inside[place]
            before = self.inside[place - 1] if place else None
            if one.tag == "VX" and one.form == "지":
                return True
            if one.tag == "XSV" and before is not None:
                return one.form in _SUFFERING or (one.form == "하" and before.form in _LOST)
            if one.tag in {"VV", "VA", "VCP", "XSA"}:
                lexical = one.form in _PASSIVES or (one.form.endswith("히") and one.form not in _CAUSATIVES)
                return one.tag == "VV" and lexical and one.form not in _POSTPOSITIONS
        return False

    @property
    def given(self) -> bool:
        """Whether somebody receives it."""
        return any(one.form == "받" and one.tag in {"VV", "XSV"} for one in self.inside[-4:])


def _stretches(found: tuple[Morpheme, ...], length: int) -> Iterator[_Stretch]:
    start, first = 0, 0
    for place, one in enumerate(found):
        if one.tag not in _CUTTING or not any(m.tag in _STEMS for m in found[first:place]):
            continue
        behind = found[place + 1] if place + 1 < len(found) else None
        if found[place - 1].tag == "VV" and found[place - 1].form in _POSTPOSITIONS:
            continue
        if one.tag == "EC" and behind is not None and behind.tag in {"VX", "JX"}:
            continue
        if one.tag == "ETM" and behind is not None and behind.form in {"것", "수", "듯"}:
            continue
        yield _Stretch(start, one.end, found[first : place + 1], place)
        start, first = one.end, place + 1
    if start < length and any(one.tag in _NOUNS for one in found[first:]):
        yield _Stretch(start, length, found[first:], len(found) - 1)


def _part(found: tuple[Morpheme, ...], side: Span) -> str:  # noqa: PLR0911 - one table of particles
    """The part that its particle gives a side; that of the title behind it, where there is one."""
    place = next((number for number, one in enumerate(found) if one.start >= side[1]), len(found))
    far = 0
    while place < len(found) and found[place].tag in _NOUNS | {"SSC", "SSO", "SS"} and far < _TITLE_REACH:
        far += found[place].tag in {"NNG", "NNP"}
        place += 1
    if place >= len(found):
        return OTHER
    mark = found[place]
    following = found[place + 1] if place + 1 < len(found) else None
    if mark.tag == "JKS":
        return "agent"
    if mark.tag == "JX":
        return "topic" if mark.form in {"은", "는", "도"} else OTHER
    if mark.tag == "JKO":
        return AGAINST if following is not None and following.form in _AGAINST | _AGAINST_VERBS else OBJECT
    if mark.tag == "JKG":
        return OWNER if far == 0 else OTHER
    if mark.tag != "JKB":
        return OTHER
    return _oblique(mark, following)


def _oblique(mark: Morpheme, following: Morpheme | None) -> str:
    if mark.form in {"에게", "한테", "께", "에", "에게로"}:
        if following is not None and following.form in _AGAINST_VERBS:
            return AGAINST
        if following is not None and following.form in {"의하", "의해"}:
            return "by"
        return "dative" if mark.form == "에" else RECIPIENT
    if mark.form.endswith(("로부터", "에게서", "한테서")):
        return SOURCE
    return OTHER


def _stranger(inside: tuple[Morpheme, ...], sides: Sequence[Span]) -> str:
    """Whether a stretch has a subject or topic that is none of the sides."""
    found = ""
    for before, mark in pairwise(inside):
        is_subject = mark.tag == "JKS"
        if not is_subject and not (mark.tag == "JX" and mark.form in {"은", "는"}):
            continue
        if before.tag not in {"NNG", "NNP", "NNB", "XSN", "SL", "NP"}:
            continue
        if not any(first < before.end and before.start < last for first, last in sides):
            found = "agent" if is_subject else found or "topic"
    return found


def _head(
    one: _Stretch, found: tuple[Morpheme, ...], sides: Sequence[Span], parts: dict[Span, str]
) -> tuple[Span, ...]:
    """The noun behind an adnominal clause, if it is the clause's subject."""
    if not one.adnominal or not (one.passive or any(mark.tag == "JKO" for mark in one.inside)):
        return ()
    run = []
    for morpheme in found[one.last + 1 :]:
        if morpheme.tag not in _NOUNS:
            break
        run.append(morpheme)
    if not run or "".join(morpheme.form for morpheme in run).endswith(tuple(_CONTENT)):
        return ()
    return tuple(side for side in sides if side not in parts and run[0].start <= side[0] and side[1] <= run[-1].end)[
        -1:
    ]


def _turned(agents: Sequence[Span], parts: dict[Span, str], one: _Stretch) -> Iterator[tuple[Span, str]]:
    """The parts of an active sentence, whichever way it is told."""
    turned = one.passive
    giving = {RECIPIENT, SOURCE} if one.given else {RECIPIENT, SOURCE, "dative"}
    by = [side for side, part in parts.items() if part == "by"] if turned else []
    if turned and not by:
        by = [side for side, part in parts.items() if part in giving and side not in agents]
    for side in agents:
        yield side, OBJECT if turned else AGENT
    for side, part in parts.items():
        if side in agents:
            continue
        if side in by:
            yield side, AGENT
        elif part in {OBJECT, RECIPIENT, SOURCE, AGAINST, OWNER}:
            yield side, part
        elif part == "dative":
            yield side, PLACE
