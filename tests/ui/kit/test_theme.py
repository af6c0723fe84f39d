"""Whether controls can be made out as they are drawn: their edges, and what has the keys.

The bound is that of WCAG 2.2, 1.4.11.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.editors.field import Entry
from ui.kit import Choice, Combo, FocusFrames, Line, Tick
from ui.look import Colour, colour
from ui.look.appearance import apply, contrast
from unionapp.system import Appearance, Theme

CONTROL = 3.0
ROLES = QPalette.ColorRole


@pytest.fixture(params=[Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QPalette]:
    style = qapp.style().name()
    qapp.setStyle("Fusion")
    apply(Appearance(theme=request.param))
    yield QApplication.palette()
    apply(Appearance())
    qapp.setStyle(style)


@pytest.mark.parametrize("kind", [Tick, Choice, Combo, Line, Entry])
def test_the_edges_of_controls_can_be_made_out(
    kind: type[QWidget], palette: QPalette, qtbot: QtBot
) -> None:
    page = QWidget()
    page.resize(200, 80)
    control = made(kind, page)
    control.setGeometry(20, 20, 160, 32)
    qtbot.addWidget(page)
    page.show()
    page.setFocus()
    drawn = page.grab().toImage()
    ground = palette.color(ROLES.Window)
    assert max(contrast(ground, each) for each in edges(drawn)) >= CONTROL


@pytest.mark.parametrize("kind", [Tick, Choice])
def test_an_empty_box_on_a_dark_page_is_no_black_blob(
    kind: type[QWidget], palette: QPalette, qtbot: QtBot
) -> None:
    page = QWidget()
    page.resize(200, 80)
    control = made(kind, page)
    control.setGeometry(20, 20, 160, 32)
    qtbot.addWidget(page)
    page.show()
    inside = page.grab().toImage().pixelColor(26, 36)
    assert inside.lightness() >= palette.color(ROLES.Window).lightness() - 1


@pytest.mark.usefixtures("palette")
@pytest.mark.parametrize("kind", [QListWidget, QPlainTextEdit, QTextEdit])
def test_the_list_or_text_that_has_the_keys_has_a_frame(
    kind: type[QWidget], qtbot: QtBot, qapp: QApplication
) -> None:
    frames = FocusFrames(qapp)
    page = QWidget()
    page.resize(200, 80)
    control, other = kind(page), Entry(page)
    control.setGeometry(20, 20, 160, 32)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()

    def has_frame(x: int) -> bool:
        return page.grab().toImage().pixelColor(x, 36) == colour(Colour.FOCUS)

    control.setFocus()
    qtbot.waitUntil(lambda: has_frame(20))
    control.resize(120, 50)
    qtbot.waitUntil(lambda: has_frame(139))
    other.setFocus()
    qtbot.waitUntil(lambda: not has_frame(20))
    delete(frames)  # at once: the next test has one of its own


def made(kind: type[QWidget], page: QWidget) -> QWidget:
    return kind("词", page) if kind in (Tick, Choice) else kind(page)


def edges(image: QImage) -> Iterator[QColor]:
    """What stands at the left edge of a control and at its lower one; one of both is enough."""
    yield from (image.pixelColor(x, 36) for x in range(17, 28))
    yield from (image.pixelColor(100, y) for y in range(48, 54))
