"""Korean."""

from __future__ import annotations

import re
from decimal import Decimal

from prism.languages.tables.measures import further_units
from prism.languages.tables.shape import LanguageTable, NumberHabits, Unit, listed, rules, units
from prism.languages.tables.stance_ko import STANCES

_ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_TENS = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
_NATIVES = {
    **_ONES, **_TENS, "스무": 20, "석": 3, "넉": 4, "하나": 1, "둘": 2, "셋": 3, "넷": 4,
    **{ten + gap + one: tens + ones for ten, tens in _TENS.items() for one, ones in _ONES.items() for gap in ("", " ")},
}  # fmt: skip
_SINO = {"영": 0, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}

_DAYS_IN_WORDS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}
_YEAR_WORDS = {
    "올해": 0,
    "올": 0,
    "금년": 0,
    "지난해": -1,
    "작년": -1,
    "전년": -1,
    "재작년": -2,
    "지지난해": -2,
    "내년": 1,
    "이듬해": 1,
    "후년": 2,
}
_YEARS = "올해|올(?= )|금년|지난해|작년|재작년|내년"
_WEEKDAYS = {"월요일": 0, "화요일": 1, "수요일": 2, "목요일": 3, "금요일": 4, "토요일": 5, "일요일": 6}

_AGO = r"전(?=에|까지|부터|만|의|과|보다|인|으로|쯤|[ ,.)]|$)"
_NO_TERM = (
    r"(?! ?(?:간(?:의|에)?(?![가-힣])|째|동안|만에|만의|이상|이내|미만|연속|가까이|넘|남짓|정도|가량|안팎|안에|내에|내로|여(?![가-힣])|일찍|빨리|빠르|앞당|늦춰|늦추|더 |연장|단축|내리|연이어|걸[려리렸]|앞두|먼저|짧|길[게어었]|"
    r"(?:전|후|뒤)(?:에|까지|부터|인|으로|로|의|엔|쯤|[ ,.)]|$)))"
)
"""Behind "21일": it is a day of the month, not 21 days."""

