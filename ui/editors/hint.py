"""What is said about an entry under it: what to write there, or what is wrong with what is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from ui.kit import Action, Band, Mood, comes_back
from ui.words import say
from unionapp.figures import Entry


class Hint(Band):
    """The hint to one entry: its guide, until something has to be said about it.

    `of` names the entry where another one is nearer to the line.
    """

    def __init__(self, guide: str, parent: QWidget | None = None, *, of: str = "") -> None:
        super().__init__(parent)
        self._guide = guide
        self._of = say("{of}：", of=of) if of else ""
        self._shown: tuple[str, Mood] | None = None
        self._usual = (guide, Mood.QUIET)
        self._offered: Sequence[Action] = ()
        self.show_entry(None)

    def show_guide(self, guide: str) -> None:
        """Show another guide while nothing has to be said; an empty one is none."""
        if self._usual == (self._guide, Mood.QUIET):
            self._usual = (guide, Mood.QUIET)
            self._show(*self._usual)
        self._guide = guide

    def show_entry(self, entry: Entry | None, remedies: Sequence[Action] = ()) -> None:
        """Show why an entry could not be read, what was noticed in reading it, or the guide."""
        if entry and entry.refusal:
            self._usual = (f"{self._of}{entry.refusal}", Mood.ERROR)
        elif entry and entry.remarks:
            messages = say("；").join(remark.message.rstrip("。") for remark in entry.remarks)
            self._usual = (f"{self._of}{messages}。", Mood.WARNING)
        else:
            self._usual = (self._guide, Mood.QUIET)
        self._show(*self._usual, remedies)

    def show_offer(self, sentence: str, offer: Action) -> None:
        """Show how an entry was taken, and what else can be done about that."""
        self._usual = (f"{self._of}{sentence}", Mood.QUIET)
        self._show(*self._usual, (offer,))

    def show_refusal(self, sentence: str, entry: QWidget) -> None:
        """Show why something was not done, until the entry is edited or left."""
        self._show(f"{self._of}{sentence}", Mood.ERROR)
        entry.installEventFilter(self)

    def show_note(self, sentence: str) -> None:
        """Show what became of what was pasted, until the entry is edited."""
        self._show(f"{self._of}{sentence}", Mood.WARNING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the usual again once the entry is left."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and not comes_back(event):
            watched.removeEventFilter(self)
            self._show(*self._usual)
        return super().eventFilter(watched, event)

    def _show(self, text: str, mood: Mood, remedies: Sequence[Action] = ()) -> None:
        if (text, mood) == self._shown:
            return
        self._shown = (text, mood)
        self.tell(text, mood, *remedies)
        if not text or self.parentWidget() is not None:  # alone, it would open a window of its own
            self.setVisible(bool(text))


Insert = Callable[[QWidget], object]
