"""Whether every control can be read and made out as it is drawn, in each look and as it stands.

What is measured are pixels, at four times the size, where a stroke has the whole colour of its ink.
The bounds are those of WCAG 2.2: 4.5 for letters (1.4.3), 3 for an edge (1.4.11), which a control
that is off need not have, nor one that is all words, such as a link.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.shown import show
from tests.ui.support.words import pieces_painted_on
from ui.editors.field import Entry
from ui.editors.field.entry import Look
from ui.kit import Button, Choice, Combo, Line, Role, Segments, Tick
from ui.look import Icon
from ui.look.appearance import apply, contrast
from ui.pages.picks import Pick
from unionapp.system import Appearance, Theme

LETTERS, EDGE = 4.5, 3.0
LARGE = 4
WORDS = "填写国"
# The least share of the pixels round some words that have the colour of the ink.
_SHARE = 0.01
ALL_WORDS = {Role.QUIET.name, Role.LINK.name}
# Letters of entries and what they ask for are drawn above and below a middle line.
_ABOVE, _BELOW = 12, 3


def _button(role: Role) -> Callable[[], QWidget]:
    return lambda: Button(WORDS, role)


def _list() -> QWidget:
    box = Combo()
    box.addItem(WORDS)
    return box


def _chosen(button: QAbstractButton) -> QWidget:
    button.setChecked(True)
    return button


def _refused() -> QWidget:
    entry = Entry()
    entry.setText(WORDS)
    entry.set_look(Look.REFUSED)
    return entry


def _read_only() -> QWidget:
    line = Line(text=WORDS)
    line.setReadOnly(True)
    return line


CONTROLS: Mapping[str, Callable[[], QWidget]] = {
    **{role.name: _button(role) for role in Role},
    "box": lambda: Tick(WORDS),
    "ticked box": lambda: _chosen(Tick(WORDS)),
    "choice": lambda: Choice(WORDS),
    "chosen choice": lambda: _chosen(Choice(WORDS)),
    "sheet to choose": lambda: Pick(WORDS, WORDS, Icon.SEND),
    "chosen sheet": lambda: _chosen(Pick(WORDS, WORDS, Icon.SEND)),
    "list": _list,
    "line": lambda: Line(text=WORDS),
    "hint of a line": lambda: Line(hint=WORDS),
    "line that is read": _read_only,
    "entry": lambda: Entry(),
    "refused entry": _refused,
}
STATES: Mapping[str, Callable[[QWidget], object]] = {
    "as it is": lambda _control: None,
    "under the pointer": lambda each: each.setAttribute(Qt.WidgetAttribute.WA_UnderMouse),
    "with the keys": lambda each: each.setFocus(),
    "pressed": lambda each: each.setDown(True) if isinstance(each, QAbstractButton) else None,
    "off": lambda each: each.setEnabled(False),
}
GROUNDS = (QPalette.ColorRole.Window, QPalette.ColorRole.Base)


@pytest.fixture(params=[Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def _look(request: pytest.FixtureRequest) -> Iterator[None]:
    apply(Appearance(theme=request.param))
    yield
    apply(Appearance())


@pytest.mark.usefixtures("_look")
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", CONTROLS)
def test_a_control_is_read_and_made_out_as_it_is_drawn(
    name: str, ground: QPalette.ColorRole, qtbot: QtBot
) -> None:
    for state, put in STATES.items():
        page, control = _on_a_page(CONTROLS[name](), ground, qtbot)
        put(control)
        drawn = _drawn(page)
        for letters in _letters(control, drawn):
            assert letters >= LETTERS, state
        shows_edge = name not in ALL_WORDS or state == "with the keys"
        if shows_edge and state != "off":
            around = page.palette().color(ground)
            assert max(contrast(around, each) for each in _edges(control, drawn)) >= EDGE, state
        page.hide()


@pytest.mark.usefixtures("_look")
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_part_of_a_switch_that_is_open_is_told_from_the_others(
    ground: QPalette.ColorRole, qtbot: QtBot
) -> None:
    page, control = _on_a_page(Segments("", (WORDS, WORDS)), ground, qtbot)
    assert isinstance(control, Segments)
    drawn = _drawn(page)
    parts = [control.part(number) for number in (0, 1)]
    for part in parts:
        assert min(_letters(part, drawn)) >= LETTERS
    trough = Counter(each.rgb() for each in _edges(parts[1], drawn)).most_common(1)[0][0]
    assert max(contrast(QColor(trough), each) for each in _edges(parts[0], drawn)) >= EDGE


def _on_a_page(
    control: QWidget, ground: QPalette.ColorRole, qtbot: QtBot
) -> tuple[QWidget, QWidget]:
    page = QWidget()
    page.setBackgroundRole(ground)
    page.setAutoFillBackground(True)
    page.resize(400, 120)
    other = QLineEdit(page)  # begins with the keys
    other.setGeometry(300, 90, 60, 20)
    control.setParent(page)
    control.setGeometry(QRect(20, 20, 200, max(control.sizeHint().height(), 32)))
    other.setFocus()
    show(qtbot, page)
    return page, control


def _drawn(page: QWidget) -> QImage:
    picture = QPixmap(page.size() * LARGE)
    picture.setDevicePixelRatio(LARGE)
    page.render(picture)
    return picture.toImage()


def _letters(control: QWidget, drawn: QImage) -> Iterator[float]:
    """How far the letters of each line of a control stand out from what is round them."""
    corner = control.mapTo(control.window(), control.rect().topLeft())
    for line in pieces_painted_on(control):
        left, right = corner.x() + int(line.left), corner.x() + int(line.right)
        base = corner.y() + round(line.base)
        place = QRect(left, base - _ABOVE, max(right - left, 1), _ABOVE + _BELOW)
        colours = Counter(_pixels(drawn, place))
        ground = colours.most_common(1)[0][0]
        least = colours.total() * _SHARE
        inks = (each for each, count in colours.items() if count >= least)
        yield max(contrast(QColor(ground), QColor(each)) for each in inks)


def _pixels(drawn: QImage, place: QRect) -> Iterator[int]:
    for y in range(place.top() * LARGE, (place.bottom() + 1) * LARGE):
        for x in range(place.left() * LARGE, (place.right() + 1) * LARGE):
            yield drawn.pixel(x, y)


def _edges(control: QWidget, drawn: QImage) -> list[QColor]:
    """What stands along the left of a control at its middle, and above its lower side."""
    corner = control.mapTo(control.window(), control.rect().topLeft())
    middle, low = corner.y() + control.height() // 2, corner.y() + control.height()
    across = range(corner.x() * LARGE, (corner.x() + 30) * LARGE)
    down = range((low - 6) * LARGE, low * LARGE)
    at = (corner.x() + control.width() // 2) * LARGE
    return [
        *(drawn.pixelColor(x, middle * LARGE) for x in across),
        *(drawn.pixelColor(at, y) for y in down),
    ]
