"""In which letters a file of text is written."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_TRIED = (("utf-8", "UTF-8"), ("gb18030", "GB18030"))
_BEGINNING = 4096
# Half of a character, as programs cut them in two, and what is read in its place.
_HALF = re.compile("[\ud800-\udfff]")
_LOST = "\ufffd"
# Where nothing but the content says so, halves tell that the letters are others.
_TAKE_HALVES = frozenset({"utf-8", "utf-8-sig", "utf-16"})


def decoded(content: bytes) -> tuple[str, str] | None:
    """Return the text and what its letters are written in; None if that can't be told."""
    for codec, told in _candidates(content):
        try:
            text = content.decode(codec, "surrogatepass" if codec in _TAKE_HALVES else "strict")
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return _HALF.sub(_LOST, text), told
    return None


def _candidates(content: bytes) -> tuple[tuple[str, str], ...]:
    for mark, codec, told in _MARKS:
        if content.startswith(mark):
            return ((codec, told),)
    beginning = content[:_BEGINNING]
    if b"\0" in beginning:  # ASCII letters in UTF-16 have an empty half
        little = beginning[1::2].count(0) >= beginning[0::2].count(0)
        return (("utf-16-le" if little else "utf-16-be", "UTF-16"),)
    return _TRIED
