"""SAFETY row 12, the part of TDMRep and RSL: the stored decision and its evidence are right.

What robots.txt says, and that the fetch obeys it, is tested beside the fetcher (test_row12_robots.py).
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.model import Basis, Rights, Source, Use
from prism.sources import decide_rights

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PAGE = "https://tide.example/news/1"
OTHER = "https://tide.example/open/1"
TDMREP = b"""[{"location": "/open/*", "tdm-reservation": 0},
              {"location": "*", "tdm-reservation": 1, "tdm-policy": "https://tide.example/tdm.json"}]"""
RSL = b"""<rsl xmlns="https://rslstandard.org/rsl">
  <content url="/"><license><prohibits type="usage">ai-all</prohibits></license></content>
  <content url="/open/*"><license><permits type="usage">ai-input</permits><payment type="attribution"/></license></content>
</rsl>"""


def decide(url: str, word: Use | None = None, tdmrep: bytes | None = None, rsl: bytes | None = None) -> Rights:
    source = Source("s1", "Tide", "https://tide.example/feed", rights=word)
    return decide_rights(source, url=url, robots=None, headers={}, tdmrep=tdmrep, rsl=rsl, now=NOW)


@pytest.mark.parametrize(
    ("url", "tdmrep", "rsl", "use", "basis", "words"),
    [
        (
            PAGE,
            TDMREP,
            None,
            Use.LINK,
            Basis.TDMREP,
            "tdmrep.json * tdm-reservation: 1, tdm-policy: https://tide.example/tdm.json",
        ),
        (OTHER, TDMREP, None, Use.LINK, Basis.DEFAULT, "/open/* tdm-reservation: 0"),
        (PAGE, None, RSL, Use.LINK, Basis.RSL, "prohibits ai-all"),
        (OTHER, None, RSL, Use.EXCERPT, Basis.RSL, "permits ai-input; payment attribution"),
        (OTHER, TDMREP, RSL, Use.EXCERPT, Basis.RSL, "permits ai-input"),
        (PAGE, TDMREP, RSL, Use.LINK, Basis.TDMREP, "tdm-reservation: 1"),
        (PAGE, b"\xff\xfe not json", b"<rsl", Use.LINK, Basis.DEFAULT, "nobody"),
    ],
)
def test_the_decision_and_its_evidence(
    url: str, tdmrep: bytes | None, rsl: bytes | None, use: Use, basis: Basis, words: str
) -> None:
    rights = decide(url, tdmrep=tdmrep, rsl=rsl)
    assert (rights.use, rights.basis) == (use, basis)
    assert words in rights.evidence
    assert rights.seen_at == NOW


def test_only_the_operators_word_lifts_a_reservation_and_the_evidence_keeps_both() -> None:
    rights = decide(PAGE, Use.EXCERPT, tdmrep=TDMREP, rsl=RSL)
    assert (rights.use, rights.basis) == (Use.EXCERPT, Basis.OPERATOR)
    assert "tdm-reservation: 1" in rights.evidence
    assert decide(OTHER, Use.LINK, rsl=RSL).use is Use.LINK


def test_an_entity_bomb_in_a_licence_file_is_refused_and_grants_nothing() -> None:
    bomb = (
        b'<!DOCTYPE rsl [<!ENTITY a "'
        + b"a" * 1000
        + b'">]><rsl><content url="/"><license><permits type="usage">all</permits></license></content></rsl>'
    )
    assert decide(PAGE, rsl=bomb).basis is Basis.DEFAULT
