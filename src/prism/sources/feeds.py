"""Bytes of a response → the entries of a feed, whatever the format, the encoding and the mistakes."""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache

from prism.languages import home_zone
from prism.model import Entry, ParseError, Source
from prism.sources import dates, identity
from prism.sources.elements import own_names
from prism.sources.formats import FORMATS
from prism.sources.raw import Document, Json, RawFeed, RawItem
from prism.sources.xml import FORBIDDEN, MAX_CHARACTERS, MAX_MEMORY, read_xml
from prism.web import addresses, charsets
from prism.web.text import plain, tidy

MAX_BYTES = 16 * 1024 * 1024
MAX_JSON_VALUES = 400_000
"""Objects and lists of a JSON body."""
MAX_JSON_MEMBERS = 1_000_000
"""Commas of a JSON body: each may begin a member or an element of some 60 bytes."""
MAX_CONTENT = 500_000
"""Characters of an item's markup: ten times what the longest reports have, pictures within it taken out."""
MAX_AUTHORS = 20
MAX_AUTHOR = 300
MAX_NOTES = 50
MAX_MORE = 50
MAX_TITLE = 600
MAX_SUMMARY = 4000
MAX_GUID = 1000
_AHEAD = timedelta(days=1)
_GZIP = b"\x1f\x8b"
_PAGE = re.compile(r"<(?:html|head|body)[\s>]", re.IGNORECASE)
_PAGE_TYPE = re.compile(r"<!doctype\s+html\b[^<>]*>", re.IGNORECASE)
_FEED_ROOT = re.compile(r"<(?:[\w.\-]+:)?(?:rss|rdf|feed|urlset|sitemapindex|channel)[\s>]", re.IGNORECASE)
_ASIDE = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_CUT_OFF = ("…", "...", "»", ">>")
"""What stands where a text was cut off, at most four words ("read on", "Lire la suite") before its end."""
_ALONE = 700
"""Characters of text that an item without a page of its own must carry itself: a teaser leads nowhere."""
_PROBED = 8
_LONGEST_TAG = 100
_SCRIPTS = (
    (re.compile("[가-힣]"), "ko"),
    (re.compile("[ぁ-ヺ]"), "ja"),
    (re.compile("[一-鿿]"), "zh"),
    (re.compile("[ก-๛]"), "th"),
    (re.compile("[א-ת]"), "he"),
    (re.compile("[Ͱ-Ͽ]"), "el"),
)
"""Scripts that tell a language, the telling ones first; other languages need a model, and a date is not worth that."""
_FULL_TEXT = 1500
"""Characters of a description that is the whole text rather than a summary of it."""
_MAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]++@[\w\-]++(?:\.[\w\-]++)+|mailto:", re.IGNORECASE)
"""Each run of characters is tried once, from its beginning."""
_HEAD = 24_000
"""Characters of markup in which a summary is looked for."""
_TITLE_HEAD = 8_000
_PICTURE = re.compile(r"data:[a-z]{1,20}/[\w.+\-]{1,40};base64,[A-Za-z0-9+/=%\s]{200,}+", re.IGNORECASE)
"""A picture written out within markup; one takes more room than all of the text."""
_MOST_DATES = 4
_MOST_LINKS = 8
_FROM_SUMMARY = 100


@dataclass(frozen=True, slots=True)
class Feed:
    """What one poll of a feed says.

    Attributes:
        title: the outlet's or the feed's name, plain text; may be empty.
        homepage: absolute address of the outlet's page; may be empty.
        language: what the feed claims, lower case; may be empty.
        licence: an address or words that hold for entries without their own (already given to them); may be empty.
        entries: in the feed's order, one an id.
        more: addresses of sitemap children (newest first) or of the following page, at most `MAX_MORE`.
        ttl_s: seconds that the feed asks to be left alone, 0 if it does not ask.
        skip_hours: hours (0 to 23, UTC) in which it says that nothing new comes.
        skip_days: weekdays (0 = Monday, UTC) in which it says that nothing new comes.
        moved_to: where the feed says of itself that it stands now; may be empty.
        ended: the feed says that nothing will ever change again.
        format: name of the format it was read as.
        notes: what was odd, plain words, one line each.
    """

    title: str
    homepage: str
    language: str
    licence: str
    entries: tuple[Entry, ...]
    more: tuple[str, ...] = ()
    ttl_s: float = 0.0
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    moved_to: str = ""
    ended: bool = False
    format: str = ""
    notes: tuple[str, ...] = ()


