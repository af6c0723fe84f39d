"""How the window looks: its colours, sizes and spaces, its icons, and the look that is chosen."""

from ui.look import appearance, theme, tokens
from ui.look.icons import Icon, draw_icon, icon
from ui.look.theme import Look, colour, font, line_width, scale, scaled, set_size, set_tone
from ui.look.tokens import Colour

__all__ = [
    "Colour",
    "Icon",
    "Look",
    "appearance",
    "colour",
    "draw_icon",
    "font",
    "icon",
    "line_width",
    "scale",
    "scaled",
    "set_size",
    "set_tone",
    "theme",
    "tokens",
]
