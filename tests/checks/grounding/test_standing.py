"""Who stands above whom in a claim and its source, whatever words tell it; beside each swap the same told fairly in another voice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals_of

_AT = datetime(2026, 3, 14, 9, tzinfo=UTC)
_CASES = (
    ("en", "Halberd's chief executive, Mary Stroud, said she had warned Joost Hendriks three times last year.",
     "ko", "메리 스트라우드는 지난해 요스트 헨드릭스에게 세 차례 경고했다.", "요스트 헨드릭스는 지난해 메리 스트라우드에게 세 차례 경고했다."),
    ("en", "Tomas Reinholt stole the ball from Liam Strand after 12 minutes.",
     "en", "Liam Strand had the ball stolen by Tomas Reinholt after 12 minutes.", "Liam Strand stole the ball from Tomas Reinholt after 12 minutes."),
    ("ko", "대림페이퍼 윤지선 사장은 노조 위원장 박경호 씨를 만나 3년간 구조조정을 하지 않겠다고 약속했다.",
     "ko", "박경호 씨는 윤지선 사장으로부터 3년간 구조조정이 없을 것이라는 약속을 받았다.", "박경호 씨는 윤지선 사장에게 3년간 구조조정이 없을 것이라고 약속했다."),
    ("ko", "정 의원은 본회의에서 김태섭 시장을 거세게 비판했다. 정혜란 의원은 미래당 소속이다.",
     "en", "Mayor Kim Tae-seop was criticised by councillor Jung Hye-ran.", "Mayor Kim Tae-seop criticised councillor Jung Hye-ran."),
    ("ja", "芸予汽船は昨年、明光海運を批判した。",
     "ko", "명광해운은 지난해 게이요기선의 비판을 받았다.", "명광해운은 지난해 게이요기선을 비판했다."),
    ("zh", "温哥华市长金允熙批评罗琳反应过慢。加拿大外长罗琳没有回应。",
     "ko", "뤄린 외교장관은 반응이 느리다며 김윤희 밴쿠버 시장에게 비판을 받았다.", "뤄린 외교장관은 김윤희 밴쿠버 시장의 반응이 느렸다고 비판했다."),
    ("en", "Sophal Keo, a lawyer, said that Dara Pich had sold the bronze.",
     "en", "Dara Pich sold the bronze, according to the lawyer, Sophal Keo.", "Sophal Keo sold the bronze, according to Dara Pich."),
)  # fmt: skip


def _signals(source: str, language: str, claim: str, claimed: str) -> set[str]:
    return signals_of(source, language, claim, claimed, {"roles"}, _AT)


@pytest.mark.parametrize(("language", "source", "claimed", "right", "turned"), _CASES)
def test_who_stands_above_whom(language: str, source: str, claimed: str, right: str, turned: str) -> None:
    assert not _signals(source, language, right, claimed)
    assert _signals(source, language, turned, claimed)
