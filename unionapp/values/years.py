"""The year after a year, in which what is planned will be done."""

from unionapp.values.model import BLANK, State, Value


def year_after(year: Value) -> Value:
    """The year after an exact one, as it is printed in a sentence."""
    amount = year.exact_amount
    return BLANK if amount is None else Value(State.GIVEN, text=f"{amount + 1:f}年")
