"""Names in Chinese text: known ones, transliterations, people beside their titles, organisations and places by endings."""

from __future__ import annotations

import re

from prism.languages.gazetteer import is_common_word, known, starts_with_known
from prism.languages.mentions import NameMention
from prism.languages.offices import office_words
from prism.languages.people_chinese import chinese_people
from prism.languages.tables import table_for

_LANGUAGE_MARKS = "语語文"
"""Behind the name of a country these make the name of its language."""
_TITLES = sorted({*table_for("zh").titles_after, *office_words("zh")}, key=len, reverse=True)
_DOTTED = re.compile(r"[一-鿿]{1,6}(?:[·・•‧][一-鿿]{1,7})+")
_FOREIGN_CHARS = (
    "阿艾埃安昂奥奧巴拜班邦保贝貝本比彼边邊宾賓波伯博勃布查达達戴丹道德登邓鄧狄迪蒂丁东東杜顿頓多厄恩尔爾法凡范菲费費芬弗福夫盖蓋甘冈岡高戈格葛古哈海汉漢豪赫黑亨洪侯胡华華惠霍基吉季加贾賈杰金卡凯凱坎康考科柯可克肯孔库庫奎昆拉莱萊赖賴"
    "兰蘭朗劳勞勒雷蕾黎里裡理利莉连連林琳隆卢盧鲁魯路伦倫罗羅洛吕呂马馬玛瑪麦麥迈邁曼梅门門蒙米密明摩莫默姆穆纳納娜乃奈南内內尼涅宁寧纽紐努诺諾欧歐帕派潘庞龐佩彭皮平珀蒲普奇齐齊契恰乔喬切钦欽琴琼瓊让讓热熱日荣榮茹儒瑞若萨薩塞赛賽三桑"
    "瑟森沙莎山尚绍紹舍舒斯思松苏蘇索塔泰坦汤湯唐特滕提廷图圖托托瓦万萬旺威韦韋维維魏温溫文沃乌烏伍西希席锡錫夏香肖谢謝辛欣休许許雪雅亚亞扬揚杨楊耶叶葉伊英尤于约約泽澤扎詹珍治朱佐祖卓申科娃茨姬妮蕾丝絲"
)
_BEHIND_NAME = re.compile(r"定于|[在表说說称稱对對向将將是介透警呼强也则並并所及等指认認呼]")
"""What begins behind a name."""
_FOREIGN_RUN = re.compile(rf"[{_FOREIGN_CHARS}]{{3,7}}")
_FOREIGN_STRONG = frozenset(
    "斯尔爾克夫特普拉罗羅卡塔尼亚亞基索莫诺諾维維奇瓦茨娃耶伊弗菲埃艾奥奧巴贝貝姆穆纳納娜蒂蒙恩顿頓沃韦韋泽澤扎佐戈格赫霍勒莱萊洛鲁魯伦倫迪德布波勃"
)
_NOT_FOREIGN = re.compile(
    r"特别|特別|普通|普遍|东西|高科技|科技|文明|平安|安保|日本|西南|东南|南部|北部|明年|今日|万美元|基本|理想|东部|南海|东海|西方|西部|本科|多万|可达|可能|可以|加利|华人|约万|安全|和平|平台|思想|高达|可卡|汉语|理论|路口|明显"
)
_BOUNDARY = r"(?:^|(?<=[，。、；：（）“”\s《》]|[在和与與由对對向从從及的了是为為被据據称稱说說]))"
_ORGANISATION = re.compile(
    rf"{_BOUNDARY}(?P<name>[一-鿿A-Za-z]{{2,10}}?(?:公司|集团|集團|银行|銀行|大学|大學|学院|學院|医院|醫院|研究所|研究院|协会|協會|基金会|基金會|委员会|委員會|法院|检察院|通讯社|通訊社|日报|日報|电视台|電視台|航空|组织|組織|联盟|聯盟|外交部|国防部|國防部|财政部|财政部|警察局|气象局|氣象局))"
)
_PLACE = re.compile(r"(?P<name>[一-鿿]{2,4}?(?:省|市|县|縣|自治区|群岛|群島|半岛|半島|海峡|海峽|机场|機場))")
_NOT_PLACE = re.compile(
    r"^(?:全|各|该|該|本|多|某|两|兩|外|城|股|上|超|在|和|与|的|了|是|个|個|这|那|一|二|三|四|五|六|七|八|九|十|数|门|到|为|从|等|国|我|他|中央|国际)|市市|城市$|股市$|上市$|都市$|门市$|超市$|楼市$|夜市$|县市$|省市$|汇市$|债市$|反省|节省"
)
_WITHIN = re.compile(
    r"[说說称稱在的了将將与與和及对對从從向往至被把是有全各该本均由]|举行|舉行|当选|當選|现任|現任|击败|擊敗|连接|連接|前往|抵达|宣布|位于|日举|获得"
)
"""Words that stand in no place name: the pattern took too much."""
_NOT_ORGANISATION = re.compile(
    r"^(?:该|該|本|各|一家|这家|這家|多家|两家|其|外国|中央银行|分公司|子公司|母公司|我们|他们|非政府|有关|全国|国际组织|地方)"
)


