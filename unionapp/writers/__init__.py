"""Document to file, and nothing else: a writer formats no value and knows no draft."""

from unionapp.writers.export import (
    DrawPdf,
    FileFormat,
    Written,
    export,
    file_name,
    finished,
    make_folder,
    path_of,
    put_into,
    sheets_of,
)
from unionapp.writers.office_base import bases, read_office_file, typography_of

__all__ = [
    "DrawPdf",
    "FileFormat",
    "Written",
    "bases",
    "export",
    "file_name",
    "finished",
    "make_folder",
    "path_of",
    "put_into",
    "read_office_file",
    "sheets_of",
    "typography_of",
]
