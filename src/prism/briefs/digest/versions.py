"""What a reader of the last version has not seen yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prism.briefs.cues import cues_of
from prism.briefs.digest.figures import Told, same, shown, told
from prism.briefs.digest.material import Piece, read
from prism.briefs.digest.wording import listing, say
from prism.briefs.speakers import stance_of
from prism.languages import words
from prism.model import Article, Brief, Citation, Fact, FactSheet, Locale, Sentence, Source, Story

_TOP = 3
"""Title and first sentences: what an outlet corrects stands there."""
_SAME_TITLE = 0.6
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
    quoted = [
        piece
        for piece in pieces
        if not piece.is_title and piece.source.name not in new and any(quote in piece.text for quote in fresh)
    ]
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
        pair = _changed_figure(_read_old(old, sources), newer, _notes(newer))
        outlet = newer[0].source.name
        if pair:
            was, now = pair
            text = say(locale, "insight.changed.figure", outlet=outlet, was=shown(was, locale), now=shown(now, locale))
            found.append(Change(text, tuple(dict.fromkeys(p.fact.id for p in (now.piece, *_notes(newer))))))
        else:
            found.append(Change(say(locale, "insight.changed.correction", outlet=outlet), (newer[0].fact.id,)))
    return tuple(found)


def amended(
    story: Story, previous: Brief, pieces: Sequence[Piece], articles: Sequence[Article], locale: Locale
) -> tuple[Change, ...]:
    """What outlets corrected in place since the last version: the address is the same, the text says that it was amended.

    The figure is found by holding what the last version quoted, and the outlet no longer says, against what it says now.

    Args:
        story: says which outlets corrected themselves in an article of its own (see `corrections`).
        previous: the last version.
        pieces: of the sheet, the amended texts among them.
        articles: those that the pieces stand in.
        locale: the edition.
    """
    elsewhere = {article.source_id for article in articles if article.id in story.superseded}
    found = []
    for article in articles:
        mine = [piece for piece in pieces if piece.article.id == article.id]
        notes = _notes(mine)
        if not notes or article.source_id in elsewhere or article.retrieved_at <= previous.provenance.drafted_at:
            continue
        outlet = notes[0].source.name
        pair = _changed_figure(_gone(previous, article, mine), mine, notes)
        if pair:
            was, now = pair
            text = say(locale, "insight.changed.figure", outlet=outlet, was=shown(was, locale), now=shown(now, locale))
            found.append(Change(text, tuple(dict.fromkeys(p.fact.id for p in (now.piece, *notes)))))
        elif outlet in "\n".join(sentence.text for _, sentence in previous.sentences()):
            found.append(Change(say(locale, "insight.changed.correction", outlet=outlet), (notes[0].fact.id,)))
    return tuple(found)


def _was_title(quote: str, title: Piece) -> bool:
    """Whether a quotation was the title of an article before it was amended: most of its words are in the new one."""
    old, new = frozenset(words(quote, title.fact.language)), frozenset(title.words)
    return bool(old) and len(old & new) >= _SAME_TITLE * len(old)


def _notes(mine: Sequence[Piece]) -> list[Piece]:
    """The passages in which an article says what it corrects: those that say so, and the one behind each."""
    at = [place for place, piece in enumerate(mine) if cues_of(piece.fact.language).corrects.search(piece.text)]
    return [piece for place, piece in enumerate(mine) if place in at or place - 1 in at]


def _gone(previous: Brief, article: Article, mine: Sequence[Piece]) -> tuple[Piece, ...]:
    """What the last version quoted of an outlet and its article no longer has, read like a sheet."""
    source = mine[0].source
    kept = "\n".join(piece.text for piece in mine)
    title = next((piece for piece in mine if piece.is_title), None)
    quotes = [
        quote
        for _, sentence in previous.sentences()
        for quote in sentence.quotes
        if quote not in kept and (source.name in sentence.text or (title and _was_title(quote, title)))
    ]
    facts = tuple(Fact(f"F{n}", article.language, text, (Citation(article.id, n),)) for n, text in enumerate(quotes))
    return read(FactSheet("", 0, facts), (article,), (source,))


def _read_old(article: Article, sources: Sequence[Source]) -> tuple[Piece, ...]:
    """A superseded article's title and passages, read like a sheet, only to be compared."""
    statements = ((0, article.title), *((passage.number, passage.text) for passage in article.passages))
    facts = []
    for number, text in statements:
        said_by, certainty = stance_of(text, article.language)
        facts.append(Fact(f"F{number}", article.language, text, (Citation(article.id, number),), said_by, certainty))
    return read(FactSheet("", 0, tuple(facts)), (article,), sources)


def _changed_figure(
    old: Sequence[Piece], new: Sequence[Piece], notes: Sequence[Piece] = ()
) -> tuple[Told, Told] | None:
    """A figure near the top of the old text, and the one that stands in its place in the sentence most like it.

    The correction may name the old figure once more ("19 was wrong"), so it is looked for sentence by sentence.
    """
    before, now = told([piece for piece in old if piece.number <= _TOP]), told(new)
    if notes:
        named = {figure.value for piece in notes for figure in piece.figures}
        stands = {figure.value for piece in new if piece not in notes for figure in piece.figures}
        before_named = [item for item in before if item.figure.value in named - stands]
        now_named = [item for item in now if item.figure.value in named]
        if pair := _best_pair(before_named, now_named, noted=True):
            return pair
    return _best_pair(before, now, noted=False)


def _best_pair(before: Sequence[Told], now: Sequence[Told], *, noted: bool) -> tuple[Told, Told] | None:
    """The figure and its successor that fit best; None where nothing fits well."""
    pairs = [
        (_likely(was, item, noted=noted), -item.piece.number, was.figure.value, was, item)
        for was in before
        for item in now
        if was.figure.unit == item.figure.unit
        and was.figure.kind == item.figure.kind
        and (noted or not any(same(was.figure, other) for other in item.piece.figures))
        and not any(same(item.figure, other.figure) for other in before)
    ]
    best = max(pairs, key=lambda pair: pair[:3], default=None)
    return (best[3], best[4]) if best and best[0] >= _ALIKE else None


def _likely(was: Told, now: Told, *, noted: bool) -> float:
    """How likely one figure replaces another: how alike their sentences are; in a note that names both, how near they are."""
    if not noted:
        return _overlap(was.piece, now.piece)
    low, high = sorted((abs(was.figure.value), abs(now.figure.value)))
    return float(low / high) if high else 0.0


def _overlap(one: Piece, other: Piece) -> float:
    """Share of words that two passages have in common (Dice)."""
    a, b = frozenset(one.words), frozenset(other.words)
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
