"""The verbs about texts of other programs."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from unionapp.importing import read_prose
from unionapp.text import joined, tidied

PrintJson: TypeAlias = Callable[[Mapping[str, str | int | None]], None]

_BROKEN_LINES = (
    "有的行像是从 PDF 里断开的；粘贴到程序里可以接成整段，用 --json 在 joined 里看接好的样子。"
)


def add(
    add_verb: Callable[..., argparse.ArgumentParser],
    print_json: PrintJson,
) -> None:
    """Add the verbs to the command line's parser."""

    def clean(chosen: argparse.Namespace) -> int:
        _clean(chosen, print_json)
        return 0

    verb = add_verb("clean", clean, "照粘贴进来的样子，印出一份文稿的文字")
    verb.add_argument("file", metavar="FILE", type=Path, help="文稿：.txt 或 .docx")


def _clean(chosen: argparse.Namespace, print_json: PrintJson) -> None:
    """Print a text as a paste would bring it in; what was done to it goes to standard error."""
    text = read_prose(chosen.file)
    cleaned, whole = tidied(text), joined(text)
    if chosen.json:
        print_json(
            {
                "text": cleaned.text,
                "removed": cleaned.removed,
                "message": cleaned.message,
                "joined": whole or None,
            }
        )
        return
    print(cleaned.text, end="" if cleaned.text.endswith("\n") or not cleaned.text else "\n")
    for told in filter(None, (cleaned.message, _BROKEN_LINES if whole else "")):
        print(told, file=sys.stderr)
