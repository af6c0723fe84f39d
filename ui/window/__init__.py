"""The window in which one draft is written: rail, pages, panels, status."""

from ui.window.window import SummaryWizard

__all__ = [
    "SummaryWizard",
]
