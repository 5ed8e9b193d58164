"""Which agency an article names as its origin: in its dateline, at its end, or in its byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from prism.articles.keys import key_of
from prism.articles.words import table

_DATELINES = (
    re.compile(
        r"^[\[(（【〔]\s*[^=＝\])）】〕]{1,24}[=＝·]\s*([^=＝\])）】〕]{2,14})[\])）】〕]"
    ),  # (서울=연합뉴스), 【ソウル＝共同】
    re.compile(r"^[^()（）.。!?]{2,70}?[（(]([^()（）]{2,40})[)）]\s*[-–—―:=]"),  # BERLIN, Nov. 22 (Reuters) -
    re.compile(r"^[（(]([^()（）]{2,30})[)）]\s*[-–—―:=]"),  # (Reuters) -
    re.compile(r"^[\[【〔]([^\]】〕]{2,30})[\]】〕]"),  # 【北京共同】, [東京 22日 ロイター]
    re.compile(r"^(?:据|據)?([^\s，。,（(]{2,6}?社)[^，。,]{0,18}?[电電]"),  # 新华社北京11月22日电
    re.compile(r"^[A-ZÀ-Ý][^.()!?]{2,50}?[,;]\s*([A-Z][\w.-]{1,12})\s*[-–—]\s"),  # LONDON, AP -
)
_CREDIT = re.compile(
    r"^[\s(（\[【/–—-]*(?:mit|with|par|avec|con|com|출처|来源|來源|quelle|source|fonte|fuente|by|von)?\s*[:：=]?\s*(.{2,40}?)[\s)）\]】/.。]*$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"[（(【]([^()（）【】]{2,20})[)）】]\s*$|[=＝]\s*([^\s=＝]{2,10})\s*$")
_PERSON = re.compile(r"기자|특파원|記者|记者|特派員|reporter|correspondent", re.IGNORECASE)
_PARTS = re.compile(r"[\s/,，、·;|＝=]+|\d+日?|(?<=日)")


def wire_of(lines: Sequence[str], authors: Sequence[str]) -> str:
    """The agency, spelled as the article spells it, or empty.

    A name in the dateline's place counts if it is a known agency's, or if it is set in the way that only agencies are
    ("City (Name) –"); at the end and in the byline only known ones count.

    Args:
        lines: the lines of the article and around it, in order.
        authors: names of the byline.
    """
    for line in lines[:4]:
        for number, dateline in enumerate(_DATELINES):
            found = dateline.match(line)
            if found and (name := _known(found[1]) or (_unknown(found[1]) if number in {0, 1} else "")):
                return name
    for author in authors:
        if name := _known(author):
            return name
    for line in lines[-4:]:
        credit = _CREDIT.match(line) if len(line) <= 60 else None  # noqa: PLR2004 - a credit, not a sentence
        ending = _ENDING.search(line[-40:])
        for found in (credit, ending):
            if found and (name := next((known for group in found.groups() if group and (known := _whole(group))), "")):
                return name
    return ""


def _known(text: str) -> str:
    """A known agency named in a dateline: as a whole, as one of its parts, or at the end of a word (【北京共同】)."""
    if whole := _whole(text):
        return whole
    if _PERSON.search(text):
        return ""
    for part in (part for part in _PARTS.split(text) if part):
        if key_of(part) in _agencies():
            return _agencies()[key_of(part)]
    key = key_of(text)
    return next(
        (name for known, name in _agencies().items() if not known.isascii() and len(known) > 1 and key.endswith(known)),
        "",
    )


def _whole(text: str) -> str:
    """A known agency, alone or with others ("dpa/AFP", "연합뉴스 제공")."""
    parts = [part for part in re.split(r"[/,、·;]| und | and ", text.strip(" .()[]")) if part.strip()]
    return next((_agencies()[key_of(part)] for part in parts if key_of(part) in _agencies()), "")


def _unknown(text: str) -> str:
    """What stands where an agency's name stands, if it looks like one: one or two words, no person, no number."""
    name = text.strip()
    if _PERSON.search(name) or re.search(r"\d|[.!?:]", name) or len(name) > 14 or len(name.split()) > 2:  # noqa: PLR2004
        return ""
    if re.fullmatch(
        r"[가-힣]{2,12}(?:뉴스|통신|일보|경제)\S{0,2}|[A-Z]{2,6}|[a-z]{3}|[A-Z][a-zA-Z]+(?: (?:News|Press|Wire|Agency))",
        name,
    ):
        return name
    return ""


@cache
def _agencies() -> dict[str, str]:
    return {key_of(name): name for name in table("agencies")}
