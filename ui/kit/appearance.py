"""The size of texts and the colours that the person has chosen, applied to the whole program.

Whether guidance is folded is each page's own affair.
"""

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit import theme
from unionapp.system import SIZES, Appearance, Theme

_ROLES = QPalette.ColorRole
_DARK = {
    _ROLES.Window: "#36393E",
    _ROLES.WindowText: "#E8EAED",
    _ROLES.Base: "#1E1F22",
    _ROLES.AlternateBase: "#26282B",
    _ROLES.Text: "#E8EAED",
    _ROLES.PlaceholderText: "#9AA0A6",
    _ROLES.Button: "#45494F",
    _ROLES.ButtonText: "#E8EAED",
    _ROLES.BrightText: "#FFFFFF",
    _ROLES.ToolTipBase: "#45494F",
    _ROLES.ToolTipText: "#E8EAED",
    _ROLES.Highlight: "#2A62A8",
    _ROLES.HighlightedText: "#FFFFFF",
    _ROLES.Link: "#8AB8F0",
    _ROLES.LinkVisited: "#C5A3E8",
    _ROLES.Light: "#5A5E65",
    _ROLES.Midlight: "#4C5057",
    _ROLES.Mid: "#2A2B2E",
    _ROLES.Dark: "#141517",
    _ROLES.Shadow: "#000000",
}
_LIGHT = {
    _ROLES.Window: "#F3F3F3",
    _ROLES.WindowText: "#1F1F1F",
    _ROLES.Base: "#FFFFFF",
    _ROLES.AlternateBase: "#F7F7F7",
    _ROLES.Text: "#1F1F1F",
    _ROLES.PlaceholderText: "#6E6E6E",
    _ROLES.Button: "#EDEDED",
    _ROLES.ButtonText: "#1F1F1F",
    _ROLES.BrightText: "#FFFFFF",
    _ROLES.ToolTipBase: "#FFFFE8",
    _ROLES.ToolTipText: "#1F1F1F",
    _ROLES.Highlight: "#2F6DB5",
    _ROLES.HighlightedText: "#FFFFFF",
    _ROLES.Link: "#1A5FB4",
    _ROLES.LinkVisited: "#6B3FA0",
    _ROLES.Light: "#FFFFFF",
    _ROLES.Midlight: "#F0F0F0",
    _ROLES.Mid: "#B8B8B8",
    _ROLES.Dark: "#9A9A9A",
    _ROLES.Shadow: "#6A6A6A",
}
_FADED = {Theme.DARK: "#80868B", Theme.LIGHT: "#8C8C8C"}


def apply(appearance: Appearance) -> None:
    """Apply an appearance to everything: what is open now, and what will be."""
    _enlarge(appearance.text_percent)
    _colour(appearance.theme)


def _enlarge(percent: int) -> None:
    """Write the program's texts in this size, and those that have one of their own with them."""
    before = theme.scale()
    size = max(SIZES[0], min(percent, SIZES[-1]))
    face = QFont(QApplication.font())
    face.setPixelSize(round(theme.TEXT_SIZE * size / 100))
    if face.pixelSize() == QApplication.font().pixelSize():
        return
    own = theme.sized_widgets()
    sizes = [each.font().pixelSize() for each in own]
    QApplication.setFont(face)
    for widget, pixels in zip(own, sizes, strict=True):
        _resize(widget, round(pixels * theme.scale() / before))


def _resize(widget: QWidget, pixels: int) -> None:
    font = QFont(widget.font())
    font.setPixelSize(pixels)
    widget.setFont(font)


def _colour(chosen: Theme) -> None:
    """An empty palette leaves the choice to the desktop."""
    QApplication.setPalette(QPalette() if chosen is Theme.SYSTEM else _palette(chosen))
    theme.give_frames_an_edge()
    theme.renew_tones()


def _palette(chosen: Theme) -> QPalette:
    palette = QPalette()
    for role, colour in (_DARK if chosen is Theme.DARK else _LIGHT).items():
        palette.setColor(role, QColor(colour))
    faded = QColor(_FADED[chosen])
    for role in (_ROLES.WindowText, _ROLES.Text, _ROLES.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette
