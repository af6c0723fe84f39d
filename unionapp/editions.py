"""The editions of a paper: for the superior, for the public, for the file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from itertools import groupby
from typing import assert_never

from unionapp.compose import compose
from unionapp.derive import Entry, Figures
from unionapp.document import Document
from unionapp.draft import Room
from unionapp.editions_records import History, with_records
from unionapp.editions_texts import places_of_texts, rewritten
from unionapp.explanations import names_of_texts
from unionapp.masking import HIDDEN, Masked, Secret, mask_text, masked_name, secrets_of
from unionapp.masking_people import Person, mask_people
from unionapp.statistics import without_remarks
from unionapp.values import Kind, Value

_NOT_PUBLISHED = frozenset({Room.NOTE, Room.SOURCE, Room.REASON})

NAME_FIELD = "name"
"""The field of a personal indicator that holds a person's name; it keeps the surname."""

_PLACE_FIELDS = ("workplace", "class")
"""The fields that tell where a person is found."""


class Edition(StrEnum):
    """Whom a paper is for."""

    REPORT = "report"
    PUBLIC = "public"
    FILE = "file"

    @property
    def suffix(self) -> str:
        """What tells its file from the others'."""
        return _SUFFIXES[self]


_SUFFIXES = {Edition.REPORT: "", Edition.PUBLIC: "（公示稿）", Edition.FILE: "（存档稿）"}


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of one edition, and what was masked in it, to be looked at before it goes out."""

    document: Document
    edition: Edition
    masked: tuple[Masked, ...] = ()


def paper_of(
    figures: Figures, edition: Edition = Edition.REPORT, draft: str = "", history: History = ()
) -> Paper:
    """The paper of a draft in one edition; it keeps the draft's id, if there is one.

    `history` is when what was changed, the newest first; only the edition for the file tells it.
    """
    paper = _edited(figures, edition, history)
    origin = replace(paper.document.origin, draft=draft)
    return replace(paper, document=replace(paper.document, origin=origin))


def _edited(figures: Figures, edition: Edition, history: History) -> Paper:
    match edition:
        case Edition.REPORT:
            return Paper(compose(figures), edition)
        case Edition.PUBLIC:
            return _public(figures)
        case Edition.FILE:
            return Paper(with_records(compose(figures), figures, history), edition)
        case _:
            assert_never(edition)


def _public(figures: Figures) -> Paper:
    """Personal values are masked before anything is composed, free text after.

    What was noted beside the figures is between the union and its superior, and is left out.
    """
    figures = _without_remarks(figures)
    entries = list(_personal(figures))
    names = [entry.value.text for entry in entries if entry.path.field == NAME_FIELD]
    others = [entry.value.text for entry in entries if _is_told_elsewhere(entry)]
    secrets = secrets_of(names, others)
    people = tuple(_people(entries))
    masked: list[Masked] = [
        Masked(entry.value.text, _mask(entry), figures.name(entry.path.id)) for entry in entries
    ]
    composed = compose(_masked(figures, entries))
    published = replace(composed, statistics=without_remarks(composed.statistics))
    places = places_of_texts(published, names_of_texts(figures.draft.template))
    document = rewritten(published, partial(_hide, secrets, people, places, masked))
    return Paper(document, Edition.PUBLIC, tuple(dict.fromkeys(masked)))


def _without_remarks(figures: Figures) -> Figures:
    """The figures without notes, sources and explanations."""
    answers = figures.draft.answers.items()
    published = {path: typed for path, typed in answers if path.room not in _NOT_PUBLISHED}
    return replace(figures, draft=replace(figures.draft, answers=published))


def _personal(figures: Figures) -> Iterator[Entry]:
    for entry in figures.entries_in_order():
        kind = figures.indicators[entry.path.id].kind
        if kind is Kind.PERSONAL and entry.value.given:
            yield entry


def _is_told_elsewhere(entry: Entry) -> bool:
    """A workplace is named for many reasons; why somebody is in hardship only for one.

    Beside the person's name it is masked all the same (`mask_people`).
    """
    return entry.path.field not in (NAME_FIELD, *_PLACE_FIELDS)


def _mask(entry: Entry) -> str:
    return masked_name(entry.value.text) if entry.path.field == NAME_FIELD else HIDDEN


def _masked(figures: Figures, personal: Iterable[Entry]) -> Figures:
    masked = {
        entry.path: replace(entry, value=Value(entry.value.state, text=_mask(entry)))
        for entry in personal
    }
    return replace(figures, entries={**figures.entries, **masked})


def _people(personal: Iterable[Entry]) -> Iterator[Person]:
    """Of each personal indicator the names and what is told of them beside reasons."""
    for _, entries in groupby(personal, lambda entry: entry.path.id):
        told = {entry.path.field: entry.value.text for entry in entries}
        if name := told.get(NAME_FIELD):
            places = tuple(told[field] for field in _PLACE_FIELDS if field in told)
            yield Person((name,), places)


def _hide(
    secrets: tuple[Secret, ...],
    people: tuple[Person, ...],
    places: Mapping[str, str],
    masked: list[Masked],
    text: str,
) -> str:
    named, names = mask_text(text, secrets)
    hidden, rest = mask_people(named, people)
    masked.extend(replace(each, where=places.get(text, text)) for each in (*names, *rest))
    return hidden
