"""One key for a name in every script, and how likely two spellings are one name.

Known names go by their id in the gazetteer. The rest is romanised (anyascii), reduced to a consonant skeleton in which
voiced and voiceless, l and r, f and p fall together (as they do between Hangul, Kana and Latin), and compared by
RapidFuzz. Han characters have several readings: Mandarin's by anyascii, and the Korean ones of our own table, so that
金秀賢 meets 김수현 as well as Jin Xiuxian.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from prism.languages.gazetteer import known
from prism.languages.kana import name_in_kana

_READINGS = (
    "金김 李이 朴박 崔최 鄭정 郑정 姜강 趙조 赵조 尹윤 張장 张장 林임 韓한 韩한 吳오 吴오 徐서 申신 權권 权권 黃황 黄황 安안 宋송 柳유 洪홍 全전 高고 文문 孫손 孙손 "
    "梁양 裵배 裴배 白백 曺조 許허 许허 南남 沈심 劉유 刘유 盧노 卢노 河하 郭곽 成성 車차 车차 朱주 禹우 具구 羅나 罗나 任임 田전 閔민 闵민 陳진 陈진 池지 嚴엄 严엄 蔡채 元원 千천 方방 孔공 "
    "玄현 咸함 卞변 楊양 廉염 邊변 呂여 秋추 都도 石석 蘇소 苏소 薛설 宣선 馬마 吉길 延연 表표 魏위 王왕 明명 奇기 琴금 潘반 "
    "秀수 賢현 贤현 哲철 俊준 敏민 宇우 鎬호 镐호 浩호 載재 载재 在재 寅인 仁인 錫석 锡석 悅열 悦열 烈열 正정 恩은 日일 成성 英영 淑숙 順순 顺순 熙희 姬희 姫희 美미 善선 貞정 贞정 惠혜 慧혜 珍진 真진 眞진 "
    "鎮진 镇진 振진 相상 尚상 商상 旭욱 昱욱 基기 起기 東동 东동 棟동 炳병 秉병 丙병 鍾종 钟종 宗종 種종 大대 泰태 太태 昌창 昶창 勳훈 勋훈 訓훈 薰훈 建건 健건 權권 圭규 奎규 揆규 國국 国국 光광 廣광 根근 "
    "槿근 瑾근 德덕 道도 度도 斗두 來래 来래 龍용 龙용 勇용 容용 鎔용 雨우 佑우 祐우 雲운 云운 運운 雄웅 遠원 媛원 源원 有유 裕유 潤윤 允윤 潤윤 殷은 銀은 银은 義의 义의 益익 一일 子자 才재 宰재 "
    "全전 典전 定정 政정 廷정 晶정 靜정 静정 濟제 济제 祚조 祖조 朝조 柱주 周주 州주 重중 中중 志지 智지 知지 芝지 鎭진 晉진 澈철 喆철 忠충 致치 必필 弼필 夏하 學학 学학 漢한 汉한 海해 赫혁 爀혁 炫현 鉉현 铉현 "
    "顯현 显현 賢현 亨형 炯형 瀅형 兄형 慧혜 鎬호 昊호 虎호 湖호 和화 華화 华화 煥환 焕환 桓환 會회 会회 孝효 厚후 興흥 兴흥 喜희 希희 羲희 佳가 嘉가 康강 卿경 京경 景경 慶경 庆경 敬경 瓊경 桂계 "
    "九구 求구 君군 軍군 貴귀 均균 極극 今금 起기 璣기 琪기 南남 娜나 那나 蘭난 兰난 男남 念념 多다 丹단 達달 达달 潭담 唐당 德덕 羅라 樂락 亮량 麗려 丽려 連련 禮례 礼례 路로 魯노 雷뢰 "
    "樓루 倫륜 凜름 隆륭 璃리 利리 梨리 莉리 琳림 萬만 万만 滿만 茂무 武무 默묵 門문 味미 珉민 旼민 民민 玟민 攀반 培배 範범 范범 法법 碧벽 普보 寶보 宝보 福복 鳳봉 凤봉 奉봉 富부 北북 芬분 彬빈 斌빈 "
    "史사 士사 思사 山산 三삼 尚상 祥상 象상 瑞서 西서 錫석 碩석 奭석 璇선 先선 仙선 雪설 星성 聖성 圣성 誠성 诚성 世세 少소 昭소 素소 松송 洙수 壽수 寿수 守수 水수 樹수 树수 叔숙 舜순 純순 淳순 崇숭 "
    "承승 勝승 胜승 昇승 升승 時시 时시 始시 植식 信신 新신 辛신 實실 实실 心심 雅아 我아 娥아 岳악 愛애 爱애 野야 若약 陽양 阳양 彦언 言언 汝여 如여 娟연 然연 研연 妍연 姸연 燕연 英영 永영 映영 榮영 荣영 "
    "藝예 艺예 睿예 五오 玉옥 沃옥 溫온 完완 堯요 龍룡 友우 又우 郁욱 苑원 願원 月월 偉위 伟위 威위 柔유 維유 胤윤 律율 乙을 音음 應응 应응 儀의 怡이 伊이 二이 翼익 溢일 逸일 慈자 章장 璋장 長장 长장 在재 "
    "著저 赤적 展전 點점 政정 禎정 祯정 晁조 存존 鐘종 鍾종 柱주 珠주 竹죽 峻준 准준 遵준 仲중 曾증 鎭진 秦진 進진 进진 辰진 燦찬 灿찬 贊찬 讚찬 彩채 天천 清청 晴청 靑청 青청 初초 春춘 兌태 澤택 泽택 宅택 "
    "特특 八팔 平평 浦포 豐풍 丰풍 何하 荷하 恆항 恒항 海해 幸행 香향 虛허 憲헌 宪헌 革혁 衡형 馨형 豪호 弘홍 紅홍 红홍 化화 花화 歡환 皇황 效효 勛훈 輝휘 辉휘 劍검 剑검 慜민 珉민 映영 恩은 智지 妍연 雅아 荷하 璟경 旻민 濬준 晙준 燁엽 烨엽 瑜유 蓮연 莲연 琳임"
)
"""Han characters that names are made of, each with its Korean reading (simplified forms and variants too)."""


@lru_cache(maxsize=1)
def _korean_readings() -> Mapping[str, str]:
    return {pair[0]: pair[1] for pair in _READINGS.split() if len(pair) == 2}  # noqa: PLR2004 - parts of a name


_JAPANESE_SURNAMES: Mapping[str, str] = dict(
    pair.split(":")
    for pair in [
        "佐藤:sato",
        "鈴木:suzuki",
        "高橋:takahashi",
        "田中:tanaka",
        "伊藤:ito",
        "渡辺:watanabe",
        "山本:yamamoto",
        "中村:nakamura",
        "小林:kobayashi",
        "加藤:kato",
        "吉田:yoshida",
        "山田:yamada",
        "佐々木:sasaki",
        "山口:yamaguchi",
        "松本:matsumoto",
        "井上:inoue",
        "木村:kimura",
        "林:hayashi",
        "斎藤:saito",
        "斉藤:saito",
        "清水:shimizu",
        "山崎:yamazaki",
        "森:mori",
        "池田:ikeda",
        "橋本:hashimoto",
        "阿部:abe",
        "石川:ishikawa",
        "山下:yamashita",
        "中島:nakajima",
        "石井:ishii",
        "小川:ogawa",
        "前田:maeda",
        "岡田:okada",
        "長谷川:hasegawa",
        "藤田:fujita",
        "後藤:goto",
        "近藤:kondo",
        "村上:murakami",
        "遠藤:endo",
        "青木:aoki",
        "坂本:sakamoto",
        "福田:fukuda",
        "太田:ota",
        "西村:nishimura",
        "藤井:fujii",
        "岡本:okamoto",
        "金子:kaneko",
        "藤原:fujiwara",
        "三浦:miura",
        "中野:nakano",
        "原田:harada",
        "松田:matsuda",
        "竹内:takeuchi",
        "小野:ono",
        "田村:tamura",
        "中山:nakayama",
        "和田:wada",
        "石田:ishida",
        "上田:ueda",
        "森田:morita",
        "柴田:shibata",
        "酒井:sakai",
        "工藤:kudo",
        "横山:yokoyama",
        "宮崎:miyazaki",
        "宮本:miyamoto",
        "内田:uchida",
        "高木:takagi",
        "安藤:ando",
        "谷口:taniguchi",
        "大野:ono",
        "丸山:maruyama",
        "今井:imai",
        "河野:kono",
        "藤本:fujimoto",
        "村田:murata",
        "武田:takeda",
        "上野:ueno",
        "杉山:sugiyama",
        "増田:masuda",
        "小池:koike",
        "植田:ueda",
        "黒田:kuroda",
        "麻生:aso",
        "菅:suga",
        "野田:noda",
        "枝野:edano",
        "玉木:tamaki",
        "大谷:otani",
        "羽生:hanyu",
        "久保:kubo",
        "三笘:mitoma",
        "林芳正:hayashiyoshimasa",
        "茂木:motegi",
        "岩屋:iwaya",
        "中谷:nakatani",
    ]
)
"""The commonest surnames and their readings, for names of Japanese people in other scripts."""
_LONGEST_SURNAME = max(map(len, _JAPANESE_SURNAMES))

_FOLDS: tuple[tuple[str, str], ...] = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("tsh", "s"), ("ts", "s"), ("tz", "s"), ("cz", "s"), ("sh", "s"), ("ch", "s"), ("zh", "s"), ("dj", "s"), ("dz", "s"),
    ("ph", "p"), ("kh", "h"), ("ugh", "u"), ("gh", "k"), ("ck", "k"), ("qu", "kw"), ("ng", "n"),
)  # fmt: skip
_FOLDED = re.compile("|".join(one for one, _ in _FOLDS))
_LETTERS = str.maketrans({
    "b": "p", "f": "p", "v": "p", "d": "t", "g": "k", "q": "k", "c": "k", "j": "s", "z": "s", "r": "l", "m": "m", "n": "n",
    "h": "h", "w": "", "y": "",
})  # fmt: skip
_PINYIN = str.maketrans({"x": "s", "q": "s", "c": "s"})
_VOWELS = frozenset("aeiou")
_NO_BONES = str.maketrans("", "", "aeiou|")
_SOFT_C = re.compile(r"c(?=[eiy])")
_HAN = re.compile("[\u4e00-\u9fff]")
_SPLIT = re.compile(r"[\s·・\-‐=＝.'’]+")
_DOUBLED = re.compile(r"(.)(?=\1)")
_ENOUGH = 4
_FEW = 2
_SURE = 0.999
_KOREAN = frozenset({"ko"})
_JAPANESE = "ja"


def _is_han(name: str) -> bool:
    return _HAN.search(name) is not None


def _romanised(name: str, *, korean: bool = False) -> str:
    """Latin letters of the name; Han characters in the Korean reading or in Mandarin's."""
    if korean:
        readings = _korean_readings()
        name = "".join(readings.get(char, char) for char in name)
    latin = anyascii(_without_final_s(name)).casefold()
    if not korean and _is_han(name):
        latin = latin.translate(_PINYIN)
    return _NO_LATIN.sub("|", latin).strip("|")


