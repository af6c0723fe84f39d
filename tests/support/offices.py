"""An office's own base document, as a clerk makes one in Word, for the tests of the writers."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm

from tests.support.places import HOUSE

LETTERHEAD = "河湾街道总工会文件"


def png() -> bytes:
    """A picture of one red point."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
        + chunk(b"IEND", b"")
    )


def office_base(edit: Callable[[WordDocument], None] | None = None) -> bytes:
    """A letterhead with a picture, a head, other margins, and our styles under other ids."""
    word = docx.Document(str(HOUSE / "resources" / "word" / "base.docx"))
    word.paragraphs[0].text = LETTERHEAD
    word.add_paragraph().add_run().add_picture(BytesIO(png()), width=Mm(20))
    word.add_paragraph()
    page = word.sections[0]
    page.left_margin = page.right_margin = Mm(30)
    page.header.paragraphs[0].text = "内部材料"
    page.different_first_page_header_footer = True
    page.first_page_header.paragraphs[0].text = "第一页"
    _rename_ids(word)
    if edit:
        edit(word)
    return saved(word)


def _rename_ids(word: WordDocument) -> None:
    """Number the ids, as LibreOffice does when it saves."""
    named = {"w:styleId", "w:val"}
    ids = {str(style.style_id): f"Style{count}" for count, style in enumerate(word.styles)}
    page = word.sections[0]
    feet = (page.footer._element, page.even_page_footer._element)
    parts = [word.styles.element, word.element, *feet]
    for part in parts:
        for element in part.iter(*map(qn, ("w:style", "w:pStyle", "w:basedOn", "w:next"))):
            for name in map(qn, named):
                if element.get(name) in ids:
                    element.set(name, ids[str(element.get(name))])


def without_styles(*names: str) -> Callable[[WordDocument], None]:
    """An edit that deletes styles."""

    def delete(word: WordDocument) -> None:
        for name in names:
            word.styles[name].element.getparent().remove(word.styles[name].element)

    return delete


def saved(word: WordDocument) -> bytes:
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def with_part(content: bytes, name: str, replacement: bytes) -> bytes:
    """The package with one part added or replaced."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for part in before.infolist():
            if part.filename != name:
                after.writestr(part, before.read(part), zipfile.ZIP_DEFLATED)
        after.writestr(name, replacement, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name)
