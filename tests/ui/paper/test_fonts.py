"""What the layout knows of fonts is what Qt draws."""

import gc
from weakref import ref

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from tests.support.papers import whole
from ui.paper.fonts import AdvanceTable, Fonts
from unionapp.layout.pages import Layout


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("bold", [False, True])
def test_glyphs_move_on_as_far_as_qt_draws_them(*, bold: bool) -> None:
    measured = 0
    for family in QFontDatabase.families():
        wanted = QFont(family)
        wanted.setPixelSize(1000)
        wanted.setBold(bold)
        wanted.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font = QRawFont.fromFont(wanted)
        table = AdvanceTable(font)
        for glyph in filter(None, font.glyphIndexesForString("工一、“—1aW.")):
            drawn = font.advancesForGlyphIndexes([glyph])[0].x() / 1000
            assert table.advance(glyph) == pytest.approx(drawn, abs=0.002)
            measured += 1
    assert measured > 20


@pytest.mark.usefixtures("qapp")
def test_fonts_end_with_their_last_user_and_not_with_the_collector_on_another_thread() -> None:
    assert not gc.isenabled(), "as in the program itself, where one collector does all"
    fonts = Fonts()
    layout = Layout(fonts.measure)
    assert layout.lay_out(whole()).pages
    still_there = ref(fonts)
    del fonts, layout
    assert still_there() is None
