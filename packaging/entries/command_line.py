"""What the frozen `unionapp-cli` runs."""

import sys

from unionapp.cli import main

sys.exit(main())
