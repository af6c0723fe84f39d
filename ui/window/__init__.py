"""The window in which one draft is written: rail, pages, panels, status."""
