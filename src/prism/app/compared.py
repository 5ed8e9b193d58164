"""The editions of one story held against each other, as lines for people: do they rest on the same facts?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prism.briefs.prose import parity
from prism.model import Story, derived_id
from prism.ports import Archive, Work

_LONGEST = 90


def compared(archive: Archive, story: Story, locales: Sequence[str]) -> Iterator[str]:
    """What the editions of a story share and lack.

    Only versions written from one fact sheet are compared: a digest numbers its facts for itself.

    Args:
        archive: holds the versions.
        story: it.
        locales: tags of the newsroom's editions.

    Yields:
        Nothing unless two editions at least were written from the same sheet; else a line with the share of facts that
        all rest on, and a line for each fact that one edition lacks or has alone.
    """
    latest = [archive.work(derived_id("brief", story.id, tag)) for tag in locales]
    works = [one for one in latest if one and one.brief.provenance.writer == "prose"]
    revision = max((one.brief.story_revision for one in works), default=0)
    same = [one for one in works if one.brief.story_revision == revision and _told(one) == _told(works[-1])]
    if len(same) <= 1:
        return
    sheet = same[0].facts
    found = parity([one.brief for one in same], sheet)
    said = {fact.id: fact.statement for fact in sheet.facts}
    tags = ", ".join(found.rests)
    every = len({ident for ids in found.rests.values() for ident in ids})
    yield f"editions {tags} rest on the same facts: {len(found.shared)} of {every} ({found.agreement:.0%})"
    for word, parts in (("lacks", found.lacking), ("alone has", found.alone)):
        for tag, ids in parts.items():
            for ident in ids:
                yield f"  {tag} {word}: {said[ident][:_LONGEST]}"


def _told(work: Work) -> tuple[tuple[str, str], ...]:
    """What a sheet states, without what an edition was given beside it."""
    return tuple((fact.id, fact.statement) for fact in work.facts.facts if fact.id.startswith("F"))
