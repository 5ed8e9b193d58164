"""The lists of a newsletter, as files that the publisher can read and write with any program.

subscribers.csv    address,locale   kept by the publisher; one line a reader and edition; a first line with names may stand
unsubscribed.csv   address,locale   written by Prism when a reader leaves; who stands here gets nothing more
sent.csv           edition,address,what   written by Prism, "sending" before a letter goes out and "failed" if it did not
"""

from __future__ import annotations

import csv
import fcntl
import io
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from prism.model import UsageError

_ADDRESS = re.compile(
    r"[^\s@<>,;:\"()\[\]\\\x00-\x1f]+@[^\s@<>,;:\"()\[\]\\\x00-\x1f]+\.[^\s@<>,;:\"()\[\]\\.\x00-\x1f]+"
)
_SENDING = "sending"
_LONGEST = 254  # RFC 5321, 4.5.3.1.3


@dataclass(frozen=True, slots=True)
class Subscriber:
    """A reader of an edition's newsletter."""

    address: str
    locale: str


def read_list(path: Path, left: Iterable[Subscriber] = ()) -> tuple[Subscriber, ...]:
    """The subscribers in a file, each once, without those who left.

    Args:
        path: of the file, UTF-8, with or without a byte order mark.
        left: who unsubscribed.

    Raises:
        UsageError: there is no such file, or a line is not an address and an edition; the message names the line.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise UsageError(
            f"there is no list of subscribers: {path} is missing", advice="one line a reader: address,locale"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} can't be read: {error}", advice="it must be a text file in UTF-8") from error
    gone = {(one.address.casefold(), one.locale) for one in left}
    found: dict[tuple[str, str], Subscriber] = {}
    for number, row in enumerate(csv.reader(io.StringIO(text)), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#") or (number == 1 and cells[0].casefold() in {"address", "email"}):
            continue
        if len(cells) < 2 or not is_address(cells[0]) or not cells[1]:  # noqa: PLR2004  # address and edition
            raise UsageError(
                f"{path}, line {number}: that is no address and edition", advice="as in reader@example.org,ko"
            )
        key = (cells[0].casefold(), cells[1])
        if key not in gone:
            found.setdefault(key, Subscriber(cells[0], cells[1]))
    return tuple(found.values())


def is_address(text: str) -> bool:
    """Whether a text is one mail address that can stand in a header."""
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None


class Left:
    """Who left a list: a file that only grows."""

    def __init__(self, path: Path) -> None:
        """`path` is made with the first who leaves."""
        self._path = path

    def all(self) -> tuple[Subscriber, ...]:
        """Everyone who left."""
        return tuple(Subscriber(row[0], row[1]) for row in _rows(self._path) if len(row) > 1)

    def add(self, one: Subscriber) -> bool:
        """Note that a reader left; False if that was known."""
        with self._path.open("a", encoding="utf-8", newline="") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            if (one.address.casefold(), one.locale) in {
                (known.address.casefold(), known.locale) for known in self.all()
            }:
                return False
            csv.writer(file).writerow([one.address, one.locale])
            file.flush()
            os.fsync(file.fileno())
        return True


class SentLog:
    """Which editions went to which addresses, as a context manager that one process at a time can be in.

    A line is on the disk before its letter goes out, so none goes twice, whatever dies when.
    """

    def __init__(self, path: Path) -> None:
        """`path` is made with the first letter."""
        self._path = path
        self._last: dict[tuple[str, str], str] = {}
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        self._file = self._path.open("a", encoding="utf-8", newline="")
        fcntl.flock(self._file, fcntl.LOCK_EX)
        self._last = {(row[0], row[1]): row[2] for row in _rows(self._path) if len(row) > 2}  # noqa: PLR2004  # edition, address, what
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def claim(self, edition: str, address: str) -> bool:
        """Note that a letter is about to go out; False if it went before, or may have."""
        if self._last.get((edition, address.casefold())) == _SENDING:
            return False
        self._append(edition, address, _SENDING)
        return True

    def release(self, edition: str, address: str) -> None:
        """The letter was refused for certain: it may be tried again."""
        self._append(edition, address, "failed")

    def _append(self, edition: str, address: str, what: str) -> None:
        if self._file is None:
            raise ValueError("the log of what was sent is not open")
        csv.writer(self._file).writerow([edition, address.casefold(), what])
        self._file.flush()
        os.fsync(self._file.fileno())
        self._last[edition, address.casefold()] = what


def _rows(path: Path) -> list[list[str]]:
    try:
        return [row for row in csv.reader(io.StringIO(path.read_text("utf-8"))) if len(row) > 1]
    except FileNotFoundError:
        return []
