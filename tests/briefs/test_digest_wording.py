"""The digest's own words: particles, lists, figures in the format of the edition."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prism.app.locales import all_locales, load_locale
from prism.briefs.digest.wording import Particled, amount, listing, number, say


@pytest.mark.parametrize(
    ("word", "pair", "whole"),
    [
        ("하늘일보", "은/는", "하늘일보는"),
        ("바다신문", "은/는", "바다신문은"),
        ("空日報", "와/과", "空日報와"),
        ("海辺新聞", "이/가", "海辺新聞이"),
        ("The Harbour Post", "은/는", "The Harbour Post는"),
        ("The Tribune", "이/가", "The Tribune이"),
        ("Financial Times", "은/는", "Financial Times는"),
        ("“석방했다.”", "이라고/라고", "“석방했다.”라고"),
        ("“제재를 풀기로 한 것.”", "이라고/라고", "“제재를 풀기로 한 것.”이라고"),
        ("123명", "으로/로", "123명으로"),
        ("독일어", "으로/로", "독일어로"),
    ],
)
def test_particles_follow_the_sound(word: str, pair: str, whole: str) -> None:
    assert format(Particled(word), pair) == whole


def test_no_message_leaves_two_forms_of_a_particle() -> None:
    for outlet in ("Gazette", "Le Monde", "BBC", "ARD", "Der Spiegel", "テレビ北", "澜江晚报", "X", "뉴스1", "「」"):
        assert "(" not in say(load_locale("ko"), "digest.said.1", outlet=outlet, quote="“석방했다.”")


@pytest.mark.parametrize(
    ("tag", "items", "whole"),
    [
        ("ko", ["하늘일보"], "하늘일보"),
        ("ko", ["하늘일보", "바다신문"], "하늘일보와 바다신문"),
        ("ko", ["하늘일보", "바다신문", "산들방송"], "하늘일보, 바다신문, 산들방송"),
        ("en", ["A", "B", "C"], "A, B and C"),
        ("ja", ["空日報", "海辺新聞"], "空日報と海辺新聞"),
    ],
)
def test_lists(tag: str, items: list[str], whole: str) -> None:
    assert listing(load_locale(tag), items) == whole


@pytest.mark.parametrize(
    ("tag", "value", "unit", "whole"),
    [
        ("ko", "123", "person", "123명"),
        ("ko", "20000", "person", "2만 명"),
        ("ko", "19500", "person", "1만9500명"),
        ("ko", "113000000000", "KRW", "1130억 원"),
        ("ko", "350000000", "USD", "3억5000만 달러"),
        ("ko", "3.5", "percent", "3.5%"),
        ("ko", "1200", "", "1,200"),
        ("ko", "12345", "nothing-known", "1만2345"),
        ("en", "1", "person", "1 person"),
        ("en", "20000", "person", "20,000 people"),
        ("en", "1200000", "person", "1.2 million people"),
        ("en", "40000000", "GBP", "£40 million"),
        ("ja", "20000", "person", "2万人"),
        ("ja", "350000000", "USD", "3億5000万ドル"),
    ],
)
def test_figures(tag: str, value: str, unit: str, whole: str) -> None:
    assert amount(load_locale(tag), Decimal(value), unit) == whole


def test_negative_figures_keep_their_sign() -> None:
    assert number(load_locale("ko"), Decimal(-25000)) == "-2만5000"


def test_every_edition_has_the_same_words() -> None:
    first, *others = (
        {key for key in locale.words if key.startswith(("digest.", "insight.")) and not key.endswith(".one")}
        for locale in all_locales()
    )
    assert all(other == first for other in others)