def _without_final_s(name: str) -> str:
    """Hangul with its final ㅅ as it sounds: t at the end of a word (로빗), the next consonant doubled within it (닛산, 왓슨)."""
    if not _S_FINAL.search(name):
        return name
    found = []
    for place, char in enumerate(name):
        if _is_s_final(char):
            following = name[place + 1 : place + 2]
            char = chr(ord(char) - _FINAL_S) if "가" <= following <= "힣" else chr(ord(char) - _FINAL_S + _FINAL_T)  # noqa: PLW2901
        found.append(char)
    return "".join(found)


def _is_s_final(char: str) -> bool:
    return "가" <= char <= "힣" and (ord(char) - ord("가")) % _FINALS == _FINAL_S


_FINALS, _FINAL_S, _FINAL_T = 28, 19, 7
_S_FINAL = re.compile("[" + "".join(map(chr, range(ord("가") + _FINAL_S, ord("힣") + 1, _FINALS))) + "]")
_NO_LATIN = re.compile(r"[^a-z]+")
_CODA_R = re.compile(r"r(?![aeiou|])|r(?=\||$)")


def _skeleton(latin: str, *, coda_r: bool = True, th: str = "s", w: str = "") -> str:
    """Consonants of a romanised name, folded; a vowel in front stands as "a".

    Args:
        latin: small letters, "|" between words: equal letters fall together only within one.
        coda_r: False drops the r that English does not sound (Carter, 카터).
        th: how th is heard: "s" (Smith, 스미스) or "t" (Thomas, 토마스).
        w: how w is heard: not at all, or "p" as v (瓦).
    """
    if not latin:
        return ""
    if not coda_r:
        latin = _CODA_R.sub("", latin)
    latin = _SOFT_C.sub("s", latin.replace("th", th).replace("x", "ks"))
    if _FOLDED.search(latin):
        for digraph, letter in _FOLDS:
            latin = latin.replace(digraph, letter)
    starts = "a" if latin[:1] in _VOWELS or (latin[:1] in {"w", "y"} and not (w and latin[0] == "w")) else ""
    folded = _DOUBLED.sub("", latin.replace("w", w or "w").translate(_LETTERS))
    bones = folded.translate(_NO_BONES)
    return starts + bones[:1] + bones[1:].replace("h", "")


