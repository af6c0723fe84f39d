"""Changing what a draft asks: the forms and actions of its outline."""
