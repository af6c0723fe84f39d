"""The look that is worn now: its colours, and texts in the sizes of the window.

Qt's palette is made of the same colours, for what Fusion draws; what paints itself asks `colour`
each time, and so follows at once.
"""

from collections.abc import Mapping
from enum import IntEnum
from weakref import WeakSet

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.look.tokens import HIGH_LINE_WIDTH, LINE_WIDTH, TEXT_SIZE, Colour

_ROLES = QPalette.ColorRole

# What Fusion draws with each of its roles.
_PALETTE = {
    _ROLES.Window: Colour.DESK,
    _ROLES.WindowText: Colour.INK,
    _ROLES.Base: Colour.SHEET,
    _ROLES.AlternateBase: Colour.WELL,
    _ROLES.Text: Colour.INK,
    _ROLES.Button: Colour.SHEET,
    _ROLES.ButtonText: Colour.INK,
    _ROLES.BrightText: Colour.INK,
    _ROLES.PlaceholderText: Colour.INK3,
    _ROLES.Highlight: Colour.SELECT,
    _ROLES.HighlightedText: Colour.INK,
    _ROLES.Link: Colour.LIVE,
    _ROLES.LinkVisited: Colour.LIVE,
    _ROLES.Accent: Colour.FOCUS,
    _ROLES.ToolTipBase: Colour.SHEET,
    _ROLES.ToolTipText: Colour.INK,
    _ROLES.Light: Colour.SHEET,
    _ROLES.Midlight: Colour.LINE,
    _ROLES.Mid: Colour.LINE,
    _ROLES.Dark: Colour.EDGE,
    _ROLES.Shadow: Colour.SHADOW,
}
_LETTERS = (_ROLES.WindowText, _ROLES.Text, _ROLES.ButtonText)

# The property of a widget that keeps its tone.
_TONE = "tone"

# Those that were dressed here are remembered here: asking Qt for all widgets there are also makes
# Python meet such as are just being taken down, which it does not survive.
_toned: WeakSet[QWidget] = WeakSet()
_sized: WeakSet[QWidget] = WeakSet()


class Look(IntEnum):
    """Which of the three colours of a token is meant."""

    LIGHT = 0
    DARK = 1
    HIGH_CONTRAST = 2


class _Worn:
    """The look of the program; there is one, as there is one palette."""

    look = Look.LIGHT
    colours: Mapping[Colour, QColor] = {}


def colours_of(look: Look) -> dict[Colour, QColor]:
    """Return the colours of a look."""
    return {each: QColor(each.value[look]) for each in Colour}


def wear(look: Look, colours: Mapping[Colour, QColor]) -> None:
    """Wear these colours in the whole program from now on."""
    _Worn.look, _Worn.colours = look, colours
    QApplication.setPalette(palette_of(colours))
    _renew_tones()


def look() -> Look:
    """Return the look that is worn."""
    return _Worn.look


def is_dark() -> bool:
    """Tell whether texts are light on a dark ground."""
    return colour(Colour.DESK).lightness() < colour(Colour.INK).lightness()


def colour(token: Colour) -> QColor:
    """Return a colour of the look that is worn."""
    if not _Worn.colours:
        _Worn.colours = colours_of(_Worn.look)
    return _Worn.colours[token]


def line_width() -> int:
    """Return the pixels of a hairline: in high contrast it is a line."""
    return HIGH_LINE_WIDTH if _Worn.look is Look.HIGH_CONTRAST else LINE_WIDTH


def palette_of(colours: Mapping[Colour, QColor]) -> QPalette:
    """Return Qt's palette of a look."""
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, colours[token])
    for role in _LETTERS:
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours[Colour.INK3])
    return palette


def set_tone(widget: QWidget, tone: Colour | None) -> None:
    """Write a widget's text in a colour; None gives it back that of its surroundings."""
    widget.setProperty(_TONE, tone.name if tone else "")
    _toned.add(widget)
    if tone is None:
        widget.setPalette(QPalette())
        return
    palette = QPalette()
    for role in (_ROLES.WindowText, _ROLES.ButtonText):
        palette.setColor(role, colour(tone))
    widget.setPalette(palette)
    widget.setForegroundRole(_ROLES.WindowText)  # on a sheet Qt would write in another


def _renew_tones() -> None:
    for widget in _living(_toned):
        if name := widget.property(_TONE):
            set_tone(widget, Colour[name])


def set_size(widget: QWidget, pixels: int, *, bold: bool = False) -> None:
    """Write a widget's text in another size."""
    widget.setFont(font(pixels, bold=bold))
    _sized.add(widget)


def enlarge(percent: int) -> None:
    """Write the program's texts in this size, and those that have one of their own with them."""
    before = scale()
    face = QFont(QApplication.font())
    face.setPixelSize(round(TEXT_SIZE * percent / 100))
    if face.pixelSize() == QApplication.font().pixelSize():
        return
    own = [(each, each.font()) for each in _living(_sized)]
    QApplication.setFont(face)
    for widget, sized in own:
        sized.setPixelSize(round(sized.pixelSize() * scale() / before))
        widget.setFont(sized)


def _living(widgets: "WeakSet[QWidget]") -> tuple[QWidget, ...]:
    return tuple(widget for widget in tuple(widgets) if isValid(widget))


def scale() -> float:
    """Return how much larger than usual texts are written; 1.0 is the usual size."""
    return max(QApplication.font().pixelSize(), TEXT_SIZE) / TEXT_SIZE


def scaled(pixels: float) -> int:
    """Return a length of 100 % at the size that texts have now."""
    return round(pixels * scale())


def font(pixels: int, *, bold: bool = False) -> QFont:
    """Return the application's font in another size, which is enlarged as the application's is."""
    sized = QFont(QApplication.font())
    sized.setPixelSize(scaled(pixels))
    sized.setBold(bold)
    return sized


def font_height(pixels: int) -> int:
    """Return the height in pixels of a line of text in a size."""
    return QFontMetrics(font(pixels)).height()


def blend(over: QColor, ground: QColor, share: float) -> QColor:
    """Return the colour that `share` of one colour over another gives; 1.0 is all of it."""
    channels = (
        (over.red(), ground.red()),
        (over.green(), ground.green()),
        (over.blue(), ground.blue()),
    )
    return QColor(*(round(a * share + b * (1 - share)) for a, b in channels))
