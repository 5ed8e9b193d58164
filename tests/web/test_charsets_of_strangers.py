from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.web.charsets import codec_of, decode

TEXTS = {
    "cp949": "시는 22일 새 조례를 발표했다. 시장은 “협상을 계속하겠다”고 말했고, 쓩뷁 같은 글자도 남았다.",
    "cp932": "市は22日、新しい条例を発表した。関係者によると、来月から施行される。髙橋さんと﨑山さんも出席した。",
    "euc_jp": "市は22日、新しい条例を発表した。関係者によると、来月から施行される。",
    "gb18030": "市政府周日宣布了新的规定，将于下个月开始实施。有关部门表示，目前还没有伤亡报告。",
    "big5hkscs": "市政府週日宣布新的規定，將於下個月開始實施。有關單位表示，目前還沒有傷亡報告。",
    "cp1252": "Die Bürgermeisterin erklärte am Sonntag, die Straße bleibe „zwei Wochen“ gesperrt. Größe, Öl, Übung.",
    "cp1251": "Мэр города заявил в воскресенье, что переговоры продолжатся на следующей неделе.",
    "koi8-r": "Мэр города заявил в воскресенье, что переговоры продолжатся на следующей неделе.",
    "cp1250": "Burmistrz oświadczył w niedzielę, że rozmowy będą kontynuowane w przyszłym tygodniu.",
    "cp1253": "Ο δήμαρχος δήλωσε την Κυριακή ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα.",
    "cp1254": "Belediye başkanı pazar günü yaptığı açıklamada görüşmelerin süreceğini söyledi.",
    "cp1255": "ראש העיר הודיע ביום ראשון כי השיחות יימשכו בשבוע הבא.",
    "cp1256": "أعلن رئيس البلدية يوم الأحد أن المحادثات ستستمر الأسبوع المقبل.",
    "cp874": "นายกเทศมนตรีกล่าวเมื่อวันอาทิตย์ว่าการเจรจาจะดำเนินต่อไปในสัปดาห์หน้า",
    "cp1257": "Meras sekmadienį pareiškė, kad derybos tęsis kitą savaitę, žmonių šalyje daugėja.",
}
LABELS = {
    "cp949": "EUC-KR",
    "cp932": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "gb18030": "GB2312",
    "big5hkscs": "Big5",
    "cp1252": "ISO-8859-1",
}


@pytest.mark.parametrize("codec", TEXTS)
@pytest.mark.parametrize("claimed", [None, "utf-8", "iso-8859-1", "right"])
def test_legacy_text_whoever_is_wrong_about_it(codec: str, claimed: str | None) -> None:
    label = LABELS.get(codec, codec) if claimed == "right" else claimed
    headers = {"content-type": f"text/xml; charset={label}"} if label else {}
    assert decode(TEXTS[codec].encode(codec), headers, markup=True) == TEXTS[codec]


@pytest.mark.parametrize("codec", TEXTS)
def test_utf8_stays_utf8_whatever_is_declared(codec: str) -> None:
    label = LABELS.get(codec, codec)
    body = f'<?xml version="1.0" encoding="{label}"?><t>{TEXTS[codec]}</t>'.encode()
    assert TEXTS[codec] in decode(body, {"content-type": f"text/xml; charset={label}"}, markup=True)


@pytest.mark.parametrize("codec", ["cp949", "cp932", "gb18030", "cp1251", "cp1252"])
def test_the_declaration_inside_is_enough_for_a_short_text(codec: str) -> None:
    short = TEXTS[codec][:7]
    body = f'<?xml version="1.0" encoding="{LABELS.get(codec, codec)}"?><t>{short}</t>'.encode(codec)
    assert short in decode(body, {}, markup=True)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("\ufeff가나".encode(), "가나"),
        ("\ufeff가나".encode("utf-16-le"), "가나"),
        ("\ufeff가나".encode("utf-16-be"), "가나"),
        ("\ufeff가나".encode("utf-32-le"), "가나"),
        ("<t>가나</t>".encode("utf-16-le"), "<t>가나</t>"),
        ("<t>가나</t>".encode("utf-16-be"), "<t>가나</t>"),
        ("市は新しい".encode("iso2022_jp"), "市は新しい"),
        (b"", ""),
        (b"plain", "plain"),
    ],
)
def test_marks_and_wide_text(body: bytes, expected: str) -> None:
    assert decode(body, {"content-type": "text/xml; charset=iso-8859-1"}, markup=True) == expected


def test_windows_quotes_pasted_into_utf8() -> None:
    body = (
        "시장은 ".encode()
        + b"\x93"
        + "좋다".encode()
        + b"\x94"
        + " 했다. 여러 문장이 더 이어진다. 끝까지 그렇다.".encode()
    )
    assert decode(body, {}, markup=True).startswith("시장은 “좋다” 했다")


