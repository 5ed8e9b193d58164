"""Japanese."""

from __future__ import annotations

import re
from decimal import Decimal

from prism.languages.tables.measures import further_units
from prism.languages.tables.shape import LanguageTable, NumberHabits, Unit, listed, rules, units
from prism.languages.tables.stance_ja import STANCES

_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "壱": 1,
    "弐": 2,
}
_NATIVES = {
    "一つ": 1,
    "二つ": 2,
    "三つ": 3,
    "四つ": 4,
    "五つ": 5,
    "六つ": 6,
    "七つ": 7,
    "八つ": 8,
    "九つ": 9,
    "ひとつ": 1,
    "ふたつ": 2,
    "みっつ": 3,
}
_YEAR_WORDS = {
    "今年": 0,
    "ことし": 0,
    "本年": 0,
    "昨年": -1,
    "去年": -1,
    "前年": -1,
    "一昨年": -2,
    "おととし": -2,
    "来年": 1,
    "翌年": 1,
    "再来年": 2,
}
_YEARS = "今年|ことし|本年|昨年|去年|一昨年|おととし|来年|再来年"
_WEEKDAYS = {
    "月曜日": 0,
    "火曜日": 1,
    "水曜日": 2,
    "木曜日": 3,
    "金曜日": 4,
    "土曜日": 5,
    "日曜日": 6,
    "月曜": 0,
    "火曜": 1,
    "水曜": 2,
    "木曜": 3,
    "金曜": 4,
    "土曜": 5,
    "日曜": 6,
}
_DAY_TAIL = r"(?!間|以内|連続|ぶり|目|前|後|以上|分|余|ほど|程度|近く|かけ|足らず)"
_N = r"\d+|[一二三四五六七八九十百]+"

