"""Who did what to whom, who says what, and what is quoted: pairs of our own, swapped and fairly told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals_of

_FAINT = frozenset({"quotations.words"})
"""One word that the lexicon lacks is no proof: it weighs by its share of the quotation."""
_AT = datetime(2026, 3, 14, 9, tzinfo=UTC)

_EN_MATCH = "Holland Park beat Riverside 3-1 on Saturday. Riverside coach Dana Whitlock said her team had lacked patience. Holland Park captain Marta Lindqvist praised the crowd."
_EN_SUIT = "Norvane sued Calder Foods in Chicago last year. Calder Foods filed a counterclaim in May. Norvane lawyer Peter Salgado said the company wanted 40 million dollars. Calder chief executive Joan Mbeki called the lawsuit groundless."
_EN_SALE = "Shipping group Tarvik sold its port terminal to Belmar for $300 million. Belmar will keep all 400 workers. Tarvik chairman Olav Brandt said the group wanted to reduce debt."
_KO_VOTE = '민주노총은 서울교통공사가 인력을 줄였다고 비판했다. 서울교통공사는 노조가 합의를 어겼다고 반박했다. 박서준 노조위원장은 "안전은 흥정의 대상이 아니다"라고 말했다. 이정훈 사장은 "대화의 문은 열려 있다"고 말했다.'
_KO_CRASH = "경찰은 트럭이 신호를 어기고 버스를 들이받은 것으로 보고 있다. 버스 승객 12명이 다쳤다."
_JA_COURT = "東光電機は三崎化学を特許侵害で提訴した。三崎化学の小野寺健社長は「根拠のない訴えだ」と述べた。東光電機の吉村恵子社長は「技術者の努力を守る」と話した。"
_ZH_TALK = (
    "财政部长李文海批评央行行动迟缓。央行行长周明远表示：“我们必须先看到数据。”反对党领袖陈志强说，政府应当承担责任。"
)
_TURNED = "They acted not for profit but for safety. The mayor welcomed the plan."
_DE_FIRM = "Die Gewerkschaft kritisierte den Konzern scharf. Vorstandschef Karl Meinhardt sagte: »Wir werden kein Werk schließen.« Betriebsrat Sabine Holtz sagte, das Angebot sei zu niedrig."


def _signals(source: str, language: str, claim: str, claimed: str) -> set[str]:
    return signals_of(source, language, claim, claimed, {"roles", "quotations"}, _AT) - _FAINT


_WRONG = (
    (_TURNED, "en", "그들은 안전이 아니라 이익을 위해 움직였다.", "ko"),
    (_TURNED, "en", "They acted not for safety but for profit.", "en"),
    (_TURNED, "en", "他们不是为了安全，而是为了利润。", "zh"),
    (_TURNED, "en", "彼らは安全ではなく利益のために動いた。", "ja"),
    (_EN_MATCH, "en", "Riverside beat Holland Park 3-1 on Saturday.", "en"),
    (_EN_MATCH, "en", "Holland Park lost 3-1 to Riverside on Saturday.", "en"),
    (_EN_MATCH, "en", "Marta Lindqvist said her team had lacked patience.", "en"),
    (_EN_MATCH, "en", "리버사이드가 홀랜드파크를 3-1로 이겼다.", "ko"),
    (_EN_SUIT, "en", "Calder Foods sued Norvane in Chicago last year.", "en"),
    (_EN_SUIT, "en", "Norvane was sued by Calder Foods in Chicago last year.", "en"),
    (_EN_SUIT, "en", "Peter Salgado called the lawsuit groundless.", "en"),
    (_EN_SALE, "en", "Belmar sold its port terminal to Tarvik for $300 million.", "en"),
    (_EN_SALE, "en", "Tarvik bought the port terminal from Belmar for $300 million.", "en"),
    (_KO_VOTE, "ko", '이정훈 사장은 "안전은 흥정의 대상이 아니다"라고 말했다.', "ko"),
    (_KO_VOTE, "ko", '박서준 노조위원장은 "대화의 문은 닫혀 있다"고 말했다.', "ko"),
    (_KO_VOTE, "ko", "서울교통공사는 노조가 인력을 줄였다고 비판했다.", "ko"),
    (_KO_VOTE, "ko", 'Union leader Park Seo-jun said that "the door to talks is open."', "en"),
    (_KO_CRASH, "ko", "경찰은 버스가 신호를 어기고 트럭을 들이받은 것으로 보고 있다.", "ko"),
    (_JA_COURT, "ja", "三崎化学は東光電機を特許侵害で提訴した。", "ja"),
    (_JA_COURT, "ja", "吉村恵子社長は「根拠のない訴えだ」と述べた。", "ja"),
    (_ZH_TALK, "zh", "反对党领袖陈志强表示：“我们必须先看到数据。”", "zh"),
    (_ZH_TALK, "zh", "周明远说，政府应当承担责任。", "zh"),
    (_DE_FIRM, "de", "Sabine Holtz sagte: »Wir werden kein Werk schließen.«", "de"),
    (_DE_FIRM, "de", "Vorstandschef Karl Meinhardt sagte: »Wir werden ein Werk schließen.«", "de"),
)

_RIGHT = (
    (_TURNED, "en", "그들은 이익이 아니라 안전을 위해 움직였다.", "ko"),
    (_TURNED, "en", "They acted for safety rather than profit.", "en"),
    (_EN_MATCH, "en", "Riverside lost 3-1 to Holland Park on Saturday.", "en"),
    (_EN_MATCH, "en", "Riverside was beaten 3-1 by Holland Park.", "en"),
    (_EN_MATCH, "en", "리버사이드는 홀랜드파크에 1-3으로 졌다.", "ko"),
    (_EN_MATCH, "en", "홀랜드파크가 리버사이드를 3-1로 이겼다.", "ko"),
    (_EN_MATCH, "en", "Her side had not been patient enough, Riverside coach Dana Whitlock said.", "en"),
    (_EN_SUIT, "en", "Calder Foods was sued by Norvane in Chicago last year.", "en"),
    (_EN_SUIT, "en", "According to its chief executive Joan Mbeki, Calder considers the suit groundless.", "en"),
    (_EN_SALE, "en", "Belmar bought the port terminal from Tarvik for $300 million.", "en"),
    (_EN_SALE, "en", "Tarvik's port terminal was sold to Belmar for $300 million.", "en"),
    (_EN_SALE, "en", "벨마르가 타르비크의 항만 터미널을 3억 달러에 사들였다.", "ko"),
    (_KO_VOTE, "ko", "서울교통공사가 인력을 줄였다고 민주노총은 비판했다.", "ko"),
    (_KO_VOTE, "ko", '"안전은 흥정의 대상이 아니다"라고 박서준 노조위원장이 말했다.', "ko"),
    (_KO_VOTE, "ko", '"The door to talks is open," said chief executive Lee Jeong-hun.', "en"),
    (_KO_CRASH, "ko", "경찰은 신호를 어긴 트럭이 버스를 들이받았다고 본다.", "ko"),
    (_KO_CRASH, "ko", "신호를 어긴 트럭에 버스가 들이받혀 승객 12명이 다쳤다.", "ko"),
    (_JA_COURT, "ja", "三崎化学は東光電機に特許侵害で提訴された。", "ja"),
    (_JA_COURT, "ja", "小野寺社長は「根拠のない訴えだ」と反論した。", "ja"),
    (_ZH_TALK, "zh", "央行被财政部长李文海批评行动迟缓。", "zh"),
    (_ZH_TALK, "zh", "“我们必须先看到数据，”央行行长周明远说。", "zh"),
    (_DE_FIRM, "de", "»Wir werden kein Werk schließen«, sagte Karl Meinhardt.", "de"),
)


@pytest.mark.parametrize(("source", "language", "claim", "claimed"), _WRONG)
def test_swapped_sides_speakers_and_altered_quotations_are_found(
    source: str, language: str, claim: str, claimed: str
) -> None:
    assert _signals(source, language, claim, claimed)


@pytest.mark.parametrize(("source", "language", "claim", "claimed"), _RIGHT)
def test_fair_paraphrase_with_the_same_sides_passes(source: str, language: str, claim: str, claimed: str) -> None:
    assert not _signals(source, language, claim, claimed)
