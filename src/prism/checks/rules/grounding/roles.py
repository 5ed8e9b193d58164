"""Who did what to whom is as in the passages: no sides swapped, no deed of one told of another, no figure given to the other name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from prism.checks.alignment import Aligned, bears
from prism.checks.matching import find_figure, is_same
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages import Term, contrary_of, same_name, terms
from prism.languages.contrasts import contrasts
from prism.languages.roles import Frame, Span, frames, is_marked

_PARTS = 2
"""A name of two parts may have been read as two."""
_ALONE = 0.6
"""Least share of what is told of a side that its passage must bear."""
_MARGIN = 0.34


@dataclass(frozen=True, slots=True)
class Side:
    """A word that may act or be acted upon.

    Attributes:
        text: as it stands.
        language: of the text.
        kind: of name, "" for a common noun.
        keys: what it means, for a common noun.
    """

    text: str
    language: str
    kind: str
    keys: frozenset[str]

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


@lru_cache(maxsize=8192)
def deeds(statement: Statement, cast: tuple[Span, ...] = ()) -> tuple[Deed, ...]:
    """The deeds of a sentence.

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
    for term in statement.terms:
        if _may_act(term, statement) and not any(start < term.end and term.start < end for start, end in sides):
            sides[term.start, term.end] = Side(term.text, statement.language, "", term.keys)
    found = []
    for frame in frames(statement.text, statement.language, tuple(sorted(sides))):
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


@lru_cache(maxsize=16384)
def _meaning(word: str, language: str) -> frozenset[str]:
    """What a name means where it is a common noun with a capital ("Parliament")."""
    found = terms(word, language)
    return frozenset(f"c:{ident}" for ident in found[0].ids) if len(found) == 1 else frozenset()


_MARKED = re.compile(r"(?:들|측)?(?:이|가|은|는|을|를|에게|과|와|의|에)(?=[\s,])|側?(?:が|は|を|に)")
_KANA = re.compile(r"[ぁ-ゖ]")


def _may_act(term: Term, statement: Statement) -> bool:
    """Whether a common noun may be a side: people and bodies, or anything that bears a particle."""
    if term.ids & _ACTORS:
        return True
    return _MARKED.match(statement.text, term.end) is not None and _KANA.search(term.text) is None


_ACTORS = frozenset(
    [
        "trade-union",
        "company",
        "government",
        "local-government",
        "central-government",
        "police",
        "prosecution",
        "prosecutor",
        "court",
        "supreme-court",
        "district-court",
        "appeals-court",
        "army",
        "military",
        "militant",
        "rebellion",
        "opposition",
        "ruling-party",
        "party",
        "parliament",
        "council",
        "mayor",
        "governor",
        "minister",
        "prime-minister",
        "president",
        "president-elect",
        "employer",
        "employee",
        "plaintiff",
        "defendant",
        "lawyer",
        "judge",
        "jury",
        "worker",
        "union",
        "ministry",
        "foreign-ministry",
        "finance-ministry",
        "defence-ministry",
        "central-bank",
        "regulator",
        "financial-regulator",
        "shareholder",
        "investor",
        "customer",
        "consumer",
        "supplier",
        "subsidiary",
        "parent-company",
        "hospital",
        "school",
        "university",
        "student",
        "teacher",
        "pupil",
        "parent",
        "resident",
        "victim",
        "suspect",
        "perpetrator",
        "witness",
        "voter",
        "candidate",
        "lawmaker",
        "senator",
        "committee",
        "election-commission",
        "coast-guard",
        "navy",
        "air-force",
        "troops",
        "soldier",
        "firefighter",
        "ngo",
        "human-rights-group",
        "insurer",
        "lender",
        "bank",
        "creditor",
        "debtor",
        "landlord",
        "tenant",
        "owner",
        "city",
        "province",
        "state",
        "federation",
        "club",
        "team",
        "coach",
        "player",
        "goalkeeper",
        "champion",
    ]
)
"""Concepts of people and bodies that act in the news."""


def _cast(statement: Statement, names: tuple[tuple[str, str], ...], heads: tuple[str, ...] = ()) -> tuple[Span, ...]:
    """Where the names of others stand in a sentence whose own names do not show them."""
    found: list[Span] = []
    taken = [(one.start, one.end) for one in statement.names]
    for match in _TOKEN.finditer(statement.text):
        word, start = match.group(), match.start()
        bare = _PARTICLE.sub("", word) if len(word) > 2 else word  # noqa: PLR2004 - syllables
        end = start + len(bare)
        if len(bare) < 2 or any(first < end and start < last for first, last in taken):  # noqa: PLR2004 - syllables
            continue
        if any(_is_part(bare, statement.language, name, language) for name, language in names):
            found.append((start, end))
    for word in heads:
        found.extend(
            (at.start(), at.end())
            for at in re.finditer(re.escape(word), statement.text)
            if not any(first < at.end() and at.start() < last for first, last in (*taken, *found))
        )
    return tuple(found)


