"""Menus that open where they are wanted, and what every text offers in its own."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.kit.labels import without_keys
from ui.kit.painting import draw_plate, draw_ring, painter_on
from ui.look import Colour, Icon, Look, colour, draw_icon, line_width, scaled, theme, tokens
from ui.words import say

# Pixels beside the words of a row, of its signs, and between those and the words.
_BESIDE, _SIGN, _GAP = 12, 14, 8
_NATIVE = QKeySequence.SequenceFormat.NativeText
_MIDDLE = Qt.AlignmentFlag.AlignVCenter

# What a menu or a button offers: its words, and what it does.
Action = tuple[str, Callable[[], object]]


class Editable(Protocol):
    """A widget whose text can be cut, copied and pasted."""

    def cut(self) -> None:
        """Take out what is selected."""

    def copy(self) -> None:
        """Copy what is selected."""

    def paste(self) -> None:
        """Put in what was copied."""

    def selectAll(self) -> None:
        """Select all of it."""


class Menu(QMenu):
    """A menu that paints itself, as lists do; its rows, their keys and their order are Qt's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(tokens.HAIR, tokens.HAIR, tokens.HAIR, tokens.HAIR)
        self.setMinimumWidth(scaled(tokens.LEAST_MENU_WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, and the rows that are in sight."""
        painter = painter_on(self)
        sheet = QRectF(self.rect())
        draw_plate(painter, sheet, 0, colour(Colour.SHEET), colour(Colour.SOFT_EDGE))
        for action in self.actions():
            place = self.actionGeometry(action)
            if place.intersects(event.rect()):
                self._paint_row(painter, place, action)

    def _paint_row(self, painter: QPainter, place: QRect, action: QAction) -> None:
        if action.isSeparator():
            line = QRect(place.left(), place.center().y(), place.width(), line_width())
            painter.fillRect(line, colour(Colour.LINE))
            return
        if action is self.activeAction():
            draw_plate(painter, QRectF(place), tokens.CHIP_RADIUS, colour(Colour.HOVER))
            if theme.look() is Look.HIGH_CONTRAST:
                draw_ring(painter, QRectF(place), tokens.CHIP_RADIUS)
        room = place.adjusted(scaled(_BESIDE), 0, -scaled(_BESIDE), 0)
        self._paint_words(painter, self._paint_signs(painter, room, action), action)

    def _paint_signs(self, painter: QPainter, room: QRect, action: QAction) -> QRect:
        """Paint a tick, or that a menu follows; return what is left for words."""
        size, ink = scaled(_SIGN), colour(Colour.INK2)
        square = QRectF(room.left(), room.center().y() + 1 - size / 2, size, size)
        if any(each.isCheckable() for each in self.actions()):
            if action.isChecked():
                draw_icon(painter, square, Icon.CHECK, ink)
            room = room.adjusted(size + scaled(_GAP), 0, 0, 0)
        if action.menu() is not None:
            square.moveRight(room.right() + 1)
            draw_icon(painter, square, Icon.CHEVRON_RIGHT, ink)
            room = room.adjusted(0, 0, -size - scaled(_GAP), 0)
        return room

    def _paint_words(self, painter: QPainter, room: QRect, action: QAction) -> None:
        words, _, key = action.text().partition("\t")
        key = key or action.shortcut().toString(_NATIVE)
        painter.setPen(colour(Colour.INK3))
        painter.drawText(room, int(_MIDDLE | Qt.AlignmentFlag.AlignRight), key)
        metrics = painter.fontMetrics()
        most = room.width() - (metrics.horizontalAdvance(key) + scaled(_GAP) if key else 0)
        painter.setPen(colour(Colour.INK if action.isEnabled() else Colour.INK3))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, most)
        painter.drawText(room, int(_MIDDLE) | int(Qt.TextFlag.TextHideMnemonic), shown)


def editing_actions(edit: Editable) -> tuple[Action, ...]:
    """Return what every text offers, without Qt's own undo: that belongs to the draft."""
    return (
        (say("剪切"), edit.cut),
        (say("复制"), edit.copy),
        (say("粘贴"), edit.paste),
        (say("全选"), edit.selectAll),
    )


def menu_of(actions: Iterable[Action], parent: QWidget) -> Menu:
    """Return a menu of the actions, which goes once it is closed."""
    menu = Menu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_actions(menu, actions)
    return menu


def add_actions(menu: QMenu, actions: Iterable[Action]) -> None:
    """Add actions to a menu, after what it offers already."""
    for words, do in actions:
        _add(menu, words, do)


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> None:
    action = menu.addAction(without_keys(words))
    action.triggered.connect(lambda: do())
