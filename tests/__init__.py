"""Tests of the program without a window; those of the window are in `tests.ui`."""
