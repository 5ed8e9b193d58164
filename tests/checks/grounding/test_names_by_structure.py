"""Names that no list has, told by the structure of a Korean sentence, and what is named as one more."""

import pytest

from prism.checks.alignment import align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import findings_of
from prism.checks.values import ClaimSource

SOURCES = {
    "boat": ("ko", "경남 통영시 욕지면 연화도 인근 해상에서 12일 새벽 통발어선이 전복돼 2명이 숨졌다. 해경은 무리한 조업이 있었는지 조사한다."),
    "firm": ("ko", "소프트웨어 기업 누리온은 윤세라 최고재무책임자를 신임 대표이사로 선임했다. 윤 대표는 삼일회계법인을 거쳐 2016년 합류했다."),
    "flood": ("en", "Heavy rain flooded the old port of Setúbal on Friday. The railway operator Fertagus suspended trains. Ludwig Huber spoke in Christchurch."),
    "yard": ("en", "Prosecutors in Gdańsk charged two managers of Bałtyk Stal on Thursday. Norway's Fjordline cancelled an order for two ferries."),
    "plant": ("ja", "長野県松本市の「信濃オプト」は岡谷市に新しいレンズ工場を建設すると発表した。塩沢健一社長が会見した。"),
    "tunnel": ("zh", "浙江省宁波市宣布，连接北仑区与舟山岛的海底隧道本月开工。总工程师周海涛说，隧道最深处位于海面以下78米。"),
    "bus": ("ko", "시는 내년에 선암사와 송광사까지 노선을 늘리는 방안을 검토하고 있다. 버스 4대는 빛고을모터스가 제작했다."),
}  # fmt: skip
_SURE = {"names.absent", "names.missing", "names.given", "names.instead", "names.altered", "names.unheard"}


def _signals(source: str, claim: str, language: str = "ko") -> set[str]:
    tag, text = SOURCES[source]
    every = passages(ClaimSource("s", text, language=tag))
    return {found.signal for one in statements(claim, language, None) for found in findings_of(align(one, every))}


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("boat", "통영 매물도 근처에서 어선이 뒤집혀 2명이 숨졌다."),
        ("firm", "누리온의 새 대표에 윤세아 최고재무책임자가 올랐다."),
        ("firm", "윤 대표는 삼정회계법인을 거쳐 2016년 합류했다."),
        ("flood", "금요일 폭우로 메리다의 옛 항구가 물에 잠겼다."),
        ("flood", "토마스 부크냐르는 크라이스트처치에서 말했다."),
        ("yard", "후르티루텐은 여객선 두 척의 주문을 취소했다."),
        ("plant", "시나노옵토는 아바시리시에 렌즈 공장을 짓는다."),
        ("tunnel", "자오밍위안 총공정사는 터널의 깊이가 78m라고 말했다."),
        ("bus", "버스 네 대는 무등모터스가 만들었다."),
        ("bus", "시는 내년에 화엄사까지 노선을 늘리는 방안을 검토한다."),
    ],
)
def test_a_name_that_no_source_has_is_told(source: str, claim: str) -> None:
    assert _signals(source, claim) & _SURE


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("boat", "통영 연화도 부근 바다에서 어선이 뒤집혀 두 명이 사망했다."),
        ("firm", "누리온이 윤세라 CFO를 새 대표로 뽑았다."),
        ("flood", "세투발의 옛 항구가 금요일 폭우로 물에 잠기자 페르타구스는 열차를 세웠다."),
        ("flood", "루트비히 후버는 크라이스트처치에서 말했다."),
        ("yard", "폴란드 그단스크 검찰은 바우티크스탈의 전직 임원 두 명을 기소했다."),
        ("plant", "시오자와 겐이치 사장은 나가노현 마쓰모토시에서 오카야시 공장 계획을 밝혔다."),
        ("tunnel", "저우하이타오는 닝보시 베이룬구와 저우산섬을 잇는 터널의 가장 깊은 곳이 78m라고 했다."),
        ("bus", "시는 내년에 선암사, 송광사로 노선을 넓히려 한다."),
    ],
)
def test_a_name_in_another_form_or_script_passes(source: str, claim: str) -> None:
    assert not _signals(source, claim) & _SURE


@pytest.mark.parametrize(
    ("source", "claim", "added"),
    [
        ("bus", "시는 내년에 노선을 늘리고 수소 충전소 설치도 검토하고 있다.", True),
        ("bus", "시는 내년에 송광사까지 노선을 늘리는 방안도 검토하고 있다.", False),
        ("boat", "해경은 무리한 조업이 있었는지와 선주의 보험 가입도 조사한다.", True),
        ("boat", "해경은 무리한 조업도 조사한다.", False),
    ],
)
def test_what_is_named_as_one_more_must_be_in_a_source(source: str, claim: str, added: bool) -> None:
    assert ("additions.also" in _signals(source, claim)) is added
