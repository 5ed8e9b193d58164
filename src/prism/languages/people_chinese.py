"""Persons in Chinese sentences: a surname with one or two characters behind what somebody is, or before a word of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from prism.languages.concepts import concepts
from prism.languages.gazetteer import known
from prism.languages.offices import office_words
from prism.languages.tables import table_for
from prism.languages.tables.shape import listed

SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾萧蕭肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎閻段"
    "雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯习習柯温溫康施牛洪赖賴傅毕畢娄婁祝奚骆駱欧歐梅凌霍翁荣榮左齐齊庄莊章鲁魯俞裴樊葛殷詹申倪耿焦聂聶甘庞龐舒项項管童苗路池鲍鮑卓华華包季盛柳艾佟阮牟倪岳辛关關穆瞿应應柴祁纪紀宁寧"
    "喻蒲蓝藍费費游符景车車屈查饶饒涂冉桂柏迟遲连連苑尚裘宫宮覃鄢卜单單邢岑仇古巴谷米宗晏简簡沙冷丛叢鹿"
)
_DOUBLE = frozenset(listed("欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|慕容|司徒|东方|夏侯|尉迟|皇甫|公孙|令狐|端木"))
_ROLES = listed(
    "队员|隊員|小将|小將|老将|老將|新秀|新人|名宿|教师|老师|居民|村民|市民|渔民|农民|志愿者|志工|律师|代表|负责人|創辦人|发起人|创始人|创办人|店主|业主|房东|租客|司机|乘客|旅客|游客|登山者|学生|家长|母亲|父亲|妻子|丈夫|儿子|女儿|"
    "受害者|嫌疑人|被告人|被告|原告|死者|伤者|目击者|作者|导演|演员|歌手|作家|画家|设计师|建筑师|工程师|总监|經理|经理|主任|主管|研究员|科学家|医生|医师|护士|厨师|农户|船长|机长|队长|教练|主帅|门将|前锋|后卫|中锋|主攻|副攻|二传|"
    "總監|財務總監|分析員|教師|律師|學者|專家|議員|市長|導演|作者|負責人|代表律師|主編|館長|船長|員工|司機|學生|母親|妻子|兒子|女兒|證人|自由人|选手|棋手|九段|冠军|裁判长|裁判|评论员|分析师|经济学家|历史学家|学者|专家|教授|院士|讲师|博士|秘书长|理事长|会长|董事长|董事|总裁|总经理|首席执行官|首席财务官|发言人|局长|副局长|处长|科长|厅长|馆长|院长|校长|园长|站长|所长|"
    "社长|法官|审判长|检察官|警官|警长|议员|市长|县长|镇长|村长|省长|部长|书记|主席|委员|干事|顾问|助理|合伙人|投资人|收藏家|摄影师|记者|编辑|主编|策展人|指挥|钢琴家|小提琴家|作曲家|编舞|制片人|馆员|维修员|消防员|飞行员|调查员|观察员"
)
_FUNCTION = frozenset(
    '说說称稱表示因在是的则則将將为為被把对對向和与與及以也还還都已曾就于於从從指认認宣透补補呼介抱耗击擊率领領带帶获獲到去接能可让讓使给給跟或而但并並等，。、,：:；;！？!?（）()“”"「」《》 \n赛賽当當随隨仍又再则未没沒不只均同共率'
)
_SAYS = "说|說|称|稱|表示|指出|认为|認為|透露|介绍|介紹|强调|強調|回忆|回憶|抱怨|坦言|补充|補充|警告|宣布|解释|解釋|批评|批評|提醒|呼吁|呼籲|担心|擔心|质疑|質疑|承认|承認|反驳|反駁|写道|告诉|告訴|赛后|賽後|感叹|直言|建议|建議|估计|估計|預計|预计|形容"
_AGED = r"[（(]?\d{2}岁?[）)]?"
_HAN = re.compile(r"[一-鿿]")
_START = r"(?:^|(?<=[，。；：、,;:“”「」\"\s]))"


@cache
def _titles() -> re.Pattern[str]:
    words = {
        one for one in (*_ROLES, *office_words("zh"), *table_for("zh").titles_after) if _HAN.match(one) and len(one) > 1
    }
    return re.compile(
        rf"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?:、[^，。、]{{1,12}}的|{_AGED}|之一)?"
    )


_RARE = re.compile(rf"(?P<name>[一-鿿]{{2,3}}?)(?:{_AGED})?(?:{_SAYS})")
"""Behind an office somebody who says something has a name, whatever the surname."""
_BEFORE_SAYING = re.compile(rf"{_START}(?:{_AGED}的)?(?P<name>[一-鿿]{{2,3}}?)(?:{_AGED})?(?:[则還还也]?)(?:{_SAYS})")
_AGED_NAME = re.compile(r"(?P<name>[一-鿿]{2,4})[（(]\d{2}岁?[）)]")
_OLD = re.compile(r"\d{2}[岁歲]的")


@lru_cache(maxsize=2048)
def chinese_people(text: str) -> tuple[tuple[int, int], ...]:
    """Where the persons' names of a sentence stand: (start, end) of each."""
    found: dict[int, int] = {}
    for start, end in (*_behind_titles(text), *_by_what_follows(text)):
        if not any(start < last and first < end for first, last in found.items()):
            found[start] = end
    return tuple(sorted(found.items()))


