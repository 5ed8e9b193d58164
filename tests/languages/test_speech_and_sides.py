"""Who speaks in a sentence, who acts in it, and what it sets against each other."""

from __future__ import annotations

import pytest

from prism.languages.contrasts import contrasts
from prism.languages.roles import frames
from prism.languages.speech import is_pronoun, speeches

_SPEAKERS = (
    ("ko", '정인호 장관은 "약속은 지킨다"고 강조했다.', "정인호 장관"),
    ("ko", "수색을 이끄는 안디 라흐맛 구조청장은 조류가 강하다고 말했다.", "안디 라흐맛 구조청장"),
    ("ko", '"문은 열려 있다"고 이정훈 사장이 말했다.', "이정훈 사장"),
    ("ko", "기상청에 따르면 비는 내일 그친다.", "기상청"),
    ("en", '"We are ready," said Dana Whitlock.', "Dana Whitlock"),
    ("en", "Dana Whitlock said the team was ready.", "Dana Whitlock"),
    ("en", "According to the weather agency, rain will stop.", "the weather agency"),
    ("en", "The road is closed, the provincial police said.", "the provincial police"),
    ("ja", "小野寺社長は「根拠のない訴えだ」と述べた。", "小野寺社長"),
    ("ja", "気象庁によると、雨は明日やむ。", "気象庁"),
    ("zh", "周明远表示，必须先看到数据。", "周明远"),
    ("zh", "据气象局介绍，明天雨停。", "气象局"),
    ("de", "»Wir bleiben«, sagte Karl Meinhardt.", "Karl Meinhardt"),
)


@pytest.mark.parametrize(("language", "text", "speaker"), _SPEAKERS)
def test_the_speaker_is_found_before_and_behind_the_verb(language: str, text: str, speaker: str) -> None:
    assert speaker in {one.speaker for one in speeches(text, language)}


def test_what_is_said_is_told_from_who_says_it() -> None:
    text = '"We are ready," said Dana Whitlock.'
    (one,) = speeches(text, "en")
    assert text[slice(*one.said)].strip() == '"We are ready,"'
    assert one.direct


@pytest.mark.parametrize(
    ("language", "word"), [("en", "she"), ("ko", "그"), ("ja", "同氏"), ("zh", "他"), ("de", "er")]
)
def test_a_pronoun_names_nobody(language: str, word: str) -> None:
    assert is_pronoun(word, language)


_SIDES = (
    ("en", "Norvane sued Calder in May.", "Norvane", "Calder"),
    ("en", "Calder was sued by Norvane in May.", "Norvane", "Calder"),
    ("en", "Calder lost 3-1 to Norvane.", "Norvane", "Calder"),
    ("ko", "노르반이 칼더를 고소했다.", "노르반", "칼더"),
    ("ko", "칼더는 노르반에 졌다.", "노르반", "칼더"),
    ("ko", "칼더가 노르반에 의해 고소당했다.", "노르반", "칼더"),
    ("ja", "ノルバンはカルダーを提訴した。", "ノルバン", "カルダー"),
    ("ja", "カルダーはノルバンに提訴された。", "ノルバン", "カルダー"),
    ("zh", "诺万起诉卡德。", "诺万", "卡德"),
    ("zh", "卡德被诺万起诉。", "诺万", "卡德"),
    ("zh", "诺万对卡德提起诉讼。", "诺万", "卡德"),
)


@pytest.mark.parametrize(("language", "text", "agent", "patient"), _SIDES)
def test_the_one_who_does_it_is_told_from_the_one_to_whom_it_is_done(
    language: str, text: str, agent: str, patient: str
) -> None:
    spans = tuple(sorted((text.index(word), text.index(word) + len(word)) for word in (agent, patient)))
    (frame,) = frames(text, language, spans)
    assert [text[slice(*span)] for span in frame.agents] == [agent]
    assert [text[slice(*span)] for span in frame.patients] == [patient]


_CONTRASTS = (
    ("en", "They came not for the money but for the port", "for the money", "for the port"),
    ("ko", "그들은 돈이 아니라 항구를 보고 왔다", "돈", "항구"),
    ("ja", "彼らは金ではなく港のために来た", "金", "港"),
    ("zh", "他们来不是为了钱，而是为了港口", "钱", "港口"),
    ("de", "Sie kamen nicht wegen des Geldes, sondern wegen des Hafens", "Geldes", "Hafens"),
)


@pytest.mark.parametrize(("language", "text", "denied", "asserted"), _CONTRASTS)
def test_what_is_denied_is_told_from_what_is_asserted(language: str, text: str, denied: str, asserted: str) -> None:
    (one,) = contrasts(text, language)
    assert denied in text[slice(*one.denied)]
    assert asserted in text[slice(*one.asserted)]
