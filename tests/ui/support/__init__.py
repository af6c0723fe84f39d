"""Helpers of the tests with a window."""
