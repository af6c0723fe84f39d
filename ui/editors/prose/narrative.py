"""The narrative editor: the text of an item, suggested until the secretary edits it.

While untouched the text follows the clauses. Once edited it is the secretary's own, with its
figures still live, and the suggested text can be had back.
"""

from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.editors.carried import Carried
from ui.editors.contested import Contested
from ui.editors.prose.picker import FigurePicker
from ui.editors.prose.prose_edit import ProseEdit
from ui.kit import (
    SKIPPED_BY_ENTER,
    Band,
    FixedSizeText,
    Label,
    Mood,
    hint_label,
    push_button,
    scroll_area_around,
    set_tip,
    tool_button,
)
from ui.look import Colour, Icon, colour, set_size
from ui.look.tokens import BETWEEN, HAIR, INSIDE, TEXT_SIZE
from ui.words import say
from unionapp.draft import EditPath, Slot
from unionapp.figures import Figures
from unionapp.template import Item, Placeholder
from unionapp.values import State

# Milliseconds without a change elsewhere after which the text takes the height it needs.
STANDING_STILL = 100

# Characters of a text that is compared letter by letter with what is suggested.
_LONGEST_COMPARED = 4000

# Pixels of the text.
_LOWEST, _HIGHEST = 64, 360
_FOLLOWS = say("自动成文，随数字变")
_FOLLOWS_SOON = say("上面的数字填好后，这里自动成文；也可以直接写。")
_TO_WRITE = say("在这里写这一条的正文。")
_OWN = say("自己改过，其中的数字仍随填报变")
_BROKEN = say("刚粘贴的文字，有的行像是在 PDF 里断开的。")


