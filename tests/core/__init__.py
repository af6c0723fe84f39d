"""The core, room by room."""
