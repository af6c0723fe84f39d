"""The preview: the laid-out pages beside the form, in a window and on the printer."""

from ui.preview.pane import PreviewPane
from ui.preview.pane_host import PreviewHost
from ui.preview.printing import ask_and_print
from ui.preview.window import show_preview

__all__ = [
    "PreviewHost",
    "PreviewPane",
    "ask_and_print",
    "show_preview",
]
