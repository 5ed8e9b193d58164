"""Every name of a sentence stands in its passages, in whatever script, in its own place and beside its own office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from rapidfuzz.distance import Levenshtein

from prism.checks.affiliated import in_anothers_house
from prism.checks.alignment import Aligned
from prism.checks.arranged import is_arranged, is_surely_name
from prism.checks.bodies import exchanged_bodies
from prism.checks.given import changed_names
from prism.checks.implied import is_implied
from prism.checks.in_place import in_its_place
from prism.checks.instead import Instead, put_instead
from prism.checks.institutions import exchanged_institutions
from prism.checks.naming import SAME, Standing, comparable, standing
from prism.checks.officeholders import in_anothers_office
from prism.checks.outlets import is_ascribed_outlet
from prism.checks.partners import unpaired
from prism.checks.reading import Statement
from prism.checks.replaced import put_for_another
from prism.checks.strangers import doubt_of, names_shown
from prism.checks.values import Finding
from prism.languages import NameMention, known, same_name
from prism.languages.gazetteer import is_province
from prism.languages.name_words import NameWord, is_plain, name_end, name_start
from prism.languages.spans import meets
from prism.languages.terms import terms

_UNSURE = frozenset({"names.other", "names.unsure", "names.loanword"})
_SURELY_SAID = frozenset({"names.missing", "names.other"})
_SURE_KINDS = frozenset({"person", "place", "organisation"})
_KATAKANA = re.compile(r"[ァ-ヺー]+$")
_NEARLY = 0.74
_LONG_PART = 3
_HAN = re.compile(r"[㐀-鿿]")
_HANGUL = re.compile(r"[가-힣]")
_ONE_WORD = 0.7
"""From here on two words are spellings of one."""
_WHOLE = 0.97
"""From here on all parts of a name are found."""
_PLAIN = 0.85
"""From here on a name is plainly the one that it is taken for."""


def check(aligned: Aligned) -> Iterator[Finding]:
    """Every name stands in the sources, in its place."""
    told: list[tuple[int, int]] = []
    changed = next(changed_names(aligned.claim, aligned.every), None)
    if changed is not None:
        yield _differs("names.given", changed.text, changed.other, changed.passage, aligned)
        place = aligned.claim.text.find(changed.text)
        told.append((place, place + len(changed.text)))
    yield from _instead(aligned, told)
    for person in (*put_for_another(aligned), *in_anothers_house(aligned), *in_anothers_office(aligned))[:1]:
        found = _differs("names.replaced", person.text, person.other, person.passage, aligned)
        yield replace(found, strength=person.strength)
    for lonely in unpaired(aligned):
        signal = "names.given" if lonely.is_half else "names.replaced"
        if changed is None and not meets(lonely.start, lonely.start + len(lonely.text), told):
            found = _differs(signal, lonely.text, lonely.other, lonely.passage, aligned)
            yield replace(found, strength=lonely.strength)
            told.append((lonely.start, lonely.start + len(lonely.text)))
    before = tuple(told)
    yield from _each(aligned, told)
    for actor in exchanged_bodies(aligned):
        if changed is None and not meets(actor.start, actor.start + len(actor.text), before):
            found = _differs("names.replaced", actor.text, actor.other, actor.passage, aligned)
            yield replace(found, strength=actor.strength)


def _instead(aligned: Aligned, told: list[tuple[int, int]]) -> Iterator[Finding]:
    """Names that stand where the passages have others, institutions last."""
    for one in put_instead(aligned):
        if not _goes_without_saying(one, aligned):
            yield replace(_differs("names.instead", one.text, one.other, one.passage, aligned), strength=one.strength)
            told.append((one.start, one.start + len(one.text)))
    for body in exchanged_institutions(aligned):
        if not meets(body.start, body.start + len(body.text), told):
            yield replace(
                _differs("names.instead", body.text, body.other, body.passage, aligned), strength=body.strength
            )
            told.append((body.start, body.start + len(body.text)))


def _each(aligned: Aligned, told: list[tuple[int, int]]) -> Iterator[Finding]:
    """One name after the other: those that the readers of names find, then those that the sentence shows."""
    shown = tuple(names_shown(aligned))
    figures = [(one.start, one.end) for one in aligned.claim.figures]
    for whole in map(partial(_without_lead, aligned.claim), aligned.claim.names):
        if meets(whole.start, whole.end, told) or meets(whole.start, whole.end, figures):
            continue
        mention, stands = _standings(whole, aligned)
        found = [(passage, one) for passage, one in stands if one.likeness >= SAME]
        if found:
            yield from in_its_place(mention, found, aligned)
        elif stands and not _goes_on(mention, aligned) and not _is_arranged(mention, aligned):
            yield from (_surely(one, mention, shown, aligned) for one in _missing(mention, stands, aligned))
        if not found or max(one.likeness for _, one in found) >= _WHOLE:
            told.append((mention.start, mention.end))
    for word in shown:
        if meets(word.start, word.end, told):
            continue
        doubt = doubt_of(word, aligned)
        if doubt < 1:
            signal, strength = ("names.unheard", 1.5 - doubt) if doubt else ("names.absent", 1.0)
            yield aligned.finding(signal, word.text, strength=strength, name=word.text)


def _standings(mention: NameMention, aligned: Aligned) -> tuple[NameMention, list[tuple[Statement, Standing]]]:
    """How a name stands in each passage; without the particles behind it where it stands in none with them."""
    stands: list[tuple[Statement, Standing]] = []
    for one in dict.fromkeys((mention, _without_tail(aligned.claim, mention))):
        stands = [(passage, standing(one, aligned.claim, passage)) for passage in aligned.every]
        mention = one
        if any(stood.likeness >= SAME for _, stood in stands):
            break
    return mention, stands


def _without_lead(claim: Statement, mention: NameMention) -> NameMention:
    """A name without the words before it that its sentence shows to be none (것이 나가타 유미)."""
    start = name_start(claim.text, claim.language, mention.start, mention.end)
    return mention if start == mention.start else replace(mention, text=claim.text[start : mention.end], start=start)


def _without_tail(claim: Statement, mention: NameMention) -> NameMention:
    """A name without the particles that its sentence shows behind it (헨트에서)."""
    end = name_end(claim.text, claim.language, mention.start, mention.end)
    return mention if end == mention.end else replace(mention, text=claim.text[mention.start : end], end=end)


def _surely(finding: Finding, mention: NameMention, shown: Sequence[NameWord], aligned: Aligned) -> Finding:
    """What was found of a name, surer where the structure of the sentence shows the name as well."""
    if finding.signal in _UNSURE and any(
        one.start < mention.end and mention.start < one.end and not doubt_of(one, aligned) for one in shown
    ):
        return replace(finding, signal="names.absent")
    return finding


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
    if signal in _SURELY_SAID and is_plain(aligned.claim.text, aligned.claim.language, mention.start, mention.end):
        if mention.kind == "place" and known(mention.text) is not None:
            return
        signal = signal if known(mention.text) is not None else "names.unsure"
    if signal == "names.like":
        yield aligned.finding(signal, mention.text, passages=(passage,), theirs=(best.text,), name=mention.text)
    else:
        yield aligned.finding(signal, mention.text, name=mention.text)


def _differs(signal: str, name: str, other: str, passage: Statement, aligned: Aligned) -> Finding:
    return aligned.finding(signal, name, passages=(passage,), theirs=(other,), name=name, other=other)


def _goes_without_saying(one: Instead, aligned: Aligned) -> bool:
    mention = NameMention(one.text, "place", one.start, one.start + len(one.text))
    return known(one.text) is not None and is_implied(mention, aligned)


def _signal(mention: NameMention, likeness: float, aligned: Aligned) -> str:  # noqa: PLR0911 - one case after the other
    """How sure it is that a name which was not found is not there."""
    claim = aligned.claim
    entry = known(mention.text)
    if entry is not None:
        implied = is_implied(mention, aligned) or (is_province(entry[0]) and _leads_to_town(mention, aligned))
        return "names.implied" if implied else "names.missing"
    if is_ascribed_outlet(mention, aligned):
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
    if mention.kind == "person" and _is_titled(mention, claim):
        return True
    if mention.kind == "person" or " " not in mention.text:
        return False
    return any(
        term.known and mention.start < term.end and term.start < mention.end
        for term in terms(claim.text, claim.language)
    )


def _is_titled(mention: NameMention, claim: Statement) -> bool:
    """Whether nothing but a name stands between quotation marks: the title of a work."""
    before, after = claim.text[: mention.start], claim.text[mention.end :]
    return bool(_OPENED.search(before) and _CLOSED.match(after))


_OPENED, _CLOSED = re.compile(r"[\"“‘'「『《](?:The |A |An )?$"), re.compile(r"[,.]?[\"”’'」』》]")


def _leads_to_town(mention: NameMention, aligned: Aligned) -> bool:
    """Whether a province stands before a town that the sources name without it (전남 고흥)."""
    match = _NEXT.match(aligned.claim.text, mention.end)
    return match is not None and any(match.group("word") in passage.text for passage in aligned.own)


_NEXT = re.compile(r"의? (?P<word>[가-힣一-鿿]{2})")


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
    if not (_HANGUL.match(one) or _HAN.match(one)) or min(len(one), len(other)) < _LONG_PART:
        return False
    if len(one) != len(other):
        return _differ_before_kind(one, other)
    same = sum(a == b for a, b in zip(one, other, strict=True))
    return (
        same >= len(one) - 1
        if len(one) <= _LONG_PART
        else same * 2 >= len(one) and (one[0] == other[0] or one[-2:] == other[-2:])
    )


def _differ_before_kind(one: str, other: str) -> bool:
    """Whether two bodies end in the same four signs at least (노동위원회), and share none of those before."""
    shared = next((n for n, (a, b) in enumerate(zip(reversed(one), reversed(other), strict=False)) if a != b), 0)
    heads = frozenset(one[: len(one) - shared]), frozenset(other[: len(other) - shared])
    return shared >= _KIND and min(len(one), len(other)) - shared > 1 and heads[0].isdisjoint(heads[1])


_KIND = 4
