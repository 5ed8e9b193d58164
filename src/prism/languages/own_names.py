"""What of a name is its own, and what says only what kind of thing it is.

Court, ministry, bank, city, holding: such words are translated from language to language, while the rest is transcribed or read. So
나고야지방법원 and 名古屋地裁 are compared by 나고야 and 名古屋, Saebit Chemical and 새빛화학 by Saebit and 새빛.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from prism.languages.tables import table_for
from prism.languages.tables.shape import listed

_KIND_WORDS: Mapping[str, tuple[str, ...]] = {
    "ko": listed(
        "지방법원|고등법원|대법원|연방법원|가정법원|행정법원|지법|고법|법원|지방검찰청|지검|검찰청|검찰|시의회|도의회|군의회|구의회|주의회|의회|시청|도청|군청|구청|시|군|구|도|현|"
        "주|성|교|읍|면|동|리|섬|제도|군도|열도|반도|산맥|고원|분지|사막|해협|만|항|호수|호|강|산|공항|국제공항|역|대교|다리|터널|공원|광장|병원|대병원|의료원|대학교|대학|대|고등학교|중학교|초등학교|학교|과학기술원|"
        "연구원|연구소|연구센터|기술원|센터|우주센터|과학기지|기지|재단|협회|조합|노조|노동조합|연맹|연합|위원회|공사|공단|전력공사|청|처|부|부처|성|당|은행|중앙은행|증권|투자증권|보험|생명|화재|"
        "카드|캐피탈|자산운용|저축은행|금융|금융그룹|지주|홀딩스|그룹|주식회사|전자|전기|전선|화학|소재|신소재|첨단소재|에너지|솔루션|반도체|디스플레이|중공업|공업|산업|상사|물산|건설|"
        "조선|조선해양|해운|항공|항공우주|철도|교통|고속|운수|물류|택배|유통|백화점|마트|식품|음료|제과|제약|바이오|바이오텍|헬스케어|의료기기|기계|정밀|제지|시멘트|제강|제철|철강|금속|"
        "자동차|모터스|모빌리티|로보틱스|로보틱|테크|테크놀로지|테크놀로지스|소프트|시스템|시스템즈|네트웍스|통신|텔레콤|미디어|엔터테인먼트|게임즈|게임|뉴스|일보|신문|방송|타임스|데일리|"
        "옵서버|통신사|과기|과학기술|전력|수력|발전|해상풍력단지|풍력단지|발전소|원전|댐|저수지|광산|유전|가스전|농장|목장|페리|해양|수산|제조|기술|엔지니어링|머티리얼즈|머티리얼|케미칼|켐텍|"
        "파워|일렉트릭|인터내셔널|글로벌|파트너스|인베스트먼트|캐피털|벤처스|펀드|연기금|대사관|영사관|경찰청|경찰서|경찰|소방서|소방청|해양경찰청|해경|기상청|세관|박물관|미술관|도서관|극장|영화제|"
        "리조트|호텔|랜드|파크|타워|스키장|온천|옵틱스|푸드|푸즈|셀|에어|에어라인|일렉트로닉스|솔루션즈|리테일|농협|교통공사|도시공사|고등|지방|중앙|연방|시내버스|페리스|"
        "축제|대회|리그|구단|FC|팀|호|지역|지구|단지|시내|인근"
    ),
    "ja": listed(
        "地方裁判所|高等裁判所|最高裁判所|裁判所|地裁|高裁|簡裁|地検|高検|検察庁|県警|府警|警視庁|警察署|署|県議会|市議会|議会|県庁|市役所|県|府|都|道|市|区|町|村|州|省|島|諸島|列島|半島|海峡|湾|港|湖|川|"
        "山|空港|国際空港|駅|橋|大橋|公園|病院|大学病院|大学院|大学|大|高校|学園|研究所|研究センター|研究機構|機構|センター|財団|協会|組合|労組|連盟|連合|委員会|公社|庁|省|党|銀行|中央銀行|証券|保険|生命|"
        "フィナンシャルグループ|グループ|ホールディングス|株式会社|電子|電気|電機|電力|化学|素材|材料|エナジー|エネルギー|半導体|重工業|重工|工業|産業|商事|物産|建設|造船|海運|汽船|航空|鉄道|電鉄|交通|"
        "運輸|物流|食品|飲料|製菓|製薬|薬品|機械|精機|精密|精工|製紙|製鋼|製鉄|金属|自動車|モーターズ|モーター|ロボティクス|テック|テクノロジー|システムズ|システム|通信|新聞|放送|ニュース|タイムズ|"
        "リゾート|ホテル|ランド|パーク|タワー|スキー場|発電所|原発|ダム|鉱山|フェリー|水産|大使館|博物館|美術館|図書館|製作所|社"
    ),
    "zh": listed(
        "地方法院|中级人民法院|中級人民法院|高级人民法院|高級人民法院|人民法院|最高法院|联邦法院|法院|检察院|檢察院|地检署|市议会|議會|议会|市政府|省政府|政府|公安局|警察局|省|市|区|區|县|縣|镇|鎮|乡|鄉|村|州|岛|島|群岛|群島|半岛|半島|海峡|"
        "海峽|湾|灣|港|湖|河|江|山|机场|機場|国际机场|站|大桥|大橋|公园|公園|医院|醫院|大学|大學|学院|學院|中学|小学|研究所|研究院|研究中心|中心|基金会|基金會|协会|協會|工会|工會|联盟|聯盟|联合会|委员会|委員會|公司|有限公司|股份|"
        "集团|集團|控股|银行|銀行|央行|证券|證券|保险|保險|电子|電子|电气|電氣|电力|電力|电力公司|電力公司|化学|化學|化工|材料|新材料|能源|新能源|半导体|半導體|重工|工业|工業|产业|建设|建設|造船|航运|海運|航空|铁路|鐵路|高铁|"
        "交通|物流|食品|饮料|制药|製藥|生物|医药|机械|機械|精密|钢铁|鋼鐵|汽车|汽車|科技|技术|技術|软件|軟體|系统|通信|电信|电讯|传媒|日报|日報|新闻网|时报|時報|电视台|電視台|通讯社|动力|动力公司|发电站|核电站|"
        "水库|矿山|局|署|厅|廳|部|党|黨|大使馆|博物馆|博物館|图书馆"
    ),
}
_LEADING: Mapping[str, tuple[str, ...]] = {"ko": ("주식회사", "주한", "주미"), "ja": ("株式会社",), "zh": ()}
_COMPANY = frozenset(
    listed(
        "The|Inc|Ltd|LLC|Plc|PLC|AG|GmbH|Co|Corp|SA|SE|NV|Limited|Holdings|Holding|Partners|Ventures|Capital|Chemical|Chemicals|Materials|Electronics|Electric|Energy|Power|"
        "Motors|Motor|Foods|Food|Steel|Shipping|Shipbuilding|Logistics|Airlines|Airways|Air|Rail|Railway|Railways|Ferry|Ferries|Express|Pharma|Pharmaceuticals|Pharmaceutical|Biotech|Bio|"
        "Technologies|Technology|Tech|Chemtech|Systems|Solutions|Software|Robotics|Semiconductor|Semiconductors|Dynamics|Industries|Industrial|Engineering|Construction|Insurance|Securities|Financial|"
        "Finance|Investment|Investments|Fund|Media|News|Times|Daily|Post|Observer|Herald|Gazette|Tribune|Journal|Telecom|Telecommunications|Networks|Mobility|Health|Healthcare|Medical|Hospital|"
        "Clinic|School|College|Museum|Library|Centre|Center|Laboratory|Lab|Labs|Observatory|Space|Central|District|High|Supreme|Federal|National|International|Global|Regional|Provincial|"
        "Metropolitan|Municipal|Public|General|New|North|South|East|West|Northern|Southern|Eastern|Western|Upper|Lower|Greater|Great|of|the|and|for|de|la|del|Precision|Paper|Works|Mining|Mine|Mines|"
        "Oil|Gas|Water|Farm|Farms|Association|Federation|Society|League|Festival|Cup|Game|Games|Open|Wind|Solar|Nuclear|Plant|Reservoir|Plaza|Mall|Market|Foundation|Trust|Mount|Mt|Mt.|Lake|River|Port|Cape|Optics|Resort|Resorts|Hotel|Hotels|Dairy|Group|Labs|Bill|Act|Treaty|Award|Prize|Bridge|Party|Parliament|Assembly|Congress|Senate|House|Committee|Commission|Council|Court|Ministry|Department|Agency|Guard|Army|Navy|Police|Alliance|Coalition|Movement|Bloc|Union|Network|Initiative|Transport|Freight|Cargo|Lines|Marine|Trade|Traders|Brewery|Bakery|Retail|Stores"
    )
)
_BODIES = {
    "ko": ("부", "청", "처", "원", "국", "위원회", "위", "의회", "법원", "검찰", "경찰", "정부", "군", "당"),
    "ja": ("省", "庁", "局", "委員会", "議会", "裁判所", "政府", "党"),
    "zh": ("部", "局", "署", "厅", "委员会", "委員會", "议会", "法院", "政府", "党"),
}
"""How the names of what belongs to a state end: they are translated by what they mean."""
_SPACES = re.compile(r"[\s·・‧•]+")
_LEAST = 2


@cache
def _endings(language: str) -> tuple[str, ...]:
    table = table_for(language)
    words = {*_KIND_WORDS.get(language, ()), *table.organisation_words, *table.place_words}
    return tuple(sorted(words, key=len, reverse=True))


@cache
def _words(language: str) -> frozenset[str]:
    table = table_for(language)
    return frozenset({*table.organisation_words, *table.place_words}) | _COMPANY


@lru_cache(maxsize=16384)
def own_part(name: str, language: str) -> str:
    """A name without the words for what it is the name of; the name itself if nothing else would be left.

    Args:
        name: as it stands.
        language: primary tag.
    """
    if language not in _KIND_WORDS:
        kept = [word for word in name.split() if word not in _words(language)]
        return " ".join(kept) if kept else name
    for lead in _LEADING[language]:
        name = name.removeprefix(lead)
    words = [_stripped(word, language) for word in _SPACES.split(name) if word]
    kept = [word for word in words if word]
    return " ".join(kept) or name


def _stripped(word: str, language: str) -> str:
    """A word without kind words at its end, as long as two characters are left; empty if it is such a word itself."""
    endings = _endings(language)
    if word in endings:
        return ""
    again = True
    while again:
        again = False
        if not word.endswith(endings):
            break
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                word, again = word[: -len(ending)], True
                break
    return "" if word in endings else word


@lru_cache(maxsize=16384)
def is_kind_word(word: str, language: str) -> bool:
    """Whether a word says only what kind of organisation or place it is."""
    return word in (_endings(language) if language in _KIND_WORDS else _words(language))


@lru_cache(maxsize=16384)
def is_state_body(name: str, language: str) -> bool:
    """Whether a name ends like that of a ministry, an agency, a committee, a court, a party."""
    return name.endswith(_BODIES.get(language, ())) if language in _BODIES else False
