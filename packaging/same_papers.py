"""Tell whether two folders hold the same papers, but for the moment they were written.

Usage: python packaging/same_papers.py FOLDER FOLDER; exit 1 and one line a difference if not.
"""

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

# The part of an office file that says when it was written.
DATED = "docProps/core.xml"


def differences(ours: Path, theirs: Path) -> Iterator[str]:
    """One line for each file or part that is not the same in both."""
    names = {each.name for folder in (ours, theirs) for each in folder.iterdir()}
    if not names:
        yield f"{ours} and {theirs} are empty"
    for name in sorted(names):
        if not ((ours / name).exists() and (theirs / name).exists()):
            yield f"{name} is only in one of them"
            continue
        yield from (f"{name}: {part} differs" for part in _parts(ours / name, theirs / name))


def _parts(ours: Path, theirs: Path) -> list[str]:
    one, other = _content(ours), _content(theirs)
    return [part for part in sorted(one.keys() | other.keys()) if one.get(part) != other.get(part)]


def _content(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as opened:
        return {name: opened.read(name) for name in opened.namelist() if name != DATED}


if __name__ == "__main__":
    found = list(differences(Path(sys.argv[1]), Path(sys.argv[2])))
    print("\n".join(found) if found else "the papers are the same")
    sys.exit(bool(found))
