"""The arrows of the window: no two of its modules need each other when they run.

That a part names the window it stands in, for its types alone, is no arrow.
"""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.support.places import HOUSE

WINDOW = HOUSE / "ui"


def name_of(path: Path) -> str:
    parts = path.relative_to(WINDOW.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes below this one that are reached when the program runs."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from at_run_time(child)


def imported_by(path: Path, names: set[str]) -> set[str]:
    """The modules of the window that a module imports, at its top or late."""
    found: set[str] = set()
    for node in at_run_time(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
        elif isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
    return found & names - {name_of(path)}


def test_no_two_modules_of_the_window_need_each_other() -> None:
    modules = {name_of(path): path for path in WINDOW.rglob("*.py")}
    packages = {name_of(path) for path in WINDOW.rglob("__init__.py")}
    names = set(modules) - packages
    arrows = {name: imported_by(path, names) for name, path in modules.items() if name in names}
    assert arrows["ui.app"] >= {"ui.start.window", "ui.runtime.background"}
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))
