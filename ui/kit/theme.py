"""How the window looks: sizes, spaces and the few colours that tell a state.

Colours have a light and a dark form, both at least 4.5 : 1 against the ground they stand on
(WCAG 2.2, 1.4.3); which one follows from the palette, so that a dark desktop works.
"""

from enum import Enum
from weakref import WeakSet

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

# Sizes of letters in pixels at 100 %.
HINT_SIZE = 12
TEXT_SIZE = 14
CARD_TITLE_SIZE = 16
PAGE_TITLE_SIZE = 20
HEADLINE_SIZE = 28

# Spaces in pixels: inside a group, between groups, around a page.
INSIDE = 8
BETWEEN = 16
AROUND = 24

# The least size of an entry in pixels.
ENTRY_HEIGHT = 32
ENTRY_WIDTH = 160

_DARK_BELOW = 128
# The share of the letters' colour in the edge of a control.
_EDGE = 0.56
_FRAMED = ("QCheckBox", "QRadioButton", "QComboBox", "QPlainTextEdit", "QTextEdit", "QTableView")
_TICKED = ("QCheckBox", "QRadioButton")
# The share of the letters' colour in the ground of an empty box on a dark page.
_INSIDE_SHARE = 0.2
# Percent by which Fusion draws an outline darker than the ground.
_FUSION_DARKENS = 140
# The property of a widget that keeps its tone.
_TONE = "tone"

# Fonts with simplified Chinese, by system; the first that is there is used.
FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "Noto Sans SC",
    "Droid Sans Fallback",
)

# Those that were dressed here are remembered here: asking Qt for all widgets there are also makes
# Python meet such as are just being taken down, which it does not survive.
_toned: WeakSet[QWidget] = WeakSet()
_sized: WeakSet[QWidget] = WeakSet()


class Tone(Enum):
    """A meaning of a colour; its value is the colour on light ground and on dark ground."""

    ACCENT = ("#B3261E", "#F2867F")
    LIVE = ("#1A5FB4", "#8AB8F0")
    DONE = ("#1E6B34", "#7FCB93")
    WARNING = ("#8A5300", "#F0B860")
    ERROR = ("#B00020", "#FF9A9A")
    HINT = ("#5A5A5A", "#B4B4B4")


def is_dark(palette: QPalette) -> bool:
    """Tell whether texts are light on a dark ground."""
    return palette.color(QPalette.ColorRole.Window).lightness() < _DARK_BELOW


def colour(tone: Tone, palette: QPalette) -> QColor:
    """Return the colour of a tone on the ground of a palette."""
    light_ground, dark_ground = tone.value
    return QColor(dark_ground if is_dark(palette) else light_ground)


def edge(palette: QPalette) -> QColor:
    """Return the colour round what can be used: 3 : 1 against its ground (WCAG 2.2, 1.4.11)."""
    roles = QPalette.ColorRole
    return blend(palette.color(roles.WindowText), palette.color(roles.Window), _EDGE)


def give_frames_an_edge() -> None:
    """Frame what is ticked or written in so that it is seen: Fusion takes a shade of the ground."""
    plain = QApplication.palette()
    for box in _FRAMED:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, edge(plain).lighter(_FUSION_DARKENS))
        if box in _TICKED and is_dark(plain):
            palette.setColor(QPalette.ColorRole.Base, _inside(plain))
        QApplication.setPalette(palette, box)  # type: ignore[arg-type]  # takes no bytes


def _inside(palette: QPalette) -> QColor:
    """The ground of a box on a dark page: darker than the page, an empty one seems filled."""
    roles = QPalette.ColorRole
    return blend(palette.color(roles.WindowText), palette.color(roles.Window), _INSIDE_SHARE)


def set_tone(widget: QWidget, tone: Tone | None) -> None:
    """Write a widget's text in a tone; None gives it back the colour of its surroundings."""
    widget.setProperty(_TONE, tone.name if tone else "")
    _toned.add(widget)
    if tone is None:
        widget.setPalette(QPalette())
        return
    palette = widget.palette()
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(role, colour(tone, QApplication.palette()))
    widget.setPalette(palette)


def renew_tones() -> None:
    """Write all texts that have a tone in it again, after the ground has changed."""
    for widget in _living(_toned):
        if name := widget.property(_TONE):
            widget.setPalette(QPalette())
            set_tone(widget, Tone[name])


def set_size(widget: QWidget, pixels: int, *, bold: bool = False) -> None:
    """Write a widget's text in another size."""
    widget.setFont(font(pixels, bold=bold))
    _sized.add(widget)


def sized_widgets() -> tuple[QWidget, ...]:
    """Return the widgets whose texts have a size of their own."""
    return _living(_sized)


def _living(widgets: "WeakSet[QWidget]") -> tuple[QWidget, ...]:
    return tuple(widget for widget in tuple(widgets) if isValid(widget))


def scale() -> float:
    """Return how much larger than usual texts are written; 1.0 is the usual size."""
    return max(QApplication.font().pixelSize(), TEXT_SIZE) / TEXT_SIZE


def font(pixels: int, *, bold: bool = False) -> QFont:
    """Return the application's font in another size, which is enlarged as the application's is."""
    sized = QFont(QApplication.font())
    sized.setPixelSize(round(pixels * scale()))
    sized.setBold(bold)
    return sized


def font_height(pixels: int) -> int:
    """Return the height in pixels of a line of text in a size."""
    return QFontMetrics(font(pixels)).height()


_PRIMARY = """
QPushButton { background: #B3261E; color: #FFFFFF; border: 1px solid #8C1D18; border-radius: 3px;
              padding: 0 16px; }
QPushButton:hover { background: #C4362D; }
QPushButton:pressed, QPushButton:open { background: #8C1D18; }
QPushButton:focus { border: 2px solid #F6C7C3; }
QPushButton::menu-indicator { subcontrol-position: right center; right: 6px; }
QPushButton:disabled { background: #C9A5A3; border-color: #C9A5A3; }
"""


def make_primary(button: QPushButton) -> None:
    """Mark the one action of a window that leads on.

    A style sheet, because Fusion lightens a button's ground until white letters fade on it. What
    has one does not follow the size of the program's texts by itself.
    """
    set_size(button, TEXT_SIZE)
    button.setStyleSheet(_PRIMARY)


def blend(over: QColor, ground: QColor, share: float) -> QColor:
    """Return the colour that `share` of one colour over another gives; 1.0 is all of it."""
    channels = (
        (over.red(), ground.red()),
        (over.green(), ground.green()),
        (over.blue(), ground.blue()),
    )
    return QColor(*(round(a * share + b * (1 - share)) for a, b in channels))
