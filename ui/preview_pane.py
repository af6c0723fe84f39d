"""The paper beside the form: the page that the open section is on, as it would be printed now."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from ui import look
from ui.desk import Desk
from ui.preview import Preview
from ui.section_page import SectionPage
from unionapp.compose import compose

_PAUSE = 150
"""Milliseconds without a key after which the paper is set anew."""

_FORM = 856
"""Pixels that the form needs for itself; the pane takes what is left."""

_NARROWEST = 220
"""Pixels below which a page could not be read."""

_WIDEST = 560

_ROOMY = 420
"""Pixels from which a whole page can be read, margins and all."""

_MARGIN = 84.0
"""Points of paper and desk that say nothing, at either side of the text."""


class PreviewPane(QWidget):
    """A preview that can be folded away and moves along from page to page."""

    wanted = Signal(str)
    """The id of the indicator whose figure was clicked in the paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._page: SectionPage | None = None
        self._folded = False
        self._facing = False
        self.preview = Preview()
        self.preview.wanted.connect(self.wanted)
        self.fold = QToolButton()
        self.fold.clicked.connect(self.toggle)
        self.fold.setAutoRaise(True)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._set_anew)
        desk.changed.connect(self._note_change)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        self._lay_out()

    def go_along(self, page: SectionPage) -> None:
        """Stand beside this page from now on."""
        if self._page is not None:
            self._page.resized.disconnect(self.make_room)
        self._page = page
        page.resized.connect(self.make_room)
        page.set_beside(self)
        self.make_room(page.width())
        self.show()
        self._set_anew()

    def make_room(self, width: int) -> None:
        """Take what a page of this width has to spare, or nothing but the button."""
        spare = min(width - _FORM, _WIDEST)
        fits = spare >= _NARROWEST and not self._folded
        self.preview.setVisible(fits)
        self.preview.crop(_MARGIN if spare < _ROOMY else 0)
        self.setFixedWidth(spare if fits else self.fold.sizeHint().width())
        self._name_fold(open_=fits, possible=spare >= _NARROWEST)

    def toggle(self) -> None:
        """Fold the preview away, or open it again."""
        self._folded = not self._folded
        if self._page is not None:
            self.make_room(self._page.width())
            self._set_anew()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """How near the paper is looked at."""
        menu = QMenu(self)
        menu.addAction("放大", self.preview.zoom_in)
        menu.addAction("缩小", self.preview.zoom_out)
        menu.addAction("适合宽度", self.preview.fit_width)
        facing = menu.addAction("双页")
        facing.setCheckable(True)
        facing.setChecked(self._facing)
        facing.toggled.connect(self._face)
        menu.popup(event.globalPos())

    def _face(self, facing: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._facing = facing
        self.preview.set_facing(facing=facing)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up to date with what was changed while out of sight."""
        super().showEvent(event)
        self._set_anew()

    def _note_change(self) -> None:
        if self.preview.isVisible():
            self._pause.start()

    def _set_anew(self) -> None:
        if self.preview.isVisible():
            self.preview.show_document(compose(self._desk.figures))
            self._go_to_item()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show the item that the focus has come to."""
        if now is not None and self._page is not None and self._page.isAncestorOf(now):
            self._go_to_item()

    def _go_to_item(self) -> None:
        """Mark the item in hand; one without text yet is where its section is."""
        if self._page is None or not self.preview.isVisible():
            return
        for anchor in self._page.anchors():
            if self.preview.go_to(anchor):
                return

    def _name_fold(self, *, open_: bool, possible: bool) -> None:
        words = "收起预览" if open_ else "展开预览"
        self.fold.setArrowType(Qt.ArrowType.RightArrow if open_ else Qt.ArrowType.LeftArrow)
        self.fold.setAccessibleName(words)
        self.fold.setToolTip(f"{words}（F5）" if possible else "窗口太窄，放不下预览；拉宽窗口即可")
        self.fold.setEnabled(possible)

    def _lay_out(self) -> None:
        self.fold.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.BETWEEN, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.fold)
        row.addWidget(self.preview, 1)
