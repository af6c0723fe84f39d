"""Changing what a draft asks: the forms and actions of its outline."""

from ui.section.outline.actions import NEW_ITEM, OutlineActions, Renaming
from ui.section.outline.form import ChangeForm, Form, IndicatorForm, WordForm

__all__ = [
    "NEW_ITEM",
    "ChangeForm",
    "Form",
    "IndicatorForm",
    "OutlineActions",
    "Renaming",
    "WordForm",
]