def _behind_titles(text: str) -> Iterator[tuple[int, int]]:
    for match in (*_titles().finditer(text), *_OLD.finditer(text)):
        end = _name_end(text, match.end()) or _rare_name_end(text, match.end())
        if end:
            yield match.end(), end


def _by_what_follows(text: str) -> Iterator[tuple[int, int]]:
    for match in _BEFORE_SAYING.finditer(text):
        start, end = match.span("name")
        if _name_end(text, start) == end:
            yield start, end
    for match in _AGED_NAME.finditer(text):
        for length in (3, 2):
            start = match.end("name") - length
            if start >= match.start("name") and _is_surname_at(text, start):
                yield start, match.end("name")
                break


def _is_surname_at(text: str, start: int) -> int:
    """How many characters at a place are a surname."""
    if text[start : start + 2] in _DOUBLE:
        return 2
    return 1 if text[start : start + 1] in SURNAMES else 0


def _name_end(text: str, start: int) -> int:
    """Where a name that begins at a place ends; 0 if none does."""
    surname = _is_surname_at(text, start)
    if not surname or _is_word(text, start) or "·" in text[start : start + surname + 3]:
        return 0
    short, long = start + surname + 1, start + surname + 2
    if long > len(text) or not _all_han(text[start:short]):
        return 0
    if not _all_han(text[start:long]) or text[short] in _FUNCTION:
        return short if text[start + surname] not in _FUNCTION and _ends(text, short) else 0
    if text[start + surname] in _FUNCTION or known(text[start:long]) is not None:
        return 0
    if _ends(text, long) or not _begins_word(text, short):
        return long
    return short


def _rare_name_end(text: str, start: int) -> int:
    """Where a name under a rare surname ends; 0 if what stands there is none."""
    match = _RARE.match(text, start)
    if match is None or any(one in _FUNCTION for one in match.group("name")):
        return 0
    end = match.end("name")
    return 0 if any(start < last and first < end for first, last in _words(text).items()) else end


def _all_han(piece: str) -> bool:
    return bool(piece) and all(_HAN.match(one) for one in piece)


def _ends(text: str, place: int) -> bool:
    return place >= len(text) or text[place] in _FUNCTION or not _HAN.match(text[place]) or _begins_word(text, place)


@lru_cache(maxsize=2048)
def _words(text: str) -> dict[int, int]:
    return {one.start: one.end for one in concepts(text, "zh")}


def _begins_word(text: str, place: int) -> bool:
    return _words(text).get(place, 0) - place > 1


def _is_word(text: str, start: int) -> bool:
    """Whether a word of the lexicon begins at a place or runs across it."""
    return any(first <= start < last - 1 for first, last in _words(text).items())
