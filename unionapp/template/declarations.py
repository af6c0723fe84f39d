"""A template opened for checking: every declaration beside the key that a person finds it by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from unionapp.errors import TemplateError
from unionapp.template.clauses import Part, parse

if TYPE_CHECKING:
    # Loading a template ends with checking it, so at run time the arrow runs the other way.
    from unionapp.template.model import Derive, Indicator, Item, Relation, Section, Template

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class At(Generic[T]):
    """A declaration, and the key of its place in the file."""

    key: str
    it: T


@dataclass(frozen=True, slots=True)
class Sentence:
    """A clause as it was parsed, or why it could not be."""

    text: str
    parts: tuple[Part, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """What the checks look at; of two indicators with one id, `named` knows the first."""

    template: Template
    profile: tuple[At[Indicator], ...]
    sections: tuple[At[Section], ...]
    items: tuple[At[Item], ...]
    indicators: tuple[At[Indicator], ...]
    sentences: tuple[At[Sentence], ...]
    named: Mapping[str, Indicator]

    @property
    def everything(self) -> tuple[At[Indicator], ...]:
        """The indicators of the profile and of the sections."""
        return self.profile + self.indicators

    @property
    def derives(self) -> Iterator[tuple[At[Derive], Indicator]]:
        """The functions of derived indicators, each with the indicator that it gives."""
        for at in self.everything:
            if at.it.derive is not None:
                yield At(f"{at.key}.derive", at.it.derive), at.it

    @property
    def relations(self) -> Iterator[At[Relation]]:
        """The relations of all sections."""
        for at in self.sections:
            for number, relation in enumerate(at.it.relations):
                yield At(f"{at.key}.relations[{number}]", relation)


def open_book(template: Template) -> Book:
    """The template's declarations, each with its key."""
    sections = tuple(At(f"sections[{each.id}]", each) for each in template.sections)
    items = tuple(At(f"{at.key}.items[{each.id}]", each) for at in sections for each in at.it.items)
    profile = tuple(At(f"profile[{each.id}]", each) for each in template.profile)
    indicators = tuple(_indicators(items))
    named = {at.it.id: at.it for at in reversed(profile + indicators)}
    sentences = tuple(_sentences(items))
    return Book(template, profile, sections, items, indicators, sentences, named)


def _indicators(items: tuple[At[Item], ...]) -> Iterator[At[Indicator]]:
    for at in items:
        for indicator in at.it.indicators:
            yield At(f"{at.key}.indicators[{indicator.id}]", indicator)


def _sentences(items: tuple[At[Item], ...]) -> Iterator[At[Sentence]]:
    for at in items:
        for number, clause in enumerate(at.it.clauses):
            yield At(f"{at.key}.clauses[{number}].text", _sentence(clause.text))


def _sentence(text: str) -> Sentence:
    try:
        return Sentence(text, parse(text))
    except TemplateError as error:
        return Sentence(text, fault=str(error))