_DATES = rules(
    (
        (r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)", "date"),
        (r"(?<!\d)(?P<y>\d{4})\. ?(?P<m>\d{1,2})\. ?(?P<d>\d{1,2})\.?(?!\d)", "date"),
        (r"(?<!\d)(?P<y>\d{4}) ?년 ?(?P<m>\d{1,2}) ?월(?: ?(?P<d>\d{1,2}) ?일<term>)?", "date"),
        (r"(?P<yw><years>) ?(?P<m>\d{1,2}) ?월(?: ?(?P<d>\d{1,2}) ?일<term>)?", "date"),
        (
            r"(?:(?P<yw><years>) ?|(?P<y>\d{4})년 ?)?(?<![\d.,])(?P<m>\d{1,2})월? ?[~∼〜–-] ?(?P<until>\d{1,2})월(?! ?\d{1,2}일)",
            "months",
        ),
        (r"지난 ?(?P<m>\d{1,2}) ?월(?: ?(?P<d>\d{1,2}) ?일<term>)?", "date:past"),
        (r"(?:오는|다가오는) ?(?P<m>\d{1,2}) ?월(?: ?(?P<d>\d{1,2}) ?일<term>)?", "date:future"),
        (r"(?<!\d)(?<!\d[.,])(?P<m>\d{1,2}) ?월 ?(?P<d>\d{1,2}) ?일<term>", "date"),
        (r"(?<![\d.,])(?P<m>\d{1,2}) ?월(?![가-힣]*(?:급|드컵|가))", "date"),
        (
            r"(?<![\d.,])(?P<y>(?:1\d|20)\d\d) ?년(?:대비|도)?(?!대)(?! ?(?:전|후|간|째|만|동안|넘|가까이|이상))",
            "date",
        ),
        (r"(?<![\d.,])(?P<y>(?:1[89]|20)\d\d)(?= ?[~∼〜–-] ?(?:(?:1[89]|20)\d\d|\d\d)년(?! ?(?:전|후|간|째)))", "date"),
        (
            r"(?<![\d.,])(?P<y>(?:19|20)\d\d)(?:[-/~–](?:\d\d){1,2})? ?(?:회계 ?[연년]도|사업 ?[연년]도|학년도|시즌)",
            "date",
        ),
        (r"(?<![\d.,])(?P<y>(?:1[5-9]|20)\d0|[2-9]0) ?년대", "decade"),
        (r"['’‘](?P<y>\d\d)년", "date"),
        (r"(?:같은|그|동) ?달 ?(?P<d>\d{1,2}) ?일<term>", "same"),
        (r"(?:같은|그) ?해 ?(?P<m>\d{1,2}) ?월(?: ?(?P<d>\d{1,2}) ?일<term>)?", "same"),
        (r"(?:이듬해|(?:그 ?)?다음 ?해) ?(?P<m>\d{1,2}) ?월(?: ?(?P<d>\d{1,2}) ?일<term>)?", "same:1"),
        (r"지난 ?(?P<d>\d{1,2}) ?일<term>", "date:past"),
        (r"오는 ?(?P<d>\d{1,2}) ?일<term>", "date:future"),
        (r"지난달 ?(?P<d>\d{1,2}) ?일<term>", "date:-1"),
        (r"(?:이달|이번 ?달|금월) ?(?P<d>\d{1,2}) ?일<term>", "date:0"),
        (r"(?:다음 ?달|내달) ?(?P<d>\d{1,2}) ?일<term>", "date:1"),
        (
            r"(?<![A-Za-z\d.,월주])(?<!월 )(?<!제)(?<!주 )(?P<d>[12]?\d|3[01]) ?일(?!을? ?(?:쉬|쉰|걸|버[티텼틴]|머[물문]|기다|묵|앓|굶|넘|동안|간|연속|내내))(?=부터|[(\s,.·은에까의과~∼을로이자께쯤도만인]|오전|오후|밤|새벽|저녁|아침|$)<term>",
            "date",
        ),
        (r"(?<![\d.,])(?P<d>[12]?\d|3[01])일 ?(?:오전|오후|밤|새벽|아침|저녁)", "date"),
        (r"그저께|그제(?![가-힣])|엊그제", "shift:day:-2"),
        (r"어제|전날(?= )", "shift:day:-1"),
        (r"오늘(?!날)", "shift:day:0"),
        (r"내일(?![가-힣]*(?:로서|배움))", "shift:day:1"),
        (r"(?<![가-힣])모레(?=$|[ ,.에까부의는]|로(?!스))", "shift:day:2"),
        (r"지난 ?주(?![가-힣]*(?:인|민))|전주(?= (?:대비|보다))", "shift:week:-1"),
        (r"지난 ?주말", "shift:weekend:-1"),
        (r"이번 ?주말", "shift:weekend:0"),
        (r"이번 ?주|금주", "shift:week:0"),
        (r"다음 ?주", "shift:week:1"),
        (r"지난 ?달|전달(?= (?:대비|보다))", "shift:month:-1"),
        (r"이번 ?달|이달", "shift:month:0"),
        (r"다음 ?달|내달", "shift:month:1"),
        (r"재작년|지지난해", "shift:year:-2"),
        (r"지난 ?해|작년", "shift:year:-1"),
        (r"올해|금년", "shift:year:0"),
        (r"내년", "shift:year:1"),
        (r"(?:(?P<yw><years>) ?|(?P<y>\d{4})년 ?)?상반기", "half:1"),
        (r"(?:(?P<yw><years>) ?|(?P<y>\d{4})년 ?)?하반기", "half:2"),
        (r"(?:(?P<yw><years>) ?|(?P<y>\d{4})년 ?)?(?P<n>[1-4]) ?분기", "quarter"),
        (r"(?:지난주|저번 ?주) ?(?P<wd><days>)", "weekday:week:-1"),
        (r"이번 ?주 ?(?P<wd><days>)", "weekday:week:0"),
        (r"다음 ?주 ?(?P<wd><days>)", "weekday:week:1"),
        (r"지난 ?(?P<wd><days>)", "weekday:last"),
        (r"(?:오는|다가오는) ?(?P<wd><days>)", "weekday:next"),
        (r"(?P<wd><days>)", "weekday:near"),
        (r"<since>(?P<n>\d+|<numbers>) ?일 <ago>", "ago:day"),
        (r"<since>(?P<n><dayswords>) <ago>", "ago:day"),
        (r"<since>(?P<n>\d+|<numbers>) ?주일? <ago>", "ago:week"),
        (r"<since>(?P<n>\d+|<numbers>) ?(?:개월|달) <ago>", "ago:month"),
        (r"<since>(?P<n>\d+|<numbers>) ?(?:년|해) <ago>", "ago:year"),
        (r"<since>(?P<years>\d+|<numbers>) ?년 ?(?:(?P<n>\d+|<numbers>) ?(?:개월|달)|(?P<half>반)) <ago>", "ago:month"),
    ),
    years=_YEARS,
    days="|".join(_WEEKDAYS),
    numbers="|".join(sorted(_NATIVES, key=len, reverse=True)),
    dayswords="|".join(_DAYS_IN_WORDS),
    term=_NO_TERM,
    ago=_AGO,
    since=r"(?<![가-힣]기 )(?<!\d)",
)

