"""Surface cues of the languages that the digest reads: `cues.toml` compiled, for any language at all."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

_NEVER = re.compile(r"(?!)")
_FLAGS: Mapping[str, re.RegexFlag] = {
    "full_name": re.NOFLAG,
    "dateline": re.NOFLAG,
    "counted_after": re.NOFLAG,
    "counted_not": re.NOFLAG,
}
"""Cues that are matched letter for letter: capitals tell names and datelines from words."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The patterns of one language; what each finds is told at the top of `cues.toml`."""

    cause: re.Pattern[str] = _NEVER
    explains: re.Pattern[str] = _NEVER
    speech: re.Pattern[str] = _NEVER
    reported: re.Pattern[str] = _NEVER
    unknown: re.Pattern[str] = _NEVER
    provisional: re.Pattern[str] = _NEVER
    at_least: re.Pattern[str] = _NEVER
    definite: re.Pattern[str] = _NEVER
    own_voice: re.Pattern[str] = _NEVER
    ahead: re.Pattern[str] = _NEVER
    meanwhile: re.Pattern[str] = _NEVER
    dependent: re.Pattern[str] = _NEVER
    where: re.Pattern[str] = _NEVER
    furniture: re.Pattern[str] = _NEVER
    roles: re.Pattern[str] = _NEVER
    opinion: re.Pattern[str] = _NEVER
    round_up: re.Pattern[str] = _NEVER
    bait: re.Pattern[str] = _NEVER
    label: re.Pattern[str] = _NEVER
    aside: re.Pattern[str] = _NEVER
    corrects: re.Pattern[str] = _NEVER
    dateline: re.Pattern[str] = _NEVER
    counted_before: re.Pattern[str] = _NEVER
    counted_after: re.Pattern[str] = _NEVER
    counted_within: re.Pattern[str] = _NEVER
    tag_around: re.Pattern[str] = _NEVER
    tag_never: re.Pattern[str] = _NEVER
    counted_unit: re.Pattern[str] = _NEVER
    counted_not: re.Pattern[str] = _NEVER
    abroad: re.Pattern[str] = _NEVER
    full_name: re.Pattern[str] = _NEVER


def primary(tag: str) -> str:
    """The primary language of a BCP 47 tag: "zh" for "zh-Hant-TW"."""
    return tag.replace("_", "-").split("-", maxsplit=1)[0].lower()


@cache
def _all() -> dict[str, Cues]:
    table = tomllib.loads(files("prism.briefs").joinpath("cues.toml").read_text("utf-8"))
    names = {field.name for field in fields(Cues)}
    compiled: dict[str, Cues] = {}
    for language, patterns in table.items():
        if unknown := set(patterns) - names:
            raise ValueError(f"cues.toml: {language} has unknown cues {sorted(unknown)}")
        compiled[language] = Cues(
            **{name: re.compile(text, _FLAGS.get(name, re.IGNORECASE)) for name, text in patterns.items()}
        )
    return compiled


def cues_of(language: str) -> Cues:
    """The cues of a language (BCP 47 tag); a language without a table has cues that never match."""
    return _all().get(primary(language), Cues())
