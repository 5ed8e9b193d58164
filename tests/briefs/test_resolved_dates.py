"""A relative date in a quotation is followed by the day it means, counted from when and where it was said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from prism.app.locales import load_locale
from prism.briefs import fact_sheet
from prism.briefs.digest.dating import dated
from prism.briefs.digest.material import read
from prism.model import Article, Source, Story


@pytest.mark.parametrize(
    ("language", "source", "text", "shown"),
    [
        ("ko", "haneul", "어제 정치범이 풀려났다.", "어제[11월 20일] 정치범이 풀려났다."),
        ("ko", "haneul", "어제는 비가 내렸다.", "어제[11월 20일]는 비가 내렸다."),
        ("ko", "haneul", "13일 오전 7시에 시작됐다.", "13일[11월 13일] 오전 7시에 시작됐다."),
        ("ko", "haneul", "20일(현지시간) 발표했다.", "20일(현지시간)[11월 20일] 발표했다."),
        ("ko", "haneul", "어제(20일) 발표했다.", "어제(20일) 발표했다."),
        ("ko", "haneul", "2026년 11월 3일 발표했다.", "2026년 11월 3일 발표했다."),
        ("ko", "haneul", "공무원 주4일 근무를 도입한다.", "공무원 주4일 근무를 도입한다."),
        ("ko", "haneul", "지난해 같은 달보다 늘었다.", "지난해[2025년] 같은 달보다 늘었다."),
        ("ko", "haneul", "“어제 들었다”고 그는 말했다.", "“어제 들었다”고 그는 말했다."),
        ("en", "harbour", "He was freed yesterday at noon.", "He was freed yesterday [20 November] at noon."),
        ("en", "harbour", "Exports fell last month.", "Exports fell last month [October]."),
        ("ja", "sora", "昨日、釈放された。", "昨日［11月20日］、釈放された。"),
    ],
)
def test_dates_are_resolved_behind_the_words(
    make_article: Callable[..., Article],
    make_story: Callable[..., Story],
    outlets: tuple[Source, ...],
    language: str,
    source: str,
    text: str,
    shown: str,
) -> None:
    """The articles are of 21 November, 00:00 UTC: the 21st in Seoul, Tokyo and London."""
    articles = [make_article("a", [text], language=language, source=source)]
    piece = read(fact_sheet(make_story(articles), articles), articles, outlets)[-1]
    assert dated(piece, load_locale(language), 2026) == shown


def test_another_year_is_written_out(
    make_article: Callable[..., Article], make_story: Callable[..., Story], outlets: tuple[Source, ...]
) -> None:
    articles = [make_article("a", ["어제 정치범이 풀려났다."])]
    piece = read(fact_sheet(make_story(articles), articles), articles, outlets)[-1]
    assert dated(piece, load_locale("ko"), 2027) == "어제[2026년 11월 20일] 정치범이 풀려났다."
