"""How an edition speaks: its words, its dates, numbers and names of languages and countries (CLDR, by Babel)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale as Cldr
from babel import UnknownLocaleError
from babel.dates import format_date, format_datetime, format_skeleton, get_timezone_name
from babel.numbers import format_currency, format_decimal
from markupsafe import Markup, escape

from prism.model import Frame


@lru_cache(maxsize=64)
def _cldr(language: str, territory: str) -> Cldr:
    for tag in (f"{language}_{territory}" if territory else language, language):
        try:
            return Cldr.parse(tag.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    return Cldr.parse("en")


@lru_cache(maxsize=16_384)
def _moment(at: datetime, pattern: str, zone: str, language: str, territory: str) -> str:
    return format_datetime(at, pattern, tzinfo=ZoneInfo(zone), locale=_cldr(language, territory))


@lru_cache(maxsize=16_384)
def _time(at: datetime, pattern: str, zone: str, language: str, territory: str) -> Markup:
    shown = escape(_moment(at, pattern, zone, language, territory))
    return Markup(f'<time datetime="{at.isoformat()}">{shown}</time>')  # noqa: S704  # what ISO 8601 has can stand in an attribute


@lru_cache(maxsize=4096)
def _number(value: int | Decimal, language: str, territory: str) -> str:
    return str(format_decimal(value, locale=_cldr(language, territory)))


@lru_cache(maxsize=4096)
def _plural(value: int, language: str, territory: str) -> str:
    return _cldr(language, territory).plural_form(value)


@lru_cache(maxsize=16_384)
def _day(day: date, form: str, language: str, territory: str) -> str:
    return format_date(day, form, locale=_cldr(language, territory))


@lru_cache(maxsize=4096)
def _month(day: date, language: str, territory: str) -> str:
    return str(format_skeleton("yMMMM", day, locale=_cldr(language, territory)))


@lru_cache(maxsize=16_384)
def local_day(at: datetime, zone: str) -> date:
    """The day that a moment falls on in a zone (IANA name)."""
    return at.astimezone(ZoneInfo(zone)).date()


@lru_cache(maxsize=1024)
def _tongue(tag: str, language: str, territory: str) -> str:
    names = _cldr(language, territory).languages
    return str(names.get(tag.replace("-", "_")) or names.get(tag.partition("-")[0]) or tag)


@lru_cache(maxsize=1024)
def _country(code: str, language: str, territory: str) -> str:
    return str(_cldr(language, territory).territories.get(code.upper()) or code)


@dataclass(frozen=True, slots=True)
class Voice:
    """A frame's words and formats, for templates and formats."""

    frame: Frame

    @property
    def _cldr(self) -> Cldr:
        return _cldr(self.frame.locale.language, self.frame.locale.territory)

    def say(self, message: str, **fields: str | int) -> str:
        """A message of the locale; raises KeyError if there is none."""
        return self.frame.locale.say(message, **fields)

    def say_or(self, message: str, otherwise: str) -> str:
        """A message that others add, or what to say as long as they have not."""
        return self.frame.locale.words.get(message, otherwise)

    def count(self, message: str, number: int) -> str:
        """A message in the form that the language has for this number ("1 outlet", "2 outlets")."""
        locale = self.frame.locale
        form = f"{message}.{_plural(number, locale.language, locale.territory)}"
        known = form if form in self.frame.locale.words else f"{message}.other"
        return self.say(known, count=self.number(number))

    def number(self, value: int | Decimal) -> str:
        """A number in the edition's digits and grouping."""
        return _number(value, self.frame.locale.language, self.frame.locale.territory)

    def money(self, dollars: float) -> str:
        """An amount of US dollars, to a hundredth of a cent."""
        return str(format_currency(dollars, "USD", "¤#,##0.0000", locale=self._cldr, currency_digits=False))

    def value(self, text: str) -> str:
        """A value in plain digits ("20000") as the edition writes it ("20,000"); other text as it is."""
        try:
            number = Decimal(text)
        except InvalidOperation:
            return text
        return self.number(number) if number.is_finite() and abs(number.adjusted()) < 30 else text  # noqa: PLR2004  # beyond any count in the news

    def when(self, at: datetime, form: str = "datetime") -> str:
        """A moment in the edition's zone; `form` is the name of one of the locale's formats."""
        locale = self.frame.locale
        return _moment(at, locale.formats[form], self.frame.timezone, locale.language, locale.territory)

    def time(self, at: datetime, form: str = "datetime") -> Markup:
        """As `when`, in the element that says the moment to machines too."""
        locale = self.frame.locale
        return _time(at, locale.formats[form], self.frame.timezone, locale.language, locale.territory)

    def day(self, day: date) -> str:
        """A day that has no zone any more."""
        locale = self.frame.locale
        return _day(day, locale.formats["date"], locale.language, locale.territory)

    def month(self, day: date) -> str:
        """The month of a day, with its year."""
        return _month(day, self.frame.locale.language, self.frame.locale.territory)

    def local_day(self, at: datetime) -> date:
        """The day that a moment falls on in the edition's zone."""
        return local_day(at, self.frame.timezone)

    def zone(self) -> str:
        """The zone's name in the edition's language."""
        zone = ZoneInfo(self.frame.timezone)
        nowhere = zone.key.rpartition("/")[0] in {
            "",
            "Etc",
        }  # UTC and its like lie in no country: CLDR names them by moment
        return str(get_timezone_name(datetime(2000, 1, 1, tzinfo=zone) if nowhere else zone, locale=self._cldr))

    def language(self, tag: str) -> str:
        """A language's name in the edition's language, or the tag if CLDR has none."""
        return _tongue(tag, self.frame.locale.language, self.frame.locale.territory)

    def country(self, code: str) -> str:
        """A country's name in the edition's language, or the code."""
        return _country(code, self.frame.locale.language, self.frame.locale.territory)

    def section(self, section: str) -> str:
        """A section's name; raises KeyError for one that is not in the fixed list."""
        return self.frame.locale.sections[section]
