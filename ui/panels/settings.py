"""设置: how the window looks and where backups go; every choice counts at once and is kept."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.backups import BackupSettings
from ui.kit import Choice, Combo, Label, Panel, Scrolled, Tick, hint_label
from ui.look import appearance, tokens
from ui.panels.settings_base import BaseSettings
from unionapp.errors import StoreError
from unionapp.system import SIZES, Appearance, Theme, settings

_SIZE = (440, 528)
_THEMES = (
    (Theme.SYSTEM, "跟随系统"),
    (Theme.LIGHT, "浅色：白底黑字"),
    (Theme.DARK, "深色：黑底白字"),
    (Theme.CONTRAST, "高对比度：黑底、白线、亮字"),
)


class SettingsPanel(Panel):
    """The panel of settings: sizes, colours, guidance, the base of papers, and backups."""

    # Guidance on the pages that are open is to be folded away, or opened.
    folded_wanted = Signal(bool)
    # Texts may have another size now.
    resized = Signal()
    # The choice could not be kept for the next start; the sentence for the user.
    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__("设置", window, *_SIZE)
        self.size_box = Combo()
        self.size_box.setAccessibleName("文字大小")
        self.size_box.setMinimumHeight(tokens.ENTRY_HEIGHT)
        for percent in SIZES:
            self.size_box.addItem(f"{percent}%", percent)
        self.themes = {theme: Choice(text) for theme, text in _THEMES}
        self.folded = Tick("写作提示平时收起，点开再看")
        self.folded.setAccessibleName(self.folded.text())
        self.base = BaseSettings()
        self.backups = BackupSettings()
        self._lay_out_choices()
        self._show_chosen()
        self.size_box.currentIndexChanged.connect(self._apply)
        self.folded.clicked.connect(self._apply)
        for radio in self.themes.values():
            radio.clicked.connect(self._apply)

    def make_ready(self) -> None:
        """Show what is chosen, and where things lie."""
        self._show_chosen()
        self.base.refresh()
        self.backups.refresh()

    def _show_chosen(self) -> None:
        chosen = settings.load().appearance
        self.size_box.blockSignals(True)  # noqa: FBT003 - showing is not choosing
        self.size_box.setCurrentIndex(max(self.size_box.findData(chosen.text_percent), 0))
        self.size_box.blockSignals(False)  # noqa: FBT003
        self.themes[chosen.theme].setChecked(True)
        self.folded.setChecked(chosen.guides_folded)

    def begin(self) -> None:
        """Begin with the first choice."""
        self.size_box.setFocus()

    def height_wanted(self) -> int:
        """Return the height of all choices with what is told under them."""
        return max(super().height_wanted(), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Grow with what is told under the choices, as soon as its height is known."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit_into_window()
        return taken

    def _chosen(self) -> Appearance:
        colours = next(each for each, radio in self.themes.items() if radio.isChecked())
        return Appearance(self.size_box.currentData(), colours, self.folded.isChecked())

    def _apply(self) -> None:
        appearance.apply(self._chosen())
        self.folded_wanted.emit(self.folded.isChecked())
        self.resized.emit()
        self._fit_into_window()
        try:
            settings.remember_appearance(self._chosen())
        except StoreError as error:
            self.failed.emit(str(error))

    def _lay_out_choices(self) -> None:
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.INSIDE)
        column.addLayout(self._size_row())
        column.addSpacing(tokens.INSIDE)
        self._add_themes(column)
        column.addSpacing(tokens.INSIDE)
        column.addWidget(self.folded)
        column.addWidget(hint_label("改了马上生效，下次打开还是这样。", wraps=True))
        column.addSpacing(tokens.INSIDE)
        column.addWidget(self.base)
        column.addSpacing(tokens.INSIDE)
        column.addWidget(self.backups)
        column.addStretch(1)
        self.body.addWidget(Scrolled(choices))  # larger texts may need more room than there is

    def _size_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label("文字大小"))
        row.addWidget(self.size_box)
        row.addStretch(1)
        return row

    def _add_themes(self, column: QVBoxLayout) -> None:
        column.addWidget(Label("颜色"))
        group = QButtonGroup(self)
        for radio in self.themes.values():
            radio.setAccessibleName(radio.text())
            group.addButton(radio)
            column.addWidget(radio)
