"""Editors: a kind of indicator -> the widget in which it is filled in."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.editors.field.derived import DerivedValue
from ui.editors.field.list import ListEditor
from ui.editors.field.personal import PersonalEditor
from ui.editors.field.value import ValueEditor
from ui.editors.prose.narrative import NarrativeEditor
from ui.editors.table.table import TableEditor
from unionapp.draft.model import Room
from unionapp.template import Indicator
from unionapp.values import Kind

__all__ = ["EDITORS", "NarrativeEditor", "make_editor"]

MakeEditor = Callable[[Indicator, Desk, Room], QWidget]

EDITORS: Mapping[Kind, MakeEditor] = MappingProxyType(
    {
        Kind.COUNT: ValueEditor,
        Kind.MONEY: ValueEditor,
        Kind.RATE: ValueEditor,
        Kind.DATE: ValueEditor,
        Kind.FREQUENCY: ValueEditor,
        Kind.TEXT: ValueEditor,
        Kind.CHOICE: ValueEditor,
        Kind.LIST: ListEditor,
        Kind.TABLE: TableEditor,
        Kind.PERSONAL: PersonalEditor,
    }
)
"""What makes the editor of each kind."""


def make_editor(indicator: Indicator, desk: Desk, room: Room = Room.VALUE) -> QWidget:
    """The editor of an indicator in a room; what follows from others is only shown.

    Its focus proxy is the entry in which typing begins.
    """
    if indicator.derive is not None and room is Room.VALUE:
        return DerivedValue(indicator, desk)
    return EDITORS[indicator.kind](indicator, desk, room)
