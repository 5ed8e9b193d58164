"""What the rules remember is let go, and nothing else changes."""

from __future__ import annotations

from prism.app.filters.check import Checking
from prism.app.filters.forgetting import Forgetting, remembered

ROWS = [
    {
        "id": number,
        "claim": f"Mayor Anna Berg said {number} houses were flooded in Salzburg.",
        "language": "en",
        "sources": [
            {"id": "a", "text": f"베르크 시장은 잘츠부르크에서 주택 {number}채가 침수됐다고 말했다.", "language": "ko"}
        ],
    }
    for number in range(12, 16)
]


def test_answers_are_the_same_when_all_is_forgotten() -> None:
    checking = Checking("en", embedded=False)
    before = checking(ROWS)
    forgetting = Forgetting()
    forgetting.after(399)
    assert sum(one.cache_info().currsize for one in remembered()) > 0
    forgetting.after(1)
    assert sum(one.cache_info().currsize for one in remembered()) == 0
    assert checking(ROWS) == before


def test_tables_stay() -> None:
    Checking("en", embedded=False)(ROWS)
    names = {f"{one.__module__}.{one.__name__}" for one in remembered()}
    assert "prism.languages.korean_morphemes._kiwi" not in names
    assert "prism.languages.concepts.lexicon" not in names
    assert "prism.checks.clauses.compared" in names
    assert "prism.languages.korean_morphemes.morphemes" in names
