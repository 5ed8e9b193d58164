from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from prism.app.filters import check
from prism.app.filters.check import Checking
from prism.app.filters.streaming import streamed

PRISM = str(Path(sys.executable).with_name("prism"))
TEXT = "Belarus released 123 prisoners on Thursday. Exports rose 3.5 percent in October. Envoy John Coale said so in Minsk."


def row(ident: object, claim: str, **more: object) -> dict[str, object]:
    source = {"id": "a", "language": "en", "published": "2026-11-20T12:00:00+00:00", "text": TEXT}
    return {"id": ident, "claim": claim, "sources": [source], **more}


def run(given: str, *options: str) -> list[str]:
    done = subprocess.run(
        [PRISM, "check", *options], input=given.encode(), capture_output=True, check=True, timeout=120
    )
    return done.stdout.decode().splitlines()


def test_many_rows_come_back_in_order_and_as_one_by_one() -> None:
    rows = [row(number, f"Belarus released {100 + number} prisoners.") for number in range(130)]
    checking = Checking("en", embedded=False)
    together = [json.loads(line) for line in run("".join(json.dumps(one) + "\n" for one in rows))]
    assert [one["id"] for one in together] == list(range(130))
    assert together == [json.loads(json.dumps(one)) for one in checking(rows)]
    assert together[23]["verdict"] == "supported"
    assert together[77]["verdict"] == "unsupported"


def test_many_rows_come_back_with_vectors_too() -> None:
    rows = [row(number, f"벨라루스는 수감자 {100 + number}명을 석방했다.", language="ko") for number in range(40)]
    given = "".join(json.dumps(one) + "\n" for one in rows)
    assert [json.loads(line)["id"] for line in run(given, "--vectors")] == list(range(40))


def test_a_row_is_answered_before_the_next_one_comes() -> None:
    with subprocess.Popen([PRISM, "check"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(json.dumps(row(number, "Belarus released 123 prisoners.")).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()


def test_a_broken_input_ends_with_its_error() -> None:
    def rows() -> object:
        yield row(1, "Belarus released 123 prisoners.")
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(streamed(rows(), Checking("en", embedded=False), processes=1))  # type: ignore[arg-type]  # an iterator of rows


BAD = [
    ("no json at all", "no JSON"),
    ("[1, 2]", "no object"),
    (json.dumps({"id": 1}), "'claim' must be a text"),
    (json.dumps({"id": 1, "claim": "x", "sources": []}), "no source text"),
    (json.dumps({"id": 1, "claim": "x", "sources": [{"id": "a", "text": ""}]}), "no source text"),
    (json.dumps(row(1, "")), "claim is empty"),
    (json.dumps(row(1, "x" * 6_000)), "more than 5000"),
    (json.dumps({"id": 1, "claim": "It rose.", "sources": [{"id": "a", "text": "It rose. " * 120_000}]}), "characters together"),
    (json.dumps({"id": 1, "claim": "It rose.", "sources": [{"id": "a", "text": "金" * 190_000}]}), "a sentence of the sources has 190000 characters"),
    (json.dumps({"id": 1, "claim": "It rose.", "sources": [{"id": "a", "text": "It rose.\n" * 9_000}]}), "the sources have 9000 sentences"),
    (json.dumps({"id": 1, "claim": "It rose. " * 20, "sources": [{"id": "a", "text": "It rose.\n" * 900}]}), "too many to compare"),
    (json.dumps({**row(1, "It rose."), "language": "xx"}), "Prism knows little of this language (xx)"),
    (json.dumps({"id": 1, "claim": "It rose.", "sources": [{"id": "a", "text": "It rose.", "published": "soon"}]}), "no date"),
]  # fmt: skip


def test_every_bad_row_is_answered_with_what_is_wrong_and_the_stream_goes_on() -> None:
    good = json.dumps(row("good", "Belarus released 123 prisoners."))
    given = "".join(f"{line}\n{good}\n" for line, _ in BAD)
    answers = [json.loads(line) for line in run(given)]
    assert len(answers) == 2 * len(BAD)
    for (_, reason), answer in zip(BAD, answers[::2], strict=True):
        told = [one["reason"] for one in answer["findings"] if one["check"] == "row"]
        assert any(reason in one for one in told), (reason, told)
    assert all(one["id"] == "good" and one["verdict"] == "supported" for one in answers[1::2])


def test_a_line_too_long_to_hold_is_skipped_and_said() -> None:
    given = (
        '{"id": 1, "claim": "'
        + "x" * (17 * 2**20)
        + '"}\n'
        + json.dumps(row(2, "Belarus released 123 prisoners."))
        + "\n"
    )
    first, second = (json.loads(line) for line in run(given))
    assert "longer than" in first["findings"][0]["reason"]
    assert second["verdict"] == "supported"


@pytest.mark.parametrize(
    ("locale", "verdict"), [("en", "unsupported"), ("ko", "뒷받침되지 않음"), ("ja", "裏付けなし")]
)
def test_explained_for_people_in_the_words_of_an_edition(locale: str, verdict: str) -> None:
    text = "\n".join(
        run(json.dumps(row(7, "벨라루스는 수감자 132명을 석방했다.", language="ko")), "--explain", "--locale", locale)
    )
    assert verdict in text
    assert "132명" in text
    assert "a:1" in text
    assert "\x1b[" not in text, "colours only on a terminal"


def test_findings_name_the_words_that_they_rest_on() -> None:
    answer = json.loads(run(json.dumps(row(7, "벨라루스는 수감자 132명을 석방했다.", language="ko")), "--vectors")[0])
    finding = answer["findings"][0]
    assert finding["check"] == "figures"
    assert finding["outcome"] == "fail"
    assert "132명" in " ".join(finding["words"])
    assert finding["evidence"][0]["text"] in TEXT


def test_figures_beyond_all_reckoning_are_answered() -> None:
    source = {
        "id": "a",
        "language": "en",
        "text": "It cost 99999999999999999999999 dollars and 88888888888888888888888 more.",
    }
    rows = [
        {"id": n, "claim": claim, "language": "en", "sources": [source]}
        for n, claim in enumerate(["It cost 7 percent less, 188888888888888888888887 dollars.", "It cost 3 dollars."])
    ]
    answers = [json.loads(line) for line in run("".join(json.dumps(one) + "\n" for one in rows))]
    assert [one["id"] for one in answers] == [0, 1]
    assert all(one["check"] != "row" for answer in answers for one in answer["findings"])


def test_a_slip_of_a_rule_costs_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    real = check.check_claim  # type: ignore[attr-defined]  # what the module calls

    def slips(claim: str, *given: object, **more: object) -> object:
        if "130" in claim:
            raise KeyError("no such word")
        return real(claim, *given, **more)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(check, "check_claim", slips)
    first, second = Checking("en", embedded=False)([row(1, "It released 130 prisoners."), row(2, "It released 123.")])
    assert first["verdict"] == "unsupported"
    assert "bug of Prism" in str(first["findings"])
    assert "bug of Prism" not in str(second["findings"])
