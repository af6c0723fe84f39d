"""The foot of the start window: how many drafts are in the bin, and what can be done with them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.kit import push_button
from ui.look import tokens
from ui.start.draft_list import DraftList
from unionapp.storage import DraftListing

_SHUT, _OPEN = Qt.ArrowType.RightArrow, Qt.ArrowType.DownArrow


class RecycleBin(QWidget):
    """A switch that puts the drafts of the bin in the place of the others, and back."""

    # Whether the bin is to be shown.
    opened = Signal(bool)

    # The `DraftListing` to be restored, or to be deleted for good.
    restored = Signal(object)
    deleted = Signal(object)

    def __init__(self, drafts: DraftList) -> None:
        super().__init__()
        self.list = drafts
        self.switch = QToolButton(autoRaise=True, arrowType=_SHUT)
        self.switch.setCheckable(True)
        self.switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.switch.setMinimumHeight(tokens.ENTRY_HEIGHT)
        self.switch.toggled.connect(self._open)
        drafts.offer("恢复", self.restored.emit)
        drafts.offer("彻底删除", self.deleted.emit, Qt.Key.Key_Delete)
        self._buttons = [_button_of(drafts, number) for number in range(2)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.INSIDE)
        row.addWidget(self.switch)
        row.addStretch()
        for button in self._buttons:
            row.addWidget(button)

    def show_drafts(self, rows: Sequence[DraftListing]) -> None:
        """Show what is in the bin; an empty one is not offered at all."""
        self.list.show_drafts(rows)
        self.switch.setText(f"回收站（{len(rows)}）")
        self.switch.setAccessibleName(self.switch.text())
        self.setVisible(bool(rows))
        if not rows:
            self.switch.setChecked(False)

    def _open(self, wide: bool) -> None:  # noqa: FBT001 - as Qt sends it
        self.switch.setArrowType(_OPEN if wide else _SHUT)
        for button in self._buttons:
            button.setVisible(wide)
        self.opened.emit(wide)


def _button_of(drafts: DraftList, number: int) -> QPushButton:
    action = drafts.actions()[number]
    button = push_button(action.text(), action.trigger)
    button.hide()
    return button
