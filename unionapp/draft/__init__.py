"""A draft: the log of edits over a template, with its outline."""

from unionapp.draft import custom_parts, outline_edits
from unionapp.draft.custom_indicator import CustomIndicator
from unionapp.draft.custom_parts import Added, filled_columns, is_answered
from unionapp.draft.history import (
    BEGINNING,
    UNTOUCHED,
    History,
    Snapshot,
    Step,
    place_of_snapshot,
)
from unionapp.draft.model import Action, Answers, Change, Draft, Edit, EditPath, Slot, paths_of
from unionapp.draft.outline import SECTIONS, changed, outlined
from unionapp.draft.outline_edits import (
    Changes,
    Part,
    custom_indicators,
    first_title,
    home_of,
    items,
    whole,
)
from unionapp.draft.rebasing import rebased
from unionapp.draft.step_names import step_name, subject_paths

__all__ = [
    "BEGINNING",
    "SECTIONS",
    "UNTOUCHED",
    "Action",
    "Added",
    "Answers",
    "Change",
    "Changes",
    "CustomIndicator",
    "Draft",
    "Edit",
    "EditPath",
    "History",
    "Part",
    "Slot",
    "Snapshot",
    "Step",
    "changed",
    "custom_indicators",
    "custom_parts",
    "filled_columns",
    "first_title",
    "home_of",
    "is_answered",
    "items",
    "outline_edits",
    "outlined",
    "paths_of",
    "place_of_snapshot",
    "rebased",
    "step_name",
    "subject_paths",
    "whole",
]
