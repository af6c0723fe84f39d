"""What leads to a person in a sentence that speaks of them: their workplace, their given name.

A workplace is named for many reasons and stays where it stands alone, and so does 低保. Beside a
masked name it tells who is meant, and why.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from unionapp.privacy.masking import (
    HIDDEN,
    Masked,
    letters_of,
    masked_name,
    single_names,
    surname_length,
    written,
)

_SENTENCE = re.compile(r"[^。！？\n]+")
_HIDDEN_LETTER = HIDDEN[0]
_SHORTEST = 2
"""Characters; a single one would be found in half the words of a paper."""

_CALLED = "同志|同学|老师|师傅|职工|患|病"
"""What follows a given name that stands alone; without it 建国 or 和平 would be no name at all."""


@dataclass(frozen=True, slots=True)
class Person:
    """The names that a draft holds in one personal indicator, and what tells of these people.

    `beside` is where they are found and what else is masked beside their names alone; `called` are
    names that stand in other words too, and are masked where somebody is called by them.
    """

    names: tuple[str, ...]
    beside: tuple[str, ...]
    called: tuple[str, ...] = ()


def mask_people(text: str, people: Iterable[Person]) -> tuple[str, tuple[Masked, ...]]:
    """A text whose full names are masked already, without what else leads to these people."""
    found: list[Masked] = []
    letters = letters_of(text)
    calls = letters if re.search(_CALLED, text) else ""
    if not calls and _HIDDEN_LETTER not in text:  # nobody is spoken of
        return text, ()
    for person in people:
        if _is_told_in(letters, person) or (calls and _is_called_in(calls, person)):
            text = _SENTENCE.sub(partial(_told, person, found), text)
    return text, tuple(found)


def _is_told_in(letters: str, person: Person) -> bool:
    return bool(person.beside) and any(letters_of(each) in letters for each in person.beside)


def _is_called_in(letters: str, person: Person) -> bool:
    """Whether a text may call somebody by their given name: of hundreds of people, few."""
    return any(letters_of(name) in letters for name, _ in _calls(person))


def _calls(person: Person) -> tuple[tuple[str, str], ...]:
    """What somebody may be called by, each with its mask."""
    whole = ((name, masked_name(name)) for name in person.called)
    return (*whole, *_given_names(person.names))


def _told(person: Person, found: list[Masked], match: re.Match[str]) -> str:
    whole = sentence = match[0]
    for name, mask in _calls(person):
        sentence = _replaced(_called(name), mask, sentence, whole, found)
    if sentence == whole and not any(
        mask in sentence for mask in _masks((*person.names, *person.called))
    ):
        return sentence
    for told in person.beside:
        if len(told) >= _SHORTEST:
            sentence = _replaced(written(told), HIDDEN, sentence, whole, found)
    return sentence


def _replaced(
    pattern: re.Pattern[str], mask: str, sentence: str, whole: str, found: list[Masked]
) -> str:
    found.extend(Masked(each, mask, whole) for each in dict.fromkeys(pattern.findall(sentence)))
    return pattern.sub(mask, sentence)


@lru_cache(maxsize=256)
def _masks(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(masked_name, single_names(names))))


@lru_cache(maxsize=4096)
def _given_names(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The given names, the longest first, each with its mask; 买买提 of 买买提·艾力."""
    given = {each for name in single_names(names) for each in _given(name)}
    return tuple((each, "×" * len(each)) for each in sorted(given, key=lambda e: (-len(e), e)))


def _given(name: str) -> Iterator[str]:
    parts = re.split(r"[·•・‧]", name)
    given = parts if len(parts) > 1 else [name[surname_length(name) :]]
    yield from (each for each in given if len(each) >= _SHORTEST)


@lru_cache(maxsize=256)
def _called(given: str) -> re.Pattern[str]:
    return re.compile(f"{written(given).pattern}(?=\\s*(?:{_CALLED}))")
