"""The site as a folder that changes at one instant.

    DIR/site         a symbolic link to the tree that readers see
    DIR/.site/17/    that tree
    DIR/.site/16/    the one before, for readers who are in the middle of it
    DIR/.site/18.new a build under way, or what a killed one left (the next build removes it)

A build makes a whole new tree beside the old one, with hard links for the files that did not change, then swaps the link
by `rename(2)`, which POSIX promises to be atomic. So whoever reads through the link sees the old tree or the new one, and
a build that dies leaves the old.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from prism.model import OutputFile, PrismError, UsageError

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_TREES_KEPT = 2
_SYNC_ONE_BY_ONE = 256  # more changed files than this: one sync of all is quicker than one of each


class FolderSiteStore:
    """Puts the site into `root/site` (see `prism.ports.SiteStore`)."""

    def __init__(self, root: Path) -> None:
        """`root` is the newsroom's folder; it is made if it is missing at the first `publish`."""
        self._link = root / "site"
        self._trees = root / ".site"

    @property
    def current(self) -> Path | None:
        """The tree that readers see, or None before the first."""
        return self._link.resolve() if self._link.is_symlink() and self._link.exists() else None

    def publish(self, files: Iterable[OutputFile], *, keep: bool) -> int:
        """Put a new tree in the old one's place; returns how many files were added, changed or removed.

        With `keep`, files of the old tree that are not given stay; without it, only the given ones stand. Files whose
        bytes are the same keep their times. Where nothing changed the old tree stays as it is.

        Raises:
            UsageError: `root/site` is there and is not a link that Prism made.
            PrismError: there is no room, or a file can't be written; the old tree stands.
            ValueError: a path that would lead out of the tree, or two files of one path (a bug of the caller).
        """
        self._refuse_foreign()
        try:
            self._trees.mkdir(parents=True, exist_ok=True)
            with self._locked():
                return self._publish(files, keep=keep)
        except OSError as error:
            raise _explained(error, self._link) from error

    def _publish(self, files: Iterable[OutputFile], *, keep: bool) -> int:
        self._sweep()
        old = self.current
        number = max((int(tree.name) for tree in self._finished()), default=0) + 1
        build = self._trees / f"{number}.new"
        build.mkdir()
        try:
            given, written = _fill(build, old, files)
            left_out = sorted(_paths(old) - given) if old else []
            if keep and old:
                _carry(build, old, left_out)
            changed = len(written) + (0 if keep else len(left_out))
            if changed == 0 and old:
                shutil.rmtree(build)
                return 0
            _make_durable(written)
            finished = self._trees / str(number)
            build.rename(finished)
            self._swap(finished)
        except BaseException:
            shutil.rmtree(build, ignore_errors=True)
            raise
        self._sweep()
        return changed

    def _swap(self, tree: Path) -> None:
        fresh = self._trees / "link.new"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path(self._trees.name) / tree.name)
        # The link must be durable before its name is: fsync the folder it is made in, rename, fsync where it lands.
        _sync_folder(self._trees)
        fresh.replace(self._link)
        _sync_folder(self._link.parent)

    def _refuse_foreign(self) -> None:
        if self._link.is_symlink():
            target = self._link.readlink()
            if target.parent.name == self._trees.name:
                return
        elif not self._link.exists():
            return
        raise UsageError(
            "is not a site that Prism made, so it is left alone",
            subject=str(self._link),
            advice="move it away, or choose another folder",
        )

    def _finished(self) -> Sequence[Path]:
        return sorted((t for t in self._trees.iterdir() if t.name.isdecimal()), key=lambda t: int(t.name))

    def _sweep(self) -> None:
        """Remove what killed builds left and trees that no reader can still be in."""
        current = self.current
        for leftover in self._trees.glob("*.new"):
            if leftover.is_symlink() or leftover.is_file():
                leftover.unlink()
            else:
                shutil.rmtree(leftover, ignore_errors=True)
        trees = [tree for tree in self._finished() if tree.resolve() != current]
        # A tree newer than the link was finished by a build that died before the swap: nobody has seen it.
        unseen = [tree for tree in trees if current and int(tree.name) > int(current.name)]
        past = [tree for tree in trees if tree not in unseen]
        for tree in (*unseen, *past[: max(0, len(past) - (_TREES_KEPT - 1))]):
            shutil.rmtree(tree, ignore_errors=True)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with (self._trees / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # released by the kernel when the process dies
            yield


def _fill(build: Path, old: Path | None, files: Iterable[OutputFile]) -> tuple[set[str], list[Path]]:
    """Write the given files, linking those that are as they were; returns all their paths and the files written."""
    given: set[str] = set()
    written: list[Path] = []
    made: set[Path] = {build}
    for file in files:
        path = _checked(file.path)
        if path in given:
            raise ValueError(f"two files of one path: {path}")
        given.add(path)
        target = build / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        if old and _same(old / path, file.body):
            _link(old / path, target)
        else:
            target.write_bytes(file.body)
            written.append(target)
    return given, written


def _carry(build: Path, old: Path, paths: Iterable[str]) -> None:
    made: set[Path] = {build}
    for path in paths:
        target = build / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        _link(old / path, target)


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


def _make_durable(written: Sequence[Path]) -> None:
    if len(written) > _SYNC_ONE_BY_ONE:
        os.sync()
        return
    for file in written:
        with file.open("rb") as opened:
            os.fsync(opened.fileno())
    for folder in {file.parent for file in written}:
        _sync_folder(folder)


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
