"""One page of the wizard: a section of the template, a card an item.

It is built when it is first shown, so that the pages nobody has opened cost nothing.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ui.card import Card
from ui.desk import Desk
from ui.editors.hint import Hint
from ui.look import AROUND, BETWEEN, INSIDE, PAGE_TITLE_SIZE, set_size
from unionapp.template import Item, Section

_WIDEST = 960
_AROUND_FOCUS = 96
"""Pixels kept in sight above and below the entry that has the focus."""


class SectionPage(QWizardPage):
    """A section's title, its guide, and a card for every item."""

    figure_asked = Signal(str)
    """The id of an indicator that was clicked in a text and is not on this page."""

    def __init__(self, section: Section, desk: Desk) -> None:
        super().__init__()
        self._section = section
        self._desk = desk
        self._cards: list[Card] = []
        self._scroll = QScrollArea()
        self.setAccessibleName(section.title)

    def initializePage(self) -> None:
        """Build the page before the wizard shows it."""
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        """Build the page at its first showing, however it came to be shown."""
        self._build()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is still in hand."""
        self.flush()
        super().hideEvent(event)

    def flush(self) -> None:
        """Save what was typed in the texts and not saved yet."""
        for card in self._cards:
            card.narrative.flush()

    def go_to(self, id_: str) -> bool:
        """Put the focus into the entry of an indicator, or the text of an item, if it is here."""
        self._build()
        editors = (card.editor(id_) for card in self._cards)
        editor = next(filter(None, editors), None)
        if editor is not None:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(editor, 0, _AROUND_FOCUS)
        return editor is not None

    def _build(self) -> None:
        if self.layout() is not None:
            return
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(AROUND, BETWEEN, AROUND, AROUND)
        column.setSpacing(BETWEEN)
        column.addWidget(self._title())
        if self._section.guide:
            column.addWidget(Guide(self._section.guide))
        for item in self._section.items:
            column.addWidget(self._card(item))
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)
        self._watch_focus()

    def _title(self) -> QLabel:
        title = QLabel(self._section.title)
        title.setWordWrap(True)
        set_size(title, PAGE_TITLE_SIZE, bold=True)
        return title

    def _card(self, item: Item) -> Card:
        """The card of an item, which needs no title of its own if it is named as the page is."""
        card = Card(item, self._desk, titled=item.title != self._section.title)
        card.figure_asked.connect(self._ask_for)
        self._cards.append(card)
        return card

    def _ask_for(self, id_: str) -> None:
        if not self.go_to(id_):
            self.figure_asked.emit(id_)

    def _watch_focus(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_in_sight)

    def _keep_in_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._scroll.isVisible() and self._scroll.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, _AROUND_FOCUS)


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
        self._show_words(shown=True)

    def _show_words(self, *, shown: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow
        self._button.setArrowType(arrow)
        self._words.setVisible(shown)
