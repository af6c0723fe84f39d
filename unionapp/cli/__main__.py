"""`python -m unionapp.cli`: the command line without what draws a PDF."""

import sys

from unionapp.cli import main

sys.exit(main())
