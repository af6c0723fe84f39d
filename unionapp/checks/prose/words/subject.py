"""Which year a text is about, by its own words."""

import re
from typing import NamedTuple

from unionapp.checks.prose.document import Document
from unionapp.checks.prose.words.phrase import even

_DIGITS = {digit: str(place) for place, digit in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "○": "0",
}
_YEAR = "(?P<year>(?<![0-9〔（])20[0-9]{2}|二[〇零○][一二三四五六七八九〇零○]{2})年"
_TITLE = re.compile(f"{_YEAR}度?[^\n，。；]{{0,24}}?(?:总结|报告|小结|综述|汇报|回顾)")
_SAID = re.compile(
    f"(?:^|[\n。]|[ 　]|回顾|总结|现将){_YEAR}度?(?=[，是]|全[年区市县院校厂]"
    f"|我|工作|工会|以来的|的工作|[^，。]{{0,16}}工会(?:[^，。]{{0,8}})?，)"
)
_ANY = re.compile(f"{_YEAR}")
_SHORT = 60
_FIRST_LINES = 6


class Subject(NamedTuple):
    """The year that a text is about, and how it prints it."""

    year: int
    printed: str


def subject_of(document: Document) -> Subject | None:
    """Return the year that a text is about: of its title, of its first sentence, or its latest."""
    if document.year is not None:
        return Subject(document.year, f"{document.year}年")
    text = even(document.text)
    return _titled(text) or _first(_SAID.search(text)) or _latest(text)


def _titled(text: str) -> Subject | None:
    lines = [line for line in text[:2000].split("\n") if line.strip()][:_FIRST_LINES]
    for line in lines:
        if len(line) <= _SHORT and "。" not in line and (found := _TITLE.search(line)):
            return _first(found)
    return None


def _latest(text: str) -> Subject | None:
    subjects = [_first(found) for found in _ANY.finditer(text)]
    return max((each for each in subjects if each), key=lambda each: each.year, default=None)


def _first(found: re.Match[str] | None) -> Subject | None:
    if found is None:
        return None
    return Subject(number_of(found["year"]), f"{found['year']}年")


def number_of(year: str) -> int:
    """Return a year that is printed in digits or in Chinese numerals, without 年."""
    return int("".join(_DIGITS.get(each, each) for each in year))
