"""Tests of `ui.look`."""
