"""Every name of a sentence stands in its passages, in whatever script, in its own place and beside its own office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from prism.checks.alignment import Aligned, bears
from prism.checks.arranged import is_arranged, is_surely_name
from prism.checks.given import changed_names
from prism.checks.instead import put_instead
from prism.checks.matching import find_figure
from prism.checks.naming import SAME, Standing, comparable, standing
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages import NameMention, known, same_name, spellings
from prism.languages.clauses import clauses
from prism.languages.gazetteer import country_of, is_capital, is_province, places_of
from prism.languages.offices import office_beside
from prism.languages.terms import terms
from prism.languages.zones import home_country

_SURE_KINDS = frozenset({"person", "place", "organisation"})
_KATAKANA = re.compile(r"[ァ-ヺー]+$")
_NEARLY = 0.74
_LONG_PART = 3
_HAN = re.compile(r"[㐀-鿿]")
_HANGUL = re.compile(r"[가-힣]")
_REACH = 18.0
"""Characters within which half of what tells the place of a name stands."""
_LEAST_REST = 1.2
"""Least weight of what else a sentence says beside a name, for telling where the name belongs."""
_ONE_WORD = 0.7
"""From here on two words are spellings of one."""
_ALIKE = {"place": frozenset({"place", "other"}), "other": frozenset({"place", "other"})}
"""Kinds that are taken for one another: a word that nobody knows may be a place."""
_PLAIN = 0.85
"""From here on a name is plainly the one that it is taken for."""
_DATELINE = re.compile(r"[^.]{0,24}\s[—–-]\s")
_CLEAR = 0.35
"""Share of that which the better passage must have more than those with the name."""


def check(aligned: Aligned) -> Iterator[Finding]:
    """Every name stands in the sources, in its place."""
    changed = next(changed_names(aligned.claim, aligned.every), None)
    if changed is not None:
        yield _differs("names.given", changed.text, changed.other, changed.passage, aligned)
    replaced = tuple(one for one in put_instead(aligned) if not _goes_without_saying(one.text, aligned))
    for one in replaced:
        yield replace(_differs("names.instead", one.text, one.other, one.passage, aligned), strength=one.strength)
    for mention in aligned.claim.names:
        if changed is not None and mention.text in changed.text:
            continue
        if any(mention.start <= one.start < mention.end for one in replaced):
            continue
        stands = [(passage, standing(mention, aligned.claim, passage)) for passage in aligned.every]
        found = [(passage, one) for passage, one in stands if one.likeness >= SAME]
        if found:
            yield from _in_its_place(mention, found, aligned)
        elif stands and not _goes_on(mention, aligned) and not _is_arranged(mention, aligned):
            yield from _missing(mention, stands, aligned)


def _is_arranged(mention: NameMention, aligned: Aligned) -> bool:
    """Whether the sources have a name in another arrangement."""
    return is_arranged(mention.text, aligned.claim.language, aligned.own)


def _goes_on(mention: NameMention, aligned: Aligned) -> bool:
    """Whether what was taken for the particle behind a name is its last syllable, and the sources have it so (하쿠레이)."""
    letter = aligned.claim.text[mention.end : mention.end + 1]
    if not _HANGUL.match(letter):
        return False
    longer = replace(mention, text=mention.text + letter, end=mention.end + 1)
    return any(standing(longer, aligned.claim, passage).likeness >= _PLAIN for passage in aligned.every)


def _missing(mention: NameMention, stands: list[tuple[Statement, Standing]], aligned: Aligned) -> Iterator[Finding]:
    passage, best = max(stands, key=lambda pair: pair[1].likeness)
    another = next(((p, one.another) for p, one in stands if one.another), None)
    if another is not None:
        yield _differs("names.given", mention.text, another[1], another[0], aligned)
        return
    altered = _altered(mention, aligned)
    if altered is not None:
        yield _differs("names.altered", mention.text, altered[1], altered[0], aligned)
        return
    if _is_word(mention, aligned):
        return
    if mention.kind == "other" and known(mention.text) is None and _as_loanword(mention, aligned) >= SAME:
        return
    signal = _signal(mention, best.likeness, aligned)
    if signal == "names.like":
        yield aligned.finding(signal, mention.text, passages=(passage,), theirs=(best.text,), name=mention.text)
    else:
        yield aligned.finding(signal, mention.text, name=mention.text)


def _differs(signal: str, name: str, other: str, passage: Statement, aligned: Aligned) -> Finding:
    return aligned.finding(signal, name, passages=(passage,), theirs=(other,), name=name, other=other)


def _goes_without_saying(name: str, aligned: Aligned) -> bool:
    entry = known(name)
    return entry is not None and _is_implied(entry[0], aligned)


def _signal(mention: NameMention, likeness: float, aligned: Aligned) -> str:  # noqa: PLR0911 - one case after the other
    """How sure it is that a name which was not found is not there."""
    claim = aligned.claim
    entry = known(mention.text)
    if entry is not None:
        implied = _is_implied(entry[0], aligned) or (is_province(entry[0]) and _leads_to_town(mention, aligned))
        return "names.implied" if implied else "names.missing"
    if _is_outlet(mention, claim):
        return "names.implied"
    if not any(comparable(mention, claim.language, passage.language) for passage in aligned.every):
        return "names.unsure"
    if likeness > _NEARLY and not aligned.same_language:
        return "names.like"
    if _KATAKANA.match(mention.text) and mention.kind == "other" and not aligned.same_language:
        return "names.loanword"
    if not aligned.same_language and _has_translated_word(mention, claim):
        return "names.unsure"
    if mention.kind in _SURE_KINDS:
        return "names.missing" if is_surely_name(mention.text, mention.kind, claim.language) else "names.unsure"
    return "names.other"


def _has_translated_word(mention: NameMention, claim: Statement) -> bool:
    """Whether a name of several words has one that says something, so that another language may translate it (Salt Road)."""
    if mention.kind == "person" or " " not in mention.text:
        return False
    return any(
        term.known and mention.start < term.end and term.start < mention.end
        for term in terms(claim.text, claim.language)
    )


def _leads_to_town(mention: NameMention, aligned: Aligned) -> bool:
    """Whether a province stands before a town that the sources name without it (전남 고흥)."""
    match = _NEXT.match(aligned.claim.text, mention.end)
    return match is not None and any(match.group("word") in passage.text for passage in aligned.own)


_NEXT = re.compile(r"의? (?P<word>[가-힣一-鿿]{2})")


def _is_implied(ident: str, aligned: Aligned) -> bool:
    """Whether a known place goes without saying.

    It is the country where the language of a source is at home, or of a place that a source names, or the capital of a country there.
    """
    if any(ident == f"country:{home_country(passage.language)}" for passage in aligned.every):
        return True
    related = (*places_of(ident), *((country_of(ident),) if is_capital(ident) else ()))
    return any(_names(one, passage) for one in related for passage in aligned.every)


def _names(ident: str, passage: Statement) -> bool:
    return ident in passage.countries or any(
        spelling in passage.text
        or (spelling.isascii() and len(spelling) > _LONG_PART and spelling.upper() in passage.text)
        for spelling in spellings(ident, passage.language)
        if len(spelling) > 1
    )


def _is_outlet(mention: NameMention, claim: Statement) -> bool:
    """Whether a name is that of the outlet to which a claim ascribes what it says: it need not stand in the report."""
    if mention.kind in {"person", "place"}:
        return False
    behind, before = claim.text[mention.end : mention.end + 12], claim.text[max(0, mention.start - 24) : mention.start]
    return bool(_ASCRIBED_BEHIND.match(behind) or _ASCRIBED_BEFORE.search(before))


_ASCRIBED_BEHIND = re.compile(
    r"(?:에 따르면|에 의하면|[은는이가] (?:전했|보도)|[은는이가] [^.]{0,8}보도|によると|によれば|[はが]報じ|报道|報道|的报道| reported| reports|,? according)"
)
_ASCRIBED_BEFORE = re.compile(
    r"(?:[Aa]ccording to(?: the)?|reported by(?: the)?|[Nn]ach Angaben (?:von|des|der)|laut|据|據|根据) ?$"
)


def _is_word(mention: NameMention, aligned: Aligned) -> bool:
    """Whether a name that nobody knows is a common word of its language, at the beginning of a sentence."""
    if mention.kind != "other" or known(mention.text) is not None:
        return False
    found = terms(mention.text, aligned.claim.language)
    return bool(found) and all(term.known for term in found)


def _as_loanword(mention: NameMention, aligned: Aligned) -> float:
    """How likely the word is a common word of a source in another script."""
    claim = aligned.claim
    return max(
        (
            same_name(mention.text, claim.language, word, passage.language)
            for passage in aligned.every
            if passage.language != claim.language
            for word in (*passage.small_words, *_compounds(passage.text))
        ),
        default=0.0,
    )


@lru_cache(maxsize=2048)
def _compounds(text: str) -> tuple[str, ...]:
    """Words with a hyphen in small letters, as one word (tie-break)."""
    return tuple(one.replace("-", "") for one in re.findall(r"(?<!\w)[a-z]+-[a-z]+(?!\w)", text))


def _altered(mention: NameMention, aligned: Aligned) -> tuple[Statement, str] | None:
    """A name of a source in the same language that differs in one part only, and is not in the claim."""
    claim = aligned.claim
    for passage in aligned.own:
        for other in passage.names:
            if other.text in claim.text or other.text == mention.text:
                continue
            if _differ_in_a_part(mention.text, other.text):
                return passage, other.text
    return None


def _differ_in_a_part(one: str, other: str) -> bool:
    words, others = one.split(), other.split()
    if len(words) > 1 or len(others) > 1:
        if len(words) != len(others):
            return False
        unlike = [(a, b) for a, b in zip(words, others, strict=True) if a.casefold() != b.casefold()]
        alike = len(words) - len(unlike)
        return (
            bool(alike)
            and len(unlike) == 1
            and all(Levenshtein.normalized_similarity(a, b) < _ONE_WORD for a, b in unlike)
        )
    if not (_HANGUL.match(one) or _HAN.match(one)) or len(one) != len(other) or len(one) < _LONG_PART:
        return False
    same = sum(a == b for a, b in zip(one, other, strict=True))
    return (
        same >= len(one) - 1
        if len(one) <= _LONG_PART
        else same * 2 >= len(one) and (one[0] == other[0] or one[-2:] == other[-2:])
    )


def _in_its_place(mention: NameMention, found: list[tuple[Statement, Standing]], aligned: Aligned) -> Iterator[Finding]:
    """Whether a name that the sources have stands beside what the claim puts it beside."""
    wrong = _wrong_office(mention, found, aligned) if mention.kind == "person" else None
    if wrong is not None:
        yield wrong
        return
    moved = _moved(mention, found, aligned)
    if moved is not None:
        yield moved


def _wrong_office(mention: NameMention, found: list[tuple[Statement, Standing]], aligned: Aligned) -> Finding | None:
    """The office beside a person: another one than in all sources, and perhaps somebody else's."""
    claim = aligned.claim
    office = office_beside(claim.text, mention.start, mention.end, claim.language)
    if office is None:
        return None
    theirs = []
    for passage, one in found:
        place = passage.text.find(one.text) if one.text else -1
        if any(other.kind == "place" and other.start <= place < other.end for other in passage.names):
            return None
        spans = [(place, place + len(one.text))] if place >= 0 else _spans(mention, claim, passage)
        for start, end in spans:
            held = office_beside(passage.text, start, end, passage.language)
            if held is not None:
                theirs.append((passage, held))
    if not theirs or any(held.groups & office.groups for _, held in theirs):
        return None
    holder = _holder(office.groups, aligned)
    passage, held = theirs[0]
    return aligned.finding(
        "names.office" if holder else "names.title",
        mention.text,
        office.text,
        passages=(passage, *((holder[0],) if holder and holder[0] is not passage else ())),
        theirs=(held.text, *((holder[1],) if holder else ())),
        name=mention.text,
        office=office.text,
        other=holder[1] if holder else held.text,
    )


