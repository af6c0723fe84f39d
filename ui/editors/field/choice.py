"""A choice: the words of the template to choose from, and free typing all the same."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from ui.editors.field.entry import Entry
from ui.kit import ENTRY_HEIGHT


class Choice(QComboBox):
    """A list to choose from round an entry."""

    def __init__(self, entry: Entry, options: tuple[str, ...]) -> None:
        super().__init__()
        self.addItems(options)
        self.setEditable(True)
        entry.setMinimumHeight(0)  # the box is as high as an entry, the line inside is lower
        self.setLineEdit(entry)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt's way to have none
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumHeight(ENTRY_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(entry.accessibleName())
        self.view().setAccessibleName(f"{entry.accessibleName()}的选项")
        self.setCurrentIndex(-1)
        self.textActivated.connect(lambda _text: entry.edited.emit())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page; turning the wheel must not change an answer."""
        event.ignore()
