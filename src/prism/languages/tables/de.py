"""German."""

from __future__ import annotations

import re
from decimal import Decimal

from prism.languages.tables.measures import further_units
from prism.languages.tables.shape import LanguageTable, NumberHabits, either, listed, rules, units
from prism.languages.tables.stance_de import STANCES

_ONES = {"ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9}
_TEENS = {
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "dreizehn": 13,
    "vierzehn": 14,
    "fünfzehn": 15,
    "sechzehn": 16,
    "siebzehn": 17,
    "achtzehn": 18,
    "neunzehn": 19,
}
_TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}
_BELOW_HUNDRED = {
    **_ONES, **_TEENS, **_TENS,
    **{f"{one}und{ten}": tens + ones for ten, tens in _TENS.items() for one, ones in _ONES.items()},
}  # fmt: skip
_BELOW_THOUSAND = {
    **_BELOW_HUNDRED,
    **{
        f"{head}hundert{tail}": hundreds * 100 + rest
        for head, hundreds in {**_ONES, "": 1}.items()
        for tail, rest in {**_BELOW_HUNDRED, "eins": 1, "": 0}.items()
    },
}  # fmt: skip
_WORDS = {
    **_BELOW_THOUSAND, "null": 0, "eins": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "zwo": 2, "dutzend": 12,
    "beide": 2, "beiden": 2,
    **{f"{head}tausend": value * 1000 for head, value in _BELOW_THOUSAND.items()},
}  # fmt: skip
_ORDINALS = {
    f"{stem}{ending}": value
    for stem, value in {
        "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8, "neunt": 9, "zehnt": 10,
        "elft": 11, "zwölft": 12, "zwanzigst": 20, "dreißigst": 30,
    }.items()
    for ending in ("e", "en", "er", "es", "em")
}  # fmt: skip
_THIRD = Decimal(1) / Decimal(3)

_MONTHS = {
    "januar": 1, "jänner": 1, "februar": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7, "august": 8,
    "september": 9, "oktober": 10, "november": 11, "dezember": 12, "jan": 1, "feb": 2, "apr": 4, "aug": 8, "sept": 9,
    "sep": 9, "okt": 10, "nov": 11, "dez": 12,
}  # fmt: skip
_WEEKDAYS = {
    "montag": 0,
    "dienstag": 1,
    "mittwoch": 2,
    "donnerstag": 3,
    "freitag": 4,
    "samstag": 5,
    "sonnabend": 5,
    "sonntag": 6,
}
_LAST = r"(?:letzt|vergangen|vorig)e[nrms]?"
_NEXT = r"(?:nächst|kommend)e[nrms]?"
_THIS = r"diese[nrms]?"

