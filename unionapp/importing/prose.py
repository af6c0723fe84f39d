"""The text of a paper that somebody else wrote: of a .docx or of a file of text."""

import errno
from collections.abc import Callable
from pathlib import Path

from unionapp.errors import ProseError, SheetError, reason_of
from unionapp.importing.letters import decoded
from unionapp.system import read_whole
from unionapp.system.worker import BrokenOffError, Reader, read_apart

# Bytes that a paper may have, with its pictures.
MOST_BYTES = 32 * 2**20
# Characters of text; a book has half as many.
MOST_CHARACTERS = 2_000_000

# What reads a paper in a process of its own.
PAPERS = Reader("unionapp.importing.prose", "prose_of", str)

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "请用 WPS 或 Word 打开它，另存为 .docx 再试。"


def read_prose(path: Path, tick: Callable[[], object] = lambda: None) -> str:
    r"""Read the text of a .docx or .txt file, in a process of its own.

    Lines end in `\n`, cells of a table are parted by tabs. Of a .docx it is what a reader sees
    once all changes are accepted: headers, the body with tables and text boxes where they stand,
    notes, footers.

    Args:
        path: A .docx; whatever is no Word document is read as text, whose letters are told.
        tick: Called many times a second; what it raises stops the reading.

    Raises:
        ProseError: it cannot be read; one sentence says why and what to do.
    """
    try:
        return read_apart(PAPERS, read_whole(path, MOST_BYTES), path.name, tick)
    except OSError as error:
        raise _withheld(path.name, error) from error
    except BrokenOffError as error:
        raise ProseError(
            f"文件“{path.name}”没有读出来：{error.reason.value}；请把正文复制到一个新文件里再试。"
        ) from error


def prose_of(content: bytes, name: str) -> str:
    """Return the text of a file's content, which is looked at right here; raises `ProseError`."""
    text = _of_word(content, name) if content.startswith(_ZIP) else _of_text(content, name)
    if len(text) > MOST_CHARACTERS:
        raise _too_large(name)
    return text


def _of_word(content: bytes, name: str) -> str:
    from unionapp.importing.docx_text import text_of_document

    try:
        return text_of_document(content, name, MOST_CHARACTERS)
    except SheetError as error:
        raise _damaged(name) from error


def _of_text(content: bytes, name: str) -> str:
    if content.startswith(_OLE):
        what = "设了打开密码" if _ENCRYPTED in content else "是老的 .doc 格式"
        raise ProseError(f"文件“{name}”{what}，这里读不了；{_SAVE_AS}")
    if Path(name).suffix.lower() in {".docx", ".docm"}:
        raise _damaged(name)
    found = decoded(content)
    if found is None:
        raise ProseError(
            f"认不出文件“{name}”的文字编码，或者它不是文字；"
            "请另存为 UTF-8 编码的 .txt 或者 .docx 再试。"
        )
    return found[0].replace("\r\n", "\n").replace("\r", "\n")


def _damaged(name: str) -> ProseError:
    return ProseError(f"文件“{name}”不是完好的 Word 文档，读不出文字；{_SAVE_AS}")


def _too_large(name: str) -> ProseError:
    return ProseError(f"文件“{name}”太大，没有读取；请把要读的部分复制到一个新文件里再试。")


def _withheld(name: str, error: OSError) -> ProseError:
    if error.errno == errno.EFBIG:
        return _too_large(name)
    return ProseError(
        f"打不开文件“{name}”（{reason_of(error)}），请检查文件是否还在、能不能读取，"
        "或者是不是正在 Word 中开着。"
    )