@lru_cache(maxsize=16384)
def name_key(name: str, language: str) -> str:
    """A key that the same name has in every script.

    Args:
        name: as it stands in a text, without titles.
        language: BCP 47 tag of the text: Han characters in Korean texts are read the Korean way.

    Returns:
        "country:US" and the like for a known name (미국, 米国, 美国, USA), else a consonant skeleton ("lksnk").
    """
    stripped = name.strip()
    entry = known(stripped)
    if entry is not None:
        return entry[0]
    is_korean = language.split("-", maxsplit=1)[0].lower() in _KOREAN
    return _skeleton(_romanised(stripped, korean=is_korean)) or stripped.casefold()


_MARKS = str.maketrans({
    "č": "ch", "Č": "Ch", "ć": "ch", "Ć": "Ch", "ç": "ch", "Ç": "Ch", "š": "sh", "Š": "Sh", "ś": "sh", "Ś": "Sh", "ş": "sh", "Ş": "Sh", "ș": "sh",
    "Ș": "Sh", "ž": "zh", "Ž": "Zh", "ź": "zh", "Ź": "Zh", "ż": "zh", "Ż": "Zh", "ţ": "ts", "ț": "ts", "Ţ": "Ts", "Ț": "Ts", "ř": "rzh", "Ř": "Rzh",
    "ł": "w", "Ł": "U", "ę": "en", "Ę": "En", "ą": "on", "Ą": "On", "ó": "u", "å": "o", "Å": "O", "ø": "oe", "Ø": "Oe", "ğ": "", "ñ": "ny",
    "Ñ": "Ny", "ń": "n", "ß": "s", "đ": "j", "Đ": "D",
})  # fmt: skip
"""Letters with marks by their sound in the languages that have them, where that is not the sound of the bare letter."""
_MARKED = re.compile("[" + "".join(map(chr, _MARKS)) + "]")


