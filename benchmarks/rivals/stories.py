"""The stories of the site's benchmarks: the sample story under other ids, headlines, sections, days and tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from prism.app.locales import load_locale
from prism.editions import story_path
from prism.editions.samples import sample_frame
from prism.model import Dossier, Frame, Tag, Teaser, derived_id

_SAMPLE = sample_frame(load_locale("ko"))
FRAME: Frame = replace(_SAMPLE, site=replace(_SAMPLE.site, pictures=False))
"""The Korean sample edition without its pictures, which are measured apart and which others do not draw."""


def story(number: int, base: Dossier, related: Sequence[Teaser]) -> Dossier:
    """The sample story under another id, headline, section, day and tags."""
    story_id = derived_id("bench", str(number))
    names = (f"도시 {number % 40}", f"인물 {number % 700}", f"기관 {number % 2500}", f"사건 {number // 3}")
    sections = tuple(FRAME.locale.sections)
    at = base.published_at - timedelta(minutes=30 * number)
    brief = replace(
        base.brief,
        id=derived_id("brief", story_id),
        story_id=story_id,
        headline=replace(base.brief.headline, text=f"{base.brief.headline.text} ({number})"),
        section=sections[number % len(sections)],
        tags=tuple(Tag(derived_id(name), name, name.replace(" ", "-")) for name in names),
    )
    return replace(
        base,
        brief=brief,
        story=replace(base.story, id=story_id),
        path=story_path(FRAME.locale.tag, story_id),
        published_at=at,
        updated_at=at,
        related=tuple(related[number % 5 : number % 5 + 4]),
    )
