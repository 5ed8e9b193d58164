"""What a sentence quotes, a source says: word for word in one language, in every content word across languages, by its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from prism.checks.alignment import Aligned
from prism.checks.matching import find_figure
from prism.checks.reading import Statement
from prism.checks.rules.grounding import rendered
from prism.checks.rules.grounding.voices import Speaker, Voice, alike, is_named_in, is_other, speaker_of, voices
from prism.checks.values import Finding
from prism.languages import Quotation
from prism.languages.concept_classes import is_faint
from prism.languages.speech import is_phrase, speeches

_SPACES = re.compile(r"\s+")
_QUOTING = re.compile(r"[\"“”„‟«»「」『』＂]")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_LONG = 8
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LIKE = 0.45
"""Least likeness of letters in one language of a quotation and what it was made of."""
_SAYING = 2
"""Least number of content words that make a saying rather than a name or a term."""
_TITLE = 3
_SINGLE = frozenset("'‘『《‹")
_ENOUGH = 0.5
_HEARD = 0.34
"""From here on one who may be the speaker has said as much that nobody else need have."""
_MARGIN = 0.4


def check(aligned: Aligned) -> Iterator[Finding]:
    """The quotations of a claim against those of its sources, then who says them."""
    own = _squeezed(" ".join(passage.text for passage in aligned.own))
    for quote in aligned.claim.quotations:
        bare = _squeezed(quote.text).strip(".,!?。、，！？ ")
        if not bare:
            continue
        if aligned.own:
            yield from _verbatim(quote, bare, own, aligned)
        else:
            yield from _translated(quote, aligned)
    yield from _speakers(aligned)


def _verbatim(quote: Quotation, bare: str, text: str, aligned: Aligned) -> Iterator[Finding]:
    """In one language a quotation stands in a source to the letter, and between quotation marks."""
    if bare not in text:
        signal = "quotations.altered" if len(bare) > _LONG else "quotations.short"
        words, theirs = _changed(bare, [_squeezed(one.text) for passage in aligned.own for one in passage.quotations])
        shown = [quote.text[at : at + len(word)] for word in words if (at := _squeezed(quote.text).find(word)) >= 0]
        yield aligned.finding(signal, *(shown or [quote.text]), theirs=theirs, quote=quote.text)
    elif len(bare) > _LONG and not any(
        bare in _squeezed(one.text) or _squeezed(one.text) in bare
        for passage in aligned.own
        for one in passage.quotations
    ):
        piece = aligned.claim.part(quote.start, quote.end)
        if len(piece.terms) > _SAYING and any(bare in _squeezed(passage.text) for passage in aligned.own):
            yield aligned.finding("quotations.indirect", quote.text, quote=quote.text)


def _changed(bare: str, given: list[str]) -> tuple[list[str], list[str]]:
    """The words of a quotation that differ from the nearest one of a source, and those that stand there instead."""
    nearest = max(given, key=lambda one: SequenceMatcher(None, bare, one, autojunk=False).ratio(), default="")
    if not nearest or SequenceMatcher(None, bare, nearest, autojunk=False).ratio() < _LIKE:
        return [], []
    ours, theirs = _WORD.findall(bare), _WORD.findall(nearest)
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return (
        [word for tag, a, b, _, _ in blocks if tag != "equal" for word in ours[a:b]],
        [word for tag, _, _, a, b in blocks if tag != "equal" for word in theirs[a:b]],
    )


@dataclass(frozen=True, slots=True)
class _Likeness:
    """A quotation beside something that a source says."""

    voice: Voice
    borne: float
    direct: bool
    own: bool

    @property
    def rank(self) -> float:
        """How likely the quotation was made of it: by its words, its speaker, and if it is quoted there."""
        return self.borne + (0.1 if self.direct else 0.0) + (0.3 if self.own and self.borne else 0.0)


def _translated(quote: Quotation, aligned: Aligned) -> Iterator[Finding]:
    """Across languages the contents of a quotation are held against what the sources quote and let people say."""
    piece = aligned.claim.part(quote.start, quote.end)
    if len(piece.terms) <= _TITLE and aligned.claim.text[quote.start - 1] in _SINGLE:
        return  # a name or a term
    who = next(
        (
            speaker_of(one.speaker, aligned.claim)
            for one in speeches(aligned.claim.text, aligned.claim.language)
            if one.speaker and one.said[0] <= quote.start < one.said[1]
        ),
        None,
    )
    ranked = sorted((_likeness(piece, voice, who) for voice in voices(aligned.every)), key=lambda one: -one.rank)
    if not ranked:
        yield aligned.finding("quotations.nowhere", quote.text, quote=quote.text)
        return
    best = ranked[0]
    if len(piece.terms) < _SAYING and len(quote.text.strip(".,")) <= _TERM:
        if who is not None and best.borne <= 0:
            yield from _one_word(quote, piece, ranked, aligned)
        return
    if best.borne <= 0 and piece.terms:
        yield from _unheard(quote, piece, ranked, aligned)
        return
    yield from _contents(quote, piece, best, _besides(best, ranked), aligned)
    if not _QUOTING.search(best.voice.passage.text) and not any(
        one.direct and one.borne >= best.borne * 0.7 for one in ranked
    ):
        strength = min(1.0, _PASSED_OFF + best.borne) if len(piece.terms) > _SAYING else best.borne
        yield aligned.finding("quotations.reported", quote.text, quote=quote.text, strength=strength)


def _one_word(quote: Quotation, piece: Statement, ranked: Sequence[_Likeness], aligned: Aligned) -> Iterator[Finding]:
    """A word that somebody is quoted with, where this one is quoted with others and no passage has it."""
    words = [term for term in rendered.content(piece) if term.known and not is_faint(term.ids)]
    own = [one.voice for one in ranked if one.own]
    if len(words) == 1 and own and not any(rendered.is_borne(words[0], piece, one) for one in aligned.every):
        yield aligned.finding(
            "quotations.nowhere", quote.text, passages=dict.fromkeys(one.passage for one in own), quote=quote.text
        )


def _unheard(quote: Quotation, piece: Statement, ranked: Sequence[_Likeness], aligned: Aligned) -> Iterator[Finding]:
    """Nothing that anybody says bears a word of the quotation: told where its speaker is quoted, or no passage bears one of many."""
    known = sum(1 for term in rendered.content(piece) if term.known and not is_faint(term.ids))
    own = [one.voice for one in ranked if one.own and one.direct]
    turned = next((one for one in own if len(own) == 1 and _is_turned(piece, one.said)), None)
    if turned is not None:
        yield aligned.finding(
            "quotations.negated", quote.text, passages=(turned.passage,), quote=quote.text, strength=_UNHEARD
        )
        return
    if own and known >= _SAYING:
        strength = min(1.0, _PASSED_OFF + known / _MANY / 2)
    elif not own and known >= _MANY and not any(share(piece, passage) for passage in aligned.every):
        strength = _UNHEARD
    else:
        return
    passages = tuple(dict.fromkeys(one.passage for one in own)) or None
    yield aligned.finding("quotations.nowhere", quote.text, passages=passages, quote=quote.text, strength=strength)


def _is_turned(piece: Statement, said: Statement) -> bool:
    """Whether one of two quotations denies and the other has nothing that might say as much."""
    no = rendered.denies(piece)
    return no != rendered.denies(said) and not rendered.hints(*((said, piece) if no else (piece, said)))


_MANY = 4
_MEANT = 0.4
"""Share of a quotation, at least, that somebody else must say for it to be a rendering of that: else it is a title, or something else said."""
_TERM = 14
"""Letters of a word that is quoted alone."""
_UNHEARD = 0.8
_PASSED_OFF = 0.5
"""How clear it is at least that a saying of some words was no quotation: nobody's words are quoted where the sources tell it."""


