"""Prism's own words keep the house register, and a sentence of prose comes to its end."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import QUOTE_HOLE, Examined
from prism.languages import register_of
from prism.languages.slips import breaks_off
from prism.model import Outcome, Verdict


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a sentence of the dek, the body or the Insight that ends in another register than the edition's, or breaks off."""
    for part in examined.parts:
        own = part.own.rstrip(" .。")
        if part.address == "headline" or not own or own.endswith(QUOTE_HOLE):
            continue
        if examined.is_prose(part) and (last := breaks_off(own, examined.language)):
            yield examined.verdict("register", Outcome.FAIL, part, "check.register.cut", last, ending=last)
            continue
        found = register_of(own, examined.language)
        if found and found != examined.locale.register:
            yield examined.verdict("register", Outcome.FAIL, part, "check.register.other", ending=own[-8:].strip())
