"""A writer whose sentences fail again and again is not believed where nothing was found."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from tests.checks.brief_stories import Case, good_briefs

from prism.app.locales import load_locale
from prism.checks import ClaimSource, Finding, Record, Trust, check_examined, examined_of
from prism.checks.alignment import align
from prism.checks.embroidered import embroidered
from prism.checks.reading import passages, statements
from prism.checks.scoring import judge, shipped
from prism.model import Brief, Outcome, Provenance, Sentence, Tally, Verdict

ENGLISH = load_locale("en")
SOURCE = ClaimSource(
    "a",
    "The city suspects that a worn joint gave way. Two truck drivers were hurt and taken to a nearby hospital.",
    "en",
)


def case() -> Case:
    return next(one for one in good_briefs() if one.name == "st-dam/en")


def written(made: Case, *texts: str) -> Brief:
    provenance = Provenance("prose", "a model", "1", made.brief.provenance.drafted_at)
    body = tuple(Sentence(text, ("F2",)) for text in texts)
    return replace(made.brief, body=body, insight=None, provenance=provenance)


def record(failed: int, total: int) -> Record:
    return Record({f"sentence {n}": n < failed for n in range(total)})


@pytest.mark.parametrize(
    ("failed", "total", "held"), [(0, 12, False), (2, 5, False), (3, 12, False), (4, 12, True), (3, 6, True), (9, 9, True)]
)  # fmt: skip
def test_a_draft_of_which_too_much_fails_is_held_as_a_whole(failed: int, total: int, *, held: bool) -> None:
    verdict = record(failed, total).distrust(ENGLISH)
    assert (verdict is not None) is held
    if verdict is not None:
        assert (verdict.check, verdict.outcome, verdict.sentence) == ("trust", Outcome.FAIL, "")
        assert str(failed) in verdict.reason
        assert str(total) in verdict.reason


def test_the_share_of_wrong_sentences_is_estimated_from_what_is_found_of_them() -> None:
    assert Trust(Tally(0, 10)).wrong == 0.0
    assert Trust(Tally(13, 20)).wrong == pytest.approx(1.0)
    assert Trust(Tally(4, 10)).wrong == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("draft", "others", "held"),
    [
        (Tally(1, 8), Tally(50, 100), True),
        (Tally(1, 8), Tally(5, 100), False),
        (Tally(0, 8), Tally(38, 100), False),
        (Tally(0, 8), Tally(60, 100), True),
        (Tally(1, 8), Tally(1, 4), False),
    ],
)  # fmt: skip
def test_a_draft_is_held_for_what_its_model_wrote_elsewhere(draft: Tally, others: Tally, *, held: bool) -> None:
    verdict = Trust(draft, others).distrust(ENGLISH)
    assert (verdict is not None) is held
    if verdict is not None:
        assert all(str(n) in verdict.reason for n in (draft.failed, draft.checked, others.failed, others.checked))


def test_the_worse_a_writer_the_more_a_finding_weighs() -> None:
    findings = (Finding("x", "x.y", 0.6),)
    assert [one.outcome for one in judge(findings, same_language=True)[1]] == [Outcome.WARN]
    doubts = [Trust(Tally(n, 20)).doubt for n in (3, 5, 6)]
    assert doubts[0] == 0.0
    scores = [judge(findings, same_language=True, doubt=doubt)[0] for doubt in doubts]
    assert scores == sorted(scores, reverse=True)
    [finding] = judge(findings, same_language=True, doubt=doubts[-1])[1]
    assert finding.outcome is Outcome.FAIL


def test_where_a_sentence_without_findings_would_fall_the_draft_does() -> None:
    odds = shipped().bias - math.log(shipped().threshold / (1 - shipped().threshold))
    assert Trust(Tally(16, 50)).doubt < odds
    assert Trust(Tally(17, 50)).doubt > odds
    assert Trust(Tally(17, 50)).distrust(ENGLISH)


def test_only_a_writers_own_sentences_count_and_each_once() -> None:
    made = case()
    examined = examined_of(
        written(made, "It was tested at the.", "It was tested at the."),
        made.facts,
        made.articles,
        made.sources,
        ENGLISH,
    )
    verdicts = check_examined(examined)
    found = Record()
    found.add(examined, verdicts)
    found.add(examined, ())
    assert found.seen["It was tested at the."] is True
    house = {part.sentence.text for part in examined.parts if not examined.is_prose(part)}
    assert not house & set(found.seen)


def test_copying_says_nothing_of_what_is_true() -> None:
    made = case()
    examined = examined_of(written(made, "The dam holds."), made.facts, made.articles, made.sources, ENGLISH)
    found = Record()
    found.add(examined, (Verdict("copying", Outcome.FAIL, "body.1", "a long run"),))
    assert found.tally.failed == 0


@pytest.mark.parametrize(
    ("claim", "added"),
    [
        ("The city is taking steps to address the matter.", True),
        ("Two truck drivers were taken to hospital by a truck driver.", True),
        ("Two truck drivers were hurt in a tragic accident caused by negligence.", True),
        ("Two truck drivers were hurt and taken to hospital.", False),
        ("The city suspects a worn joint.", False),
    ],
)  # fmt: skip
def test_what_a_doubted_writer_added(claim: str, *, added: bool) -> None:
    [statement] = statements(claim, "en", None)
    assert bool(embroidered(align(statement, passages(SOURCE)))) is added


def test_nothing_is_said_across_languages() -> None:
    [statement] = statements("시는 낡은 이음매를 의심하며 대책을 서두르고 있다.", "ko", None)
    assert embroidered(align(statement, passages(SOURCE))) == ()
