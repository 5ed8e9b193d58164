"""A tree of files that is being made: of the one that stands and of the files that are given."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path

from prism.adapters.sitestores.manners import packs_well
from prism.adapters.sitestores.packing import ENCODINGS, LEAST
from prism.model import OutputFile, Standing

_SYNC_ONE_BY_ONE = 256  # more folders than this: one sync of all is quicker than one of each
SYNCS_AT_ONCE = 16  # the file system writes its journal once for all that wait: 54 files in 30 ms instead of 450
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
_MODE = 0o666  # less the umask
_NO_LINKS = frozenset({errno.EPERM, errno.EMLINK, errno.EXDEV, errno.ENOTSUP})


class Tree:
    """A tree under way.

    Attributes:
        root: its folder.
    """

    def __init__(self, root: Path, old: Path | None, encodings: Sequence[str], hands: Executor) -> None:
        """Nothing is there before `begin` or `catch_up`.

        Args:
            root: of the tree under way.
            old: the one that stands, or None.
            encodings: of which copies stand beside each text file.
            hands: threads that wait for the disk.
        """
        self.root = root
        self._given: dict[str, bool] = {}  # path → whether it differs from what stands; one table for 700,000 files
        self._base = f"{root}/"
        self._old = f"{old}/" if old else ""
        self._encodings = encodings
        self._hands = hands
        self._kept = False
        self._whole = False
        self._written: list[str] = []
        self._folders: set[str] = set()
        self._last = ""
        self._stale: set[str] = set()
        self._ready: Callable[[], object] | None = None

    @property
    def changed(self) -> Collection[str]:
        """Paths in which it differs from the one that stands."""
        return [path for path, differs in self._given.items() if differs]

    def begin(self, *, keep: bool) -> None:
        """From nothing, or (with `keep`) from links to all files of the old tree."""
        self._whole = True
        self._kept = keep
        self.root.mkdir()
        if keep and self._old:
            for path in paths_in(self._old):
                self._link(path)

    def catch_up(self, stale: Iterable[str], ready: Callable[[], object]) -> None:
        """The root is an earlier tree: it is made like the old one, given the paths in which it may differ.

        That is put off until the files are there: most of what changes at one build changes at the next, and is written anyway.
        Nothing is touched before `ready` returns.
        """
        self._kept = True
        self._stale = set(stale)
        self._ready = ready

    def fill(self, files: Iterable[OutputFile | Standing]) -> None:
        """Write the files that are not as they were, link those that are."""
        for file in files if self._ready is None else self._when_ready(files):
            path = checked(file.path)
            if path in self._given:
                raise ValueError(f"two files of one path: {path}")
            self._given[path] = False
            if isinstance(file, Standing) or (self._old and _same(self._old + path, file.body)):
                self._leave(path)
            else:
                self._write(path, file.body)
            self._pack(path, file)
        self._settle()
        if not self._kept and self._old:
            self._given |= dict.fromkeys((path for path in paths_in(self._old) if path not in self._given), True)

    def move(self, root: Path) -> None:
        """Give it its name."""
        self.root.rename(root)
        old, self.root, self._base = len(self._base), root, f"{root}/"
        self._written = [self._base + path[old:] for path in self._written]
        self._folders = {self._base + folder[old:] for folder in self._folders}

    def make_durable(self, *more: Path) -> None:
        """See to it that the tree, and `more` files, survive a loss of power before the link leads to them."""
        if self._whole or len(self._folders) > _SYNC_ONE_BY_ONE:
            os.sync()
            return
        folders = [folder for folder in self._folders if os.path.isdir(folder)]
        wanted = [*self._written, *folders, *map(str, more)]
        list(self._hands.map(_sync_all, (wanted[start::SYNCS_AT_ONCE] for start in range(SYNCS_AT_ONCE))))

    def _when_ready(self, files: Iterable[OutputFile | Standing]) -> Iterator[OutputFile | Standing]:
        """The files, none before the tree may be touched: what waits is made meanwhile."""
        rest = iter(files)
        first = [file for file, _ in zip(rest, range(_SYNC_ONE_BY_ONE), strict=False)]
        if self._ready:
            self._ready()
        yield from first
        yield from rest

    def _settle(self) -> None:
        """Make what was put off like the old tree."""
        stale, self._stale = self._stale, set()
        kept = {path for path in stale if self._old and is_file(self._old + path)}
        for path in sorted(stale - kept, reverse=True):  # what lies in a folder before what may take the folder's name
            self._remove(path)
        for path in kept:
            _unlink(self._base + path)
            self._link(path)

    def _leave(self, path: str) -> None:
        """What readers have of this path, they keep; in a tree that is kept it is there already, or is stale and comes later."""
        if not self._kept and self._old and is_file(self._old + path):
            self._link(path)

    def _write(self, path: str, body: bytes) -> None:
        self._stale.discard(path)
        try:
            target = self._target(path)
            if self._kept:
                _unlink(target)  # never written in place: the old trees share the file
        except (FileExistsError, NotADirectoryError, IsADirectoryError, PermissionError):
            self._settle()  # a stale file stands where a folder should be, or the other way round
            target = self._target(path)
        opened = os.open(target, _NEW, _MODE)
        try:
            left = memoryview(body)
            while left:
                left = left[os.write(opened, left) :]
        finally:
            os.close(opened)
        if not self._whole:
            self._written.append(target)
        self._given[path] = True

    def _pack(self, path: str, file: OutputFile | Standing) -> None:
        """See to the packed copies of a file: made anew with it, left with it, and gone where they are not wanted any more."""
        for name, (suffix, packed) in ENCODINGS.items():
            copy = path + suffix
            there = bool(self._old) and is_file(self._old + copy)
            wanted = name in self._encodings and packs_well(path)
            if isinstance(file, OutputFile) and wanted and len(file.body) >= LEAST:
                self._given[copy] = False
                if there and not self._given[path]:
                    self._leave(copy)
                else:
                    self._write(copy, packed(file.body))
            elif isinstance(file, Standing) and there:
                self._given[copy] = False
                self._leave(copy)
            elif there:
                self._given[copy] = True
                if self._kept:
                    self._stale.discard(copy)
                    self._remove(copy)

    def _target(self, path: str) -> str:
        target = self._base + path
        folder = target.rpartition("/")[0]
        if self._whole:
            if folder != self._last:
                os.makedirs(folder, exist_ok=True)
                self._last = folder
        elif folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            while folder not in self._folders and len(folder) >= len(self._base) - 1:
                self._folders.add(folder)
                folder = folder.rpartition("/")[0]
        return target

    def _link(self, path: str) -> None:
        """The old tree's file of this path, here too."""
        old, new = self._old + path, self._target(path)
        try:
            os.link(old, new)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            shutil.copy2(old, new)  # a file system without hard links

    def _remove(self, path: str) -> None:
        """Remove a file, and the folders that are empty without it."""
        target = self._base + path
        try:
            _unlink(target)
        except NotADirectoryError:
            return  # a file has its folder's name
        folder = target.rpartition("/")[0]
        while len(folder) >= len(self._base) and not _holds_something(folder):
            self._folders.discard(folder)
            folder = folder.rpartition("/")[0]
        self._folders.add(folder)


