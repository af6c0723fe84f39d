"""A file of somebody else, parsed in a process of its own that can be killed.

A `Reader` names the function that understands a kind of file. `read_apart` has it called in a fresh
process, which is held to some seconds and so much memory and ends with the file, whatever was in
it. What comes back is plain data that is decoded by its type: nothing that a hostile file may have
made of that process is ever run here.

`make_ready` has a process started while a person still chooses the file, `dismiss` ends it when
they choose none. The room is entered by itself, when there is a file: no start needs it.
"""

from unionapp.system.worker.child import ARGUMENT, serve
from unionapp.system.worker.limits import MOST_MEMORY, MOST_SECONDS
from unionapp.system.worker.process import (
    BrokenOffError,
    Reader,
    Reason,
    dismiss,
    make_ready,
    read_apart,
)

__all__ = [
    "ARGUMENT",
    "MOST_MEMORY",
    "MOST_SECONDS",
    "BrokenOffError",
    "Reader",
    "Reason",
    "dismiss",
    "make_ready",
    "read_apart",
    "serve",
]
