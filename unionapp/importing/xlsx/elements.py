"""What the readers of a workbook's parts share."""

import re

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LONGEST_WHOLE = 9


class Quiet:
    """A handler that takes nothing."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of text."""


def unescaped(text: str) -> str:
    """A text without the escapes that XML forces on it (ST_Xstring: `_x000D_` is a line end)."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def whole_number(text: str) -> int:
    """A number without a sign; 0 for anything else."""
    fits = text.isascii() and text.isdigit() and len(text) <= _LONGEST_WHOLE
    return int(text) if fits else 0
