"""What one chooses with: boxes to tick, one of several, one of a list, switches; all painted."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from ui.kit.labels import without_keys
from ui.kit.painting import draw_entry, draw_lower_side, draw_plate, draw_ring, painter_on
from ui.look import Colour, Icon, colour, draw_icon, line_width, scaled, set_size, tokens

# Pixels between a box and its words, and round them for the ring.
_GAP, _AROUND = 8, 4
# Pixels beside the words of a switch's parts, at least, and round the plates of a switch.
_BESIDE, _LEAST_BESIDE, _INSET = 12, 4, 3
_CHEVRON = 14
# Pixels of the edge of a mark: one that is round loses some of its colour to its smoothness.
_MARK_LINE = 1.25


class Tick(QCheckBox):
    """A box to tick, with its words, and between them the icon of what it stands for, if any."""

    def __init__(
        self, words: str, parent: QWidget | None = None, *, icon: Icon | None = None
    ) -> None:
        super().__init__(without_keys(words), parent)
        self._icon = icon
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the size of the box and its words."""
        return _size_with_words(self) + QSize(self._room_of_icon(), 0)

    def minimumSizeHint(self) -> QSize:
        """Return the usual size."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Tick it wherever it is pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the tick in it and the words."""
        painter = painter_on(self)
        box = _mark_place(self)
        _draw_mark_ground(painter, self, box, tokens.CHIP_RADIUS)
        if self.isChecked():
            ink = colour(Colour.SHEET if self.isEnabled() else Colour.INK3)
            draw_icon(painter, box.adjusted(1, 1, -1, -1), Icon.CHECK, ink)
        if self._icon is not None:
            size = scaled(tokens.ICON_SIZE)
            left = box.right() + scaled(_GAP)
            square = QRectF(left, (self.height() - size) / 2, size, size)
            draw_icon(painter, square, self._icon, colour(Colour.INK2))
        _draw_mark_words(painter, self, box.adjusted(0, 0, self._room_of_icon(), 0))

    def _room_of_icon(self) -> int:
        return scaled(_GAP + tokens.ICON_SIZE) if self._icon is not None else 0


class Choice(QRadioButton):
    """One of several that exclude each other, with its words."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(without_keys(words), parent)
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the size of the round box and its words."""
        return _size_with_words(self)

    def minimumSizeHint(self) -> QSize:
        """Return the usual size."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Choose it wherever it is pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the round box, the dot in it and the words."""
        painter = painter_on(self)
        box = _mark_place(self)
        _draw_mark_ground(painter, self, box, box.height() / 2)
        if self.isChecked():
            third = box.height() * 0.3
            dot = box.adjusted(third, third, -third, -third)
            tone = Colour.SHEET if self.isEnabled() else Colour.INK3
            draw_plate(painter, dot, dot.height() / 2, colour(tone))
        _draw_mark_words(painter, self, box)


def _size_with_words(button: QAbstractButton) -> QSize:
    words = button.text().replace("&&", "&")
    wide = button.fontMetrics().horizontalAdvance(words)
    tick = scaled(tokens.TICK_HEIGHT)
    around = 2 * _AROUND
    return QSize(
        tick + scaled(_GAP) + wide + around + 2,
        max(scaled(tokens.SMALL_BUTTON_HEIGHT), button.fontMetrics().height() + around),
    )


