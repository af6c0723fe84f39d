"""What a person told until they were killed, and what is lost of it."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple, cast

from unionapp.draft import EditPath
from unionapp.values import Typed

# Seconds of typing that may be lost.
MOST_LOST = 1.0


class Place(NamedTuple):
    """Where one types: a path and, in a table, a cell of it."""

    path: EditPath
    cell: tuple[int, int] | None = None

    def text_in(self, typed: Typed | None) -> str:
        """What stands there in an answer."""
        if typed is None or isinstance(typed, str):
            return typed or ""
        if self.cell is None:
            return "\n".join(cast("tuple[str, ...]", typed))
        row, column = self.cell
        return typed[row][column] if row < len(typed) else ""


class Key(NamedTuple):
    """A key that was typed, and what its place shows after it; `began` and `ended` in seconds."""

    place: Place
    text: str
    began: float
    ended: float
    at: datetime


class Saved(NamedTuple):
    """The window has told itself that all that was typed until then is on disk."""

    until: datetime


class Words(NamedTuple):
    """The status says something else than before."""

    words: str
    at: datetime
    time: float


class Tick(NamedTuple):
    """The window was free to do what it had to do."""

    time: float


Line = Key | Saved | Words | Tick


class Told:
    """What a person told until they were killed, against what the store has."""

    def __init__(self, lines: list[Line], answers: dict[EditPath, Typed | None]) -> None:
        self._lines = lines
        self._answers = answers
        self.keys = [line for line in lines if isinstance(line, Key)]
        self.lost = [key for place in self._places() for key in self._lost_at(place)]

    def seconds_lost(self) -> float:
        """For how long the window went on working without saving the first key that is lost."""
        if not self.lost:
            return 0
        first = min(key.ended for key in self.lost)
        typed = max(key.began for key in self.keys)
        # A timer that is due goes off before the second sign of life after that.
        ticks = [line.time for line in self._lines if isinstance(line, Tick)]
        return max([0, typed - first, *(time - first for time in ticks[:-1])])

    def lies(self) -> Iterator[str]:
        """What was said to be saved and is not there, and what was said to wait and did not."""
        saved = max((line.until for line in self._lines if isinstance(line, Saved)), default=None)
        for key in self.lost:
            if saved is not None and key.at < saved:
                yield f"{key} was told as saved until {saved}"
        for line in self._lines:
            if isinstance(line, Words):
                yield from self._lies_in(line)

    def _lies_in(self, said: Words) -> Iterator[str]:
        name, _, time = said.words.partition(" ")
        if name == "已保存":
            yield from (
                f"{key} is lost, and the status said {said}"
                for key in self.lost
                if key.at <= said.at and f"{key.at:%H:%M:%S}" < time
            )
        elif "保存" in name and name != "写下的内容随时自动保存":
            waiting = [key for key in self.keys if self._waited_at(key, said)]
            oldest = min((key.began for key in waiting), default=said.time)
            if said.time - oldest < MOST_LOST:
                yield f"{said}, though nothing has waited so long"

    def _waited_at(self, key: Key, said: Words) -> bool:
        """Whether a key was typed and nobody had told it as saved when something was said."""
        at = self._lines.index(said)
        before = (line.until for line in self._lines[:at] if isinstance(line, Saved))
        return key.began <= said.time and key.at > max(before, default=datetime.min)

    def _places(self) -> set[Place]:
        return {key.place for key in self.keys}

    def _lost_at(self, place: Place) -> list[Key]:
        """The keys after the last one of which the store knows; one may have gone untold."""
        keys = [key for key in self.keys if key.place == place]
        there = place.text_in(self._answers.get(place.path))
        before = there[:-1] if keys[-1] is self.keys[-1] else there
        known = [at for at, key in enumerate(keys) if key.text in (there, before)]
        return keys[known[-1] + 1 if known else 0 :]
