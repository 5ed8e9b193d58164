"""An archive that holds the stories of the benchmark, as if a newsroom had published nothing of them yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from prism.adapters.archive import SqlArchive, open_archive, schema
from prism.adapters.archive.codecs import encode, micros
from prism.adapters.archive.engine import writing
from prism.editions.samples import sample_sources
from prism.model import Dossier, Verdict, derived_id

_AT_ONCE = 500
NEVER = datetime(2099, 1, 1, tzinfo=UTC)


def filled(path: Path, dossiers: Iterable[Dossier]) -> SqlArchive:
    """The archive in a file, with these stories in it; their articles are those of the sample, under ids of their own."""
    archive = open_archive(path)
    for source, _ in sample_sources():
        archive.put_source(source, poll_at=NEVER)
    some: list[Dossier] = []
    for dossier in dossiers:
        some.append(dossier)
        if len(some) >= _AT_ONCE:
            add(archive, some)
            some.clear()
    if some:
        add(archive, some)
    return archive


def add(archive: SqlArchive, dossiers: Iterable[Dossier]) -> None:
    """More stories, all of them due on the site."""
    stories, briefs, versions, names, articles = [], [], [], [], []
    for one in dossiers:
        story, brief = one.story, one.brief
        ids = {article.id: derived_id(article.id, story.id) for article in one.articles}

        def own(text: str, ids: Mapping[str, str] = ids) -> str:
            """The text with the ids of the articles that this story alone has."""
            for known, fresh in ids.items():
                text = text.replace(f'"{known}"', f'"{fresh}"')
            return text

        articles += [
            {
                "id": ids[article.id],
                "source_id": article.source_id,
                "canonical_url": f"{article.canonical_url}?{story.id}",
                "body": own(encode(article)),
                "content_hash": article.content_hash,
                "said_at": micros(article.said_at),
                "grouped": True,
                "story_id": story.id,
                "revisit_at": None,
            }
            for article in one.articles
        ]
        stories.append(
            {
                "id": story.id,
                "body": own(encode(story)),
                "revision": story.revision,
                "due": False,
                "last_seen_at": micros(story.last_seen_at),
            }
        )
        names += [{"entity_id": entity.id, "story_id": story.id} for entity in story.entities]
        briefs.append(
            {
                "id": brief.id,
                "story_id": story.id,
                "locale": brief.locale,
                "version": brief.version,
                "story_revision": brief.story_revision,
                "site_due": True,
            }
        )
        versions.append(
            {
                "brief_id": brief.id,
                "version": brief.version,
                "body": own(encode(brief)),
                "facts": own(encode(one.facts)),
                "verdicts": encode(one.verdicts, tuple[Verdict, ...]),
                "decision": encode(one.decision),
                "action": one.decision.action.value,
                "at": micros(one.updated_at),
                "published_at": micros(one.published_at),
                "checked": True,
            }
        )
    with writing(archive.engine) as connection:
        connection.execute(sa.insert(schema.articles), articles)
        connection.execute(sa.insert(schema.stories), stories)
        connection.execute(sa.insert(schema.briefs), briefs)
        connection.execute(sa.insert(schema.brief_versions), versions)
        if names:
            connection.execute(sa.insert(schema.story_entities), names)
