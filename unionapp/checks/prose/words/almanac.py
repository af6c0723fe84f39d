"""What is new in a year and what has passed by then: meetings, plans, jubilees, campaigns.

Each year has a file in `resources/years`; one of the same name in the folder `years` beside the
office's settings stands in its place, and adds a year that is not there yet.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from msgspec import ValidationError, convert

from unionapp.errors import UnionAppError
from unionapp.system import bundled, data_folder, names_bundled, read_whole

_FOLDER = "years"
_SUFFIX = ".toml"
_MOST_BYTES = 2**18


@dataclass(frozen=True, slots=True)
class Meeting:
    """A congress or plenum whose words are studied in a year; `term` only of a plenum."""

    kind: str
    name: str
    number: int
    held: date
    source: str
    term: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """Its place among the meetings of its kind."""
        return self.term, self.number


@dataclass(frozen=True, slots=True)
class Plan:
    """A five-year plan with its first and its last year."""

    name: str
    first: int
    last: int
    source: str


@dataclass(frozen=True, slots=True)
class Anniversary:
    """How many years ago something was, and the words by which it is called."""

    of: str
    words: tuple[str, ...]
    number: int
    source: str


@dataclass(frozen=True, slots=True)
class Past:
    """What was said in years before: since when it is over, and what is said `instead`, if any."""

    words: tuple[str, ...]
    told: str
    source: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """What is known of a year."""

    year: int
    meeting: tuple[Meeting, ...] = ()
    plan: Plan | None = None
    anniversary: tuple[Anniversary, ...] = ()
    past: tuple[Past, ...] = ()

    def meetings(self, kind: str) -> tuple[Meeting, ...]:
        """The meetings of a kind that are studied in this year, the newest last."""
        return tuple(sorted((each for each in self.meeting if each.kind == kind), key=_place))


def _place(meeting: Meeting) -> tuple[int, int]:
    return meeting.place


def known_years() -> dict[int, Year]:
    """Return what is known, by year.

    Raises:
        UnionAppError: a file of the office's own can't be used, or one of ours can't be read.
    """
    known = dict(_bundled())
    for file in _own_files():
        known |= {year.year: year for year in [_own(file, file.stat().st_mtime_ns)]}
    return known


@lru_cache(maxsize=1)
def _bundled() -> dict[int, Year]:
    names = (name for name in names_bundled(_FOLDER) if name.endswith(_SUFFIX))
    years = (_year(bundled(_FOLDER, name), name) for name in names)
    return {year.year: year for year in years}


def _own_files() -> list[Path]:
    try:
        return sorted((data_folder() / _FOLDER).glob(f"*{_SUFFIX}"))
    except OSError:
        return []


@lru_cache(maxsize=16)
def _own(file: Path, _changed: int) -> Year:
    try:
        return _year(read_whole(file, _MOST_BYTES), file.name)
    except OSError as error:
        raise UnionAppError(
            f"年度资料“{file.name}”读不出来，请检查这个文件，或者删去它。"
        ) from error


def _year(content: bytes, name: str) -> Year:
    try:
        return convert(tomllib.loads(content.decode()), Year)
    except (ValidationError, ValueError, RecursionError) as error:
        raise UnionAppError(
            f"年度资料“{name}”不能使用，请照程序自带的年度资料改正，或者删去它。"
        ) from error
