"""The words that stand in the code of the window, and which of them pass the translation."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.support.places import HOUSE

# Letters and marks of Chinese; quotation marks too, for every language has its own.
_CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’]")
_TRANSLATES = "say"

# What is Chinese and says nothing to anybody: names of typefaces, and the marks by which texts are
# taken apart or set, which are those of the papers.
NO_WORDS: Mapping[str, frozenset[str] | None] = {
    "ui/paper/fonts.py": None,
    "ui/editors/prose/hanging.py": None,
    "ui/paper/missing_fonts.py": frozenset(
        {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"}
    ),
    "ui/paper/pdf/write.py": frozenset({"工会年度总结"}),
    "ui/editors/prose/prose_edit.py": frozenset({"【", "｛"}),
    "ui/editors/hint.py": frozenset({"。"}),
    "ui/window/page_rows.py": frozenset({"，、；：", "、"}),
}


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in the code."""

    file: str
    line: int
    text: str


def unpassed_words() -> Iterator[Literal]:
    """Yield the words in the code of the window that are not handed to the translation."""
    for file, tree in sources():
        handed = {id(call.args[0]) for call in sayings(tree)}
        unread = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = node.value
                if id(node) not in handed | unread and _CHINESE.search(text):
                    yield Literal(file, node.lineno, text)


def passed_words() -> frozenset[str]:
    """The words that are handed to the translation: what a catalogue of another language has."""
    calls = (call for _, tree in sources() for call in sayings(tree))
    return frozenset(str(ast.literal_eval(call.args[0])) for call in calls)


def is_word(literal: Literal) -> bool:
    """Whether somebody reads it."""
    known = NO_WORDS.get(literal.file, frozenset())
    return known is not None and literal.text not in known


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Yield the files of the window, but the one that translates, with their code."""
    for path in sorted((HOUSE / "ui").rglob("*.py")):
        if path.name != "words.py":
            yield path.relative_to(HOUSE).as_posix(), ast.parse(path.read_text("utf-8"))


def sayings(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield where words are handed to the translation."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
    yield from (
        call for call in calls if isinstance(call.func, ast.Name) and call.func.id == _TRANSLATES
    )
