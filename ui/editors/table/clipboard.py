"""Tables on the clipboard: tabs and lines as Excel and WPS write them, or a web page's table."""

from html.parser import HTMLParser

from PySide6.QtWidgets import QApplication

from ui.words import say
from unionapp.importing import Cells, pasted_cells
from unionapp.text import clean_cell, one_line

# Characters of a paste; no table of a union is longer.
_LONGEST = 4_000_000
_WIDEST_SPAN = 100


def clipboard_cells() -> Cells | str:
    """Return the cells of what was copied, or the sentence that says why there are none."""
    data = QApplication.clipboard().mimeData()
    text, html = data.text(), data.html() if data.hasHtml() else ""
    if max(len(text), len(html)) > _LONGEST:
        return say("复制的内容太大，没有放入；请只复制需要的行和列，或分几次粘贴。")
    if "\t" not in text and "<table" in html.lower():
        return html_cells(html)
    return pasted_cells(clean_cell(text).text)


def html_cells(html: str) -> Cells:
    """Return the cells of all tables in a page; a wide cell leaves its neighbours empty."""
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return tuple(tuple(row) for row in reader.rows if row)


class _TableReader(HTMLParser):
    """Gathers the texts of `td` and `th`, whatever stands in them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._words: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self._words = []
            self._span = _span_of(dict(attrs).get("colspan"))
        elif tag == "br" and self._words is not None:
            self._words.append(" ")

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def _end_cell(self) -> None:
        if self._words is None:
            return
        if not self.rows:
            self.rows.append([])
        text = one_line("".join(self._words))
        self.rows[-1] += [text, *[""] * (self._span - 1)]
        self._words = None


def _span_of(written: str | None) -> int:
    span = int(written) if written and written.isascii() and written.isdigit() else 1
    return min(max(span, 1), _WIDEST_SPAN)
