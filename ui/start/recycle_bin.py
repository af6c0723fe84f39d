"""The drafts that were put away: the switch in the foot that shows them, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit import Button, push_button, tool_button
from ui.look import Icon, tokens
from ui.start.draft_list import DraftList
from ui.words import say
from unionapp.storage import DraftListing


class RecycleBin(QWidget):
    """The tools over the list of the bin; `switch` puts that list in the place of the others."""

    # Whether the bin is to be shown.
    opened = Signal(bool)

    # How many drafts are in it, as the switch says it.
    counted = Signal(str)

    # The `DraftListing` to be restored, or to be deleted for good.
    restored = Signal(object)
    deleted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = DraftList(say("回收站里的草稿"))
        self.switch = tool_button(say("回收站"), icon=Icon.BIN, name=say("回收站"))
        self.switch.setCheckable(True)
        self.switch.toggled.connect(self.opened)
        self.list.offer(say("恢复"), self.restored.emit)
        self.list.offer(say("彻底删除"), self.deleted.emit, Qt.Key.Key_Delete)
        back = tool_button(
            say("回到我的草稿"), self._shut, icon=Icon.CHEVRON_LEFT, name=say("回到我的草稿")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.INSIDE)
        for number, sign in enumerate((Icon.RESTORE, Icon.BIN)):
            row.addWidget(_button_of(self.list, number, sign))
        row.addStretch()
        row.addWidget(back)

    def show_drafts(self, rows: Sequence[DraftListing]) -> None:
        """Show what is in the bin; an empty one is not offered at all."""
        self.list.show_drafts(rows)
        self.switch.setVisible(bool(rows))
        self.counted.emit(say("回收站（{count}）", count=len(rows)))
        if not rows:
            self._shut()

    def _shut(self) -> None:
        self.switch.setChecked(False)


def _button_of(drafts: DraftList, number: int, sign: Icon) -> Button:
    action = drafts.actions()[number]
    button = push_button(action.text(), action.trigger)
    button.set_sign(sign)
    return button
