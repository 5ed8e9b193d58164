"""English."""

from __future__ import annotations

import re
from decimal import Decimal

from prism.languages.tables.measures import further_units
from prism.languages.tables.shape import LanguageTable, NumberHabits, Unit, either, listed, rules, units
from prism.languages.tables.stance_en import STANCES

_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_WORDS = {
    "zero": 0, **_ONES, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
_THIRD = Decimal(1) / Decimal(3)
_FRACTIONS = {
    "half": Decimal("0.5"), "third": _THIRD, "thirds": _THIRD, "quarter": Decimal("0.25"), "quarters": Decimal("0.25"),
    "fifth": Decimal("0.2"), "fifths": Decimal("0.2"), "tenth": Decimal("0.1"), "tenths": Decimal("0.1"),
    "sixth": 1 / Decimal(6), "sixths": 1 / Decimal(6), "seventh": 1 / Decimal(7), "sevenths": 1 / Decimal(7), "eighth": Decimal("0.125"),
    "eighths": Decimal("0.125"), "ninth": 1 / Decimal(9), "ninths": 1 / Decimal(9), "twentieth": Decimal("0.05"), "thirtieth": 1 / Decimal(30), "fortieth": Decimal("0.025"), "fiftieth": Decimal("0.02"), "hundredth": Decimal("0.01"),
}  # fmt: skip

_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_FULL_DAYS = either([day for day in _WEEKDAYS if len(day) > 5])  # noqa: PLR2004 - a length of names, a small number
_LONG_MONTHS = either([name for name in _MONTHS if len(name) > 3 or name == "may"])  # noqa: PLR2004 - a length of names, a small number

_DATES = rules(
    (
        (r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b", "date"),
        (r"\b(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})\b", "date"),
        (r"\b(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})\b", "date"),
        (r"\b(?:the )?(?P<d>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<mon><months>)\b\.?(?:,? (?P<y>\d{4})\b)?", "date"),
        (
            r"\b(?P<mon><months>)\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?\b(?!,\d{3}|\.\d|[:%])(?:,? (?P<y>(?:19|20)\d\d)\b)?",
            "date",
        ),
        (r"\b(?P<mon><months>)\.?(?:,| of)? (?P<y>(?:19|20)\d\d)\b", "date"),
        (
            r"\b(?P<mon><months>)\.?(?:[-–—]| (?:to|through|until) )(?P<last><months>)\b\.?(?! \d{1,2}\b)(?:,? (?:of )?(?:(?P<y>(?:19|20)\d\d)|(?P<yw>last year|this year|next year))\b)?",
            "months",
        ),
        (
            r"\bbetween (?P<mon><months>)\.? and (?P<last><months>)\b\.?(?! \d{1,2}\b)(?:,? (?:of )?(?:(?P<y>(?:19|20)\d\d)|(?P<yw>last year|this year|next year))\b)?",
            "months",
        ),
        (r"\b(?:the )?(?:following|next) (?P<mon><long>)\b(?! \d)", "same:1"),
        (r"\b(?:in )?(?P<mon><long>) (?:of )?the (?:following|next) year\b", "same:1"),
        (r"\b(?P<yw>last year|this year|next year)(?:'s)?,? (?:in )?(?P<mon><long>)\b", "date"),
        (
            r"\b(?:in|since|by|until|from|during|of|between|before|after|early|late|mid-?) ?(?P<mon><long>)\b(?! \d)(?: of)?(?: (?P<yw>last year|this year|next year))?",
            "date",
        ),
        (r"\b(?:planned|scheduled|set|due|slated|expected|fixed|booked) for (?P<mon><long>)\b(?! \d)", "date"),
        (r"\b(?:last|past|previous) (?P<mon><long>)\b", "date:past"),
        (r"\b(?:next|coming) (?P<mon><long>)\b", "date:future"),
        (
            r"\b(?:in|since|by|until|till|from|during|of|before|after|for|between|through|early|late|mid-?|year|to|and|around) ?(?P<y>(?:18|19|20)\d\d)\b(?!,\d|\.\d| (?:people|percent|dollars|euros|won|km|miles|troops|soldiers))",
            "date",
        ),
        (r"[(\[](?P<y>(?:19|20)\d\d)[)\]]", "date"),
        (r"\b(?:(?:fiscal|financial)(?: year)? |FY ?)(?P<y>20\d\d)(?:[-–/](?:\d\d){1,2})?\b", "date"),
        (
            r"\b(?P<y>(?:19|20)\d\d)(?:[-–/](?:\d\d){1,2})? (?:(?:fiscal|financial|academic|school) year|season)\b",
            "date",
        ),
        (r"\b(?:the )?(?:early |late |mid-)?(?P<y>(?:1[5-9]|20)\d0|['’]?[2-9]0)['’]?s\b", "decade"),
        (
            r"\b(?P<mon><long>)(?:['’]s)?(?= (?:election|elections|vote|poll|summit|meeting|budget|session|report|survey|ruling|quake|attack|crash|fire|flood|launch|review|referendum|deadline|agreement|deal|talks|figures?|data|sales|exports))",
            "date",
        ),
        (r"\bthe (?P<mon><long>)(?= [a-z]{4,})", "date"),
        (r"\bon the (?P<d>\d{1,2})(?:st|nd|rd|th)\b", "date:past"),
        (r"\b(?:last|this past|past|previous) (?P<wd><days>)\b", "weekday:last"),
        (r"\b(?:next|coming|this coming) (?P<wd><days>)\b", "weekday:next"),
        (
            r"\b(?:(?:on|since|late|early|from|by|until) )?(?P<wd><days>)s?\b(?: (?:morning|afternoon|evening|night))?",
            "weekday:near",
        ),
        (r"\bthe day before yesterday\b", "shift:day:-2"),
        (r"\bthe day after tomorrow\b", "shift:day:2"),
        (r"\byesterday\b|\blast night\b", "shift:day:-1"),
        (r"\btoday\b|\btonight\b|\bthis (?:morning|afternoon|evening)\b", "shift:day:0"),
        (r"\btomorrow\b", "shift:day:1"),
        (r"\blast week\b", "shift:week:-1"),
        (r"\b(?:earlier |later )?this week\b", "shift:week:0"),
        (r"\bnext week\b", "shift:week:1"),
        (r"\blast weekend\b", "shift:weekend:-1"),
        (r"\bthis weekend\b", "shift:weekend:0"),
        (r"\blast month\b", "shift:month:-1"),
        (r"\b(?:earlier |later )?this month\b", "shift:month:0"),
        (r"\bnext month\b", "shift:month:1"),
        (r"\blast year\b", "shift:year:-1"),
        (r"\b(?:earlier |later )?this year\b", "shift:year:0"),
        (r"\bnext year\b", "shift:year:1"),
        (r"\b(?P<n>\d+|<numbers>|a) days? (?:ago|earlier|previously|before(?=[,.;)]|$)|prior(?! to\b))", "ago:day"),
        (r"\b(?P<n>\d+|<numbers>|a) weeks? (?:ago|earlier|previously|prior(?! to\b))\b", "ago:week"),
        (r"\b(?P<n>\d+|<numbers>|a) months? (?:ago|earlier|previously|prior(?! to\b))\b", "ago:month"),
        (r"\b(?P<n>\d+|<numbers>|a) years? (?:ago|earlier|previously|prior(?! to\b))\b", "ago:year"),
        (
            r"\b(?P<years>\d+|<numbers>|a) (?:years?(?: and|,)? (?:(?P<n>\d+|<numbers>|a) months?|(?P<half>a half))|(?:and )?(?P<half2>a half years?)) (?:ago|earlier|previously|prior)\b",
            "ago:month",
        ),
        (r"\b(?:first|1st) half (?:of (?:the )?)?(?:(?P<yw>last year|this year|next year)|(?P<y>20\d\d))\b", "half:1"),
        (r"\b(?:second|2nd) half (?:of (?:the )?)?(?:(?P<yw>last year|this year|next year)|(?P<y>20\d\d))\b", "half:2"),
        (r"\b(?P<y>20\d\d)(?:['’]s)? first half\b", "half:1"),
        (r"\b(?P<y>20\d\d)(?:['’]s)? second half\b", "half:2"),
        (r"\bH1 (?P<y>20\d\d)\b", "half:1"),
        (r"\bH2 (?P<y>20\d\d)\b", "half:2"),
        (r"\bQ(?P<n>[1-4])(?: (?P<y>\d{4}))?\b", "quarter"),
        (
            r"\b(?P<n>first|second|third|fourth)[- ]quarter\b(?!-?finals?)(?: (?:of )?(?:(?P<yw>last year|this year|next year)|(?P<y>\d{4})))?",
            "quarter",
        ),
    ),
    months=either(_MONTHS),
    long=_LONG_MONTHS,
    days=_FULL_DAYS,
    numbers=either(_WORDS),
)

_OPENERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "it", "its", "he", "she", "they", "we", "i", "you", "his", "her", "their", "our", "my", "your", "there", "here", "in", "on", "at", "by", "for", "from", "with", "as", "but", "and", "or", "if", "when", "while", "after", "before", "since", "although", "though", "however", "meanwhile", "then", "now", "so", "no", "not", "all", "both", "many", "much", "most", "some", "several", "such", "what", "who", "how", "why", "where", "which", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "more", "also", "another", "each", "every", "other", "few", "under", "over", "about", "between", "during", "because", "despite", "until", "according", "yes", "yet", "still", "even", "only", "just", "like", "unlike", "instead", "once", "later", "earlier", "today", "yesterday", "tomorrow", "let", "any", "nearly", "almost", "around", "more", "less", "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "can", "could", "will", "would", "should", "may", "might", "must"]
)  # fmt: skip

_STOP = _OPENERS | frozenset(
    ["is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "to", "of", "than", "into", "out", "up", "down", "off", "again", "too", "very", "own", "same", "s", "t", "don", "said", "says", "say", "told", "according", "him", "them", "us", "me", "himself", "herself", "itself", "themselves", "nor", "further", "via", "per", "amid", "among", "re", "ve", "ll", "d", "m", "mr", "mrs", "ms"]
)  # fmt: skip

_PEOPLE = (
    "people|persons|person|men|women|man|woman|children|child|kids|girls|boys|students|pupils|teachers|workers|employees|"
    "staff|soldiers|troops|servicemen|officers|police officers|policemen|firefighters|residents|civilians|citizens|"
    "passengers|patients|protesters|demonstrators|migrants|refugees|prisoners|detainees|hostages|victims|survivors|"
    "casualties|members|lawmakers|legislators|senators|voters|participants|respondents|visitors|tourists|fans|spectators|"
    "players|athletes|doctors|nurses|journalists|experts|scientists|researchers|leaders|officials|ministers|judges|"
    "suspects|inmates|adults|babies|users|subscribers|customers|guests|volunteers|farmers|fishermen|miners|sailors|"
    "crew members|crew|evacuees|deaths|fatalities|dead|injured|wounded|missing|killed|friends|brothers|sisters|sons|"
    "daughters|candidates|delegates|immigrants|teenagers|engineers|drivers|pilots|rescuers|nationals|foreigners|others"
)

_UNITS = units(
    {
        "person/count": _PEOPLE,
        "percent/percent": "percent|per cent|%|pct|pc",
        "point/points": "percentage points|percentage point|percentage-point|pp|%p|ppt",
        "point/points/0.01": "basis points|basis point|bps|bp",
        "USD/money": "dollars|dollar|US dollars|U.S. dollars|USD|American dollars|bucks",
        "USD/money/0.01": "cents|U.S. cents|US cents|American cents",
        "AUD/money/0.01": "Australian cents",
        "CAD/money/0.01": "Canadian cents",
        "EUR/money/0.01": "euro cents|eurocents",
        "HKD/money/0.01": "Hong Kong cents",
        "GBP/money/0.01": "pence",
        "EUR/money": "euros|euro|EUR",
        "KRW/money": "won|KRW|Korean won|South Korean won",
        "JPY/money": "yen|JPY",
        "CNY/money": "yuan|renminbi|RMB|CNY",
        "GBP/money": "pounds|GBP|pounds sterling|quid",
        "RUB/money": "rubles|roubles|RUB",
        "INR/money": "rupees",
        "CHF/money": "Swiss francs|francs",
        "CAD/money": "Canadian dollars",
        "AUD/money": "Australian dollars",
        "HKD/money": "Hong Kong dollars",
        "TWD/money": "Taiwan dollars",
        "km/measure": "km|kilometers|kilometres|kilometer|kilometre|kms",
        "m/measure": "meters|metres|meter|metre",
        "cm/measure": "cm|centimeters|centimetres",
        "mm/measure": "mm|millimeters|millimetres",
        "mile/measure": "miles|mile",
        "foot/measure": "feet|foot|ft",
        "inch/measure": "inches|inch",
        "yard/measure": "yards|yard",
        "sqkm/measure": "square kilometers|square kilometres|square km|sq km|km2|km²",
        "sqm/measure": "square meters|square metres|sq m|m2|m²",
        "sqmile/measure": "square miles",
        "sqft/measure": "square feet|square foot",
        "hectare/measure": "hectares|hectare|ha",
        "acre/measure": "acres|acre",
        "tonne/measure": "tonnes|tonne|tons|ton|metric tons",
        "kg/measure": "kg|kilograms|kilogrammes|kilos|kilogram",
        "g/measure": "grams|grammes",
        "pound/measure": "lbs",
        "litre/measure": "liters|litres|liter|litre",
        "gallon/measure": "gallons",
        "barrel/measure": "barrels",
        "degree/measure": "degrees|degree|°C|°F|degrees Celsius",
        "magnitude/measure": "magnitude",
        "kmh/measure": "km/h|kph|kmh|kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour",
        "mph/measure": "mph|miles per hour|miles an hour",
        "mw/measure": "megawatts|MW",
        "gw/measure": "gigawatts|GW",
        "kwh/measure": "kilowatt hours|kWh",
        "year/age": "years old|year old|years of age|-year-old|-year-olds",
        "year/time": "years|year",
        "month/time": "months|month",
        "week/time": "weeks|week",
        "day/time": "days|day|nights",
        "year/time/10": "decades|decade",
        "year/time/100": "centuries",
        "hour/time": "hours|hour|hrs",
        "minute/time": "minutes|minute|mins",
        "second/time": "seconds",
        "times/multiple": "times|-fold|fold|times as",
        "household/count": "households|families|homes",
        "building/count": "buildings|houses|structures",
        "school/count": "schools",
        "hospital/count": "hospitals",
        "company/count": "companies|firms|businesses|corporations",
        "country/count": "countries|nations|states",
        "city/count": "cities",
        "vehicle/count": "vehicles|cars|trucks|buses",
        "ship/count": "ships|vessels|boats",
        "aircraft/count": "aircraft|planes|jets|helicopters|drones",
        "case/count": "cases|incidents",
        "seat/count": "seats",
        "vote/count": "votes",
        "point/count": "points|point",
        "place/count": "places|locations|sites|areas|regions",
        "animal/count": "animals|cattle|cows|pigs|dogs|birds|sheep",
        "goal/count": "goals",
        "item/count": "items",
        "match/count": "matches|games",
        "ordinal/ordinal": "st|nd|rd|th",
        "century/ordinal": "st century|nd century|rd century|th century|th-century|st-century",
        "none/none": "a.m.|p.m.|am|pm|o'clock|GMT|EST|EDT|BST|KST|JST|UTC",
    }
)

TABLE = LanguageTable(
    language="en",
    stances=STANCES,
    abbreviations=frozenset(listed("etc.|a.m.|p.m.|inc.|corp.|ltd.|co.|jr.|sr.|approx.|u.s.|u.k.|u.n.|d.c.|ph.d.")),
    abbreviations_before_capitals=frozenset(
        listed(
            "dr.|mr.|mrs.|ms.|prof.|st.|gen.|col.|lt.|sgt.|capt.|rep.|sen.|gov.|rev.|hon.|pres.|vs.|v.|no.|nos.|"
            "mt.|ft.|jan.|feb.|aug.|sept.|oct.|nov.|dec.|messrs.|e.g.|i.e.|cf.|maj.|cmdr.|adm.|atty.|supt.|insp.|"
            "det.|cpl.|pvt.|brig."
        )
    ),
    sentence_openers=_OPENERS,
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    dates=_DATES,
    year_words={"last year": -1, "this year": 0, "next year": 1},
    future=re.compile(
        r"\b(?:will|shall|going to|to be held|upcoming|scheduled|plans? to|is due|are due|is set|are set)\b",
        re.IGNORECASE,
    ),
    hedges=re.compile(
        r"\b(?:may(?!\s\d)|might|could|reportedly|allegedly|alleged|apparently|possibly|perhaps|probably|likely|"
        r"unconfirmed|unverified|expected to|expects?|is planning|plans? to|planned to|suggests?|suggested|appears?|"
        r"seems?|seemed|appeared|believed to|thought to|is said to|are said to|estimated|preliminary|provisional|"
        r"rumou?red|considering|consider|potentially|would|tentative(?:ly)?|suspected|aims? to|hopes? to|intends? to|"
        r"is set to|are set to|in talks|claims?|claimed|forecast|projected)\b",
        re.IGNORECASE,
    ),
    negations=re.compile(
        r"\b(?:not|no|never|none|neither|nor|nobody|nothing|cannot|denie[sd]|deny|denying|denial|refus(?:e|es|ed|ing|al)|"
        r"reject(?:s|ed|ing|ion)?|fail(?:s|ed|ing)? to|unable|without|yet to|rul(?:e|es|ed) out|hardly|no longer|lack(?:s|ed)?)\b|n['’]t\b",
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
            "mn": 10**6,
            "m": 10**6,
            "bn": 10**9,
            "b": 10**9,
            "tn": 10**12,
            "k": 1000,
            "dozen": 12,
            "crore": 10**7,
            "lakh": 10**5,
        },
        fractions=_FRACTIONS,
        ordinals=_ORDINALS,
        joiners=("and",),
        articles=("a", "an"),
        ranges=("-", "–", "—", "~", "to", "and", "or", "- to", "- and", "up to"),
        about=listed(
            "about|around|approximately|roughly|some|an estimated|estimated|approx.|circa|in the region of|"
            "somewhere around|something like|on the order of"
        ),
        over=listed(
            "over|more than|at least|above|no less than|no fewer than|upwards of|exceeding|in excess of|"
            "a little over|just over|well over|slightly more than|topping|topped|north of|upward of|"
            "not less than|passed|surpassed|surpassing|exceeded|crossed|a minimum of"
        ),
        under=listed(
            "under|less than|fewer than|below|up to|at most|no more than|not more than|as much as|as many as|"
            "as high as|as long as|a maximum of|capped at"
        ),
        nearly=listed(
            "nearly|almost|close to|just under|just short of|a little under|a little less than|"
            "slightly less than|slightly under|just shy of|shy of|approaching|not quite|some way short of"
        ),
        over_after=("or more", "plus", "or so more", "or above", "or older"),
        under_after=("or less", "or fewer", "at most", "or under", "or younger"),
        about_after=("or so",),
        units=further_units("en", _UNITS),
        distant_units=units({"person/count": _PEOPLE}),
        leading_units=units(
            {
                "USD/money": "$|US$|USD",
                "EUR/money": "€|EUR",
                "GBP/money": "£|GBP",
                "JPY/money": "¥|JPY",
                "KRW/money": "₩|KRW",
                "CAD/money": "C$|CA$",
                "AUD/money": "A$|AU$",
                "HKD/money": "HK$",
                "TWD/money": "NT$",
                "CNY/money": "CNY|RMB",
                "NZD/money": "NZ$",
                "SGD/money": "S$",
                "INR/money": "₹",
                "RUB/money": "₽",
                "CHF/money": "CHF",
                "magnitude/measure": "magnitude|magnitude-",
                "ordinal/ordinal": "No. |no. |number |Number |#",
                "year/age": "aged|age",
            }
        ),
        dates_and_times=re.compile(
            r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) (?:o'clock|(?:in the (?:morning|afternoon|evening)|at night)\b)|\b\d{1,2}[:.]\d{2}\s?(?:a\.?m|p\.?m|GMT|EST|local)|\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?(?:a\.m|p\.m|am|pm)\b|\b24/7\b|9/11",
            re.IGNORECASE,
        ),
        bare_words=frozenset({"one", "zero", "dozen"}),
        wholes={
            **{
                f"{part}{gap}{point}": (hundredths, Unit("point", "points", Decimal("0.01")))
                for part, hundredths in (("three-quarter", 75), ("half", 50), ("quarter", 25))
                for gap in ("-", " ")
                for point in ("point", "percentage point", "percentage-point")
            },
            "a decade": (10, Unit("year", "time")),
            "past decade": (10, Unit("year", "time")),
            "last decade": (10, Unit("year", "time")),
            "a century": (100, Unit("year", "time")),
            "a fortnight": (14, Unit("day", "time")),
            "round the clock": (24, Unit("hour", "time")),
            **dict.fromkeys(("double", "doubled", "doubles", "doubling", "twofold"), (2, Unit("times", "multiple"))),
            **dict.fromkeys(
                ("triple", "tripled", "triples", "tripling", "trebled", "threefold"), (3, Unit("times", "multiple"))
            ),
            **dict.fromkeys(("quadruple", "quadrupled", "fourfold"), (4, Unit("times", "multiple"))),
            "tenfold": (10, Unit("times", "multiple")),
        },
        joints=re.compile(r"\b(?:and|while|but|against|compared with|versus|from|to)\b", re.IGNORECASE),
        share_gap=re.compile(
            r",? of (?:all )?(?:the|its|his|her|their|our|these|those|all)?(?: ?[\w. ]{2,24}[’\']s)?(?: (?:remaining|other|original|first|last|affected|new))? ?"
        ),
        share_marks=("in", "in every", "out of", "out of every", "of every", "of", "of the"),
    ),
    titles_before=listed(
        "President|Prime Minister|Vice President|Premier|Mr.|Mrs.|Ms.|Mr|Mrs|Ms|Dr.|Dr|Professor|Prof.|Minister|"
        "Foreign Minister|Defence Minister|Finance Minister|Senator|Sen.|Rep.|Representative|Judge|Justice|"
        "Chancellor|Mayor|Governor|Gov.|Secretary|General|Gen.|Colonel|Captain|Sergeant|Chairman|Chairwoman|"
        "Chair|Director|Chief|King|Queen|Prince|Princess|Pope|Sheikh|Sir|Lord|Lady|Ambassador|Commissioner|"
        "Inspector|Coach"
    ),
    place_words=listed(
        "City|County|Province|State|Island|Islands|River|Lake|Mountain|Mountains|Bay|Valley|Beach|Street|Square|Airport|"
        "Port|District|Strait|Peninsula|Sea|Ocean|Bridge|Tunnel|Park|Stadium|Arena|Hotel|Tower|Hill|Hills|Canal|Dam|Desert|"
        "Forest|Road|Avenue|Harbor|Harbour|Castle|Cathedral|Palace|Station|Prefecture|Region|Village|Town|Coast|Gulf|Canyon"
    ),
    organisation_words=listed(
        "Ministry|Department|Agency|Committee|Council|Commission|Party|University|Institute|Corporation|Corp|Company|Group|"
        "Bank|Union|Association|Authority|Court|Parliament|Congress|Senate|Police|Army|Navy|Force|Forces|Organization|"
        "Organisation|Foundation|Center|Centre|Office|Bureau|Board|Inc|Ltd|PLC|Airlines|Airways|Motors|Electronics|FC|"
        "United|Open|Cup|League|Club|School|College|Hospital|Museum|Times|Post|Journal|News|Tribune|Courier|Standard|"
        "Herald|Gazette|Industries|Technologies|Systems|Holdings|Partners|Capital|Society|Federation|Service|Services|"
        "Administration|Tribunal|Assembly|Chamber|Observatory|Laboratory|Labs|Dynamics|Energy|Pharma|Treasury|Guard|House"
    ),
)
