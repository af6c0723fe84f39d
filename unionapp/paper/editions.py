"""The editions of a paper: for the superior, for the public, for the file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import assert_never

from unionapp.draft import Slot
from unionapp.figures import Figures
from unionapp.paper.compose import compose
from unionapp.paper.document import Document
from unionapp.paper.notes import names_of_texts
from unionapp.paper.records import History, with_records
from unionapp.paper.rewriting import places_of_texts, rewritten
from unionapp.paper.statistics import without_remarks
from unionapp.privacy import (
    Masked,
    Person,
    PersonalText,
    Secret,
    mask_people,
    mask_text,
    masked,
    names_to_be_called,
    names_to_find,
    people_in,
    personal_texts_in,
    secrets_of,
    stands_anywhere,
    template_words,
)

_NOT_PUBLISHED = frozenset({Slot.NOTE, Slot.SOURCE, Slot.REASON})


# What nobody may take the public edition for more than.
WHAT_IS_MASKED = (
    "程序只遮得住标明是个人信息的内容，和身份证、电话、银行卡等号码；"
    "其余的认不出来，公布前请通读一遍。"
)


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
    """Return the paper of a draft in one edition; it keeps the draft's id, if there is one.

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
    known = personal_texts_in(figures)
    found = [
        Masked(each.text, each.mask, figures.name(each.indicator))
        for each in known
        if each.indicator in figures.indicators
    ]
    composed = compose(masked(figures))
    published = replace(composed, statistics=without_remarks(composed.statistics))
    places = places_of_texts(published, names_of_texts(figures.draft.template))
    words = template_words(figures.draft.base)
    hide = partial(_hide, _secrets_of(known, words), tuple(_people(known, words)), places, found)
    document = rewritten(published, hide)
    return Paper(document, Edition.PUBLIC, tuple(dict.fromkeys(found)))


def _without_remarks(figures: Figures) -> Figures:
    """The figures without notes, sources and explanations."""
    answers = figures.draft.answers.items()
    published = {path: typed for path, typed in answers if path.slot not in _NOT_PUBLISHED}
    return replace(figures, draft=replace(figures.draft, answers=published))


def _secrets_of(known: Iterable[PersonalText], words: str) -> tuple[Secret, ...]:
    """What is looked for in free text; a workplace only beside its person (`mask_people`)."""
    known = tuple(known)
    names = (each.text for each in known if each.is_name)
    others = (each.text for each in known if not (each.is_name or each.is_place))
    return secrets_of(names, others, words)


def _people(known: Iterable[PersonalText], words: str) -> Iterator[Person]:
    """The people that are named, each with what is masked beside their names alone."""
    for told in people_in(known):
        names = [each.text for each in told if each.is_name]
        others = (each for each in told if not each.is_name)
        yield Person(
            tuple(names_to_find(names, words)),
            tuple(e.text for e in others if e.is_place or stands_anywhere(e.text, words)),
            tuple(names_to_be_called(names, words)),
        )


def _hide(
    secrets: tuple[Secret, ...],
    people: tuple[Person, ...],
    places: Mapping[str, str],
    found: list[Masked],
    text: str,
) -> str:
    named, names = mask_text(text, secrets)
    hidden, rest = mask_people(named, people)
    found.extend(replace(each, where=places.get(text, text)) for each in (*names, *rest))
    return hidden
