"""Further units of every table: symbols that all languages write alike, money, measures and the counters of newspapers."""

from __future__ import annotations

from collections.abc import Mapping

from prism.languages.tables.shape import Unit, units

_SYMBOLS = units({
    "w/measure": "W", "kw/measure": "kW|㎾|KW", "mw/measure": "MW|㎿", "gw/measure": "GW|㎇", "tw/measure": "TW",
    "kwh/measure": "kWh|㎾h|KWh|㎾시", "mwh/measure": "MWh|㎿h", "gwh/measure": "GWh", "twh/measure": "TWh",
    "kb/measure": "KB|kB", "mb/measure": "MB", "gb/measure": "GB", "tb/measure": "TB", "pb/measure": "PB",
    "ml/measure": "ml|mL|㎖|cc|㏄", "kl/measure": "kl|kL|㎘", "cum/measure": "m³|m3|㎥", "mg/measure": "mg|㎎", "ug/measure": "μg|㎍|µg",
    "nm/measure": "nm|㎚", "um/measure": "μm|㎛|µm", "mps/measure": "m/s", "kmps/measure": "km/s", "hpa/measure": "hPa", "ppm/measure": "ppm",
    "hz/measure": "Hz|㎐", "mhz/measure": "MHz", "ghz/measure": "GHz", "volt/measure": "V", "kv/measure": "kV", "db/measure": "dB", "teu/measure": "TEU",
    "kcal/measure": "kcal|㎉", "msv/measure": "mSv", "usv/measure": "μSv", "knot/measure": "kt", "tonne/measure": "t|㌧", "kmh/measure": "km/h|㎞/h",
    "kg/measure": "kg|㎏", "km/measure": "km|㎞", "cm/measure": "cm|㎝", "mm/measure": "mm|㎜", "sqkm/measure": "km²|㎢", "sqm/measure": "m²|㎡", "hectare/measure": "ha|㏊",
    "point/points": "%p|%P", "fahrenheit/measure": "°F|℉|ºF",
})  # fmt: skip
"""Written alike everywhere."""

_KO = units({
    "VND/money": "동화|베트남 동", "THB/money": "밧|바트", "PHP/money": "필리핀 페소", "MXN/money": "멕시코 페소", "PESO/money": "페소", "IDR/money": "루피아", "MYR/money": "링깃",
    "TRY/money": "리라", "BRL/money": "헤알", "ZAR/money": "랜드", "PLN/money": "즈워티", "ILS/money": "셰켈", "SAR/money": "리얄|리알", "AED/money": "디르함", "KRONE/money": "크로나|크로네", "UAH/money": "흐리우냐",
    "SGD/money": "싱가포르달러|싱가포르 달러", "USD/money": "미달러|미국달러", "USD/money/0.01": "센트", "NZD/money": "뉴질랜드달러|뉴질랜드 달러", "TWD/money": "신대만달러", "CNY/money": "위안화|위안",
    "KRW/money": "원", "PEN/money": "솔", "CLP/money": "칠레 페소", "COP/money": "콜롬비아 페소",
    "kw/measure": "킬로와트", "gw/measure": "기가와트", "kwh/measure": "킬로와트시|킬로와트아워", "mwh/measure": "메가와트시|메가와트아워", "gwh/measure": "기가와트시|기가와트아워", "twh/measure": "테라와트시",
    "mb/measure": "메가바이트", "gb/measure": "기가바이트", "tb/measure": "테라바이트", "pb/measure": "페타바이트",
    "ml/measure": "밀리리터", "kl/measure": "킬로리터", "cum/measure": "세제곱미터|입방미터|루베", "mg/measure": "밀리그램", "nm/measure": "나노미터|나노", "um/measure": "마이크로미터", "nmi/measure": "해리", "knot/measure": "노트", "mps/measure": "미터퍼세컨드",
    "lightyear/measure": "광년", "quart/measure": "쿼트", "pint/measure": "파인트", "hpa/measure": "헥토파스칼", "are/measure": "아르", "carat/measure": "캐럿", "ounce/measure": "온스", "pound/measure": "파운드(lb)", "jin/measure": "근", "msv/measure": "밀리시버트", "volt/measure": "볼트", "hz/measure": "헤르츠",
    "kmh/measure": "킬로미터/시",
    "hour/time": "시간", "year/time/1": "년 반|년반", "hour/time/1": "시간 반|시간반", "month/time/1": "개월 반|달 반", "times/multiple/1": "배 반",
    "quarter/time": "분기", "season/count": "시즌",
    "person/count": "명꼴|식구|구의 시신|구", "household/count": "개 가구|농가|어가", "vehicle/count": "량", "aircraft/count": "기의 항공기",
    "team/count": "팀|개 팀|개팀|개 구단", "goal/count": "골|득점", "match/count": "경기|승|패|연승|연패|판|게임|차전", "round/count": "라운드|세트|이닝|쿼터|홀|회전", "set/count": "세트",
    "school/count": "개교|개 대학|개 초등학교|개 중학교|개 고교", "class/count": "학급|개 반", "hospital/count": "개 병원",
    "item/count": "주택|기|발|정|문|매|부|쪽|페이지|구간|노선|개 노선|칸|필지|포기|알|캡슐|봉지|봉|팩|캔|박스|포대|다스|짝|글자|컷|화|부작|막|폭|과목|문항|문제|품목|종목|부문|항목|조항|개 항|안타|홈런|타점|도움|점포|매장|개 점포|개 단체|개 기관|개 부처|코스|호기|마디|관왕|바퀴|걸음",
    "place/count": "개 시군|개 시·군|개 시·도|개 시도|개 읍면|개 마을|개 구|개 군|개 시|개 현|개 성|개 역|정거장",
    "ordinal/ordinal": "단|급|국|강|순위|번째로|대째|기생", "year/time": "주년|해째|년째|년 만", "month/time": "개월째|달째", "week/time": "주째|주차", "point/points": "%포인트|퍼센트포인트|%p", "year/time/100": "세기 만|세기 동안|세기 넘|세기 가까이|세기 가량",
    "seat/count": "좌석|개 좌석", "bed/count": "병상|개 병상|침상", "room/count": "객실|개 객실", "flight/count": "항공편|편의 항공기",
})  # fmt: skip

