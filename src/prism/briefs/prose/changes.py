"""What a reader of the last version of a brief is told is new; every line is the house's own words around checked sentences."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from prism.briefs.digest.wording import listing, say
from prism.briefs.prose.assembling import texts
from prism.briefs.prose.sheet import Sheet
from prism.model import Brief, Locale, Sentence

WRITER = "prose"
_MOST = 4
"""New sentences that are told one by one."""


def changes(
    previous: Brief,
    brief: Brief,
    sheet: Sheet,
    locale: Locale,
    new: Sequence[Sentence] = (),
    known: Collection[str] = (),
) -> tuple[str, ...]:
    """The lines of change from one version to the next; at least one.

    Args:
        previous: the last version.
        brief: the new one.
        sheet: of the new one.
        locale: the edition.
        new: sentences that tell what the last version could not.
        known: outlets that the last version rested on already, named in it or not.
    """
    lines = []
    before = "\n".join((*texts(previous), *previous.changes))
    if previous.provenance.writer != WRITER:
        same = previous.story_revision == brief.story_revision
        lines.append(say(locale, "prose.changed.writer" if same else "prose.changed.writer.more"))
    elif added := [name for name in _named(brief, sheet) if name not in before and name not in known]:
        lines.append(say(locale, "insight.changed.outlets", outlets=listing(locale, added)))
    lines += [say(locale, "prose.changed.told", sentence=sentence.text) for sentence in new[:_MOST]]
    if previous.headline.text != brief.headline.text and previous.provenance.writer == WRITER:
        lines.append(say(locale, "insight.changed.headline"))
    return tuple(lines) or (say(locale, "insight.changed.other"),)


def _named(brief: Brief, sheet: Sheet) -> list[str]:
    """The outlets that a brief rests on, in the order of their reports."""
    used = {fact for _, sentence in brief.sentences() for fact in sentence.facts}
    cited = {c.article_id for fact in sheet.facts.facts if fact.id in used for c in fact.citations}
    return list(dict.fromkeys(origin.outlet for ident, origin in sheet.origins.items() if ident in cited))
