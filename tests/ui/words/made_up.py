"""All places of the window in a made-up language: what is Chinese all the same, or not said.

    python -m tests.ui.words.made_up PLACE FOLDER

Each Chinese letter of a word that passes the translation becomes a private one. What is left is of
the core, of a template or of a draft; of what is not, a line is printed for each place, and so of
what is painted and said nowhere.
"""

import ast
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.noon import CLOCKS, AroundNoon
from tests.support.places import HOUSE
from tests.ui.words.written import NO_WORDS, passed_words
from ui import words  # before all else of the window: much is said while a module is imported

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from unionapp.storage import DraftStore

_LETTERS = re.compile("[\u3400-\u9fff]")
_RUN = re.compile("[\u3400-\u9fff]{2,}")
_PRIVATE = 0xE000
# Where words come from that are not the window's: the core, its data, and what is typed here.
_OTHERS = ("unionapp", "resources", "tests/ui/support/words")


class MadeUp:
    """A language that has exactly what is collected from the code."""

    def __init__(self) -> None:
        self._known = passed_words()
        letters = sorted({letter for each in self._known for letter in _LETTERS.findall(each)})
        self._table = {ord(letter): _PRIVATE + at for at, letter in enumerate(letters)}

    def gettext(self, words: str, /) -> str:
        return words.translate(self._table) if words in self._known else words

    def ngettext(self, words: str, _of_many: str, _count: int, /) -> str:
        return words


def main() -> None:
    """Open the places, and print what is left."""
    words.speak("xx", MadeUp())

    from tests.ui.support.words import PLACES, unspoken_words
    from ui.app import make_application
    from unionapp.storage import open_store
    from unionapp.system import data_folder

    for clock in CLOCKS:
        vars(import_module(clock))["datetime"] = AroundNoon
    make_application(sys.argv[:1])
    store = open_store(data_folder())
    silent, found = set[str](), set[tuple[str, str]]()
    for place, window in PLACES[sys.argv[1]](store, Path(sys.argv[2])):
        silent |= {f"not said in {place}: {words}" for words in unspoken_words(window)}
        found |= {(place, run) for run in _runs_in(window)}
    others = Others((*_bundled_texts(), *_texts_of_drafts(store)))
    left = {f"not passed in {place}: {run}" for place, run in found if not others.have(run)}
    print("\n".join(sorted(silent | left)))
    store.close()


def _runs_in(window: "QWidget") -> set[str]:
    """The runs of Chinese letters that are said in a window; what is painted is said."""
    from PySide6.QtWidgets import QWidget

    from tests.ui.support.words import spoken_of

    tips = (each.toolTip() for each in window.findChildren(QWidget) if each.isVisible())
    texts = (window.windowTitle(), spoken_of(window), *tips)
    return {run for text in texts for run in _RUN.findall(text)}


class Others:
    """The words of the core, and of all that it is given and makes of it."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self._texts = "\n".join(texts)
        self._runs = frozenset(_RUN.findall(self._texts))
        self._of_window = frozenset(run for each in passed_words() for run in _RUN.findall(each))

    def have(self, run: str) -> bool:
        """Whether a run is one of theirs, or made of theirs and no word of the window.

        At its ends a letter may stand alone: a measure word after a number, a text that was cut.
        """
        if run in self._runs or run in self._of_window:
            return run in self._runs
        inner = (run[left : len(run) - right] for left in (0, 1) for right in (0, 1))
        return any(len(each) > 1 and self._make(each) for each in inner)

    def _make(self, run: str) -> bool:
        if run in self._texts:
            return True
        cuts = range(len(run) - 2, 1, -1)
        return any(run[:at] in self._texts and self._make(run[at:]) for at in cuts)


def _bundled_texts() -> Iterator[str]:
    yield from (name for names in NO_WORDS.values() for name in names or ())
    for folder in _OTHERS:
        for path in sorted((HOUSE / folder).rglob("*.*")):
            if path.suffix in (".toml", ".md"):
                yield path.read_text("utf-8").replace("*", "").replace("`", "")
            elif path.suffix == ".py":
                tree = ast.parse(path.read_text("utf-8"))
                constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
                yield from (each.value for each in constants if isinstance(each.value, str))


def _texts_of_drafts(store: "DraftStore") -> Iterator[str]:
    from unionapp.draft import paths_of
    from unionapp.storage.sessions import Session

    for row in store.drafts():
        figures = Session(store, row.id).figures
        template = figures.draft.template
        yield from (figures.text(item).rendered_text for item in template.items)
        for indicator in (*template.profile, *template.indicators):
            yield from (figures.printed(path.id, path.field) for path in paths_of(indicator))


if __name__ == "__main__":
    main()
