"""The desk: a session as the window sees it, and what is held there until it is saved."""

from ui.desk.desk import Desk
from ui.desk.hold import Hold

__all__ = [
    "Desk",
    "Hold",
]
