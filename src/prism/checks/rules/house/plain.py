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
from prism.model import Outcome, Verdict

_SHOWN = 60
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]*[a-z][A-Za-z'’-]*")
"""A word in Latin letters that is no abbreviation."""
_SHORTEST = 3
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
    """Words in Latin letters of a writer's own that no report of the story has, where the edition has another script."""
    if examined.brief.provenance.writer == DIGEST or is_latin(examined.locale.endonym):
        return
    words = [word for word in _LATIN.findall(examined.without_outlets(part.own)) if len(word) >= _SHORTEST]
    for word in dict.fromkeys(words):
        texts = (text for one in examined.articles.values() for text in (one.title, *(p.text for p in one.passages)))
        if not any(word.casefold() in text.casefold() for text in texts):
            yield word


def _told_by_two(name: str, examined: Examined) -> bool:
    """Whether the reports of two outlets have a name."""
    outlets = {
        article.source_id
        for article in examined.articles.values()
        if name in article.title or any(name in passage.text for passage in article.passages)
    }
    return len(outlets) > 1