_UNITS = units(
    {
        "person/count": "명|인|사람",
        "percent/percent": "%|퍼센트|프로",
        "point/points": "%p|%P|%포인트|퍼센트포인트|퍼센트 포인트|％포인트|％p|%p포인트",
        "point/points/0.01": "bp|베이시스포인트|베이시스 포인트",
        "percent/percent/10": "할",
        "KRW/money": "원",
        "USD/money": "달러|미국 달러|미 달러|불",
        "EUR/money": "유로",
        "JPY/money": "엔",
        "CNY/money": "위안",
        "GBP/money": "파운드",
        "RUB/money": "루블",
        "INR/money": "루피",
        "CHF/money": "스위스프랑|스위스 프랑|프랑",
        "HKD/money": "홍콩달러|홍콩 달러",
        "AUD/money": "호주달러|호주 달러",
        "CAD/money": "캐나다달러|캐나다 달러",
        "TWD/money": "대만달러|대만 달러",
        "km/measure": "km|㎞|킬로미터|킬로|KM|Km",
        "m/measure": "m|미터|ｍ",
        "cm/measure": "cm|㎝|센티미터|센티",
        "mm/measure": "mm|㎜|밀리미터|밀리",
        "mile/measure": "마일",
        "foot/measure": "피트",
        "inch/measure": "인치",
        "yard/measure": "야드",
        "sqkm/measure": "㎢|km²|km2|제곱킬로미터|제곱㎞|평방킬로미터",
        "sqm/measure": "㎡|m²|m2|제곱미터|평방미터",
        "pyeong/measure": "평",
        "sqmile/measure": "제곱마일|평방마일",
        "sqft/measure": "제곱피트|평방피트",
        "hectare/measure": "헥타르|ha|㏊",
        "acre/measure": "에이커",
        "tonne/measure": "톤|t",
        "kg/measure": "kg|㎏|킬로그램",
        "g/measure": "g|그램",
        "litre/measure": "리터|ℓ|L",
        "gallon/measure": "갤런",
        "barrel/measure": "배럴",
        "pound/measure": "파운드(무게)",
        "degree/measure": "도|℃|°C",
        "kmh/measure": "km/h|㎞/h",
        "mw/measure": "메가와트|MW|㎿",
        "gw/measure": "기가와트|GW",
        "kwh/measure": "kWh|㎾h",
        "year/age": "세|살",
        "year/time": "년|년간|해",
        "month/time": "개월|달|개월간|달간",
        "week/time": "주|주간|주일",
        "day/time": "일간|일 동안|일째|일|박",
        "hour/time": "시간",
        "minute/time": "분|분간",
        "second/time": "초|초간",
        "times/multiple": "배",
        "occasion/count": "번|회|차례",
        "household/count": "가구|세대|가정|가족",
        "building/count": "채|동|개동",
        "school/count": "개교|개 학교",
        "company/count": "개사|개 기업|개 업체|개 회사",
        "country/count": "개국|개 나라|개 국가|나라|국가|개 주",
        "city/count": "개 도시|도시",
        "place/count": "곳|군데|개소|개 지역|지역",
        "vehicle/count": "대의 차|대의 차량",
        "ship/count": "척",
        "case/count": "건",
        "seat/count": "석|개 의석|의석",
        "vote/count": "표",
        "item/count": "개|가지|갈래|점|장|권|병|잔|그루|쌍|편|곡|대|자루|켤레|벌|통|줄|마디|문장|단어|종|종류|가닥|조각|방울|송이|다발|상자|차선|층|줄기|단계|팀|골",
        "animal/count": "마리",
        "point/count": "포인트",
        "ordinal/ordinal": "번째|째|위|등|호|차|회차|대 대통령|선 의원|순위",
        "century/ordinal": "세기",
        "none/none": "번가|번대|시|월|시쯤|시경|시께|호선|번지|학년|반|년생|학번|대 초반|대 후반|대 중반|대 남성|대 여성|구역",
    }
)

