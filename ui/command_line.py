"""unionapp-cli as it is called: the core's command line, given what draws a PDF.

Every other command stays free of Qt, which is loaded only when a PDF is asked for.
"""

import sys
from collections.abc import Sequence

from ui.paper.draw_pdf import draw
from unionapp import cli


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    return cli.main(arguments, draw)


if __name__ == "__main__":
    sys.exit(main())
