"""Typing Chinese under Fcitx 4, for which Qt has no plugin."""

from ui.runtime.fcitx.start import speak_to_fcitx

__all__ = [
    "speak_to_fcitx",
]
