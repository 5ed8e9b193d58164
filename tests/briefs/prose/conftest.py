"""A story of three reports for the tests of the prose writer, and the answers of a model written by hand."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

import pytest

from prism.app.locales import load_locale
from prism.model import Article, Completion, Locale, Prompt, Story

T = TypeVar("T")
ENGLISH = (
    "Velmark released 123 political prisoners on Saturday after two days of talks with a US envoy.",
    "Washington said in return that it would lift sanctions on potash, the country's main export.",
    "The envoy, Martin Hale, said the release was the largest since the election of 2022.",
    "It is not yet clear when the sanctions will be lifted.",
    "The European Union said its own sanctions would stay in place for now.",
)
KOREAN = (
    "벨마르크가 21일 야권 지도자 이리나 솔베그를 포함한 정치범 123명을 석방했다.",
    "미국은 그 대가로 칼륨 비료에 대한 제재를 풀기로 했다.",
    "제재가 언제 풀릴지는 아직 정해지지 않았다.",
)


@pytest.fixture
def reports(make_article: Callable[..., Article]) -> tuple[Article, ...]:
    """Two English reports and a Korean one."""
    return (
        make_article("a1", ENGLISH, title="Velmark frees prisoners", language="en", source="harbour"),
        make_article("a2", KOREAN, source="haneul", hours=2),
    )


@pytest.fixture
def story(reports: Sequence[Article], make_story: Callable[..., Story]) -> Story:
    """Their story."""
    return make_story(reports)


@pytest.fixture
def ko() -> Locale:
    """The Korean edition."""
    return load_locale("ko")


@pytest.fixture
def en() -> Locale:
    """The English edition."""
    return load_locale("en")


@pytest.fixture
def send() -> Callable[..., object]:
    """Drive a flow with answers given in order: texts, or whole completions. Fails where more or fewer are asked for."""

    def drive(flow: Generator[Prompt, Completion, T], *answers: str | Completion) -> T:
        given = list(answers)
        try:
            next(flow)
            while True:
                assert given, "the flow asks for more answers than there are"
                answer = given.pop(0)
                flow.send(answer if isinstance(answer, Completion) else Completion(answer, "hand"))
        except StopIteration as stop:
            assert not given, "the flow asked for fewer answers"
            return stop.value  # type: ignore[no-any-return]  # the generator's own return

    return drive
