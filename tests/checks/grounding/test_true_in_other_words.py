"""True claims in words that a rule once took for another thing, and claims beside them that are wrong in just that."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks import ClaimSource, check_claim
from prism.languages import known, names, quantities, sentences

BASE = datetime(2026, 3, 14, 9, tzinfo=UTC)

TRUE = [
    pytest.param(
        "en",
        "The Harrow museum will stop charging admission from June, its director said on Monday.",
        "en",
        "The Harrow museum will drop admission charges starting in June.",
        id="a day from which, no deed that begins",
    ),
    pytest.param(
        "en",
        "The carrier said a broken valve had probably delayed the launch.",
        "ko",
        "운송사인 이 회사는 밸브 고장이 발사를 늦췄을 가능성이 크다고 밝혔다.",
        id="a firm, which ends as a cause of death begins",
    ),
    pytest.param(
        "en",
        "Ilse Brandt of the Netherlands won the race in 1 hour, 12 minutes and 9 seconds.",
        "en",
        "Ilse Brandt, a Dutchwoman, won the race in 1:12:09.",
        id="a stopwatch, a woman of a country",
    ),
    pytest.param(
        "en",
        "The council moved 12 families out of a not-for-profit shelter in Leeds on Friday.",
        "ko",
        "리즈 시의회는 금요일 비영리 쉼터에서 12가구를 내보냈다.",
        id="a compound with not denies nothing",
    ),
    pytest.param(
        "zh",
        "因暴雨，该景区6月3日暂停开放，计划9月恢复开放。",
        "ko",
        "이 관광지는 폭우로 6월 3일 개방이 중단됐으며 9월에 재개될 계획이다.",
        id="what is stopped and resumed",
    ),
    pytest.param(
        "en",
        "Researchers said in May that sprays were not a major cause of the decline, contrary to what some keepers argued.",
        "en",
        "Some keepers blame sprays for the decline, but researchers said in May that these were not a major cause.",
        id="the same word, of which nothing is denied",
    ),
    pytest.param(
        "ko",
        "이 품종은 겨울 기온이 낮으면 싹이 늦게 터 수확량이 줄어든다.",
        "ko",
        "이 품종은 겨울에 기온이 낮으면 싹이 늦어져 수확이 준다.",
        id="a condition that both have",
    ),
    pytest.param(
        "ko",
        "조례안은 이르면 다음 달 본회의에 오를 것으로 보인다.",
        "en",
        "The ordinance, which has yet to go to a plenary vote, could reach one next month.",
        id="still to come",
    ),
    pytest.param(
        "en",
        "The mayor said residents were calm but watchful.",
        "ko",
        "시장은 주민들이 차분하면서도 경계를 늦추지 않고 있다고 말했다.",
        id="an idiom that denies in form only",
    ),
    pytest.param(
        "ja",
        "同署によると、16日は1日で143件の通報があった。",
        "ko",
        "경찰서에 따르면 16일 하루에만 143건의 신고가 들어왔다.",
        id="so many on one day, which limits nothing",
    ),
    pytest.param(
        "en",
        "Of the 90 teachers at the school, 40 will move to other schools in the city.",
        "en",
        "Forty of the 90 teachers at the school will move to other schools in the city.",
        id="a part in tens by its word",
    ),
    pytest.param(
        "en",
        "Headaches were reported in 9% of those who took the tablet.",
        "ko",
        "두통은 알약을 먹은 환자의 9%에서 보고됐다.",
        id="those of whom a share is told, by what they did",
    ),
    pytest.param(
        "en",
        "The ministry cut the quota by 18 percent, to 4,000 tons, saying surveys showed that stocks had shrunk.",
        "en",
        "The ministry set a quota of 4,000 tons, a cut of 18 percent.",
        id="a survey beside a share",
    ),
    pytest.param("zh", "果农说，今年的梨掉了一大半。", "ko", "과수 농민은 올해 배가 절반 넘게 떨어졌다고 말했다.", id="more than half"),
    pytest.param(
        "ko",
        "한도윤 상담소장은 “전화가 밤에 몰린다”며 “인력을 두 배로 늘려야 한다”고 말했다.",
        "ko",
        "상담소 측은 밤에 전화가 몰린다며 인력을 두 배로 늘려야 한다고 설명했다.",
        id="a body for its head",
    ),
    pytest.param(
        "ja",
        "展示室の照明の一部が壊れ、頭痛を訴えた60代の男性ら4人が手当てを受けたが、いずれも軽症という。",
        "ko",
        "두통을 호소한 60대 남성 등 4명이 치료를 받았으나 모두 경증이다.",
        id="and others, which are no lamps",
    ),
    pytest.param(
        "zh",
        "考古队在井中发现瓷器、铜镜等文物340余件。",
        "ko",
        "발굴단은 우물에서 도자기와 동전 등 유물 340여 점을 찾았다.",
        id="a thing of a list that no lexicon has",
    ),
    pytest.param(
        "ko",
        "주민대책위원회는 “지금까지 보상을 받은 집은 4곳뿐”이라며 남은 집을 시가 사들여 달라고 촉구했다.",
        "ko",
        "주민대책위는 보상을 받은 집이 4곳에 그친다면서 시청이 남은 집을 사들여야 한다고 요구했다.",
        id="the subject of what is demanded speaks not",
    ),
    pytest.param(
        "ko",
        "파업으로 대전 지역 유치원 210곳 가운데 64곳에서 돌봄이 이뤄지지 않았다.",
        "ko",
        "파업으로 대전의 유치원 64곳에서 돌봄이 제공되지 못했다.",
        id="a part without its whole",
    ),
    pytest.param(
        "ja",
        "県は15日、警報を2に引き上げた。引き上げは2021年1月以来となる。",
        "ko",
        "경보가 올라간 것은 5년여 만이다.",
        id="over five years since a month",
    ),
    pytest.param(
        "en",
        "Five villages, including Marle and Osk, would have no buses after 8 p.m. on weekdays.",
        "en",
        "Five villages, Osk among them, would be left without weekday buses after 8 p.m.",
        id="no and without",
    ),
    pytest.param(
        "en",
        "The college will close its library in Harlan, trustees decided on Tuesday by a vote of 5 to 2.",
        "en",
        "Trustees of the college voted 5-2 Tuesday to shut the library in Harlan.",
        id="an infinitive that looks like a past tense",
    ),
    pytest.param(
        "ja",
        "中央精機は9日、松本市の工場への投資額を200億円に増やすと発表した。部材価格の高騰に加え、生産ラインを増設するためで、来年4月に稼働する。",
        "ko",
        "투자액을 늘린 것은 부품 가격이 급등한 데다 생산라인을 늘리기 때문이다.",
        id="the reason in the next sentence",
    ),
    pytest.param(
        "zh",
        "由于汛期将至，现场施工已于6月20日暂停，计划10月恢复。",
        "ko",
        "홍수기를 앞두고 현장 공사는 6월 20일 중단됐으며 10월에 재개될 계획이다.",
        id="stopped and resumed by other words",
    ),
    pytest.param(
        "ko",
        "다만 일부 매체가 보도한 해외 업체 인수설에 대해서는 “논의한 바 없다”고 부인했다. 한들전기는 10일 실적을 공시했다.",
        "en",
        "The company denied reports in some media about buying a foreign firm.",
        id="who reported is not who denied",
    ),
    pytest.param(
        "ja",
        "食品大手の大和フーズ（京都市）は4日、冷凍コロッケに金属片が混入した恐れがあるとして自主回収すると発表した。",
        "ko",
        "일본 식품업체 야마토푸드가 냉동 고로케에 금속 조각이 섞였을 우려가 있다며 자진 회수한다고 밝혔다.",
        id="where a firm has its seat",
    ),
    pytest.param(
        "ko",
        "10일 오후 4시 현재 고성 향로봉에 61㎝의 눈이 쌓였다.",
        "en",
        "Snow lay 61 centimeters deep at Hyangnobong in Goseong as of 4 p.m. on the 10th.",
        id="a Korean name as its letters are read",
    ),
]  # fmt: skip
FALSE = [
    pytest.param(
        "en",
        "Ilse Brandt of the Netherlands won the race in 1 hour, 12 minutes and 9 seconds.",
        "en",
        "Ilse Brandt of the Netherlands won the race in 1:12:39.",
        id="another time",
    ),
    pytest.param(
        "en",
        "Of the 90 teachers at the school, 40 will move to other schools in the city.",
        "en",
        "The 90 teachers at the school will move to other schools in the city.",
        id="all for a part",
    ),
    pytest.param(
        "zh",
        "因暴雨，该景区6月3日暂停开放。",
        "ko",
        "이 관광지는 6월 3일 개방을 재개했다.",
        id="resumed for stopped",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "claimed", "claim"), TRUE)
def test_what_is_true_is_let_pass(language: str, source: str, claimed: str, claim: str) -> None:
    verdict = check_claim(claim, (ClaimSource("s", source, language, BASE),), claimed)
    assert verdict.supported, verdict.findings


@pytest.mark.parametrize(("language", "source", "claimed", "claim"), FALSE)
def test_what_is_wrong_in_that_is_held(language: str, source: str, claimed: str, claim: str) -> None:
    assert not check_claim(claim, (ClaimSource("s", source, language, BASE),), claimed).supported


def test_an_hour_goes_on_with_its_day() -> None:
    assert len(sentences("Snow lay 40 centimeters deep as of 4 p.m. Tuesday.", "en")) == 1
    assert len(sentences("It closed at 5 p.m. The mayor left.", "en")) == 2


def test_american_states_are_known_by_what_a_dateline_calls_them() -> None:
    assert known("뉴욕주") == known("N.Y.") == ("place:new-york", "place")
    found = names("LANSING, Mich. — Orchard Valley College will close, trustees said.", "en")
    assert ("Mich.", "place") in {(one.text, one.kind) for one in found}


def test_letters_before_a_sign_of_money_are_no_name() -> None:
    assert "NZ" not in {one.text for one in names("The change would take NZ$66,000 from farms.", "en")}


def test_a_stopwatch_is_read_in_seconds() -> None:
    assert [(int(one.value), one.unit) for one in quantities("He ran 2:04:51.", "en")] == [(7491, "second")]
    assert quantities("It began at 2:04.", "en") == ()