_DATES = rules(
    (
        (r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)", "date"),
        (r"(?P<era>令和|平成|昭和|大正|明治)(?P<y>\d{1,2}|元)年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?", "date"),
        (r"(?<!\d)(?P<y>\d{4})(?:\([^)]{1,8}\))? ?年 ?(?P<m>\d{1,2}) ?月(?: ?(?P<d>\d{1,2}) ?日<tail>)?", "date"),
        (r"(?P<yw><years>)の?(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日<tail>)?", "date"),
        (r"(?:(?P<yw><years>)の?|(?P<y>\d{4})年)?(?<![\d.,])(?P<m>\d{1,2})月?[~〜～–-](?P<until>\d{1,2})月期?(?!\d{1,2}日)", "months"),
        (r"(?<![\d十])(?P<m>\d{1,2}|十[一二]?|[一二三四五六七八九]) ?月 ?(?P<d>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]) ?日<tail>", "date"),
        (r"(?<![\d.,])(?P<m>\d{1,2}) ?月(?!間)", "date"),
        (r"(?<![\d.,])(?P<y>(?:1\d|20)\d\d) ?年(?!間|前|後|ぶり|以上|以内|余|代)度?", "date"),
        (r"(?<![\d.,])(?P<y>(?:1[5-9]|20)\d0|[2-9]0) ?年代", "decade"),
        (r"(?:同月|同じ月の)(?P<d>\d{1,2})日<tail>", "same"),
        (r"(?:同年|同じ年の|その年の)(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日<tail>)?", "same"),
        (r"(?:翌年|次の年の|その翌年の)の?(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日<tail>)?", "same:1"),
        (r"(?<![\d.,])(?P<y>[0-4]\d)年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日<tail>)?|(?=[春夏秋冬度末]|初め|前半|後半))", "date"),
        (r"(?:今月|当月)(?P<d>\d{1,2})日<tail>", "date:0"),
        (r"先月(?P<d>\d{1,2})日<tail>", "date:-1"),
        (r"来月(?P<d>\d{1,2})日<tail>", "date:1"),
        (r"(?<![\d.,月週])(?<!日か)(?P<d>[12]?\d|3[01]) ?日(?![\d〇一二三四五六七八九十]|か\d|当|平均|間|以内|連続|ぶり|目|前|後|以上|分|本|米|中|韓|曜|余|ほど|程度|近く|かけ|足らず)", "date"),
        (r"一昨日|おととい", "shift:day:-2"),
        (r"昨日|きのう|昨夜|前日(?=の)", "shift:day:-1"),
        (r"今日(?!的)|きょう|本日|今朝|今夜|今晩", "shift:day:0"),
        (r"明日(?!香)|(?<![ぁ-ん])あす(?![ぁ-んか])", "shift:day:1"),
        (r"明後日|あさって", "shift:day:2"),
        (r"先週末", "shift:weekend:-1"), (r"今週末", "shift:weekend:0"),
        (r"先週", "shift:week:-1"), (r"今週", "shift:week:0"), (r"来週", "shift:week:1"),
        (r"先月", "shift:month:-1"), (r"今月", "shift:month:0"), (r"来月", "shift:month:1"),
        (r"一昨年|おととし", "shift:year:-2"), (r"昨年|去年", "shift:year:-1"), (r"今年(?!度)|ことし|本年", "shift:year:0"), (r"来年", "shift:year:1"),
        (r"(?:(?P<yw><years>)の?|(?P<y>\d{4})年)?(?:上半期|上期|前半期)", "half:1"),
        (r"(?:(?P<yw><years>)の?|(?P<y>\d{4})年)?(?:下半期|下期|後半期)", "half:2"),
        (r"(?:(?P<yw><years>)の?|(?P<y>\d{4})年)?第?(?P<n>[1-4])四半期", "quarter"),
        (r"先週の?(?P<wd><days>)", "weekday:week:-1"), (r"今週の?(?P<wd><days>)", "weekday:week:0"), (r"来週の?(?P<wd><days>)", "weekday:week:1"),
        (r"(?P<wd><days>)", "weekday:near"),
        (r"(?<![数何\dのる一二三四五六七八九十百])(?P<n><n>)日前", "ago:day"), (r"(?<![数何\dのる一二三四五六七八九十百])(?P<n><n>)週間前", "ago:week"), (r"(?<![数何\dのる一二三四五六七八九十百])(?P<n><n>)(?:か|カ|ヶ|ヵ|ケ|箇)月前", "ago:month"), (r"(?<![数何\dのる一二三四五六七八九十百])(?P<n><n>)年前", "ago:year"), (r"(?<![数何\d])(?P<years><n>)年(?:と)?(?:(?P<n><n>)(?:か|カ|ヶ|ヵ|ケ|箇)月|(?P<half>半))前", "ago:month"),
    ),
    years=_YEARS,
    tail=_DAY_TAIL,
    days="|".join(_WEEKDAYS),
    n=_N,
)  # fmt: skip

