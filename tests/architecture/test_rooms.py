"""The rooms of the house: arrows between them run down only, and strangers find their way in.

A room is a package of `unionapp` or `ui`, or a module that stands there alone; the modules inside
a room know each other as they like, but never in a circle.
"""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.support.places import HOUSE

# From the ground up: a room knows those on the lines above its own, and none beside it.
CORE = """
errors
text system
values
template reading
draft
figures
privacy importing
checks storage
paper
layout
writers
cli
"""
WINDOW = """
words
paper desk look
kit
runtime
editors
section backups
panels
preview
pages
window
start
app command_line
"""

# What a person can take in at a glance.
MOST_ENTRIES = 16


def levels(table: str, top: str) -> dict[str, int]:
    lines = enumerate(table.split("\n"))
    return {f"{top}.{room}": level for level, line in lines for room in line.split()}


LEVELS = levels(CORE, "unionapp") | {
    room: level + 100 for room, level in levels(WINDOW, "ui").items()
}


@cache
def modules() -> Mapping[str, Path]:
    """The dotted name of each module of the program, and its file."""
    files = (path for top in ("unionapp", "ui") for path in sorted((HOUSE / top).rglob("*.py")))
    return {dotted(path): path for path in files}


def dotted(path: Path) -> str:
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def room_of(module: str) -> str:
    """`unionapp.values.model` is in the room `unionapp.values`."""
    return ".".join(module.split(".")[:2])


def is_package(module: str) -> bool:
    return modules()[module].name == "__init__.py"


def imports(module: str) -> Iterator[str]:
    """The modules of the program that one imports: at its top, late, or for its types alone."""
    for node in ast.walk(ast.parse(modules()[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = [f"{node.module}.{each.name}" for each in node.names]
            yield from (name if name in modules() else node.module for name in whole)
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names)


@cache
def arrows() -> Mapping[str, frozenset[str]]:
    """What each module knows of the program, itself left out."""
    return {
        name: frozenset(known for known in imports(name) if known in modules() and known != name)
        for name in modules()
    }


@cache
def defined_in(module: str) -> Mapping[str, str]:
    """The names that a package hands on, and the module of its own that has each."""
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    handed = (node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module)
    return {each.name: str(node.module) for node in handed for each in node.names}


@cache
def needs() -> Mapping[str, frozenset[str]]:
    """As `arrows`, but seen through the packages: from module to module."""
    return {name: frozenset(_through(name)) - {name} for name in modules() if not is_package(name)}


def _through(module: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(modules()[module].read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom) or node.module not in modules():
            continue
        for each in node.names:
            yield from _home(str(node.module), each.name)


def _home(module: str, name: str) -> Iterator[str]:
    """The module in which a name is written that is imported from another."""
    whole = f"{module}.{name}"
    if whole in modules() and not is_package(whole):
        yield whole
    elif not is_package(module):
        yield module
    elif name in defined_in(module):
        yield from _home(defined_in(module)[name], name)


def rooms() -> dict[str, set[str]]:
    """Each room, and the rooms that it knows."""
    known: dict[str, set[str]] = {room_of(name): set() for name in modules() if "." in name}
    for name, others in arrows().items():
        if "." in name:
            known[room_of(name)] |= {room_of(other) for other in others if "." in other}
    return {room: others - {room} for room, others in known.items()}


def circle(graph: Mapping[str, Iterable[str]]) -> str:
    """The first circle of a graph as a line of text; empty when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return " -> ".join(error.args[1])
    return ""


def longest_chain(graph: Mapping[str, Iterable[str]]) -> list[str]:
    """The longest way along the arrows of a graph without circles."""
    chains: dict[str, list[str]] = {}
    for name in TopologicalSorter(graph).static_order():
        below = [chains[other] for other in graph.get(name, ())]
        chains[name] = [name, *max(below, key=len, default=[])]
    return max(chains.values(), key=len)


def test_every_room_has_its_line_and_every_line_its_room() -> None:
    assert set(rooms()) == set(LEVELS)


@pytest.mark.parametrize("room", sorted(LEVELS))
def test_a_room_knows_only_those_on_lines_above_its_own(room: str) -> None:
    assert [each for each in sorted(rooms()[room]) if LEVELS[each] >= LEVELS[room]] == []


def test_no_module_needs_itself_by_way_of_others_not_even_for_its_types() -> None:
    assert circle(needs()) == ""


def test_a_room_is_entered_by_its_package_alone() -> None:
    """What `__all__` does not name is the room's own affair."""
    past = [
        f"{name} imports {known}"
        for name, others in arrows().items()
        for known in sorted(others)
        if not is_package(known)
        and known.count(".") > 1
        and not f"{name}.".startswith(f"{known.rpartition('.')[0]}.")
        and known.rpartition(".")[2] not in defined_in(known.rpartition(".")[0])
    ]
    assert past == []


def test_a_folder_of_code_has_no_more_entries_than_are_taken_in_at_a_glance() -> None:
    files = [path for top in ("unionapp", "ui", "tests") for path in (HOUSE / top).rglob("*.py")]
    entries = {
        entry
        for path in files
        if path.name != "__init__.py"
        for entry in (path, *path.relative_to(HOUSE).parents[:-1])
    }
    counted = Counter(str(Path(HOUSE, entry).relative_to(HOUSE).parent) for entry in entries)
    full = {folder: count for folder, count in counted.items() if count > MOST_ENTRIES}
    assert full == {}


def test_the_figures_of_the_house_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    known = rooms()
    chain = longest_chain(needs())
    lines = [
        f"{top}: {len(inside)} rooms, {sum(len(known[room]) for room in inside)} arrows"
        for top in ("unionapp", "ui")
        if (inside := [room for room in known if room.startswith(f"{top}.")])
    ]
    packages = sum(map(is_package, modules()))
    with capsys.disabled():
        print(f"\n{len(modules()) - packages} modules in {packages} packages")
        print("\n".join(lines))
        print(f"longest chain of imports, {len(chain)} modules: {' -> '.join(chain)}")
    assert chain
