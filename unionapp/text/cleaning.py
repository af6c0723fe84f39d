"""Text made fit for paper: what cannot be seen or written is taken out where it comes in.

A control character, a noncharacter or half a surrogate pair makes Word and Excel files fail at
the very end of the work, so text is cleaned when it is typed or pasted, never at export.

What is pasted from another paper loses its bullets and its indents, too. Our paragraphs are
indented when they are laid out: at the beginning of a line the spaces by which another program did
it go, behind a full stop they were a new paragraph.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
# A joiner goes too: the figures of a joined emoji then stand side by side, which is no loss.
_ZERO_WIDTH = "\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffc"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_HIDDEN_TAGS = "\U000e0001\U000e0020-\U000e007f"
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\ud800-\udfff"
    f"{_ZERO_WIDTH}{_DIRECTIONS}{_NONCHARACTERS}{_HIDDEN_TAGS}]"
)
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")

_CHINESE = "[\u3001-\u3011\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd“”，。；：？！（）]"
_STRAY_BACKTICK = re.compile(f"(?<={_CHINESE})`+(?={_CHINESE})")

# What other programs put before the entries of a list; two of a kind are a dash or a mask.
BULLET = r"^[^\S\n]*(?:[·•●◆◇▪◦➢►▶](?![·•●◆◇▪◦➢►▶])[^\S\n]*|[-–—*■□][^\S\n]+)(?=\S)"

# How a number before an entry or a heading looks: （1）, （一）, 1、, 一、, 1. or ①.
ORDINAL = (
    r"^\s*(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})、"
    r"|\d{1,2}[)）.．](?!\d)|[①-⑳])\s*(?=\S)"
)

# Longer texts are cleaned afresh each time; the cells of a long table are kept in mind.
_LONGEST_KEPT = 200
_INDENT = re.compile("^(?:[\u3000\t]| {2})[\u3000\t ]*+(?=\\S)", re.MULTILINE)
_NEW_PARAGRAPH = re.compile(
    "(?<=[。！？：”])(?=[\u3000\t ]*?(?:\u3000{2}| {4}|\t))[\u3000\t ]++(?=\\S)"
)
_STRAY = re.compile("(?<=[，、；])\u3000{2,}+(?=\\S)")
_BULLET = re.compile(BULLET, re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text after cleaning; `message` tells the person what went, and is empty if nothing did."""

    text: str
    removed: int
    message: str


def clean(text: str) -> Cleaned:
    """Take out what cannot be seen or written, and bring line ends and accents to one form.

    Tabs, line feeds, emoji, rare and private-use characters (they occur in names) stay. The
    result is in NFC, not NFKC, which would change full-width punctuation. A backtick between
    Chinese characters is a leftover of copying from the web. Cleaning twice changes nothing.
    """
    return _remembered(text) if len(text) <= _LONGEST_KEPT else _cleaned(text)


def _cleaned(text: str) -> Cleaned:
    visible, invisible = _INVISIBLE.subn("", text)
    composed = unicodedata.normalize("NFC", _LINE_END.sub("\n", visible))
    tidy, backticks = _STRAY_BACKTICK.subn("", composed)
    return Cleaned(tidy, invisible + backticks, _message(invisible, backticks))


_remembered = lru_cache(maxsize=32768)(_cleaned)


def _message(invisible: int, backticks: int) -> str:
    parts = ((invisible, "不可见字符"), (backticks, "多余的“`”"))
    told = [f" {count} 个{what}" for count, what in parts if count]
    return "已清除" + "和".join(told) if told else ""


def tidied(text: str) -> Cleaned:
    """Return the text cleaned and in our paragraphs; the message tells what was done to it."""
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
