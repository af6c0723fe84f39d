"""What tells that there were drafts in a folder where none are now."""

from unionapp.storage.backup import backups
from unionapp.storage.sqlite import FILE_NAME
from unionapp.system import data_folder, is_there, settings


def sentence_on_missing_drafts() -> str:
    """Return what is known of drafts whose file is missing or empty; nothing at a first start.

    Raises `StoreError` where the data folder can't be had.
    """
    file = data_folder() / FILE_NAME
    if backups.has_mark() or settings.load().asked_who:
        state = "是空的" if is_there(file) else "不见了"
        return f"草稿文件“{file}”{state}，可能被清理或同步软件动过；现在从空的开始。"
    if backups.found():
        return f"这里还没有草稿文件（“{file}”），但是备份文件夹里有以前的备份。"
    return ""
