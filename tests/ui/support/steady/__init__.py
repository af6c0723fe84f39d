"""A person who types steadily into every kind of editor of a real window, until they are killed.

The window is a process of its own. It tells each key, each save and each word of its status as it
goes; by that, and by what the store has afterwards, `Told` says what was lost.
"""

from tests.ui.support.steady.kills import LONG, SHORT, killed_again_and_again
from tests.ui.support.steady.person import Rhythm
from tests.ui.support.steady.told import MOST_LOST, Told

__all__ = ["LONG", "MOST_LOST", "SHORT", "Rhythm", "Told", "killed_again_and_again"]