def _likeness(piece: Statement, voice: Voice, who: Speaker | None) -> _Likeness:
    own = who is not None and any(alike(who, speaker) for speaker in voice.speakers)
    return _Likeness(voice, share(piece, voice.said), voice.direct, own)


def share(piece: Statement, said: Statement) -> float:
    """Share of the content of a piece (words, figures) that something said bears."""
    words = rendered.content(piece)
    total = len(words) + len(piece.figures)
    if not total:
        return 0.0
    borne = sum(1 for term in words if rendered.is_borne(term, piece, said))
    borne += sum(1 for figure in piece.figures if find_figure(figure, said.figures))
    return borne / total


def _contents(
    quote: Quotation, piece: Statement, best: _Likeness, besides: Sequence[Statement], aligned: Aligned
) -> Iterator[Finding]:
    said = _quoted_alone(best.voice, piece)
    found = rendered.contrary(piece, said)
    if found is not None:
        yield aligned.finding(
            "quotations.contrary",
            *found.words,
            passages=(best.voice.passage,),
            theirs=found.theirs,
            word=found.words[0],
            other=found.theirs[0],
        )
    if best.direct:
        yield from _altered(quote, piece, said, best, besides, aligned)
    lost = [
        figure
        for figure in piece.figures
        if figure.value > 1 and figure.kind != "multiple" and not find_figure(figure, said.figures)
    ]
    if lost:
        yield aligned.finding(
            "quotations.figure", *(one.text for one in lost), passages=(best.voice.passage,), figure=lost[0].text
        )


