"""Papers as LibreOffice prints them: pages of lines with their places, in millimetres."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tests.support.patience import PATIENCE

POINT = 25.4 / 72
_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Line:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    lines: tuple[Line, ...]

    @property
    def number(self) -> Line:
        """The lowest line, or the one furthest left of a page that lies on its side."""
        if self.width > self.height:
            return min(self.lines, key=lambda line: line.left)
        return max(self.lines, key=lambda line: line.middle)

    @property
    def body(self) -> list[Line]:
        """All lines but the page number, from above."""
        lines = [line for line in self.lines if line is not self.number]
        return sorted(lines, key=lambda line: (round(line.middle), line.left))

    def line(self, text: str) -> Line:
        """The first line that begins with a text."""
        return next(line for line in self.body if line.text.startswith(text))


def pages_of(pdf: Path) -> list[Page]:
    """The pages of a PDF."""
    return list(_pages(pdf))


def printed(papers: Sequence[Path], folder: Path) -> dict[str, list[Page]]:
    """The pages of each paper by the stem of its name."""
    converted(papers, "pdf", folder)
    return {paper.stem: list(_pages(folder / f"{paper.stem}.pdf")) for paper in papers}


def converted(papers: Sequence[Path], kind: str, folder: Path) -> list[Path]:
    """Papers opened and saved as files of a kind; one start of LibreOffice serves all.

    In a system that knows no Chinese letters it would hang on a folder that is named in Chinese.
    """
    profile = (folder / "profile").absolute().as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", folder, *papers],
        check=True,
        capture_output=True,
        env=os.environ | {"SAL_USE_VCLPLUGIN": "svp", "LC_ALL": "C.UTF-8"},
        timeout=PATIENCE,
    )
    return [folder / f"{paper.stem}.{kind}" for paper in papers]


def _pages(pdf: Path) -> Iterator[Page]:
    places = pdf.with_suffix(".html")
    subprocess.run(["pdftotext", "-bbox-layout", pdf, places], check=True, timeout=PATIENCE)
    for page in etree.parse(places).iter(f"{_XHTML}page"):
        lines = tuple(map(_line, page.iter(f"{_XHTML}line")))
        yield Page(_millimetres(page, "width"), _millimetres(page, "height"), lines)


def _line(line: etree._Element) -> Line:
    text = " ".join(str(word.text) for word in line.iter(f"{_XHTML}word"))
    left, top, right, bottom = (
        _millimetres(line, edge) for edge in ("xMin", "yMin", "xMax", "yMax")
    )
    return Line(text, left, top, right, bottom)


def _millimetres(element: etree._Element, name: str) -> float:
    return float(str(element.get(name))) * POINT
