"""What a sentence in the house's own words asserts, computed once more from the evidence.

A message of the digest is words with fields, and says something of them: these outlets report, this one was first, this is
what the passage says to the letter. Each family of messages has its tests here (figures in `asserted_figures`); what they
find is worded by `check.wording.*`. A family without a test asserts nothing that can be computed without the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from babel import Locale as Cldr
from babel import UnknownLocaleError

from prism.checks.asserted_figures import FIGURES
from prism.checks.parts import Evidence, Part
from prism.checks.telling import Fault, Held, Reading, Telling, Test
from prism.checks.templates import CHANGES, House, Told
from prism.checks.verbatim import days_written, faults_of, squeezed
from prism.languages import dates, names, quantities
from prism.model import TITLE, Locale

HEADLINE = "headline"
"""The reading of a headline that is a source's title."""
_READ_WHOLE = 600
"""Facts up to which a digest has read all of them: what it says of all reports can be computed again."""
_DIGITS = re.compile(r"\d+")


def reading_of(part: Part, house: House, telling: Telling) -> Reading | None:
    """A sentence as one of the house's wordings, the one that fits best; None if it is none of them."""
    text = part.sentence.text
    options = list(house.read(text))
    if part.address == HEADLINE and squeezed(text) in map(squeezed, part.sentence.quotes):
        options = [Told(HEADLINE, {"quote": text})]
    read = [Reading(told, tuple(_faults(Held(told, part, house, telling)))) for told in options]
    return min(read, key=lambda one: len(one.faults), default=None)


def _faults(held: Held) -> list[Fault]:
    if not held.part.leads:
        return []  # `citations` says so
    family = held.told.family
    tests = (*TESTS.get(family, ()), *FIGURES.get(family, ()))
    if family.startswith(CHANGES):
        tests = (*tests, _in_changes)
    return [fault for test in tests for fault in test(held)]


def _verbatim(held: Held) -> list[Fault]:
    """The quotation is one whole passage that the sentence rests on."""
    quote, locale = held.field("quote"), held.telling.locale
    if held.told.family != HEADLINE:
        quote = quote[len(locale.quote_open) : len(quote) - len(locale.quote_close)]
    found = []
    for one in held.part.leads:
        passage = squeezed(one.text)
        given = dates(passage, one.language, one.said_at)
        faults = faults_of(quote, passage, one.citation.passage, given, locale, one.said_at.date())
        found.append([Fault(fault.what, fault.words) for fault in faults])
    return min(found, key=len)


def _outlet(held: Held) -> list[Fault]:
    """The outlet that is named is the one whose passages these are."""
    return [] if held.resting() == {held.field("outlet")} else [Fault("outlet", held.field("outlet"))]


def _outlets(held: Held) -> list[Fault]:
    """The outlets that are named are those whose passages these are, and are counted rightly."""
    return _named(held, held.field("outlets"), held.resting())


def _named(held: Held, text: str, wanted: frozenset[str]) -> list[Fault]:
    named = held.house.names_in(text)
    rest = text
    for name in named:
        rest = rest.replace(name, " ", 1)
    counts = {int(digits) for digits in _DIGITS.findall(rest)}
    if not counts:
        wrong = [name for name in named if name not in wanted or named.count(name) > 1]
        return [Fault("outlet", name) for name in wrong] or ([] if wanted == set(named) else [Fault("outlet", text)])
    total = len(wanted) if "{count}" in held.telling.locale.words["insight.outlets.more"] else len(wanted - set(named))
    if counts != {total} or not wanted >= set(named):
        return [Fault("count", text)]
    return []


def _groups(held: Held) -> list[Fault]:
    """Each outlet reports in the language that it is named with."""
    house, locale = held.house, held.telling.locale
    join = re.escape(locale.words["insight.coverage.join"])
    one = re.compile(f"{house.inner('insight.coverage.group', named=True)}(?:{join}|$)")
    text, at, faults, seen = held.field("groups"), 0, list[Fault](), set[str]()
    by_language: dict[str, set[str]] = {}
    for lead in held.part.leads:
        by_language.setdefault(_language_name(locale, lead.language), set()).add(held.telling.outlet(lead))
    while at < len(text) and (match := one.match(text, at)):
        language = match["language"]
        wanted = frozenset(by_language.get(language, ()))
        if not wanted:
            faults.append(Fault("language", language))
        else:
            faults += _named(held, match["outlets"], wanted)
        seen.add(language)
        at = match.end()
    if not faults and seen != set(by_language):
        faults.append(Fault("outlet", text))
    return faults


def _language_name(locale: Locale, language: str) -> str:
    tag = f"{locale.language}_{locale.territory}" if locale.territory else locale.language
    primary = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    try:
        return str(Cldr.parse(tag).languages.get(primary, primary))
    except (UnknownLocaleError, ValueError):
        return primary


def _same_outlet(held: Held) -> list[Fault]:
    """The sentence before rests on the same outlet."""
    before = held.before()
    others = {held.telling.outlet(one) for one in before.leads} if before else set()
    return [] if held.field("outlet") in others else [Fault("again", held.field("outlet"))]


def _other_outlet(held: Held) -> list[Fault]:
    """The sentence before rests on another outlet."""
    return [Fault("contrast", held.field("outlet"))] if not _same_outlet(held) else []


