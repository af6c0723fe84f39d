"""How a text is quoted, shortened and refused within a sentence of ours."""

import re
import unicodedata

from unionapp.errors import UnreadableError
from unionapp.text.cleaning import clean

_QUOTED = 16
_LOOKED_AT = 4 * _QUOTED
_INNER = str.maketrans("“”", "‘’")
_SENTENCE_ENDS = "。！？；\n"
_SENTENCE_AFTER = re.compile("[。！？；\n]*[^。！？；\n]*")


def quoted(text: str) -> str:
    """Return the entry in Chinese quotation marks, on one line and shortened."""
    start = " ".join(clean(text[:_LOOKED_AT]).text.split())
    cut = len(text) > _LOOKED_AT or len(start) > _QUOTED
    return f"“{start[:_QUOTED]}…”" if cut else f"“{start}”"


def inner_quotes(text: str) -> str:
    """Return a text as it stands within quotation marks: with single ones for its own."""
    return text.translate(_INNER)


def shortened(text: str, longest: int) -> str:
    """Return a text of at most so many characters; one that is cut ends with …, which counts."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def excerpt(text: str, start: int, end: int) -> str:
    """Return a part of a text, with … at each side at which the text goes on."""
    start, end = max(start, 0), min(end, len(text))
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def sentence_around(text: str, at: int) -> str:
    """Return the sentence in which a place of a text stands."""
    within = len(text[:at].rstrip(_SENTENCE_ENDS))
    start = max(text.rfind(end, 0, within) for end in _SENTENCE_ENDS) + 1
    after = _SENTENCE_AFTER.match(text, at)
    return text[start : after.end() if after else at]


def refusal(text: str, reason: str) -> UnreadableError:
    """Return the error for an entry; `reason` follows the quoted entry, without a full stop."""
    return UnreadableError(f"{quoted(text)}{reason}。")


def one_line(text: str) -> str:
    """Return the text cleaned, its runs of white space made one space, its ends bare."""
    return " ".join(clean(text).text.split())


def folded(text: str) -> str:
    """Return the text in NFKC, so that full-width forms and radicals copied from a PDF are plain.

    Characters such as ² and ① stay as they are: NFKC would turn 5² into 52.
    """
    if text.isascii():
        return text
    return "".join(
        letter if unicodedata.category(letter) == "No" else unicodedata.normalize("NFKC", letter)
        for letter in text
    )
