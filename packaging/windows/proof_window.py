"""Grab the start window and pages of the wizard to pictures; run by the shipped Python.

Usage: python proof_window.py FOLDER ANSWERS.toml FACE.ttc -platform offscreen

Without a screen Qt knows no face of the system, so one is given.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from ui.app import make_application
from ui.start import StartWindow
from ui.window import SummaryWizard
from unionapp.importing import answers
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin

_SIZE = QSize(1200, 760)


def main(folder: Path, answers_file: Path, face: Path) -> None:
    """Open a draft made of the answers, and grab what a person would see."""
    application = make_application(sys.argv)
    if QFontDatabase.addApplicationFont(str(face)) < 0:
        raise SystemExit(f"{face} is no face")
    store = open_store(folder)
    given = answers.load(answers_file)
    draft = begin(store, given.template.id, given.changes)
    _grab(application, StartWindow(store), folder / "start.png")
    wizard = SummaryWizard(Session(store, draft))
    _grab(application, wizard, folder / "profile.png")
    wizard.go_to_page(given.template.sections[1].id)
    _grab(application, wizard, folder / "section.png")
    store.close()


def _grab(application: QApplication, window: QWidget, picture: Path) -> None:
    window.resize(_SIZE)
    window.show()
    for _ in range(10):
        application.processEvents()
    if not window.grab().save(str(picture)):
        raise SystemExit(f"{picture} could not be written")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
