"""The office's own base that was chosen in 设置: what papers, preview and printer are set on."""

from collections.abc import Callable
from pathlib import Path

from unionapp.layout import Typography, official
from unionapp.system import settings
from unionapp.writers import read_office_file, typography_of


def chosen_base() -> bytes | None:
    """Return the content of the chosen base; None stands for the official layout.

    Raises:
        WritingError: It can't be read any longer.
    """
    chosen = settings.load().paper_base
    return read_office_file(Path(chosen)) if chosen else None


def chosen_typography() -> Typography:
    """Return the pages and styles that papers are set in.

    Raises:
        WritingError: The chosen base can't be read any longer, or used.
    """
    base = chosen_base()
    return official() if base is None else typography_of(base)


def choose_base(path: Path | None, tick: Callable[[], object] = lambda: None) -> None:
    """Set papers on this file from now on, or on the official layout; a file is tried first.

    While it is tried, `tick` is called many times a second; what it raises leaves all as it was.

    Raises:
        WritingError: It is no sound Word document, or lacks styles; nothing is changed.
        StoreError: The choice could not be kept.
    """
    if path is not None:
        typography_of(read_office_file(path), tick)
    settings.remember_paper_base(path)
