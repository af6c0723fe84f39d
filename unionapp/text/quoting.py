"""How an entry is quoted and refused: one sentence with the entry, the reason, the way out."""

import unicodedata

from unionapp.errors import UnreadableError
from unionapp.text.cleaning import clean

_QUOTED = 16
_LOOKED_AT = 4 * _QUOTED


def quoted(text: str) -> str:
    """The entry in Chinese quotation marks, on one line and shortened."""
    start = " ".join(clean(text[:_LOOKED_AT]).text.split())
    cut = len(text) > _LOOKED_AT or len(start) > _QUOTED
    return f"“{start[:_QUOTED]}…”" if cut else f"“{start}”"


def refusal(text: str, reason: str) -> UnreadableError:
    """The error for an entry; `reason` goes on after the quoted entry, without a full stop."""
    return UnreadableError(f"{quoted(text)}{reason}。")


def one_line(text: str) -> str:
    """The text cleaned, its runs of white space made one space, its ends bare."""
    return " ".join(clean(text).text.split())


def folded(text: str) -> str:
    """The text in NFKC, so that full-width forms and radicals copied from a PDF are plain.

    Characters such as ² and ① stay as they are: NFKC would turn 5² into 52.
    """
    if text.isascii():
        return text
    return "".join(
        letter if unicodedata.category(letter) == "No" else unicodedata.normalize("NFKC", letter)
        for letter in text
    )
