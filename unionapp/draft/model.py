"""A draft: one union, one year, one template, as the sum of its edits.

`Draft` is a frozen picture of all answers, exactly as they were typed; reading them into values
is `unionapp.figures.model`'s work. An edit is one change: a path, the new content, who and when.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:  # a list of drafts is shown without loading what only an opened one needs
    from unionapp.template import Indicator, Template
    from unionapp.values import Typed


class Slot(StrEnum):
    """The thing of a draft that a path leads to: a value, a note, a title, the order of items."""

    VALUE = "value"
    PREVIOUS = "previous"
    AS_OF = "as_of"
    NOTE = "note"
    SOURCE = "source"
    REASON = "reason"
    NARRATIVE = "narrative"
    CARRIED = "carried"
    TITLE = "title"
    UNIT = "unit"
    OFF = "off"
    ORDER = "order"
    CUSTOM_SECTION = "custom_section"
    CUSTOM_ITEM = "custom_item"
    CUSTOM_INDICATORS = "custom_indicators"
    CUSTOM_COLUMNS = "custom_columns"

    # Paths are looked up thousands of times with each edit: an enumeration's own hash takes longer.
    __hash__ = str.__hash__

    @property
    def is_outline(self) -> bool:
        """Whether an edit here changes what is asked, rather than an answer."""
        return self in _OUTLINE


_OUTLINE = frozenset(
    {
        Slot.TITLE,
        Slot.UNIT,
        Slot.OFF,
        Slot.ORDER,
        Slot.CUSTOM_SECTION,
        Slot.CUSTOM_ITEM,
        Slot.CUSTOM_INDICATORS,
        Slot.CUSTOM_COLUMNS,
    }
)


class EditPath(NamedTuple):
    """Where an edit goes: a slot, the id of an indicator or item, and the field.

    The field is the part of a personal indicator, or of a reason the finding that it explains.
    """

    slot: Slot
    id: str
    field: str = ""

    def __str__(self) -> str:
        tail = f".{self.field}" if self.field else ""
        return f"{self.slot}/{self.id}{tail}"

    @classmethod
    def parse(cls, text: str) -> "EditPath":
        """Return the path that prints as `text`."""
        slot, _, rest = text.partition("/")
        id_, _, field_ = rest.partition(".")
        return cls(Slot(slot), id_, field_)


class Change(NamedTuple):
    """A path and its new content; None takes the answer away."""

    path: EditPath
    typed: "Typed | None"


class Action(StrEnum):
    """What made an edit: the secretary, or an undo or redo of a step."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change in a draft, appended and never rewritten.

    `seq` counts from 1. Edits of one `step` are undone together; the step is named by the seq of
    its first edit, and an undo or redo carries the step that it takes back or restores. What the
    draft was begun with is step 0, which nobody undoes. `at` is UTC in ISO 8601.
    """

    seq: int
    step: int
    action: Action
    change: Change
    by: str
    at: str


Answers: TypeAlias = Mapping[EditPath, "Typed"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A frozen picture of all answers to one template.

    `base` is the template that the draft was begun with, `outlined` what the secretary has made
    of it; only `unionapp.draft.outline` makes one from the other.
    """

    base: "Template"
    answers: Answers = field(default_factory=dict)
    outlined: "Template | None" = None

    @property
    def template(self) -> "Template":
        """What is asked, as everything else looks at it."""
        return self.outlined or self.base

    def typed(self, slot: Slot, id_: str, field_: str = "") -> "Typed":
        """Return what was typed there, or an empty text."""
        return self.answers.get(EditPath(slot, id_, field_), "")

    def text(self, slot: Slot, id_: str, field_: str = "") -> str:
        """Return what was typed there, where only text can be."""
        typed = self.typed(slot, id_, field_)
        return typed if isinstance(typed, str) else ""

    def reasons(self, id_: str) -> tuple[str, ...]:
        """Return what was written to explain findings at an indicator or item, in order."""
        paths = (path for path in self.answers if path.slot is Slot.REASON and path.id == id_)
        said = (self.text(*path).strip() for path in paths)
        return tuple(reason for reason in said if reason)


def paths_of(indicator: "Indicator", slot: Slot = Slot.VALUE) -> tuple[EditPath, ...]:
    """Return the paths of the answers to an indicator: one, or one a field of a personal one."""
    if indicator.fields:
        return tuple(EditPath(slot, indicator.id, part.id) for part in indicator.fields)
    return (EditPath(slot, indicator.id),)
