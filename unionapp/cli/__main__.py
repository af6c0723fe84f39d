"""`python -m unionapp.cli`: the command line without what draws a PDF."""

import sys

from unionapp.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
