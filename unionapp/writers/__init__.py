"""Document to file, and nothing else: a writer formats no value and knows no draft."""

from unionapp.writers.export import Drawn, Form, content, export, file_name, path_of, put_into

__all__ = [
    "Drawn",
    "Form",
    "content",
    "export",
    "file_name",
    "path_of",
    "put_into",
]
