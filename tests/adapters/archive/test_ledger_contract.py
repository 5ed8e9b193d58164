"""The ledger, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from prism.adapters.archive import SqlArchive, engine, open_archive
from prism.adapters.archive.dump import dump, load
from prism.adapters.archive.engine import migrate, sqlite_engine, writing
from prism.model import Asked, Completion, Prompt, Spent, Story, prompt_key
from prism.ports import Awaited

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
FACTS, DRAFT = Asked("facts", "st1", 1), Asked("draft", "st1", 1, "ko")


def story(revision: int = 1, name: str = "st1") -> Story:
    return Story(name, revision, (), NOW, NOW)


def awaited(user: str, locale: str = "ko", *, weight: float = 1.0, name: str = "st1", revision: int = 1) -> Awaited:
    return Awaited(Prompt("facts", "system", user), Asked("facts", name, revision), locale, weight)


def test_the_first_answer_stays(archive: SqlArchive) -> None:
    assert archive.put_completion("k", Completion("one", "m", tokens_in=3), FACTS, NOW)
    assert not archive.put_completion("k", Completion("two", "m", tokens_in=5), FACTS, NOW + timedelta(hours=1))
    assert archive.completion("k") == Completion("one", "m", tokens_in=3)
    assert archive.put_completions([("k", Completion("x", "m"), FACTS), ("l", Completion("y", "m"), FACTS)], NOW) == 1
    assert archive.completion("unknown") is None


def test_spending_is_told_by_day_purpose_edition_and_model(archive: SqlArchive) -> None:
    archive.put_completion("a", Completion("", "m", tokens_in=10, tokens_out=2, dollars=0.5), FACTS, NOW)
    archive.put_completion("b", Completion("", "m", tokens_in=20, tokens_out=3, dollars=0.25), FACTS, NOW)
    archive.put_completion("c", Completion("", "m", tokens_in=1, tokens_out=1), DRAFT, NOW + timedelta(hours=15))
    archive.put_completion("d", Completion("", "n", tokens_in=7, tokens_out=1), DRAFT, NOW, batch=True)
    archive.put_completion("e", Completion("", "m", tokens_in=9), DRAFT, NOW - timedelta(days=3))
    today = NOW.date()
    assert archive.spent(NOW.replace(hour=0)) == (
        Spent(today, "draft", "ko", "n", 1, 7, 1, 0.0),
        Spent(today, "facts", "", "m", 2, 30, 5, 0.75),
        Spent(today + timedelta(days=1), "draft", "ko", "m", 1, 1, 1, 0.0),
    )
    assert [one.model for one in archive.spent(NOW.replace(hour=0), calls_only=True)] == ["m", "m"]
    assert archive.spent_on_stories(NOW.replace(hour=0)) == {"st1": (37, 0.75)}


def test_runs_see_what_the_others_hold_until_it_is_void(archive: SqlArchive) -> None:
    soon = NOW + timedelta(minutes=30)
    one = archive.reserve(0, {"": (100.0, 0.5), "story:st1": (100.0, 0.5)}, 0, NOW, soon)
    assert (one.held, one.settled) == ({}, 0)
    two = archive.reserve(0, {"": (7.0, 0.0), "story:st2": (7.0, 0.0)}, 0, NOW, soon)
    assert two.owner != one.owner
    assert two.held == {"": (100.0, 0.5)}
    archive.reserve(one.owner, {"": (40.0, 0.25), "story:st1": (0.0, 0.0)}, 3, NOW, soon)
    again = archive.reserve(two.owner, {"": (7.0, 0.0), "story:st1": (1.0, 0.0)}, 0, NOW, soon)
    assert (again.held, again.settled) == ({"": (40.0, 0.25)}, 3)
    late = archive.reserve(two.owner, {"": (7.0, 0.0)}, 0, soon, soon + timedelta(minutes=30))
    assert (late.held, late.settled) == ({}, 3)
    assert archive.reserve(0, {"": (0.0, 0.0)}, 0, NOW + timedelta(days=2), NOW + timedelta(days=3)).settled == 0


def test_prompts_wait_most_important_first_and_each_once(archive: SqlArchive) -> None:
    for name in ("st1", "st2", "st3"):
        archive.put_story(story(name=name))
    light, heavy = awaited("light", weight=0.5), awaited("heavy", weight=9.0, name="st2")
    archive.put_awaited([light, heavy, awaited("heavy", "en", weight=2.0, name="st2"), awaited("old", name="st3")])
    archive.put_story(story(2, "st3"))
    assert [(key, one.prompt.user, one.locale) for key, one in archive.awaited()] == [
        (prompt_key(heavy.prompt), "heavy", "ko"),
        (prompt_key(light.prompt), "light", "ko"),
    ]
    assert archive.still_awaited() == {("st1", "ko"): 0.5, ("st2", "ko"): 9.0, ("st2", "en"): 2.0}
    assert archive.awaited_by([prompt_key(heavy.prompt), "f" * 64]) == {prompt_key(heavy.prompt): heavy.asked}
    archive.put_completion(prompt_key(heavy.prompt), Completion("answer", "m"), heavy.asked, NOW)
    assert archive.still_awaited() == {("st1", "ko"): 0.5}
    archive.put_awaited([awaited("next")])
    assert [one.prompt.user for _, one in archive.awaited()] == ["next"]


def test_the_first_word_about_a_name_stays(archive: SqlArchive) -> None:
    archive.put_terms("ko", {"igor talen": "이고르 탈렌", "velora": "벨로라"})
    archive.put_terms("ko", {"igor talen": "이고리 탈렌", "haeden": "해든"})
    archive.put_terms("en", {})
    assert archive.terms("ko") == {"haeden": "해든", "igor talen": "이고르 탈렌", "velora": "벨로라"}
    assert archive.terms("ko", ["velora", "unknown"]) == {"velora": "벨로라"}
    assert archive.terms("en") == {}


def test_what_a_draft_was_given_is_kept_for_its_revision(archive: SqlArchive) -> None:
    archive.put_given("st1", "ko", 1, "one")
    assert (archive.given("st1", "ko", 1), archive.given("st1", "ko", 2), archive.given("st1", "", 1)) == (
        "one",
        None,
        None,
    )
    archive.put_given("st1", "ko", 2, "two")
    assert (archive.given("st1", "ko", 1), archive.given("st1", "ko", 2)) == (None, "two")


def test_waiting_editions_are_counted_and_shown_unless_a_brief_stands_in(archive: SqlArchive) -> None:
    for name in ("st1", "st2"):
        archive.put_story(story(name=name))
    archive.put_wait("st1", "ko", 1, "card.model", stands=True)
    archive.put_wait("st2", "ko", 1, "card.budget")
    assert archive.waits("ko") == (("st2", "card.budget"),)
    assert archive.waiting() == {("card.model", True): 1, ("card.budget", False): 1}
    due = [("st1", "ko"), ("st2", "ko")]
    assert archive.briefs_due(["ko"], NOW, 9) == ()
    assert list(archive.briefs_due(["ko"], NOW, 9, again=("card.model", "card.budget"))) == due
    assert archive.briefs_due(["ko"], NOW, 9, again=("card.budget",)) == (("st2", "ko"),)


def test_backup_carries_ledger_terms_and_waiting_prompts(archive: SqlArchive, tmp_path: Path) -> None:
    archive.put_story(story())
    archive.put_completion("k", Completion("one", "m", tokens_in=3), FACTS, NOW)
    archive.put_terms("ko", {"velora": "벨로라"})
    archive.put_awaited([awaited("question")])
    archive.put_given("st1", "ko", 1, "{}")
    other = open_archive(tmp_path / "restored.db")
    load(other.engine, dump(archive.engine))
    assert list(dump(other.engine)) == list(dump(archive.engine))
    assert other.completion("k") == archive.completion("k")
    assert list(other.awaited()) == list(archive.awaited())
    other.close()


OLD = {"text": "답", "model": "small", "finish_reason": "stop", "tokens_in": 11, "tokens_out": 4, "dollars": 0.5}


def test_an_archive_of_the_first_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    old = sqlite_engine(tmp_path / "prism.db")
    migrate(old, target="0001")
    with writing(old) as connection:
        connection.execute(
            sa.text("INSERT INTO completions (key, body, dollars) VALUES ('k', :body, 0.5)"), {"body": json.dumps(OLD)}
        )
        connection.execute(sa.text("INSERT INTO waits VALUES ('st1', 'ko', 1, 'card.rights')"))
    old.dispose()
    opened = open_archive(tmp_path / "prism.db")
    assert opened.completion("k") == Completion(**OLD)  # type: ignore[arg-type]  # the fields are those of the noun
    (spent,) = opened.spent(datetime(1970, 1, 1, tzinfo=UTC))
    assert (spent.model, spent.tokens_in, spent.tokens_out, spent.dollars) == ("small", 11, 4, 0.5)
    opened.put_story(story())
    assert opened.waits("ko") == (("st1", "card.rights"),)
    opened.close()


def test_a_backup_of_the_first_schema_is_read(tmp_path: Path) -> None:
    lines = [
        json.dumps({"schema": "0001"}),
        json.dumps({"table": "completions", "row": {"key": "k", "body": json.dumps(OLD), "dollars": 0.5}}),
    ]
    opened = open_archive(tmp_path / "prism.db")
    load(opened.engine, lines)
    (spent,) = opened.spent(datetime(1970, 1, 1, tzinfo=UTC))
    assert (spent.model, spent.tokens_in) == ("small", 11)
    assert next(iter(dump(opened.engine))) == json.dumps({"schema": engine.HEAD})
    opened.close()
