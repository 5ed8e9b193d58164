"""The digest's own words: messages of the locale with particles that fit, lists of outlets, figures in its format.

No language is named here. A message says which particle a field takes (`{outlet:은/는}`); languages without particles
write the bare field. Whatever else differs (list separators, myriads, units) is a message too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from babel.numbers import format_decimal

from prism.languages import with_particle
from prism.model import Locale

_CLOSING = " \t\"'”’」』》〉)]）】.。!?！？…"
_HAN_CONSONANT = frozenset("聞闻新網网信通電电線线民人論论文日音")
"""Last characters of outlets' names that Koreans read with a final consonant: 신문, 망, 통신, 인민, 평론, 일."""
_DECLARATIVE = re.compile("(?<=[가-힣])(?<![이니])다$")
"""How a Korean statement ends: quoted, it takes the third form of a particle ("이라고/라고/고": “…했다”고, but “…이다”라고)."""
_LATIN_CONSONANT = re.compile(r"(?:[nml]e|[^aeiou][aeiou][bgkpt]|[aeiou]{2}[kp])$", re.IGNORECASE)
"""Latin spellings that a Korean reader ends in a consonant (Tribune 트리뷴, Net 넷, Week is the exception of a vowel)."""


class Particled(str):
    """A word of a message that can carry a Korean particle: `f"{Particled('벨라루스'):이/가}"` is "벨라루스가"."""

    __slots__ = ()

    def __format__(self, pair: str) -> str:
        """The word, with the particle of the pair that fits its last sound."""
        return f"{self!s}{_particle(self, pair)}" if "/" in pair else format(str(self), pair)


def _particle(word: str, pair: str) -> str:
    bare = word.rstrip(_CLOSING) or word
    *pairs, third = pair.rsplit("/", maxsplit=1) if pair.count("/") > 1 else (pair, "")
    pair = pairs[0]
    if third and _DECLARATIVE.search(bare):
        return third
    found = with_particle(bare, pair)[len(bare) :]
    if "(" not in found:
        return found
    # Nobody can say for sure how a Latin word is read: take the likelier form rather than print both.
    consonant = bare[-1] in _HAN_CONSONANT or bare[-1] in "ンん" or _LATIN_CONSONANT.search(bare)
    return with_particle("국" if consonant else "소", pair)[1:]


def say(locale: Locale, message: str, **fields: str) -> str:
    """A message of the locale, its fields able to carry particles.

    Raises:
        KeyError: the locale has no such message.
    """
    return locale.say(message, **{name: Particled(text) for name, text in fields.items()})


def listing(locale: Locale, items: Sequence[str]) -> str:
    """Words as a list in running text: "A", "A and B", "A, B and C"."""
    if len(items) < 2:  # noqa: PLR2004 - a list of one is itself
        return "".join(items)
    joined = say(locale, "digest.list.comma").join(items[:-1])
    message = "digest.list.pair" if len(items) == 2 else "digest.list.last"  # noqa: PLR2004
    return say(locale, message, first=joined, last=items[-1])


def number(locale: Locale, value: Decimal) -> str:
    """A figure as the edition writes it: "1.2 million" and "120만" are the same."""
    for entry in locale.words.get("digest.scales", "").split():
        power, _, name = entry.partition(":")
        scaled = value / Decimal(10) ** int(power)
        if abs(scaled) >= 1 and scaled == round(scaled, 2):
            return f"{format_decimal(scaled, locale=babel_tag(locale))} {name}"
    myriads = locale.words.get("digest.myriads", "").split()
    if not myriads or value != value.to_integral_value() or abs(value) < 10_000:  # noqa: PLR2004
        return str(format_decimal(value, locale=babel_tag(locale)))
    rest, parts = int(abs(value)), []
    for mark in ("", *myriads):
        rest, part = divmod(rest, 10_000) if mark != myriads[-1] else (0, rest)
        if part:
            parts.append(f"{part}{mark}")
        if not rest:
            break
    return ("-" if value < 0 else "") + say(locale, "digest.myriads.join").join(reversed(parts))


def amount(locale: Locale, value: Decimal, unit: str) -> str:
    """A figure with its unit in the edition's words; without one that the locale knows, the bare figure."""
    one = f"digest.unit.{unit}.one"
    message = one if value == 1 and one in locale.words else f"digest.unit.{unit}"
    figure = number(locale, value)
    if figure[-1:] in locale.words.get("digest.myriads", "").split():
        figure += locale.words.get("digest.myriads.gap", "")
    return say(locale, message, n=figure).replace("  ", " ") if unit and message in locale.words else figure.strip()


def babel_tag(locale: Locale) -> str:
    """The locale as Babel names it, territory included."""
    return f"{locale.language}_{locale.territory}" if locale.territory else locale.language
