"""What sentences tell of their sides: who acts and who is acted upon, with the names that the whole matter makes known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from prism.checks.alignment import Aligned
from prism.checks.matching import is_same
from prism.checks.reading import Statement
from prism.languages import Term, same_name, terms
from prism.languages.gazetteer import country_of, is_capital, known
from prism.languages.own_names import own_part
from prism.languages.readings import spelt_at
from prism.languages.roles import Frame, Span, actors, has_bare_clauses, is_marked
from prism.languages.slots import nouns_in_slots, predicates


@dataclass(frozen=True, slots=True)
class Side:
    """A word that may act or be acted upon.

    Attributes:
        text: as it stands.
        language: of the text.
        kind: of name, "" for a common noun.
        keys: what it means, for a common noun.
        whole: what all words of it mean and how they are read, for a noun of several.
    """

    text: str
    language: str
    kind: str
    keys: frozenset[str]
    whole: frozenset[str] = frozenset()

    @property
    def name(self) -> bool:
        """Whether it is a proper name."""
        return bool(self.kind)


@dataclass(frozen=True, eq=False)
class Deed:
    """What a sentence tells of its sides.

    Attributes:
        agents: who does it.
        patients: to whom it is done.
        words: the other content words.
        passage: the sentence.
        frame: the stretch.
    """

    agents: tuple[Side, ...]
    patients: tuple[Side, ...]
    words: tuple[Term, ...]
    passage: Statement
    frame: Frame


@lru_cache(maxsize=2048)
def deeds(statement: Statement, cast: tuple[Span, ...] = ()) -> tuple[Deed, ...]:
    """The deeds of a sentence.

    Args:
        statement: the sentence.
        cast: spans of further words in it that are names.
    """
    sides = sides_of(statement, cast)
    found = []
    for frame in predicates(statement.text, statement.language, tuple(sorted(sides))):
        named = [span for span in (*frame.agents, *frame.patients) if span in sides]
        words = tuple(
            term
            for term in statement.terms
            if frame.start <= term.start < frame.end and not any(start <= term.start < end for start, end in named)
        )
        found.append(
            Deed(
                tuple(sides[one] for one in frame.agents),
                tuple(sides[one] for one in frame.patients),
                words,
                statement,
                frame,
            )
        )
    return tuple(found)


@lru_cache(maxsize=2048)
def sides_of(statement: Statement, cast: tuple[Span, ...] = ()) -> Mapping[Span, Side]:
    """The words of a sentence that may act or be acted upon, by their places.

    Args:
        statement: the sentence.
        cast: spans of further words in it that are names.
    """
    sides: dict[Span, Side] = {}
    for start, end, kind in (
        *((one.start, one.end, one.kind) for one in statement.names),
        *((start, end, "other") for start, end in cast),
    ):
        modifies = kind == "place" and is_marked(statement.language) and not _MARKED.match(statement.text, end)
        if not modifies and not any(first < end and start < last for first, last in sides):
            word = statement.text[start:end]
            sides[start, end] = Side(word, statement.language, kind, _meaning(word, statement.language))
    for start, end, proper in nouns_in_slots(statement.text, statement.language):
        if not any(first < end and start < last for first, last in sides):
            inside = [term for term in statement.terms if start <= term.start < end]
            word = statement.text[start:end]
            kind = "other" if proper and not inside else ""
            sides[start, end] = Side(
                word, statement.language, kind, _said(word, inside), whole_meaning(word, statement.language)
            )
    for group in _groups(statement):
        term, start, end = group[-1], group[0].start, group[-1].end
        if _may_act(term, statement) and not any(first < end and start < last for first, last in sides):
            word = statement.text[start:end]
            sides[start, end] = Side(
                word,
                statement.language,
                "",
                term.keys | _head(term, statement),
                whole_meaning(word, statement.language),
            )
    return sides


def _groups(statement: Statement) -> list[list[Term]]:
    """The words of a sentence, those that are written together as one where nothing marks the border between sides."""
    groups: list[list[Term]] = []
    for term in statement.terms:
        joined = groups and groups[-1][-1].end == term.start and term.ids & actors()
        if joined and has_bare_clauses(statement.language) and not groups[-1][-1].ids & _DEEDS:
            groups[-1].append(term)
        else:
            groups.append([term])
    return groups


_DEEDS = frozenset(
    {
        "say",
        "support",
        "support-v",
        "accuse",
        "criticise",
        "reject",
        "deny",
        "ask-for",
        "demand",
        "urge",
        "meet",
        "buy",
        "sell",
        "sue",
        "arrest",
        "help",
        "defeat",
    }
)


@lru_cache(maxsize=16384)
def whole_meaning(word: str, language: str) -> frozenset[str]:
    """The meanings and readings of all parts of a word."""
    return frozenset(
        key for term in terms(word, language) for key in (*term.keys, *term.sounds) if key.startswith(("c:", "r:"))
    )


def _said(word: str, inside: list[Term]) -> frozenset[str]:
    """What a compound means: what its last word means, and the whole of it by its letters."""
    keys = inside[-1].keys if inside and word.endswith(inside[-1].text) else frozenset[str]()
    return keys | {f"w:{word}"}


@lru_cache(maxsize=16384)
def _meaning(word: str, language: str) -> frozenset[str]:
    """What a name means where it is a common noun with a capital ("Parliament")."""
    found = terms(word, language)
    return frozenset(f"c:{ident}" for ident in found[0].ids) if len(found) == 1 else frozenset()


_MARKED = re.compile(r"(?:들| ?측| 쪽)?(?:이|가|은|는|을|를|에게|과|와|의|에)(?=[\s,])|側?(?:が|は|を|に)")
_KANA = re.compile(r"[ぁ-ゖ]")


def _head(term: Term, statement: Statement) -> frozenset[str]:
    """What the last part of a compound means, where that is one who acts (철도회사)."""
    if term.known or len(term.text) <= _HEAD or not is_marked(statement.language):
        return frozenset()
    return frozenset(
        key for key in _meaning(term.text[-_HEAD:], statement.language) if key.removeprefix("c:") in actors()
    )


_HEAD = 2
"""Characters of the head of a compound."""


def _may_act(term: Term, statement: Statement) -> bool:
    """Whether a common noun may be a side: people and bodies, or anything that bears a particle."""
    if term.ids & actors():
        return True
    return _MARKED.match(statement.text, term.end) is not None and _KANA.search(term.text) is None


@lru_cache(maxsize=2048)
def _cast(statement: Statement, names: tuple[tuple[str, str], ...], heads: tuple[str, ...] = ()) -> tuple[Span, ...]:
    """Where the names of others stand in a sentence whose own names do not show them."""
    ours = tuple(name for name, language in names if language == statement.language)
    others = tuple((name, language) for name, language in names if language != statement.language)
    together = "\n".join(ours)
    found: list[Span] = [
        (start, end)
        for word, start, end in _unnamed(statement)
        if (word in together and any(_is_part(word, name) for name in ours))
        or any(same_name(word, statement.language, name, language) >= _SURE for name, language in others)
    ]
    taken = [(one.start, one.end) for one in statement.names]
    found += _read_in_han(statement, [name for name, _ in others], [*taken, *found])
    known = [name for name in ours if len(name) > 1] if has_bare_clauses(statement.language) else []
    for word in (*heads, *known):
        found.extend(
            (at.start(), at.end())
            for at in re.finditer(re.escape(word), statement.text)
            if not any(first < at.end() and at.start() < last for first, last in (*taken, *found))
        )
    return tuple(found)


def _read_in_han(statement: Statement, names: Sequence[str], taken: Sequence[Span]) -> list[Span]:
    """Where names in Hangul are spelt in Han characters, with the word for their kind."""
    if not _HAN.search(statement.text):
        return []
    found: list[Span] = []
    for name in names:
        if not _HANGUL_NAME.fullmatch(name):
            continue
        own = own_part(name, "ko")
        at = spelt_at(own, statement.text, japanese=_KANA.search(statement.text) is not None)
        if (
            at is not None
            and at[1] - at[0] > 1
            and not any(at[0] < end and start < at[1] for start, end in (*taken, *found))
        ):
            found.append(at)
    return found


_HAN, _HANGUL_NAME = re.compile(r"[一-鿿]{2}"), re.compile(r"[가-힣]{2,}")


@lru_cache(maxsize=2048)
def _unnamed(statement: Statement) -> tuple[tuple[str, int, int], ...]:
    """The words of a sentence that may be names and do not show it, without particles, with their places."""
    found = []
    taken = [(one.start, one.end) for one in statement.names]
    for match in _TOKEN.finditer(statement.text):
        word, start = match.group(), match.start()
        bare = _PARTICLE.sub("", word) if len(word) > 2 else word  # noqa: PLR2004 - syllables
        end = start + len(bare)
        if len(bare) >= 2 and not any(first < end and start < last for first, last in taken):  # noqa: PLR2004 - syllables
            found.append((bare, start, end))
    return tuple(found)


_CLAUSE_HEAD = re.compile(r"(?m)(?:^|(?<=[，。；：“]))[一-鿿]{2,6}")


@lru_cache(maxsize=1024)
def _heads(every: tuple[Statement, ...]) -> tuple[str, ...]:
    """Unknown Han words with which clauses begin and which recur: names that nothing else shows. The longest first."""
    ours = [passage for passage in every if has_bare_clauses(passage.language)]
    if not ours:
        return ()
    text = "\n".join(passage.text for passage in ours)
    found = set()
    for match in _CLAUSE_HEAD.finditer(text):
        run = match.group()
        for length in range(len(run), 1, -1):
            word, times = run[:length], text.count(run[:length])
            if times > 1 and (length == len(run) or text.count(run[: length + 1]) < times):
                if not any(term.known for term in terms(word, ours[0].language)) and not _MINOR.search(word):
                    found.add(word)
                break
    return tuple(sorted(found, key=lambda word: -len(word)))


_MINOR = re.compile(r"[这該该其此在于和与并但而因据为也就都还又的了是不有没被将把对从向后前年月日一二三四五六七八九十]")
_TOKEN = re.compile(r"[가-힣]{2,}|[ァ-ヺー]{2,}|[A-ZÀ-Þ][^\W\d_]+(?:-[^\W\d_]+)*")
_PARTICLE = re.compile(r"(?:에게서|에게|에서|으로|로|의|은|는|이|가|을|를|과|와|도|에|측은|측이)$")


def _is_part(word: str, name: str) -> bool:
    return word in name.split() or word == name or (len(word) > 2 and word in name)  # noqa: PLR2004 - syllables


_SURE = 0.84


@lru_cache(maxsize=1024)
def _names(every: tuple[Statement, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((one.text, passage.language) for passage in every for one in passage.names))


@lru_cache(maxsize=2048)
def _own_cast(passage: Statement, every: tuple[Statement, ...]) -> tuple[Span, ...]:
    return _cast(passage, _names(every), _heads(every))


def told(statement: Statement, aligned: Aligned) -> tuple[Deed, ...]:
    """The deeds of a passage or of the claim, with the names of the whole matter known in it."""
    return deeds(statement, cast_of(statement, aligned))


def cast_of(statement: Statement, aligned: Aligned) -> tuple[Span, ...]:
    """The names of the whole matter in a passage or in the claim, beside those that show by themselves."""
    if statement is aligned.claim:
        return _cast(statement, _names(aligned.every), _heads(aligned.every))
    own = _own_cast(statement, aligned.every)
    foreign = _sides_named(aligned.claim)
    more = _cast(statement, foreign) if foreign else ()
    return tuple(sorted({*own, *more}))


@lru_cache(maxsize=256)
def _sides_named(claim: Statement) -> tuple[tuple[str, str], ...]:
    """The names of a claim, and its sides that may be names: those of which the lexicon does not have the own part."""
    shown = (side.text for deed in deeds(claim) for side in (*deed.agents, *deed.patients))
    shown = (one for one in shown if not _meaning(own_part(one, claim.language), claim.language))
    return tuple(dict.fromkeys((text, claim.language) for text in (*(one.text for one in claim.names), *shown)))


def is_strong(side: Side) -> bool:
    """Whether a side is a name or one that acts in the news."""
    return (
        side.name
        or side.text.endswith(("씨", "氏"))
        or any(key[2:] in actors() for key in side.keys if key.startswith("c:"))
    )


@lru_cache(maxsize=16384)
def _state(name: str) -> str:
    """The country of a name that means it, its capital's included: a capital speaks for its country."""
    found = known(name)
    if found is None:
        return ""
    return country_of(found[0]) if is_capital(found[0]) else found[0]


