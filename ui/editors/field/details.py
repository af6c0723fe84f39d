"""What is said about an answer beside its value: a note, up to when it counts, its source.

They are asked for where somebody wants to write them; else a small mark tells that there are any.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPolygon, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desk import Desk
from ui.editors.binding import Binding
from ui.editors.field.entry import Entry
from ui.kit import SKIPPED_BY_ENTER, Action, Button, Label, Role, menu_of, set_tip
from ui.look import Colour, Icon, colour, scaled, set_size
from ui.look.tokens import ENTRY_HEIGHT, HINT_SIZE, INSIDE, ROW_MENU_WIDTH
from ui.words import say
from unionapp.draft import EditPath, Slot
from unionapp.figures import own_particulars
from unionapp.template import Indicator
from unionapp.values import State

# Opens the menu of an answer; in spreadsheets it writes a remark on a cell.
OPENING_KEY = "Shift+F2"

_MARK = 8


class _Part(NamedTuple):
    slot: Slot
    words: str
    example: str


_PARTS = (
    _Part(Slot.NOTE, say("备注"), say("随统计表存档")),
    _Part(Slot.AS_OF, say("数据截至"), say("如 2022年11月30日")),
    _Part(Slot.SOURCE, say("来源"), say("如 人力资源部报表")),
)


class DetailEntry(Entry):
    """An entry that says when it is left by Enter, instead of going on itself."""

    left = Signal()

    def leave(self) -> None:
        """Leave it to the form what comes next."""
        self.left.emit()


class DetailsForm(QWidget):
    """The form for note, date and source; Escape, or Enter in the last entry, leaves it."""

    left = Signal()

    def __init__(self, indicator: Indicator, desk: Desk) -> None:
        super().__init__()
        self.entries: dict[Slot, DetailEntry] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, INSIDE)
        self._grid.setHorizontalSpacing(INSIDE)
        self._grid.setVerticalSpacing(4)
        for part in _PARTS:
            self._add(part, indicator, desk)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, part: _Part, indicator: Indicator, desk: Desk) -> None:
        entry = DetailEntry()
        entry.setAccessibleName(say("{name}的{words}", name=indicator.name, words=part.words))
        entry.setPlaceholderText(part.example)
        entry.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
        entry.left.connect(lambda: self._go_on(entry))
        label = Label(part.words)
        label.setBuddy(entry)
        set_size(label, HINT_SIZE)
        row = len(self.entries)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(entry, row, 1)
        self.entries[part.slot] = entry
        Binding(desk, EditPath(part.slot, indicator.id), entry).refresh()

    def _go_on(self, entry: DetailEntry) -> None:
        entries = [*self.entries.values()]
        following = entries[entries.index(entry) + 1 :]
        if following:
            following[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit()


class Mark(QWidget):
    """A small corner over an entry, as spreadsheets mark a cell with a remark."""

    def __init__(self, entry: QWidget) -> None:
        super().__init__(entry)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(_MARK, _MARK)
        self.move(1, 1)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the corner at the left, for a figure stands at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Colour.LIVE))
        room: QRect = self.rect()
        painter.drawPolygon(QPolygon([QPoint(0, 0), room.topRight(), room.bottomLeft()]))


class MenuButton(Button):
    """A button that opens the menu of an answer by the mouse; by the keyboard its entry does."""

    def __init__(self, name: str, offer: Callable[[], tuple[Action, ...]]) -> None:
        super().__init__(
            role=Role.QUIET,
            icon=Icon.MORE,
            name=say("{name}的状态、备注、数据截至和来源", name=name),
        )
        self.offer = offer
        self.setAutoDefault(False)
        self.setFixedSize(scaled(ROW_MENU_WIDTH), scaled(ENTRY_HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_tip(self, say("待填、无此项、不公开，备注、数据截至、来源（Shift+F2）"))
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        """Return the room that a row keeps for its menu, less than other buttons take."""
        return QSize(scaled(ROW_MENU_WIDTH), scaled(ENTRY_HEIGHT))

    def be_of(self, name: str, offer: Callable[[], tuple[Action, ...]]) -> None:
        """Open the menu of another answer from now on."""
        self.offer = offer
        self.setAccessibleName(say("{name}的状态、备注、数据截至和来源", name=name))

    def _open(self) -> None:
        under = self.mapToGlobal(QPoint(0, self.height()))
        menu_of(self.offer(), self).popup(under)


class Details(QObject):
    """The menu, the form and the mark of one answer; what most never need is made when needed.

    `insert` puts the form where it belongs, `choose` takes what stands for a state, and
    `set_hover_text` is given what to show of it on hovering.
    """

    def __init__(
        self,
        indicator: Indicator,
        desk: Desk,
        editor: QWidget,
        insert: Callable[[QWidget], object],
        choose: Callable[[str | None], object],
        set_hover_text: Callable[[str], object],
    ) -> None:
        super().__init__(editor)
        self._indicator = indicator
        self._desk = desk
        self._editor = editor
        self._insert = insert
        self._set_hover_text = set_hover_text
        self._form: DetailsForm | None = None
        self._mark: Mark | None = None
        parts = (
            (say("写{words}…", words=part.words), partial(self.write, part.slot)) for part in _PARTS
        )
        self.menu_actions: tuple[Action, ...] = (*_state_actions(choose), *parts)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        opening = QShortcut(QKeySequence(OPENING_KEY), editor, self.open_menu)
        opening.setContext(within)  # as an argument to begin with it is passed over

    def open_menu(self) -> None:
        """Open the menu under the entry, its first action chosen, for the keyboard."""
        entry = self._entry
        below = entry.mapToGlobal(QPoint(0, min(entry.height(), entry.sizeHint().height())))
        menu = menu_of(self.menu_actions, entry)
        menu.popup(below)
        menu.setActiveAction(menu.actions()[0])

    def write(self, slot: Slot) -> None:
        """Open the form and put the cursor where this is written."""
        if self._form is None:
            self._form = DetailsForm(self._indicator, self._desk)
            self._form.left.connect(self._leave)
            self._insert(self._form)
        self._form.show()
        self._form.entries[slot].setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Mark the entry if something is said about its answer, and show it on hovering."""
        own = own_particulars(self._desk.figures, self._indicator)
        text = "\n".join(say("{kind}：{words}", kind=kind, words=words) for kind, words in own)
        if text and self._mark is None:
            self._mark = Mark(self._entry)
        if self._mark is not None:
            self._mark.setVisible(bool(text))
            self._set_hover_text(text)

    @property
    def _entry(self) -> QWidget:
        return self._editor.focusProxy() or self._editor

    def _leave(self) -> None:
        if self._form is not None:
            self._form.hide()
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)


def is_opening(event: QKeyEvent) -> bool:
    """Tell whether a key opens the menu of an answer."""
    shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return shift and event.key() == Qt.Key.Key_F2


def _state_actions(choose: Callable[[str | None], object]) -> tuple[Action, ...]:
    """One action a state; `choose` is given what stands for it in an entry."""
    return (
        (say("待填（清空）"), lambda: choose(None)),
        (say("无此项"), lambda: choose(State.NOT_APPLICABLE.value)),
        (say("不公开"), lambda: choose(State.WITHHELD.value)),
    )
