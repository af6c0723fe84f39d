"""A text proofread in a process of its own: whoever waits for it can stop it at any time."""

from collections.abc import Callable
from dataclasses import dataclass

from unionapp.checks.prose.document import Remark, document_of
from unionapp.checks.prose.rules import proofread
from unionapp.errors import ProseError
from unionapp.system.worker import BrokenOffError, Reader, read_apart


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is wrong with a text, in the order of its places."""

    all: tuple[Remark, ...]


# Half a million characters take some seconds, on an old machine more than a file may take.
READER = Reader("unionapp.checks.prose.apart", "remarks_on", Remarks, seconds=60.0)


def proofread_apart(text: str, tick: Callable[[], object] = lambda: None) -> tuple[Remark, ...]:
    """Return what is wrong with a text as `proofread` does, worked out in a process of its own.

    Args:
        text: The text; half of a character in it is taken for one that is lost.
        tick: Called many times a second; what it raises stops the work.

    Raises:
        ProseError: it is too long to be checked; one sentence says so and what to do.
    """
    try:
        return read_apart(READER, text.encode("utf-8", "replace"), "", tick).all
    except BrokenOffError as error:
        raise ProseError("这份文稿太长，没有检查完；请把它分成几份，再一份一份检查。") from error


def remarks_on(content: bytes, _name: str) -> Remarks:
    """Return what is wrong with a text, which is checked right here."""
    return Remarks(proofread(document_of(content.decode("utf-8"))))
