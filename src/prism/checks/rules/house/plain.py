"""A brief is plain prose: no address, no number to call, no markup or code, and nothing said to whoever passes it on.

It holds for what is quoted as for what is written, and for titles, tags and lines of change: whatever an article says and
whoever obeys it, a reader is never sent anywhere by a sentence. A site's name as a name ("Booking.com") needs two outlets.
Where an edition is not written in Latin letters, a word in them is a name or a term of some report, or it was smuggled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prism.checks.examined import DIGEST, Examined, Part
from prism.checks.rules.house.language import is_latin
from prism.languages import Oddity, host_names, oddities
from prism.languages.slips import speaks_of_its_task
from prism.model import Outcome, Verdict

_SHOWN = 60
_LATIN = re.compile(r"[A-Za-z]+[a-z][A-Za-z'’-]*|[A-Z]{6,}")
"""A word in Latin letters that is no abbreviation."""
_CAPITALS = re.compile(r"[A-Z]{6,}")
_SHORTEST = 3
_FEWEST, _SHORT_SENTENCE = 2, 6
"""Words between spaces of a sentence, and letters of one in a script that has no spaces."""
_MESSAGES = {"address": "address", "mail": "address", "handle": "address", "telephone": "address", "order": "order"}
"""Kind of oddity → which reason is given; "markup" for the rest."""


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a sentence, a title, a tag or a line of change that is no plain prose."""
    for part in examined.parts:
        text = examined.without_outlets(part.sentence.text)
        yield from _verdicts(oddities(text), part, examined)
        for name in host_names(text):
            if not _told_by_two(name, examined):
                yield examined.verdict("plain", Outcome.FAIL, part, "check.plain.host", name, text=name)
        for word in _from_nowhere(part, examined):
            yield examined.verdict("plain", Outcome.FAIL, part, "check.plain.word", word, text=word)
        if examined.brief.provenance.writer != DIGEST and (words := speaks_of_its_task(part.own)):
            yield examined.verdict("plain", Outcome.FAIL, part, "check.plain.task", words, text=words)
        if _is_scrap(part, examined):
            yield examined.verdict("plain", Outcome.FAIL, part, "check.plain.scrap", text=part.plain)
    brief = examined.brief
    apart = (brief.insight.title if brief.insight else "", *brief.changes, *(tag.name for tag in brief.tags))
    for text in apart:
        yield from _verdicts(oddities(examined.without_outlets(text)), None, examined)


def _verdicts(found: tuple[Oddity, ...], part: Part | None, examined: Examined) -> Iterator[Verdict]:
    for one in found:
        message = f"check.plain.{_MESSAGES.get(one.kind, 'markup')}"
        shown = one.text if len(one.text) <= _SHOWN else one.text[: _SHOWN - 1] + "…"
        words = (one.text,) if part and one.text in part.sentence.text else ()
        yield examined.verdict("plain", Outcome.FAIL, part, message, *words, text=shown)


def _from_nowhere(part: Part, examined: Examined) -> Iterator[str]:
    """Words of a writer's own that no report of the story has: in Latin letters, where the edition has another script.

    Where it is written in Latin letters itself, only words in capitals are asked for, which another sentence may have too.
    """
    if examined.brief.provenance.writer == DIGEST:
        return
    own, told = examined.without_outlets(part.own), [*_read(examined)]
    found = [word for word in _LATIN.findall(own) if len(word) >= _SHORTEST]
    if is_latin(examined.locale.endonym):
        found = _CAPITALS.findall(own)
        told += [other.sentence.text for other in examined.parts if other is not part]
    for word in dict.fromkeys(found):
        if not any(word.casefold() in text.casefold() for text in told):
            yield word


def _read(examined: Examined) -> Iterator[str]:
    """What the reports of the story say to readers."""
    for article in examined.articles.values():
        if not oddities(article.title):
            yield article.title
        yield from (passage.text for passage in article.passages if not passage.for_machines)


def _is_scrap(part: Part, examined: Examined) -> bool:
    """Whether a sentence of a writer's own is a single word: nothing that could be said, or checked."""
    if examined.brief.provenance.writer == DIGEST or not examined.is_prose(part):
        return False
    return (len(part.plain.split()) < _FEWEST and sum(char.isalnum() for char in part.plain) < _SHORT_SENTENCE) or (
        part.plain.isascii() and len(part.plain.split()) < _FEWEST
    )


def _told_by_two(name: str, examined: Examined) -> bool:
    """Whether the reports of two outlets have a name."""
    outlets = {
        article.source_id
        for article in examined.articles.values()
        if name in article.title or any(name in passage.text for passage in article.passages)
    }
    return len(outlets) > 1
