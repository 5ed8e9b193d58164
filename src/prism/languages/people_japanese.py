"""Persons in Japanese sentences: Han characters before a title, an age or a rank, or behind what somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from prism.languages.concepts import concepts
from prism.languages.gazetteer import known, known_in
from prism.languages.offices import office_words
from prism.languages.readings import is_read_in_names
from prism.languages.tables import table_for
from prism.languages.tables.shape import listed

_ADDRESS = listed("さん|氏|容疑者|被告|選手|ちゃん|くん|様")
_ROLES = listed(
    "代打|先発|抑え|救援|中堅手|遊撃手|左腕|右腕|主将|投手|捕手|選手|棋士|騎手|力士|大関|横綱|関脇|女優|俳優|歌手|作家|画家|監督|店主|農家|漁師|住民|主婦|会社員|学生|大学生|高校生|医師|看護師|弁護士|記者|写真家|登山家|登山客|ガイド|隊長|船長|機長|園長|館長|社長|会長|代表|教授|准教授|博士|研究員|学芸員|"
    "支配人|杜氏|料理長|職人|創業者|創設者|設計者|建築家|音楽家|指揮者|作曲家|漫画家|評論家|アナリスト|エコノミスト|ランナー|キャプテン|エース|新人|ベテラン|セッター|リベロ|フォワード|ゴールキーパー|被害者|目撃者|原告|遺族|長男|次男|長女|次女|妻|夫|父|母"
)
_HAN = r"[一-鿿々ヶノ]"
_RANK = r"[初二三四五六七八九十1-9１-９]段|[二三四五六七八九]冠|名人|竜王|王位|棋聖|本因坊|女流[一二三四五]段"
_AGED = r"[((]\d{2}[))]"
_DEPARTMENTS = sorted(
    listed(
        "交通|外交|防災|港湾|河川|道路|財政|税務|予算|統計|気象|宇宙|航空|鉄道|都市計画|学校教育|社会|児童|高齢|障害|選挙|外科|内科|歴史|考古|保存|植物|動物|飼育|法務|営業|広報|総務|人事|財務|経理|企画|技術|研究|開発|製造|生産|品質管理|販売|海外|国際|調査|情報|事業|管理|設計|購買|安全|環境|危機管理|健康|福祉|教育|文化|建設|都市|地域|商工|観光|農林|水産|産業|経済|政策|"
        "主任|上席|首席|主席|副|前|元|新|統括|担当|救助|消防|警備|捜査|刑事|運行|運航|整備|現場|支援|事務|総括|執行|代表|常務|専務|名誉|特任|客員|准|筆頭|次席|選手|球団|実行|対策|生活|医療|看護|診療|県民|市民|労働|組合|支部|本部|常任|実務|作業|工場|店舗|部"
    ),
    key=len,
    reverse=True,
)
_LEAST, _MOST = 3, 5
_TWO = 2


@cache
def _titled() -> re.Pattern[str]:
    titles = {*table_for("ja").titles_after, *office_words("ja"), *_ADDRESS}
    words = "|".join(
        sorted(map(re.escape, (one for one in titles if len(one) > 1 or one == "氏")), key=len, reverse=True)
    )
    plain = (
        rf"(?<![一-鿿々])(?P<name>{_HAN}{{3,12}}?)(?P<title>{words}|{_RANK}|{_AGED})(?!会見|クラブ|団|制|職|室|室長)"
    )
    called = "|".join(map(re.escape, _ADDRESS))
    return re.compile(rf"{plain}|(?<![一-鿿々])(?P<soft>{_HAN}{{1,3}}[ぁ-ゖ]{{2,4}}?)(?:{called}|{_RANK}|{_AGED})")


@cache
def _behind() -> re.Pattern[str]:
    words = {*_ROLES, *(one for one in office_words("ja") if len(one) > 1)}
    roles = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(
        rf"(?:{roles})(?:の|、|・|で)?(?P<name>{_HAN}{{3,5}}|[ァ-ヺー]+(?:・[ァ-ヺー]+)+)(?=[はがもをにとの、(（]|$)"
    )


@lru_cache(maxsize=2048)
def japanese_people(text: str) -> tuple[tuple[int, int], ...]:
    """Where the persons' names of a sentence stand: (start, end) of each."""
    found: dict[int, int] = {}
    for start, end in (*_before_titles(text), *_behind_roles(text)):
        if not any(start < last and first < end for first, last in found.items()):
            found[start] = end
    return tuple(sorted(found.items()))


def _before_titles(text: str) -> Iterator[tuple[int, int]]:
    for match in _titled().finditer(text):
        if match.group("soft"):
            yield match.span("soft")
            continue
        start, end = match.span("name")
        called = match.group("title") in _ADDRESS
        start, end = _without_lead(text, start, end), end if called else _without_department(text, start, end)
        if _is_persons(text[start:end], is_called=called):
            yield start, end


def _without_department(text: str, start: int, end: int) -> int:
    again = True
    while again:
        again = False
        for one in _DEPARTMENTS:
            if text[start:end].endswith(one) and end - start - len(one) >= _LEAST:
                end, again = end - len(one), True
                break
    return end


def _without_lead(text: str, start: int, end: int) -> int:
    """Where a name begins behind a place, an office or another word of the lexicon written together with it."""
    lead = [
        one.end
        for one in concepts(text[start:end], "ja")
        if one.start == 0 and one.end > 1 and end - start - one.end >= _LEAST
    ]
    lead += [length for length in range(2, end - start - _LEAST + 1) if text[start : start + length] in known_in("ja")]
    return start + max(lead, default=0) if end - start > _MOST else start


def _behind_roles(text: str) -> Iterator[tuple[int, int]]:
    for match in _behind().finditer(text):
        name = match.group("name")
        if "・" in name or _is_persons(name):
            yield match.span("name")


@lru_cache(maxsize=8192)
def _is_persons(name: str, *, is_called: bool = False) -> bool:
    """Whether characters may be a surname with a given name: as many as names have, read so, and no word."""
    if not _LEAST <= len(name) <= _MOST + 1 or known(name) is not None or name in known_in("ja"):
        return False
    if name.endswith(("党", "省", "国", "社", "会", "部", "庁", "的", "長", "副", "員", "者", "人", "局", "課", "側")):
        return False
    if name[0] in "同両各前元新現副当某":
        return False
    han = "".join(one for one in name if one >= "一")
    covered = sum(one.end - one.start for one in concepts(name, "ja") if one.end - one.start >= _TWO)
    return covered * _TWO < len(name) + 1 and (is_called or is_read_in_names(han))
