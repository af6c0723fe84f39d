"""The arrows of the house: what may know what, and what nobody may load or name."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.places import HOUSE

CORE = HOUSE / "unionapp"

# What takes longer to load than the start window, or a command, has time for.
WRITING = {"docx", "lxml", "openpyxl"}
HEAVY = {"cn2an", "msgspec", *WRITING}
# What a list of drafts is made of.
START_ROOMS = {f"unionapp.{room}" for room in ("errors", "storage", "system", "text")}

WINDOW = {"PySide6", "shiboken6", "ui"}

IMPORT_EVERY_MODULE = """
import importlib, json, pkgutil, sys, unionapp
for module in pkgutil.walk_packages(unionapp.__path__, "unionapp."):
    importlib.import_module(module.name)
"""

START = """
import json, sys, ui.app, ui.start, ui.start.window
assert "unionapp.system.worker" not in sys.modules, "no file is read yet"
"""

COMMAND = """
import contextlib, io, json, sys
from ui.command_line import main
with contextlib.redirect_stdout(io.StringIO()):
    assert main({arguments!r}) == 0
"""

TELL = """
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules} | {
    ".".join(name.split(".")[:2]) for name in sys.modules if name.startswith("unionapp.")})))
"""


def modules() -> Iterator[Path]:
    """Every module of the core."""
    yield from sorted(CORE.rglob("*.py"))


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


def loaded_by(script: str) -> set[str]:
    """Top-level names and our own rooms loaded in a fresh process once a script has run."""
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


def test_the_start_window_loads_nothing_that_only_a_draft_needs() -> None:
    loaded = loaded_by(START)
    assert {"PySide6", "ui", "unionapp", "unionapp.storage"} <= loaded
    assert not loaded & HEAVY
    assert {each for each in loaded if each.startswith("unionapp.")} == START_ROOMS


@pytest.mark.parametrize(
    "arguments",
    [
        ["templates"],
        ["indicators", "school"],
        ["drafts"],
        ["backups"],
        ["check", "resources/examples/school.toml"],
    ],
    ids=lambda arguments: str(arguments[0]),
)
def test_a_command_that_writes_no_paper_loads_no_library_that_writes_one(
    arguments: list[str],
) -> None:
    assert not loaded_by(COMMAND.format(arguments=arguments)) & WRITING


def test_a_library_is_loaded_by_the_room_of_the_format_that_needs_it(tmp_path: Path) -> None:
    export = ["export", "resources/examples/school.toml", "--to", str(tmp_path)]
    assert loaded_by(COMMAND.format(arguments=[*export, "--docx"])) & WRITING == {"docx", "lxml"}
    assert "openpyxl" in loaded_by(COMMAND.format(arguments=[*export, "--xlsx"]))


def test_the_core_and_its_data_import_nothing_of_the_window() -> None:
    files = [*modules(), *sorted((HOUSE / "resources").rglob("*.py"))]
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
