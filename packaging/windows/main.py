"""Build the Windows installer and the zip on Linux: `make windows`.

What is built is the last commit, not the working tree, and nothing depends on the clock or on
the order of a folder, so that two builds of one commit give the same bytes.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import compiled
import launchers
import materials
import sources
import wrapping
from layout import Tree

HOUSE = Path(__file__).parents[2]
BUILD = HOUSE / "build" / "windows"
DIST = HOUSE / "dist"

# Programs that are called, and the Debian packages that bring them.
TOOLS = {
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
}


def main() -> None:
    """Build everything into `dist/`; a version given as argument stands in for the project's."""
    _refuse_unless_ready()
    checkout = _checkout()
    version = sys.argv[1] if len(sys.argv) > 1 else _version(checkout)
    tree = Tree(BUILD / "tree")
    shutil.rmtree(tree.root, ignore_errors=True)
    parts = sources.unpack(BUILD / "downloads", tree, checkout)
    compiled.compile_all(tree.library)
    materials.put_version(tree.library, version)
    launchers.build(checkout, tree.root, version)
    materials.put_licences(tree, parts)
    moment = _moment()
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))  # what other tools heed
    wrapping.date_all(tree.root, moment)
    name = f"unionapp-{version}-windows-x64"
    DIST.mkdir(exist_ok=True)
    made = [
        wrapping.zipped(tree.root, DIST / f"{name}.zip", moment),
        wrapping.installer(checkout, tree.root, DIST / f"{name}.exe", version, moment),
        materials.bill(parts, DIST / f"{name}.cdx.json", version),
    ]
    materials.sums(DIST)
    for file in [tree.root, *made]:
        print(f"{_size(file) / 1e6:7.1f} MB  {file.relative_to(HOUSE)}")


def _refuse_unless_ready() -> None:
    if sys.version_info[:2] != (3, 11):
        sys.exit("Python 3.11 is needed: the program is compiled for the Python it ships with.")
    if os.environ.get("PYTHONHASHSEED") != "0":
        sys.exit("Call it by `make windows`: PYTHONHASHSEED=0 keeps the compiled files the same.")
    if missing := [package for tool, package in TOOLS.items() if not shutil.which(tool)]:
        sys.exit(f"Please install: apt-get install --no-install-recommends {' '.join(missing)}")


def _checkout() -> Path:
    """The files of the last commit."""
    folder = BUILD / "checkout"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    archive = BUILD / "checkout.tar"
    _git("archive", "--format=tar", f"--output={archive}", "HEAD")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    if _git("status", "--porcelain", "--", "unionapp", "ui", "resources", "packaging"):
        print("Changes that are not committed are left out.")
    return folder


def _version(checkout: Path) -> str:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    version: str = project["project"]["version"]
    return version


def _moment() -> datetime:
    """When the commit was made: the date of every file that is shipped."""
    return datetime.fromtimestamp(int(_git("log", "-1", "--format=%ct")), UTC)


def _git(*arguments: str) -> str:
    return subprocess.check_output(["git", *arguments], cwd=HOUSE, text=True).strip()


def _size(path: Path) -> int:
    if path.is_dir():
        return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    return path.stat().st_size


if __name__ == "__main__":
    main()
