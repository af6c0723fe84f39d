"""Buttons, all painted alike: what leads on, what else can be done, quiet tools, links."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from ui.kit.keys import SKIPPED_BY_ENTER
from ui.kit.labels import without_keys
from ui.kit.painting import (
    draw_lower_side,
    draw_plate,
    draw_ring,
    draw_words,
    painter_on,
    words_width,
)
from ui.look import Colour, Icon, colour, scaled, set_size, tokens

# Pixels of the chevron of a button that opens a menu, and before it.
_CHEVRON, _CHEVRON_GAP = 14, 4
# Pixels by which the ring stands off what is filled.
_RING_GAP = 3


class Role(Enum):
    """What a button is for, by which it looks."""

    PRIMARY = "the one that leads on"
    PLAIN = "what else can be done"
    QUIET = "a tool among other things"
    LINK = "a way to another place"


@dataclass(frozen=True, slots=True)
class _Measures:
    height: int
    beside: int
    letters: int
    icon: int = 16
    bold: bool = False


_USUAL = {
    Role.PRIMARY: _Measures(tokens.BUTTON_HEIGHT, 20, tokens.TEXT_SIZE, bold=True),
    Role.PLAIN: _Measures(tokens.BUTTON_HEIGHT, 16, tokens.TEXT_SIZE),
    Role.QUIET: _Measures(tokens.QUIET_BUTTON_HEIGHT, 8, tokens.SECOND_SIZE, icon=18),
    Role.LINK: _Measures(tokens.LINK_HEIGHT, 6, tokens.SECOND_SIZE),
}
_LARGE = _Measures(tokens.LARGE_BUTTON_HEIGHT, 28, tokens.NARRATIVE_SIZE, bold=True)
_SMALL = _Measures(tokens.SMALL_BUTTON_HEIGHT, 10, tokens.SECOND_SIZE)


class Button(QPushButton):
    """A button that paints itself; Enter presses it only while it has the focus."""

    def __init__(
        self,
        words: str = "",
        role: Role = Role.PLAIN,
        *,
        icon: Icon | None = None,
        name: str = "",
    ) -> None:
        super().__init__(without_keys(words))
        self._role = role
        self._sign = icon
        self._measures = _USUAL[role]
        self._ink: Colour | None = None
        self.setAutoDefault(True)  # what lets Enter press a button that has the focus
        self.setAccessibleName(name or words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if role in (Role.QUIET, Role.LINK):
            self.setFlat(True)
        self._set_letters()

    @property
    def role(self) -> Role:
        """What it is for."""
        return self._role

    def set_role(self, role: Role) -> None:
        """Look like what it is for now."""
        if role is not self._role:
            self._role, self._measures = role, _USUAL[role]
            self._set_letters()

    @property
    def sign(self) -> Icon | None:
        """The icon before its words, if any."""
        return self._sign

    def set_sign(self, icon: Icon | None) -> None:
        """Show another icon before its words, or none."""
        if icon is not self._sign:
            self._sign = icon
            self.updateGeometry()
            self.update()

    def set_ink(self, ink: Colour | None) -> None:
        """Write a quiet button in another colour, such as that of an error; None is the usual."""
        self._ink = ink
        self.update()

    def be_large(self) -> None:
        """Take the size of what a whole page leads to."""
        self._measures = _LARGE
        self._set_letters()

    def be_small(self) -> None:
        """Take the size of a remedy within a band."""
        self._measures = _SMALL
        self._set_letters()

    def sizeHint(self) -> QSize:
        """Return the size of its words and icon with air beside them."""
        self.ensurePolished()
        wide = words_width(self, self._plain_words(), self._sign, self._measures.icon)
        if self.menu() is not None:
            wide += scaled(_CHEVRON + _CHEVRON_GAP)
        beside = self._measures.beside if self.text() else self._side_of_icon()
        height = max(scaled(self._measures.height), self.fontMetrics().height() + 6)
        return QSize(max(wide + 2 * scaled(beside), height), height)

    def minimumSizeHint(self) -> QSize:
        """Return the usual size: no word of a button is cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button as it stands now."""
        painter = painter_on(self)
        place = QRectF(self.rect())
        {
            Role.PRIMARY: self._paint_primary,
            Role.PLAIN: self._paint_plain,
            Role.QUIET: self._paint_quiet,
            Role.LINK: self._paint_link,
        }[self._role](painter, place)

    def _paint_primary(self, painter: QPainter, place: QRectF) -> None:
        tone = Colour.ACCENT
        if self._pressed():
            tone = Colour.ACCENT_PRESS
        elif self.underMouse() and self.isEnabled():
            tone = Colour.ACCENT_HOVER
        fill = place
        if self.hasFocus():
            draw_ring(painter, place, tokens.BUTTON_RADIUS + 1)
            fill = place.adjusted(_RING_GAP, _RING_GAP, -_RING_GAP, -_RING_GAP)
        if self.isEnabled():
            edge = Colour.ACCENT_PRESS if tone is Colour.ACCENT else Colour.ACCENT
            draw_plate(painter, fill, tokens.BUTTON_RADIUS, colour(tone), colour(edge))
            self._write(painter, place, colour(Colour.ON_ACCENT))
        else:
            self._paint_off(painter, place)

    def _paint_plain(self, painter: QPainter, place: QRectF) -> None:
        if not self.isEnabled():
            self._paint_off(painter, place)
            return
        over = self.underMouse()
        fill = Colour.HOVER if self._pressed() else Colour.WELL if over else Colour.SHEET
        edge = Colour.EDGE if over else Colour.SOFT_EDGE
        draw_plate(painter, place, tokens.BUTTON_RADIUS, colour(fill), colour(edge))
        if self.hasFocus():
            draw_ring(painter, place, tokens.BUTTON_RADIUS)
        else:
            draw_lower_side(painter, place, tokens.BUTTON_RADIUS)
        self._write(painter, place, colour(Colour.INK), colour(Colour.INK2))

    def _paint_quiet(self, painter: QPainter, place: QRectF) -> None:
        if self.isEnabled() and (self.underMouse() or self._pressed() or self.isChecked()):
            draw_plate(painter, place, tokens.BUTTON_RADIUS, colour(Colour.HOVER))
        if self.hasFocus():
            draw_ring(painter, place, tokens.BUTTON_RADIUS)
        if self._ink is not None:
            self._write(painter, place, colour(self._ink))
        elif self.isEnabled():
            self._write(painter, place, colour(Colour.INK), colour(Colour.INK2))
        else:
            self._write(painter, place, colour(Colour.INK3))

    def _paint_link(self, painter: QPainter, place: QRectF) -> None:
        if self.isEnabled() and (self.underMouse() or self._pressed()):
            draw_plate(painter, place, tokens.BUTTON_RADIUS, colour(Colour.LIVE_WASH))
        if self.hasFocus():
            draw_ring(painter, place, tokens.BUTTON_RADIUS)
        self._write(painter, place, colour(Colour.LIVE if self.isEnabled() else Colour.INK3))

    def _paint_off(self, painter: QPainter, place: QRectF) -> None:
        draw_plate(painter, place, tokens.BUTTON_RADIUS, None, colour(Colour.LINE))
        self._write(painter, place, colour(Colour.INK3))

    def _write(
        self, painter: QPainter, place: QRectF, ink: QColor, icon_ink: QColor | None = None
    ) -> None:
        room = QRectF(place)
        if self.menu() is not None:
            chevron = scaled(_CHEVRON)
            beside = scaled(self._measures.beside if self.text() else self._side_of_icon())
            left = room.right() - beside - chevron
            square = QRectF(left, room.center().y() - chevron / 2, chevron, chevron)
            draw_words(painter, square, "", ink, Icon.CHEVRON_DOWN, _CHEVRON, icon_ink)
            room.setRight(left - scaled(_CHEVRON_GAP) + beside)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        underlined = self.style().styleHint(QStyle.StyleHint.SH_UnderlineShortcut, option, self)
        flag = Qt.TextFlag.TextShowMnemonic if underlined else Qt.TextFlag.TextHideMnemonic
        size = self._measures.icon
        draw_words(painter, room, self.text(), ink, self._sign, size, icon_ink, int(flag))

    def _pressed(self) -> bool:
        return self.isDown()

    def _plain_words(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _side_of_icon(self) -> int:
        return max((tokens.SMALL_BUTTON_HEIGHT - self._measures.icon) // 2, 0)

    def _set_letters(self) -> None:
        set_size(self, self._measures.letters, bold=self._measures.bold)
        self.updateGeometry()
        self.update()


def push_button(text: str, pressed: Callable[[], object] | None = None) -> Button:
    """Return a plain button of the usual height."""
    return _pressing(Button(text), pressed)


def primary_button(text: str, pressed: Callable[[], object] | None = None) -> Button:
    """Return the one button of a page that leads on."""
    return _pressing(Button(text, Role.PRIMARY), pressed)


def link_button(
    text: str, pressed: Callable[[], object] | None = None, icon: Icon | None = None
) -> Button:
    """Return a way to another place, which stands in a line."""
    return _pressing(Button(text, Role.LINK, icon=icon), pressed)


def tool_button(
    text: str,
    pressed: Callable[[], object] | None = None,
    *,
    icon: Icon | None = None,
    name: str = "",
) -> Button:
    """Return a quiet tool; without words it is an icon, which a screen reader calls by `name`."""
    button = _pressing(Button(text, Role.QUIET, icon=icon, name=name), pressed)
    button.setAutoDefault(False)
    return button


def small_button(text: str, name: str, pressed: Callable[[], object] | None = None) -> Button:
    """Return a button that stays quiet among entries: small, and skipped by Enter.

    A screen reader calls it by its `name`.
    """
    button = _pressing(Button(text, Role.QUIET, name=name), pressed)
    button.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
    return button


def _pressing(button: Button, pressed: Callable[[], object] | None) -> Button:
    if pressed is not None:
        button.clicked.connect(lambda _checked=False: pressed())
    return button


def dress(button: QAbstractButton) -> None:
    """Make a button that Qt brings along work like ours and be as high."""
    if isinstance(button, QPushButton):
        button.setAutoDefault(True)
    button.setMinimumHeight(scaled(tokens.BUTTON_HEIGHT))
    button.setAccessibleName(button.text().replace("&&", "&"))
