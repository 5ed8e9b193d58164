"""The voices of the sources: everything that someone says there, with whoever may be meant by "he said" or by a bare quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache

from prism.checks.naming import SAME, standing_of
from prism.checks.reading import Statement, as_read
from prism.checks.spoken import read_as
from prism.languages import NameMention, Term, same_name
from prism.languages.offices import office_words
from prism.languages.speech import Speech, is_pronoun, speeches
from prism.languages.tables import table_for

_NEVER = datetime(2026, 1, 1, tzinfo=UTC)
"""Of a phrase in which no date is read."""
_NOT_ANOTHER = 0.74
"""Names less alike than this are not one."""
_WORD = re.compile(r"[ァ-ヺー]{2,}|[가-힣]{2,}|[一-鿿々]{2,}|[^\W\d_가-힣ぁ-ヺー一-鿿]{2,}")
_SPACED = re.compile(r"[a-zà-ÿ]")


def _behind_offices(text: str, language: str) -> tuple[str, ...]:
    """What stands behind and before the offices in runs that are written together (怀化市副市长欧阳建国)."""
    found = []
    for run in _HAN_RUN.findall(text):
        cut = max(((run.rfind(word), len(word)) for word in office_words(language) if word in run), default=None)
        if cut is not None:
            found += [run[: cut[0]], run[cut[0] + cut[1] :]]
    return tuple(one for one in found if _SHORTEST <= len(one) <= _LONGEST)


_HAN_RUN = re.compile(r"[一-鿿々]{4,}")
_SHORTEST, _LONGEST = 2, 5
"""Characters of a name in Han characters."""


@dataclass(frozen=True)
class Speaker:
    """Who speaks: by name, or by what they are.

    Attributes:
        text: as it stands.
        language: of the text.
        mentions: the proper names in it.
        terms: the other words of it.
    """

    text: str
    language: str
    mentions: tuple[NameMention, ...]
    terms: tuple[Term, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Its proper names."""
        return tuple(one.text for one in self.mentions)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The words that tell this speaker from others: no titles."""
        titles = table_for(self.language).titles_after
        found = []
        for token in (*_WORD.findall(self.text), *self.names, *_behind_offices(self.text, self.language)):
            bare = next((token.removesuffix(title) for title in titles if token.endswith(title)), token)
            if len(bare) > 1 and bare.casefold() not in table_for(self.language).stop_words and not bare.isdigit():
                found.append(bare)
        if table_for(self.language).titles_after and not _SPACED.search(self.text):
            return tuple(dict.fromkeys(found))
        return tuple(dict.fromkeys(one for one in found if not one.islower()) or found)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What the known words of it mean."""
        return frozenset(key for term in self.terms if term.known for key in term.keys)

    @cached_property
    def statement(self) -> Statement:
        """Its words, to be read as a passage is."""
        return as_read(self.text, self.language, _NEVER, dated=False)

    @property
    def people(self) -> tuple[str, ...]:
        """The names of people in it."""
        return tuple(one.text for one in self.mentions if one.kind == "person")


