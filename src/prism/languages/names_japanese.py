"""Names in Japanese text: Katakana, and Han characters before titles and endings of places and organisations."""

from __future__ import annotations

import re

from prism.languages.gazetteer import is_common_word, known, known_in, starts_with_known
from prism.languages.mentions import NameMention
from prism.languages.offices import office_words
from prism.languages.people_japanese import japanese_people
from prism.languages.tables import table_for
from prism.languages.tables.shape import listed
from prism.languages.terms import terms

_KATAKANA = re.compile(r"[ァ-ヺー]{2,}(?:[・＝=][ァ-ヺー]+)*")
_HAN = re.compile(r"[一-鿿々ヶ]+")
_LANGUAGE_MARKS = "語"
"""Behind the name of a country these make the name of its language."""
_TITLES = sorted({*table_for("ja").titles_after, *office_words("ja")}, key=len, reverse=True)
_TITLED_HAN = re.compile(rf"(?P<name>[一-鿿々]{{1,5}}?)(?P<title>{'|'.join(map(re.escape, _TITLES))})(?![一-鿿])")
_TITLED_KANA = re.compile(
    rf"(?P<name>[ァ-ヺー・]{{2,}})(?:[一-鿿]{{0,4}})?(?P<title>{'|'.join(map(re.escape, _TITLES))})"
)
_PREFECTURE = re.compile(
    r"(?P<prefecture>(?:北海|東京|京都|大阪|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)"
    r"[県府都道])(?P<town>[一-鿿々ヶ]{1,4}?(?:市|町|村|区|郡))?"
)
_PLACE = re.compile(
    r"(?P<name>(?:(?!県)[一-鿿々ヶ]){1,4}?(?:県|府|市|区|町|村|島|州|省|半島|海峡|空港|諸島|郡|湾))(?![一-鿿々])"
)
_ORGANISATION = re.compile(
    r"(?P<name>[一-鿿々ァ-ヺーA-Z]{2,12}?(?:銀行|証券|大学|大学院|病院|研究所|協会|財団|委員会|公社|党|省|庁|県警|府警|警視庁|地裁|高裁|最高裁|通信|新聞|放送|航空|自動車|電機|製薬|ホールディングス|グループ|連盟|機構|組合|地検|株式会社))"
)
_PROVINCES = frozenset(
    listed(
        "山西|陝西|河北|河南|湖北|湖南|江蘇|浙江|安徽|福建|江西|山東|広東|海南|四川|貴州|雲南|甘粛|青海|遼寧|吉林|黒竜江"
    )
)
"""Of China; other words with this ending are ministries."""
_NOT_PERSON = frozenset(
    listed(
        "同|両|各|前|元|新|現|副|当|某|両国|同社|同国|米|英|仏|独|日|中|韓|露|外|首|大|総|国家|地元|野党|与党|"
        "関係|担当|現職|新任|前任|歴代|次期|今回|東京|日本|世界|国内|海外|政府|警察|会社|学校|都|県|市|区|町|村|"
        "国|全|約|経済|財務|外務|防衛|内閣|官房|最高|主要|代表|取締役|専務|常務|名誉|特別|一般|女性|男性|知事|"
        "市長|首相|大統領|担当|主任|筆頭|上席|客員|名誉|首席|専任|技術|営業|広報|総務|人事|企画|警備|管理|運営|開発|研究|安全|環境|保健|教育|文化|福祉|建設|交通|産業|商工|観光|農政|水産|危機管理|地域|事務|支援"
    )
)
_NOT_PLACE = frozenset(
    listed(
        "同市|同県|両市|同町|同区|同州|都市|大都市|地区|全市|全県|各県|各市|各州|各省|本州|九州|市町村|関係省|"
        "諸島|半島|列島|離島|全島|同島|空港|新空港|国際空港|地域|区|両県|当市|当県|中央省|市区町村|都道府県|帰省|"
        "反省|海峡|港湾|首都|府省"
    )
)
_NOT_ORGANISATION = frozenset(
    listed(
        "与党|野党|各党|両党|同党|新党|政党|同省|同庁|官庁|同大学|両省|各省|省庁|労働組合|中央銀行|地方銀行|"
        "電気自動車|国会|議会|各大学|連立与党|同病院|総合病院|同協会|委員会|公聴会|軽自動車|私立大学|国立大学|"
        "帰省|反省|官公庁|県庁|通信|新聞|放送|航空|自動車"
    )
)
_LOANWORDS = frozenset(
    listed(
        "サービス|システム|データ|ネット|ネットワーク|インターネット|メール|サイト|ニュース|テレビ|ラジオ|"
        "スマートフォン|スマホ|コンピューター|ソフト|アプリ|ゲーム|カメラ|ロボット|ドローン|エンジン|モーター|"
        "バッテリー|センサー|エネルギー|ガス|プラスチック|トラック|バス|タクシー|トンネル|ビル|ホテル|レストラン|"
        "スーパー|コンビニ|センター|グループ|チーム|メンバー|リーダー|パートナー|プロジェクト|プログラム|"
        "イベント|コンサート|ドラマ|シリーズ|リーグ|シーズン|スポーツ|サッカー|バスケットボール|テニス|ゴルフ|"
        "マラソン|レース|ゴール|メダル|オリンピック|パラリンピック|ワールドカップ|ウイルス|ワクチン|テスト|"
        "リスク|インフレ|デフレ|ファンド|マーケット|ビジネス|メーカー|ブランド|デザイン|ファッション|イメージ|"
        "スタイル|メッセージ|コメント|インタビュー|キャンペーン|フォーラム|セミナー|ミサイル|ロケット|レーダー|"
        "レーザー|ヘリコプター|ヘリ|テロ|テロリスト|ゲリラ|クーデター|デモ|ストライキ|スト|ボランティア|キロ|"
        "メートル|センチ|ミリ|トン|グラム|リットル|パーセント|ドル|ユーロ|ポンド|ウォン|ルーブル|ポイント|"
        "マイナス|プラス|ゼロ|トップ|レベル|ケース|ペース|ルール|モデル|タイプ|サイズ|コスト|メリット|デメリット|"
        "ストレス|アレルギー|ホルモン|ビタミン|コーヒー|チョコレート|チーズ|パン|ワイン|ビール|スタッフ|スタート|"
        "ゴールデンウイーク|オンライン|オフライン|デジタル|アナログ|グローバル|ローカル|プレミアム|フリー|"
        "オープン|クローズ|キー|カード|サーバー|クラウド|アルゴリズム|ヘクタール|エーカー|マイル|フィート|インチ|"
        "ヤード|バレル|ガロン|パトロール|パスポート|ビザ|ルート|エリア|コース|トレーニング|スタジアム|ファン|"
        "プレー|ショット|ラウンド|セット|マッチ|タイトル|チャンピオン|コーチ|ボール|バット|クラブ|スクール|"
        "キャンパス|クラス|レポート|リスト|ページ|スピード|パワー|バランス|チャンス|トラブル|ミス|ショック|"
        "パニック|ハリケーン|サイクロン|マグニチュード|アパート|マンション|エレベーター|ドア|ベッド|シャワー|"
        "トイレ|プール|ビーチ|パーク|ステージ|スクリーン|フィルム|アニメ|キャラクター|アイデア|テーマ|メディア|"
        "コラム|ブログ|ツイート|ツイッター|フェイスブック|インスタグラム|ユーチューブ"
    )
)