def chinese_names(text: str) -> list[NameMention]:
    """Names in Han characters."""
    return [*_known(text), *_people(text), *_foreign(text), *_shaped(text)]


def _known(text: str) -> list[NameMention]:
    found: list[NameMention] = []
    at = 0
    while at < len(text):
        name = starts_with_known(text, at, "zh")
        if not name or is_common_word(name):
            at += 1
            continue
        entry = known(name)
        if text[at + len(name) : at + len(name) + 1] not in {*_LANGUAGE_MARKS}:
            found.append(NameMention(name, entry[1] if entry else "other", at, at + len(name)))
        at += len(name)
    return found


def _people(text: str) -> list[NameMention]:
    return [NameMention(text[start:end], "person", start, end) for start, end in chinese_people(text)]


def _bare(name: str) -> tuple[int, str]:
    """A name with dots without the title before and the words behind that were taken with it, and where it begins."""
    start = 0
    head, _, _ = name.partition("·")
    for title in _TITLES:
        if title in head and len(head) > len(title):
            start = head.index(title) + len(title)
            name = name[start:]
            break
    while name and name[0] not in _FOREIGN_CHARS and "·" in name[1:]:
        name, start = name[1:], start + 1
    spoken = _BEHIND_NAME.search(name, name.rfind("·") + 2)
    if spoken:
        name = name[: spoken.start()]
    while len(name) > 1 and name[-1] not in _FOREIGN_CHARS and name[-1] not in "·・•‧":
        name = name[:-1]
    return start, name


def _foreign(text: str) -> list[NameMention]:
    found: list[NameMention] = []
    for match in _DOTTED.finditer(text):
        start, name = _bare(match.group())
        if any(dot in name for dot in "·・‧•"):
            found.append(NameMention(name, "person", match.start() + start, match.start() + start + len(name)))
    for match in _FOREIGN_RUN.finditer(text):
        name = match.group()
        if _NOT_FOREIGN.search(name) or sum(c in _FOREIGN_STRONG for c in name) < len(name) * 0.6:
            continue
        found.append(NameMention(name, "other", match.start(), match.end()))
    return found


def _shaped(text: str) -> list[NameMention]:
    found: list[NameMention] = []
    for match in _ORGANISATION.finditer(text):
        name = match.group("name")
        if not _NOT_ORGANISATION.search(name):
            found.append(NameMention(name, "organisation", match.start("name"), match.end("name")))
    for match in _PLACE.finditer(text):
        name = match.group("name")
        if not _NOT_PLACE.search(name) and not _WITHIN.search(name[:-1]):
            found.append(NameMention(name, "place", match.start("name"), match.end("name")))
    return found
