"""SMTP, by the standard library: one connection for a run, one transaction a letter."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from types import TracebackType
from typing import Literal, Self

from prism.model import PrismError, derived_id

_TIMEOUT_S = 60
Security = Literal["starttls", "tls", "none"]


@dataclass(frozen=True, slots=True)
class Server:
    """Where letters are handed in.

    Attributes:
        host: name or address.
        port: of the service.
        security: "tls" from the first byte, "starttls" before anything is said, or "none" (a relay on the same machine).
        user: to log in with, or empty.
        password: of that user.
        tls: a client's context in place of the system's certificates.
    """

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = ""
    tls: ssl.SSLContext | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """One letter to one address.

    Attributes:
        sender: address that it comes from.
        sender_name: name beside it.
        to: address.
        subject: one line.
        text: plain.
        html: the same as HTML.
        at: when (UTC).
        key: what tells this letter from all others, for its Message-ID.
        list_name: of the list, as in "Prism (ko)".
        list_id: of the list, a name under the publisher's domain ("ko.news.example").
        unsubscribe: https link that a POST is sent to (RFC 8058).
        unsubscribe_mail: mailto link beside it, or empty.
        language: BCP 47 tag.
    """

    sender: str
    sender_name: str
    to: str
    subject: str
    text: str
    html: str
    at: datetime
    key: str
    list_name: str
    list_id: str
    unsubscribe: str
    unsubscribe_mail: str = ""
    language: str = ""


def message_of(mail: Mail) -> EmailMessage:
    """The letter as RFC 5322 has it: text and HTML as alternatives, with what lets its reader leave the list at one touch."""
    message = EmailMessage(policy=SMTP)
    user, _, domain = mail.sender.rpartition("@")
    message["From"] = Address(mail.sender_name, user, domain)
    message["To"] = Address("", *mail.to.rpartition("@")[::2])
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.at)
    message["Message-ID"] = f"<{derived_id(mail.key, mail.to)}@{domain}>"
    message["List-Id"] = f"{_quoted(mail.list_name)} <{mail.list_id}>"
    ways = [f"<{mail.unsubscribe}>", *([f"<{mail.unsubscribe_mail}>"] if mail.unsubscribe_mail else [])]
    message["List-Unsubscribe"] = ", ".join(ways)
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if mail.language:
        message["Content-Language"] = mail.language
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    return message


def _quoted(name: str) -> str:
    """A name for List-Id, which takes no encoded words: letters of ASCII alone."""
    plain = "".join(c for c in name if c.isascii() and c.isprintable() and c not in '"\\').strip()
    return f'"{plain}"' if plain else '"newsletter"'


class SmtpMailer:
    """A connection to a server, as a context manager."""

    def __init__(self, server: Server) -> None:
        """Connect and log in.

        Raises:
            PrismError: the server can't be reached, has no TLS where that is asked for, or refuses the user.
        """
        self._server = server
        self._smtp = self._connected()

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        context = server.tls or ssl.create_default_context()
        try:
            if server.security == "tls":
                smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=_TIMEOUT_S, context=context)
            else:
                smtp = smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT_S)
                if server.security == "starttls":
                    smtp.starttls(context=context)
            if server.user:
                smtp.login(server.user, server.password)
        except (OSError, smtplib.SMTPException) as error:
            # What the server says is not repeated where a password was sent.
            why = type(error).__name__ if server.user else str(error) or type(error).__name__
            raise PrismError(
                f"the mail server {server.host}:{server.port} can't be used ({why})",
                advice="see [newsletter] in prism.toml",
            ) from None
        return smtp

    def send(self, mail: Mail) -> str:
        """Hand in a letter; returns why the server refused it, or nothing where it took it.

        Raises:
            PrismError: the connection broke, so nobody knows whether the letter was taken.
        """
        try:
            self._smtp.send_message(message_of(mail), mail.sender, [mail.to])
        except smtplib.SMTPServerDisconnected as error:
            raise PrismError("the connection to the mail server broke", subject=mail.to) from error
        except smtplib.SMTPRecipientsRefused as error:
            code, said = next(iter(error.recipients.values()))
            return f"{code} {said.decode('utf-8', 'replace')}"
        except smtplib.SMTPResponseException as error:
            told: object = error.smtp_error
            return f"{error.smtp_code} {told.decode('utf-8', 'replace') if isinstance(told, bytes) else told}"
        except smtplib.SMTPNotSupportedError as error:
            return str(error)
        except OSError as error:
            raise PrismError(f"the connection to the mail server broke ({error})", subject=mail.to) from error
        return ""

    def close(self) -> None:
        """Say goodbye."""
        try:
            self._smtp.quit()
        except (OSError, smtplib.SMTPException):
            self._smtp.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
