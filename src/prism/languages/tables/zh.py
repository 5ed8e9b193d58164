"""Chinese, simplified and traditional."""

from __future__ import annotations

import re
from decimal import Decimal

from prism.languages.tables.measures import further_units
from prism.languages.tables.shape import LanguageTable, NumberHabits, Unit, listed, rules, units
from prism.languages.tables.stance_zh import STANCES

_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "兩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_YEAR_WORDS = {
    "今年": 0,
    "本年": 0,
    "去年": -1,
    "上年": -1,
    "前年": -2,
    "明年": 1,
    "来年": 1,
    "來年": 1,
    "后年": 2,
    "後年": 2,
}
_YEARS = "今年|本年|去年|前年|明年|后年|後年"
_DAY_NAMES = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 5}
_WEEKDAYS = {
    f"{head}{name}": day
    for head in ("星期", "周", "週", "礼拜", "禮拜")
    for name, day in _DAY_NAMES.items()
    if name != "末"
}
_M = r"\d{1,2}|十[一二]?|[一二三四五六七八九]"
_DAY = r"\d{1,2}|[一二]?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九]|廿[一二三四五六七八九]?"
_Y = r"\d{4}|[一二][〇零一二三四五六七八九]{3}"
_N = r"\d+|[一二两兩三四五六七八九十百]+"
_D = r"[日号號](?!本|元|前|后|後|内|內|线|線|楼|樓|间|間)"

_DATES = rules(
    (
        (r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)", "date"),
        (r"(?P<era>民国|民國|令和|平成)(?P<y>\d{1,3}|元)年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})<day>)?)?", "date"),
        (r"(?<!\d)(?P<y><yy>) ?年 ?(?P<m><mm>) ?月(?:份)?(?: ?(?P<d><dd>) ?<day>)?", "date"),
        (r"(?P<yw><years>) ?(?P<m><mm>) ?月(?:份)?(?: ?(?P<d><dd>) ?<day>)?", "date"),
        (r"(?<![\d十])(?P<m><mm>) ?月 ?(?P<d><dd>) ?<day>", "date"),
        (r"(?<![\d.,十])(?P<m><mm>) ?月(?![大饼餅亮球光])(?:份)?", "date"),
        (r"(?<![\d.,])(?P<y>(?:1\d|20)\d\d|[一二][〇零一二三四五六七八九]{3}) ?年(?!前|后|後|来|來|多|间|間|以上|代)(?:度|底|初|末)?", "date"),
        (r"(?:(?:\d\d|二十|十九) ?世[纪紀] ?)?(?:上世纪 ?|上世紀 ?)?(?P<y>(?:1[5-9]|20)\d0|[2-9]0|[二三四五六七八九]十) ?年代", "decade"),
        (r"距今(?:已有?|大?[约約])?(?P<n><n>)(?:[多余餘])?年", "ago:year"),
        (r"(?:同月|当月|當月) ?(?P<d>\d{1,2})<day>", "same"),
        (r"(?:次年|翌年|第二年|隔年) ?(?P<m><mm>) ?月(?:份)?(?: ?(?P<d><dd>) ?<day>)?", "same:1"),
        (r"(?:同年|当年|當年) ?(?P<m><mm>) ?月(?:份)?(?: ?(?P<d><dd>) ?<day>)?", "same"),
        (r"(?:本月|这个月|這個月) ?(?P<d>\d{1,2})<day>", "date:0"),
        (r"(?:上个?月|上個月) ?(?P<d>\d{1,2})<day>", "date:-1"),
        (r"(?:下个?月|下個月) ?(?P<d>\d{1,2})<day>", "date:1"),
        (r"(?<![\d.,])(?P<y>(?:19|20)\d\d)(?:[-/~–](?:\d\d){1,2})? ?(?:财年|財年|学年|學年|赛季|賽季|财政年度|財政年度|会计年度|會計年度)", "date"),
        (r"(?<![\d.,月第])(?P<d>[12]?\d|3[01]) ?(?:日(?!本|元|前|后|後|内|內|间|間|圆|圓|游|均|军|軍)|[号號](?=[,，。、在至到的晚上下凌清中说說宣表发發]))", "date"),
        (r"前天|前日(?=[,，。])", "shift:day:-2"),
        (r"昨天|昨日|昨晚|昨夜", "shift:day:-1"),
        (r"今天|今日|今早|今晚|今晨", "shift:day:0"),
        (r"明天|明日|明晚|明早", "shift:day:1"),
        (r"后天(?!性)|後天(?!性)", "shift:day:2"),
        (r"上周末|上週末", "shift:weekend:-1"), (r"本周末|这周末|本週末|這週末", "shift:weekend:0"),
        (r"上周|上週|上星期|上个星期|上個星期|上礼拜", "shift:week:-1"), (r"本周|这周|本週|這週|这星期|本星期", "shift:week:0"), (r"下周|下週|下星期|下个星期|下個星期", "shift:week:1"),
        (r"上个?月|上個月", "shift:month:-1"), (r"本月|这个月|這個月|当月", "shift:month:0"), (r"下个?月|下個月", "shift:month:1"),
        (r"前年", "shift:year:-2"), (r"去年", "shift:year:-1"), (r"今年|本年度?", "shift:year:0"), (r"明年", "shift:year:1"),
        (r"(?:(?P<yw><years>)|(?P<y>\d{4})年)?上半年", "half:1"), (r"(?:(?P<yw><years>)|(?P<y>\d{4})年)?下半年", "half:2"),
        (r"(?:(?P<yw><years>)|(?P<y>\d{4})年)?第?(?P<n>[1-4一二三四])季度?", "quarter"),
        (r"(?:上周|上週|上星期|上个星期|上個星期)(?P<wd><short>)", "weekday:week:-1"),
        (r"(?:本周|这周|本週|這週|本星期|这星期)(?P<wd><short>)", "weekday:week:0"),
        (r"(?:下周|下週|下星期|下个星期|下個星期)(?P<wd><short>)", "weekday:week:1"),
        (r"(?P<wd><days>)", "weekday:near"),
        (r"(?<![数數几幾\d])(?P<n><n>) ?[天日](?:之)?前", "ago:day"), (r"(?<![数數几幾\d])(?P<n><n>)(?:个星期|個星期|周|週)(?:之)?前", "ago:week"), (r"(?<![数數几幾\d])(?P<n><n>) ?[个個]月(?:之)?前", "ago:month"), (r"(?<![数數几幾\d])(?P<n><n>) ?年(?:之)?前", "ago:year"), (r"(?<![数數几幾\d])(?P<years><n>) ?年(?:[零又])?(?:(?P<n><n>) ?[个個]月|(?P<half>半))(?:之)?前", "ago:month"),
    ),
    years=_YEARS,
    day=_D,
    mm=_M,
    dd=_DAY,
    yy=_Y,
    days="|".join(_WEEKDAYS),
    short="[一二三四五六日天]",
    n=_N,
)  # fmt: skip

