"""Which articles are the same text under another roof."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from prism.articles import copy_of
from prism.articles.passages import content_hash
from prism.articles.wire import wire_of
from prism.model import Article, Basis, Passage, Rights, Use

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
RIGHTS = Rights(Use.FULL, Basis.OPERATOR, "test", NOW)

ENGLISH = [
    "The tidal gate at Port Ellery jammed on Monday night and stayed shut until noon, the harbour board said.",
    "Eleven fishing boats could not leave the basin, and a coaster with timber waited outside for nine hours.",
    "A diver freed the hinge with a hydraulic jack after three attempts.",
    "The board will replace both hinges in the spring, at a cost of about two hundred thousand pounds.",
    "“We have asked for the money since 2019,” harbour master Imogen Thackery said.",
]
SEPARATE = [
    "Fishermen lost a night’s catch when a sluice failed at Port Ellery, and they want to be paid for it.",
    "The gate shut on Monday at high water and would not open again before midday.",
    "Skipper Jonah Pike put his own loss at four thousand pounds and blamed years of thrift.",
    "“We have asked for the money since 2019,” harbour master Imogen Thackery said.",
    "New hinges are promised for the spring.",
]
KOREAN = [
    "해담시가 물빛강을 가로지르는 새솔대교의 개통을 내년 3월로 석 달 미룬다고 22일 밝혔다.",
    "시 교량건설과는 상판을 잇는 볼트 1천240개 가운데 37개에서 허용치를 넘는 균열이 나왔다고 설명했다.",
    "문가람 해담시장은 이날 오전 기자회견에서 시민에게 사과했다.",
    "다리가 열리면 북쪽 강마을과 도심을 오가는 시간은 34분에서 11분으로 줄어든다.",
]


def article(
    name: str,
    lines: list[str],
    *,
    minutes: int = 0,
    language: str = "en",
    wire: str = "",
    url: str = "",
    title: str = "T",
) -> Article:
    passages = tuple(Passage(number, line, number - 1) for number, line in enumerate(lines, start=1))
    address = url or f"https://{name}.example/a"
    at = NOW + timedelta(minutes=minutes)
    return Article(
        name,
        name,
        address,
        address,
        language,
        title,
        passages,
        at,
        content_hash(title, passages),
        RIGHTS,
        published_at=at,
        wire=wire,
    )


def test_a_copy_is_found_under_another_headline_with_a_dateline_and_a_cut_tail() -> None:
    original = article("first", ENGLISH)
    copy = article("second", [f"PORT ELLERY (Norwire) - {ENGLISH[0]}", *ENGLISH[1:4]], minutes=30, title="Boats stuck")
    assert copy_of(copy, [original]) == "first"
    assert copy_of(original, [copy]) is None


def test_two_reports_of_one_event_are_no_copies() -> None:
    assert copy_of(article("second", SEPARATE, minutes=30), [article("first", ENGLISH)]) is None


def test_a_translation_is_no_copy() -> None:
    other = replace(article("first", ENGLISH), language="de")
    assert copy_of(article("second", ENGLISH, minutes=5), [other]) is None


def test_korean_copies_are_found_whatever_their_spacing_and_marks() -> None:
    original = article("first", KOREAN, language="ko")
    copied = [
        f"(해담=새길통신) 도하늘 기자 = {KOREAN[0]}",
        *(line.replace(" ", "  ").replace("'", "’") for line in KOREAN[1:3]),
    ]
    assert copy_of(article("second", copied, minutes=9, language="ko"), [original]) == "first"


def test_the_earliest_of_several_is_the_original_and_chains_lead_to_the_root() -> None:
    root = article("root", ENGLISH)
    second = replace(article("second", ENGLISH, minutes=10), copy_of="root")
    third = article("third", ENGLISH, minutes=20)
    assert copy_of(third, [second, root]) == "root"
    assert copy_of(third, [second]) == "root"


def test_the_agencys_own_text_is_the_original_though_it_came_later() -> None:
    agency = article("wire", ENGLISH, minutes=40, wire="Reuters", url="https://www.reuters.com/world/gate-jams")
    paper = article("paper", ENGLISH, minutes=10, wire="Reuters")
    assert copy_of(paper, [agency]) == "wire"
    assert copy_of(agency, [paper]) is None


def test_an_article_is_no_copy_of_itself_and_short_texts_are_not_guessed_at() -> None:
    one = article("one", ENGLISH)
    assert copy_of(one, [one]) is None
    assert (
        copy_of(article("b", ["The gate opened."], minutes=3), [article("a", ["The gate has opened again."])]) is None
    )


@pytest.mark.parametrize(
    ("lines", "authors", "agency"),
    [
        (["PORT ELLERY, Nov 22 (Reuters) - The gate jammed on Monday."], (), "Reuters"),
        (["(AP) — The gate jammed on Monday."], (), "AP"),
        (["(서울=연합뉴스) 도하늘 기자 = 문이 걸렸다."], (), "연합뉴스"),
        (["[서울=뉴시스] 도하늘 기자 = 문이 걸렸다."], (), "뉴시스"),
        (["(해담=새길통신) 도하늘 기자 = 문이 걸렸다."], (), "새길통신"),
        (["【北京共同】水門が月曜の夜に動かなくなった。"], (), "共同"),
        (["［東京　２２日　ロイター］ - 水門が動かなくなった。", "以上です。"], (), ""),
        (["[東京 22日 ロイター] - 水門が動かなくなった。"], (), "ロイター"),
        (["【ソウル＝小池和樹】水門が月曜の夜に動かなくなった。"], (), ""),
        (["新华社北京11月22日电 水闸周一晚间失灵。"], (), "新华社"),
        (["Wiekstedt (dpa) - Das Tor klemmte am Montag."], (), "dpa"),
        (["Das Tor klemmte am Montag.", "(mit dpa)"], (), "dpa"),
        (["Das Tor klemmte am Montag."], ("dpa",), "dpa"),
        (["The gate jammed on Monday, Reuters reported, citing the board."], (), ""),
        (["[해담일보 도하늘 기자] 문이 걸렸다."], (), ""),
    ],
)
def test_the_agency_is_known_by_dateline_credit_or_byline(
    lines: list[str], authors: tuple[str, ...], agency: str
) -> None:
    assert wire_of(lines, authors) == agency
