"""Clauses that follow the values, and prose with live figures.

The grammar of a clause, all of it:

    {id}, {id.field}   a placeholder: the printed value of an indicator, with its unit
    [ ... ]            drops out when a placeholder inside it has no value
    <a|b|c>            the parts whose placeholders all have values, joined by “，”

Brackets do not nest. A clause drops out whole when a placeholder outside brackets has no value, or
when nothing is left of a group: so no sentence is ever printed with a hole.

A narrative is prose in which only placeholders are live. The suggested one is the item's clauses
with their brackets resolved; once edited, the secretary's own text is treated just the same, and a
sentence of theirs whose figure is blank is held back until the figure is there.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from unionapp.errors import TemplateError


@dataclass(frozen=True, slots=True)
class Words:
    """Literal text."""

    text: str


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Where the value of an indicator, or of one field of it, stands."""

    id: str
    field: str = ""

    def __str__(self) -> str:
        return f"{{{self.id}.{self.field}}}" if self.field else f"{{{self.id}}}"


Piece: TypeAlias = Words | Placeholder

# What is planned is told with its year, which follows from that of the summary.
YEAR_AFTER = Placeholder("year", "next")


@dataclass(frozen=True, slots=True)
class Option:
    """A part that drops out when a place in it has no value."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of which those with values are joined; at least one must be left."""

    choices: tuple[tuple[Piece, ...], ...]


Part: TypeAlias = Piece | Option | Group
HasValue: TypeAlias = Callable[[Placeholder], bool]

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)(?:\.([a-z][a-z0-9_]*))?\}")
_PART = re.compile(r"\[(?P<option>[^\[\]<>|]*)\]|<(?P<group>[^\[\]<>]*)>|(?P<prose>[^\[\]<>|]+)")
# Characters of a text that is not kept in mind for the next time.
_LONG = 2000
_SENTENCE = re.compile(r"[^。！？]*+(?:[。！？]+[”’」』）》]*|\Z)")


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Part, ...]:
    """Return the parts of a clause; raises `TemplateError` when it breaks the grammar."""
    parts: list[Part] = []
    position = 0
    while position < len(text):
        match = _PART.match(text, position)
        if match is None:
            raise TemplateError(f"分句“{text}”从“{text[position:]}”起括号不成对或互相嵌套")
        parts.extend(_parts_of(match))
        position = match.end()
    return tuple(parts)


def _parts_of(match: re.Match[str]) -> Iterable[Part]:
    if (option := match["option"]) is not None:
        return (Option(_clause_pieces(option)),)
    if (group := match["group"]) is not None:
        return (Group(tuple(_clause_pieces(choice) for choice in group.split("|"))),)
    return _clause_pieces(match["prose"])


def _clause_pieces(text: str) -> tuple[Piece, ...]:
    pieces = live(text)
    if any(isinstance(piece, Words) and set(piece.text) & set("{}") for piece in pieces):
        raise TemplateError(f"“{text}”里的花括号不是指标的位置")
    return pieces


def placeholders(parts: Iterable[Part]) -> tuple[Placeholder, ...]:
    """Return all places in the parts, in order."""
    return needed(parts) + tuple(
        piece
        for part in parts
        if isinstance(part, Option)
        for piece in part.pieces
        if isinstance(piece, Placeholder)
    )


def needed(parts: Iterable[Part]) -> tuple[Placeholder, ...]:
    """Return the placeholders outside `[...]`, without which a clause would claim too much."""
    found: list[Placeholder] = []
    for part in parts:
        match part:
            case Placeholder():
                found.append(part)
            case Group():
                found.extend(
                    p for choice in part.choices for p in choice if isinstance(p, Placeholder)
                )
            case _:
                pass
    return tuple(found)


def live(text: str, known: HasValue = lambda _place: True) -> tuple[Piece, ...]:
    """Return prose as words and placeholders; braces around anything not `known` stay words."""
    pieces = _pieces(text) if len(text) < _LONG else _pieces.__wrapped__(text)
    if all(known(piece) for piece in pieces if isinstance(piece, Placeholder)):
        return pieces
    return _joined(pieces, known)


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[Piece, ...]:
    """Words and places. The same few sentences are looked at after every key."""
    pieces: list[Piece] = []
    position = 0
    for match in _PLACEHOLDER.finditer(text):
        if match.start() > position:
            pieces.append(Words(text[position : match.start()]))
        pieces.append(Placeholder(match[1], match[2] or ""))
        position = match.end()
    if position < len(text):
        pieces.append(Words(text[position:]))
    return tuple(pieces)


def _joined(pieces: tuple[Piece, ...], known: HasValue) -> tuple[Piece, ...]:
    """The pieces with what is no place of this draft among the words."""
    joined: list[Piece] = []
    for piece in pieces:
        words = piece.text if isinstance(piece, Words) else "" if known(piece) else str(piece)
        before = joined[-1] if joined else None
        if words and isinstance(before, Words):
            joined[-1] = Words(before.text + words)
        else:
            joined.append(Words(words) if words else piece)
    return tuple(joined)


def places_in(clauses: Iterable[str]) -> tuple[Placeholder, ...]:
    """Return the places of all that the clauses could tell."""
    return tuple(place for clause in clauses for place in placeholders(parse(clause)))


def suggest(clauses: Iterable[str], has_value: HasValue) -> str:
    """Return the suggested narrative: the clauses that have their values, brackets resolved."""
    return "".join(_resolve(parse(clause), has_value) for clause in clauses)


def _resolve(parts: tuple[Part, ...], has_value: HasValue) -> str:
    """A clause as prose with places, or empty when it drops out."""
    words: list[str] = []
    for part in parts:
        resolved = _resolve_part(part, has_value)
        if resolved is None:
            return ""
        words.append(resolved)
    return "".join(words)


def _resolve_part(part: Part, has_value: HasValue) -> str | None:
    """The part as prose; empty when it may drop out, None when the clause drops with it."""
    match part:
        case Words():
            return part.text
        case Placeholder():
            return str(part) if has_value(part) else None
        case Option():
            return _prose(part.pieces) if _complete(part.pieces, has_value) else ""
        case Group():
            kept = [_prose(choice) for choice in part.choices if _complete(choice, has_value)]
            return "，".join(kept) if kept else None


def _complete(pieces: Iterable[Piece], has_value: HasValue) -> bool:
    return all(has_value(piece) for piece in pieces if isinstance(piece, Placeholder))


def _prose(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text if isinstance(piece, Words) else str(piece) for piece in pieces)


@dataclass(frozen=True, slots=True)
class Narrative:
    """Prose ready to print.

    `paragraphs` hold no place without a value; `held_back` are the sentences that would have had
    a hole.
    """

    paragraphs: tuple[tuple[Piece, ...], ...]
    held_back: tuple[str, ...]


def complete_sentences(text: str, known: HasValue, has_value: HasValue) -> Narrative:
    """Return the prose without the sentences that would print with a hole."""
    paragraphs: list[tuple[Piece, ...]] = []
    held_back: list[str] = []
    for line in text.splitlines():
        kept: list[str] = []
        for sentence in _SENTENCE.findall(line.strip()):
            complete = _complete(live(sentence, known), has_value)
            (kept if complete else held_back).append(sentence)
        if prose := "".join(kept).strip():
            paragraphs.append(live(prose, known))
    return Narrative(tuple(paragraphs), tuple(held_back))