_CLAUSE_HEAD = re.compile(r"(?:^|(?<=[，。；：“]))[一-鿿]{2,6}")


@lru_cache(maxsize=1024)
def _heads(every: tuple[Statement, ...]) -> tuple[str, ...]:
    """Unknown Han words with which clauses begin and which recur: names that nothing else shows. The longest first."""
    text = "\n".join(passage.text for passage in every if _UNSPACED.fullmatch(passage.language))
    found = set()
    for match in _CLAUSE_HEAD.finditer(text):
        run = match.group()
        for length in range(len(run), 1, -1):
            word, times = run[:length], text.count(run[:length])
            if times > 1 and (length == len(run) or text.count(run[: length + 1]) < times):
                if not any(term.known for term in terms(word, "zh")) and not _MINOR.search(word):
                    found.add(word)
                break
    return tuple(sorted(found, key=lambda word: -len(word)))


_UNSPACED = re.compile(r"zh")
_MINOR = re.compile(r"[这該该其此在于和与并但而因据为也就都还又的了是不有没被将把对从向后前年月日一二三四五六七八九十]")
_TOKEN = re.compile(r"[가-힣]{2,}|[ァ-ヺー]{2,}|[A-ZÀ-Þ][^\W\d_]+(?:-[^\W\d_]+)*")
_PARTICLE = re.compile(r"(?:에게서|에게|에서|으로|로|의|은|는|이|가|을|를|과|와|도|에|측은|측이)$")


@lru_cache(maxsize=65536)
def _is_part(word: str, language: str, name: str, other: str) -> bool:
    if language == other:
        return word in name.split() or word == name or (len(word) > 2 and word in name)  # noqa: PLR2004 - syllables
    return same_name(word, language, name, other) >= _SURE


_SURE = 0.84


