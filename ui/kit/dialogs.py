"""Messages; files and folders: asking for them, and opening them in the system's own programs.

A dialog begins in a folder that is there: Qt takes the last part of one that is missing for the
name of a file.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.kit.buttons import Button, Role
from ui.kit.labels import Label, Sign
from ui.look import Colour, Icon, scaled, set_size, set_tone, tokens
from ui.words import say
from unionapp.system import is_folder

if TYPE_CHECKING:
    from unionapp.system.worker import Reader

_DRAFT_SUFFIX = "ghzj"
_DRAFTS = say("草稿文件 (*.{suffix})", suffix=_DRAFT_SUFFIX)

# What is said in more letters takes a wider message.
_MANY_LETTERS = 60
# Pixels of the icon of a message.
_SIGN = 20

ButtonRole = QDialogButtonBox.ButtonRole


class Message(QDialog):
    """A message before the window: what is asked or told, and buttons that say what they do.

    Without a title the words stand alone. Buttons stand in the order of the desktop.
    """

    def __init__(
        self, parent: QWidget | None, words: str, title: str = "", sign: Icon = Icon.INFO
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("工会年度总结"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.chosen: Button | None = None
        self._title, self._words = Label(title, wraps=True), Label(words, wraps=True)
        set_size(self._title, tokens.CARD_TITLE_SIZE, bold=True)
        set_tone(self._words, Colour.INK2 if title else Colour.INK)
        self._title.setVisible(bool(title))
        self._box = QDialogButtonBox()
        self._lay_out(sign)
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """Return all that is asked or told."""
        return "\n".join(each for each in (self._title.text(), self._words.text()) if each)

    def buttons(self) -> tuple[Button, ...]:
        """Return its buttons."""
        return tuple(each for each in self._box.buttons() if isinstance(each, Button))

    def add_note(self, note: str) -> None:
        """Tell something more, below the rest."""
        self._words.setText(f"{self._words.text()}\n\n{note}")
        self.setAccessibleName(self.text())

    def add(self, words: str, place: ButtonRole, role: Role = Role.PLAIN) -> Button:
        """Add a button that closes the message, at the place that the desktop has for its kind."""
        button = self.add_lasting(words, place, role)
        button.clicked.connect(lambda _checked: self._choose(button))
        return button

    def add_lasting(
        self, words: str, place: ButtonRole = ButtonRole.ActionRole, role: Role = Role.PLAIN
    ) -> Button:
        """Add a button that leaves the message open."""
        button = Button(words, role)
        self._box.addButton(button, place)
        return button

    def begin_at(self, button: Button) -> None:
        """Let Enter press a button at once."""
        button.setDefault(True)
        button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Have a screen reader say it; what that takes is not loaded before there is a word."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        super().showEvent(event)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _choose(self, button: Button) -> None:
        self.chosen = button
        self.accept()

    def _lay_out(self, sign: Icon) -> None:
        many = len(self.text()) > _MANY_LETTERS
        told = QWidget()
        told.setFixedWidth(scaled(tokens.WIDE_DIALOG_WIDTH if many else tokens.DIALOG_WIDTH) - 48)
        words = QVBoxLayout()
        words.setSpacing(tokens.INSIDE)
        words.addWidget(self._title)
        words.addWidget(self._words)
        row = QHBoxLayout(told)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.INSIDE)
        row.addWidget(Sign(sign, size=_SIGN), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)  # as high as its words
        column.setContentsMargins(tokens.AROUND, tokens.AROUND, tokens.AROUND, tokens.AROUND)
        column.setSpacing(tokens.AROUND)
        column.addWidget(told)
        column.addWidget(self._box)


# Keeps a message until it is closed: without a window behind it nothing else does.
_shown: set[Message] = set()


def show_message(parent: QWidget | None, sentence: str, title: str = "") -> Message | None:
    """Show a message, without holding anything up; one that is being shown is not repeated."""
    box = Message(parent, sentence, title)
    if box.text() in {other.text() for other in _messages()}:
        box.deleteLater()
        return None
    box.begin_at(box.add(say("知道了"), ButtonRole.AcceptRole))
    _shown.add(box)
    box.finished.connect(partial(_forget, box))
    box.open()
    return box


def _forget(box: Message, _result: int) -> None:
    _shown.discard(box)
    box.deleteLater()


def _messages() -> Iterator[Message]:
    """The messages that are on the screen; one may have gone with the window behind it."""
    return (box for box in _shown if isValid(box) and box.isVisible())


def documents() -> Path:
    """Return the person's documents, or their home where there is no such folder."""
    kinds = QStandardPaths.StandardLocation
    found = Path(QStandardPaths.writableLocation(kinds.DocumentsLocation))
    return found if is_folder(found) else Path.home()


def nearest(wished: str) -> str:
    """Return a folder, or the nearest one above it that is there."""
    path = Path(wished.strip() or documents())
    return str(next((each for each in (path, *path.parents) if is_folder(each)), documents()))


def file_dialog(
    parent: QWidget,
    title: str,
    chosen: Callable[[Path], object],
    *,
    kinds: str = "",
    folder: Path | None = None,
    reader: "Reader[Any] | None" = None,
) -> QFileDialog:
    """Return a dialog, not yet open, that asks for one file or folder and goes when it is over.

    Args:
        parent: Any widget of the window that it stands before.
        title: What is asked for.
        chosen: What follows when the person has chosen.
        kinds: The files that are offered, as Qt writes them.
        folder: Where it begins; the documents when left out.
        reader: What reads such a file: its process starts while the person chooses.
    """
    dialog = QFileDialog(parent.window(), title, nearest(str(folder or "")), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    if reader is not None:
        _make_ready(reader, dialog)
    return dialog


def _make_ready(reader: "Reader[Any]", dialog: QFileDialog) -> None:
    from unionapp.system.worker import dismiss, make_ready

    make_ready(reader)
    dialog.rejected.connect(dismiss)


def ask_for_draft(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Ask for the file of a draft."""
    from unionapp.storage.sessions import exchange

    reader = exchange.DRAFT_FILES
    file_dialog(parent, say("打开草稿文件"), chosen, kinds=_DRAFTS, reader=reader).open()


def ask_where_to(parent: QWidget, name: str, chosen: Callable[[Path], object]) -> None:
    """Ask where the file of a draft is to go, and offer this name for it."""
    dialog = file_dialog(parent, say("导出为文件"), chosen, kinds=_DRAFTS)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_DRAFT_SUFFIX)
    dialog.selectFile(f"{name}.{_DRAFT_SUFFIX}")
    dialog.open()


def open_path(path: Path) -> None:
    """Open a file or folder in the system's own program; when there is none, say so."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        sentence = say("系统没有打开“{path}”，请在文件管理器里找到它再打开。", path=path)
        show_message(QApplication.activeWindow(), sentence)
