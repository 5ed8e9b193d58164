"""Bytes of a page → an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from prism import languages
from prism.articles import maintext, markup, passages
from prism.model import Article, Entry, ParseError, Rights, derived_id
from prism.web import addresses, charsets


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an article, read.

    Attributes:
        article: what it says.
        next_url: the address of the article's next page, or None.
        variant_of: the canonical address if this page is an AMP, print or mobile variant of it, else empty.
    """

    article: Article
    next_url: str | None = None
    variant_of: str = ""


def read_page(
    body: bytes,
    *,
    url: str,
    headers: Mapping[str, str],
    entry: Entry,
    rights: Rights,
    retrieved_at: datetime,
) -> Page:
    """Read one page.

    Args:
        body: the response's bytes, content encodings undone.
        url: the address it came from, after redirects.
        headers: of the response, lower-case names.
        entry: the feed's entry that led here.
        rights: what may be done with it.
        retrieved_at: when it was fetched (UTC); no date later than this is believed.

    Raises:
        ParseError: the page holds no article.
    """
    tree = markup.parse(charsets.decode(body, headers, markup=True))
    found = maintext.main_blocks(tree)
    if not found:
        raise ParseError("the page holds no article", subject=url)
    paragraphs = [block.text for block in found if not block.heading]
    language = languages.detect("\n".join(paragraphs), hint=entry.language)
    canonical = addresses.clean(url) or url
    cut = passages.cut(paragraphs, language)
    if not cut:
        raise ParseError("the page holds no article", subject=url)
    title = entry.title
    article = Article(
        id=derived_id(entry.source_id, canonical),
        source_id=entry.source_id,
        url=url,
        canonical_url=canonical,
        language=language,
        title=title,
        passages=cut,
        retrieved_at=retrieved_at,
        content_hash=passages.content_hash(title, cut),
        rights=rights,
        authors=entry.authors,
        published_at=entry.published_at,
        modified_at=entry.updated_at,
    )
    return Page(article)


def join_pages(pages: Sequence[Page]) -> Article:
    """The article that its pages make together, in order, without what is repeated on each.

    Raises:
        ValueError: there is no page.
    """
    if not pages:
        raise ValueError("no pages to join")
    first = pages[0].article
    seen: set[str] = set()
    joined = []
    paragraph = -1
    for page in pages:
        last: int | None = None
        for passage in page.article.passages:
            key = maintext.key_of(passage.text)
            if page is not pages[0] and key in seen:
                continue
            seen.add(key)
            if passage.paragraph != last:
                paragraph, last = paragraph + 1, passage.paragraph
            joined.append(replace(passage, number=len(joined) + 1, paragraph=paragraph))
    cut = tuple(joined)
    return replace(first, passages=cut, content_hash=passages.content_hash(first.title, cut))


def read_entry(entry: Entry, rights: Rights, retrieved_at: datetime) -> Article | None:
    """The article that a feed carries in full, or None if the feed's text is a teaser."""
    if len(entry.content) < 600:
        return None
    try:
        page = read_page(
            f"<html><body><article>{entry.content}</article></body></html>".encode(),
            url=entry.url,
            headers={"content-type": "text/html; charset=utf-8"},
            entry=entry,
            rights=rights,
            retrieved_at=retrieved_at,
        )
    except ParseError:
        return None
    return page.article
