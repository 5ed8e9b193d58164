"""A good brief altered in one word, at every place where such a word stands: figure, name, date, quotation, negation.

Deterministic, and in any of the editions. A sentence is altered in its text; where that is inside a quotation once more with
the quotation altered alike, so that the sentence is at one with itself and only the source says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from prism.languages import dates, names, quotations
from prism.model import Brief, Insight, Locale, Sentence

_BASE = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
KINDS = ("figure", "name", "date", "quotation", "negation")
_DIGITS = re.compile(r"\d+")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_DAYS = re.compile("|".join(rf"\b{word}\b" for word in _MONTHS) + r"|[월화수목금토일]요일|[月火水木金土日]曜")
_OTHERS: Mapping[str, tuple[str, ...]] = {
    "ko": ("박서준", "핀란드", "한빛신문"),
    "en": ("Gordon Blake", "Finland", "The Evening Ledger"),
    "ja": ("中村健", "フィンランド", "夕凪新聞"),
}
_NEGATIONS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ko": (
        (r"했다", "하지 않았다"), (r"됐다", "되지 않았다"), (r"었다", "지 않았다"), (r"일치한다", "일치하지 않는다"),
        (r"나온다", "나오지 않는다"), (r"있다", "없다"), (r"없는", "있는"), (r"않았다", "았다"), (r"않은", "은"),
        (r"다르게", "같게"),
    ),
    "en": (
        (r"\bwas\b", "was not"), (r"\bwere\b", "were not"), (r"\bis\b", "is not"), (r"\bhas\b", "has not"),
        (r"\bhave\b", "have not"), (r"\balso include\b", "do not include"), (r"\breports\b(?=:)", "denies"),
        (r"\breported\b(?=:)", "did not report"), (r"\bnot\b ?", ""), (r"\bNone\b", "All"), (r"\bno\b", "a"),
        (r"\bdiffer\b", "agree"), (r"\bgives\b", "denies"), (r"\bsaid\b", "denied"), (r"\bthe same\b", "not the same"),
    ),
    "ja": (
        (r"報じた", "報じなかった"), (r"伝えた", "伝えなかった"), (r"である", "ではない"), (r"一致している", "一致していない"),
        (r"出てくる", "出てこない"), (r"ない", "ある"), (r"した", "しなかった"), (r"いる", "いない"), (r"食い違う", "一致する"),
    ),
}  # fmt: skip
_OPPOSITE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ko": (("가장 먼저", "가장 나중"), ("에만", "에도"), ("이어", "달리")),
    "en": (("earliest", "latest"), ("only", "also"), ("alone", "again"), ("added", "denied")),
    "ja": (("最も早い", "最も遅い"), ("だけ", "も"), ("最初", "最後")),
}


@dataclass(frozen=True)
class Altered:
    """A brief with one word changed.

    Attributes:
        kind: of the word.
        address: of the sentence; "title" for the Insight's, "change.n" for a line of change.
        was: the word.
        now: what stands there instead.
        brief: the whole.
    """

    kind: str
    address: str
    was: str
    now: str
    brief: Brief


def alterations(brief: Brief, locale: Locale) -> Iterator[Altered]:
    """Every alteration of a brief."""
    for address, sentence in brief.sentences():
        for kind, start, end, now in changes(sentence.text, locale):
            text = sentence.text[:start] + now + sentence.text[end:]
            was = sentence.text[start:end]
            yield Altered(kind, address, was, now, put(brief, address, replace(sentence, text=text)))
            for place, quote in enumerate(sentence.quotes):
                other = _in_quote(sentence.text, quote, start, end, now)
                if other is not None:
                    quotes = (*sentence.quotes[:place], other, *sentence.quotes[place + 1 :])
                    yield Altered(
                        kind, address, was, now, put(brief, address, replace(sentence, text=text, quotes=quotes))
                    )


def changes(text: str, locale: Locale) -> Iterator[tuple[str, int, int, str]]:
    """Kind, place and new words of every change of a text."""
    language = locale.language
    for match in _DIGITS.finditer(text):
        digits = match.group()
        last = str((int(digits[-1]) + 3) % 10)
        yield "figure", match.start(), match.end(), digits[:-1] + last
    for match in _DAYS.finditer(text):
        yield "date", match.start(), match.end(), _other_day(match.group())
    for mention in dates(text, language, _BASE):
        yield from _shifted(mention.text, mention.start)
    kinds = ("person", "place", "organisation")
    for name in names(text, language):
        other = _OTHERS[language][kinds.index(name.kind) if name.kind in kinds else 0]
        if other != name.text:
            yield "name", name.start, name.end, other
    yield from _words(text, language)


def put(brief: Brief, address: str, sentence: Sentence) -> Brief:
    """The brief with another sentence at an address."""
    part, _, number = address.partition(".")
    at = int(number or 0)
    match part:
        case "headline":
            return replace(brief, headline=sentence)
        case "dek":
            return replace(brief, dek=(*brief.dek[:at], sentence, *brief.dek[at + 1 :]))
        case "body":
            return replace(brief, body=(*brief.body[:at], sentence, *brief.body[at + 1 :]))
    old = brief.insight or Insight("", ())
    return replace(brief, insight=Insight(old.title, (*old.sentences[:at], sentence, *old.sentences[at + 1 :])))


def _other_day(word: str) -> str:
    if word in _MONTHS:
        at = _MONTHS.index(word)
        return _MONTHS[(at + 1) % 12] if at < 12 else _MONTHS[12 + (at - 11) % 7]
    ring = "월화수목금토일" if word[0] in "월화수목금토일" else "月火水木金土日"
    return ring[(ring.index(word[0]) + 2) % 7] + word[1:]


_RELATIVE = (
    ("어제", "그제"), ("오늘", "내일"), ("내일", "어제"), ("지난", "오는"), ("오는", "지난"), ("내년", "작년"), ("지난해", "올해"),
    ("yesterday", "today"), ("today", "tomorrow"), ("tomorrow", "yesterday"), ("last", "next"), ("next", "last"),
    ("昨日", "今日"), ("昨年", "来年"), ("来年", "昨年"), ("今年", "昨年"), ("来月", "先月"),
)  # fmt: skip


def _shifted(text: str, start: int) -> Iterator[tuple[str, int, int, str]]:
    """A date with its relative word or its number changed."""
    for was, now in _RELATIVE:
        at = text.find(was)
        if at >= 0:
            yield "date", start + at, start + at + len(was), now
    for match in _DIGITS.finditer(text):
        yield "date", start + match.start(), start + match.end(), str(int(match.group()) + 1)


def _words(text: str, language: str) -> Iterator[tuple[str, int, int, str]]:
    """Denials put in and taken out, anywhere; and within quotations a word of them taken out, doubled, put in."""
    for pattern, now in (*_NEGATIONS[language], *((re.escape(a), b) for a, b in _OPPOSITE[language])):
        for match in re.finditer(pattern, text):
            yield "negation", match.start(), match.end(), now
    for quote in quotations(text):
        yield from _within(text, quote.start, quote.end)


def _within(text: str, start: int, end: int) -> Iterator[tuple[str, int, int, str]]:
    inside = text[start:end]
    for match in re.finditer(r"[^\W\d_]{2,}", inside):
        at = start + match.start()
        yield "quotation", at, at + len(match.group()), match.group()[:-1] + match.group()[0]
        if match.start() > 1:
            yield "quotation", at, at + len(match.group()), ""


def _in_quote(text: str, quote: str, start: int, end: int, now: str) -> str | None:
    """A quotation changed as its sentence is; None where the change is outside it."""
    at = text.find(quote)
    if at < 0 or not at <= start or not end <= at + len(quote):
        return None
    return quote[: start - at] + now + quote[end - at :]
