"""One event, told by many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Vector: TypeAlias = npt.NDArray[np.float32]
"""One text's place in the embedder's space, unit length, as the embedder gave it (not centred)."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where something is said: a passage of an article (0: its title)."""

    article_id: str
    passage: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, organisation or thing that articles of a story name.

    Attributes:
        id: derived from its script-neutral key, so that the same name in two stories is one entity.
        kind: "person", "place", "organisation", "event", "other".
        names: BCP 47 tag → the name as the sources in that language most often write it.
        mentions: number of articles of the story that name it.
    """

    id: str
    kind: str
    names: Mapping[str, str]
    mentions: int = 1


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sources give different values for one thing.

    Attributes:
        what: what is counted or named, in the words of the sources ("released", "사망").
        values: source id → value in plain digits ("20000" for 2만).
        citations: source id → where it says so.
        labels: BCP 47 tag → what is counted, in that language, where a source in it says so.
    """

    what: str
    values: Mapping[str, str]
    citations: Mapping[str, Citation] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of a story's timeline.

    Attributes:
        at: when it was published (kind "report", "correction") or happened (kind "event"), UTC.
        kind: "report", "follow-up", "correction", "event".
        citation: the passage that says so (the title for a report).
        day_only: the source gives the day and not the hour.
    """

    at: datetime
    kind: str
    citation: Citation
    day_only: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """All articles of one event.

    Attributes:
        id: fixed when the story is founded; its addresses last as long as the archive.
        revision: 1 at founding, one more whenever members or their texts change.
        article_ids: members in order of publication, wire copies included.
        entities: most mentioned first.
        first_seen_at: earliest publication among its members (UTC).
        last_seen_at: latest (UTC).
        disagreements: where sources differ on a figure.
        timeline: in order of time.
        superseded: members that a correction of their own outlet replaces: they count in coverage, and nothing rests on them.
        merged_into: the story that this one joined (then it has no members), or None.
        topics: ids of IPTC Media Topics (top level) with the best first.
    """

    id: str
    revision: int
    article_ids: tuple[str, ...]
    first_seen_at: datetime
    last_seen_at: datetime
    entities: tuple[Entity, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    timeline: tuple[Moment, ...] = ()
    superseded: tuple[str, ...] = ()
    merged_into: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """An article as grouping sees it.

    Attributes:
        article_id: the article.
        story_id: the story it stands in; empty before it is grouped.
        source_id: its outlet.
        language: of the article.
        at: when it was published (or retrieved), UTC.
        signature: what `stories` compares (names, figures, places, dates), as JSON text; opaque to everyone else.
        keys: what it can be looked up by beside its vector (script-neutral name keys).
        vector: of title and lead, or None when it could not be had.
    """

    article_id: str
    story_id: str
    source_id: str
    language: str
    at: datetime
    signature: str
    keys: tuple[str, ...]
    vector: Vector | None


@dataclass(frozen=True, slots=True)
class Regrouping:
    """What grouping one article decided: which articles now stand in which story.

    Attributes:
        moves: article id → story id, the newcomer's included; a merge moves every member of the story that ends.
        merged: story id that ended → story id that it joined.
        reasons: why, one plain line each (for `prism explain` and for tests).
    """

    moves: Mapping[str, str]
    merged: Mapping[str, str] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
