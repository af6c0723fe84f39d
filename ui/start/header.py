"""The bar above the start window, and the tools in it and in the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit import Button, Ground, Label, draw_plate, painter_on, set_tip, tool_button
from ui.look import Colour, Icon, colour, draw_icon, scaled, set_size, tokens
from ui.words import say

# Pixels of the mark, and of the book in it.
_MARK, _BOOK = 32, 20
# Pixels of words in a bar that are left room for beside its tools.
_WORDS = 180


class Bar(Ground):
    """A bar with words at its left and tools at its right, which are icons where it is narrow."""

    def __init__(self, ground: Colour, end: Qt.Edge, height: int) -> None:
        super().__init__(ground, end)
        self._height = height
        self._tools: dict[Button, str] = {}
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(tokens.AROUND, 0, tokens.BETWEEN, 0)
        self.row.setSpacing(tokens.INSIDE)

    def add_tools(self, tools: Sequence[Button]) -> None:
        """Put tools at the right."""
        for tool in tools:
            self._tools[tool] = tool.text()
            self.row.addWidget(tool)

    def rename(self, tool: Button, words: str) -> None:
        """Give a tool other words."""
        self._tools[tool] = words
        tool.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the words of the tools where there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of the bar; where texts are large, it leaves its room to the drafts."""
        content = self.row.sizeHint().height() + 2 * tokens.INSIDE
        return QSize(0, max(self._height, min(scaled(self._height), content)))

    def minimumSizeHint(self) -> QSize:
        """Return the height of the bar, and the width of its tools as icons."""
        return QSize(len(self._tools) * scaled(tokens.START_BAR_HEIGHT), self.sizeHint().height())

    def _fit(self) -> None:
        for tool, words in self._tools.items():
            tool.setText(words)
        shown = [tool for tool in self._tools if not tool.isHidden()]
        wide = sum(tool.sizeHint().width() + tokens.INSIDE for tool in shown)
        if wide + scaled(_WORDS) + 2 * tokens.AROUND > self.width():
            for tool in self._tools:
                tool.setText("")


class StartBar(Bar):
    """The name of the program, and what can be wanted whatever stands below."""

    file_wanted = Signal()
    proof_wanted = Signal()
    office_wanted = Signal()
    settings_wanted = Signal()
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(Colour.SHEET, Qt.Edge.BottomEdge, tokens.START_BAR_HEIGHT)
        name = Label(say("工会年度总结"))
        set_size(name, tokens.CARD_TITLE_SIZE, bold=True)
        self.row.addWidget(_Mark())
        self.row.addWidget(name)
        self.row.addStretch()
        open_file = _tool(
            say("打开文件…"),
            Icon.FOLDER,
            say("打开同事发来的草稿文件（Ctrl+O），也可以把文件拖进来"),
        )
        open_file.setShortcut(QKeySequence(QKeySequence.StandardKey.Open))
        proof = _tool(
            say("检查文稿…"),
            Icon.CHECKLIST,
            say("检查一份文稿：对不上的数、没改完的字；也可以把 .docx、.txt 拖进来"),
        )
        office = _tool(say("本单位"), Icon.UNIT, say("本单位的名称和上级工会，新草稿都用它"))
        look = _tool(say("设置"), Icon.SETTINGS, say("文字大小、颜色、版式和备份"))
        manual = _tool(say("帮助"), Icon.QUESTION, say("使用手册（F1）"))
        self.add_tools((open_file, proof, office))
        self.row.addWidget(_divider())
        self.add_tools((look, manual))
        for tool, wanted in (
            (open_file, self.file_wanted),
            (proof, self.proof_wanted),
            (office, self.office_wanted),
            (look, self.settings_wanted),
            (manual, self.help_wanted),
        ):
            tool.clicked.connect(lambda _checked, wanted=wanted: wanted.emit())


class _Mark(QWidget):
    """The mark of the program."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(scaled(_MARK), scaled(_MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, place = painter_on(self), QRectF(self.rect())
        draw_plate(painter, place, tokens.BUTTON_RADIUS, colour(Colour.ACCENT))
        book = QRectF(0, 0, scaled(_BOOK), scaled(_BOOK))
        book.moveCenter(place.center())
        draw_icon(painter, book, Icon.EXAMPLE, colour(Colour.ON_ACCENT))


def _tool(words: str, sign: Icon, tip: str) -> Button:
    tool = tool_button(words, icon=sign, name=words)
    set_tip(tool, tip)
    return tool


def _divider() -> QWidget:
    line = Ground(Colour.LINE)
    line.setFixedSize(1, scaled(tokens.PAGE_TITLE_SIZE))
    return line
