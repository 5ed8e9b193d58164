"""Locales are data, and whole: what one says, all say, and what is used is there."""

from __future__ import annotations

import re
import string
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel import Locale as Cldr

from prism.app.locales import all_locales, load_locale, locale_tags, read_locale
from prism.model import SECTIONS, Action, Basis, Kind, Locale, Outcome, UsageError, Use

SOURCE = Path(__file__).parents[2] / "src" / "prism"
PLURAL = re.compile(r"\.(zero|one|two|few|many|other)$")
TOPICS = [f"{number:02}000000" for number in range(1, 18)]
LATIN_ALLOWED = frozenset(
    {"AI", "RSS", "Atom", "JSON", "Feed", "robots", "txt", "TDM", "RSL", "IPTC", "schema", "org", "Prism", "JavaScript"}
)
DYNAMIC = (
    *(f"kind.{kind.value}" for kind in Kind),
    *(f"decision.{action.value}" for action in Action),
    *(f"check.outcome.{outcome.value}" for outcome in Outcome),
    *(f"use.{use.value}" for use in Use),
    *(f"basis.{basis.value}" for basis in Basis),
    *(f"part.{part}" for part in ("headline", "dek", "body", "insight")),
    *(f"moment.{kind}" for kind in ("report", "follow-up", "correction", "event")),
    *(f"list.{kind}" for kind in ("section", "source")),
    *(f"tag.{kind}" for kind in ("topic", "name")),
    *(f"why.{what}" for what in ("coverage", "freshness", "home", "novelty", "wanted", "unwanted")),
    *(f"site.{name}" for name in ("about", "ai", "corrections", "sources", "tags", "archive", "waiting")),
    *(
        "card.rights",
        "card.language",
        "made.digest",
        "made.prose",
        "notice.demo",
        "notice.demo.model",
        "notice.demo.digest",
    ),
)


@pytest.fixture(params=locale_tags())
def locale(request: pytest.FixtureRequest) -> Locale:
    return load_locale(str(request.param))


def _base(messages: set[str]) -> set[str]:
    """Message ids without plural forms, which languages have different ones of."""
    return {PLURAL.sub("", message) for message in messages}


def test_every_locale_says_what_the_others_say(locale: Locale) -> None:
    for other in all_locales():
        missing = _base(set(other.words)) - _base(set(locale.words))
        assert not missing, f"{locale.tag} lacks what {other.tag} has"


def test_counted_words_have_every_form_of_the_language(locale: Locale) -> None:
    forms = Cldr.parse(locale.language).plural_form.tags | {"other"}
    counted = {PLURAL.sub("", message) for message in locale.words if message.startswith("count.")}
    for message in counted:
        assert {f"{message}.{form}" for form in forms} <= set(locale.words)


def test_fields_are_the_same_in_every_locale(locale: Locale) -> None:
    model = load_locale("en")
    for message, text in model.words.items():
        if message.startswith(("digest.", "insight.", "check.", "count.")) or message not in locale.words:
            continue  # the writers' words may leave a field out where the language says it otherwise
        assert _fields(text) == _fields(locale.words[message]), message


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_all_that_templates_and_code_say_is_there(locale: Locale) -> None:
    said = re.compile(r"""\b(?:say|say_or|count)\(\s*["']([a-z_]+(?:\.[a-z_\-]+)+)["'](?! ~)""")
    for file in (*SOURCE.glob("editions/**/*.html"), *SOURCE.glob("editions/**/*.py")):
        for message in said.findall(file.read_text("utf-8")):
            known = message in locale.words or f"{message}.other" in locale.words
            assert known, f"{file.name} says {message}"
    assert not [message for message in DYNAMIC if message not in locale.words]


def test_sections_topics_formats_and_fonts_are_complete(locale: Locale) -> None:
    assert tuple(locale.sections) == SECTIONS
    assert list(locale.topics) == TOPICS
    assert set(locale.formats) == set(load_locale("en").formats)
    assert {"text", "display", "reading"} <= set(locale.fonts)
    assert locale.direction in {"ltr", "rtl"}
    assert ZoneInfo(locale.timezone).key == locale.timezone
    assert locale.style_guide


FOREIGN = {
    "ko": re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff21-\uff5a]"),
    "ja": re.compile(r"[\uac00-\ud7af\u1100-\u11ff]"),
    "de": re.compile(r"[\uac00-\ud7af\u3040-\u30ff\u3400-\u9fff]"),
    "en": re.compile(r"[\uac00-\ud7af\u3040-\u30ff\u3400-\u9fff]"),
}


def test_an_edition_speaks_its_own_language(locale: Locale) -> None:
    foreign = FOREIGN.get(locale.language)
    texts = {**locale.words, **locale.sections, **locale.topics}
    for message, text in texts.items():
        if message.startswith(("digest.date.", "digest.unit.")):
            continue  # CLDR patterns and unit signs
        if foreign:
            assert not foreign.search(text), message
        plain = re.sub(r"\{[^}]*\}", "", text)
        if not _is_latin(locale):
            assert set(re.findall(r"[A-Za-z]{2,}", plain)) <= LATIN_ALLOWED, message
        elif locale.language != "en":
            assert not ENGLISH.search(plain), message
            same = text == load_locale("en").words.get(message) and re.search(r"[A-Za-z]{3,}", plain)
            assert not same or message in SAME_AS_ENGLISH, message


ENGLISH = re.compile(
    r"\b(the|and|of|is|are|this|that|with|from|its|which|not|no|by|story|outlet|sentence)\b", re.IGNORECASE
)
"""Words that no text in another language with Latin letters has: what is left over of the file that was copied."""
SAME_AS_ENGLISH = {
    *(
        "list.atom",
        "list.json",
        "list.rss",
        "site.feeds",
        "basis.robots",
        "story.passage",
        "hand.text.m",
        "count.tokens.one",
    ),
    *("count.articles.other", "check.name.scope"),
}
"""Messages that may be what they are in English, because the word is the same."""


def _is_latin(locale: Locale) -> bool:
    return all(character < "\u0250" for character in locale.endonym)


def test_a_wrong_file_is_told_in_one_line() -> None:
    with pytest.raises(UsageError, match="no such locale"):
        load_locale("tlh")
    with pytest.raises(UsageError, match="not TOML"):
        read_locale("tag =", subject="x.toml")
    with pytest.raises(UsageError, match="language"):
        read_locale('tag = "xx"', subject="x.toml")
