"""Why a page of the site is as it is: which briefs it shows, when it was last changed, and what changed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from prism.model import Teaser
from prism.ports import Archive, Occasion, SiteStore

_STORY = re.compile(rb"/([A-Za-z0-9-]+)/story/([\w%.-]+)/")
_SHOWN = 12
_REASONS = {
    "changes": "stories changed",
    "everything": "all pages were made anew: the first build, another version of Prism, other editions or another [site]",
    "around": "something beside the stories changed: sources, stories that wait, stories that joined others",
}


def page_of(site: SiteStore, wanted: str, url: str) -> str:
    """The file of the site that is meant by an address, a path from the root, or a file below `site/`; empty if there is none."""
    path = urlsplit(wanted).path if wanted.startswith(f"{url}/") else wanted
    path = unquote(path.removeprefix("./").removeprefix("site/")).lstrip("/")
    for file in (path, f"{path}index.html", f"{path}/index.html".lstrip("/")):
        try:
            if file and site.has(file):
                return file
        except ValueError:
            continue
    return ""


def explained_page(archive: Archive, site: SiteStore, file: str) -> Iterator[str]:
    """What is to be said of a file of the site, line by line."""
    body = site.read(file) or b""
    shown = _stories_in(body)
    teasers = {tag: {one.story_id: one for one in archive.teasers(tag)} for tag in {tag for tag, _ in shown}}
    yield f"page /{file.removesuffix('index.html')}: {len(body):,} bytes"
    occasion = site.occasion(file)
    yield from _why(occasion, teasers, shown) if occasion else ["  when and why it was last changed is not known"]
    yield f"  it shows or leads to {len(shown)} stories{':' if shown else ''}"
    for tag, story in shown[:_SHOWN]:
        teaser = teasers[tag].get(story)
        yield f"    {story} {_named(teaser)}" if teaser else f"    {story} (not on the site)"
    if len(shown) > _SHOWN:
        yield f"    and {len(shown) - _SHOWN} more"
    for failure in archive.failures():
        if failure.subject_id == file:
            yield f"  {failure.stage}: {failure.error}"


def _why(
    occasion: Occasion, teasers: Mapping[str, Mapping[str, Teaser]], shown: list[tuple[str, str]]
) -> Iterator[str]:
    yield f"  last changed {occasion.at.isoformat(timespec='seconds')}: {_REASONS.get(occasion.reason, occasion.reason)}"
    if occasion.reason == "everything":
        return
    here = {story: tag for tag, story in shown}
    for story, what in sorted(occasion.stories.items(), key=lambda pair: (pair[0] not in here, pair[0]))[:_SHOWN]:
        if story in here:
            yield f"    {story} ({what}) {_named(teasers[here[story]].get(story))}"
        else:
            yield f"    {story} ({what}), which it does not show (any more): counts, order or what stands in its place"


def _stories_in(body: bytes) -> list[tuple[str, str]]:
    """(edition, story id) of the stories that a file names, in order."""
    found = ((tag.decode(), unquote(story.decode())) for tag, story in _STORY.findall(body))
    return list(dict.fromkeys(found))


def _named(teaser: Teaser | None) -> str:
    return f"version {teaser.version}: {teaser.headline}" if teaser else ""
