"""Whether everything can be made out, in every look: letters on their grounds, edges of controls.

The bounds are those of WCAG 2.2: 4.5 for text (1.4.3), 3 for controls (1.4.11).
"""

import pytest
from PySide6.QtGui import QColor, QPalette

from ui.look import Colour, Look, theme
from ui.look.appearance import colours_from, contrast, is_high_contrast

TEXT, CONTROL = 4.5, 3.0
GROUNDS = (Colour.DESK, Colour.SHEET)
ON_ALL_GROUNDS = {
    Colour.INK: (*GROUNDS, Colour.RAIL, Colour.WELL, Colour.HOVER, Colour.SELECT),
    Colour.INK2: (*GROUNDS, Colour.RAIL, Colour.WELL, Colour.HOVER, Colour.LIVE_WASH),
    Colour.INK3: (*GROUNDS, Colour.RAIL, Colour.WELL, Colour.HOVER, Colour.LIVE_WASH),
    Colour.ACCENT_TEXT: (Colour.RAIL, Colour.SHEET),
    Colour.LIVE: (*GROUNDS, Colour.RAIL, Colour.LIVE_WASH, Colour.HOVER),
    Colour.DONE: (*GROUNDS, Colour.RAIL, Colour.DONE_WASH, Colour.LIVE_WASH),
    Colour.WARN: (*GROUNDS, Colour.RAIL, Colour.WARN_WASH, Colour.LIVE_WASH),
    Colour.ERROR: (*GROUNDS, Colour.RAIL, Colour.ERROR_WASH, Colour.LIVE_WASH),
    Colour.ON_ACCENT: (Colour.ACCENT, Colour.ACCENT_HOVER, Colour.ACCENT_PRESS),
    Colour.PAPER_INK: (Colour.PAPER, Colour.PAPER_MARK),
}
WASHES = (Colour.LIVE_WASH, Colour.DONE_WASH, Colour.WARN_WASH, Colour.ERROR_WASH)
EDGES = {
    Colour.EDGE: (*GROUNDS, Colour.RAIL, Colour.WELL),
    Colour.FOCUS: (*GROUNDS, Colour.RAIL, Colour.LIVE_WASH),
    Colour.ACCENT: (*GROUNDS, Colour.RAIL),
}


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("ink", ON_ALL_GROUNDS)
def test_letters_stand_out_from_every_ground_that_they_are_written_on(
    ink: Colour, look: Look
) -> None:
    colours = theme.colours_of(look)
    for ground in ON_ALL_GROUNDS[ink]:
        assert contrast(colours[ink], colours[ground]) >= TEXT, ground


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("wash", WASHES)
def test_a_sentence_stands_out_from_the_ground_of_its_band(wash: Colour, look: Look) -> None:
    colours = theme.colours_of(look)
    assert contrast(colours[Colour.INK], colours[wash]) >= TEXT


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("edge", EDGES)
def test_edges_stand_out_from_what_they_bound(edge: Colour, look: Look) -> None:
    colours = theme.colours_of(look)
    for ground in EDGES[edge]:
        assert contrast(colours[edge], colours[ground]) >= CONTROL, ground


@pytest.mark.parametrize("look", Look)
def test_what_qt_itself_writes_stands_out_too(look: Look) -> None:
    palette = theme.palette_of(theme.colours_of(look))
    roles = QPalette.ColorRole
    for ink, ground in (
        (roles.Text, roles.Base),
        (roles.Text, roles.AlternateBase),
        (roles.WindowText, roles.Window),
        (roles.ButtonText, roles.Button),
        (roles.PlaceholderText, roles.Base),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.HighlightedText, roles.Highlight),
        (roles.Link, roles.Base),
        (roles.LinkVisited, roles.Base),
    ):
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
            drawn = palette.color(group, ink), palette.color(group, ground)
            assert contrast(*drawn) >= TEXT, (group, ink)


def desktop(ground: str, letters: str, button: str = "") -> QPalette:
    palette = QPalette()
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        palette.setColor(role, QColor(ground))
    palette.setColor(QPalette.ColorRole.Button, QColor(button or ground))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor(letters))
    palette.setColor(QPalette.ColorRole.Link, QColor(letters))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(letters))
    return palette


@pytest.mark.parametrize(("ground", "letters"), [("#000000", "#ffffff"), ("#ffffff", "#000000")])
def test_a_desktop_in_high_contrast_is_known_and_its_own_colours_are_worn(
    ground: str, letters: str
) -> None:
    palette = desktop(ground, letters)
    assert is_high_contrast(palette)
    colours = colours_from(palette)
    for ink in (Colour.INK, Colour.INK3, Colour.EDGE, Colour.ERROR, Colour.WARN, Colour.DONE):
        assert colours[ink] == QColor(letters)
    for paper in (Colour.DESK, Colour.SHEET, Colour.WELL, Colour.ERROR_WASH):
        assert colours[paper] == QColor(ground)


def test_a_usual_desktop_is_not_taken_for_one_in_high_contrast() -> None:
    assert not is_high_contrast(desktop("#ffffff", "#000000", button="#efefef"))
    assert not is_high_contrast(desktop("#1e1e1e", "#ffffff"))
