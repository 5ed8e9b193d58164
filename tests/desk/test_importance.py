from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from prism.desk import arrange, weigh
from prism.desk.arranging import OF_ONE_SECTION, OWN_EACH
from prism.desk.importance import HALF_LIFE_HOURS
from prism.model import Article, Basis, Disagreement, Entity, Interests, Passage, Rights, Story, Teaser, Use

AT = datetime(2026, 11, 20, 6, tzinfo=UTC)
RIGHTS = Rights(Use.FULL, Basis.OPERATOR, "full", AT)


def article(number: int, source: str, language: str = "ko", at: datetime = AT, copy_of: str | None = None) -> Article:
    return Article(
        id=f"a{number}",
        source_id=source,
        url=f"https://{source}.example/{number}",
        canonical_url=f"https://{source}.example/{number}",
        language=language,
        title="은모래대교 상판이 내려앉았다",
        passages=(Passage(1, "다리가 끊겼다."),),
        authors=(),
        published_at=at,
        retrieved_at=at,
        content_hash=f"h{number}",
        copy_of=copy_of,
        rights=RIGHTS,
    )


def story(**changes: object) -> Story:
    plain = Story("s", 1, ("a1",), AT, AT, (Entity("e1", "place", {"ko": "은모래대교", "en": "Eunmorae Bridge"}),))
    return replace(plain, **changes)  # type: ignore[arg-type]  # the fields of a Story


ONE = (article(1, "naru"),)
TWO = (article(1, "naru"), article(2, "post", "en"))


def parts(*args: object, **options: object) -> dict[str, float]:
    return {one.what: one.points for one in weigh(*args, **options).weights}  # type: ignore[arg-type]


def test_more_outlets_and_languages_weigh_more_and_copies_nothing() -> None:
    assert weigh(story(), TWO).score > weigh(story(), ONE).score
    copied = (*ONE, article(3, "third", copy_of="a1"))
    assert weigh(story(), copied) == weigh(story(), ONE)


def test_a_half_life_of_age_takes_one_point_and_a_late_copy_makes_nothing_fresh() -> None:
    older = (article(1, "naru", at=AT - timedelta(hours=HALF_LIFE_HOURS)),)
    assert abs(weigh(story(), ONE).score - weigh(story(), older).score - 1) < 1e-6
    late = (*ONE, article(4, "third", at=AT + timedelta(hours=9), copy_of="a1"))
    assert weigh(story(), late).score == weigh(story(), ONE).score


def test_disagreements_the_home_language_and_earlier_stories_have_their_parts() -> None:
    found = story(disagreements=(Disagreement("사망", {"naru": "2", "post": "3"}),))
    assert parts(found, TWO)["disagreements"] > 0
    assert "home" in parts(story(), ONE, language="ko")
    assert "home" not in parts(story(), ONE, language="ja")
    assert parts(story(), ONE, earlier=9)["novelty"] == parts(story(), ONE, earlier=3)["novelty"] < 0


def test_interests_go_by_section_topic_word_and_name_in_any_language() -> None:
    wanted = Interests(wanted=("science", "11000000", "eunmorae"), unwanted=("스포츠",))
    assert parts(story(), ONE, interests=wanted)["wanted"] > 0
    assert "wanted" in parts(story(entities=(), topics=("11000000",)), ONE, interests=wanted)
    assert "wanted" in parts(story(entities=()), ONE, section="science", interests=wanted)
    assert "wanted" not in parts(story(entities=()), ONE, interests=wanted)
    less = Interests(unwanted=("다리", "은모래대교"))
    assert parts(story(), ONE, interests=less)["unwanted"] < -1
    # A Latin word counts from its beginning: "art" is no part of "Hartford".
    named = story(entities=(Entity("e", "place", {"en": "Hartford"}),))
    assert "wanted" not in parts(named, ONE, interests=Interests(wanted=("art",)))


def test_the_score_is_the_sum_of_its_parts() -> None:
    found = weigh(story(), TWO, language="ko", earlier=1, interests=Interests(wanted=("은모래대교",)))
    assert abs(found.score - sum(one.points for one in found.weights)) < 1e-5


def teaser(number: int, importance: float, section: str = "world", outlets: tuple[str, ...] = ("post",)) -> Teaser:
    return Teaser(
        story_id=f"s{number:02}",
        brief_id=f"b{number}",
        version=1,
        path=f"/ko/story/{number}/",
        headline="h",
        dek="d",
        section=section,
        tags=(),
        outlets=outlets,
        article_count=1,
        published_at=AT,
        updated_at=AT,
        event_at=AT,
        importance=importance,
    )


LANGUAGES = {"naru": "ko", "post": "en"}


def test_one_place_in_five_belongs_to_what_only_home_outlets_tell() -> None:
    world = [teaser(n, 100 - n, section=f"x{n}") for n in range(12)]
    home = [teaser(20 + n, 10 - n, section="society", outlets=("naru",)) for n in range(2)]
    order = arrange([*home, *world], languages=LANGUAGES, language="ko")
    assert [n for n, one in enumerate(order) if one.section == "society"] == [4, 9]


def test_one_section_does_not_fill_the_top() -> None:
    order = arrange(
        [teaser(n, 100 - n, section="sport") for n in range(6)] + [teaser(9, 1, section="politics")],
        languages=LANGUAGES,
        language="ko",
    )
    assert [one.section for one in order][:4] == ["sport", "sport", "sport", "politics"]


@given(
    st.lists(
        st.tuples(st.floats(-9, 9), st.sampled_from(["world", "sport", "society"]), st.sampled_from(["naru", "post"])),
        max_size=40,
    )
)
def test_arranging_loses_nothing_and_depends_on_no_order(rows: list[tuple[float, str, str]]) -> None:
    given_rows = [teaser(n, score, section, (outlet,)) for n, (score, section, outlet) in enumerate(rows)]
    order = arrange(given_rows, languages=LANGUAGES, language="ko")
    assert sorted(one.story_id for one in order) == sorted(one.story_id for one in given_rows)
    assert order == arrange(given_rows[::-1], languages=LANGUAGES, language="ko")
    own = [one for one in given_rows if one.outlets == ("naru",)]
    if own and len(order) >= OWN_EACH:
        assert any(one.outlets == ("naru",) for one in order[:OWN_EACH])
    assert OF_ONE_SECTION == 3
