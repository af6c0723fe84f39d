"""Gather the licence texts that the carried Python libraries bring with them.

Usage: python packaging/licence_texts.py REQUIREMENTS FOLDER
"""

import sys
from importlib import metadata
from pathlib import Path

from bill_of_materials import TOOLS, pinned

STARTS = ("licen", "copying", "notice")


def main(requirements: Path, folder: Path) -> None:
    """Copy them as NAME.txt, NAME-1.txt …; what only builds the program is left out."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in pinned(requirements):
        if name not in TOOLS:
            for number, text in enumerate(_texts(name)):
                target = folder / (f"{name}-{number}.txt" if number else f"{name}.txt")
                target.write_bytes(text.read_bytes())


def _texts(name: str) -> list[Path]:
    try:
        files = metadata.distribution(name).files or []
    except metadata.PackageNotFoundError:  # pinned for another system
        return []
    texts = (each for each in files if each.name.lower().startswith(STARTS))
    return [Path(str(each.locate())) for each in sorted(texts) if ".dist-info" in str(each)]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
