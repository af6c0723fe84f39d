"""Workbooks of Excel and WPS, read part by part from their archive."""
