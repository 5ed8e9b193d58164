"""Who the publisher is elsewhere: `rel=me` (https://microformats.org/wiki/rel-me) and `fediverse:creator`."""

from __future__ import annotations

from markupsafe import Markup

from prism.editions.head import Head
from prism.editions.plain import clean, web_link
from prism.model import Frame

_ME = Markup('<link rel="me" href="{}">')
_CREATOR = Markup('<meta name="fediverse:creator" content="{}">')


def render(head: Head, frame: Frame) -> Markup:
    """The elements of a page: profiles on every page, the handle on articles."""
    found = [_ME.format(web_link(one)) for one in frame.site.me if web_link(one)]
    if head.kind == "article" and frame.site.fediverse:
        found.append(_CREATOR.format(clean(frame.site.fediverse)))
    return Markup("\n").join(found)
