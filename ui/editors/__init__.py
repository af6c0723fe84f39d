"""Editors: each fills in one answer of a draft."""

from ui.editors.below import Told
from ui.editors.binding import Binding
from ui.editors.hint import Hint
from ui.editors.registry import EDITORS, make_editor
from ui.editors.text_diff import width

__all__ = [
    "EDITORS",
    "Binding",
    "Hint",
    "Told",
    "make_editor",
    "width",
]