def _to_come(held: Held) -> list[Fault]:
    """The passage tells of a day to come."""
    later = any(day.last > one.said_at.date() for one in held.part.leads for day in one.days())
    return [] if later else [Fault("ahead")]


def _title(held: Held) -> list[Fault]:
    """What is quoted is a title."""
    return [] if all(one.citation.passage == TITLE for one in held.part.leads) else [Fault("title")]


def _speakers(held: Held) -> list[Fault]:
    """Those whom the outlet is said to quote are those whom these passages quote."""
    sheet = {fact.id: fact for fact in held.telling.sheet.facts}
    spoken = {sheet[fact].said_by for fact in held.part.sentence.facts if fact in sheet}
    rest = held.field("names")
    for name in sorted(spoken, key=len, reverse=True):
        if not name or name not in rest:
            return [Fault("name", held.field("names"))]
        rest = rest.replace(name, "\0", 1)
    parts = [part for part in rest.split("\0") if part]
    between = [part for part in parts if not held.house.separators.fullmatch(part)]
    return [Fault("name", held.field("names"))] if between or len(parts) >= len(spoken) else []


def _alone(held: Held) -> list[Fault]:
    """No other outlet tells the story."""
    every = {held.telling.outlet(one) for one in held.telling.told}
    return [] if every == {held.field("outlet")} else [Fault("alone", held.field("outlet"))]


def _order(held: Held) -> list[Fault]:
    """The first report and the last one, and their days."""
    telling = held.telling
    if len(telling.sheet.facts) > _READ_WHOLE:
        return []
    reports = _reports(telling)
    first, last = reports[0], reports[-1]
    same_day = held.told.family == "insight.span.day"
    wrong = [
        Fault(what, held.field(name))
        for what, name, right in (
            ("outlet", "outlet", {telling.outlet(first)}),
            ("outlet", "last", {telling.outlet(first if same_day else last)}),
            ("day", "day", days_written(telling.day(first), telling.locale)),
            ("day", "last_day", days_written(telling.day(last), telling.locale)),
        )
        if held.field(name) and held.field(name) not in right
    ]
    if same_day and telling.day(first) != telling.day(last):
        wrong.append(Fault("day", held.field("day")))
    return wrong


def _reports(telling: Telling) -> list[Evidence]:
    """One passage of every dated report, in the order in which they were published."""
    found = {one.article.id: one for one in telling.told if one.article.published_at}
    return sorted(found.values(), key=lambda one: (one.article.said_at, one.article.id))


def _unanswered(asked: str) -> Test:
    """No report answers a question, as far as that can be told without reading as the digest reads."""

    def test(held: Held) -> list[Fault]:
        answer = next((text for one in held.telling.told if (text := _answer(asked, one))), "")
        return [Fault("answered", answer)] if answer and len(held.telling.sheet.facts) <= _READ_WHOLE else []

    return test


_KINDS: Mapping[str, frozenset[str]] = {"who": frozenset({"person", "organisation"}), "where": frozenset({"place"})}
_COUNTED = frozenset({"count", "money", "percent", "measure"})


def _answer(asked: str, one: Evidence) -> str:
    """What a passage answers a question with; empty if it does not."""
    found: Iterable[str]
    if asked == "when":
        found = (day.text for day in one.days() if day.precision == "day")
    elif asked == "how_many":
        found = (figure.text for figure in quantities(one.text, one.language) if figure.kind in _COUNTED)
    else:
        found = (name.text for name in names(one.text, one.language) if name.kind in _KINDS[asked])
    return next(iter(found), "")


def _in_changes(held: Held) -> list[Fault]:
    """What the Insight tells of a change is one of the brief's lines of change."""
    return [] if held.part.sentence.text in held.telling.brief.changes else [Fault("change", held.part.sentence.text)]


_QUOTED: tuple[Test, ...] = (_verbatim, _outlet)

TESTS: Mapping[str, tuple[Test, ...]] = {
    HEADLINE: (_verbatim,),
    "digest.dek": _QUOTED,
    "digest.said": _QUOTED,
    "digest.again": (*_QUOTED, _same_outlet),
    "digest.contrast": (*_QUOTED, _other_outlet),
    "digest.why": _QUOTED,
    "digest.ahead": (*_QUOTED, _to_come),
    "digest.unknown": _QUOTED,
    "digest.long": _QUOTED,
    "digest.titled": (*_QUOTED, _title),
    "digest.figures": (_outlet,),
    "digest.figures.one": (_outlet,),
    "digest.speakers": (_outlet, _speakers),
    "digest.first": (_outlets,),
    "digest.elsewhere": (_groups,),
    "insight.coverage.same": (_outlets,),
    "insight.coverage.mixed": (_groups,),
    "insight.coverage.single": (_outlet, _alone),
    "insight.coverage.quotable": (_outlet, _alone),
    "insight.agree": (_outlets,),
    "insight.sole": (_outlet,),
    "insight.span": (_order,),
    "insight.span.day": (_order,),
    "insight.provisional": (_outlet,),
    "insight.unknown.who": (_unanswered("who"),),
    "insight.unknown.where": (_unanswered("where"),),
    "insight.unknown.when": (_unanswered("when"),),
    "insight.unknown.how_many": (_unanswered("how_many"),),
    "insight.changed.outlets": (_outlets,),
    "insight.changed.passages": (_outlets,),
    "insight.changed.figure": (_outlet,),
    "insight.changed.correction": (_outlet,),
}
"""Family of messages → what is tested of a sentence of it."""
