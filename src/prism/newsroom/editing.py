"""An edition as it stands when it is built: its stories in order, cards, corrections, addresses that lead on, sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from operator import attrgetter

from prism import desk
from prism.model import Basis, Edition, Rights, Source, Use
from prism.newsroom.cards import cards_of
from prism.newsroom.rooms import Known, Room
from prism.newsroom.tools import Tools


def edition_of(tools: Tools, known: Known, room: Room, now: datetime) -> Edition:
    """The edition that a room will show.

    Args:
        tools: archive, shelf.
        known: sources and merged stories.
        room: of the edition; its stories are all read.
        now: its moment if it has no story.
    """
    archive, tag = tools.archive, room.tag
    living = room.teasers.values()
    shown = desk.arrange(
        [teaser for teaser in living if not teaser.withdrawn],
        languages={source.id: source.language for source in known.sources},
        language=room.frame.locale.language,
    )
    before = archive.note(f"published:{tag}")
    # The moment of its newest version, not of the build: building again gives the same bytes.
    at = max(map(attrgetter("updated_at"), living), default=now)
    return Edition(
        locale=tag,
        published_at=at,
        placements=shown,
        cards=cards_of(tools, room.frame, room.teasers),
        corrections=tuple(tools.shelf.corrections(archive, living)),
        redirects=tuple(_redirects(room, known)),
        sources=tuple((source, _standing(source, at)) for source in known.sources),
        supersedes=datetime.fromisoformat(before) if before else None,
    )


def _redirects(room: Room, known: Known) -> Iterator[tuple[str, str]]:
    for old, new in sorted(known.merged.items()):
        if old in room.ended:
            yield room.ended[old].path, room.teasers[new].path if new in room.teasers else f"/{room.tag}/"


def _standing(source: Source, at: datetime) -> Rights:
    """What may be done with a source as a whole, for its page."""
    if source.rights is None:
        return Rights(Use.LINK, Basis.DEFAULT, "", at)
    return Rights(source.rights, Basis.OPERATOR, source.rights.value, at)
