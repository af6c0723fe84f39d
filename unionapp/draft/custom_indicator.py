"""What the secretary adds to a template's indicators and to the columns of their tables."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from unionapp.template import Column, Indicator, Personal
from unionapp.values import Kind, Typed

# What an id is made of, as in a template.
_ID = re.compile("[a-z][a-z0-9_]*")

_KINDS = frozenset(kind for kind in Kind if kind.traits.can_be_custom)


@dataclass(frozen=True, slots=True)
class CustomIndicator:
    """An indicator that the secretary added to an item, or a column added to such a table.

    `id` is empty until it is added. A text alone can be `personal`; it has no unit then.
    """

    name: str
    kind: Kind = Kind.TEXT
    unit: str = ""
    personal: Personal = Personal.NOT
    id: str = ""

    @classmethod
    def of(cls, asked: Indicator | Column) -> "CustomIndicator":
        """Return the custom indicator that is asked as this indicator or column."""
        return cls(asked.name, asked.kind, asked.unit, asked.personal, asked.id)

    @classmethod
    def parse(cls, row: object) -> "CustomIndicator | None":
        """Return the indicator of a stored row; None for any other content."""
        match row:
            case (str(id_), str(name), str(kind), str(unit), str(personal)) if (
                kind in _KINDS and personal in (set(Personal) if kind == Kind.TEXT else {""})
            ):
                return cls(name, Kind(kind), unit, Personal(personal), id_)
            case _:
                return None

    def as_row(self) -> tuple[str, ...]:
        """Return the row in which it is stored: id, name, kind, unit, and how it is personal."""
        personal = self.personal if self.kind is Kind.TEXT else Personal.NOT
        unit = "" if personal else self.unit.strip()
        return (self.id, self.name.strip(), self.kind.value, unit, personal.value)

    def as_indicator(self, columns: tuple[Column, ...]) -> Indicator:
        """Return it as an indicator of a template; a table is printed as an attachment."""
        return Indicator(
            self.id,
            self.name,
            self.kind,
            self.unit,
            columns=columns,
            attachment=self.name if columns else "",
            personal=self.personal,
        )

    def as_column(self) -> Column:
        """Return it as a column of a table."""
        return Column(self.id, self.name, self.kind, self.unit, personal=self.personal)


def parse_rows(typed: Typed | None) -> tuple[CustomIndicator, ...]:
    """Return the custom indicators of stored rows, without those that are none.

    A draft must open whatever stands in it, also an id that no clause could have a place for.
    """
    rows = typed if isinstance(typed, tuple) else ()
    found = (CustomIndicator.parse(row) for row in rows)
    return tuple(each for each in found if each is not None and _ID.fullmatch(each.id))


def as_rows(indicators: Iterable[CustomIndicator]) -> tuple[tuple[str, ...], ...]:
    """Return the rows in which custom indicators are stored."""
    return tuple(each.as_row() for each in indicators)
