"""The text of a paper that somebody else wrote: of a .docx or of a file of text."""

import errno
import re
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

# How the name of another kind of file ends; what follows the point of a number is no such end.
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}$")
_TEXT = frozenset({"", ".txt", ".text"})
# How pages of the web, data, PDF and RTF begin, whatever they are called.
_OTHERS = ("<?xml", "<!doctype", "<html", "%pdf-", "{\\rtf")
# Letters by which a file is judged whose name does not say what it is, and their share of Chinese.
_JUDGED, _LEAST_SHARE = 4000, 0.3
_LETTER = re.compile(r"[^\W\d_]")
_CHINESE = re.compile("[\u3400-\u9fff]")


def read_prose(path: Path, tick: Callable[[], object] = lambda: None) -> str:
    r"""Read the text of a .docx or .txt file, in a process of its own.

    Lines end in `\n`, cells of a table are parted by tabs. Of a .docx it is what a reader sees
    once all changes are accepted: headers, the body with tables and text boxes where they stand,
    notes, footers.

    Args:
        path: A .docx, or a .txt, whose letters are told; what has no suffix is read if most of
            it is Chinese.
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
    suffix = _suffix(name)
    if suffix in {".docx", ".docm"}:
        raise _damaged(name)
    if suffix not in _TEXT:
        raise _no_paper(name)
    found = decoded(content)
    if found is None:
        raise ProseError(
            f"认不出文件“{name}”的文字编码，或者它不是文字；"
            "请另存为 UTF-8 编码的 .txt 或者 .docx 再试。"
        )
    text = found[0].replace("\r\n", "\n").replace("\r", "\n")
    begins = text[:_JUDGED].lstrip().lower()
    if begins.startswith(_OTHERS) or not (suffix or _is_chinese(begins)):
        raise _no_paper(name)
    return text


def _suffix(name: str) -> str:
    found = _SUFFIX.search(name.lower())
    return found[0] if found else ""


def _is_chinese(words: str) -> bool:
    """Whether words are Chinese prose; nothing but blanks is as good as any."""
    letters = len(_LETTER.findall(words))
    return len(_CHINESE.findall(words)) >= letters * _LEAST_SHARE


def _no_paper(name: str) -> ProseError:
    return ProseError(f"文件“{name}”不是文稿，没有读取；请选 .docx 或 .txt 文件。")


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