_EN = units({
    "VND/money": "dong|Vietnamese dong", "THB/money": "baht", "PESO/money": "pesos|peso", "PHP/money": "Philippine pesos", "MXN/money": "Mexican pesos", "COP/money": "Colombian pesos", "CLP/money": "Chilean pesos", "IDR/money": "rupiah", "MYR/money": "ringgit", "TRY/money": "lira", "BRL/money": "reais",
    "ZAR/money": "rand", "PLN/money": "zloty|zlotys", "ILS/money": "shekels|shekel", "SAR/money": "riyals|riyal", "AED/money": "dirhams|dirham", "KRONE/money": "kronor|kroner|krona|krone|crowns", "UAH/money": "hryvnia|hryvnias", "SGD/money": "Singapore dollars", "TWD/money": "New Taiwan dollars|NT dollars", "NZD/money": "New Zealand dollars", "PEN/money": "soles",
    "CNY/money": "yuan", "KES/money": "shillings",
    "w/measure": "watts", "kw/measure": "kilowatts", "kwh/measure": "kilowatt-hours|kilowatt-hour", "mwh/measure": "megawatt-hours|megawatt hours|megawatt-hour", "gwh/measure": "gigawatt-hours|gigawatt hours|gigawatt-hour", "twh/measure": "terawatt-hours|terawatt hours", "mw/measure": "megawatt", "gw/measure": "gigawatt",
    "fahrenheit/measure": "degrees Fahrenheit|degree Fahrenheit|Fahrenheit|degrees F|-degree Fahrenheit", "degree/measure": "degrees C|degree Celsius|degrees centigrade|Celsius", "year/time/100": "century", "week/time/2": "fortnights|fortnight",
    "kb/measure": "kilobytes", "mb/measure": "megabytes|megabyte", "gb/measure": "gigabytes|gigabyte|gigs", "tb/measure": "terabytes|terabyte", "pb/measure": "petabytes",
    "ml/measure": "millilitres|milliliters", "kl/measure": "kilolitres|kiloliters", "cum/measure": "cubic metres|cubic meters|cubic metre|cubic meter", "cuft/measure": "cubic feet", "mg/measure": "milligrams", "nm/measure": "nanometres|nanometers|nanometre|nanometer", "um/measure": "micrometres|micrometers|microns",
    "nmi/measure": "nautical miles|nautical mile", "knot/measure": "knots", "mps/measure": "metres per second|meters per second|metres a second|meters a second", "lightyear/measure": "light-years|light years|light-year", "hpa/measure": "hectopascals|millibars", "ounce/measure": "ounces|ounce", "carat/measure": "carats|carat", "msv/measure": "millisieverts", "volt/measure": "volts",
    "pound/measure": "pounds of|lb|-pound", "gram/measure": "gram", "barrel/measure": "barrel", "gallon/measure": "gallon", "quart/measure": "quarts|quart", "pint/measure": "pints|pint", "pyeong/measure": "pyeong|pyung", "sqkm/measure": "square kilometre|square kilometer", "sqm/measure": "square metre|square meter", "sqmile/measure": "square mile|sq miles", "are/measure": "ares", "tonne/measure": "metric tonnes|kilotonne",
    "tonne/measure/1000": "kilotonnes|kilotons|kt", "tonne/measure/1000000": "megatonnes|megatons", "mm/measure": "millimetre|millimeter", "cm/measure": "centimetre|centimeter",
    "year/age": "year-olds|year-old", "quarter/time": "quarters", "hour/time": "-hour", "season/count": "seasons", "year/time/2": "biennia", "day/time": "calendar days|working days", "night/time": "nights",
    "person/count": "applicants|migrants|shareholders|savers|investors|homeowners|commuters|inmate|buyers|tenants|signatories|medics|nurses|paramedics|policyholders|clients|donors|recruits|graduates|pensioners|retirees|bodies|judges|jurors|jobs",
    "household/count": "household|family|home|families", "vehicle/count": "lorries|carriages|wagons|trams|coaches|motorcycles|taxis", "ship/count": "ferries|tankers|trawlers|yachts|lifeboats", "animal/count": "horses|chickens|hens|goats|seals|whales|fish",
    "building/count": "apartments|flats|apartment blocks|towers|warehouses", "team/count": "teams|sides|clubs", "match/count": "wins|defeats|losses|victories|draws|sets", "round/count": "rounds|innings|holes|frames", "school/count": "universities|colleges|kindergartens|primary schools|secondary schools",
    "company/count": "company|firm|business|retailers|manufacturers|suppliers|start-ups|startups|lenders|banks", "bed/count": "beds", "room/count": "rooms", "flight/count": "flights", "place/count": "stations|towns|villages|districts|municipalities|provinces|counties|stores|shops|outlets|branches|libraries|stops|plants", "case/count": "lawsuits|complaints|reports|infections|accidents",
    "item/count": "copies|tickets|pieces|turbines|reactors|patents|works|films|books|artefacts|artifacts|items|satellites|missiles|shells|rounds of ammunition|trees|routes|lines|pages|songs|wafers|bills|counts|charges", "occasion/count": "occasions",
    "goal/count": "goal", "run/count": "runs", "times/multiple": "times",
})  # fmt: skip