_UNITS = units({
    "person/count": "人|名|人々|人組|人乗り",
    "percent/percent": "%|パーセント|％",
    "percent/percent/10": "割",
    "point/points": "ポイント|%ポイント|パーセントポイント|pt",
    "point/points/0.01": "ベーシスポイント|bp|bps",
    "JPY/money": "円", "USD/money": "ドル|米ドル", "EUR/money": "ユーロ", "KRW/money": "ウォン", "CNY/money": "元|人民元", "GBP/money": "ポンド|英ポンド",
    "RUB/money": "ルーブル", "INR/money": "ルピー", "CHF/money": "スイスフラン|フラン", "HKD/money": "香港ドル", "TWD/money": "台湾ドル|台湾元", "AUD/money": "豪ドル|オーストラリアドル", "CAD/money": "カナダドル|加ドル",
    "km/measure": "キロメートル|キロ|km|㎞|KM", "m/measure": "メートル|m|ｍ", "cm/measure": "センチメートル|センチ|cm|㎝", "mm/measure": "ミリメートル|ミリ|mm|㎜",
    "mile/measure": "マイル", "foot/measure": "フィート", "inch/measure": "インチ", "yard/measure": "ヤード",
    "sqkm/measure": "平方キロメートル|平方キロ|km²|km2|㎢", "sqm/measure": "平方メートル|m²|m2|㎡", "tsubo/measure": "坪", "sqmile/measure": "平方マイル", "sqft/measure": "平方フィート",
    "hectare/measure": "ヘクタール|ha", "acre/measure": "エーカー", "tonne/measure": "トン|t", "kg/measure": "キログラム|kg|㎏", "g/measure": "グラム|g",
    "litre/measure": "リットル|L", "gallon/measure": "ガロン", "barrel/measure": "バレル", "pound/measure": "ポンド(重量)",
    "degree/measure": "度|℃|°C", "kmh/measure": "キロ毎時|km/h", "mw/measure": "メガワット|MW", "gw/measure": "ギガワット|GW", "kwh/measure": "キロワット時|kWh",
    "year/age": "歳|才|歳児", "year/time": "年間|年|周年", "month/time": "か月|カ月|ヶ月|ヵ月|ケ月|箇月|か月間|カ月間|ヶ月間|月間", "week/time": "週間|週", "day/time": "日間|日|泊",
    "hour/time": "時間", "minute/time": "分間|分", "second/time": "秒間|秒",
    "times/multiple": "倍", "occasion/count": "回|度目|回目の",
    "household/count": "世帯|戸|家族", "building/count": "棟|軒", "school/count": "校", "company/count": "社", "country/count": "カ国|か国|ヶ国|ヵ国|国|州", "city/count": "都市",
    "place/count": "か所|カ所|ヶ所|箇所|ヵ所|地点|地域|市町村", "ship/count": "隻", "aircraft/count": "機", "case/count": "件", "seat/count": "議席|席", "vote/count": "票",
    "item/count": "個|つ|本|枚|冊|台|点|着|品|種類|種|項目|語|文字|曲|作|作品|店|店舗|両|発|足|杯|束|粒|切れ|玉|通|部|組|列|輪|滴|カ条|段階|ゴール|文|行|問|食|便",
    "animal/count": "匹|頭|羽|尾", "match/count": "試合|戦|勝|敗", "point/count": "得点|点差",
    "ordinal/ordinal": "番目|位|回目|人目|つ目|号|代目|年目|日目|度目|番|等|次|号機|期目|期|世",
    "century/ordinal": "世紀",
    "none/none": "時|月|時半|時ごろ|時頃|年生|号線|丁目|番地|号室|歳代|代の男性|代の女性|代男性|代女性|代前半|代後半|条|日ごろ|方",
})  # fmt: skip

