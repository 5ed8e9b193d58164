"""Row 19: whatever an article says, the system part is the same to the byte, no tool is offered, and the fence holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.doubles.scripted import Scripted
from tests.faults.poisoned import injections

from prism.app.locales import load_locale
from prism.briefs import prose
from prism.model import Article, BadCompletion, Basis, Flow, Passage, Prompt, Rights, Source, Story, Use, derived_id

NOW = datetime(2026, 11, 20, 6, tzinfo=UTC)
RIGHTS = Rights(Use.FULL, Basis.OPERATOR, "test", NOW)
HONEST = ("The town moved 21 residents out of their homes.", "Nobody was hurt, the town said.")
SOURCE = Source("s", "Outlet", "https://outlet.example/feed", language="en", rights=Use.FULL)
LOCALES = tuple(load_locale(tag) for tag in ("ko", "en", "ja"))
ALLOWED = {"max_tokens", "temperature", "effort"}
_FENCE = re.compile(r"^(==[0-9a-f]{12}==)$", re.MULTILINE)
TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=200)
LINES = st.lists(st.one_of(TEXT, st.sampled_from([one.text for one in injections()])), max_size=4)


def prompts(title: str, texts: Sequence[str]) -> list[Prompt]:
    """All questions that one article with these texts leads to."""
    passages = tuple(Passage(n, text) for n, text in enumerate([*HONEST, *texts], start=1))
    ident = derived_id("a", title)
    article = Article(
        ident, "s", "https://outlet.example/a", "", "en", title, passages, NOW, ident, RIGHTS, published_at=NOW
    )
    story = Story("st", 1, (ident,), NOW, NOW)
    model = Scripted()
    for locale in LOCALES:
        flow = _written(story, article, locale.tag)
        prompt = next(flow)
        try:
            while True:
                prompt = flow.send(model.complete(prompt))
        except StopIteration:
            pass
    return model.asked


def _written(story: Story, article: Article, tag: str) -> Flow[None]:
    locale = load_locale(tag)
    try:
        sheet = yield from prose.facts(story, (article,), (SOURCE,), ("ko", "en", "ja"), {})
        yield from prose.draft(sheet, story, (SOURCE,), locale, names={}, previous=None, now=NOW)
    except BadCompletion:
        return


SYSTEMS = {prompt.system for prompt in prompts("A reservoir leaks", ())}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, LINES)
def test_nothing_that_an_article_says_changes_the_system_part_or_leaves_the_fence(title: str, texts: list[str]) -> None:
    for prompt in prompts(title, texts):
        assert prompt.system in SYSTEMS
        assert set(prompt.parameters) <= ALLOWED
        marks = _FENCE.findall(prompt.user)
        assert len(marks) == 2
        assert marks[0] == marks[1]
        before, inside, after = prompt.user.split(marks[0])
        assert marks[0].strip("=") not in inside
        assert not any(text in before + after for text in texts if len(text.strip()) > 12)


def test_the_system_part_has_no_word_of_any_article_and_the_schema_no_tool() -> None:
    asked = prompts("A reservoir leaks", [one.text for one in injections()[::9]])
    assert {prompt.system for prompt in asked} == SYSTEMS
    assert len(SYSTEMS) == 1 + len(LOCALES)
    assert not any("residents" in system or "injection" in system for system in SYSTEMS)
    assert not any('"tools"' in prompt.schema or "function" in prompt.schema for prompt in asked)