_JA = units({
    "VND/money": "ドン", "THB/money": "バーツ", "PESO/money": "ペソ", "PHP/money": "フィリピンペソ", "IDR/money": "ルピア", "MYR/money": "リンギット", "TRY/money": "リラ", "BRL/money": "レアル", "ZAR/money": "ランド", "PLN/money": "ズロチ", "ILS/money": "シェケル",
    "SAR/money": "リヤル", "AED/money": "ディルハム", "KRONE/money": "クローナ|クローネ", "UAH/money": "フリブナ", "SGD/money": "シンガポールドル", "NZD/money": "ニュージーランドドル", "TWD/money": "新台湾ドル|ニュー台湾ドル", "USD/money/0.01": "セント", "PEN/money": "ソル",
    "kw/measure": "キロワット", "gw/measure": "ギガワット", "mw/measure": "メガワット", "mwh/measure": "メガワット時", "gwh/measure": "ギガワット時", "twh/measure": "テラワット時", "mb/measure": "メガバイト", "gb/measure": "ギガバイト|ギガ", "tb/measure": "テラバイト|テラ", "pb/measure": "ペタバイト",
    "ml/measure": "ミリリットル", "kl/measure": "キロリットル", "cum/measure": "立方メートル|リューベ", "mg/measure": "ミリグラム", "nm/measure": "ナノメートル|ナノ", "um/measure": "マイクロメートル", "nmi/measure": "海里|カイリ", "knot/measure": "ノット", "lightyear/measure": "光年", "hpa/measure": "ヘクトパスカル", "are/measure": "アール", "ounce/measure": "オンス", "carat/measure": "カラット", "msv/measure": "ミリシーベルト", "volt/measure": "ボルト",
    "kg/measure": "キログラム|キロ・グラム", "kmh/measure": "キロメートル毎時", "tonne/measure": "㌧|トン級",
    "year/time/1": "年半", "hour/time/1": "時間半", "month/time/1": "カ月半|か月半|ヶ月半", "month/time": "月余り|カ月余り", "season/count": "シーズン", "night/time": "晩|夜",
    "person/count": "人当たり|遺体|人分", "household/count": "世帯|戸", "vehicle/count": "両|編成", "animal/count": "頭|羽|匹", "building/count": "棟|軒|戸建て",
    "team/count": "チーム|球団", "match/count": "連勝|連敗|試合|局|番勝負|連戦", "round/count": "ラウンド|セット|イニング|ホール|回戦", "goal/count": "ゴール|得点", "school/count": "校|大学|小学校|中学校|高校", "class/count": "学級|クラス", "bed/count": "床", "room/count": "室|部屋|客室", "flight/count": "便", "hospital/count": "病院",
    "company/count": "社|企業", "place/count": "市町|市|町|村|県|道府県|都府県|自治体|駅|停留所|区|地区|島|店舗|カ所", "case/count": "件",
    "item/count": "基|体|門|丁|挺|話|巻|株|錠|缶|箱|袋|皿|膳|区画|筆|口|路線|団体|機関|品目|種目|安打|本塁打|打点|歩|クール|幕|章|ページ|連覇|冠|隊|系統|編|コマ|科目|施設|ブランド|カード|拠点|尾|滴",
    "set/count": "セット", "ordinal/ordinal": "段|級|局|強", "year/time": "周年|年ぶり|年来|年越し",
})  # fmt: skip

