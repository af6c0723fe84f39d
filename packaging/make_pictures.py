"""The pictures of the README, taken from the program itself: `make pictures`.

They are drawn in memory, on the bundled examples, at the size of a small office screen.
"""

import os
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from ui.app import make_application
from ui.paper import Fonts, draw_page
from ui.start import StartWindow
from ui.window import SummaryWizard
from unionapp.importing import answers
from unionapp.layout.pages import Layout
from unionapp.paper import compose
from unionapp.storage import DraftStore, open_store
from unionapp.storage.sessions import Session, begin
from unionapp.system import HOME_VARIABLE, data_folder, settings

HOUSE = Path(__file__).resolve().parent.parent
PICTURES = HOUSE / "packaging" / "pictures"
KINDS = ("school", "hospital", "enterprise", "subdistrict")
# Where a window stands, away from the pointer.
_FREE = (40, 40)
# Pixels to a point of the paper.
SCALE = 1.2


def main() -> None:
    """Take every picture anew."""
    with tempfile.TemporaryDirectory() as home:
        os.chdir(home)  # the start window says where drafts lie: no picture names this machine
        os.environ[HOME_VARIABLE] = "我的草稿"
        settings.remember_backup_folder(Path("U盘/工会年度总结备份"))
        PICTURES.mkdir(exist_ok=True)
        application = make_application(["pictures"])
        store = open_store(data_folder())
        drafts = [_begin(store, kind) for kind in KINDS]
        _take(application, StartWindow(store), "start", (960, 560))
        wizard = SummaryWizard(Session(store, drafts[-1]))
        begin_at = partial(wizard.go_to, "migrant_members_target")
        _take(application, wizard, "section", (1366, 740), begin_at)
        _draw_paper(Session(store, drafts[-1]))


def _begin(store: DraftStore, kind: str) -> str:
    given = answers.load(HOUSE / "resources" / "examples" / f"{kind}.toml")
    return begin(store, kind, given.changes)


def _take(
    application: QApplication,
    window: QWidget,
    name: str,
    size: tuple[int, int],
    begin: Callable[[], object] = lambda: None,
) -> None:
    window.setWindowState(Qt.WindowState.WindowNoState)  # on so small a screen it would fill it
    window.setGeometry(*_FREE, *size)
    window.show()
    _settle(application)
    window.setGeometry(*_FREE, *size)
    begin()
    _settle(application)
    window.grab().save(str(PICTURES / f"{name}.png"))
    window.hide()


def _settle(application: QApplication) -> None:
    """Let what comes a moment later come too: the preview, the rail."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < 1000:
        application.processEvents()


def _draw_paper(session: Session) -> None:
    fonts = Fonts()
    paper = Layout(fonts.measure).lay_out(compose(session.figures))
    page = paper.pages[0]
    picture = QImage(
        round(page.width * SCALE), round(page.height * SCALE), QImage.Format.Format_RGB32
    )
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    painter.scale(SCALE, SCALE)
    draw_page(painter, page, fonts)
    painter.end()
    picture.save(str(PICTURES / "paper.png"))


if __name__ == "__main__":
    main()
