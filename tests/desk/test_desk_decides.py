from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from prism.desk import decide
from prism.model import Action, Brief, Outcome, Provenance, Sentence, Verdict

AT = datetime(2026, 11, 20, tzinfo=UTC)
FINE = (Verdict("figures", Outcome.PASS, "", "ok"), Verdict("names", Outcome.WARN, "body.0", "perhaps"))
BAD = (*FINE, Verdict("figures", Outcome.FAIL, "body.0", "130명은 근거에 없다."))
GONE = (Verdict("standing", Outcome.FAIL, "body.0", "x"), Verdict("standing", Outcome.FAIL, "", "남은 근거가 없다."))


def brief(count: int = 123, version: int = 1, changes: tuple[str, ...] = ()) -> Brief:
    text = f"벨라루스가 수감자 {count}명을 석방했다."
    return Brief(
        "b",
        "st",
        version,
        "ko",
        Sentence(text, ("F1",)),
        (Sentence(text, ("F1",)),),
        (Sentence(text, ("F1",)),),
        None,
        "world",
        (),
        Provenance("digest", "", "1", AT),
        version,
        changes,
    )


def test_what_passes_is_published_and_warnings_do_not_hold() -> None:
    decision, correction = decide(brief(), FINE, policy="publish", published=None, at=AT)
    assert (decision.action, decision.by, correction) == (Action.PUBLISH, "policy", None)


def test_any_failure_holds_and_says_why() -> None:
    decision, _ = decide(brief(), BAD, policy="publish", published=None, at=AT)
    assert decision.action is Action.HOLD
    assert "130명" in decision.reason


def test_the_policy_may_hold_everything() -> None:
    assert decide(brief(), FINE, policy="hold", published=None, at=AT)[0].action is Action.HOLD


def test_a_corrected_figure_is_a_correction_that_says_what_was_and_is() -> None:
    new = brief(120, 2, ("나루신문은 앞서 123명이라고 전한 숫자를 120명으로 바로잡았다.",))
    decision, correction = decide(new, FINE, policy="publish", published=brief(), at=AT)
    assert decision.action is Action.CORRECT
    assert correction is not None
    assert ("123명" in correction.what_was, "120명" in correction.what_is) == (True, True)
    assert correction.why == new.changes[0]


def test_another_figure_without_a_correction_of_its_source_is_none() -> None:
    decision, correction = decide(
        brief(130, 2, ("새 보도가 더해졌다.",)), FINE, policy="publish", published=brief(), at=AT
    )
    assert (decision.action, correction) == (Action.PUBLISH, None)


def test_a_published_brief_without_evidence_is_withdrawn_and_an_unpublished_one_held() -> None:
    assert (
        decide(replace(brief(), version=2), GONE, policy="publish", published=brief(), at=AT)[0].action
        is Action.WITHDRAW
    )
    assert decide(brief(), GONE, policy="publish", published=None, at=AT)[0].action is Action.HOLD