@lru_cache(maxsize=1024)
def _names(every: tuple[Statement, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((one.text, passage.language) for passage in every for one in passage.names))


@lru_cache(maxsize=8192)
def _own_cast(passage: Statement, every: tuple[Statement, ...]) -> tuple[Span, ...]:
    return _cast(passage, _names(every), _heads(every))


def told(statement: Statement, aligned: Aligned) -> tuple[Deed, ...]:
    """The deeds of a passage or of the claim, with the names of the whole matter known in it."""
    if statement is aligned.claim:
        return deeds(statement, _cast(statement, _names(aligned.every), _heads(aligned.every)))
    own = _own_cast(statement, aligned.every)
    foreign = tuple((one.text, aligned.claim.language) for one in aligned.claim.names)
    more = _cast(statement, foreign) if foreign else ()
    return deeds(statement, tuple(sorted({*own, *more})))


def check(aligned: Aligned) -> Iterator[Finding]:
    """The sides of each deed of a claim against those of the deeds of its passages."""
    seen: set[tuple[str, str]] = set()
    for deed in told(aligned.claim, aligned):
        for finding in (_swapped(deed, aligned), _done_by_another(deed, aligned), _beside_another(deed, aligned)):
            if finding is not None and (finding.signal, finding.words[0]) not in seen:
                seen.add((finding.signal, finding.words[0]))
                yield finding
    yield from _values(aligned)
    yield from _contrasts(aligned)


def _contrasts(aligned: Aligned) -> Iterator[Finding]:
    """Denied is what the passage asserts, and asserted what it denies (not the one but the other)."""
    claim = aligned.claim
    for ours in contrasts(claim.text, claim.language):
        no, yes = claim.part(*ours.denied), claim.part(*ours.asserted)
        if not no.terms or not yes.terms:
            continue
        for passage in aligned.near:
            for theirs in contrasts(passage.text, passage.language):
                denied, asserted = passage.part(*theirs.denied), passage.part(*theirs.asserted)
                turned = _common(no, asserted) + _common(yes, denied)
                if turned and turned > _common(no, denied) + _common(yes, asserted):
                    yield aligned.finding(
                        "roles.contrast",
                        no.text,
                        yes.text,
                        passages=(passage,),
                        theirs=(denied.text, asserted.text),
                        one=no.text,
                        other=yes.text,
                    )
                    return


def _common(one: Statement, other: Statement) -> int:
    return sum(1 for term in one.terms if term.keys & other.keys)


def _swapped(deed: Deed, aligned: Aligned) -> Finding | None:
    """Two sides that stand the other way round where the passage tells the same."""
    ways = [
        (way, shared, agent, patient, other)
        for agent in deed.agents
        for patient in deed.patients
        if not same_side(agent, patient)
        for passage in aligned.near
        for other in told(passage, aligned)
        if (way := _way(agent, patient, other)) and (shared := _shared(deed, other)) > 0
    ]
    if not ways or any((way > 0) != _is_converse(deed, other) for way, _, _, _, other in ways):
        return None
    _, shared, agent, patient, other = max(ways, key=lambda one: one[1])
    named = 0.3 * (agent.name + patient.name)
    return aligned.finding(
        "roles.swapped",
        agent.text,
        patient.text,
        passages=(other.passage,),
        theirs=[side.text for side in (*other.agents, *other.patients)],
        strength=min(1.0, 0.2 + named + 0.4 * shared),
        one=agent.text,
        other=patient.text,
    )


def _way(agent: Side, patient: Side, other: Deed) -> int:
    """1 if a deed has the two sides as they are, -1 if the other way round, 0 if it has not both."""
    if any(same_side(agent, one) for one in other.agents) and any(same_side(patient, one) for one in other.patients):
        return 1
    if any(same_side(agent, one) for one in other.patients) and any(same_side(patient, one) for one in other.agents):
        return -1
    return 0


def _shared(deed: Deed, other: Deed) -> float:
    """Share of what a deed tells that the other deed's sentence bears within its stretch; contraries count."""
    if not deed.words:
        return 0.0
    keys = frozenset(key for term in other.words for key in term.keys)
    ids = frozenset(ident for term in other.words for ident in term.ids)
    met = sum(
        1
        for term in deed.words
        if term.keys & keys
        or contrary_of(term.ids) & ids
        or (term.ids & _CONTEST and ids & _CONTEST)
        or _looks(term, other)
    )
    return met / len(deed.words)


def _looks(term: Term, other: Deed) -> bool:
    return term.text in other.passage.text[other.frame.start : other.frame.end] if len(term.text) > 1 else False


_CONTEST = frozenset({"win", "defeat", "beat", "lose", "victory", "loss-defeat", "overtake", "triumph"})
"""Concepts of one deed: frames already turn "lost to" round."""
_CONVERSE = frozenset(
    frozenset(pair)
    for pair in ( ("purchase", "sell"), ("purchase", "sale"), ("buy", "sell"), ("lend", "borrow"), ("give", "receive"),
        ("precede", "follow"), ("import", "export"), ("pay", "receive-money"), ("employ", "work-for"), ("teach", "learn"), ("send", "receive"), ("supply", "purchase"), ("acquisition", "sale"),
        ("predecessor", "successor"),
    )
)  # fmt: skip
"""Pairs of concepts that tell one deed from its two sides."""


def _is_converse(deed: Deed, other: Deed) -> bool:
    ours = {ident for term in deed.words for ident in term.ids}
    theirs = {ident for term in other.words for ident in term.ids}
    return any(frozenset((one, two)) in _CONVERSE for one in ours - theirs for two in theirs - ours)


def _done_by_another(deed: Deed, aligned: Aligned) -> Finding | None:
    """A deed that the passages tell of another of their names than the claim does."""
    agents = [side for side in deed.agents if side.name]
    if not agents or len(agents) > _PARTS or len(deed.words) < 2:  # noqa: PLR2004 - one word tells no deed
        return None
    agent = agents[-1]
    best, mine, whose = 0.0, 0.0, None
    for passage in aligned.every:
        for other in told(passage, aligned):
            named = [side for side in other.agents if side.name]
            share = _told(deed, other)
            if _mentions(agent, other.passage) or not named:
                mine = max(mine, share)
            elif share > best and _sure_other(agent, named, aligned):
                best, whose = share, other
        if _mentions(agent, passage):
            mine = max(mine, _borne(deed, passage))
    if whose is None or best < _ALONE or best - mine < _MARGIN:
        return None
    theirs = [side.text for side in whose.agents if side.name]
    return aligned.finding(
        "roles.agent",
        agent.text,
        passages=(whose.passage,),
        theirs=theirs,
        strength=min(1.0, best),
        name=agent.text,
        other=", ".join(theirs),
    )


def _beside_another(deed: Deed, aligned: Aligned) -> Finding | None:
    """A deed told of one where the same passage tells it of another and something else of the one."""
    if len(deed.agents) != 1 or not deed.words:
        return None
    agent = deed.agents[0]
    for passage in aligned.near:
        ours, theirs, whose = 0.0, 0.0, None
        knows = False
        for other in told(passage, aligned):
            if any(same_side(agent, side) for side in (*other.agents, *other.patients)):
                knows = knows or any(same_side(agent, side) for side in other.agents)
                ours = max(ours, _shared(deed, other))
            elif (
                other.agents and all(side.name == agent.name for side in other.agents) and _shared(deed, other) > theirs
            ):
                theirs, whose = _shared(deed, other), other
        if whose is None or not knows or theirs < _CLAUSE or ours > 0:
            continue
        if not any(same_side(side, one) for side in whose.agents for one in _sides(aligned)):
            continue
        return aligned.finding(
            "roles.clause",
            agent.text,
            passages=(passage,),
            theirs=[side.text for side in whose.agents],
            strength=min(1.0, theirs + 0.2),
            name=agent.text,
            other=", ".join(side.text for side in whose.agents),
        )
    return None


_CLAUSE = 0.3


def _sides(aligned: Aligned) -> list[Side]:
    """All sides of the claim."""
    return [side for deed in told(aligned.claim, aligned) for side in (*deed.agents, *deed.patients)]


def _told(deed: Deed, other: Deed) -> float:
    return _borne(deed, other.passage)


def _borne(deed: Deed, passage: Statement) -> float:
    return sum(1 for term in deed.words if bears(term, deed.passage, passage)) / len(deed.words)


def _mentions(side: Side, passage: Statement) -> bool:
    return side.text in passage.text or any(
        is_same(same_name(side.text, side.language, one, passage.language)) for one in passage.tokens
    )


def _sure_other(agent: Side, named: list[Side], aligned: Aligned) -> bool:
    """Whether none of the names can be the claim's, which the sources know as somebody else of the same kind."""
    if not any(side.kind == agent.kind for side in named):
        return False
    if any(same_name(agent.text, agent.language, side.text, side.language) > 0.7 for side in named):  # noqa: PLR2004
        return False
    return any(_mentions(agent, passage) for passage in aligned.every)


@lru_cache(maxsize=65536)
def same_side(one: Side, other: Side) -> bool:
    """Whether two words are one side, in any script."""
    if one.name and other.name:
        if one.language == other.language and (one.text in other.text or other.text in one.text):
            return True
        return is_same(same_name(one.text, one.language, other.text, other.language))
    if one.name or other.name:
        return bool(one.keys & other.keys) or (one.language == other.language and one.text == other.text)
    return bool(one.keys & other.keys)


def _values(aligned: Aligned) -> Iterator[Finding]:
    """A figure that stands beside one name in a claim and beside another in its passage."""
    claim = aligned.claim
    for figure in claim.figures:
        beside = _beside(figure.start, claim)
        if beside is None or not figure.unit:
            continue
        for passage in aligned.near:
            given = find_figure(figure, passage.figures)
            if given is None:
                continue
            theirs = _beside(given.start, passage)
            if (
                theirs is None
                or same_side(beside, theirs)
                or not any(
                    same_side(beside, one) and _has_another(one_at, given.unit, given.value, passage)
                    for one_at, one in _named(passage)
                )
            ):
                break
            if not any(same_side(theirs, one) for _, one in _named(claim)):
                break
            yield aligned.finding(
                "roles.value",
                figure.text,
                beside.text,
                passages=(passage,),
                theirs=(theirs.text, given.text),
                figure=figure.text,
                name=beside.text,
                other=theirs.text,
            )
            break


def _named(statement: Statement) -> list[tuple[Span, Side]]:
    return [
        ((one.start, one.end), Side(one.text, statement.language, one.kind, frozenset())) for one in statement.names
    ]


def _beside(start: int, statement: Statement) -> Side | None:
    """The name to which a figure belongs: the nearest before it, with no other figure between."""
    before = [(at, side) for at, side in _named(statement) if at[1] <= start]
    if not before:
        return None
    at, side = before[-1]
    if any(at[1] <= one.start < start for one in statement.figures) or start - at[1] > _REACH:
        return None
    return side


_REACH = 14


def _has_another(at: Span, unit: str, value: object, passage: Statement) -> bool:
    return any(one.unit == unit and one.value != value and 0 <= one.start - at[1] <= _REACH for one in passage.figures)
