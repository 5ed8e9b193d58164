"""How many tokens a text is, by its characters: for bounds and for measuring, never for bills."""

from __future__ import annotations

import re

_WIDE = re.compile("[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003134f]")
_OTHER = re.compile("[^\x00-\x7f]")
_A_LATIN, _A_WIDE, _AN_OTHER = 0.25, 0.7, 0.45
"""Tokens of a character in ASCII, in the scripts of East Asia, and elsewhere, as byte-pair vocabularies of 100,000 to 250,000
entries have them, roughly."""


def tokens_of(text: str) -> int:
    """The tokens of a text, estimated to within a fifth or so."""
    wide = len(_WIDE.findall(text))
    other = len(_OTHER.findall(text)) - wide
    return round(_A_WIDE * wide + _AN_OTHER * other + _A_LATIN * (len(text) - wide - other))
