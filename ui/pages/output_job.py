"""The papers of a draft written as they were ordered: all of them or none, step by step."""

from dataclasses import dataclass
from pathlib import Path

from ui.paper import chosen_base, draw
from ui.runtime import Step
from ui.words import say
from unionapp.figures import Figures
from unionapp.paper import Edition, Paper, paper_of
from unionapp.storage import record_of
from unionapp.system import FileContent
from unionapp.writers import FileFormat, Written, finished, put_into


@dataclass(frozen=True, slots=True)
class Order:
    """An order for papers: what, for whom, and where to; `draft` is the draft's id."""

    edition: Edition
    formats: tuple[FileFormat, ...]
    folder: Path
    draft: str
    history: tuple[tuple[str, str], ...]


def write(figures: Figures, order: Order, step: Step) -> Written:
    """Write the papers; return the files, and what is kept of those that stood there.

    Raises:
        WritingError: They could not be written; what was there before is untouched.
    """
    step(say("正在成文…"))
    paper = paper_of(figures, order.edition, order.draft, order.history)
    base = chosen_base()
    files = [_finished(paper, order.folder, each, base, step) for each in order.formats]
    step(say("正在保存…"))
    with record_of(order.draft) as record:
        return put_into(order.folder, files, record)


def _finished(
    paper: Paper, folder: Path, file_format: FileFormat, base: bytes | None, step: Step
) -> FileContent:
    step(say("正在写 {kind}…", kind=file_format.traits.kind))
    return finished(paper, folder, file_format, base, draw)
