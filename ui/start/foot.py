"""The foot of the start window: whether all is saved, and the ways back to what is past."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import describe_locations, open_backups, painter_on, set_tip, tool_button
from ui.look import Colour, Icon, colour, draw_icon, scaled, set_size, tokens
from ui.start.header import Bar
from ui.start.recycle_bin import RecycleBin
from ui.words import say
from unionapp.text import time_in_words

_SAVED = say("写下的随时保存在这台电脑上")
_NOT_SAVED = say("现在存不了草稿")


class StartFoot(Bar):
    """Where drafts and backups are, in words, and the ways to the backups and to the bin."""

    restore_wanted = Signal()

    def __init__(self, recycle_bin: RecycleBin) -> None:
        super().__init__(Colour.DESK, Qt.Edge.TopEdge, tokens.START_FOOT_HEIGHT)
        self._last: datetime | None = None
        self._refusal = ""
        self.saved = _Saved()
        folder = tool_button(
            say("打开备份文件夹"), open_backups, icon=Icon.FOLDER, name=say("打开备份文件夹")
        )
        restore = tool_button(
            say("从备份找回…"), self.restore_wanted.emit, icon=Icon.RESTORE, name=say("从备份找回…")
        )
        set_tip(restore, say("把以前某一天的草稿找回来，另成一份；现有的草稿不动"))
        self.row.addWidget(self.saved, 1)
        self.add_tools((folder, restore, recycle_bin.switch))
        recycle_bin.counted.connect(lambda words: self.rename(recycle_bin.switch, words))
        self.refresh()

    def show_last(self, last: datetime | None) -> None:
        """Show when the newest backup was made."""
        self._last = last
        self.refresh()

    def show_refusal(self, refusal: str) -> None:
        """Show that nothing can be saved, and in the tip why; empty when it can."""
        self._refusal = refusal
        self.refresh()

    def refresh(self) -> None:
        """Show where drafts and backups lie now."""
        places = describe_locations(self._last)
        if self._refusal:
            self.saved.show_words(_NOT_SAVED, f"{self._refusal}{places}", failing=True)
            return
        backed_up = say("；{when} 已备份", when=time_in_words(self._last)) if self._last else ""
        self.saved.show_words(f"{_SAVED}{backed_up}", places, failing=False)


class _Saved(QWidget):
    """One line with the sign of what is saved; its tip says where it lies."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self._failing = False
        set_size(self, tokens.HINT_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_words(self, words: str, places: str, *, failing: bool) -> None:
        self.words, self._failing = words, failing
        self.setAccessibleName(words)
        self.setAccessibleDescription(places)
        set_tip(self, places)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        size = scaled(tokens.SMALL_ICON)
        sign = Icon.ERROR if self._failing else Icon.SAVED
        tone = Colour.ERROR if self._failing else Colour.DONE
        draw_icon(painter, QRectF(0, (self.height() - size) / 2, size, size), sign, colour(tone))
        room = self.rect().adjusted(size + scaled(tokens.INSIDE), 0, 0, 0)
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.words, mode, room.width())
        painter.setPen(colour(Colour.ERROR if self._failing else Colour.INK2))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
