"""`prism backup` and `restore`."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import zlib
from pathlib import Path
from typing import Annotated

import typer

from prism.adapters.archive import open_archive
from prism.adapters.archive.dump import dump, load
from prism.app.config import ARCHIVE, FILE, load_config
from prism.app.screen import errors, progress_bars
from prism.app.wiring import archive_of, open_newsroom
from prism.model import PrismError, UsageError
from prism.newsroom import publish


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(backup)
    app.command()(restore)


def backup(file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to; must not be there yet.")]) -> None:
    """Write the newsroom of the current folder (archive and configuration) into one file, while it may be running.

    The configuration is kept as it stands; keys to models are never in it, only the names of the variables that hold them.
    """
    folder = Path.cwd()
    config = load_config(folder)
    if file.exists():
        raise UsageError(f"{file} is there already", advice="choose another name; a backup never overwrites")
    archive = archive_of(folder, config)
    half = file.with_name(file.name + ".part")
    rows = 0
    try:
        with gzip.open(half, "wt", encoding="utf-8", compresslevel=6) as stream:
            stream.write(json.dumps({"prism": "backup", "config": (folder / FILE).read_text(encoding="utf-8")}) + "\n")
            for line in dump(archive.engine):
                stream.write(line + "\n")
                rows += 1
        with half.open("rb+") as stream_of_bytes:
            os.fsync(stream_of_bytes.fileno())
        half.replace(file)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise UsageError(
            f"{file} can't be written: {error.strerror or error}", advice="choose a place with room"
        ) from error
    finally:
        archive.close()
    errors.print(f"wrote {file}: {rows - 1} rows", markup=False)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `prism backup` wrote.")],
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="An empty folder.")] = Path(),
) -> None:
    """Make the newsroom of a backup stand again in an empty folder, its site built anew.

    Nothing is left behind if it can't be done.
    """
    _refuse_taken(folder)
    made = not folder.exists()
    try:
        with gzip.open(file, "rt", encoding="utf-8") as stream:
            configuration = _configuration(stream.readline())
            folder.mkdir(parents=True, exist_ok=True)
            (folder / FILE).write_text(configuration, encoding="utf-8")
            config = load_config(folder)
            archive = open_archive(config.archive.url or folder / ARCHIVE)
            try:
                rows = load(archive.engine, stream)
            finally:
                archive.close()
        with progress_bars() as progress, open_newsroom(folder, config, progress=progress, runs=False) as tools:
            publish(tools, everything=True)
    except BaseException as error:
        # Half a newsroom would stand in the way of the next try.
        _clear(folder, itself=made)
        if isinstance(error, PrismError):
            raise UsageError(f"{file} can't be restored: {error.args[0]}", advice=error.advice) from error
        if isinstance(error, gzip.BadGzipFile | UnicodeDecodeError | ValueError | EOFError | KeyError | zlib.error):
            raise UsageError(
                f"{file} is no backup, or not a whole one", advice="give a file that `prism backup` wrote"
            ) from error
        if isinstance(error, OSError):
            where = f"{error.filename}: " if str(error.filename or file) != str(file) else ""
            raise UsageError(
                f"{file} can't be restored: {where}{error.strerror or error}",
                advice="give a file that can be read and a folder with room",
            ) from error
        raise
    errors.print(f"restored {rows} rows into {folder}", markup=False)


def _refuse_taken(folder: Path) -> None:
    try:
        taken = any(folder.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise UsageError(f"{folder}: {error.strerror}", advice="restore into an empty folder") from error
    if taken:
        raise UsageError(f"{folder} is not empty", advice="restore into an empty folder")


def _clear(folder: Path, *, itself: bool) -> None:
    """Empty a folder that was empty before."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    if itself:
        folder.rmdir()


def _configuration(line: str) -> str:
    """The configuration in a backup's first line; raises ValueError if it is no backup's."""
    head = json.loads(line)
    if not isinstance(head, dict) or head.get("prism") != "backup":
        raise ValueError("its first line is not a backup's")
    return str(head["config"])
