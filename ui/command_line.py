"""unionapp-cli as it is called: the core's command line, given what draws a PDF.

Every other command stays free of Qt, which is loaded only when a PDF is asked for.
"""

import sys
from collections.abc import Sequence

from unionapp import cli
from unionapp.paper import Document
from unionapp.system.worker import ARGUMENT, serve


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code.

    The packaged program starts itself by this, too, to read a file in a process of its own.
    """
    given = sys.argv[1:] if arguments is None else arguments
    if list(given) == [ARGUMENT]:
        return serve()
    return cli.main(arguments, _draw)


def _draw(document: Document, base: bytes | None) -> bytes:
    """Draw a paper as a PDF, on an office's own base if there is one."""
    from ui.paper import draw
    from ui.runtime import noting_messages

    with noting_messages():
        return draw(document, base)


if __name__ == "__main__":
    sys.exit(main())
