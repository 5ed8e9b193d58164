"""`prism sources add|list|import|export|remove`."""

from __future__ import annotations

import dataclasses
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import available_timezones

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from prism import sources as feeds
from prism.app.config import load_config
from prism.app.screen import errors
from prism.app.wiring import SystemClock, archive_of, fetcher_of
from prism.model import FetchError, ParseError, Polling, Request, Source, UsageError, Use, derived_id
from prism.ports import Archive, Fetcher
from prism.web import addresses

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""A source that was never asked is due whatever the clock says, one set by `run --now` included."""

COLUMNS = {
    "id": "id",
    "name": "source",
    "feed": "feed",
    "rights": "rights",
    "last_success": "last success",
    "next_poll": "next poll",
    "items_a_day": "items/day",
    "health": "health",
}
"""Keys of a row of the list → its title."""

commands = typer.Typer(help="The sources of the newsroom in the current folder.")

RightsOption = Annotated[
    Use | None,
    typer.Option(
        "--rights",
        help="The operator's word: full (may be rewritten), excerpt (short quotation), link (headline and link), none (not fetched). "
        "Without it a source is only linked.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.add_typer(commands, name="sources")


def _archive() -> Archive:
    folder = Path.cwd()
    return archive_of(folder, load_config(folder))


@commands.command()
def add(
    url: Annotated[str, typer.Argument(help="Address of a feed, a sitemap, or a homepage whose feed is then found.")],
    rights: RightsOption = None,
    name: Annotated[str, typer.Option(help="Name of the outlet; else the feed's own title.")] = "",
    language: Annotated[str, typer.Option(help="Language tag that the outlet claims (ko, en …).")] = "",
    country: Annotated[str, typer.Option(help="ISO 3166-1 code (KR, US …).")] = "",
    owner: Annotated[str, typer.Option(help="Who owns the outlet.")] = "",
    timezone: Annotated[str, typer.Option(help="Zone in which the outlet's relative dates count (Asia/Seoul).")] = "",
) -> None:
    """Add a source, or change what is known of one."""
    folder = Path.cwd()
    config = load_config(folder)
    clean = addresses.clean(url)
    if clean is None:
        raise UsageError(
            f"{url!r} is not an http(s) address", advice="write it whole, as in https://example.org/feed.xml"
        )
    if timezone and timezone not in available_timezones():
        raise UsageError(f"--timezone: no time zone is called {timezone!r}", advice="write it as in Asia/Seoul")
    clock = SystemClock()
    with_archive = archive_of(folder, config)
    try:
        known = {source.feed_url: source for source in with_archive.sources()}
        known |= {source.homepage: source for source in with_archive.sources() if source.homepage}
        source = known.get(clean)
        if source is None:
            fetcher = fetcher_of(config, clock)
            try:
                source = look_up(fetcher, clean, clock.now())
            finally:
                fetcher.close()
            source = known.get(source.feed_url, source)
        told: dict[str, Any] = {
            "name": name,
            "language": language,
            "country": country,
            "owner": owner,
            "timezone": timezone,
            "rights": rights,
        }
        source = dataclasses.replace(source, **{key: value for key, value in told.items() if value})
        new = with_archive.put_source(source, poll_at=AT_ONCE)
    finally:
        with_archive.close()
    errors.print(
        "added" if new else "changed",
        f"{source.name} <{source.feed_url}>, rights: {_said(source.rights)}",
        markup=False,
    )


def look_up(fetcher: Fetcher, url: str, now: datetime) -> Source:
    """The source at an address: the feed itself, or the feed that a homepage points at.

    Raises:
        UsageError: there is neither.
    """
    try:
        response = fetcher.fetch(Request(url))
    except FetchError as error:
        raise UsageError(
            error.args[0], subject=url, advice=error.advice or "check the address; a private one needs fetch.allow"
        ) from error
    blank = Source(id=derived_id("source", url), name=addresses.host_of(url), feed_url=url)
    found = feeds.discover(response.body, response.url, response.headers)
    for candidate in dict.fromkeys([url, *found[:8]]):
        try:
            answer = response if candidate == url else fetcher.fetch(Request(candidate))
            feed = feeds.read_feed(answer.body, url=answer.url, headers=answer.headers, source=blank, seen_at=now)
        except (FetchError, ParseError):
            continue
        if answer.status < 400:  # noqa: PLR2004  (HTTP: errors begin here)
            return Source(
                id=derived_id("source", candidate),
                name=feed.title or blank.name,
                feed_url=candidate,
                homepage=feed.homepage or ("" if candidate == url else url),
                language=feed.language,
            )
    raise UsageError(
        f"{url}: no feed and no news sitemap was found there", advice="give the address of the feed itself"
    )


def _said(rights: Use | None) -> str:
    return rights.value if rights else "not said (only linked)"


@commands.command("list")
def list_sources(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, to standard output.")] = False,
) -> None:
    """Show every source with its id and health: last success, next poll, items a day, rights, what is wrong.

    A table on a terminal; else one line a source, its cells parted by tabs, after a line of titles.
    """
    archive = _archive()
    now = SystemClock().now()
    pollings = archive.pollings()
    rows = [_row(source, pollings[source.id], now) for source in archive.sources()]
    failures = archive.failures()
    archive.close()
    if as_json:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    if sys.stdout.isatty():
        Console().print(_table(rows))
    else:
        for line in (list(COLUMNS.values()), *map(_cells, rows)):
            sys.stdout.write("\t".join(line) + "\n")
    for failure in failures:
        errors.print(
            f"failed {failure.stage} {failure.subject_id}: {failure.error} ({failure.attempts}×)", markup=False
        )


def _row(source: Source, polling: Polling, now: datetime) -> dict[str, Any]:
    # A source that was never asked is due at once; its stored moment only says so.
    waits = not polling.gone and polling.next_poll_at > AT_ONCE
    return {
        "id": source.id,
        "name": source.name,
        "feed": source.feed_url,
        "rights": source.rights.value if source.rights else None,
        "last_success": polling.last_success_at.isoformat() if polling.last_success_at else None,
        "next_poll": polling.next_poll_at.isoformat() if waits else None,
        "gone": polling.gone,
        "items_a_day": round(polling.items_a_day, 1),
        "health": feeds.health(source, polling, now),
    }


def _cells(row: dict[str, Any]) -> list[str]:
    """The cells of a source as one reads them: no control characters, nothing of it taken for an instruction."""
    read = {
        **row,
        "rights": row["rights"] or "not said",
        "last_success": _minute(row["last_success"]) or "never",
        "next_poll": _minute(row["next_poll"]) or ("never" if row["gone"] else "now"),
    }
    return ["".join(c if c.isprintable() else " " for c in str(read[key])) for key in COLUMNS]


def _minute(moment: str | None) -> str:
    return moment.replace("T", " ")[:16] if moment else ""


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table()
    for title in COLUMNS.values():
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in _cells(row)))
    return table


@commands.command("import")
def import_sources(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An OPML file.")], rights: RightsOption = None
) -> None:
    """Add every feed of an OPML file; --rights states the operator's word for all of them."""
    try:
        body = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} can't be read: {error.strerror or error}", advice="give an OPML file") from error
    try:
        found = feeds.read_opml(body)
    except ParseError as error:
        raise UsageError(
            error.args[0], subject=str(file), advice=error.advice or "give an OPML file, as feed readers export it"
        ) from error
    if not found:
        raise UsageError(f"{file} lists no feed", advice="outlines need an xmlUrl with an http(s) address")
    archive = _archive()
    known = {source.id: source for source in archive.sources()}
    new = 0
    for source in found:
        said = rights or source.rights or (known[source.id].rights if source.id in known else None)
        new += archive.put_source(dataclasses.replace(source, rights=said), poll_at=AT_ONCE)
    archive.close()
    errors.print(f"{new} sources added, {len(found) - new} known before; rights: {_said(rights)}")


@commands.command("export")
def export_sources(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Where to; standard output if left out.")
    ] = None,
) -> None:
    """Write all sources as OPML, rights included."""
    archive = _archive()
    body = feeds.write_opml(archive.sources(), SystemClock().now())
    archive.close()
    if file:
        try:
            file.write_bytes(body)
        except OSError as error:
            raise UsageError(
                f"{file} can't be written: {error.strerror}", advice="name a file in a folder that is there"
            ) from error
    else:
        sys.stdout.buffer.write(body)


@commands.command()
def remove(
    source: Annotated[str, typer.Argument(help="Its id, name or address, as `prism sources list` shows it.")],
) -> None:
    """Stop polling a source. Its articles stay, and so do the pages that rest on them."""
    archive = _archive()
    clean = addresses.clean(source)
    found = [
        one
        for one in archive.sources()
        if source in {one.id, one.name, one.feed_url, one.homepage} or clean == one.feed_url
    ]
    if len(found) != 1:
        archive.close()
        what = "no source" if not found else "more than one source"
        raise UsageError(f"{source!r} is {what}", advice="`prism sources list` shows ids and addresses")
    archive.remove_source(found[0].id)
    archive.close()
    errors.print(f"removed {found[0].name}", markup=False)
