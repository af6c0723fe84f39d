"""A workbook as the content of a file, made in memory alone.

openpyxl by itself makes each sheet in the system's folder for temporary files, where a sheet that
names people in hardship is left behind when the program is ended or the disk is full.
"""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from unionapp.writers.archive import Archive


class _InMemory(ExcelWriter):
    def __init__(self, workbook: Workbook, archive: Archive) -> None:
        super().__init__(workbook, archive)
        self._into = archive

    def write_worksheet(self, ws: Any) -> None:  # the published types leave out its parts
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts = ws._charts
        writer: Any = WorksheetWriter(ws, BytesIO())
        writer.write()
        ws._rels = writer._rels
        self._into.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)


def content_of(workbook: Workbook) -> bytes:
    """Return the content of the .xlsx."""
    stream = BytesIO()
    with Archive(stream, "w", ZIP_DEFLATED) as archive:
        _InMemory(workbook, archive).save()
    return stream.getvalue()
