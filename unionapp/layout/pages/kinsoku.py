"""Where a line may end: the rules of Chinese text, and of Western words and figures inside it.

Chinese: GB/T 15834-2011 (punctuation) and the lists that word processors keep for zh-CN: a mark
that closes may not begin a line, one that opens may not end it. Western: the pair table of Unicode
Standard Annex 14, as far as a paper needs it: words and figures stay whole with their signs.
"""

from enum import Enum, auto

# What no line of Chinese text begins with.
NEVER_FIRST = frozenset(
    ":!),.:;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―′’”"
)

# What no line of Chinese text ends with.
NEVER_LAST = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛“‘")


# Marks that take two characters, which are not divided (GB/T 15834-2011, 5.1).
DOUBLE = frozenset("—…")

# What may stand beyond the end of a full line.
HANGING = frozenset("!,.:;?、。！，．：；？")


def chinese_break(text: str, place: int, start: int, *, hanging: bool) -> int:
    """Return the last break in Chinese that is not after `place`; `start` when there is none.

    Args:
        text: The text of the paragraph.
        place: The first character that has no room.
        start: Where the line begins.
        hanging: Whether one mark may stand beyond the end of the line.
    """
    if hanging and text[place] in HANGING:
        place += 1
        if place == len(text):
            return place
    while place > start and not _may_part_chinese(text[place - 1], text[place]):
        place -= 1
    return place


def _may_part_chinese(before: str, after: str) -> bool:
    if after in NEVER_FIRST or before in NEVER_LAST:
        return False
    return before != after or after not in DOUBLE


def western_break(text: str, place: int, start: int) -> int:
    """Return the last break between Western words that is not after `place`; else `start`."""
    while place > start and not _may_part(text[place - 1], text[place]):
        place -= 1
    return place


class _Kind(Enum):
    """Classes of Unicode Standard Annex 14."""

    OPENING = auto()
    CLOSING = auto()
    PARENTHESIS = auto()
    QUOTE = auto()
    GLUE = auto()
    STARTER = auto()
    EXCLAIM = auto()
    LEADER = auto()
    DASH = auto()
    HYPHEN = auto()
    BEFORE_FIGURE = auto()
    AFTER_FIGURE = auto()
    INFIX = auto()
    SLASH = auto()
    DIGIT = auto()
    LETTER = auto()
    IDEOGRAPH = auto()
    SPACE = auto()
    AFTER = auto()


_MARKS = {
    _Kind.OPENING: "“‘([{（〔〈《「『【〖［｛｟〝",
    _Kind.CLOSING: "]}〕〉》」』】〗］｝、。，．﹐﹑﹒〞",
    _Kind.QUOTE: "\"'«»",
    _Kind.PARENTHESIS: ")）”’",
    _Kind.GLUE: "\u00a0\u2007\u202f\u2060",
    _Kind.STARTER: "：；・々〻ゝゞヽヾ‼⁇⁈⁉～",
    _Kind.EXCLAIM: "!?！？",
    _Kind.LEADER: "…‥",
    _Kind.DASH: "—",
    _Kind.HYPHEN: "-",
    _Kind.BEFORE_FIGURE: "$£¥€№±＄￥￡＋\\+",
    _Kind.AFTER_FIGURE: "%¢°‰′″℃℉％￠",
    _Kind.INFIX: ",.:;",
    _Kind.SLASH: "/",
    _Kind.SPACE: " ",
    _Kind.AFTER: "\t|–‐\u3000",
}
_KINDS = {mark: kind for kind, marks in _MARKS.items() for mark in marks}
_IDEOGRAPHS = 0x2E80


def _kind(character: str) -> _Kind:
    if found := _KINDS.get(character):
        return found
    if character.isdigit() and character.isascii():
        return _Kind.DIGIT
    return _Kind.IDEOGRAPH if ord(character) >= _IDEOGRAPHS else _Kind.LETTER


_NO_BREAK_BEFORE = {
    _Kind.CLOSING,
    _Kind.PARENTHESIS,
    _Kind.QUOTE,
    _Kind.GLUE,
    _Kind.STARTER,
    _Kind.EXCLAIM,
    _Kind.LEADER,
    _Kind.HYPHEN,
    _Kind.INFIX,
    _Kind.SLASH,
    _Kind.SPACE,
    _Kind.AFTER,
}
_NO_BREAK_AFTER = {_Kind.OPENING, _Kind.QUOTE, _Kind.GLUE}
_WORD = {_Kind.LETTER, _Kind.DIGIT}
_SIGNS = {_Kind.BEFORE_FIGURE, _Kind.AFTER_FIGURE}
_TOGETHER = (
    {(one, other) for one in _WORD for other in _WORD}
    | {(one, other) for one in _WORD for other in _SIGNS}
    | {(one, other) for one in _SIGNS for other in _WORD}
    | {(one, _Kind.DIGIT) for one in (_Kind.HYPHEN, _Kind.INFIX, _Kind.SLASH)}
    | {(one, _Kind.OPENING) for one in _WORD}
    | {(_Kind.PARENTHESIS, one) for one in _WORD | _SIGNS}
    | {
        (_Kind.DASH, _Kind.DASH),
        (_Kind.INFIX, _Kind.LETTER),
        (_Kind.SLASH, _Kind.LETTER),
        (_Kind.IDEOGRAPH, _Kind.AFTER_FIGURE),
        (_Kind.BEFORE_FIGURE, _Kind.IDEOGRAPH),
        (_Kind.BEFORE_FIGURE, _Kind.OPENING),
        (_Kind.AFTER_FIGURE, _Kind.OPENING),
        (_Kind.CLOSING, _Kind.AFTER_FIGURE),
        (_Kind.CLOSING, _Kind.BEFORE_FIGURE),
    }
)


def _may_part(before: str, after: str) -> bool:
    one, other = _kind(before), _kind(after)
    if one is _Kind.SPACE:
        return other is not _Kind.SPACE
    if other in _NO_BREAK_BEFORE or one in _NO_BREAK_AFTER:
        return False
    return (one, other) not in _TOGETHER
