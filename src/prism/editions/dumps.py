"""A published brief with its evidence as data: one line of an edition's dump, in the shape that /schema/brief.json describes."""

from __future__ import annotations

from prism.editions.evidence import Note, Shelf, notes_of
from prism.editions.formats.jsonld import SOURCE_TYPES, source_type
from prism.editions.plain import Json
from prism.model import Action, Dossier, Frame, Sentence


def dump_row(dossier: Dossier, frame: Frame) -> dict[str, Json]:
    """The row of a brief.

    Args:
        dossier: the story, as its page shows it.
        frame: of its edition.

    Returns:
        Values for JSON. Words of sources stand in it as far as the story's page shows them, and no further.
    """
    brief, shelf = dossier.brief, Shelf(dossier)
    notes = {note.address: note for note in notes_of(brief, shelf)}
    sentences = [(address, sentence) for address, sentence in brief.sentences() if address != "headline"]

    def part(name: str) -> list[Json]:
        return [_sentence(a, s, notes[a]) for a, s in sentences if a.partition(".")[0] == name]

    made = brief.provenance
    insight: Json = {"title": brief.insight.title, "sentences": part("insight")} if brief.insight else None
    return {
        "id": brief.id,
        "story": dossier.story.id,
        "locale": brief.locale,
        "url": frame.site.url + dossier.path,
        "headline": _sentence("headline", brief.headline, notes["headline"]),
        "dek": part("dek"),
        "body": part("body"),
        "insight": insight,
        "section": brief.section,
        "tags": [tag.name for tag in brief.tags],
        "version": brief.version,
        "status": "withdrawn" if dossier.decision.action is Action.WITHDRAW else "published",
        "published": dossier.published_at.isoformat(),
        "updated": dossier.updated_at.isoformat(),
        "ai": {
            "generated": True,
            "digital_source_type": SOURCE_TYPES + source_type(dossier),
            "writer": made.writer,
            "model": made.model or None,
            "reviewer": None if dossier.decision.by == "policy" else dossier.decision.by,
        },
        "responsible": frame.site.editor,
        "outlets": [
            {
                "name": source.name,
                "language": source.language,
                "country": source.country,
                "owner": source.owner,
                "homepage": source.homepage,
            }
            for source in dossier.sources
        ],
        "corrections": [
            {"at": one.at.isoformat(), "was": one.what_was, "is": one.what_is, "why": one.why}
            for one in dossier.corrections
        ],
        "disagreements": [
            {
                "what": one.labels.get(frame.locale.language, one.what),
                "values": {shelf.outlet(source): value for source, value in one.values.items()},
            }
            for one in dossier.story.disagreements
        ],
        "licence": frame.site.licence,
    }


def _sentence(address: str, sentence: Sentence, note: Note) -> Json:
    return {
        "address": address,
        "text": sentence.text,
        "kind": sentence.kind.value,
        "evidence": [
            {
                "outlet": quoted.outlet,
                "url": quoted.link,
                "language": quoted.language,
                "passage": quoted.number,
                "text": quoted.text,
            }
            for quoted in note.quoted
        ],
    }
