"""An article's title: what headings, cards and structured data agree on, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from prism.articles.keys import key_of
from prism.articles.structured import Claims
from prism.articles.trees import said
from prism.web import addresses, text

_SEPARATOR = re.compile(
    r"\s+[|｜ㅣ│\-–—‐:：»«•·∙⋅/\\<>_~]+\s+|\s*[|｜ㅣ│]\s*|\s*(?:::|&gt;|>>)\s*|\s+@\s+|_(?=[^_]{2,20}$)|\s*－\s*"
)
_MAX = 400
_TITLE = 10
"""Letters from which a line is a title rather than a word."""


def title_of(tree: etree._Element, claims: Claims, *, url: str, fed: str, shown: frozenset[str]) -> str:
    """The title, plain text; empty if the page has none at all.

    Args:
        tree: the page.
        claims: what it says of itself.
        url: its address (its host helps to know the site's name).
        fed: the title that the feed gives.
        shown: keys of the lines that the page shows; a part of a title that stands on the page alone is the title.
    """
    site = _site_names(claims, url)
    headings = [text.plain(said(element)) for element in tree.iter("h1")]
    cards = [text.plain(value) for value in claims.all("og:title", "twitter:title", "dc.title", "title")[:4]]
    titles = [text.plain(said(element)) for element in list(tree.iter("title"))[:1]]
    candidates = [
        *((_bare(value, site), weight) for value, weight in _weighed(cards[:1], 4)),
        *((_bare(value, site), weight) for value, weight in _weighed(cards[1:], 2)),
        *((_bare(value, site), weight) for value, weight in _weighed(claims.headlines[:2], 3)),
        *((_bare(value, site), weight) for value, weight in _weighed(headings, 3)),
        *((_bare(value, site), weight) for value, weight in _weighed([fed], 3)),
        *((_bare(value, site), weight) for value, weight in _weighed(titles, 2)),
    ]
    candidates = [(value, weight) for value, weight in candidates if key_of(value) and key_of(value) not in site]
    bare = [] if cards or headings or claims.headlines else titles
    candidates += [
        (part, 3)
        for value in bare
        for part in _SEPARATOR.split(value)
        if part and key_of(part) in shown and len(key_of(part)) >= _TITLE
    ]
    if not candidates:
        return fed
    return max(candidates, key=lambda candidate: _support(candidate, candidates))[0][:_MAX]


def _weighed(values: Sequence[str], weight: int) -> list[tuple[str, int]]:
    return [(value, weight) for value in values if value]


def _support(candidate: tuple[str, int], others: Sequence[tuple[str, int]]) -> tuple[float, int]:
    """How much the other candidates agree: equal ones count in full, those that hold it as a segment a half."""
    value, weight = candidate
    key = key_of(value)
    support = 0.0
    for other, other_weight in others:
        theirs = key_of(other)
        if theirs == key:
            support += other_weight
        elif len(key) >= _TITLE and (theirs.startswith(key) or theirs.endswith(key)):
            support += other_weight * 0.6
    return support, weight


def _site_names(claims: Claims, url: str) -> frozenset[str]:
    host = addresses.host_of(url)
    names = [
        *claims.all("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site"),
        claims.publisher,
        host,
    ]
    labels = host.removeprefix("www.").split(".")
    names += [labels[0], ".".join(labels[-2:]), labels[-2] if len(labels) > 1 else ""]
    return frozenset(key for key in map(key_of, names) if key)


def _bare(title: str, site: frozenset[str]) -> str:
    """The title without the site's name at its end or beginning."""
    for _ in range(3):
        separators = list(_SEPARATOR.finditer(title))
        if not separators:
            return title
        head, tail = title[: separators[-1].start()], title[separators[-1].end() :]
        if _names_site(tail, site) and head.strip():
            title = head.strip()
            continue
        head, tail = title[: separators[0].start()], title[separators[0].end() :]
        if _names_site(head, site) and tail.strip():
            title = tail.strip()
            continue
        return title
    return title


def _names_site(part: str, site: frozenset[str]) -> bool:
    key = key_of(part)
    if not key:
        return True
    return any(key == name or (len(name) >= 4 and name in key and len(key) <= len(name) + 12) for name in site) or (  # noqa: PLR2004
        len(key) >= 3 and any(key in name and len(key) * 2 > len(name) for name in site)  # noqa: PLR2004
    )
