"""Texts that make a regular expression work hardest, made of its own pieces, and how hard that is.

A pattern is slow where it can read the same characters in more than one way: what its repeats
repeat, and what stands before them, comes again and again, and at the end something that fits
nowhere. Characters that no repeat tells apart are tried once.
"""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from time import thread_time
from typing import Any, NamedTuple

# What people, and files of other programs, have in long runs.
_COMMON = " \u3000\t\n0aA甲。，、（）()[]{}<>\"'\\/-_.*×@�\0"
# Repeats that may go on for longer than this are those that matter.
_FEW = 20
_SAMPLES = 6
_CATEGORIES = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}
_constants: Any = importlib.import_module("re._constants")
_parser: Any = importlib.import_module("re._parser")

# Characters of the texts among which the worst is looked for; the first are so short that even
# a pattern which tries each of 2^n ways comes to an end.
SHORT = (24, 62, 250)
# Texts that are made at the most.
_MOST = 400
# Seconds after which no worse text need be looked for.
_BAD = 0.01

Pattern = re.Pattern[str] | re.Pattern[bytes]
_Node = tuple[Any, Any]


class Pump(NamedTuple):
    """A text in which one part comes again and again."""

    before: str
    again: str
    after: str

    def text(self, length: int) -> str:
        """The text in about so many characters."""
        return self.before + self.again * (length // len(self.again)) + self.after


def worst(pattern: Pattern, way: str) -> Pump:
    """The text among all those made for a pattern over which it works longest."""
    made = pumps(pattern)
    longest, found = 0.0, made[0]
    for length, pump in product(SHORT, made):
        if (spent := work(pattern, way, pump.text(length))) > longest:
            longest, found = spent, pump
        if longest > _BAD:
            break
    return found


def work(pattern: Pattern, way: str, text: str) -> float:
    """Seconds of the processor that it takes to ask a pattern in some way about a text."""
    asked: Any = text if isinstance(pattern.pattern, str) else text.encode("utf-8", "replace")
    begun = thread_time()
    if way in {"match", "fullmatch", "search"}:
        getattr(pattern, way)(asked)
    else:
        for _ in pattern.finditer(asked):
            pass
    return thread_time() - begun


def goes_on(pattern: Pattern) -> bool:
    """Whether it may read on and on from one place; else each place costs as much as any other."""
    return any(_repeats(_tree(pattern), ("",)))


def pumps(pattern: Pattern) -> tuple[Pump, ...]:
    """The texts that are made for a pattern; each is made once, of very many only some."""
    made = tuple(dict.fromkeys(_pumps(_tree(pattern))))
    return made[:: len(made) // _MOST + 1]


def is_misread(pattern: Pattern) -> bool:
    """Whether Python before 3.11.5 may take what the pattern does not fit for a match.

    There a possessive repeat of more than one character, `(?:ab?c)*+`, forgets how far it came
    when a further turn begins and fails. An atomic group, `(?>(?:ab?c)*)`, says the same and is
    read right by every Python.
    """
    return any(map(_is_misread, _tree(pattern)))


def _is_misread(node: _Node) -> bool:
    forgets = str(node[0]) == "POSSESSIVE_REPEAT" and not _is_one_character(node[1][2])
    return forgets or any(_is_misread(each) for inner in _inside(node) for each in inner)


def _is_one_character(tree: Sequence[_Node]) -> bool:
    return len(tree) == 1 and _is_atom(tree[0])


def _tree(pattern: Pattern) -> list[_Node]:
    return list(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))


def _pumps(tree: Sequence[_Node]) -> Iterator[Pump]:
    repeats = list(_repeats(tree, ("",)))
    letters = _told_apart([atom for _, body in repeats for atom in _atoms(body)], tree)
    befores = dict.fromkeys(before for prefixes, _ in repeats for before in prefixes)
    bodies = [(before, body) for before, part in repeats for body in _samples(part)]
    again = {
        *letters,
        *map("".join, product(letters[:_SAMPLES], repeat=2)),
        *(body for _, body in bodies),
        *(before + body for befores_, body in bodies for before in befores_),
        *befores,
    } - {""}
    afters = ("", "\n", "\0", letters[-1] if letters else "a")
    for before, part, after in product({"", *befores}, sorted(again), afters):
        yield Pump(before, part, after)


def _repeats(
    tree: Iterable[_Node], before: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], list[_Node]]]:
    """Each repeat without a narrow bound: what may stand before it, and what it repeats."""
    for node in tree:
        for inner in _inside(node):
            yield from _repeats(inner, before)
        if _is_long(node):
            yield before, list(node[1][2])
        samples = tuple(_samples([node]))
        before = tuple(dict.fromkeys(a + b for a in before for b in samples))[:_SAMPLES]


