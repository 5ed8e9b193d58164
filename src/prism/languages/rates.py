"""What a figure is counted by: a day, a month, a litre, a head ("640 people a day", 1日当たり640人, 1인당 30만 원)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

_BEFORE: Mapping[str, Mapping[str, str]] = {
    "ko": {
        "day": r"하루(?: ?평균)?(?:에)?|1일(?: ?평균)?|일 ?평균|일일|매일|하루당|일당|날마다",
        "month": r"월(?: ?평균)?|매달|매월|한 달(?:에)?|월간|달마다",
        "year": r"연간|연(?: ?평균)?|매년|한 해(?:에)?|해마다|1년에",
        "week": r"매주|주당|일주일에|1주일에|한 주(?:에)?|주간", "hour": r"시간당|매시간|한 시간에",
        "person": r"1인당|한 사람당|한 (?:사람|명)(?:이|은|에게|앞에)|한 명당|1명당|인당|1명에", "household": r"가구당|한 가구당|한 가구(?:가|는|에)|집집마다",
        "litre": r"(?:한 |1 ?)?(?:리터|ℓ)(?:당|에)", "cum": r"(?:한 |1 ?)?(?:세제곱미터|㎥|입방미터)(?:당|에)", "tonne": r"(?:한 |1 ?)?(?:톤|t)(?:당|에)", "kg": r"(?:한 |1 ?)?(?:㎏|kg|킬로그램|킬로)(?:당|에)", "sqm": r"(?:한 |1 ?)?(?:㎡|제곱미터)(?:당|에)", "pyeong": r"(?:한 |1 ?)?평(?:당|에)|3\.3㎡당", "hectare": r"(?:한 |1 ?)?(?:헥타르|㏊|ha)(?:당|에)", "acre": r"(?:한 |1 ?)?에이커(?:당|에)", "gallon": r"(?:한 |1 ?)?갤런(?:당|에)", "barrel": r"(?:한 |1 ?)?배럴(?:당|에)", "night": r"1박에|1박당|하룻밤에|1박",
        "ship": r"(?:한 |1)?척당|(?:한 |1)척에", "vehicle": r"(?:한 |1)?대당|(?:한 |1)대에", "case": r"(?:한 |1)?건당|(?:한 |1)건에", "animal": r"(?:한 |1)?마리당|(?:한 |1)마리에", "box": r"(?:한 |1)?(?:상자|박스)(?:당|에)", "bottle": r"(?:한 |1)?병(?:당|에)", "item": r"(?:한 |1)?(?:개|장|권)당|(?:한 |1)(?:개|장|권)에", "occasion": r"(?:한 |1)?(?:회|번|차례|편)당|(?:한 |1)(?:회|번|차례|편)에", "company": r"(?:한 |1)?(?:개사|업체|기업|사|곳)당", "room": r"(?:한 |1)?(?:실|채)당",
    },
    "ja": {
        "day": r"(?:1|一)日(?:当|あ)たり|(?:1|一)日(?:に|平均)?|日量|毎日|1日平均", "month": r"月(?:当|あ)たり|月平均|月額|毎月|1カ月に|月に|月間|ひと月に", "year": r"年間|年(?:当|あ)たり|毎年|年平均|年に|年額", "week": r"毎週|週に|1週間に", "hour": r"(?:1|一)?時間(?:当|あ)たり|毎時|1時間に",
        "person": r"(?:1|一)人(?:当|あ)たり|1人につき|ひとり当たり|1人", "household": r"(?:1|一)?世帯(?:当|あ)たり", "litre": r"(?:1)?リットル(?:当|あ)たり", "cum": r"(?:1)?立方メートル(?:当|あ)たり", "tonne": r"(?:1)?トン(?:当|あ)たり", "kg": r"(?:1)?キロ(?:グラム)?(?:当|あ)たり", "sqm": r"(?:1)?平方メートル(?:当|あ)たり", "tsubo": r"坪(?:当|あ)たり|坪単価", "hectare": r"(?:1)?ヘクタール(?:当|あ)たり", "acre": r"(?:1)?エーカー(?:当|あ)たり", "barrel": r"(?:1)?バレル(?:当|あ)たり", "night": r"1泊",
        "ship": r"(?:1|一)?隻(?:当|あ)たり|1隻(?:に|につき)", "vehicle": r"(?:1|一)?台(?:当|あ)たり|1台につき", "case": r"(?:1|一)?件(?:当|あ)たり|1件につき", "animal": r"(?:1|一)?[匹頭羽](?:当|あ)たり|1[匹頭羽]", "box": r"(?:1|一)?箱(?:当|あ)たり|1箱", "bottle": r"(?:1|一)?[本瓶](?:当|あ)たり|1[本瓶]", "item": r"(?:1|一)?[個枚冊](?:当|あ)たり|1[個枚冊]", "occasion": r"(?:1|一)?回(?:当|あ)たり|1回につき", "company": r"(?:1|一)?社(?:当|あ)たり", "room": r"(?:1|一)?[室戸](?:当|あ)たり",
    },
    "zh": {
        "day": r"每天|每日|日均|平均每天|日产|一天", "month": r"每月|月均|每个月|每個月", "year": r"每年|年均|年产|一年", "week": r"每周|每週|每星期", "hour": r"每小时|每小時|时薪|時薪",
        "person": r"每人|人均|每位[^，。\d]{0,4}|每名[^，。\d]{0,4}", "household": r"每户|每戶|户均", "litre": r"每升|每公升", "cum": r"每立方米|每立方公尺", "tonne": r"每吨|每噸|每公吨", "kg": r"每公斤|每千克", "sqm": r"每平方米|每平米", "tsubo": r"每坪", "hectare": r"每公顷|每公頃", "acre": r"每英亩|每英畝", "barrel": r"每桶", "night": r"每晚",
        "ship": r"每艘(?:船|渔船)?", "vehicle": r"每[辆輛](?:车|車)?", "case": r"每[起宗](?:案件)?", "animal": r"每[头頭只隻](?![有要])", "box": r"每[箱盒]", "bottle": r"每瓶", "item": r"每[个個件张張本台臺](?!月|人|星期|小[时時])", "occasion": r"每[次趟]", "company": r"每家(?:企业|公司|企業)?",
    },
    "en": {"day": r"daily|each day|every day", "month": r"monthly|each month|every month", "year": r"annual|yearly|annually|each year|every year", "week": r"weekly|each week|every week", "hour": r"hourly", "person": r"each (?:person|resident|customer|worker|employee|member|passenger)", "household": r"each (?:household|family|home)"},
}  # fmt: skip
_AFTER: Mapping[str, Mapping[str, str]] = {
    "en": {
        "day": r"(?:a|per|each|every) day|daily|per-day", "month": r"(?:a|per|each|every) month|monthly", "year": r"(?:a|per|each|every) year|annually|yearly|per annum", "week": r"(?:a|per|each|every) week|weekly", "hour": r"(?:an|per|each|every) hour|hourly",
        "person": r"(?:a|per) (?:person|head|capita|resident|passenger|customer|worker|employee|member)|each|apiece", "household": r"(?:a|per) (?:household|family|home)", "litre": r"(?:a|per) lit(?:re|er)|for a lit(?:re|er)", "cum": r"(?:a|per) cubic met(?:re|er)", "tonne": r"(?:a|per) (?:metric )?ton(?:ne)?", "kg": r"(?:a|per) (?:kg|kilo|kilogram)", "sqm": r"(?:a|per) square met(?:re|er)", "sqft": r"(?:a|per) square foot", "hectare": r"(?:a|per) hectare", "acre": r"(?:an|per) acre", "barrel": r"(?:a|per) barrel", "gallon": r"(?:a|per) gallon", "night": r"(?:a|per) night(?!-| shift)", "share": r"(?:a|per) share",
        "ship": r"(?:a|per) (?:vessel|ship|boat|craft)", "vehicle": r"(?:a|per) (?:car|vehicle|truck|bus)", "case": r"(?:a|per) case", "box": r"(?:a|per) (?:[\w-]+ )?(?:box|crate|carton|pack)", "bottle": r"(?:a|per) bottle", "item": r"(?:a|per) (?:unit|piece|item|copy)", "occasion": r"(?:a|per) (?:night |day )?(?:trip|ride|visit|flight|session|shift)", "company": r"(?:a|per) (?:company|firm)",
    },
}  # fmt: skip
_REACH = 34
_ABOUT = (
    r"약|総|計|合計|計約|총|평균|約|约|各|大约|최대|최소|최고|각각|最大|最低|最高|最多|至少|最大で| |에|로|는|의|、|,"
)
_GLUE: Mapping[str, str] = {
    "ko": rf"(?:{_ABOUT}|해마다|매년|매달|매월|1년에|연간|(?<= )[가-힣]{{1,7}}(?:을|를|이|가|은|는|으로)? )*",
    "ja": rf"(?:{_ABOUT}|年間?|毎年|月額?|年額|の?[一-鿿ァ-ヺー]{{1,8}}[はがをも])*",
    "zh": rf"(?:{_ABOUT})*[^，。；：、\d]{{0,9}}",
}
_GLUE_OF_WORDS = r"[^.;,:\d]{0,20}"
"""What may stand between "a day", "per head" and the figure behind it."""
_NOT_AGO = r"(?!,? (?:ago|earlier|before|previously|later|old|prior)\b)"
_BEHIND = 26
_WIDE = frozenset({"ko", "ja", "zh"})


@cache
def _patterns(language: str) -> tuple[tuple[tuple[str, re.Pattern[str]], ...], tuple[tuple[str, re.Pattern[str]], ...]]:
    glue = _GLUE.get(language, _GLUE_OF_WORDS)
    edge = r"(?<![가-힣\d])" if language == "ko" else r"(?<!\d)" if language in _WIDE else r"\b"
    before = tuple(
        (name, re.compile(rf"{edge}(?:{words}){glue}$", re.IGNORECASE))
        for name, words in _BEFORE.get(language, {}).items()
    )
    after = tuple(
        (
            name,
            re.compile(
                rf"(?:\s?\([^)]*\))?(?:[^.;:,\d]{{0,{_BEHIND}}}?\b|\s?)(?:for |to )?(?:{words})(?![a-z가-힣]){_NOT_AGO}",
                re.IGNORECASE,
            ),
        )
        for name, words in _AFTER.get(language, {}).items()
    )
    return before, after


def counted_by(text: str, start: int, end: int, language: str) -> frozenset[str]:
    """What a figure is counted by.

    Args:
        text: the sentence.
        start: of the figure.
        end: of the figure with its unit.
        language: primary tag.

    Returns:
        Canonical names ("day", "person", "litre"), none where the text does not say or the language has no table.
    """
    before, after = _patterns(language)
    left, right = text[max(0, start - _REACH) : start], text[end : end + _BEHIND + 18]
    found = {name for name, pattern in before if pattern.search(left)}
    return frozenset(found | {name for name, pattern in after if pattern.match(right)})


_EVENLY: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(r"똑같이|균등|절반씩|반반|나눠|나누어|분담"),
    "ja": re.compile(r"等分|折半|均等|半分ずつ|分担|分け合"),
    "zh": re.compile(r"均摊|平摊|平分|均分|各[占出担]|分担|等额"),
    "en": re.compile(
        r"\bequal(?:ly)?\b|\bevenly\b|\bsplit|\bshar(?:e|ed|ing) (?:the )?(?:rest|cost|remainder)", re.IGNORECASE
    ),
    "de": re.compile(r"gleichen Teilen|je zur Hälfte|teilen sich|gleichmäßig", re.IGNORECASE),
}


def shares_evenly(text: str, language: str) -> bool:
    """Whether a sentence says that something is shared out in equal parts (両県が残りを等分して負担する)."""
    pattern = _EVENLY.get(language)
    return pattern is not None and pattern.search(text) is not None
