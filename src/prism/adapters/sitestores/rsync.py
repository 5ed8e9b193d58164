"""Whatever rsync reaches: another folder, another machine over SSH, an rsync daemon."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from prism.model import PrismError, UsageError

_OPTIONS = ("--times", "--ignore-times", "--perms", "--chmod=D755,F644", "--delay-updates", "--from0", "--files-from=-")
_TIMEOUT_S = 600


class RsyncTarget:
    """A place as rsync names it: `user@host:/srv/site`, `rsync://host/module`, `/mnt/site` (see `Target`)."""

    def __init__(self, place: str, *, program: str = "rsync") -> None:
        """Nothing is asked yet.

        Raises:
            UsageError: rsync is not on this machine, or the place begins with a hyphen.
        """
        if place.startswith("-"):
            raise UsageError(
                f"store.place: {place!r} begins with a hyphen", advice="write it as in user@host:/srv/site"
            )
        found = shutil.which(program)
        if found is None:
            raise UsageError(
                "store.kind: rsync is not installed on this machine", advice="install it, as in `apt install rsync`"
            )
        self._program = found
        self._place = place.rstrip("/") + "/"

    @property
    def name(self) -> str:
        """The place."""
        return f"rsync {self._place}"

    @property
    def takes_copies(self) -> bool:
        """Yes: a web server there hands them out."""
        return True

    def bring(self, tree: Path, paths: Sequence[str]) -> Iterator[str]:
        """Copy these files; each appears whole, and all of them together at the end."""
        self._run([*_OPTIONS, "--", f"{tree}/", self._place], paths)
        yield from paths

    def take_away(self, paths: Sequence[str]) -> Iterator[str]:
        """Delete these: they are named, and are not in the folder that is sent, which has empty folders alone."""
        with tempfile.TemporaryDirectory() as nothing:
            for path in paths:
                (Path(nothing) / path).parent.mkdir(parents=True, exist_ok=True)
            self._run(["--delete-missing-args", "--force", *_OPTIONS, "--", f"{nothing}/", self._place], paths)
        yield from paths

    def listed(self) -> Collection[str]:
        """All files there."""
        try:
            answer = self._run(["--recursive", "--list-only", "--no-motd", "--", self._place], ())
        except PrismError:
            return ()  # nothing is there yet; if it can't be reached, the first file says so
        found = set()
        for line in answer.splitlines():
            parts = line.split(maxsplit=4)
            if len(parts) == 5 and parts[0].startswith("-"):  # noqa: PLR2004  # mode, size, day, time, path
                found.add(parts[4])
        return found

    def _run(self, arguments: Sequence[str], paths: Sequence[str]) -> str:
        given = "\0".join(paths).encode()
        try:
            done = subprocess.run(  # noqa: S603  # the program was looked up, and the place is after `--`
                [self._program, *arguments], input=given, capture_output=True, check=False, timeout=_TIMEOUT_S
            )
            why = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] if done.returncode else []
        except subprocess.TimeoutExpired:
            done, why = None, [f"no answer in {_TIMEOUT_S} s"]
        if done is None or done.returncode:
            raise PrismError(
                f"rsync does not bring the site ({'; '.join(why)}); what is missing is brought by the next run",
                subject=self.name,
                advice="check [store] in prism.toml, and that `rsync` reaches the place by itself",
            )
        return done.stdout.decode("utf-8", "replace")
