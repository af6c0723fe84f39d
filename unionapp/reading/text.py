"""Reading a text: its numbers one after another, with what each of them is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from unionapp.reading.amounts import Amount, amount_at, numbers_in, plain, writing_of
from unionapp.reading.labels import Label, enclosed, labels_in
from unionapp.reading.model import FoundNumber, Reading, Relation, RelationKind, Span, Why
from unionapp.reading.names import Namer
from unionapp.reading.phrases import Phrases, phrases_of
from unionapp.reading.relations import Said, relations_of, said_of
from unionapp.reading.senses import why_no_figure
from unionapp.reading.tables import Cell, cells_in

# Numbers that stand for themselves, and in no name.
_APART = frozenset({Why.YEAR, Why.DATE, Why.PERIOD, Why.LIST_NUMBER, Why.DOCUMENT, Why.PHONE})


def read_text(text: str) -> Reading:
    """Read every number of a text, in time that grows with its length and no faster."""
    walk = _Walk(text, phrases_of(plain(text)))
    numbers = tuple(walk.numbers())
    relations = relations_of(walk.phrases, walk.said(numbers), numbers)
    return Reading(text, numbers, (*relations, *walk.totals()))


@dataclass(slots=True)
class _Walk:
    """A text on the way through its numbers."""

    text: str
    phrases: Phrases
    namer: Namer = field(init=False)
    # The columns of its tables: the cells that are figures, from above down.
    columns: dict[tuple[int, int], list[tuple[Span, Cell]]] = field(default_factory=dict)
    # Where the number before ends, and where the words of a name may begin.
    last: int = 0
    apart: int = 0

    def __post_init__(self) -> None:
        self.namer = Namer(self.phrases)

    def numbers(self) -> Iterator[FoundNumber]:
        """Yield what stands for a number by its form, and every other number, in their order."""
        plain_text = self.phrases.text
        labels = labels_in(plain_text)
        marks, cells = enclosed(plain_text), cells_in(plain_text)
        at = mark = 0
        for found in numbers_in(plain_text):
            while at < len(labels) and labels[at].span.start <= found.start():
                yield self._labelled(labels[at])
                at += 1
            if found.start() < self.last:
                continue
            while mark < len(marks) and marks[mark].span.end <= found.start():
                mark += 1
            amount = amount_at(found, self.text)
            while at < len(labels) and labels[at].span.start < amount.span.end:
                at += 1
            is_within = mark < len(marks) and marks[mark].span.start < found.start()
            why = marks[mark].why if is_within else None
            yield self._read(amount, why, cells.get(found.start()))
        for label in labels[at:]:
            yield self._labelled(label)

    def said(self, numbers: tuple[FoundNumber, ...]) -> list[Said]:
        """Return the figures that have words before them, with these."""
        named = {each.span: each for each in self.namer.named}
        found = ((each, named[each.span]) for each in numbers if each.span in named)
        return [said_of(each, of.head, of.before) for each, of in found]

    def totals(self) -> Iterator[Relation]:
        """Yield what the totals of tables are the sums of."""
        for column in self.columns.values():
            *parts, (total, cell) = column
            if cell.is_total and len(parts) > 1:
                yield Relation(RelationKind.SUM, (total, *(span for span, _ in parts)))

    def _labelled(self, label: Label) -> FoundNumber:
        words = self.text[label.span.start : label.span.end]
        self.last = max(self.last, label.span.end)
        if label.why in _APART:
            self.apart = max(self.apart, label.span.end)
        return FoundNumber(label.span, words, writing_of(words), label.why)

    def _read(self, amount: Amount, why: Why | None, cell: Cell | None) -> FoundNumber:
        self.last = amount.span.end
        if cell is not None:
            return self._in_table(amount, cell)
        why = why or why_no_figure(amount, self.phrases)
        if why is not None:
            words = self.text[amount.span.start : amount.span.end]
            return FoundNumber(amount.span, words, amount.writing, why)
        name = self.namer.name_of(amount, self.apart)
        self.apart = self.last
        return self._figure(amount, amount.unit, name)

    def _in_table(self, amount: Amount, cell: Cell) -> FoundNumber:
        if cell.is_index:
            words = self.text[amount.span.start : amount.span.end]
            return FoundNumber(amount.span, words, amount.writing, Why.LIST_NUMBER)
        self.columns.setdefault(cell.column, []).append((amount.span, cell))
        return self._figure(amount, amount.unit or cell.unit, cell.name)

    def _figure(self, amount: Amount, unit: str, name: str) -> FoundNumber:
        words = self.text[amount.span.start : amount.span.end]
        return FoundNumber(
            amount.span,
            words,
            amount.writing,
            value=amount.value,
            unit=unit,
            qualifier=amount.qualifier,
            name=name,
            most=amount.most,
        )
