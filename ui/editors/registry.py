"""Which editor fills in an indicator of each kind."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.editors.field import DerivedValue, ListEditor, PersonalEditor, ValueEditor
from ui.editors.table import TableEditor
from unionapp.draft import Slot
from unionapp.template import Indicator
from unionapp.values import Kind

MakeEditor = Callable[[Indicator, Desk, Slot], QWidget]

# What makes the editor of each kind.
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


def make_editor(indicator: Indicator, desk: Desk, slot: Slot = Slot.VALUE) -> QWidget:
    """Return the editor of an indicator in a slot; what follows from others is only shown.

    Its focus proxy is the entry in which typing begins.
    """
    if indicator.derive is not None and slot is Slot.VALUE:
        return DerivedValue(indicator, desk)
    return EDITORS[indicator.kind](indicator, desk, slot)
