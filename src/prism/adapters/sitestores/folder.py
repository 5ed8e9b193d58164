"""The site as a folder that changes at one instant.

    DIR/site             a symbolic link to the tree that readers see
    DIR/.site/17/        that tree
    DIR/.site/16/ 15/    the two before: 16 for readers who are in the middle of it, 15 to become 18
    DIR/.site/17.changed the paths in which 17 differs from 16
    DIR/.site/18.new     a build under way, or what a killed one left (the next build removes it)
    DIR/.site/ledger     why each file was last changed, and what a mirror lacks

A build makes a whole tree beside the one that stands, with hard links for the files that did not change, then swaps the
link by `rename(2)`, which POSIX promises to be atomic. So whoever reads through the link sees the old tree or the new one,
and a build that dies leaves the old. Where most of the site is kept, the oldest tree is brought up to date by what changed
since and becomes the new one: then a build costs as much as its changes, however large the site (docs/decisions/0071).
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from prism.adapters.sitestores.ledger import Ledger
from prism.adapters.sitestores.manners import packs_well
from prism.adapters.sitestores.packing import ENCODINGS, LEAST, is_copy
from prism.model import OutputFile, PrismError, Standing, UsageError
from prism.ports import Occasion

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_SPARE = 2  # how many trees behind the standing one the spare is: one stays untouched between them
_SYNC_ONE_BY_ONE = 256  # more changes than this: one sync of all is quicker than one of each
_SYNCS_AT_ONCE = 16  # the file system writes its journal once for all that wait: 54 files in 30 ms instead of 450


class FolderSiteStore:
    """Puts the site into `root/site` (see `prism.ports.SiteStore`)."""

    def __init__(self, root: Path, *, encodings: Collection[str] = (), mirrored: bool = False) -> None:
        """`root` is the newsroom's folder; it is made if it is missing at the first `publish`.

        Args:
            root: the newsroom's folder.
            encodings: of which copies stand beside each text file ("br", "zstd", "gzip").
            mirrored: files that change are noted as pending, for a mirror to fetch.
        """
        self._link = root / "site"
        self._trees = root / ".site"
        self._encodings = [name for name in ENCODINGS if name in encodings]
        self._mirrored = mirrored
        self.ledger = Ledger(self._trees / "ledger")

    @property
    def current(self) -> Path | None:
        """The tree that readers see, or None before the first."""
        return self._link.resolve() if self._link.is_symlink() and self._link.exists() else None

    def read(self, path: str) -> bytes | None:
        """A file as readers see it, or None if there is none."""
        try:
            return (self._link / _checked(path)).read_bytes()
        except OSError:
            return None

    def has(self, path: str) -> bool:
        """Whether readers see a file of this path."""
        return (self._link / _checked(path)).is_file()

    def occasion(self, path: str) -> Occasion | None:
        """Why a file was last changed, or None if that is not known."""
        try:
            return self.ledger.occasion(path)
        except OSError:
            return None

    def paths(self) -> set[str]:
        """All files that readers see."""
        return _paths(self.current) if self.current else set()

    def publish(self, files: Iterable[OutputFile | Standing], *, keep: bool, occasion: Occasion | None = None) -> int:
        """Put a new tree in the old one's place; returns how many files were added, changed or removed.

        With `keep`, files of the old tree that are not given stay; without it, only the given ones stand, and those that are
        named as `Standing`. Files whose bytes are the same keep their times. Where nothing changed the old tree stays as it is.

        Raises:
            UsageError: `root/site` is there and is not a link that Prism made.
            PrismError: there is no room, or a file can't be written; the old tree stands.
            ValueError: a path that would lead out of the tree, or two files of one path (a bug of the caller).
        """
        self._refuse_foreign()
        try:
            self._trees.mkdir(parents=True, exist_ok=True)
            with self._locked():
                return self._publish(files, keep=keep, occasion=occasion)
        except OSError as error:
            raise _explained(error, self._link) from error

    def _publish(self, files: Iterable[OutputFile | Standing], *, keep: bool, occasion: Occasion | None) -> int:
        self._sweep()
        old = self.current
        number = int(old.name) + 1 if old else 1
        build = _Build(self._trees / f"{number}.new", old, self._encodings)
        spare = self._spare(number) if keep else None
        try:
            if spare:
                spare.rename(build.root)
                _sync_folder(self._trees)  # from here on it is no finished tree any more, whatever happens
                build.catch_up(self._changed_since(spare))
            else:
                build.begin(keep=keep)
            build.fill(files)
            if not build.changed and old:
                self._put_back(build.root, spare)
                return 0
            build.make_durable()
            if occasion or self._mirrored:
                why = occasion or Occasion(datetime.fromtimestamp(0, UTC), "changes", {})
                self.ledger.record(build.changed, why, pending=self._mirrored)
            self._swap(build.root, number, build.changed)
        except BaseException:
            shutil.rmtree(build.root, ignore_errors=True)
            raise
        self._sweep()
        return sum(not is_copy(path) for path in build.changed)

    def _spare(self, number: int) -> Path | None:
        """The tree that can become the next one, if it and all that changed since are there."""
        spare = self._trees / str(number - 1 - _SPARE)
        lists = [self._list_of(later) for later in range(number - _SPARE, number)]
        return spare if spare.is_dir() and all(one.exists() for one in lists) else None

    def _changed_since(self, spare: Path) -> set[str]:
        first = int(spare.name) + 1
        return {path for tree in range(first, first + _SPARE) for path in json.loads(self._list_of(tree).read_bytes())}

    def _list_of(self, number: int) -> Path:
        return self._trees / f"{number}.changed"

    def _put_back(self, build: Path, spare: Path | None) -> None:
        """Nothing changed: the spare is a spare again (to bring it up to date twice does no harm)."""
        if spare:
            build.rename(spare)
        else:
            shutil.rmtree(build)

    def _swap(self, build: Path, number: int, changed: Iterable[str]) -> None:
        listed = self._list_of(number)
        listed.write_bytes(json.dumps(sorted(changed)).encode())
        build.rename(self._trees / str(number))
        fresh = self._trees / "link.new"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path(self._trees.name) / str(number))
        _sync_file(listed)
        _sync_folder(self._trees)  # tree, list and link are durable before the link takes its name
        fresh.replace(self._link)
        _sync_folder(self._link.parent)

    def _refuse_foreign(self) -> None:
        if self._link.is_symlink():
            target = self._link.readlink()
            if target.parent.name == self._trees.name and target.name.isdecimal():
                return
        elif not self._link.exists():
            return
        raise UsageError(
            "is not a site that Prism made, so it is left alone",
            subject=str(self._link),
            advice="move it away, or choose another folder",
        )

    def _sweep(self) -> None:
        """Remove what killed builds left, trees that nobody has seen, and those that no reader can still be in."""
        current = self.current
        standing = int(current.name) if current else 0
        for path in self._trees.iterdir():
            stem, _, suffix = path.name.partition(".")
            if suffix == "new" and not path.is_symlink() and path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            elif suffix == "new":
                path.unlink()
            elif stem.isdecimal() and not standing - _SPARE <= int(stem) <= standing:
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with (self._trees / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # released by the kernel when the process dies
            yield


class _Build:
    """A tree that is being made of the old one and the files that are given."""

    def __init__(self, root: Path, old: Path | None, encodings: Sequence[str]) -> None:
        self.root = root
        self.changed: set[str] = set()
        self._old = old
        self._encodings = encodings
        self._kept = False
        self._written: list[Path] = []
        self._folders: set[Path] = set()
        self._whole = False
        self._stale: set[str] = set()

    def begin(self, *, keep: bool) -> None:
        """From nothing, or (with `keep`) from links to all files of the old tree."""
        self._whole = True
        self._kept = keep
        self.root.mkdir()
        if keep and self._old:
            for path in _paths(self._old):
                _link(self._old / path, self._target(path))

    def catch_up(self, stale: Iterable[str]) -> None:
        """The root is an earlier tree: it is made like the old one, given the paths in which it may differ.

        That is put off until the files are there: most of what changes at one build changes at the next, and is written anyway.
        """
        self._kept = True
        self._stale = set(stale)

    def _settle(self) -> None:
        stale, self._stale = self._stale, set()
        for path in sorted(stale, reverse=True):  # what lies in a folder before what may take the folder's name
            self._remove(path)
        for path in stale:
            if self._old and (self._old / path).is_file():
                _link(self._old / path, self._target(path))

    def fill(self, files: Iterable[OutputFile | Standing]) -> None:
        """Write the files that are not as they were, link those that are."""
        given: set[str] = set()
        for file in files:
            path = _checked(file.path)
            if path in given:
                raise ValueError(f"two files of one path: {path}")
            given.add(path)
            if isinstance(file, Standing) or (self._old and _same(self._old / path, file.body)):
                self._leave(path)
            else:
                self._write(path, file.body)
            given.update(self._pack(path, file))
        self._settle()
        if not self._kept and self._old:
            self.changed.update(_paths(self._old) - given)

    def _leave(self, path: str) -> None:
        """What readers have of this path, they keep; in a tree that is kept it is there already, or is stale and comes later."""
        if not self._kept and self._old and (self._old / path).is_file():
            _link(self._old / path, self._target(path))

    def _write(self, path: str, body: bytes) -> None:
        self._stale.discard(path)
        try:
            target = self._target(path)
            if self._kept:
                target.unlink(missing_ok=True)  # never written in place: the old trees share the file
        except (FileExistsError, NotADirectoryError, IsADirectoryError, PermissionError):
            self._settle()  # a stale file stands where a folder should be, or the other way round
            target = self._target(path)
        with target.open("xb") as opened:
            opened.write(body)
        self._written.append(target)
        self.changed.add(path)

    def _pack(self, path: str, file: OutputFile | Standing) -> Iterator[str]:
        """See to the packed copies of a file: made anew with it, left with it, and gone where they are not wanted any more."""
        for name, (suffix, packed) in ENCODINGS.items():
            copy = path + suffix
            there = self._old is not None and (self._old / copy).is_file()
            wanted = name in self._encodings and packs_well(path)
            if isinstance(file, OutputFile) and wanted and len(file.body) >= LEAST:
                if there and path not in self.changed:
                    self._leave(copy)
                else:
                    self._write(copy, packed(file.body))
                yield copy
            elif isinstance(file, Standing) and there:
                self._leave(copy)
                yield copy
            elif there:
                self.changed.add(copy)
                if self._kept:
                    self._stale.discard(copy)
                    self._remove(copy)

    def make_durable(self) -> None:
        """See to it that the tree survives a loss of power before the link leads to it."""
        if self._whole or len(self._folders) > _SYNC_ONE_BY_ONE:
            os.sync()
            return
        with ThreadPoolExecutor(_SYNCS_AT_ONCE) as pool:
            list(pool.map(_sync_file, self._written))
            list(pool.map(_sync_folder, [folder for folder in self._folders if folder.is_dir()]))

    def _target(self, path: str) -> Path:
        target = self.root / path
        folder = target.parent
        if folder not in self._folders:
            folder.mkdir(parents=True, exist_ok=True)
            while folder != self.root.parent and folder not in self._folders:
                self._folders.add(folder)
                folder = folder.parent
        return target

    def _remove(self, path: str) -> None:
        """Remove a file, and the folders that are empty without it."""
        target = self.root / path
        try:
            target.unlink(missing_ok=True)
        except NotADirectoryError:
            return  # a file has its folder's name
        folder = target.parent
        while folder != self.root and not (folder.is_dir() and _holds_something(folder)):
            if folder.is_dir():
                folder.rmdir()
            self._folders.discard(folder)
            folder = folder.parent
        self._folders.add(folder)


def _holds_something(folder: Path) -> bool:
    with os.scandir(folder) as entries:  # not all names: a folder of stories has thousands
        return next(entries, None) is not None


def _checked(path: str) -> str:
    pure = PurePosixPath(path)
    if not path or pure.is_absolute() or ".." in pure.parts or "\0" in path or str(pure) != path:
        raise ValueError(f"not a path within the site: {path!r}")
    return path


def _same(file: Path, body: bytes) -> bool:
    try:
        return file.stat().st_size == len(body) and file.read_bytes() == body
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError as error:
        if error.errno not in {errno.EPERM, errno.EMLINK, errno.EXDEV, errno.ENOTSUP}:
            raise
        shutil.copy2(old, new)  # a file system without hard links


def _paths(tree: Path) -> set[str]:
    root = str(tree)
    found: set[str] = set()
    for folder, _, names in os.walk(root):
        prefix = folder[len(root) + 1 :]
        found.update(f"{prefix}/{name}" if prefix else name for name in names)
    return found


def _sync_file(file: Path) -> None:
    with file.open("rb") as opened:
        os.fsync(opened.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _explained(error: OSError, link: Path) -> PrismError:
    if error.errno in _NO_ROOM:
        return PrismError(
            f"no room for the new site ({error.strerror}); the old one stands",
            subject=str(link),
            advice="make room and run again",
        )
    return PrismError(
        f"the new site can't be written ({error.strerror or error}); the old one stands",
        subject=str(error.filename or link),
        advice="check the folder's owner and permissions",
    )