def read_feed(body: bytes, *, url: str, headers: Mapping[str, str], source: Source, seen_at: datetime) -> Feed:
    """Read a feed or sitemap.

    Args:
        body: of the response, content encodings undone; a gzip file (`sitemap.xml.gz`) is unpacked here.
        url: address of the final response: what relative links count from.
        headers: lower-case names; only the content type's charset is read, and not believed over the bytes.
        source: whose; its zone, country and language decide what a date without a zone means.
        seen_at: when it was fetched (UTC).

    Returns:
        The feed. Items that can't be read are left out and noted; the others are there.

    Raises:
        ParseError: it is a web page, empty, too large, declares entities, or is of no format that is known.
    """
    raw, name, notes = read_raw(body, url=url, headers=headers)
    home = dates.zone_of(source.timezone or home_zone(source.language or raw.language or _told(raw), source.country))
    base = addresses.clean(raw.base, url) or url
    homepage = addresses.clean(raw.homepage, base) or "" if raw.homepage else ""
    if homepage and not raw.base and _is_hosted_elsewhere(url, homepage):
        base = homepage  # a feed on somebody else's host means its own site by "/story"
    judged = _Judge(source, raw, base, homepage, home, seen_at, [*notes, *raw.notes])
    entries = identity.once(entry for item in raw.items if (entry := judged.entry(item)))
    return Feed(
        title=plain(_beginning(raw.title, _TITLE_HEAD))[:MAX_TITLE],
        homepage=homepage,
        language=_language(raw.language),
        licence=judged.licence,
        entries=entries,
        more=_more(raw, base, url, home),
        ttl_s=min(raw.ttl_minutes, 60 * 24 * 365) * 60,
        skip_hours=raw.skip_hours if len(raw.skip_hours) < 24 else frozenset(),  # noqa: PLR2004 - all hours would be never
        skip_days=raw.skip_days if len(raw.skip_days) < 7 else frozenset(),  # noqa: PLR2004 - all days would be never
        moved_to=(addresses.clean(raw.moved_to, base) or "") if raw.moved_to else "",
        ended=raw.ended,
        format=name,
        notes=tuple(dict.fromkeys(judged.notes))[:MAX_NOTES],
    )


def read_raw(body: bytes, *, url: str, headers: Mapping[str, str]) -> tuple[RawFeed, str, tuple[str, ...]]:
    """The feed before it is judged, the name of its format, and notes; raises ParseError like `read_feed`."""
    document = _document(_unpacked(body, url), headers, url)
    for known in FORMATS:
        if known.claims(document):
            return known.read(document), known.name, document.notes
    raise ParseError(_nothing_known(document), subject=url, advice="is this the address of a feed?")


def _is_hosted_elsewhere(url: str, homepage: str) -> bool:
    """Whether a feed stands on another site than its outlet; a bare number or name on a local network is no site."""
    host = addresses.host_of(url)
    return "." in host and not host.rpartition(".")[2].isdigit() and not addresses.same_site(homepage, url)


def _told(raw: RawFeed) -> str:
    """The language of the first titles by their script, for feeds that claim none: their dates are told in its zone."""
    titles = " ".join(item.title for item in raw.items[:_PROBED])
    return next((language for script, language in _SCRIPTS if script.search(titles)), "")


def _unpacked(body: bytes, url: str) -> bytes:
    if not body.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise ParseError("an empty body", subject=url)
    if body.startswith(_GZIP):
        try:
            body = zlib.decompressobj(31).decompress(body, MAX_BYTES + 1)
        except zlib.error as error:
            raise ParseError(f"a gzip file that can't be unpacked ({error})", subject=url) from error
    if len(body) > MAX_BYTES:
        raise ParseError(f"larger than {MAX_BYTES // 2**20} MiB", subject=url)
    return body