_UNITS = units({
    "person/count": "人|名|位|个人|個人|口人|人次|名学生|名员工|多人|余人|餘人|个孩子|個孩子|个女人|个男人",
    "percent/percent": "%|％|巴仙", "percent/percent/10": "成", "tenths-left/percent": "折",
    "point/points": "个百分点|個百分點|百分点|百分點", "point/points/0.01": "个基点|個基點|基点|基點",
    "CNY/money": "元|元人民币|人民币|人民幣|块钱|块", "USD/money": "美元|美金", "EUR/money": "欧元|歐元", "JPY/money": "日元|日圆|日圓", "KRW/money": "韩元|韓元|韩圆|韓圜", "GBP/money": "英镑|英鎊", "USD/money/0.01": "美分",
    "HKD/money": "港元|港币|港幣", "TWD/money": "新台币|新臺幣|台币", "RUB/money": "卢布|盧布", "INR/money": "卢比|盧比", "CHF/money": "瑞士法郎|法郎", "AUD/money": "澳元", "CAD/money": "加元", "SGD/money": "新元",
    "km/measure": "公里|千米|km", "m/measure": "米|公尺|m", "cm/measure": "厘米|公分|cm", "mm/measure": "毫米|公厘|mm", "mile/measure": "英里|哩", "foot/measure": "英尺|呎", "inch/measure": "英寸|吋", "yard/measure": "码|碼",
    "sqkm/measure": "平方公里|平方千米", "sqm/measure": "平方米|平方公尺|平米", "sqmile/measure": "平方英里", "sqft/measure": "平方英尺", "hectare/measure": "公顷|公頃", "acre/measure": "英亩|英畝", "mu/measure": "亩|畝",
    "tonne/measure": "吨|噸|公吨|公噸", "kg/measure": "公斤|千克|kg", "jin/measure": "斤", "g/measure": "克|公克", "litre/measure": "升|公升", "gallon/measure": "加仑|加侖", "barrel/measure": "桶", "pound/measure": "磅",
    "degree/measure": "度|摄氏度|攝氏度|℃|°C", "kmh/measure": "公里/小时|公里每小时", "magnitude/measure": "级地震|級地震|级", "mw/measure": "兆瓦", "kwh/measure": "千瓦时|千瓦時",
    "year/age": "岁|歲|周岁", "year/time": "年|年间|年間|周年|週年|载", "month/time": "个月|個月|个多月|個多月", "week/time": "周|週|个星期|個星期|星期", "day/time": "天|日|天内|昼夜",
    "hour/time": "小时|小時|个小时|個小時|钟头", "minute/time": "分钟|分鐘", "second/time": "秒|秒钟|秒鐘",
    "times/multiple": "倍", "occasion/count": "次|遍|轮|輪|回|趟|场次", "household/count": "户|戶|个家庭|個家庭", "building/count": "栋|棟|座|幢|间房|所房屋", "school/count": "所|所学校|所學校", "company/count": "家|家公司|家企业|家企業|间公司",
    "country/count": "个国家|個國家|国|國|个州|個州", "city/count": "个城市|個城市|座城市", "place/count": "处|處|个地区|個地區|地|个地点", "vehicle/count": "辆|輛", "ship/count": "艘", "aircraft/count": "架",
    "case/count": "起|宗|例|件", "seat/count": "席|个席位|個席位", "vote/count": "票|张选票", "item/count": "个|個|条|條|项|項|种|種|张|張|台|臺|本|部|支|枝|只|隻|枚|颗|顆|瓶|箱|首|篇|份|块|塊|对|對|双|雙|层|層|串|幅|面|根|把|片|段|道|批|组|組|类|類|款|册|冊|球|分球|股|名额",
    "animal/count": "头|頭|匹|尾", "match/count": "场|場|场比赛|胜|勝|负|負", "point/count": "点|點|分",
    "ordinal/ordinal": "号|號|届|屆|期|号楼|等|线|強|强",
    "century/ordinal": "世纪|世紀",
    "none/none": "时|時|月|点钟|點鐘|点半|点整|年级|年級|号线|號線|月份|多岁|后一代",
})  # fmt: skip

