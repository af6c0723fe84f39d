"""Typing Chinese under Fcitx 4, for which Qt has no plugin."""
