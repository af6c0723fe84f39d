"""Helpers of the tests: samples, papers, files, other accounts and systems."""
