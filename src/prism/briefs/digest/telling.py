"""What a body says in Prism's own words, where the rights leave little to quote.

A short text gives one passage, and a brief of one quotation is no report. What may be said of the rest without copying it is
what can be computed and checked: how other outlets of the edition's language headline the story (a title may always be
named), which further figures a report gives and of what, whom it quotes, who else tells the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prism.briefs.cues import cues_of, primary
from prism.briefs.digest.attribution import Style, quoted_title
from prism.briefs.digest.choosing import Choice, Field, says_again
from prism.briefs.digest.coverage import groups, outlets
from prism.briefs.digest.figures import Told, in_brackets, same, tellers, told
from prism.briefs.digest.headline import presentable, without_labels
from prism.briefs.digest.material import Piece
from prism.briefs.digest.phrases import phrase
from prism.briefs.digest.wording import listing, say
from prism.languages import known, quotations
from prism.model import Locale, Sentence

ENOUGH = 4
"""Sentences of a body from which on nothing is added but who else reports."""

_FIGURES = 3
_SPEAKERS = 3
_TITLES = 2
_CLEAN = 0.2
"""Fitness below which a passage is no part of the report: a note of correction, the second event of a round-up."""
_FIRST_HALF = 7
"""Passages whose figures matter to the story though nobody else gives them."""
_READ = 14
"""Passages of an article whose figures and speakers are told: beyond them stands background."""


def told_otherwise(area: Field, choice: Choice, headline: Piece | None, style: Style, paragraph: int) -> list[Sentence]:
    """The sentences that follow the quotations of a body.

    Args:
        area: all that is known.
        choice: what is quoted.
        headline: the title that made the headline.
        style: the edition's.
        paragraph: the number of their paragraph.

    Returns:
        Sentences in the edition's words; the last says who else tells the story. At least one.
    """
    quoted = [piece for piece in (choice.dek, *choice.body) if piece]
    found: list[Sentence] = []
    for sentences in (
        _titles(area, quoted, headline, style),
        _figures(area, quoted, style.locale),
        _speakers(area, quoted, style.locale),
    ):
        for sentence in sentences:
            if len(choice.body) + len(found) < ENOUGH:
                found.append(sentence)
    if last := coverage(area, quoted, style.locale, needed=not choice.body and not found):
        found.append(last)
    return [Sentence(one.text, one.facts, one.kind, paragraph, one.quotes) for one in found]


def coverage(area: Field, quoted: Sequence[Piece], locale: Locale, *, needed: bool) -> Sentence | None:
    """Who tells the story beside the outlets that are quoted; None where there is nobody else and it is not needed."""
    named = {piece.source.id for piece in quoted}
    others = [piece for piece in area.pieces if piece.source.id not in named]
    if others:
        facts = tuple(piece.fact.id for piece in outlets(others).values())
        return Sentence(say(locale, "digest.elsewhere", groups=groups(locale, others)), facts)
    if not needed:
        return None
    found = outlets(area.pieces)
    names = list(dict.fromkeys(piece.source.name for piece in found.values()))
    text = say(locale, "digest.first", outlets=listing(locale, names))
    return Sentence(text, tuple(piece.fact.id for piece in found.values()))


def _titles(area: Field, quoted: Sequence[Piece], headline: Piece | None, style: Style) -> Iterator[Sentence]:
    """How other reports in the edition's language headline the story, where that says something new."""
    said = [*quoted, *([headline] if headline else [])]
    articles = {piece.article.id for piece in said}
    count = 0
    for piece in _own(area, style.locale):
        if not piece.is_title or piece.article.id in articles or count >= _TITLES:
            continue
        title = without_labels(piece.text, piece.fact.language, piece.source.name)
        if presentable(piece) and not any(says_again(piece, other) for other in said):
            said.append(piece)
            count += 1
            yield quoted_title(piece, title, style)


def _figures(area: Field, quoted: Sequence[Piece], locale: Locale) -> Iterator[Sentence]:
    """Further figures of one outlet after another, those first that other outlets give as well."""
    shown = list(told(quoted))
    everything = told(area.pieces)
    by_outlet: dict[str, list[tuple[Told, str]]] = {}
    for item in told([piece for piece in _own(area, locale) if 0 < piece.number <= _READ and piece not in quoted]):
        text = phrase(item, locale)
        seen = [*shown, *(other for items in by_outlet.values() for other, _ in items)]
        early = item.piece.number <= _FIRST_HALF or len(tellers(item.figure, everything)) > 1
        fit = early and area.fit[item.piece.fact.id].in_body > _CLEAN and item.figure.approx in {"exact", "about"}
        if text and fit and not in_brackets(item) and not any(_repeats(item, other) for other in seen):
            by_outlet.setdefault(item.piece.source.id, []).append((item, text))
    for items in by_outlet.values():
        best = sorted(items, key=lambda one: -len(tellers(one[0].figure, everything)))[:_FIGURES]
        best.sort(key=lambda one: (one[0].piece.number, one[0].figure.start))
        facts = tuple(dict.fromkeys(item.piece.fact.id for item, _ in best))
        message = "digest.figures" if len(best) > 1 else "digest.figures.one"
        between, texts = locale.words.get("digest.figures.join", ""), [text for _, text in best]
        figures = between.join(texts) if between else listing(locale, texts)
        yield Sentence(say(locale, message, outlet=best[0][0].piece.source.name, figures=figures), facts)


def _repeats(item: Told, other: Told) -> bool:
    return same(item.figure, other.figure) or item.figure.value == other.figure.value


def _speakers(area: Field, quoted: Sequence[Piece], locale: Locale) -> Iterator[Sentence]:
    """Whom an outlet quotes beside those whom the body quotes already."""
    text = "\n".join(piece.text for piece in quoted)
    by_outlet: dict[str, dict[str, Piece]] = {}
    for piece in _own(area, locale):
        name = piece.fact.said_by
        if piece.is_title or piece.number > _READ or not quotations(piece.text) or not _is_person(piece, name):
            continue
        if name not in text and all(name not in names for names in by_outlet.values()):
            by_outlet.setdefault(piece.source.id, {}).setdefault(name, piece)
    for names in by_outlet.values():
        chosen = dict(list(names.items())[:_SPEAKERS])
        outlet = next(iter(chosen.values())).source.name
        facts = tuple(piece.fact.id for piece in chosen.values())
        yield Sentence(say(locale, "digest.speakers", outlet=outlet, names=listing(locale, list(chosen))), facts)


def _is_person(piece: Piece, name: str) -> bool:
    """Whether a speaker is plainly a person's full name, as the language writes them."""
    people = {mention.text for mention in piece.names if mention.kind == "person"}
    return name in people and known(name) is None and cues_of(piece.fact.language).full_name.fullmatch(name) is not None


def _own(area: Field, locale: Locale) -> list[Piece]:
    return [piece for piece in area.pieces if primary(piece.fact.language) == primary(locale.language)]
