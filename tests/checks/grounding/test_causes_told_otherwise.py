"""Causes that a source gives in other words, in a clause of its own or by how it goes on; those that it does not give;
and a given one left out by a claim that joins another clause to the same effect."""

import pytest

from prism.checks import ClaimSource, check_claim

GIVEN = [
    ("ko", "눈이 모자란 탓에 코스가 5km 짧아졌고, 인공눈에는 24만 프랑이 들었다.", "en", "With little snow on the ground the course was shortened by 5 km. Race director Urs Wenger said artificial snow had cost 240,000 francs."),
    ("ko", "시장은 정부를, 장관은 시를 탓했다.", "en", "The mayor accused the government of leaving the firebreaks uncleared. The minister blamed the town."),
    ("ko", "당국은 마모된 레일 때문에 탈선이 일어났다고 결론지었다.", "en", "Investigators concluded in March that a worn rail was responsible for the derailment."),
    ("en", "The talks with the Greens collapsed because the sides could not agree on a gas terminal.", "en", "The Greens walked out of talks on October 30 over a gas terminal at Koper."),
    ("ko", "이 회사는 보고가 늦었다는 이유로 총무성의 행정지도를 받았다.", "ja", "総務省は1月、同社に報告が遅れたとして行政指導を行った。"),
]  # fmt: skip
NOT_GIVEN = [
    ("ko", "예산 부족 탓에 다리 공사가 중단됐다.", "ko", "다리 공사가 3일 중단됐다. 시는 재개 시점을 밝히지 않았다."),
    ("ko", "부러진 볼트 때문에 출렁다리가 무너져 등산객 2명이 강으로 떨어졌다.", "en", "A footbridge over the gorge collapsed on Sunday, dropping two hikers into the river. Divers found a broken bolt."),
    ("en", "Officials think a fault on a power line started the Portage fire.", "en", "Fire officials believe a lightning strike started it, although the investigation is not complete. The Portage fire is near a power line."),
]  # fmt: skip
EXCHANGED = [
    ("ko", "윤 씨는 여권이 만료되자 지난해 3월 베트남으로 달아났다가 올해 2월 하노이에서 붙잡혔다.", "zh", "尹某去年3月因警察搜查其办公室而逃往越南,今年2月在河内被捕。"),
    ("ko", "관장은 협상이 길어지는 바람에 5월로 잡았던 개막을 늦췄다고 설명했다.", "zh", "馆长说,展览原定5月开幕,因两件瓷器需要修复而推迟。"),
    ("en", "The inquiry opened in May after tests found salmonella in school meals.", "en", "The inquiry, led by judge Ada Kerr, opened in May after two engineers and a teacher resigned."),
]  # fmt: skip
KEPT = [
    ("ko", "윤 씨는 경찰이 사무실을 수색하자 지난해 3월 베트남으로 달아났다가 올해 2월 하노이에서 붙잡혔다.", "zh", "尹某去年3月因警察搜查其办公室而逃往越南,今年2月在河内被捕。"),
    ("ko", "관장은 도자기 두 점을 수리하느라 5월로 잡았던 개막을 늦췄다고 설명했다.", "zh", "馆长说,展览原定5月开幕,因两件瓷器需要修复而推迟。"),
    ("en", "The inquiry opened in May after the resignation of two engineers and a teacher.", "en", "The inquiry, led by judge Ada Kerr, opened in May after two engineers and a teacher resigned."),
]  # fmt: skip


def signals(language: str, claim: str, other: str, source: str) -> set[str]:
    verdict = check_claim(claim, (ClaimSource("a", source, other),), language)
    return {one.signal for one in verdict.findings if one.signal.startswith("causes.") and one.strength >= 0.7}


@pytest.mark.parametrize(("language", "claim", "other", "source"), GIVEN)
def test_a_cause_told_otherwise_passes(language: str, claim: str, other: str, source: str) -> None:
    assert not signals(language, claim, other, source)


@pytest.mark.parametrize(("language", "claim", "other", "source"), NOT_GIVEN)
def test_a_cause_that_the_source_does_not_give_is_found(language: str, claim: str, other: str, source: str) -> None:
    assert signals(language, claim, other, source)


@pytest.mark.parametrize(("language", "claim", "other", "source"), EXCHANGED)
def test_another_clause_in_the_place_of_a_cause_is_found(language: str, claim: str, other: str, source: str) -> None:
    assert signals(language, claim, other, source)


@pytest.mark.parametrize(("language", "claim", "other", "source"), KEPT)
def test_a_cause_in_other_words_passes(language: str, claim: str, other: str, source: str) -> None:
    assert not signals(language, claim, other, source)
