"""The room under an entry, where lines about its answer stand; most answers never have any."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import tokens


class Below(QWidget):
    """The lines under an entry, one below the other, in the order in which they came."""

    # It may need more room now, or less.
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.HAIR)

    def take(self, line: QWidget) -> None:
        """Take a line in, after those that are there."""
        self._column.addWidget(line)
        line.installEventFilter(self)
        self.show()

    def height_for(self, width: int) -> int:
        """Return the pixels that the lines shown now take at a width; 0 if there are none."""
        if not any(not each.isHidden() for each in self.lines()):
            return 0
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(width)
        return self._column.totalSizeHint().height()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Notice at once that a line has come or gone."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.changed.emit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Notice that a line needs another height."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.changed.emit()
        return taken

    def lines(self) -> list[QWidget]:
        """Return the lines, shown or not."""
        here = Qt.FindChildOption.FindDirectChildrenOnly
        return self.findChildren(QWidget, options=here)


class Told(QWidget):
    """A widget with something at its top, and room below it for lines about that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below: Below | None = None
        self._kept = 0

    def take_line(self, line: QWidget) -> None:
        """Take a line about what is at the top."""
        if self._below is None:
            self._below = Below(self)
            self._below.changed.connect(self.lines_changed)
        self._below.take(line)
        self.lines_changed()

    def top_height(self) -> int:
        """Return the pixels of what is at the top."""
        raise NotImplementedError

    def lines_changed(self) -> None:
        """Take the room that the lines need now."""
        self.updateGeometry()

    def lines_height(self, width: int) -> int:
        """Return the pixels that the lines take, and the space above them."""
        needed = self._below.height_for(width) if self._below is not None else 0
        return needed + tokens.HAIR if needed else 0

    def place_lines(self) -> None:
        """Put the lines below the top."""
        if self._below is not None:
            top = self.top_height() + tokens.HAIR
            self._below.setGeometry(0, top, self.width(), max(self.height() - top, 0))
