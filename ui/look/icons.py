"""The icons of the window: line drawings, in any colour, sharp at any size."""

import importlib.resources
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui.look.theme import colour
from ui.look.tokens import ICON_LINE, ICON_SIZE, SMALL_ICON, SMALL_ICON_LINE, Colour

# How a drawing writes the colours of its lines and of its ground.
_INK, _GROUND = "currentColor", "#FFFFFF"
# Device pixels to a pixel at which icons that Qt keeps are drawn: enough for any screen.
_SHARPNESS = 3
# Pictures that are kept: about all of one look at one size of texts.
_MOST_KEPT = 512


class Icon(StrEnum):
    """An icon; its value is the name of its drawing in `resources/icons/signs`."""

    ARCHIVE = "archive"
    AUTO = "auto"
    BACK = "back"
    BIN = "bin"
    BLANK = "blank"
    CHECK = "check"
    CHECKLIST = "checklist"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CLIP = "clip"
    CLOSE = "close"
    DOC_PDF = "doc-pdf"
    DOC_SHEET = "doc-sheet"
    DOC_WORD = "doc-word"
    DOC = "doc"
    DOWN = "down"
    EDIT = "edit"
    ERROR = "error"
    EXAMPLE = "example"
    FIND = "find"
    FOLDER = "folder"
    FROM_WORD = "from-word"
    HINT = "hint"
    HISTORY = "history"
    INFO = "info"
    INSERT_FIGURE = "insert-figure"
    MOON = "moon"
    MORE = "more"
    NEW = "new"
    NEXT = "next"
    NOTICE = "notice"
    PAPER = "paper"
    PLUS = "plus"
    PRINT = "print"
    QUESTION = "question"
    REDO = "redo"
    RESTORE = "restore"
    SAME = "same"
    SAVED = "saved"
    SEND = "send"
    SETTINGS = "settings"
    STATE_BEGUN = "state-begun"
    STATE_DONE = "state-done"
    STATE_EMPTY = "state-empty"
    STATE_OFF = "state-off"
    SUN = "sun"
    TABLE = "table"
    TEXT_SIZE = "text-size"
    UNDO = "undo"
    UNIT = "unit"
    UP = "up"
    WARNING = "warning"
    WITHHELD = "withheld"
    ZOOM = "zoom"


def icon(name: Icon, tone: Colour = Colour.INK2, off: Colour = Colour.INK3) -> QIcon:
    """Return an icon for one of Qt's own controls; it is made anew when the look changes."""
    return _icon(name, colour(tone).rgb(), colour(off).rgb())


# Each icon is made once: Qt keeps a copy, in the size of the screen, of each that it has not met
# before, and that copy stays when the last window with the icon is closed.
@lru_cache(_MOST_KEPT)
def _icon(name: Icon, ink: int, off: int) -> QIcon:
    made = QIcon()
    for mode, drawn in (
        (QIcon.Mode.Normal, ink),
        (QIcon.Mode.Selected, ink),  # Qt would tint it with the ground
        (QIcon.Mode.Disabled, off),
    ):
        made.addPixmap(_pixmap(name, drawn, ICON_SIZE, _SHARPNESS), mode)
    return made


def draw_icon(painter: QPainter, place: QRectF, name: Icon, ink: QColor) -> None:
    """Draw an icon into a place, as high as the place and in its middle."""
    size = min(place.width(), place.height())
    ratio = painter.device().devicePixelRatioF()
    square = QRectF(0, 0, size, size)
    square.moveCenter(place.center())
    square.moveTo(round(square.x() * ratio) / ratio, round(square.y() * ratio) / ratio)
    picture = _pixmap(name, ink.rgb(), size, ratio)
    painter.drawPixmap(square, picture, QRectF(picture.rect()))


@lru_cache(_MOST_KEPT)
def _pixmap(name: Icon, ink: int, size: float, ratio: float) -> QPixmap:
    pixels = round(size * ratio)
    picture = QPixmap(pixels, pixels)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing = _drawing(name).replace(_INK, QColor(ink).name())
    drawing = drawing.replace(_GROUND, colour(Colour.SHEET).name())
    if size <= SMALL_ICON:
        drawing = drawing.replace(f'"{ICON_LINE}"', f'"{SMALL_ICON_LINE}"')
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


@lru_cache(len(Icon))
def _drawing(name: Icon) -> str:
    file = importlib.resources.files(resources) / "icons" / "signs" / f"{name}.svg"
    return file.read_text("utf-8")
