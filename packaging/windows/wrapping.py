"""The program's folder as a zip and as an installer, the same bytes every time."""

import os
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from launchers import COPYRIGHT, PUBLISHER, put_icons, version_numbers

HERE = Path(__file__).parent
# In letters that every program for zips takes the same way.
_TOP = "unionapp"

# The system that a zip says it was made on; with this one no file modes are kept.
_ON_DOS = 0


def date_all(folder: Path, moment: datetime) -> None:
    """Give every file one date."""
    for path in folder.rglob("*"):
        os.utime(path, (moment.timestamp(), moment.timestamp()))


def zipped(folder: Path, target: Path, moment: datetime) -> Path:
    """Pack the folder so that it can be unpacked anywhere and run."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in files_of(folder):
            name = f"{_TOP}/{file.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _ON_DOS
            packed.writestr(entry, file.read_bytes())
    return target


def installer(checkout: Path, folder: Path, target: Path, version: str, moment: datetime) -> Path:
    """Wrap the folder into an installer for one user."""
    work = checkout.parent / "installer"
    work.mkdir(exist_ok=True)
    put_icons(checkout, work)
    date_all(work, moment)
    (work / "files.nsh").write_text("".join(_commands(folder)), encoding="utf-8")
    size = sum(file.stat().st_size for file in files_of(folder)) // 1024
    words = {
        "VERSION": version,
        "NUMBERS": version_numbers(version).replace(",", "."),
        "PUBLISHER": PUBLISHER,
        "COPYRIGHT": COPYRIGHT,
        "TREE": folder,
        "WORK": work,
        "OUTPUT": target,
        "KILOBYTES": size,
    }
    stated = [f"-D{key}={word}" for key, word in words.items()]
    subprocess.run(
        ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *stated, str(HERE / "installer.nsi")],
        check=True,
    )
    return target


def files_of(folder: Path) -> list[Path]:
    """The files of a folder and its folders, always in one order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _commands(folder: Path) -> Iterator[str]:
    """What the installer unpacks beside the program that may still be there."""
    place = None
    for file in files_of(folder / "runtime"):
        inside = file.parent.relative_to(folder / "runtime")
        if inside != place:
            place = inside
            windows_path = "\\".join(("$INSTDIR", "runtime.new", *inside.parts))
            yield f'SetOutPath "{windows_path}"\n'
        yield f'File "{file}"\n'
