"""What is read in a running text: numbers with their places, and the relations it states."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a text, in code points: from `start` up to but not including `end`."""

    start: int
    end: int


class Why(StrEnum):
    """Why a number is no figure, in the word by which a reading is printed."""

    YEAR = "year"
    DATE = "date"
    PERIOD = "period"
    ORDINAL = "ordinal"
    # Also of a card, an account, a plate.
    DOCUMENT = "document"
    SLOGAN = "slogan"
    PHONE = "phone"
    TITLE = "title"
    LIST_NUMBER = "list-number"
    FIXED_PHRASE = "fixed-phrase"
    AGE = "age"
    STANDARD = "standard"


class Writing(StrEnum):
    """With which numerals a number is written."""

    ARABIC = "arabic"
    FULL_WIDTH = "full-width"
    CHINESE = "chinese"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number as it stands in a text.

    `why` is None for a figure, and only a figure has what follows it: its value in the unit that
    is printed (20余万元 is 20, in 万元, with 余), and the words that it counts. Of a number said
    from and to (三四十人) `value` is the lower one and `most` the upper one.
    """

    span: Span
    text: str
    writing: Writing
    why: Why | None = None
    value: Decimal | None = None
    unit: str = ""
    qualifier: str = ""
    name: str = ""
    most: Decimal | None = None

    @property
    def is_figure(self) -> bool:
        """Whether it says how many or how much of something there is."""
        return self.why is None


class RelationKind(StrEnum):
    """How figures of a text go together, as the text says itself."""

    SUM = "sum"
    PART = "part"
    RATE = "rate"
    GROWTH = "growth"
    DIFFERENCE = "difference"
    AVERAGE = "average"
    LIST = "list"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that a text states, whether or not it holds, and the places that it joins.

    Of a sum, a part, a rate or an average the whole comes first; of a growth or a difference the
    new figure, the old one, then what lies between; of a list its count, then its entries.
    """

    kind: RelationKind
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, its numbers in their order, and the relations between them."""

    text: str
    numbers: tuple[FoundNumber, ...]
    relations: tuple[Relation, ...] = ()

    @property
    def figures(self) -> tuple[FoundNumber, ...]:
        """The numbers that are figures."""
        return tuple(number for number in self.numbers if number.is_figure)
