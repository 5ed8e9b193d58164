"""What every feed says of a story, whatever its format: an id for good, and the full text with the mark that a machine wrote it."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import escape

from prism.editions.listing import Feed
from prism.editions.plain import clean
from prism.editions.voice import Voice
from prism.model import Frame, Teaser

MARK = "trainedAlgorithmicMedia"
"""The IPTC's term for what a machine made, as a category of every entry."""


def entry_id(teaser: Teaser) -> str:
    """The id of a story in all feeds, for good: it rests on the brief and on no address."""
    return f"urn:x-prism:brief:{teaser.brief_id}"


def feed_id(feed: Feed, frame: Frame) -> str:
    """The id of a feed, for good."""
    return f"urn:x-prism:feed:{frame.locale.tag}:{feed.path}"


def mark_text(teaser: Teaser, frame: Frame) -> str:
    """The sentence that says who wrote the entry and where its evidence stands."""
    return Voice(frame).say("ai.feed", url=frame.site.url + teaser.path)


def markup(teaser: Teaser, feed: Feed, frame: Frame) -> str:
    """An entry's full text as HTML: the mark, corrections, dek, body, what is new, and the way to the evidence."""
    corrections = tuple((one.what_was, one.what_is, one.why) for one in feed.corrections.get(teaser.brief_id, ()))
    voice = Voice(frame)
    words = tuple(voice.say(f"story.{name}") for name in ("corrected", "was", "is", "why"))
    return _markup(
        mark=f"{voice.say('ai.label')}. {mark_text(teaser, frame)}",
        link=frame.site.url + teaser.path,
        more=voice.say("story.evidence"),
        paragraphs=(teaser.dek, *teaser.paragraphs),
        changes=teaser.changes if teaser.version > 1 else (),
        corrections=corrections,
        words=words,
        news=voice.say("story.news"),
    )


@lru_cache(maxsize=2048)
def _markup(  # one story stands in many feeds: of its edition, its section and each of its tags
    *,
    mark: str,
    link: str,
    more: str,
    paragraphs: tuple[str, ...],
    changes: tuple[str, ...],
    corrections: tuple[tuple[str, str, str], ...],
    words: tuple[str, ...],
    news: str,
) -> str:
    corrected, was, now, why = words
    parts = [_p("p", mark)]
    for what_was, what_is, reason in corrections:
        parts.append(_p("p", f"{corrected}. {was}: {what_was} {now}: {what_is} {why}: {reason}"))
    parts += [_p("p", paragraph) for paragraph in paragraphs if paragraph]
    if changes:
        parts += [_p("p", news), "<ul>", *(_p("li", change) for change in changes), "</ul>"]
    parts.append(f'<p><a href="{escape(clean(link))}#evidence">{escape(more)}</a></p>')
    return "".join(parts)


def _p(name: str, text: str) -> str:
    return f"<{name}>{escape(clean(text))}</{name}>"
