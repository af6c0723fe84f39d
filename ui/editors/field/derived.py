"""Values that follow from others and are only shown: sums and rates, the change from last year."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.editors.binding import Binding
from ui.editors.field.entry import BEFORE_UNIT, OF_QT, Entry, look_of
from ui.kit import draw_ring, painter_on, set_tip, show_tip
from ui.look import Colour, Icon, colour, font, scaled, tokens
from ui.words import say
from unionapp.draft import EditPath, Slot
from unionapp.figures import (
    NO_TOTAL,
    Figures,
    comparison_of,
    follows_from_units,
    is_kept_by_estimate,
)
from unionapp.template import Derive, Indicator
from unionapp.values import MANIFOLD, Kind, State, is_manifold, words_of

_AUTOMATIC, _TYPED = say("自动"), say("手填")
_TENTH = Decimal("0.1")
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = int(_MIDDLE | Qt.AlignmentFlag.AlignRight)


class DerivedValue(QWidget):
    """A value that follows from others, shown without a frame; a click tells from which."""

    def __init__(self, indicator: Indicator, desk: Desk) -> None:
        super().__init__()
        self._indicator = indicator
        self._desk = desk
        self._text = ""
        # Where a total is typed that an estimate keeps from being reckoned.
        self.entry: Entry | None = None
        # Pixels at the right for the unit, as of the entries in its column.
        self.unit_room = scaled(tokens.ENTRY_UNIT_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(
            say("{name}（{automatic}算出）", name=indicator.name, automatic=_AUTOMATIC)
        )
        known = {each.id: each for each in desk.figures.draft.base.indicators}
        self._explanation = explanation(indicator, known | dict(desk.figures.indicators))
        set_tip(self, self._explanation)
        operands = indicator.derive.operands if indicator.derive else ()
        for id_ in (indicator.id, *operands):  # what keeps it from following may change alone
            desk.changes_of(id_).connect(self.refresh)
        self.refresh()

    def text(self) -> str:
        """Return the value as it is shown, with its unit."""
        return self._text

    def refresh(self) -> None:
        """Show the value as it stands, and by whom it is."""
        text = self._desk.figures.printed(self._indicator.id) or self._state()
        self._show_entry()
        if self.entry is not None:
            whose = self._whose()
            self.setAccessibleName(say("{name}（{whose}）", name=self._indicator.name, whose=whose))
            self.update()
        if text != self._text:
            self._text = text
            self.setAccessibleDescription(
                say("{text}，{explanation}", text=text, explanation=self._explanation)
            )
            self.update()

    def _whose(self) -> str:
        """Whether the program has reckoned it, or somebody has typed it."""
        return _TYPED if self._desk.figures.is_typed_over(self._indicator) else _AUTOMATIC

    def _show_entry(self) -> None:
        """Let a total be typed while it can't be reckoned, or while something is typed there."""
        figures, path = self._desk.figures, EditPath(Slot.VALUE, self._indicator.id)
        wanted = figures.can_be_typed(self._indicator) or path in figures.draft.answers
        if wanted and self.entry is None:
            self.entry = self._make_entry(path)
        if self.entry is not None and self.entry.isHidden() is wanted:
            self.entry.setVisible(wanted)
            proxy = self.entry if wanted else None
            self.setFocusProxy(proxy)  # type: ignore[arg-type]  # Qt's way to have none
            self.update()
        if self.entry is not None:
            self.entry.set_look(look_of(figures.entries.get(path)))

    def _make_entry(self, path: EditPath) -> Entry:
        entry = Entry(self)
        entry.hide()
        entry.setAccessibleName(self._indicator.name)
        entry.setPlaceholderText(say("含概数，请直接填"))
        entry.align(Qt.AlignmentFlag.AlignRight)
        entry.show_unit(self._indicator.unit, self.unit_room)
        entry.words_for_unit = words_of(self._indicator.measure)
        entry.setGeometry(0, 0, scaled(tokens.ENTRY_WIDTH), scaled(tokens.ENTRY_HEIGHT))
        self._binding = Binding(self._desk, path, entry)
        self._binding.refresh()
        return entry

    def sizeHint(self) -> QSize:
        """Return the size of an entry with the word beside it."""
        wide = tokens.ENTRY_WIDTH + tokens.INSIDE + tokens.AUTO_WIDTH
        return QSize(scaled(wide), scaled(tokens.ENTRY_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the usual size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the digits where those of entries stand, the unit, and that it is automatic."""
        painter = painter_on(self)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), tokens.ENTRY_RADIUS)
        entry = scaled(tokens.ENTRY_WIDTH)
        typed = self.entry is not None and not self.entry.isHidden()
        if not typed:
            self._paint_value(painter, entry)
        painter.setFont(font(tokens.HINT_SIZE))
        painter.setPen(colour(Colour.INK2))
        left = entry + tokens.INSIDE
        room = QRectF(left, 0, self.width() - left, scaled(tokens.ENTRY_HEIGHT))
        painter.drawText(room, int(_MIDDLE), self._whose())

    def _paint_value(self, painter: QPainter, entry: int) -> None:
        given = bool(self._desk.figures.printed(self._indicator.id))
        unit = self._indicator.unit or ("%" if self._text.endswith("%") else "")
        digits = self._text.removesuffix(unit) if given and unit else self._text
        high = scaled(tokens.ENTRY_HEIGHT)
        right = entry - self.unit_room - OF_QT - 2
        painter.setPen(colour(Colour.INK if given else Colour.INK2))
        if not given:
            painter.setFont(font(tokens.SECOND_SIZE))
        wide = painter.fontMetrics().horizontalAdvance(digits)
        right = right if wide <= right else min(entry, max(wide, right))
        shown = painter.fontMetrics().elidedText(digits, Qt.TextElideMode.ElideRight, right)
        painter.drawText(QRectF(0, 0, right, high), _RIGHT, shown)
        if digits != self._text:
            painter.setFont(font(tokens.SECOND_SIZE))
            painter.setPen(colour(Colour.INK2))
            left = entry - self.unit_room + BEFORE_UNIT
            painter.drawText(QRectF(left, 0, entry - left, high), int(_MIDDLE), unit)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell from what it follows, at once."""
        show_tip(event.globalPosition().toPoint(), self._explanation, self)
        super().mousePressEvent(event)

    def _state(self) -> str:
        """The word for a value that is not there: it is not to be filled in here."""
        figures, derive = self._desk.figures, self._indicator.derive
        state = figures.state(self._indicator)
        if state is not State.BLANK or derive is None:
            return state.value
        if not follows_from_units(self._indicator, figures.indicators):
            return say("单位不同，不计算")
        by_estimate = is_kept_by_estimate(derive, figures.value, figures.indicators)
        return _why_nothing_follows(derive) if by_estimate else state.value


def _why_nothing_follows(derive: Derive) -> str:
    """Why nothing follows from a figure such as 20余, said as under a table; a rate is no sum."""
    return say("含概数，不计算") if derive.rate or derive.difference else NO_TOTAL


def explanation(indicator: Indicator, indicators: Mapping[str, Indicator]) -> str:
    """Return how a value follows from others, in their names."""
    if indicator.derive is None:
        return ""
    return say(
        "自动算出：{formula}。有概数或待填的项时不计算。",
        formula=_formula(indicator.derive, indicators),
    )


def _formula(derive: Derive, indicators: Mapping[str, Indicator]) -> str:
    for sign, ids in (("÷", derive.rate), ("+", derive.sum), ("-", derive.difference)):
        if ids:
            return f" {sign} ".join(indicators[id_].name for id_ in ids)
    if derive.count:
        return say("“{name}”有几项", name=indicators[derive.count].name)
    if derive.column_sum:
        table = indicators[derive.column_sum.table]
        columns = {column.id: column.name for column in table.columns}
        return say(
            "“{name}”里“{column}”的合计", name=table.name, column=columns[derive.column_sum.column]
        )
    return ""


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """The change from the year before in a few signs: an icon, and how much it is."""

    sign: Icon | None
    words: str

    @property
    def spoken(self) -> str:
        """The change for the ear."""
        return {Icon.UP: say("增加"), Icon.DOWN: say("减少")}.get(
            self.sign or Icon.SAME, ""
        ) + self.words


def change_of(indicator: Indicator, figures: Figures) -> ChangeShown:
    """Return the change in percent; of a rate in percentage points, from nothing as an amount.

    It is empty while a figure is missing or inexact.
    """
    compared = comparison_of(figures, indicator)
    change, percent = compared.change, compared.percent
    if change is None:
        return ChangeShown(None, "")
    if not change:
        return ChangeShown(Icon.SAME, say("持平"))
    sign = Icon.UP if change > 0 else Icon.DOWN
    if indicator.kind is Kind.RATE:
        return ChangeShown(sign, say("{change}个百分点", change=_short(abs(change))))
    if percent is None:
        return ChangeShown(sign, f"{_short(abs(change))}{indicator.unit}")
    if is_manifold(percent):
        return ChangeShown(sign, MANIFOLD)
    return ChangeShown(sign, f"{abs(percent).quantize(_TENTH, ROUND_HALF_UP)}%")


def _short(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
