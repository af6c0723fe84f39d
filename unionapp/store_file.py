"""The file of the drafts: opening it, and why that or anything else in it fails."""

import os
import sqlite3
from pathlib import Path

from unionapp.errors import reason_of

_PATIENCE = 1.0
"""Seconds to wait while another program writes to the file; the window stands still meanwhile."""

_REASONS = {
    sqlite3.SQLITE_BUSY: "文件正被另一个程序占用，请关闭那个程序后再试",
    sqlite3.SQLITE_LOCKED: "文件正被另一个程序占用，请关闭那个程序后再试",
    sqlite3.SQLITE_PERM: "没有权限，请检查文件夹的权限",
    sqlite3.SQLITE_READONLY: "文件是只读的，请检查磁盘和权限",
    sqlite3.SQLITE_IOERR: "磁盘读写出错，请检查磁盘",
    sqlite3.SQLITE_FULL: "磁盘空间不足，请清理磁盘后再试",
    sqlite3.SQLITE_CANTOPEN: "文件打不开，请检查文件夹的权限",
    sqlite3.SQLITE_CORRUPT: "文件已损坏，请用备份恢复",
    sqlite3.SQLITE_NOTADB: "它不是草稿文件，或者已经损坏",
}
"""By SQLite's primary result code: why, and the way out."""


def reason_of_failure(error: sqlite3.Error | OSError) -> str:
    """Why the file could not be used, and the way out, in Chinese."""
    if isinstance(error, OSError):
        return f"{reason_of(error)}，请检查磁盘和权限"
    code = getattr(error, "sqlite_errorcode", None)  # absent when Python itself refused
    return _REASONS.get(code & 0xFF if code else 0, f"草稿文件出错（{code}），请重新打开程序")


def connect(file: Path) -> sqlite3.Connection:
    """A connection that commits each statement, in a file that only its owner can read."""
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(file, isolation_level=None, timeout=_PATIENCE)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # a deleted draft leaves nothing in the file
    return connection
