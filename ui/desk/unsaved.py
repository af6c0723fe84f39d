"""What was typed and could not be saved at once, in the order in which it was typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic

from unionapp.draft import Change, EditPath
from unionapp.values import Typed


@dataclass(frozen=True, slots=True)
class Deed:
    """Changes that are one step; `seen` is what stood in their places when they were made."""

    changes: tuple[Change, ...]
    joins: bool
    seen: Mapping[EditPath, Typed | None]

    def goes_on(self, before: "Deed") -> bool:
        """Tell whether it only types on where the one before it was typed."""
        typed = self.joins and before.joins and len(self.changes) == len(before.changes) == 1
        return typed and self.changes[0].path == before.changes[0].path


class Unsaved:
    """The deeds that are not on disk."""

    def __init__(self) -> None:
        self._deeds: list[Deed] = []
        self._answers: dict[EditPath, Typed | None] = {}
        self._since = 0.0

    def __bool__(self) -> bool:
        return bool(self._deeds)

    @property
    def answers(self) -> Mapping[EditPath, Typed | None]:
        """What was typed last at each place."""
        return self._answers

    def age(self) -> float:
        """Return for how many seconds the oldest of them waits; 0 for none."""
        return monotonic() - self._since if self._deeds else 0

    def add(self, deed: Deed) -> None:
        """Wait with one more; what only goes on typing takes the place of what it goes on with."""
        if not self._deeds:
            self._since = monotonic()
        elif deed.goes_on(self._deeds[-1]):
            deed = Deed(deed.changes, joins=True, seen=self._deeds.pop().seen)
        self._deeds.append(deed)
        self._answers.update(deed.changes)

    def save(self, save: Callable[[Deed], object]) -> None:
        """Save them one after another; at what `save` raises, those that are left wait on."""
        while self._deeds:
            save(self._deeds[0])
            del self._deeds[0]
        self._answers.clear()