def _mark_place(button: QAbstractButton) -> QRectF:
    size = scaled(tokens.TICK_HEIGHT)
    return QRectF(_AROUND, (button.height() - size) // 2, size, size)


def _draw_mark_ground(
    painter: QPainter, button: QAbstractButton, box: QRectF, radius: float
) -> None:
    if button.hasFocus():
        draw_ring(painter, QRectF(button.rect()), tokens.BUTTON_RADIUS)
    if button.isChecked() and button.isEnabled():
        draw_plate(painter, box, radius, colour(Colour.FOCUS))
        return
    over = button.underMouse() and button.isEnabled()
    edge = Colour.INK2 if over else Colour.EDGE if button.isEnabled() else Colour.LINE
    thick = max(line_width(), _MARK_LINE)
    draw_plate(painter, box, radius, colour(Colour.SHEET), colour(edge), thick)


def _draw_mark_words(painter: QPainter, button: QAbstractButton, box: QRectF) -> None:
    painter.setPen(colour(Colour.INK if button.isEnabled() else Colour.INK3))
    left = box.right() + scaled(_GAP)
    room = QRectF(left, 0, button.width() - left, button.height())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic
    painter.drawText(room, int(flags), button.text())


class Combo(QComboBox):
    """One of a list that opens below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMinimumHeight(scaled(tokens.ENTRY_HEIGHT))

    def sizeHint(self) -> QSize:
        """Return Qt's size, as high as an entry."""
        return super().sizeHint().expandedTo(QSize(0, scaled(tokens.ENTRY_HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as an entry with a chevron."""
        if self.isEditable():
            super().paintEvent(event)
            return
        painter = painter_on(self)
        draw_entry(painter, self, focused=self.hasFocus())
        chevron = scaled(_CHEVRON)
        room = QRectF(self.rect()).adjusted(10, 0, -chevron - 12, 0)
        painter.setPen(colour(Colour.INK if self.isEnabled() else Colour.INK3))
        elided = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)
        draw_chevron(painter, self)


def draw_chevron(painter: QPainter, box: QWidget) -> None:
    """Draw the sign of a list that opens, at the right of what opens it."""
    size = scaled(_CHEVRON)
    square = QRectF(box.width() - size - 9, (box.height() - size) / 2, size, size)
    draw_icon(painter, square, Icon.CHEVRON_DOWN, colour(Colour.INK2))


class Segments(QWidget):
    """A switch between a few views, one of which is open."""

    # The number of the part that the person has chosen.
    chosen = Signal(int)

    def __init__(self, name: str, words: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        row.setSpacing(0)
        for number, each in enumerate(words):
            part = _Segment(each)
            self._group.addButton(part, number)
            row.addWidget(part)
        self._group.idClicked.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_chosen(0)

    @property
    def current(self) -> int:
        """The number of the part that is open."""
        return self._group.checkedId()

    def part(self, number: int) -> QAbstractButton:
        """Return the part with a number."""
        return self._group.button(number)

    def show_chosen(self, number: int) -> None:
        """Show that a part is open."""
        self._group.button(number).setChecked(True)

    def name_part(self, number: int, words: str) -> None:
        """Give a part other words, such as another count."""
        part = self._group.button(number)
        part.setText(without_keys(words))
        part.setAccessibleName(words)
        part.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next part by the arrow keys, as in any group of choices."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        number = self.current + (step or 0)
        part = self._group.button(number)
        if step is None or part is None:
            super().keyPressEvent(event)
            return
        part.setFocus(Qt.FocusReason.TabFocusReason)
        part.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the parts."""
        ground = colour(Colour.HOVER)
        draw_plate(painter_on(self), QRectF(self.rect()), tokens.SWITCH_RADIUS, ground)


class _Segment(QAbstractButton):
    """A part of a switch."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setText(without_keys(words))
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_size(self, tokens.SECOND_SIZE)

    def sizeHint(self) -> QSize:
        return self._size(_BESIDE)

    def minimumSizeHint(self) -> QSize:
        return self._size(_LEAST_BESIDE)

    def _size(self, beside: int) -> QSize:
        words = self.text().replace("&&", "&")
        wide = self.fontMetrics().horizontalAdvance(words) + 2 * scaled(beside)
        high = max(scaled(tokens.SEGMENT_HEIGHT), self.fontMetrics().height() + 4)
        return QSize(wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, place = painter_on(self), QRectF(self.rect())
        if self.isChecked():
            fill, edge = colour(Colour.SHEET), colour(Colour.SOFT_EDGE)
            draw_plate(painter, place, tokens.BUTTON_RADIUS, fill, edge)
            draw_lower_side(painter, place, tokens.BUTTON_RADIUS, Colour.INK2)
        if self.hasFocus():
            draw_ring(painter, place, tokens.BUTTON_RADIUS)
        lit = self.isChecked() or self.underMouse()
        painter.setPen(colour(Colour.INK if lit else Colour.INK2))
        middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(place, int(middle), self.text())
