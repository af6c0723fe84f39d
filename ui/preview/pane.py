"""The paper beside the form: the page that the open section is on, as it would be printed now."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.desk import Desk
from ui.kit import Label, WindowAction, set_tip, shortcut_of
from ui.look import Colour, set_size, set_tone, tokens
from ui.paper import chosen_typography
from ui.preview.view import Preview
from ui.preview.window import show_preview
from ui.preview.worker import set_paper, typesetter
from ui.runtime import log_error, run_quietly
from ui.section import NARROWEST, FormSplitter, PreviewWidth, SectionPage
from unionapp.errors import UnionAppError
from unionapp.figures import Figures
from unionapp.layout import Typography, official
from unionapp.layout.pages import Pages
from unionapp.paper import compose
from unionapp.system import settings

# Milliseconds without a key after which the paper is set anew.
_PAUSE = 150

# Pixels from which a whole page can be read, margins and all.
_ROOMY = 420

_NOTHING_YET = "这一章还没有可印的内容；填了数字或写了正文，就会出现在这里。"

# Qt's largest size: no limit.
_FREE = 16777215

# Points of paper and desk that say nothing, at either side of the text and its hanging marks.
_MARGIN = 76.0


class PreviewPane(QWidget):
    """A preview that can be folded away and moves along from page to page."""

    # The id of the indicator whose figure was clicked in the paper.
    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._page: SectionPage | None = None
        self._splitter: FormSplitter | None = None
        kept = settings.load()
        self.room = PreviewWidth(kept.preview_width, kept.preview_folded)
        self._left: QWidget | None = None
        self._facing = False
        self.preview = Preview()
        self.preview.wanted.connect(self.wanted)
        self.nothing = Label(_NOTHING_YET, wraps=True)
        set_size(self.nothing, tokens.HINT_SIZE)
        set_tone(self.nothing, Colour.INK2)
        self.nothing.hide()
        self._shown: Figures | None = None
        self._composing = False
        self._typography = official()
        # How often a base was read, and which of these is still waited for; 0 for none.
        self._readings = self._reading = 0
        self.note = Label(wraps=True)
        self.note.hide()
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
        self._take_typography()

    def follow_base(self) -> None:
        """Set the paper on what has been chosen in 设置."""
        self._take_typography()

    def _take_typography(self) -> None:
        """Take the chosen pages and styles; those of an office's own base are read off this thread.

        The paper waits for them.
        """
        self._readings += 1
        if not settings.load().paper_base:
            self._set_in(official(), "")
            return
        self._reading = self._readings
        run_quietly(
            self,
            chosen_typography,
            partial(self._follow_typography, self._readings),
            partial(self._do_without, self._readings),
        )

    def _follow_typography(self, reading: int, found: Typography) -> None:
        if reading == self._reading:
            self._set_in(found, found.not_followed)

    def _do_without(self, reading: int, error: Exception) -> None:
        """Set the paper as usual, and say above it why it is not set on the base."""
        if not isinstance(error, UnionAppError):
            raise error
        if reading == self._reading:
            self._set_in(official(), str(error))

    def _set_in(self, typography: Typography, note: str) -> None:
        self._reading = 0
        self._shown = None
        self._typography = typography
        self.note.setText(note)
        self.preview.follow(typography)
        self.note.setVisible(self.preview.isVisibleTo(self) and bool(note))
        self._set_anew()

    def go_along(self, page: SectionPage) -> None:
        """Stand beside this page from now on."""
        if page is self._page:
            return
        if self._page is not None and self._splitter is not None:
            self._splitter.stand_in()
            self._page.show_form(shown=True)
            self._page.resized.disconnect(self._follow_width)
            self._splitter.splitterMoved.disconnect(self._keep_width)
        self._page = page
        self._splitter = page.set_beside(self)
        self._splitter.splitterMoved.connect(self._keep_width)
        page.resized.connect(self._follow_width)
        self._follow_width(self._splitter.width())
        self.show()
        self._set_anew()

    def _follow_width(self, page: int) -> None:
        self.room.suit(page)
        self.make_room(page)

    def make_room(self, page: int) -> None:
        """Take what a page of this width has for a preview, or nothing but the button."""
        if self._page is None or self._splitter is None:
            return
        width = self.room.width(page)
        alone = 0 < width == page
        self.preview.setVisible(width > 0)
        self.nothing.hide()
        self.note.setVisible(width > 0 and bool(self.note.text()))
        self._page.show_form(shown=not alone)
        strip = self.fold.sizeHint().width()
        self.setMinimumWidth(NARROWEST if width else strip)
        self.setMaximumWidth(_FREE if width else strip)
        self._splitter.handle(1).setEnabled(0 < width < page)
        self._splitter.share_out(width or strip)
        self._suit_width(width)
        self._go_to_item()
        self._name_fold(open_=width > 0, fits=self.room.has_room(page))

    def toggle(self) -> None:
        """Fold the preview away, or open it again; the focus stays in what can be seen."""
        if self._splitter is None:
            return
        focused = QApplication.focusWidget()
        page = self._splitter.width()
        self.room.toggle(page)
        self.make_room(page)
        if focused is not None and not focused.isVisible() and self.preview.isVisible():
            self._left = focused
            self.preview.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._left is not None and isValid(self._left) and self._left.isVisible():
            self._left.setFocus(Qt.FocusReason.OtherFocusReason)
            self._left = None
        self._set_anew()

    def _keep_width(self) -> None:
        """Remember what the person has made of the width."""
        if self._splitter is not None and self.preview.isVisible():
            self.room.choose(self.width(), self._splitter.width())
            self._suit_width(self.width())

    def _suit_width(self, width: int) -> None:
        self.preview.crop(_MARGIN if width < _ROOMY else 0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to look at the paper nearer or from further away."""
        menu = QMenu(self)
        menu.addAction("放大", self.preview.zoom_in)
        menu.addAction("缩小", self.preview.zoom_out)
        menu.addAction("适合宽度", self.preview.fit_width)
        facing = menu.addAction("双页")
        facing.setCheckable(True)
        facing.setChecked(self._facing)
        facing.toggled.connect(self._face)
        menu.addAction("打开大预览…", self._show_large)
        menu.popup(event.globalPos())

    def _show_large(self) -> None:
        show_preview(self.window(), compose(self._desk.figures), self._typography)

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
        """Bring the paper up to date; it is composed and set off this thread."""
        figures = self._desk.figures
        if not self.preview.isVisible() or self._composing or self._reading:
            return
        if figures is self._shown:
            self._go_to_item()
        else:
            self._composing = True
            typography = self._typography
            work = partial(set_paper, figures, typography)
            done = partial(self._show, figures, typography)
            run_quietly(self, work, done, partial(self._give_up, figures), typesetter())

    def _show(self, figures: Figures, typography: Typography, paper: Pages) -> None:
        """Show what was set; what was typed or chosen meanwhile follows after the next pause."""
        self._composing = False
        if typography is self._typography:
            self._shown = figures
            self.preview.show_pages(paper)
            self._go_to_item()
        if self._shown is not self._desk.figures:
            self._pause.start()

    def _give_up(self, figures: Figures, error: Exception) -> None:
        """Leave the paper as it is: the form counts, and whoever writes it out is told."""
        self._composing = False
        log_error(error)
        if figures is not self._desk.figures:
            self._pause.start()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show the item that the focus has come to."""
        if now is not None and self._page is not None and self._page.isAncestorOf(now):
            self._go_to_item()

    def _go_to_item(self) -> None:
        """Mark the item in hand; one without text yet is where its section is."""
        if self._page is None or self._shown is None or not self.preview.isVisible():
            return
        found = any(self.preview.go_to(anchor) for anchor in self._page.anchors())
        self.nothing.setHidden(found)

    def _name_fold(self, *, open_: bool, fits: bool) -> None:
        words = "收起预览" if open_ else "展开预览"
        why = "" if open_ or fits else "；窗口窄，预览先收起了，展开后表单会排得紧一些"
        self.fold.setArrowType(Qt.ArrowType.RightArrow if open_ else Qt.ArrowType.LeftArrow)
        self.fold.setAccessibleName(words)
        key = shortcut_of(WindowAction.TOGGLE_PREVIEW).label
        set_tip(self.fold, f"{words}（{key}）{why}")

    def _lay_out(self) -> None:
        self.fold.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, tokens.BETWEEN, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(tokens.INSIDE)
        column.addWidget(self.nothing)
        column.addWidget(self.preview, 1)
        row.addWidget(self.fold)
        set_size(self.note, tokens.HINT_SIZE)
        set_tone(self.note, Colour.INK2)
        column.insertWidget(0, self.note)
        row.addLayout(column, 1)
