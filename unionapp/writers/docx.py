"""The paper as a Word document in official layout (GB/T 9704-2012)."""

import importlib.resources
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import resources
from unionapp.document import Document
from unionapp.writers.docx_body import body
from unionapp.writers.files import put
from unionapp.writers.text import printable
from unionapp.writers.wordml import NAMESPACES

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_PROPERTY_LIMIT = 255


def write(document: Document, path: Path) -> None:
    """Write the paper as .docx.

    Raises:
        WritingError: It could not be written; the file that was there before is untouched.
    """
    put(path, packed(document))


def packed(document: Document) -> bytes:
    """The content of the .docx."""
    word = _base()
    _fill(word, document)
    _describe(word, document)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _base() -> "WordDocument":
    import docx

    base = importlib.resources.files(resources).joinpath("word", "base.docx")
    return docx.Document(BytesIO(base.read_bytes()))


def _fill(word: "WordDocument", document: Document) -> None:
    from docx.oxml import parse_xml

    root = word.element
    root.replace(root.body, parse_xml(f"<w:body {NAMESPACES}>{body(document.blocks)}</w:body>"))


def _describe(word: "WordDocument", document: Document) -> None:
    properties = word.core_properties
    properties.title = printable(document.title)[:_PROPERTY_LIMIT]
    properties.author = printable(document.unit)[:_PROPERTY_LIMIT]
    properties.last_modified_by = properties.author
    properties.created = properties.modified = datetime.now(UTC)
