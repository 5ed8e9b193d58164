"""Topics by their words, the section they lead to, and tags whose addresses last."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from prism.app.evals.briefs import evaluate
from prism.app.locales import load_locale
from prism.briefs.tags import tags_of
from prism.briefs.topics import Evidence, section_of, topics_of
from prism.model import SECTIONS, Entity, Story

EVALS = Path(__file__).parents[1] / "evals"
AT = datetime(2026, 11, 21, tzinfo=UTC)


def section(text: str, language: str) -> str:
    return section_of(topics_of([Evidence(text, language)]))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ko", "후반 골을 넣어 이겼다. 축구 대표팀 감독은 선수들을 칭찬했다.", "sport"),
        ("ko", "골목 상인들이 은행 대출 금리에 시달린다.", "business"),
        ("en", "The Senate passed the bill after a night of debate.", "politics"),
        ("de", "Die Bundestagswahl wird wiederholt.", "politics"),
        ("zh", "叛军与政府军交火，停火谈判破裂。", "world"),
        ("ja", "新しいワクチンの接種が始まった。", "health"),
        ("fr", "Le gouvernement a annoncé une réforme.", "society"),
        ("en", "", "society"),
    ],
)
def test_sections(language: str, text: str, expected: str) -> None:
    assert section(text, language) == expected


def test_a_topic_that_is_known_already_weighs_more() -> None:
    evidence = [Evidence("The mayor opened the festival", "en")]
    assert topics_of(evidence, ("01000000",))[0].id == "01000000"


def test_measures_stand_above_their_floors() -> None:
    measures = {measure.metric: measure for measure in evaluate(None, EVALS)}
    assert set(measures) == {
        "section_accuracy",
        "section_of_reports",
        "question_coverage",
        "section_of_stories",
    }
    assert measures["section_accuracy"].rows >= 100
    assert all(measure.value is not None and measure.value > 0.8 for measure in measures.values())


def story(*entities: Entity) -> Story:
    return Story("st", 1, ("a",), AT, AT, entities=entities)


def test_tags_speak_the_language_of_the_edition() -> None:
    belarus = Entity("ent-belarus", "place", {"ko": "벨라루스", "en": "Belarus"}, 3)
    only_english = Entity("ent-potash", "organisation", {"en": "Potash Corp"}, 3)
    topics = topics_of([Evidence("대통령이 국회에서 연설했다", "ko")])
    tags = tags_of(story(belarus, only_english), topics, load_locale("ko"))
    assert [tag.name for tag in tags] == ["정치", "벨라루스"]
    assert {tag.slug for tag in tags} == {"politics-and-government", "ent-belarus"}


def test_a_tag_keeps_its_address_when_its_name_changes() -> None:
    before = Entity("ent-kyiv", "place", {"en": "Kiev"}, 2)
    after = replace(before, names={"en": "Kyiv"})
    locale = load_locale("en")
    [one], [other] = tags_of(story(before), (), locale), tags_of(story(after), (), locale)
    assert (one.id, one.slug) == (other.id, other.slug)
    assert one.name != other.name


@pytest.mark.parametrize("odd", ["벨라루스", "../../etc", "A B", "-", "é"])
def test_no_id_makes_an_unsafe_address(odd: str) -> None:
    [tag] = tags_of(story(Entity(odd, "place", {"en": "Xanten"}, 2)), (), load_locale("en"))
    assert tag.slug.isascii()
    assert tag.slug.replace("-", "").isalnum()


def test_passing_mentions_and_unplaced_names_have_no_page() -> None:
    entities = (Entity("e1", "other", {"en": "Thing"}, 5), Entity("e2", "person", {"en": "Somebody"}, 1))
    assert tags_of(story(*entities), (), load_locale("en")) == ()


def test_every_topic_has_a_section_of_the_list() -> None:
    everything = (
        "film election war school vaccine football hurricane parliament treaty inflation climate rocket church birthday "
        "strike recipe forecast protest police"
    )
    assert {topic.section for topic in topics_of([Evidence(everything, "en")])} <= set(SECTIONS)
