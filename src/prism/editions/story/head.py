"""What the page of a story says to machines, in its head."""

from __future__ import annotations

from prism.editions import addresses
from prism.editions.evidence import Note, Shelf
from prism.editions.formats.jsonld import SOURCE_TYPES, source_type, story_graph
from prism.editions.head import Head
from prism.editions.plain import run_on
from prism.model import Action, Dossier, Frame


def story_head(
    dossier: Dossier, frame: Frame, shelf: Shelf, notes: tuple[Note, ...], *, hidden: bool, reviewer: str
) -> Head:
    """The head of a story's page.

    Args:
        dossier: all that the page shows.
        frame: what the pages of the edition share.
        shelf: of the dossier.
        notes: what each sentence rests on.
        hidden: the page is kept out of search engines.
        reviewer: the person who reviewed it, or empty.
    """
    brief, tag = dossier.brief, frame.locale.tag
    front = addresses.front_path(tag)
    return Head(
        title=brief.headline.text,
        description=run_on(sentence.text for sentence in brief.dek),
        path=dossier.path,
        kind="article",
        alternates=tuple((other, addresses.sibling_path(dossier.path, tag, other)) for other in dossier.editions),
        noindex=hidden or dossier.decision.action in {Action.WITHDRAW, Action.HOLD},
        published_at=dossier.published_at,
        updated_at=dossier.updated_at,
        section=frame.locale.sections[brief.section],
        tags=tuple(one.name for one in brief.tags),
        feeds=((f"{front}rss.xml", "application/rss+xml", frame.site.name),),
        graph=story_graph(dossier, frame, shelf, notes),
        image=_picture(dossier, frame),
        marks=_marks(dossier, frame, reviewer),
    )


def _picture(dossier: Dossier, frame: Frame) -> str:
    brief = dossier.brief
    return addresses.picture_path(
        frame, path=dossier.path, headline=brief.headline.text, section=brief.section, version=brief.version
    )


def _marks(dossier: Dossier, frame: Frame, reviewer: str) -> tuple[tuple[str, str], ...]:
    """What the EU's AI Act (Art. 50) and Korea's AI Basic Act (Art. 31) ask a page to say to machines."""
    decision, made = dossier.decision, dossier.brief.provenance
    return (
        ("ai-generated", "true"),
        ("digital-source-type", SOURCE_TYPES + source_type(dossier)),
        ("prism:ai-role", "written"),
        ("prism:writer", f"{made.writer} {made.model} {made.prompt_version}".replace("  ", " ").strip()),
        ("prism:reviewer", reviewer or "none"),
        ("prism:reviewed-at", decision.at.isoformat() if reviewer else "never"),
        ("prism:decision", decision.action.value),
        ("prism:responsible", frame.site.editor),
        ("prism:version", str(dossier.brief.version)),
    )