def japanese_names(text: str) -> list[NameMention]:
    """Names in Kana and Han characters."""
    return [*_known(text), *_titled(text), *_katakana(text), *_shaped(text)]


def _known(text: str) -> list[NameMention]:
    found: list[NameMention] = []
    at = 0
    while at < len(text):
        name = starts_with_known(text, at, "ja")
        if not name or is_common_word(name) or (_is_kana(name[0]) and _inside_kana(text, at, at + len(name))):
            at += 1
            continue
        entry = known(name)
        if text[at + len(name) : at + len(name) + 1] not in {*_LANGUAGE_MARKS}:
            found.append(NameMention(name, entry[1] if entry else "other", at, at + len(name)))
        at += len(name)
    return found


def _is_kana(char: str) -> bool:
    return "ァ" <= char <= "ー"


def _inside_kana(text: str, start: int, end: int) -> bool:
    """Whether Katakana goes on before or behind: then the find is a part of another word."""
    return (start > 0 and _is_kana(text[start - 1])) or (end < len(text) and _is_kana(text[end]))


_FULL_NAME = 3
"""Characters from which on a name before a title has surname and given name."""


def _is_common(name: str) -> bool:
    """Whether a word before a title is one of the lexicon, or an office itself."""
    if name in office_words("ja"):
        return True
    found = terms(name, "ja")
    return len(name) < _FULL_NAME + 2 and bool(found) and all(term.known for term in found) and len(found[0].text) > 1


def _titled(text: str) -> list[NameMention]:
    found = [NameMention(text[start:end], "person", start, end) for start, end in japanese_people(text)]
    full = tuple((one.start, one.end) for one in found)
    for match in _TITLED_HAN.finditer(text):
        name, start = match.group("name"), match.start()
        if any(first < match.end("name") and start < last for first, last in full) or _HAN.match(
            text[start - 1 : start]
        ):
            continue
        for length in range(len(name) - 1, 1, -1):
            if name[:length] in known_in("ja"):
                name, start = name[length:], start + length
                break
        if (
            name not in _NOT_PERSON
            and name not in known_in("ja")
            and not _is_common(name)
            and not name.endswith(("党", "省", "国", "社", "会", "部", "庁", "的", "長", "副"))
            and len(name) > 1
        ):
            found.append(NameMention(name, "person", start, start + len(name)))
    for match in _TITLED_KANA.finditer(text):
        name = match.group("name").strip("・")
        if name in _LOANWORDS or known(name):
            continue
        start = match.start() + match.group("name").index(name)
        found.append(NameMention(name, "person", start, start + len(name)))
    return found


def _katakana(text: str) -> list[NameMention]:
    found: list[NameMention] = []
    for match in _KATAKANA.finditer(text):
        name = match.group()
        if name in _LOANWORDS or (len(name) < 3 and not known(name)) or is_common_word(name):  # noqa: PLR2004 - a length in letters or syllables
            continue
        entry = known(name)
        kind = entry[1] if entry else ("person" if "・" in name else "other")
        found.append(NameMention(name, kind, match.start(), match.end()))
    return found


def _shaped(text: str) -> list[NameMention]:
    found: list[NameMention] = []
    for match in _PREFECTURE.finditer(text):
        found.extend(
            NameMention(match.group(group), "place", match.start(group), match.end(group))
            for group in ("prefecture", "town")
            if match.group(group)
        )
    for run in _HAN.finditer(text):
        for match in _PLACE.finditer(run.group()):
            name = match.group("name")
            if name.endswith("省") and name[:-1] not in _PROVINCES:
                continue
            if name not in _NOT_PLACE and len(name) > 1:
                begin = run.start() + match.start()
                found.append(NameMention(name, "place", begin, begin + len(name)))
    for match in _ORGANISATION.finditer(text):
        name = match.group("name")
        if name not in _NOT_ORGANISATION and len(name) > 2:  # noqa: PLR2004 - a length in letters or syllables
            found.append(NameMention(name, "organisation", match.start(), match.end()))
    return found
