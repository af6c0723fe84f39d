"""The paper beside the form: the page that the open section is on, as it would be printed now."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.kit import (
    Ground,
    Label,
    Segments,
    WindowAction,
    hint_label,
    menu_of,
    set_tip,
    shortcut_of,
    tool_button,
)
from ui.look import Colour, Icon, scaled, set_size, tokens
from ui.paper import chosen_typography
from ui.preview.view import Preview
from ui.preview.window import show_preview
from ui.preview.worker import set_paper, typesetter
from ui.runtime import log_error, run_quietly
from ui.words import say
from unionapp.errors import UnionAppError
from unionapp.figures import Figures
from unionapp.layout import Typography, official
from unionapp.layout.pages import Pages
from unionapp.paper import compose
from unionapp.system import settings

# Milliseconds without a key after which the paper is set anew.
_PAUSE = 150

# Pixels from which a whole page can be read, margins and all.
_ROOMY = 480

_NOTHING_YET = say("这一章还没有可印的内容；填了数字或写了正文，就会出现在这里。")

# Points of paper and desk that say nothing, at either side of the text and its hanging marks.
_MARGIN = 76.0


class PaperPlace(Protocol):
    """A page of the draft, as the paper beside it asks it."""

    def anchors(self) -> tuple[str, ...]:
        """Return the ids of what is in hand, the nearest first."""

    def isAncestorOf(self, child: QWidget, /) -> bool:
        """Tell whether a widget is on the page."""


class PreviewPane(Ground):
    """The paper with its head, beside whichever page is open."""

    # It is to be folded away.
    fold_wanted = Signal()

    # How many pages the paper has.
    counted = Signal(int)

    # The id of the indicator whose figure was clicked in the paper.
    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(Colour.RAIL)
        self._desk = desk
        self._page: PaperPlace | None = None
        self._whole: bool | None = None
        self._facing = False
        self.preview = Preview()
        self.preview.wanted.connect(self.wanted)
        self.preview.turned.connect(self._count_pages)
        self.nothing = hint_label(_NOTHING_YET, wraps=True)
        self.nothing.hide()
        self.pages = hint_label()
        self.switch = Segments(say("怎么看文稿"), (say("看清"), say("整页")))
        self.switch.chosen.connect(self._choose_whole)
        self._shown: Figures | None = None
        self._composing = False
        self._typography = official()
        # How often a base was read, and which of these is still waited for; 0 for none.
        self._readings = self._reading = 0
        self.note = hint_label(wraps=True)
        self.note.hide()
        words = say("收起文稿")
        self.fold = tool_button("", self.fold_wanted.emit, icon=Icon.CHEVRON_RIGHT, name=words)
        set_tip(
            self.fold,
            say(
                "{words}（{key}）", words=words, key=shortcut_of(WindowAction.TOGGLE_PREVIEW).label
            ),
        )
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

    def go_along(self, page: PaperPlace) -> None:
        """Show what this page is about from now on."""
        if page is not self._page:
            self._page = page
            self.go_to_item()
            self._set_anew()

    def show_whole(self, *, whole: bool) -> None:
        """Show pages with their margins, or so much nearer without them."""
        self.preview.crop(0 if whole else _MARGIN)
        self.switch.show_chosen(int(whole))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show whole pages where there is room for them, unless the person has chosen."""
        super().resizeEvent(event)
        if self._whole is None:
            self.show_whole(whole=event.size().width() >= scaled(_ROOMY))

    def _choose_whole(self, part: int) -> None:
        self._whole = bool(part)
        self.show_whole(whole=self._whole)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to look at the paper nearer or from further away."""
        menu = menu_of((), self)
        menu.addAction(say("放大"), self.preview.zoom_in)
        menu.addAction(say("缩小"), self.preview.zoom_out)
        menu.addAction(say("适合宽度"), self.preview.fit_width)
        facing = menu.addAction(say("双页"))
        facing.setCheckable(True)
        facing.setChecked(self._facing)
        facing.toggled.connect(self._face)
        menu.addAction(say("打开大预览…"), self._show_large)
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
            self.go_to_item()
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
            self._count_pages()
            self.counted.emit(len(paper.pages))
            self.go_to_item()
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
            self.go_to_item()

    def go_to_item(self) -> None:
        """Mark the item in hand; one without text yet is where its section is."""
        if self._page is None or self._shown is None or not self.preview.isVisible():
            return
        anchors = self._page.anchors()
        found = any(self.preview.go_to(anchor) for anchor in anchors)
        self.nothing.setHidden(found or not anchors)

    def _count_pages(self) -> None:
        pages = len(self.preview.paper.pages)
        self.pages.setText(
            say("第{page}页，共{count}页", page=self.preview.page, count=pages) if pages else ""
        )

    def _lay_out(self) -> None:
        title = Label(say("总结稿"))
        set_size(title, tokens.TEXT_SIZE, bold=True)
        head = QHBoxLayout()
        head.setContentsMargins(tokens.BETWEEN, tokens.HAIR, tokens.HAIR, tokens.HAIR)
        head.setSpacing(tokens.INSIDE)
        head.addWidget(title)
        head.addWidget(self.pages, 1)
        head.addWidget(self.switch)
        head.addWidget(self.fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GROUP, 0, 0, 0)
        column.setSpacing(tokens.HAIR)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.nothing)
        column.addWidget(self.preview, 1)
