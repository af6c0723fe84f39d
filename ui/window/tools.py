"""The buttons of what stands beside the work: find, history, settings, help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from ui.kit import theme

_TOOLS = (
    ("查找", "在整份草稿里查找（Ctrl+F）"),
    ("记录", "修改记录，回到以前的样子（Ctrl+H）"),
    ("设置", "文字大小和颜色"),
    ("帮助", "这一项怎么填、全部按键、使用手册（F1）"),
)


class Tools(QWidget):
    """Four quiet buttons in a row, or two by two where there is little room."""

    find_wanted = Signal()
    history_wanted = Signal()
    settings_wanted = Signal()
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        wanted = (
            self.find_wanted,
            self.history_wanted,
            self.settings_wanted,
            self.help_wanted,
        )
        self._buttons = [_button(*tool) for tool in _TOOLS]
        for button, signal in zip(self._buttons, wanted, strict=True):
            button.clicked.connect(signal)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Take less of a small screen, or the usual room again."""
        columns = 2 if narrow else len(self._buttons)
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, at // columns, at % columns)


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAutoRaise(True)
    button.setMinimumHeight(theme.ENTRY_HEIGHT - 4)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    return button
