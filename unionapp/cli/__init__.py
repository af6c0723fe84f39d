"""The command line."""

from unionapp.cli.main import main

__all__ = [
    "main",
]
