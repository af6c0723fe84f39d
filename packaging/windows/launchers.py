"""The two executables: small programs of our own, with an icon and a version."""

import os
import re
import struct
import subprocess
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
PUBLISHER = "工会年度总结"
COPYRIGHT = "(c) 2026 工会年度总结的作者，按木兰宽松许可证第2版发布"

# Pixels of the picture that the installer asks for.
_SIDE = (164, 314)

_GROUND = "#f6eeec"
_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
_DESCRIPTIONS = {"unionapp": "工会年度总结", "unionapp-cli": "工会年度总结（命令行）"}
_COMPILER = "x86_64-w64-mingw32-gcc"
_RESOURCES = "x86_64-w64-mingw32-windres"
_FLAGS = ("-municode", "-O2", "-s", "-Wall", "-Wextra", "-Werror", "-Wl,--no-insert-timestamp",
          "-Wl,--dynamicbase", "-Wl,--nxcompat", "-Wl,--high-entropy-va", "-static")  # fmt: skip


def build(checkout: Path, folder: Path, version: str) -> None:
    """Build `unionapp.exe` without a console and `unionapp-cli.exe` with one."""
    work = checkout.parent / "launchers"
    work.mkdir(exist_ok=True)
    put_icons(checkout, work)
    for name, description in _DESCRIPTIONS.items():
        resources = _resources(work, name, description, version)
        kind = ("-mwindows", "-DWINDOW") if name == "unionapp" else ("-mconsole",)
        source = [str(HERE / "launcher.c"), str(resources)]
        subprocess.run(
            [_COMPILER, *kind, *_FLAGS, *source, "-o", str(folder / f"{name}.exe")],
            check=True,
        )


def put_icons(checkout: Path, folder: Path) -> None:
    """Draw the icons of the program and of its files, and the picture of the installer."""
    drawings = {
        "unionapp.ico": checkout / "resources" / "icons" / "unionapp.svg",
        "draft.ico": HERE.parent / "icons" / "application-x-ghzj.svg",
    }
    for name, drawing in drawings.items():
        (folder / name).write_bytes(icon(drawing))
    (folder / "side.bmp").write_bytes(side_picture(drawings["unionapp.ico"]))


def side_picture(drawing: Path) -> bytes:
    """What stands beside the first and the last page of the installer: the icon on its ground."""
    image = QImage(*_SIDE, QImage.Format.Format_RGB888)
    image.fill(QColor(_GROUND))
    painter = QPainter(image)
    margin = _SIDE[0] // 5
    QSvgRenderer(str(drawing)).render(
        painter, QRectF(margin, margin, _SIDE[0] - 2 * margin, _SIDE[0] - 2 * margin)
    )
    painter.end()
    return _content(image, "BMP")


def icon(drawing: Path) -> bytes:
    """A drawing as a Windows icon in all the sizes that Windows asks for."""
    pictures = [_png(drawing, size) for size in _SIZES]
    offset = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(_SIZES, pictures, strict=True):
        side = size % 256  # 256 is written as 0
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return directory + b"".join(pictures)


def _png(drawing: Path, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return _content(image, "PNG")


def _content(image: QImage, format_: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, format_)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def version_numbers(version: str) -> str:
    """The four numbers that Windows compares, such as `0,1,0,0`."""
    numbers = re.findall(r"\d+", version)[:4]
    return ",".join((numbers + ["0"] * 4)[:4])


def _resources(work: Path, name: str, description: str, version: str) -> Path:
    compiled = work / f"{name}.res.o"
    words = {
        "VERSION": version,
        "PUBLISHER": PUBLISHER,
        "COPYRIGHT": COPYRIGHT,
        "DESCRIPTION": description,
        "FILE_NAME": name,
    }
    stated = "".join(f'#define {key} "{word}"\n' for key, word in words.items())
    script = work / f"{name}.rc"
    template = (HERE / "launcher.rc").read_text(encoding="utf-8")
    numbers = f"#define VERSION_NUMBERS {version_numbers(version)}\n"
    script.write_text(stated + numbers + template, encoding="utf-8")
    subprocess.run(
        [_RESOURCES, "--codepage=65001", f"--include-dir={HERE}", script.name, str(compiled)],
        check=True,
        cwd=work,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )
    return compiled
