from __future__ import annotations

from dataclasses import replace

import pytest

from prism.app.locales import load_locale
from prism.editions import story_page
from prism.editions.samples import sample_dossier, sample_frame
from prism.newsroom.rendered import changed_in


@pytest.mark.parametrize("tag", ["ko", "en", "ja"])
def test_every_sentence_stands_on_its_page_to_the_letter(tag: str) -> None:
    locale = load_locale(tag)
    dossier = sample_dossier(locale)
    page = story_page(dossier, sample_frame(locale)).body.decode()
    assert changed_in(page, dossier.brief) == ""
    for _, sentence in dossier.brief.sentences():
        other = replace(sentence, text=sentence.text[:-1] + "Z")
        assert changed_in(page, replace(dossier.brief, headline=other)) == other.text


def test_a_link_within_a_sentence_changes_nothing_and_a_lost_particle_does() -> None:
    brief = sample_dossier(load_locale("ko")).brief
    one = replace(brief.headline, text="벨라루스는 러시아의 제안을 받아들였다")
    made = replace(brief, headline=one, dek=(), body=(), insight=None)
    assert changed_in('<h1><a href="/">벨라루스</a>는 러시아의 제안을 <b>받아들였다</b></h1>', made) == ""
    assert changed_in('<h1><a href="/">벨라루스</a>러시아의 제안을 받아들였다</h1>', made) == one.text


def test_quotation_marks_and_ampersands_are_read_as_a_browser_does() -> None:
    brief = sample_dossier(load_locale("en")).brief
    one = replace(brief.headline, text='"R&D" isn\'t < 3')
    made = replace(brief, headline=one, dek=(), body=(), insight=None)
    assert changed_in("<h1>&#34;R&amp;D&#34; isn&#39;t &lt; 3</h1>", made) == ""
