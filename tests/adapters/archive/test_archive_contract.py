"""One contract, held by SQLite and PostgreSQL alike."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from prism.adapters.archive import SqlArchive, engine, open_archive, schema
from prism.adapters.archive.dump import dump, load
from prism.model import (
    Action,
    ArchiveError,
    Article,
    Asked,
    Basis,
    Brief,
    Citation,
    Completion,
    Correction,
    Decision,
    Entity,
    Entry,
    Fact,
    FactSheet,
    Failure,
    Member,
    Outcome,
    Passage,
    Polling,
    Provenance,
    Regrouping,
    Rights,
    Sentence,
    Source,
    Story,
    Teaser,
    Use,
    Verdict,
)

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SOURCE = Source("s1", "하늘일보", "https://haneul.example/feed", language="ko", rights=Use.FULL)


def entry(number: int, **changes: object) -> Entry:
    made = Entry(f"e{number}", "s1", f"g{number}", f"https://haneul.example/{number}", f"제목 {number}", NOW)
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]  # the tests name the fields


def article(number: int, **changes: object) -> Article:
    made = Article(
        id=f"a{number}",
        source_id="s1",
        url=f"https://haneul.example/{number}",
        canonical_url=f"https://haneul.example/{number}",
        language="ko",
        title=f"제목 {number}",
        passages=(Passage(1, "첫 문장이다."), Passage(2, "둘째 문장이다.", 1)),
        retrieved_at=NOW,
        content_hash=f"h{number}",
        rights=Rights(Use.FULL, Basis.OPERATOR, "full", NOW),
        published_at=NOW - number * HOUR,
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]  # the tests name the fields


def member(number: int, story: str = "") -> Member:
    vector = np.zeros(384, np.float32)
    vector[number] = 1.0
    return Member(f"a{number}", story, "s1", "ko", NOW - number * HOUR, "{}", ("key",), vector)


def story(revision: int = 1, **changes: object) -> Story:
    made = Story("st1", revision, ("a2", "a1"), NOW - 2 * HOUR, NOW, (Entity("en1", "place", {"ko": "가람시"}),))
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]  # the tests name the fields


def brief(version: int = 1, revision: int = 1) -> Brief:
    return Brief(
        id="b1",
        story_id="st1",
        story_revision=revision,
        locale="ko",
        headline=Sentence(f"제목 {version}", ("F1",)),
        dek=(Sentence("요약이다.", ("F1",)),),
        body=(Sentence("본문이다.", ("F1",)),),
        insight=None,
        section="world",
        tags=(),
        provenance=Provenance("digest", "", "digest-1", NOW),
        version=version,
        changes=("새 소식",) if version > 1 else (),
    )


SHEET = FactSheet("st1", 1, (Fact("F1", "ko", "첫 문장이다.", (Citation("a1", 1),)),))
VERDICT = Verdict("figures", Outcome.PASS, "body.0", "맞다", (Citation("a1", 1),))


def decide(action: Action, version: int = 1, at: datetime = NOW) -> Decision:
    return Decision("b1", version, action, "policy", "", at)


def with_story(archive: SqlArchive) -> None:
    archive.put_source(SOURCE, poll_at=NOW)
    archive.put_poll(SOURCE, Polling("s1", NOW + HOUR), [entry(1), entry(2)])
    for number in (1, 2):
        archive.put_article(f"e{number}", article(number), revisit_at=None)
    archive.put_grouping([member(1), member(2)], Regrouping({"a1": "st1", "a2": "st1"}), NOW)
    archive.put_story(story())


def test_a_source_is_added_once_and_due_at_its_time(archive: SqlArchive) -> None:
    assert archive.put_source(SOURCE, poll_at=NOW)
    assert not archive.put_source(dataclasses.replace(SOURCE, name="하늘신문"), poll_at=NOW + HOUR)
    assert [one.name for one in archive.sources()] == ["하늘신문"]
    assert archive.sources_due(NOW - HOUR) == ()
    ((source, polling),) = archive.sources_due(NOW)
    assert (source.id, polling.next_poll_at) == ("s1", NOW)


def test_entries_are_kept_once_and_read_again_when_they_changed(archive: SqlArchive) -> None:
    archive.put_source(SOURCE, poll_at=NOW)
    polling = Polling("s1", NOW + HOUR, last_success_at=NOW)
    assert archive.put_poll(SOURCE, polling, [entry(1), entry(2), entry(1)]) == 2
    assert archive.put_poll(SOURCE, polling, [entry(1), entry(2)]) == 0
    assert archive.pollings()["s1"] == polling
    assert [one.id for one in archive.entries_due(NOW, 10)] == ["e1", "e2"]
    archive.put_article("e1", article(1), revisit_at=None)
    assert [one.id for one in archive.entries_due(NOW, 10)] == ["e2"]
    assert archive.put_poll(SOURCE, polling, [entry(1, title="고친 제목")]) == 0
    assert {one.id for one in archive.entries_due(NOW, 10)} == {"e1", "e2"}


def test_a_removed_source_leaves_its_articles(archive: SqlArchive) -> None:
    with_story(archive)
    archive.put_poll(SOURCE, Polling("s1", NOW), [entry(3)])
    assert archive.remove_source("s1")
    assert not archive.remove_source("s1")
    assert archive.entries_due(NOW, 10) == ()
    assert archive.article("a1") == article(1)
    assert archive.put_poll(SOURCE, Polling("s1", NOW), [entry(4)]) == 0
    assert archive.entries_due(NOW, 10) == ()


def test_a_failed_entry_is_tried_again_at_its_time_and_its_attempts_are_counted(archive: SqlArchive) -> None:
    archive.put_source(SOURCE, poll_at=NOW)
    archive.put_poll(SOURCE, Polling("s1", NOW), [entry(1)])
    failure = Failure("read", "https://haneul.example/1", "no answer", "", NOW)
    archive.fail_entry("e1", failure, retry_at=NOW + HOUR)
    archive.fail_entry("e1", failure, retry_at=NOW + HOUR)
    assert archive.entries_due(NOW, 10) == ()
    assert [one.id for one in archive.entries_due(NOW + HOUR, 10)] == ["e1"]
    assert [one.attempts for one in archive.failures()] == [2]
    archive.fail_entry("e1", failure, retry_at=None)
    assert archive.entries_due(NOW + 100 * HOUR, 10) == ()
    archive.put_article("e1", article(1), revisit_at=None)
    assert archive.failures() == ()


def test_an_article_with_the_same_address_is_updated_and_keeps_its_id(archive: SqlArchive) -> None:
    with_story(archive)
    assert archive.articles_to_group(10) == ()
    again = article(1, id="other", title="제목 1", content_hash="h1")
    assert not archive.put_article("e1", again, revisit_at=None)
    assert archive.articles_to_group(10) == ()
    assert archive.put_article("e1", dataclasses.replace(again, content_hash="new"), revisit_at=NOW)
    (due,) = archive.articles_to_group(10)
    assert (due.id, due.content_hash) == ("a1", "new")
    assert [one.id for one in archive.articles_to_revisit(NOW, 5)] == ["a1"]
    archive.put_revisit("a1", None)
    assert archive.articles_to_revisit(NOW, 5) == ()


def test_stories_are_due_when_their_members_change(archive: SqlArchive) -> None:
    with_story(archive)
    assert archive.stories_due(10) == ()
    archive.put_article("e3", article(3), revisit_at=None)
    archive.put_grouping([member(3)], Regrouping({"a3": "st1"}), NOW)
    ((story_id, ids, before),) = archive.stories_due(10)
    assert (story_id, ids, before) == ("st1", ("a3", "a2", "a1"), story())
    archive.put_story(story(2))
    archive.withdraw_article("a1", NOW)
    assert [one[0] for one in archive.stories_due(10)] == ["st1"]
    assert archive.article("a1") == article(1, withdrawn_at=NOW)
    archive.put_story(story(3))
    archive.put_grouping([], Regrouping({}), NOW, copies={"a2": "a1"})
    assert [one[0] for one in archive.stories_due(10)] == ["st1"]


def test_merged_stories_lead_to_the_living_one(archive: SqlArchive) -> None:
    with_story(archive)
    archive.put_article("e3", article(3), revisit_at=None)
    archive.put_grouping([member(3)], Regrouping({"a3": "st2"}), NOW)
    archive.put_story(story(id="st2", article_ids=("a3",)))
    archive.put_grouping([], Regrouping({"a1": "st2", "a2": "st2"}, {"st1": "st2"}), NOW)
    archive.put_article("e4", article(4), revisit_at=None)
    archive.put_grouping([member(4)], Regrouping({"a4": "st3"}), NOW)
    archive.put_grouping([], Regrouping(dict.fromkeys(["a1", "a2", "a3"], "st3"), {"st2": "st3"}), NOW)
    assert archive.merged() == {"st1": "st3", "st2": "st3"}
    assert {one.article_id for one in archive.members(["st3"])} == {"a1", "a2", "a3", "a4"}
    ended = archive.story("st1")
    assert ended is not None
    assert ended.merged_into == "st2"
    assert [one[0] for one in archive.stories_due(10)] == ["st3"]
    assert {story_id for _, story_id in archive.iterate_articles()} == {"st3"}


def test_a_story_that_all_left_leads_to_where_they_went(archive: SqlArchive) -> None:
    with_story(archive)
    archive.put_grouping([], Regrouping({"a1": "st9", "a2": "st9"}), NOW)
    assert archive.merged() == {"st1": "st9"}


def test_vectors_survive_to_half_precision(archive: SqlArchive) -> None:
    with_story(archive)
    generator = np.random.default_rng(7)
    vector = generator.normal(size=384).astype(np.float32)
    vector /= np.linalg.norm(vector)
    archive.put_grouping([dataclasses.replace(member(1), vector=vector)], Regrouping({"a1": "st1"}), NOW)
    kept = archive.members_by_id(["a1", "unknown"])[0].vector
    assert kept is not None
    assert float(kept @ vector) == pytest.approx(1.0, abs=1e-4)
    assert [one.article_id for one in archive.iterate_members(NOW - 90 * timedelta(minutes=1))] == ["a1"]


def test_briefs_are_due_per_edition_and_revision(archive: SqlArchive) -> None:
    with_story(archive)
    assert archive.briefs_due(["ko", "en"], NOW, 10) == (("st1", "ko"), ("st1", "en"))
    archive.put_brief(brief(), SHEET, NOW)
    archive.put_wait("st1", "en", 1, "card.language")
    assert archive.briefs_due(["ko", "en"], NOW, 10) == ()
    assert archive.waits("en") == (("st1", "card.language"),)
    archive.put_story(story(2))
    assert archive.briefs_due(["ko", "en"], NOW, 10) == (("st1", "ko"), ("st1", "en"))
    assert archive.waits("en") == ()


def test_a_version_goes_from_draft_to_site(archive: SqlArchive) -> None:
    with_story(archive)
    archive.put_brief(brief(), SHEET, NOW)
    (work,) = archive.briefs_unchecked(10)
    assert (work.brief, work.facts, work.verdicts, work.decision) == (brief(), SHEET, None, None)
    archive.put_verdicts(brief(), [VERDICT], decide(Action.PUBLISH), None)
    assert archive.briefs_unchecked(10) == ()
    assert archive.unpublished("ko") == ("b1",)
    teaser = Teaser("st1", "b1", 1, "/ko/story/st1/", "제목", "요약", "world", (), ("s1",), 2, NOW, NOW, NOW)
    archive.put_published({"ko": [teaser]}, {"published:ko": NOW.isoformat()})
    assert archive.unpublished("ko") == ()
    assert archive.teasers("ko") == (teaser,)
    published = archive.published_work("b1")
    assert published is not None
    assert published.verdicts == (VERDICT,)


def test_a_held_version_leaves_the_published_one_standing(archive: SqlArchive) -> None:
    with_story(archive)
    archive.put_brief(brief(), SHEET, NOW)
    archive.put_verdicts(brief(), [], decide(Action.PUBLISH), None)
    archive.put_brief(brief(2), SHEET, NOW + HOUR)
    archive.put_verdicts(brief(2), [], decide(Action.HOLD, 2), None)
    published = archive.published_work("b1")
    latest = archive.work("b1")
    assert published is not None
    assert latest is not None
    assert (published.brief.version, latest.brief.version) == (1, 2)
    assert [one.brief.version for one in archive.held()] == [2]
    assert [one.brief.version for one in archive.iterate_work("ko")] == [2]
    correction = Correction("b1", NOW + 2 * HOUR, "120", "123", "출처가 바로잡았다")
    archive.put_brief(brief(3), SHEET, NOW + 2 * HOUR)
    archive.put_verdicts(brief(3), [], decide(Action.CORRECT, 3, NOW + 2 * HOUR), correction)
    assert archive.corrections("b1") == (correction,)
    assert [(one.number, one.action, one.at) for one in archive.history("b1")] == [
        (1, "publish", NOW),
        (3, "correct", NOW + 2 * HOUR),
    ]


def test_the_same_version_again_keeps_the_time_of_its_publication(archive: SqlArchive) -> None:
    with_story(archive)
    archive.put_brief(brief(), SHEET, NOW)
    archive.put_verdicts(brief(), [], decide(Action.PUBLISH), None)
    archive.put_brief(brief(revision=2), SHEET, NOW + HOUR)
    archive.put_verdicts(brief(revision=2), [], decide(Action.PUBLISH, at=NOW + HOUR), None)
    assert [one.at for one in archive.history("b1")] == [NOW]


def test_every_writing_step_may_be_run_twice(archive: SqlArchive) -> None:
    for _ in range(2):
        with_story(archive)
        archive.put_brief(brief(), SHEET, NOW)
        archive.put_verdicts(brief(), [VERDICT], decide(Action.PUBLISH), Correction("b1", NOW, "1", "2", "3"))
        archive.put_note("means", "{}")
        archive.put_completion("key", Completion("text", "model"), Asked("facts", "st1", 1), NOW)
    counts = archive.counts()
    assert counts == {
        "sources": 1,
        "entries": 2,
        "articles": 2,
        "stories": 1,
        "briefs": 1,
        "published": 0,
        "held": 0,
        "failures": 0,
    }
    assert len(archive.corrections("b1")) == 1
    assert archive.completion("key") == Completion("text", "model")


def test_related_stories_are_found_by_shared_entities(archive: SqlArchive) -> None:
    with_story(archive)
    archive.put_story(story(id="st2", entities=(Entity("en1", "place", {}), Entity("en2", "person", {}))))
    assert archive.stories_sharing(["en1", "en2"], limit=5) == (("st2", 2), ("st1", 1))


def test_backup_and_restore_give_the_same_rows(archive: SqlArchive, tmp_path: Path) -> None:
    with_story(archive)
    archive.put_brief(brief(), SHEET, NOW)
    lines = list(dump(archive.engine))
    other = open_archive(tmp_path / "restored.db")
    assert load(other.engine, lines) == len(lines) - 1
    assert list(dump(other.engine)) == lines
    with pytest.raises(ArchiveError, match="not empty"):
        load(other.engine, lines)
    other.close()


def test_the_schema_is_the_sum_of_the_migrations(archive: SqlArchive) -> None:
    with engine.reading(archive.engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
    folder = Path(engine.__file__).parent / "migrations" / "versions"
    assert max(file.stem[1:5] for file in folder.glob("m[0-9]*.py")) == engine.HEAD


def test_an_archive_of_a_newer_prism_is_left_alone(tmp_path: Path) -> None:
    opened = open_archive(tmp_path / "prism.db")
    with engine.writing(opened.engine) as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    opened.close()
    with pytest.raises(ArchiveError, match="schema 9999"):
        open_archive(tmp_path / "prism.db")


def test_a_file_that_is_no_archive_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "prism.db").write_bytes(b"this is no database at all" * 100)
    with pytest.raises(ArchiveError):
        open_archive(tmp_path / "prism.db")
