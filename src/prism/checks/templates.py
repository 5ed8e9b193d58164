"""The house's own wordings: the sentences that the digest's messages can make, and reading one back into its fields.

A sentence is the house's own because it matches a message of the locale word for word, with nothing but fields in the
places of fields; who wrote the brief is not asked. What the fields may hold is for `rules.house.wording` to check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from string import Formatter

from prism.languages import with_particle
from prism.model import Locale

PARTS = frozenset(
    {
        "digest.list.comma", "digest.list.pair", "digest.list.last", "digest.scales", "digest.myriads",
        "digest.myriads.join", "digest.myriads.gap", "digest.stop", "digest.dated", "digest.quote.drops",
        "digest.figures.join", "insight.outlets.more", "insight.coverage.group", "insight.coverage.join", "insight.value",
    }
)  # fmt: skip
"""Messages that stand within sentences."""
PART_FAMILIES = ("digest.date.", "digest.unit.", "digest.noun.")
TITLES = "insight.title."
CHANGES = "insight.changed."
_FAMILIES = ("digest.", "insight.")
_NAMES = frozenset({"outlet", "outlets", "last"})
_FORMS = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence read back.

    Attributes:
        message: id of the message that it is.
        fields: name of a field → what stands there.
        slips: particles of the wrong form: as they stand with their word, and as they should.
    """

    message: str
    fields: Mapping[str, str]
    slips: tuple[tuple[str, str], ...] = ()

    @property
    def family(self) -> str:
        """The message without the number of its variant: "digest.said"."""
        head, _, last = self.message.rpartition(".")
        return head if last.isdigit() else self.message


@dataclass(frozen=True)
class Template:
    """One message as a pattern.

    Attributes:
        message: its id.
        text: as the locale has it.
    """

    message: str
    text: str

    @cached_property
    def pieces(self) -> tuple[tuple[str, str, str], ...]:
        """What it is made of: words, then a field and its particles, empty at the end."""
        return tuple((words, name or "", form or "") for words, name, form, _ in Formatter().parse(self.text))

    def may_match(self, text: str) -> bool:
        """Whether all its words stand in a text: quick, and nearly always enough to say no."""
        at = 0
        for words, _, _ in self.pieces:
            found = text.find(words, at)
            if found < 0:
                return False
            at = found + len(words)
        return True

    def pattern(self, holes: Mapping[str, str], stop: str = "") -> re.Pattern[str]:
        """The message with a pattern for each field; fields of no pattern take anything."""
        built, seen = [], set[str]()
        for words, name, form in self.pieces:
            built.append(re.escape(words))
            if name and name in seen:
                built.append(f"(?P={name})")
            elif name:
                built.append(f"(?P<{name}>{holes.get(name, '.+?')})")
            if name and form and name not in seen:
                particles = "|".join(sorted(map(re.escape, form.split("/")), key=len, reverse=True))
                built.append(f"(?P<{name}_>{particles})")
            seen.add(name)
        end = f"(?:{re.escape(stop)})?" if stop else ""
        return _compiled("".join(built) + end)


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.DOTALL)


