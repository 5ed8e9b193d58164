"""How often an outlet agreed: counted in stories that other owners told too, and shown only where there are enough."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from prism.app.locales import load_locale
from prism.editions import changed_listing_pages, listing_pages, teaser
from prism.editions.agreement import ENOUGH, agreement_of
from prism.editions.samples import sample_dossier, sample_edition, sample_frame, sample_teasers
from prism.model import Contested, Edition, Teaser

ONE = sample_teasers(load_locale("en"), 2)[1]


def _told(*outlets: str, contested: tuple[Contested, ...] = ()) -> Teaser:
    return replace(ONE, outlets=outlets, contested=contested)


def _figure(**values: str) -> Contested:
    camps: dict[str, list[str]] = {}
    for outlet, value in values.items():
        camps.setdefault(value, []).append(outlet)
    order = sorted(camps.items(), key=lambda camp: (-len(camp[1]), camp[0]))
    return Contested("injured", tuple((value, tuple(who)) for value, who in order))


def test_a_story_is_clear_shared_or_alone() -> None:
    stories = [
        _told("a", "b"),
        _told("a", "b", "c", contested=(_figure(a="17", b="17", c="14"),)),
        _told("a", "b", contested=(_figure(a="17", b="14"),)),
        _told("a", "b", "c", contested=(_figure(b="3", c="4"),)),
    ]
    found = agreement_of("a", stories, ["a"])
    assert (found.told, found.clear, found.shared, found.alone) == (4, 2, 1, 1)
    assert [(one.own, one.others) for one in found.differing] == [("17", ("14",)), ("17", ("14",))]


def test_an_outlet_of_the_same_owner_is_no_second_voice() -> None:
    stories = [_told("a", "b"), _told("a", "b", "c", contested=(_figure(a="17", b="17", c="14"),))]
    found = agreement_of("a", stories, ["a", "b"])
    assert (found.told, found.alone) == (1, 1)


outlets = st.sampled_from("abcd")
figures = st.dictionaries(outlets, st.sampled_from(["1", "2", "3"]), min_size=2).map(lambda values: _figure(**values))
stories = st.builds(
    lambda told, contested: _told(*told, contested=tuple(contested)),
    st.sets(outlets, min_size=1),
    st.lists(figures, max_size=3),
)


@given(st.lists(stories, max_size=30), st.sets(outlets))
def test_the_parts_are_the_whole(told: list[Teaser], house: set[str]) -> None:
    found = agreement_of("a", told, house | {"a"})
    assert found.clear + found.shared + found.alone == found.told <= len(told)
    assert min(found.clear, found.shared, found.alone) >= 0
    if found.told:
        assert abs(sum(float(width) for *_, width in found.bars) - 100) < 0.1


def test_a_teaser_tells_what_is_contested_among_those_who_report_on_their_own() -> None:
    found = teaser(sample_dossier(load_locale("ko"))).contested
    assert [dict(one.camps) for one in found] == [{"17": ("aoba", "hanbit"), "14": ("chenjiang", "meridian")}]


def _page(edition: Edition, outlet: str) -> html.HtmlElement:
    files = {file.path: file.body for file in listing_pages(edition, sample_frame(load_locale("en")))}
    return html.document_fromstring(files[f"en/source/{outlet}/index.html"].decode())


def test_nothing_is_shown_below_a_sensible_number_and_above_it_all_that_is_needed_to_check() -> None:
    locale = load_locale("en")
    edition = sample_edition(locale, 40)
    contested = replace(edition.placements[0], disagreements=1)
    few = [contested, *(one for one in edition.placements[1:] if "hanbit" in one.outlets)]
    page = _page(replace(edition, placements=tuple(few[: ENOUGH - 1])), "hanbit")
    assert not page.xpath("//ul[@class='shares']")
    assert str(ENOUGH) in page.xpath("//section[@class='agreement']/p")[0].text_content()
    page = _page(replace(edition, placements=tuple(few)), "hanbit")
    assert len(page.xpath("//ul[@class='shares']/li")) == 3
    assert page.xpath("//section[@class='agreement']//ul[@class='rows']//a/@href") == [
        f"{contested.path}#disagreements"
    ]
    assert locale.say("source.agreement_means") in page.text_content()


def test_only_the_pages_of_outlets_whose_stories_changed_are_made() -> None:
    edition = sample_edition(load_locale("en"), 30)
    frame = sample_frame(load_locale("en"))
    changed = replace(edition.placements[3], headline="?", outlets=("hanbit",))
    before = (*edition.placements[:3], replace(changed, outlets=("aoba",)), *edition.placements[4:])
    after = replace(edition, placements=(*edition.placements[:3], changed, *edition.placements[4:]))
    some = {file.path: file.body for file in changed_listing_pages(after, frame, before, same_sources=True)}
    made = {path for path in some if path.startswith("en/source/")}
    assert made == {"en/source/hanbit/index.html", "en/source/aoba/index.html"}
    every = {file.path: file.body for file in listing_pages(after, frame)}
    old = {file.path: file.body for file in listing_pages(replace(edition, placements=before), frame)}
    for path, body in every.items():
        assert some.get(path, old.get(path)) == body, path
