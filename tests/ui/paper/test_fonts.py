"""What the layout knows of fonts is what Qt draws."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from ui.paper.fonts import AdvanceTable


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
