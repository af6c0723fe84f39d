"""What keeps a widget and one answer of the draft the same.

A widget shows what was typed and says when it was edited; the binding saves that, and shows what
came of an undo, an import or another window. A widget is never written to while an input method
composes in it or something typed there is held back, and never when it shows the answer already:
so no cursor jumps.
"""

from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from unionapp.draft import EditPath
from unionapp.figures import Entry
from unionapp.values import Typed


class AnswerWidget(Protocol):
    """A widget that shows one answer of the draft as it was typed."""

    @property
    def edited(self) -> SignalInstance:
        """Sent when the person has changed what it shows."""

    @property
    def at_once(self) -> bool:
        """Whether it was changed at one stroke, as by a paste, rather than typed in."""

    @property
    def is_long(self) -> bool:
        """Whether so much stands in it that saving it at each key would be felt."""

    @property
    def composed(self) -> SignalInstance:
        """Sent when an input method has finished composing."""

    @property
    def remarked(self) -> SignalInstance:
        """Sent with a sentence about what was pasted."""

    def typed(self) -> Typed | None:
        """Return what it shows; None when it is empty."""

    def shows(self, typed: Typed) -> bool:
        """Tell whether it shows this already."""

    def show_typed(self, typed: Typed) -> None:
        """Show this, with the cursor where it was as far as can be."""

    def is_composing(self) -> bool:
        """Tell whether an input method has letters in it that are not text yet."""


class Binding(QObject):
    """The tie between a widget and the answer of the draft that it shows."""

    # The draft has changed, and the widget with it.
    refreshed = Signal()

    def __init__(self, desk: Desk, path: EditPath, widget: AnswerWidget) -> None:
        super().__init__(cast("QWidget", widget))
        self.path = path
        self._desk = desk
        self._widget = widget
        widget.edited.connect(self._save)
        widget.composed.connect(self.refresh)
        widget.remarked.connect(desk.noticed)
        desk.changes_of(path.id).connect(self.refresh)

    @property
    def entry(self) -> Entry | None:
        """The answer as it was read, if there is one and it is one that is read."""
        return self._desk.figures.entries.get(self.path)

    def refresh(self) -> None:
        """Show the answer as it stands."""
        typed = self._desk.answer(self.path) or ""
        typing = self._widget.is_composing() or self._desk.is_typing(self.path)
        if not typing and not self._widget.shows(typed):
            self._widget.show_typed(typed)
        self.refreshed.emit()

    def put(self, typed: Typed | None) -> None:
        """Save an answer that was chosen rather than typed."""
        self._desk.put(self.path, typed, joins=False)

    def _save(self) -> None:
        """Save it at each key; what is long, when typing pauses or it is time."""
        if self._widget.is_long and not self._widget.at_once:
            self._desk.hold(self.path, self._put_shown, cast("QWidget", self._widget))
        else:
            self._desk.let_go(self.path)
            self._put_shown()

    def _put_shown(self) -> None:
        self._desk.put(self.path, self._widget.typed(), joins=not self._widget.at_once)