@lru_cache(maxsize=16384)
def _forms(name: str) -> tuple[tuple[str, str], ...]:
    """The skeletons that a name may have, each with the sound of the romanisation it was made of."""
    romans = {_romanised(name)}
    if _MARKED.search(name):
        romans.add(_romanised(name.translate(_MARKS)))
    ways: tuple[dict[str, str], ...] = ({},)
    if _is_han(name):
        romans.add(_romanised(name, korean=True))
        for length in range(1, _LONGEST_SURNAME + 1):
            reading = _JAPANESE_SURNAMES.get(name[:length])
            if reading is not None and length <= len(name):
                romans.add(reading + _romanised(name[length:]))
        ways = ({}, {"w": "p"})
    elif any("th" in roman for roman in romans):
        ways = ({}, {"th": "t"})
    forms = {
        (_skeleton(roman, coda_r=coda_r, **way), sound)
        for roman, sound in [(one, _sound(one.replace("|", ""))) for one in romans]
        for way in ways
        for coda_r in ((True, False) if "r" in roman else (True,))
    }
    return tuple(sorted(form for form in forms if form[0]))


@lru_cache(maxsize=65536)
def same_name(a: str, language_a: str, b: str, language_b: str) -> float:
    """How likely two spellings name the same, 0 to 1.

    A name that is a part of the other (a surname alone) counts nearly as much as the whole. Above .8 they may be taken
    for one (measured in `prism eval languages`).
    """
    one, folded_a, entry_a, parts_a = _taken_apart(a, language_a)
    two, folded_b, entry_b, parts_b = _taken_apart(b, language_b)
    if folded_a == folded_b:
        return 1.0
    if entry_a is not None and entry_b is not None:
        return 1.0 if entry_a[0] == entry_b[0] else 0.0
    best = _likeness(one, two)
    if best >= _SURE or len(parts_a) == len(parts_b) == 1:
        return round(best, 4)
    if len(parts_a) != len(parts_b):
        short, long = sorted((parts_a, parts_b), key=len)
        if len(short) == 1:
            best = max(best, 0.95 * max(_likeness(short[0], part) for part in long))
        else:
            best = max(best, 0.95 * _likeness("".join(short), "".join(long[-len(short) :])))
    elif len(parts_a) == 2:  # noqa: PLR2004 - parts of a name
        turned = (
            _likeness(parts_a[0] + parts_a[1], parts_b[1] + parts_b[0]),
            _likeness(parts_a[1] + parts_a[0], parts_b[0] + parts_b[1]),
        )
        best = max(best, 0.97 * max(turned))
    return round(best, 4)


