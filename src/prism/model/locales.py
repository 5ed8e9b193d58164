"""An edition's language and habits, as data. Values are read from `locales/*.toml` by the app; no code names a locale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locale:
    """What must be known to write and show an edition.

    Attributes:
        tag: BCP 47 tag of the edition, also its folder in the site ("ko").
        language: primary language of its texts ("ko").
        territory: ISO 3166-1 code for formats and Open Graph ("KR").
        endonym: the language's own name ("한국어").
        direction: "ltr" or "rtl".
        timezone: IANA name; an edition's configuration may set another.
        quote_open: opening mark of a quotation.
        quote_close: closing mark.
        inner_open: opening mark of a quotation within one.
        inner_close: closing mark of it.
        register: id of the house register that sentences written by Prism have ("haera", "plain", "dearu"); see `languages`.
        words: message id → text with `{named}` fields, every word that the site or the writers add.
        sections: section id → name.
        topics: IPTC Media Topic id (top level) → name.
        formats: name of a format → CLDR skeleton or pattern ("date", "time", "datetime", "day").
        fonts: CSS font stacks by role ("text", "display").
        style_guide: the edition's rules for writers, prose.
    """

    tag: str
    language: str
    territory: str
    endonym: str
    direction: str
    timezone: str
    quote_open: str
    quote_close: str
    inner_open: str
    inner_close: str
    register: str
    words: Mapping[str, str]
    sections: Mapping[str, str]
    topics: Mapping[str, str]
    formats: Mapping[str, str]
    fonts: Mapping[str, str]
    style_guide: str = ""

    def say(self, message: str, **fields: str | int) -> str:
        """The text of a message with its fields filled in; raises KeyError for a message that the locale has not."""
        return self.words[message].format(**fields)