@lru_cache(maxsize=16384)
def same_side(one: Side, other: Side) -> bool:
    """Whether two words are one side, in any script."""
    if one.name and other.name:
        state = _state(one.text)
        if state and state == _state(other.text):
            return True
        if one.language == other.language and (one.text in other.text or other.text in one.text):
            return True
        if is_same(same_name(one.text, one.language, other.text, other.language)):
            return True
        mine, theirs = own_part(one.text, one.language), own_part(other.text, other.language)
        own = one.language != other.language and (mine, theirs) != (one.text, other.text)
        return own and is_same(same_name(mine, one.language, theirs, other.language))
    if one.name or other.name:
        name, noun = (one, other) if one.name else (other, one)
        in_short = one.language == other.language and name.text.endswith(noun.text) and len(noun.text) >= _NOUN
        return in_short or bool(one.keys & other.keys)
    return bool(one.keys & other.keys) or are_alike(one.whole, other.whole)


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two nouns of several words mean the same, or are read alike, for the most part."""
    small = min(len(one), len(other))
    return small >= _PARTS and len(one & other) >= _MOSTLY * small


_PARTS, _MOSTLY = 2, 0.6
_NOUN = 2
"""Characters of a noun that may stand for a name that ends in it (국립중앙박물관, 박물관)."""
_JOINED = re.compile(r"\s*(?:과|와|하고|및|·|,|、|と|や|和|与|與|及|跟|and|&|und|et|y)\s*")
"""What joins two sides that do one thing together."""


def are_joined(one: Side, other: Side, statement: Statement) -> bool:
    """Whether two sides stand side by side in a sentence, so that neither acts upon the other (베트남과 필리핀이, A and B)."""
    text = statement.text
    for first, second in ((one, other), (other, one)):
        at = text.find(first.text)
        behind = text.find(second.text, at + len(first.text)) if at >= 0 else -1
        if behind >= 0 and _JOINED.fullmatch(text[at + len(first.text) : behind]):
            return True
    return False
