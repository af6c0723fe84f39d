"""The start window: the drafts of this machine and ways to begin one."""

from ui.start.window import StartWindow

__all__ = [
    "StartWindow",
]
