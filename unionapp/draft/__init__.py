"""A draft: the log of edits over a template, with its outline."""

from unionapp.draft import custom_parts, outline_edits, own_changes
from unionapp.draft.custom_parts import Added, Wanted, own_indicators
from unionapp.draft.history import BEGINNING, History, Step
from unionapp.draft.model import Action, Answers, Change, Draft, Edit, EditPath, Slot, paths_of
from unionapp.draft.outline import SECTIONS, changed, outlined
from unionapp.draft.outline_edits import Changes, Part, first_title, home_of, items, whole
from unionapp.draft.own_changes import WantedColumn, filled_columns, is_answered
from unionapp.draft.step_names import name_of_last, said

__all__ = [
    "BEGINNING",
    "SECTIONS",
    "Action",
    "Added",
    "Answers",
    "Change",
    "Changes",
    "Draft",
    "Edit",
    "EditPath",
    "History",
    "Part",
    "Slot",
    "Step",
    "Wanted",
    "WantedColumn",
    "changed",
    "custom_parts",
    "filled_columns",
    "first_title",
    "home_of",
    "is_answered",
    "items",
    "name_of_last",
    "outline_edits",
    "outlined",
    "own_changes",
    "own_indicators",
    "paths_of",
    "said",
    "whole",
]
