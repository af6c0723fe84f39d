"""The words that a widget paints: it is painted on a device that keeps words and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QPaintDevice, QPaintEngine, QRegion, QTextItem
from PySide6.QtWidgets import QWidget

# Dots to the inch, and millimetres in it.
_DOTS, _INCH = 96, 25.4
# Pixels between two pieces of one line, at most.
_APART = 1.5

_Metric = QPaintDevice.PaintDeviceMetric


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters in one line, in pixels from the left of the widget, and where their line stands."""

    words: str
    left: float
    right: float
    base: float


def lines_painted_on(widget: QWidget) -> list[str]:
    """The lines that a widget itself paints, without those of the widgets on it.

    One line may come in several parts where there is room between them. What stands beyond the
    edge of the widget is among them.
    """
    return [line.words for line in pieces_painted_on(widget)]


def pieces_painted_on(widget: QWidget) -> list[Piece]:
    """The same lines, and where they stand."""
    page = _Page(widget)
    widget.render(page, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return [*_joined(page.engine.pieces)]


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces of each line as one; Qt cuts a line where another script or face begins."""
    line: Piece | None = None
    for piece in pieces:
        if line is not None and piece.base == line.base and abs(line.right - piece.left) < _APART:
            line = replace(line, words=line.words + piece.words, right=piece.right)
            continue
        if line is not None:
            yield line
        line = piece
    if line is not None:
        yield line


class _Page(QPaintDevice):
    """What a widget is painted on."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.engine = _Engine()
        self._widget = widget

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        wide, high = self._widget.width(), self._widget.height()
        match metric:
            case _Metric.PdmWidth:
                return wide
            case _Metric.PdmHeight:
                return high
            case _Metric.PdmWidthMM:
                return round(wide * _INCH / _DOTS)
            case _Metric.PdmHeightMM:
                return round(high * _INCH / _DOTS)
            case _Metric.PdmNumColors:
                return 1 << 24
            case _Metric.PdmDepth:
                return 32
            case _Metric.PdmDevicePixelRatio:
                return 1
            case _Metric.PdmDevicePixelRatioScaled:
                return int(self.devicePixelRatioFScale())
        return _DOTS


class _Engine(QPaintEngine):
    """What hears of all that is drawn, and keeps the words."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.pieces: list[Piece] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: object) -> None:
        """No colour matters."""

    def drawTextItem(self, place: QPointF, item: QTextItem) -> None:  # type: ignore[override]
        self.pieces.append(Piece(item.text(), place.x(), place.x() + item.width(), place.y()))

    def drawPixmap(self, *_what: object) -> None:
        """No picture matters, nor any shape."""

    drawImage = drawTiledPixmap = drawPath = drawPolygon = drawPixmap  # type: ignore[assignment]  # noqa: N815
    drawRects = drawLines = drawEllipse = drawPoints = drawPixmap  # noqa: N815
