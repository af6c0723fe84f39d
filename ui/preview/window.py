"""打印预览: the paper in a window of its own, its pages in a column at the left."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.kit import (
    Button,
    Ground,
    Label,
    NumberBox,
    primary_button,
    push_button,
    set_tip,
    tool_button,
)
from ui.look import Colour, tokens
from ui.paper import chosen_typography
from ui.preview.printing import ask_and_print_pages
from ui.preview.thumbnails import Thumbnails
from ui.preview.view import Preview
from ui.words import say
from unionapp.layout import Typography
from unionapp.paper import Document

_SIZE = QSize(1000, 900)

# Pixels that a window's frame takes: left, above, and less at the right and below.
_FRAME = (8, 40, -8, -16)


def show_preview(parent: QWidget, document: Document, typography: Typography | None = None) -> None:
    """Show the pages as they will be printed, before the window that they belong to.

    Raises:
        WritingError: The chosen base can't be read any longer, or used.
    """
    window = PreviewWindow(parent.window(), document, typography or chosen_typography())
    window.finished.connect(window.deleteLater)
    window.open()


class PreviewWindow(QDialog):
    """The pages, small at the left and large beside them, and what to do with them above."""

    def __init__(
        self, parent: QWidget, document: Document, typography: Typography | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("打印预览"))
        self.preview = Preview()
        if typography is not None:
            self.preview.follow(typography)
        self.preview.show_document(document)
        self.thumbnails = Thumbnails(self.preview.fonts)
        self.thumbnails.show_pages(self.preview.paper.pages)
        self.number = NumberBox(say("页码"))
        self.number.setRange(1, len(self.preview.paper.pages))
        self.print_button = primary_button(say("打印…"), self.print_paper)
        self.print_button.setAutoDefault(False)
        set_tip(self.print_button, say("打印（Ctrl+P）"))
        self.fold = _switch(say("缩略图"), say("左边的各页缩略图（F4）"), self._fold)
        self.fold.setChecked(True)
        self.facing = _switch(say("双页"), say("两页并排"), self._face)
        self._connect()
        self._lay_out()
        room = parent.screen().availableGeometry().adjusted(*_FRAME)
        self.resize(_SIZE.boundedTo(room.size()))
        self.preview.setFocus()
        self._show_page(1)

    def print_paper(self) -> None:
        """Print the pages that are shown."""
        ask_and_print_pages(self.print_button, self.preview.paper)

    def _connect(self) -> None:
        self.preview.turned.connect(self._show_page)
        self.thumbnails.wanted.connect(self.preview.go_to_page)
        self.number.valueChanged.connect(self.preview.go_to_page)
        for key, action in (
            ("F4", self.fold.click),
            ("Ctrl+PgDown", self.number.stepUp),
            ("Ctrl+PgUp", self.number.stepDown),
            ("Ctrl+P", self.print_paper),
        ):
            QShortcut(QKeySequence(key), self, action)

    def _show_page(self, number: int) -> None:
        self.thumbnails.mark(number)
        self.number.blockSignals(True)  # noqa: FBT003 - Qt's
        self.number.setValue(number)
        self.number.blockSignals(False)  # noqa: FBT003

    def _fold(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.thumbnails.setVisible(shown)

    def _face(self, facing: bool) -> None:  # noqa: FBT001 - Qt's signal
        page = self.preview.page
        self.preview.set_facing(facing=facing)
        self.preview.go_to_page(page)

    def _lay_out(self) -> None:
        bar = Ground(Colour.SHEET, Qt.Edge.BottomEdge)
        row = QHBoxLayout(bar)
        row.setContentsMargins(tokens.BETWEEN, tokens.HAIR, tokens.BETWEEN, tokens.HAIR + 1)
        row.setSpacing(tokens.HAIR)
        pages = len(self.preview.paper.pages)
        farther = _tool(say("缩小"), say("缩小（Ctrl 和减号）"), self.preview.zoom_out)
        nearer = _tool(
            say("放大"), say("放大（Ctrl 和加号，或 Ctrl 和滚轮）"), self.preview.zoom_in
        )
        wide = _tool(say("适合宽度"), say("页面占满窗口的宽度"), self.preview.fit_width)
        for button in (self.fold, self.facing, farther, nearer, wide):
            row.addWidget(button)
        row.addStretch(1)
        for part in (Label(say("第")), self.number, Label(say("页，共{count}页", count=pages))):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.print_button)
        row.addSpacing(tokens.HAIR)
        row.addWidget(push_button(say("关闭"), self.reject))
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.thumbnails)
        body.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(body, 1)


def _tool(words: str, tip: str, do: Callable[[], object] | None = None) -> Button:
    button = tool_button(words, do)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_tip(button, tip)
    return button


def _switch(words: str, tip: str, do: Callable[[bool], object]) -> Button:
    button = _tool(words, tip)
    button.setCheckable(True)
    button.toggled.connect(do)
    return button
