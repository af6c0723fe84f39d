"""What the checks found, as a colleague's notes: each can be gone to, and most can be explained."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.kit import (
    Index,
    Label,
    ScrollingPage,
    Sign,
    clear_ground,
    hint_label,
    push_button,
    set_hint,
    set_tip,
    with_slim_bars,
)
from ui.look import Colour, Icon, scaled, set_size, tokens
from ui.pages.mending import MendingEntry, mendable
from ui.pages.notes import NOTE_ROLE, Answer, Note, NoteDelegate, Remedy
from ui.pages.places import Places
from ui.section import ExplanationEntry
from ui.words import say
from unionapp.checks import Finding, Severity, can_be_explained, explanation_of

# What a weight is called.
WORDS = {Severity.ERROR: say("错误"), Severity.WARNING: say("提醒"), Severity.HINT: say("提示")}

# What must be mended comes first.
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)

_NOTHING = say("没有发现问题")
_GO, _EXPLAIN, _MUST_MEND = say("去看看"), say("说明原因"), say("这一条要改好，不能只作说明")
_HELP = say("按回车就翻到那里改；没有错的，点“说明原因”写明，只写进存档稿。")
_FINISH = say("写好按回车，就到下一条；按 Esc 回到这一条")
_SETTLED = say("改好了。")

# Pixels of the sign that says that nothing was found.
_LARGE_SIGN = 56


class FindingsView(QWidget):
    """A list of findings, each with what can be done about it; or that there are none."""

    # The `Finding` whose place the person wants to see.
    wanted = Signal(object)
    # The person has come to another finding.
    moved = Signal()
    # The person wants to go on, for there is nothing to look at.
    finished = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._findings: tuple[Finding, ...] = ()
        # What was found last, which may lack the one whose answer is being mended.
        self._found: tuple[Finding, ...] = ()
        self._shown: Finding | None = None
        self._places = Places(desk.template)
        self.list = _NoteList()
        set_hint(self.list, _HELP)
        self.go_button = push_button(_GO, self._go)
        self.go_button.set_sign(Icon.NEXT)
        self.explain_button = push_button(_EXPLAIN, self._begin_explaining)
        self.answer = MendingEntry(desk)
        self.explanation = ExplanationEntry(desk)
        self.explanation.setAccessibleName(say("这一条的原因说明"))
        set_hint(self.explanation, _FINISH)
        set_tip(self.explanation, _FINISH)
        self.done_button = push_button(say("写好了"), self._finish)
        set_tip(self.done_button, _FINISH)
        self._must_mend = hint_label(_MUST_MEND)
        self.on_button = push_button(say("下一步：出稿"), self.finished.emit)
        self.nothing = _nothing(self.on_button)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_current)
        self.list.itemActivated.connect(lambda _item: self._go())
        self.answer.left.connect(self._finish)
        self.answer.escaped.connect(self._stop_mending)
        self.answer.abandoned.connect(self._look_again)
        self.explanation.left.connect(self._finish)
        self.explanation.escaped.connect(self._stop_explaining)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings, with the one chosen that was chosen before.

        One whose answer is being mended stays, in its place, until its entry is left.
        """
        before = self.current
        self._found = tuple(sorted(findings, key=lambda each: _ORDER.index(each.severity)))
        self._findings = self._with_one_in_hand(self._found)
        self._places = self._places.of(self._desk.template)
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own way; it is told of once at the end
        while self.list.count() > len(self._findings):
            self.list.takeItem(self.list.count() - 1)
        for row, finding in enumerate(self._findings):
            if row < self.list.count():
                self._fill(self.list.item(row), finding)
            else:
                item = QListWidgetItem()  # filled first, for the list looks at each change
                self._fill(item, finding)
                self.list.addItem(item)
        self._choose(before)
        self.list.blockSignals(False)  # noqa: FBT003
        self.list.setVisible(bool(self._findings))
        self.nothing.setHidden(bool(self._findings))
        self.setFocusProxy(self.list if self._findings else self.on_button)
        self._show_current()

    @property
    def current(self) -> Finding | None:
        """The finding that is chosen, if there is any."""
        row = self.list.currentRow()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def _with_one_in_hand(self, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
        current = self.current
        if current is None or not self.answer.hasFocus() or _is_among(current, found):
            return found
        row = self.list.currentRow()
        return (*found[:row], current, *found[row:])

    def _choose(self, before: Finding | None) -> None:
        rows = [row for row, each in enumerate(self._findings) if _is_same(each, before)]
        last = min(max(self.list.currentRow(), 0), len(self._findings) - 1)
        self.list.setCurrentRow(rows[0] if rows else last)

    def _fill(self, item: QListWidgetItem, finding: Finding) -> None:
        reason = explanation_of(self._desk.figures, finding)
        settled = finding not in self._found
        told = say("{words}：{message}", words=WORDS[finding.severity], message=finding.message)
        sentence = _SETTLED if settled else told
        text = (
            say("已说明　{sentence}\n　　说明：{reason}", sentence=sentence, reason=reason)
            if reason
            else sentence
        )
        place = self._places.at(finding.where.id, self._desk.figures)
        answer = self._answer_to(finding)
        note = Note(
            title=place.name,
            chapter=place.chapter,
            sentence=_SETTLED if settled else finding.message,
            reason=reason,
            severity=finding.severity,
            remedies=_remedies(finding, mended_here=answer is not None),
            answer=answer,
            settled=settled,
        )
        if item.data(NOTE_ROLE) != note:
            item.setData(NOTE_ROLE, note)
            item.setText(text)
            spoken = say(
                "{chapter}，{name}。{text}", chapter=place.chapter, name=place.name, text=text
            )
            if answer is not None:
                spoken += say("填的是{typed}{unit}。", typed=answer.typed, unit=answer.unit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            remedies = say("、").join(each.words for each in note.remedies)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, remedies)

    def _answer_to(self, finding: Finding) -> Answer | None:
        """Return the answer that a finding is about, if it can be mended in place."""
        figures = self._desk.figures
        indicator = mendable(finding, figures)
        if indicator is None:
            return None
        typed, entry = self._desk.answer(finding.where), figures.entries.get(finding.where)
        refused = entry is not None and bool(entry.refusal)
        return Answer(typed if isinstance(typed, str) else "", indicator.unit, refused)

    def _show_current(self) -> None:
        """Show what can be done about the finding that is chosen."""
        finding = self.current
        self.answer.show_finding(finding)
        if finding != self._shown:
            self._shown = finding
            self._explain(going=False)
            self.explanation.show_finding(finding)
            self.moved.emit()
        explainable = finding is not None and can_be_explained(finding)
        self.go_button.setEnabled(finding is not None)
        self.explain_button.setEnabled(explainable)
        self.done_button.setEnabled(explainable)
        here = not self.answer.isHidden()
        self._must_mend.setHidden(finding is None or explainable or here)
        self._explain(going=not self.explanation.isHidden() and explainable)

    def _explain(self, *, going: bool) -> None:
        """Show the line for the explanation, or the button that opens it."""
        self.explanation.setVisible(going)
        self.done_button.setVisible(going)
        self.explain_button.setVisible(not going and self.explain_button.isEnabled())
        self.list.place_remedies()

    def _go(self) -> None:
        if finding := self.current:
            self.wanted.emit(finding)

    def _begin_explaining(self) -> None:
        self._explain(going=True)
        self.explanation.setFocus()

    def _stop_explaining(self) -> None:
        self.list.setFocus()
        self._explain(going=False)

    def _stop_mending(self) -> None:
        self.list.setFocus()

    def _look_again(self) -> None:
        """Let go of what is settled, now that nobody writes there."""
        if self._findings != self._found:
            self.show_findings(self._found)

    def _finish(self) -> None:
        """Go on in the list, at the next finding; what was written is saved already."""
        settled = self.current is not None and not _is_among(self.current, self._found)
        self._stop_explaining()
        if not settled:  # else the next one has taken its place
            self.list.setCurrentRow(min(self.list.currentRow() + 1, self.list.count() - 1))

    def _lay_out(self) -> None:
        for button in (self.go_button, self.explain_button, self.done_button):
            button.be_small()
        self.answer.setMaximumWidth(scaled(tokens.ENTRY_WIDTH))
        parts = (
            self.answer,
            self.go_button,
            self.explain_button,
            self.explanation,
            self.done_button,
            self._must_mend,
        )
        self.list.take_remedies(parts, self.explanation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What can be done about a finding."""
        return (self.go_button, self.explain_button)


class _NoteList(QListWidget):
    """Notes one below the other, painted; the one that is chosen has real buttons."""

    def __init__(self) -> None:
        super().__init__()
        self._remedies = QWidget(self.viewport())
        self.setAccessibleName(say("检查结果"))
        with_slim_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        clear_ground(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._look = NoteDelegate(self)
        self.setItemDelegate(self._look)
        self._pressed = QPoint()

    def take_remedies(self, parts: Sequence[QWidget], wide: QWidget) -> None:
        """Take what can be done about a note into the one that is chosen."""
        row = QHBoxLayout(self._remedies)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.INSIDE)
        for part in parts:
            row.addWidget(part, int(part is wide))
        row.addStretch()
        for first, second in zip((self, *parts), parts, strict=False):
            QWidget.setTabOrder(first, second)

    def place_remedies(self) -> None:
        """Put what can be done where it belongs now."""
        index = self.currentIndex()
        self._remedies.setVisible(index.isValid())
        if index.isValid():
            place = self._look.remedies_place(self.visualRect(index), index)
            self._remedies.setGeometry(place)
            layout = self._remedies.layout()
            if layout is not None:
                layout.activate()

    def updateGeometries(self) -> None:
        """Let the buttons follow a new layout of the notes."""
        super().updateGeometries()
        self.place_remedies()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Let the buttons scroll with their note."""
        super().scrollContentsBy(dx, dy)
        self.place_remedies()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the notes out anew: their sentences wrap at another place."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Let the buttons go on to the note that is chosen now."""
        super().currentChanged(current, previous)
        self.place_remedies()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring round the note that is chosen."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was pressed: a painted button becomes a real one only now."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button that was painted where the mouse was pressed and let go."""
        super().mouseReleaseEvent(event)
        places = (self._pressed, event.position().toPoint())
        first, last = (
            self._remedies.childAt(self._remedies.mapFrom(self.viewport(), place))
            for place in places
        )
        if first is last and isinstance(first, QPushButton) and first.isEnabled():
            first.click()


def _is_same(one: Finding, other: Finding | None) -> bool:
    """Whether two findings are of one rule at one place: what it is about changes at each key."""
    return other is not None and (one.rule, one.where) == (other.rule, other.where)


def _is_among(one: Finding, found: Sequence[Finding]) -> bool:
    return any(_is_same(each, one) for each in found)


def _remedies(finding: Finding, *, mended_here: bool) -> tuple[Remedy, ...]:
    go = Remedy(_GO, Icon.NEXT)
    if can_be_explained(finding):
        return (go, Remedy(_EXPLAIN))
    return (go,) if mended_here else (go, Remedy(_MUST_MEND, pressed=False))


def _nothing(on: QPushButton) -> QWidget:
    """What stands there when nothing was found; the way on takes the keys."""
    page, holder = ScrollingPage(), QWidget()
    page.setWidget(holder)
    sentence = Label(_NOTHING)
    set_size(sentence, tokens.CARD_TITLE_SIZE, bold=True)
    column = QVBoxLayout(holder)
    column.setSpacing(tokens.BETWEEN)
    column.addStretch(2)
    middle = Qt.AlignmentFlag.AlignHCenter
    column.addWidget(Sign(Icon.STATE_DONE, Colour.DONE, _LARGE_SIGN), 0, middle)
    column.addWidget(sentence, 0, middle)
    column.addWidget(on, 0, middle)
    column.addStretch(3)
    return page
