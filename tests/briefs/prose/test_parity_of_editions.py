"""Editions of one story are compared by the facts that they rest on."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from prism.briefs.prose import parity
from prism.model import Brief, Citation, Fact, FactSheet, Insight, Provenance, Sentence

SHEET = FactSheet("s", 1, tuple(Fact(f"F{n}", "en", f"fact {n}", (Citation("a", n),)) for n in range(1, 7)))


def edition(locale: str, *facts: str, insight: tuple[str, ...] = ()) -> Brief:
    body = tuple(Sentence(f"sentence on {fact}", (fact,)) for fact in facts)
    said = Insight("t", tuple(Sentence(fact, (fact,)) for fact in insight)) if insight else None
    provenance = Provenance("prose", "m", "prose-1", datetime(2026, 11, 22, tzinfo=UTC))
    return Brief(locale, "s", 1, locale, body[0], body[:1], body, said, "world", (), provenance)


def test_what_an_edition_lacks_and_has_alone_is_told() -> None:
    found = parity(
        [edition("ko", "F1", "F2", "F3"), edition("en", "F1", "F2"), edition("ja", "F2", "F5", "F99", insight=("F6",))],
        SHEET,
    )
    assert found.rests == {"ko": ("F1", "F2", "F3"), "en": ("F1", "F2"), "ja": ("F2", "F5")}
    assert found.shared == ("F2",)
    assert found.lacking == {"ko": (), "en": (), "ja": ("F1",)}
    assert found.alone == {"ko": ("F3",), "en": (), "ja": ("F5",)}
    assert found.unknown == {"ko": (), "en": (), "ja": ("F99",)}
    assert found.agreement == 0.25


def test_facts_of_the_same_passages_are_one() -> None:
    twice = FactSheet("s", 1, (*SHEET.facts, Fact("F7", "en", "fact 1 again", (Citation("a", 1),))))
    found = parity([edition("ko", "F1"), edition("en", "F7")], twice)
    assert found.agreement == 1.0
    assert found.rests["en"] == ("F1",)


@given(st.lists(st.sets(st.integers(1, 6), min_size=1), min_size=1, max_size=4))
def test_shared_and_lacking_fit_together(editions: list[set[int]]) -> None:
    briefs = [edition(f"l{n}", *(f"F{one}" for one in sorted(facts))) for n, facts in enumerate(editions)]
    found = parity(briefs, SHEET)
    assert set(found.shared) == {f"F{one}" for one in set.intersection(*editions)}
    for locale, own in found.rests.items():
        assert set(found.shared) <= set(own)
        assert not set(own) & set(found.lacking[locale])
        assert set(found.alone[locale]) <= set(own)
    assert 0 <= found.agreement <= 1
