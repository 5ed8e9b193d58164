"""The house's style and what prose may take over, edition by edition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.checks.brief_stories import Case, good_briefs

from prism.languages.slips import breaks_off, doubled_words, spacing_slips, vague_times
from prism.model import Brief, CopyLimits, Insight, Kind, Outcome, Provenance, Rights, Sentence, Use


def case(name: str) -> Case:
    return next(one for one in good_briefs() if one.name == name)


def prose(made: Case, *texts: str, cites: str = "F2") -> Brief:
    body = tuple(Sentence(text, (cites,)) for text in texts)
    writer = Provenance("prose", "a model", "1", made.brief.provenance.drafted_at)
    return replace(made.brief, body=body, insight=None, provenance=writer)


def found(made: Case, brief: Brief, outcome: Outcome = Outcome.FAIL) -> set[tuple[str, str]]:
    return {(one.check, one.sentence) for one in made.verdicts(brief) if one.outcome is outcome}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("가람시는  19일 밝혔다.", "ko"), ("시는 대피를 권고했다 .", "ko"), ("시가 권고했다.주민은 떠났다.", "ko"), ("돌아갈수 있다.", "ko"),
        ("오늘뿐만아니라 내일도", "ko"), ("시는、대피를", "ko"), ("The city  said", "en"), ("The city , he said", "en"), ("It rained.The dam opened", "en"),
        ("rain,and snow", "en"), ("( the city)", "en"), ("the\u200bcity", "en"), ("市は 避難を", "ja"), ("避難した.市は", "ja"), ("水門,を", "ja"),
    ],
)  # fmt: skip
def test_spaces_that_are_wrong(text: str, language: str) -> None:
    assert spacing_slips(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("가람시는 19일 새벽 1.2㎞ 구간을 막았다(사진).", "ko"), ("U.S. officials said 1,200 people (all of them) left.", "en"),
        ("A 1.5-km stretch, e.g. Route 7, was closed…", "en"), ("市は19日、1.5キロの区間を閉鎖した（写真）。", "ja"), ("The Corvane Standardが報じた。", "ja"),
        ("할 수 있다. 그는 3,200명을 말했다.", "ko"),
    ],
)  # fmt: skip
def test_spaces_that_are_right(text: str, language: str) -> None:
    assert spacing_slips(text, language) == ()


@pytest.mark.parametrize(
    ("text", "language", "twice"),
    [
        ("the dam the dam", "en", False), ("the the dam", "en", True), ("he had had enough", "en", False), ("in Bora Bora", "en", False),
        ("시는 시를 밝혔다", "ko", False), ("가람시는 가람시는 밝혔다", "ko", True), ("하나 하나 살폈다", "ko", False), ("水門をを開けた", "ja", True), ("母ははやい", "ja", False),
    ],
)  # fmt: skip
def test_doubled_words(text: str, language: str, *, twice: bool) -> None:
    assert bool(doubled_words(text, language)) is twice


def test_words_that_leave_open_when() -> None:
    assert vague_times("최근 12월에", "ko")
    assert vague_times("It was recently closed", "en")
    assert vague_times("最近の調査", "ja")
    assert not vague_times("가장 최고 기록", "ko")


@pytest.mark.parametrize(
    ("name", "text", "check"),
    [
        ("st-dam/ko", "가람시는  430가구에 대피를 권고했다.", "spacing"), ("st-dam/ko", "가람시는 430가구에 430가구에 대피를 권고했다.", ""),
        ("st-dam/ko", "가람시는 가람시는 430가구에 대피를 권고했다.", "repetition"), ("st-dam/ko", "가람시는 430가구에 대피를 권고했습니다.", "register"),
        ("st-dam/ko", "가람시는 the dam opened all gates 430가구에 대피를 권고했다.", "language"), ("st-dam/ko", "가람시는 Москва 430가구에 대피를 권고했다.", "script"),
        ("st-dam/ko", "가람시는 430가구에 대피을 권고했다.", "particles"), ("st-dam/en", "The city told 430 households to leave on Thursday.", "dates"),
        ("st-dam/en", "The city told the the 430 households to leave.", "repetition"), ("st-dam/en", "The city told 430 households , to leave.", "spacing"),
        ("st-dam/ja", "市は 430世帯に避難を勧告した。", "spacing"), ("st-dam/ja", "市は430世帯に避難を勧告しました。", "register"),
        ("st-dam/ja", "市は昨日、430世帯に避難を勧告した。", "dates"),
    ],
)  # fmt: skip
def test_slips_of_style_hold_a_brief(name: str, text: str, check: str) -> None:
    made = case(name)
    if check:
        assert (check, "body.0") in found(made, prose(made, text))


def test_a_sentence_told_twice_holds_a_brief() -> None:
    made = case("st-dam/en")
    text = "The city of Garam advised 430 households to leave."
    assert ("repetition", "body.1") in found(made, prose(made, text, text))
    again = "Garam city advised 430 households to leave."
    assert ("repetition", "body.1") in found(made, prose(made, text, again)) | found(
        made, prose(made, text, again), Outcome.WARN
    )


def test_a_vague_time_is_noted() -> None:
    made = case("st-dam/ko")
    assert ("dates", "body.0") in found(made, prose(made, "최근 가람시는 430가구에 대피를 권고했다."), Outcome.WARN)


def test_a_passage_without_quotation_marks_is_copying() -> None:
    made = case("st-dam/ko")
    fact = made.facts.facts[1]
    assert ("copying", "body.0") in found(made, prose(made, fact.statement, cites=fact.id))


def test_what_a_link_allows_is_nothing() -> None:
    made = case("st-dam/ko")
    rights = {
        k: replace(a, rights=Rights(Use.LINK, a.rights.basis, "", a.rights.seen_at)) for k, a in made.articles.items()
    }
    closed = replace(made, articles=rights)
    assert {"copying", "rights"} <= {one.check for one in closed.failures()}


def test_passages_are_counted_without_marks_too() -> None:
    made = case("st-dam/ko")
    ids = [fact.id for fact in made.facts.facts if fact.citations[0].article_id == "d-ko"][1:5]
    sentences = tuple(Sentence(made.facts.fact(ident).statement, (ident,)) for ident in ids)
    brief = replace(prose(made), body=sentences)
    assert ("copying", "") in found(made, brief)


def test_characters_are_counted() -> None:
    made = case("st-dam/ko")
    limits = CopyLimits(full_passages=9, full_share=1.0, full_characters=0.05)
    from prism.checks import check_brief  # noqa: PLC0415 - with limits of its own

    links = frozenset(one.url for one in made.articles.values())
    verdicts = check_brief(made.brief, made.facts, made.articles, made.sources, made.locale, links=links, limits=limits)
    assert "copying" in {one.check for one in verdicts if one.outcome is Outcome.FAIL}


def inferring(made: Case, text: str, kind: Kind = Kind.INFERRED) -> Brief:
    title = made.brief.insight.title if made.brief.insight else ""
    return replace(prose(made), insight=Insight(title, (Sentence(text, ("F2", "F3"), kind),)))


@pytest.mark.parametrize(
    ("name", "text", "check"),
    [
        ("st-dam/ko", "이번 방류로 하류 마을의 피해가 커질 것으로 보인다.", ""),
        ("st-dam/ko", "이번 방류로 하류 마을의 피해가 커진다.", "insight"),
        ("st-dam/ko", "이번 방류로 7000가구가 피해를 볼 것으로 보인다.", "figures"),
        ("st-dam/en", "The release may worsen the damage to households downstream of the dam.", ""),
        ("st-dam/en", "The release worsens the damage to households downstream of the dam.", "insight"),
        ("st-dam/en", "The release may hurt 7,000 households downstream of the dam.", "figures"),
        ("st-dam/ja", "放流によって下流の世帯の被害が広がる可能性がある。", ""),
        ("st-dam/ja", "放流によって下流の世帯の被害が広がる。", "insight"),
        ("st-dam/ja", "放流によって下流の7000世帯に被害が広がる可能性がある。", "figures"),
    ],
)
def test_an_inference_is_hedged_and_brings_in_nothing(name: str, text: str, check: str) -> None:
    made = case(name)
    held = found(made, inferring(made, text))
    assert held == ({(check, "insight.0")} if check else set())


def test_an_inference_stands_in_the_insight_and_is_marked() -> None:
    made = case("st-dam/ko")
    hedged = "이번 방류로 하류 마을의 피해가 커질 것으로 보인다."
    brief = replace(prose(made), body=(Sentence(hedged, ("F2",), Kind.INFERRED),))
    assert ("insight", "body.0") in found(made, brief)
    unknown = next(
        c for c in good_briefs() if any(s.kind is Kind.INFERRED for s in (c.brief.insight or Insight("", ())).sentences)
    )
    insight = unknown.brief.insight or Insight("", ())
    plain = tuple(replace(one, kind=Kind.REPORTED) for one in insight.sentences)
    assert "insight" in {
        one.check for one in unknown.failures(replace(unknown.brief, insight=replace(insight, sentences=plain)))
    }


def test_an_outlet_that_reports_nothing_of_it_is_not_named() -> None:
    made = case("st-dam/ko")
    brief = prose(made, "Quayside Times에 따르면 가람시는 430가구에 대피를 권고했다.")
    assert ("support", "body.0") in found(made, brief)


@pytest.mark.parametrize(
    ("text", "language", "cut"),
    [
        ("The river burst its.", "en", "its."), ("It was tested at", "en", "at"), ("They were taken to the.", "en", "to the."), ("It is what they asked for.", "en", ""),
        ("The talks are on.", "en", ""), ("Nobody knows who she is", "en", "is"), ("시는 다리를", "ko", "를"), ("시는 다리를 막았다.", "ko", ""), ("市は橋を閉鎖した。", "ja", ""),
    ],
)  # fmt: skip
def test_sentences_that_break_off(text: str, language: str, cut: str) -> None:
    assert breaks_off(text, language) == cut


def test_prose_that_breaks_off_fails() -> None:
    made = case("st-dam/en")
    assert ("register", "body.0") in found(made, prose(made, "The wall of the dam was tested at."))
