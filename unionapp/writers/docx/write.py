"""The paper as a Word document in official layout (GB/T 9704-2012)."""

from datetime import UTC, datetime

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from unionapp.layout import printable
from unionapp.paper import Document
from unionapp.writers.docx.base import Base, office_base, own_base, translated_errors
from unionapp.writers.docx.body import body
from unionapp.writers.docx.footers import drop_unused_footers
from unionapp.writers.docx.package import add_report, content_of, replace_properties
from unionapp.writers.docx.round_trip import Bookmarks, bookmarks_of
from unionapp.writers.docx.wordml import NAMESPACES

_PROPERTY_LIMIT = 255
_SUBJECT = "工会年度工作总结"


def packed(document: Document, base: bytes | None = None) -> bytes:
    """Return the content of the .docx.

    Args:
        document: The paper.
        base: An office's own .docx, whose letterhead, headers, margins and styles it takes.

    Raises:
        WritingError: The base is no sound Word document, or lacks styles.
    """
    if base is None:
        return _packed_on(own_base(), document)
    with translated_errors():
        return _packed_on(office_base(base), document)


def _packed_on(ground: Base, document: Document) -> bytes:
    bookmarks = bookmarks_of(document.blocks, ground.bookmarks, ground.free_number)
    _fill(ground, document, bookmarks)
    _describe(ground.word, document)
    add_report(ground.word, document, bookmarks)
    replace_properties(ground.word, document)
    return content_of(ground.word)


def _fill(base: Base, document: Document, bookmarks: Bookmarks) -> None:
    """Set the paper below the letterhead, in the styles that the base has by our names."""
    written = body(document.blocks, bookmarks, base.sections)
    filled = parse_xml(f"<w:body {NAMESPACES}>{written}</w:body>")
    if base.style_ids:
        for element in filled.iter(qn("w:pStyle"), qn("w:tblStyle")):
            element.set(qn("w:val"), base.style_ids[str(element.get(qn("w:val")))])
    for place, element in enumerate(base.letterhead):
        filled.insert(place, element)
    base.word.element.replace(base.word.element.body, filled)
    drop_unused_footers(base.word)


def _describe(word: WordDocument, document: Document) -> None:
    """Fill in the properties of the file."""
    properties = word.core_properties
    properties.title = printable(document.title)[:_PROPERTY_LIMIT]
    properties.subject = properties.category = _SUBJECT
    properties.author = printable(document.unit)[:_PROPERTY_LIMIT]
    properties.last_modified_by = properties.author
    properties.language = "zh-CN"
    properties.revision = 1
    properties.created = properties.modified = datetime.now(UTC)
