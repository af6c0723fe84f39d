"""Papers set off the window's thread: a long table would hold up whoever types.

Fonts belong to the thread that made them, so one thread sets all papers, and keeps what it has set
for the next one.
"""

import atexit
from functools import cache

from PySide6.QtCore import QThreadPool

from ui.paper import Fonts
from unionapp.figures import Figures
from unionapp.layout import Typography
from unionapp.layout.pages import Layout, Pages
from unionapp.paper import compose

# The layout of the papers that were set last, if any were.
_kept: list[tuple[Typography, Layout]] = []


@cache
def typesetter() -> QThreadPool:
    """Return the one thread on which papers are set; it lasts as long as the program."""
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    pool.setExpiryTimeout(-1)
    atexit.register(finish_setting)
    return pool


def set_paper(figures: Figures, typography: Typography) -> Pages:
    """Return the pages of a draft's paper for the superior; call it on the typesetter's thread."""
    if not _kept or _kept[0][0] is not typography:
        _kept[:] = [(typography, Layout(Fonts().measure, typography))]
    return _kept[0][1].lay_out(compose(figures))


def finish_setting() -> None:
    """Wait for what is being set, and end the thread after the fonts that it made."""
    typesetter().start(_kept.clear)
    typesetter().waitForDone()
