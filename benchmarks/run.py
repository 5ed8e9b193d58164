"""`make bench`: every benchmark of this folder, one after the other, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run them all; the exit status says whether every one came to its end."""
    wanted = set(sys.argv[1:])
    failed = 0
    for script in sorted(Path(__file__).parent.glob("*.py")):
        if script.name == Path(__file__).name or (wanted and script.stem not in wanted):
            continue
        print(f"\n== {script.stem}", flush=True)
        failed += subprocess.run([sys.executable, str(script)], check=False).returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
