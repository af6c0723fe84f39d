"""Look into a Word file of somebody else's before any program reads it.

A small file can unpack to gigabytes, and one that declares entities can lose text in silence, so
the directory of the archive and the raw parts are judged first. Each refusal is one sentence.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from unionapp.errors import WritingError

_MEGABYTE = 1024 * 1024
_PART, _MARKUP, _WHOLE = 30 * _MEGABYTE, 8 * _MEGABYTE, 100 * _MEGABYTE

# A part below `_SMALL` may be pressed as tightly as it likes.
_PARTS, _RATIO, _SMALL = 2000, 200, 256 * 1024

# Tags in all parts together; a paper of a hundred pages with its tables has some 200,000.
_TAGS = 600_000

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_WORD = b"wordprocessingml.document.main+xml"
_MACROS = re.compile(rb"vbaProject|macroEnabled", re.IGNORECASE)
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_REVISION = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\s")

_SWELLS = "它展开后太大，请只留信头和样式后再试。"
_RESAVE = "请在 Word 或 WPS 中打开它，另存为 docx 后再试。"


def refuse_unless_safe(content: bytes) -> None:
    """Refuse what is no sound, plain Word document.

    Raises:
        WritingError: It is damaged, swells, is of another kind, or holds macros or open revisions.
    """
    if content.startswith(_OLD_OR_LOCKED):
        raise _refusal(f"它是旧格式或加了密码的文件，{_RESAVE}")
    if not content.startswith(b"PK"):
        raise _refusal(f"它不是 Word 文稿（docx），{_RESAVE}")
    try:
        with ZipFile(BytesIO(content)) as archive:
            _refuse_directory(archive.infolist())
            _refuse_parts(dict(_markup(archive)))
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError) as error:
        raise _refusal(f"它已损坏，读不出来，{_RESAVE}") from error


def _refusal(reason: str) -> WritingError:
    return WritingError(f"本单位的版式文件用不了：{reason}")


def _refuse_directory(parts: list[ZipInfo]) -> None:
    """What the directory alone gives away."""
    names = [part.filename for part in parts]
    if len(names) > _PARTS or sum(part.file_size for part in parts) > _WHOLE:
        raise _refusal(_SWELLS)
    if any(map(_is_bomb, parts)):
        raise _refusal(_SWELLS)
    if len(set(names)) < len(names) or any(map(_leads_out, names)):
        raise _refusal(f"它的内部结构不对，{_RESAVE}")
    if any(part.flag_bits & 1 for part in parts):
        raise _refusal("它加了密码，请去掉密码后再试。")


def _is_bomb(part: ZipInfo) -> bool:
    limit = _MARKUP if _is_markup(part.filename) else _PART
    pressed = part.file_size > _SMALL and part.file_size > _RATIO * part.compress_size
    return part.file_size > limit or pressed


def _is_markup(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name)


def _markup(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    """The parts in XML, without the zeros that UTF-16 puts between letters."""
    for part in archive.infolist():
        content = archive.read(part)
        if _is_markup(part.filename):
            yield part.filename, content.replace(b"\0", b"")


def _refuse_parts(parts: dict[str, bytes]) -> None:
    """What the raw parts give away."""
    types = parts.get("[Content_Types].xml", b"")
    if _MACROS.search(types):
        raise _refusal("它含有宏，请另存为不含宏的 docx 后再试。")
    if _WORD not in types:
        raise _refusal(f"它不是 Word 文稿（docx），{_RESAVE}")
    if sum(content.count(b"<") for content in parts.values()) > _TAGS:
        raise _refusal(_SWELLS)
    if _any(parts, _DECLARES.search):
        raise _refusal(f"它含有办公软件不会写的内容，{_RESAVE}")
    if "word/comments.xml" in parts or _any(parts, _REVISION.search):
        raise _refusal("它还有批注或没有接受的修订，请接受修订、删去批注后再试。")


def _any(parts: dict[str, bytes], found: Callable[[bytes], object]) -> bool:
    return any(map(found, parts.values()))
