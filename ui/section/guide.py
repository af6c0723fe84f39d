"""写作提示 at the head of a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.editors import Hint
from ui.kit import INSIDE
from unionapp.system import settings


class Guide(QWidget):
    """写作提示, which can be folded away."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._button = QToolButton()
        self._button.setText("写作提示")
        self._button.setAutoRaise(True)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._words = Hint(words)
        self._button.clicked.connect(lambda: self._show_words(shown=self._words.isHidden()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.fold(folded=settings.load().appearance.guides_folded)

    @property
    def is_folded(self) -> bool:
        """Whether the words are folded away."""
        return self._words.isHidden()

    def fold(self, *, folded: bool) -> None:
        """Fold the words away, or open them."""
        self._show_words(shown=not folded)

    def _show_words(self, *, shown: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow
        self._button.setArrowType(arrow)
        self._words.setVisible(shown)
