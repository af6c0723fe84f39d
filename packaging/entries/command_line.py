"""What the frozen `unionapp-cli` runs."""

import sys

from ui.command_line import main

sys.exit(main())
