from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from prism.app.locales import load_locale
from prism.checks import check_brief
from prism.checks.rules import house as rules
from prism.model import (
    Article,
    Basis,
    Brief,
    Citation,
    Fact,
    FactSheet,
    Insight,
    Outcome,
    Passage,
    Provenance,
    Rights,
    Sentence,
    Source,
    Use,
    Verdict,
)

AT = datetime(2026, 11, 20, 3, tzinfo=UTC)
KO = load_locale("ko")
QUOTE = "벨라루스는 20일 정치범 123명을 석방했다."
LATER = "존 콜 대표는 어제 민스크에서 제재 해제를 발표했다."
SINGLE = "지금까지 이 소식은 나루신문 보도에만 근거하며, 다른 매체의 보도로는 확인되지 않았다."
TEXTS = (QUOTE, LATER, "시민들은 거리로 나왔다.", "야권은 환영했다.", "러시아는 말을 아꼈다.", "추가 회담이 열린다.")


def article(use: Use = Use.FULL, **changes: object) -> Article:
    rights = Rights(use, Basis.OPERATOR, "operator", AT)
    made = Article(
        id="a1", source_id="s1", url="https://one.example/1", canonical_url="https://one.example/1", language="ko",
        title="벨라루스, 정치범 123명 석방", passages=tuple(Passage(n, t) for n, t in enumerate(TEXTS, 1)),
        retrieved_at=AT, content_hash="h", rights=rights, published_at=AT,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type] # a test's shorthand


def facts() -> FactSheet:
    made = [Fact(f"F{n}", "ko", t, (Citation("a1", n),)) for n, t in enumerate(TEXTS, 1)]
    return FactSheet("st", 1, (Fact("F0", "ko", "벨라루스, 정치범 123명 석방", (Citation("a1", 0),)), *made))


def brief(**changes: object) -> Brief:
    made = Brief(
        id="b", story_id="st", story_revision=1, locale="ko",
        headline=Sentence("벨라루스, 정치범 123명 석방", ("F0",), quotes=("벨라루스, 정치범 123명 석방",)),
        dek=(Sentence(f"나루신문은 “{QUOTE}”라고 보도했다.", ("F1",), quotes=(QUOTE,)),),
        body=(Sentence("정치범 123명이 풀려났다.", ("F1",)),),
        insight=Insight("아직 알려지지 않은 것", (Sentence(SINGLE, ("F1",)),)),
        section="politics", tags=(), provenance=Provenance("prose", "a model", "1", AT),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type] # a test's shorthand


def check(made: Brief, told: Article | None = None, links: frozenset[str] | None = None) -> tuple[Verdict, ...]:
    told = told or article()
    source = Source("s1", "나루신문", "https://one.example/feed", language="ko", country="KR")
    return check_brief(made, facts(), {"a1": told}, {"s1": source}, KO, links=links or {told.url})


def failed(verdicts: tuple[Verdict, ...]) -> set[tuple[str, str]]:
    return {(one.check, one.sentence) for one in verdicts if one.outcome is Outcome.FAIL}


def said(text: str, *, quotes: tuple[str, ...] = (), cites: tuple[str, ...] = ("F1",)) -> Brief:
    return brief(body=(Sentence(text, cites, quotes=quotes),))


def test_a_good_brief_passes_every_check() -> None:
    verdicts = check(brief())
    assert failed(verdicts) == set()
    assert {one.check for one in verdicts if one.outcome is Outcome.PASS} == set(rules.RULES)


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (said("정치범 321명이 풀려났다."), "figures"),
        (said("정치범 123명이 풀려났다.", cites=()), "citations"),
        (said("정치범 123명이 풀려났다.", cites=("F9",)), "citations"),
        (said("나루신문은 “벨라루스는 20일 정치범 132명을 석방했다.”라고 전했다.", quotes=(QUOTE,)), "quotations"),
        (said("나루신문은 “모두 기뻐하고 있다”고 전했다."), "quotations"),
        (said("우크라이나 정치범 123명이 풀려났다."), "names"),
        (said("정치범 123명이 11월 3일 풀려났다."), "dates"),
        (said("정치범 123명이 어제 풀려났다."), "dates"),
        (said(f"나루신문은 “{LATER.replace('어제', '어제[11월 17일]')}”라고 전했다.", quotes=(LATER,), cites=("F2",)), "dates"),
        (said("정치범 123명이 풀려났습니다."), "register"),
        (said("벨라루스러시아의 정치범 123명이 풀려났다."), "particles"),
        (said("정치범 123명이 Москва에서 풀려났다."), "script"),
        (said("Belarus released 123 political prisoners on that day, officials said."), "language"),
        (said("정치범 123명이 풀려났다. https://evil.example/x"), "links"),
        (said("정치범 123명이 풀려났다. javascript:alert(1)"), "links"),
    ],
)  # fmt: skip
def test_an_altered_brief_is_flagged(made: Brief, name: str) -> None:
    assert (name, "body.0") in failed(check(made))


def test_a_bracketed_date_that_resolves_the_quotation_is_right() -> None:
    text = f"나루신문은 “{LATER.replace('어제', '어제[11월 19일]')}”라고 전했다."
    made = replace(said(text, quotes=(LATER,), cites=("F2",)), dek=(Sentence("정치범 123명이 풀려났다.", ("F1",)),))
    assert failed(check(made)) == set()


def test_copying_is_bounded_by_passages() -> None:
    sentences = tuple(
        Sentence(f"나루신문은 “{t}”라고 전했다.", (f"F{n}",), quotes=(t,)) for n, t in enumerate(TEXTS[:3], 1)
    )
    assert ("copying", "") in failed(check(brief(body=sentences)))


def test_a_passage_of_a_source_that_allows_a_link_only_is_not_used() -> None:
    assert ("rights", "dek.0") in failed(check(brief(), article(Use.LINK)))


def test_nothing_rests_on_what_was_taken_down() -> None:
    gone = failed(check(brief(), article(withdrawn_at=AT)))
    assert ("standing", "") in gone
    assert ("standing", "dek.0") in gone


def test_an_unknown_address_of_an_article_is_flagged() -> None:
    assert ("links", "dek.0") in failed(check(brief(), links=frozenset({"https://other.example/"})))


def test_every_rule_is_listed_and_has_its_words_in_every_edition() -> None:
    modules = {module.name for module in iter_modules(rules.__path__)}
    assert modules == set(rules.RULES)
    for name in modules:
        source = Path(import_module(f"prism.checks.rules.house.{name}").__file__ or "").read_text(encoding="utf-8")
        for tag in ("ko", "en", "ja"):
            words = load_locale(tag).words
            assert f"check.{name}.pass" in words
            assert f"check.name.{name}" in words
        assert f'"{name}"' in source
