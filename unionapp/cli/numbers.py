"""What is read of the numbers in a paper, as rows to print and as JSON."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from unionapp.importing import read_prose
from unionapp.reading import FoundNumber, Reading, Relation, Span, read_text
from unionapp.text import clean

Json: TypeAlias = str | int | bool | list["Json"] | dict[str, "Json"] | None


def numbers_of(path: Path) -> Reading:
    """Return the numbers of a .docx or .txt file as it is cleaned; raises `ProseError`."""
    return read_text(clean(read_prose(path)).text)


def rows_of(reading: Reading) -> Iterator[dict[str, Json]]:
    """Yield of each number its words, what it says, and its name or why it is no figure."""
    for number in reading.numbers:
        said = f"{_value(number)}{number.qualifier}{number.unit}" if number.is_figure else "-"
        named = number.name if number.is_figure else str(number.why)
        yield {"text": " ".join(number.text.split()), "says": said, "name": named}


def json_of(reading: Reading) -> dict[str, Json]:
    """Return all that was read: the text, its numbers and the relations that it states."""
    return {
        "text": reading.text,
        "numbers": [_number(each) for each in reading.numbers],
        "relations": [_relation(each) for each in reading.relations],
    }


def _number(number: FoundNumber) -> dict[str, Json]:
    found: dict[str, Json] = {
        "span": _span(number.span),
        "text": number.text,
        "figure": number.is_figure,
    }
    if not number.is_figure:
        return found | {"why": str(number.why)}
    found |= {"value": _value(number), "unit": number.unit, "qualifier": number.qualifier}
    if number.most is not None:
        found |= {"most": f"{number.most:f}"}
    return found | {"name": number.name}


def _relation(relation: Relation) -> dict[str, Json]:
    return {"kind": str(relation.kind), "spans": [_span(each) for each in relation.spans]}


def _span(span: Span) -> Json:
    return [span.start, span.end]


def _value(number: FoundNumber) -> str:
    return "" if number.value is None else f"{number.value:f}"
