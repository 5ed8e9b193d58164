"""`draft`: fact sheet and edition to a brief, headline to Insight, in one call."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from prism.asking.answers import read_object, text_of
from prism.asking.fencing import fence
from prism.asking.lines import text_rows
from prism.asking.questions import Question, Unusable, ask
from prism.briefs.digest.versions import face
from prism.briefs.prompts import VERSION, schema, system_for
from prism.briefs.prose.assembling import Desk, texts, unrepeated
from prism.briefs.prose.changes import changes
from prism.briefs.prose.listing import chosen, sheet_shown
from prism.briefs.prose.plain import brief_label
from prism.briefs.prose.sheet import Background, Sheet
from prism.briefs.prose.tagging import section_and_tags
from prism.model import (
    Brief,
    Flow,
    Insight,
    Kind,
    Locale,
    Provenance,
    Sentence,
    Source,
    Story,
    derived_id,
)

WRITER = "prose"
_LONGEST_TITLE = 120
_MOST_DEK, _MOST_INSIGHT = 2, 5
_DISTINCT = 0.6
"""Share of sentences that must differ; below it a model repeats itself."""
_REPEATS = 4


@dataclass(frozen=True, slots=True)
class Written:
    """What an answer gave, before it is a brief."""

    headline: Sentence
    dek: tuple[Sentence, ...]
    body: tuple[Sentence, ...]
    insight: Insight | None


def draft(
    sheet: Sheet,
    story: Story,
    sources: Sequence[Source],
    locale: Locale,
    *,
    names: Mapping[str, Mapping[str, str]],
    background: Sequence[Background] = (),
    previous: Brief | None,
    now: datetime,
) -> Flow[Brief]:
    """A brief of a story for one edition.

    Args:
        sheet: of the story's revision (`facts`).
        story: the revision.
        sources: the outlets.
        locale: the edition.
        names: name as a source writes it → language → its form, as editions have called it so far; holds over the sheet's.
        background: earlier stories that the brief may lean on. The brief rests on `sheet.with_background(background)`.
        previous: the last version of this brief, whoever wrote it, or None.
        now: when it is written (UTC).

    Returns:
        Version 1, or one more than `previous` with what changed; `previous`' own number where a reader sees no change.

    Raises:
        BadCompletion: no usable answer in three tries, or a sheet without facts.
    """
    desk = Desk(sheet.with_background(background), locale)
    called = (names, sheet.names)
    facts = chosen(sheet)
    user = fence(sheet_shown(sheet, facts, locale, called, background))
    answer = yield from ask(
        Question("draft", system_for("draft", locale), user, schema("draft")), lambda text: read_draft(text, desk)
    )
    written = answer.value
    before = [tag.name for tag in previous.tags] if previous else []
    section, tags = section_and_tags(desk.sheet, story, locale, called, _said(written), before, sources)
    brief = Brief(
        id=derived_id("brief", story.id, locale.tag),
        story_id=story.id,
        story_revision=story.revision,
        locale=locale.tag,
        headline=written.headline,
        dek=written.dek,
        body=written.body,
        insight=written.insight,
        section=section,
        tags=tags,
        provenance=Provenance(WRITER, answer.model, VERSION, now, answer.usage),
    )
    return versioned(brief, previous, desk.sheet, locale)


def versioned(
    brief: Brief,
    previous: Brief | None,
    sheet: Sheet,
    locale: Locale,
    new: Sequence[Sentence] = (),
    known: Collection[str] = (),
) -> Brief:
    """A brief with its number among its versions and what changed; the previous number where a reader sees no change."""
    if previous is None:
        return brief
    if previous.provenance.writer == WRITER and face(replace(brief, changes=previous.changes)) == face(previous):
        return replace(brief, version=previous.version, changes=previous.changes, provenance=previous.provenance)
    lines = changes(previous, brief, sheet, locale, new, known)
    return replace(brief, version=previous.version + 1, changes=lines)


def read_draft(answer: str, desk: Desk) -> Written:
    """An answer as the parts of a brief; raises Unusable where it is none."""
    found = read_object(answer)
    headline = desk.headline(next(text_rows(found.get("headline")), {}))
    dek = unrepeated([one for row in text_rows(found.get("dek")) for one in desk.sentences(row)])[:_MOST_DEK]
    body = body_of(found.get("body"), desk)
    if headline is None or not dek or not body:
        raise Unusable("Headline, dek and body each need sentences that end with facts by the numbers given: [F1].")
    every = (headline, *dek, *body)
    if not desk.in_language(every):
        raise Unusable(f"It was not written in {desk.locale.endonym} ({desk.locale.tag}).")
    insight = insight_of(found, desk)
    return Written(headline, desk.led(dek), body, insight)


def body_of(value: object, desk: Desk) -> tuple[Sentence, ...]:
    """The body of an answer: paragraphs of sentences; raises Unusable where a model repeats itself."""
    paragraphs = value if isinstance(value, list) else []
    found: list[Sentence] = []
    number = 0
    for paragraph in paragraphs:
        here = [one for row in text_rows(paragraph) for one in desk.sentences(row, number)]
        found += [replace(one, kind=Kind.REPORTED) for one in here]
        number += bool(here)
    distinct = unrepeated(found)
    if len(found) >= _REPEATS and len(distinct) < _DISTINCT * len(found):
        raise Unusable("It said the same again and again.")
    return distinct


def insight_of(found: Mapping[str, object], desk: Desk) -> Insight | None:
    """The Insight of an answer, reported before inferred; None where it has no title or sentences, or in another language."""
    title = brief_label(text_of(found, "title"), _LONGEST_TITLE).rstrip(" .。")
    rows = [(kind, row) for kind in (Kind.REPORTED, Kind.INFERRED) for row in text_rows(found.get(kind.value))]
    said = unrepeated([replace(one, kind=kind) for kind, row in rows for one in desk.sentences(row)])[:_MOST_INSIGHT]
    return Insight(title, said) if title and said and desk.in_language(said) else None


def _said(written: Written) -> list[str]:
    insight = written.insight.sentences if written.insight else ()
    return [one.text for one in (written.headline, *written.dek, *written.body, *insight)]


__all__ = ["WRITER", "Written", "body_of", "draft", "insight_of", "read_draft", "texts", "versioned"]
