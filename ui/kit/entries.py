"""Lines and texts that are written into: painted grounds, and nothing of Fusion's frames."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from ui.kit.menu import editing_actions, menu_of
from ui.kit.painting import draw_entry, painter_on
from ui.look import Colour, colour, scaled, tokens

# Pixels between the edge of an entry and its text, and digits that a number has room for.
_BESIDE_TEXT, _LEAST_DIGITS = 8, 2


class Line(QLineEdit):
    """One line to write in."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "", text: str = "") -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(hint)
        be_painted(self)

    def sizeHint(self) -> QSize:
        """Return Qt's size, as high as an entry."""
        return QSize(super().sizeHint().width(), entry_height(self))

    def minimumSizeHint(self) -> QSize:
        """Return Qt's size, as high as an entry."""
        return QSize(super().minimumSizeHint().width(), entry_height(self))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what every text offers."""
        menu_of(editing_actions(self), self).popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the text on it."""
        draw_entry(painter_on(self), self, focused=self.hasFocus())
        super().paintEvent(event)


class NumberBox(QSpinBox):
    """A whole number to write, without the small arrows: the arrow keys count up and down."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        be_painted(self.lineEdit())
        self.setFrame(False)

    def sizeHint(self) -> QSize:
        """Return a size with room for the largest number, as high as an entry."""
        digits = "0" * max(len(str(self.maximum())), _LEAST_DIGITS)
        wide = self.fontMetrics().horizontalAdvance(digits) + 4 * _BESIDE_TEXT
        return QSize(wide, entry_height(self.lineEdit()))

    def minimumSizeHint(self) -> QSize:
        """Return the usual size."""
        return self.sizeHint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what every text offers."""
        menu_of(editing_actions(self.lineEdit()), self).popup(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground; the number on it is painted by the line."""
        draw_entry(painter_on(self), self, focused=self.hasFocus())


def be_painted(line: QLineEdit) -> None:
    """Give up Fusion's frame and ground, which who draws `draw_entry` first paints itself."""
    line.setFrame(False)
    line.setAttribute(Qt.WidgetAttribute.WA_Hover)
    line.setTextMargins(_BESIDE_TEXT, 0, _BESIDE_TEXT, 0)
    clear_ground(line)


def clear_ground(widget: QWidget) -> None:
    """Let what is painted below a widget's text be seen."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
    widget.setPalette(palette)


def be_inked(line: QWidget, letters: Colour, hint: Colour) -> None:
    """Write what stands in a line, and what it asks for while it is empty, in these colours."""
    palette = line.palette()
    palette.setColor(QPalette.ColorRole.Text, colour(letters))
    palette.setColor(QPalette.ColorRole.PlaceholderText, colour(hint))
    line.setPalette(palette)


def entry_height(line: QLineEdit) -> int:
    """Return the pixels of an entry's height at the size that texts have now."""
    return max(scaled(tokens.ENTRY_HEIGHT), line.fontMetrics().height() + 8)
