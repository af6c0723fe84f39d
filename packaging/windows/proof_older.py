"""Build an installer of an older version, to be upgraded: version 0.0.9, with a file too many.

Usage: python packaging/windows/proof_older.py FILE.exe, after `make windows`.
"""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import launchers
import wrapping
from main import BUILD

_VERSION = "0.0.9"


def main(target: Path) -> None:
    """Wrap what was built last once more, as if it were older."""
    folder = BUILD / "older" / "tree"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BUILD / "tree", folder)
    (folder / "runtime" / "lib" / "forgotten.pyc").write_bytes(b"of an older version")
    launchers.build(BUILD / "checkout", folder, _VERSION)
    wrapping.installer(BUILD / "checkout", folder, target, _VERSION, datetime.now(UTC))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
