"""Names said otherwise in a true sentence are left alone; organisations put for one another are told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals

from prism.checks import ClaimSource
from prism.checks.alignment import align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import names

BASE = datetime(2026, 3, 12, 3, tzinfo=UTC)
STRONG = {
    "names.given",
    "names.instead",
    "names.replaced",
    "names.missing",
    "names.absent",
    "names.unheard",
    "names.altered",
    "names.office",
    "names.title",
    "names.moved",
    "names.elsewhere",
    "names.other",
    "names.organisation",
}
RIGHT = [
    # words of the language that no dictionary of names knows
    ("ko", "ko", "시는 3월부터 시내버스 운임을 100원 내린다.", "시내버스 찻삯이 3월부터 100원 싸진다."),
    ("ko", "ko", "어민들은 이달 들어 오징어 어획량이 절반으로 줄었다고 말했다.", "이달 오징어잡이는 반토막이 났다는 것이 어민들 말이다."),
    ("ko", "ko", "군은 마을 입구에 있던 석조 불상을 박물관으로 옮겼다.", "마을 어귀 돌부처가 박물관으로 갔다."),
    ("ko", "ko", "보건소는 진드기가 옮기는 감염병 환자가 2명 나왔다고 밝혔다.", "진드기병 환자 2명이 확인됐다고 보건소가 전했다."),
    ("ko", "ko", "대장간을 3대째 운영하는 장인이 무형유산 보유자로 인정됐다.", "3대째 쇠를 다뤄 온 대장장이가 무형유산 보유자가 됐다."),
    ("en", "ko", "Malaria deaths in the district fell by 40% last year, the health ministry said.", "이 지역 말라리아 사망자가 지난해 40% 줄었다고 보건부가 밝혔다."),
    ("en", "ko", "Doctors warned that cholera was spreading in the camp after the floods.", "홍수 뒤 수용소에서 콜레라가 번지고 있다고 의사들이 경고했다."),
    ("en", "ko", "The bronze statuettes and two ivory masks were stolen from the chapel in May.", "청동 소상과 상아 가면 2점은 5월 예배당에서 도난당했다."),
    ("en", "ko", "Chikungunya and yellow fever cases are rising in the region, the agency warned.", "치쿤구니야열과 황열 환자가 이 지역에서 늘고 있다고 기관이 경고했다."),
    ("en", "ko", "Villagers make their living from weaving willow baskets.", "마을 사람들은 버들바구니를 엮어 먹고산다."),
    # companies with & and what is written for it
    ("en", "ko", "Analysts at Marsh & Pell said that the price of tin would fall.", "마시앤드펠의 분석가들은 주석 값이 떨어질 것으로 봤다."),
    ("en", "ko", "The law firm Harlan & Crewe represents the tenants.", "세입자들은 법무법인 할런앤드크루가 대리한다."),
    ("en", "ko", "Retailer Boothe & Sons will close 14 shops.", "유통업체 부스앤드선스가 매장 14곳의 문을 닫는다."),
    ("ko", "en", "회계법인 그린앤드포터는 지난해 장부를 감사했다.", "Accounting firm Green & Porter audited last year's books."),
    # readings of Han characters in Japanese names
    ("ja", "ko", "佐々木敏夫市長は、来年度の予算案を発表した。", "사사키 도시오 시장이 내년도 예산안을 내놨다."),
    ("ja", "ko", "代々木の会場には約3千人が集まった。", "요요기 행사장에는 약 3천 명이 모였다."),
    ("ja", "ko", "奈々尾実社長は、工場の再開は5月になるとの見通しを示した。", "나나오 사장은 공장이 5월에 다시 돌아갈 것으로 내다봤다."),
    ("ja", "ko", "大学の鹿毛教授は、地震のリスクは低いと話した。", "가게 교수는 지진 위험이 낮다고 말했다."),
    ("ja", "ko", "調査を率いた寒河江博士は、湖の水位が下がったと指摘した。", "조사를 이끈 사가에 박사는 호수 수위가 낮아졌다고 지적했다."),
    ("ja", "ko", "労組の神々廻委員長は賃上げ幅に不満を示した。", "시시바 노조 위원장은 임금 인상 폭에 불만을 나타냈다."),
    ("ja", "ko", "田所誠さんは、妻と2人で農園を営む。", "다도코로 마코토 씨는 아내와 둘이서 농원을 꾸린다."),
    # letters with marks
    ("ko", "en", "체코의 이르지 노박 재무장관은 예산안을 거부했다.", "Czech Finance Minister Jiří Novák rejected the budget."),
    ("ko", "en", "폴란드의 야체크 보이치크 시장은 다리를 6월에 연다고 했다.", "Polish mayor Jacek Wójcik said that the bridge would open in June."),
    ("ko", "en", "크로아티아의 밀란 유리시치 감독이 사임했다.", "Croatian coach Milan Jurišić resigned."),
    ("ko", "en", "덴마크의 쇠렌 륑비 교수는 연구를 이끌었다.", "Danish professor Søren Lyngby led the study."),
    ("en", "ko", "Serbian striker Dušan Živković scored twice.", "세르비아 공격수 두샨 지브코비치가 두 골을 넣었다."),
    ("en", "ko", "Norwegian skier Håkon Bjørgen won gold.", "노르웨이 스키 선수 호콘 비에르겐이 금메달을 땄다."),
    ("en", "ko", "Polish writer Stanisław Łęcki received the prize.", "폴란드 작가 스타니스와프 웽츠키가 상을 받았다."),
    ("en", "ko", "Turkish minister Ayşe Çelik opened the dam.", "튀르키예의 아이셰 첼리크 장관이 댐을 열었다."),
    ("en", "ko", "Swedish judge Åsa Sjöberg ruled for the tenants.", "스웨덴의 오사 셰베리 판사가 세입자 손을 들어 줬다."),
    ("en", "ko", "Romanian mayor Ștefan Țurcanu rejected the plan.", "루마니아의 슈테판 추르카누 시장이 계획을 거부했다."),
    ("en", "en", "Prime Minister Janez Kovač lost the vote.", "Kovac, the prime minister, was defeated in the vote."),
    # names by what they mean
    ("ko", "en", "야당 '푸른희망당'이 시의회 의석 20석 가운데 12석을 얻었다.", "The opposition Green Hope Party won 12 of 20 seats on the city council."),
    ("ko", "en", "시민단체 '맑은물연대'는 댐 건설을 중단하라고 요구했다.", "The civic group Clean Water Solidarity demanded a halt to the dam."),
    ("ko", "en", "여당 '국민미래당'은 법안에 반대했다.", "The ruling People's Future Party opposed the bill."),
    ("en", "ko", "The Workers' Unity Party won 30 of 81 seats.", "노동자통합당이 81석 가운데 30석을 차지했다."),
    ("en", "ko", "The Museum of River Trade will open in Ghent in May.", "강 무역 박물관이 5월 헨트에서 문을 연다."),
    ("zh", "ko", "海洋生态保护联盟呼吁停止捕捞。", "해양생태보호연맹은 조업을 멈추라고 촉구했다."),
    # governments by their capitals and seats
    ("ko", "en", "정부는 우크라이나에 발전기 200대를 보내기로 했다.", "Seoul will send 200 generators to Ukraine, in a move that Kyiv welcomed."),
    ("ko", "en", "유럽연합은 중국산 전기차 관세를 1년 연장했다.", "Brussels extended its tariffs on Beijing's electric cars by a year."),
    ("en", "ko", "The Chinese government protested against the European Commission's decision.", "베이징은 브뤼셀의 결정에 항의했다."),
    ("en", "en", "The Slovenian parliament will vote on the new government's programme in May.", "Ljubljana is to vote on the programme in May."),
    ("zh", "ko", "俄罗斯外交部发言人表示，不会接受这一方案。", "모스크바는 이 방안을 받아들이지 않겠다는 입장이다."),
    # places with ch, gh and the like, particles behind islands
    ("en", "ko", "The trains between Chur and Arosa will run again on Friday.", "쿠어와 아로자를 오가는 열차가 금요일 다시 달린다."),
    ("en", "ko", "Firefighters from Ghent and Maastricht helped.", "헨트와 마스트리흐트 소방관들이 도왔다."),
    ("en", "ko", "Ships from the Cook Islands and the Marshall Islands are affected.", "쿡제도와 마셜제도에서 온 배들이 영향을 받는다."),
    ("en", "ko", "Talks with the Solomon Islands ended on Monday.", "솔로몬제도와의 회담이 월요일 끝났다."),
    # offices
    ("en", "en", "Haldane's lawyer, Petra Voss, said that the company would appeal.", "Haldane Shipping, whose lawyer is Petra Voss, will appeal."),
    ("ko", "en", "환경단체 '숲길'의 남은비 대표는 공사를 멈추라고 요구했다.", "Environmental activist Nam Eun-bi demanded a halt to the works."),
    ("en", "ko", "Joan Adeyemi, director of the charity Open Water, called for a ban.", "환경운동가 조앤 아데예미는 금지를 요구했다."),
    ("ko", "ko", "장애인단체 '한걸음'의 도윤서 대표는 승강기를 더 놓으라고 말했다.", "장애인 인권운동가 도윤서 씨는 승강기를 더 놓으라고 했다."),
]  # fmt: skip
_MERGER = (
    "Ferry operator Nordlinje agreed on Tuesday to buy smaller rival Havfart for 320 million euros. "
    "Havfart, based in Bergen, employs 900 people. "
    "The competition authority must approve the deal, and the Seamen's Union fears job cuts. "
    "Investment bank Kestrel Partners advised Nordlinje."
)
_PLANT = (
    "환경부는 5일 한솔정유 여수 공장에 조업정지 10일 처분을 내렸다. "
    "대한화학은 같은 혐의로 과징금 3억 원을 물게 됐다. "
    "감사원은 두 회사를 봐준 의혹이 있는 여수시청을 감사하기로 했다. "
    "한솔정유는 처분에 불복해 행정소송을 내겠다고 밝혔다."
)
_CUP = (
    "高校野球の春季大会は8日、決勝があり、桜台高が4対2で北浜工を破り初優勝した。"
    "北浜工は三回に2点を先制したが、その後は無得点に終わった。"
    "桜台高は5月の全国大会に出場する。"
)
_CHIPS = (
    "华芯科技10日表示，将在合肥新建一座投资80亿元的芯片厂。"
    "竞争对手中微半导体上月宣布裁员600人。"
    "工业和信息化部对项目表示支持，而财政部尚未批准补贴。"
)
WRONG = [
    ("en", "en", _MERGER, "Nordlinje, based in Bergen, employs 900 people."),
    ("en", "ko", _MERGER, "투자은행 오스프리파트너스가 노르드리니에에 자문했다."),
    ("en", "en", _MERGER, "The deal needs the approval of the finance ministry."),
    ("en", "ko", _MERGER, "이 거래는 재무부의 승인을 받아야 한다."),
    ("ko", "ko", _PLANT, "한솔정유는 과징금 3억 원을 물게 됐다."),
    ("ko", "ko", _PLANT, "검찰은 봐주기 의혹이 있는 여수시청을 감사하기로 했다."),
    ("ko", "ko", _PLANT, "고용노동부는 한솔정유 여수 공장의 조업을 열흘간 멈추게 했다."),
    ("ko", "en", _PLANT, "Daehan Chemical said it would file an administrative suit against the decision."),
    ("ko", "en", _PLANT, "The labor ministry ordered Hansol Refinery's Yeosu plant to halt for 10 days."),
    ("zh", "ko", _CHIPS, "상무부는 아직 보조금을 승인하지 않았다."),
]  # fmt: skip
NOT_YET = [
    ("en", "en", _MERGER, "Havfart agreed to buy Nordlinje's smaller rival for 320 million euros."),
    ("en", "en", _MERGER, "Kestrel Partners, an investment bank, advised Havfart on the deal."),
    ("en", "ko", _MERGER, "베르겐에 본사를 둔 노르드리니에는 직원 900명을 두고 있다."),
    ("ko", "ko", _PLANT, "환경부는 5일 대한화학 여수 공장에 조업정지 10일 처분을 내렸다."),
    ("ja", "ko", _CUP, "기타하마공고는 5월 전국대회에 나간다."),
    ("ja", "ko", _CUP, "사쿠라다이고는 3회에 먼저 2점을 뽑았지만 이후 점수를 내지 못했다."),
    ("zh", "ko", _CHIPS, "중웨이반도체는 허페이에 80억 위안을 들여 반도체 공장을 새로 짓는다."),
    ("zh", "ko", _CHIPS, "화신커지는 지난달 600명을 줄인다고 발표했다."),
    ("zh", "ko", _CHIPS, "재정부는 이 사업을 지지한다고 밝혔다."),
]  # fmt: skip
"""Names that no reader of organisations sees (one word in Han characters, 北浜工), two in one clause, objects."""
TRUE_OF_THEM = [
    ("en", "en", _MERGER, "Nordlinje will pay 320 million euros for its smaller rival Havfart."),
    ("en", "en", _MERGER, "Havfart, which has its base in Bergen, has a staff of 900."),
    ("en", "en", _MERGER, "The deal needs the go-ahead of the competition regulator."),
    ("en", "en", _MERGER, "Nordlinje took advice from Kestrel Partners, an investment bank."),
    ("en", "ko", _MERGER, "노르드리니에는 경쟁사 하브파르트를 3억2천만 유로에 사들이기로 했다."),
    ("en", "ko", _MERGER, "경쟁당국의 승인이 남아 있고, 선원노조는 감원을 우려한다."),
    ("ko", "ko", _PLANT, "한솔정유 여수 공장이 환경부 처분으로 열흘간 멈춘다."),
    ("ko", "ko", _PLANT, "대한화학에는 과징금 3억 원이 부과됐다."),
    ("ko", "ko", _PLANT, "여수시청은 감사원 감사를 받는다."),
    ("ko", "ko", _PLANT, "한솔정유는 정부 처분에 맞서 소송을 내기로 했다."),
    ("ko", "en", _PLANT, "Hansol will challenge the ministry's decision in court."),
    ("ko", "en", _PLANT, "State auditors are to look into Yeosu City Hall."),
    ("ja", "ko", _CUP, "사쿠라다이고가 기타하마공고를 4-2로 누르고 첫 우승을 차지했다."),
    ("ja", "ko", _CUP, "기타하마공고는 3회에 먼저 2점을 냈다."),
    ("zh", "ko", _CHIPS, "화신커지는 허페이에 80억 위안짜리 반도체 공장을 짓는다."),
    ("zh", "ko", _CHIPS, "경쟁사 중웨이반도체는 지난달 600명 감원을 발표했다."),
    ("zh", "ko", _CHIPS, "재정부는 보조금을 아직 승인하지 않았다."),
]  # fmt: skip


def raised(source: str, language: str, claim: str, claimed: str) -> set[str]:
    return signals(source, language, claim, claimed, (names.check,), BASE) & STRONG


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), RIGHT)
def test_names_said_otherwise_are_left_alone(language: str, claimed: str, source: str, claim: str) -> None:
    assert not raised(source, language, claim, claimed)


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), TRUE_OF_THEM)
def test_an_organisation_in_its_own_place_is_left_alone(language: str, claimed: str, source: str, claim: str) -> None:
    assert not raised(source, language, claim, claimed)


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), WRONG)
def test_another_organisation_is_told(language: str, claimed: str, source: str, claim: str) -> None:
    assert raised(source, language, claim, claimed)


@pytest.mark.xfail(strict=True, reason="no rule tells these organisations yet")
@pytest.mark.parametrize(("language", "claimed", "source", "claim"), NOT_YET)
def test_another_organisation_is_not_told_yet(language: str, claimed: str, source: str, claim: str) -> None:
    assert raised(source, language, claim, claimed)


ASCRIBED = [
    ("The British Foreign Office reported that the ferry was late.", "", True),
    ("According to the Ministry of Ports, the ferry was late.", "", True),
    ("The ferry was late, the Corvane Standard reported.", "", False),
    ("According to Norrlight, the ferry was late.", "Norrlight", False),
    ("According to Norrlight, the ferry was late.", "The Corvane Standard", True),
]


@pytest.mark.parametrize(("claim", "outlet", "wrong"), ASCRIBED)
def test_only_outlets_may_be_named_though_no_report_names_them(claim: str, outlet: str, *, wrong: bool) -> None:
    source = ClaimSource("a", "The ferry was late, the harbour master said. Nobody was hurt.", "en", outlet=outlet)
    [statement] = statements(claim, "en", None)
    found = {one.signal for one in names.check(align(statement, passages(source)))}
    assert bool(found - {"names.implied"}) is wrong
