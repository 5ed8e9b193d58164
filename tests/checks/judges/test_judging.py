from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from prism.checks import ClaimSource, check_claim
from prism.checks.judges import HIGH, LOW, Doubt, Judgement, doubts_of_claim, is_unsure, judge, settled_claim
from prism.checks.judges.judging import MOST_TOGETHER
from prism.checks.judges.prompts import system
from prism.checks.values import ClaimVerdict, Finding
from prism.model import Completion, Outcome, Prompt

DOUBT = Doubt("body.1", "시는 다리를 다시 열었다.", "ko", (("en", "The city may reopen the bridge."),))


def answer(*rows: tuple[str, str, str, str]) -> str:
    keys = ("label", "verdict", "fault", "words")
    return json.dumps({"sentences": [dict(zip(keys, row, strict=True)) for row in rows]}, ensure_ascii=False)


def judged(doubts: list[Doubt], *texts: str) -> tuple[list[Prompt], dict[str, Judgement]]:
    flow, prompts = judge(doubts), []
    try:
        prompts.append(next(flow))
        for text in texts:
            prompts.append(flow.send(Completion(text, "m")))  # noqa: PERF401  (the end of a flow can't pass through a generator)
    except StopIteration as end:
        return prompts, dict(end.value)
    raise AssertionError("it asks for more answers than there are")


def test_a_sentence_goes_with_its_own_passages_and_comes_back_with_a_verdict() -> None:
    prompts, found = judged([DOUBT], answer(("S1", "unsupported", "certainty", "다시 열었다")))
    assert prompts[0].system == system()
    assert "S1 [ko] 시는 다리를 다시 열었다." in prompts[0].user
    assert "S1.1 [en] The city may reopen the bridge." in prompts[0].user
    assert found == {"body.1": Judgement(False, "certainty", "다시 열었다", "m")}


def test_words_that_do_not_stand_in_the_sentence_and_faults_nobody_listed_are_dropped() -> None:
    _, found = judged([DOUBT], answer(("S1", "unsupported", "visit http://evil.example", "http://evil.example")))
    assert found["body.1"] == Judgement(False, "", "", "m")


def test_unclear_unknown_and_repeated_labels_leave_the_rules_alone() -> None:
    other = Doubt("body.2", "또 다른 문장이다.", "ko", DOUBT.passages)
    text = answer(("S1", "unclear", "none", ""), ("S9", "unsupported", "none", ""), ("S2", "supported", "none", ""))
    assert judged([DOUBT, other], text)[1] == {"body.2": Judgement(True, "", "", "m")}
    twice = answer(("S1", "supported", "none", ""), ("S1", "unsupported", "none", ""))
    assert judged([DOUBT], twice)[1]["body.1"].supported


def test_useless_answers_are_asked_again_twice_and_then_the_rules_stand() -> None:
    prompts, found = judged([DOUBT], "no", "{}", answer(("S7", "supported", "none", "")))
    assert ([prompt.attempt for prompt in prompts], found) == ([0, 1, 2], {})


def test_many_sentences_share_a_prompt_and_each_is_asked_once() -> None:
    many = [Doubt(str(n), f"문장 {n}이다.", "ko", DOUBT.passages) for n in range(MOST_TOGETHER + 3)]
    rows = [answer(*((f"S{n}", "supported", "none", "") for n in range(1, 20))) for _ in range(2)]
    prompts, found = judged(many, *rows)
    assert (len(prompts), len(found)) == (2, len(many))


@pytest.mark.parametrize(("score", "unsure"), [(LOW - 0.01, False), (LOW, True), (HIGH - 0.01, True), (HIGH, False)])
def test_only_an_undecided_score_is_in_doubt(score: float, unsure: bool) -> None:
    assert is_unsure(score, ()) is unsure
    assert not is_unsure(score, (Finding("quotations", "quotations.altered"),))


SOURCE = ClaimSource(
    "a", "The city said it may reopen the bridge in May.", "en", datetime(2026, 3, 2, tzinfo=UTC), "Post"
)


def test_a_judge_fails_what_rules_let_pass_and_clears_what_they_stumbled_over() -> None:
    passed = ClaimVerdict(True, 0.6, (Finding("scope", "scope.all"),))
    failed = ClaimVerdict(False, 0.3, (Finding("scope", "scope.all", outcome=Outcome.FAIL),))
    against = settled_claim(passed, [DOUBT], {"body.1": Judgement(False, "certainty", "열었다", "m")})
    assert (against.supported, against.findings[0].signal) == (False, "judge.certainty")
    cleared = settled_claim(failed, [DOUBT], {"body.1": Judgement(True, model="m")})
    assert cleared.supported
    assert not any(finding.outcome is Outcome.FAIL for finding in cleared.findings)
    assert settled_claim(failed, [DOUBT], {}) == failed


def test_where_the_rules_are_sure_nobody_is_asked() -> None:
    claim = "시는 5월에 다리 900곳을 모두 다시 연다고 확정했다."
    verdict = check_claim(claim, [SOURCE], "ko")
    if verdict.score < LOW:
        assert doubts_of_claim(claim, [SOURCE], "ko") == ()
    sure = check_claim("The city said it may reopen the bridge in May.", [SOURCE], "en")
    assert sure.supported
    assert doubts_of_claim("The city said it may reopen the bridge in May.", [SOURCE], "en") == ()
