"""Tests of the window, run by pytest-qt."""
