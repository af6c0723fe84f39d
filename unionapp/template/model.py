"""What a standard summary of one kind of union asks and says.

A template is data with a closed vocabulary: no expressions, only named functions (`Derive`,
`Relation`). Everything is frozen, so a template may be shared by every draft that was begun
with it.
"""

from enum import StrEnum
from functools import cached_property
from typing import Literal

from msgspec import Struct

from unionapp.template.clauses import YEAR_AFTER, Placeholder, places_in
from unionapp.values import Kind, Measure


class Personal(StrEnum):
    """How a text is masked in the public edition where it is declared to be personal."""

    NOT = ""
    # A person's name, which keeps the surname.
    NAME = "name"
    # Why somebody is in hardship, an illness, a number or an address that leads to them.
    PRIVATE = "private"


class Field(Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a personal indicator (name, workplace, illness)."""

    id: str
    name: str


class Column(Struct, frozen=True, forbid_unknown_fields=True):
    """One column of a table; `width` is its share of the width relative to the others.

    `personal` says of a column of texts that it holds names, or what else leads to a person.
    """

    id: str
    name: str
    kind: Kind = Kind.TEXT
    unit: str = ""
    width: int = 1
    personal: Personal = Personal.NOT

    @property
    def measure(self) -> Measure:
        """What reading and printing a cell must know."""
        return Measure(self.kind, self.unit)


class ColumnSum(Struct, frozen=True, forbid_unknown_fields=True):
    """The sum of one numeric column of a table."""

    table: str
    column: str


class Derive(Struct, frozen=True, forbid_unknown_fields=True):
    """How a value follows from others; exactly one of the functions is named.

    `rate` is the first over the second in percent, at two decimals; `sum` adds; `difference` is
    the first less the second; `count` counts the entries of a list or the rows of a table;
    `column_sum` adds a column.
    """

    rate: tuple[str, str] | None = None
    sum: tuple[str, ...] | None = None
    difference: tuple[str, str] | None = None
    count: str | None = None
    column_sum: ColumnSum | None = None

    @property
    def operands(self) -> tuple[str, ...]:
        """The ids of the indicators that the value follows from."""
        many = (*(self.rate or ()), *(self.sum or ()), *(self.difference or ()))
        one = (self.count, self.column_sum.table if self.column_sum else None)
        return (*many, *(id_ for id_ in one if id_ is not None))


class Indicator(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """A figure's definition.

    `as_of` is the id of the date indicator that says up to when the figure counts. `carry` says
    what next year starts from: "plan" takes this year's plan, "value" this year's value,
    "never" nothing; the default keeps this year's value as last year's figure only.
    In the profile, "value" is who the union is; anything else goes with the year and is carried on
    to be confirmed.
    `attachment` is the title under which a table is printed as an attachment. `personal` says of
    a text that it is a name, or what else leads to a person.
    """

    id: str
    name: str
    kind: Kind
    unit: str = ""
    guide: str = ""
    as_of: str = ""
    carry: Literal["", "plan", "value"] = ""
    plan_for: str = ""
    derive: Derive | None = None
    options: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    fields: tuple[Field, ...] = ()
    attachment: str = ""
    personal: Personal = Personal.NOT

    @cached_property
    def measure(self) -> Measure:
        """What reading and printing must know of it."""
        columns = tuple(column.measure for column in self.columns)
        return Measure(self.kind, self.unit, self.options, columns)


class Clause(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence with `{indicator}` places; see `unionapp.template.clauses` for its grammar."""

    text: str


class Item(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The second level of a summary: what one card on a page holds."""

    id: str
    title: str
    guide: str
    indicators: tuple[Indicator, ...] = ()
    clauses: tuple[Clause, ...] = ()

    @cached_property
    def places(self) -> tuple[Placeholder, ...]:
        """The places of all that its clauses could tell."""
        return places_in(clause.text for clause in self.clauses)

    @cached_property
    def place_ids(self) -> frozenset[str]:
        """The ids of all that its clauses could tell."""
        return frozenset(place.id for place in self.places)


class AtMost(Struct, frozen=True, forbid_unknown_fields=True):
    """A part is at most the whole (H1)."""

    part: str
    whole: str


class Total(Struct, frozen=True, forbid_unknown_fields=True):
    """The parts add up to the whole (H2)."""

    parts: tuple[str, ...]
    whole: str


class CountOf(Struct, frozen=True, forbid_unknown_fields=True):
    """A list or table has as many entries as a figure says (H3)."""

    list: str
    equals: str


class Pair(Struct, frozen=True, forbid_unknown_fields=True):
    """Persons and the money given to them: one is not printed without the other (H8)."""

    persons: str
    amount: str


class Relation(Struct, frozen=True, forbid_unknown_fields=True):
    """What must hold between values; exactly one of the functions is named."""

    at_most: AtMost | None = None
    total: Total | None = None
    count_of: CountOf | None = None
    pair: Pair | None = None

    @property
    def operands(self) -> tuple[str, ...]:
        """The ids of the indicators that it holds between."""
        found: list[str] = []
        if self.at_most:
            found += (self.at_most.part, self.at_most.whole)
        if self.total:
            found += (*self.total.parts, self.total.whole)
        if self.count_of:
            found += (self.count_of.list, self.count_of.equals)
        if self.pair:
            found += (self.pair.persons, self.pair.amount)
        return tuple(found)


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """The first level of a summary: one page of the window."""

    id: str
    title: str
    guide: str
    items: tuple[Item, ...]
    relations: tuple[Relation, ...] = ()
    # The preamble and the like print without a heading.
    heading: bool = True


class Template(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One kind of union: who it is (`profile`) and its sections in their usual order."""

    id: str
    name: str
    version: int
    title: str
    profile: tuple[Indicator, ...]
    sections: tuple[Section, ...]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(item for section in self.sections for item in section.items)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators of the sections, in order; the profile is not among them."""
        return tuple(indicator for item in self.items for indicator in item.indicators)

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every indicator, those of the profile too, by its id."""
        return {each.id: each.name for each in (*self.profile, *self.indicators)}

    @cached_property
    def places(self) -> frozenset[tuple[str, str]]:
        """The id and field of everything that a narrative can show."""
        declared = (
            (each.id, field)
            for each in (*self.profile, *self.indicators)
            for field in ([part.id for part in each.fields] or [""])
        )
        return frozenset((*declared, (YEAR_AFTER.id, YEAR_AFTER.field)))

    def knows(self, place: Placeholder) -> bool:
        """Return whether a narrative can show such a place."""
        return (place.id, place.field) in self.places

    @cached_property
    def derived(self) -> tuple[Indicator, ...]:
        """The indicators that follow from others, in order."""
        every = (*self.profile, *self.indicators)
        return tuple(each for each in every if each.derive is not None)

    @cached_property
    def asked(self) -> frozenset[str]:
        """The ids of the indicators to be filled in: all that are not derived."""
        return frozenset(each.id for each in self.indicators if each.derive is None)

    @cached_property
    def followers(self) -> dict[str, frozenset[str]]:
        """For each id, the derived indicators that follow from it, at first or later hand."""
        derives = {each.id: each.derive for each in self.indicators if each.derive is not None}
        direct: dict[str, set[str]] = {}
        for each, derive in derives.items():
            for operand in derive.operands:
                direct.setdefault(operand, set()).add(each)
        followers: dict[str, frozenset[str]] = {}

        def follow(id_: str) -> frozenset[str]:
            if id_ not in followers:
                first = direct.get(id_, set())
                followers[id_] = frozenset(first).union(*map(follow, first))
            return followers[id_]

        return {each.id: follow(each.id) for each in self.indicators}
