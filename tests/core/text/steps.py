"""How many steps `re` takes over a text, counted, so that no clock need be asked.

A pattern is gone through here as `re` goes through it: one way after another, and back to the last
choice where a way leads nowhere. The spans found are those of `re`; tests compare them.
"""

import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from itertools import groupby
from typing import Any

Pattern = re.Pattern[str] | re.Pattern[bytes]
Node = tuple[Any, Any]
Span = tuple[int, int]

# What is to come after a place: the end of all, or `_NOWHERE`.
_Then = Callable[[int], int]
# A piece of a pattern: from a place, and with what is to come, to the end of all.
_Piece = Callable[[int, _Then], int]
_NOWHERE = -1

_compiler: Any = importlib.import_module("re._compiler")
_parser: Any = importlib.import_module("re._parser")


class TooManyError(Exception):
    """More steps than may be taken."""


def tree_of(pattern: Pattern) -> list[Node]:
    """The pieces of a pattern, as `re` reads it."""
    return list(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))


def is_atom(node: Node) -> bool:
    """Whether a piece is one character."""
    return str(node[0]) in {"LITERAL", "NOT_LITERAL", "IN", "ANY"}


class Fits(dict[str, bool]):
    """Whether a character fits an atom; each is asked of `re` once."""

    def __init__(self, atom: Node, flags: int) -> None:
        super().__init__()
        self._asked = _compiled(atom, flags)

    def __missing__(self, letter: str) -> bool:
        self[letter] = self._asked.match(letter) is not None
        return self[letter]


def _compiled(node: Node, flags: int) -> Any:
    state = _parser.State()
    state.flags = flags
    return _compiler.compile(_parser.SubPattern(state, [node]), flags)


