"""What stands around and between an article's paragraphs: known by what elements call themselves.

Authors of pages name the parts of a page for their own style sheets, in English nearly everywhere. A name is read as words
(`articleRelated-list` is article, related, list); it condemns an element when it says what no article's text is called. Whether
it is believed is decided in `maintext`, by how much of the page's text the element holds: "has-sidebar", "sidebar-grid" and
"comments-enabled" stand on whole articles.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lxml import etree

from prism.articles.words import table, whole_line

ALWAYS = 2
"""The weight of a name that no article's text has."""
UNLESS_PROSE = 1
"""The weight of a name that is believed only of an element without prose."""

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_]+")
_ROLES = frozenset(
    {
        "navigation",
        "complementary",
        "contentinfo",
        "dialog",
        "alertdialog",
        "search",
        "menu",
        "menubar",
        "toolbar",
        "tablist",
    }
)
_TAGS = frozenset({"nav", "footer", "aside", "figcaption", "form", "dialog", "menu", "label", "fieldset"})
_NEVER = frozenset({"html", "body", "article", "main", "h1", "a", "br", "b", "strong", "em", "i"})
_NAMING = frozenset({"class", "id", "data-component", "data-module", "data-testid", "data-type"})
_LONGEST_NAME = 400


def weigh(element: etree._Element) -> int:
    """How much an element's own names condemn it: `ALWAYS`, `UNLESS_PROSE` or 0."""
    tag = element.tag
    if tag in _TAGS:
        return ALWAYS
    if tag in _NEVER:
        return 0
    worst = 0
    for name, given in element.items():
        value = str(given)
        if name in _NAMING:
            worst = max(worst, _verdict(value))
        elif (name == "role" and value in _ROLES) or (
            name == "aria-label" and whole_line("list_headings").match(value)
        ):
            return ALWAYS
    return worst


@lru_cache(maxsize=8192)
def _verdict(name: str) -> int:
    """What a class or an id says. Utilities of style sheets ("md:print", "w-[4px]") say nothing."""
    own = " ".join(part for part in name[:_LONGEST_NAME].split() if ":" not in part and "[" not in part)
    words = [word.lower() for word in _WORDS.findall(own)]
    worst = 0
    for before, word in zip(("", *words), words, strict=False):
        if before in _set("names_negating"):
            continue
        if word in _set("names_always") or f"{before}-{word}" in _set("names_pairs"):
            return ALWAYS
        if word in _set("names_unless_prose"):
            worst = UNLESS_PROSE
    return worst


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(table(key))
