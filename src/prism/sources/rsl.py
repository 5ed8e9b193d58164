"""Really Simple Licensing 1.0: what a publisher's terms say of a use such as Prism's.

Specification: rslstandard.org/rsl. Terms come as a file that a `License:` line of robots.txt or a Link header names, or as
`rsl:content` in a feed. Prism gives texts to language models as input and publishes what comes out, which is the usage
"ai-input"; "ai-all" and "all" include it. The earlier draft's names are understood too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from itertools import islice

from prism.model import ParseError
from prism.sources.elements import attribute, descendants, name_of, text_of
from prism.sources.patterns import matches
from prism.sources.raw import Element
from prism.sources.xml import read_xml
from prism.web import addresses, charsets

_OURS = frozenset({"all", "ai-all", "ai-input", "ai-use", "ai-summarize", "ai-summarise", "ai-inference", "ai-search"})
_FREE = frozenset({"", "free", "attribution"})
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9\-]{0,40}")
_LONGEST_WORDS = 4000
_MOST_CONTENTS = 20_000
_MARK = "RSL:"


class Word(Enum):
    """What terms say of our use."""

    RESERVED = "reserved"
    GRANTED = "granted"  # input to models, free or for attribution
    GRANTED_ALL = "granted all"  # every automated use, free or for attribution
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Licence:
    """One `license` element: lower-case words. None means that the kind is not mentioned."""

    permits: frozenset[str] | None = None
    prohibits: frozenset[str] = frozenset()
    users: frozenset[str] | None = None
    geo: frozenset[str] | None = None
    payment: str = ""

    def word(self) -> Word:
        """What this licence says of our use. What is not permitted where permissions are listed is reserved."""
        if self.prohibits & _OURS:
            return Word.RESERVED
        if self.permits is None:
            return Word.SILENT
        ours = self.permits & _OURS
        open_to_us = (self.users is None or "commercial" in self.users) and self.geo is None
        if not ours or not open_to_us or self.payment not in _FREE:
            return Word.RESERVED
        return Word.GRANTED_ALL if "all" in ours else Word.GRANTED

    def line(self) -> str:
        """The licence in words on one line; `read_line` reads it back."""
        parts = []
        if self.permits is not None:
            parts.append("permits " + " ".join(sorted(self.permits)))
        if self.prohibits:
            parts.append("prohibits " + " ".join(sorted(self.prohibits)))
        if self.users is not None:
            parts.append("users " + " ".join(sorted(self.users)))
        if self.geo is not None:
            parts.append("geo " + " ".join(sorted(self.geo)))
        if self.payment:
            parts.append(f"payment {self.payment}")
        return "; ".join(part.strip() for part in parts) or "no terms"


def terms_of(content: Element) -> str:
    """The terms of an `rsl:content` element on one line ("RSL: prohibits ai-all"), for `Entry.licence`; empty without any."""
    licences = _licences(content)
    return f"{_MARK} " + " | ".join(licence.line() for licence in licences) if licences else ""


def read_line(line: str) -> tuple[Licence, ...]:
    """The licences of a line that `terms_of` wrote; none for any other text."""
    if not line.startswith(_MARK):
        return ()
    return tuple(_from_line(part) for part in line.removeprefix(_MARK).split("|"))


def read_file(body: bytes, url: str) -> tuple[Licence, ...]:
    """The licences of an RSL file that hold for an address: those of the most specific `content` that matches it.

    Raises:
        ParseError: it is no XML, or declares entities.
    """
    root, _ = read_xml(charsets.decode(body, {}, markup=True), subject=url)
    best: tuple[int, list[Licence]] = (-1, [])
    for content in islice(descendants(root, "rsl:content", "content", "other:content"), _MOST_CONTENTS):
        pattern = attribute(content, "url") or "/"
        if matches(pattern, url) and len(pattern) > best[0]:
            best = (len(pattern), _licences(content))
    return tuple(best[1])


def verdict(licences: tuple[Licence, ...]) -> tuple[Word, str]:
    """What several alternative licences together say, with the words of the one that decides.

    A prohibition in any of them holds; else one that grants our use is enough; else one that reserves it holds.
    """
    said = [(licence.word(), licence) for licence in licences]
    forbidding = [licence for licence in licences if licence.prohibits & _OURS]
    if forbidding:
        return Word.RESERVED, forbidding[0].line()
    for wanted in (Word.GRANTED_ALL, Word.GRANTED, Word.RESERVED):
        for word, licence in said:
            if word is wanted:
                return word, licence.line()
    return Word.SILENT, licences[0].line() if licences else ""


def linked(headers_link: str, base: str) -> tuple[str, ...]:
    """Addresses of RSL files that a Link header names."""
    found = []
    for target, parameters in re.findall(r"<([^<>]*)>([^<]*)", headers_link):
        lowered = parameters.lower()
        if "rsl+xml" in lowered and "license" in lowered and (address := addresses.clean(target, base)):
            found.append(address)
    return tuple(dict.fromkeys(found))


def _licences(content: Element) -> list[Licence]:
    licences = [_licence(child) for child in content if _local(child) == "license"]
    if attribute(content, "server") or attribute(content, "encrypted").lower() == "true":
        asked = licences or [Licence(frozenset({"all"}))]
        licences = [replace(licence, payment="server") for licence in asked]
    return licences


def _licence(element: Element) -> Licence:
    permits: dict[str, set[str]] = {}
    prohibits: dict[str, set[str]] = {}
    payments = []
    for child in element:
        kind = attribute(child, "type").lower()
        match _local(child):
            case "permits":
                permits.setdefault(kind or "usage", set()).update(_words(text_of(child)))
            case "prohibits":
                prohibits.setdefault(kind or "usage", set()).update(_words(text_of(child)))
            case "payment":
                payments.append(kind or "custom")
    free = [payment for payment in payments if payment in _FREE]
    users = permits.get("user")
    if "commercial" in prohibits.get("user", ()):
        users = (users or {"non-commercial"}) - {"commercial"}
    return Licence(
        permits=frozenset(permits["usage"]) if "usage" in permits else None,
        prohibits=frozenset(prohibits.get("usage", ())),
        users=frozenset(users) if users is not None else None,
        geo=frozenset(permits.get("geo", set()) | prohibits.get("geo", set()))
        if "geo" in {*permits, *prohibits}
        else None,
        payment=(free or payments or [""])[0],
    )


def _from_line(part: str) -> Licence:
    said: dict[str, frozenset[str]] = {}
    for clause in part.split(";"):
        name, *rest = clause.split() or [""]
        said[name] = frozenset(rest)
    return Licence(
        permits=said.get("permits"),
        prohibits=said.get("prohibits", frozenset()),
        users=said.get("users"),
        geo=said.get("geo"),
        payment=next(iter(said.get("payment", ())), ""),
    )


def _words(text: str) -> list[str]:
    """Usage words; the draft wrote `train-ai` for what is now `ai-train`."""
    words = [word.lower() for word in _WORD.findall(text[:_LONGEST_WORDS])]
    return [f"ai-{word.removesuffix('-ai')}" if word.endswith("-ai") else word for word in words]


def _local(element: Element) -> str:
    return name_of(element).rpartition(":")[2]


__all__ = ["Licence", "ParseError", "Word", "linked", "read_file", "read_line", "terms_of", "verdict"]
