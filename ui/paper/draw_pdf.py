"""Draws PDFs for whoever knows no Qt; Qt and the pages are loaded when the first one is drawn."""

from unionapp.paper.document import Document


def draw(document: Document, base: bytes | None) -> bytes:
    """A paper, on an office's own base if there is one, as the bytes of a .pdf.

    Raises:
        WritingError: The base is no sound Word document, or lacks styles.
    """
    from ui.paper.pdf import write

    write.application()  # the command line has none yet
    return write.packed(document, base)
