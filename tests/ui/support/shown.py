"""Widgets on the screen, and the messages before them."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office
from ui.editors import make_editor
from ui.editors.table import TableEditor
from ui.kit import Message


def show(qtbot: QtBot, widget: QWidget) -> None:
    """Show a widget as a window of its own that has the keys; it goes with the test."""
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()  # on a bare X screen there is nobody else to do it


def shown_table(qtbot: QtBot, office: Office, id_: str) -> TableEditor:
    """The editor of a table, wide enough for its headings."""
    editor = make_editor(office.indicator(id_), office.desk)
    assert isinstance(editor, TableEditor)
    editor.resize(800, 400)
    show(qtbot, editor)
    return editor


def closed_message(qtbot: QtBot) -> str:
    """The sentence of the message that comes up, which is closed then."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Message))
    box = QApplication.activeModalWidget()
    assert isinstance(box, Message)
    sentence = box.text()
    box.close()
    return sentence
