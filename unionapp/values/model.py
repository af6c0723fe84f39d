"""What a value is: its state, its number with its qualifier, or its texts; and how it was read."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from unionapp.values.kinds import Kind


class State(StrEnum):
    """Whether there is a value. Blank is never zero, and never looks like withheld.

    The string of a state is how it is typed and how a table prints it.
    """

    BLANK = "待填"
    GIVEN = "已填"
    NOT_APPLICABLE = "无此项"
    WITHHELD = "不公开"


class Qualifier(StrEnum):
    """The word that makes a figure inexact; a figure has at most one."""

    NONE = ""
    MORE = "余"
    OVER = "多"
    NEARLY = "近"
    ABOUT = "约"
    PAST = "逾"
    EXCEEDING = "超"
    AT_LEAST = "以上"
    AROUND = "左右"
    SHORT_OF = "不足"


@dataclass(frozen=True, slots=True)
class Number:
    """An amount in the indicator's own unit (元, 万元, 人, percent), with its qualifier.

    `word` is what it was written in where that is another word for the same thing: 127条 of 项.
    """

    amount: Decimal
    qualifier: Qualifier = Qualifier.NONE
    word: str = ""

    @property
    def exact(self) -> bool:
        """Whether it may feed sums and rates."""
        return self.qualifier is Qualifier.NONE


@dataclass(frozen=True, slots=True)
class Value:
    """What was entered for an indicator.

    Exactly one content is set when the state is GIVEN, by kind: `number` for count, money and
    rate; `text` for date, frequency, text, choice and one field of a personal indicator; `items`
    for a list; `rows` for a table, one value a cell.
    """

    state: State = State.BLANK
    number: Number | None = None
    text: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[tuple["Value", ...], ...] = ()

    @property
    def given(self) -> bool:
        """Whether there is something to print."""
        return self.state is State.GIVEN

    @property
    def exact_amount(self) -> Decimal | None:
        """The amount if it is given and exact, so that it may be calculated with."""
        if self.number is not None and self.number.exact:
            return self.number.amount
        return None


BLANK = Value()

# What a person typed: a text, the entries of a list, or the cells of a table.
Typed: TypeAlias = str | tuple[str, ...] | tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """What reading and printing must know of an indicator or of a table's column.

    `unit` is the measure word (人, 万元); `options` are the words of a choice; `columns` measure
    the cells of a table's rows.
    """

    kind: Kind
    unit: str = ""
    options: tuple[str, ...] = ()
    columns: tuple["Measure", ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell about how an entry was read.

    `rule` names it for findings; `evidence` is what it is about, whatever the message says of it.
    """

    rule: str
    message: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How an entry was read: its value, and what the person should be told about it."""

    value: Value
    remarks: tuple[Remark, ...] = ()
