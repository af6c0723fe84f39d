"""What can go wrong, as one small tree.

Every error carries one sentence in Chinese for the person at the window: what, where, why and
the way out. The window and the command line each show it at one door.

    UnionAppError
    ├── TemplateError     a template file that cannot be used
    ├── AnswersError      an answers file that cannot be used
    ├── UnreadableError   something typed that is not a value of its kind
    ├── SheetError        a file with tables that cannot be read
    ├── StoreError        drafts that cannot be read or saved
    │   ├── BusyStoreError      because another program holds their file at the moment
    │   ├── NewerEditsError     because another window was faster; its edits are read in now
    │   └── DamagedStoreError   because their file itself is damaged
    └── WritingError      papers that cannot be written
"""

import errno


class UnionAppError(Exception):
    """The root of all our errors; `str()` of it is the sentence for the user."""


class TemplateError(UnionAppError):
    """A template names its file, the key at fault and the reason."""


class AnswersError(UnionAppError):
    """An answers file names its file, the place at fault and the reason."""


class UnreadableError(UnionAppError):
    """Something typed cannot be read as a value of its kind; the sentence says why."""


class SheetError(UnionAppError):
    """A file with tables cannot be read; the sentence calls it by its name."""


class ProseError(UnionAppError):
    """A paper of somebody else cannot be read as text; the sentence calls it by its name."""


class StoreError(UnionAppError):
    """The store of drafts cannot do what was asked; nothing was half saved."""


class BusyStoreError(StoreError):
    """Another program holds the file of the drafts: the same will be done a moment later."""


class NewerEditsError(StoreError):
    """What was asked goes by how the draft stood before another window changed it.

    What the other window did is read in by now, so that one can look at it and ask again.
    """


class DamagedStoreError(StoreError):
    """The file of the drafts is damaged: no second try and no other right will open it."""


class WritingError(UnionAppError):
    """A paper cannot be written; the file that was there before is untouched."""


_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EEXIST: "已经有同名的文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "它是一个文件夹",
    errno.EIO: "磁盘读写出错",
    errno.ENODEV: "它是设备或管道，不是普通的文件",
    errno.ENXIO: "它是设备或管道，不是普通的文件",
    errno.EFBIG: "文件太大了",
    errno.ELOOP: "它是一个转来转去没有终点的链接",
    **dict.fromkeys(
        (errno.ETIMEDOUT, errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN, errno.EHOSTUNREACH),
        "网络位置没有回应",
    ),
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "磁盘空间不足",
    errno.ENAMETOOLONG: "名称太长",
    errno.EAGAIN: "正被另一个程序占用",
    errno.EINVAL: "路径或名称不合系统的规定",
}


def reason_of(error: OSError) -> str:
    """Return why the system refused, in a few Chinese words."""
    return _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")
