"""A row of what was found: where it stands, and what stands there with the words marked."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QWidget

from ui.kit import Index, Rows, draw_plate
from ui.look import Colour, colour, tokens
from ui.words import say
from unionapp.figures import Hit, fold

# The role under which a row keeps its `Hit`.
_HIT = Qt.ItemDataRole.UserRole + 3

_NOWHERE = QModelIndex()


class HitModel(QAbstractListModel):
    """The hits as a list asks for them: nothing is made for rows that nobody sees."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """List these instead of the ones before."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many there are; a hit has none below it."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the hit, or its words for a screen reader."""
        hit = self.hits[index.row()]
        if role == _HIT:
            return hit
        return (
            say("{place}：{excerpt}", place=hit.place, excerpt=hit.excerpt)
            if role == Qt.ItemDataRole.DisplayRole
            else None
        )


class HitDelegate(Rows):
    """The painter of hits, two lines each; `words_wanted` gives what is being looked for."""

    def __init__(self, view: QListView, words_wanted: Callable[[], str]) -> None:
        super().__init__(view, note_above=True)
        self._words_wanted = words_wanted

    def words(self, index: Index) -> str:
        """Return what stands there."""
        return _hit(index).excerpt

    def note(self, index: Index) -> str:
        """Return where it stands."""
        return _hit(index).place

    def paint_mark(self, painter: QPainter, place: QRect, index: Index) -> None:
        """Put a ground of its own under the first of the words."""
        wanted = fold(self._words_wanted()).split()
        if not wanted:
            return
        text, at = _hit(index).excerpt, _hit(index).mark
        metrics = painter.fontMetrics()
        left = place.left() + metrics.horizontalAdvance(text[:at])
        width = metrics.horizontalAdvance(text[at : at + len(wanted[0])])
        ground = QRect(left, place.top(), width, metrics.height()).intersected(place)
        fill, edge = colour(Colour.WARN_WASH), colour(Colour.WARN_LINE)
        draw_plate(painter, ground.toRectF(), tokens.CHIP_RADIUS, fill, edge)


def _hit(index: Index) -> Hit:
    hit: Hit = index.data(_HIT)
    return hit
