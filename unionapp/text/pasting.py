"""A text of another program made one of ours: without its bullets, its indents, its broken lines.

Our paragraphs are indented when they are laid out: at the beginning of a line the spaces by which
another program did it go, behind a full stop they were a new paragraph. A PDF ends a line where
its paper ended; whether these lines are to be one paragraph again only the person knows.
"""

import re
from itertools import pairwise

from unionapp.text.cleaning import Cleaned, clean
from unionapp.text.width import cells

# The spaces by which people indent: as wide as a character, and narrower ones of web pages.
_WIDE = "\u3000\u2001\u2003"
_NARROW = "\u00a0\u1680\u2000\u2002\u2004-\u200a\u202f\u205f"
_SPACES = f"{_WIDE}{_NARROW}\t"
_INDENT = re.compile(rf"^(?:[{_SPACES}]| {{2}})[{_SPACES} ]*+(?=\S)", re.MULTILINE)
_NEW_PARAGRAPH = re.compile(
    rf"(?<=[。！？：”])(?=[{_SPACES} ]*?(?:[{_WIDE}]{{2}}|[{_NARROW} ]{{4}}|\t))"
    rf"[{_SPACES} ]++(?=\S)"
)
_STRAY = re.compile(rf"(?<=[，、；])[{_WIDE}{_NARROW}]{{2,}}+(?=\S)")

# Signs that Word writes with the letters of its fonts Symbol, Wingdings and Courier New: as such
# in a private range, or, where a tab follows, as the letters themselves.
_LETTERS_FOR_SIGNS = "Ølnu§vqopüÜ"
# — 3 —, as the foot of a page has it (GB/T 9704-2012, 7.5).
_PAGE_NUMBER = r"[-–—][^\S\n]{0,2}\d{1,4}[^\S\n]{0,2}[-–—][^\S\n]{0,2}(?:\n|\Z)"
_SIGNS = "·•●◆◇▪◦➢➤►▶❖✓✔‣⁃∙・\uf020-\uf0ff"
# What other programs put before the entries of a list; two of a kind are a dash or a mask, and
# where one follows on another, nobody knows what they are.
BULLET = (
    rf"^[^\S\n]*(?:[{_SIGNS}](?![{_SIGNS}])[^\S\n]*"
    rf"|(?!{_PAGE_NUMBER})[-–—*■□][^\S\n]+|[{_LETTERS_FOR_SIGNS}]\t(?=[^\t\n]*+$)[^\S\n]*)"
    rf"(?![{_SIGNS}]|[-–—*■□][^\S\n]|[{_LETTERS_FOR_SIGNS}]\t)(?=\S)"
)
_BULLET = re.compile(BULLET, re.MULTILINE)

# How a number before an entry or a heading looks: （1）, （一）, 1、, 一、, 1. or ①.
ORDINAL = (
    r"^\s*(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})、"
    r"|\d{1,2}[)）.．](?!\d)|[①-⑳])\s*(?=\S)"
)


def tidied(text: str) -> Cleaned:
    """Return the text cleaned and in our paragraphs; the message tells what was done to it."""
    cleaned = clean(text)
    parted, parts = _NEW_PARAGRAPH.subn("\n", cleaned.text)
    joined_, stray = _STRAY.subn("", parted)
    flush, indents = _INDENT.subn("", joined_)
    bare, bullets = _BULLET.subn("", flush)
    told = (
        (parts, f"{parts} 处缩进已另起一段"),
        (indents + stray, f"已去掉 {indents + stray} 处缩进"),
        (bullets, f"已去掉 {bullets} 个段前的符号"),
    )
    messages = (cleaned.message, *(message for count, message in told if count))
    removed = cleaned.removed + indents + stray + bullets
    return Cleaned(bare, removed, "；".join(filter(None, messages)))


# A line as long as the others may end a little before them: no line begins with a closing mark,
# and no word or figure is parted. Both in Chinese characters.
_RAGGED = 2.5
_SHORTEST_LINE = 16.0
# Full lines by which a text is known for one of pages: a paragraph may be the longest by chance.
_FULL_LINES = 3
_ENDED = re.compile(r"[。！？…!?：:][”’」』）》)\"']*+$")
_OF_PROSE = re.compile("[，。；：]")
_BEGINS_ANEW = re.compile(
    rf"{BULLET}|{ORDINAL}|[【［〔]|\s*第[一二三四五六七八九十百]{{1,4}}[章节条部]"
    r"|[-—–─ ]{0,4}\d{1,4}[-—–─ ]{0,4}$"
)


def joined(text: str) -> str:
    """Return a pasted text, tidied, with the lines joined that a PDF has broken; empty if none is.

    A line is broken where it is as long as the longest and stops within a sentence; or at the end
    of one, where paragraphs are indented and the next line is not. The lines of a list, of a poem
    or of a table are shorter or have no marks of prose, and stay.
    """
    runs = _runs(clean(text).text.split("\n"))
    if not any(map(_is_broken, runs)):
        return ""
    paragraphs = (_in_one_line(run) if _is_broken(run) else "\n".join(run) for run in runs)
    return tidied("\n".join(paragraphs)).text


def _runs(lines: list[str]) -> list[list[str]]:
    """The lines, those together that go on from one to the next."""
    widths = [cells(line.strip()) for line in lines]
    full = max(_SHORTEST_LINE, max(widths) - _RAGGED)
    of_pages = sum(width >= full for width in widths) >= _FULL_LINES
    indented = of_pages and any(map(_INDENT.match, lines))
    runs = [lines[:1]]
    for width, (line, following) in zip(widths, pairwise(lines), strict=False):
        if width >= full and _goes_on(line.rstrip(), following, indented=indented):
            runs[-1].append(following)
        else:
            runs.append([following])
    return runs


def _goes_on(line: str, following: str, *, indented: bool) -> bool:
    """Whether a full line may go on in the following one; `indented` says that paragraphs are."""
    if not following.strip() or _INDENT.match(following) or _BEGINS_ANEW.match(following):
        return False
    return indented or not _ENDED.search(line)


def _is_broken(run: list[str]) -> bool:
    return len(run) > 1 and any(map(_OF_PROSE.search, run))


def _in_one_line(run: list[str]) -> str:
    parts = [run[0].rstrip()]
    for line in map(str.strip, run[1:]):
        latin = _is_latin(parts[-1][-1:]) and _is_latin(line[:1])
        parts.append(f" {line}" if latin else line)
    return "".join(parts)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
