"""Plain text out of markup: what a title, a name or a summary says, whatever it was wrapped in."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Literal

_ROUNDS = 3
"""How often text is read as escaped markup again: titles escaped twice are common, thrice is the most ever met."""

_HTML_NAMES = (
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas caption center "
    "cite code col colgroup command data dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer "
    "form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd keygen label legend li link main "
    "map mark marquee menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture pre "
    "progress q rb rp rt rtc ruby s samp script section select slot small source span strike strong style sub summary sup "
    "svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr amp-img o:p math"
)
_NAME = "|".join(sorted(_HTML_NAMES.split(), key=len, reverse=True))
_TAG = re.compile(rf"<(/?)({_NAME})(?=[\s/>])([^<>]*)>", re.IGNORECASE)
_DECLARATION = re.compile(r"<[!?][a-zA-Z\[][^<>]*>|\]\]>")
_BREAKING = re.compile(
    r"^(?:address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    r"h[1-6]|head|header|hr|html|li|main|nav|ol|option|p|pre|section|table|tbody|td|tfoot|th|thead|title|tr|ul|summary)$",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"<(script|style|template|iframe|noframes|object|svg|head)(?=[\s/>])[^<>]*>", re.IGNORECASE)
_CLOSING = re.compile(r"</(script|style|template|iframe|noframes|object|svg|head)(?=[\s/>])[^<>]*>", re.IGNORECASE)
_SWALLOWING = frozenset({"script", "style", "template"})
"""What hides all that follows when it is never closed; of the others only the tag goes then."""

_READING = re.compile(r"<r[tp](?=[\s/>])[^<>]*>[^<]*(?:</r[tp]\s*>)?", re.IGNORECASE)
"""The small print above Japanese and Chinese characters, whose closing tag may be left out."""
_LONG_NUMBER = re.compile(r"&#[0-9]{9,}+;?")
"""A character reference beyond all characters: `html.unescape` raises ValueError over one of more than 4300 digits."""
_LONGEST_RUN = 30
"""Combining marks kept in a row, as in the Stream-Safe Text Format of UAX #15; to put n of them in order takes n² steps."""
_DROPPED = re.compile(
    "["
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
    "]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_WINDOWS = re.compile(r"[\x80-\x9f]")
_SPACE = re.compile(r"[^\S\u3000]+")
_IDEOGRAPHIC = re.compile(r" *\u3000[ \u3000]*")
"""The full-width space, with which Japanese headlines part their halves: it is a character of theirs, and stays, once."""
_LINES = re.compile("[\u2028\u2029]")


def _combining() -> str:
    """All that normal forms put in order, for a character class; Unicode 14 has none above U+1FFFF."""
    decomposed = ((code, unicodedata.normalize("NFKD", chr(code))) for code in range(0x300, 0x20000))
    return "".join(chr(code) for code, letters in decomposed if unicodedata.combining(letters[0]))


_RUN_OF_MARKS = re.compile(f"([{_combining()}]{{{_LONGEST_RUN}}})[{_combining()}]+")


def plain(markup: str) -> str:
    """The text of markup, on one line.

    Args:
        markup: HTML or XHTML, whole or cut, or markup that was escaped once more (`&lt;b&gt;`), or plain text.

    Returns:
        NFC text without tags, comments, scripts and styles, entities undone, white space run together, and without
        control, bidirectional, zero-width and tag characters (joiners that Persian and emoji need stay). What only looks
        like a tag ("a < b", "<3") stays. Of combining marks in a row the first 30 are kept. Takes time linear in the length.
    """
    text = markup
    for _ in range(_ROUNDS):
        stripped = _without_tags(text) if "<" in text else text
        read = html.unescape(_LONG_NUMBER.sub("\ufffd", stripped)) if "&" in stripped else stripped
        if read == text:
            break
        text = read
        if "<" not in text and "&" not in text:
            break
    return tidy(text)


def tidy(text: str) -> str:
    """Plain text on one line: NFC, white space run together, unseen characters off. Nothing is read as markup.

    Of combining marks in a row the first 30 are kept, so that it takes time linear in the length.
    """
    text = _WINDOWS.sub(_windows, _DROPPED.sub("", _LINES.sub(" ", text)))
    text = _CONTROL.sub("", text)
    return normal("NFC", _IDEOGRAPHIC.sub("\u3000", _SPACE.sub(" ", text)).strip())


def normal(form: Literal["NFC", "NFKC"], text: str) -> str:
    """A normal form in linear time: of combining marks in a row the first 30 are kept, which no language needs."""
    return unicodedata.normalize(form, bounded_marks(text))


def bounded_marks(text: str) -> str:
    """The text with the first 30 of the combining marks in each row, safe to give to what puts them in order."""
    return text if text.isascii() else _RUN_OF_MARKS.sub(r"\1", text)


def _windows(match: re.Match[str]) -> str:
    """What was meant by a control character that is a letter in windows-1252 (feeds are full of &#146;)."""
    return bytes([ord(match[0])]).decode("cp1252", "ignore")


def _without_tags(text: str) -> str:
    text = _without_unseen(_without_comments(_cdata_opened(text)))
    text = _READING.sub("", text)
    text = _TAG.sub(lambda tag: " " if _BREAKING.match(tag[2]) else "", text)
    return _DECLARATION.sub("", text)


def _cdata_opened(text: str) -> str:
    return text.replace("<![CDATA[", "").replace("]]>", "") if "<![CDATA[" in text else text


def _without_comments(text: str) -> str:
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        parts.append(text[at:start])
        end = text.find("-->", start + 4)
        if end < 0:
            return "".join(parts)
        at = end + 3
    return "".join((*parts, text[at:])) if parts or at else text


def _without_unseen(text: str) -> str:
    """Drop elements whose content no reader sees; one that is never closed takes the rest with it."""
    parts, at = [], 0
    unclosed: set[str] = set()
    while opening := _UNSEEN.search(text, at):
        parts.append(text[at : opening.start()])
        at = opening.end()
        if opening.group().endswith("/>"):
            continue
        name = opening[1].lower()
        if name in unclosed:
            continue
        closing = next((tag for tag in _CLOSING.finditer(text, at) if tag[1].lower() == name), None)
        if closing is not None:
            at = closing.end()
        elif name in _SWALLOWING:
            return "".join(parts)
        else:
            unclosed.add(name)
    return "".join((*parts, text[at:])) if at else text
