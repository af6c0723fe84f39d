"""A text pasted from another paper made one of ours: without its bullets and its indents.

Our paragraphs are indented when they are laid out, so the spaces by which another program did it
are in the way: at the beginning of a line they go, behind a full stop they were a new paragraph.
"""

import re

from unionapp.text.cleaning import BULLET, Cleaned, clean

_INDENT = re.compile("^(?:[\u3000\t]| {2,})[\u3000\t ]*(?=\\S)", re.MULTILINE)
_NEW_PARAGRAPH = re.compile(
    "(?<=[。！？：”])[\u3000\t ]*(?:\u3000{2,}| {4,}|\t)[\u3000\t ]*(?=\\S)"
)
_STRAY = re.compile("(?<=[，、；])\u3000{2,}(?=\\S)")
_BULLET = re.compile(BULLET, re.MULTILINE)


def tidied(text: str) -> Cleaned:
    """The text cleaned and in our paragraphs; the message tells what was done to it."""
    cleaned = clean(text)
    parted, parts = _NEW_PARAGRAPH.subn("\n", cleaned.text)
    joined, stray = _STRAY.subn("", parted)
    flush, indents = _INDENT.subn("", joined)
    bare, bullets = _BULLET.subn("", flush)
    told = (
        (parts, f"{parts} 处缩进已另起一段"),
        (indents + stray, f"已去掉 {indents + stray} 处缩进"),
        (bullets, f"已去掉 {bullets} 个段前的符号"),
    )
    messages = (cleaned.message, *(message for count, message in told if count))
    removed = cleaned.removed + indents + stray + bullets
    return Cleaned(bare, removed, "；".join(filter(None, messages)))
