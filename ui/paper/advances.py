"""How far each glyph of a font moves on, read from the font's own table.

Asking Qt draws the outline of every glyph that is asked for, and that took a seventh of a PDF.
"""

from struct import unpack_from

from PySide6.QtGui import QRawFont

_COUNT_AT = 34
"""Where `hhea` says how many glyphs `hmtx` has an advance for (ISO/IEC 14496-22, 5.2.3)."""

_ENTRY = 4


class Opened:
    """A font, and the advances of its glyphs in em."""

    def __init__(self, font: QRawFont) -> None:
        self.font = font
        self._table = bytes(font.fontTable("hmtx").data())
        head = bytes(font.fontTable("hhea").data())
        self._count = unpack_from(">H", head, _COUNT_AT)[0] if len(head) > _COUNT_AT + 1 else 0
        self._count = min(self._count, len(self._table) // _ENTRY)

    def advance(self, glyph: int) -> float:
        """The advance of a glyph; those beyond the table all have its last one."""
        if not self._count or not self.font.unitsPerEm():
            return self.font.advancesForGlyphIndexes([glyph])[0].x() / self.font.pixelSize()
        place = min(glyph, self._count - 1) * _ENTRY
        advance: int = unpack_from(">H", self._table, place)[0]
        return advance / self.font.unitsPerEm()