def _is_long(node: _Node) -> bool:
    return "REPEAT" in str(node[0]) and node[1][1] > _FEW


def _inside(node: _Node) -> list[Sequence[_Node]]:
    """The patterns within a node."""
    kind, what = str(node[0]), node[1]
    if "REPEAT" in kind:
        return [what[2]]
    if kind == "SUBPATTERN":
        return [what[3]]
    if kind == "BRANCH":
        return list(what[1])
    if kind in {"ASSERT", "ASSERT_NOT"}:
        return [what[1]]
    return [what] if kind == "ATOMIC_GROUP" else []


def _samples(tree: Iterable[_Node]) -> list[str]:
    """Some texts that fit a pattern, or nearly."""
    texts = [""]
    for node in tree:
        texts = [text + more for text in texts for more in _of_node(node)][: _SAMPLES * 2]
    return list(dict.fromkeys(texts))


def _of_node(node: _Node) -> list[str]:
    kind, what = str(node[0]), node[1]
    if "REPEAT" in kind:
        return [each * max(what[0], 1) for each in _samples(what[2])] + [""] * (not what[0])
    if kind == "BRANCH":
        return [text for branch in what[1] for text in _samples(branch)[:2]][: _SAMPLES * 2]
    if kind in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return _samples(_inside(node)[0])
    if kind == "ASSERT":  # a look ahead is read again by what follows it, a look behind is not
        return _samples(what[1]) if what[0] < 0 else [""]
    if _is_atom(node):
        return [next((letter for letter in _letters([node]) if _fits(node, letter)), "a")]
    return [""]


def _is_atom(node: _Node) -> bool:
    return str(node[0]) in {"LITERAL", "NOT_LITERAL", "IN", "ANY"}


def _atoms(tree: Iterable[_Node]) -> Iterator[_Node]:
    for node in tree:
        if _is_atom(node):
            yield node
        for inner in _inside(node):
            yield from _atoms(inner)


def _told_apart(repeated: list[_Node], tree: Sequence[_Node]) -> list[str]:
    """One character for each set of repeated atoms that it fits, those that fit most first."""
    kinds: dict[tuple[bool, ...], str] = {}
    for letter in _letters(_atoms(tree)):
        kinds.setdefault(tuple(_fits(atom, letter) for atom in repeated), letter)
    return [kinds[fits] for fits in sorted(kinds, key=sum, reverse=True)]


def _letters(atoms: Iterable[_Node]) -> list[str]:
    """The characters that atoms name, before those that are common."""
    named: list[str] = []
    for kind, what in atoms:
        for each, which in what if str(kind) == "IN" else [(kind, what)]:
            named += map(chr, which if str(each) == "RANGE" else [])
            named += [chr(which)] if "LITERAL" in str(each) else []
    return list(dict.fromkeys([*named, *_COMMON]))


def _fits(atom: _Node, letter: str) -> bool:
    kind, what = str(atom[0]), atom[1]
    if kind == "ANY":
        return letter != "\n"
    if kind != "IN":
        return (ord(letter) == what) is (kind == "LITERAL")
    negated = str(what[0][0]) == "NEGATE"
    return any(_in_class(each, letter) for each in what[int(negated) :]) is not negated


def _in_class(member: _Node, letter: str) -> bool:
    kind, what = str(member[0]), member[1]
    if kind == "CATEGORY":
        name = str(what).removeprefix("CATEGORY_").removeprefix("UNI_").removeprefix("LOC_")
        is_in: bool = re.match(_CATEGORIES[name.removeprefix("NOT_")], letter) is not None
        return is_in is not name.startswith("NOT_")
    first, last = what if kind == "RANGE" else (what, what)
    return bool(first <= ord(letter) <= last)
