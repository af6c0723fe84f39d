"""检查文稿: the text of any paper with marks at the left, what was found beside it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.kit import (
    Button,
    Column,
    Ground,
    Label,
    Notice,
    PathLabel,
    ScrollingPage,
    Sign,
    file_dialog,
    primary_button,
    push_button,
    set_tip,
    tool_button,
)
from ui.look import Colour, Icon, scaled, set_size, set_tone, tokens
from ui.panels.proof.listing import Listing
from ui.panels.proof.reading import Proof, proof_of
from ui.panels.proof.text import ProofText
from ui.runtime import run_in_steps, show_error
from ui.words import say
from unionapp.errors import UnionAppError
from unionapp.importing import PAPERS

_SIZE = QSize(1180, 820)
# Pixels that a window's frame takes of the screen: left, above, and less at the right and below.
_FRAME = (8, 40, -8, -16)
# Pixels below which the list stands under the text, and the shares of the height then.
_NARROW, _TEXT_SHARE, _LIST_SHARE = 760, 5, 4
# Pixels below which the tools are icons alone.
_TIGHT = 800
# Pixels of the sign of the empty window, and the widest that its words are.
_LARGE_SIGN, _WIDEST = 40, 560

_SUFFIXES = (".docx", ".txt")
_KINDS = say("文稿 ({kinds})", kinds=" ".join(f"*{suffix}" for suffix in _SUFFIXES))
_TITLE = say("检查文稿")
_PASTED = say("粘贴的文字")
_WHAT = say("选一份 .docx 或 .txt 文稿，也可以拖到这里，或者按 Ctrl+V 粘贴文字。")
_CARE = say("查的是前后对不上的数、没改完的字、过时的说法。文稿只读，不改动，也不留底。")


def show_proof(parent: QWidget, path: Path | None = None) -> "ProofWindow":
    """Show the window, or bring it forward where it is open, with a paper in it if one is given."""
    owner = parent.window()
    window = owner.findChild(ProofWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if not isinstance(window, ProofWindow):
        window = ProofWindow(owner)
        window.finished.connect(window.deleteLater)
    window.show()
    window.raise_()
    window.activateWindow()
    if path is not None:
        window.read(path)
    return window


def papers_in(data: QMimeData) -> list[Path]:
    """Return the files among what is dropped or copied that are papers by their names."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in _SUFFIXES]


