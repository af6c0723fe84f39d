"""The machine: its folders, settings and log, reading what others made, writing all or none.

`worker`, in which the files of others are parsed, is entered by itself: no start needs it.
"""

from unionapp.system import log, settings
from unionapp.system.beside import Kept
from unionapp.system.bundled import bundled, names_bundled
from unionapp.system.files import NO_SPACE, FileContent, obstacle_to_writing, put, put_all
from unionapp.system.fingerprint import Fingerprint, Standing, look_at
from unionapp.system.paths import (
    BACKUPS_NAME,
    HOME_VARIABLE,
    data_folder,
    is_folder,
    is_there,
    settle_names,
    usual_backup_folder,
    write_for_owner,
)
from unionapp.system.reading import DEVICE_NAME, pieces_of, read_whole
from unionapp.system.settings import SIZES, Appearance, Office, Theme

__all__ = [
    "BACKUPS_NAME",
    "DEVICE_NAME",
    "HOME_VARIABLE",
    "NO_SPACE",
    "SIZES",
    "Appearance",
    "FileContent",
    "Fingerprint",
    "Kept",
    "Office",
    "Standing",
    "Theme",
    "bundled",
    "data_folder",
    "is_folder",
    "is_there",
    "log",
    "look_at",
    "names_bundled",
    "obstacle_to_writing",
    "pieces_of",
    "put",
    "put_all",
    "read_whole",
    "settings",
    "settle_names",
    "usual_backup_folder",
    "write_for_owner",
]
