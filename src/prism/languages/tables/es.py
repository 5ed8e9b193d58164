"""Spanish."""

from __future__ import annotations

import re
from decimal import Decimal

from prism.languages.tables.measures import further_units
from prism.languages.tables.shape import LanguageTable, NumberHabits, either, listed, rules, units
from prism.languages.tables.stance_romance import SPANISH

_WORDS = {"cero": 0, "uno": 1, "una": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20, "veintiuno": 21, "veintiún": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24, "veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300, "cuatrocientos": 400, "quinientos": 500, "quinientas": 500, "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900}  # fmt: skip
_MONTHS = {"enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12}  # fmt: skip
_WEEKDAYS = {"lunes": 0, "martes": 1, "miércoles": 2, "jueves": 3, "viernes": 4, "sábado": 5, "domingo": 6}  # fmt: skip
_PEOPLE = (
    "personas|persona|hombres|mujeres|niños|niñas|muertos|heridos|víctimas|soldados|trabajadores|estudiantes|pasajeros|"
    "residentes|civiles|policías|migrantes|refugiados|presos|detenidos|rehenes|manifestantes|miembros|diputados|empleados|habitantes"
)

TABLE = LanguageTable(
    language="es",
    stances=SPANISH,
    abbreviations_before_capitals=frozenset(listed("sr.|sra.|dr.|dra.|ud.|núm.|pág.|ee.uu.|prof.|gral.|av.")),
    sentence_openers=frozenset(
        listed(
            "el|la|los|las|un|una|unos|unas|de|del|a|al|en|y|o|que|se|su|sus|por|con|para|como|más|pero|lo|le|les|es|son|era|fue|"
            "ser|ha|han|había|este|esta|estos|estas|ese|esa|no|si|sin|sobre|entre|también|según|tras|desde|hasta|cuando|donde|muy|ya|dijo"
        )
    ),
    stop_words=frozenset(
        listed(
            "el|la|los|las|un|una|unos|unas|de|del|a|al|en|y|o|que|se|su|sus|por|con|para|como|más|pero|lo|le|les|es|son|era|fue|"
            "ser|ha|han|había|este|esta|estos|estas|ese|esa|no|si|sin|sobre|entre|también|según|tras|desde|hasta|cuando|donde|muy|ya|dijo"
        )
    ),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    year_words={},
    future=re.compile(r"\b(?:será|serán|va a|van a|próxim\w+|prevé)\b", re.IGNORECASE),
    dates=rules(
        (
            (r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b", "date"),
            (r"\b(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})\b", "date"),
            (r"\b(?P<d>\d{1,2})(?:º|\.º)? de (?P<mon><months>)\b(?: del? (?P<y>\d{4})\b)?", "date"),
            (r"\b(?:en|desde|hasta|de) (?P<mon><months>)\b(?: del? (?P<y>\d{4})\b)?", "date"),
            (r"\b(?:en|desde|hasta|de|año) (?P<y>(?:18|19|20)\d\d)\b(?![.,]\d)", "date"),
            (r"\b(?P<wd><days>) pasado\b|\bpasado (?P<wd2><days>)\b", "weekday:last"),
            (r"\bpróximo (?P<wd><days>)\b", "weekday:next"),
            (r"\b(?:el |este )?(?P<wd><days>)\b", "weekday:near"),
            (r"\banteayer\b", "shift:day:-2"),
            (r"\bayer\b|\banoche\b", "shift:day:-1"),
            (r"\bhoy\b", "shift:day:0"),
            (r"(?<!la )(?<!de la )\bmañana\b", "shift:day:1"),
            (r"\bla semana pasada\b", "shift:week:-1"),
            (r"\besta semana\b", "shift:week:0"),
            (r"\bla próxima semana\b|\bla semana que viene\b", "shift:week:1"),
            (r"\bel mes pasado\b", "shift:month:-1"),
            (r"\beste mes\b", "shift:month:0"),
            (r"\bel próximo mes\b", "shift:month:1"),
            (r"\bel año pasado\b", "shift:year:-1"),
            (r"\beste año\b", "shift:year:0"),
            (r"\bel próximo año\b", "shift:year:1"),
            (r"\bhace (?P<n>\d+|<numbers>) días?\b", "ago:day"),
            (r"\bhace (?P<n>\d+|<numbers>) semanas?\b", "ago:week"),
            (r"\bhace (?P<n>\d+|<numbers>) mes(?:es)?\b", "ago:month"),
            (r"\bhace (?P<n>\d+|<numbers>) años?\b", "ago:year"),
        ),
        months=either(_MONTHS),
        days=either(_WEEKDAYS),
        numbers=either([word for word in _WORDS if len(word) > 1]),
    ),
    hedges=re.compile(
        r"\b(?:podría|podrían|posible(?:mente)?|quizás?|tal vez|presunt\w+|supuest\w+|según se informa|al parecer|probable(?:mente)?|espera|esperan|planea|prevé|prevén|estima|estiman|habría|habrían|puede que|parece)\b",
        re.IGNORECASE,
    ),
    negations=re.compile(
        r"\b(?:no|nunca|jamás|ningún|ninguna|ninguno|nadie|nada|sin|tampoco|niega|negó|negaron|rechaz\w+)\b",
        re.IGNORECASE,
    ),
    numbers=NumberHabits(
        decimal=",",
        groups=".\u00a0\u202f",
        words=_WORDS,
        scales={
            "mil": 1000,
            "millón": 1000000,
            "millones": 1000000,
            "billón": 1000000000000,
            "billones": 1000000000000,
        },
        fractions={"mitad": Decimal("0.5")},
        joiners=("y",),
        articles=("un", "una"),
        ranges=("-", "–", "—", "a", "y", "o"),
        about=("unos", "unas", "alrededor de", "aproximadamente", "cerca de"),
        over=("más de", "al menos", "por encima de", "como mínimo"),
        under=("menos de", "hasta", "como máximo"),
        nearly=("casi",),
        units=further_units(
            "es",
            units(
                {
                    "person/count": _PEOPLE,
                    "percent/percent": "%|por ciento|porcentaje",
                    "point/points": "puntos porcentuales|punto porcentual",
                    "USD/money": "dólares|dólar|USD",
                    "EUR/money": "euros|euro|€|EUR",
                    "GBP/money": "libras|libras esterlinas",
                    "JPY/money": "yenes",
                    "CNY/money": "yuanes",
                    "KRW/money": "wones",
                    "km/measure": "km|kilómetros|kilómetro",
                    "m/measure": "m|metros|metro",
                    "cm/measure": "cm|centímetros",
                    "mm/measure": "mm|milímetros",
                    "mile/measure": "millas",
                    "foot/measure": "pies",
                    "inch/measure": "pulgadas",
                    "hectare/measure": "hectáreas|ha",
                    "acre/measure": "acres",
                    "tonne/measure": "toneladas",
                    "kg/measure": "kg|kilos|kilogramos",
                    "litre/measure": "litros",
                    "pound/measure": "libras de peso",
                    "degree/measure": "grados|°C",
                    "kmh/measure": "km/h|kilómetros por hora",
                    "mph/measure": "mph|millas por hora",
                    "year/age": "años de edad",
                    "year/time": "años|año",
                    "year/time/10": "décadas|década",
                    "month/time": "meses|mes",
                    "week/time": "semanas|semana",
                    "day/time": "días|día",
                    "hour/time": "horas|hora",
                    "minute/time": "minutos|minuto",
                    "second/time": "segundos",
                    "times/multiple": "veces",
                    "country/count": "países|estados",
                    "company/count": "empresas|compañías",
                    "seat/count": "escaños",
                    "vote/count": "votos",
                    "point/count": "puntos",
                    "case/count": "casos",
                    "household/count": "hogares|familias",
                    "building/count": "edificios|casas",
                    "none/none": "horas GMT|a. m.|p. m.",
                }
            ),
        ),
        distant_units=units({"person/count": _PEOPLE.casefold()}),
        leading_units=units({"USD/money": "$|US$", "EUR/money": "€", "GBP/money": "£"}),
        dates_and_times=re.compile(r"\b\d{1,2}:\d{2}\b|\b\d{1,2}[.:]\d{2} horas", re.IGNORECASE),
        bare_words=frozenset({"un", "una", "uno", "cero"}),
    ),
    titles_before=listed(
        "Presidente|Presidenta|Primer Ministro|Ministro|Ministra|Señor|Señora|Sr.|Sra.|Dr.|Dra.|Papa|Rey|Reina"
    ),
)
