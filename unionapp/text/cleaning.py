"""Text made fit for paper: what cannot be seen or written is taken out where it comes in.

A control character, a noncharacter or half a surrogate pair makes Word and Excel files fail at
the very end of the work, so text is cleaned when it is typed or pasted, never at export. What it
says stays: what parts lines or words parts them still, and a character that other programs have
written by another code is the ordinary one.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from unionapp.text.likeness import OUT_OF_THE_ORDINARY, made_ordinary

_NONCHARACTERS = (
    *range(0xFDD0, 0xFDF0),
    *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)),
)
_CONTROLS = (*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD)
_HALVES = range(0xD800, 0xE000)
# A joiner goes too: the figures of a joined emoji then stand side by side, which is no loss.
_ZERO_WIDTH = (
    *(0x034F, 0x180E, *range(0x200B, 0x200E), *range(0x2060, 0x2065), 0xFEFF),
    *range(0xFFF9, 0xFFFD),
)
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070))
_HIDDEN_TAGS = (0xE0001, *range(0xE0020, 0xE0080))
_UNSEEN = (*_NONCHARACTERS, *_CONTROLS, *_HALVES, *_ZERO_WIDTH, *_DIRECTIONS, *_HIDDEN_TAGS)
_WITHOUT_UNSEEN = dict.fromkeys(_UNSEEN)
# What ends a line for Word (VT), printers (FF), mainframes (NEL) and data (FS, GS, RS, US); what
# does so for Unicode is what an editor of texts writes by itself, and no news to anybody.
_ODD_LINE_ENDS = "\x0b\x0c\x85\x1c-\x1f"
_UNICODE_LINE_ENDS = "\u2028\u2029"
_ODD_LINE_END = re.compile(f"[{_ODD_LINE_ENDS}]")
_LINE_END = re.compile(f"\r\n?|[{_UNICODE_LINE_ENDS}]")
# A text without any of these is clean, once its accents are composed.
_ANYTHING = OUT_OF_THE_ORDINARY.union(
    map(chr, _UNSEEN), "`\r\x0b\x0c\x85\x1c\x1d\x1e\x1f", _UNICODE_LINE_ENDS
)

_CHINESE = "[\u3001-\u3011\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd“”，。；：？！（）]"
_STRAY_BACKTICK = re.compile(f"(?<={_CHINESE})`+(?={_CHINESE})")

# Longer texts are cleaned afresh each time; the cells of a long table are kept in mind.
_LONGEST_KEPT = 200


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text after cleaning.

    `removed` counts the characters that went; `message` tells the person what went and what was
    replaced, and is empty if nothing did.
    """

    text: str
    removed: int
    message: str


def clean(text: str) -> Cleaned:
    """Take out what cannot be seen or written, and bring the rest to one form.

    All that ends a line is a line feed then, accents are composed, and characters of other codes
    are the ordinary ones (see `made_ordinary`). Tabs, emoji, full-width forms, rare and private-use
    characters (they occur in names) stay. A backtick between Chinese characters is a leftover of
    copying from the web. Cleaning twice changes nothing.
    """
    return _remembered(text, "\n") if len(text) <= _LONGEST_KEPT else _cleaned(text, "\n")


def clean_cell(text: str) -> Cleaned:
    """Clean a text in which a line feed ends a row: all else that ends a line is a space."""
    return _remembered(text, " ") if len(text) <= _LONGEST_KEPT else _cleaned(text, " ")


def _cleaned(text: str, line_end: str) -> Cleaned:
    if _ANYTHING.isdisjoint(text) and unicodedata.is_normalized("NFC", text):
        return Cleaned(text, 0, "")  # as nearly all that is typed
    parted, ends = _ODD_LINE_END.subn(line_end, text)
    lines = _LINE_END.sub(lambda end: line_end if end[0] in _UNICODE_LINE_ENDS else "\n", parted)
    visible = lines.translate(_WITHOUT_UNSEEN)
    invisible = len(lines) - len(visible)
    ordinary, replaced = made_ordinary(visible)
    tidy, backticks = _STRAY_BACKTICK.subn("", ordinary) if "`" in ordinary else (ordinary, 0)
    became = "换行" if line_end == "\n" else "空格"
    told = (
        _what_went(invisible, backticks),
        f"已把 {ends} 个特殊的分隔符改成{became}" if ends else "",
        f"已把 {replaced} 个特殊字符换成平常的" if replaced else "",
    )
    return Cleaned(tidy, invisible + backticks, "；".join(filter(None, told)))


_remembered = lru_cache(maxsize=32768)(_cleaned)


def _what_went(invisible: int, backticks: int) -> str:
    parts = ((invisible, "不可见字符"), (backticks, "多余的“`”"))
    told = [f" {count} 个{what}" for count, what in parts if count]
    return "已清除" + "和".join(told) if told else ""
