"""Labels, tips and messages are made in one place each, which shows words as they stand."""

import ast
from collections.abc import Iterator

from tests.architecture.test_rooms import modules

# Names of Qt's that show words as HTML if they look like it, and where alone they may be used.
PLACES = {
    "QLabel": {"ui.kit.labels"},
    "QToolTip": {"ui.kit.labels"},
    "setToolTip": {"ui.kit.labels"},
    "QMessageBox": set[str](),
    "setWhatsThis": set[str](),
    "QErrorMessage": set[str](),
    "QInputDialog": set[str](),
    "insertHtml": set[str](),
    "setHtml": {"ui.panels.help"},
}


def names_in(module: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(modules()[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def test_what_could_show_words_as_html_stands_in_its_place_alone() -> None:
    strays = {
        (module, name)
        for module in modules()
        if module.startswith("ui.")
        for name in names_in(module)
        if name in PLACES and module not in PLACES[name]
    }
    assert not strays
