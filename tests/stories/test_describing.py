from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.languages import quantities
from prism.model import Article, Disagreement, Source
from prism.stories import describe
from prism.stories.concepts import concepts_of

WriteArticle = Callable[..., Article]


def sources(articles: Sequence[Article]) -> list[Source]:
    return [Source(id=one, name=one, feed_url="") for one in sorted({article.source_id for article in articles})]


def told(*articles: Article) -> tuple[Disagreement, ...]:
    return describe("s", articles, sources(articles), None).disagreements


@pytest.fixture
def swap(write: WriteArticle) -> list[Article]:
    return [
        write(
            "en",
            "en",
            "Varga and Ossen exchange prisoners on border bridge",
            "Varga and Ossen exchanged prisoners on the bridge of Lind on Tuesday, freeing 123 people in all.",
            "Among them was the journalist Irena Balog, held for four years.",
            at="2026-09-22T10:00",
        ),
        write(
            "ko",
            "ko",
            "바르가·오센, 국경 다리서 포로 교환",
            "바르가와 오센이 22일 국경의 린드 다리에서 포로를 교환해 모두 120명이 풀려났다.",
            outlet="hanbit",
            at="2026-09-22T12:00",
        ),
        write(
            "de",
            "de",
            "Varga und Ossen tauschen 123 Gefangene aus",
            "Auf der Grenzbrücke von Lind kamen am Dienstag 123 Menschen frei.",
            outlet="elbbote",
            at="2026-09-22T12:20",
        ),
    ]


def test_sources_that_differ_on_a_figure_across_languages(swap: list[Article]) -> None:
    (found,) = told(*swap)
    assert dict(found.values) == {"harbor": "123", "hanbit": "120", "elbbote": "123"}
    assert found.citations["hanbit"].article_id == "ko"
    assert found.citations["hanbit"].passage == 1
    assert found.labels["ko"] == "석방"
    assert found.labels["en"] == "released"


def test_large_korean_numbers_in_plain_digits(write: WriteArticle) -> None:
    found = told(
        write("a", "ko", "할만, 2만 명 감원", "할만이 2만 명을 감원한다고 밝혔다.", outlet="hanbit"),
        write("b", "en", "Hallmann to cut 19,500 jobs", "Hallmann will cut 19,500 jobs by 2028."),
    )
    assert dict(found[0].values) == {"hanbit": "20000", "harbor": "19500"}


def test_an_outlets_own_update_is_no_disagreement(write: WriteArticle) -> None:
    assert not told(
        write("a", "en", "Quake kills 12", "Twelve people died.", at="2026-09-03T06:00"),
        write("b", "en", "Quake toll rises to 15 dead", "Fifteen people died.", at="2026-09-03T20:00"),
        write("c", "ko", "지진으로 12명 사망", "12명이 숨졌다.", outlet="hanbit", at="2026-09-03T08:00"),
    )


@pytest.mark.parametrize(
    ("rough", "exact", "differ"),
    [
        ("About 120 people were injured.", "123명이 다쳤다.", False),
        ("More than 100 people were injured.", "123명이 다쳤다.", False),
        ("Exactly 120 people were injured.", "123명이 다쳤다.", True),
        ("About 80 people were injured.", "123명이 다쳤다.", True),
        ("Some 20 people were injured.", "1500명이 다쳤다.", False),
    ],
)
def test_a_rounded_value_agrees_with_the_exact_one(write: WriteArticle, rough: str, exact: str, differ: bool) -> None:
    found = told(write("a", "en", "Quake", rough), write("b", "ko", "지진", exact, outlet="hanbit"))
    assert bool(found) == differ


def test_a_copy_and_a_withdrawn_article_say_nothing_of_their_own(swap: list[Article]) -> None:
    copy = dataclasses.replace(swap[1], copy_of="en")
    assert not told(swap[0], copy, swap[2])
    withdrawn = dataclasses.replace(swap[1], withdrawn_at=datetime(2026, 9, 23, tzinfo=UTC))
    assert not told(swap[0], withdrawn, swap[2])


def test_a_correction_supersedes_its_outlets_article_and_its_value_counts(write: WriteArticle) -> None:
    articles = [
        write("old", "zh", "兰堡步行桥坍塌致5死", "兰堡市步行桥坍塌，造成5人死亡、31人受伤。", outlet="donghai"),
        write(
            "new",
            "zh",
            "更正：兰堡步行桥坍塌造成6人死亡",
            "本报此前报道兰堡步行桥坍塌造成5人死亡，实为6人死亡。",
            outlet="donghai",
            at="2026-09-04T06:00",
        ),
        write("en", "en", "Footbridge collapse kills six in Lanburg", "Six people died.", at="2026-09-03T20:00"),
    ]
    story = describe("s", articles, sources(articles), None)
    assert story.superseded == ("old",)
    assert story.disagreements == ()
    assert [one.kind for one in story.timeline if one.kind != "event"] == ["report", "follow-up", "correction"]


def test_a_correction_by_another_outlet_supersedes_nothing(write: WriteArticle) -> None:
    articles = [
        write("old", "en", "Five dead in Lanburg", "Five people died in Lanburg.", outlet="meridian"),
        write("new", "en", "Correction: six dead in Lanburg", "Six died.", at="2026-09-04T06:00", correction=True),
    ]
    assert describe("s", articles, sources(articles), None).superseded == ()