TABLE = LanguageTable(
    language="zh",
    stances=STANCES,
    weekdays={**_WEEKDAYS, **{name: day for name, day in _DAY_NAMES.items() if name != "末"}},
    dates=_DATES,
    year_words=_YEAR_WORDS,
    eras={"民国": 1911, "民國": 1911, "令和": 2018, "平成": 1988},
    future=re.compile(r"将(?!近|军)|將(?!近|軍)|预定|預定|计划|計劃|定于|即将|即將"),
    hedges=re.compile(
        r"可能|或许|或許|也许|也許|据称|據稱|据报|據報|据悉|預計|预计|估计|估計|料将|料將|预料|預料|有望|拟(?!议)|擬|计划|計劃|考虑|考慮|疑似|涉嫌|初步|似乎|恐(?!怖|慌|惧|懼|吓|嚇|龙|龍)|或将|或將|大概|"
        r"传闻|傳聞|怀疑|懷疑|打算|看来|看來|好像|预期|預期|有意|声称|聲稱|暗示|未经证实|未經證實|潜在|会否|若|预测|預測|应该会|將會|将会"
    ),
    negations=re.compile(
        r"不(?!仅|僅|但|过|過|久|断|斷|同|少|错|錯|得不|停|止|光|只|管|论|論|动产|動產|锈|丹|足)|没(?!收)|沒(?!收)|(?<![從从])未(?!来|來|婚)|无(?!论|人机|线|疑)|無(?!論|人機|線|疑)|否认|否認|拒绝|拒絕|否决|否決|驳回|駁回|取消|失败|失敗|从未|從未|并非|並非|绝非|反驳|反駁"
    ),
    stop_words=frozenset(
        listed(
            "的|了|是|在|和|与|與|及|等|并|並|也|都|就|而|但|这|這|那|他|她|它|我|你|们|們|对|對|从|從|到|将|將|"
            "被|把|为|為|之|其|所|以|于|於|上|中|下|有|说|說|表示|称|稱|一个|一個"
        )
    ),
    numbers=NumberHabits(
        myriads=True,
        words=_DIGITS,
        small_scales={"十": 10, "百": 100, "千": 1000},
        scales={"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12},
        fractions=dict.fromkeys(("一大半", "一多半", "一半", "半数", "半數", "半额", "半額"), Decimal("0.5")),
        fraction_marks=("分之",),
        vague_alone=frozenset("百千万萬亿億"),
        infixes="多余餘",
        wholes={
            "半年": (6, Unit("month", "time")),
            "半价": (50, Unit("percent", "percent")),
            "半價": (50, Unit("percent", "percent")),
            "半个世纪": (50, Unit("year", "time")),
            "半個世紀": (50, Unit("year", "time")),
            "百年": (100, Unit("year", "time")),
            "翻番": (2, Unit("times", "multiple")),
            "翻倍": (2, Unit("times", "multiple")),
            "翻一番": (2, Unit("times", "multiple")),
            "加倍": (2, Unit("times", "multiple")),
        },
        whole_starts="半翻加百",
        joints=re.compile(r"和|及|与|與|并|並|从|從|至"),
        share_gap=re.compile(r"[^，。；、\d]{1,8}?(?:中|当中|之中|里)[，,]?(?:就?有|仅有|只有|仅|已有)?"),
        share_marks=("中", "中有", "中就有", "当中有", "當中有", "之中有", "里有", "裡有"),
        ranges=("-", "–", "—", "~", "∼", "〜", "～", "至", "到", "或"),
        about=("约", "約", "大约", "大約", "约为", "大概", "估计", "近約", "约有", "約有"),
        over=(
            "超过",
            "超過",
            "逾",
            "至少",
            "最少",
            "超",
            "不少于",
            "不低于",
            "不少於",
            "不低於",
            "突破",
            "多于",
            "多於",
            "高于",
            "高於",
            "大于",
        ),
        under=("不到", "不足", "低于", "低於", "少于", "少於", "至多", "最多", "不超过", "不超過"),
        nearly=("近", "将近", "將近", "接近", "几乎", "幾乎"),
        over_after=("以上", "多", "余", "餘", "有余", "有餘", "几", "出头", "出頭", "之多"),
        under_after=("以下", "以内", "以內", "不到", "之内"),
        about_after=("左右", "上下", "前后"),
        units=further_units("zh", _UNITS),
        leading_units=units(
            {
                "USD/money": "$|US$|美元",
                "EUR/money": "€|欧元",
                "GBP/money": "£|英镑",
                "CNY/money": "¥|￥|人民币",
                "KRW/money": "₩",
                "ordinal/ordinal": "第",
                "HKD/money": "HK$|港币|港幣",
                "TWD/money": "NT$|新台币|新台幣|新臺幣|台币|台幣",
            }
        ),
        dates_and_times=re.compile(
            r"(?:上午|下午|凌晨|晚上|晚间|早上|中午|傍晚)?\s?\d{1,2}(?:时|時|点(?!\d)|點(?!\d))(?!间|間|代)(?:半|\d{1,2}分)?|\d{1,2}:\d{2}|(?:上午|下午|凌晨|晚上|早上)[一二三四五六七八九十]{1,2}[时時点點]|零部件|零售|零件|零食|零星|零散|零工|十字|四面|八方|千载|千載|统一|統一|一些|一样|一樣|一直|一起|一般|一旦|一切|一定|一方|一致|唯一|一带|一帶|一系列|一度|一边|一邊|一下|进一步|進一步|(?<!分)之一(?!半)|四川|三星|九龙|九龍|三亚|七国集团|百度|千万别|万一|万科|十分(?!之|钟|鐘)|一再|一路|一同|一如|四处|五角大楼|五角大樓|三峡|二手|一次性|不一|第二天|两岸|兩岸"
        ),
        vague="数數几幾",
    ),
    titles_after=listed(
        "总统|總統|副总统|副總統|总理|總理|首相|主席|国家主席|外长|外長|部长|部長|财长|防长|市长|市長|州长|州長|"
        "省长|书记|書記|总书记|议员|議員|议长|委员|委員|主任|会长|會長|董事长|董事長|总裁|總裁|总经理|經理|教授|"
        "博士|记者|記者|教练|教練|选手|律师|律師|法官|大使|发言人|發言人|国王|國王|女王|王子|教皇|教宗|先生|女士|"
        "小姐|将军|將軍|上校|特使|首席执行官|行长|行長|院长|院長|局长|局長|校长|校長|秘书长|秘書長|行政长官|"
        "研究员|分析师|专家"
    ),
    place_words=listed(
        "省|市|县|縣|区|區|州|镇|鎮|村|岛|島|江|河|山|湖|湾|灣|港|站|半岛|半島|海峡|海峽|机场|機場|群岛|自治区"
    ),
    organisation_words=listed(
        "公司|集团|集團|银行|銀行|大学|大學|学院|學院|医院|醫院|研究所|研究院|协会|協會|基金会|委员会|委員會|党|"
        "黨|部|局|署|法院|检察院|国会|國會|议会|議會|通讯社|通訊社|新闻社|日报|日報|电视台|航空|汽车|电子|組織|"
        "组织|联盟|聯盟|联合会|警方|外交部|警察局"
    ),
)
