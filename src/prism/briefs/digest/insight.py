"""The Insight of a digest: computed from the sheet, never guessed.

Who reports what, which figure all give and which only one, where they disagree, what changed since the last version, what
is still unknown. What is counted or compared is `reported`, resting on the passages that were counted or compared; that
something is not yet known or may still change is `inferred`, and worded so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from prism.briefs.cues import cues_of
from prism.briefs.digest.attribution import Style, quoted
from prism.briefs.digest.choosing import Choice, Field, extra
from prism.briefs.digest.coverage import reported_by
from prism.briefs.digest.dating import named_day
from prism.briefs.digest.figures import in_brackets, mentioned_elsewhere, provisional, shown, sides, tellers, told
from prism.briefs.digest.material import Piece, Question, local_day
from prism.briefs.digest.phrases import phrase
from prism.briefs.digest.versions import Change
from prism.briefs.digest.wording import listing, say
from prism.model import Insight, Kind, Locale, Sentence

_DISAGREEMENTS = 2
_UNKNOWNS = 2
_TOP = 2
"""Title, lead and second sentence: where the figures stand that matter."""
_FRESH = timedelta(hours=18)
"""A figure that was provisional longer before the latest report has been overtaken by it."""
_MOST_CITED = 8
"""Facts that a sentence about all sources cites at most."""
_ASKED: Mapping[str, tuple[Question, ...]] = {
    "disaster": (Question.WHERE, Question.WHEN, Question.HOW_MANY, Question.WHY),
    "world": (Question.WHO, Question.WHERE, Question.WHEN),
    "society": (Question.WHO, Question.WHERE, Question.WHEN),
    "health": (Question.WHERE, Question.HOW_MANY),
    "politics": (Question.WHO, Question.WHEN),
    "business": (Question.WHO, Question.WHEN),
}
"""Section → what its readers ask first: that no report gives the cause is news of a fire, and none of a football match."""


def insight(
    area: Field, choice: Choice, style: Style, changed: Sequence[Change], *, section: str, others: bool, covered: bool
) -> tuple[Insight, Choice]:
    """The Insight of a story, and the choice with what it spent of the allowance.

    Args:
        area: all that is known.
        choice: what headline, dek and body quote.
        style: the edition's.
        changed: what is new since the last version; those with facts are told.
        section: of the brief: what its readers ask.
        others: whether there are outlets that may not be quoted.
        covered: the body says already who reports the story.
    """
    locale = style.locale
    alone = len({piece.source.id for piece in area.pieces}) == 1
    coverage = (reported_by(locale, area.pieces, others=others),)
    disagreements, label = _disagreements(area, locale)
    agreed = _agreed(area, choice, locale, others=others)
    news = tuple(Sentence(change.text, change.facts) for change in changed if change.facts)
    order = _order(area, style)
    open_questions, choice = _open(area, choice, style, section)
    if disagreements:
        title = label or say(locale, "insight.title.differ")
    elif news:
        title = say(locale, "insight.title.changed")
    elif alone:
        title = say(locale, "insight.title.single")
    elif open_questions:
        title = say(locale, "insight.title.unknown")
    elif agreed and not alone:
        title = say(locale, "insight.title.agree")
    elif order:
        title = say(locale, "insight.title.span")
    else:
        title = say(locale, "insight.title.coverage")
    told_elsewhere = covered and not alone and bool(disagreements or news or agreed or open_questions or order)
    sentences = (*disagreements, *news, *(() if told_elsewhere else coverage), *agreed, *order, *open_questions)
    return Insight(title, sentences), choice


def _order(area: Field, style: Style) -> tuple[Sentence, ...]:
    """Which outlet was first with the story and which reported last, with their days in the edition's zone."""
    leads = {piece.article.id: piece for piece in reversed(area.pieces) if piece.article.published_at}
    reports = sorted(leads.values(), key=lambda piece: (piece.article.said_at, piece.article.id))
    if len({piece.source.id for piece in reports}) < 2:  # noqa: PLR2004 - an order takes two
        return ()
    first, last = reports[0], reports[-1]
    days = [local_day(piece.article.said_at, style.zone) for piece in (first, last)]
    day, last_day = (named_day(one, style.locale, style.year) for one in days)
    message = "insight.span" if day != last_day else "insight.span.day"
    fields = {"outlet": first.source.name, "day": day, "last": last.source.name, "last_day": last_day}
    facts = tuple(dict.fromkeys(piece.fact.id for piece in ((first, last) if day != last_day else reports)))
    return (Sentence(say(style.locale, message, **fields), facts),)


