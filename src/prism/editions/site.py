"""What the editions share: the choice between them, style sheets, robots.txt, the index of site maps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prism.editions.addresses import front_path
from prism.editions.assets import shared_assets
from prism.editions.environment import page
from prism.editions.formats import SITE_FORMATS
from prism.editions.head import Head
from prism.editions.voice import Voice
from prism.model import Edition, Frame, OutputFile


def site_pages(frames: Sequence[Frame], editions: Sequence[Edition] = ()) -> Iterator[OutputFile]:
    """The files at the root.

    Args:
        frames: of all editions of the site, the most important first.
        editions: the same editions as they stand now; what is not given is taken to be small (one part of a site map).

    Returns:
        The page on which a reader chooses an edition, the page for what is not there, and the shared files.
    """
    yield from shared_assets(tuple(frame.locale for frame in frames))
    for render in SITE_FORMATS.values():
        yield from render(frames, editions)
    if not frames:
        return
    first = frames[0]
    voice = Voice(first)
    tops = {edition.locale: edition.placements[:3] for edition in editions}
    alternates = tuple((frame.locale.tag, front_path(frame.locale.tag)) for frame in frames)
    head = Head(first.site.name, voice.say("site.tagline"), "/", alternates=(*alternates, ("x-default", "/")))
    yield page("choose.html", head, first, frames=frames, tops=tops, missing=False)
    lost = Head(voice.say("missing.title"), voice.say("missing.text"), "/404.html", noindex=True)
    yield page("choose.html", lost, first, frames=frames, tops={}, missing=True)
