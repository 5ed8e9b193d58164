"""What may be quoted: three passages, a fifth, one passage, nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prism.briefs.copying import Allowance
from prism.model import TITLE, Article, Citation, CopyLimits, Use

Make = Callable[..., Article]


@pytest.mark.parametrize(
    ("use", "passages", "allowed"),
    [
        (Use.FULL, 40, 3),
        (Use.FULL, 12, 2),
        (Use.FULL, 4, 1),
        (Use.EXCERPT, 40, 1),
        (Use.LINK, 40, 0),
        (Use.NONE, 40, 0),
    ],
)
def test_passages_by_rights(make_article: Make, use: Use, passages: int, allowed: int) -> None:
    article = make_article("a", ["문장이다."] * passages, use=use)
    assert CopyLimits().passages_of(article) == allowed


def test_spending_runs_out(make_article: Make) -> None:
    article = make_article("a", ["같은 길이의 문장이다."] * 10)
    left = Allowance.of([article], CopyLimits())
    size = len(article.passages[0].text)
    for number in (1, 2):
        left = left.spend([Citation("a", number)], size)
    assert not left.allows([Citation("a", 3)], size)
    with pytest.raises(ValueError, match="nothing left"):
        left.spend([Citation("a", 3)], size)


def test_titles_are_counted_apart(make_article: Make) -> None:
    left = Allowance.of([make_article("a", ["하나."], use=Use.LINK)], CopyLimits())
    assert left.allows([Citation("a", TITLE)], 100)
    assert not left.allows([Citation("a", 1)], 1)


def test_copies_share_one_allowance(make_article: Make) -> None:
    articles = [make_article("a", ["짧다."] * 5), make_article("b", ["짧다."] * 5, source="bada", copy_of="a")]
    left = Allowance.of(articles, CopyLimits()).spend([Citation("a", 1)], 3)
    assert not left.allows([Citation("b", 1)], 3)


def test_one_long_sentence_is_allowed_and_no_second(make_article: Make) -> None:
    article = make_article("a", ["아" * 300, "나" * 10, *["다" * 10] * 13])
    left = Allowance.of([article], CopyLimits()).spend([Citation("a", 1)], 300)
    assert not left.allows([Citation("a", 2)], 10)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sizes=st.lists(st.integers(1, 200), min_size=1, max_size=40), order=st.randoms(use_true_random=False))
def test_never_more_than_the_limits(make_article: Make, sizes: list[int], order: st.DataObject) -> None:
    article = make_article("a", ["가" * size for size in sizes])
    limits = CopyLimits()
    left = Allowance.of([article], limits)
    numbers = list(range(1, len(sizes) + 1))
    order.shuffle(numbers)  # type: ignore[attr-defined]  # hypothesis hands in a random.Random
    taken = []
    for number in numbers:
        if left.allows([Citation("a", number)], sizes[number - 1]):
            left = left.spend([Citation("a", number)], sizes[number - 1])
            taken.append(sizes[number - 1])
    assert 1 <= len(taken) <= limits.passages_of(article)
    assert len(taken) == 1 or sum(taken) <= limits.full_characters * sum(sizes)
