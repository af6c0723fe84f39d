"""Somebody who copies a text with live figures and closes the program, as a process of its own.

python -m tests.ui.support.copying FOLDER
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from tests.ui.support.desks import open_office
from ui.app import make_application
from ui.editors.prose import NarrativeEditor


def main() -> int:
    """Copy, and close."""
    application = make_application(sys.argv[:1])
    office = open_office(Path(sys.argv[1]))
    office.put("parts_repaired", "412")
    editor = NarrativeEditor(office.item("repair"), office.desk)
    editor.edit.selectAll()
    editor.edit.copy()
    assert application.clipboard().text()
    QTimer.singleShot(0, application.quit)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
