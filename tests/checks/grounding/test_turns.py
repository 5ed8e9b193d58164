"""Sides in another part of a deed than in the source: swaps of our own, beside fair ways of telling the same."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals_of

_AT = datetime(2026, 3, 14, 9, tzinfo=UTC)
_UNION = "노조는 회사에 성과급 지급을 요구했지만 회사는 이를 거부했다. 노조는 다음 주 파업 찬반투표를 한다."
_DERBY = "후반 30분 대구의 공격수 한도윤이 퇴장당한 사이 수원의 미드필더 배준서가 결승골을 넣었다. 관중 2만 명이 경기를 지켜봤다."
_LOAN = "Ferrin Bank lent Okutama Steel 40 million dollars in May. Okutama Steel repaid half of the loan in September."
_CHESS = "Anna Keller, 24, offered a draw on move 18. Lucía Prado declined the offer and won two hours later."
_ORDER = "A Lyon court ordered Delmas Transport to pay Varin Logistics 3 million euros. Delmas Transport said it would appeal."
_MAYOR = "김태원 시장은 시의회가 예산을 볼모로 잡고 있다고 비판했다. 최서영 시의원은 예산안 재심의를 약속했다."
_FLOOD = "The ministry offered the farmers compensation in July, which the farmers rejected. The farmers blocked a road on Monday."
_FLOTE = "海上保安庁の巡視船が貨物船を追跡した。県は業者に工事の中止を要請した。業者は県の要請を拒否した。"
_PLEA = "The minister rejected a request by the union for a longer trial. The union called the decision hasty."
_BOXER = "Tomas Varga knocked out Lee Sung-min in the fifth round on Saturday. Lee Sung-min was taken to hospital."
_SHARES = "投資会社みなと資本は、ホテル大手のキングスレー・ホテルズから土地と建物を30億円で取得する。"

_WRONG = (
    (_SHARES, "ja", "미나토자본은 토지와 건물을 킹즐리호텔스에 넘긴다.", "ko"),
    (_UNION, "ko", "회사는 노조에 성과급 지급을 요구했지만 노조는 이를 거부했다.", "ko"),
    (_UNION, "ko", "The company demanded a bonus payment from the union, which refused.", "en"),
    (_DERBY, "ko", "수원의 배준서가 퇴장당한 틈에 대구의 한도윤이 결승골을 터뜨렸다.", "ko"),
    (_LOAN, "en", "Okutama Steel lent Ferrin Bank 40 million dollars in May.", "en"),
    (_LOAN, "en", "오쿠타마스틸은 5월 페린은행에 4천만 달러를 빌려줬다.", "ko"),
    (_CHESS, "en", "Lucía Prado offered a draw on move 18.", "en"),
    (_ORDER, "en", "The court ordered Varin Logistics to pay Delmas Transport 3 million euros.", "en"),
    (_MAYOR, "ko", "최서영 시의원은 김태원 시장이 예산을 볼모로 잡고 있다고 비판했다.", "ko"),
    (_FLOOD, "en", "The ministry rejected compensation that the farmers offered in July.", "en"),
    (_PLEA, "en", "The union rejected a request by the minister for a longer trial.", "en"),
    (_BOXER, "en", "Lee Sung-min knocked out Tomas Varga in the fifth round.", "en"),
)
_RIGHT = (
    (_SHARES, "ja", "みなと資本はキングスレー・ホテルズから土地と建物を買い取る。", "ja"),
    (_SHARES, "ja", "キングスレー・ホテルズは土地と建物をみなと資本に売却する。", "ja"),
    (_UNION, "ko", "회사는 성과급을 달라는 노조의 요구를 거부했다.", "ko"),
    (_UNION, "ko", "노조의 성과급 지급 요구는 회사에 의해 거부됐다.", "ko"),
    (_UNION, "ko", "The union demanded a bonus payment from the company but was refused.", "en"),
    (_DERBY, "ko", "수원의 배준서는 대구 한도윤이 퇴장당한 사이 결승골을 넣었다.", "ko"),
    (_LOAN, "en", "Okutama Steel borrowed 40 million dollars from Ferrin Bank in May.", "en"),
    (_LOAN, "en", "오쿠타마스틸은 5월 페린은행에서 4천만 달러를 빌렸다.", "ko"),
    (_LOAN, "en", "Okutama Steel was lent 40 million dollars by Ferrin Bank in May.", "en"),
    (_CHESS, "en", "A draw was offered by Anna Keller on move 18, but Lucía Prado declined.", "en"),
    (_CHESS, "en", "안나 켈러는 18수째 무승부를 제안했으나 루시아 프라도가 거절했다.", "ko"),
    (_ORDER, "en", "Delmas Transport must pay Varin Logistics 3 million euros, a court in Lyon ruled.", "en"),
    (_ORDER, "en", "Varin Logistics is to receive 3 million euros from Delmas Transport.", "en"),
    (_MAYOR, "ko", "시의회가 예산을 볼모로 잡고 있다는 것이 김태원 시장의 비판이다.", "ko"),
    (_FLOOD, "en", "Farmers rejected the compensation offered by the ministry in July.", "en"),
    (_FLOTE, "ja", "현은 업자에게 공사 중단을 요청했으나 업자는 거부했다.", "ko"),
    (_PLEA, "en", "The union's request for a longer trial was rejected by the minister.", "en"),
    (_BOXER, "en", "이성민은 5회에 토마스 바르가에게 KO패했다.", "ko"),
    (_BOXER, "en", "Lee Sung-min was knocked out by Tomas Varga in the fifth round.", "en"),
)


def _signals(source: str, language: str, claim: str, claimed: str) -> set[str]:
    return signals_of(source, language, claim, claimed, {"roles"}, _AT)


@pytest.mark.parametrize(("source", "language", "claim", "claimed"), _WRONG)
def test_a_swap_is_found(source: str, language: str, claim: str, claimed: str) -> None:
    assert _signals(source, language, claim, claimed)


@pytest.mark.parametrize(("source", "language", "claim", "claimed"), _RIGHT)
def test_a_fair_telling_passes(source: str, language: str, claim: str, claimed: str) -> None:
    assert not _signals(source, language, claim, claimed)
