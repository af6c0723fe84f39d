"""The paper as a PDF: fonts embedded, bookmarks from its headings, text that can be copied.

No display is needed; a caller without a window asks for `application()` first.
"""

import sys
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from ui.paper.drawing import draw_page
from ui.paper.fonts import Fonts
from ui.paper.pdf.bookmarks import add_bookmarks
from ui.paper.pdf.copy_text import note_characters
from ui.paper.pdf.update import Update
from unionapp.layout.pages import Layout, Page, Pages
from unionapp.paper import Document
from unionapp.writers import typography_of

_POINTS_PER_INCH = 72
_CREATOR = "工会年度总结"


def application() -> QGuiApplication:
    """Return the Qt application that drawing needs; start one without a window if none runs."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    # Only there can a display be missing, and only there does drawing without one find all fonts.
    platform = ["-platform", "offscreen"] if sys.platform == "linux" else []
    return QGuiApplication(["unionapp", *platform])


def packed(
    document: Document, base: bytes | None = None, chosen: Mapping[str, str] | None = None
) -> bytes:
    """Draw a paper and return the bytes of the PDF.

    Args:
        document: The paper.
        base: An office's own .docx, whose page, fonts and sizes it takes.
        chosen: The family to take for an official font, whatever else is installed.

    Raises:
        WritingError: The base is no sound Word document, or lacks styles.
    """
    fonts = Fonts(chosen)
    typography = None if base is None else typography_of(base)
    return content(Layout(fonts.measure, typography).lay_out(document), fonts)


def content(paper: Pages, fonts: Fonts) -> bytes:
    """Draw laid out pages and return the bytes of the PDF."""
    update = Update(_drawn(paper, fonts))
    add_bookmarks(update, paper)
    note_characters(update, paper, fonts)
    return update.finished()


def _drawn(paper: Pages, fonts: Fonts) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_POINTS_PER_INCH)
    writer.setTitle(paper.title)
    writer.setAuthor(paper.unit)
    writer.setCreator(_CREATOR)
    writer.setPageLayout(page_layout(paper.pages[0]))
    painter = QPainter(writer)
    try:
        for before, page in zip((None, *paper.pages), paper.pages, strict=False):
            if before is not None:
                if before.landscape != page.landscape:
                    writer.setPageLayout(page_layout(page))
                writer.newPage()
            draw_page(painter, page, fonts)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def page_layout(page: Page) -> QPageLayout:
    """Return the size and orientation of a page, without margins: the pages have their own."""
    portrait = QPageSize(
        QSizeF(min(page.width, page.height), max(page.width, page.height)), QPageSize.Unit.Point
    )
    turned = QPageLayout.Orientation
    orientation = turned.Landscape if page.landscape else turned.Portrait
    return QPageLayout(portrait, orientation, QMarginsF())
