"""Whether everything can be made out: letters against their ground, and edges of what is used.

The bounds are those of WCAG 2.2: 4.5 for text (1.4.3), 3 for controls (1.4.11).
"""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.editors.field import Entry
from ui.kit import FocusFrames, theme
from ui.kit.appearance import apply
from unionapp.system import Appearance, Theme

TEXT, CONTROL = 4.5, 3.0
ROLES = QPalette.ColorRole
PAIRS = (
    (ROLES.Text, ROLES.Base),
    (ROLES.Text, ROLES.AlternateBase),
    (ROLES.WindowText, ROLES.Window),
    (ROLES.ButtonText, ROLES.Button),
    (ROLES.PlaceholderText, ROLES.Base),
    (ROLES.ToolTipText, ROLES.ToolTipBase),
    (ROLES.HighlightedText, ROLES.Highlight),
    (ROLES.Link, ROLES.Base),
    (ROLES.LinkVisited, ROLES.Base),
)


def luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(part * each for part, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(first: QColor, second: QColor) -> float:
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=[Theme.LIGHT, Theme.DARK])
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QPalette]:
    style = qapp.style().name()
    qapp.setStyle("Fusion")
    apply(Appearance(theme=request.param))
    yield QApplication.palette()
    apply(Appearance())
    qapp.setStyle(style)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0].name} on {pair[1].name}")
def test_texts_stand_out_from_their_ground(
    pair: tuple[QPalette.ColorRole, QPalette.ColorRole], palette: QPalette
) -> None:
    ink, ground = (palette.color(role) for role in pair)
    assert contrast(ink, ground) >= TEXT


@pytest.mark.parametrize("tone", theme.Tone)
@pytest.mark.parametrize("ground", [ROLES.Base, ROLES.Window])
def test_tones_stand_out_from_cards_and_windows(
    tone: theme.Tone, ground: QPalette.ColorRole, palette: QPalette
) -> None:
    assert contrast(theme.colour(tone, palette), palette.color(ground)) >= TEXT


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, QComboBox, QPlainTextEdit, Entry])
def test_the_edges_of_controls_can_be_made_out(
    kind: type[QWidget], palette: QPalette, qtbot: QtBot
) -> None:
    page = QWidget()
    page.resize(200, 80)
    control = kind(page)
    control.setGeometry(20, 20, 160, 32)
    qtbot.addWidget(page)
    page.show()
    page.setFocus()
    drawn = page.grab().toImage()
    ground = palette.color(ROLES.Window)
    assert max(contrast(ground, each) for each in left_edge(drawn)) >= CONTROL


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_an_empty_box_on_a_dark_page_is_no_black_blob(
    kind: type[QWidget], palette: QPalette, qtbot: QtBot
) -> None:
    page = QWidget()
    page.resize(200, 80)
    control = kind(page)
    control.setGeometry(20, 20, 160, 32)
    qtbot.addWidget(page)
    page.show()
    inside = page.grab().toImage().pixelColor(26, 36)
    assert luminance(inside) >= luminance(palette.color(ROLES.Window)) - 0.01


@pytest.mark.parametrize("kind", [QListWidget, QPlainTextEdit, QTextEdit])
def test_the_list_or_text_that_has_the_keys_has_a_frame(
    kind: type[QWidget], palette: QPalette, qtbot: QtBot, qapp: QApplication
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
        return page.grab().toImage().pixelColor(x, 36) == theme.colour(theme.Tone.LIVE, palette)

    control.setFocus()
    qtbot.waitUntil(lambda: has_frame(20))
    control.resize(120, 50)
    qtbot.waitUntil(lambda: has_frame(139))
    other.setFocus()
    qtbot.waitUntil(lambda: not has_frame(20))
    delete(frames)  # at once: the next test has one of its own


def left_edge(image: QImage) -> Iterator[QColor]:
    """What stands where the left edge of the control is, in the middle of its height."""
    return (image.pixelColor(x, 36) for x in range(17, 26))
