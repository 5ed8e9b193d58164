"""What stands on a page is what was checked: rendering may mark a sentence up, and must not change a letter of it."""

from __future__ import annotations

import html
import re

from prism.model import Brief

_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"\s+")


def changed_in(page: str, brief: Brief) -> str:
    """The first sentence of a brief that its page does not show as it was checked; empty if all stand there to the letter.

    So what the checks said of particles, names and figures holds after rendering too: a name that became a link can't have lost its
    particle. Marks, links and spaces don't count.

    Args:
        page: its HTML.
        brief: the version that it shows.
    """
    texts = [sentence.text for _, sentence in brief.sentences()]
    missing = [text for text in texts if html.escape(text, quote=False) not in page]
    if not missing:
        return ""
    # Only sentences with marks or links within them need the page without its tags.
    plain = _SPACES.sub("", html.unescape(_TAG.sub("", page)))
    return next((text for text in missing if _SPACES.sub("", text) not in plain), "")