def checked(path: str) -> str:
    """The path unchanged; raises ValueError if it would lead out of the tree, or is not in its plainest form."""
    if "\0" in path or not {"", ".", ".."}.isdisjoint(path.split("/")):
        raise ValueError(f"not a path within the site: {path!r}")
    return path


def paths_in(tree: str | Path) -> Iterator[str]:
    """All files of a tree."""
    root = str(tree).rstrip("/")
    for folder, _, names in os.walk(root):
        prefix = folder[len(root) + 1 :]
        for name in names:
            yield f"{prefix}/{name}" if prefix else name


def is_file(path: str) -> bool:
    """Whether a file of this name is there."""
    return os.path.isfile(path)


def sync(path: str | Path) -> None:
    """A file or a folder, safe from a loss of power."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_all(paths: Iterable[str]) -> None:
    for path in paths:
        sync(path)


def _unlink(path: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)


def _holds_something(folder: str) -> bool:
    """Whether a folder is there and holds something; one that is empty is removed."""
    try:
        os.rmdir(folder)
    except FileNotFoundError:
        return False
    except OSError:  # not empty
        return True
    return False


def _same(file: str, body: bytes) -> bool:
    try:
        opened = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return False
    try:
        if os.fstat(opened).st_size != len(body):
            return False
        left = memoryview(body)
        while left:
            read = os.read(opened, len(left))
            if not read or read != left[: len(read)]:
                return False
            left = left[len(read) :]
    except IsADirectoryError:
        return False
    finally:
        os.close(opened)
    return True
