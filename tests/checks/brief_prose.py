"""Prose briefs over the stories written here, good ones and the same with one error; `prose_briefs.jsonl` holds them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tests.checks.brief_stories import HERE, NOON, Case, good_briefs

from prism.model import Brief, FactSheet, Provenance, Sentence


@dataclass(frozen=True)
class Prose:
    """One brief of a writer.

    Attributes:
        case: the good brief with its evidence.
        wrong: the same with one error.
        address: of the sentence that has it.
        kind: of the error.
        undated: the good one breaks a rule of the house, unmeant by who wrote it: it has a day that nobody can tell
            without the date of the report ("next week").
    """

    case: Case
    wrong: Brief
    address: str
    kind: str
    undated: bool


@cache
def prose_briefs() -> tuple[Prose, ...]:
    """All of them, a dozen an edition."""
    own = {case.name: case for case in good_briefs()}
    rows = (HERE / "prose_briefs.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_prose(json.loads(row), own) for row in rows)


def _prose(row: Mapping[str, Any], own: Mapping[str, Case]) -> Prose:
    digest = own[f"{row['story']}/{row['edition']}"]
    sheet = digest.facts
    body = tuple(Sentence(text, _facts(places, sheet)) for text, places in row["body"])
    brief = replace(
        digest.brief,
        headline=Sentence(row["headline"][0], _facts(row["headline"][1], sheet)),
        dek=body[:1],
        body=body[1:],
        insight=None,
        provenance=Provenance("prose", "a model", "1", NOON),
    )
    wrong = row["wrong"]
    text = row["body"][wrong["sentence"]][0].replace(wrong["was"], wrong["now"], 1)
    at = wrong["sentence"]
    changed = (*body[:at], replace(body[at], text=text), *body[at + 1 :])
    address = f"body.{at - 1}" if at else "dek.0"
    case = replace(digest, brief=brief, name=f"{digest.name}: {row['headline'][0]}")
    return Prose(case, replace(brief, dek=changed[:1], body=changed[1:]), address, wrong["kind"], row["undated"])


def _facts(places: Sequence[str], sheet: FactSheet) -> tuple[str, ...]:
    """The facts that cite "article.passage"."""
    return tuple(
        next(f.id for f in sheet.facts for c in f.citations if f"{c.article_id}.{c.passage}" == place)
        for place in places
    )
