"""本单位的版式文件: the part of 设置 that says what papers are set on, and changes it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import Told, file_dialog, group_title, note, push_button, set_tip
from ui.look import Colour, tokens
from ui.runtime import run_in_steps
from ui.words import say
from unionapp.errors import UnionAppError
from unionapp.system import settings

_OFFICIAL = say("用公文格式（GB/T 9704）的页面和字体。")


class BaseSettings(QWidget):
    """The part of the settings on the file that papers are set on, and how to change it."""

    # Papers are set on something else from now on.
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = note()
        self.message = Told()
        self.official_button = push_button(say("改回公文格式"), lambda: self.choose(None))
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen."""
        chosen = settings.load().paper_base
        self.words.setText(
            say("用“{name}”的信头、边距和样式。", name=Path(chosen).name) if chosen else _OFFICIAL
        )
        set_tip(self.words, chosen)
        self.official_button.setVisible(bool(chosen))

    def choose(self, path: Path | None) -> None:
        """Set papers on this file, or on the official layout; say why if that can't be."""
        from ui.paper import choose_base

        self.message.hide()
        if path is None:
            choose_base(None)
            self._follow_choice(None)
            return
        run_in_steps(
            self,
            lambda step: choose_base(path, lambda: step(say("正在核对版式文件…"))),
            self._follow_choice,
            lambda: None,
            self._complain,
        )

    def _follow_choice(self, _done: None) -> None:
        self.refresh()
        self.changed.emit()

    def _complain(self, error: Exception) -> None:
        if not isinstance(error, UnionAppError):
            raise error
        self.message.tell(f"✕ {error}", Colour.ERROR)

    def _ask(self) -> None:
        from unionapp.writers import bases

        title, kinds = say("选择本单位的版式文件"), say("Word 文稿 (*.docx)")
        file_dialog(self, title, self.choose, kinds=kinds, reader=bases()).open()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.INSIDE)
        buttons.addWidget(push_button(say("选版式文件…"), self._ask))
        buttons.addWidget(self.official_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.INSIDE)
        column.addWidget(group_title(say("文稿版式")))
        column.addWidget(self.words)
        column.addLayout(buttons)
        column.addWidget(self.message)
