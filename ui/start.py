"""The start window: begin a draft, or go on with one.

It must stand there at once, so what only an opened draft needs (the wizard, its editors, the
templates) is imported when a draft is opened.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.buttons import push_button
from ui.draft_list import DRAFT_ROLE, DraftDelegate, DraftModel
from unionapp.store import Store

if TYPE_CHECKING:
    from ui.wizard import SummaryWizard

_SIZE = (760, 560)
_NOTHING_YET = (
    "还没有草稿。\n\n"
    "点“新建”，选好工会的类型，就可以开始写今年的总结；\n"
    "想先看看填好的样子，点“打开示例”。\n\n"
    "填写的内容随时自动保存在这台电脑上，下次打开接着写。"
)


class StartWindow(QWidget):
    """The drafts, and the ways to begin one."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._wizard: SummaryWizard | None = None
        self.setWindowTitle("工会年度总结")
        self.resize(*_SIZE)
        self._model = DraftModel(self)
        self._list = self._make_list()
        self._body = self._make_body()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show the drafts as they are now."""
        drafts = self._store.drafts()
        self._model.show_drafts(drafts)
        self._body.setCurrentIndex(1 if drafts else 0)
        if drafts:
            self._list.setCurrentIndex(self._model.index(0))
            self._list.setFocus()

    def open_draft(self, id_: str) -> None:
        """Open a draft at the page where it was left; this window steps back meanwhile."""
        from ui.wizard import SummaryWizard
        from unionapp.session import Session

        self._wizard = SummaryWizard(Session(self._store, id_))
        self._wizard.leaving.connect(self._come_back)
        self._wizard.show()
        self.hide()

    def _come_back(self) -> None:
        self.show()
        self.refresh()
        if self._wizard is not None:
            self._wizard.deleteLater()
            self._wizard = None

    def _begin(self, kind: QAction) -> None:
        from unionapp.beginning import begin_like_last

        self.open_draft(begin_like_last(self._store, kind.data()))

    def _begin_example(self) -> None:
        from unionapp.beginning import begin_example

        self.open_draft(begin_example(self._store))

    def _fill_menu(self, menu: QMenu) -> None:
        from unionapp import template

        menu.clear()
        for id_ in template.available():
            menu.addAction(template.load(id_).name).setData(id_)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self._model)
        view.setItemDelegate(DraftDelegate(view))
        view.setUniformItemSizes(True)
        view.setAccessibleName("草稿")
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.activated.connect(self._open_index)
        return view

    def _open_index(self, index: QModelIndex) -> None:
        self.open_draft(index.data(DRAFT_ROLE).id)

    def _make_body(self) -> QStackedWidget:
        body = QStackedWidget()
        welcome = QLabel(_NOTHING_YET, alignment=Qt.AlignmentFlag.AlignCenter)
        body.addWidget(welcome)
        body.addWidget(self._list)
        return body

    def _make_buttons(self) -> QHBoxLayout:
        new = push_button("新建", None)
        menu = QMenu(new)
        menu.aboutToShow.connect(partial(self._fill_menu, menu))
        menu.triggered.connect(self._begin)
        menu.addAction("…")  # a menu without any entry would not be opened at all
        new.setMenu(menu)
        look.make_primary(new)
        new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        new.setToolTip("新建一份总结的草稿（Ctrl+N）")
        example = push_button("打开示例", self._begin_example)
        example.setToolTip("用一份填好的示例新建草稿，看看写成是什么样子")
        row = QHBoxLayout()
        row.setSpacing(look.INSIDE)
        row.addWidget(new)
        row.addWidget(example)
        row.addStretch()
        return row

    def _lay_out(self) -> None:
        title = QLabel("工会年度总结")
        look.set_size(title, look.HEADLINE_SIZE, bold=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.AROUND, look.AROUND, look.AROUND, look.AROUND)
        column.setSpacing(look.BETWEEN)
        column.addWidget(title)
        column.addLayout(self._make_buttons())
        column.addWidget(self._body, 1)