class Steps:
    """A pattern that counts its steps; over a text it takes `most` of them, or `TooManyError`."""

    def __init__(self, pattern: Pattern, most: int) -> None:
        self._most = most
        self._text = ""
        self._taken = 0
        self._groups: dict[int, Span | None] = {}
        self._go = self._sequence(tree_of(pattern), pattern.flags & ~re.DEBUG)

    def over(self, way: str, text: str | bytes) -> tuple[int, list[Span]]:
        """The steps taken when something is asked about a text, and what is found."""
        self._text = text if isinstance(text, str) else text.decode("latin-1")
        self._taken = 0
        if way == "finditer":
            found = list(self._found(0))
        elif way == "search":
            found = list(self._found(0, most=1))
        else:
            end = self._try(0, self._at_end if way == "fullmatch" else _here)
            found = [(0, end)] if end != _NOWHERE else []
        return self._taken, found

    def _found(self, at: int, most: int | None = None) -> Iterator[Span]:
        """One place after another, from here on; none empty where the last one ended."""
        behind = _NOWHERE
        while at <= len(self._text) and most != 0:
            end = self._try(at, lambda end: _NOWHERE if end == behind else end)  # noqa: B023
            if end != _NOWHERE:
                yield at, end
                most = None if most is None else most - 1
            at, behind = (at + 1, _NOWHERE) if end == _NOWHERE else (end, end if end == at else -1)

    def _try(self, at: int, then: _Then) -> int:
        self._groups.clear()
        self._take(1)
        return self._go(at, then)

    def _at_end(self, at: int) -> int:
        return at if at == len(self._text) else _NOWHERE

    def _take(self, steps: int) -> None:
        self._taken += steps
        if self._taken > self._most:
            raise TooManyError

    def _sequence(self, nodes: Iterable[Node], flags: int) -> _Piece:
        pieces: list[_Piece] = []
        for atoms, together in groupby(nodes, is_atom):
            alike = list(together)
            pieces += [self._row(alike, flags)] if atoms else [self._piece(x, flags) for x in alike]
        return reduce(_one_after_another, pieces) if pieces else lambda at, then: then(at)

    def _piece(self, node: Node, flags: int) -> _Piece:
        kind, what = str(node[0]), node[1]
        match kind:
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeat(kind, what, flags)
            case "SUBPATTERN":
                group, more, less, inner = what
                return self._group(group, self._sequence(inner, (flags | more) & ~less))
            case "BRANCH":
                return self._branch([self._sequence(each, flags) for each in what[1]])
            case "ATOMIC_GROUP":
                return self._atomic(self._sequence(what, flags))
            case "ASSERT" | "ASSERT_NOT":
                return self._look(kind == "ASSERT", what, flags)
            case "AT":
                return self._place(_compiled(node, flags))
            case "GROUPREF":
                return self._again(what)
        raise NotImplementedError(kind)

    def _row(self, atoms: Sequence[Node], flags: int) -> _Piece:
        fits = [Fits(atom, flags) for atom in atoms]

        def go(at: int, then: _Then) -> int:
            text, begun = self._text, at
            for each in fits:
                if at >= len(text) or not each[text[at]]:
                    self._take(1 + at - begun)
                    return _NOWHERE
                at += 1
            self._take(at - begun)
            return then(at)

        return go

    def _branch(self, branches: Sequence[_Piece]) -> _Piece:
        def go(at: int, then: _Then) -> int:
            for each in branches:
                if (end := each(at, then)) != _NOWHERE:
                    return end
            return _NOWHERE

        return go

    def _group(self, group: int | None, inner: _Piece) -> _Piece:
        if group is None:
            return inner

        def go(at: int, then: _Then) -> int:
            def then_noted(end: int) -> int:
                before, self._groups[group] = self._groups.get(group), (at, end)
                found = then(end)
                if found == _NOWHERE:
                    self._groups[group] = before
                return found

            return inner(at, then_noted)

        return go

    def _again(self, group: int) -> _Piece:
        def go(at: int, then: _Then) -> int:
            span = self._groups.get(group)
            if span is None:
                return _NOWHERE
            text = self._text[slice(*span)]
            self._take(1 + len(text))
            return then(at + len(text)) if self._text.startswith(text, at) else _NOWHERE

        return go

    def _atomic(self, inner: _Piece) -> _Piece:
        def go(at: int, then: _Then) -> int:
            end = inner(at, _here)
            return end if end == _NOWHERE else then(end)

        return go

    def _look(self, wanted: bool, what: tuple[int, Any], flags: int) -> _Piece:
        inner = self._sequence(what[1], flags)
        back = what[1].getwidth()[0] if what[0] < 0 else 0

        def go(at: int, then: _Then) -> int:
            self._take(1)
            found = at >= back and inner(at - back, _here) != _NOWHERE
            return then(at) if found is wanted else _NOWHERE

        return go

    def _place(self, asked: Any) -> _Piece:
        def go(at: int, then: _Then) -> int:
            self._take(1)
            return then(at) if asked.match(self._text, at) else _NOWHERE

        return go

    def _repeat(self, kind: str, what: tuple[int, Any, list[Node]], flags: int) -> _Piece:
        low, high, inner = int(what[0]), int(what[1]), list(what[2])
        if len(inner) == 1 and is_atom(inner[0]):
            return self._run(kind, low, high, Fits(inner[0], flags))
        body = self._sequence(inner, flags)
        if kind == "POSSESSIVE_REPEAT":
            return self._atomic(self._greedy(low, high, body))
        return (self._greedy if kind == "MAX_REPEAT" else self._lazy)(low, high, body)

    def _run(self, kind: str, low: int, high: int, fits: Fits) -> _Piece:
        """A repeat of one character: its end is found, and then gone back from."""

        def end_of(at: int, most: int) -> int:
            begun, most = at, min(len(self._text), at + most)
            while at < most and fits[self._text[at]]:
                at += 1
            self._take(1 + at - begun)
            return at

        def go(at: int, then: _Then) -> int:
            end = end_of(at, low if kind == "MIN_REPEAT" else high)
            if end < at + low:
                return _NOWHERE
            for each in ends(at, end):
                self._take(1)
                if (found := then(each)) != _NOWHERE:
                    return found
            return _NOWHERE

        def ends(at: int, end: int) -> Iterable[int]:
            if kind == "MIN_REPEAT":
                return longer(end, min(len(self._text), at + high))
            return [end] if kind == "POSSESSIVE_REPEAT" else range(end, at + low - 1, -1)

        def longer(end: int, most: int) -> Iterator[int]:
            yield end
            while end < most and fits[self._text[end]]:
                yield (end := end + 1)

        return go

    def _greedy(self, low: int, high: int, body: _Piece) -> _Piece:
        def go(at: int, then: _Then, done: int = 0, last: int = _NOWHERE) -> int:
            self._take(1)
            if done < low or (done < high and at != last):
                end = body(at, lambda end: go(end, then, done + 1, at))
                if end != _NOWHERE:
                    return end
            return then(at) if done >= low else _NOWHERE

        return go

    def _lazy(self, low: int, high: int, body: _Piece) -> _Piece:
        def go(at: int, then: _Then, done: int = 0, last: int = _NOWHERE) -> int:
            self._take(1)
            if done >= low and (end := then(at)) != _NOWHERE:
                return end
            if done < low or (done < high and at != last):
                return body(at, lambda end: go(end, then, done + 1, at))
            return _NOWHERE

        return go


def _here(at: int) -> int:
    return at


def _one_after_another(first: _Piece, second: _Piece) -> _Piece:
    return lambda at, then: first(at, lambda end: second(end, then))
