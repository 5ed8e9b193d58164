"""From an edition to a letter."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from prism.editions.addresses import front_path, standing_path
from prism.editions.environment import fragment
from prism.editions.plain import clean
from prism.editions.voice import Voice
from prism.model import Correction, Frame, Teaser

_MOST = 12
_WIDTH = 72


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it goes out.

    Attributes:
        subject: one line.
        text: for those who read text.
        html: for those who read HTML.
        stories: ids of the stories in it, most important first.
    """

    subject: str
    text: str
    html: str
    stories: tuple[str, ...]


def letter(
    teasers: Sequence[Teaser],
    frame: Frame,
    *,
    at: datetime,
    address: str,
    unsubscribe: str,
    names: Mapping[str, str],
    corrections: Sequence[tuple[Correction, Teaser]] = (),
) -> Letter:
    """The letter of an edition for one reader.

    Args:
        teasers: the edition's stories, most important first; the first twelve are told.
        frame: of the edition.
        at: the moment of the edition (UTC).
        address: of the reader, who is told why the letter came.
        unsubscribe: link by which he leaves the list.
        names: source id → name of the outlet.
        corrections: since the last letter, newest first.
    """
    shown = tuple(teasers[:_MOST])
    voice, site = Voice(frame), frame.site
    day = voice.day(voice.local_day(at))
    lead = _line(shown[0].headline) if shown else voice.say("list.empty")
    subject = voice.say("newsletter.subject", name=_line(site.name), headline=lead)
    values = {
        "teasers": shown,
        "corrections": tuple(corrections),
        "names": names,
        "day": day,
        "front": site.url + front_path(frame.locale.tag),
        "corrected": site.url + standing_path(frame.locale.tag, "corrections"),
        "about_ai": site.url + standing_path(frame.locale.tag, "ai"),
        "address": address,
        "unsubscribe": unsubscribe,
        "rest": max(0, len(teasers) - _MOST),
        "lead": lead,
    }
    html = str(fragment("newsletter.html", frame, **values))
    return Letter(subject, _text(shown, frame, values), html, tuple(teaser.story_id for teaser in shown))


def _text(teasers: Sequence[Teaser], frame: Frame, values: Mapping[str, object]) -> str:
    voice, site = Voice(frame), frame.site
    parts = [f"{_line(site.name)} · {values['day']}", voice.say("ai.means")]
    names = values["names"]
    assert isinstance(names, Mapping)  # noqa: S101  # made above
    for number, teaser in enumerate(teasers, 1):
        outlets = ", ".join(_line(names.get(outlet, outlet)) for outlet in teaser.outlets)
        told = [
            _wrapped(f"{number}. {_line(teaser.headline)}"),
            voice.section(teaser.section) + (f" · {voice.say('list.corrected')}" if teaser.corrected else ""),
            _wrapped(_line(teaser.dek)),
            *([_wrapped(f"{voice.say('story.rests_on')}: {outlets}")] if outlets else []),
            site.url + teaser.path,
        ]
        parts.append("\n".join(told))
    corrections = values["corrections"]
    assert isinstance(corrections, tuple)  # noqa: S101  # made above
    if corrections:
        parts.append(voice.say("site.corrections").upper())
    for correction, teaser in corrections:
        said = f"{voice.say('story.was')}: {correction.what_was} {voice.say('story.is')}: {correction.what_is}"
        parts.append(f"{_wrapped(_line(teaser.headline))}\n{_wrapped(_line(said))}\n{site.url}{teaser.path}")
    parts.append(f"{voice.say('newsletter.web')}: {values['front']}")
    why = voice.say("newsletter.why", address=str(values["address"]), name=_line(site.name))
    answerable = f"{voice.say('site.published_by', publisher=site.publisher or site.name)} {voice.say('site.editor', editor=site.editor)}"
    parts.append(
        f"-- \n{_wrapped(why)}\n{voice.say('newsletter.unsubscribe')}: {values['unsubscribe']}\n{_wrapped(_line(answerable))}"
    )
    return "\n\n".join(parts) + "\n"


def _line(text: str) -> str:
    """Text in one line: what stands in a subject must not begin another header."""
    return " ".join(clean(text).split())


def _wrapped(text: str) -> str:
    """Lines of some 72 columns where the script has spaces; wide characters count twice."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    width = _WIDTH if wide * 2 < len(text) else _WIDTH // 2
    return "\n".join(textwrap.wrap(text, width, break_long_words=wide * 2 >= len(text), break_on_hyphens=False))
