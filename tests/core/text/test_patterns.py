"""Every regular expression of the program works in step with the length of the text, however evil.

They are found in the source by themselves: a new one is tried without being told of. What each
takes is counted in steps, as `re` takes them, and no clock is asked; then `re` itself goes through
a megabyte of what took most.
"""

import ast
import importlib
import re
import sys
from collections import defaultdict, deque
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest

from tests.core.text.pumping import Pump, goes_on, is_misread, pumps
from tests.core.text.steps import Pattern, Steps, TooManyError
from tests.support.places import HOUSE

# The ways to ask a pattern; the others look for one place after another.
WAYS = ("match", "fullmatch", "search", "finditer")
LIKE_FINDITER = {"findall", "finditer", "split", "sub", "subn"}
PATTERN_TAKERS = {f"re.{name}" for name in ("compile", *WAYS, *LIKE_FINDITER)}

# The patterns of functions that make them of what they are given, and how they are asked.
MADE = {
    "unionapp.checks.prose.reckoning.rates._named": ("[*_MEANS.values(), '[到会]']", "search"),
    "unionapp.checks.prose.reckoning.repeats._pointed": ("_SAME.values()", "search"),
    "unionapp.checks.prose.reckoning.sums._are_all": ("map('|'.join, _PAIRS)", "search"),
    "unionapp.checks.prose.words.stale._passed": ("['十三五']", "finditer"),
    "unionapp.values.dates._lacking": ("_PARTS.values()", "search"),
    "unionapp.values.dates._superfluous": ("_PARTS.values()", "search"),
    "unionapp.values.states._masked": ("_MASKED.values()", "fullmatch"),
}

# How much longer each text is than the one before it; in step, it takes as many times the steps.
LONGER = 4
# With a little that ends and beginnings may take besides.
IN_STEP = 4.1
# Characters, about, of the shortest and of the longest text that is tried.
SHORTEST, LONGEST = 16, 5000
# Up to so many characters, what is found is compared with what `re` finds.
ALIKE = 100
# Steps of one who tries one way after another without end.
MOST = 400_000
# Bytes through which `re` itself goes.
MEGABYTE = 2**20


class Asked(NamedTuple):
    """A pattern of the program, where it stands, and the ways in which it is asked."""

    place: str
    pattern: Pattern
    ways: tuple[str, ...]


class Source:
    """A module that has regular expressions."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = ".".join(path.relative_to(HOUSE).with_suffix("").parts)
        self.tree = ast.parse(path.read_text(encoding="utf-8"))

    @property
    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Each call of `re` that is given a pattern, and the function in which it stands."""
        yield from _calls(self.tree, "")

    def namespace(self) -> dict[str, object]:
        """What its names mean; what builds the packages is no package."""
        return {"re": re} if self.name.startswith("packaging.") else _imported(self.name)

    def asked(self) -> Iterator[Asked]:
        """All patterns of the module."""
        names = self.namespace()
        for name, value in names.items():
            ways = self._ways(name)
            for pattern in _patterns_in(value) if ways else ():
                yield Asked(f"{self.name}.{name}", pattern, ways)
        for function, call in self.calls:
            if function or _way(call) != "compile":
                yield from self._given(f"{self.name}.{function}", call, names)

    def _given(self, place: str, call: ast.Call, names: dict[str, object]) -> Iterator[Asked]:
        """What a call is given, or what `MADE` says of one that is given what it does not know."""
        given, way = f"[{ast.unparse(call.args[0])}]", _way(call)
        try:
            found = eval(given, dict(names))  # noqa: S307  # it is the program's own source
        except NameError:
            given, way = MADE[place]
            found = eval(given, dict(names))  # noqa: S307
        for pattern in map(re.compile, found):
            yield Asked(place, pattern, WAYS if way == "compile" else (way,))

    def _ways(self, name: str) -> tuple[str, ...]:
        """How a name of the module's own is asked.

        One that is handed on, or holds several, is asked as any other name of the module is.
        """
        if name not in self._own:
            return ()
        asked = {asked: ways for asked, ways in self._asked.items() if asked == name}
        uses = sum(node.id == name for node in self._names) - 1
        if uses > sum(map(len, asked.values())):
            asked = {other: ways for other, ways in self._asked.items() if other not in self._own}
        return tuple(sorted({way for ways in asked.values() for way in ways})) or WAYS

    @cached_property
    def _own(self) -> set[str]:
        """The names that the module gives itself."""
        given = [each for each in self.tree.body if isinstance(each, ast.Assign | ast.AnnAssign)]
        names = [node for each in given for node in ast.walk(each) if isinstance(node, ast.Name)]
        return {name.id for name in names if isinstance(name.ctx, ast.Store)}

    @cached_property
    def _names(self) -> list[ast.Name]:
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.Name)]

    @cached_property
    def _asked(self) -> dict[str, list[str]]:
        """The names of which something is asked that patterns can be asked, and what."""
        asked: dict[str, list[str]] = defaultdict(list)
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute) and node.attr in {*WAYS, *LIKE_FINDITER}:
                name = ast.unparse(node.value)
                if node.attr != "split" or name in self._own:  # texts are split, too
                    asked[name].append(_as_way(node.attr))
        asked.pop("re", None)
        return asked


def _calls(node: ast.AST, function: str) -> Iterator[tuple[str, ast.Call]]:
    if isinstance(node, ast.FunctionDef):
        function = node.name
    if isinstance(node, ast.Call) and ast.unparse(node.func) in PATTERN_TAKERS:
        yield function, node
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, function)


def _way(call: ast.Call) -> str:
    return _as_way(ast.unparse(call.func).removeprefix("re."))


def _as_way(asked: str) -> str:
    return "finditer" if asked in LIKE_FINDITER else asked


