"""What every output has in common: characters that may stand in it, and links that may."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote, urlsplit

from markupsafe import Markup

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
"""What XML 1.0 forbids or discourages (control characters, lone surrogates, non-characters), and the characters that turn the
direction of what follows them: a text keeps its own direction by markup."""
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e]")
_WIDE_STOP = re.compile(r"[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")
"""Punctuation as wide as a letter: its own blank half is the space."""
_LATIN = re.compile(r"[A-Za-z0-9]")
_NO_LINK = re.compile(r"[\s\\\x00-\x1f\x7f<>\"`]")
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
_ESCAPED = re.compile(r"\\[bfu]")
"""How JSON writes control characters."""
_IN_SCRIPT = tuple((c, f"\\u{ord(c):04x}") for c in "<>&'\u2028\u2029")

Json = None | bool | int | float | str | list["Json"] | Mapping[str, "Json"]


def clean(text: str) -> str:
    """The text without characters that may not stand in XML or HTML."""
    return _FORBIDDEN.sub("", text) if _FORBIDDEN.search(text) else text


def gap(before: str, after: str) -> str:
    """What stands between two sentences of a paragraph: a space, or nothing where the script has none (Han, Kana).

    After a wide full stop there is none before Latin letters and digits either; after Han or Kana itself there is.
    """
    if _WIDE_STOP.search(before[-1:]):
        return ""
    return "" if _UNSPACED.search(before[-1:]) and (not after or not _LATIN.match(after)) else " "


def run_on(sentences: Iterable[str]) -> str:
    """Sentences as one paragraph."""
    text = ""
    for sentence in sentences:
        text += f"{gap(text, sentence)}{sentence}" if text else sentence
    return text


@lru_cache(maxsize=16_384)  # an outlet's address stands on page after page, and a template asks twice
def web_link(url: str) -> str:
    """The address unchanged if it is a plain http(s) one, else empty: what is empty is shown without a link."""
    if _NO_LINK.search(url):
        return ""
    try:
        parts = urlsplit(url)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
        _ = parts.port  # raises for one that is no number
    except ValueError:
        return ""
    return clean(url) if known and clean(url) == url else ""


def mail_link(address: str, *, subject: str = "", body: str = "") -> str:
    """A mailto: link to the configured contact, or the contact itself if it is a web address, or empty."""
    if not _MAIL.fullmatch(address):
        return web_link(address)
    fields = [f"{name}={quote(clean(text), safe='')}" for name, text in (("subject", subject), ("body", body)) if text]
    return f"mailto:{quote(address, safe='@')}" + (f"?{'&'.join(fields)}" if fields else "")


def script_json(value: Json) -> Markup:
    """JSON that can stand inside `<script>`: nothing in it can end the element or open a comment."""
    text = _dumped(value)
    for character, escaped in _IN_SCRIPT:
        text = text.replace(character, escaped)
    return Markup(text)  # noqa: S704  # every character that HTML could read as markup is escaped above


def file_json(value: Json) -> bytes:
    """JSON for a file of its own."""
    return (_dumped(value) + "\n").encode()


def _dumped(value: Json) -> str:
    """Compact JSON text (to indent it takes Python's own encoder, which is ten times as slow) without forbidden characters; only where one stands is the value gone through again."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if _ESCAPED.search(text) or _FORBIDDEN.search(text):
        return json.dumps(_cleaned(value), ensure_ascii=False, separators=(",", ":"))
    return text


def _cleaned(value: Json) -> Json:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(key): _cleaned(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    return value
