"""What a reader sees of a Word document, as text: ECMA-376, part 1, 17, its parts piece by piece.

Changes that are tracked are taken as accepted, and hidden text is none. A text box stands behind
the paragraph to which it is fixed; a note is called by a number in brackets, and follows the body
under the same number.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from unionapp.errors import ProseError
from unionapp.importing.archive import Archive, Quiet, TooMuchError

_USUAL = "word/document.xml"
_AROUND = re.compile(r"(?P<kind>header|footer)[0-9]{0,4}\.xml")
# What is not shown: other ways to draw the same, what was deleted, codes of fields, readings.
_UNSEEN = frozenset({"Fallback", "del", "moveFrom", "delText", "instrText", "rt", "pPrChange"})
_CALLED = re.compile(r"^(\[[0-9]{1,6}\]) ?")
_UNSEEN_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_NOT = frozenset({"0", "false", "off"})
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}


def text_of_document(content: bytes, name: str, most: int) -> str:
    """Return the text of a .docx of at most about so many characters.

    Raises:
        SheetError: its archive is damaged or built as no office program builds one.
        ProseError: it is no Word document, or has more text.
    """
    archive = Archive(content, name)
    main = _main_part(archive)
    folder = posixpath.dirname(main)
    around = sorted(part for part in archive.parts if posixpath.dirname(part) == folder)
    body = _Words(most)
    try:
        archive.feed(main, body)
        before = _of_parts(archive, around, "header", most)
        behind = [*_notes(archive, folder, body, most), *_of_parts(archive, around, "footer", most)]
    except TooMuchError as error:
        raise ProseError(
            f"文件“{name}”太大，没有读取；请把要读的部分复制到一个新文件里再试。"
        ) from error
    return "\n".join([*before, *body.lines, *behind])


def _main_part(archive: Archive) -> str:
    targets = _Target()
    if "_rels/.rels" in archive:
        archive.feed("_rels/.rels", targets)
    part = posixpath.normpath(targets.found.lstrip("/") or _USUAL)
    if part not in archive or not part.lower().endswith(".xml"):
        raise ProseError(f"文件“{archive.name}”不是 Word 文档；请选 .docx 或 .txt 文件。")
    return part.lower()


def _of_parts(archive: Archive, parts: list[str], kind: str, most: int) -> list[str]:
    """The lines of headers or footers, each once, although first and other pages repeat them."""
    lines: dict[str, None] = {}
    for part in parts:
        found = _AROUND.fullmatch(posixpath.basename(part))
        if found and found["kind"] == kind:
            words = _Words(most)
            archive.feed(part, words)
            lines |= dict.fromkeys(line for line in words.lines if line.strip())
    return list(lines)


def _notes(archive: Archive, folder: str, body: "_Words", most: int) -> Iterator[str]:
    for kind in ("footnote", "endnote"):
        part = posixpath.join(folder, f"{kind}s.xml")
        called = {id_: place for (of, id_), place in body.notes.items() if of == kind}
        if called and part in archive:
            words = _Words(most, notes=called)
            archive.feed(part, words)
            yield from (_CALLED.sub(r"\1 ", line) for line in words.lines)


class _Target(Quiet):
    """Which part is the document."""

    def __init__(self) -> None:
        self.found = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            self.found = attributes.get("Target", "")


@dataclass(slots=True)
class _Story:
    """Text that runs by itself: of the body, of a cell or of a text box."""

    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    # Lines of text boxes that are fixed to the paragraph.
    boxes: list[str] = field(default_factory=list)
    in_paragraph: bool = False
    goes_on: bool = False

    def end_paragraph(self) -> None:
        if not self.goes_on:
            self.lines += "".join(self.words).split("\n")
            self.words.clear()
            self.lines += self.boxes
            self.boxes.clear()
        self.goes_on = False


class _Words(Quiet):
    """Takes the text of a part; `lines` has it in the end."""

    def __init__(self, most: int, notes: dict[str, int] | None = None) -> None:
        self._left = most
        self._called = notes
        self._stories = [_Story()]
        self._unseen = 0
        self._is_hidden = False
        self._path: list[str] = []
        self._span = 1
        self._is_text = 0
        self._row_is_gone = False
        self.notes: dict[tuple[str, str], int] = {}

    @property
    def lines(self) -> list[str]:
        return self._stories[0].lines

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        if self._unseen or self._is_unseen(name, attributes):
            self._unseen += 1
            return
        story = self._stories[-1]
        match name:
            case "t":
                self._is_text += 1
            case "tab" | "br" | "cr" | "noBreakHyphen" | "ptab" if "pPr" not in self._path:
                story.words.append(_SIGNS[name])
            case "vanish" if self._path[-3:-1] == ["r", "rPr"]:
                self._is_hidden = _of(attributes, "val") not in _NOT
            case "tc" | "txbxContent" | "txBody":
                self._stories.append(_Story())
            case "tr":
                story.row = []
                self._row_is_gone = False
            case "gridSpan":
                self._span = _small(_of(attributes, "val"))
            case "footnoteReference" | "endnoteReference":
                self._call(name.removesuffix("Reference"), _of(attributes, "id"))
            case "footnote" | "endnote" if self._called is not None:
                story.words.append(f"[{self._called[_of(attributes, 'id')]}]")

    def _is_unseen(self, name: str, attributes: dict[str, str]) -> bool:
        if name == "del" and self._path[-2:-1] == ["trPr"]:
            self._row_is_gone = True
        if name == "del" and self._path[-3:-1] == ["pPr", "rPr"]:
            self._stories[-1].goes_on = True
        if name in {"footnote", "endnote"}:
            called = self._called or {}
            return _of(attributes, "id") not in called or _of(attributes, "type") in _UNSEEN_NOTES
        return name in _UNSEEN

    def _call(self, kind: str, id_: str) -> None:
        place = self.notes.setdefault((kind, id_), len(self.notes) + 1)
        self._stories[-1].words.append(f"[{place}]")

    def end(self, name: str) -> None:
        self._path.pop()
        if self._unseen:
            self._unseen -= 1
            return
        story = self._stories[-1]
        match name:
            case "t":
                self._is_text -= 1
            case "p":
                story.end_paragraph()
            case "tc":
                self._end_cell()
            case "tr" if not self._row_is_gone:
                story.lines.append("\t".join(story.row))
            case "r":
                self._is_hidden = False
            case "txbxContent" | "txBody":
                box = self._stories.pop()
                self._stories[-1].boxes += box.lines

    def _end_cell(self) -> None:
        cell = self._stories.pop()
        words = " ".join(part for line in cell.lines for part in line.split("\t") if part.strip())
        self._stories[-1].row += [words, *[""] * (self._span - 1)]
        self._span = 1

    def text(self, text: str) -> None:
        if self._is_text and not self._unseen and not self._is_hidden:
            self._left -= len(text)
            if self._left < 0:
                raise TooMuchError
            self._stories[-1].words.append(text)


def _of(attributes: dict[str, str], name: str) -> str:
    """An attribute, whatever its namespace is called in this file; empty if it has none."""
    return next((text for key, text in attributes.items() if key.rpartition(":")[2] == name), "")


def _small(number: str) -> int:
    """How many columns a cell is wide; no table has more than 63."""
    return int(number) if re.fullmatch("[1-9]|[1-5][0-9]|6[0-3]", number) else 1
