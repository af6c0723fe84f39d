"""Which papers are wanted, and for whom."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit import theme
from unionapp.paper import Edition
from unionapp.system import settings
from unionapp.writers import Form

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_FORMS = (
    (Form.DOCX, "总结（Word 文稿）", True),
    (Form.PDF, "总结（PDF 文件）", False),
    (Form.XLSX, "附件和统计表（Excel 表格）", True),
)
_EDITIONS = (
    (Edition.REPORT, "上报稿（报给上级工会）"),
    (Edition.PUBLIC, "公示稿（遮住个人信息）"),
    (Edition.FILE, "存档稿（附检查结果和说明）"),
)


class PaperChoice(QWidget):
    """A box to tick for each form, and one of the editions."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        kept = settings.load().paper_forms.split("|")
        self._forms = {
            form: _box(text, ticked=form.value in kept if any(kept) else usual)
            for form, text, usual in _FORMS
        }
        self._editions = {edition: QRadioButton(text) for edition, text in _EDITIONS}
        self._editions[Edition.REPORT].setChecked(True)
        group = QButtonGroup(self)
        for radio in self._editions.values():
            radio.setAccessibleName(radio.text())
            radio.clicked.connect(self.changed)
            group.addButton(radio)
        for box in self._forms.values():
            box.clicked.connect(self.changed)
        self._row = QBoxLayout(_ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.BETWEEN)
        self._halves = (
            _half("写给谁", self._editions.values()),
            _half("写出哪些", self._forms.values()),
        )
        for half in self._halves:
            self._row.addWidget(half, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The two halves stand side by side where there is room for both."""
        super().resizeEvent(event)
        widths = [half.sizeHint().width() for half in self._halves]
        self.setMinimumWidth(max(widths))
        needed = sum(widths) + theme.BETWEEN
        self._row.setDirection(_ACROSS if event.size().width() >= needed else _DOWN)

    @property
    def forms(self) -> tuple[Form, ...]:
        """What is ticked."""
        return tuple(form for form, box in self._forms.items() if box.isChecked())

    @property
    def edition(self) -> Edition:
        """What is chosen."""
        return next(each for each, radio in self._editions.items() if radio.isChecked())

    @property
    def edition_name(self) -> str:
        """What the chosen edition is called, without whom it is for."""
        return self._editions[self.edition].text().partition("（")[0]


def _box(text: str, *, ticked: bool) -> QCheckBox:
    box = QCheckBox(text)
    box.setChecked(ticked)
    box.setAccessibleName(text)
    return box


def _half(name: str, parts: Iterable[QWidget]) -> QWidget:
    """A heading, and what can be chosen below it."""
    half = QWidget()
    column = QVBoxLayout(half)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.INSIDE)
    column.addWidget(_heading(name))
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return half


def _heading(text: str) -> QLabel:
    heading = QLabel(text)
    theme.set_size(heading, theme.CARD_TITLE_SIZE, bold=True)
    return heading
