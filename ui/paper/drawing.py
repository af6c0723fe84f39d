"""Laid-out pages drawn with a painter whose unit is the point."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QPainter, QPen, QRawFont

from ui.paper.fonts import Font, Fonts
from unionapp.layout.pages import BORDER, DASH, Page, Piece, PlacedLine


def draw_page(painter: QPainter, page: Page, fonts: Fonts) -> None:
    """Draw a page in black; its corner is the painter's origin, its ground is left as it is."""
    painter.setPen(Qt.GlobalColor.black)
    for placed in page.lines:
        _draw_line(painter, placed, fonts)
    _draw_number(painter, page.footer, fonts)
    painter.setPen(QPen(Qt.GlobalColor.black, BORDER))
    painter.drawLines([QLineF(r.left, r.top, r.right, r.bottom) for r in page.rules])


def _draw_line(painter: QPainter, placed: PlacedLine, fonts: Fonts) -> None:
    for piece in placed.line.pieces:
        for run in _glyph_runs(piece, fonts):
            painter.drawGlyphRun(QPointF(placed.x, placed.y), run)


def _draw_number(painter: QPainter, placed: PlacedLine, fonts: Fonts) -> None:
    """The page number; that of a landscape page keeps its place on the portrait sheet."""
    if not placed.turned:
        _draw_line(painter, placed, fonts)
        return
    painter.save()
    painter.translate(placed.x, placed.y)
    painter.rotate(90)
    _draw_line(painter, PlacedLine(0, 0, placed.line), fonts)
    painter.restore()


def _glyph_runs(piece: Piece, fonts: Fonts) -> Iterator[QGlyphRun]:
    """One run for each font that is needed: most often one."""
    font = fonts.font(piece.font)
    places = _points(piece.places)
    if DASH * 2 in piece.text:
        sized = fonts.sized(font.source, piece.size)
        places = list(map(QPointF, places))  # the points themselves are shared
        _join_dashes(piece, places, sized.boundingRect(font[DASH].index))
    try:
        indexes = list(map(font.indexes.__getitem__, piece.text))
    except KeyError:  # a character not met before, or one that comes from another font
        yield from _mixed_runs(piece, font, places, fonts)
    else:
        yield _glyph_run(fonts.sized(font.source, piece.size), indexes, places)


@lru_cache(maxsize=256)
def _points(places: tuple[float, ...]) -> list[QPointF]:
    """Places on the baseline; lines without figures have the same ones again and again."""
    return [QPointF(x, 0) for x in places]


def _join_dashes(piece: Piece, places: list[QPointF], ink: QRectF) -> None:
    """Two dashes are one long one; where the font draws them short, no gap may show between."""
    for place in range(len(places) - 1):
        if piece.text[place : place + 2] == DASH * 2:
            left, right = places[place : place + 2]
            left.setX(left.x() + max(piece.size - ink.right(), 0))
            right.setX(right.x() - max(ink.left(), 0))


def _mixed_runs(
    piece: Piece, font: Font, places: Sequence[QPointF], fonts: Fonts
) -> Iterator[QGlyphRun]:
    glyphs = [font[character] for character in piece.text]
    pairs = zip(glyphs, places, strict=True)
    for source, group in groupby(pairs, key=lambda pair: pair[0].source):
        drawn = list(group)
        indexes = [glyph.index for glyph, _ in drawn]
        yield _glyph_run(fonts.sized(source, piece.size), indexes, [place for _, place in drawn])


def _glyph_run(font: QRawFont, indexes: Sequence[int], places: Sequence[QPointF]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes(indexes)
    run.setPositions(places)
    return run
