"""Pages as pictures, kept while they are looked at."""

from collections.abc import Collection

from PySide6.QtGui import QPainter, QPixmap

from ui.look import Colour, colour
from ui.paper import Fonts, draw_page
from unionapp.layout.pages import Page


class PagePictures:
    """The pictures of pages, drawn once for each size in which they are shown."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._drawn: dict[int, tuple[Page, float, QPixmap]] = {}

    def known(self, page: Page, scale: float) -> QPixmap | None:
        """Return the page as drawn before, if it has not changed; `scale` is pixels to a point."""
        known = self._drawn.get(page.number)
        return known[2] if known and known[1] == scale and known[0] == page else None

    def picture(self, page: Page, scale: float, ratio: float) -> QPixmap:
        """Return the page as drawn before or now; `ratio` is dots of the screen to a pixel."""
        known = self.known(page, scale)
        if known is not None:
            return known
        picture = QPixmap(round(page.width * scale * ratio), round(page.height * scale * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(colour(Colour.PAPER))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        draw_page(painter, page, self._fonts)
        painter.end()
        self._drawn[page.number] = (page, scale, picture)
        return picture

    def keep_only(self, numbers: Collection[int]) -> None:
        """Forget the pictures of all other pages."""
        for number in self._drawn.keys() - set(numbers):
            del self._drawn[number]

    def __len__(self) -> int:
        """Return how many pages are kept as pictures."""
        return len(self._drawn)
