"""What is inside: the licences that are shipped, the bill of materials, the check sums."""

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from bill_of_materials import LICENCES, Component, write
from layout import Tree
from sources import Part

# Where Debian keeps the texts that Qt's own packages name without bringing them.
_COMMON_LICENCES = Path("/usr/share/common-licenses")

_SUMS = "SHA256SUMS"
# Where a part comes from that is no package of Python.
_SOURCES = {"cpython": "pkg:generic/cpython"}

_QT = "PySide6_Essentials"
_QT_TEXTS = ("LGPL-3", "GPL-3")
_NOTICE = Path(__file__).parent / "notice.txt"
_OWN_LICENCE = Path(__file__).parents[2] / "LICENSE"


def put_licences(tree: Tree, parts: Iterable[Part]) -> None:
    """Put the licences of the program and of all parts into the program's folder."""
    tree.licences.mkdir()
    shutil.copy(_NOTICE, tree.licences / "notice.txt")
    shutil.copy(_OWN_LICENCE, tree.licences / "unionapp LICENSE.txt")
    for name in _QT_TEXTS:
        shutil.copy(_COMMON_LICENCES / name, tree.licences / f"{name}.txt")
    for part in parts:
        for name, text in part.licence_texts:
            (tree.licences / f"{part.name} {Path(name).stem}.txt").write_bytes(text)


def put_version(library: Path, version: str) -> None:
    """Write what the program reads its own version from."""
    folder = library / f"unionapp-{version}.dist-info"
    folder.mkdir()
    text = f"Metadata-Version: 2.1\nName: unionapp\nVersion: {version}\n"
    (folder / "METADATA").write_text(text, encoding="utf-8")


def bill(parts: Iterable[Part], target: Path, version: str) -> Path:
    """Write the bill of materials: each part, its version, its licence and its source."""
    found = [_component(part) for part in parts]
    write([*found, *(_qt(each.version) for each in found if each.name == _QT)], version, target)
    return target


def _qt(version: str) -> Component:
    """What the wheel of PySide6 brings besides itself."""
    return Component(
        "Qt", version, LICENCES[_QT.lower().replace("_", "-")], f"pkg:generic/qt@{version}"
    )


def _component(part: Part) -> Component:
    name = part.name.lower().replace("_", "-")
    source = f"{_SOURCES.get(name, 'pkg:pypi/' + name)}@{part.version}?checksum=sha256:"
    return Component(
        part.name, part.version, LICENCES.get(name, part.licence), source + _digest(part.file)
    )


def sums(folder: Path) -> None:
    """Write the check sums of all that was built, as `sha256sum --check` reads them."""
    files = sorted(folder.glob("unionapp*"))
    lines = [f"{_digest(file)}  {file.name}\n" for file in files]
    (folder / _SUMS).write_text("".join(lines), encoding="utf-8")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