def _disagreements(area: Field, locale: Locale) -> tuple[tuple[Sentence, ...], str]:
    sentences: list[Sentence] = []
    title = ""
    for disagreement in area.story.disagreements:
        found = sides(disagreement, area.pieces, locale)
        if len(found) < 2 or len(sentences) >= _DISAGREEMENTS:  # noqa: PLR2004 - it takes two to disagree
            continue
        values = say(locale, "digest.list.comma").join(
            say(locale, "insight.value", outlets=_names(locale, side.pieces), value=side.value) for side in found
        )
        kinds = {side.kind for side in found}
        message = f"digest.noun.{next(iter(kinds)) if len(kinds) == 1 else 'other'}"
        noun = say(locale, message if message in locale.words else "digest.noun.other")
        label = disagreement.labels.get(locale.language, "") or disagreement.labels.get(locale.tag, "")
        text = (
            say(locale, "insight.disagree", label=label, noun=noun, values=values)
            if label
            else say(locale, "insight.differ", noun=noun, values=values)
        )
        title = title or (say(locale, "insight.title.disagree", label=label, noun=noun) if label else "")
        facts = tuple(dict.fromkeys(piece.fact.id for side in found for piece in side.pieces))
        sentences.append(Sentence(text, facts))
    return tuple(sentences), title


def _agreed(area: Field, choice: Choice, locale: Locale, *, others: bool) -> tuple[Sentence, ...]:
    """The figure that most outlets give alike, and one that a single outlet gives; both stand in what is quoted."""
    everything = told(area.pieces)
    quoted_pieces = [piece for piece in (choice.dek, *choice.body) if piece]
    disputed = {value for d in area.story.disagreements for value in d.values.values()}
    open_to_compare = [t for t in told(quoted_pieces) if f"{t.figure.value.normalize():f}" not in disputed]
    counted = [(tellers(item.figure, everything), item) for item in open_to_compare]
    found: list[Sentence] = []
    shared = max(
        (c for c in counted if len(c[0]) > 1 and phrase(c[1], locale)),
        key=lambda c: (len(c[0]), c[1].figure.value),
        default=None,
    )
    if shared:
        by, item = shared
        text = say(locale, "insight.agree", figure=phrase(item, locale), outlets=_names(locale, by))
        found.append(Sentence(text, tuple(piece.fact.id for piece in by)))
    several = len({piece.source.id for piece in area.pieces}) > 1
    alone = [
        i
        for by, i in counted
        if len(by) == 1
        and i.figure.unit
        and phrase(i, locale)
        and i.figure.approx == "exact"
        and not in_brackets(i)
        and not mentioned_elsewhere(i, area.pieces)
    ]
    if several and not others and alone:
        item = max(alone, key=lambda told_once: told_once.figure.value)
        text = say(locale, "insight.sole", figure=phrase(item, locale), outlet=item.piece.source.name)
        found.append(Sentence(text, (item.piece.fact.id,)))
    return tuple(found)


def _open(area: Field, choice: Choice, style: Style, section: str) -> tuple[tuple[Sentence, ...], Choice]:
    """What is not yet known: in a source's words if it says so itself, provisional figures, questions nobody answers."""
    locale = style.locale
    found: list[Sentence] = []
    chosen = [piece for piece in (choice.dek, *choice.body) if piece]
    unknown = [piece for piece in area.pieces if cues_of(piece.fact.language).unknown.search(piece.text)]
    if not any(piece in chosen for piece in unknown):
        piece = extra(area, unknown, chosen, choice.allowance)
        if piece:
            found.append(quoted(piece, style, "digest.unknown.1"))
            spent = choice.allowance.spend(piece.fact.citations, len(piece.text))
            choice = Choice(choice.dek, choice.body, spent)
    own = [piece for piece in chosen if piece.fact.language == locale.language]
    latest = max((piece.said_on for piece in area.pieces), default=None)
    fresh = [piece for piece in area.pieces if latest and latest - piece.said_on <= _FRESH]
    item = provisional([piece for piece in own if piece in fresh]) or provisional(
        [piece for piece in fresh if piece.number <= _TOP], only_people=True
    )
    figure = item and (phrase(item, locale) or (shown(item, locale) if item.figure.unit == "person" else ""))
    if item and figure:
        text = say(locale, "insight.provisional", outlet=item.piece.source.name, figure=figure)
        found.append(Sentence(text, (item.piece.fact.id,), Kind.INFERRED))
    answered: frozenset[Question] = frozenset().union(*(_perhaps(piece) for piece in area.pieces))
    everyone = tuple(dict.fromkeys(_leads(area.pieces)))[:_MOST_CITED]
    found += [
        Sentence(say(locale, f"insight.unknown.{question}"), everyone, Kind.INFERRED)
        for question in [question for question in _ASKED.get(section, ()) if question not in answered][:_UNKNOWNS]
    ]
    return tuple(found), choice


def _perhaps(piece: Piece) -> frozenset[Question]:
    """What a passage answers or may answer: a name that nobody can place may be a person's or a place's."""
    unplaced = any(mention.kind not in {"person", "place", "organisation"} for mention in piece.names)
    return piece.answers | ({Question.WHO, Question.WHERE} if unplaced else frozenset())


def _leads(pieces: Sequence[Piece]) -> list[str]:
    """The first fact of every article."""
    first: dict[str, str] = {}
    for piece in pieces:
        first.setdefault(piece.article.id, piece.fact.id)
    return list(first.values())


def _names(locale: Locale, pieces: Sequence[Piece]) -> str:
    return listing(locale, list(dict.fromkeys(piece.source.name for piece in pieces)))
