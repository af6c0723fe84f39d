"""Where the program keeps its files: the user's own data folder, closed to others."""

import os
from contextlib import suppress
from pathlib import Path

from unionapp.errors import StoreError, reason_of

# The environment variable that puts the data folder elsewhere.
HOME_VARIABLE = "UNIONAPP_HOME"

# What the folder of the backups is called, and with what their names begin.
BACKUPS_NAME = "工会年度总结备份"

# Environment variables of Windows that name folders which are copied to the Internet.
_SENT_AWAY = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def data_folder() -> Path:
    """Return the folder of the drafts, which is made if need be; raises `StoreError`."""
    folder = _chosen_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"不能建立存放草稿的文件夹“{folder}”（{reason_of(error)}），请检查磁盘和权限后再打开。"
        ) from error
    return folder


def _chosen_folder() -> Path:
    if chosen := os.environ.get(HOME_VARIABLE):
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path("unionapp", appauthor=False)


def usual_backup_folder() -> Path:
    """Return where backups go while nobody has chosen: in sight, among the person's own documents.

    The documents themselves are passed over where they are missing, or where the system copies
    them to the Internet: drafts name people in hardship. A data folder that was put elsewhere has
    its backups beside it.
    """
    if os.environ.get(HOME_VARIABLE):
        home = _chosen_folder().absolute()
        return home.parent / f"{home.name}-{BACKUPS_NAME}"
    import platformdirs

    documents = platformdirs.user_documents_path()
    fit = is_folder(documents) and not _is_sent_away(documents)
    return (documents if fit else Path.home()) / BACKUPS_NAME


def _is_sent_away(folder: Path) -> bool:
    places = (os.environ.get(name) for name in _SENT_AWAY)
    return any(folder.is_relative_to(place) for place in places if place)


def is_there(path: Path) -> bool:
    """Return whether there is such a file or folder; one that can't even be looked for is not.

    Other than those of `Path`, this and the next raise nothing for a name that is too long or a
    folder that may not be entered.
    """
    return os.path.exists(path)  # noqa: PTH110


def is_folder(path: Path) -> bool:
    """Return whether there is such a folder; one that can't even be looked for is not."""
    return os.path.isdir(path)  # noqa: PTH112


def write_for_owner(file: Path, content: bytes) -> None:
    """Write a file anew that only its owner may read, through to the disk; raises `OSError`.

    Where that fails there is no such file any more.
    """
    file.unlink(missing_ok=True)  # left by a crash, perhaps open to others
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(opened, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        remove(file)
        raise


def remove(file: Path) -> None:
    """Take away a file of ours that is no longer needed; what can't be is no misfortune."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def settle_names(folder: Path) -> None:
    """Have the names in a folder on the disk too, where the system can do that for a folder."""
    with suppress(OSError):
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)
