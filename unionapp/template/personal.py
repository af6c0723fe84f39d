"""What tells of a person, so that the public edition masks it."""

from enum import StrEnum


class Personal(StrEnum):
    """How a text is masked where it is declared to be personal."""

    NOT = ""
    NAME = "name"
    """A person's name, which keeps the surname."""
    PRIVATE = "private"
    """Why somebody is in hardship, an illness, a number or an address that leads to them."""