def test_text_encoded_twice() -> None:
    twice = "La mairie a déclaré – « l’été »".encode().decode("cp1252").encode()
    assert decode(twice, {}, markup=False) == "La mairie a déclaré – « l’été »"
    assert decode("Ã© steht für é".encode(), {}, markup=False) == "Ã© steht für é"


def test_utf16_claimed_and_not_meant() -> None:
    assert (
        decode("<t>가나다</t>".encode(), {"content-type": "text/xml; charset=utf-16"}, markup=True) == "<t>가나다</t>"
    )


def test_utf7_is_never_read() -> None:
    body = b"+ADw-script+AD4-"
    assert decode(body, {"content-type": "text/html; charset=utf-7"}, markup=True) == body.decode("ascii")
    assert codec_of("utf-7") is None


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ks_c_5601-1987", "cp949"),
        (" 'GB2312' ", "gb18030"),
        ("latin1", "cp1252"),
        ("hex", None),
        ("rot13", None),
        ("no-such", None),
    ],
)
def test_labels_mean_what_the_web_means_by_them(label: str, codec: str | None) -> None:
    assert codec_of(label) == codec


@given(st.binary(max_size=200), st.text(max_size=30), st.booleans())
def test_decoding_never_fails(body: bytes, label: str, markup: bool) -> None:
    text = decode(body, {"content-type": f"text/xml; charset={label}"}, markup=markup)
    text.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=100))
def test_declared_utf8_comes_back(text: str) -> None:
    body = b"\xef\xbb\xbf" + text.encode()
    assert decode(body, {"content-type": "text/xml; charset=utf-8"}, markup=True) == text


LATIN = (
    "The fine was £25 million.", "£5", "It’s £5, they’ve said", "Tickets cost £12 and €15.", "“We won’t stop,” she said – twice.", "A café owner",
    "40°C in Zürich", "½ cup, £9 §", "Für 5 € in München", "Größe", "„Zwei Wochen“", "L’œuvre coûte 12 €", "où", "« Non », a dit le maire à Orléans.",
    "El alcalde declaró que mañana habrá más.", "¿Por qué?", "På fredag är det över", "Perché il governo non può",
)  # fmt: skip
CENTRAL = (
    "Příliš žluťoučký kůň úpěl ďábelské ódy", "Praha: šest lidí zraněno při nehodě", "Łódź: wypadek na skrzyżowaniu, są ranni",
    "Rząd przyjął budżet – „to sukces”", "Gdańsk", "Győr: öt sérült a balesetben", "Tűz volt",
)  # fmt: skip


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "utf-8", ""])
@pytest.mark.parametrize("text", LATIN)
def test_few_accents_and_pound_signs_are_western_even_when_nobody_says_so(text: str, label: str) -> None:
    body = f"<p>Mostly ASCII around it.</p><p>{text}</p>".encode("cp1252")
    assert text in decode(body, {"content-type": f"text/html; charset={label}"} if label else {}, markup=True)


@pytest.mark.parametrize("text", [text for text in LATIN if not set(text) & set("’“”„–œ½")])
def test_latin_9_is_read_as_declared(text: str) -> None:
    body = f"<p>{text}</p>".encode("iso8859-15")
    assert text in decode(body, {"content-type": "text/html; charset=ISO-8859-15"}, markup=True)


@pytest.mark.parametrize("codec", ["cp1250", "iso8859-2"])
@pytest.mark.parametrize("text", CENTRAL)
def test_central_european_text_is_read_as_declared(text: str, codec: str) -> None:
    body = f"<p>{text}</p>".encode(codec, "xmlcharrefreplace")
    headers = {"content-type": f"text/html; charset={'windows-1250' if codec == 'cp1250' else 'iso-8859-2'}"}
    assert body.decode(codec) in decode(body, headers, markup=True)


@pytest.mark.parametrize("text", CENTRAL)
def test_central_european_text_declared_western_is_known_by_its_language(text: str) -> None:
    language = "cs" if set(text) & set("řšě") else "hu" if set(text) & set("őű") else "pl"
    body = f'<html lang="{language}"><p>{text}</p>'.encode("cp1250")
    assert text in decode(body, {"content-type": "text/html; charset=iso-8859-1"}, markup=True)


@pytest.mark.parametrize("label", ["hz", "iso-2022-kr", "cp037", "utf-7", "shift_jisx0213", "unicode_escape", "idna"])
def test_sets_in_which_ascii_is_not_ascii_are_never_read(label: str) -> None:
    assert codec_of(label) is None
    body = b"<a>~{<:Ky2; \\u003cb</a> caf\xe9 cr\xe8me"
    assert decode(body, {"content-type": f"text/html; charset={label}"}, markup=True).startswith(
        "<a>~{<:Ky2; \\u003cb</a>"
    )


def test_one_escape_sequence_within_utf8_changes_nothing() -> None:
    assert decode("시장은 \x1b$B 말했다".encode(), {}, markup=True) == "시장은 \x1b$B 말했다"
