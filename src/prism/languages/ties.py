"""Who acts upon whom in the ties of a sentence: suing, accusing, beating, buying, paying, asking, refusing, recruiting.

The words of a tie stand in `tables/ties.py`. The parties are read from particles (Korean by its morphemes, Japanese by its marks),
from the order of words and prepositions (English), or from the order around the word and 被, 向, 对 (Chinese). A party that the
sentence does not show is left out; passives are turned round.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from prism.languages.korean_morphemes import morphemes
from prism.languages.roles import Span
from prism.languages.slot_values import AGENT, OBJECT, OWNER, PLACE, RECIPIENT, SOURCE, Slots
from prism.languages.slots import slots
from prism.languages.tables.ties import ORDERED, PLACED, TIES, TieWords

BOTH = frozenset({"telling"})
"""Kinds of tie that say something only where both parties are read."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One party that acts upon another.

    Attributes:
        kind: of the tie, as the table names it.
        verb: span of the word.
        doers: spans of the party that acts.
        others: spans of the party that is acted upon.
        sure: whether the doer stands in the clause itself; else it is that of the clause around it, which may be another.
    """

    kind: str
    verb: Span
    doers: tuple[Span, ...]
    others: tuple[Span, ...]
    sure: bool = True


@lru_cache(maxsize=2048)
def ties(text: str, language: str, sides: tuple[Span, ...]) -> tuple[Tie, ...]:
    """The ties of a sentence that show at least one party.

    Args:
        text: one sentence.
        language: primary tag; a language without a reading gives nothing.
        sides: spans of the words that may be parties, in order; languages with particles need none.
    """
    reader = _READERS.get(language)
    if reader is None:
        return ()
    return (*(one for one in reader(text, sides) if one.doers or one.others), *_placed(text, language))


def _placed(text: str, language: str) -> Iterator[Tie]:
    """The ties of which the words show the party right beside them, whatever the predicate."""
    for kind, patterns in PLACED.items():
        pattern = patterns.get(language)
        for match in pattern.finditer(text) if pattern else ():
            groups = {name: match.span(name) for name, found in match.groupdict().items() if found}
            yield Tie(
                kind,
                match.span(),
                tuple(s for n, s in groups.items() if n == "to"),
                tuple(s for n, s in groups.items() if n == "off"),
            )


def tells_of(kind: str, text: str, language: str) -> bool:
    """Whether a text has a word for a kind of tie.

    Args:
        kind: as `tables.ties.TIES` names it.
        text: plain text.
        language: primary tag; of one without words for it nothing is known, which counts as yes.
    """
    return language not in TIES[kind] or any(one == kind for one, _, _ in _words_of_ties(text, language))


def _made(kind: str, verb: Span, one: Sequence[Span], two: Sequence[Span], *, turned: bool, sure: bool = True) -> Tie:
    doers, others = (two, one) if turned else (one, two)
    return Tie(kind, verb, tuple(doers), tuple(span for span in others if span not in doers), sure)


def _triggers(text: str, language: str, start: int, end: int) -> Iterator[tuple[str, Span, bool]]:
    """(kind, span, whether its subject is acted upon) of the words of ties in a stretch, one of each kind."""
    seen: set[str] = set()
    for kind, span, suffers in _words_of_ties(text, language):
        if kind not in seen and start <= span[0] and span[1] <= end:
            seen.add(kind)
            yield kind, span, suffers


@lru_cache(maxsize=1024)
def _words_of_ties(text: str, language: str) -> tuple[tuple[str, Span, bool], ...]:
    """All words of ties of a text, kind by kind, those first whose subject is acted upon."""
    found: list[tuple[str, Span, bool]] = []
    for kind, words in TIES.items():
        here: TieWords | None = words.get(language)
        if here is not None:
            for pattern, suffers in ((here.suffers, True), (here.acts, False)):
                found += [
                    (kind, match.span(), suffers)
                    for match in pattern.finditer(text)
                    if match.group() and not (language == "ko" and _goes_on(text, match.end()))
                ]
    return tuple(found)


# Korean

_NOUNISH = frozenset({"NNG", "NNP", "NNB", "XSN", "XR", "SL", "SH", "SN", "XPN", "NR", "MM", "SSO", "SSC", "SP"})
_PLAIN = frozenset({"NNG", "NNP", "XR", "SL", "SH", "XSN"})
_QUOTING = re.compile(r"(?:다고|다며|라며|라고|다면서|라면서)\s*$")
_REACH = 24
_HEAD = 10
"""Characters behind a clause within which the noun that it belongs to begins."""
_AS_NOUN = re.compile(r"(?:을|를|이|가|은|는|에|의|과|와|도|으로|로)(?=[\s,.])|이[다었라]")
"""Behind a word of a tie: it is a noun here, whose parties its own verb does not show."""
_BIDDEN = re.compile(r"라(?:는|고|며|면서)?,?\s*$")
"""At the end of a clause: others are told to act, and not whoever tells them."""
_ADNOMINAL = re.compile(r"(?:한|낸|건|된|던|은|는|린)$")


@lru_cache(maxsize=2048)
def korean_phrases(text: str) -> tuple[Span, ...]:
    """The noun phrases of a Korean text, each up to its particle."""
    found: list[Span] = []
    start = end = -1
    for one in (*morphemes(text), None):
        if one is not None and one.tag in _NOUNISH and not (one.tag == "SP" and one.form == ","):
            if one.tag in _PLAIN or start >= 0:
                start = one.start if start < 0 else start
                end = one.end
            continue
        if start >= 0 and end - start > 1:
            found.append((start, end))
        start = end = -1
    return tuple(found)


def _korean(text: str, _: tuple[Span, ...]) -> Iterator[Tie]:
    phrases = korean_phrases(text)
    topic: tuple[Span, ...] = ()
    before: Slots | None = None
    for one in slots(text, "ko", phrases):
        topic = tuple(span for span, _ in one.parts if _is_topic(text, span)) or topic
        adnominal = _ADNOMINAL.search(text[one.start : one.end].rstrip()) is not None
        head = next((at for at in phrases if one.end <= at[0] <= one.end + _HEAD), None) if adnominal else None
        stop = head[1] if head is not None else one.end
        for kind, span, suffers in _triggers(text, "ko", max(one.start, one.end - _REACH), stop):
            if kind != "contest" and (_AS_NOUN.match(text, span[1]) or _is_bare_noun(text, span[1])):
                continue
            parts = [(at, part) for at, part in one.parts if not (at[0] < span[1] and span[0] < at[1])]
            doers = [at for at, part in parts if part == AGENT]
            others = [at for at, part in parts if part in _wanted(kind)]
            if not doers and adnominal and (named := [at for at in topic if one.start <= at[0] < span[0]]):
                doers = named
            if kind == "accuse" and before is not None and _QUOTING.search(text[before.start : before.end]):
                others = others or [at for at, part in before.parts if part == AGENT and at not in doers]
            if ORDERED["ko"].search(text, span[0], len(text)) and kind == "payment":
                doers, others = _ordered(parts, text)
            elif kind != "request" and _BIDDEN.search(text[one.start : one.end]):
                doers = []
            yield _made(kind, span, doers, others, turned=suffers, sure=one.sure)
        before = one


def _is_bare_noun(text: str, end: int) -> bool:
    """Whether the word that ends here is a noun before another (수출 허가)."""
    return text[end : end + 1] == " " and any(one.end == end and one.tag == "NNG" for one in morphemes(text))


def _goes_on(text: str, end: int) -> bool:
    """Whether a noun goes on where a word ends: it tells no deed there (수출국, 지원금)."""
    return any(
        (one.start == end and one.tag == "XSN") or (one.start < end < one.end and one.is_noun)
        for one in morphemes(text)
    )


def _is_topic(text: str, span: Span) -> bool:
    return text[span[1] : span[1] + 1] in {"은", "는"} or text[span[1] : span[1] + 2] in {"측은", "측이"}


def _ordered(parts: Sequence[tuple[Span, str]], text: str) -> tuple[list[Span], list[Span]]:
    """Who is ordered to act, and towards whom: the first and the second of those who are addressed."""
    addressed = [
        at for at, part in parts if part in {"against", RECIPIENT, PLACE} and not text[at[0] : at[1]].isdigit()
    ]
    return (addressed[:1], addressed[1:2]) if len(addressed) > 1 else ([], [])


_ADDRESSED = frozenset({RECIPIENT, "against", PLACE, OBJECT})
_WANTED: Mapping[str, frozenset[str]] = {
    "purchase": frozenset({OBJECT}),
    "payment": frozenset({RECIPIENT, PLACE}),
    "request": frozenset({RECIPIENT, PLACE, "against"}),
    "refusal": frozenset({RECIPIENT, SOURCE, OWNER}),
    "hire": frozenset({OBJECT, SOURCE}),
    "grant": frozenset({RECIPIENT, PLACE, SOURCE}),
    "invitation": frozenset({OBJECT}),
    "informing": frozenset({OBJECT, "against"}),
}


def _wanted(kind: str) -> frozenset[str]:
    return _WANTED.get(kind, _ADDRESSED)


# English


_EN_NOUN = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?P<noun>[a-z]{4,})(?= (?!(?:of|in|for)\b(?! \w+ing\b))|[.,])")
"""A common noun that may be a party though no list has it (the county)."""


def _english(text: str, sides: tuple[Span, ...]) -> Iterator[Tie]:
    nouns = [match.span("noun") for match in _EN_NOUN.finditer(text)]
    more = [at for at in nouns if not any(at[0] < last and first < at[1] for first, last in sides)]
    for one in slots(text, "en", tuple(sorted({*sides, *more}))):
        reach = min(one.end, one.verb[1] + _REACH)
        for kind, span, suffers in _triggers(text, "en", one.verb[0], max(reach, one.verb[1])):
            if span[0] >= one.verb[1]:
                continue
            wanted = _EN_REQUEST if kind == "request" else _wanted(kind) | ({OBJECT} if kind in _DOUBLE else set())
            doers = [at for at, part in one.parts if part == AGENT]
            others = [at for at, part in one.parts if part in wanted]
            yield _made(kind, span, doers, others, turned=suffers)


_DOUBLE = frozenset({"payment", "grant"})
"""English ties that put whom they give something before it: paid the firm 84 million."""
_EN_REQUEST = frozenset({OBJECT, RECIPIENT})


# Japanese

_JA_PHRASE = re.compile(
    r"「?(?P<np>[一-鿿々ァ-ヺーA-Za-z0-9・]{2,})」?(?:さん|氏|側|ら)?(?:[（(][^）)]{1,16}[）)])?(?:さん|氏|側)?(?P<mark>に対し(?:て)?|を相手に|によって|から|が|は|を|に|へ)(?![一-鿿]?て(?:い|お)る)"
)
_JA_MODIFYING = re.compile(r"」?側?が[一-鿿]{1,4}[ぁ-ん]{0,3}[るたう](?=[一-鿿ァ-ヺ「])")
"""Behind the subject of a clause that stands before a noun (A社が率いる企業連合)."""
_JA_PASSIVE = re.compile(r"され|られ|[さかたなまらわが]れ[たるて]")
_DIGIT = re.compile(r"[0-9０-９]")
_JA_ENDS = re.compile(r"。")
_JA_MARKS: Mapping[str, frozenset[str]] = {
    "purchase": frozenset({"を"}),
    "payment": frozenset({"に", "へ"}),
    "request": frozenset({"に", "に対し"}),
    "refusal": frozenset({"から"}),
    "grant": frozenset({"に", "へ"}),
    "hire": frozenset({"を", "から"}),
    "invitation": frozenset({"を"}),
}
_JA_AGAINST = frozenset({"に対し", "を相手に"})
_JA_WIDE = frozenset({"suit", "request", "accuse"})
_JA_ALL = frozenset({"を", "に", "に対し", "を相手に"})


def _japanese(text: str, _: tuple[Span, ...]) -> Iterator[Tie]:
    found = [(match.span("np"), match.group("mark").removesuffix("て")) for match in _JA_PHRASE.finditer(text)]
    found = [(at, mark) for at, mark in found if not _DIGIT.search(text, *at)]
    reached = 0
    for kind, span, suffers in sorted(_triggers(text, "ja", 0, len(text)), key=lambda one: one[1]):
        begin = max([reached, *(end.end() for end in _JA_ENDS.finditer(text, 0, span[0]))])
        inside = [(at, mark) for at, mark in found if at[1] < span[0]]
        near = [(at, mark) for at, mark in inside if at[0] >= begin]
        topics = [at for at, mark in inside if mark == "は"]
        subjects = [at for at, mark in near if mark == "が" and not _JA_MODIFYING.match(text, at[1])]
        quoted = text[max(0, span[0] - 1) : span[0]] == "と"
        passive = _JA_PASSIVE.match(text, span[1]) is not None
        doers = topics[-1:] if quoted and topics else subjects[-1:] or topics[-1:]
        wanted = {"に", "から", "によって"} if passive else _JA_MARKS.get(kind, _JA_ALL)
        others = [at for at, mark in near if mark in wanted or (mark in _JA_AGAINST and kind in _JA_WIDE)][-1:]
        others = others or [at for at, mark in inside if mark in _JA_AGAINST and kind in _JA_WIDE][-1:]
        if kind == "accuse" and quoted:
            others = others or subjects[-1:]
        if kind == "payment" and ORDERED["ja"].match(text, span[1] + 1):
            addressed = [at for at, mark in near if mark in {"に対し", "に", "へ"}]
            doers, others = (addressed[:1], addressed[-1:]) if len(addressed) > 1 else ([], [])
        yield _made(kind, span, doers, others, turned=suffers != passive)
        reached = span[1]


# Chinese

_ZH_CLAUSE = re.compile(r"[，；。：,;:](?!\d)")
_ZH_PARTY = re.compile(
    r"[“「](?P<in>[一-鿿]{2,8})[”」]|(?P<side>(?<![一-鿿])[一-鿿]方)(?=[提拒要表以说称对向予])|(?P<run>[^\W\da-zA-Z的在于向对被把与和及了由从给将是就曾也已]{1,8}(?:公司|董事会|集团|集團|工会|剧[团社]|小学|中学|大学|医院|图书[室馆]|银行|队|隊|局|厂|协会))"
)
_ZH_BY = re.compile(r"(?:被|遭|由)[“「]?[一-鿿]{0,4}$")
_ZH_NOUN = re.compile(r"(?:这一|該|该|此|[一二三两几各]项|上述)$")
"""Before a word of a tie that is a noun there (拒绝了这一要求)."""
_ZH_PASSIVE = re.compile(r"[被遭]")
_ZH_ONTO = re.compile(r"(?:把|(?<![小老名大主])[将將]|向|[对對](?!手)|给|給|与|與|以|针对)[“「]?[一-鿿]{0,6}[“「]?$")


_NEXT = 3
"""Sides behind a word of which one may be its object: a title stands before the name."""


def _before_passive(text: str, side: Span) -> Span:
    """A side without the mark of a passive and what follows it."""
    mark = _ZH_PASSIVE.search(text, side[0] + 1, side[1])
    return (side[0], mark.start()) if mark else side


def _phrase(found: list[Span]) -> list[Span]:
    """The first side with those that are written together with it: a title and its name."""
    whole = found[:1]
    for at in found[1:]:
        if at[0] != whole[-1][1]:
            break
        whole.append(at)
    return whole


def _chinese(text: str, sides: tuple[Span, ...]) -> Iterator[Tie]:
    more = [match.span(match.lastgroup or 0) for match in _ZH_PARTY.finditer(text)]
    sides = tuple(_before_passive(text, at) for at in sides)
    every = sorted({*sides, *(at for at in more if not any(at[0] < last and first < at[1] for first, last in sides))})
    cuts = [0, *(match.end() for match in _ZH_CLAUSE.finditer(text)), len(text)]
    carried: list[Span] = []
    for start, end in pairwise(cuts):
        inside = [at for at in every if start <= at[0] < end]
        free = [
            at for at in inside if not _ZH_BY.search(text, start, at[0]) and not _ZH_ONTO.search(text, start, at[0])
        ]
        for kind, span, suffers in _triggers(text, "zh", start, end):
            if _ZH_NOUN.search(text, start, span[0]):
                continue
            by = [at for at in inside if at[1] <= span[0] and _ZH_BY.search(text, start, at[0])]
            onto = [at for at in inside if at not in by and at[1] <= span[0] and at not in free]
            subject = _phrase([at for at in free if at[1] <= span[0]]) or carried
            behind = [at for at in inside if at[0] >= span[1]][:_NEXT]
            if by or _ZH_PASSIVE.search(text, start, span[0]):
                yield _made(kind, span, by, subject, turned=suffers)
            else:
                yield _made(kind, span, subject, onto or behind, turned=suffers)
        carried = free[:1] or carried


_READERS: Mapping[str, Callable[[str, tuple[Span, ...]], Iterator[Tie]]] = {
    "ko": _korean,
    "en": _english,
    "ja": _japanese,
    "zh": _chinese,
}
