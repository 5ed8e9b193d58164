"""XML from strangers: read without entities, without the network, in bounded memory, and even when it is broken.

Before any parser sees the text its prolog is taken off, and with it every document type: what declares entities is refused,
so that neither nested nor flat entity bombs nor external entities can be expanded by anybody (SAFETY row 7). Sizes are
capped first too. Text that is not well-formed is repaired in the ways that feeds break most (HTML entities, bare
ampersands, control characters, unclosed tags); what then still breaks is read item by item, so that one bad item takes no
other with it.
"""

from __future__ import annotations

import html.entities
import re
import sys
from collections.abc import Iterator
from itertools import chain
from typing import cast
from xml.sax.saxutils import quoteattr

from lxml import etree

from prism.model import ParseError
from prism.sources.raw import Element

MAX_CHARACTERS = 16 * 1024 * 1024
MAX_MEMORY = 34 * 1024 * 1024
"""Bytes of a body's characters: one emoji makes four bytes of each of them, in every copy that a reading makes."""
MAX_NODES = 500_000
"""Elements and attributes together; about 150 bytes of memory each."""
MAX_REFERENCES = 1_500_000
"""Ampersands: three times what the fullest feed of escaped markup has."""
MAX_TAG = 256 * 1024
"""Characters of one tag with its attributes."""

_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_ENTITY = re.compile(r"<!\s*ENTITY", re.IGNORECASE)
_ROOT = re.compile(r"<[A-Za-z_\u0080-\uffff]")
_LONG_TAG = re.compile(rf"<[^<>]{{{MAX_TAG}}}")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_BARE = re.compile(r"&(?!(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});)")
_NUMERIC = re.compile(r"&#(?:([0-9]{1,7})|[xX]([0-9A-Fa-f]{1,6}));")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_VOID = re.compile(r"<(br|hr|img|wbr|input|embed)((?:\s[^<>]*)?)(?<!/)>", re.IGNORECASE)
_CDATA = "<![CDATA["
_ITEMS = {"rss": "item", "rdf": "item", "channel": "item", "feed": "entry", "urlset": "url", "sitemapindex": "sitemap"}
"""Root element → what its items are called."""
_TEXT = re.compile(r"<((?:[\w.\-]+:)?(?:title|description|summary|encoded|content))(?=[\s>])[^<>]*(?<!/)>")
"""The elements of an item that hold text, in which people leave markup unescaped and unclosed."""
_MOST_UNCLOSED = 8
_LONGEST_ROOT_TAG = 4 * 1024
_MOST_PIECES = 5_000
"""Of a body with more items, all broken at once, one reading has to do."""
_XML_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_PREFIX = re.compile(r"</?([A-Za-z_][\w.\-]*):[A-Za-z_]")
_PREFIXED_ATTRIBUTE = re.compile(r"\s([A-Za-z_][\w.\-]*):[\w.\-]+\s*=\s*[\"']")
_DECLARED = re.compile(r"\sxmlns:([A-Za-z_][\w.\-]*)\s*=")
_MOST_PREFIXES = 100
"""More than any feed has."""

UNDECLARED = "urn:prism:undeclared:"
"""Begins the namespace of a prefix that a feed uses without declaring it; the prefix follows."""


def is_element(node: Element) -> bool:
    """Whether a node is an element: lxml gives entity references that it was told not to resolve the same type."""
    return isinstance(cast("object", node.tag), str)


def read_xml(text: str, *, subject: str = "") -> tuple[Element, tuple[str, ...]]:
    """The root element of an XML text.

    Args:
        text: decoded characters; an XML declaration in it is ignored.
        subject: the address, for messages.

    Returns:
        The root, and notes on what was repaired (empty for well-formed text).

    Raises:
        ParseError: there is no element, the text declares entities, or it exceeds the caps.
    """
    _check_size(text, subject)
    start = _root_at(text, subject)
    body = FORBIDDEN.sub("", text[start:])
    body = _entities_resolved(body) if "&" in body else body
    try:
        return etree.fromstring(body.encode("utf-8"), _parser(recover=False)), ()
    except etree.XMLSyntaxError as error:
        trouble = _line(error)
    repaired = _repaired(body)
    if len(repaired) > MAX_CHARACTERS:
        raise ParseError(
            f"broken XML, larger than {MAX_CHARACTERS // 2**20} million characters when repaired", subject=subject
        )
    note = f"not well-formed XML, repaired: {trouble}"
    try:
        return etree.fromstring(repaired.encode("utf-8"), _parser(recover=False)), (note,)
    except etree.XMLSyntaxError:
        root = _piece_by_piece(repaired)
    if root is None:
        raise ParseError(f"no XML that can be read ({trouble})", subject=subject)
    return root, (note,)


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
    )