def _document(body: bytes, headers: Mapping[str, str], url: str) -> Document:
    text = charsets.decode(body, headers, markup=True).lstrip("\ufeff\x00 \t\r\n")
    if len(text) > MAX_CHARACTERS or sys.getsizeof(text) > MAX_MEMORY:
        raise ParseError(f"larger than {MAX_CHARACTERS // 2**20} million characters", subject=url)
    if _is_page(text):
        advice = "give the address of the feed, or let `prism sources add` find it from the homepage"
        raise ParseError("a web page (HTML) came where a feed was expected", subject=url, advice=advice)
    if text.startswith(("{", "[")):
        return Document(text, json=_json(text, url))
    if "<" not in text:
        return Document(text)
    root, notes = read_xml(text, subject=url)
    return Document(text, root=own_names(root), notes=notes)


def _is_page(text: str) -> bool:
    """Whether what comes first, comments aside, is HTML's; there are feeds that begin with HTML's document type."""
    at, typed = 0, False
    while aside := _ASIDE.match(text, at) or _PAGE_TYPE.match(text, at):
        at, typed = aside.end(), typed or (aside[0][:2] == "<!" and aside[0][:4] != "<!--")
    return bool(_PAGE.match(text, at)) or (typed and not _FEED_ROOT.match(text, at))


def _json(text: str, url: str) -> Json:
    if text.count("{") + text.count("[") > MAX_JSON_VALUES:
        raise ParseError(f"JSON of more than {MAX_JSON_VALUES} objects and lists", subject=url)
    if text.count(",") > MAX_JSON_MEMBERS:
        raise ParseError(f"JSON of more than {MAX_JSON_MEMBERS} commas", subject=url)
    try:
        value: Json = json.loads(text, strict=False, parse_constant=lambda _: None)
    except (ValueError, RecursionError) as error:
        raise ParseError(f"JSON that can't be read ({error})"[:200], subject=url) from error
    return value


def _nothing_known(document: Document) -> str:
    if document.root is not None:
        root = str(document.root.tag).rpartition("}")[2].lower()
        if root in {"html", "head", "body", "div", "p", "script"}:
            return "a web page (HTML) came where a feed was expected"
        return f"XML of no feed format that is known (its root is <{root[:40]}>)"
    return "JSON that is no feed" if document.json is not None else "neither XML nor JSON: no feed"


def _language(claimed: str) -> str:
    tag = tidy(claimed[:_LONGEST_TAG]).replace("_", "-")
    return tag.lower() if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag) else ""


def _more(raw: RawFeed, base: str, url: str, home: tzinfo) -> tuple[str, ...]:
    """Newest first; those without a date keep their order behind the dated ones, the last named first."""
    dated = []
    own = addresses.clean(url)
    for place, (address, date) in enumerate(raw.more):
        cleaned = addresses.clean(address, base)
        if cleaned and cleaned != own:
            moment = dates.read_date(date, home) if date else None
            dated.append((-(moment.timestamp() if moment else 0.0), -place, cleaned))
    return tuple(dict.fromkeys(address for _, _, address in sorted(dated)))[:MAX_MORE]


