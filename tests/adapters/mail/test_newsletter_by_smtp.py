"""The newsletter over a real SMTP server on loopback: what arrives, to whom, and that nothing goes twice."""

from __future__ import annotations

import asyncio
import email
import email.policy
import socket
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from tests.newsroom.stocked import stocked
from typer.testing import CliRunner

from prism.adapters.mail import Left, Mail, SentLog, Subscriber, message_of, read_list
from prism.app.cli import command_line
from prism.app.config import FILE
from prism.app.leaving import LEFT, PATH, key_of, leave, with_leaving
from prism.app.locales import load_locale
from prism.editions.newsletter import read_token
from prism.editions.samples import SAMPLE_TIME, sample_dossier
from prism.model import UsageError
from prism.newsroom import publish

NOW = (SAMPLE_TIME + timedelta(hours=1)).isoformat()


class Postbox:
    """Takes letters, and refuses those to whom it is told to."""

    def __init__(self) -> None:
        self.letters: list[tuple[str, EmailMessage]] = []
        self.refused: set[str] = set()

    async def handle_RCPT(  # noqa: N802  # as aiosmtpd calls it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # as above
        assert isinstance(envelope.content, bytes)
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        self.letters.append((envelope.rcpt_tos[0], message))
        return "250 taken"


@pytest.fixture
def postbox() -> Iterator[tuple[Postbox, int]]:
    box = Postbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


@pytest.fixture
def newsroom(tmp_path: Path, postbox: tuple[Postbox, int], monkeypatch: pytest.MonkeyPatch) -> Path:
    _, port = postbox
    (tmp_path / FILE).write_text(
        f"""[site]
url = "https://news.example.org"
name = "프리즘"
editor = "Mina Hartog"
[[edition]]
locale = "ko"
[[edition]]
locale = "en"
[newsletter]
sender = "letter@news.example.org"
smtp_host = "127.0.0.1"
smtp_port = {port}
smtp_security = "none"
unsubscribe_mail = "leave@news.example.org"
"""
    )
    (tmp_path / "subscribers.csv").write_text(
        "address,locale\nhana@example.org,ko\nReader@Example.com,en\nreader@example.com,en\n# nobody@example.org,en\nben@example.org,en\n"
    )
    with stocked(tmp_path, "ko", "en", stories=3) as tools:
        publish(tools)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _prism(*words: str) -> str:
    result = CliRunner().invoke(command_line("newsletter"), ["newsletter", *words])
    assert result.exit_code == 0, (result.output, result.exception)
    return result.output


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part
    return str(part.get_content())


def test_each_reader_gets_the_edition_once(newsroom: Path, postbox: tuple[Postbox, int]) -> None:
    box, _ = postbox
    _prism("send", "--now", NOW)
    assert sorted(to for to, _ in box.letters) == ["Reader@Example.com", "ben@example.org", "hana@example.org"]
    _prism("send", "--now", NOW)
    assert len(box.letters) == 3
    (newsroom / "subscribers.csv").write_text("new@example.org,ko\nhana@example.org,ko\n")
    _prism("send", "--now", NOW)
    assert [to for to, _ in box.letters[3:]] == ["new@example.org"]


def test_what_arrives_can_be_read_and_left(newsroom: Path, postbox: tuple[Postbox, int]) -> None:
    box, _ = postbox
    _prism("send", "--now", NOW, "--locale", "ko")
    [(to, message)] = box.letters
    told = sample_dossier(load_locale("ko")).brief.headline.text
    headlines = {f"{told} {number}.1" for number in range(3)}
    assert message["From"] == "프리즘 <letter@news.example.org>"
    assert any(message["Subject"] == f"프리즘: {headline}" for headline in headlines)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link, mail = (one.strip(" <>") for one in str(message["List-Unsubscribe"]).split(","))
    assert link.startswith(f"https://news.example.org{PATH}")
    assert mail == "mailto:leave@news.example.org?subject=unsubscribe"
    assert message["List-Id"] == '"(ko)" <ko.newsletter.news.example.org>'
    assert message.get_content_type() == "multipart/alternative"
    for kind in ("plain", "html"):
        text = _part(message, kind)
        assert all(headline in text.replace("\n", " ") for headline in headlines)
        assert link in text
        assert "hana@example.org" in text
    html = _part(message, "html")
    assert "<script" not in html
    assert "<img" not in html
    assert 'role="presentation"' in html
    assert "prefers-color-scheme: dark" in html
    assert to == "hana@example.org"
    token = link.rpartition("/")[2]
    assert read_token(token, key_of(newsroom)) == ("hana@example.org", "ko")


def test_who_left_gets_nothing_more(newsroom: Path, postbox: tuple[Postbox, int]) -> None:
    box, _ = postbox
    _prism("send", "--now", NOW, "--locale", "ko")
    token = str(box.letters[0][1]["List-Unsubscribe"]).split(">")[0].rpartition("/")[2]
    assert leave(newsroom, token) == Subscriber("hana@example.org", "ko")
    assert leave(newsroom, token[:-2] + "AA") is None
    (newsroom / "sent.csv").unlink()
    _prism("send", "--now", NOW, "--locale", "ko")
    assert len(box.letters) == 1
    assert (newsroom / LEFT).read_text() == "hana@example.org,ko\n"


def test_a_refused_reader_stops_nobody_and_is_tried_again(newsroom: Path, postbox: tuple[Postbox, int]) -> None:
    box, _ = postbox
    box.refused.add("Reader@Example.com")
    assert "550" in _prism("send", "--now", NOW, "--locale", "en")
    assert [to for to, _ in box.letters] == ["ben@example.org"]
    box.refused.clear()
    _prism("send", "--now", NOW, "--locale", "en")
    assert [to for to, _ in box.letters] == ["ben@example.org", "Reader@Example.com"]


def test_nothing_goes_out_where_nothing_is_new_nor_in_a_rehearsal(newsroom: Path, postbox: tuple[Postbox, int]) -> None:
    box, _ = postbox
    assert "readers" in _prism("send", "--now", NOW, "--dry-run")
    _prism("send", "--now", "2027-06-01T00:00:00Z")
    assert not box.letters
    assert not (newsroom / "sent.csv").read_text()


def test_what_may_have_gone_out_does_not_go_again(tmp_path: Path) -> None:
    with SentLog(tmp_path / "sent.csv") as log:
        assert log.claim("ko/2026-11-22", "A@example.org")
    with SentLog(tmp_path / "sent.csv") as log:  # as after a crash between the claim and the server's answer
        assert not log.claim("ko/2026-11-22", "a@example.org")
        assert log.claim("ko/2026-11-23", "a@example.org")


def test_preview_writes_and_sends_nothing(newsroom: Path, postbox: tuple[Postbox, int]) -> None:
    _prism("preview", "--now", NOW, "--to", "out")
    assert {path.name for path in (newsroom / "out").iterdir()} == {"ko.html", "ko.txt", "en.html", "en.txt"}
    assert not postbox[0].letters


def test_lists_that_are_wrong_name_their_line(tmp_path: Path) -> None:
    path = tmp_path / "subscribers.csv"
    with pytest.raises(UsageError, match="missing"):
        read_list(path)
    for wrong in ("no address,ko", "a@b.c", "x@example.org\nBcc: y@example.org,ko", "a@example.org <b@example.org>,ko"):
        path.write_text(f"ok@example.org,ko\n{wrong}\n")
        with pytest.raises(UsageError, match=r"line [23]"):
            read_list(path)


def test_a_headline_cannot_add_a_header() -> None:
    mail = Mail(
        "a@example.org",
        "N",
        "b@example.org",
        "plain",
        "t",
        "<p>t</p>",
        SAMPLE_TIME,
        "k",
        "l\nBcc: x",
        "l.example",
        "https://x/",
    )
    assert "Bcc" not in message_of(mail)


@pytest.mark.parametrize(("method", "left"), [("GET", False), ("HEAD", False), ("POST", True), ("PUT", False)])
def test_only_a_post_takes_a_reader_off(newsroom: Path, postbox: tuple[Postbox, int], method: str, left: bool) -> None:
    box, _ = postbox
    _prism("send", "--now", NOW, "--locale", "ko")
    path = PATH + str(box.letters[0][1]["List-Unsubscribe"]).split(">")[0].rpartition("/")[2]
    sent: list[dict[str, object]] = []

    async def send(message: object) -> None:
        assert isinstance(message, dict)
        sent.append(message)

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"List-Unsubscribe=One-Click"}

    async def site(scope: object, receive: object, send: object) -> None:
        raise AssertionError("the site was asked")

    app = with_leaving(site, newsroom, {"ko": load_locale("ko")})

    async def ask(path: str, method: str) -> None:
        await app({"type": "http", "path": path, "method": method}, receive, send)

    asyncio.run(ask(path, method))
    assert bool(Left(newsroom / LEFT).all()) is left
    assert sent[0]["status"] == (405 if method == "PUT" else 200)
    asyncio.run(ask(PATH + "forged", "POST"))
    assert sent[2]["status"] == 404
