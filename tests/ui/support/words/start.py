"""The places of the start window."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.support.noon import AroundNoon
from tests.ui.support.words.waiting import settle, shown_one, until
from ui.backups import BackupsPanel
from ui.kit import Mood, Segments
from ui.panels.proof import show_proof
from ui.panels.proof.marks import marks_of
from ui.panels.proof.reading import Proof
from ui.start import StartWindow
from unionapp.checks import Severity
from unionapp.checks.prose import Remark
from unionapp.reading import Span
from unionapp.storage import DraftStore
from unionapp.storage.backup import backups
from unionapp.storage.starting import begin_example, begin_like_last
from unionapp.system import settings

# A window as wide as most screens.
_SIZE = (1280, 700)

# A sentence of the core.
_OF_CORE = "没有发现问题"

Place = tuple[str, QWidget]


def start_places(store: DraftStore) -> Iterator[Place]:
    """Yield the start window at the first start, without drafts, and with some."""
    window = StartWindow(store)
    window.resize(*_SIZE)
    window.show()
    settle()
    yield "first start", window
    settings.remember_office(settings.Office(kind="school", unit="江州三中工会"))
    window.browser.edit_office()
    settle()
    yield "who the union is", window
    window.close()
    window = StartWindow(store)
    window.resize(*_SIZE)
    window.show()
    settle()
    yield "no drafts", window
    begin_like_last(store, "enterprise")
    begin_example(store, "school")
    store.bin(begin_like_last(store, "hospital"), AroundNoon.now().isoformat())
    backups.take(now=AroundNoon.now() - timedelta(days=1))
    window.refresh()
    window.show_last_backup(backups.last())
    settle()
    yield "drafts", window
    yield from _of_drafts(window)
    yield from _panels(window)
    yield from _proof(window)
    window.close()
    window.deleteLater()


def _of_drafts(window: StartWindow) -> Iterator[Place]:
    """What is done with drafts."""
    view = window.browser.list
    for mood in Mood:
        window.notice.show_message("已移到回收站。", ("恢复", lambda: None), mood=mood)
        settle()
        yield f"notice, {mood.name}", window
    window.report_sudden_end(AroundNoon.now() - timedelta(days=2))
    settle()
    yield "sudden end", window
    view.rename()
    settle()
    yield "renaming", window
    view.closePersistentEditor(view.currentIndex())
    view.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.viewport(), event)
    yield from _menu("menu of a draft")
    window.browser.search.setText("龘")
    settle()
    yield "none found", window
    window.browser.search.clear()
    window.recycle_bin.switch.setChecked(True)
    settle()
    yield "recycle bin", window
    window.recycle_bin.deleted.emit(window.recycle_bin.list.marked_draft())
    settle()
    yield "deleting", window
    window.recycle_bin.switch.setChecked(False)
    window.browser.offer_kinds()
    yield from _menu("kinds of union")
    window.resize(760, 560)
    settle()
    yield "narrow", window
    window.resize(*_SIZE)


def _menu(name: str) -> Iterator[Place]:
    menu = shown_one(QMenu)
    yield name, menu
    menu.close()
    settle()


def _proof(window: StartWindow) -> Iterator[Place]:
    """The window in which any paper is proofread: empty, refusing, and with a paper."""
    proof = show_proof(window)
    settle()
    yield "proof", proof
    proof.notice.show_error("剪贴板里没有文字。")
    settle()
    yield "proof, refused", proof
    words = "慰问困难职工"
    remarks = [Remark("rule", each, _OF_CORE, Span(0, 2)) for each in Severity]
    proof._show(Path("总结.txt"), Proof(words, marks_of(words, remarks)))
    proof.step(1)
    settle()
    yield "proof, found", proof
    proof.listing.hints.setChecked(False)
    proof.resize(640, 600)
    settle()
    yield "proof, narrow", proof
    proof.read("慰问职工。")
    until(lambda: not proof.listing.shown)
    settle()
    yield "proof, nothing", proof
    proof.close()


def _panels(window: StartWindow) -> Iterator[Place]:
    """What opens beside the drafts."""
    window.panels.show_settings()
    settle()
    yield "settings", window
    window.panels.show_help()
    settle()
    switch = window.findChildren(Segments)[-1]
    for number in range(4):
        switch.part(number).click()
        settle()
        yield f"help, {number}", window
    window.panels.show_backups("“甲工会”打不开。")
    panel = window.findChild(BackupsPanel)
    assert isinstance(panel, BackupsPanel)
    until(lambda: panel.drafts.count())
    yield "backups", window
    panel.leave()
    settle()
