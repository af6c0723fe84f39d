"""Tables in the code: Python takes a key that stands there twice, and keeps the last alone."""

import ast
from collections import Counter
from collections.abc import Iterator

from tests.support.places import HOUSE

CODE = [each for room in ("unionapp", "ui") for each in (HOUSE / room).rglob("*.py")]


def keys_of(display: ast.Dict) -> Iterator[str]:
    """The keys of a table, also those of one that is put into it as `dict.fromkeys((…), …)`."""
    for key, value in zip(display.keys, display.values, strict=True):
        if key is not None:
            yield ast.unparse(key)
        elif isinstance(value, ast.Call) and ast.unparse(value.func) == "dict.fromkeys":
            yield from map(ast.unparse, getattr(value.args[0], "elts", ()))


def keys_that_stand_twice(source: str) -> list[str]:
    tables = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Dict))
    counted = (Counter(keys_of(table)) for table in tables)
    return [key for keys in counted for key, count in keys.items() if count > 1]


def test_a_key_that_stands_twice_is_found() -> None:
    assert keys_that_stand_twice("x = {a.b: 1, c: 2, **dict.fromkeys((d, a.b), 3)}") == ["a.b"]


def test_no_key_stands_twice_in_a_table() -> None:
    twice = {file.name: keys_that_stand_twice(file.read_text("utf-8")) for file in CODE}
    assert {name: keys for name, keys in twice.items() if keys} == {}
