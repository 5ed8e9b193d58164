"""French."""

from __future__ import annotations

import re
from decimal import Decimal

from prism.languages.tables.measures import further_units
from prism.languages.tables.shape import LanguageTable, NumberHabits, either, listed, rules, units
from prism.languages.tables.stance_romance import FRENCH

_WORDS = {"zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt": 80, "quatre-vingt-dix": 90, "septante": 70, "nonante": 90, "douzaine": 12}  # fmt: skip
_MONTHS = {"janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12}  # fmt: skip
_WEEKDAYS = {"lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6}  # fmt: skip
_PEOPLE = (
    "personnes|personne|hommes|femmes|enfants|morts|blessés|victimes|soldats|travailleurs|étudiants|élèves|passagers|"
    "habitants|résidents|civils|policiers|migrants|réfugiés|prisonniers|détenus|otages|manifestants|membres|députés|salariés|employés"
)

TABLE = LanguageTable(
    language="fr",
    stances=FRENCH,
    abbreviations_before_capitals=frozenset(listed("m.|mm.|dr.|st.|ste.|art.|p.|av.|cf.|env.")),
    sentence_openers=frozenset(
        listed(
            "le|la|les|un|une|des|de|du|à|au|aux|en|et|ou|que|qui|se|sa|son|ses|par|avec|pour|comme|plus|mais|il|elle|ils|elles|"
            "est|sont|était|a|ont|ce|cette|ces|ne|pas|si|sans|sur|dans|entre|aussi|selon|après|depuis|quand|où|très|déjà|dit|on|nous|vous"
        )
    ),
    stop_words=frozenset(
        listed(
            "le|la|les|un|une|des|de|du|à|au|aux|en|et|ou|que|qui|se|sa|son|ses|par|avec|pour|comme|plus|mais|il|elle|ils|elles|"
            "est|sont|était|a|ont|ce|cette|ces|ne|pas|si|sans|sur|dans|entre|aussi|selon|après|depuis|quand|où|très|déjà|dit|on|nous|vous"
        )
    ),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    year_words={},
    future=re.compile(r"\b(?:sera|seront|va|vont|prochain\w*|prévoit|prévu\w*)\b", re.IGNORECASE),
    dates=rules(
        (
            (r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b", "date"),
            (r"\b(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})\b", "date"),
            (r"\b(?P<d>\d{1,2})(?:er)? (?P<mon><months>)\b(?: (?P<y>\d{4})\b)?", "date"),
            (r"\b(?:en|depuis|fin|début|mi-|de|d’|d\x27) ?(?P<mon><months>)\b(?: (?P<y>\d{4})\b)?", "date"),
            (r"\b(?:en|depuis|de|jusqu’en|vers) (?P<y>(?:18|19|20)\d\d)\b(?![.,]\d)", "date"),
            (r"\b(?P<wd><days>) dernier\b", "weekday:last"),
            (r"\b(?P<wd><days>) prochain\b", "weekday:next"),
            (r"\b(?P<wd><days>)\b", "weekday:near"),
            (r"\bavant-hier\b", "shift:day:-2"),
            (r"\bhier\b", "shift:day:-1"),
            (r"\baujourd[’\x27]hui\b", "shift:day:0"),
            (r"\bdemain\b", "shift:day:1"),
            (r"\bla semaine dernière\b", "shift:week:-1"),
            (r"\bcette semaine\b", "shift:week:0"),
            (r"\bla semaine prochaine\b", "shift:week:1"),
            (r"\ble mois dernier\b", "shift:month:-1"),
            (r"\bce mois-ci\b", "shift:month:0"),
            (r"\ble mois prochain\b", "shift:month:1"),
            (r"\bl[’\x27]an(?:née)? derni(?:er|ère)\b", "shift:year:-1"),
            (r"\bcette année\b", "shift:year:0"),
            (r"\bl[’\x27]an(?:née)? prochaine?\b", "shift:year:1"),
            (r"\bil y a (?P<n>\d+|<numbers>) jours?\b", "ago:day"),
            (r"\bil y a (?P<n>\d+|<numbers>) semaines?\b", "ago:week"),
            (r"\bil y a (?P<n>\d+|<numbers>) mois\b", "ago:month"),
            (r"\bil y a (?P<n>\d+|<numbers>) ans\b", "ago:year"),
        ),
        months=either(_MONTHS),
        days=either(_WEEKDAYS),
        numbers=either([word for word in _WORDS if len(word) > 1]),
    ),
    hedges=re.compile(
        r"\b(?:pourrait|pourraient|peut-être|possible(?:ment)?|probable(?:ment)?|présumé\w*|selon des informations|apparemment|devrait|devraient|envisage|prévoit|prévoient|serait|seraient|aurait|auraient|semble|estime)\b",
        re.IGNORECASE,
    ),
    negations=re.compile(
        r"\b(?:ne|n[’'](?=\w)|pas|jamais|aucun|aucune|personne ne|rien|sans|ni|refus\w+|rejet\w+|dément\w*|nie|nié)\b",
        re.IGNORECASE,
    ),
    numbers=NumberHabits(
        decimal=",",
        groups=" .\u00a0\u202f",
        words=_WORDS,
        scales={
            "cent": 100,
            "cents": 100,
            "mille": 1000,
            "million": 1000000,
            "millions": 1000000,
            "milliard": 1000000000,
            "milliards": 1000000000,
        },
        fractions={"moitié": Decimal("0.5"), "demi": Decimal("0.5")},
        joiners=("et",),
        articles=("un", "une"),
        ranges=("-", "–", "—", "à", "et", "ou"),
        about=("environ", "près de", "autour de", "quelque"),
        over=("plus de", "au moins", "au-delà de"),
        under=("moins de", "jusqu’à", "au plus"),
        nearly=("presque",),
        units=further_units(
            "fr",
            units(
                {
                    "person/count": _PEOPLE,
                    "percent/percent": "%|pour cent",
                    "point/points": "points de pourcentage|point de pourcentage",
                    "USD/money": "dollars|dollar|USD",
                    "EUR/money": "euros|euro|€|EUR",
                    "GBP/money": "livres|livres sterling",
                    "JPY/money": "yens",
                    "CNY/money": "yuans",
                    "KRW/money": "wons",
                    "km/measure": "km|kilomètres|kilomètre",
                    "m/measure": "m|mètres|mètre",
                    "cm/measure": "cm|centimètres",
                    "mm/measure": "mm|millimètres",
                    "mile/measure": "miles",
                    "foot/measure": "pieds",
                    "inch/measure": "pouces",
                    "hectare/measure": "hectares|ha",
                    "acre/measure": "acres",
                    "tonne/measure": "tonnes",
                    "kg/measure": "kg|kilos|kilogrammes",
                    "litre/measure": "litres",
                    "degree/measure": "degrés|°C",
                    "kmh/measure": "km/h|kilomètres à l’heure",
                    "year/time": "ans|an|années|année",
                    "year/time/10": "décennies|décennie",
                    "month/time": "mois",
                    "week/time": "semaines|semaine",
                    "day/time": "jours|jour",
                    "hour/time": "heures de route",
                    "minute/time": "minutes|minute",
                    "second/time": "secondes",
                    "times/multiple": "fois",
                    "country/count": "pays|États",
                    "company/count": "entreprises|sociétés",
                    "seat/count": "sièges",
                    "vote/count": "voix",
                    "point/count": "points",
                    "case/count": "cas",
                    "household/count": "foyers|familles",
                    "building/count": "bâtiments|maisons",
                }
            ),
        ),
        distant_units=units({"person/count": _PEOPLE.casefold()}),
        leading_units=units({"USD/money": "$|US$", "EUR/money": "€", "GBP/money": "£"}),
        dates_and_times=re.compile(r"\b\d{1,2} ?(?:h|heures)(?: ?\d{2})?\b|\b\d{1,2}:\d{2}\b", re.IGNORECASE),
        bare_words=frozenset({"un", "une", "zéro", "neuf"}),
    ),
    titles_before=listed("Président|Présidente|Premier ministre|Ministre|Monsieur|Madame|M.|Mme|Dr|Pape|Roi|Reine"),
)
