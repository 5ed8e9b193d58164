"""Where an article stands: its canonical address, its variants, its next page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from lxml import etree

from prism.articles.structured import Claims
from prism.articles.trees import said
from prism.articles.words import whole_line
from prism.web import addresses

_VARIANT_PARAMETERS = frozenset(
    {
        "amp",
        "print",
        "printable",
        "printview",
        "output",
        "outputtype",
        "view",
        "mobile",
        "m",
        "page",
        "pagina",
        "seite",
        "p",
        "pg",
        "single",
        "singlepage",
        "showall",
    }
)
_VARIANT_VALUES = re.compile(r"^(?:amp|print|printable|printview|mobile|m|text|1|true|yes|)$", re.IGNORECASE)
_PAGE_PARAMETERS = frozenset({"page", "pagina", "seite", "p", "pg", "paged", "pageno", "page_no"})
_VARIANT_PATH = re.compile(
    r"/(?:amp|print|printable|druck|drucken|imprimir|imprimer|stampa|mobile)(?=/|$)|\.(?:amp|print)(?=\.html?$|$)|[-_](?:amp|print)(?=\.html?$)",
    re.IGNORECASE,
)
_VARIANT_HOST = re.compile(r"^(?:amp|m|mobile|print)\.", re.IGNORECASE)
_PAGE_PATH = re.compile(
    r"(?:/(?:page|seite|pagina|p)/?[-_]?(\d{1,2})|[-_](?:page|p|seite)[-_]?(\d{1,2}))(?=/?$|\.html?$)", re.IGNORECASE
)
_TELLING = re.compile(r"\d{3,}|[a-z]+(?:-[a-z0-9]+){2,}|[^\x00-\x7f]|%[0-9A-F]{2}", re.IGNORECASE)
MAX_PAGES = 20
"""A next page beyond this number is not followed: it is a calendar or a trap."""


def canonical_of(url: str, claims: Claims) -> str:
    """The address that all variants of the article share.

    The page's `rel=canonical`, then og:url, then JSON-LD are believed if they lead to the same site and not to its front page
    or a section; else it is the address itself without what makes it a variant (AMP, print, a page's number).
    """
    for claim in (*claims.links.get("canonical", ())[:1], claims.first("og:url"), *claims.urls[:1]):
        found = addresses.clean(claim, url) if claim else None
        if found and addresses.same_site(found, url) and _is_sane(found, url):
            return without_variant(found)
    return without_variant(addresses.clean(url) or url)


def _is_sane(claim: str, url: str) -> bool:
    """Whether an address can be that of one article: not the front page, unless the page itself stands there."""
    theirs, own = urlsplit(claim), urlsplit(url)
    if theirs.path.strip("/") == "" and not theirs.query:
        return own.path.strip("/") == "" and not own.query
    return bool(_TELLING.search(theirs.path + theirs.query)) or not _TELLING.search(own.path + own.query)


def without_variant(url: str) -> str:
    """The address without what only says how the page is shown: /amp/, ?print=1, m.host, ?page=2."""
    parts = urlsplit(url)
    path = _PAGE_PATH.sub("", _VARIANT_PATH.sub("", parts.path)) or "/"
    if path != parts.path and parts.path.endswith("/") and not path.endswith("/"):
        path += "/"
    kept = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _is_variant(name, value)
    ]
    return urlunsplit(
        (
            parts.scheme,
            parts.netloc,
            path,
            urlencode(kept) if len(kept) != len(parse_qsl(parts.query, keep_blank_values=True)) else parts.query,
            "",
        )
    )


def _is_variant(name: str, value: str) -> bool:
    folded = name.lower()
    if folded in _PAGE_PARAMETERS:
        return value.isdigit() and int(value) <= MAX_PAGES and folded != "p"
    return folded in _VARIANT_PARAMETERS and bool(_VARIANT_VALUES.match(value))


def is_variant(url: str, canonical: str) -> bool:
    """Whether an address is an AMP, print or mobile form of the canonical one."""
    cleaned = addresses.clean(url) or url
    if cleaned == canonical:
        return False
    parts = urlsplit(cleaned)
    return bool(
        _VARIANT_PATH.search(parts.path)
        or _VARIANT_HOST.match(parts.netloc)
        or any(
            name.lower() in {"amp", "print", "printable", "output", "outputtype"}
            for name, _ in parse_qsl(parts.query, keep_blank_values=True)
        )
    )


def next_page(tree: etree._Element, url: str, claims: Claims) -> str | None:
    """The address of the article's next page, or None.

    It is the one page that `rel=next`, or a link called "next page" or by the next number, leads to, and whose address differs
    from this one's in nothing but a page's number.
    """
    here = page_number(url)
    candidates = list(claims.links.get("next", ()))
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), "")
    for element in tree.iter("a"):
        href = element.get("href")
        if not href or href.startswith("#"):
            continue
        label = " ".join(said(element).split())[:40]
        named = "next" in (element.get("rel") or "").split()
        if named or label == str(here + 1) or (label and whole_line("next_page").match(label)):
            candidates.append(href)
    for candidate in candidates[:20]:
        found = addresses.clean(urljoin(base, candidate) if base else candidate, url)
        if found and page_number(found) == here + 1 <= MAX_PAGES and _stem(found) == _stem(addresses.clean(url) or url):
            return found
    return None


def page_number(url: str) -> int:
    """Which page of an article an address leads to; 1 when it does not say."""
    parts = urlsplit(url)
    for name, value in parse_qsl(parts.query):
        if name.lower() in _PAGE_PARAMETERS and value.isdigit() and int(value) <= 99:  # noqa: PLR2004 - a page, not an id
            return int(value)
    found = _PAGE_PATH.search(parts.path) or _BARE_NUMBER.search(parts.path)
    return int(next(group for group in found.groups() if group)) if found else 1


_BARE_NUMBER = re.compile(r"(?<=[a-z0-9])/(\d{1,2})/?$|(?<=[a-z0-9])_(\d{1,2})(?=\.html?$)", re.IGNORECASE)


def _stem(url: str) -> str:
    """The address without its page's number."""
    parts = urlsplit(url)
    path = _BARE_NUMBER.sub("", _PAGE_PATH.sub("", parts.path)).rstrip("/")
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() not in _PAGE_PARAMETERS]
    return f"{parts.netloc}{path}?{urlencode(kept)}"


def country_of(url: str) -> str:
    """ISO 3166-1 code of the country under whose domain an address stands, upper case; empty for the others (.com, .tv)."""
    label = addresses.host_of(url).rsplit(".", 1)[-1].upper()
    return {"UK": "GB"}.get(label, label) if len(label) == 2 and label not in _NO_COUNTRY else ""  # noqa: PLR2004


_NO_COUNTRY = frozenset({"TV", "IO", "ME", "CO", "AI", "FM", "AM", "LY", "GG", "TO", "IS", "CC", "WS", "EU"})
"""Country domains that the whole world uses, and the Union's."""
