"""A new revision makes a new version that says what is new; nothing new makes none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from prism.app.evals.briefs import Told
from prism.app.locales import load_locale
from prism.briefs import Waiting, digest, fact_sheet
from prism.model import Article, Brief, Story

Make = Callable[..., Article]
Tell = Callable[..., Story]
Draft = Callable[..., Brief | Waiting]
FIRST = [
    "벨마르크가 야권 지도자를 포함한 정치범 123명을 석방했다.",
    "석방된 이들은 버스를 타고 리투아니아 국경을 넘었다.",
    *["벨마르크 정부는 석방자들의 건강 상태를 살피고 있다."] * 10,
]


def brief_of(found: Brief | Waiting) -> Brief:
    assert isinstance(found, Brief)
    return found


def test_the_first_version(make_article: Make, make_story: Tell, draft: Draft) -> None:
    articles = [make_article("a", FIRST)]
    brief = brief_of(draft(make_story(articles), articles))
    assert (brief.version, brief.changes) == (1, ())
    assert brief.provenance.writer == "digest"
    assert brief.provenance.model == ""
    assert brief.provenance.prompt_version == "digest-2"


def test_a_new_outlet_is_told(make_article: Make, make_story: Tell, draft: Draft) -> None:
    one = [make_article("a", FIRST)]
    first = brief_of(draft(make_story(one), one))
    two = [
        *one,
        make_article(
            "b", ["칼륨 수출을 다시 열기 위해 벨마르크가 석방을 서둘렀다고 외교 당국이 밝혔다."], source="bada", hours=5
        ),
    ]
    second = brief_of(draft(make_story(two, revision=2), two, previous=first))
    assert second.id == first.id
    assert (second.version, second.story_revision) == (2, 2)
    assert second.changes[0] == "지난 판 이후 바다신문의 보도가 새로 더해졌다."
    assert second.insight is not None
    assert second.changes[0] in [sentence.text for sentence in second.insight.sentences]


def test_nothing_that_shows_makes_no_new_version(make_article: Make, make_story: Tell, draft: Draft) -> None:
    articles = [make_article("a", FIRST)]
    first = brief_of(draft(make_story(articles), articles))
    with_copy = [*articles, make_article("c", FIRST, source="bada", copy_of="a", hours=3)]
    later = first.provenance.drafted_at + timedelta(days=2)
    again = brief_of(draft(make_story(with_copy, revision=5), with_copy, previous=first, now=later))
    assert again == replace(first, story_revision=5)


def test_an_unchanged_second_version_keeps_what_it_told(make_article: Make, make_story: Tell, draft: Draft) -> None:
    one = [make_article("a", FIRST)]
    two = [
        *one,
        make_article(
            "b", ["칼륨 수출을 다시 열기 위해 벨마르크가 석방을 서둘렀다고 외교 당국이 밝혔다."], source="bada", hours=5
        ),
    ]
    first = brief_of(draft(make_story(one), one))
    second = brief_of(draft(make_story(two, revision=2), two, previous=first))
    third = brief_of(draft(make_story(two, revision=3), two, previous=second))
    assert third == replace(second, story_revision=3)


def test_a_correction_says_which_figure_changed(told: Callable[[str], Told]) -> None:
    story = told("st-quake")
    locale = load_locale("ko")
    before = replace(story.story, article_ids=("q2",), superseded=(), disagreements=(), revision=1)
    old = [article for article in story.articles if article.id == "q2"]

    def write(of: Story, articles: list[Article], previous: Brief | None) -> Brief:
        return brief_of(
            digest.write(
                of,
                fact_sheet(of, articles),
                articles,
                story.sources,
                locale,
                timezone="Asia/Seoul",
                previous=previous,
                now=story.now,
            )
        )

    first = write(before, old, None)
    assert "19명" in first.dek[0].text
    second = write(replace(story.story, revision=2), list(story.articles), first)
    assert second.version == 2
    assert "산들방송은 앞서 19명이라고 전한 숫자를 27명으로 바로잡았다." in second.changes
    assert "제목을 바꿨다." in second.changes
    assert all("19명" not in sentence.text for sentence in (*second.dek, *second.body))


def test_an_outlet_that_is_gone_is_told(make_article: Make, make_story: Tell, draft: Draft) -> None:
    other = ["칼륨 수출을 다시 열기 위해 벨마르크가 석방을 서둘렀다고 외교 당국이 밝혔다."]
    two = [make_article("a", FIRST), make_article("b", other, source="bada", hours=5)]
    first = brief_of(draft(make_story(two), two))
    left = [two[0], make_article("b", other, source="bada", hours=5, withdrawn=True)]
    second = brief_of(draft(make_story(left, revision=2), left, previous=first))
    assert "바다신문의 보도를 이번 판에서 뺐다." in second.changes
    assert all("바다신문" not in sentence.text for _, sentence in second.sentences())