TABLE = LanguageTable(
    language="ko",
    stances=STANCES,
    months={},
    weekdays=_WEEKDAYS,
    dates=_DATES,
    year_words=_YEAR_WORDS,
    future=re.compile(r"예정|계획|할 것이|열린다|예고|앞두|방침|열릴|개최한다"),
    registers=(
        ("hapsyo", re.compile(r"(?:니다|니까|십시오|ㅂ시다|읍시다)$")),
        ("haeyo", re.compile(r"(?:[가-힣]요|죠)$")),
        ("haera", re.compile(r"(?:다|는가|은가|인가|던가|느냐|냐|으라|어라|아라|자|까)$")),
    ),
    hedges=re.compile(
        r"것으로 (?:보인|보여|보이|전망|예상|추정|알려|전해|관측|풀이|해석|분석|추산|예측|기대)|듯하|듯 하|듯싶|수 있|수도 있|가능성|전망(?:이|된|했|하|이다)|추정|추산|예상|"
        r"검토|할 계획|할 예정|예정이|계획이|방침|모양이|잠정|것 같|지도 모|듯 보|관측|의혹|주장|아마|미확인|유력|할 것이|될 것|려고 한|으려 한|고려|알려졌|전해졌|혐의|우려|보인다|보고 있"
    ),
    negations=re.compile(
        r"않|못하|못했|못한|(?<![가-힣])(?:안|못) ?(?:되|된|됐|했|한|하|할|가|간|갔|와|왔|보|본|받)|아니|없[다었는이어을고으]|없$|부인(?:했|하|한)|거부|거절|반박|무산|불가|불허|부결|기각|미달|실패|"
        r"중단|배제|일축"
    ),
    stop_words=frozenset(
        listed(
            "그|이|저|것|등|및|또|더|수|때|중|위|대한|대해|위해|통해|따라|따르면|관련|경우|가운데|그러나|하지만|"
            "그리고|이어|한편|또한|특히|이날|있다|없다|했다|한다|하는|하고|됐다|된다|있는|있었다|말했다|밝혔다|"
            "전했다|라고|이라고|며|이라며|으로|에서|에게|부터|까지"
        )
    ),
    numbers=NumberHabits(
        myriads=True,
        words=_SINO,
        small_scales={"십": 10, "백": 100, "천": 1000},
        scales={"만": 10**4, "억": 10**8, "조": 10**12},
        natives=_NATIVES,
        fractions={
            "절반": Decimal("0.5"),
            "반액": Decimal("0.5"),
            **{
                f"열에 {word}": Decimal(tenths) / 10
                for tenths, word in enumerate(("하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"), 1)
            },
        },
        lone_words=False,
        lone_natives=re.compile(
            r"(?<=[둘셋넷섯곱덟홉])(?: (?:중|가운데|다|모두)|[만은는이가을를의로와과도](?=[ ,.])|(?=[ ,.]|$))"
            r"|(?<=(?:중|데) 하나)|(?<=[두세네섯곱덟홉]) (?!자릿|부담|수입|인상|인하|감면|혜택|번째|손 |탓|덕)(?=[가-힣]{2})"
        ),
        infixes="여",
        glued=frozenset(
            listed(
                "명|살|번|달|개|배|원|달러|퍼센트|개월|시간|건|곳|가지|톤|가구|마리|사람|번째|여|유로|위안|엔|"
                "헥타르|킬로미터|미터"
            )
        ),
        fraction_marks=("분의 ", "분의"),
        wholes={
            **{word: (days, Unit("day", "time")) for word, days in _DAYS_IN_WORDS.items() if days > 1},
            **dict.fromkeys(("하루하고도", "하루하고", "하루에다"), (1, Unit("day", "time"))),
            "반년": (6, Unit("month", "time")),
            "반세기": (50, Unit("year", "time")),
            "한 세기": (100, Unit("year", "time")),
            "사반세기": (25, Unit("year", "time")),
            "갑절": (2, Unit("times", "multiple")),
            "곱절": (2, Unit("times", "multiple")),
        },
        joints=re.compile(r"(?<=[가-힣])(?:고|며|과|와|는데|지만|에서) "),
        share_gap=re.compile(
            r"의?(?: ?[가-힣A-Za-z]{1,7}){0,2}? ?(?:중|가운데|중에서?|가운데서)(?: [가-힣]{1,6}){0,2} "
        ),
        share_marks=("중", "가운데", "에", "당", "중에", "중에서", "중에서도", "가운데서", "마다"),
        ranges=("-", "–", "~", "∼", "〜", "～", "에서", "내지", "또는", "이나"),
        about=("약", "대략", "어림잡아", "줄잡아"),
        over=("최소", "적어도", "최소한"),
        under=("최대", "많아야"),
        nearly=("거의",),
        over_after=listed(
            "이상|여|넘게|넘는|넘은|넘어|넘긴|넘겼|을 넘|를 넘|이 넘|가 넘|을 훌쩍 넘|를 훌쩍 넘|이 훌쩍 넘|가 훌쩍 넘|훌쩍 넘|을 웃도|를 웃도|을 웃돌|를 웃돌|을 웃돈|를 웃돈|을 돌파|를 돌파|을 넉넉히 넘|보다 많은|을 조금 웃도|초과|을 상회|를 상회|보다 많|을 조금 넘|를 조금 넘|이 조금 넘|가 조금 넘|조금 넘"
        ),
        under_after=listed(
            "을 넘지 않|를 넘지 않|을 넘지 못|를 넘지 못|을 넘을 수 없|를 넘을 수 없|을 넘기지 못|를 넘기지 못|을 넘기지 않|를 넘기지 않|을 채우지 못|를 채우지 못|을 버티지 못|를 버티지 못|에도 못 미|에도 미치지 못|이 채 안|가 채 안|이 안 되|가 안 되|이 안 돼|가 안 돼|도 못 되|이 채 되지|가 채 되지|도 되지 않|을 밑돈|를 밑돈|까지 |까지만|까지를|한도|이하|미만|이내|을 밑도|를 밑도|을 밑돌|를 밑돌|도 안 되|도 채 안|에 못 미|에 못미|에 미치지 못|도 안 돼|보다 적"
        ),
        nearly_after=listed("가까이|가까운|에 육박|에 가까|에 조금 못 미|에 약간 못 미|에 달할 정도|에 근접"),
        about_after=("가량", "정도", "쯤", "안팎", "내외", "전후", "남짓", "꼴", " 수준"),
        units=further_units("ko", _UNITS),
        leading_units=units(
            {
                "USD/money": "$|US$",
                "EUR/money": "€",
                "GBP/money": "£",
                "JPY/money": "¥",
                "KRW/money": "₩",
                "ordinal/ordinal": "제",
                "fahrenheit/measure": "화씨",
                "degree/measure": "섭씨",
                "magnitude/measure": "규모",
                "intensity/measure": "진도",
            }
        ),
        dates_and_times=re.compile(
            r"(?:오전|오후|새벽|밤|아침|저녁|낮)?\s?\d{1,2}시(?!간)(?:\s?\d{1,2}분(?!의))?(?:\s?\d{1,2}초)?|\d{1,2}:\d{2}|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두) ?시(?!간|도|장|민|위|기|의|인|스|즌|사|설)|\d+학년|\d+호선|\d+ ?년생|[1-9]0대(?=[ ,.)]|로|인|이|초|중|후|의|가|는|와|에| 여성| 남성|[를은도] [^.]{0,12}(?:체포|조사하|조사 |구속|붙잡|검거|입건|송치|기소|구조하|구조했|석방|수사))|(?<=[는던한된] )[2-9]0대(?=[를은도] )|일부|일단|일반|일제|일찍|이번|이후|이전|이상|이유|사람|사실|사이|사건|오히려|오랜|구체|구성|조사"
        ),
        vague="수몇",
    ),
    titles_after=listed(
        "대통령|부통령|총리|부총리|장관|차관|시장|지사|도지사|의원|대표|위원장|위원|회장|부회장|사장|부사장|"
        "이사장|이사|총장|청장|국장|과장|실장|본부장|교수|박사|기자|특파원|감독|코치|선수|변호사|판사|검사|"
        "검찰총장|대사|대변인|주석|서기|국왕|왕|여왕|왕자|교황|추기경|목사|씨|군수|구청장|소장|대장|사령관|원장|"
        "센터장|팀장|연구원|작가|배우|가수|후보|당수|최고위원|원내대표|최고경영자|의장|총재|국무위원장|외교부장|"
        "장군|대령|특사|보좌관|비서실장|경찰서장|해양경찰서장|소방서장|서장|교장|학장|조합장|단장|수석|"
        "선임연구원|애널리스트"
    ),
    place_words=listed("시|군|구|도|읍|면|동|섬|강|산|호|만|항|역|주|현|반도|해협|공항|광장|시장"),
    organisation_words=listed(
        "그룹|전자|자동차|은행|증권|보험|대학교|대학|병원|연구소|연구원|협회|재단|위원회|공사|공단|청|부|당|노조|"
        "연합|연맹|경찰청|검찰청|법원|대법원|국회|의회|통신|신문|방송|항공|건설|중공업|화학|제약|에너지|반도체|"
        "조선|제철|텔레콤|바이오|공항공사|기상청|소방서|경찰서|시청|구청"
    ),
)
