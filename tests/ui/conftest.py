"""Windows are drawn in memory, unless a real X screen is asked for by `UNIONAPP_TEST_XCB=1`."""

import os

os.environ["QT_QPA_PLATFORM"] = "xcb" if os.environ.get("UNIONAPP_TEST_XCB") else "offscreen"
