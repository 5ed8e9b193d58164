"""`prism newsletter preview|send|unsubscribe`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from prism.adapters.mail import Left, Mail, SentLog, Server, SmtpMailer, read_list
from prism.adapters.mail.lists import is_address
from prism.app.commands.running import moment
from prism.app.config import Config, NewsletterTable, load_config
from prism.app.leaving import LEFT, PATH, key_of, leave
from prism.app.screen import errors
from prism.app.wiring import SystemClock, archive_of, frames_of
from prism.desk import arrange
from prism.editions.newsletter import Letter, letter, token_for
from prism.editions.voice import Voice
from prism.model import Correction, Frame, Teaser, UsageError
from prism.ports import Archive

SUBSCRIBERS = "subscribers.csv"
SENT = "sent.csv"
_WINDOW = timedelta(hours=24)
_NOBODY = "reader@example.org"

Now = Annotated[str | None, typer.Option("--now", metavar="TIME", help="Set the clock (ISO 8601).")]
Chosen = Annotated[
    list[str] | None, typer.Option("--locale", metavar="TAG", help="Only this edition; may be given again.")
]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    group = typer.Typer(
        help="The edition of the day as a letter, by mail to those in subscribers.csv.",
        no_args_is_help=True,
        add_completion=False,
    )
    group.command("preview")(preview)
    group.command("send")(send)
    group.command("unsubscribe")(unsubscribe)
    app.add_typer(group, name="newsletter")


@dataclass(frozen=True, slots=True)
class _Issue:
    """The edition of a day, as letters tell it."""

    frame: Frame
    at: datetime
    stories: Sequence[Teaser]
    corrections: Sequence[tuple[Correction, Teaser]]
    names: dict[str, str]

    @property
    def key(self) -> str:
        """What tells this issue from all others: one a day and edition, in the edition's zone."""
        return f"{self.frame.locale.tag}/{Voice(self.frame).local_day(self.at).isoformat()}"

    def letter(self, address: str, unsubscribe: str) -> Letter:
        return letter(
            self.stories,
            self.frame,
            at=self.at,
            address=address,
            unsubscribe=unsubscribe,
            names=self.names,
            corrections=self.corrections,
        )


def preview(
    folder: Annotated[Path, typer.Option("--to", metavar="DIR", help="Where the letters are put.")] = Path("preview"),
    locale: Chosen = None,
    now: Now = None,
) -> None:
    """Write the letter of each edition as it would go out now: DIR/<locale>.html and .txt. Nothing is sent."""
    here = Path.cwd()
    config = load_config(here)
    with _issues(here, config, moment(now), locale) as issues:
        folder.mkdir(parents=True, exist_ok=True)
        for issue in issues:
            made = issue.letter(_NOBODY, _way_out(config) + "preview")
            tag = issue.frame.locale.tag
            (folder / f"{tag}.html").write_text(made.html, "utf-8")
            (folder / f"{tag}.txt").write_text(f"{made.subject}\n\n{made.text}", "utf-8")
            errors.print(f"{tag}: {len(made.stories)} stories, {folder / tag}.html and .txt", markup=False)


def send(
    locale: Chosen = None,
    now: Now = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say to how many it would go, and send nothing.")] = False,
) -> None:
    """Send today's letter of each edition to those in subscribers.csv (address,locale) who have not had it.

    The edition of a day goes to an address once, however often this is run and whatever breaks: what may have gone out is
    noted in sent.csv before it does. An edition without a new story since the day before is not sent.
    """
    here = Path.cwd()
    config = load_config(here)
    readers = read_list(here / SUBSCRIBERS, Left(here / LEFT).all())
    key = key_of(here)
    with _issues(here, config, moment(now), locale) as issues:
        wanted = [
            (issue, [reader.address for reader in readers if reader.locale == issue.frame.locale.tag])
            for issue in issues
            if issue.stories
        ]
        if dry_run:
            for issue, addresses in wanted:
                errors.print(f"{issue.key}: {len(issue.stories)} stories, {len(addresses)} readers", markup=False)
            return
        server = _server(config.newsletter)
        with SentLog(here / SENT) as log:
            for issue, addresses in wanted:
                _send_issue(issue, addresses, config, server, key, log)


