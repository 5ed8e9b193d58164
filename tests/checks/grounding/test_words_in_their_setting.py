"""What stands beside a word says what it is: an 'if' that is none, a kilo of weight, years before something else, one death in two words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals

from prism.checks.rules.grounding import certainty, dates, figures, opposites, units

BASE = datetime(2026, 3, 4, 9, tzinfo=UTC)
RULES = (certainty.check, dates.check, figures.check, opposites.check, units.check)
BORNE = [
    ("ja", "古賀氏は三度優勝したこともある強豪の森氏を破った。", "ko", "고가 씨는 세 차례 우승한 강호 모리 씨를 꺾었다."),
    ("ja", "相手が商社ではなく農協なら、交渉は行き詰まらなかっただろうと述べた。", "ko", "상대가 상사가 아니라 농협이었다면 협상은 막히지 않았을 것이라고 말했다."),
    ("en", "There is no doubt that the port deserved the award.", "ko", "그 항구가 상을 받을 만했다는 데는 의심할 여지가 없다."),
    ("ko", "이르면 9일 조례안이 처리될 수 있으며, 시행은 공포 석 달 뒤다.", "en", "The ordinance will take effect three months after it is promulgated."),
    ("ko", "지난해와 비교하면 관람객이 두 배로 늘었다.", "en", "Visitor numbers doubled."),
    ("ja", "タマネギの卸値は1キロ当たり95円だった。", "ko", "양파 도매가는 1㎏당 95엔이었다."),
    ("ja", "男のかばんから12キロの金塊が見つかった。", "ko", "남성의 가방에서 금괴 12㎏이 나왔다."),
    ("ko", "이 다리는 2014년 완공됐고 설계는 2011년에 끝났다.", "ko", "다리가 완공되기 세 해 전 설계가 끝났다."),
    ("en", "The bridge opened in 2014, and its design was finished in 2011.", "en", "The design was finished three years prior to the opening of the bridge."),
    ("en", "At least seven crew members drowned when the ferry sank.", "ko", "여객선이 가라앉아 선원 7명 이상이 숨졌다."),
    ("zh", "渔船倾覆，两人溺亡。", "ko", "어선이 뒤집혀 2명이 숨졌다."),
]  # fmt: skip
WRONG = [
    ("ko", "의회가 승인하면 시행은 공포 석 달 뒤다.", "en", "It will take effect three months after promulgation.", "certainty.condition"),
    ("ko", "구단은 합의되면 여름에 외국인 코치 두 명을 데려오는 방안을 검토하겠다고 했다.", "ko", "구단은 합의되면 여름에 외국인 코치 두 명을 데려온다.", "certainty.considered"),
    ("ja", "同社の売上高は4億7千万円、従業員は30人。誤差を10分の1にする。", "ko", "이 회사 매출은 47억 엔이다.", "figures.missing"),
    ("ja", "二つの町は12キロ離れている。", "ko", "두 마을은 15㎞ 떨어져 있다.", "figures.missing"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "source", "language", "claim"), BORNE)
def test_it_is_read_as_it_is_meant(written: str, source: str, language: str, claim: str) -> None:
    found = signals(source, written, claim, language, RULES, BASE)
    assert not found - {"figures.sum", "figures.vague"}


@pytest.mark.parametrize(("written", "source", "language", "claim", "signal"), WRONG)
def test_what_is_wrong_is_still_told(written: str, source: str, language: str, claim: str, signal: str) -> None:
    assert signal in signals(source, written, claim, language, RULES, BASE)
