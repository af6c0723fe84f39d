"""The arrows of the house: what may know what, and what nobody may load or name."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
CORE = HOUSE / "unionapp"

# Each room, and the rooms that it may know. A room is a folder, or a module with those that bear
# its name (`store`, `store_file`): what its modules know of each other is its own affair.
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "cleaning": set(),
    "document": set(),
    "numbering": set(),
    "paths": {"errors"},
    "values": {"errors", "cleaning"},
    "narrative": {"errors"},
    "template": {"errors", "values", "narrative"},
    "draft": {"template", "values"},
    "telling": {"template", "values"},
    "outline": {"draft", "telling", "template", "values"},
    "history": {"draft", "outline", "template", "values"},
    "outlining": {"cleaning", "values", "template", "draft", "outline"},
    "agreeing": {"values", "template"},
    "derivation": {"values", "template", "agreeing"},
    "derive": {"errors", "values", "template", "narrative", "draft", "outline", "derivation"},
    "own": {"values", "template", "draft", "outline", "outlining", "derive"},
    "prose": {"narrative", "template", "draft", "derive"},
    "summing": set(),
    "growth": set(),
    "pasting": {"cleaning"},
    "checks": {
        "agreeing",
        "personal",
        "summing",
        "errors",
        "values",
        "template",
        "narrative",
        "draft",
        "derive",
        "prose",
        "tables",
    },
    "alignment": {"document", "widths"},
    "tables": {"alignment", "derivation", "values", "template", "derive", "document"},
    "particulars": {"values", "template", "draft", "derive"},
    "statistics": {
        "alignment",
        "growth",
        "values",
        "template",
        "derive",
        "document",
        "tables",
        "particulars",
    },
    "compose": {
        "values",
        "template",
        "narrative",
        "derive",
        "document",
        "numbering",
        "prose",
        "statistics",
        "explanations",
        "tables",
        "titles",
    },
    "explanations": {
        "alignment",
        "statistics",
        "values",
        "template",
        "draft",
        "derive",
        "document",
        "particulars",
    },
    "widths": set(),
    "titles": {"widths"},
    "progress": {"values", "template", "draft", "derive", "prose", "document", "compose"},
    "writers": {"errors", "document", "widths", "titles"},
    "masking": set(),
    "editions": {
        "alignment",
        "draft",
        "statistics",
        "values",
        "template",
        "derive",
        "checks",
        "document",
        "compose",
        "explanations",
        "masking",
        "particulars",
        "personal",
        "titles",
    },
    "personal": {"draft", "outlining", "values", "template", "derive", "masking", "summing"},
    "exporting": {"errors", "document", "editions", "writers"},
    "found": {"checks", "draft", "derive"},
    "review": {"values", "derive", "statistics"},
    "search": {"values", "template", "draft", "derive", "prose", "particulars"},
    "since": {"values", "template", "draft", "derive", "prose"},
    "headline": set(),
    "store": {"errors", "values", "draft", "headline"},
    "answers": {"errors", "cleaning", "values", "template", "narrative", "draft", "derive"},
    "step": {"values", "template", "draft", "outline", "history"},
    "session": {"template", "draft", "history", "derive", "headline", "store", "step"},
    "carrying": {"values", "template", "draft", "derive", "prose"},
    "beginning": {
        "cleaning",
        "template",
        "draft",
        "outline",
        "derive",
        "store",
        "answers",
        "session",
        "carrying",
        "settings",
    },
    "exchange": {
        "errors",
        "cleaning",
        "values",
        "template",
        "draft",
        "history",
        "derive",
        "session",
        "store",
        "writers",
    },
    "importing": {"summing", "errors", "cleaning", "values", "template", "derive"},
    "settings": {"errors", "paths"},
    "backups": {"errors", "paths", "settings", "headline", "store", "exchange"},
}

# The command line is a door: like the window, it may know every room, and no room knows it.
DOORS = {"cli"}

HEAVY = {"cn2an", "docx", "lxml", "openpyxl"}
WINDOW = {"PySide6", "shiboken6", "ui"}

IMPORT_EVERY_MODULE = """
import importlib, json, pkgutil, sys, unionapp
for module in pkgutil.walk_packages(unionapp.__path__, "unionapp."):
    importlib.import_module(module.name)