_ZH = units({
    "VND/money": "越南盾|盾", "THB/money": "泰铢|泰銖", "PESO/money": "比索", "IDR/money": "印尼盾|印尼卢比", "MYR/money": "林吉特|令吉", "TRY/money": "里拉", "BRL/money": "雷亚尔|雷亞爾", "ZAR/money": "兰特", "PLN/money": "兹罗提", "ILS/money": "谢克尔", "SAR/money": "里亚尔", "AED/money": "迪拉姆", "KRONE/money": "克朗", "UAH/money": "格里夫纳",
    "SGD/money": "新加坡元|新币|坡币", "NZD/money": "新西兰元|紐元|纽元", "MOP/money": "澳门元|澳門元", "CNY/money": "元人民币|元人民幣", "TWD/money": "元新台币|元新臺幣|新台幣|台幣", "HKD/money": "元港币|元港幣", "PEN/money": "索尔",
    "ordinal/ordinal": "段|局|连霸|連霸", "kwh/measure": "千瓦时|千瓦時|度电|度電|千瓦小时", "kw/measure": "千瓦", "kg/measure": "千克", "km/measure": "千米", "gw/measure": "吉瓦", "year/time": "年来|年來|余年|餘年|年时间|年之久",
    "w/measure": "瓦", "mw/measure": "兆瓦", "mwh/measure": "兆瓦时|兆瓦時", "gwh/measure": "吉瓦时|吉瓦時", "mb/measure": "兆字节", "gb/measure": "吉字节", "tb/measure": "太字节",
    "ml/measure": "毫升", "kl/measure": "千升|公秉", "cum/measure": "立方米|立方公尺|立方", "mg/measure": "毫克", "nm/measure": "纳米|奈米", "um/measure": "微米", "nmi/measure": "海里|浬|海浬", "knot/measure": "节|節", "lightyear/measure": "光年", "hpa/measure": "百帕|毫巴", "are/measure": "公亩|公畝", "ounce/measure": "盎司", "carat/measure": "克拉", "msv/measure": "毫希沃特", "volt/measure": "伏特|伏",
    "tsubo/measure": "坪", "sqkm/measure": "平方公里", "kmh/measure": "公里每小时|公里/小時", "mps/measure": "米/秒|公尺/秒",
    "hour/time/1": "个半小时|個半小時|个半钟头|小时半", "month/time/1": "个半月|個半月", "year/time/1": "年半", "week/time/1": "个半星期", "day/time/1": "天半", "season/count": "赛季|賽季", "quarter/time": "个季度|個季度|季", "week/time": "个礼拜|個禮拜|礼拜",
    "night/time": "晚",
    "person/count": "名|位|具遗体|具遺體|具|人份", "household/count": "户|戶|户家庭|户人家", "vehicle/count": "辆|輛|节车厢|節車廂|列|列火车|辆车", "ship/count": "艘", "aircraft/count": "架次|架", "flight/count": "班|个航班|個航班|趟航班", "bed/count": "张床位|張床位|张病床",
    "team/count": "支球队|支球隊|支队伍|支隊伍|支", "match/count": "局|盘|盤|胜|勝|败|敗|连胜|連勝|连败|連敗|场比赛|場比賽", "round/count": "轮|輪|回合", "goal/count": "个进球|個進球", "school/count": "所大学|所中学|所小学", "hospital/count": "家医院|家醫院", "class/count": "个班",
    "item/count": "棵|株|笔|筆|单|單|盒|袋|包|杯|碗|扇|顶|頂|桩|樁|座次|卷|页|頁|字|句|门|門|发|發|轮次|尊|粒|滴|排|列车|版|集|期|剂|劑|连冠|連冠|冠|级|項目|席次|班次|桩|餐|筐|担|袋|艙|舱|车道|点位",
    "place/count": "个县|個縣|个市|個市|个省|個省|个村|個村|个镇|個鎮|个区|個區|个站|個站|个县市|縣市|座车站|家门店|家門市|间门市",
})  # fmt: skip

