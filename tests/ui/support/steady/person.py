"""A person who types into one place after another, and tells each key, save and word of it."""

from collections.abc import Callable
from datetime import datetime
from random import Random
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

from tests.ui.support.desks import type_in
from tests.ui.support.steady.places import Hand, Places
from tests.ui.support.steady.told import Key, Line, Saved, Tick, Words
from ui.window import SummaryWizard

# Milliseconds between two signs of life, and in which the words of the status are looked at.
_TICK = 50

# Milliseconds of a rest: longer than anything is held.
_REST = 1500


class Rhythm(NamedTuple):
    """How one types, in milliseconds: from key to key; and how many keys in one place."""

    pause: tuple[int, int]
    in_one_place: tuple[int, int]
    # How many keys in a hundred are followed by a rest.
    rests: int
    # After so many keys one has been killed.
    most_keys: int


class Person(QObject):
    """Types into one place after another, and tells of it."""

    def __init__(
        self, wizard: SummaryWizard, chance: Random, rhythm: Rhythm, tell: Callable[[Line], object]
    ) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        self._places = Places(wizard, chance)
        self._chance = chance
        self._rhythm = rhythm
        self._tell = tell
        self._hand: Hand | None = None
        self._left = 0
        self._words = ""
        self._key = QTimer(self, singleShot=True)
        self._key.setTimerType(Qt.TimerType.PreciseTimer)
        self._key.timeout.connect(self._press)
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self._live)
        wizard.desk.saved.connect(lambda: tell(Saved(wizard.desk.saved_until)))
        wizard.desk.saved.connect(self._look_at_status)
        self._tick.start()
        self._key.start(0)

    def _press(self) -> None:
        if not self._left or self._hand is None:
            self._left = self._chance.randint(*self._rhythm.in_one_place)
            self._hand = self._places.turn()
        began, at = monotonic(), datetime.now()
        letter = self._chance.choice(self._hand.letters)
        type_in(self._hand.widget, letter)
        self._tell(Key(self._hand.place, self._hand.text(), began, monotonic(), at))
        self._look_at_status()
        self._left -= 1
        rests = self._chance.randrange(100) < self._rhythm.rests
        self._key.start(_REST if rests else self._chance.randint(*self._rhythm.pause))

    def _live(self) -> None:
        self._tell(Tick(monotonic()))
        self._look_at_status()

    def _look_at_status(self) -> None:
        if self._wizard.status.sentence != self._words:
            self._words = self._wizard.status.sentence
            self._tell(Words(self._words, datetime.now(), monotonic()))