@dataclass(frozen=True)
class House:
    """The wordings of one locale, over the outlets that may be named.

    Attributes:
        locale: the edition.
        outlets: names.
    """

    locale: Locale
    outlets: tuple[str, ...]

    def read(self, text: str) -> Iterator[Told]:
        """Every way in which a sentence is the house's own; none if it is prose."""
        return self._read(text, sentences_of(_key(self.locale)))

    def read_title(self, text: str) -> Iterator[Told]:
        """The same for the title of an Insight."""
        return self._read(text, titles_of(_key(self.locale)))

    @cached_property
    def holes(self) -> Mapping[str, str]:
        """Field → pattern, where more is known than that something stands there."""
        name = self.name
        marks = (re.escape(self.locale.quote_open), re.escape(self.locale.quote_close))
        return {
            "outlet": name,
            "last": name,
            "outlets": self.listing,
            "quote": f"{marks[0]}.+{marks[1]}",
            "day": r"[^,;、]{1,40}?",
            "last_day": r"[^,;、]{1,40}?",
            "noun": "|".join(re.escape(text) for key, text in self.words if key.startswith("digest.noun.")) or r"(?!)",
            "groups": self.joined("insight.coverage.group", "insight.coverage.join"),
            "values": self.joined("insight.value", "digest.list.comma"),
        }

    @cached_property
    def name(self) -> str:
        """Pattern of one outlet."""
        return (
            "(?:" + "|".join(re.escape(n) for n in sorted(self.outlets, key=len, reverse=True)) + ")"
            if self.outlets
            else r"(?!)"
        )

    @cached_property
    def listing(self) -> str:
        """Pattern of a list of outlets."""
        between = "|".join(sorted(set(self._between()), key=len, reverse=True))
        names = f"{self.name}(?:(?:{between}){self.name})*"
        more = Template("", self.locale.words["insight.outlets.more"])
        counted = "".join(
            re.escape(words) + (names if field == "outlets" else r"\d+" if field else "")
            for words, field, _ in more.pieces
        )
        return f"(?:{counted}|{names})"

    @cached_property
    def separators(self) -> re.Pattern[str]:
        """What stands between the members of a list."""
        return re.compile("|".join(sorted(set(self._between()), key=len, reverse=True)))

    def _between(self) -> Iterator[str]:
        yield re.escape(self.locale.words["digest.list.comma"])
        if join := self.locale.words["digest.figures.join"]:
            yield re.escape(join)
        for message in ("digest.list.pair", "digest.list.last"):
            pieces = Template(message, self.locale.words[message]).pieces
            form = pieces[0][2]
            particle = "(?:" + "|".join(map(re.escape, form.split("/"))) + ")" if form else ""
            yield particle + re.escape(pieces[1][0])

    def joined(self, message: str, join: str) -> str:
        """Pattern of one or more messages joined by another."""
        one = self.inner(message)
        return f"(?:{one})(?:{re.escape(self.locale.words[join])}(?:{one}))*"

    def inner(self, message: str, *, named: bool = False) -> str:
        """Pattern of a message that stands within a sentence."""
        built = []
        for words, name, form in Template(message, self.locale.words[message]).pieces:
            built.append(re.escape(words))
            if not name:
                continue
            hole = self.listing if name in _NAMES else r"[^\n]{1,60}?"
            built.append(f"(?P<{name}>{hole})" if named else f"(?:{hole})")
            if form:
                built.append("(?:" + "|".join(sorted(map(re.escape, form.split("/")), key=len, reverse=True)) + ")")
        return "".join(built)

    @property
    def words(self) -> Sequence[tuple[str, str]]:
        """The locale's messages."""
        return tuple(self.locale.words.items())

    def names_in(self, text: str) -> tuple[str, ...]:
        """The outlets of a list, in order."""
        return tuple(_compiled(self.name).findall(text)) if self.outlets else ()

    def _read(self, text: str, templates: Sequence[Template]) -> Iterator[Told]:
        stop = self.locale.words["digest.stop"]
        for template in templates:
            if not template.may_match(text):
                continue
            quoted = any(name == "quote" for _, name, _ in template.pieces)
            match = template.pattern(self.holes, stop if quoted else "").fullmatch(text)
            if match:
                found = match.groupdict()
                fields = {name: value for name, value in found.items() if not name.endswith("_")}
                yield Told(template.message, fields, tuple(_slips(template, found)))


def _slips(template: Template, found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Particles that do not fit the word before them, where that is beyond doubt."""
    for _, name, form in template.pieces:
        if form.count("/") != _FORMS - 1 or f"{name}_" not in found:
            continue
        word = found[name].rstrip(" \t\"'”’」』》〉)]）】.。!?！？…") or found[name]
        should, stands = with_particle(word, form), word + found[f"{name}_"]
        if "(" not in should[len(word) :] and should != stands:
            yield stands, should


Key = tuple[tuple[str, str], ...]


@lru_cache(maxsize=64)
def sentences_of(words: Key) -> tuple[Template, ...]:
    """The messages that make sentences; those with most words first, so that the closest reading comes first."""
    found = [Template(key, text) for key, text in words if _is_sentence(key)]
    return tuple(sorted(found, key=lambda one: (-sum(len(piece[0]) for piece in one.pieces), one.message)))


@lru_cache(maxsize=64)
def titles_of(words: Key) -> tuple[Template, ...]:
    """The messages that make titles of an Insight."""
    return tuple(Template(key, text) for key, text in words if key.startswith(TITLES))


def _is_sentence(key: str) -> bool:
    return key.startswith(_FAMILIES) and key not in PARTS and not key.startswith((*PART_FAMILIES, TITLES))


def _key(locale: Locale) -> Key:
    return tuple((key, text) for key, text in locale.words.items() if key.startswith(_FAMILIES))