def _altered(
    quote: Quotation,
    piece: Statement,
    said: Statement,
    best: _Likeness,
    besides: Sequence[Statement],
    aligned: Aligned,
) -> Iterator[Finding]:
    """What is denied in one of the two, set the other way round, or another word."""
    turned = rendered.crossed(piece, said) or rendered.turned(piece, said)
    if turned is not None:
        yield aligned.finding(
            "roles.contrast",
            *turned.words,
            passages=(best.voice.passage,),
            theirs=turned.theirs,
            one=turned.words[0],
            other=turned.words[-1],
        )
        return
    meant = best.own or (best.borne >= _ENOUGH and len(piece.terms) >= _TITLE)
    against = rendered.denied(piece, said) if meant else None
    no = rendered.denies(piece)
    whole = meant and no != rendered.denies(said) and not rendered.hints(*((said, piece) if no else (piece, said)))
    if against is not None or whole:
        yield aligned.finding(
            "quotations.negated",
            *(against.words if against else (quote.text,)),
            passages=(best.voice.passage,),
            quote=quote.text,
            strength=against.strength if against else min(1.0, 0.4 + best.borne),
        )
    if best.own and rendered.unowed(piece, said) and not any(rendered.unowed(piece, one) is False for one in besides):
        yield aligned.finding(
            "quotations.words", quote.text, passages=(best.voice.passage,), words=quote.text, strength=_UNHEARD
        )
    other = rendered.otherwise(piece, said, besides) if best.own or best.borne >= _MEANT else None
    if other is not None:
        yield aligned.finding(
            "quotations.words",
            *other.words,
            passages=(best.voice.passage,),
            theirs=other.theirs,
            strength=other.strength,
            words=", ".join(other.words or (quote.text,)),
        )


def _besides(best: _Likeness, ranked: Sequence[_Likeness]) -> tuple[Statement, ...]:
    """What the speaker of a quotation is quoted with besides."""
    return tuple(
        one.voice.said
        for one in ranked
        if one is not best and one.direct and any(alike(a, b) for a in one.voice.speakers for b in best.voice.speakers)
    )


def _quoted_alone(voice: Voice, piece: Statement) -> Statement:
    """What stands between the quotation marks of something said, where that is one quotation."""
    inside = voice.said.quotations
    if not voice.direct or not inside:
        return voice.said
    parts = [voice.said.part(one.start, one.end) for one in inside]
    best = max(parts, key=lambda one: share(piece, one))
    return best if share(piece, best) >= share(piece, voice.said) * _MOSTLY else voice.said


_MOSTLY = 0.7


def _speakers(aligned: Aligned) -> Iterator[Finding]:
    """Whoever speaks in a claim says that in the sources."""
    for one in speeches(aligned.claim.text, aligned.claim.language):
        piece = aligned.claim.part(*one.said)
        if not is_phrase(one.speaker, aligned.claim.language):
            continue
        who = speaker_of(one.speaker, aligned.claim)
        heard = [(_heard(piece, voice, aligned), voice) for voice in voices(aligned.every)]
        heard = [pair for pair in heard if pair[0] > 0]
        if not heard:
            continue
        best, voice = max(heard, key=lambda pair: pair[0])
        verbatim = aligned.same_language and one.direct and _holds(piece, voice)
        if len(piece.terms) < _SAYING and not verbatim:
            continue
        own = [
            (score, other)
            for score, other in heard
            if not is_other(who, other, aligned.every) and (not verbatim or _holds(piece, other))
        ]
        theirs = max(
            (max(score for score, _ in own), _together(piece, [other.said for _, other in own])) if own else (0.0,)
        )
        quoted = one.direct and voice.direct
        words = len(rendered.content(piece))
        least = _ENOUGH * (0.6 if quoted else 0.8 if best * words >= _TITLE and not theirs else 1.0)
        if (
            best >= least
            and (theirs < _HEARD or (quoted and best >= _MOSTLY))
            and best - theirs >= best * _MARGIN
            and not (len(_voices_of(voice, heard)) == 1 and is_named_in(who, voice.passage))
            and is_other(who, voice, aligned.every)
        ):
            yield aligned.finding(
                "quotations.speaker",
                one.speaker,
                passages=(voice.passage,),
                theirs=voice.names,
                strength=min(1.0, best + (0.3 if one.direct else 0.0)),
                name=one.speaker,
                other=", ".join(voice.names),
            )


def _together(piece: Statement, said: Sequence[Statement]) -> float:
    """Share of the words of a piece that any of several sayings has."""
    words = rendered.content(piece)
    return sum(any(rendered.is_borne(word, piece, one) for one in said) for word in words) / max(1, len(words))


def _voices_of(voice: Voice, heard: Sequence[tuple[float, Voice]]) -> frozenset[str]:
    """The speakers of the passage in which something is said."""
    return frozenset(speaker.text for _, other in heard if other.passage is voice.passage for speaker in other.speakers)


def _heard(piece: Statement, voice: Voice, aligned: Aligned) -> float:
    return 1.0 if aligned.same_language and _holds(piece, voice) else share(piece, voice.said)


def _holds(piece: Statement, voice: Voice) -> bool:
    """Whether something said holds a quotation of a piece to the letter."""
    inside = [_squeezed(one.text).strip(".,!?。、，！？ ") for one in piece.quotations]
    return any(len(one) > _LONG and one in _squeezed(voice.said.text) for one in inside)


def _squeezed(text: str) -> str:
    return _SPACES.sub(" ", text.translate(_MARKS)).casefold()
