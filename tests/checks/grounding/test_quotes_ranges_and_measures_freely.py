"""Quotations rendered freely, ranges of days, what is aimed at, weighed or not known, and what holds of a part only: pairs of our own, true and false."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks import ClaimSource, check_claim

_AT = datetime(2026, 3, 18, 9, tzinfo=UTC)

_TRUE = (
    ("ko", "0-3으로 끌려가던 안방 팀이 4-3 역전승을 거뒀다.", "ko", "강릉 파도가 17일 홈에서 속초 해룡을 4대3으로 꺾었다.\n강릉은 전반에만 세 골을 내줬다."),
    ("ko", '저우훙 교수는 "이것은 끝이 아니라 시작"이라고 말했다.', "zh", "周虹教授说:“这不是终点,而是起点。”\n研究团队在云南发现了一种新的兰花。"),
    ("ko", "비용이 너무 든다는 이유로 시는 축제를 접었다.", "en", "The city has scrapped the festival, which it said had become too expensive.\nIt drew 60,000 visitors last year."),
    ("ko", '산드라 피르 의장은 "우리는 아무도 두고 가지 않겠다"고 약속했다.', "en", 'The council chair, Sandra Firth, promised residents that "nobody will be left behind."\nThe town of Marlow Cross will be rebuilt on higher ground after two floods.'),
    ("ko", '구보 감독은 "선수들이 끝까지 발을 멈추지 않았다"며 선수들을 칭찬했다.', "ja", "久保監督は「最後まで足を止めなかった選手たちをほめたい」と話した。\nソレイユ新潟は18日、2対1で勝った。"),
    ("ko", '마커스 렌 최고경영자는 "이 공장은 내년 봄에도 돌아갈 것"이라고 직원들에게 말했다.', "en", 'Chief executive Marcus Wren told staff that "the plant will still be running next spring."\nWren Ceramics is cutting 140 jobs in Stoke.'),
    ("ko", "박람회는 11월 3~7일 닷새간 열린다.", "ko", "박람회는 11월 3일부터 7일까지 열린다.\n참가 업체는 240곳이다."),
    ("ko", "조사는 2019~2022년에 태어난 아이 1만2천 명을 대상으로 했다.", "ja", "調査は2019年から22年に生まれた子ども1万2千人が対象だ。\n結果は学会誌に掲載された。"),
    ("ko", "개장 첫 주 입장권은 30% 할인된다.", "zh", "开园首周门票打七折。\n乐园位于武汉东湖畔,占地42公顷。"),
    ("ko", "학생 입장권은 절반 값이다.", "zh", "学生票半价。\n乐园位于武汉东湖畔,占地42公顷。"),
    ("en", "The Danish pair dropped 12 places to 19th.", "en", "The defeat sends the Danish pair from seventh to 19th in the rankings.\nJapan's Ueno and Sasaki won in straight games."),
    ("ko", "법원은 제조사의 책임을 물을 근거가 부족하다고 판단했다.", "ko", "재판부는 제조사에 책임이 있다고 볼 증거가 부족하다고 밝혔다.\n원고 14명은 2022년 소송을 냈다."),
    ("ko", "구단은 상고를 검토하고 있으며, 연맹은 판결문을 읽어 본 뒤 입장을 내겠다는 방침이다.", "ko", "구단 측은 상고를 검토하고 있다고 말했다.\n연맹 관계자는 판결문을 읽어 본 뒤 입장을 밝히겠다고 했다."),
    ("en", "The ministry is weighing whether to lift the ban on night flights.", "ko", "국토교통부는 심야 비행 금지를 푸는 방안을 지자체와 논의하고 있다고 밝혔다.\n공항 인근 주민은 4만 명이다."),
    ("ko", "회사는 2027년까지 매장을 300곳으로 늘린다는 목표를 세웠다.", "ja", "同社は2027年までに店舗を300店に増やすことを目指す。\n社長は佐伯亮氏が務める。"),
    ("ko", "소음과 냄새를 이유로 축사를 상대로 소송을 낸 주민들이 이겼다.", "ko", "청주지법은 주민 41명이 가온축산을 상대로 낸 손해배상 소송에서 원고 승소로 판결했다.\n주민들은 축사 소음과 악취에 시달린다며 2023년 소송을 냈다."),
    ("ko", "이 사업부는 회사 아시아 매출의 8%를 차지한다.", "en", "The unit makes up 8% of the company's Asian sales.\nIts headquarters are in Lyon."),
    ("ko", "소규모 카페는 시행 후 3년간 규제를 면제받는다.", "ko", "소규모 카페는 시행 뒤 3년 동안 규제 대상에서 빠진다.\n시행은 2027년 1월이다."),
    ("en", "The company ignored an order to fix the fire doors, inspectors found.", "ko", "업체는 방화문을 고치라는 명령을 받고도 따르지 않은 것으로 드러났다.\n공장에는 52명이 일하고 있었다."),
    ("ko", "칭다오 하이윈이 홈에서 우한 창장을 2-0으로 누르고 다섯 경기 연속 무패를 이어 갔다.", "zh", "青岛海云队在主场以2比0战胜武汉长江队,连续五场不败。\n比赛吸引了2.1万名观众。"),
    ("ko", "메이린은 승점 40으로 1위 톈산에 1점 뒤진 2위다.", "zh", "梅林队积40分排名第二,比榜首的天山队少1分。\n联赛还剩三轮。"),
    ("ko", "서진건설은 2천억 원에 대한중공업 품에 안긴다.", "ko", "대한중공업이 서진건설을 2천억 원에 인수한다고 4일 밝혔다.\n인수는 6월 마무리된다."),
    ("ko", "리가 지방법원은 엘리나 오졸라가 이르마 카르클리냐에게 위자료 5천 유로를 물어 주라고 판결했다.", "en", "A Riga district court ordered Elina Ozola to pay Irma Karklina 5,000 euros for defamation.\nOzola said she would appeal."),
)  # fmt: skip

_FALSE = (
    ("ko", '마커스 렌 최고경영자는 "이 공장은 내년 봄이면 멈출 것"이라고 직원들에게 말했다.', "en", 'Chief executive Marcus Wren told staff that "the plant will still be running next spring."\nWren Ceramics is cutting 140 jobs in Stoke.'),
    ("en", '"We saved two years but lost the archive," librarian Hwang Bo-ram said.', "ko", '황보람 사서는 "2년을 잃었지만 자료는 지켰다"고 말했다.\n도서관은 2023년 화재로 문을 닫았다.'),
    ("en", '"It is not the drought that worries us but the heat," said Ko Mi-rae, who runs the orchard.', "ko", '과수원을 운영하는 고미래 씨는 "걱정되는 건 더위가 아니라 가뭄"이라고 말했다.\n올해 사과 수확량은 지난해보다 18% 줄 전망이다.'),
    ("ko", '구보 감독은 "선수들이 마지막에 발을 멈췄다"며 아쉬워했다.', "ja", "久保監督は「最後まで足を止めなかった選手たちをほめたい」と話した。\nソレイユ新潟は18日、2対1で勝った。"),
    ("ko", "조사는 2019~2021년에 태어난 아이 1만2천 명을 대상으로 했다.", "ja", "調査は2019年から22年に生まれた子ども1万2千人が対象だ。\n結果は学会誌に掲載された。"),
    ("en", "The Danish pair dropped 15 places to 19th.", "en", "The defeat sends the Danish pair from seventh to 19th in the rankings.\nJapan's Ueno and Sasaki won in straight games."),
    ("en", "The ministry has decided to lift the ban on night flights.", "ko", "국토교통부는 심야 비행 금지를 푸는 방안을 지자체와 논의하고 있다고 밝혔다.\n공항 인근 주민은 4만 명이다."),
    ("en", "The ministry will lift the ban on night flights in March.", "ko", "국토교통부는 심야 비행 금지를 3월에 푸는 방안을 검토 중이라고 밝혔다.\n공항 인근 주민은 4만 명이다."),
    ("ko", "회사는 2027년까지 매장을 300곳으로 늘리기로 확정했다.", "ja", "同社は2027年までに店舗を300店に増やすことを目指す。\n社長は佐伯亮氏が務める。"),
    ("ko", "착공은 내년 5월로 확정됐다.", "ko", "시는 환경영향평가를 마치는 대로 이르면 내년 5월 착공할 계획이다.\n사업비는 820억 원이다."),
    ("ko", "배터리 결함 때문에 불이 났다고 소방 당국은 밝혔다.", "ko", "소방 당국은 배터리 결함 가능성을 포함해 정확한 화재 원인을 조사하고 있다.\n불은 창고 두 동을 태우고 3시간 만에 꺼졌다."),
    ("ko", "고래가 해변으로 올라온 것은 군 음파탐지기 탓이었다.", "en", "Scientists have not determined why the whales came ashore; naval sonar is one possibility being examined.\nNineteen pilot whales died on a beach in Galway."),
    ("en", "The bridge closed because of corroded cables.", "ja", "橋は安全確認のため通行止めになった。ケーブルの腐食が原因かどうかを調べている。\n橋は1971年に完成した。"),
    ("ko", "신청자 전원이 지원금을 받는다.", "en", "Some of the 4,200 applicants will receive a grant of 900 dollars.\nThe scheme ends in June."),
    ("en", "The recall covers cars sold in Japan and abroad.", "ja", "対象は国内で販売した3車種で、輸出車は含まれない。\nリコールは2万台に上る。"),
    ("ko", "소규모 카페는 영구히 규제를 받지 않는다.", "ko", "소규모 카페는 시행 뒤 3년 동안 규제 대상에서 빠진다.\n시행은 2027년 1월이다."),
    ("en", "The company followed an order to fix the fire doors, inspectors found.", "ko", "업체는 방화문을 고치라는 명령을 받고도 따르지 않은 것으로 드러났다.\n공장에는 52명이 일하고 있었다."),
    ("ko", "원정팀 우한 창장이 안방팀 칭다오 하이윈을 2-0으로 이겼다.", "zh", "青岛海云队在主场以2比0战胜武汉长江队,连续五场不败。\n比赛吸引了2.1万名观众。"),
    ("ko", "서진건설이 대한중공업을 2천억 원에 사들인다.", "ko", "대한중공업이 서진건설을 2천억 원에 인수한다고 4일 밝혔다.\n인수는 6월 마무리된다."),
)  # fmt: skip

_HELD_THOUGH_TRUE = (
    ("en", '"It is not the heat that worries us but the lack of rain," said Ko Mi-rae, who runs the orchard.', "ko", '과수원을 운영하는 고미래 씨는 "걱정되는 건 더위가 아니라 가뭄"이라고 말했다.\n올해 사과 수확량은 지난해보다 18% 줄 전망이다.'),
    ("en", '"We lost two years, but we did not lose the archive," librarian Hwang Bo-ram said.', "ko", '황보람 사서는 "2년을 잃었지만 자료는 지켰다"고 말했다.\n도서관은 2023년 화재로 문을 닫았다.'),
)  # fmt: skip

_NOT_FOUND_YET = (
    ("ko", "개장 첫 주 입장권은 70% 할인된다.", "zh", "开园首周门票打七折。\n乐园位于武汉东湖畔,占地42公顷。"),
    ("ko", '산드라 피르 의장은 "모두를 데리고 갈 수는 없다"고 밝혔다.', "en", 'The council chair, Sandra Firth, promised residents that "nobody will be left behind."\nThe town of Marlow Cross will be rebuilt on higher ground after two floods.'),
    ("ko", "이 사업부는 회사 전체 매출의 8%를 차지한다.", "en", "The unit makes up 8% of the company's Asian sales.\nIts headquarters are in Lyon."),
    ("en", "A nurse, Edda Lund, was warned by police after she reported the theft.", "en", "Police were alerted by a nurse, Edda Lund, who noticed the theft in May.\nThe medicine was worth 30,000 euros."),
    ("ko", "리가 지방법원은 이르마 카르클리냐가 엘리나 오졸라에게 위자료 5천 유로를 물어 주라고 판결했다.", "en", "A Riga district court ordered Elina Ozola to pay Irma Karklina 5,000 euros for defamation.\nOzola said she would appeal."),
)  # fmt: skip


def supported(claimed: str, claim: str, language: str, source: str) -> bool:
    """The verdict on a claim over one source."""
    return check_claim(claim, (ClaimSource("s", source, language, _AT),), claimed).supported


@pytest.mark.parametrize(("claimed", "claim", "language", "source"), _TRUE)
def test_what_the_source_says_in_other_words_stands(claimed: str, claim: str, language: str, source: str) -> None:
    assert supported(claimed, claim, language, source)


@pytest.mark.parametrize(("claimed", "claim", "language", "source"), _FALSE)
def test_what_the_source_does_not_say_is_held(claimed: str, claim: str, language: str, source: str) -> None:
    assert not supported(claimed, claim, language, source)


@pytest.mark.xfail(reason="clauses that deny what another language asserts by a contrary word", strict=True)
@pytest.mark.parametrize(("claimed", "claim", "language", "source"), _HELD_THOUGH_TRUE)
def test_what_is_still_held_though_true(claimed: str, claim: str, language: str, source: str) -> None:
    assert supported(claimed, claim, language, source)


@pytest.mark.xfail(reason="no rule finds these yet", strict=True)
@pytest.mark.parametrize(("claimed", "claim", "language", "source"), _NOT_FOUND_YET)
def test_what_is_not_found_yet(claimed: str, claim: str, language: str, source: str) -> None:
    assert not supported(claimed, claim, language, source)
