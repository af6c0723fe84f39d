"""All pages of a template at the size that the environment says, on a dark desktop.

    QT_SCALE_FACTOR=2 python -m tests.ui.support.double_size TEMPLATE

Prints a line for each page that is wider than its window and each name or button that is cut.
"""

import sys
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from ui.app import make_application
from ui.kit import Name
from ui.section import SectionPage
from ui.section.foot import SectionFoot
from ui.window import SummaryWizard
from unionapp.figures.progress import page_ids
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin
from unionapp.system import data_folder

_DARK = {
    QPalette.ColorRole.Window: "#202020",
    QPalette.ColorRole.WindowText: "#F0F0F0",
    QPalette.ColorRole.Base: "#181818",
    QPalette.ColorRole.Text: "#F0F0F0",
    QPalette.ColorRole.Button: "#303030",
    QPalette.ColorRole.ButtonText: "#F0F0F0",
}

# Milliseconds after which what is wrong is taken to stay.
_PATIENCE = 60_000


def main() -> None:
    """Turn all pages."""
    application = make_application(sys.argv[:1])
    application.setPalette(_dark(application.palette()))
    store = open_store(data_folder())
    wizard = SummaryWizard(Session(store, begin(store, sys.argv[1], ())))
    wizard.resize(683, 384)
    wizard.show()
    for page in page_ids(wizard.desk.template):
        wizard.go_to_page(page)
        for problem in _lasting_problems(wizard.currentPage()):
            print(f"{page}: {problem}")
    wizard.close()
    store.close()


def _lasting_problems(page: QWidget) -> tuple[str, ...]:
    """What is wrong with a page once it is whole and its layouts have come to rest.

    Qt shares out the room in several rounds of its loop; what is wrong for good outlasts them.
    """
    patience = QDeadlineTimer(_PATIENCE)
    while not patience.hasExpired() and not (_is_whole(page) and not any(_problems(page))):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    return tuple(_problems(page)) if _is_whole(page) else ("never whole",)


def _is_whole(page: QWidget) -> bool:
    """Whether all cards of a section are built; other pages are whole at once."""
    return not isinstance(page, SectionPage) or page.findChild(SectionFoot) is not None


def _dark(palette: QPalette) -> QPalette:
    for role, name in _DARK.items():
        palette.setColor(role, QColor(name))
    return palette


def _problems(page: QWidget) -> Iterator[str]:
    for area in page.findChildren(QScrollArea):
        inside = area.widget()
        if inside and inside.minimumSizeHint().width() > area.viewport().width():
            yield f"{inside.minimumSizeHint().width()} wide in {area.viewport().width()}"
    for button in page.window().findChildren(QPushButton):
        if button.isVisible() and button.width() < button.minimumSizeHint().width():
            yield f"cut: {button.text()}"
    for name in page.findChildren(Name):
        if name.isVisible() and _is_cut(name):
            yield f"cut: {name.text()}"


def _is_cut(label: QLabel) -> bool:
    return label.height() < label.heightForWidth(label.width())


if __name__ == "__main__":
    main()
