"""The reader's hand: the page on which readers set how they read. What they choose stays on their device."""

from __future__ import annotations

from collections.abc import Iterator

from prism.editions.addresses import standing_path
from prism.editions.assets import script
from prism.editions.environment import page
from prism.editions.head import Head
from prism.editions.voice import Voice
from prism.model import Edition, Frame, OutputFile


def reader_page(edition: Edition, frame: Frame) -> Iterator[OutputFile]:
    """The page of an edition at "<locale>/reader/".

    Args:
        edition: whose sources' languages can be chosen among.
        frame: what its pages share.

    Returns:
        One HTML file. Its form is shown by a script, because what it sets is kept by one; without it the page says so.
    """
    voice, tag = Voice(frame), frame.locale.tag
    spoken = {source.language.partition("-")[0] for source, _ in edition.sources if source.language}
    languages = sorted(spoken, key=lambda language: (language != frame.locale.language, voice.language(language)))
    head = Head(
        title=voice.say("hand.title"),
        description=voice.say("hand.lede"),
        path=standing_path(tag, "reader"),
        noindex=True,
    )
    yield page("reader.html", head, frame, sheet="lists", languages=languages, settings=script("settings.js").link)
