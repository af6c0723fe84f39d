"""The head of the start window: its title, and the ways to begin a draft."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ui.kit import Label, Role, push_button, set_tip, without_keys
from ui.look import set_size, tokens
from unionapp.system import settings


class StartBar(QWidget):
    """A row of buttons that say what is wanted; what comes of it is the window's affair."""

    # A draft for the kind of union with this id.
    new_wanted = Signal(str)

    next_year_wanted = Signal()
    file_wanted = Signal()
    example_wanted = Signal()
    office_wanted = Signal()
    settings_wanted = Signal()
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._next_year = push_button("从上年草稿开始", self.next_year_wanted.emit)
        set_tip(self._next_year, "用选中的草稿开始下一年：本年的数变成上年数，计划变成任务")
        self._title = Label("工会年度总结")
        set_size(self._title, tokens.HEADLINE_SIZE, bold=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self._title)
        column.addLayout(self._ways())

    def set_drafts(self, *, any_: bool) -> None:
        """Take note whether there is a draft that next year's can follow."""
        self._next_year.setEnabled(any_)

    def set_low(self, *, low: bool) -> None:
        """Leave out the title, which the window's frame says too."""
        self._title.setHidden(low)

    def _ways(self) -> QHBoxLayout:
        open_file = push_button("打开文件…", self.file_wanted.emit)
        set_tip(open_file, "打开同事发来的草稿文件（Ctrl+O），也可以把文件拖进来")
        open_file.setShortcut(QKeySequence(QKeySequence.StandardKey.Open))
        example = push_button("打开示例", self.example_wanted.emit)
        set_tip(example, "用一份填好的示例新建草稿，看看写成是什么样子")
        office = push_button("本单位", self.office_wanted.emit)
        set_tip(office, "本单位的名称和上级工会，新草稿都用它")
        row = QHBoxLayout()
        row.setSpacing(tokens.INSIDE)
        for button in (self._new(), self._next_year, open_file, example):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(office)
        row.addWidget(push_button("设置", self.settings_wanted.emit))
        row.addWidget(push_button("帮助", self.help_wanted.emit))
        return row

    def _new(self) -> QPushButton:
        new = push_button("新建", None)
        menu = QMenu(new)
        menu.aboutToShow.connect(partial(self._fill, menu))
        menu.triggered.connect(self._choose)
        menu.addAction("…")  # a menu without any entry would not be opened at all
        new.setMenu(menu)
        new.set_role(Role.PRIMARY)
        new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        set_tip(new, "新建一份总结的草稿（Ctrl+N）")
        return new

    def _fill(self, menu: QMenu) -> None:
        """Offer all kinds of union, the office's own first."""
        from unionapp.template import union_kinds

        menu.clear()
        for kind in union_kinds(settings.load().office.kind):
            menu.addAction(without_keys(kind.name)).setData(kind.id)

    def _choose(self, chosen: QAction) -> None:
        self.new_wanted.emit(chosen.data())
