"""German."""

from __future__ import annotations

import re

from prism.languages.tables.shape import LanguageTable, NumberHabits

TABLE = LanguageTable(
    language="de",
    abbreviations=frozenset({"usw.", "etc.", "u.a.", "z.b.", "d.h.", "b.", "z.", "h.", "d.", "u.", "a."}),
    abbreviations_before_capitals=frozenset(
        {
            "dr.",
            "prof.",
            "nr.",
            "hr.",
            "fr.",
            "st.",
            "mio.",
            "mrd.",
            "bzw.",
            "ca.",
            "b.",
            "z.b.",
            "d.h.",
            "vgl.",
            "str.",
            "abs.",
            "art.",
            "s.",
            "evtl.",
            "ggf.",
            "inkl.",
            "sog.",
        }
    ),
    ordinal_dot=True,
    sentence_openers=frozenset(
        "der die das ein eine er sie es wir ich ihr in im am an auf mit nach bei von vor für und aber doch auch als wenn während".split()
    ),
    months={
        "januar": 1,
        "jänner": 1,
        "februar": 2,
        "märz": 3,
        "april": 4,
        "mai": 5,
        "juni": 6,
        "juli": 7,
        "august": 8,
        "september": 9,
        "oktober": 10,
        "november": 11,
        "dezember": 12,
    },
    weekdays={
        "montag": 0,
        "dienstag": 1,
        "mittwoch": 2,
        "donnerstag": 3,
        "freitag": 4,
        "samstag": 5,
        "sonnabend": 5,
        "sonntag": 6,
    },
    hedges=re.compile(
        r"\b(?:soll|sollen|könnte|könnten|dürfte|dürften|möglicherweise|vermutlich|wohl|offenbar|angeblich|mutmaßlich|voraussichtlich|wahrscheinlich|plant|planen|erwartet)\b",
        re.IGNORECASE,
    ),
    negations=re.compile(
        r"\b(?:nicht|kein|keine|keinen|keiner|keinem|keines|nie|niemals|niemand|nichts|ohne|weder|bestreitet|bestritt|dementiert|lehnt|ablehn\w+)\b",
        re.IGNORECASE,
    ),
    numbers=NumberHabits(
        decimal=",",
        groups=".",
        scales={
            "Millionen": 10**6,
            "Million": 10**6,
            "Mio.": 10**6,
            "Milliarden": 10**9,
            "Milliarde": 10**9,
            "Mrd.": 10**9,
            "Billionen": 10**12,
            "Tausend": 1000,
            "tausend": 1000,
        },
        units={
            "Prozent": ("percent", "percent"),
            "%": ("percent", "percent"),
            "Euro": ("EUR", "money"),
            "Menschen": ("person", "count"),
            "Personen": ("person", "count"),
            "Dollar": ("USD", "money"),
        },
        leading_units={"€": ("EUR", "money"), "$": ("USD", "money")},
    ),
)
