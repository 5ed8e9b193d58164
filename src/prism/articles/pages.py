"""Bytes of a page → an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape

from prism import languages
from prism.articles import (
    bylines,
    dates,
    embedded,
    hidden,
    maintext,
    markup,
    notices,
    passages,
    places,
    structured,
    titles,
    wire,
)
from prism.articles.keys import key_of, weight_of
from prism.model import Article, Entry, ParseError, Rights, derived_id
from prism.web import addresses, charsets, kinds, text

WITHDRAWN = "the outlet has taken the article back"
TEASER = "only the beginning is free to read"
NOT_FREE = "the page says that it is not free to read"

_SAMPLE = 2_500
"""Characters that the language is decided from."""
_SHORTEST = 40
"""Weight below which what was found is no article (a Chinese, Japanese or Korean character counts for two)."""
_WHOLE = 2000
"""Weight from which a text that is said to be for subscribers is there as a whole."""
_FEED_TEXT = 700
"""Weight from which a feed's text may be the whole article."""


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
    zone: str = "",
) -> Page:
    """Read one page.

    Args:
        body: the response's bytes, content encodings undone.
        url: the address it came from, after redirects.
        headers: of the response, lower-case names.
        entry: the feed's entry that led here.
        rights: what may be done with it.
        retrieved_at: when it was fetched (UTC); no date later than this is believed.
        zone: IANA zone in which the outlet's times count when they name none; empty: by language and country.

    Raises:
        ParseError: the page holds no article.
    """
    if kind := kinds.not_text(body, headers):
        raise ParseError(f"the address leads to {kind}, not to a page", subject=url)
    source = charsets.decode(body, headers, markup=True)
    tree = markup.parse(source)
    claims = structured.claims_of(tree)
    scripts = embedded.scripts_with_markup(tree)
    notes = [*hidden.hidden_in_markup(source), *hidden.strip_hidden(tree)]
    reading = maintext.read(tree, max(claims.bodies, key=len, default=""), scripts)
    lines = [hidden.seen(block.text) for block in reading.chosen]
    if sum(map(weight_of, lines)) < _SHORTEST:
        raise ParseError("the page holds no article", subject=url)
    if any(hidden.unseen_characters(block.text) for block in reading.chosen):
        notes.append("characters that no reader sees were taken out")
    claimed = (tree.get("lang") or claims.first("og:locale", "content-language") or entry.language).replace("_", "-")
    language = languages.detect("\n".join(lines)[:_SAMPLE], hint=claimed)
    title = text.tidy(titles.title_of(tree, claims, url=url, fed=entry.title, shown=reading.keys))
    authors = bylines.authors_of(tree, claims, reading.around, entry.authors)
    cut = passages.cut(_without_title(lines, title), language)
    if not cut:
        raise ParseError("the page holds no article", subject=url)
    found = dates.dates_of(
        tree,
        claims,
        url=url,
        zone=zone or languages.home_zone(_located(language, claimed), places.country_of(url)),
        fed=entry.published_at,
        fed_modified=entry.updated_at,
        now=retrieved_at,
        near=[block.text for block in reading.around],
    )
    around = [hidden.seen(block.text) for block in reading.around]
    if not claims.free or notices.is_teaser([block.text for block in reading.after]):
        notes.append(TEASER if sum(map(weight_of, lines)) < _WHOLE else NOT_FREE)
    withdrawn = notices.is_retraction(title, lines)
    if withdrawn:
        notes.append(WITHDRAWN)
    if any(passage.for_machines for passage in cut):
        notes.append("text that is not for readers: addresses, markup, or orders to machines or editors")
    canonical = places.canonical_of(url, claims)
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
        authors=authors,
        published_at=found.published,
        modified_at=found.modified,
        wire=wire.wire_of(around, authors),
        notes=tuple(dict.fromkeys((*entry.notes, *notes, *found.notes))),
        correction=notices.is_correction(title, lines),
        withdrawn_at=retrieved_at if withdrawn else None,
    )
    variant = canonical if places.is_variant(url, canonical) else ""
    return Page(article, places.next_page(tree, url, claims), variant)


def _located(language: str, claimed: str) -> str:
    """The language with the region that the page claims, if it claims one for this language ("en-AU")."""
    return claimed if claimed.lower().startswith(f"{language}-") else language


def _without_title(lines: Sequence[str], title: str) -> list[str]:
    """The text without its own headline at its head."""
    key = key_of(title)
    return [line for number, line in enumerate(lines) if number > 1 or key_of(line) != key]


def join_pages(pages: Sequence[Page]) -> Article:
    """The article that its pages make together, in order, without what is repeated on each.

    Raises:
        ValueError: there is no page.
    """
    if not pages:
        raise ValueError("no pages to join")
    first = pages[0].article
    seen: set[str] = set()
    joined = list(first.passages)
    seen.update(_paragraphs(first).values())
    for page in pages[1:]:
        keys = _paragraphs(page.article)
        fresh = {number for number, key in keys.items() if key not in seen}
        seen.update(keys.values())
        place = {number: index for index, number in enumerate(sorted(fresh), start=joined[-1].paragraph + 1)}
        joined += [
            replace(passage, paragraph=place[passage.paragraph])
            for passage in page.article.passages
            if passage.paragraph in fresh
        ]
    cut = tuple(replace(passage, number=number) for number, passage in enumerate(joined, start=1))
    notes = dict.fromkeys(note for page in pages for note in page.article.notes)
    return replace(
        first,
        passages=cut,
        content_hash=passages.content_hash(first.title, cut),
        notes=tuple(notes),
        correction=any(page.article.correction for page in pages),
    )


def _paragraphs(article: Article) -> dict[int, str]:
    """The keys of an article's paragraphs by their number."""
    texts: dict[int, str] = {}
    for passage in article.passages:
        texts[passage.paragraph] = texts.get(passage.paragraph, "") + passage.text
    return {number: key_of(joined) for number, joined in texts.items()}


def read_entry(entry: Entry, rights: Rights, retrieved_at: datetime) -> Article | None:
    """The article that a feed carries in full, or None if the feed's text is only a teaser of it.

    It is taken for whole when it is long, holds more than the summary, and neither breaks off nor points to the rest.
    """
    if len(entry.content) < _FEED_TEXT // 2:
        return None
    plain = text.plain(entry.content)
    if (
        weight_of(plain) < _FEED_TEXT
        or plain.rstrip(" ]").endswith(("…", "...", "[…"))
        or notices.points_on(plain[-200:])
    ):
        return None
    page = (
        f"<html><head><title>{escape(entry.title)}</title></head><body><article>{entry.content}</article></body></html>"
    )
    try:
        article = read_page(
            page.encode("utf-8", "replace"),
            url=entry.url,
            headers={"content-type": "text/html; charset=utf-8"},
            entry=entry,
            rights=rights,
            retrieved_at=retrieved_at,
        ).article
    except ParseError:
        return None
    if sum(weight_of(passage.text) for passage in article.passages) < _FEED_TEXT // 2:
        return None
    return replace(article, url=addresses.clean(entry.url) or entry.url)