_DE = units({
    "nmi/measure": "Seemeilen|Seemeile", "knot/measure": "Knoten", "lightyear/measure": "Lichtjahre|Lichtjahren|Lichtjahr", "kwh/measure": "Kilowattstunden|Kilowattstunde", "mwh/measure": "Megawattstunden", "gwh/measure": "Gigawattstunden", "twh/measure": "Terawattstunden",
    "kw/measure": "Kilowatt", "gb/measure": "Gigabyte", "tb/measure": "Terabyte", "mb/measure": "Megabyte", "cum/measure": "Kubikmeter|Kubikmetern", "ml/measure": "Milliliter", "nm/measure": "Nanometer", "VND/money": "Dong", "THB/money": "Baht", "PESO/money": "Pesos", "TRY/money": "Lira", "PLN/money": "Zloty", "KRONE/money": "Kronen",
    "person/count": "Stellen|Arbeitsplätze|Arbeitsplätzen|Jobs", "household/count": "Haushalte|Haushalten", "company/count": "Firmen|Betriebe|Unternehmen", "sqkm/measure": "Quadratkilometer|Quadratkilometern", "acre/measure": "Acres|Morgen",
})  # fmt: skip

_ES = units({
    "nmi/measure": "millas náuticas|milla náutica", "knot/measure": "nudos", "lightyear/measure": "años luz|años-luz|año luz", "kwh/measure": "kilovatios hora|kilovatios-hora", "mwh/measure": "megavatios hora", "gwh/measure": "gigavatios hora", "mw/measure": "megavatios|megavatio", "gw/measure": "gigavatios", "kw/measure": "kilovatios",
    "gb/measure": "gigabytes|gigas", "tb/measure": "terabytes|teras", "cum/measure": "metros cúbicos", "sqkm/measure": "kilómetros cuadrados", "hectare/measure": "hectáreas|hectárea", "acre/measure": "acres", "PESO/money": "pesos|peso", "PEN/money": "soles", "BRL/money": "reales|reais", "household/count": "hogares|viviendas", "company/count": "empresas",
})  # fmt: skip

_FR = units({
    "nmi/measure": "milles nautiques|milles marins", "knot/measure": "nœuds", "lightyear/measure": "années-lumière|années lumière", "kwh/measure": "kilowattheures", "mwh/measure": "mégawattheures", "gwh/measure": "gigawattheures", "mw/measure": "mégawatts", "gw/measure": "gigawatts", "kw/measure": "kilowatts",
    "gb/measure": "gigaoctets|Go", "tb/measure": "téraoctets|To", "cum/measure": "mètres cubes", "sqkm/measure": "kilomètres carrés", "household/count": "foyers|ménages|logements", "company/count": "entreprises|sociétés",
})  # fmt: skip

_FURTHER: Mapping[str, Mapping[str, Unit]] = {
    "ko": _KO,
    "en": _EN,
    "ja": _JA,
    "zh": _ZH,
    "de": _DE,
    "es": _ES,
    "fr": _FR,
}


def further_units(language: str, own: Mapping[str, Unit]) -> Mapping[str, Unit]:
    """The units of a language, its own table first.

    Args:
        language: primary tag.
        own: what its table says; it wins where both know a word.
    """
    return {**_SYMBOLS, **_FURTHER.get(language, {}), **own}