@lru_cache(maxsize=16384)
def _taken_apart(name: str, language: str) -> tuple[str, str, tuple[str, str] | None, tuple[str, ...]]:
    """A name as it is heard, the same as it is written in small letters, what the gazetteer has of it, its parts."""
    stripped = name.strip()
    heard = (_is_han(stripped) and language.startswith(_JAPANESE) and name_in_kana(stripped)) or stripped
    return heard, stripped.casefold(), known(stripped), _parts(heard)


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part for part in _SPLIT.split(name) if part) or (name,)


def _sound(roman: str) -> str:
    """A romanised name with its vowels, consonants folded, w as the vowel it is near, Hangul's "eu" left out."""
    folded = (
        roman.replace("eu", "")
        .replace("w", "u")
        .replace("y", "i")
        .replace("th", "s")
        .replace("sh", "s")
        .replace("ch", "s")
    )
    return _DOUBLED.sub("", folded.translate(_LETTERS).replace("h", ""))


@lru_cache(maxsize=65536)
def _likeness(a: str, b: str) -> float:
    best = 0.0
    forms = _forms(b)
    for form_a, sound_a in _forms(a):
        for form_b, sound_b in forms:
            longest = max(len(form_b), len(form_a))
            bones = 1 - Levenshtein.distance(form_a, form_b) / longest
            if form_a[0] != form_b[0]:
                bones -= 0.15
            # The shorter the skeleton, the more the vowels have to say.
            weight = 0.85 if longest > _ENOUGH else (0.65 if longest > _FEW else 0.45)
            if weight * bones + (1 - weight) <= best:
                continue  # the vowels can't make it better
            alike = weight * bones + (1 - weight) * fuzz.ratio(sound_a, sound_b) / 100
            best = max(best, alike)
    return max(0.0, min(1.0, best))


@lru_cache(maxsize=16384)
def name_sounds(word: str) -> tuple[tuple[str, str], ...]:
    """How a word may sound, for telling whether a word of another script may be the same name.

    Args:
        word: one word in any script, without particles.

    Returns:
        (consonant skeleton, folded letters with vowels), one pair a reading: English r sounded and not, Han characters
        in Mandarin's and the Korean reading. Words of one name have a skeleton in common; `alike_in_sound` compares the letters.
    """
    return _forms(word)


def alike_in_sound(a: str, b: str) -> float:
    """How alike two words are in sound, 0 to 1, by the folded letters that `name_sounds` gives."""
    return fuzz.ratio(a, b) / 100
