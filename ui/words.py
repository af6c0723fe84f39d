"""What the window says, in the language of the person: every word of `ui` passes `say`.

Words stand in Chinese where they are used. A catalogue of GNU gettext in `resources/languages`,
called by its language (`bo.mo`), says them in another one; what it lacks is said in Chinese. Words
of the core, of templates and of drafts are not ours to translate.
"""

from contextlib import suppress
from io import BytesIO
from struct import error as StructError  # noqa: N812 - an error like any other
from typing import Protocol

from unionapp.errors import UnionAppError
from unionapp.system import bundled, names_bundled

_FOLDER, _SUFFIX = "languages", ".mo"
_OURS = "zh"


class Catalogue(Protocol):
    """The words of another language, as `gettext` has them."""

    def gettext(self, words: str, /) -> str:
        """Return words in that language, or as they are."""

    def ngettext(self, words: str, of_many: str, count: int, /) -> str:
        """Return words in that language, in the form that a count takes."""


class _Spoken:
    """What is spoken in the program; there is one language at a time, and None is Chinese."""

    language = _OURS
    catalogue: Catalogue | None = None


def say(words: str, /, **parts: object) -> str:
    """Return words in the language of the person.

    Args:
        words: In Chinese; with parts to be put in they stand as in `str.format`, each by name, for
            another language puts them in another order.
        parts: What is put in. A whole number called `count` chooses the form of the other words.
    """
    if _Spoken.catalogue is not None:
        words = _translated(_Spoken.catalogue, words, parts.get("count"))
    return words.format(**parts) if parts else words


def speak(language: str, catalogue: Catalogue) -> None:
    """Say all in a language from now on; what is said already stays as it is."""
    _Spoken.language, _Spoken.catalogue = language, catalogue


def language() -> str:
    """Return the language that is spoken, as the desktop names it: `zh`, or `bo_CN`."""
    return _Spoken.language


def _translated(catalogue: Catalogue, words: str, count: object) -> str:
    if isinstance(count, int):
        counted = catalogue.ngettext(words, words, count)
        if counted != words:
            return counted
    return catalogue.gettext(words)


def _begin() -> None:
    """Speak the first language of the person that there is; a catalogue that is no good is none."""
    with suppress(UnionAppError, OSError, ValueError, StructError):
        there = {name for name in names_bundled(_FOLDER) if name.endswith(_SUFFIX)}
        wanted = next((each for each in _wanted() if f"{each}{_SUFFIX}" in there), None)
        if wanted is not None:
            from gettext import GNUTranslations

            speak(wanted, GNUTranslations(BytesIO(bundled(_FOLDER, f"{wanted}{_SUFFIX}"))))


def _wanted() -> tuple[str, ...]:
    """The languages of the person before Chinese, the dearest first."""
    from PySide6.QtCore import QLocale

    names = [name.replace("-", "_") for name in QLocale.system().uiLanguages()]
    ours = next((at for at, name in enumerate(names) if name.split("_")[0] == _OURS), len(names))
    return tuple(names[:ours])


_begin()
