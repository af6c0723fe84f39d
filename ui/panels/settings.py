"""设置: how the window looks and where backups go; every choice counts at once and is kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.backups import BackupSettings
from ui.kit import (
    Label,
    Panel,
    ScrollingPage,
    Segments,
    Tick,
    draw_plate,
    group_title,
    note,
    painter_on,
)
from ui.look import Colour, appearance, colour, scaled, tokens
from ui.panels.settings_base import BaseSettings
from ui.words import say
from unionapp.errors import StoreError
from unionapp.system import SIZES, Appearance, Theme, settings

_THEMES = {
    Theme.SYSTEM: say("跟随系统"),
    Theme.LIGHT: say("浅色"),
    Theme.DARK: say("深色"),
    Theme.CONTRAST: say("高对比度"),
}
_SAMPLE = say("新组建企业工会 9 家，比上年增长 12.5%")


class SettingsPanel(Panel):
    """The panel of settings: sizes, colours, guidance, the base of papers, and backups."""

    # Guidance on the pages that are open is to be folded away, or opened.
    folded_wanted = Signal(bool)
    # Texts may have another size now.
    resized = Signal()
    # The choice could not be kept for the next start; the sentence for the user.
    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(say("设置"), window)
        self.sizes = Segments(say("文字大小"), [f"{percent}%" for percent in SIZES])
        self.themes = Segments(say("颜色"), list(_THEMES.values()))
        self.folded = Tick(say("写作提示平时收起，点开再看"))
        self.base = BaseSettings()
        self.backups = BackupSettings()
        self._lay_out_groups()
        self._show_chosen()
        self.sizes.chosen.connect(self._apply)
        self.themes.chosen.connect(self._apply)
        self.folded.clicked.connect(self._apply)

    def make_ready(self) -> None:
        """Show what is chosen, and where things lie."""
        self._show_chosen()
        self.base.refresh()
        self.backups.refresh()

    def begin(self) -> None:
        """Begin with the first choice."""
        self.sizes.part(self.sizes.current).setFocus()

    def choose_size(self, percent: int) -> None:
        """Choose a size of texts, as a click does."""
        self.sizes.part(SIZES.index(percent)).click()

    def choose_theme(self, theme: Theme) -> None:
        """Choose the colours, as a click does."""
        self.themes.part(list(_THEMES).index(theme)).click()

    def _show_chosen(self) -> None:
        chosen = settings.load().appearance
        size = min(range(len(SIZES)), key=lambda at: abs(SIZES[at] - chosen.text_percent))
        self.sizes.show_chosen(size)
        self.themes.show_chosen(list(_THEMES).index(chosen.theme))
        self.folded.setChecked(chosen.guides_folded)

    def _chosen(self) -> Appearance:
        theme = list(_THEMES)[self.themes.current]
        return Appearance(SIZES[self.sizes.current], theme, self.folded.isChecked())

    def _apply(self) -> None:
        appearance.apply(self._chosen())
        self.folded_wanted.emit(self.folded.isChecked())
        self.resized.emit()
        self.fit()
        try:
            settings.remember_appearance(self._chosen())
        except StoreError as error:
            self.failed.emit(str(error))

    def _lay_out_groups(self) -> None:
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, tokens.INSIDE, 0)
        column.setSpacing(tokens.INSIDE)
        groups: tuple[tuple[QWidget, ...], ...] = (
            (note(say("改了马上生效，下次打开还是这样。")),),
            (group_title(say("文字大小")), self.sizes, _Sample()),
            (group_title(say("颜色")), self.themes),
            (group_title(say("写作")), self.folded),
            (self.base,),
            (self.backups,),
        )
        for parts in groups:
            for part in parts:
                column.addWidget(part)
            column.addSpacing(tokens.INSIDE)
        column.addStretch(1)
        scrolled = ScrollingPage()
        scrolled.setWidget(choices)
        self.body.addWidget(scrolled, 1)


class _Sample(Label):
    """A line of text in the size and colours that are chosen."""

    def __init__(self) -> None:
        super().__init__(_SAMPLE, wraps=True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMargin(scaled(tokens.INSIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet below the words."""
        place = self.rect().toRectF()
        fill, edge = colour(Colour.WELL), colour(Colour.LINE)
        draw_plate(painter_on(self), place, tokens.BUTTON_RADIUS, fill, edge)
        super().paintEvent(event)