class NarrativeEditor(QWidget):
    """The editor of an item's text, with a word on whose text it is and two buttons."""

    # The id of the indicator whose chip was clicked.
    figure_asked = Signal(str)

    def __init__(self, item: Item, desk: Desk) -> None:
        super().__init__()
        self._item = item
        self._desk = desk
        self._path = EditPath(Slot.NARRATIVE, item.id)
        self.edit = ProseEdit(desk)
        self.edit.setAccessibleName(say("{title}正文", title=item.title))
        self.edit.setPlaceholderText(_FOLLOWS_SOON if item.clauses else _TO_WRITE)
        self.setFocusProxy(self.edit)
        self._whose = FixedSizeText()
        self._restoring: Restoring | None = None
        self._shown: Figures | None = None
        self._length = FixedSizeText(Qt.AlignmentFlag.AlignRight)
        self.missing: Band | None = None
        self.insert_button = tool_button(say("插入数字"), icon=Icon.INSERT_FIGURE)
        self.restore_button = tool_button(say("恢复建议正文"), icon=Icon.RESTORE)
        # What offers to join the lines of what was pasted last, and what that was.
        self.joining: Band | None = None
        self._broken = ""
        self._watched: frozenset[str] = frozenset()
        self._growing = QTimer(self, singleShot=True, interval=STANDING_STILL)
        self._growing.timeout.connect(self._grow)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the text as it stands, unless what was typed here is not saved yet."""
        held_back = self._desk.is_typing(self._path) or self._desk.holds(self._path)
        if not held_back and not self.edit.is_composing():
            text = self._desk.figures.text(self._item).live_text
            if text != self.edit.text:
                self.edit.show_text(text)
        self._shown = self._desk.figures
        self._watch(self._desk.figures.text(self._item).ids)
        self.edit.refresh_chips()
        self._tell_whose()
        self._tell_missing()
        self._leave_joining_if_settled()
        self._carried.refresh()
        self._contested.refresh()

    def put_text_first(self) -> None:
        """Let Tab come to the text before its tools, once it stands where it is to stay."""
        QWidget.setTabOrder(self.edit, self.insert_button)
        QWidget.setTabOrder(self.insert_button, self.restore_button)

    def open_picker(self, typed: str = "") -> FigurePicker:
        """Open the list of figures; `typed` stands in the text if none is chosen."""
        picker = FigurePicker(self._item, self._desk, self)
        picker.chosen.connect(self.edit.insert_place)
        if typed:
            picker.rejected.connect(lambda: self.edit.insertPlainText(typed))
        picker.finished.connect(lambda _result: self.edit.setFocus())
        picker.open()
        return picker

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        if self._shown is not self._desk.figures:
            self.refresh()

    def _connect(self) -> None:
        self.edit.typed_on.connect(self._hold)
        self.edit.composed.connect(self.refresh)
        self.edit.left.connect(self._desk.flush)
        self.edit.put_in.connect(self._save_at_once)
        self.edit.broken_pasted.connect(self._offer_joining)
        self.edit.figure_wanted.connect(self.open_picker)
        self.edit.figure_clicked.connect(self._ask_for)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._grow_soon)
        self.insert_button.clicked.connect(lambda _checked: self.open_picker())
        self.restore_button.clicked.connect(self._offer_restoring)
        self._watch(frozenset({self._item.id}))

    def _lay_out(self) -> None:
        self.insert_button.setAccessibleName(say("插入数字：{title}正文", title=self._item.title))
        set_tip(self.insert_button, say("也可以在正文里键入 { 或【"))
        self.restore_button.setAccessibleName(say("恢复建议正文：{title}", title=self._item.title))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addLayout(self._head())
        column.addWidget(self.edit)
        name = say("{title}正文", title=self._item.title)
        self._carried = Carried(self._item.id, name, self._desk, column.addWidget)
        self._contested = Contested(self._item.id, name, self._desk, column.addWidget)

    def _head(self) -> QHBoxLayout:
        """What it is and whose, and what can be done with it."""
        title = Label(say("正文"))
        set_size(title, TEXT_SIZE, bold=True)
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        row.addWidget(title)
        row.addWidget(self._whose, 2)
        row.addWidget(self._length, 1)
        for widget in (self.insert_button, self.restore_button):
            widget.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
            row.addWidget(widget)
        return row

    def _tell_missing(self) -> None:
        """Tell which figures are still to be filled in before all of the text can be printed."""
        blank = self._blank() if self.edit.text else []
        if blank and self.missing is None:
            self.missing = Band()
            self._column.insertWidget(2, self.missing)
        if self.missing is None:
            return
        self.missing.setVisible(bool(blank))
        if blank:
            first = self._desk.figures.name(blank[0])
            if len(blank) == 1:
                sentence = say("还差“{first}”，写到它的句子填好才能印出。", first=first)
            else:
                sentence = say(
                    "还差“{first}”等{count}项，写到它们的句子填好才能印出。",
                    first=first,
                    count=len(blank),
                )
            if sentence != self.missing.text():
                asked = blank[0]
                fill = (say("去填"), lambda: self.figure_asked.emit(asked))
                self.missing.tell(sentence, Mood.BLANK, fill)

    def _blank(self) -> list[str]:
        """The ids of what the text would tell of and nobody has filled in yet."""
        figures = self._desk.figures
        asked = (figures.indicators.get(id_) for id_ in figures.text(self._item).ids)
        known = filter(None, asked)
        ids = {each.id for each in known if figures.state(each) is State.BLANK}
        in_order = [each.id for each in self._item.indicators if each.id in ids]
        return [*in_order, *sorted(ids - {*in_order})]

    def _watch(self, ids: frozenset[str]) -> None:
        """Follow what the text can tell of: its clauses, and what the secretary put in."""
        for id_ in ids - self._watched:
            self._desk.changes_of(id_).connect(self._follow)
        self._watched |= ids

    def _follow(self) -> None:
        """Once an edit, though it touched several figures; hidden, when the text is shown."""
        if self.isVisible() and self._shown is not self._desk.figures:
            self._leave_restoring()
            self.refresh()

    def _hold(self) -> None:
        """Thousands of letters are not saved at each key."""
        self._desk.hold(self._path, self._save, self.edit)

    def _save(self, *, joins: bool = True) -> None:
        """A text that is typed back to what is suggested follows the figures again."""
        figures, text = self._desk.figures, self.edit.text
        if text != figures.text(self._item).live_text or self._desk.holds(self._path):
            own = text != figures.suggested_text(self._item)
            self._desk.put(self._path, text if own else None, joins=joins)

    def _save_at_once(self) -> None:
        """What was put in is a step of its own."""
        self._desk.let_go(self._path)
        self._save(joins=False)

    def _offer_joining(self, broken: str, whole: str) -> None:
        """Offer to make lines one that seem to be broken by a PDF; only the person knows."""
        if self.joining is None:
            self.joining = Band()
            self._column.insertWidget(2, self.joining)
        self._broken = broken
        self.joining.tell(_BROKEN, Mood.LIVE, (say("接成整段"), lambda: self._join(broken, whole)))
        self.joining.show()

    def _join(self, broken: str, whole: str) -> None:
        """Put the whole paragraphs in the place of the broken ones, as a step of its own."""
        self._desk.flush()
        text = self._desk.figures.text(self._item).live_text.replace(broken, whole, 1)
        self._desk.put(self._path, text, joins=False)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_joining_if_settled(self) -> None:
        """Nothing is offered any more once what was pasted stands there otherwise."""
        if self.joining is not None:
            text = self._desk.figures.text(self._item).live_text
            self.joining.setVisible(bool(self._broken) and self._broken in text)

    def _offer_restoring(self) -> None:
        """Show what would change before anything is lost."""
        self._desk.flush()
        self._leave_restoring()
        figures = self._desk.figures
        now, then = figures.text(self._item).live_text, figures.suggested_text(self._item)
        self._restoring = Restoring(figures.rendered(now), figures.rendered(then))
        self._restoring.accepted.connect(self._restore)
        self._restoring.left.connect(self._leave_restoring)
        self._column.addWidget(self._restoring)
        self._restoring.show()
        self._restoring.restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self) -> None:
        self._desk.put(self._path, None, joins=False)
        self._leave_restoring()

    def _leave_restoring(self) -> None:
        if self._restoring is not None:
            if self._restoring.isAncestorOf(self.focusWidget()):
                self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._restoring.hide()
            self._restoring.deleteLater()
            self._restoring = None

    def _ask_for(self, place: Placeholder) -> None:
        self.figure_asked.emit(place.id)

    def _tell_whose(self) -> None:
        figures = self._desk.figures
        is_own = figures.text(self._item).is_own
        self.restore_button.setEnabled(is_own)
        text = _OWN if is_own else _FOLLOWS if figures.suggested_text(self._item) else ""
        length = len("".join(figures.text(self._item).rendered_text.split()))
        self._whose.show_text(text)
        self._length.show_text(say("{count}字", count=length) if length else "")

    def _grow_soon(self) -> None:
        """Grow with what is typed here; with what is typed elsewhere, once that pauses.

        So the page stands still under the entry that is typed in.
        """
        if self.edit.hasFocus() or not self.isVisible():
            self._grow()
        else:
            self._growing.start()

    def _grow(self) -> None:
        height = int(self.edit.document().size().height()) + 2
        policy = Qt.ScrollBarPolicy
        fits = height <= _HIGHEST
        self.edit.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        self.edit.setFixedHeight(max(_LOWEST, min(height, _HIGHEST)))


class Restoring(QWidget):
    """A question before the suggested text is restored: what would change, and two buttons."""

    accepted = Signal()
    left = Signal()

    def __init__(self, now: str, suggested: str) -> None:
        super().__init__()
        words = hint_label(say("恢复后，划去的字会没有，加底线的字会补上："))
        self.shown = Label(wraps=True)
        self.shown.setTextFormat(Qt.TextFormat.RichText)
        self.shown.setText(marked(now, suggested, colour(Colour.ERROR).name()))
        self.shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.restore = push_button(say("恢复"), self.accepted.emit)
        self.keep = push_button(say("不恢复"), self.left.emit)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addWidget(self.keep)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(words)
        column.addWidget(self.shown)
        column.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the buttons into sight, once the widget has its place."""
        super().showEvent(event)
        QTimer.singleShot(0, self._come_into_sight)

    def _come_into_sight(self) -> None:
        if (around := scroll_area_around(self)) is not None:
            around.ensureWidgetVisible(self.restore, 0, BETWEEN)


def marked(now: str, then: str, ink: str) -> str:
    """Return two texts as rich text: what goes struck out in the ink, what comes underlined."""
    if max(len(now), len(then)) > _LONGEST_COMPARED:
        return _gone(now, ink) + _new(then)
    parts = []
    for _, now_from, now_to, then_from, then_to in SequenceMatcher(
        None, now, then, autojunk=False
    ).get_opcodes():
        gone, new = now[now_from:now_to], then[then_from:then_to]
        parts.append(escape(gone) if gone == new else _gone(gone, ink) + _new(new))
    return "".join(parts).replace("\n", "<br>")


def _gone(text: str, ink: str) -> str:
    return f'<s style="color:{ink}">{escape(text)}</s>' if text else ""


def _new(text: str) -> str:
    return f"<u>{escape(text)}</u>" if text else ""