TABLE = LanguageTable(
    language="ja",
    stances=STANCES,
    weekdays=_WEEKDAYS,
    dates=_DATES,
    year_words=_YEAR_WORDS,
    eras={"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867},
    future=re.compile(r"予定|計画|方針|開かれる|見通し|控え"),
    registers=(
        (
            "desumasu",
            re.compile(
                r"(?:です|ます|ました|ません|でした|ましょう|ください|ですか|ますか|ですが|ございます|ですね|ますね|ですよ|ますよ)$"
            ),
        ),
        ("dearu", re.compile(r"(?:る|た|だ|い|う|く|す|つ|む|ぶ|ぬ|ぐ|か|ず)$")),
    ),
    hedges=re.compile(
        r"とみられ|と見られ|とみて|可能性|見通し|見込み|見込まれ|模様|かもしれ|だろう|でしょう|ようだ|ようです|らしい|方針|予定|検討|恐れ|おそれ|とされ|推定|推計|とみら|疑い|容疑|"
        r"予想|予測|そうだ|そうです|たい考え|見方|と主張|示唆|未確認|暫定|速報値|計画|目指|うかがわせ|かねない|うる。|得る。|と思われ|と考えられ"
    ),
    negations=re.compile(
        r"ない(?!閣|部|外|容|陸)|なかった|なく(?!な)|なければ|ません|ず(?=[、。に]|$)|ざる|否定|拒否|拒絶|却下|否決|見送|中止|断念|失敗|不可|無効|反論|退け|できず|せず|なし(?:[、。]|で)|無い|無かった"
    ),
    stop_words=frozenset(
        listed("これ|それ|あれ|この|その|ため|こと|もの|よう|など|また|さらに|について|による|によると|という|として")
    ),
    numbers=NumberHabits(
        myriads=True,
        words=_DIGITS,
        small_scales={"十": 10, "百": 100, "千": 1000},
        scales={"万": 10**4, "億": 10**8, "兆": 10**12},
        natives=_NATIVES,
        lone_natives=re.compile(r"(?<=つ)"),
        fractions=dict.fromkeys(("半数", "半分", "半額", "半量"), Decimal("0.5")),
        fraction_marks=("分の",),
        infixes="余",
        wholes={
            "半年": (6, Unit("month", "time")),
            "半世紀": (50, Unit("year", "time")),
            "四半世紀": (25, Unit("year", "time")),
            "倍増": (2, Unit("times", "multiple")),
            "倍加": (2, Unit("times", "multiple")),
        },
        whole_starts="倍半",
        joints=re.compile(r"(?<=[^、])(?:し、|り、|と(?=[^な])|から)"),
        share_gap=re.compile(r"(?:[^、。はがをで\d]{1,8}?)?(?:のうち|のうちの|の中で|中)、?"),
        share_marks=("に", "のうち", "中", "につき", "の中で", "のうちの"),
        ranges=("-", "–", "~", "∼", "〜", "～", "から", "ないし", "または", "、"),
        about=("約", "およそ", "おおよそ", "推定"),
        over=("少なくとも", "最低", "最少"),
        under=("最大", "最大で", "多くても", "上限"),
        nearly=("ほぼ",),
        over_after=(
            "以上",
            "余り",
            "あまり",
            "余",
            "超",
            "を超",
            "を上回",
            "を超え",
            "余りに",
            "超え",
            "強",
            "より多",
            "を突破",
        ),
        under_after=(
            "を超えない",
            "を超えず",
            "までの",
            "以下",
            "未満",
            "以内",
            "を下回",
            "足らず",
            "に満た",
            "より少な",
            "に届か",
            "までしか",
        ),
        nearly_after=("近く", "近い", "に迫", "近くの", "弱", "に近い", "に近く"),
        about_after=("ほど", "程度", "前後", "くらい", "ぐらい", "内外", "見当", "相当"),
        units=further_units("ja", _UNITS),
        leading_units=units(
            {
                "USD/money": "$|US$|米ドル",
                "EUR/money": "€",
                "GBP/money": "£",
                "JPY/money": "¥|￥",
                "KRW/money": "₩",
                "ordinal/ordinal": "第",
                "fahrenheit/measure": "華氏",
                "degree/measure": "摂氏",
                "magnitude/measure": "マグニチュード|M",
                "intensity/measure": "震度",
            }
        ),
        dates_and_times=re.compile(
            r"(?:午前|午後|未明|深夜)?\s?\d{1,2}時(?!間)(?:半|\d{1,2}分)?|\d{1,2}:\d{2}|[1-9]0 ?代|三重県|四国|九州|千葉|八王子|一部|一方|一般|一時|十分|二酸化|三菱|三井|五輪|一致|一連|一層|一切|統一|一覧|一定|一環|一番|唯一|第一|万一|八百長|一体|一帯|一旦|一気"
        ),
        vague="数何",
    ),
    titles_after=listed(
        "首相|大統領|副大統領|国家主席|主席|総書記|外相|財務相|防衛相|経済相|大臣|長官|官房長官|知事|市長|町長|"
        "村長|区長|議員|代表|委員長|会長|社長|副社長|頭取|総裁|教授|准教授|博士|記者|監督|選手|投手|捕手|弁護士|"
        "裁判長|被告|容疑者|大使|報道官|議長|幹事長|書記長|国王|女王|王子|皇太子|天皇|法王|教皇|氏|さん|ちゃん|"
        "君|様|CEO|最高経営責任者|司令官|将軍|大佐|特使|補佐官|党首|都知事|理事長|所長|校長|署長|研究員|"
        "アナリスト"
    ),
    place_words=listed("県|府|都|道|市|区|町|村|島|州|省|川|山|湖|湾|港|駅|半島|海峡|空港|諸島|郡"),
    organisation_words=listed(
        "社|銀行|証券|大学|大学院|病院|研究所|協会|財団|委員会|公社|党|省|庁|警察|県警|府警|裁判所|地裁|高裁|"
        "最高裁|国会|議会|通信|新聞|放送|航空|自動車|電機|製薬|グループ|ホールディングス|連盟|連合|機構|財務省|"
        "組合|地検|消防"
    ),
)
