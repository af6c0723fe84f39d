"""Editors of one value: entry, list, personal record, and what stands beside them."""
