"""A site that stands elsewhere: a folder here that changes at one instant, and a target that is made like it, file by file.

A target can't change at one instant, so files go there in an order in which nothing ever leads to what is not there yet:
shared files, then stories, then what lists them, then the front pages; what is gone is taken away last. What the target
lacks is written down before the folder changes, and crossed out when the target has it: whatever dies when, the next build
carries on from there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from prism.adapters.sitestores.folder import FolderSiteStore
from prism.adapters.sitestores.manners import Turn, turn
from prism.adapters.sitestores.packing import is_copy
from prism.model import OutputFile, Standing
from prism.ports import Occasion

_KNOWN = "mirror"


class Target(Protocol):
    """Where readers fetch the site."""

    @property
    def name(self) -> str:
        """Which target it is: another name means that nothing is known to be there."""
        ...

    @property
    def takes_copies(self) -> bool:
        """Whether packed copies are of use there."""
        ...

    def bring(self, tree: Path, paths: Sequence[str]) -> Iterator[str]:
        """Put these files of the tree there; gives the path of each that has arrived.

        Raises:
            PrismError: the target refuses or can't be reached.
        """
        ...

    def take_away(self, paths: Sequence[str]) -> Iterator[str]:
        """Remove these; gives the path of each that is gone (or was never there)."""
        ...

    def listed(self) -> Collection[str]:
        """All files of the site that are there."""
        ...


class MirroredSiteStore:
    """A folder, and a target that is made like it after each build (see `prism.ports.SiteStore`)."""

    def __init__(self, root: Path, target: Target, *, encodings: Collection[str] = ()) -> None:
        """`root` is the newsroom's folder; the site stands in `root/site` too."""
        self.folder = FolderSiteStore(root, encodings=encodings, mirrored=True)
        self._target = target

    def publish(self, files: Iterable[OutputFile | Standing], *, keep: bool, occasion: Occasion | None = None) -> int:
        """As the folder does, then the target.

        Raises:
            PrismError: the folder can't be built, or the target not be reached; then the folder is new and the target old or
                in between, with every link leading somewhere, and the next build carries on.
        """
        changed = self.folder.publish(files, keep=keep, occasion=occasion)
        self.bring_up_to_date()
        return changed

    def read(self, path: str) -> bytes | None:
        """As the folder has it."""
        return self.folder.read(path)

    def has(self, path: str) -> bool:
        """Whether the folder has it."""
        return self.folder.has(path)

    def occasion(self, path: str) -> Occasion | None:
        """As the folder's ledger has it."""
        return self.folder.occasion(path)

    def bring_up_to_date(self) -> int:
        """Make the target like the folder; returns how many files were brought or taken away."""
        tree = self.folder.current
        if tree is None:
            return 0
        ledger = self.folder.ledger
        if ledger.fact(_KNOWN) != self._target.name:
            # Nothing is known of it, or nothing any more: all is brought, and what should not be there goes.
            ledger.put_fact(_KNOWN, self._target.name, pending={*self.folder.paths(), *self._target.listed()})
        pending = [path for path in ledger.pending() if self._target.takes_copies or not is_copy(path)]
        there = [path for path in pending if (tree / path).is_file()]
        gone = sorted(set(pending) - set(there))
        count = 0
        for now in Turn:
            paths = [path for path in there if turn(path) is now]
            count += self._crossed_out(self._target.bring(tree, paths)) if paths else 0
        return count + (self._crossed_out(self._target.take_away(gone)) if gone else 0)

    def _crossed_out(self, arriving: Iterator[str]) -> int:
        """Note what has arrived, also when the rest does not."""
        arrived: list[str] = []
        try:
            for path in arriving:
                arrived.append(path)  # noqa: PERF402  # what came before an error is kept
        finally:
            self.folder.ledger.done(arrived)
        return len(arrived)