def test_members_in_order_and_the_revision_counts_on(swap: list[Article]) -> None:
    first = describe("s", swap[::-1], sources(swap), None)
    assert first.article_ids == ("en", "ko", "de")
    assert (first.revision, first.id) == (1, "s")
    assert (first.first_seen_at, first.last_seen_at) == (swap[0].published_at, swap[2].published_at)
    assert describe("s", swap, sources(swap), first).revision == 2


def test_an_entity_has_a_name_in_each_language(write: WriteArticle) -> None:
    articles = [
        write("a", "en", "Japan and Chile sign accord", "Japan and Chile signed an accord in Santiago on Monday."),
        write("b", "ko", "일본·칠레 협정 서명", "일본과 칠레가 7일 산티아고에서 협정에 서명했다.", outlet="hanbit"),
        write("c", "ja", "日本とチリが協定に署名", "日本とチリは7日、協定に署名した。", outlet="minato"),
    ]
    story = describe("s", articles, sources(articles), None)
    named = {entity.names.get("en"): entity for entity in story.entities}
    assert dict(named["Japan"].names) == {"en": "Japan", "ja": "日本", "ko": "일본"}
    assert named["Japan"].mentions == 3
    assert named["Japan"].kind == "place"


def test_days_in_the_text_are_resolved_in_the_sources_zone(write: WriteArticle) -> None:
    article = write(
        "ko", "ko", "셀비크 지진", "셀비크에서 3일 지진이 났다.", "복구는 10월 5일 시작된다.", at="2026-09-03T16:30"
    )
    story = describe("s", [article], [Source(id="harbor", name="h", feed_url="", timezone="Asia/Seoul")], None)
    events = [one for one in story.timeline if one.kind == "event"]
    assert [one.at.isoformat() for one in events] == ["2026-09-02T15:00:00+00:00", "2026-10-04T15:00:00+00:00"]
    assert all(one.day_only for one in events)


def test_no_articles_no_story() -> None:
    with pytest.raises(ValueError, match="no articles"):
        describe("s", [], [], None)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "韩国客轮大雾中触礁 126人遇险123人获救", {"123": "rescued"}),
        ("ko", "승선자 126명 가운데 120명이 구조됐다", {"120": "rescued"}),
        ("ko", "재석 55명 중 찬성 31명, 반대 24명으로 통과", {"31": "votes_for", "24": "votes_against"}),
        ("ja", "12人死亡　避難8600人", {"12": "dead", "8600": "evacuated"}),
        ("en", "killing 14 people and injuring 31 others", {"14": "dead", "31": "injured"}),
        ("de", "15 Tote, 20 Verletzte", {"15": "dead", "20": "injured"}),
        ("ko", "충전 중 불이 난 사례가 14건 확인됐으며 5명이 다쳤다", {"5": "injured"}),
        ("ko", "임금 5.1% 인상으로 파업을 끝냈다", {}),
    ],
)
def test_a_word_belongs_to_the_figure_next_to_it(language: str, text: str, expected: dict[str, str]) -> None:
    read = quantities(text, language)
    counted = {
        f"{one.value:f}": what.concept
        for one, what in zip(read, concepts_of(text, read, language), strict=True)
        if what.concept not in ("", "crew", "passengers")
    }
    assert counted == expected


@given(
    st.lists(st.text(max_size=80), min_size=1, max_size=5), st.sampled_from(["ko", "en", "ja", "zh", "de", "und", "ar"])
)
def test_any_text_can_be_described(texts: list[str], language: str) -> None:
    from prism.model import Basis, Passage, Rights, Use  # noqa: PLC0415 - hypothesis and function fixtures don't mix

    at = datetime(2026, 9, 3, tzinfo=UTC)
    article = Article(
        id="a",
        source_id="s",
        url="",
        canonical_url="",
        language=language,
        title=texts[0],
        passages=tuple(Passage(number, text) for number, text in enumerate(texts[1:], 1)),
        retrieved_at=at,
        content_hash="h",
        rights=Rights(Use.FULL, Basis.OPERATOR, "", at),
    )
    story = describe("s", [article], [], None)
    assert story.article_ids == ("a",)
    assert story.disagreements == ()


def test_a_name_that_korean_hides_is_given_by_its_sound(write: WriteArticle) -> None:
    english = write(
        "e", "en", "Doram shuts bridge", "The city of Doram shut the crossing, said Bae Ko-eun. Doram waits."
    )
    korean = write("k", "ko", "도람시 다리 통제", "도람시는 다리를 막았다고 배고은 시장이 밝혔다.", outlet="hanbit")
    entities = describe("s", [english, korean], sources([english, korean]), None).entities
    assert {"en": "Doram", "ko": "도람"} in [dict(one.names) for one in entities]


def test_words_that_titles_capitalise_and_kinds_of_things_are_no_entities(write: WriteArticle) -> None:
    article = write(
        "e",
        "en",
        "Velmo Mobility Recalls Typ City After Battery Fires",
        "Velmo Mobility is recalling 9,000 scooters of the type City, said Velmo Mobility.",
        "The Typ City caught fire twice.",
    )
    names = {name for one in describe("s", [article], sources([article]), None).entities for name in one.names.values()}
    assert "Velmo Mobility" in names
    assert not names & {"City", "Battery Fires", "Fires"}


def test_a_short_form_of_ones_own_figure_is_no_disagreement(write: WriteArticle) -> None:
    korean = write("k", "ko", "즉석면 18만개 회수", "즉석면 18만2000개를 회수한다.", outlet="hanbit")
    english = write("e", "en", "Recall of noodles", "The firm recalled 182,000 cups of noodles.")
    assert told(korean, english) == ()
