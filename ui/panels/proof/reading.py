"""A paper read and proofread off the window's thread, step by step, so that it can be stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from ui.panels.proof.marks import Mark, marks_of
from ui.runtime import Step, StoppedError
from ui.words import say
from unionapp.checks.prose import proofread_apart
from unionapp.importing import read_prose


@dataclass(frozen=True, slots=True)
class Proof:
    """A text as it is shown, and what is remarked of it."""

    text: str
    marks: tuple[Mark, ...]


def proof_of(source: Path | str, gone: Event, step: Step) -> Proof:
    """Read the paper of a file, or take a text as it was pasted, and proofread it.

    It stops when the window has `gone`. Raises `ProseError` for what can't be read or checked.
    """
    read = _ticking(say("正在读取文稿…"), gone, step)
    check = _ticking(say("正在检查文稿…"), gone, step)
    text = read_prose(source, read) if isinstance(source, Path) else _plain(source)
    return Proof(text, marks_of(text, proofread_apart(text, check)))


def _ticking(label: str, gone: Event, step: Step) -> Callable[[], None]:
    def tick() -> None:
        if gone.is_set():
            raise StoppedError
        step(label)

    return tick


def _plain(pasted: str) -> str:
    """A pasted text with the ends of its lines as a file has them."""
    return "\n".join(pasted.splitlines())