def unsubscribe(
    token: Annotated[str, typer.Argument(metavar="TOKEN", help="The last part of the link in a letter.")],
) -> None:
    """Take a reader off the list, as the link in the letter does: for those whose site is not served by `prism serve`."""
    one = leave(Path.cwd(), token.rstrip("/").rpartition("/")[2])
    if one is None:
        raise UsageError("this token was not made here", advice="give the last part of the link in a letter")
    errors.print(f"{one.address} gets no more letters of {one.locale}", markup=False)


def _send_issue(
    issue: _Issue, addresses: Sequence[str], config: Config, server: Server, key: bytes, log: SentLog
) -> None:
    table, tag = config.newsletter, issue.frame.locale.tag
    sent, refused, before = 0, 0, 0
    mailer: SmtpMailer | None = None
    try:
        for address in addresses:
            if not log.claim(issue.key, address):
                before += 1
                continue
            way_out = _way_out(config) + token_for(address, tag, key)
            made = issue.letter(address, way_out)
            try:
                mailer = mailer or SmtpMailer(server)
            except BaseException:
                log.release(issue.key, address)
                raise
            why = mailer.send(_mail(issue, made, address, way_out, table, config))
            if why:
                log.release(issue.key, address)
                refused += 1
                errors.print(f"{address}: refused ({why})", markup=False)
            else:
                sent += 1
    finally:
        if mailer:
            mailer.close()
        errors.print(f"{issue.key}: {sent} sent, {before} had it, {refused} refused", markup=False)


def _mail(issue: _Issue, made: Letter, address: str, way_out: str, table: NewsletterTable, config: Config) -> Mail:
    tag = issue.frame.locale.tag
    host = urlsplit(config.site.url).hostname or "localhost"
    return Mail(
        sender=table.sender,
        sender_name=table.sender_name or config.site.name,
        to=address,
        subject=made.subject,
        text=made.text,
        html=made.html,
        at=issue.at,
        key=issue.key,
        list_name=f"{config.site.name} ({tag})",
        list_id=f"{tag.lower()}.newsletter.{host}",
        unsubscribe=way_out,
        unsubscribe_mail=f"mailto:{table.unsubscribe_mail}?subject=unsubscribe" if table.unsubscribe_mail else "",
        language=tag,
    )


def _way_out(config: Config) -> str:
    return (config.newsletter.unsubscribe or config.site.url + PATH).rstrip("/") + "/"


def _server(table: NewsletterTable) -> Server:
    if not table.smtp_host or not is_address(table.sender):
        raise UsageError(
            "[newsletter] names no smtp_host or no sender", advice="`prism init` in an empty folder shows every key"
        )
    password = os.environ.get(table.smtp_password_env, "") if table.smtp_password_env else ""
    if table.smtp_password_env and not password:
        raise UsageError(
            f"newsletter.smtp_password_env: the environment has no {table.smtp_password_env}", advice="set it"
        )
    return Server(table.smtp_host, table.smtp_port, table.smtp_security, table.smtp_user, password)


@contextmanager
def _issues(folder: Path, config: Config, at: datetime | None, chosen: Sequence[str] | None) -> Iterator[list[_Issue]]:
    tags = [edition.locale for edition in config.edition]
    for tag in chosen or ():
        if tag not in tags:
            raise UsageError(f"there is no edition {tag!r}", advice=f"there are {', '.join(tags)}")
    now = at or SystemClock().now()
    archive = archive_of(folder, config)
    try:
        yield [_issue(archive, frame, now) for frame in frames_of(config) if not chosen or frame.locale.tag in chosen]
    finally:
        archive.close()


def _issue(archive: Archive, frame: Frame, now: datetime) -> _Issue:
    since = now - _WINDOW
    sources = archive.sources()
    standing = [teaser for teaser in archive.teasers(frame.locale.tag) if not teaser.withdrawn]
    fresh = [teaser for teaser in standing if since < teaser.updated_at <= now]
    languages = {source.id: source.language for source in sources}
    stories = arrange(fresh, languages=languages, language=frame.locale.language)
    corrections = [
        (correction, teaser)
        for teaser in standing
        if teaser.corrected
        for correction in archive.corrections(teaser.brief_id)
        if since < correction.at <= now
    ]
    corrections.sort(key=lambda pair: pair[0].at, reverse=True)
    return _Issue(frame, now, stories, corrections, {source.id: source.name for source in sources})
