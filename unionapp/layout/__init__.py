"""Layout: how blocks stand on official pages, the same in every file and on the screen."""
