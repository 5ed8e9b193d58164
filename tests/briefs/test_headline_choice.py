"""The headline is the best of the sources' own titles, without their labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from prism.briefs import Waiting, fact_sheet
from prism.briefs.digest.headline import best_title, without_labels
from prism.briefs.digest.material import read
from prism.model import Article, Brief, Source, Story

Make = Callable[..., Article]
Tell = Callable[..., Story]


@pytest.mark.parametrize(
    ("title", "language", "outlet", "bare"),
    [
        ("[속보] 나미라섬 규모 6.8 지진", "ko", "산들방송", "나미라섬 규모 6.8 지진"),
        ("[단독][영상] 나미라섬 규모 6.8 지진(종합2보)", "ko", "산들방송", "나미라섬 규모 6.8 지진"),
        ("【速報】ナミラ島で地震", "ja", "海辺新聞", "ナミラ島で地震"),
        ("BREAKING: Quake hits Namira", "en", "Lantern Daily", "Quake hits Namira"),
        ("UPDATE 2 - Quake hits Namira | Lantern Daily", "en", "Lantern Daily", "Quake hits Namira"),
        ("Eilmeldung: Beben auf Namira – Elbkurier", "de", "Elbkurier", "Beben auf Namira"),
        ("快讯：纳米拉岛发生地震", "zh", "江岸晚报", "纳米拉岛发生地震"),
        ("[속보]", "ko", "산들방송", "[속보]"),
        ("Talks on [redacted] files go on", "en", "Lantern Daily", "Talks on [redacted] files go on"),
        ("한미일 [3국] 정상 통화", "ko", "산들방송", "한미일 [3국] 정상 통화"),
    ],
)
def test_labels_are_no_part_of_a_title(title: str, language: str, outlet: str, bare: str) -> None:
    assert without_labels(title, language, outlet) == bare


def chosen(
    titles: Sequence[str], language: str, make_article: Make, make_story: Tell, outlets: tuple[Source, ...]
) -> str:
    articles = [make_article(f"a{n}", [], title=title, language=language, hours=n) for n, title in enumerate(titles)]
    pieces = read(fact_sheet(make_story(articles), articles), articles, outlets)
    return best_title(pieces, dict.fromkeys((piece.fact.id for piece in pieces), 0.5))[1]


@pytest.mark.parametrize(
    ("language", "titles", "best"),
    [
        (
            "ko",
            ["벨마르크에 무슨 일이?", "벨마르크, 정치범 123명 석방… 미국은 제재 해제", "충격! 알고 보니 이런 일이"],
            1,
        ),
        (
            "ko",
            [
                "벨마르크, 정치범 123명 석방하고 협상 재개",
                "오늘의 주요 뉴스 브리핑",
                "[사설] 벨마르크의 석방이 남긴 것",
            ],
            0,
        ),
        ("en", ["What you need to know about the port strike", "Dockers walk out at Calder Quay over night shifts"], 1),
        (
            "en",
            ["Is this the end of the strike?", "Dockers return to work at Calder Quay after deal", "Live: port strike"],
            1,
        ),
        ("ja", ["なぜ釈放したのか", "ベルマルク、政治犯123人を釈放 米は制裁解除へ"], 1),
    ],
)
def test_questions_lures_and_round_ups_lose(
    make_article: Make,
    make_story: Tell,
    outlets: tuple[Source, ...],
    language: str,
    titles: list[str],
    best: int,
) -> None:
    assert chosen(titles, language, make_article, make_story, outlets) == titles[best]


def test_the_only_title_is_taken_whatever_it_is(
    make_article: Make, make_story: Tell, outlets: tuple[Source, ...]
) -> None:
    assert chosen(["무슨 일이?"], "ko", make_article, make_story, outlets) == "무슨 일이?"


def test_a_title_in_another_language_is_never_the_headline(
    make_article: Make, make_story: Tell, draft: Callable[..., Brief | Waiting]
) -> None:
    articles = [
        make_article(
            "b", ["Velmark freed 123 prisoners."], language="en", source="harbour", title="Velmark frees 123 prisoners"
        ),
        make_article("a", ["벨마르크가 야권 지도자를 포함한 정치범 123명을 석방했다."], title="석방?"),
    ]
    brief = draft(make_story(articles), articles)
    assert isinstance(brief, Brief)
    assert brief.headline.text == "석방?"
    assert brief.headline.quotes == ("석방?",)
