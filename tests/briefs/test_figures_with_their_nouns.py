"""A figure is told with what it counts, or not at all; other sentences in Prism's own words rest on facts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from prism.app.locales import load_locale
from prism.briefs.digest.figures import told
from prism.briefs.digest.material import read
from prism.briefs.digest.phrases import phrase
from prism.briefs.facts import fact_sheet
from prism.model import Article, Brief, Source, Story


@pytest.mark.parametrize(
    ("language", "source", "sentence", "phrases"),
    [
        ("en", "harbour", "The depot ordered 64 electric ferries for the lake on Monday.", ["64 electric ferries"]),
        ("en", "harbour", "About 140 rescuers took turns below the dam.", ["140 rescuers"]),
        ("en", "harbour", "The maker recalled its Type 7 kettles for a faulty lid.", []),
        ("en", "harbour", "The gauge fell by 12% within 30 minutes.", []),
        ("ko", "haneul", "시는 전세버스 480대를 투입하기로 했다.", ["전세버스 480대"]),
        ("ko", "haneul", "회사는 한때 6200가구에 물을 대지 못했다.", []),
        ("ja", "sora", "市は仮設住宅95戸を無料で貸す。", ["仮設住宅95戸"]),
    ],
)
def test_phrases(
    make_article: Callable[..., Article],
    make_story: Callable[..., Story],
    outlets: tuple[Source, ...],
    language: str,
    source: str,
    sentence: str,
    phrases: list[str],
) -> None:
    article = make_article("a", [sentence], title="-", language=language, source=source)
    pieces = read(fact_sheet(make_story([article]), [article]), [article], outlets)
    locale = load_locale(language)
    assert [text for item in told(pieces) if not item.piece.is_title and (text := phrase(item, locale))] == phrases


SENTENCES = (
    "Brindle Lake ordered 64 electric ferries from a yard in Osterholm on Monday.",
    "The first of them will sail in June.",
    "They replace 58 diesel boats that are older than their crews.",
    "“We have waited ten years,” said Harriet Sandow, who runs the landing stage.",
    "The valley is steep.",
)


def test_a_short_report_is_told_without_quoting_more(
    make_article: Callable[..., Article], make_story: Callable[..., Story], draft: Callable[..., Brief]
) -> None:
    article = make_article("a", SENTENCES, title="Brindle Lake buys electric ferries", language="en", source="harbour")
    other = make_article("b", ["空港の湖で電気船が走る。"], title="電気船を導入", language="ja", source="sora", hours=3)
    brief = draft(make_story([article, other]), [article, other], "en")
    texts = [sentence.text for sentence in brief.body]
    assert "The report by The Harbour Post also gives the figure of 58 diesel boats." in texts
    assert "Those quoted in the report by The Harbour Post also include Harriet Sandow." in texts
    assert texts[-1] == "The same story was reported by 空日報 in Japanese."
    assert sum(bool(sentence.quotes) for sentence in (*brief.dek, *brief.body)) == 1
    assert all(sentence.facts for sentence in brief.body)


def test_a_dateline_is_no_part_of_a_quotation(
    make_article: Callable[..., Article], make_story: Callable[..., Story], draft: Callable[..., Brief]
) -> None:
    article = make_article(
        "a",
        ["OSTERHOLM, Denmark — A yard began to build the ferries yesterday after a long strike."],
        title="Yard begins to build ferries",
        language="en",
        source="harbour",
    )
    brief = draft(make_story([article]), [article], "en")
    assert brief.dek[0].text.startswith("The Harbour Post reports: “A yard began")


def test_what_an_article_says_of_its_own_mistake_is_not_quoted(
    make_article: Callable[..., Article], make_story: Callable[..., Story], draft: Callable[..., Brief]
) -> None:
    article = make_article(
        "a",
        [*SENTENCES, "Correction: this article was amended on 21 November.", "An earlier version gave 46 ferries."],
        title="Brindle Lake buys electric ferries",
        language="en",
        source="harbour",
    )
    brief = draft(make_story([article]), [article], "en")
    assert all("amended" not in quote for _, sentence in brief.sentences() for quote in sentence.quotes)