@dataclass(frozen=True, eq=False)
class Voice:
    """Something said in a source.

    Attributes:
        said: what.
        speakers: all who may be meant; none if nobody knows.
        passage: where.
        direct: whether it is quoted.
    """

    said: Statement
    speakers: tuple[Speaker, ...]
    passage: Statement
    direct: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all who may be meant."""
        return tuple(dict.fromkeys(name for speaker in self.speakers for name in speaker.names or (speaker.text,)))


def speaker_of(text: str, statement: Statement) -> Speaker:
    """A speaker from the words that stand for one in a sentence."""
    at = statement.text.find(text)
    inside = tuple(one for one in statement.names if at <= one.start and one.end <= at + len(text))
    if inside and len(text.split()) > _LONGEST:  # a clause that comes before what is said: who acts in it speaks
        first = inside[0]
        return Speaker(first.text, statement.language, (first,), statement.part(first.start, first.end).terms)
    return Speaker(text, statement.language, inside, statement.part(at, at + len(text)).terms)


@lru_cache(maxsize=256)
def voices(every: tuple[Statement, ...]) -> tuple[Voice, ...]:
    """What is said in passages, in their order."""
    found: list[Voice] = []
    last: tuple[Speaker, ...] = ()
    for place, passage in enumerate(every):
        told = list(_told(passage, last))
        if passage.quotations and not told:
            told = [_bare(passage, one.start, one.end, last, every, place) for one in passage.quotations]
        found.extend(told)
        told = [replace(voice, speakers=tuple(_in_full(one, every) for one in voice.speakers)) for voice in told]
        named = tuple(speaker for voice in told for speaker in voice.speakers if speaker.mentions)
        last = named[-1:] or _named(passage, every) or last
    return tuple(found)


def _in_full(speaker: Speaker, every: Sequence[Statement]) -> Speaker:
    """A speaker by surname and title (마 씨, 강 재판장) with the name that the sources have in full, if one begins so."""
    begun = _SURNAME.match(speaker.text)
    if speaker.people or begun is None or not speaker.text.endswith(table_for(speaker.language).titles_after):
        return speaker
    full = {
        one.text: one
        for passage in every
        if passage.language == speaker.language
        for one in passage.names
        if one.kind == "person" and one.text.startswith(begun.group("surname")) and len(one.text) > _CUT
    }
    return replace(speaker, mentions=tuple(full.values())) if len(full) == 1 else speaker


_SURNAME = re.compile(r"(?P<surname>[가-힣]) ?[가-힣]{1,6}$")


def _told(passage: Statement, last: tuple[Speaker, ...]) -> Iterator[Voice]:
    found = speeches(passage.text, passage.language)
    spans = [one.said for one in found]
    for one in found:
        speakers = _meant(one, passage, last)
        yield Voice(passage.part(*one.said), speakers, passage, one.direct)
        for quote in passage.quotations:
            if (
                one.said[0] <= quote.start
                and quote.end <= one.said[1]
                and quote.end - quote.start < one.said[1] - one.said[0] - 4
            ):
                yield Voice(passage.part(quote.start, quote.end), speakers, passage, direct=True)
    for quote in passage.quotations if found else ():
        if not any(start <= quote.start and quote.end <= end for start, end in spans):
            nearest = min(found, key=lambda one: abs(one.verb[0] - quote.end))
            yield Voice(passage.part(quote.start, quote.end), _meant(nearest, passage, last), passage, direct=True)


def _meant(one: Speech, passage: Statement, last: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Who speaks: as named, by the first person of the sentence if a verb has no subject of its own, or who spoke before."""
    if one.speaker and not is_pronoun(one.speaker, passage.language):
        return (speaker_of(one.speaker, passage),)
    if not one.speaker:
        first = next((name for name in passage.names if name.kind == "person" and name.end <= one.verb[0]), None)
        if first is not None:
            return (Speaker(first.text, passage.language, (first,), ()),)
    return last


def _bare(
    passage: Statement, start: int, end: int, last: tuple[Speaker, ...], every: Sequence[Statement], place: int
) -> Voice:
    """A quotation without a verb of speech: by whoever is named in its sentence, spoke before, or speaks next."""
    following = every[place + 1] if place + 1 < len(every) else None
    after = (
        tuple(
            speaker_of(one.speaker, following)
            for one in speeches(following.text, following.language)
            if one.speaker and not is_pronoun(one.speaker, following.language)
        )
        if following is not None
        else ()
    )
    here = [Speaker(one.text, passage.language, (one,), ()) for one in passage.names if one.kind == "person"]
    return Voice(passage.part(start, end), (*here, *last, *after), passage, direct=True)


def _named(passage: Statement, every: Sequence[Statement]) -> tuple[Speaker, ...]:
    """Whom a passage names, by surnames alone too where the sources have them with a given name."""
    known = {
        one.text.split()[-1]: one
        for other in every
        if other.language == passage.language
        for one in other.names
        if one.kind == "person" and " " in one.text
    }
    found = (one if one.kind == "person" else known.get(one.text) for one in passage.names)
    people = tuple(one for one in found if one is not None)
    return (Speaker(passage.text, passage.language, people, ()),) if people else ()


def is_other(who: Speaker, voice: Voice, every: tuple[Statement, ...]) -> bool:
    """Whether a speaker is certainly none of those who may be meant.

    Certain it is only where nothing in the two phrases is alike, and where the sources speak of the one whom the claim
    lets speak: a name that they write in letters we cannot compare would else be taken for another.
    """
    if not voice.speakers or any(alike(who, speaker) for speaker in voice.speakers):
        return False
    if all(_differ(who, speaker) for speaker in voice.speakers) and is_known(who, every):
        return True
    return all(_is_sure_other(who, speaker, every) for speaker in voice.speakers)


def _is_sure_other(who: Speaker, speaker: Speaker, every: tuple[Statement, ...]) -> bool:
    """Whether one who speaks in the sources is a person, and the claim's speaker is somebody else whom they let speak."""
    if is_pronoun(speaker.text, speaker.language):
        return False
    if not speaker.people:
        return bool(who.people) and _is_apart(who, speaker, every)
    return any(
        same_name(a, who.language, b, other.language) >= _SURELY
        for voice in voices(every)
        for other in voice.speakers
        if other is not speaker and not alike(other, speaker)
        for a in who.own
        for b in other.own
    )