"""

TELL = """
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def room_of(module: str) -> str:
    """`unionapp.values.model` is in the room `values`, `unionapp.store_file` in `store`."""
    return module.split(".")[1].partition("_")[0]


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the core after the room it belongs to."""
    for path in sorted(CORE.rglob("*.py")):
        name = ".".join(("unionapp", *path.relative_to(CORE).with_suffix("").parts))
        if name != "unionapp.__init__":
            yield room_of(name), path


def imported_modules(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module="unionapp", names=names):
                yield from (f"unionapp.{name.name}" for name in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module
            case ast.ImportFrom():
                pytest.fail(f"{path.relative_to(HOUSE)} imports relatively; the house names rooms")


def rooms_known_by(path: Path) -> set[str]:
    return {room_of(name) for name in imported_modules(path) if name.startswith("unionapp.")}


def loaded_by(script: str) -> set[str]:
    """Top-level names loaded in a fresh process once a script has run."""
    finished = subprocess.run(
        [sys.executable, "-c", script + TELL],
        check=False,
        capture_output=True,
        text=True,
        cwd=HOUSE,
    )
    assert finished.returncode == 0, finished.stderr
    return set(json.loads(finished.stdout))


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """What is loaded once every module of the core is imported."""
    return loaded_by(IMPORT_EVERY_MODULE)


def test_the_core_loads_no_qt_and_no_window(loaded: set[str]) -> None:
    assert "unionapp" in loaded
    assert not loaded & WINDOW


def test_the_core_loads_no_heavy_library_before_it_is_needed(loaded: set[str]) -> None:
    assert not loaded & HEAVY


def test_every_module_of_the_core_has_a_place_in_the_table() -> None:
    assert {room for room, _ in modules()} - DOORS == set(ALLOWED)


def test_the_table_has_no_circle() -> None:
    settled: set[str] = set()
    while ready := {room for room, known in ALLOWED.items() if known <= settled} - settled:
        settled |= ready
    assert settled == set(ALLOWED)


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_a_module_knows_only_what_the_table_allows(room: str) -> None:
    known = {name for owner, path in modules() if owner == room for name in rooms_known_by(path)}
    assert known - {room} <= ALLOWED[room]


def test_the_core_and_its_data_import_nothing_of_the_window() -> None:
    files = [path for _, path in modules()] + sorted((HOUSE / "resources").rglob("*.py"))
    known = {name.partition(".")[0] for path in files for name in imported_modules(path)}
    assert not known & WINDOW


def test_the_command_line_loads_no_qt_before_a_pdf_is_asked_for() -> None:
    assert "PySide6" not in loaded_by("import json, sys, ui.command_line")


def test_the_data_imports_nothing_of_the_program() -> None:
    files = sorted((HOUSE / "resources").rglob("*.py"))
    known = {name.partition(".")[0] for path in files for name in imported_modules(path)}
    assert not known & {"unionapp"}


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], check=True, capture_output=True, text=True, cwd=HOUSE
    )
    return [HOUSE / name for name in listed.stdout.split("\0") if name]


# Written in pieces, so that this file is not found by itself.
MACHINE_WORDS = [
    b"/" + b"work/",
    b"/" + b"root/",
    b"/" + b"home/",
    b"/" + b"tmp/",
    b"../" + b"shared",
    b"pypi" + b".org",
    b"python" + b"hosted",
    b"registry" + b".npmjs",
    b"deb." + b"debian.org",
]


@pytest.mark.parametrize("word", MACHINE_WORDS, ids=bytes.decode)
def test_nothing_kept_names_a_machine_or_a_package_host(word: bytes) -> None:
    kept = [path for path in tracked_files() if path.is_file()]
    assert kept
    assert [path for path in kept if word in path.read_bytes()] == []
