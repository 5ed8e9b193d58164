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
import shutil
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from prism.adapters.sitestores.ledger import Ledger
from prism.adapters.sitestores.packing import ENCODINGS, is_copy
from prism.adapters.sitestores.tree import SYNCS_AT_ONCE, Tree, checked, is_file, paths_in, sync
from prism.model import OutputFile, PrismError, Standing, UsageError
from prism.ports import Occasion

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LISTED = 50_000  # changes of a tree that are written down: to exchange more costs as much as to link all anew
_SPARE = 2  # how many trees behind the standing one the spare is: one stays untouched between them


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
        self._hands = ThreadPoolExecutor(SYNCS_AT_ONCE, "sync")  # started when they are needed, kept for the next build
        self.ledger = Ledger(self._trees / "ledger")

    @property
    def current(self) -> Path | None:
        """The tree that readers see, or None before the first."""
        return self._link.resolve() if self._link.is_symlink() and self._link.exists() else None

    def read(self, path: str) -> bytes | None:
        """A file as readers see it, or None if there is none."""
        try:
            return (self._link / checked(path)).read_bytes()
        except OSError:
            return None

    def has(self, path: str) -> bool:
        """Whether readers see a file of this path."""
        return is_file(f"{self._link}/{checked(path)}")

    def occasion(self, path: str) -> Occasion | None:
        """Why a file was last changed, or None if that is not known."""
        try:
            return self.ledger.occasion(path)
        except OSError:
            return None

    def paths(self) -> set[str]:
        """All files that readers see."""
        return set(paths_in(self.current)) if self.current else set()

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
        build = Tree(self._trees / f"{number}.new", old, self._encodings, self._hands)
        spare = self._spare(number) if keep else None
        try:
            if spare:
                stale = self._changed_since(spare)
                spare.rename(build.root)
                renamed = self._hands.submit(sync, self._trees)  # from then on it is no finished tree, whatever happens
                build.catch_up(stale, renamed.result)
            else:
                build.begin(keep=keep)
            build.fill(files)
            changed = build.changed
            if not changed and old:
                self._put_back(build.root, spare)
                return 0
            if occasion or self._mirrored:
                why = occasion or Occasion(datetime.fromtimestamp(0, UTC), "changes", {})
                self.ledger.record(changed, why, pending=self._mirrored)
            self._swap(build, number, changed)
        except BaseException:
            shutil.rmtree(build.root, ignore_errors=True)
            raise
        self._sweep()
        return sum(not is_copy(path) for path in changed)

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

    def _swap(self, build: Tree, number: int, changed: Collection[str]) -> None:
        """Tree, list and link are durable before the link takes its name. Where most changed there is no list, and no spare for two builds."""
        listed, fresh = self._list_of(number), self._trees / "link.new"
        if len(changed) <= _LISTED:
            listed.write_bytes(json.dumps(sorted(changed)).encode())
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path(self._trees.name) / str(number))
        build.move(
            self._trees / str(number)
        )  # nobody looks at it yet: the next build removes what the link never led to
        build.make_durable(self._trees, *([listed] if len(changed) <= _LISTED else []))
        fresh.replace(self._link)
        sync(self._link.parent)

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
