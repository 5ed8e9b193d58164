"""The pages of the sample wire: one template an outlet, with what surrounds an article on real sites."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from prism.app.demo.content import Item, Outlet


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("prism.app.demo", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def article(item: Item, others: Sequence[Item], origin: str, page: int = 0) -> str:
    """The page of an article, or one of its pages.

    Args:
        item: the article.
        others: the outlet's other articles, oldest first: for the lists around the text.
        origin: of the outlet.
        page: from 0.
    """
    return (
        _environment()
        .get_template(f"{item.outlet.id}.html")
        .render(
            item=item,
            outlet=item.outlet,
            origin=origin,
            paragraphs=item.pages[page],
            page=page,
            page_paths=[page_path(item, n) for n in range(len(item.pages))],
            most_read=others[:5],
            related=[o for o in others if o.section == item.section][-3:] or others[-3:],
            linked_data=_linked_data(item, origin),
        )
    )


def amp(item: Item, origin: str) -> str:
    """The AMP variant of an article."""
    return _environment().get_template("amp.html").render(item=item, outlet=item.outlet, origin=origin)


def front(outlet: Outlet, items: Sequence[Item], origin: str) -> str:
    """The outlet's homepage; `items` oldest first."""
    return (
        _environment()
        .get_template("front.html")
        .render(outlet=outlet, items=list(reversed(items)), origin=origin, feed_type=_FEED_TYPES.get(outlet.dialect))
    )


def page_path(item: Item, page: int) -> str:
    """The path of one page of an article."""
    if page == 0:
        return item.path
    return f"{item.path}{'&' if '?' in item.path else '?'}page={page + 1}"


def _linked_data(item: Item, origin: str) -> str:
    """schema.org NewsArticle as JSON that can't close its script element."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": item.title,
        "datePublished": item.published.isoformat(),
        "author": [{"@type": "Person", "name": name} for name in item.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": item.outlet.name},
        "mainEntityOfPage": origin + item.path,
    }
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


_FEED_TYPES = {
    "atom": "application/atom+xml",
    "jsonfeed": "application/feed+json",
    "rdf": "application/rss+xml",
    "rss-brief": "application/rss+xml",
    "rss-full": "application/rss+xml",
    "rss-hostile": "application/rss+xml",
    "rss-old": "application/rss+xml",
    "rss-teaser": "application/rss+xml",
    "rss-undated": "application/rss+xml",
}
"""What a homepage calls its feed; the sitemap is named in robots.txt alone."""
