"""A template opened for checking: every declaration beside the key that a person finds it by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from unionapp.errors import TemplateError
from unionapp.template.clauses import Part, parse
from unionapp.template.model import Derive, Indicator, Item, Relation, Section, Template

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A declaration, and the key of its place in the file."""

    key: str
    it: T


@dataclass(frozen=True, slots=True)
class ParsedClause:
    """A clause as it was parsed, or why it could not be."""

    text: str
    parts: tuple[Part, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Declarations:
    """What the checks look at; of two indicators with one id, `named` knows the first."""

    template: Template
    profile: tuple[Located[Indicator], ...]
    sections: tuple[Located[Section], ...]
    items: tuple[Located[Item], ...]
    indicators: tuple[Located[Indicator], ...]
    clauses: tuple[Located[ParsedClause], ...]
    named: Mapping[str, Indicator]

    @property
    def everything(self) -> tuple[Located[Indicator], ...]:
        """The indicators of the profile and of the sections."""
        return self.profile + self.indicators

    @property
    def derives(self) -> Iterator[tuple[Located[Derive], Indicator]]:
        """The functions of derived indicators, each with the indicator that it gives."""
        for at in self.everything:
            if at.it.derive is not None:
                yield Located(f"{at.key}.derive", at.it.derive), at.it

    @property
    def relations(self) -> Iterator[Located[Relation]]:
        """The relations of all sections."""
        for at in self.sections:
            for number, relation in enumerate(at.it.relations):
                yield Located(f"{at.key}.relations[{number}]", relation)


def declarations_of(template: Template) -> Declarations:
    """Return the template's declarations, each with its key."""
    sections = tuple(Located(f"sections[{each.id}]", each) for each in template.sections)
    items = tuple(
        Located(f"{at.key}.items[{each.id}]", each) for at in sections for each in at.it.items
    )
    profile = tuple(Located(f"profile[{each.id}]", each) for each in template.profile)
    indicators = tuple(_indicators(items))
    named = {at.it.id: at.it for at in reversed(profile + indicators)}
    clauses = tuple(_parsed_clauses(items))
    return Declarations(template, profile, sections, items, indicators, clauses, named)


def _indicators(items: tuple[Located[Item], ...]) -> Iterator[Located[Indicator]]:
    for at in items:
        for indicator in at.it.indicators:
            yield Located(f"{at.key}.indicators[{indicator.id}]", indicator)


def _parsed_clauses(items: tuple[Located[Item], ...]) -> Iterator[Located[ParsedClause]]:
    for at in items:
        for number, clause in enumerate(at.it.clauses):
            yield Located(f"{at.key}.clauses[{number}].text", _parsed(clause.text))


def _parsed(text: str) -> ParsedClause:
    try:
        return ParsedClause(text, parse(text))
    except TemplateError as error:
        return ParsedClause(text, fault=str(error))
