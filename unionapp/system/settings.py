"""What the program remembers of the person's habits between two starts; no draft depends on it.

It is read at every start, so by the standard library alone: a larger reader costs more to load
than all the rest of the window's own code.
"""

import json
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from unionapp.errors import StoreError, reason_of
from unionapp.system.paths import data_folder, remove, usual_backup_folder, write_for_owner
from unionapp.system.reading import read_whole

FILE_NAME = "settings.json"
DAMAGED_NAME = "settings.damaged.json"

# Bytes that the settings may have; they have some hundreds.
_MOST_BYTES = 2**20

# How often a file is tried that is there and can't be had, and the seconds between.
_TRIES, _PAUSE = 4, 0.02


@dataclass(frozen=True, slots=True)
class Office:
    """Who the union is: the id of its kind, its name, and those it works under and beside."""

    kind: str = ""
    unit: str = ""
    superior: str = ""
    party: str = ""
    administration: str = ""


class Theme(StrEnum):
    """Whether letters are dark on light or light on dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


# How large texts may be, in percent of the usual size.
SIZES = (100, 110, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the window looks: the size of texts in percent, and whether guidance is folded away."""

    text_percent: int = 100
    theme: Theme = Theme.SYSTEM
    guides_folded: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered.

    The folder that papers were last written to, the window's size in pixels (0: unknown) and
    whether it took the whole screen instead, the preview's width in pixels (0: never chosen) and
    whether it is folded away, who the union is, whether the person was asked for that, how the
    window looks, the folder that backups go to (empty: the usual one), the base of the papers,
    and what they are written as, a `|` between two forms (empty: as usual).
    """

    export_folder: str = ""
    window_width: int = 0
    window_height: int = 0
    window_maximised: bool = False
    preview_width: int = 0
    preview_folded: bool = False
    office: Office = Office()
    asked_who: bool = False
    appearance: Appearance = Appearance()
    backup_folder: str = ""
    paper_base: str = ""
    paper_forms: str = ""


def load() -> Settings:
    """Return the settings of the data folder, or the defaults where they can't be read."""
    try:
        return _read(data_folder() / FILE_NAME)
    except OSError:
        return Settings()


def _read(file: Path) -> Settings:
    """The settings of a file; one that holds none is put aside. Raises `OSError`."""
    try:
        content = _patiently(lambda: read_whole(file, _MOST_BYTES))
    except FileNotFoundError:
        return Settings()
    try:
        return _taken(json.loads(content), Settings())
    except (ValueError, RecursionError):
        with suppress(OSError):
            file.replace(file.with_name(DAMAGED_NAME))
        return Settings()


_Done = TypeVar("_Done")


def _patiently(do: Callable[[], _Done]) -> _Done:
    """Do it, if need be again: on Windows, who reads a file and who replaces it may collide."""
    for _ in range(_TRIES - 1):
        try:
            return do()
        except FileNotFoundError:
            raise
        except OSError:
            time.sleep(_PAUSE)
    return do()


_Kept = TypeVar("_Kept", Settings, Office, Appearance)


def _taken(content: object, usual: _Kept) -> _Kept:
    """What was kept, part by part; raises `ValueError` if there are no parts.

    What is missing or can't be understood is as usual, and what only a newer program knows is
    passed over: one strange part is no reason to forget the others.
    """
    if not isinstance(content, dict):
        raise ValueError
    known = {field.name for field in fields(usual)} & content.keys()
    parts: dict[str, Any] = {name: _part(content[name], getattr(usual, name)) for name in known}
    return replace(usual, **parts)


def _part(found: object, usual: object) -> object:
    with suppress(ValueError):
        if isinstance(usual, Office):
            return _taken(found, usual)
        if isinstance(usual, Appearance):
            return _taken(found, usual)
        if isinstance(usual, Theme):
            return Theme(str(found))
    return found if type(found) is type(usual) else usual


def remember_folder(folder: Path) -> None:
    """Keep the folder that papers were written to; raises `StoreError`."""
    _keep(export_folder=str(folder))


def backup_folder() -> Path:
    """Return where backups go: the folder that the person chose, or the usual one."""
    chosen = load().backup_folder
    return Path(chosen) if chosen else usual_backup_folder()


def remember_backup_folder(folder: Path) -> None:
    """Keep the folder that backups go to; raises `StoreError`."""
    _keep(backup_folder=str(folder))


def remember_paper_base(file: Path | None) -> None:
    """Keep the office's own base that papers are set on, if any; raises `StoreError`."""
    _keep(paper_base="" if file is None else str(file))


def remember_forms(forms: Iterable[str]) -> None:
    """Keep what papers are written as; raises `StoreError`."""
    _keep(paper_forms="|".join(forms))


def remember_appearance(appearance: Appearance) -> None:
    """Keep how the window looks; raises `StoreError`."""
    _keep(appearance=appearance)


def remember_size(width: int, height: int, *, maximised: bool = False) -> None:
    """Keep the size of the window in pixels, and whether it took the whole screen instead.

    Raises `StoreError`.
    """
    _keep(window_width=width, window_height=height, window_maximised=maximised)


def remember_preview(width: int, *, folded: bool) -> None:
    """Keep the width of the preview in pixels, and whether it is folded; raises `StoreError`."""
    _keep(preview_width=width, preview_folded=folded)


def remember_office(office: Office) -> None:
    """Keep who the union is, for every new draft; raises `StoreError`."""
    _keep(office=office, asked_who=True)


def _keep(**parts: Any) -> None:
    """Keep some parts beside the others; raises `StoreError`.

    The others are read first, and what can't be read is not written over.
    """
    file = data_folder() / FILE_NAME
    try:
        _save(replace(_read(file), **parts), file)
    except OSError as error:
        raise StoreError(
            f"不能保存设置（{reason_of(error)}），请检查磁盘空间和权限；草稿不受影响。"
        ) from error


def _save(settings: Settings, file: Path) -> None:
    """Replace the settings file, which only its owner can read; raises `OSError`."""
    fresh = file.with_suffix(".new")
    write_for_owner(fresh, json.dumps(asdict(settings), indent=2).encode())
    try:
        _patiently(lambda: fresh.replace(file))
    except OSError:
        remove(fresh)
        raise
