"""The editor of an item's text, with its figures as chips."""

from ui.editors.prose.narrative import NarrativeEditor
from ui.editors.prose.prose_edit import ProseEdit

__all__ = [
    "NarrativeEditor",
    "ProseEdit",
]
