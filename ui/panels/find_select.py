"""The words that were looked for, chosen where they stand."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.editors import width
from ui.editors.prose import ProseEdit
from unionapp.figures import Figures, fold
from unionapp.template import Placeholder, live


def choose_found(widget: QWidget | None, figures: Figures, words: str, nth: int) -> None:
    """Select the first of the words in an entry, or its n-th place in a text."""
    word = next(iter(fold(words).split()), "")
    if isinstance(widget, ProseEdit):
        _choose_in_text(widget, figures, word, nth)
    elif isinstance(widget, QLineEdit) and (at := fold(widget.text()).find(word)) >= 0:
        widget.setSelection(at, len(word))


def _choose_in_text(edit: ProseEdit, figures: Figures, word: str, nth: int) -> None:
    """As the text is read aloud; a figure that has the word, or a part of it, is chosen whole."""
    rendered = fold(figures.rendered(edit.text))
    at = rendered.find(word)
    for _ in range(nth):
        at = rendered.find(word, at + len(word))
    if at < 0:
        return
    letters = [*_letters(figures, edit.text)]
    cursor = edit.textCursor()
    cursor.setPosition(letters[at][0])
    cursor.setPosition(letters[at + len(word) - 1][1], QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def _letters(figures: Figures, text: str) -> Iterator[tuple[int, int]]:
    """Where each letter that is read aloud begins and ends for a cursor of the text."""
    position = 0
    for piece in live(text, figures.knows):
        if isinstance(piece, Placeholder):
            yield from [(position, position + 1)] * len(figures.rendered_piece(piece))
            position += 1
            continue
        for letter in piece.text:
            yield position, position + width(letter)
            position += width(letter)
