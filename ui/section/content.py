"""What a page scrolls over."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.kit import AROUND, BETWEEN, INSIDE
from ui.section.preview_room import form_width


class PageContent(QWidget):
    """It takes its new height before its parts are laid out anew.

    Left to Qt, the parts are squeezed into the old height first, and the scroll area puts that
    right afterwards: twice the work at every line that a text grows by.
    """

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less room around where there is little."""
        super().resizeEvent(event)
        self.leave_margins()

    def leave_margins(self) -> None:
        """Leave the room around its parts that suits its width."""
        around = AROUND if self.width() + AROUND >= form_width() else INSIDE
        if (layout := self.layout()) is not None and layout.contentsMargins().left() != around:
            layout.setContentsMargins(around, BETWEEN, around, AROUND)

    def event(self, event: QEvent) -> bool:
        """Grow or shrink ahead of the layout."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._take_height()
        return super().event(event)

    def settle(self) -> None:
        """Lay the parts out now rather than when the loop comes round."""
        if (layout := self.layout()) is not None:
            layout.activate()
            self._take_height()

    @contextmanager
    def standing_still(self, held: QWidget | None) -> Iterator[None]:
        """Whatever changes meanwhile, keep a widget where it is on the screen, by scrolling."""
        area = self.parentWidget()
        scroll = area.parentWidget() if area is not None else None
        if held is None or not self.isAncestorOf(held) or not isinstance(scroll, QScrollArea):
            yield
            return
        before = held.mapTo(self, QPoint()).y()
        yield
        self.settle()
        bar = scroll.verticalScrollBar()
        bar.setValue(bar.value() + held.mapTo(self, QPoint()).y() - before)

    def _take_height(self) -> None:
        layout, area = self.layout(), self.parentWidget()
        if layout is not None and area is not None:
            needed = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(needed, area.height()))