class ProofWindow(QDialog):
    """A paper that is proofread, from a file, pasted or dropped."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(_TITLE)
        self.setAcceptDrops(True)
        self._source: Path | str | None = None
        self._is_busy = False
        self._gone = Event()
        self.finished.connect(lambda _result: self._gone.set())
        self.open_button = _tool(
            say("打开文稿…"), Icon.FOLDER, say("选一份 .docx 或 .txt 文稿（Ctrl+O）"), self.ask
        )
        self.paste_button = _tool(
            say("粘贴"), Icon.CLIP, say("检查复制好的文字（Ctrl+V）"), self.paste
        )
        self.again_button = _tool(
            say("重新读取"), Icon.RESTORE, say("文件改过以后，再读一遍（F5）"), self.read_again
        )
        self.name = PathLabel()
        self.notice = Notice()
        self.text = ProofText()
        self.listing = Listing()
        self.begin_button = primary_button(say("选文稿…"), self.ask)
        self._pages = QStackedWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.copy_button = _tool(
            say("复制清单"),
            Icon.CHECKLIST,
            say("复制列出的全部问题，可以粘贴给别人"),
            self.listing.copy,
        )
        self._tools = (
            self.open_button,
            self.paste_button,
            self.again_button,
            self.copy_button,
        )
        self._words = {each: each.text() for each in self._tools}
        self._lay_out()
        self._connect()
        self.again_button.hide()
        self.copy_button.hide()
        room = parent.screen().availableGeometry().adjusted(*_FRAME)
        self.resize(_SIZE.boundedTo(room.size()))
        self.begin_button.setFocus()

    def ask(self) -> None:
        """Ask for a file."""
        file_dialog(self, say("检查一份文稿"), self.read, kinds=_KINDS, reader=PAPERS).open()

    def read(self, source: Path | str) -> None:
        """Read the paper of a file, or a text, and show what is remarked of it."""
        if self._is_busy:
            return
        self._is_busy = True
        self.notice.hide()
        run_in_steps(
            self._pages,
            partial(proof_of, source, self._gone),
            partial(self._show, source),
            self._stop,
            self._fail,
        )

    def read_again(self) -> None:
        """Read the same file once more, as it is now."""
        if isinstance(self._source, Path):
            self.read(self._source)

    def paste(self) -> None:
        """Take what was copied: a file of a paper, or words."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not self._take(data):  # an empty clipboard may be none at all
            self.notice.show_error(
                say("剪贴板里没有文字；请先在文稿里选中文字、复制，再到这里粘贴。")
            )

    def step(self, by: int) -> None:
        """Go to the next finding from the cursor, or the one before, round the ends."""
        if many := len(self.listing.shown):
            self._go_to(self.text.number_from_cursor(by) % many)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a paper or words be dropped here."""
        if papers_in(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what was dropped."""
        event.acceptProposedAction()
        if not self._take(event.mimeData()):
            self.notice.show_error(say("拖进来的不是文稿；请选 .docx 或 .txt 文件。"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list under the text where both would be too narrow."""
        super().resizeEvent(event)
        self._fit()

    def _take(self, data: QMimeData) -> bool:
        if files := papers_in(data):
            self.read(files[0])
        elif not data.hasUrls() and data.text().strip():
            self.read(data.text())
        else:
            return False
        return True

    def _show(self, source: Path | str, proof: Proof) -> None:
        self._is_busy = False
        again = source == self._source and isinstance(source, Path)
        row = max(self.listing.list.currentRow(), 0) if again else 0
        self._source = source
        self._show_name(source)
        self.text.show_text(proof.text, ())
        self.listing.show_marks(proof.marks)
        self._pages.setCurrentIndex(1)
        (self.listing.list if self.listing.shown else self.text).setFocus()
        if self.listing.shown:
            self._go_to(min(row, len(self.listing.shown) - 1))
        if not proof.text.strip():
            self.notice.show_message(say("这份文稿里没有文字。"))

    def _go_to(self, number: int) -> None:
        self.listing.mark(number)
        self.text.go_to(number)

    def _show_name(self, source: Path | str) -> None:
        is_file = isinstance(source, Path)
        shown = source.name if isinstance(source, Path) else _PASTED
        self.name.show_path(shown, shown)
        self.setWindowTitle(say("{title}：{name}", title=_TITLE, name=shown))
        self.again_button.setVisible(is_file)
        self._fit()

    def _stop(self) -> None:
        self._is_busy = False
        self._focus_back()

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        if isinstance(error, UnionAppError):
            self.notice.show_error(str(error))
        else:
            show_error(self, error)
        self._focus_back()

    def _focus_back(self) -> None:
        (self.begin_button if self._pages.currentIndex() == 0 else self.listing.list).setFocus()

    def _connect(self) -> None:
        self.listing.chosen.connect(self.text.go_to)
        self.listing.narrowed.connect(self.text.show_marks)
        self.listing.narrowed.connect(lambda marks: self.copy_button.setVisible(bool(marks)))
        self.listing.stepped.connect(self.step)
        self.listing.entered.connect(self.text.setFocus)
        self.text.reached.connect(self.listing.mark)
        self.notice.answered.connect(self._focus_back)
        keys = QKeySequence.StandardKey
        for key, action in (
            (QKeySequence(keys.Open), self.ask),
            (QKeySequence(keys.Paste), self.paste),
            (QKeySequence("F5"), self.read_again),
            (QKeySequence("F8"), partial(self.step, 1)),
            (QKeySequence("Shift+F8"), partial(self.step, -1)),
        ):
            QShortcut(key, self, action)

    def _fit(self) -> None:
        narrow = self.width() < scaled(_NARROW)
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._body.setStretch(0, _TEXT_SHARE if narrow else 1)
        self._body.setStretch(1, _LIST_SHARE if narrow else 0)
        wide = min(scaled(tokens.SIDE_SHEET_WIDTH), self.width() * 2 // 5)
        self.listing.be_wide(wide=narrow)
        self.listing.setMinimumWidth(0 if narrow else wide)
        self.listing.setMaximumWidth(self.maximumWidth() if narrow else wide)
        for tool, words in self._words.items():
            tool.setText("" if self.width() < scaled(_TIGHT) else words)

    def _lay_out(self) -> None:
        bar = Ground(Colour.SHEET, Qt.Edge.BottomEdge)
        row = QHBoxLayout(bar)
        row.setContentsMargins(tokens.BETWEEN, tokens.HAIR, tokens.BETWEEN, tokens.HAIR + 1)
        row.setSpacing(tokens.HAIR)
        for tool in self._tools:
            row.addWidget(tool)
        row.addSpacing(tokens.INSIDE)
        row.addWidget(self.name, 1)
        row.addWidget(push_button(say("关闭"), self.reject))
        told = Column(above=tokens.INSIDE, below=tokens.INSIDE)
        told.rows.addWidget(self.notice)
        read = QWidget()
        read.setLayout(self._body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.text)
        self._body.addWidget(self.listing)
        self._pages.addWidget(self._welcome())
        self._pages.addWidget(read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(told)
        column.addWidget(self._pages, 1)

    def _welcome(self) -> QWidget:
        """What stands there before there is a paper."""
        page, middle = Column(_WIDEST), Qt.AlignmentFlag.AlignHCenter
        title = Label(say("检查一份文稿"))
        set_size(title, tokens.PAGE_TITLE_SIZE, bold=True)
        page.rows.addStretch(1)
        page.rows.addWidget(Sign(Icon.CHECKLIST, Colour.INK2, _LARGE_SIGN), 0, middle)
        page.rows.addWidget(title, 0, middle)
        for words in (_WHAT, _CARE):
            sentence = Label(words, wraps=True)
            sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
            set_tone(sentence, Colour.INK2)
            page.rows.addWidget(sentence)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.INSIDE)
        buttons.addStretch(1)
        buttons.addWidget(self.begin_button)
        buttons.addWidget(push_button(say("粘贴文字"), self.paste))
        buttons.addStretch(1)
        page.rows.addLayout(buttons)
        page.rows.addStretch(2)
        scrolled = ScrollingPage()
        scrolled.setWidget(page)
        return scrolled


def _tool(words: str, sign: Icon, tip: str, do: Callable[[], object]) -> Button:
    tool = tool_button(words, do, icon=sign, name=words)
    set_tip(tool, tip)
    return tool