def _is_apart(who: Speaker, speaker: Speaker, every: tuple[Statement, ...]) -> bool:
    """Whether a person speaks elsewhere in the sources, by other words for what they are than a speaker without a name."""
    phrases = [other for voice in voices(every) for other in voice.speakers if other.people and alike(who, other)]
    return bool(phrases and speaker.own) and not any(
        alike(one, speaker) or not _stems(one).isdisjoint(_stems(speaker)) for one in (*phrases, who)
    )


def _stems(speaker: Speaker) -> frozenset[str]:
    return frozenset(key for term in speaker.terms for key in (*term.keys, *term.sounds))


_SURELY = 0.84


def is_known(who: Speaker, every: tuple[Statement, ...]) -> bool:
    """Whether the sources speak of the speaker by name, or let somebody of that kind speak if there is none."""
    if not who.names and any(alike(who, speaker) for voice in voices(every) for speaker in voice.speakers):
        return True
    return any(is_named_in(who, passage) for passage in every)


def is_named_in(who: Speaker, passage: Statement) -> bool:
    """Whether a passage has a name of the speaker, or the surname."""
    people = [one for one in who.mentions if one.kind == "person"] or list(who.mentions)
    return any(_stands(one, who.language, passage) for one in people)


def _shares_word(one: Speaker, other: Speaker) -> bool:
    text = other.text.casefold()
    return any(len(word) > _SHORTEST + 1 and word.casefold() in text for word in one.own)


def _stands(name: NameMention, language: str, passage: Statement) -> bool:
    """Whether a name stands in a passage, or one of its parts if these are written apart."""
    if name.text in passage.text:
        return True
    parts = [part for part in name.text.split() if len(part) > 1]
    if language == passage.language:
        return len(parts) > 1 and parts[-1] in passage.tokens
    whole = [name.text, " ".join(parts[-_CUT:])] if len(parts) > _CUT and name.text.isascii() else [name.text]
    if any(standing_of(one, name.kind, language, passage).likeness >= SAME for one in whole):
        return True
    return len(parts) > 1 and any(read_as(part, passage).likeness >= SAME for part in parts)


def alike(one: Speaker, other: Speaker) -> bool:
    """Whether two phrases name one speaker by the same name or kind."""
    if any(a in b or b in a or _is_short_for(a, b) or _is_short_for(b, a) for a in one.own for b in other.own):
        return True
    if _shares_word(one, other) or _shares_word(other, one) or _heads(one, other) or _heads(other, one):
        return True
    if one.language != other.language and any(
        same_name(a, one.language, b, other.language) >= _NOT_ANOTHER for a in one.own for b in other.own
    ):
        return True
    if one.language != other.language and (
        any(_stands(name, one.language, other.statement) for name in one.mentions if name.kind == "person")
        or any(_stands(name, other.language, one.statement) for name in other.mentions if name.kind == "person")
    ):
        return True
    if bool(one.people) is not bool(other.people):  # an office for the person who holds it, a body for its head
        return bool(one.keys & other.keys)
    return not (one.names and other.names) and bool(one.keys & other.keys)


def _heads(head: Speaker, body: Speaker) -> bool:
    """Whether one speaker is head of the body that the other speaks for (센터 측, 센터장)."""
    found = _SIDE.fullmatch(body.text)
    return found is not None and re.search(rf"(?<![가-힣]){found.group('body')}장(?![가-힣])", head.text) is not None


_SIDE = re.compile(r"(?:\S+ )*(?P<body>[가-힣]{2,}) 측")
_LONGEST = 8
"""Words that a phrase for a speaker has at the most."""


def _is_short_for(short: str, name: str) -> bool:
    """Whether a name may be cut from the syllables of a longer one (부산상의 from 부산상공회의소, 東証 from 東京証券取引所)."""
    if len(short) >= len(name) or short[:1] != name[:1] or short[:1].isascii() or len(short) < _CUT:
        return False
    rest = iter(name)
    return all(letter in rest for letter in short)


_CUT = 2


def _differ(who: Speaker, other: Speaker) -> bool:
    if alike(who, other):
        return False
    if who.language == other.language:
        return bool(who.own and other.own)
    if who.names and other.names:
        return bool(who.people) == bool(other.people)
    return not who.names and not other.names and bool(who.keys and other.keys)
