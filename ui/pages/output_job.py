"""The papers of a draft written as they were ordered: all of them or none, step by step."""

from dataclasses import dataclass
from pathlib import Path

from ui.paper import chosen_base, draw
from ui.runtime import Step
from unionapp.figures import Figures
from unionapp.paper import Edition, Paper, paper_of
from unionapp.system import FileContent
from unionapp.writers import Form, content, path_of, put_into

_DOING = {
    Form.DOCX: "正在写 Word 文稿…",
    Form.PDF: "正在写 PDF 文件…",
    Form.XLSX: "正在写 Excel 表格…",
}


@dataclass(frozen=True, slots=True)
class Order:
    """An order for papers: what, for whom, and where to; `draft` is the draft's id."""

    edition: Edition
    forms: tuple[Form, ...]
    folder: Path
    draft: str
    history: tuple[tuple[str, str], ...]


def write(figures: Figures, order: Order, step: Step) -> tuple[Path, ...]:
    """Write the papers; return the files.

    Raises:
        WritingError: They could not be written; what was there before is untouched.
    """
    step("正在成文…")
    paper = paper_of(figures, order.edition, order.draft, order.history)
    base = chosen_base()
    files = [_finished(paper, order.folder, form, base, step) for form in order.forms]
    step("正在保存…")
    return put_into(order.folder, files)


def _finished(
    paper: Paper, folder: Path, form: Form, base: bytes | None, step: Step
) -> FileContent:
    step(_DOING[form])
    return FileContent(path_of(paper, folder, form), content(paper.document, form, base, draw))
