"""The words that make a figure inexact, and where each of them stands."""

import re
from enum import Enum, auto

from unionapp.text import refusal
from unionapp.values.model import Qualifier


class QualifierPosition(Enum):
    """Where an office prints a qualifier."""

    NOWHERE = auto()
    BEFORE_FIGURE = auto()
    AFTER_FIGURE = auto()
    AFTER_UNIT = auto()


POSITIONS: dict[Qualifier, QualifierPosition] = {
    Qualifier.NONE: QualifierPosition.NOWHERE,
    Qualifier.MORE: QualifierPosition.AFTER_FIGURE,
    Qualifier.OVER: QualifierPosition.AFTER_FIGURE,
    Qualifier.NEARLY: QualifierPosition.BEFORE_FIGURE,
    Qualifier.ABOUT: QualifierPosition.BEFORE_FIGURE,
    Qualifier.PAST: QualifierPosition.BEFORE_FIGURE,
    Qualifier.EXCEEDING: QualifierPosition.BEFORE_FIGURE,
    Qualifier.SHORT_OF: QualifierPosition.BEFORE_FIGURE,
    Qualifier.AT_LEAST: QualifierPosition.AFTER_UNIT,
    Qualifier.AROUND: QualifierPosition.AFTER_UNIT,
}

_SPELLINGS: dict[str, Qualifier] = {
    "余": Qualifier.MORE,
    "有余": Qualifier.MORE,
    "多": Qualifier.OVER,
    "近": Qualifier.NEARLY,
    "将近": Qualifier.NEARLY,
    "接近": Qualifier.NEARLY,
    "约": Qualifier.ABOUT,
    "大约": Qualifier.ABOUT,
    "约为": Qualifier.ABOUT,
    "约有": Qualifier.ABOUT,
    "逾": Qualifier.PAST,
    "超": Qualifier.EXCEEDING,
    "超过": Qualifier.EXCEEDING,
    "不足": Qualifier.SHORT_OF,
    "不到": Qualifier.SHORT_OF,
    "以上": Qualifier.AT_LEAST,
    "左右": Qualifier.AROUND,
}


def _words(*, before: bool) -> str:
    """A pattern of the words that stand before the figure, or of those that stand after it."""
    words = (
        word
        for word, qualifier in _SPELLINGS.items()
        if (POSITIONS[qualifier] is QualifierPosition.BEFORE_FIGURE) is before
    )
    return "|".join(sorted(words, key=len, reverse=True))


BEFORE = _words(before=True)
AFTER = _words(before=False)
_ANY = re.compile(f"{BEFORE}|{AFTER}")


def the_one_in(found: str, entry: str) -> Qualifier:
    """Return the qualifier among the words found around a figure.

    Raises:
        UnreadableError: there are two (约20余), which contradict or repeat each other.
    """
    words = _ANY.findall(found)
    if len(words) > 1:
        pair = "和".join(f"“{word}”" for word in words[:2])
        raise refusal(entry, f"用了{pair}两个概数词，请只留一个")
    return _SPELLINGS[words[0]] if words else Qualifier.NONE
