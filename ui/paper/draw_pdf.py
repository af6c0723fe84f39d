"""Draws PDFs for whoever has no window."""

from ui.paper.pdf import write
from unionapp.paper import Document


def draw(document: Document, base: bytes | None) -> bytes:
    """Draw a paper, on an office's own base if there is one, and return the bytes of the PDF.

    Raises:
        WritingError: The base is no sound Word document, or lacks styles.
    """
    write.application()  # the command line has none yet
    return write.packed(document, base)
