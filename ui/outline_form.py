"""Small forms that open in a card: for an own indicator, and for one word such as a unit."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui.buttons import push_button
from ui.editors.keys import go_on, is_enter
from ui.look import BETWEEN, ENTRY_HEIGHT, HINT_SIZE, INSIDE, Tone, set_size, set_tone
from unionapp.own_parts import Wanted
from unionapp.values import Kind

KINDS = (
    ("数量", Kind.COUNT),
    ("金额", Kind.MONEY),
    ("比率", Kind.RATE),
    ("日期", Kind.DATE),
    ("文字", Kind.TEXT),
    ("名单", Kind.LIST),
    ("表格", Kind.TABLE),
)
"""What an own indicator may be, in the words of an office."""

_USUAL_UNITS = {Kind.MONEY: "元", Kind.RATE: "%"}
_MEASURED = frozenset({Kind.COUNT, Kind.MONEY, Kind.RATE})
_LONGEST_NAME, _LONGEST_UNIT = 40, 8
_UNIT_WIDTH = 88
_LABEL_WIDTH = 80
"""Pixels; the names of two-figure columns fit, so that all entries stand in one line."""
_FIRST_COLUMNS = 2


class Form(QFrame):
    """Entries, and two buttons; Escape leaves it."""

    left = Signal()

    def __init__(self, title: str, accept_words: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(title)
        self.accept = push_button(accept_words, self.finish)
        self.cancel = push_button("取消", self.left.emit)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        set_size(self.hint, HINT_SIZE)
        set_tone(self.hint, Tone.HINT)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(BETWEEN, INSIDE, BETWEEN, INSIDE)
        self.content.setSpacing(INSIDE)
        self.content.addWidget(QLabel(title))

    def finish(self) -> None:
        """Accept what is written."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; Enter goes on through the entries as everywhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_enter(event) and (focused := self.focusWidget()) is not None:
            go_on(focused)
        else:
            super().keyPressEvent(event)

    def add_foot(self) -> None:
        """The buttons, below what the form holds."""
        foot = QHBoxLayout()
        foot.addWidget(self.accept)
        foot.addWidget(self.cancel)
        foot.addWidget(self.hint, 1)
        self.content.addLayout(foot)


class WordForm(Form):
    """One entry: a unit, or the name of an own indicator."""

    accepted = Signal(str)

    def __init__(self, title: str, word: str, hint: str = "", longest: int = _LONGEST_NAME) -> None:
        super().__init__(title, "改好了")
        self.entry = _entry(title, longest)
        self.entry.setText(word)
        self.entry.selectAll()
        self.entry.returnPressed.connect(self.finish)
        self.hint.setText(hint)
        self.setFocusProxy(self.entry)
        self.content.addWidget(self.entry, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_foot()

    def finish(self) -> None:
        """Accept the word."""
        self.accepted.emit(self.entry.text())


class IndicatorForm(Form):
    """The name, kind and unit of an own indicator; of a table its columns too."""

    accepted = Signal()

    def __init__(self, kind: Kind) -> None:
        super().__init__("加表格" if kind is Kind.TABLE else "加指标", "加上")
        self.row = KindRow("", with_table=True)
        self.row.kind.setCurrentIndex([each for _, each in KINDS].index(kind))
        self.columns: list[KindRow] = []
        self._more = push_button("再加一列", self._add_column)
        self._grid = QVBoxLayout()
        self._grid.setSpacing(INSIDE)
        self.setFocusProxy(self.row.name)
        self.content.addWidget(self.row)
        self.content.addLayout(self._grid)
        self.content.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_foot()
        self.row.kind.currentIndexChanged.connect(self._show_columns)
        self._show_columns()

    def finish(self) -> None:
        """Accept the indicator, or say what is missing and put the cursor there."""
        missing = self._missing()
        if missing is not None:
            self.hint.setText(f"✕ 还没写{missing.accessibleName()}。")
            set_tone(self.hint, Tone.ERROR)
            missing.setFocus()
            return
        self.accepted.emit()

    def wanted(self) -> Wanted:
        """What is written of the indicator itself."""
        return self.row.wanted()

    def wanted_columns(self) -> tuple[Wanted, ...]:
        """The columns of a table; those without a name are left out."""
        if not self._is_table:
            return ()
        return tuple(row.wanted() for row in self.columns if row.name.text().strip())

    def _missing(self) -> QLineEdit | None:
        """The first entry without which nothing can be added."""
        if missing := self.row.missing():
            return missing
        if self._is_table and not self.wanted_columns():
            return self.columns[0].name
        used = (row for row in self.columns if self._is_table and row.name.text().strip())
        return next(filter(None, (row.missing() for row in used)), None)

    @property
    def _is_table(self) -> bool:
        return self.row.chosen is Kind.TABLE

    def _show_columns(self) -> None:
        while self._is_table and len(self.columns) < _FIRST_COLUMNS:
            self._add_column()
        for row in self.columns:
            row.setVisible(self._is_table)
        self._more.setVisible(self._is_table)
        self._order_tabs()

    def _add_column(self) -> None:
        row = KindRow(f"第{len(self.columns) + 1}列")
        row.kind.setCurrentIndex([each for _, each in KINDS].index(Kind.TEXT))
        self.columns.append(row)
        self._grid.addWidget(row)
        self._order_tabs()
        row.name.setFocus()

    def _order_tabs(self) -> None:
        """A column that was added later comes before the buttons all the same."""
        rows = (self.row, *self.columns)
        chain: list[QWidget] = [part for row in rows for part in (row.name, row.kind, row.unit)]
        chain += [self._more, self.accept, self.cancel]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)


