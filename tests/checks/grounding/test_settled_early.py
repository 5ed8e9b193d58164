"""What passages weigh, discuss, suspect or hold possible, told as settled; what is as open in other words stands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals

from prism.checks.rules.grounding import certainty

BASE = datetime(2026, 3, 4, 9, tzinfo=UTC)
SETTLED = [
    ("en", "It is in talks to raise $80 million from investors.", "ko", "이 회사는 투자자들에게서 8천만 달러를 유치하기로 합의했다.", "certainty.considered"),
    ("zh", "公司正与挪威一家企业洽谈收购其在智利的三文鱼养殖场。", "ko", "회사는 노르웨이 기업의 칠레 연어 양식장을 인수하기로 했다.", "certainty.considered"),
    ("ja", "労働組合とは協議中で、統合の時期は決まっていない。", "ko", "회사는 노조와 통합 시기에 합의했다.", "certainty.considered"),
    ("en", "The grid company is examining whether an update was at fault and may suspend the same update at 11 other stations.", "ko", "전력망 회사는 업데이트가 문제였는지 조사하는 한편, 다른 발전소 11곳에서 같은 업데이트를 중단하기로 했다.", "certainty.possible"),
    ("ko", "증권가에서는 회사가 청주 공장의 생산라인을 멈춰야 할 수 있다고 본다.", "ko", "판결에 따라 회사는 청주 공장의 생산라인을 멈추게 됐다.", "certainty.possible"),
    ("ja", "業者が入札価格を事前に知っていた疑いがあり、県警が調べている。", "ko", "업체가 입찰 가격을 미리 알고 있었던 것으로 경찰 조사에서 확인됐다.", "certainty.alleged"),
    ("zh", "部分网友质疑冷链记录造假,公司予以否认。", "ko", "회사가 냉장 기록을 조작한 것으로 드러났다.", "certainty.alleged"),
    ("en", "Prosecutors allege that a former manager, Peter Kiptoo, took bribes worth 14 million shillings; he pleaded not guilty.", "ko", "전 관리자 피터 킵투는 1천400만 실링의 뇌물을 받았다.", "certainty.alleged"),
    ("en", "The state, which paid $3.1 million for the fence, is considering a second one, 18 km long.", "en", "The state, which paid $3.1 million for the first fence, has decided to put up another, stretching 18 km.", "certainty.considered"),
    ("en", "His solicitor said that her client was disappointed and was considering an appeal.", "en", "Van Rielen will appeal, his solicitor said.", "certainty.sentence"),
    ("zh", "研究员认为,如果人工智能芯片需求放缓,行业2026年可能出现产能过剩。", "ko", "인공지능 칩 수요가 둔화하면 2026년 업계가 공급 과잉을 피할 수 없다고 연구원은 내다봤다.", "certainty.possible"),
    ("ko", "인천시는 사업자와 계약을 해지하는 방안을 놓고 법률 자문을 받고 있다.", "ko", "인천시가 사업자와 계약을 해지하기로 방침을 정했다.", "certainty.considered"),
    ("en", "Regulators have yet to decide whether to fine Palmgate, a payments firm.", "en", "Regulators have fined Palmgate.", "certainty.considered"),
    ("ja", "熊本県内の物流拠点を2カ所増やす計画を明らかにした。", "ko", "회사는 구마모토현 내 물류 거점을 두 곳 늘렸다.", "certainty.planned"),
    ("ko", "문체부는 감사 착수 여부를 이번 주 안에 정할 방침이다.", "ko", "문체부는 감사에 착수하기로 했다.", "certainty.considered"),
]  # fmt: skip
AS_OPEN = [
    ("en", "It is in talks to raise $80 million from investors.", "ko", "이 회사는 투자자들과 8천만 달러 유치를 협의하고 있다."),
    ("zh", "越南和菲律宾22日结束渔业磋商,就设立渔民救助热线达成一致。", "ko", "베트남과 필리핀은 어업 협의를 마치고 어민 구조 핫라인을 두기로 합의했다."),
    ("en", "A dose might cost $4, and the maker could make 20 million a year.", "en", "A dose may cost $4, and the maker has the capacity to make 20 million a year."),
    ("ko", "경찰은 캄보디아에 머무는 것으로 추정되는 공범 2명의 수배를 요청할 방침이다.", "ko", "경찰은 캄보디아에 있는 것으로 보이는 공범 두 명의 수배를 요청하기로 했다."),
    ("en", "The astronomer said three of the orbits were still uncertain and should be confirmed.", "ko", "천문학자는 궤도 세 개가 아직 불확실해 확인해야 한다고 지적했다."),
    ("en", "Pell said he had not decided whether to stay in politics.", "ko", "펠은 정계를 떠날지 아직 마음을 정하지 못했다고 했다."),
    ("ko", "연맹은 성적 조작 의혹이 제기된 코치의 징계를 다음 회의로 미뤘다.", "ko", "연맹은 코치에 대한 징계 결정을 다음으로 넘겼다."),
    ("ko", "회장은 어민들의 피해가 특히 크다고 호소했다.", "en", "The chairman said fishermen had been hit especially hard."),
    ("ja", "男のかばんから12キロの金塊が見つかった。", "ko", "남성의 가방에서 금괴 12㎏이 나왔다."),
    ("zh", "11名嫌疑人被捕，另有至少三人跳水逃脱。", "ko", "적어도 세 명이 물로 뛰어들어 달아났다."),
    ("zh", "副总裁梁若晴表示,公司每年将增加约1.1亿元成本。", "ko", "회사 측은 해마다 1억1천만 위안가량을 더 지출하게 된다고 설명했다."),
]  # fmt: skip


@pytest.mark.parametrize(("written", "source", "language", "claim", "signal"), SETTLED)
def test_what_is_settled_early_is_found(written: str, source: str, language: str, claim: str, signal: str) -> None:
    assert signal in signals(source, written, claim, language, [certainty.check], BASE)


@pytest.mark.parametrize(("written", "source", "language", "claim"), AS_OPEN)
def test_what_is_as_open_stands(written: str, source: str, language: str, claim: str) -> None:
    assert not signals(source, written, claim, language, [certainty.check], BASE)
