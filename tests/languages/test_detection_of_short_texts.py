"""Short sentences are read as a language that outlets write in."""

from __future__ import annotations

import pytest

from prism.languages import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No injuries were reported.", "en"),
        ("Prices rose again in October.", "en"),
        ("Trains resume after storm.", "en"),
        ("Police arrest two in Varnholt", "en"),
        ("Die Brücke bleibt gesperrt.", "de"),
        ("Der Minister trat zurück.", "de"),
        ("Le pont reste fermé.", "fr"),
        ("El puente sigue cerrado.", "es"),
        ("Il ponte resta chiuso.", "it"),
        ("O governo não anunciou novas medidas.", "pt"),
        ("De brug blijft gesloten.", "nl"),
    ],
)
def test_a_short_sentence(text: str, language: str) -> None:
    assert detect(text) == language