_DATES = rules(
    (
        (r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b", "date"),
        (r"\b(?P<d>\d{1,2})\. ?(?P<m>\d{1,2})\. ?(?P<y>\d{4}|\d{2})\b(?!\.)", "date"),
        (r"\b(?P<d>\d{1,2})\. ?(?P<m>1[0-2]|0?[1-9])\.(?!\d)", "date"),
        (r"\b(?P<d>\d{1,2})\. (?P<mon><months>)\b\.?(?: (?P<y>\d{4})\b)?", "date"),
        (r"\b(?P<mon><months>)\.? (?P<y>(?:18|19|20)\d\d)\b", "date"),
        (r"\b<last> (?P<mon><long>)\b", "date:past"),
        (r"\b<next> (?P<mon><long>)\b", "date:future"),
        (r"\b(?:im|seit|bis|ab|Anfang|Mitte|Ende|vom|zum|dem|von) (?P<mon><long>)\b(?: (?P<yw>letzten Jahres|vergangenen Jahres|dieses Jahres|nächsten Jahres|vorigen Jahres))?", "date"),
        (r"\b(?:im Jahr|im Jahre|seit|bis|von|ab|Jahr|Jahre|Anfang|Ende|Mitte|in|und|um|nach|vor|zwischen) (?P<y>(?:1[4-9]|20)\d\d)\b(?![.,]\d| (?:Menschen|Euro|Personen|Kilometer|Meter|Soldaten|Prozent))", "date"),
        (r"\((?P<y>(?:19|20)\d\d)\)", "date"),
        (r"\b(?P<y>(?:1[5-9]|20)\d0|[2-9]0)er(?:[- ]Jahren?)?\b", "decade"),
        (r"\bam (?P<d>\d{1,2})\.(?! (?:Tag|Platz|Spieltag|Geburtstag))(?= [a-zäöü])", "date:past"),
        (r"\b<last> (?P<wd><days>)\b", "weekday:last"),
        (r"\b<next> (?P<wd><days>)\b", "weekday:next"),
        (r"\b(?P<wd><days>)(?:s|abend|nachmittag|morgen|nacht|vormittag|mittag)?\b", "weekday:near"),
        (r"\bvorgestern\b", "shift:day:-2"),
        (r"\bgestern(?: (?:Abend|Morgen|Nacht|Nachmittag))?\b", "shift:day:-1"),
        (r"\bheute(?: (?:Abend|Morgen|Nacht|Nachmittag|früh))?\b", "shift:day:0"),
        (r"(?<!heute )(?<!gestern )(?<!am )(?<!Guten )(?<!guten )(?-i:\bmorgen\b)(?: (?:Abend|früh|Nachmittag))?", "shift:day:1"),
        (r"\bübermorgen\b", "shift:day:2"),
        (r"\b<last> Woche\b", "shift:week:-1"), (r"\b<this> Woche\b", "shift:week:0"), (r"\b<next> Woche\b", "shift:week:1"),
        (r"\b<last> Wochenende\b", "shift:weekend:-1"), (r"\b<this> Wochenende\b", "shift:weekend:0"),
        (r"\b<last> Monats?\b|\b(?:im )?Vormonat\b", "shift:month:-1"), (r"\b<this> Monats?\b", "shift:month:0"), (r"\b<next> Monats?\b", "shift:month:1"),
        (r"\b(?:im )?<last> Jahre?s?\b|\b(?:im )?Vorjahr\b", "shift:year:-1"), (r"\b(?:in )?<this> Jahre?s?\b|\bheuer\b", "shift:year:0"), (r"\b(?:im )?<next> Jahre?s?\b", "shift:year:1"),
        (r"\bvor (?P<n>\d+|<numbers>) Tage?n?\b", "ago:day"), (r"\bvor (?P<n>\d+|<numbers>) Wochen?\b", "ago:week"), (r"\bvor (?P<n>\d+|<numbers>) Monate?n?\b", "ago:month"), (r"\bvor (?P<n>\d+|<numbers>) Jahre?n?\b", "ago:year"),
        (r"\b(?P<n>[1-4])\. Quartal(?: (?P<y>\d{4}))?", "quarter"),
        (r"\b(?P<n>erste[nsrm]?|zweite[nsrm]?|dritte[nsrm]?|vierte[nsrm]?) Quartals?(?: (?P<y>\d{4}))?", "quarter"),
        (r"\bersten? Halbjahr(?:es)?(?: (?P<y>\d{4}))?", "half:1"), (r"\bzweiten? Halbjahr(?:es)?(?: (?P<y>\d{4}))?", "half:2"),
    ),
    last=_LAST,
    next=_NEXT,
    this=_THIS,
    months=either(_MONTHS),
    long=either([name for name in _MONTHS if len(name) > 3 or name == "mai"]),  # noqa: PLR2004 - a length of names, a small number
    days=either(_WEEKDAYS),
    numbers=either([word for word, value in _WORDS.items() if value <= 12]),  # noqa: PLR2004 - a length of names, a small number
)  # fmt: skip

_PEOPLE = (
    "Menschen|Personen|Person|Männer|Männern|Frauen|Kinder|Kindern|Jugendliche|Jugendlichen|Schüler|Schülern|Schülerinnen|Studenten|Studierende|Studierenden|Arbeiter|"
    "Beschäftigte|Beschäftigten|Mitarbeiter|Mitarbeitern|Mitarbeitende|Angestellte|Soldaten|Polizisten|Beamte|Beamten|Einsatzkräfte|Feuerwehrleute|Einwohner|Einwohnern|Bewohner|Anwohner|"
    "Zivilisten|Bürger|Bürgern|Passagiere|Passagieren|Fahrgäste|Insassen|Patienten|Demonstranten|Demonstrierende|Migranten|Flüchtlinge|Geflüchtete|Gefangene|Gefangenen|Häftlinge|Geiseln|Opfer|"
    "Überlebende|Mitglieder|Mitgliedern|Abgeordnete|Abgeordneten|Wähler|Teilnehmer|Teilnehmern|Teilnehmende|Besucher|Besuchern|Touristen|Fans|Zuschauer|Zuschauern|Spieler|Ärzte|Journalisten|Experten|"
    "Forscher|Wissenschaftler|Verdächtige|Verdächtigen|Tote|Toten|Todesopfer|Verletzte|Verletzten|Vermisste|Vermissten|Nutzer|Kunden|Gäste|Bauern|Fischer|Bergleute|Seeleute|Helfer|Leute|Erwachsene|"
    "Freunde|Brüder|Schwestern|Söhne|Töchter|Kandidaten|Lehrer|Jungen|Mädchen|Babys|Köpfe|Mann|Angreifer|Richter|Rettungskräfte"
)

_UNITS = units({
    "person/count": _PEOPLE,
    "percent/percent": "%|Prozent|v.H.", "point/points": "Prozentpunkte|Prozentpunkten|Prozentpunkt", "point/points/0.01": "Basispunkte|Basispunkten",
    "EUR/money": "Euro|EUR|€", "USD/money": "Dollar|US-Dollar|USD|$", "KRW/money": "Won", "JPY/money": "Yen", "CNY/money": "Yuan|Renminbi", "GBP/money": "Pfund|britische Pfund|£", "RUB/money": "Rubel", "INR/money": "Rupien", "CHF/money": "Franken|Schweizer Franken|CHF", "EUR/money/0.01": "Cent",
    "km/measure": "km|Kilometer|Kilometern|Kilometers", "m/measure": "Meter|Metern|m", "cm/measure": "cm|Zentimeter|Zentimetern", "mm/measure": "mm|Millimeter|Millimetern", "mile/measure": "Meilen", "foot/measure": "Fuß", "inch/measure": "Zoll", "yard/measure": "Yards",
    "sqkm/measure": "Quadratkilometer|Quadratkilometern|km²", "sqm/measure": "Quadratmeter|Quadratmetern|m²|qm", "sqmile/measure": "Quadratmeilen", "hectare/measure": "Hektar|ha", "acre/measure": "Acres|Morgen Land|Morgen",
    "tonne/measure": "Tonnen|Tonne|t", "kg/measure": "Kilogramm|Kilo|kg", "g/measure": "Gramm|g", "litre/measure": "Liter|Litern", "gallon/measure": "Gallonen", "barrel/measure": "Barrel|Fass", "pound/measure": "lbs",
    "degree/measure": "Grad|°C|Grad Celsius", "kmh/measure": "km/h|Stundenkilometer|Stundenkilometern|Kilometer pro Stunde", "mph/measure": "Meilen pro Stunde", "mw/measure": "Megawatt|MW", "gw/measure": "Gigawatt|GW", "kwh/measure": "Kilowattstunden|kWh",
    "year/age": "Jahre alt|-jährige|-jähriger|-jährigen|-Jährige|-Jähriger|-Jährigen|-jähriges|jährige|jähriger|jährigen|Jährige|Jährigen",
    "year/time": "Jahre|Jahren|Jahr|Jahres", "year/time/10": "Jahrzehnte|Jahrzehnten|Jahrzehnt", "year/time/100": "Jahrhunderte|Jahrhunderten", "month/time": "Monate|Monaten|Monat", "week/time": "Wochen|Woche", "day/time": "Tage|Tagen|Tag|Nächte", "hour/time": "Stunden|Stunde", "minute/time": "Minuten|Minute", "second/time": "Sekunden|Sekunde",
    "times/multiple": "mal so|Mal so|fache|fachen|-fache|-mal|mal", "occasion/count": "Mal|Male|Malen",
    "household/count": "Haushalte|Haushalten|Familien", "building/count": "Gebäude|Gebäuden|Häuser|Häusern|Wohnhäuser", "school/count": "Schulen", "hospital/count": "Krankenhäuser|Kliniken", "company/count": "Unternehmen|Firmen", "country/count": "Länder|Ländern|Staaten|Bundesstaaten|Nationen",
    "city/count": "Städte|Städten", "place/count": "Orte|Orten|Standorte|Gebiete", "vehicle/count": "Fahrzeuge|Fahrzeugen|Autos|Lastwagen|Busse", "ship/count": "Schiffe|Schiffen|Boote", "aircraft/count": "Flugzeuge|Maschinen|Hubschrauber|Drohnen",
    "case/count": "Fälle|Fällen", "seat/count": "Sitze|Sitzen|Mandate", "vote/count": "Stimmen", "point/count": "Punkte|Punkten|Zähler", "animal/count": "Tiere|Tieren|Kühe|Schweine|Hunde|Vögel", "goal/count": "Tore|Toren|Treffer", "match/count": "Spiele|Spielen|Partien", "item/count": "Stück",
    "century/ordinal": ". Jahrhundert|. Jahrhunderts|. Jahrhunderten",
    "ordinal/ordinal": ". Platz|. Mal|. Minute|. Spieltag|. Runde|. Geburtstag|. Stock|. Tag|. Jahrestag",
    "none/none": "Uhr",
})  # fmt: skip

TABLE = LanguageTable(
    language="de",
    stances=STANCES,
    abbreviations=frozenset({"usw.", "etc.", "u.a.", "u. a.", "h.", "a.", "o.", "co.", "jr.", "uhr."}),
    abbreviations_before_capitals=frozenset(
        listed(
            "dr.|prof.|nr.|hr.|fr.|st.|mio.|mrd.|bzw.|ca.|z.|b.|d.|z.b.|d.h.|vgl.|str.|abs.|art.|s.|evtl.|ggf.|"
            "inkl.|sog.|u.|i.|v.|gem.|jan.|feb.|apr.|aug.|sept.|okt.|nov.|dez.|ing.|dipl.|med.|phil.|jur.|geb.|"
            "chr.|bd.|max.|min.|tel.|rd.|allg.|ehem."
        )
    ),
    ordinal_dot=True,
    nouns_capitalised=True,
    sentence_openers=frozenset(
        listed(
            "der|die|das|den|dem|des|ein|eine|einer|einem|einen|er|sie|es|wir|ich|ihr|in|im|am|an|auf|mit|nach|"
            "bei|von|vor|für|und|aber|doch|auch|als|wenn|während|seit|zu|zum|zur|aus|über|unter|um|durch|gegen|"
            "ohne|laut|wie|was|wer|wo|dort|hier|dann|danach|dabei|damit|zudem|allerdings|jedoch|dieser|diese|"
            "dieses|so|nun|noch|nur|nicht|kein|keine|bis|zwischen|trotz|wegen|sein|seine|ihre|ihren|beim|vom|ins|"
            "ob|denn|sondern|sowie|weil|da|dass|man|alle|viele|mehrere|einige|zwei|drei|vier|fünf|rund|etwa|mehr|"
            "bereits|erst|jetzt|heute|gestern|morgen|insgesamt|mindestens|unser|unsere|mein|meine|dein|bisher|"
            "zuletzt"
        )
    ),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    dates=_DATES,
    year_words={
        "letzten jahres": -1,
        "vergangenen jahres": -1,
        "vorigen jahres": -1,
        "dieses jahres": 0,
        "nächsten jahres": 1,
    },
    future=re.compile(
        r"\b(?:wird|werden|soll|sollen|plant|planen|geplant|kommende\w*|nächste\w*|steht bevor)\b", re.IGNORECASE
    ),
    hedges=re.compile(
        r"\b(?:soll|sollen|könnte|könnten|dürfte|dürften|möglicherweise|vermutlich|wohl|offenbar|angeblich|mutmaßlich\w*|voraussichtlich|wahrscheinlich|plant|planen|geplant\w*|erwartet|erwarten|vielleicht|anscheinend|"
        r"scheint|scheinen|schätzungsweise|geschätzt\w*|vorläufig\w*|unbestätigt\w*|würde|würden|sei|seien|habe(?= )|wolle|wollen|beabsichtigt|erwägt|erwägen|prüft|verdächtig\w*|behauptet\w*|womöglich|Verdacht|Berichten zufolge|kann|können)\b",
        re.IGNORECASE,
    ),
    negations=re.compile(
        r"\b(?:nicht|kein|keine|keinen|keiner|keinem|keines|nie|niemals|niemand|nichts|ohne|weder|noch nie|bestreitet|bestreiten|bestritt|bestritten|dementiert\w*|lehnt\w*|ablehn\w+|abgelehnt|verweiger\w+|weigert\w*|scheiter\w+|gescheitert|widersprach|zurückgewiesen|wies|verneint\w*|abgesagt|gestoppt)\b",
        re.IGNORECASE,
    ),
    stop_words=frozenset(
        listed(
            "der|die|das|den|dem|des|ein|eine|einer|einem|einen|eines|er|sie|es|wir|ich|ihr|ihm|ihn|ihnen|uns|"
            "euch|in|im|am|an|auf|mit|nach|bei|von|vom|vor|für|und|aber|doch|auch|als|wenn|während|seit|zu|zum|"
            "zur|aus|über|unter|um|durch|gegen|ohne|laut|wie|was|wer|wo|dort|hier|dann|danach|dabei|damit|zudem|"
            "jedoch|dieser|diese|dieses|diesem|diesen|so|nun|noch|nur|nicht|bis|zwischen|sein|seine|seinen|"
            "seiner|ihre|ihren|ihrer|beim|ins|ob|denn|sondern|sowie|weil|da|dass|man|alle|viele|ist|sind|war|"
            "waren|wird|werden|wurde|wurden|worden|hat|haben|hatte|hatten|habe|sei|seien|kann|können|konnte|soll|"
            "sollen|sich|mehr|sehr|schon|bereits|wieder|sagte|sagt|oder|hin|her|ab|bis|je|pro|etwa|rund"
        )
    ),
    numbers=NumberHabits(
        decimal=",",
        groups=".\u00a0\u202f",
        words=_WORDS,
        scales={
            "hundert": 100,
            "tausend": 1000,
            "million": 10**6,
            "millionen": 10**6,
            "mio": 10**6,
            "mio.": 10**6,
            "milliarde": 10**9,
            "milliarden": 10**9,
            "mrd": 10**9,
            "mrd.": 10**9,
            "billion": 10**12,
            "billionen": 10**12,
            "dutzend": 12,
        },
        fractions={
            "hälfte": Decimal("0.5"),
            "halbe": Decimal("0.5"),
            "halben": Decimal("0.5"),
            "drittel": _THIRD,
            "viertel": Decimal("0.25"),
            "fünftel": Decimal("0.2"),
            "zehntel": Decimal("0.1"),
        },
        ordinals=_ORDINALS,
        joiners=(),
        articles=("ein", "eine", "einen", "einer", "einem"),
        ranges=("-", "–", "—", "~", "bis", "und", "oder", "bis zu"),
        about=("etwa", "rund", "circa", "ca.", "ungefähr", "schätzungsweise", "zirka", "gut", "in etwa"),
        over=("über", "mehr als", "mindestens", "wenigstens", "oberhalb von", "knapp über"),
        under=("unter", "weniger als", "höchstens", "maximal", "bis zu"),
        nearly=("fast", "knapp", "beinahe", "nahezu"),
        units=further_units("de", _UNITS),
        distant_units=units({"person/count": _PEOPLE.casefold()}),
        leading_units=units(
            {
                "EUR/money": "€|EUR",
                "USD/money": "$|US$|USD",
                "GBP/money": "£",
                "JPY/money": "¥",
                "KRW/money": "₩",
                "CHF/money": "CHF",
                "magnitude/measure": "Stärke|Magnitude",
                "ordinal/ordinal": "Nr.|Nummer",
            }
        ),
        dates_and_times=re.compile(r"\b\d{1,2}[:.]\d{2} Uhr|\b\d{1,2} Uhr", re.IGNORECASE),
        tails=re.compile(r"(?:mal|fach|jährig|köpfig|tägig|stündig|stöckig|wöchig|monatig|teilig|stellig|prozentig)"),
        bare_words=frozenset(
            {"ein", "eine", "einen", "einer", "einem", "eins", "null", "beide", "beiden", "hundert", "dutzend"}
        ),
    ),
    titles_before=listed(
        "Präsident|Präsidentin|Bundeskanzler|Bundeskanzlerin|Kanzler|Kanzlerin|Ministerpräsident|"
        "Ministerpräsidentin|Premierminister|Premierministerin|Minister|Ministerin|Außenminister|Außenministerin|"
        "Verteidigungsminister|Finanzminister|Bürgermeister|Bürgermeisterin|Oberbürgermeister|"
        "Oberbürgermeisterin|Herr|Frau|Dr.|Prof.|Professor|Professorin|General|König|Königin|Papst|Richter|"
        "Richterin|Sprecher|Sprecherin|Vorsitzender|Vorsitzende|Chef|Chefin|Trainer|Trainerin|Botschafter|"
        "Senator|Gouverneur|Direktor|Direktorin|Staatschef"
    ),
    place_words=listed("Stadt|Kreis|Insel|Inseln|Fluss|See|Platz|Straße|Flughafen|Hafen|Bezirk|Provinz|Halbinsel"),
    organisation_words=listed(
        "Ministerium|Amt|Behörde|Ausschuss|Rat|Kommission|Partei|Universität|Institut|Konzern|Gesellschaft|"
        "Gruppe|Bank|Verband|Gewerkschaft|Gericht|Bundestag|Bundesrat|Polizei|Armee|Stiftung|Zentrum|Büro|GmbH|"
        "AG|SE|Bundeswehr|Feuerwehr|Staatsanwaltschaft|Verein|FC"
    ),
)
