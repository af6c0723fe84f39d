"""What a check noticed, and where."""

from dataclasses import dataclass
from enum import StrEnum

from unionapp.draft import EditPath, Slot
from unionapp.template import Item


class Severity(StrEnum):
    """How much a finding weighs; none of them stops the papers from being written."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check noticed.

    `rule` names the rule for programs, `message` is a colleague's note in Chinese, and `where` is
    the entry or the text to go to. `evidence` is what it is about: the figures, words or rows that
    tell it from every other finding of its rule there. Its explanation hangs on them, so they
    change with what was found and with nothing else: no heading, and no wording of the message.
    """

    rule: str
    severity: Severity
    message: str
    where: EditPath
    evidence: tuple[str, ...]


def at_entry(id_: str) -> EditPath:
    """Return the path of this year's answer to an indicator."""
    return EditPath(Slot.VALUE, id_)


def at_text(item: Item) -> EditPath:
    """Return the path of the text of an item."""
    return EditPath(Slot.NARRATIVE, item.id)
