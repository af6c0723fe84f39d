"""Editors of one value: entry, list, personal record, and what stands beside them."""

from ui.editors.field.derived import ChangeShown, DerivedValue, change_of, explanation
from ui.editors.field.details import DetailEntry, Details, MenuButton
from ui.editors.field.entry import Entry, look_of
from ui.editors.field.list import Lines, ListEditor
from ui.editors.field.personal import PersonalEditor
from ui.editors.field.value import ValueEditor

__all__ = [
    "ChangeShown",
    "DerivedValue",
    "DetailEntry",
    "Details",
    "Entry",
    "Lines",
    "ListEditor",
    "MenuButton",
    "PersonalEditor",
    "ValueEditor",
    "change_of",
    "explanation",
    "look_of",
]
