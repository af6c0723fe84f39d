"""The words that make a figure inexact, and where each of them stands."""

import re
from collections.abc import Iterable
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

# Each word before a figure: 不少于30 says what 30以上 does, and is printed so.
_BEFORE: dict[str, Qualifier] = {
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
    "突破": Qualifier.EXCEEDING,
    "不足": Qualifier.SHORT_OF,
    "不到": Qualifier.SHORT_OF,
    "不少于": Qualifier.AT_LEAST,
    "不低于": Qualifier.AT_LEAST,
    "至少": Qualifier.AT_LEAST,
}
# Each word behind a figure or its unit.
_AFTER: dict[str, Qualifier] = {
    "余": Qualifier.MORE,
    "有余": Qualifier.MORE,
    "多": Qualifier.OVER,
    "以上": Qualifier.AT_LEAST,
    "左右": Qualifier.AROUND,
    "上下": Qualifier.AROUND,
}
_SPELLINGS = {**_BEFORE, **_AFTER}


def _words(words: Iterable[str]) -> str:
    """A pattern of some words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


BEFORE = _words(_BEFORE)
AFTER = _words(_AFTER)
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
