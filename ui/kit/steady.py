"""A label whose text changes at each key while the page around it stands still."""

from PySide6.QtWidgets import QLabel

from ui.kit.theme import ENTRY_HEIGHT


class SteadyLabel(QLabel):
    """A label of fixed size, which grows only for a text that would not fit.

    Qt lays a whole page out anew when a label of another kind gets a text, which costs more than
    all else that a key sets going.
    """

    def __init__(self, text: str, narrowest: int) -> None:
        super().__init__()
        self._narrowest = narrowest
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        wanted = self.fontMetrics().horizontalAdvance(text)
        self.setFixedSize(max(self._narrowest, wanted), ENTRY_HEIGHT)
