"""Answers that two windows have changed without knowing of each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unionapp.draft import Answers, Change, EditPath
from unionapp.values import Typed


@dataclass(frozen=True, slots=True)
class Contest:
    """An answer that this window and another one have both changed; the history has both.

    `kept` is what stands there, `other` what stands there no more; None is no answer.
    `typed_here` tells whether what stands there was typed in this window.
    """

    path: EditPath
    kept: Typed | None
    other: Typed | None
    typed_here: bool


class Contests:
    """What was typed here and there at the same places, until somebody has looked at it."""

    def __init__(self) -> None:
        # What this window has put at a place, and at contested places what has given way there.
        self._ours: dict[EditPath, Typed | None] = {}
        self._gave_way: dict[EditPath, Typed | None] = {}

    def note_theirs(self, answers: Answers) -> None:
        """Note where another window has put something in the place of what was typed here.

        Args:
            answers: All answers, with those of the other window.
        """
        for path, typed in tuple(self._ours.items()):
            if answers.get(path) != typed:
                self._gave_way[path] = self._ours.pop(path)

    def note_ours(self, changes: Iterable[Change]) -> None:
        """Note what was saved here."""
        self._ours.update(changes)

    def note_meeting(
        self,
        changes: Iterable[Change],
        seen: Mapping[EditPath, Typed | None],
        found: Answers,
    ) -> None:
        """Note where another window had put something when this one came to save.

        Args:
            changes: What was typed here.
            seen: The answers that whoever typed it had before them.
            found: The answers on top of which it was saved.
        """
        for path, typed in changes:
            theirs = found.get(path)
            if theirs not in (seen.get(path), typed):
                self._gave_way[path] = theirs

    def is_ours(self, path: EditPath) -> bool:
        """Tell whether what stands at a place, or nothing, was put there in this window."""
        return path in self._ours

    def forget(self, path: EditPath) -> None:
        """Contest an answer no more: somebody has looked at it."""
        self._gave_way.pop(path, None)

    def among(self, answers: Answers) -> Mapping[EditPath, Contest]:
        """Return what is contested, as the answers stand."""
        return {
            path: Contest(path, answers.get(path), other, path in self._ours)
            for path, other in self._gave_way.items()
            if answers.get(path) != other
        }
