"""Who wrote it: names only, without titles, roles, places and mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from lxml import etree

from prism.articles.blocks import Block
from prism.articles.keys import key_of
from prism.articles.structured import Claims
from prism.articles.trees import found, said
from prism.articles.words import pattern, table
from prism.web import text

_MAX_NAMES = 12
_MAX_LENGTH = 60
_MAIL = re.compile(r"[\w.+%-]+@[\w.-]+|\(\s*@?\w+\s*\)|https?://\S+|www\.\S+")
_JOINED = re.compile(
    r"\s*(?:[;|•·∙‧・／、，\n]|/|,(?!\s*(?:Jr|Sr|M\.?D|Ph\.?D)\b)|\s(?:and|und|et|y|e|en|og|och|och|ja|і|и|i|ve|dan|và|e|with|mit)\s|\s*&\s*|\s+및\s+|\s+그리고\s+)\s*",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{2,4}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,4}\s?日?|\d{1,2}\s?[:時时시]\s?\d{2}분?(?::\d{2})?")
_PLACE_ONLY = re.compile(r"(?:報導|报道|報道|报导|발|통신원)$")
_LEAD = re.compile(
    r"^(?:by|von|par|por|di|da|door|av|af|oleh|od|text|texte|texto|words|written by|story by|reported by|report by|from|autor(?:in)?|author|"
    r"автор|글|취재|文|作者|记者|記者|撰文)\s*[:：]?\s+|^(?:文|作者|记者|記者|글|취재|Von|Autor)\s*[/／:：=]\s*",
    re.IGNORECASE,
)
_PLACE = re.compile(r"^[\[(（【]?[^\s=]{2,20}\s*[=＝]\s*")
_BRACKETS = re.compile(r"[\[(（【〈<][^\])）】〉>]{0,40}[\])）】〉>]|[\[\](){}（）【】〈〉<>“”\"„]")
_NOT_A_NAME = re.compile(r"\d|[@#/\\=]|https?|www\.|\.(?:com|net|org|co|de|jp|kr|cn)\b", re.IGNORECASE)
_NAMED = etree.XPath(
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline') or contains(@class, 'Byline') or contains(@class, 'author-name') "
    "or contains(@class, 'authorName') or contains(@class, 'author__name') or @class='author' or @id='author' or contains(@class, 'reporter') or contains(@class, 'journalist') "
    "or contains(@class, 'writer') or contains(@class, 'zuozhe') or contains(@data-testid, 'yline')]"
)


def authors_of(tree: etree._Element, claims: Claims, lines: Iterable[Block], fed: tuple[str, ...]) -> tuple[str, ...]:
    """The names, first believed first: structured data, meta elements, elements named byline, lines of text, the feed.

    Args:
        tree: the page with its bylines still in it.
        claims: what the page says of itself.
        lines: the blocks in and around the article, in which a byline may stand as text.
        fed: what the feed gives.
    """
    site = key_of(claims.publisher or claims.first("og:site_name"))
    people = _names((name for name, organisation in claims.people if not organisation), site)
    if people:
        return people
    meta = claims.all(
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "byl",
        "dable:author",
        "citation_author",
        "og:article:author",
        "twitter:creator:name",
    )
    for source in (
        meta,
        (text.tidy(said(element)) for element in found(_NAMED, tree)[:8]),
        _in_text(lines),
        fed,
        (name for name, _ in claims.people),
    ):
        names = _names(source, "" if source is fed else site)
        if names:
            return names
    return _names((name for name, _ in claims.people), "")


def _names(values: Iterable[str], site: str) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for value in values:
        if not value or len(value) > 300:  # noqa: PLR2004 - a box about the author, no byline
            continue
        for part in _JOINED.split(_DATE.sub(" ", _MAIL.sub(" ", text.tidy(value)))):
            name = _bare(part)
            key = key_of(name)
            if name and key != site and key not in names:
                names[key] = name
    return tuple(list(names.values())[:_MAX_NAMES])


def _bare(part: str) -> str:
    """One name out of its dress; empty if it is none."""
    name = _LEAD.sub("", _LEAD.sub("", part.strip()))
    name = _PLACE.sub("", name)
    name = _BRACKETS.sub(" ", name)
    name = _roles().sub(" ", name)
    if _PLACE_ONLY.search(name):
        return ""
    name = re.sub(r"\s+", " ", name).strip(" \t.,:;-–—|/=·*©")
    if not name or len(name) > _MAX_LENGTH or _NOT_A_NAME.search(name) or len(name.split()) > 6:  # noqa: PLR2004
        return ""
    if len(key_of(name)) < 2:  # noqa: PLR2004 - one character is no name
        return ""
    return name


@cache
def _roles() -> re.Pattern[str]:
    roles = sorted(table("roles"), key=len, reverse=True)
    latin = [re.escape(role) for role in roles if role.isascii() or re.match(r"[a-zA-Zа-яА-Я\u00c0-\u024f]", role)]
    other = [re.escape(role) for role in roles if not re.match(r"[a-zA-Zа-яА-Я\u00c0-\u024f]", role)]
    return re.compile(rf"\b(?:{'|'.join(latin)})\b|\s*(?:{'|'.join(other)})(?=$|\s|[)\]】）,，、])", re.IGNORECASE)


def _in_text(lines: Iterable[Block]) -> Iterator[str]:
    """Bylines that stand as short lines of text, or in brackets before or behind it."""
    for block in lines:
        line = block.text
        piece = line if len(line) <= 80 else line[:40] if _OPENING.match(line) else line[-60:]  # noqa: PLR2004
        for byline in pattern("byline").finditer(piece):
            name = next((group for group in byline.groups() if group), "")
            if name:
                yield name


_OPENING = re.compile(r"^[\[(（【]")
