"""Reading a text: its numbers one after another, with what each of them is."""

from collections.abc import Iterator

from unionapp.reading.amounts import Amount, amount_at, numbers_in, plain
from unionapp.reading.labels import Label, enclosed, labels_in
from unionapp.reading.model import FoundNumber, Reading, Why, Writing
from unionapp.reading.names import Namer
from unionapp.reading.phrases import Phrases, phrases_of
from unionapp.reading.senses import why_no_figure
from unionapp.reading.tables import Cell, cells_in

# Numbers that stand for themselves, and in no name.
_APART = frozenset({Why.YEAR, Why.DATE, Why.PERIOD, Why.LIST_NUMBER, Why.DOCUMENT, Why.PHONE})


def read_text(text: str) -> Reading:
    """Read every number of a text, in time that grows with its length and no faster."""
    phrases = phrases_of(plain(text))
    return Reading(text, tuple(_numbers(text, phrases)))


def _numbers(text: str, phrases: Phrases) -> Iterator[FoundNumber]:
    labels, marks, cells = labels_in(phrases.text), enclosed(phrases.text), cells_in(phrases.text)
    at = mark = 0
    last = said = 0
    namer = Namer(phrases)
    for found in numbers_in(phrases.text):
        while at < len(labels) and labels[at].span.start <= found.start():
            yield _labelled(labels[at], text)
            end = labels[at].span.end
            last = max(last, end)
            said = max(said, end) if labels[at].why in _APART else said
            at += 1
        if found.start() < last:
            continue
        while mark < len(marks) and marks[mark].span.end <= found.start():
            mark += 1
        amount = amount_at(found, text)
        while at < len(labels) and labels[at].span.start < found.end():
            at += 1
        within = mark < len(marks) and marks[mark].span.start < found.start()
        cell = cells.get(found.start())
        number = _read(
            amount, text, phrases, marks[mark].why if within else None, cell, namer, said
        )
        last = amount.span.end
        said = last if number.is_figure else said
        yield number
    for label in labels[at:]:
        yield _labelled(label, text)


def _labelled(label: Label, text: str) -> FoundNumber:
    words = text[label.span.start : label.span.end]
    return FoundNumber(label.span, words, Writing.ARABIC, label.why)


def _read(
    amount: Amount,
    text: str,
    phrases: Phrases,
    enclosed_why: Why | None,
    cell: Cell | None,
    namer: Namer,
    last: int,
) -> FoundNumber:
    words = text[amount.span.start : amount.span.end]
    if cell is not None:
        if cell.is_index:
            return FoundNumber(amount.span, words, amount.writing, Why.LIST_NUMBER)
        return FoundNumber(
            amount.span,
            words,
            amount.writing,
            None,
            amount.value,
            amount.unit or cell.unit,
            amount.qualifier,
            cell.name,
            amount.most,
        )
    why = enclosed_why or why_no_figure(amount, phrases)
    if why is not None:
        return FoundNumber(amount.span, words, amount.writing, why)
    return FoundNumber(
        amount.span,
        words,
        amount.writing,
        None,
        amount.value,
        amount.unit,
        amount.qualifier,
        namer.name_of(amount, last),
        amount.most,
    )
