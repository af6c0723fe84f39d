"""unionapp-cli as it is called: the core's command line, given what draws a PDF.

Every other command stays free of Qt, which is loaded only when a PDF is asked for.
"""

import sys
from collections.abc import Sequence

from unionapp import cli
from unionapp.paper import Document


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    return cli.main(arguments, _draw)


def _draw(document: Document, base: bytes | None) -> bytes:
    """Draw a paper as a PDF, on an office's own base if there is one."""
    from ui.paper import draw

    return draw(document, base)


if __name__ == "__main__":
    sys.exit(main())