def _check_size(text: str, subject: str) -> None:
    if len(text) > MAX_CHARACTERS or sys.getsizeof(text) > MAX_MEMORY:
        raise ParseError(f"larger than {MAX_CHARACTERS // 2**20} million characters", subject=subject)
    elements = text.count("<") - text.count("</")
    if elements + text.count('="') + text.count("='") > MAX_NODES:
        raise ParseError(f"more than {MAX_NODES} elements and attributes", subject=subject)
    if text.count("&") > MAX_REFERENCES:
        raise ParseError(f"more than {MAX_REFERENCES} ampersands", subject=subject)
    if _LONG_TAG.search(text):
        raise ParseError(f"a tag longer than {MAX_TAG} characters", subject=subject)


def _root_at(text: str, subject: str) -> int:
    """Where the root element begins; what stands before it is read for entity declarations only, never by a parser."""
    at = 0
    while True:
        opening = text.find("<", at)
        if opening < 0:
            raise ParseError("no element in it", subject=subject)
        if text.startswith("<!--", opening):
            at = _after(text, "-->", opening, subject)
        elif text.startswith("<?", opening):
            at = _after(text, "?>", opening, subject)
        elif _DOCTYPE.match(text, opening):
            at = _after_doctype(text, opening, subject)
        elif _ROOT.match(text, opening):
            return opening
        else:
            at = opening + 1
            if _ENTITY.match(text, opening):
                raise ParseError("declares entities, refused", subject=subject)


def _after(text: str, end: str, start: int, subject: str) -> int:
    found = text.find(end, start)
    if found < 0:
        raise ParseError("no element in it", subject=subject)
    return found + len(end)


def _after_doctype(text: str, start: int, subject: str) -> int:
    """Behind a document type; one that declares entities is refused as a whole."""
    closing = text.find(">", start)
    subset = text.find("[", start, closing) if closing >= 0 else -1
    if subset >= 0:
        closing = text.find("]", subset)
        inner = text[subset : closing if closing >= 0 else len(text)]
        if _ENTITY.search(inner) or "%" in inner:
            raise ParseError("declares entities, refused", subject=subject)
        closing = text.find(">", closing) if closing >= 0 else -1
    if closing < 0:
        raise ParseError("no element in it", subject=subject)
    return closing + 1


def _entities_resolved(body: str) -> str:
    """HTML's named entities as characters: a feed may use them only with a document type that declares them."""
    return _NAMED.sub(
        lambda m: m[0] if m[1] in _XML_OWN else html.entities.html5.get(m[1] + ";", f"&amp;{m[1]};"), body
    )


def _repaired(body: str) -> str:
    """What feeds break most, outside CDATA: bare ampersands, impossible characters, HTML's empty elements, no namespace."""
    parts = []
    for plain, cdata in _split(body):
        text = _BARE.sub("&amp;", plain)
        text = text.replace("&#X", "&#x")
        text = _NUMERIC.sub(lambda m: m[0] if _allowed(m) else "", text)
        parts.append(_VOID.sub(r"<\1\2/>", text))
        parts.append(cdata)
    return _with_namespaces("".join(parts))


def _split(body: str) -> Iterator[tuple[str, str]]:
    """Text outside and inside CDATA sections in turns; one that never ends ends at the next tag that closes an item."""
    at, ends = 0, True
    while (start := body.find(_CDATA, at)) >= 0:
        end = body.find("]]>", start) if ends else -1
        if end < 0:
            ends = (
                False  # nor is there one for those that follow: not looked for again, which would take quadratic time
            )
            closing = body.find("</", start)
            end = closing if closing >= 0 else len(body)
            yield body[at:start], body[start:end] + "]]>"
            at = end
            continue
        yield body[at:start], body[start : end + 3]
        at = end + 3
    yield body[at:], ""


