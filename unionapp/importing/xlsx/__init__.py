"""Workbooks of Excel and WPS, read part by part from their archive."""

from unionapp.importing.xlsx.workbook import read_workbook

__all__ = [
    "read_workbook",
]
