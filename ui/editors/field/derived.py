"""Values that follow from others and are only shown: sums and rates, the change from last year."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.desk import Desk
from ui.kit import FixedSizeLabel, Label, set_tip, show_tip
from ui.look import Colour, set_tone
from ui.look.tokens import ENTRY_HEIGHT, ENTRY_WIDTH
from unionapp.figures import (
    NO_TOTAL,
    Figures,
    comparison_of,
    follows_from_units,
    is_kept_by_estimate,
)
from unionapp.template import Derive, Indicator
from unionapp.values import MANIFOLD, Kind, State, is_manifold

# Pixels of the change beside a figure.
CHANGE_WIDTH = 88

_TENTH = Decimal("0.1")


class DerivedValue(QWidget):
    """A value that follows from others, shown without a frame; a click tells from which."""

    def __init__(self, indicator: Indicator, desk: Desk) -> None:
        super().__init__()
        self._indicator = indicator
        self._desk = desk
        self.shown = FixedSizeLabel("", ENTRY_WIDTH)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        automatic = Label("自动")
        set_tone(automatic, Colour.INK2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.shown)
        row.addWidget(automatic)
        row.addStretch(1)
        self.setMinimumHeight(ENTRY_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(f"{indicator.name}（自动算出）")
        known = {each.id: each for each in desk.figures.draft.base.indicators}
        self._explanation = explanation(indicator, known | dict(desk.figures.indicators))
        set_tip(self, self._explanation)
        operands = indicator.derive.operands if indicator.derive else ()
        for id_ in (indicator.id, *operands):  # what keeps it from following may change alone
            desk.changes_of(id_).connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the value as it stands."""
        id_ = self._indicator.id
        text = self._desk.figures.printed(id_) or self._state()
        if text != self.shown.text():
            self.shown.show_text(text)
            set_tone(self.shown, None if self._desk.figures.printed(id_) else Colour.INK2)
            self.setAccessibleDescription(f"{text}，{self._explanation}")

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
            return "单位不同，不计算"
        by_estimate = is_kept_by_estimate(derive, figures.value, figures.indicators)
        return _why_nothing_follows(derive) if by_estimate else state.value


def _why_nothing_follows(derive: Derive) -> str:
    """Why nothing follows from a figure such as 20余, said as under a table; a rate is no sum."""
    return "含概数，不计算" if derive.rate or derive.difference else NO_TOTAL


def explanation(indicator: Indicator, indicators: Mapping[str, Indicator]) -> str:
    """Return how a value follows from others, in their names."""
    if indicator.derive is None:
        return ""
    return f"自动算出：{_formula(indicator.derive, indicators)}。有概数或待填的项时不计算。"


def _formula(derive: Derive, indicators: Mapping[str, Indicator]) -> str:
    for sign, ids in (("÷", derive.rate), ("+", derive.sum), ("-", derive.difference)):
        if ids:
            return f" {sign} ".join(indicators[id_].name for id_ in ids)
    if derive.count:
        return f"“{indicators[derive.count].name}”有几项"
    if derive.column_sum:
        table = indicators[derive.column_sum.table]
        columns = {column.id: column.name for column in table.columns}
        return f"“{table.name}”里“{columns[derive.column_sum.column]}”的合计"
    return ""


class ChangeLabel(FixedSizeLabel):
    """The change from last year in a few signs; empty while a figure is missing or inexact."""

    def __init__(self, indicator: Indicator, desk: Desk) -> None:
        super().__init__("", CHANGE_WIDTH)
        self._indicator = indicator
        self._desk = desk
        desk.changes_of(indicator.id).connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the change as it stands."""
        text = change_text(self._indicator, self._desk.figures)
        if text != self.text():
            self.show_text(text)
            before = "本年" if self._indicator.plan_for else "上年"
            set_tip(self, f"与{before}相比：{text}" if text else "")


def change_text(indicator: Indicator, figures: Figures) -> str:
    """Return the change in percent; of a rate in percentage points, from nothing as an amount."""
    compared = comparison_of(figures, indicator)
    change, percent = compared.change, compared.percent
    if change is None:
        return ""
    if not change:
        return "持平"
    sign = "▲" if change > 0 else "▼"
    if indicator.kind is Kind.RATE:
        return f"{sign} {_short(abs(change))}个百分点"
    if percent is None:
        return f"{sign} {_short(abs(change))}{indicator.unit}"
    if is_manifold(percent):
        return f"{sign} {MANIFOLD}"
    return f"{sign} {abs(percent).quantize(_TENTH, ROUND_HALF_UP)}%"


def _short(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
