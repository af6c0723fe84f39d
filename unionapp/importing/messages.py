"""The sentences for a file that cannot be read."""

import errno

from unionapp.errors import SheetError, reason_of
from unionapp.system.worker import BrokenOffError

_SAVE_AS = "请用 Excel 或 WPS 打开它，另存为 .xlsx 再导入。"


def damaged(name: str) -> SheetError:
    """Return the error for a file whose content is not what its kind promises."""
    return SheetError(f"文件“{name}”已经损坏或没有存完整，读不出表格；{_SAVE_AS}")


def too_large(name: str) -> SheetError:
    """Return the error for a file that would take more reading than any table is worth."""
    return SheetError(
        f"文件“{name}”太大，没有读取；请把需要的行和列复制到一个新的表格文件里再导入。"
    )


def broken_off(name: str, error: BrokenOffError) -> SheetError:
    """Return the error for a file whose reading came to no end, and why."""
    why = error.why("请把需要的行和列复制到一个新的表格文件里再导入")
    return SheetError(f"文件“{name}”没有导入：{why}。")


def suspicious(name: str) -> SheetError:
    """Return the error for a file that is built as no office program builds one."""
    return SheetError(f"文件“{name}”的内部结构不正常，没有读取；{_SAVE_AS}")


def locked(name: str) -> SheetError:
    """Return the error for a file with a password."""
    return SheetError(f"文件“{name}”设了打开密码，读不了；请在 Excel 或 WPS 中去掉密码再导入。")


def old_format(name: str, suffix: str) -> SheetError:
    """Return the error for a table in a format that is not read here."""
    return SheetError(f"文件“{name}”是 {suffix} 格式，这里读不了；{_SAVE_AS}")


def no_workbook(name: str) -> SheetError:
    """Return the error for a file that holds no tables."""
    return SheetError(f"文件“{name}”不是表格文件；请选 .xlsx、.xlsm 或 .csv 文件。")


def empty(name: str) -> SheetError:
    """Return the error for a file without any text in it."""
    return SheetError(f"文件“{name}”里没有内容；请核对选的是不是填好的那一份。")


def withheld(name: str, error: OSError) -> SheetError:
    """Return the error for a file that the system refuses, as Windows while Excel has it open."""
    if error.errno == errno.EFBIG:
        return too_large(name)
    if isinstance(error, PermissionError):
        return SheetError(
            f"文件“{name}”打不开：它可能正在 Excel 或 WPS 中开着，或者没有读取的权限；"
            "请先关闭它再导入。"
        )
    return SheetError(f"打不开文件“{name}”（{reason_of(error)}），请检查文件是否还在、能不能读取。")


def web_page(name: str) -> SheetError:
    """Return the error for a web page that was given the name of a workbook."""
    return SheetError(f"文件“{name}”其实是网页格式的表格；{_SAVE_AS}")


def lock_file(name: str) -> SheetError:
    """Return the error for what Excel lays beside a file while it is open."""
    return SheetError(f"“{name}”是 Excel 打开文件时的临时文件；请选名称前面没有“~$”的那一个。")
