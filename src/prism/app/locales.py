"""The only reader of `prism/locales/*.toml`: editions' languages as values.

A locale is data. To add one, put a file beside the others (docs/how-to/add-a-locale.md); no code names it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from prism.model import Locale, UsageError


class _Quotes(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    open: str
    close: str
    inner_open: str
    inner_close: str


class _File(BaseModel):
    """One locale file, as it is written."""

    model_config = ConfigDict(extra="forbid", strict=True)

    tag: str
    language: str
    territory: str
    endonym: str
    direction: str
    timezone: str
    house_register: str = Field(alias="register")  # the base class has a method of that name
    style_guide: str
    quotes: _Quotes
    formats: dict[str, str]
    fonts: dict[str, str]
    sections: dict[str, str]
    topics: dict[str, str]
    words: dict[str, str]


def locale_tags() -> tuple[str, ...]:
    """The tags of all locales that Prism ships, in alphabetical order."""
    folder = files("prism") / "locales"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


@cache
def load_locale(tag: str) -> Locale:
    """The locale of that BCP 47 tag, from `prism/locales/<tag>.toml`.

    Raises:
        UsageError: there is no such locale, or its file is not in the expected shape.
    """
    known = locale_tags()
    if tag not in known:
        raise UsageError("no such locale", subject=tag, advice=f"Prism has {', '.join(known)}")
    return read_locale((files("prism") / "locales" / f"{tag}.toml").read_text("utf-8"), subject=f"locales/{tag}.toml")


def all_locales() -> tuple[Locale, ...]:
    """Every locale that Prism ships, by tag."""
    return tuple(load_locale(tag) for tag in locale_tags())


def read_locale(text: str, *, subject: str) -> Locale:
    """A locale from the text of its TOML file; `subject` names the file in errors.

    Raises:
        UsageError: not TOML, or a field is missing, superfluous or of the wrong type.
    """
    try:
        found = _File.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"not TOML: {error}", subject=subject) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{where}: {first['msg']}", subject=subject) from error
    return Locale(
        tag=found.tag,
        language=found.language,
        territory=found.territory,
        endonym=found.endonym,
        direction=found.direction,
        timezone=found.timezone,
        quote_open=found.quotes.open,
        quote_close=found.quotes.close,
        inner_open=found.quotes.inner_open,
        inner_close=found.quotes.inner_close,
        register=found.house_register,
        style_guide=found.style_guide.strip(),
        formats=found.formats,
        fonts=found.fonts,
        sections=found.sections,
        topics=found.topics,
        words=found.words,
    )
