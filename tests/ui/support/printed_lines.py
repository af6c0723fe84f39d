"""The lines of printed papers, read by one reader from any program's PDF."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.support.patience import PATIENCE
from unionapp.layout.pages.kinsoku import HANGING

# What LibreOffice takes where Times New Roman is missing, and so what it is compared with.
LATIN = {"Times New Roman": "Noto Serif CJK SC"}


@dataclass(frozen=True)
class Difference:
    """Two programs' lines at one place."""

    page: int
    ours: str
    theirs: str


def pages_of(pdf: Path) -> list[list[str]]:
    """The lines of each page, without spaces.

    LibreOffice 7.4 leaves out a mark that hangs beyond the end of a line, so marks at the end of
    a line are not compared. A mark at the wrong place would stand at the beginning of a line.
    """
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"]
    text = subprocess.run(
        command, check=True, capture_output=True, timeout=PATIENCE
    ).stdout.decode()
    return [
        [_plain(line) for line in page.splitlines() if _plain(line)]
        for page in text.removesuffix("\f").split("\f")
    ]


def _plain(line: str) -> str:
    return "".join(line.split()).rstrip("".join(HANGING))


def differences(ours: list[list[str]], theirs: list[list[str]]) -> list[Difference]:
    """The lines that are not the same at the same place of the same page."""
    return [
        Difference(number, one, other)
        for number, (one_page, other_page) in enumerate(zip(ours, theirs, strict=True), start=1)
        for one, other in _beside(one_page, other_page)
        if one != other
    ]


def _beside(one: list[str], other: list[str]) -> list[tuple[str, str]]:
    length = max(len(one), len(other))
    filled = [lines + [""] * (length - len(lines)) for lines in (one, other)]
    return list(zip(*filled, strict=True))
