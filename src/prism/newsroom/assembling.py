"""Articles → stories: vectors, neighbours, assignment, description."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from datetime import timedelta

from prism import articles as reading
from prism import stories
from prism.model import Article, Member, PrismError, Regrouping, Vector
from prism.newsroom.tools import Tools

WINDOW = timedelta(days=21)
"""How far back a newcomer may find its story."""

CANDIDATES = 50
COPY_CANDIDATES = 8
NEAREST = 5
RECONSIDERED = 400
"""At most this many articles are decided anew together, the latest: the work grows with their square."""

BATCH = 64
_MEANS = "language-means"
_TOUCHED = "stories-to-reconsider"


def group(tools: Tools) -> int:
    """Put every article that waits into a story; returns how many."""
    archive, embedder = tools.archive, tools.embedder
    note = f"{_MEANS}:{embedder.name}"
    means = stories.Means.from_json(archive.note(note), embedder=embedder.name, dimensions=embedder.dimensions)
    done = 0
    tell = tools.told("group")
    touched = set[str](json.loads(archive.note(_TOUCHED) or "[]"))
    while batch := archive.articles_to_group(BATCH):
        members = [stories.sign(article, vector) for article, vector in zip(batch, _vectors(tools, batch), strict=True)]
        centres = means.update(members).frozen()
        for article, member in zip(batch, members, strict=True):
            # What is learnt and what is to be reconsidered are kept with each article: a run that was killed goes on
            # as if it had not been.
            means = means.update([member])
            touched = _group_one(tools, article, member, centres, touched, {note: means.to_json()})
            done += 1
            tell(done)
    if touched:
        _reconsider(tools, touched, means.frozen())
    return done


def _reconsider(tools: Tools, touched: set[str], centres: Mapping[str, Vector]) -> None:
    """Decide the stories that were touched once more, together: the means have moved, and later articles are known."""
    members = sorted(tools.archive.members(touched), key=lambda one: (one.at, one.article_id))[-RECONSIDERED:]
    regrouping = stories.consolidate(members, centres)
    tools.archive.put_grouping([], regrouping, tools.clock.now(), notes={_TOUCHED: "[]"})
    tools.neighbours.add(tools.archive.members_by_id(regrouping.moves))


def _vectors(tools: Tools, batch: Sequence[Article]) -> Sequence[Vector | None]:
    try:
        return tools.embedder.embed([stories.text_to_embed(article) for article in batch])
    except PrismError as error:
        # Names, figures and dates group without vectors, less well: better than not at all.
        tools.fail("group", tools.embedder.name, error)
        return [None] * len(batch)


def _group_one(
    tools: Tools,
    article: Article,
    member: Member,
    centres: Mapping[str, Vector],
    touched: set[str],
    notes: Mapping[str, str],
) -> set[str]:
    """Find one article's story; returns the stories to be reconsidered, those touched before included."""
    archive, now = tools.archive, tools.clock.now()
    known = archive.members_by_id([article.id])
    if known and known[0].story_id:
        # Its text changed: it stays in its story, whose address readers know, and the story is told anew.
        member = dataclasses.replace(member, story_id=known[0].story_id)
        touched = touched | {member.story_id}
        archive.put_grouping(
            [member], Regrouping({article.id: member.story_id}), now, notes={**notes, **_kept(touched)}
        )
        tools.neighbours.add([member])
        return touched
    near = tools.neighbours.near(member, centres, since=member.at - WINDOW, count=CANDIDATES)
    neighbours = [one for one in archive.members_by_id(near) if one.article_id != article.id]
    candidates = archive.members({one.story_id for one in neighbours})
    regrouping = stories.assign(member, candidates, centres)
    member = dataclasses.replace(member, story_id=regrouping.moves[article.id])
    same_language = [one for one in neighbours if one.language == article.language]
    copies = _copies(tools, article, same_language[:COPY_CANDIDATES])
    looked_at = {member.story_id, *(one.story_id for one in neighbours[:NEAREST])}
    touched = (touched | looked_at) - set(regrouping.merged)
    archive.put_grouping([member], regrouping, now, copies=copies, notes={**notes, **_kept(touched)})
    tools.neighbours.add([member])
    return touched


def _kept(touched: set[str]) -> Mapping[str, str]:
    return {_TOUCHED: json.dumps(sorted(touched))}


def _copies(tools: Tools, article: Article, near: Sequence[Member]) -> Mapping[str, str]:
    """Which of these articles are wire copies of which: article id → original's id."""
    others = tools.archive.articles(one.article_id for one in near)
    if original := reading.copy_of(article, others):
        return {article.id: original}
    # The original may come in after its copies.
    return {other.id: article.id for other in others if other.copy_of is None and reading.copy_of(other, [article])}


def describe(tools: Tools) -> int:
    """Describe every story whose members changed; returns how many."""
    archive = tools.archive
    done = 0
    tell = tools.told("describe")
    sources = archive.sources()
    while due := archive.stories_due(BATCH):
        for story_id, article_ids, previous in due:
            members = archive.articles(article_ids)
            archive.put_story(stories.describe(story_id, members, sources, previous))
            done += 1
            tell(done)
    return done