def _spans(mention: NameMention, claim: Statement, passage: Statement) -> list[tuple[int, int]]:
    """Where a name of a claim stands among the names of a passage."""
    return [
        (one.start, one.end)
        for one in passage.names
        if standing(mention, claim, _piece(passage, one.start, one.end)).likeness >= SAME
    ]


@lru_cache(maxsize=4096)
def _piece(passage: Statement, start: int, end: int) -> Statement:
    return passage.part(start, end)


def _holder(groups: frozenset[str], aligned: Aligned) -> tuple[Statement, str] | None:
    """A person of the sources who has an office of these groups and is not in the claim."""
    for passage in aligned.every:
        for other in passage.names:
            if other.kind != "person":
                continue
            held = office_beside(passage.text, other.start, other.end, passage.language)
            if held is not None and held.groups & groups and not _is_in_claim(other, passage, aligned):
                return passage, other.text
    return None


def _is_in_claim(other: NameMention, passage: Statement, aligned: Aligned) -> bool:
    return standing(other, passage, aligned.claim).likeness >= SAME


def _moved(mention: NameMention, found: list[tuple[Statement, Standing]], aligned: Aligned) -> Finding | None:
    """A person in a place that another person has in the sources, or a place in that of another place."""
    if mention.kind == "organisation" or max(one.likeness for _, one in found) < _PLAIN:
        return None
    if mention.kind != "person" and known(mention.text) is not None and _is_implied(known_id(mention.text), aligned):
        return None
    having = {id(passage) for passage, _ in found}
    scored = [(_rest(mention, aligned.claim, passage), passage) for passage in aligned.every]
    best, at = max(scored, key=lambda pair: pair[0])
    if best < _LEAST_REST or id(at) in having:
        return None
    share = (best - max(score for score, passage in scored if id(passage) in having)) / best
    rival = _rival(mention, at, aligned) if share >= _CLEAR else None
    if rival is None:
        return None
    return aligned.finding(
        "names.moved" if mention.kind == "person" else "names.elsewhere",
        mention.text,
        strength=min(1.0, share),
        passages=(at, found[0][0]),
        theirs=(rival.text, found[0][1].text),
        name=mention.text,
        other=rival.text,
    )


