"""`prism dump`: the published briefs with their evidence as data, on the site."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import typer

from prism.adapters.sitestores import FolderSiteStore
from prism.app.config import load_config
from prism.app.screen import errors
from prism.app.wiring import SystemClock, archive_of, frames_of
from prism.editions.addresses import dump_path
from prism.editions.dumps import dump_row
from prism.model import Frame, OutputFile, Teaser, UsageError
from prism.newsroom.dossiers import dossiers_of, shown
from prism.newsroom.rooms import AT_ONCE, batched
from prism.ports import Archive, Occasion


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command("dump")(dump)


def dump() -> None:
    """Put the data of all published briefs on the site: /<locale>/data/briefs.jsonl.gz, one brief with its evidence a line.

    It goes out under the licence that [site] names; without one nothing is made. Passages of sources that allow no more than
    a link are left out. The shape of a line is at /schema/brief.json. Run it as often as the data should be new.
    """
    folder = Path.cwd()
    config = load_config(folder)
    if not config.site.licence:
        raise UsageError("the briefs have no licence", advice="give its address as licence in [site]")
    archive = archive_of(folder, config)
    try:
        files = [_file(archive, frame) for frame in frames_of(config)]
    finally:
        archive.close()
    FolderSiteStore(folder).publish(files, keep=True, occasion=Occasion(SystemClock().now(), "dump", {}))
    for file in files:
        errors.print(f"{file.path}: {len(file.body):,} bytes", markup=False)


def _file(archive: Archive, frame: Frame) -> OutputFile:
    packed = io.BytesIO()
    # No name and no time: the same briefs give the same bytes.
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as lines:
        for row in _rows(archive, frame):
            lines.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    return OutputFile(dump_path(frame.locale.tag).removeprefix("/"), "application/gzip", packed.getvalue())


def _rows(archive: Archive, frame: Frame) -> Iterator[object]:
    sources = archive.sources()
    found = sorted(archive.teasers(frame.locale.tag), key=_order)
    for some in batched((teaser.brief_id for teaser in found), AT_ONCE):
        for dossier in dossiers_of(archive, frame, some, sources).values():
            yield dump_row(shown(dossier, frame), frame)


def _order(teaser: Teaser) -> tuple[datetime, str]:
    return teaser.published_at, teaser.story_id
