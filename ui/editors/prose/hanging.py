"""Closing marks kept with the line before: no line of a text begins with 。，.

Qt may break a line between a chip and the mark behind it. Such a mark is then given no width of
its own, so that it still fits, and hangs into the margin, as in print. That is done by the formats
of the layout, which are no part of the text.
"""

from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
)

from ui.editors.prose.document import OBJECT

_CLOSING = frozenset("，。、；：！？）》”’】〉〕」』…,.;:!?)%％")


def hang_closing_marks(document: QTextDocument) -> None:
    """Keep each closing mark behind a chip in the line of the chip, as the text is laid out now."""
    block = document.begin()
    while block.isValid():
        _hang_in(document, block)
        block = block.next()


def _hang_in(document: QTextDocument, block: QTextBlock) -> None:
    layout = block.layout()
    if layout.formats():
        _lay_out(document, block, [])
    hung: list[int] = []
    while (begun := next(_begun_with_closing(block, layout), None)) is not None:
        if begun in hung:
            return
        hung.append(begun)
        _lay_out(document, block, [_without_width(document, block, at) for at in hung])


def _begun_with_closing(block: QTextBlock, layout: QTextLayout) -> Iterator[int]:
    """The places at which a line begins with a mark that closes what is before it, a chip."""
    if OBJECT not in block.text():
        return
    units = _units(block.text())
    for number in range(1, layout.lineCount()):
        start = layout.lineAt(number).textStart()
        if start < len(units) and units[start] in _CLOSING and units[start - 1] == OBJECT:
            yield start


def _lay_out(
    document: QTextDocument, block: QTextBlock, formats: list[QTextLayout.FormatRange]
) -> None:
    block.layout().setFormats(formats)
    document.markContentsDirty(block.position(), block.length())


def _without_width(document: QTextDocument, block: QTextBlock, at: int) -> QTextLayout.FormatRange:
    mark = _units(block.text())[at]
    narrow = QTextCharFormat()
    narrow.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    width = QFontMetricsF(document.defaultFont()).horizontalAdvance(mark)
    narrow.setFontLetterSpacing(-width)
    hanging = QTextLayout.FormatRange()
    for name, value in (("start", at), ("length", 1), ("format", narrow)):
        setattr(hanging, name, value)  # Qt's stubs do not tell of them
    return hanging


def _units(text: str) -> str:
    """A text in which each character is one, as Qt counts: a rare one counts twice there."""
    return text if text.isascii() else "".join(c if c <= "\uffff" else f"{c} " for c in text)
