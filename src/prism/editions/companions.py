"""What stands beside a story's page for other sites and programs: its picture, what oEmbed says of it, a card to embed."""

from __future__ import annotations

from collections.abc import Iterator

from prism.editions import addresses
from prism.editions.assets import stylesheet
from prism.editions.environment import fragment
from prism.editions.formats import oembed
from prism.editions.pictures import draw, shows
from prism.model import Dossier, Frame, OutputFile, Standing, Teaser


def picture_path(teaser: Teaser, frame: Frame) -> str:
    """Where the picture of a story stands, from the root and with its key; empty for a site without pictures."""
    return addresses.picture_path(
        frame, path=teaser.path, headline=teaser.headline, section=teaser.section, version=teaser.version
    )


def companion_files(teaser: Teaser, frame: Frame) -> tuple[str, ...]:
    """The files that stand beside a story's page."""
    paths = (picture_path(teaser, frame), addresses.oembed_path(teaser.path), addresses.embed_path(teaser.path))
    return tuple(addresses.file_of(path.partition("?")[0]) for path in paths if path)


def is_drawn(teaser: Teaser, frame: Frame, picture: bytes | None) -> bool:
    """Whether the site's picture of a story is the one that it should have, or it should have none."""
    path = picture_path(teaser, frame)
    return not path or shows(picture, path)


def companions(teaser: Teaser, dossier: Dossier, frame: Frame, *, drawn: bool) -> Iterator[OutputFile | Standing]:
    """The files beside a story's page.

    Args:
        teaser: of the story.
        dossier: the story; of a withdrawn one nothing is offered.
        frame: of its edition.
        drawn: the site has this picture already: it is left as it is.
    """
    if teaser.withdrawn:
        return
    if picture := picture_path(teaser, frame):
        yield Standing(addresses.file_of(picture.partition("?")[0])) if drawn else draw(teaser, dossier, frame)
    yield from oembed.files(teaser, frame)
    names = {source.id: source.name for source in dossier.sources}
    card = fragment(
        "embed.html",
        frame,
        teaser=teaser,
        outlets=[names.get(outlet, outlet) for outlet in teaser.outlets],
        css=stylesheet(frame.locale),
    )
    yield OutputFile(addresses.file_of(addresses.embed_path(teaser.path)), "text/html; charset=utf-8", card.encode())
