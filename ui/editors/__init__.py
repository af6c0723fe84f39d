"""Editors: each fills in one answer of a draft."""

from ui.editors.binding import Binding
from ui.editors.hint import Hint, HintLine
from ui.editors.registry import EDITORS, make_editor
from ui.editors.text_diff import width

__all__ = [
    "EDITORS",
    "Binding",
    "Hint",
    "HintLine",
    "make_editor",
    "width",
]
