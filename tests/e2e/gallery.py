"""A small site on which every kind of page stands, in every edition: what pictures are made of, and what machines look over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from prism.adapters.sitestores import FolderSiteStore
from prism.app.locales import all_locales
from prism.editions import companions, listing_pages, site_pages, story_page
from prism.editions.newsletter import letter
from prism.editions.samples import SAMPLE_TIME, sample_dossier, sample_edition, sample_frame
from prism.editions.samples.oddities import odd_dossiers
from prism.model import Edition, Frame, Locale, OutputFile, Weight

STORY = "story/0sample0bridge00/"
DAY = f"{SAMPLE_TIME:%Y-%m-%d}/"
KINDS: Mapping[str, str] = {
    "front": "",
    "front-with-notice": "noticed/",
    "story": STORY,
    "story-with-notice": f"noticed/{STORY}",
    "story-of-sixty-outlets": "odd/sixty/",
    "section": "section/disaster/",
    "topic": "tag/port-meridia/",
    "topic-by-month": f"tag/port-meridia/{SAMPLE_TIME:%Y-%m}/",
    "topics": "tags/",
    "source": "source/hanbit/",
    "sources": "sources/",
    "coverage": "coverage/",
    "edition-of-the-day": f"edition/{DAY}",
    "archive": "archive/",
    "archive-of-a-day": f"archive/{DAY}",
    "search": "search/",
    "readers-hand": "reader/",
    "how-we-work": "about/",
    "made-with-ai": "ai/",
    "corrections": "corrections/",
    "waiting": "waiting/",
    "not-there": "404.html",
    "embed-card": f"{STORY}embed.html",
    "letter": "letter.html",
}
"""Kind of page → where it stands below "/<locale>/"."""


def told(locale: Locale, count: int = 100) -> Edition:
    """The sample edition with enough stories for every part of every list, an hour and a half apart, each with its weights."""
    edition = sample_edition(locale, count)
    weights = (
        Weight("coverage", 2.58, ("7", "3")),
        Weight("freshness", 27_000.0, (SAMPLE_TIME.isoformat(),)),
        Weight("novelty", -0.5, ("2",)),
    )
    placements = tuple(
        replace(
            one,
            published_at=SAMPLE_TIME - timedelta(minutes=90 * place),
            event_at=SAMPLE_TIME - timedelta(minutes=90 * place),
            tags=edition.placements[0].tags[:1] + one.tags,
            weights=weights,
        )
        for place, one in enumerate(edition.placements)
    )
    return replace(edition, placements=placements)


def build(folder: Path) -> Path:
    """Put the site into a folder; returns where it stands."""
    FolderSiteStore(folder).publish(_files(), keep=False)
    return (folder / "site").resolve()


def _files() -> Iterator[OutputFile]:
    locales = all_locales()
    editions = tuple((locale.tag, locale.endonym) for locale in locales)
    frames = [sample_frame(locale, editions=editions) for locale in locales]
    for frame in frames:
        yield from _stories(frame, tuple(tag for tag, _ in editions))
        yield from listing_pages(told(frame.locale), frame)
        yield from _noticed(frame)
        yield _letter(frame)
    yield from site_pages(frames, [told(locale) for locale in locales])


def _stories(frame: Frame, editions: tuple[str, ...]) -> Iterator[OutputFile]:
    tag = frame.locale.tag
    dossier = sample_dossier(frame.locale, editions=editions)
    yield story_page(dossier, frame)
    top = told(frame.locale).placements[0]
    yield from (one for one in companions(top, dossier, frame, drawn=True) if isinstance(one, OutputFile))
    sixty = story_page(odd_dossiers(frame.locale)["sixty"], frame)
    yield replace(sixty, path=f"{tag}/odd/sixty/index.html")


def _noticed(frame: Frame) -> Iterator[OutputFile]:
    """The front page and the story as the demo has them."""
    tag = frame.locale.tag
    noticed = replace(frame, site=replace(frame.site, notice="notice.demo"))
    front = next(one for one in listing_pages(told(frame.locale), noticed) if one.path == f"{tag}/index.html")
    yield replace(front, path=f"{tag}/noticed/index.html")
    made = story_page(sample_dossier(frame.locale), noticed)
    yield replace(made, path=f"{tag}/noticed/{STORY}index.html")


def _letter(frame: Frame) -> OutputFile:
    edition = told(frame.locale)
    made = letter(
        edition.placements,
        frame,
        at=SAMPLE_TIME,
        address="reader@example.org",
        unsubscribe="https://news.example.org/u/1",
        names={source.id: source.name for source, _ in edition.sources},
        corrections=edition.corrections,
    )
    return OutputFile(f"{frame.locale.tag}/letter.html", "text/html; charset=utf-8", made.html.encode())
