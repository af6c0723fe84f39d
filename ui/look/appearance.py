"""The look that the person or the desktop has chosen, put on."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.look import theme
from ui.look.theme import Look
from ui.look.tokens import Colour
from unionapp.system import SIZES, Appearance, Theme

_ROLES = QPalette.ColorRole
_CHOSEN = {Theme.LIGHT: Look.LIGHT, Theme.DARK: Look.DARK, Theme.CONTRAST: Look.HIGH_CONTRAST}

# What a desktop in high contrast says of its own colours; the others follow from these.
_OF_DESKTOP = {
    _ROLES.Window: (Colour.DESK, Colour.RAIL),
    _ROLES.Base: (Colour.SHEET, Colour.WELL, Colour.HOVER, Colour.LIVE_WASH, Colour.DONE_WASH),
    _ROLES.WindowText: (
        *(Colour.INK, Colour.INK2, Colour.INK3, Colour.LINE, Colour.SOFT_EDGE, Colour.EDGE),
        *(Colour.ACCENT, Colour.ACCENT_TEXT, Colour.DONE, Colour.WARN, Colour.ERROR),
        *(Colour.WARN_LINE, Colour.ACCENT_HOVER, Colour.ACCENT_PRESS),
    ),
    _ROLES.Highlight: (Colour.FOCUS, Colour.SELECT),
    _ROLES.Link: (Colour.LIVE, Colour.LIVE_LINE),
}
# The ratio of two colours above which a desktop means high contrast (WCAG 2.2; 21 is the most).
_HIGH = 20.0


def apply(chosen: Appearance) -> None:
    """Apply an appearance to everything: what is open now, and what will be."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        desktop = application.findChild(_Desktop) or _Desktop(application)
        desktop.put_on(chosen)


class _Desktop(QObject):
    """The colours that the desktop itself gives, read before any of ours are put on."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._palette = QPalette(application.palette())
        self._hints = application.styleHints()
        self._chosen = Appearance()
        self._hints.colorSchemeChanged.connect(self._follow)

    def put_on(self, chosen: Appearance) -> None:
        """Put on what was chosen, or what the desktop has."""
        self._chosen = chosen
        theme.enlarge(max(SIZES[0], min(chosen.text_percent, SIZES[-1])))
        look = _CHOSEN.get(chosen.theme)
        if look is None:
            theme.wear(*self._own())
        else:
            theme.wear(look, theme.colours_of(look))

    def _own(self) -> tuple[Look, Mapping[Colour, QColor]]:
        if is_high_contrast(self._palette):
            return Look.HIGH_CONTRAST, colours_from(self._palette)
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        look = Look.DARK if dark else Look.LIGHT
        return look, theme.colours_of(look)

    def _follow(self) -> None:
        if self._chosen.theme is Theme.SYSTEM:
            self.put_on(self._chosen)


def is_high_contrast(palette: QPalette) -> bool:
    """Tell whether a desktop's palette is one of high contrast: letters and one ground for all."""
    grounds = [palette.color(role) for role in (_ROLES.Window, _ROLES.Base, _ROLES.Button)]
    letters = palette.color(_ROLES.WindowText)
    return len({each.rgb() for each in grounds}) == 1 and contrast(letters, grounds[0]) >= _HIGH


def colours_from(palette: QPalette) -> dict[Colour, QColor]:
    """Return the colours of a desktop in high contrast, each by what it is for."""
    colours = theme.colours_of(Look.HIGH_CONTRAST)
    for role, tokens in _OF_DESKTOP.items():
        colours |= dict.fromkeys(tokens, palette.color(role))
    for ground in (Colour.WARN_WASH, Colour.ERROR_WASH, Colour.ON_ACCENT):
        colours[ground] = palette.color(_ROLES.Base)
    return colours


def contrast(one: QColor, other: QColor) -> float:
    """Return how far two colours stand out from each other, 1 to 21 (WCAG 2.2, contrast ratio)."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(shown: QColor) -> float:
    parts = (shown.redF(), shown.greenF(), shown.blueF())
    linear = [_linear(part) for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