def _rival(mention: NameMention, at: Statement, aligned: Aligned) -> NameMention | None:
    """A name of the same kind in a passage that a claim does not have."""
    kinds = _ALIKE.get(mention.kind, frozenset({mention.kind}))
    ident = known_id(mention.text)
    for one in at.names:
        if one.kind not in kinds or _DATELINE.match(at.text, one.end) or _is_in_claim(one, at, aligned):
            continue
        other = known_id(one.text)
        country = ident.startswith("country:")
        if (
            country != other.startswith("country:")
            or (ident and ident in {other, country_of(other)})
            or (other and country_of(ident) == other)
        ):
            continue
        return one
    return None


def known_id(name: str) -> str:
    """The id of a known name, or empty."""
    entry = known(name)
    return entry[0] if entry is not None else ""


def _rest(mention: NameMention, claim: Statement, passage: Statement) -> float:
    """How much of what a claim says beside a name a passage says too; what stands near the name counts more."""
    begin, end = next(
        (span for span in clauses(claim.text, claim.language) if span[0] <= mention.start < span[1]),
        (0, len(claim.text)),
    )
    score = 0.0
    for term in claim.terms:
        if begin <= term.start < end and bears(term, claim, passage):
            score += _weight(mention, term.start, term.end)
    for figure in claim.figures:
        if begin <= figure.start < end and find_figure(figure, passage.figures):
            score += 1.5 * _weight(mention, figure.start, figure.end)
    for other in claim.names:
        if begin <= other.start < end and other is not mention and standing(other, claim, passage).likeness >= SAME:
            score += _weight(mention, other.start, other.end)
    return score


def _weight(mention: NameMention, start: int, end: int) -> float:
    distance = max(0, start - mention.end, mention.start - end)
    return _REACH / (_REACH + distance)
