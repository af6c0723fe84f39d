"""The characters that copying from a PDF gives.

Where a font shows two characters with one glyph, Qt notes the lower one: 工 of many fonts would be
copied as the radical ⼯, and a character beyond U+FFFF not at all. What was drawn is known here, so
the notes of each font are written anew (ISO 32000-1, 9.10.3).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from PySide6.QtGui import QRawFont

from ui.paper.fonts import Fonts, Source
from ui.paper.pdf.update import Update
from unionapp.layout.pages import Pages

_SIZE = 1000.0
_RANGE = re.compile(rb"<(\w{4})> <(\w{4})> (?:\[([^\[\]]*)\]|<(\w{4})>)")
_LARGEST_BLOCK = 100
_FRAME = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def note_characters(update: Update, paper: Pages, fonts: Fonts) -> None:
    """Note in every font of a PDF the characters that were drawn with it."""
    drawn = _drawn(paper, fonts)
    for font in update.fonts():
        notes = update.reference(update.body(font), b"/ToUnicode")
        qt = _read(update.body(notes))
        for source, glyphs in drawn.items():
            if _fits(qt, list(glyphs), fonts.sized(source, _SIZE)):
                update.put(notes, _notes(list(glyphs.values())))
                break


def _drawn(paper: Pages, fonts: Fonts) -> dict[Source, dict[int, str]]:
    """The glyphs of each font in the order in which they were drawn first, with their characters.

    By this order Qt numbers the glyphs that it embeds, from 1 on.
    """
    drawn: dict[Source, dict[int, str]] = {}
    for font, text in _new_texts(paper):
        for glyph, character in ((fonts.font(font)[character], character) for character in text):
            if glyph.index:
                drawn.setdefault(glyph.source, {}).setdefault(glyph.index, character)
    return drawn


def _new_texts(paper: Pages) -> Iterator[tuple[str, str]]:
    """The texts with a character that did not come before in their font."""
    seen: dict[str, set[str]] = defaultdict(set)
    for page in paper.pages:
        for placed in (*page.lines, page.footer):
            for piece in placed.line.pieces:
                if not seen[piece.font].issuperset(piece.text):
                    seen[piece.font].update(piece.text)
                    yield piece.font, piece.text


def _read(notes: bytes) -> dict[int, str]:
    """What Qt noted: the character of each glyph by its number in the PDF."""
    found: dict[int, str] = {}
    for first, last, several, one in _RANGE.findall(notes):
        numbers = range(int(first, 16), int(last, 16) + 1)
        codes = [int(code, 16) for code in re.findall(rb"\w{4}", several or one)]
        values = codes if several else range(codes[0], codes[0] + len(numbers))
        found.update(zip(numbers, map(chr, values), strict=True))
    found.pop(0, None)
    return found


def _fits(qt: Mapping[int, str], glyphs: list[int], font: QRawFont) -> bool:
    """Whether these glyphs are those of the font: what Qt noted must be shown by them."""
    if not qt or max(qt) > len(glyphs):
        return False
    shown = font.glyphIndexesForString("".join(qt.values()))
    return shown == [glyphs[number - 1] for number in qt]


def _notes(characters: list[str]) -> bytes:
    """A stream of notes: glyph 1 shows the first character, and so on."""
    entries = [
        f"<{number:04X}> <{character.encode('utf-16-be').hex().upper()}>"
        for number, character in enumerate(characters, start=1)
    ]
    blocks = []
    for first in range(0, len(entries), _LARGEST_BLOCK):
        block = entries[first : first + _LARGEST_BLOCK]
        blocks.append("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]))
    stream = _FRAME.format("\n".join(blocks)).encode()
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
