"""The feeds and sitemaps of the news web: `LISTINGS[outlet](pieces, origin)` gives bodies and media types by path."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Sequence
from email.utils import format_datetime
from html import escape

from tests.e2e.newsweb.stock import Piece

Listing = dict[str, tuple[bytes, str]]


def deulnyeok(pieces: Sequence[Piece], origin: str) -> Listing:
    """Atom with the whole text as XHTML, an xml:base, and addresses below it."""
    entries = "".join(
        f"<entry><title type='html'>{escape(escape(p.title, quote=False), quote=False)}</title>"
        f"<link href='{p.path[1:]}'/><id>urn:deulnyeok:{p.name}</id>"
        f"<author><name>{p.by}</name></author><updated>{p.at.isoformat()}</updated>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
        + "".join(f"<p>{escape(line, quote=False)}</p>" for line in p.paragraphs)
        + "</div></content></entry>"
        for p in reversed(pieces)
    )
    feed = (
        f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' xml:lang='ko' xml:base='{origin}/'>"
        f"<title>들녘신문</title><id>urn:deulnyeok</id><updated>{pieces[-1].at.isoformat()}</updated>{entries}</feed>"
    )
    return {"/atom.xml": (feed.encode(), "application/atom+xml; charset=utf-8")}


def buheong(pieces: Sequence[Piece], origin: str) -> Listing:
    """RSS 2.0 in cp949, sent as text/html; the newest item stands in it twice, under two guids."""
    rows = [(p, f"b-{p.name}") for p in pieces] + [(pieces[-1], "b-again")]
    items = "".join(
        f'<item><guid isPermaLink="false">{guid}</guid><title><![CDATA[ {p.title} ]]></title>'
        f"<link>{origin}{p.path}&amp;ref=rss&amp;utm_source=buheong</link>"
        f'<description><![CDATA[<img src="/t.jpg">{p.paragraphs[0][:40]}...]]></description>'
        f"<pubDate>{format_datetime(p.at)}</pubDate></item>"
        for p, guid in reversed(rows)
    )
    feed = (
        '<?xml version="1.0" encoding="euc-kr" ?>\n<rss version="2.0"><channel><title>부엉이뉴스</title>'
        f"<link>{origin}</link><description/><pubDate>{format_datetime(pieces[-1].at)}</pubDate>{items}</channel></rss>"
    )
    return {"/rss.php": (feed.encode("cp949"), "text/html")}


def fenwater(pieces: Sequence[Piece], origin: str) -> Listing:
    """RSS 2.0 without dates, with relative addresses and entities that XML does not know."""
    del origin
    items = "".join(
        f"<item><title>{escape(p.title, quote=False).replace(chr(39), '&rsquo;')}</title>"
        f"<link>..{p.path}</link><description>{escape(p.paragraphs[0], quote=False)}&hellip;</description></item>\n"
        for p in reversed(pieces)
    )
    feed = (
        '<?xml version="1.0" encoding="ISO-8859-15"?>\n<rss version="2.0"><channel><title>Fenwater&nbsp;Herald</title>'
        f"<link>/</link><description>News</description>{items}</channel></rss>"
    )
    return {"/rss/news": (feed.encode("iso-8859-15", "xmlcharrefreplace"), "application/rss+xml")}


def tamarack(pieces: Sequence[Piece], origin: str) -> Listing:
    """A news sitemap whose addresses have moved (301), with one AMP address beside them."""
    rows = [(f"/go/{p.name}", p) for p in pieces] + [(f"/amp{pieces[0].path}", pieces[0])]
    urls = "".join(
        f"<url><loc>{origin}{path}</loc><n:news><n:publication><n:name>Tamarack Post</n:name>"
        f"<n:language>en</n:language></n:publication><n:publication_date>{p.at.isoformat()}</n:publication_date>"
        f"<n:title>{escape(p.title, quote=False)}</n:title></n:news></url>"
        for path, p in rows
    )
    body = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">{urls}</urlset>'
    )
    return {"/news-sitemap.xml": (body.encode(), "text/xml")}


def todai(pieces: Sequence[Piece], origin: str) -> Listing:
    """RSS 1.0 in Shift_JIS with a day and no hour."""
    items = "".join(
        f'<item rdf:about="{origin}{p.path}"><title>{escape(p.title)}</title><link>{origin}{p.path}</link>'
        f"<dc:date>{p.at:%Y-%m-%d}</dc:date></item>"
        for p in reversed(pieces)
    )
    feed = (
        '<?xml version="1.0" encoding="Shift_JIS"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<channel rdf:about="{origin}/"><title>灯台タイムス</title><link>{origin}/</link>'
        f"<description>灯台タイムス</description></channel>{items}</rdf:RDF>"
    )
    return {"/index.rdf": (feed.encode("cp932"), "application/xml")}


def tanada(pieces: Sequence[Piece], origin: str) -> Listing:
    """JSON Feed 1.0 with the whole text as markup."""
    feed = {
        "version": "https://jsonfeed.org/version/1",
        "title": "棚田日報",
        "home_page_url": origin + "/",
        "items": [
            {
                "id": n,
                "url": origin + p.path,
                "title": p.title,
                "content_html": "".join(f"<p>{escape(line)}</p>" for line in p.paragraphs),
                "date_published": p.at.isoformat(),
                "author": {"name": p.by},
            }
            for n, p in enumerate(reversed(pieces))
        ],
    }
    return {"/feed/json": (json.dumps(feed).encode(), "application/json")}


def yuanting(pieces: Sequence[Piece], origin: str) -> Listing:
    """RSS 2.0 in GBK whose HTTP header names another encoding; addresses with tracking, dates in a form of its own."""
    items = "".join(
        f"<item><title><![CDATA[{p.title}]]></title><link>{origin}{p.path}?from=rss&amp;spm=a2.b7&amp;utm_medium=x</link>"
        f"<pubDate>{p.at:%Y-%m-%d %H:%M}</pubDate><description><![CDATA[　　{p.paragraphs[0]}]]></description></item>"
        for p in reversed(pieces)
    )
    feed = (
        '<?xml version="1.0" encoding="gb2312"?><rss version="2.0"><channel><title>远汀日报</title>'
        f"<link>{origin}/</link><description>远汀日报</description>{items}</channel></rss>"
    )
    return {"/rss/all.xml": (feed.encode("gb18030"), "text/xml; charset=ISO-8859-1")}


def halvering(pieces: Sequence[Piece], origin: str) -> Listing:
    """A sitemap index: news (compressed) and an archive of pages long gone from the front."""
    scheme = "http://www.sitemaps.org/schemas/sitemap/0.9"
    urls = "".join(
        f"<url><loc>{origin}{p.path}</loc><lastmod>{p.at.isoformat()}</lastmod>"
        '<news:news xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><news:publication>'
        "<news:name>Halveringer Kurier</news:name><news:language>de</news:language></news:publication>"
        f"<news:publication_date>{p.at.isoformat()}</news:publication_date>"
        f"<news:title>{escape(p.title, quote=False)}</news:title></news:news></url>"
        for p in pieces
    )
    index = (
        f'<sitemapindex xmlns="{scheme}"><sitemap><loc>{origin}/sitemaps/news.xml.gz</loc>'
        f"<lastmod>{pieces[-1].at.isoformat()}</lastmod></sitemap></sitemapindex>"
    )
    news = gzip.compress(f'<?xml version="1.0"?><urlset xmlns="{scheme}">{urls}</urlset>'.encode(), mtime=0)
    return {
        "/sitemap_index.xml": (index.encode(), "application/xml"),
        "/sitemaps/news.xml.gz": (news, "application/gzip"),
    }


def rumour(pieces: Sequence[Piece], origin: str) -> Listing:
    """RSS 0.91 that carries markup where words belong."""
    items = "".join(
        f"<item><title>{escape(p.raw_title)}</title><link>{origin}{p.path}</link>"
        "<description>&lt;img src=x onerror=alert(13)&gt;&lt;a href='javascript:alert(14)'&gt;Moa&lt;/a&gt;</description></item>"
        for p in pieces
    )
    feed = (
        '<?xml version="1.0"?><rss version="0.91"><channel>'
        f"<title>Rumour &lt;b onmouseover=alert(15)&gt;Lantern</title><link>{origin}</link><language>en</language>{items}</channel></rss>"
    )
    return {"/rumours.rss": (feed.encode(), "text/xml")}


LISTINGS: dict[str, Callable[[Sequence[Piece], str], Listing]] = {
    "buheong": buheong,
    "deulnyeok": deulnyeok,
    "fenwater": fenwater,
    "halvering": halvering,
    "rumour": rumour,
    "tamarack": tamarack,
    "tanada": tanada,
    "todai": todai,
    "yuanting": yuanting,
}
