"""What a figure counts: its name, from the words before and after it."""

from unionapp.reading.amounts import Amount
from unionapp.reading.model import FoundNumber
from unionapp.reading.phrases import Phrases


def name_of(amount: Amount, phrases: Phrases, figures: list[FoundNumber]) -> str:
    """Return the words that an amount counts."""
    clause = phrases.clause(amount.number.start)
    start = max(clause.start, figures[-1].span.end) if figures else clause.start
    before = phrases.text[start : amount.span.start].strip("、和与及 ")
    after = phrases.text[amount.span.end : clause.end]
    return (before or after)[-12:]