def _imported(name: str) -> dict[str, object]:
    return dict(vars(importlib.import_module(name)))


def _patterns_in(value: object) -> Iterator[Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, frozenset)):
        for each in value:
            yield from _patterns_in(each)
    elif isinstance(value, dict):
        yield from _patterns_in(tuple(value.values()))


@cache
def sources() -> tuple[Source, ...]:
    files = (
        path for top in ("unionapp", "ui", "packaging") for path in (HOUSE / top).rglob("*.py")
    )
    return tuple(each for each in map(Source, sorted(files)) if any(each.calls))


@pytest.fixture(autouse=True)
def deep() -> Iterator[None]:
    """Steps are counted by calls within calls, as many as the text has characters."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(100 * LONGEST)
    yield
    sys.setrecursionlimit(before)


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_patterns_work_in_step_with_the_length_of_the_text(source: Source) -> None:
    for asked in {(each.pattern, each.ways): each for each in source.asked()}.values():
        for way in asked.ways if goes_on(asked.pattern) else ():
            tried = Tried(asked.pattern, way)
            assert tried.slow_over is None, (asked, way)
            assert tried.worst is not None
            deque(asked_of_re(asked.pattern, way, tried.worst.in_bytes(MEGABYTE)), maxlen=0)


class Tried:
    """A pattern asked about all texts that are made for it, while the steps are counted."""

    def __init__(self, pattern: Pattern, way: str) -> None:
        self._pattern, self._way = pattern, way
        self._counted = Steps(pattern, MOST)
        self._most = 0.0
        # The text over which it takes most steps for each character.
        self.worst: Pump | None = None
        # One over which the steps grow faster than the text does.
        self.slow_over = next(filter(self._grows_faster, pumps(pattern)), None)

    def _grows_faster(self, pump: Pump) -> bool:
        times = max(LONGER, SHORTEST // len(pump.again))
        try:
            steps = self._steps(pump, times)
            while times * len(pump.again) < LONGEST:
                times *= LONGER
                before, steps = steps, self._steps(pump, times)
                if steps <= before * IN_STEP:
                    return False
        except TooManyError:
            pass
        return True

    def _steps(self, pump: Pump, times: int) -> int:
        text = pump.times(times)
        steps, found = self._counted.over(self._way, given_to(self._pattern, text))
        if len(text) < ALIKE:
            by_re = [each.span() for each in asked_of_re(self._pattern, self._way, text)]
            assert found == by_re, (self._pattern, pump)
        if steps / len(text) > self._most:
            self._most, self.worst = steps / len(text), pump
        return steps


def given_to(pattern: Pattern, text: str) -> str | bytes:
    return text if isinstance(pattern.pattern, str) else text.encode("utf-8", "replace")


def asked_of_re(pattern: Pattern, way: str, text: str) -> Iterator["re.Match[Any]"]:
    """What `re` itself finds."""
    found: Any = getattr(pattern, way)(given_to(pattern, text))
    yield from found if way == "finditer" else filter(None, [found])


@pytest.mark.parametrize(
    ("slow", "way"),
    [
        (r"\s+$", "search"),
        (r"\s+?$", "search"),
        ("(?:余|有余|约)*(?:余|约)+", "fullmatch"),
        ("（.*?）", "finditer"),
        ("^ *[ \t]*x", "match"),
        ("(?:学习|开展)+工作", "search"),
        (r'"(?:\\.|[^"\\])*"', "search"),
        ("(?:a+)+b", "match"),
        ("(?=.*。)甲", "finditer"),
        (r"(?i:(x+)X*)\1y", "match"),
        (rb"\d*\d*-", "match"),
    ],
)
def test_a_pattern_that_goes_back_and_back_is_seen(slow: str | bytes, way: str) -> None:
    assert Tried(cast("Pattern", re.compile(slow)), way).slow_over is not None


@pytest.mark.parametrize(
    ("quick", "way"),
    [
        (r"\s+", "finditer"),
        (r"(?<!\s)\s++$", "search"),
        ("（[^（）]*+）", "finditer"),
        (r'(?<!")"(?>(?:\\.|[^"\\])*)', "finditer"),
        ("(?:学习|开展)*+工作", "match"),
        ("(?=.{0,30}。)甲", "finditer"),
        ("(?:余|有余|约)*甲", "fullmatch"),
    ],
)
def test_a_pattern_that_reads_a_text_once_is_not_accused(quick: str, way: str) -> None:
    assert Tried(re.compile(quick), way).slow_over is None


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_patterns_are_read_alike_by_every_python(source: Source) -> None:
    misread = [each for each in source.asked() if is_misread(each.pattern)]
    assert not misread, "write (?>(?:…)*) for (?:…)*+, which Python before 3.11.5 misreads"


@pytest.mark.parametrize(
    "repeat", ["(?:ab?c)*+", "(?:ab)++", "(?:a|bc){2,}+", "(?:[^a]|b)?+", "(?=x(?>(?:a|(b?c)*+)))"]
)
def test_a_possessive_repeat_of_more_than_one_character_is_seen(repeat: str) -> None:
    assert is_misread(re.compile(repeat))


@pytest.mark.parametrize("repeat", [r"[\w-]*+", "a++", ".{2,}+", "[^a]?+", "(?>(?:ab?c)*)"])
def test_what_every_python_reads_right_may_be_written(repeat: str) -> None:
    assert not is_misread(re.compile(repeat))


@pytest.mark.parametrize("text", ["a", "ab", "aca", "acab"])
def test_an_atomic_group_ends_where_its_last_whole_turn_did(text: str) -> None:
    whole = text[: text.rfind("c") + 1]
    assert re.findall("^(?>(?:ab?c)*)", text) == [whole]
