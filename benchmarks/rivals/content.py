"""A story as plain data: all that Prism's page of it prints, with every date, count and link already put into words.

Hugo and Pelican print these and compute nothing that Prism computes (evidence, names that become links, formats of dates),
which is in their favour.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from prism.editions.covers import beams, hue_of, rays_of
from prism.editions.evidence import Note, Quoted, Shelf, notes_of
from prism.editions.formats.jsonld import paragraphs, story_graph
from prism.editions.linking import linked
from prism.editions.plain import gap, mail_link, run_on
from prism.editions.voice import Voice
from prism.model import Dossier, Frame, Sentence, Teaser

Data = dict[str, Any]


def story_data(dossier: Dossier, frame: Frame, related: list[Teaser]) -> Data:
    """The story, its page's parts by name."""
    return _Story(dossier, frame).data(related)


class _Story:
    def __init__(self, dossier: Dossier, frame: Frame) -> None:
        self.d, self.frame, self.v = dossier, frame, Voice(frame)
        self.shelf = Shelf(dossier)
        self.notes = {note.address: note for note in notes_of(dossier.brief, self.shelf)}
        self.seen: set[str] = set()

    def time(self, at: datetime, form: str = "datetime") -> Data:
        return {"iso": at.isoformat(), "text": self.v.when(at, form)}

    def quoted(self, one: Quoted | None) -> Data | None:
        if one is None:
            return None
        v = self.v
        at = one.article.published_at
        return {
            "text": one.text,
            "language": one.language,
            "outlet": one.outlet,
            "tongue": v.language(one.language),
            "place": v.say("story.title_of") if one.number == 0 else v.say("story.passage", number=one.number),
            "time": self.time(at) if at else None,
            "link": one.link,
            "said": v.say("story.said_by", name=one.said_by) if one.said_by else "",
            "uncertain": one.uncertain,
        }

    def lines(self, part: str, sentences: tuple[Sentence, ...]) -> list[Data]:
        found, before = [], ""
        names = {tag.name: f"/tag/{tag.slug}/" for tag in self.d.brief.tags}
        for number, sentence in enumerate(sentences):
            note: Note = self.notes[f"{part}.{number}"]
            found.append(
                {
                    "space": gap(before, sentence.text) if before else "",
                    "kind": sentence.kind.value,
                    "mark": note.mark,
                    "anchor": note.anchor,
                    "number": note.number,
                    "label": self.v.say("story.evidence_of", number=note.number),
                    "paragraph": sentence.paragraph,
                    "pieces": [
                        {"text": piece.text, "link": piece.link, "away": not piece.link.startswith("/")}
                        for piece in linked(sentence.text, names, once=self.seen)
                    ],
                }
            )
            before = sentence.text
        return found

    def data(self, related: list[Teaser]) -> Data:
        d, v, frame, brief = self.d, self.v, self.frame, self.d.brief
        body: dict[int, list[Data]] = {}
        for line in self.lines("body", brief.body):
            body.setdefault(line["paragraph"], []).append(line)
        made = brief.provenance
        return {
            "brief": brief.id,
            "title": brief.headline.text,
            "description": run_on(s.text for s in brief.dek),
            "section": brief.section,
            "sectionname": v.section(brief.section),
            "tags": [tag.name for tag in brief.tags],
            "outletids": sorted({article.source_id for article in d.articles}),
            "day": v.local_day(d.published_at).isoformat(),
            "marks": [["ai-generated", "true"], ["prism:responsible", frame.site.editor], ["prism:version", "1"]],
            "graph": story_graph(d, frame, self.shelf, tuple(self.notes.values())),
            "paragraphs": list(paragraphs(brief)),
            "dek": self.lines("dek", brief.dek),
            "body": list(body.values()),
            "insighttitle": brief.insight.title if brief.insight else "",
            "insight": self.lines("insight", brief.insight.sentences) if brief.insight else [],
            "beams": [{"hue": b.hue, "inside": b.inside, "outside": b.outside} for b in beams(rays_of(d.articles))],
            "rays": [
                {"hue": ray.hue, "count": ray.count, "tongue": v.language(ray.language)} for ray in rays_of(d.articles)
            ],
            "issued": self.time(d.published_at),
            "short": self.time(d.updated_at, "short"),
            "counted": v.count("count.outlets", len(d.sources)),
            "editor": frame.site.editor,
            "outlets": [{"name": source.name, "link": source.homepage} for source in d.sources],
            "notes": [self.note(note) for note in self.notes.values()],
            "coverage": self.coverage(),
            "disagreements": [
                {
                    "what": one.labels.get(frame.locale.language, one.what),
                    "rows": [
                        {
                            "outlet": self.shelf.outlet(source),
                            "value": v.value(value),
                            "quoted": self.quoted(self.shelf.quoted(one.citations[source]))
                            if source in one.citations
                            else None,
                        }
                        for source, value in one.values.items()
                    ],
                }
                for one in d.story.disagreements
            ],
            "timeline": [
                {"time": self.time(moment.at), "quoted": self.quoted(self.shelf.quoted(moment.citation))}
                for moment in d.story.timeline
            ],
            "checks": self.checks(),
            "made": [
                [v.say("made.writer"), made.writer],
                [v.say("made.model"), made.model],
                [v.say("made.rules"), made.prompt_version],
                [v.say("made.drafted"), v.when(made.drafted_at)],
                [v.say("made.decision"), v.say(f"decision.{d.decision.action.value}")],
                [v.say("made.answerable"), frame.site.editor],
                [v.say("made.publisher"), frame.site.publisher],
            ],
            "history": [
                {
                    "version": v.say("story.version", number=one.number),
                    "time": self.time(one.at),
                    "action": one.action,
                    "headline": one.headline,
                    "changes": list(one.changes),
                }
                for one in d.history
            ],
            "report": mail_link(frame.site.contact, subject=brief.headline.text, body=frame.site.url + d.path),
            "related": [
                {
                    "section": v.section(one.section),
                    "path": one.path,
                    "headline": one.headline,
                    "dek": one.dek,
                    "counted": v.count("count.outlets", len(one.outlets)),
                    "short": self.time(one.updated_at, "short"),
                }
                for one in related
            ],
        }

    def note(self, note: Note) -> Data:
        return {
            "anchor": note.anchor,
            "mark": note.mark,
            "number": note.number or "·",
            "part": self.v.say(f"part.{note.part}"),
            "sentence": note.sentence,
            "quoted": [self.quoted(one) for one in note.quoted],
        }

    def coverage(self) -> list[Data]:
        found: dict[str, list[Data]] = {}
        for article in self.d.articles:
            source = self.shelf.sources.get(article.source_id)
            found.setdefault(article.language, []).append(
                {
                    "hue": hue_of(article.language),
                    "source": article.source_id,
                    "outlet": self.shelf.outlet(article.source_id),
                    "country": self.v.country(source.country) if source and source.country else "",
                    "time": self.time(article.published_at) if article.published_at else None,
                    "language": article.language,
                    "link": article.url,
                    "title": article.title,
                    "copy": self.v.say("story.copy_of", outlet=article.wire or "") if article.copy_of else "",
                }
            )
        return [
            {"tongue": self.v.language(tag), "counted": self.v.count("count.articles", len(rows)), "rows": rows}
            for tag, rows in found.items()
        ]

    def checks(self) -> list[Data]:
        found: dict[str, Data] = {}
        for verdict in self.d.verdicts:
            one = found.setdefault(
                verdict.check,
                {
                    "name": self.v.say_or(f"check.name.{verdict.check}", verdict.check),
                    "outcome": verdict.outcome.value,
                    "found": verdict.reason,
                    "remarks": [],
                },
            )
            if verdict.outcome.value != "pass":
                mark = f"s-{verdict.sentence.replace('.', '-')}" if verdict.sentence else ""
                one["remarks"].append({"text": verdict.reason, "mark": mark})
        return list(found.values())