class KindRow(QWidget):
    """A name, a kind and a unit."""

    def __init__(self, what: str, *, with_table: bool = False) -> None:
        super().__init__()
        self.name = _entry(f"{what}名称", _LONGEST_NAME)
        self.kind = QComboBox()
        self.kind.setAccessibleName(f"{what}种类")
        self.kind.setMinimumHeight(ENTRY_HEIGHT)
        for words, kind in KINDS:
            if with_table or kind not in (Kind.TABLE, Kind.LIST):
                self.kind.addItem(words, kind)
        self.kind.view().setAccessibleName(f"{what}种类")
        self.unit = _entry(f"{what}单位", _LONGEST_UNIT)
        self.unit.setFixedWidth(_UNIT_WIDTH)
        self._unit_label = QLabel("单位")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(f"{what}名称")
        label.setMinimumWidth(_LABEL_WIDTH)
        for widget in (label, self.name, self.kind, self._unit_label, self.unit):
            row.addWidget(widget)
        row.addStretch(1)
        self.kind.currentIndexChanged.connect(self._suit_unit)
        self._suit_unit()

    @property
    def chosen(self) -> Kind:
        """The kind that is chosen."""
        return Kind(self.kind.currentData())

    @property
    def typed_unit(self) -> str:
        """The unit, of a kind that has one."""
        return self.unit.text().strip() if self.chosen in _MEASURED else ""

    def missing(self) -> QLineEdit | None:
        """The entry that must still be filled in; a number is nothing without its unit."""
        if not self.name.text().strip():
            return self.name
        return self.unit if self.chosen in _MEASURED and not self.typed_unit else None

    def wanted(self) -> Wanted:
        """What is written here."""
        return Wanted(self.name.text().strip(), self.chosen, self.typed_unit)

    def _suit_unit(self) -> None:
        """The usual unit of the kind, and no unit where none can be."""
        measured = self.chosen in _MEASURED
        if not self.unit.isModified():
            self.unit.setText(_USUAL_UNITS.get(self.chosen, ""))
        for widget in (self.unit, self._unit_label):
            widget.setVisible(measured)


def _entry(name: str, longest: int) -> QLineEdit:
    entry = QLineEdit()
    entry.setAccessibleName(name)
    entry.setMaxLength(longest)
    entry.setMinimumHeight(ENTRY_HEIGHT)
    entry.setMinimumWidth(240)
    return entry
