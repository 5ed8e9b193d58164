"""Good digest briefs pass every check; altered in one word, anywhere, each one is held."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from tests.checks.brief_alterations import KINDS, Altered, alterations
from tests.checks.brief_stories import EDITIONS, Case, good_briefs

from prism.app.locales import load_locale
from prism.checks.templates import CHANGES, PART_FAMILIES, PARTS, TITLES, House
from prism.model import Insight, Outcome

STEP, SLOW_STEP = 24, 8
"""Every so many alterations are tried in the quick test and in the slow one, over all briefs, parts and kinds; `missed(every())`
tries all 11,617 in some minutes."""


def every() -> list[tuple[Case, Altered]]:
    """All alterations of all good briefs; a text that two versions of a brief share is altered once."""
    seen: set[tuple[str, str, str]] = set()
    found = []
    for case in good_briefs():
        for altered in alterations(case.brief, case.locale):
            sentence = dict(altered.brief.sentences())[altered.address]
            key = (case.name.split("/", maxsplit=1)[-1], altered.address, repr(sentence))
            if key not in seen and sentence != dict(case.brief.sentences())[altered.address]:
                seen.add(key)
                found.append((case, altered))
    return found


def missed(tried: list[tuple[Case, Altered]]) -> list[str]:
    return [
        f"{case.name} {one.kind} {one.address}: {one.was!r} → {one.now!r}"
        for case, one in tried
        if not case.failures(one.brief)
    ]


def test_a_hundred_good_briefs_in_three_editions_pass() -> None:
    held = {
        case.name: [(one.check, one.sentence, one.reason) for one in case.failures()]
        for case in good_briefs()
        if case.failures()
    }
    assert held == {}
    texts = {(case.locale.tag, case.brief.headline.text) for case in good_briefs()}
    assert len(texts) >= 75
    assert len(good_briefs()) >= 100
    assert {case.locale.tag for case in good_briefs()} == set(EDITIONS)


def test_every_kind_of_word_is_altered_in_every_part_and_edition() -> None:
    tried = Counter((case.locale.tag, one.kind) for case, one in every())
    assert {key for key, count in tried.items() if count >= 20} == {(tag, kind) for tag in EDITIONS for kind in KINDS}
    parts = Counter(one.address.partition(".")[0] for _, one in every())
    assert min(parts[part] for part in ("headline", "dek", "body", "insight")) > 300


def test_a_brief_altered_in_one_word_is_held() -> None:
    assert missed(every()[::STEP]) == []


@pytest.mark.slow
def test_one_word_altered_anywhere_is_held() -> None:
    assert missed(every()[1::SLOW_STEP]) == []


def test_an_altered_title_of_the_insight_and_an_altered_line_of_change_are_held() -> None:
    for case in good_briefs():
        insight = case.brief.insight or Insight("", ())
        other = replace(case.brief, insight=Insight(insight.title + "!", insight.sentences))
        assert case.failures(other), case.name
        for place, line in enumerate(case.brief.changes):
            changes = (*case.brief.changes[:place], line[:-2] + line[-1], *case.brief.changes[place + 1 :])
            assert case.failures(replace(case.brief, changes=changes)), case.name


@pytest.mark.parametrize("tag", EDITIONS)
def test_every_message_of_the_writer_is_a_sentence_a_title_or_part_of_one(tag: str) -> None:
    locale = load_locale(tag)
    house = House(locale, ("Outlet",))
    for message, text in locale.words.items():
        if not message.startswith(("digest.", "insight.")) or message in PARTS or message.startswith(PART_FAMILIES):
            continue
        if "{" in text or message.startswith(TITLES):
            continue
        assert any(told.message == message for told in house.read(text)), message
        assert not any(house.read("x" + text)), message
    assert any(told.family.startswith(CHANGES) for told in house.read(locale.words["insight.changed.headline"]))


def test_an_edition_in_another_zone_tells_its_own_days() -> None:
    case = next(c for c in good_briefs() if "insight.span" in _messages(c))
    outcomes = {one.outcome for one in case.verdicts() if one.check == "wording"}
    assert outcomes == {Outcome.PASS}
    assert case.failures(zone="Pacific/Kiritimati") != case.failures()


def _messages(case: Case) -> set[str]:
    names = tuple({case.sources[one.source_id].name for one in case.articles.values()})
    house = House(case.locale, names)
    return {told.message for _, sentence in case.brief.sentences() for told in house.read(sentence.text)}
