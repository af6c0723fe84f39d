"""Editors of one value: entry, list, personal record, and what stands beside them."""

from ui.editors.field.derived import CHANGE_WIDTH, ChangeLabel, DerivedValue, explanation
from ui.editors.field.details import DetailEntry, Details, MenuButton
from ui.editors.field.entry import Entry
from ui.editors.field.list import Lines, ListEditor
from ui.editors.field.personal import PersonalEditor
from ui.editors.field.value import FIGURE_WIDTH, PREVIOUS_WIDTH, ValueEditor

__all__ = [
    "CHANGE_WIDTH",
    "FIGURE_WIDTH",
    "PREVIOUS_WIDTH",
    "ChangeLabel",
    "DerivedValue",
    "DetailEntry",
    "Details",
    "Entry",
    "Lines",
    "ListEditor",
    "MenuButton",
    "PersonalEditor",
    "ValueEditor",
    "explanation",
]
