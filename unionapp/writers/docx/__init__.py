"""Documents as .docx files in official layout; whoever enters loads python-docx and lxml."""

from unionapp.writers.docx.sections import section_properties
from unionapp.writers.docx.typography import tried, typography_of
from unionapp.writers.docx.wordml import NAMESPACES, page_number_footer
from unionapp.writers.docx.write import packed

__all__ = [
    "NAMESPACES",
    "packed",
    "page_number_footer",
    "section_properties",
    "tried",
    "typography_of",
]