def _allowed(match: re.Match[str]) -> bool:
    code = int(match[1]) if match[1] else int(match[2], 16)
    return code in {9, 10, 13} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF  # noqa: PLR2004 - the ranges of XML 1.0, production 2


def _with_namespaces(body: str) -> str:
    """Declare on the root the prefixes that are used and never declared."""
    uses = chain(_PREFIX.finditer(body), _PREFIXED_ATTRIBUTE.finditer(body))
    declared_ones = {found[1] for found in _DECLARED.finditer(body)}
    missing = sorted({found[1] for found in uses} - declared_ones - {"xml", "xmlns"})
    end = body.find(">")
    if not missing or end < 0 or len(missing) > _MOST_PREFIXES:
        return body
    declared = "".join(f" xmlns:{p}={quoteattr(UNDECLARED + p)}" for p in missing)
    cut = end - 1 if body[end - 1] == "/" else end
    return body[:cut] + declared + body[cut:]


def _piece_by_piece(body: str) -> Element | None:
    """Each item parsed alone within the root's own tag, and put together again under one root."""
    opened = body.find(">")
    name = re.match(r"<((?:[^\s<>/:]+:)?([^\s<>/:]+))", body)
    item = _ITEMS.get(name[2].lower()) if name else None
    if opened < 0 or opened > _LONGEST_ROOT_TAG or not name or not item:
        return _recovered(body)
    root_tag, close = body[:opened].rstrip("/ ") + ">", f"</{name[1]}>"
    starts = _starts(body, item)
    if not starts or len(starts) > _MOST_PIECES:
        return _recovered(body)
    root = _recovered(body[: starts[0].start()] + close)
    for piece in _pieces(body, starts) if root is not None else ():
        wrapped = _whole(root_tag, piece, close)
        if wrapped is not None and root is not None:
            root.extend([child for child in wrapped if is_element(child)])
    return root


def _whole(root_tag: str, piece: str, close: str) -> Element | None:
    """One item: as it is, or with markup in its texts taken as character data, or as much of it as can be read."""
    quoted = ""
    for attempt in range(2):
        try:
            return etree.fromstring(f"{root_tag}{quoted or piece}{close}".encode(), _parser(recover=False))
        except (etree.XMLSyntaxError, ValueError):
            quoted = quoted if attempt else _texts_quoted(piece)
    return _recovered(f"{root_tag}{quoted}{close}")


def _texts_quoted(piece: str) -> str:
    """The item with the contents of its texts in CDATA where they hold tags."""
    parts: list[str] = []
    unclosed: set[str] = set()
    at = 0
    while len(unclosed) < _MOST_UNCLOSED and (opening := _TEXT.search(piece, at)):
        closing = -1 if opening[1] in unclosed else piece.find(f"</{opening[1]}", opening.end())
        if closing < 0:
            unclosed.add(opening[1])
            parts.append(piece[at : opening.end()])
            at = opening.end()
            continue
        inner = piece[opening.end() : closing]
        if "<" in inner and _CDATA not in inner:
            inner = f"{_CDATA}{inner.replace(']]>', ']]&gt;')}]]>"
        parts += [piece[at : opening.end()], inner]
        at = closing
    return "".join((*parts, piece[at:]))


def _starts(body: str, item: str) -> list[re.Match[str]]:
    """Where items begin, outside CDATA."""
    found: list[re.Match[str]] = []
    at = 0
    pattern = re.compile(rf"<((?:[A-Za-z][\w.\-]*:)?{item})(?=[\s>])", re.IGNORECASE)
    for plain, cdata in _split(body):
        found += pattern.finditer(body, at, at + len(plain))
        at += len(plain) + len(cdata)
    return found


def _pieces(body: str, starts: list[re.Match[str]]) -> Iterator[str]:
    for place, start in enumerate(starts):
        limit = starts[place + 1].start() if place + 1 < len(starts) else len(body)
        close = f"</{start[1]}>"
        end = body.find(close, start.end(), limit)
        yield body[start.start() : end] + close if end >= 0 else body[start.start() : limit]


def _recovered(body: str) -> Element | None:
    try:
        root: Element | None = etree.fromstring(body.encode("utf-8"), _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _line(error: etree.XMLSyntaxError) -> str:
    """The parser's complaint on one line, without its own idea of the file's name."""
    return re.sub(r"\s+", " ", str(error)).replace(" (<string>)", "").partition(", line")[0][:120]
