"""The one error tree of Prism, and the failure of one item as a value.

    PrismError                 anything that Prism raises on purpose
    ├── UsageError             a command or a configuration is wrong: one line, the way out, exit 2
    ├── FetchError             a response could not be had
    │   ├── Refused            the guard, robots.txt or a right forbids it: not to be tried again as it is
    │   ├── Unreachable        name, connection, TLS, time: worth another try later
    │   └── BadResponse        too large, a bomb, truncated, an endless redirect, an error status
    ├── ParseError             bytes were had, but hold nothing that can be read
    ├── ModelError             a language model gave no answer that can be used
    │   ├── ModelRefused       the key, the model's name or the request is wrong: not to be tried again as it is
    │   ├── ModelBusy          too many calls, or overloaded: later, and not before the server says so
    │   ├── ModelUnreachable   network, time, or the server's own failure: worth another try
    │   └── BadCompletion      answers came, and none of the bounded tries could be used
    └── ArchiveError           the archive can't be opened, written or brought up to date

A bug is an exception that is none of these, and is never caught on the way.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


class PrismError(Exception):
    """Base of all errors that Prism raises on purpose.

    Attributes:
        subject: what it happened to (an address, a file, an id), empty when there is no one subject.
        advice: what a person can do about it, empty when nothing can be done.
    """

    def __init__(self, message: str, *, subject: str = "", advice: str = "") -> None:
        super().__init__(message)
        self.subject = subject
        self.advice = advice

    def __str__(self) -> str:
        """One line: subject, what failed, the way out."""
        line = super().__str__()
        if self.subject and self.subject not in line:
            line = f"{self.subject}: {line}"
        return f"{line} ({self.advice})" if self.advice else line


class UsageError(PrismError):
    """A command, an argument or a configuration is wrong; exit status 2."""


class FetchError(PrismError):
    """A response could not be had."""


class Refused(FetchError):
    """The guard, robots.txt or a source's rights forbid the fetch."""


class Unreachable(FetchError):
    """Name resolution, connection, TLS or the deadline failed; a later try may succeed."""


class BadResponse(FetchError):
    """A response came, and can't be used: too large, a decompression bomb, truncated, a redirect loop."""


class ParseError(PrismError):
    """Bytes were had, but hold nothing that can be read as what they should be."""


class ModelError(PrismError):
    """A language model gave no answer that can be used."""


class ModelRefused(ModelError):
    """The key, the model's name or the request is wrong."""


class ModelBusy(ModelError):
    """Too many calls, or an overloaded server.

    Attributes:
        retry_after_s: seconds that the server asks to wait, or None where it says nothing.
    """

    def __init__(
        self, message: str, *, subject: str = "", advice: str = "", retry_after_s: float | None = None
    ) -> None:
        super().__init__(message, subject=subject, advice=advice)
        self.retry_after_s = retry_after_s


class ModelUnreachable(ModelError):
    """The network, the deadline or the server failed; a later try may succeed."""


class BadCompletion(ModelError):
    """Answers came, and none of the bounded tries could be used: cut off, refused, of the wrong shape or language."""


class ArchiveError(PrismError):
    """The archive can't be opened, read, written or brought to this version's schema."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One item went wrong; the others went on.

    Attributes:
        stage: where it happened: "poll", "fetch", "read", "group", "write", "check", "publish".
        subject_id: the id or address of the item.
        error: what went wrong, one line in plain English.
        advice: what a person can do; may be empty.
        at: when (UTC).
        attempts: how many times in a row this step failed on this subject, this time included.
    """

    stage: str
    subject_id: str
    error: str
    advice: str = ""
    at: datetime | None = None
    attempts: int = 1
