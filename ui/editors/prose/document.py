"""Prose with live figures as a Qt document and back.

A place is one object character (U+FFFC) whose format names it. Text typed or loaded never holds
that character itself: cleaning takes it out.
"""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from unionapp.template import Placeholder, Words, live

# The type of the object that stands for a place.
CHIP = QTextFormat.ObjectTypes.UserObject.value + 1

OBJECT = "\ufffc"
_PLACE = QTextFormat.Property.UserProperty.value + 1

Known = Callable[[Placeholder], bool]


def chip_format(place: Placeholder) -> QTextCharFormat:
    """Return the format of the object that stands for a place."""
    chip = QTextCharFormat()
    chip.setObjectType(CHIP)
    chip.setProperty(_PLACE, str(place))
    return chip


def place_of(text_format: QTextFormat) -> Placeholder | None:
    """Return the place that a format stands for, if it is that of a chip."""
    if text_format.objectType() != CHIP:
        return None
    id_, _, field = str(text_format.property(_PLACE)).strip("{}").partition(".")
    return Placeholder(id_, field)


def atoms(text: str, known: Known) -> list[str]:
    """Return a text in parts that the cursor steps over: a character, or a place in braces."""
    parts: list[str] = []
    for piece in live(text, known):
        parts.extend(piece.text if isinstance(piece, Words) else (str(piece),))
    return parts


def atoms_of(document: QTextDocument) -> list[str]:
    """Return a document in such parts: its chips are places, whether they are known or not."""
    parts: list[str] = []
    for block in _blocks(document):
        for text, text_format in _fragments(block):
            place = place_of(text_format)
            parts.extend(text if place is None else [str(place)] * len(text))
        parts.append("\n")
    return parts[:-1]


def insert(cursor: QTextCursor, text: str, known: Known) -> None:
    """Insert text at the cursor, its places as chips."""
    for piece in live(text, known):
        if isinstance(piece, Words):
            cursor.insertText(piece.text, QTextCharFormat())
        else:
            cursor.insertText(OBJECT, chip_format(piece))


def text_of(document: QTextDocument, written: Callable[[Placeholder], str] = str) -> str:
    """Return the text of a document; `written` turns a place into text, by default in braces."""
    return "\n".join(_block_text(block, written) for block in _blocks(document))


def places_in(document: QTextDocument) -> Iterator[Placeholder]:
    """Yield the places of a document, in order."""
    for block in _blocks(document):
        for _, text_format in _fragments(block):
            if (place := place_of(text_format)) is not None:
                yield place


def _block_text(block: QTextBlock, written: Callable[[Placeholder], str]) -> str:
    return "".join(_fragment_text(text, form, written) for text, form in _fragments(block))


def _fragment_text(text: str, form: QTextCharFormat, written: Callable[[Placeholder], str]) -> str:
    """Chips of one place side by side are one fragment."""
    place = place_of(form)
    return text if place is None else written(place) * len(text)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[tuple[str, QTextCharFormat]]:
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        yield fragment.text(), fragment.charFormat()
        iterator += 1
