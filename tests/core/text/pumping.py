"""Texts that make a regular expression work hardest, made of its own pieces.

A pattern is slow where it can read the same characters in more than one way: what its repeats
repeat, and what stands before them, comes again and again, and at the end something that fits
nowhere. Characters that no repeat tells apart are tried once.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from tests.core.text.steps import Fits, Node, Pattern, is_atom, tree_of

# What people, and files of other programs, have in long runs.
_COMMON = " \u3000\t\n0aA甲。，、（）()[]{}<>\"'\\/-_.*×@�\0"
# Repeats that may go on for longer than this are those that matter.
_FEW = 20
_SAMPLES = 6
# Texts that are made at the most.
_MOST = 400


class Pump(NamedTuple):
    """A text in which one part comes again and again."""

    before: str
    again: str
    after: str

    def times(self, times: int) -> str:
        """The text in which the part comes so many times."""
        return self.before + self.again * times + self.after

    def in_bytes(self, most: int) -> str:
        """The text in about so many bytes."""
        return self.times(most // len(self.again.encode()))


def goes_on(pattern: Pattern) -> bool:
    """Whether it may read on and on from one place; else each place costs as much as any other."""
    return any(_repeats(tree_of(pattern), ("",)))


def pumps(pattern: Pattern) -> tuple[Pump, ...]:
    """The texts that are made for a pattern; each is made once, of very many only some."""
    made = tuple(dict.fromkeys(_pumps(tree_of(pattern), pattern.flags)))
    return made[:: len(made) // _MOST + 1]


def is_misread(pattern: Pattern) -> bool:
    """Whether Python before 3.11.5 may take what the pattern does not fit for a match.

    There a possessive repeat of more than one character, `(?:ab?c)*+`, forgets how far it came
    when a further turn begins and fails. An atomic group, `(?>(?:ab?c)*)`, says the same and is
    read right by every Python.
    """
    return any(map(_is_misread, tree_of(pattern)))


def _is_misread(node: Node) -> bool:
    forgets = str(node[0]) == "POSSESSIVE_REPEAT" and not _is_one_character(node[1][2])
    return forgets or any(_is_misread(each) for inner in _inside(node) for each in inner)


def _is_one_character(tree: Sequence[Node]) -> bool:
    return len(tree) == 1 and is_atom(tree[0])


def _pumps(tree: Sequence[Node], flags: int) -> Iterator[Pump]:
    repeats = list(_repeats(tree, ("",)))
    letters = _told_apart([atom for _, body in repeats for atom in _atoms(body)], tree, flags)
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
    tree: Iterable[Node], before: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], list[Node]]]:
    """Each repeat without a narrow bound: what may stand before it, and what it repeats."""
    for node in tree:
        for inner in _inside(node):
            yield from _repeats(inner, before)
        if _is_long(node):
            yield before, list(node[1][2])
        samples = tuple(_samples([node]))
        before = tuple(dict.fromkeys(a + b for a in before for b in samples))[:_SAMPLES]


def _is_long(node: Node) -> bool:
    return "REPEAT" in str(node[0]) and node[1][1] > _FEW


def _inside(node: Node) -> list[Sequence[Node]]:
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


def _samples(tree: Iterable[Node]) -> list[str]:
    """Some texts that fit a pattern, or nearly."""
    texts = [""]
    for node in tree:
        texts = [text + more for text in texts for more in _of_node(node)][: _SAMPLES * 2]
    return list(dict.fromkeys(texts))


def _of_node(node: Node) -> list[str]:
    kind, what = str(node[0]), node[1]
    if "REPEAT" in kind:
        return [each * max(what[0], 1) for each in _samples(what[2])] + [""] * (not what[0])
    if kind == "BRANCH":
        return [text for branch in what[1] for text in _samples(branch)[:2]][: _SAMPLES * 2]
    if kind in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return _samples(_inside(node)[0])
    if kind == "ASSERT":  # a look ahead is read again by what follows it, a look behind is not
        return _samples(what[1]) if what[0] < 0 else [""]
    if is_atom(node):
        fits = Fits(node, 0)
        return [next((letter for letter in _letters([node]) if fits[letter]), "a")]
    return [""]


def _atoms(tree: Iterable[Node]) -> Iterator[Node]:
    for node in tree:
        if is_atom(node):
            yield node
        for inner in _inside(node):
            yield from _atoms(inner)


def _told_apart(repeated: list[Node], tree: Sequence[Node], flags: int) -> list[str]:
    """One character for each set of repeated atoms that it fits, those that fit most first."""
    asked = [Fits(atom, flags) for atom in repeated]
    kinds: dict[tuple[bool, ...], str] = {}
    for letter in _letters(_atoms(tree)):
        kinds.setdefault(tuple(fits[letter] for fits in asked), letter)
    return [kinds[fits] for fits in sorted(kinds, key=sum, reverse=True)]


def _letters(atoms: Iterable[Node]) -> list[str]:
    """The characters that atoms name, before those that are common."""
    named: list[str] = []
    for kind, what in atoms:
        for each, which in what if str(kind) == "IN" else [(kind, what)]:
            named += map(chr, which if str(each) == "RANGE" else [])
            named += [chr(which)] if "LITERAL" in str(each) else []
    return list(dict.fromkeys([*named, *_COMMON]))
