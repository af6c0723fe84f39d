"""Years: those that can be summed up, and the year after, in which what is planned is done."""

from unionapp.values.model import BLANK, State, Value

YEARS = range(1949, 2100)
"""What the year of a summary can be, said in full (GB/T 15835)."""


def year_after(year: Value) -> Value:
    """The year after an exact one, as it is printed in a sentence."""
    amount = year.exact_amount
    return BLANK if amount is None else Value(State.GIVEN, text=f"{amount + 1:f}年")
