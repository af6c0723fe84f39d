"""Answers written by hand as TOML, for the command line and the tests.

`template`, `year`, `unit`, `date`; `[profile]` who the union is; `[indicators]`, `[dates]`,
`[lists]`, `[tables]`, `[personal]`: id = what a person types; `[previous]` last year's figures;
`[narratives]` item id = text that replaces the suggested one. Everything in the file is checked
before any of it is used: an id that the template does not know, or a value that can't be read,
is an error with its place.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any, NamedTuple, cast

import msgspec

from unionapp import template as templates
from unionapp.draft import Change, EditPath, Slot
from unionapp.errors import AnswersError, UnionAppError, UnreadableError, reason_of
from unionapp.figures import is_total, measure_of
from unionapp.system import read_whole
from unionapp.system.worker import BrokenOffError, Reader, read_apart
from unionapp.template import Indicator, Placeholder, Template, live, syntax_problem
from unionapp.text import Cleaned, clean, clean_cell, one_line
from unionapp.values import Kind, Measure, Typed, read

_IDENTITY = ("unit", "year", "date")
_SINGLE = frozenset(kind for kind in Kind if not kind.traits.has_parts)


class Group(NamedTuple):
    """One table of an answers file: its key, the kinds it holds, where they go."""

    key: str
    kinds: frozenset[Kind]
    slot: Slot = Slot.VALUE


_GROUPS = (
    Group("indicators", _SINGLE - {Kind.DATE}),
    Group("dates", frozenset({Kind.DATE})),
    Group("lists", frozenset({Kind.LIST})),
    Group("tables", frozenset({Kind.TABLE})),
    Group("personal", frozenset({Kind.PERSONAL})),
    Group("previous", _SINGLE, Slot.PREVIOUS),
)
_ODD = re.compile(
    r"""
    # What holds no number. One that does not end ends the file or the line, so none is read twice.
    "{3}.*?(?:"{3}|\Z) | '{3}.*?(?:'{3}|\Z) | "(?>(?:\\.|[^"\\\n])*)"? | '[^'\n]*+'? | \#[^\n]*
    | (?<![\w.+-])(?P<odd>[+-]?(?:0[box][0-9A-Fa-f_]+|[0-9]+(?:_[0-9]+)+))(?![\w.])
    """,
    re.DOTALL | re.VERBOSE,
)
_KEYS = frozenset({"template", *_IDENTITY, "profile", "narratives", *(g.key for g in _GROUPS)})


@dataclass(frozen=True, slots=True)
class Answers:
    """The content of an answers file: which template, the edits it makes, what was cleaned."""

    template: Template
    changes: tuple[Change, ...]
    notices: tuple[str, ...]


class _Row(msgspec.Struct, frozen=True, array_like=True):
    """A change, as it comes from a process of its own."""

    path: str
    typed: str | tuple[str | tuple[str, ...], ...] | None


class _Found(msgspec.Struct, frozen=True):
    """What an answers file says, as it comes from a process of its own."""

    template: str
    changes: tuple[_Row, ...]
    notices: tuple[str, ...]


# What has a process made ready for an answers file, and reads it there.
ANSWERS = Reader("unionapp.importing.answers", "found_in", _Found)

# Bytes that a file may have, and up to which it is read right here unless a line has more points
# than that: keys of many parts are what takes the parser of TOML longer than it reads.
_MOST_BYTES, _SMALL, _POINTS = 2**20, 2**17, 100


def load(path: Path) -> Answers:
    """Read and check an answers file; raises `AnswersError`, or `TemplateError` of its template."""
    try:
        content = read_whole(path, _MOST_BYTES)
    except OSError as error:
        raise AnswersError(f"不能打开答案文件“{path}”：{reason_of(error)}。") from error
    if len(content) <= _SMALL and max(map(_points, content.splitlines()), default=0) <= _POINTS:
        return _answers_of(content, str(path))
    try:
        found = read_apart(ANSWERS, content, str(path))
    except BrokenOffError as error:
        why = error.why("请核对是不是选错了文件")
        raise AnswersError(f"答案文件“{path}”没有采用：{why}。") from error
    changes = (Change(EditPath.parse(row.path), cast("Typed", row.typed)) for row in found.changes)
    return Answers(templates.load(found.template), tuple(changes), found.notices)


def found_in(content: bytes, name: str) -> _Found:
    """Return what an answers file says; raises as `load`."""
    given = _answers_of(content, name)
    rows = tuple(_Row(str(path), typed) for path, typed in given.changes)
    return _Found(given.template.id, rows, given.notices)


def _points(line: bytes) -> int:
    return line.count(b".")


def _answers_of(content: bytes, name: str) -> Answers:
    try:
        source = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnswersError(f"答案文件“{name}”不是 UTF-8 文本，请另存为 UTF-8 后再试。") from error
    return _Reader(name, source.replace("\r\n", "\n").replace("\r", "\n")).answers()


class _Reader:
    """One reading of one file: it knows where it stands, so that every error names its place."""

    def __init__(self, path: str, source: str) -> None:
        self._path = path
        self._source = source
        self._notices: list[str] = []
        self._oddly_written = _oddly_written(source)

    def answers(self) -> Answers:
        content = self._parse()
        if unknown := sorted(set(content) - _KEYS):
            raise self._error(unknown[0], "没有这一项，请核对名称")
        template = templates.load(self._text(content, "template"))
        changes = tuple(self._changes(content, template))
        return Answers(template, changes, tuple(self._notices))

    def _parse(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self._source, parse_float=str)
        except (ValueError, RecursionError) as error:
            fault = syntax_problem(error)
            raise AnswersError(
                f"答案文件“{self._path}”不是正确的 TOML 文件：{fault}，请改正后再试。"
            ) from error

    def _changes(self, content: dict[str, Any], template: Template) -> Iterator[Change]:
        profile = {indicator.id: indicator for indicator in template.profile}
        indicators = {indicator.id: indicator for indicator in template.indicators}
        for key in _IDENTITY:
            if key in content:
                yield from self._change("", profile[key], content[key], Slot.VALUE)
        for key, raw in self._table(content, "profile").items():
            if key not in profile or key in _IDENTITY:
                raise self._error(f"profile.{key}", "模板里没有这一项，请核对名称")
            yield from self._change("profile", profile[key], raw, Slot.VALUE)
        for group in _GROUPS:
            for key, raw in self._table(content, group.key).items():
                indicator = self._indicator(indicators, group, key)
                yield from self._change(group.key, indicator, raw, group.slot)
        yield from self._narratives(content, template)

    def _indicator(self, known: dict[str, Indicator], group: Group, key: str) -> Indicator:
        indicator = known.get(key)
        place = f"{group.key}.{key}"
        if indicator is None:
            raise self._error(place, "模板里没有这个指标，请核对名称")
        if indicator.derive and group.slot is Slot.VALUE and not is_total(indicator.derive):
            raise self._error(place, f"“{indicator.name}”由程序算出，不用填写，请删去这一行")
        if indicator.kind not in group.kinds:
            raise self._error(place, f"“{indicator.name}”不能写在 [{group.key}] 里，请移到所属的表")
        return indicator

    def _change(
        self, group: str, indicator: Indicator, raw: object, slot: Slot
    ) -> Iterator[Change]:
        place = f"{group}.{indicator.id}" if group else indicator.id
        if indicator.kind is Kind.PERSONAL:
            yield from self._personal(place, indicator, raw)
            return
        typed = self._typed(place, raw)
        self._read(place, indicator.name, typed, measure_of(indicator))
        yield Change(EditPath(slot, indicator.id), typed)

    def _personal(self, place: str, indicator: Indicator, raw: object) -> Iterator[Change]:
        if not isinstance(raw, dict):
            raise self._error(place, '应写成 { 名称 = "内容" } 的形式')
        known = {field.id: field.name for field in indicator.fields}
        for key, text in raw.items():
            if key not in known:
                raise self._error(f"{place}.{key}", "模板里没有这一项，请核对名称")
            typed = self._typed(f"{place}.{key}", text)
            self._read(f"{place}.{key}", known[key], typed, measure_of(indicator, key))
            yield Change(EditPath(Slot.VALUE, indicator.id, key), typed)

    def _narratives(self, content: dict[str, Any], template: Template) -> Iterator[Change]:
        items = {item.id for item in template.items}
        known = {each.id for each in (*template.profile, *template.indicators)}
        for key in self._table(content, "narratives"):
            place = f"narratives.{key}"
            if key not in items:
                raise self._error(place, "模板里没有这一条，请核对名称")
            text = self._text(content["narratives"], key, place).strip("\n")
            for piece in live(text):
                if isinstance(piece, Placeholder) and piece.id not in known:
                    raise self._error(place, f"正文里的 {piece} 不是模板里的指标，请核对名称")
            yield Change(EditPath(Slot.NARRATIVE, key), text)

    def _read(self, place: str, name: str, typed: Typed, measure: Measure) -> None:
        try:
            read(typed, measure)
        except UnreadableError as error:
            raise self._error(place, f"“{name}”{error}") from error

    def _typed(self, place: str, raw: object) -> Typed:
        """What a person typed, cleaned; numbers are taken as they are written in the file."""
        if isinstance(raw, list) and raw and all(isinstance(row, list) for row in raw):
            return tuple(
                tuple(self._scalar(place, cell, clean_cell) for cell in row) for row in raw
            )
        if isinstance(raw, list):
            return tuple(self._scalar(place, entry) for entry in raw)
        return self._scalar(place, raw)

    def _scalar(self, place: str, raw: object, cleaning: Callable[[str], Cleaned] = clean) -> str:
        if isinstance(raw, bool) or not isinstance(raw, str | int):
            raise self._error(place, f"{_quoted(raw)}请写成数字或加引号的文字")
        if isinstance(raw, int):
            return self._oddly_written.get(raw, str(raw))
        cleaned = cleaning(raw)
        if cleaned.message:
            self._notices.append(f"{place}：{cleaned.message}")
        return cleaned.text

    def _text(self, content: dict[str, Any], key: str, place: str = "") -> str:
        raw = content.get(key)
        if not isinstance(raw, str):
            raise self._error(place or key, "缺少，或者不是加引号的文字")
        return self._scalar(place or key, raw)

    def _table(self, content: dict[str, Any], key: str) -> dict[str, Any]:
        table = content.get(key, {})
        if not isinstance(table, dict):
            raise self._error(key, f"应写成 [{key}] 表")
        return table

    def _error(self, place: str, reason: str) -> UnionAppError:
        where = one_line(place)
        return AnswersError(f"答案文件“{self._path}”的 {where}：{reason.rstrip('。')}。")


def _quoted(raw: object) -> str:
    """What cannot be read, where it looks in the file as it looks here."""
    return f"不能读懂“{raw}”，" if isinstance(raw, date | time) else "写法不对，"


def _oddly_written(source: str) -> dict[int, str]:
    """The whole numbers that TOML takes and no secretary means (1_000, 0x3E8), as they stand."""
    found: dict[int, str] = {}
    for match in _ODD.finditer(source):
        if literal := match["odd"]:
            with suppress(ValueError):  # a key may look like a number
                found[int(literal, 0)] = literal
    return found
