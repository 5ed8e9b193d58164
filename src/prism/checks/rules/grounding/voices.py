"""The voices of the sources: everything that someone says there, with whoever may be meant by "he said" or by a bare quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from prism.checks.alignment import Aligned
from prism.checks.matching import is_same
from prism.checks.reading import Statement
from prism.languages import NameMention, Term, same_name
from prism.languages.speech import is_pronoun, speeches

_BACK = 3
_NOT_ANOTHER = 0.62
"""Names less alike than this are not one."""


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
        named = tuple(speaker for voice in told for speaker in voice.speakers if speaker.mentions)
        last = named[-1:] or _named(passage) or last
    return tuple(found)


def _told(passage: Statement, last: tuple[Speaker, ...]) -> Iterator[Voice]:
    for one in speeches(passage.text, passage.language):
        speakers = last if is_pronoun(one.speaker, passage.language) else (speaker_of(one.speaker, passage),)
        yield Voice(passage.part(*one.said), speakers, passage, one.direct)
        for quote in passage.quotations:
            if (
                one.said[0] <= quote.start
                and quote.end <= one.said[1]
                and quote.end - quote.start < one.said[1] - one.said[0] - 4
            ):  # noqa: PLR2004 - marks
                yield Voice(passage.part(quote.start, quote.end), speakers, passage, direct=True)


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
    return Voice(passage.part(start, end), (*_named(passage), *last, *after), passage, direct=True)


def _named(passage: Statement) -> tuple[Speaker, ...]:
    people = tuple(one for one in passage.names if one.kind == "person")
    return (Speaker(passage.text, passage.language, people, ()),) if people else ()


def is_other(who: Speaker, voice: Voice, aligned: Aligned) -> bool:
    """Whether a speaker is certainly none of those who may be meant.

    Certain it is only where both are people by name and the sources know the speaker as somebody else, or where neither has
    a name and what they are has no word in common.
    """
    if not voice.speakers:
        return False
    return all(_differ(who, speaker, aligned) for speaker in voice.speakers)


def _differ(who: Speaker, other: Speaker, aligned: Aligned) -> bool:
    if any(one.keys & two.keys for one in who.terms for two in other.terms if one.known and two.known) and not (
        who.people and other.people
    ):
        return False
    ours, theirs = who.people or who.names, other.people or other.names
    if bool(who.people) != bool(other.people) or not ours or not theirs:
        return False
    if _likeness(who, ours, other, theirs) >= _NOT_ANOTHER:
        return False
    return _is_known(who, ours, aligned)


def _likeness(who: Speaker, ours: tuple[str, ...], other: Speaker, theirs: tuple[str, ...]) -> float:
    return max(
        1.0 if a in other.text or b in who.text else same_name(a, who.language, b, other.language)
        for a in ours
        for b in theirs
    )


def _is_known(who: Speaker, ours: tuple[str, ...], aligned: Aligned) -> bool:
    """Whether the sources name the speaker somewhere."""
    return any(
        name in passage.text
        or any(is_same(same_name(name, who.language, one.text, passage.language)) for one in passage.names)
        for name in ours
        for passage in aligned.every
    )
