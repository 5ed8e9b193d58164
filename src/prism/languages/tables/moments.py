"""What stands beside a date in each language: from or until, early or late, the hour, what follows what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from prism.languages.tables.shape import NOTHING


@dataclass(frozen=True, slots=True)
class Moments:
    """How a language tells when within and around a date.

    Attributes:
        edges_after: edge ("from", "until", "after", "before") → what stands right behind a date that is one.
        edges_before: the same for what stands right before it.
        parts_after: part ("early", "mid", "late") → what stands right behind a month or year of which it is one.
        parts_before: the same for what stands right before it.
        clock: a time of day with the groups h, min, half, part, ap (a word of `hours` that says which half of the day).
        numbers: number words of hours.
        hours: word for a part of the day → its first hour and its last (beyond 24: of the next day).
        hour_words: finds those words where they stand without a time.
        noon: word → the hour that it is ("noon", 자정).
        zones: words that say whose clock it is.
        shifts: (pattern, unit, amount): a day told from another one ("the next day", 전년); the group n holds how many.
        orders: (pattern, "before" or "after"): an event told from another one.
        anchor_first: whether the other event stands before the word of order (회의 전에), not behind it.
        seasons: season → its words.
        verb_last: whether what a date belongs to ends its clause.
    """

    edges_after: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    edges_before: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    parts_after: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    parts_before: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    clock: re.Pattern[str] = NOTHING
    numbers: Mapping[str, int] = field(default_factory=dict)
    hours: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    hour_words: re.Pattern[str] = NOTHING
    noon: Mapping[str, int] = field(default_factory=dict)
    zones: re.Pattern[str] = NOTHING
    shifts: tuple[tuple[re.Pattern[str], str, int], ...] = ()
    orders: tuple[tuple[re.Pattern[str], str], ...] = ()
    anchor_first: bool = True
    seasons: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    verb_last: bool = False


def _patterns(**rows: str) -> Mapping[str, re.Pattern[str]]:
    """Patterns that are matched right behind a date."""
    return {name.rstrip("_"): re.compile(row, re.IGNORECASE) for name, row in rows.items()}


def _before(**rows: str) -> Mapping[str, re.Pattern[str]]:
    """Patterns that end right before a date."""
    return {name.rstrip("_"): re.compile(rf"(?:{row})$", re.IGNORECASE) for name, row in rows.items()}


def _rows(*rows: tuple[str, str, int]) -> tuple[tuple[re.Pattern[str], str, int], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), unit, amount) for pattern, unit, amount in rows)


def _orders(before: str, after: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return (re.compile(before, re.IGNORECASE), "before"), (re.compile(after, re.IGNORECASE), "after")


_KO_HOURS = {
    "오전": (0, 12), "오후": (12, 24), "새벽": (0, 8), "아침": (5, 11), "한낮": (11, 16), "낮": (10, 17), "저녁": (16, 23), "한밤": (21, 28), "밤": (18, 29),
    "심야": (21, 29), "정오": (11, 13), "자정": (23, 25),
}  # fmt: skip
_KO_NUMBERS = {
    "열두": 12, "열한": 11, "열": 10, "아홉": 9, "여덟": 8, "일곱": 7, "여섯": 6, "다섯": 5, "네": 4, "세": 3, "두": 2, "한": 1,
}  # fmt: skip
_KO_N = r"(?P<n>\d+|하루|이틀|사흘|나흘|닷새|열흘|보름|한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉|열)"
_KO = Moments(
    verb_last=True,
    edges_after=_patterns(
        until=r"\s?(?:오전|오후|밤|저녁|자정|정오)?\s?(?:\d{1,2}시)?(?:\s?말|\s?초|\s?안)?(?:까지|을 시한|를 시한|을 기한|이전|전까지|이내)",
        from_=r"\s?(?:오전|오후|새벽|밤|저녁|자정|정오)?\s?(?:\d{1,2}시)?(?:\s?말|\s?초)?(?:부터|이후|이래|(?:을|를) 시작으로)",
    ),
    parts_after=_patterns(
        early=r"\s?(?:초순|상순|초(?=[,에까부의 로쯤께]|$)|초반)",
        mid=r"\s?(?:중순|중반)",
        late=r"\s?(?:하순|말(?=[,에까부의 로쯤께이]|$)|후반)",
    ),
    clock=re.compile(
        r"(?:(?P<part>오전|오후|새벽|아침|낮|저녁|밤|심야)\s?)?(?<![\d.])(?P<h>\d{1,2}|(?<![가-힣])(?:열두|열한|열|아홉|여덟|일곱|여섯|다섯|네|세|두|한))\s?시(?!간|즌|도|민|장|작|위|대|중|설|내|의회|청|가|스|험)"
        r"(?:\s?(?:(?P<min>\d{1,2})분|(?P<half>반)))?|(?<![\d:])(?P<h2>[01]?\d|2[0-4]):(?P<min2>[0-5]\d)(?![\d:])"
    ),
    numbers=_KO_NUMBERS,
    hours=_KO_HOURS,
    hour_words=re.compile(
        r"(?<![가-힣])(?:오전|오후|새벽|아침|한낮|낮|저녁|한밤|심야|밤)(?![가-힣]*(?:나무|식사|밥))(?=[ ,에부까중의께]|$)|(?<=일 )밤|(?<=일)밤"
    ),
    noon={"정오": 12, "자정": 0},
    zones=re.compile(
        r"현지 ?시[간각]|한국 ?시[간각]|(?:미|영)?국? ?(?:동부|서부) ?시[간각]|세계표준시|GMT|UTC|그리니치"
    ),
    shifts=_rows(
        (r"다음 ?날|이튿날|익일|하루 (?:뒤|후|만에|지나)", "day", 1),
        (r"전날|하루 (?:전|앞)", "day", -1),
        (r"이듬해|다음 ?해|이듬", "year", 1),
        (r"전년|한 해 전|그 전해", "year", -1),
        (r"그다음 ?달|그 다음 달", "month", 1),
        (r"전달|전월", "month", -1),
        (r"일주일 (?:뒤|후|만에|지나)|그다음 주", "week", 1),
        (rf"{_KO_N} ?일? (?:뒤|후|만에|지나)", "day", 0),
        (rf"{_KO_N} ?주(?:일)? (?:뒤|후|만에|지나)", "week", 0),
        (rf"{_KO_N} ?(?:개월|달) (?:뒤|후|만에|지나)", "month", 0),
        (rf"{_KO_N} ?년 (?:뒤|후|만에|지나)", "year", 0),
    ),
    orders=_orders(
        r"(?:직전|이전|(?<=[가-힣] )전|(?<=기 )전|앞두고|앞서)(?=에|의|까지|이|,| |$)",
        r"(?:직후|이후|(?<=[가-힣] )(?:후|뒤|다음))(?=에|의|로|,| |$|이)",
    ),
    seasons=_patterns(
        spring=r"(?<![가-힣])(?:올|지난|내년|이번|작년)? ?봄(?=[에철,까부의 ]|$)",
        summer=r"여름",
        autumn=r"가을",
        winter=r"겨울",
    ),
)

_MONTH_WORDS = r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b)"
_EN_HOURS = {
    "early morning": (0, 9), "early hours": (0, 7), "morning": (4, 12), "afternoon": (12, 19), "evening": (16, 24), "overnight": (20, 32), "night": (17, 30),
    "dawn": (3, 8), "noon": (11, 14), "midday": (11, 14), "midnight": (23, 25),
}  # fmt: skip
_EN_COUNT = r"(?P<n>\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_EN = Moments(
    edges_before=_before(
        until=r"(?<!not )\b(?:until|till|through|by|up to|before|no later than|prior to|to expire on|deadline of|ahead of)\s(?:on |the |(?:the )?(?:end|start|beginning|middle) of |early |mid-|late |next |this )*(?:midnight|noon|\d+ [ap]\.?m\.? )?(?:on |of )?",
        from_=r"\b(?:from|since|starting|beginning|starting on|beginning on|as of|effective|after|following|no earlier than|not before|not until|earlier than)\s(?:on |the |(?:the )?(?:end|start|beginning) of |early |mid-|late |next |this )*(?:midnight|noon|\d+ [ap]\.?m\.? )?(?:on |of )?",
    ),
    edges_after=_patterns(
        from_=r"\s(?:onwards?|or later|at the earliest)", until=r"\s(?:at the latest|or earlier|deadline)"
    ),
    parts_before=_before(
        early=r"\b(?:early|the (?:start|beginning) of|start of|beginning of)\s(?:in )?|\bearly (?:in |on in )",
        mid=r"\b(?:mid-?|the middle of|middle of)\s?",
        late=r"\b(?:late|the end of|end of|the close of)\s|\blate (?:in )",
    ),
    clock=re.compile(
        r"(?<![\d.,$:])(?P<h>\d{1,2})(?:[:.](?P<min>[0-5]\d))?\s?(?P<ap>[ap])\.?m\b\.?|(?<![\d:])(?P<h2>[01]?\d|2[0-4]):(?P<min2>[0-5]\d)(?![\d:])|"
        r"\b(?P<h3>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o['’]clock(?: in the (?P<part>morning|afternoon|evening))?",
        re.IGNORECASE,
    ),
    numbers={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
    },
    hours=_EN_HOURS,
    hour_words=re.compile(
        r"\b(?:early morning|early hours|morning|afternoon|evening|overnight|night|dawn)\b", re.IGNORECASE
    ),
    noon={"noon": 12, "midday": 12, "midnight": 0},
    zones=re.compile(
        r"\blocal time\b|\b(?:GMT|UTC|EST|EDT|PST|PDT|ET|PT|KST|JST|BST|CET|CEST)\b|\b(?:Korea|Korean|Japan|Beijing|Eastern|Seoul|Tokyo) (?:standard )?time\b",
        re.IGNORECASE,
    ),
    shifts=_rows(
        (
            r"\b(?:the )?(?:next|following) (?:day|morning|afternoon|evening)\b|\b(?:a|one) day (?:later|after)\b|\bthe day after\b|\bon the second day\b",
            "day",
            1,
        ),
        (
            r"\b(?:the )?(?:previous|day before|day earlier|evening before|night before|preceding day)\b|\ba day (?:earlier|before)\b",
            "day",
            -1,
        ),
        (r"\b(?:the )?following year\b|\ba year later\b", "year", 1),
        (r"\b(?:the )?(?:previous|preceding|prior) year\b|\ba year (?:earlier|before)\b", "year", -1),
        (r"\b(?:the )?following month\b|\bthe next month\b", "month", 1),
        (r"\b(?:the )?(?:previous|preceding) month\b", "month", -1),
        (r"\b(?:the )?following week\b", "week", 1),
        (r"\b(?:the )?previous week\b|\bthe week before\b", "week", -1),
        (
            rf"\b{_EN_COUNT} days? (?:later|after|on)\b|\bwithin {_EN_COUNT} days\b".replace(
                "within (?P<n>", "within (?P<n2>"
            ),
            "day",
            0,
        ),
        (rf"\b{_EN_COUNT} weeks? (?:later|after|on)\b", "week", 0),
        (rf"\b{_EN_COUNT} months? (?:later|after|on)\b", "month", 0),
        (rf"\b{_EN_COUNT} years? (?:later|after|on)\b", "year", 0),
    ),
    orders=_orders(
        rf"\b(?:before|prior to|ahead of)\b(?! {_MONTH_WORDS})", rf"\b(?:after|following)\b(?! {_MONTH_WORDS})"
    ),
    anchor_first=False,
    seasons=_patterns(
        spring=r"\b(?:in|this|last|next|the|early|late|since|until|of|by)\s(?:the )?spring\b",
        summer=r"\bsummer\b",
        autumn=r"\bautumn\b|\b(?:this|last|next|in the|early|late) fall\b",
        winter=r"\bwinter\b",
    ),
)

_JA_HOURS = {
    "午前": (0, 12), "午後": (12, 24), "未明": (0, 7), "早朝": (3, 9), "朝": (4, 11), "昼": (10, 16), "夕方": (15, 20), "夕": (15, 20), "夜": (17, 29), "深夜": (21, 29), "正午": (11, 13), "晩": (17, 29),
}  # fmt: skip
_JA_N = r"(?P<n>\d+|[一二三四五六七八九十]+)"
_JA = Moments(
    verb_last=True,
    edges_after=_patterns(
        until=r"(?:の?(?:午前|午後|夜|夕方|正午|早朝)(?:\d{1,2}時)?)?の?(?:末|上旬|中旬|下旬|初め)?(?:まで|以前|を期限|いっぱい)",
        from_=r"(?:の?(?:午前|午後|夜|夕方|正午|早朝)(?:\d{1,2}時)?)?の?(?:末|上旬|中旬|下旬|初め)?(?:から|以降|以来|を皮切り)",
    ),
    parts_after=_patterns(early=r"の?(?:上旬|初め|初頭|はじめ|前半)", mid=r"の?(?:中旬|半ば|中頃)", late=r"の?(?:下旬|末|終わり|後半)"),
    clock=re.compile(
        r"(?P<part>午前|午後|未明|早朝|朝|夕方|夜|深夜)?の?(?<![\d.])(?P<h>\d{1,2})時(?!間|代|期|点|給)(?:(?P<min>\d{1,2})分|(?P<half>半))?|(?<![\d:])(?P<h2>[01]?\d|2[0-4]):(?P<min2>[0-5]\d)(?![\d:])"
    ),
    hours=_JA_HOURS,
    hour_words=re.compile(r"今朝|[今昨][夜晩]|午前|午後|未明|早朝|夕方|深夜|(?<=日)[朝昼夜夕]|(?<=日の)[朝昼夜夕]|(?<=曜)[朝昼夜夕]"),
    noon={"正午": 12},
    zones=re.compile(r"現地時間|日本時間|韓国時間|GMT|UTC|グリニッジ|東部時間"),
    shifts=_rows(
        (r"翌日|翌朝|次の日|あくる日|一夜明け", "day", 1), (r"前日|前夜", "day", -1), (r"翌年|次の年", "year", 1), (r"前年|その前の年", "year", -1), (r"翌月", "month", 1), (r"前月", "month", -1), (r"翌週", "week", 1), (r"前週", "week", -1),
        (rf"{_JA_N}日後", "day", 0), (rf"{_JA_N}週間後", "week", 0), (rf"{_JA_N}(?:か|カ|ヶ|ヵ)月後", "month", 0), (rf"{_JA_N}年後", "year", 0),
    ),
    orders=_orders(r"直前|以前|(?<!\d年)(?<!\d日)(?<!月)(?<!直)前(?=に|、|の|まで|から)", r"直後|(?<!年)(?<!日)(?<!月)(?<!直)(?<!時間)後(?=に|、|の)|てから|た後|の後"),
    seasons=_patterns(spring=r"春(?=に|の|先|から|まで|、|以|ご)", summer=r"夏(?=に|の|場|から|まで|、|以|季|ご)", autumn=r"秋(?=に|の|口|から|まで|、|以|ご)", winter=r"冬(?=に|の|場|から|まで|、|以|季|ご)"),
)  # fmt: skip

_ZH_HOURS = {
    "上午": (0, 12), "下午": (12, 20), "凌晨": (0, 7), "清晨": (3, 9), "早上": (4, 12), "早晨": (4, 11), "清早": (4, 10), "早": (4, 12), "中午": (10, 15), "正午": (11, 13), "午后": (12, 18), "午後": (12, 18), "傍晚": (15, 21),
    "晚上": (17, 29), "晚间": (17, 29), "晚間": (17, 29), "晚": (17, 29), "夜间": (18, 30), "夜間": (18, 30), "深夜": (21, 29), "夜": (17, 30), "今晨": (0, 9), "午夜": (22, 26),
}  # fmt: skip
_ZH_PARTS = r"上午|下午|凌晨|清晨|早上|早晨|中午|傍晚|晚上|晚间|晚間|深夜|晚|早"
_ZH_N = r"(?P<n>\d+|[一二两兩三四五六七八九十]+)"
_ZH_D = r"[一二三四五六七八九十]{1,3}|\d{1,2}"
_ZH = Moments(
    edges_after=_patterns(
        until=r"(?:上午|下午|晚上|中午|凌晨)?(?:\d{1,2}[时時点點])?(?:之前|以前|前(?!往|后|後|夕|任|线|線|沿|锋|景|来)|底前|截止|为止|為止|止)",
        from_=r"(?:上午|下午|晚上|中午|凌晨)?(?:\d{1,2}[时時点點])?(?:起(?!诉|訴|火|飞|飛|草|初)|开始|開始|以来|以來|以后|以後|之后|之後|后(?!勤|续)|後(?!勤|續))",
    ),
    edges_before=_before(until=r"(?:截至|截止到?|直到|至|到|不晚于|不晚於|最迟|最遲)", from_=r"(?:自|从|從|自从|自從|不早于|不早於|最早)"),
    parts_after=_patterns(early=r"(?:初|上旬|月初|年初)", mid=r"(?:中旬|中)(?!国|國|央|心)", late=r"(?:下旬|底|末)"),
    clock=re.compile(
        rf"(?P<part>{_ZH_PARTS})?\s?(?<![\d.])(?P<h>{_ZH_D})\s?(?:[时時](?!间|間|代|候|刻|常|期|速)|[点點](?!\d))(?:(?P<min>\d{{1,2}})分|(?P<half>半))?|(?<![\d:：])(?P<h2>[01]?\d|2[0-4])[:：](?P<min2>[0-5]\d)(?![\d:：])"
    ),
    numbers={"一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12},
    hours=_ZH_HOURS,
    hour_words=re.compile(r"[今明]早|今晨|[今昨明][晚夜]|上午|下午|凌晨|清晨|早上|早晨|傍晚|晚上|晚间|晚間|深夜|夜间|夜間|中午|(?<=[日号號])[晚早夜]"),
    noon={"正午": 12, "午夜": 0},
    zones=re.compile(r"当地时间|當地時間|北京时间|北京時間|台北时间|GMT|UTC|格林尼治|美东时间|美東時間"),
    shifts=_rows(
        (r"次日|第二天|翌日|隔天|翌晨|隔日|一天[后後]", "day", 1), (r"前一天|前一日|一天前", "day", -1), (r"次年|翌年|第二年|隔年", "year", 1), (r"前一年|上一年", "year", -1), (r"次月|翌月", "month", 1), (r"前一个月|前一個月", "month", -1), (r"次周|隔周|一周[后後]", "week", 1), (r"前一[周週]", "week", -1),
        (rf"{_ZH_N}[天日](?:之)?[后後]", "day", 0), (rf"{_ZH_N}(?:[周週]|个星期|個星期)(?:之)?[后後]", "week", 0), (rf"{_ZH_N}[个個]月(?:之)?[后後]", "month", 0), (rf"{_ZH_N}年(?:之)?[后後]", "year", 0),
    ),
    orders=_orders(r"之前|以前|前夕|(?<![年月日天周目以之此空日])前(?=[,，、。])", r"之后|之後|以后|以後|(?<![年月日天周以之此最])[后後](?=[,，、。])"),
    seasons=_patterns(spring=r"春(?:天|季|夏|耕)|今春|去春|明春", summer=r"夏(?:天|季)|今夏|去夏|明夏", autumn=r"秋(?:天|季|冬)|今秋|去秋", winter=r"冬(?:天|季)|今冬|去冬"),
)  # fmt: skip

_DE_COUNT = r"(?P<n>\d+|einen?|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)"
_DE = Moments(
    edges_before=_before(
        until=r"\b(?:bis|bis zum|bis Ende|bis Anfang|bis Mitte|vor dem|spätestens|spätestens am|bis einschließlich)\s",
        from_=r"\b(?:ab|ab dem|seit|seit dem|vom|von|nach dem|frühestens|frühestens am|frühestens ab)\s(?:kommenden |nächsten |dieser )?",
    ),
    parts_before=_before(early=r"\b(?:Anfang|zu Beginn des|Beginn des)\s", mid=r"\b(?:Mitte|Mitte des)\s", late=r"\b(?:Ende|Ende des)\s"),
    clock=re.compile(r"(?<![\d.,:])(?P<h>[01]?\d|2[0-4])(?:[:.](?P<min>[0-5]\d))? Uhr|(?<![\d:])(?P<h2>[01]?\d|2[0-4]):(?P<min2>[0-5]\d)(?![\d:])"),
    hours={"morgen": (4, 11), "vormittag": (6, 12), "mittag": (11, 15), "nachmittag": (12, 19), "abend": (16, 24), "nacht": (18, 30)},
    hour_words=re.compile(r"\bam (?:Vormittag|Nachmittag|Abend|Mittag|Morgen)\b|\bin der Nacht\b|(?<=tag)(?:vormittag|nachmittag|abend|mittag|morgen|nacht)\b", re.IGNORECASE),
    zones=re.compile(r"\bOrtszeit\b|\b(?:MEZ|MESZ|GMT|UTC)\b"),
    shifts=_rows(
        (r"\bam (?:nächsten|folgenden) (?:Tag|Morgen)\b|\btags darauf\b|\bam Tag darauf\b|\beinen Tag später\b", "day", 1), (r"\bam Vortag\b|\btags zuvor\b|\bam Tag (?:zuvor|davor)\b|\beinen Tag zuvor\b", "day", -1),
        (r"\bim (?:Jahr darauf|folgenden Jahr|Folgejahr)\b|\bein Jahr später\b", "year", 1), (r"\bim (?:Vorjahr|Jahr zuvor)\b|\bein Jahr zuvor\b", "year", -1), (r"\bim (?:Folgemonat|Monat darauf)\b", "month", 1), (r"\bim Vormonat\b", "month", -1), (r"\bdie Woche darauf\b|\beine Woche später\b", "week", 1),
        (rf"\b{_DE_COUNT} Tage? (?:später|danach)\b", "day", 0), (rf"\b{_DE_COUNT} Wochen? (?:später|danach)\b", "week", 0), (rf"\b{_DE_COUNT} Monate? (?:später|danach)\b", "month", 0), (rf"\b{_DE_COUNT} Jahre? (?:später|danach)\b", "year", 0),
    ),
    orders=_orders(r"\b(?:bevor|vor (?:dem|der|den|Beginn))\b", r"\b(?:nachdem|nach (?:dem|der|den|Ende))\b"),
    anchor_first=False,
    seasons=_patterns(spring=r"\bFrühjahr|\bFrühling", summer=r"\bSommer(?!spiele)", autumn=r"\bHerbst", winter=r"\bWinter(?!spiele)"),
)  # fmt: skip

MOMENTS: Mapping[str, Moments] = {"ko": _KO, "en": _EN, "ja": _JA, "zh": _ZH, "de": _DE}
"""Primary tag → what stands beside its dates."""
NONE = Moments()