class _Judge:
    """Turns raw items into entries, and gathers what was odd about them."""

    def __init__(
        self, source: Source, raw: RawFeed, base: str, homepage: str, home: tzinfo, seen_at: datetime, notes: list[str]
    ) -> None:
        self._source, self._raw, self._base, self._homepage = source, raw, base, homepage
        self._home, self._seen_at, self.notes = home, seen_at, notes
        self._language, self.licence = _language(raw.language), tidy(raw.licence[:MAX_GUID])[:500]

    def entry(self, item: RawItem) -> Entry | None:
        """One entry, or None when the item leads nowhere and holds no text; never raises for odd contents."""
        notes: list[str] = []
        title = plain(_beginning(item.title, _TITLE_HEAD))[:MAX_TITLE]
        summary = plain(_beginning(item.summary, _HEAD))
        content = item.content or (item.summary if _is_full_text(item.summary, summary) else "")
        content = FORBIDDEN.sub("", _beginning(content, MAX_CONTENT))
        summary = summary[:MAX_SUMMARY]
        guid = tidy(item.guid[: 4 * MAX_GUID])[:MAX_GUID]
        url = self._address(item)
        own = "" if url and url == self._homepage else url
        if not own and len(plain(_beginning(content, _HEAD))) < _ALONE:
            self.notes.append(f"an item without a link was left out: {(title or guid or summary or 'no title')[:80]}")
            return None
        if not own:
            notes.append("no link of its own")
        if not title and (summary or content):
            title = _cut(summary or plain(content[:2000]))
            notes.append("no title: the beginning of its text stands for it")
        updated = self._date(item.updated, notes)
        published = self._date(item.published, notes)
        if not item.published and item.last_change_counts:
            published = updated  # RFC 4287 asks for no date but this one; notes about it stand above
        return Entry(
            id=identity.entry_id(self._source.id, url=own, guid=guid, title=title),
            source_id=self._source.id,
            guid=guid,
            url=url or self._homepage or self._base,
            title=title,
            seen_at=self._seen_at,
            summary=summary,
            content=content,
            authors=_names(tuple(author[:MAX_AUTHOR] for author in item.authors[:MAX_AUTHORS])),
            language=_language(item.language) or self._language,
            published_at=published,
            updated_at=updated,
            licence=tidy(item.licence[:MAX_GUID])[:500] or self.licence,
            notes=tuple(notes),
        )

    def _address(self, item: RawItem) -> str:
        base = _joined(item.base, self._base) if item.base else self._base
        for link in item.links[:_MOST_LINKS]:
            if len(link) <= 2 * addresses.MAX_LENGTH and (
                address := addresses.clean(plain(link) if "&" in link else link, base)
            ):
                return address
        return ""

    def _date(self, written: list[str], notes: list[str]) -> datetime | None:
        """The first date that can be read; one more than a day ahead is none."""
        for text in written[:_MOST_DATES]:
            moment = dates.read_date(text, self._home)
            if moment is None:
                notes.append(f"date could not be read: {tidy(text[:200])[:60]}")
            elif moment > self._seen_at + _AHEAD:
                notes.append(f"date in the future, not believed: {tidy(text[:200])[:60]}")
            else:
                return moment
        return None


@lru_cache(maxsize=64)
def _joined(base: str, around: str) -> str:
    return addresses.clean(base, around) or around


def _beginning(markup: str, most: int) -> str:
    """The first characters of markup, without pictures written out in it, and without a tag that the cut would halve."""
    if len(markup) <= most:
        return markup
    head = _PICTURE.sub("", markup)[:most]
    opened = head.rfind("<")
    return head[:opened] if opened > head.rfind(">") else head


def _is_full_text(markup: str, description: str) -> bool:
    """Whether a description (`description` is how it reads from its beginning) is the whole text, as many feeds have it.

    One that was cut off is none.
    """
    if len(description) < _FULL_TEXT:
        return False
    end = description if len(markup) <= _HEAD else plain(markup[-_TITLE_HEAD:])
    return not any(mark in word for word in end[-80:].split()[-5:] for mark in _CUT_OFF)


@lru_cache(maxsize=256)
def _names(authors: tuple[str, ...]) -> tuple[str, ...]:
    """Names without mail addresses: "a@example.org (Kim)" and "Kim <a@example.org>" are Kim."""
    names = []
    for author in authors:
        text = plain(author)
        if _MAIL.search(text):
            text = _MAIL.sub("", text).strip(" ()<>[],;:-\"'")
        if text:
            names.append(text[:200])
    return tuple(dict.fromkeys(names))


def _cut(text: str) -> str:
    if len(text) <= _FROM_SUMMARY:
        return text
    head = text[:_FROM_SUMMARY]
    return (head.rsplit(" ", 1)[0] if " " in head[_FROM_SUMMARY // 2 :] else head) + "…"
