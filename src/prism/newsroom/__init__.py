"""The newsroom: the only place where the stages meet the outside world. It reads from top to bottom as news flows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from prism.model import Action, Failure
from prism.newsroom.announcing import announce
from prism.newsroom.assembling import describe, group
from prism.newsroom.drafting import check
from prism.newsroom.gathering import poll, read, revisit, settle_rights
from prism.newsroom.glossing import gloss
from prism.newsroom.publishing import publish
from prism.newsroom.tools import Progress, Tools, silent
from prism.newsroom.weighing import weigh
from prism.newsroom.writing import collect, write

__all__ = ["Progress", "Summary", "Tools", "collect", "publish", "run_once", "silent", "weigh"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What one run did.

    Attributes:
        polled: feeds asked.
        entries: new entries found.
        read: articles read, new or changed.
        withdrawn: articles that their source took down.
        grouped: articles put into stories.
        stories: stories described anew.
        written: brief versions written.
        waiting: editions of stories that were found to wait in this run.
        waits: (why, whether a brief stands in meanwhile) → how many editions of stories wait now.
        published: versions that passed.
        corrected: versions published as a correction.
        held: versions held back.
        files: files of the site that changed.
        failures: all failures that stand after the run.
    """

    polled: int = 0
    entries: int = 0
    read: int = 0
    withdrawn: int = 0
    grouped: int = 0
    stories: int = 0
    written: int = 0
    waiting: int = 0
    waits: Mapping[tuple[str, bool], int] = field(default_factory=dict)
    published: int = 0
    corrected: int = 0
    held: int = 0
    files: int = 0
    failures: tuple[Failure, ...] = field(default=())


def run_once(tools: Tools) -> Summary:
    """Do all that is due now, each step to its end; every item's outcome is committed before the next begins."""
    settle_rights(tools)
    polled = poll(tools)
    articles = read(tools)
    withdrawn = revisit(tools)
    grouped = group(tools)
    described = describe(tools)
    drafted = write(tools)
    decided = drafted.decided + Counter(check(tools))
    gloss(tools)
    files = publish(tools)
    announce(tools)
    return Summary(
        polled=polled.feeds,
        entries=polled.entries,
        read=articles,
        withdrawn=withdrawn,
        grouped=grouped,
        stories=described,
        written=drafted.written,
        waiting=drafted.waiting,
        waits=tools.archive.waiting(),
        published=decided[Action.PUBLISH],
        corrected=decided[Action.CORRECT],
        held=decided[Action.HOLD],
        files=files,
        failures=tools.archive.failures(),
    )
