"""`python -m prism.app.demo.drafts`: write the batch file of the demo anew from the prepared answers."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from prism.app.demo.drafts import answers, batch_file, made_from_file
from prism.app.demo.drafts.exporting import made_from, matched, result_rows


def main() -> int:
    """Write the file; 1 where an answer was prepared that nothing asks for."""
    prepared = answers()
    with tempfile.TemporaryDirectory(prefix="prism-drafts-") as folder:
        export = matched(Path(folder), prepared)
    file = Path(str(batch_file()))
    file.write_text("".join(f"{row}\n" for row in result_rows(export, prepared)), encoding="utf-8")
    Path(str(made_from_file())).write_text(made_from(prepared) + "\n", encoding="utf-8")
    sys.stderr.write(f"{file}: {len(export.rows)} answers\n")
    for wanted in export.unused:
        sys.stderr.write(f"nothing asks for: {wanted.story} {wanted.purpose} {wanted.locale} round {wanted.phase}\n")
    return 1 if export.unused else 0


if __name__ == "__main__":
    sys.exit(main())
