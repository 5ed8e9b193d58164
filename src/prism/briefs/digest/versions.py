"""What a reader of the last version has not seen yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prism.briefs.digest.figures import Told, same, shown, told
from prism.briefs.digest.material import Piece, read
from prism.briefs.digest.wording import listing, say
from prism.briefs.speakers import stance_of
from prism.model import Article, Brief, Citation, Fact, FactSheet, Locale, Sentence, Source, Story

_TOP = 3
"""Title and first sentences: what an outlet corrects stands there."""
_ALIKE = 0.4
"""Share of words from which on two sentences are one that was corrected."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of what is new.

    Attributes:
        text: in the edition's language.
        facts: that it rests on; none for a change of the brief that no source tells (a headline, an outlet that is gone).
    """

    text: str
    facts: tuple[str, ...] = ()


def face(brief: Brief) -> tuple[object, ...]:
    """All that a reader sees of a brief, without what it says about its own changes."""
    told_of_changes = frozenset(brief.changes)

    def shape(sentence: Sentence) -> tuple[object, ...]:
        return sentence.text, sentence.kind, sentence.paragraph, sentence.quotes

    insight = brief.insight.sentences if brief.insight else ()
    return (
        shape(brief.headline),
        tuple(map(shape, brief.dek)),
        tuple(map(shape, brief.body)),
        tuple(shape(sentence) for sentence in insight if sentence.text not in told_of_changes),
        brief.section,
        brief.tags,
    )


def changes(
    previous: Brief,
    now: Brief,
    pieces: Sequence[Piece],
    retold: Sequence[Change],
    sources: Iterable[Source],
    locale: Locale,
) -> tuple[Change, ...]:
    """What is new since the last version: outlets, corrections, passages, the headline; at least one line.

    Args:
        previous: the last version.
        now: the new text, without changes.
        pieces: what it was made from.
        retold: corrections by the sources themselves (see `corrections`).
        sources: all outlets that are known, to tell which are gone.
        locale: the edition.
    """
    before = "\n".join(sentence.text for _, sentence in previous.sentences())
    here: dict[str, Piece] = {}
    for piece in pieces:
        here.setdefault(piece.source.name, piece)
    new = [name for name in here if name not in before]
    lines = [change for change in retold if change.text not in before]
    if new:
        text = say(locale, "insight.changed.outlets", outlets=listing(locale, new))
        lines.append(Change(text, tuple(here[name].fact.id for name in new)))
    lines += _passages(previous, now, pieces, new, locale)
    gone = [s.name for s in sources if s.name in before and s.name not in here and _own_word(s.name, before, here)]
    if gone:
        lines.append(Change(say(locale, "insight.changed.gone", outlets=listing(locale, sorted(set(gone))))))
    if previous.headline.text != now.headline.text:
        lines.append(Change(say(locale, "insight.changed.headline")))
    return tuple(lines) or (Change(say(locale, "insight.changed.other")),)


def _passages(previous: Brief, now: Brief, pieces: Sequence[Piece], new: Sequence[str], locale: Locale) -> list[Change]:
    """Outlets already known from which other passages are quoted now."""
    seen = {quote for _, sentence in previous.sentences() for quote in sentence.quotes}
    fresh = {quote for _, sentence in (*now.sentences(),)[1:] for quote in sentence.quotes} - seen
    quoted = [piece for piece in pieces if not piece.is_title and piece.text in fresh and piece.source.name not in new]
    if not quoted:
        return []
    names = list(dict.fromkeys(piece.source.name for piece in quoted))
    text = say(locale, "insight.changed.passages", outlets=listing(locale, names))
    return [Change(text, tuple(dict.fromkeys(piece.fact.id for piece in quoted)))]


def _own_word(name: str, text: str, others: Iterable[str]) -> bool:
    """Whether a name stands in a text by itself and not only within a longer outlet's name."""
    for other in others:
        if name in other:
            text = text.replace(other, "")
    return name in text


def corrections(
    story: Story, pieces: Sequence[Piece], articles: Iterable[Article], sources: Sequence[Source], locale: Locale
) -> tuple[Change, ...]:
    """What outlets corrected in their own reports: the figure that replaces another, where it can be told.

    Args:
        story: says which articles are superseded.
        pieces: of the sheet; the corrections are among them.
        articles: the superseded ones included.
        sources: the outlets.
        locale: the edition.
    """
    superseded = [article for article in articles if article.id in story.superseded]
    found = []
    for old in superseded:
        mine = [
            piece for piece in pieces if piece.source.id == old.source_id and piece.article.language == old.language
        ]
        newer = [piece for piece in mine if piece.article.said_at >= old.said_at]
        if not newer:
            continue
        pair = _changed_figure(_read_old(old, sources), newer)
        outlet = newer[0].source.name
        if pair:
            was, now = pair
            text = say(locale, "insight.changed.figure", outlet=outlet, was=shown(was, locale), now=shown(now, locale))
            found.append(Change(text, (now.piece.fact.id,)))
        else:
            found.append(Change(say(locale, "insight.changed.correction", outlet=outlet), (newer[0].fact.id,)))
    return tuple(found)


def _read_old(article: Article, sources: Sequence[Source]) -> tuple[Piece, ...]:
    """A superseded article's title and passages, read like a sheet, only to be compared."""
    statements = ((0, article.title), *((passage.number, passage.text) for passage in article.passages))
    facts = []
    for number, text in statements:
        said_by, certainty = stance_of(text, article.language)
        facts.append(Fact(f"F{number}", article.language, text, (Citation(article.id, number),), said_by, certainty))
    return read(FactSheet("", 0, tuple(facts)), (article,), sources)


def _changed_figure(old: Sequence[Piece], new: Sequence[Piece]) -> tuple[Told, Told] | None:
    """A figure near the top of the old text, and the one that stands in its place in the sentence most like it.

    The correction may name the old figure once more ("19 was wrong"), so it is looked for sentence by sentence.
    """
    before, now = told([piece for piece in old if piece.number <= _TOP]), told(new)
    pairs = [
        (_overlap(was.piece, item.piece), -item.piece.number, was, item)
        for was in before
        for item in now
        if was.figure.unit == item.figure.unit
        and was.figure.kind == item.figure.kind
        and not any(same(was.figure, other) for other in item.piece.figures)
        and not any(same(item.figure, other.figure) for other in before)
    ]
    best = max(pairs, key=lambda pair: pair[:2], default=None)
    return (best[2], best[3]) if best and best[0] >= _ALIKE else None


def _overlap(one: Piece, other: Piece) -> float:
    """Share of words that two passages have in common (Dice)."""
    a, b = frozenset(one.words), frozenset(other.words)
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
