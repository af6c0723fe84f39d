"""What stands below the cards of a section: a button for one more, and the items not written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.kit import SKIPPED_BY_ENTER, hint_label, link_button
from ui.look import Icon
from ui.look.tokens import INSIDE
from ui.section.outline import OutlineActions
from ui.words import say
from unionapp.draft import Part, items
from unionapp.template import Section


class SectionFoot(QWidget):
    """The foot of a section: 加一条, and a line for each item that is switched off."""

    # The id of the item that was added, to be given a heading.
    title_wanted = Signal(str)

    def __init__(self, section: Section, outline: OutlineActions) -> None:
        super().__init__()
        self._section = section.id
        self._outline = outline
        self.add = link_button(say("加一条"), self._add, Icon.PLUS)
        self.add.setAccessibleName(say("加一条"))
        self.add.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(INSIDE)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.setVisible(section.heading)  # not before it has a place: it would be a window
        self._lines: list[QWidget] = []
        self.show_section(section)

    def show_section(self, section: Section) -> None:
        """Show which items of the section are switched off now."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        parts = items(self._outline.draft, section.id)
        self._lines = [self._line(part) for part in parts if part.off]
        for line in self._lines:
            self._column.addWidget(line)
            line.show()

    def _line(self, part: Part) -> QWidget:
        words = hint_label(say("{title}（不写）", title=part.title))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words)
        row.addWidget(self._button(say("重新写这一条"), part))
        row.addStretch(1)
        return line

    def _button(self, words: str, part: Part) -> QPushButton:
        button = link_button(words, lambda: self._outline.switch_on(part.id))
        button.setAccessibleName(say("{words}：{title}", words=words, title=part.title))
        button.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
        return button

    def _add(self) -> None:
        self.title_wanted.emit(self._outline.add_item(self._section))
