"""What no newspaper prints in a sentence: addresses, numbers to call, markup, code, babble, orders to whoever passes it on.

A text that carries one of these is never chosen, given to a model or published, whoever wrote it: what can't stand on a page
can't be smuggled onto one. Addresses are those of RFC 3986 and RFC 5322, telephone numbers as the countries of the editions
write them, and the ways around filters that people use (`[.]`, "dot", full-width letters). Of 38,000 sentences of the public
sets beside the checkout it finds addresses, handles and numbers in about 130 and orders in none (`tests/languages/test_oddities.py`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from prism.languages.machines import addresses_machines
from prism.languages.retelling import directs_retelling

_DOMAINS = (
    "com net org info biz io ai app dev xyz top shop site online link click live club store blog cloud page press wiki vip fun icu pro "
    "tech space website today asia news media mobi name cc tv co gov edu mil int uk kr jp cn de fr ru tw hk es br ca au ch nl pl se no dk fi "
    "ua tr gr pt cz hu ro ie il ir sg my th vn ph id nz mx ar cl za eu us example test invalid localhost onion"
)
"""Last labels of host names that are met, and those that stand for them in examples; without words of prose ("it", "in")."""
_DOMAIN = "(?:" + "|".join(sorted(_DOMAINS.split(), key=len, reverse=True)) + ")"
_DOT = r"(?:\.|\s?\[\.\]\s?|\s?\(\.\)\s?|\s?[\[(](?:dot|점|点|ドット|punkt)[\])]\s?|\s(?:dot|점|点|ドット|Punkt|punkt)\s?|ドット\s?)"
_SPELT = r"(?:\s?[\[(](?:\.|dot|점|点|ドット|punkt)[\])]\s?|\s(?:dot|점|点|ドット|punkt)\s|ドット\s?)"
_REST = r"[^\s\"'<>”’」』）)\]]*"
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]")
_DECEIVING = re.compile("[\u202a-\u202e\u2060-\u2064\u2066-\u206f\U000e0000-\U000e007f]")
"""Direction overrides and tag characters; soft hyphens and spaces of no width are careless, not deceiving."""
_MIXED = re.compile(r"(?=[^\W\d_]*[\u0400-\u04ff])(?=[^\W\d_]*[A-Za-z])[^\W\d_]+")
"""A word with Latin and Cyrillic letters: one of them only looks like the other."""

_PATTERNS = {
    "address": (
        rf"(?i:\b(?:[a-z][a-z0-9+-]{{1,20}}:\s?//|javascript:|vbscript:|data:[a-z]+/|mailto:|tel:|sms:|www\d?\.){_REST})",
        rf"(?<![A-Za-z0-9_@.-])(?:[a-z0-9_][a-z0-9_-]{{1,62}}{_DOT}){{1,4}}{_DOMAIN}(?![A-Za-z0-9_-])(?:[/?#]{_REST})?",
        rf"(?i:(?<![a-z0-9_@.-])(?:[a-z0-9-]{{1,63}}\.){{1,4}}{_DOMAIN}/{_REST})",
        rf"(?i:(?<![a-z0-9_@.-])[a-z0-9_-]{{2,63}}{_SPELT}{_DOMAIN}(?![a-z0-9_-]))",
        r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{2,5}|/\S*)(?!\d)",
    ),
    "mail": (
        rf"(?i:[a-z0-9.+_-]{{1,64}}\s?(?:@|[\[(](?:at|앳|골뱅이)[\])]|\s골뱅이\s)\s?(?:[a-z0-9-]{{1,63}}{_DOT}){{1,4}}[a-z]{{2,24}})",
    ),
    "handle": (r"(?<![\w.@/])@[A-Za-z0-9_][A-Za-z0-9_.]{2,}", r"(?<![A-Za-z0-9_/])[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]+"),
    "telephone": (
        r"(?<![A-Za-z0-9.,])\+\d{1,3}(?:[\s.()\-‐‑]{0,2}\d){7,12}(?!\d)",
        r"(?<![A-Za-z0-9.,])\(?0\d{1,3}\)?[\s.\-‐‑]{1,2}\d{3,4}[\s.\-‐‑]\d{3,4}(?!\d|[.,]\d)",
        r"(?<![A-Za-z0-9.,-])\d{3,4}[\-‐‑]\d{3,4}[\-‐‑]\d{3,4}(?![\d-])",
        r"(?<![A-Za-z0-9.,-])0\d{9,10}(?!\d)",
    ),
    "markup": (
        r"</?[a-z][a-z0-9-]*(?:\s[^<>]{0,200})?/?>|<[a-zA-Z]\w*[^<>]{0,80}=",
        r"(?i:</?(?:script|iframe|img|svg|object|embed|style|link|meta)\b)|<</?\w{1,20}>>|<\|[^|<>]{1,40}\|>|\[/?INST\]",
        r"\]\((?=[^()\s]{0,200}[:/.#?=])|```|\*\*\w[^*]{0,200}\*\*|~~|!\[|&(?:#x?[0-9a-fA-F]{1,6}|lt|gt|quot|amp|nbsp);|={3,}|#{3,}|\+\+\w+\+\+",
    ),
    "code": (
        r"[{\[]\s*[\"“]\w+[\"”]\s*:|\{\{|\}\}|\$\{|<%|%>|^\s*[AB]\d{1,3}\.\d{1,4}\s",
        r"(?<![A-Za-z0-9+/=])(?=[A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*\d)[A-Za-z0-9+/]{24,}={0,2}",
        r"\b[0-9a-f]{32,}\b",
    ),
    "babble": (r"(?P<said>[^\W_][\w-]{1,39})(?:[\s,、。.!]+(?P=said)){4,}", r"(?P<run>[^\W\d_]{2,20})(?P=run){5,}"),
}  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern)) for kind, patterns in _PATTERNS.items() for pattern in patterns)
_MAYBE = re.compile(
    r"[@_<>\[\]{}`~*&=#|%]|//|\((?:\.|dot|at|점|点|ドット|[Pp]unkt|앳|골뱅이)\)|(?i:script|data|tel|sms|mailto):|www|[A-Za-z0-9)]\s?(?:\.|dot|점|点|ドット|[Pp]unkt|골뱅이)\s?[A-Za-z0-9]"
    r"|\d[\s.()\-‐‑]{1,2}\d{3}|\+\d|0\d{9}|[A-Za-z0-9+/]{24}|\+\+|^\s*[AB]\d"
)
"""What every pattern but those of babble needs: most sentences have none of it."""
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SHORT = re.compile(r"(?<![A-Za-z0-9.,-])(?P<head>1[5-9]\d{2})[\-‐‑](?P<rest>\d{4})(?![\d-])")
"""Korean numbers of eight digits, which look like a span of years."""
_LAST_YEAR = 2100
_NAME = re.compile(r"(?<![A-Za-z0-9_@.-])[A-Z][A-Za-z]{0,30}\.(?:com|net|org|ai|io|tv|fm)(?![A-Za-z0-9_/-])(?!\.\w)")
_LONGEST = 4000
"""Characters that are looked at: more than any sentence has."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """One thing in a text that is no news.

    Attributes:
        kind: "address", "mail", "handle", "telephone", "markup", "code", "unseen", "babble", "order".
        text: as it stands there, compatibility forms and unseen characters undone; all of it for an order.
    """

    kind: str
    text: str


def oddities(text: str) -> tuple[Oddity, ...]:
    """What in a text no newspaper prints; nothing for an ordinary sentence.

    Args:
        text: a sentence, a title, a tag or a paragraph, in any language.

    Returns:
        What was found. Brands that are written like hosts ("Booking.com") are names and not among it: see `host_names`.
    """
    return tuple(_found(text[:_LONGEST]))


def gives_orders(text: str) -> bool:
    """Whether a text speaks to machines, or to those who pass it on, instead of to readers."""
    return addresses_machines(text) or directs_retelling(text[:_LONGEST])


def host_names(text: str) -> tuple[str, ...]:
    """Names in a text that are written like a host with a capital letter ("Booking.com"), each once."""
    return tuple(dict.fromkeys(match.group() for match in _NAME.finditer(text)))


def _found(text: str) -> Iterator[Oddity]:
    if deceiving := _DECEIVING.search(text):
        yield Oddity("unseen", f"U+{ord(deceiving.group()):04X}")
    seen = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    if _CYRILLIC.search(seen) and (mixed := _MIXED.search(seen)):
        yield Oddity("unseen", mixed.group())
    maybe = _MAYBE.search(seen) is not None
    for kind, pattern in _COMPILED:
        if maybe or kind == "babble":
            for match in pattern.finditer(seen):
                yield Oddity(kind, match.group().strip())
    for match in _SHORT.finditer(seen):
        if not int(match["head"]) <= int(match["rest"]) <= _LAST_YEAR:
            yield Oddity("telephone", match.group())
    if gives_orders(text):
        yield Oddity("order", seen)
