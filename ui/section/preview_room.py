"""How much of a page's width the preview takes, and when it folds away."""

from dataclasses import dataclass

from ui.kit import theme
from ui.section.figure_grid import width_in_one_row, width_in_two

# Pixels below which the preview could not be read.
NARROWEST = 220

# Pixels of the preview, unless the person chose others: usually, and where it crowds the form.
_USUAL = 560
_CROWDING = 300

# Pixels of a card beside its figures.
_ROUND_FIGURES = 2 * theme.BETWEEN + 2

_SCROLL_BAR = 16
# Pixels of the bar between form and preview.
BAR = 8


def form_width() -> int:
    """Pixels that a form needs to show each figure in one row."""
    return width_in_one_row() + _ROUND_FIGURES + 2 * theme.AROUND + _SCROLL_BAR + BAR


def least_form_width() -> int:
    """Pixels below which a form would be cut."""
    return width_in_two() + _ROUND_FIGURES + 2 * theme.INSIDE + _SCROLL_BAR + BAR


@dataclass(slots=True)
class PreviewRoom:
    """What the person wants of the preview.

    `wished` is its width in pixels, 0 while nobody has chosen one; `crowding` says that it is
    wanted although the form then has to break its rows.
    """

    wished: int = 0
    folded: bool = False
    crowding: bool = False

    def width(self, page: int) -> int:
        """Pixels of the preview on a page of this width; 0 when it is folded away.

        Where form and preview do not fit side by side, one that is wanted takes the whole page.
        """
        spare = page - (least_form_width() if self.crowding else form_width())
        if self.folded or (spare < NARROWEST and not self.crowding):
            return 0
        if spare < NARROWEST:
            return page
        usual = _CROWDING if self.crowding else _USUAL
        return max(min(self.wished or usual, spare), NARROWEST)

    def has_room(self, page: int) -> bool:
        """Whether the preview fits on a page of this width without crowding the form."""
        return page - form_width() >= NARROWEST

    def toggle(self, page: int) -> None:
        """Fold the preview away, or open it, crowding the form if it must be."""
        shown = self.width(page) > 0
        self.folded = shown and self.has_room(page)
        self.crowding = not shown and not self.has_room(page)

    def choose(self, width: int, page: int) -> None:
        """Keep the width that the person gave the preview on a page of that width."""
        self.wished = width
        self.crowding = page - width < form_width()

    def suit(self, page: int) -> None:
        """Follow a page that has become this wide: no form is crowded without need, or hidden."""
        needless = (self.wished or _CROWDING) <= page - form_width()
        if needless or page - least_form_width() < NARROWEST:
            self.crowding = False
