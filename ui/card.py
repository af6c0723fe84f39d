"""A card: one item of a section, with all that is asked for it and its text."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.editors import NarrativeEditor, make_editor
from ui.editors.change import ChangeLabel
from ui.editors.hint import Hint
from ui.editors.name import Name
from ui.look import (
    BETWEEN,
    CARD_TITLE_SIZE,
    HINT_SIZE,
    INSIDE,
    Tone,
    set_size,
    set_tone,
)
from unionapp.draft import Room
from unionapp.template import Indicator, Item
from unionapp.values import NUMERIC, Kind

_WIDE = frozenset({Kind.LIST, Kind.TABLE, Kind.PERSONAL})
"""Kinds whose editors take the whole width, under the figures."""

_FIGURE_WIDTH = 344
_HEADS = ((1, "本年"), (2, "上年"), (3, "比上年"))


class Card(QFrame):
    """What one item asks, figures first, its narrative last."""

    figure_asked = Signal(str)
    """The id of an indicator whose chip was clicked in the narrative."""

    def __init__(self, item: Item, desk: Desk, *, titled: bool = True) -> None:
        super().__init__()
        self._desk = desk
        self._editors: dict[str, QWidget] = {}
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.narrative = NarrativeEditor(item, desk)
        self.narrative.figure_asked.connect(self.figure_asked)
        self._editors[item.id] = self.narrative
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        column.setSpacing(INSIDE)
        for part in self._parts(item, titled=titled):
            column.addWidget(part)

    def editor(self, id_: str) -> QWidget | None:
        """The editor of an indicator, or the narrative of the item, if it is on this card."""
        return self._editors.get(id_)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A light ground, as paper on a desk; a role of its own would change the letters' too."""
        QPainter(self).fillRect(self.rect(), self.palette().base())
        super().paintEvent(event)

    def _parts(self, item: Item, *, titled: bool) -> Iterator[QWidget]:
        if titled:
            yield _heading(item.title)
        if item.guide:
            yield Hint(item.guide)
        if rows := [each for each in item.indicators if each.kind not in _WIDE]:
            yield self._figures(rows)
        for indicator in item.indicators:
            if indicator.kind in _WIDE:
                editor = self._editor(indicator)
                yield Name(indicator.name, editor, indicator.guide)
                yield editor
        yield _small_heading("正文")
        yield self.narrative

    def _figures(self, indicators: list[Indicator]) -> QWidget:
        """The grid of figures, a row each."""
        figures = QWidget()
        grid = QGridLayout(figures)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(INSIDE)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(1, _FIGURE_WIDTH)
        grid.setColumnStretch(4, 1)
        if any(indicator.kind in NUMERIC for indicator in indicators):
            for column, words in _HEADS:
                grid.addWidget(_small_heading(words), 0, column)
        for row, indicator in enumerate(indicators, 1):
            self._add_row(grid, row, indicator)
        return figures

    def _add_row(self, grid: QGridLayout, row: int, indicator: Indicator) -> None:
        top = Qt.AlignmentFlag.AlignTop
        editor = self._editor(indicator)
        numeric = indicator.kind in NUMERIC
        grid.addWidget(Name(indicator.name, editor, indicator.guide), row, 0, top)
        grid.addWidget(editor, row, 1, 1, 1 if numeric else 4, top)
        if not numeric:
            return
        grid.addWidget(make_editor(indicator, self._desk, Room.PREVIOUS), row, 2, top)
        grid.addWidget(ChangeLabel(indicator, self._desk), row, 3, top)

    def _editor(self, indicator: Indicator) -> QWidget:
        editor = make_editor(indicator, self._desk)
        self._editors[indicator.id] = editor
        return editor


def _heading(words: str) -> QLabel:
    heading = QLabel(words)
    heading.setWordWrap(True)
    set_size(heading, CARD_TITLE_SIZE, bold=True)
    return heading


def _small_heading(words: str) -> QLabel:
    heading = QLabel(words)
    set_size(heading, HINT_SIZE)
    set_tone(heading, Tone.HINT)
    return heading
