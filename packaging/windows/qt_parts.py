"""Of Qt, keep what the window uses: its modules, their plugins, and the libraries behind these.

Which modules are used is read from the imports in `ui/`, and which libraries they need from the
libraries themselves, so that neither is a list to be kept.
"""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

PLUGINS = (
    "platforms/qwindows",
    "platforms/qoffscreen",
    "styles/qmodernwindowsstyle",
    "imageformats/qsvg",
    "imageformats/qico",
    "imageformats/qjpeg",
    "iconengines/qsvgicon",
)
_TRANSLATION = "qtbase_zh_CN.qm"
_PYTHON_FILES = ("__init__.py", "_config.py", "_git_pyside_version.py", "support/__init__.py",
                 "support/deprecated.py")  # fmt: skip


def reduce(library: Path, ui: Path) -> None:
    """Remove from PySide6 and shiboken6 whatever the window in `ui` doesn't use."""
    qt, binding = library / "PySide6", library / "shiboken6"
    modules = [qt / f"{module}.pyd" for module in sorted(modules_of(ui))]
    plugins = [qt / "plugins" / f"{plugin}.dll" for plugin in PLUGINS]
    if missing := [file.name for file in (*modules, *plugins) if not file.is_file()]:
        raise SystemExit(f"PySide6 brings no {', '.join(missing)}.")
    kept = {
        *_with_libraries([*modules, *plugins], qt),
        *_with_libraries([binding / "Shiboken.pyd", binding / "shiboken6.abi3.dll"], binding),
        *(qt / name for name in _PYTHON_FILES),
        *binding.glob("*.py"),
        qt / "translations" / _TRANSLATION,
    }
    for folder in (qt, binding):
        _remove_all_but(kept, folder)


def modules_of(ui: Path) -> set[str]:
    """The modules of Qt that the window imports, such as `QtCore`."""
    trees = (ast.parse(file.read_bytes()) for file in sorted(ui.rglob("*.py")))
    return {module for tree in trees for module in _imported(tree)}


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from _qt_modules(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from _qt_modules([node.module])


def _qt_modules(names: Iterable[str]) -> Iterator[str]:
    return (name.split(".")[1] for name in names if name.startswith("PySide6."))


def _with_libraries(roots: Iterable[Path], folder: Path) -> set[Path]:
    """The files, and every library of the folder that one of them needs."""
    beside = {file.name.lower(): file for file in folder.glob("*.dll")}
    found: set[Path] = set()
    waiting = list(roots)
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += [beside[name] for name in _needed(file) if name in beside]
    return found


def _needed(file: Path) -> list[str]:
    """The libraries that Windows loads with this one."""
    told = subprocess.check_output(
        ["x86_64-w64-mingw32-objdump", "--private-headers", str(file)], text=True
    )
    lines = (line.strip() for line in told.splitlines())
    return [line.split()[-1].lower() for line in lines if line.startswith("DLL Name:")]


def _remove_all_but(kept: set[Path], folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path not in kept:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
