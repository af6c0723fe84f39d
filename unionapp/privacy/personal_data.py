"""What of a draft is known to be personal, and the draft's figures with that masked.

Known is what was entered where a template, or the form for a custom part, says that it is personal:
in a personal indicator, in a text or in a column of a table. All answers count, those of sections
and items that are switched off too: what is not written this year may still stand in another text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from unionapp.draft import Slot, paths_of, whole
from unionapp.figures import Entry, Figures, entry_of
from unionapp.privacy.masking import HIDDEN, masked_name
from unionapp.template import Indicator, Personal, Section, Template
from unionapp.text import letters_of
from unionapp.values import Kind, Value, is_total

# The field of a personal indicator that holds a person's name; it keeps the surname.
NAME_FIELD = "name"

# What stands in clauses for values, and around what may drop out.
_MARKUP = re.compile(r"\{[^{}]*\}|[\[\]<>|]")

# The fields that tell where a person is found.
_PLACE_FIELDS = ("workplace", "class")


@dataclass(frozen=True, slots=True)
class PersonalText:
    """One personal text of an indicator; those of one `group` are of people named together.

    `is_place` tells where a person is found: it is named for many reasons, and so it is masked
    beside the person's name only, whereas why somebody is in hardship is named for one.
    """

    indicator: str
    group: int
    text: str
    personal: Personal
    is_place: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is a name, of which the surname stays."""
        return self.personal is Personal.NAME

    @property
    def mask(self) -> str:
        """What stands in its place."""
        return _mask(self.text, self.personal)


def personal_texts_in(figures: Figures) -> tuple[PersonalText, ...]:
    """Return all that is known to be personal, in the order in which it is asked for."""
    found = (_known(indicator, entry) for indicator, entry in _entries(figures))
    return tuple(known for each in found for known in each)


def masked(figures: Figures) -> Figures:
    """Return the figures with what is personal masked."""
    entries = {
        entry.path: replace(entry, value=_masked_value(indicator, entry))
        for indicator, entry in _entries(figures)
        if entry.path in figures.entries
    }
    return figures.with_entries(entries)


def people_in(known: Iterable[PersonalText]) -> Iterator[tuple[PersonalText, ...]]:
    """Yield what was told together of people that are named."""
    for _, together in groupby(known, lambda each: (each.indicator, each.group)):
        told = tuple(together)
        if any(each.is_name for each in told):
            yield told


def template_words(template: Template) -> str:
    """Return the letters of all words that a template prints by itself, a part a line."""
    texts = (template.title, *(text for part in template.sections for text in _texts_of(part)))
    return letters_of("\n".join(_MARKUP.sub("\n", text) for text in texts))


def _texts_of(section: Section) -> Iterator[str]:
    yield section.title
    for item in section.items:
        yield from (item.title, *(clause.text for clause in item.clauses))
        for each in item.indicators:
            columns = (column.name for column in each.columns)
            yield from (each.name, each.attachment, *each.options, *columns)


def _entries(figures: Figures) -> Iterator[tuple[Indicator, Entry]]:
    """The answers in which something may be personal."""
    answers, template = figures.draft.answers, whole(figures.draft)
    for indicator in (*template.profile, *template.indicators):
        if _is_personal(indicator):
            for path in (*paths_of(indicator), *paths_of(indicator, Slot.PREVIOUS)):
                if path in answers:
                    known = figures.entries.get(path)
                    yield indicator, known or entry_of(path, answers[path], indicator)


def _is_personal(indicator: Indicator) -> bool:
    columns = any(column.personal for column in indicator.columns)
    return indicator.kind is Kind.PERSONAL or bool(indicator.personal) or columns


def _known(indicator: Indicator, entry: Entry) -> Iterator[PersonalText]:
    value, id_ = entry.value, indicator.id
    if indicator.kind is not Kind.TABLE:
        if _tells(value):
            is_place = entry.path.field in _PLACE_FIELDS
            yield PersonalText(id_, 0, value.text, _personal(indicator, entry), is_place)
        return
    for number, row in enumerate(value.rows, 1):
        for column, cell in zip(indicator.columns, row, strict=True):
            if column.personal and _tells(cell):
                yield PersonalText(id_, number, cell.text, column.personal)


def _personal(indicator: Indicator, entry: Entry) -> Personal:
    """What the answer to a text, or to a field of a personal indicator, is."""
    of_field = Personal.NAME if entry.path.field == NAME_FIELD else Personal.PRIVATE
    return indicator.personal or of_field


def _masked_value(indicator: Indicator, entry: Entry) -> Value:
    if indicator.kind is not Kind.TABLE:
        return _masked_text(entry.value, _personal(indicator, entry))
    personal = [column.personal for column in indicator.columns]
    rows = (zip(row, personal, strict=True) for row in entry.value.rows)
    return replace(
        entry.value, rows=tuple(tuple(_masked_text(*cell) for cell in row) for row in rows)
    )


def _masked_text(value: Value, personal: Personal) -> Value:
    if not personal or not _tells(value):
        return value
    return replace(value, text=_mask(value.text, personal))


def _tells(value: Value) -> bool:
    """Whether it tells of somebody: a row that sums up does not, and its word stands everywhere."""
    return value.given and not is_total(value.text)


def _mask(text: str, personal: Personal) -> str:
    return masked_name(text) if personal is Personal.NAME else HIDDEN
