"""What was found in a paper, one row each, beside its text."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QListView,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit import (
    Ground,
    Label,
    Sign,
    Tick,
    hint_label,
    row_item,
    row_list,
    set_tip,
    tool_button,
)
from ui.look import Colour, Icon, icon, set_size, tokens
from ui.panels.proof.marks import WEIGHTS, Mark
from ui.words import say
from unionapp.checks import Severity

_NOTHING = say("没有发现问题")
_HIDDEN = say("只有提示，没有列出")
# Pixels of the sign that says that nothing was found.
_LARGE_SIGN = 56
# Rows that are measured at once.
_BATCH = 60

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Listing(Ground):
    """The findings of a paper: how many, each with icon, sentence and place, and the way through.

    Hints can be left out.
    """

    # Another row was chosen, by the mouse or the keys: which.
    chosen = Signal(int)
    # The person wants to go on in the text.
    entered = Signal()
    # Other marks are shown than before: the `Mark`s.
    narrowed = Signal(object)
    # The next one is wanted, or the one before: 1 or -1.
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__(Colour.RAIL, Qt.Edge.LeftEdge)
        self._all: tuple[Mark, ...] = ()
        self._shown: tuple[Mark, ...] = ()
        self.list = row_list(say("发现的问题"), wraps=True)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(_BATCH)
        self.hints = Tick(say("列出提示"))
        self.hints.setChecked(True)
        self.hints.toggled.connect(self._narrow)
        self.before = tool_button(
            "", lambda: self.stepped.emit(-1), icon=Icon.UP, name=say("上一处")
        )
        self.next = tool_button(
            "", lambda: self.stepped.emit(1), icon=Icon.DOWN, name=say("下一处")
        )
        set_tip(self.before, say("上一处（Shift+F8）"))
        set_tip(self.next, say("下一处（F8）"))
        self.summary = hint_label(wraps=True)
        self.position = hint_label()
        self._nothing = Label()
        self._none = _none(self._nothing)
        self._head = QBoxLayout(_DOWN)
        self._lay_out()
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemClicked.connect(lambda item: self._choose(self.list.row(item)))
        self.list.itemActivated.connect(lambda _item: self.entered.emit())

    @property
    def shown(self) -> tuple[Mark, ...]:
        """The marks that are listed."""
        return self._shown

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """List the marks of another paper."""
        self._all = tuple(marks)
        counts = Counter(mark.severity for mark in self._all)
        parts = [
            say("{word} {count} 处", word=weight.word, count=counts[each])
            for each, weight in WEIGHTS.items()
            if counts[each]
        ]
        self.summary.setText(say("，").join(parts))
        self.hints.setVisible(bool(counts[Severity.HINT]))
        self._narrow()

    def be_wide(self, *, wide: bool) -> None:
        """Put all that stands over the list in one row where it is wide."""
        self._head.setDirection(_ACROSS if wide else _DOWN)

    def mark(self, number: int) -> None:
        """Show which finding one is at, without going anywhere."""
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(number)
        self.list.scrollToItem(self.list.item(number))
        self._tell_position()

    def _narrow(self) -> None:
        with_hints = self.hints.isChecked()
        self._shown = tuple(
            mark for mark in self._all if with_hints or mark.severity is not Severity.HINT
        )
        with QSignalBlocker(self.list):
            self.list.clear()
            for mark in self._shown:
                self.list.addItem(_row(mark))
        some = bool(self._shown)
        self.list.setVisible(some)
        self._none.setHidden(some)
        self._nothing.setText(_HIDDEN if self._all else _NOTHING)
        for button in (self.before, self.next):
            button.setVisible(some)
        self._tell_position()
        self.narrowed.emit(self._shown)

    def _choose(self, row: int) -> None:
        self._tell_position()
        if row >= 0:
            self.chosen.emit(row)

    def _tell_position(self) -> None:
        row, many = self.list.currentRow(), len(self._shown)
        self.position.setText(
            say("第{number}处，共{many}处", number=row + 1, many=many) if row >= 0 else ""
        )

    def copy(self) -> None:
        """Copy what is listed, one line each."""
        rows = (
            say(
                "{number}. {sentence}（“{excerpt}”）",
                number=number,
                sentence=mark.sentence,
                excerpt=mark.excerpt,
            )
            for number, mark in enumerate(self._shown, 1)
        )
        QApplication.clipboard().setText("\n".join(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew: their sentences wrap at another place."""
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()

    def _lay_out(self) -> None:
        title = Label(say("发现的问题"))
        set_size(title, tokens.CARD_TITLE_SIZE, bold=True)
        head = QHBoxLayout()
        head.setSpacing(tokens.HAIR)
        self._head.setSpacing(tokens.INSIDE)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.position)
        head.addWidget(self.before)
        head.addWidget(self.next)
        below = QHBoxLayout()
        below.addWidget(self.summary, 1)
        below.addWidget(self.hints)
        column = QVBoxLayout(self)
        around = tokens.BETWEEN
        column.setContentsMargins(around, tokens.GROUP, around, tokens.GROUP)
        column.setSpacing(tokens.INSIDE)
        self._head.addLayout(head)
        self._head.addLayout(below, 1)
        column.addLayout(self._head)
        column.addWidget(self.list, 1)
        column.addWidget(self._none, 1)


def _row(mark: Mark) -> QListWidgetItem:
    spoken = say("{sentence}　{place}", sentence=mark.sentence, place=mark.excerpt)
    item = row_item(mark.message, mark.excerpt, spoken)
    item.setIcon(icon(mark.weight.icon, mark.weight.tone))
    return item


def _none(sentence: Label) -> QWidget:
    """What stands there when nothing is listed."""
    page = QWidget()
    set_size(sentence, tokens.CARD_TITLE_SIZE, bold=True)
    column = QVBoxLayout(page)
    column.setSpacing(tokens.BETWEEN)
    column.addStretch(2)
    middle = Qt.AlignmentFlag.AlignHCenter
    column.addWidget(Sign(Icon.STATE_DONE, Colour.DONE, _LARGE_SIGN), 0, middle)
    column.addWidget(sentence, 0, middle)
    column.addStretch(3)
    return page
