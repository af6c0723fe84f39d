"""The program with its window: `python -m ui.app`, or with a draft's file to open at once."""

import importlib.resources
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication

import resources
from ui import look
from ui.start import StartWindow
from ui.translation import speak_chinese
from ui.work import catch_everything, show_error
from unionapp import settings
from unionapp.errors import StoreError
from unionapp.paths import data_folder
from unionapp.store import Store


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the start window and work until it is closed; returns the exit code."""
    application = make_application(sys.argv if arguments is None else [sys.argv[0], *arguments])
    catch_everything()
    try:
        store = Store(data_folder())
    except StoreError as error:
        show_error(None, error)
        application.exec()
        return 1
    window = StartWindow(store)
    window.show()
    for file in application.arguments()[1:2]:
        window.open_file(Path(file))
    try:
        return application.exec()
    finally:
        store.close()


def make_application(arguments: Sequence[str]) -> QApplication:
    """Qt, dressed for the program: its face, its icon, its language."""
    application = QApplication(list(arguments))
    application.setApplicationName("unionapp")
    application.setApplicationDisplayName("工会年度总结")
    application.setStyle("Fusion")
    speak_chinese(application)
    face = QFont()
    face.setFamilies(list(look.FAMILIES))
    face.setPixelSize(look.TEXT_SIZE)
    application.setFont(face)
    _put_on_chosen_look()
    icon = importlib.resources.files(resources) / "icons" / "unionapp.svg"
    application.setWindowIcon(QIcon(str(icon)))
    return application


def _put_on_chosen_look() -> None:
    """Most people leave everything as it is, and load nothing for it."""
    chosen = settings.load().appearance
    if chosen != settings.Appearance():
        from ui import appearance

        appearance.put_on(chosen)


if __name__ == "__main__":
    sys.exit(main())
