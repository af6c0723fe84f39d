"""Where the program keeps its files: the user's own data folder, closed to others."""

import os
from pathlib import Path

from unionapp.errors import StoreError, reason_of

HOME_VARIABLE = "UNIONAPP_HOME"
"""The environment variable that puts the data folder elsewhere."""


def data_folder() -> Path:
    """The folder of the drafts, made if it is not there; raises `StoreError` if it can't be."""
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
