"""The table editor: the grid, and buttons for its rows."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.editors.binding import Binding
from ui.editors.carried import Carried
from ui.editors.contested import Contested
from ui.editors.field import Details, MenuButton
from ui.editors.hint import Hint
from ui.editors.table.grid import MOST_ROWS, Grid
from ui.editors.table.import_target import ImportTarget
from ui.kit import (
    SKIPPED_BY_ENTER,
    Button,
    FixedSizeText,
    link_button,
    menu_of,
    set_tip,
    tool_button,
)
from ui.look import Icon
from ui.look.tokens import HAIR, INSIDE
from ui.words import say
from unionapp.draft import EditPath, Slot
from unionapp.figures import totals_of
from unionapp.importing import Cells, cells_of
from unionapp.template import Indicator

if TYPE_CHECKING:
    from unionapp.importing import Plan

_FROM_FILE = say("从表格文件导入…")
_HELP = say("可从 Excel 或 WPS 表格复制后在此粘贴")


class TableEditor(QWidget):
    """The editor of a table: its grid, buttons for its rows, and a hint."""

    def __init__(self, indicator: Indicator, desk: Desk, slot: Slot = Slot.VALUE) -> None:
        super().__init__()
        self._indicator = indicator
        self._desk = desk
        self.grid = Grid(indicator.name, indicator.columns)
        self.setFocusProxy(self.grid)
        self.from_file = self._link(_FROM_FILE, self._import, Icon.DOC_SHEET)
        self._count = FixedSizeText(Qt.AlignmentFlag.AlignRight)
        self.hint = Hint(indicator.guide or _HELP)
        self._details = Details(
            indicator, desk, self, self._insert, self._choose, partial(set_tip, self.grid)
        )
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._open_menu)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(self.grid)
        column.addWidget(self.hint)
        column.addLayout(self._foot())
        self._carried = Carried(indicator.id, indicator.name, desk, column.addWidget)
        self._contested = Contested(indicator.id, indicator.name, desk, column.addWidget)
        self.binding = Binding(desk, EditPath(slot, indicator.id), self.grid)
        self.binding.refreshed.connect(self._show_answer)
        self.grid.remarked.connect(self.hint.show_note)
        self.grid.left.connect(desk.flush)
        self.grid.columns_wanted.connect(self._ask_for_columns)
        self.binding.refresh()

    def _foot(self) -> QVBoxLayout:
        """The ways to bring rows in, what is done to those there are, and how many."""
        bring, work = QHBoxLayout(), QHBoxLayout()
        for row in (bring, work):
            row.setSpacing(HAIR)
        insert = self._link(say("插入行"), self.grid.insert_row, Icon.PLUS)
        for widget in (
            insert,
            self._link(say("粘贴"), self.grid.paste, Icon.TABLE),
            self.from_file,
        ):
            bring.addWidget(widget)
        bring.addWidget(self._count, 1)
        actions: tuple[tuple[str, Callable[[], None]], ...] = (
            (say("删除行"), self.grid.delete_rows),
            (say("上移"), lambda: self.grid.move_row(-1)),
            (say("下移"), lambda: self.grid.move_row(1)),
            (say("排序"), self.grid.sort),
        )
        for words, action in actions:
            work.addWidget(self._button(words, action))
        work.addWidget(MenuButton(self._indicator.name, lambda: self._details.menu_actions))
        work.addStretch(1)
        foot = QVBoxLayout()
        foot.setSpacing(HAIR)
        foot.addLayout(bring)
        foot.addLayout(work)
        return foot

    def _link(self, words: str, action: Callable[[], None], icon: Icon) -> Button:
        return self._named(link_button(words, icon=icon), words, action)

    def _button(self, words: str, action: Callable[[], None]) -> Button:
        return self._named(tool_button(words), words, action)

    def _named(self, button: Button, words: str, action: Callable[[], None]) -> Button:
        button.setAccessibleName(say("{name}：{words}", name=self._indicator.name, words=words))
        button.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
        button.clicked.connect(lambda _checked: action())
        return button

    def _open_menu(self, point: QPoint) -> None:
        usual = (
            (say("复制"), self.grid.copy),
            (say("粘贴"), self.grid.paste),
            (say("清空"), self.grid.clear_cells),
            (_FROM_FILE, self._import),
        )
        menu = menu_of((*usual, *self._details.menu_actions), self.grid)
        menu.popup(self.grid.viewport().mapToGlobal(point))

    def _insert(self, form: QWidget) -> None:
        self._column.insertWidget(1, form)

    def _import(self) -> None:
        """Ask for a file, and take what comes of it as one step, as a paste is."""
        from ui.editors.table.import_file import ask_and_import

        ask_and_import(self.from_file, self.import_target, self._take)

    def _ask_for_columns(self, plan: "Plan") -> None:
        """Let the person say where the columns of a pasted block go, as with those of a file."""
        from ui.editors.table.import_file import choose_columns

        choose_columns(self.from_file, plan, self.import_target(), self._take)

    def import_target(self) -> ImportTarget:
        """Return where imported rows go, as it stands."""
        self._desk.flush()
        standing = self.grid.typed()
        rows = standing if isinstance(standing, tuple) else ()
        return ImportTarget(
            self._indicator.name, self._indicator.columns, cells_of(rows), MOST_ROWS
        )

    def _take(self, cells: Cells, sentence: str) -> None:
        """Save the imported rows, and show the first of them."""
        before = self.import_target().standing
        self.binding.put(cells)
        self._desk.noticed.emit(sentence)
        self.grid.setCurrentCell(len(before) if cells[: len(before)] == before else 0, 0)
        self.grid.setFocus()

    def _choose(self, typed: str | None) -> None:
        self.binding.put(typed)
        self.grid.setFocus()

    def _show_answer(self) -> None:
        entry = self.binding.entry
        rows = entry.value.rows if entry else ()
        totals = (f"{name} {total}" for name, total in totals_of(rows, self._indicator.columns))
        counted = say("　").join((say("共 {count} 行", count=len(rows)), *totals))
        self._count.show_text(counted if rows else "")
        self.hint.show_entry(entry)
        self._carried.refresh()
        self._contested.refresh()
        self._details.refresh()
