"""Panels beside the pages: find, history, help, settings."""
