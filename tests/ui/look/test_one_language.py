"""Whether colours and sizes of the window stand in one place only."""

import re
from pathlib import Path

import pytest

from tests.support.places import HOUSE

SOURCES = [path for path in sorted((HOUSE / "ui").rglob("*.py")) if path.parent.name != "look"]
COLOUR = re.compile(r'"#[0-9A-Fa-f]{3,8}\b|QColor\(\s*\d|Qt\.GlobalColor\.(?!transparent)|rgba?\(')
SHEET = re.compile(r"setStyleSheet\(")
LETTERS = re.compile(r"setPixelSize\(|setPointSizeF?\(")
# Who may dress a widget in a sheet: it costs at each widget that has one.
WITH_SHEET = {"ui/kit/layouts.py"}
# Who chooses the face of the whole program, from which every other size follows.
WITH_FACE = {"ui/app.py"}
# Letters on paper have the sizes of the paper.
OF_PAPER = ("ui/paper/", "ui/preview/")


def name(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_colour_is_written_outside_the_tokens(path: Path) -> None:
    if not name(path).startswith(OF_PAPER):
        assert not COLOUR.findall(path.read_text("utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_style_sheet_is_put_on_outside_the_kit(path: Path) -> None:
    if name(path) not in WITH_SHEET:
        assert not SHEET.search(path.read_text("utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_size_of_letters_is_written_outside_the_tokens(path: Path) -> None:
    if not name(path).startswith(OF_PAPER) and name(path) not in WITH_FACE:
        assert not LETTERS.search(path.read_text("utf-8"))
