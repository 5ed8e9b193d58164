"""English."""

from __future__ import annotations

import re

from prism.languages.tables.shape import LanguageTable, NumberHabits, Unit

_PERSON: Unit = ("person", "count")

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "score": 20,
}  # fmt: skip

_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

_WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip

_OPENERS = frozenset(
    "the a an this that these those it its he she they we i you his her their our my your there here in on at by for from "
    "with as but and or if when while after before since although though however meanwhile then now so no not all both "
    "many most some several such what who how why where which one two three four five six seven eight nine ten more also "
    "another each every other few under over about between during because despite until according".split()
)

_STOP = _OPENERS | frozenset(
    "is are was were be been being has have had do does did will would shall should can could may might must to of than "
    "into out up down off again too very just only own same s t don now said says say told according him them us me "
    "himself herself itself themselves any nor once further via per amid among".split()
)

_UNITS: dict[str, Unit] = {
    "people": _PERSON, "persons": _PERSON, "person": _PERSON, "men": _PERSON, "women": _PERSON, "children": _PERSON,
    "percent": ("percent", "percent"), "per cent": ("percent", "percent"), "%": ("percent", "percent"),
    "percentage points": ("point", "points"), "percentage point": ("point", "points"),
    "dollars": ("USD", "money"), "dollar": ("USD", "money"), "euros": ("EUR", "money"), "euro": ("EUR", "money"),
    "won": ("KRW", "money"), "yen": ("JPY", "money"), "yuan": ("CNY", "money"), "pounds": ("GBP", "money"),
    "km": ("km", "measure"), "kilometers": ("km", "measure"), "kilometres": ("km", "measure"), "miles": ("mile", "measure"),
    "hectares": ("hectare", "measure"), "acres": ("acre", "measure"), "tons": ("tonne", "measure"), "tonnes": ("tonne", "measure"),
    "years": ("year", "time"), "months": ("month", "time"), "days": ("day", "time"), "hours": ("hour", "time"),
}  # fmt: skip

TABLE = LanguageTable(
    language="en",
    abbreviations=frozenset(
        {"etc.", "a.m.", "p.m.", "inc.", "corp.", "ltd.", "co.", "jr.", "sr.", "e.g.", "i.e.", "approx."}
    ),
    abbreviations_before_capitals=frozenset(
        {
            "dr.",
            "mr.",
            "mrs.",
            "ms.",
            "prof.",
            "st.",
            "gen.",
            "col.",
            "lt.",
            "sgt.",
            "capt.",
            "rep.",
            "sen.",
            "gov.",
            "rev.",
            "hon.",
            "pres.",
            "vs.",
            "no.",
            "nos.",
            "mt.",
            "ft.",
            "jan.",
            "feb.",
            "aug.",
            "sept.",
            "oct.",
            "nov.",
            "dec.",
            "cf.",
            "messrs.",
        }
    ),
    sentence_openers=_OPENERS,
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    hedges=re.compile(
        r"\b(?:may|might|could|reportedly|allegedly|alleged|apparently|possibly|perhaps|probably|likely|unconfirmed|"
        r"expected|plans?|planned|suggests?|appears?|seems?|believed|thought|estimated|preliminary|provisional|rumou?red|considering|would)\b",
        re.IGNORECASE,
    ),
    negations=re.compile(
        r"\b(?:not|no|never|none|neither|nor|without|nobody|nothing|cannot|denie[sd]|deny|denying|refuse[sd]?|refusing|rejects?|rejected|fail(?:s|ed)? to)\b|n['’]t\b",
        re.IGNORECASE,
    ),
    stop_words=_STOP,
    numbers=NumberHabits(
        words=_WORDS,
        scales={
            "hundred": 100,
            "thousand": 1000,
            "million": 10**6,
            "billion": 10**9,
            "trillion": 10**12,
            "m": 10**6,
            "bn": 10**9,
            "tn": 10**12,
            "k": 1000,
        },
        joiners=("and",),
        about=("about", "around", "approximately", "roughly", "some", "an estimated"),
        over=("over", "more than", "at least", "above"),
        under=("under", "less than", "fewer than", "below", "up to", "at most"),
        nearly=("nearly", "almost", "close to"),
        units=_UNITS,
        leading_units={
            "$": ("USD", "money"),
            "US$": ("USD", "money"),
            "€": ("EUR", "money"),
            "£": ("GBP", "money"),
            "¥": ("JPY", "money"),
            "₩": ("KRW", "money"),
        },
    ),
    titles_before=(
        "President",
        "Prime Minister",
        "Mr.",
        "Mrs.",
        "Ms.",
        "Dr.",
        "Minister",
        "Senator",
        "Judge",
        "Chancellor",
        "Mayor",
        "Governor",
        "Secretary",
    ),
)
