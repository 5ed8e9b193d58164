"""A figure together with what it counts, as the source says it: "7,400 buses", "버스 7400대", "水素電車64両".

A bare figure tells a reader nothing. What it counts stands beside it in every language, behind it or before it; the words
around it are read by the `counted` and `counts` patterns of `cues.toml`. A figure whose noun cannot be told has no phrase.
"""

from __future__ import annotations

from prism.briefs.cues import Cues, cues_of
from prism.briefs.digest.figures import Told
from prism.languages import Quantity
from prism.model import Locale

_AROUND = " -,.)」』）、。・"


def phrase(item: Told, locale: Locale) -> str:
    """The figure with its noun in the source's own words; empty where the text does not say plainly what is counted.

    Args:
        item: a figure in a passage of the edition's language.
        locale: the edition.
    """
    figure, text, language = item.figure, item.piece.text, item.piece.fact.language
    if language != locale.language or not any(char.isdigit() for char in figure.text):
        return ""
    cues = cues_of(language)
    before, after, shown = text[: figure.start], text[figure.end :], figure.text
    if cues.counted_not.search(before):
        return ""
    if shown[-1].isdigit() and (unit := cues.counted_unit.match(after)):
        shown, after = shown + unit.group(), after[unit.end() :]
    elif shown[-1].isdigit() and after[:1].strip(_AROUND):
        return ""  # something is counted in a unit that is not known
    return _with_noun(figure, shown, cues_of(language), before, after)


def _with_noun(figure: Quantity, shown: str, cues: Cues, before: str, after: str) -> str:
    if figure.kind == "count" and cues.counted_within.search(shown):
        return shown
    if found := cues.counted_before.search(before):
        return f"{found['noun']}{found['gap']}{shown}"
    if found := cues.counted_after.match(after):
        return f"{shown}{found.group().rstrip()}"
    return ""
