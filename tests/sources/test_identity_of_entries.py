from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from prism.model import Entry
from prism.sources import Known, entry_id, settle
from prism.sources.identity import MAX_REMEMBERED, address_key

AT = datetime(2026, 11, 22, tzinfo=UTC)


def entry(path: str, guid: str = "", title: str = "t") -> Entry:
    url = f"https://tide.example/{path}"
    return Entry(entry_id("s1", url=url, guid=guid, title=title), "s1", guid, url, title, AT)


def ids(entries: tuple[Entry, ...]) -> list[str]:
    return [e.id for e in entries]


def test_a_changed_guid_with_the_same_address_is_the_same() -> None:
    first, known = settle([entry("1", "old")], Known())
    second, known = settle([entry("1", "new")], known)
    third, _ = settle([entry("1", "newer")], known)
    assert ids(first) == ids(second) == ids(third)


def test_a_moved_link_with_the_same_guid_is_the_same() -> None:
    first, known = settle([entry("1", "g")], Known())
    moved, known = settle([entry("moved/1", "g")], known)
    again, known = settle([entry("moved/1", "g")], known)
    assert ids(first) == ids(moved) == ids(again)
    assert moved[0].url == "https://tide.example/moved/1"
    both, _ = settle([entry("moved/1", "changed-later")], known)
    assert ids(both) == ids(first)


def test_both_new_is_new() -> None:
    first, known = settle([entry("1", "g1")], Known())
    second, _ = settle([entry("2", "g2")], known)
    assert ids(first) != ids(second)


def test_a_guid_that_several_share_says_nothing() -> None:
    settled, known = settle([entry("1", "same"), entry("2", "same")], Known())
    assert len(set(ids(settled))) == 2
    later, _ = settle([entry("3", "same"), entry("2", "same")], known)
    assert ids(later)[0] not in ids(settled)


def test_the_site_moved_to_https_and_dropped_its_www() -> None:
    assert address_key("http://www.tide.example/1/") == address_key("https://tide.example/1")
    assert address_key("https://tide.example/1?a=1") != address_key("https://tide.example/1?a=2")


def test_items_without_addresses_are_told_apart_by_guid_then_title() -> None:
    assert entry_id("s1", url="", guid="a") != entry_id("s1", url="", guid="b")
    assert entry_id("s1", url="", title="a") != entry_id("s1", url="", title="b")
    assert entry_id("s1", url="", guid="a", title="x") == entry_id("s1", url="", guid="a", title="y")
    assert entry_id("s1", url="", guid="a") != entry_id("s2", url="", guid="a")


def test_what_is_known_survives_as_text_and_damage_is_harmless() -> None:
    _, known = settle([entry("1", "g"), entry("2", '"quoted"')], Known())
    assert Known.from_json(known.to_json()) == known
    for text in (None, "", "{", "[]", '{"a": 3}', '{"a": ["x"]}'):
        assert Known.from_json(text) == Known()


def test_memory_is_bounded() -> None:
    known = Known()
    for page in range(3):
        _, known = settle([entry(f"{page}-{n}", f"{page}-{n}") for n in range(MAX_REMEMBERED)], known)
    assert len(known.by_guid) == MAX_REMEMBERED
    assert "2-0" in known.by_guid


ROWS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(["", "1", "2", "3", "4"])), max_size=8)


@given(ROWS)
def test_the_same_poll_twice_is_the_same(rows: list[tuple[str, str]]) -> None:
    entries = [entry(path, guid) for path, guid in rows]
    first, known = settle(entries, Known())
    second, again = settle(entries, known)
    assert ids(first) == ids(second)
    assert len(set(ids(first))) == len(first)
    third, _ = settle(entries, again)
    assert ids(third) == ids(first)


@given(ROWS, st.randoms(use_true_random=False))
def test_order_says_nothing(rows: list[tuple[str, str]], shuffler: object) -> None:
    entries = [entry(path, guid) for path, guid in rows]
    turned = list(reversed(entries))
    assert set(ids(settle(entries, Known())[0])) == set(ids(settle(turned, Known())[0]))


@given(ROWS)
def test_all_guids_changed_and_nothing_is_new(rows: list[tuple[str, str]]) -> None:
    entries = [entry(path, guid) for path, guid in rows]
    first, known = settle(entries, Known())
    changed, _ = settle([replace(e, guid=f"changed-{n}") for n, e in enumerate(entries)], known)
    assert set(ids(changed)) == set(ids(first))
