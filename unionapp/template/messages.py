"""Why a template file cannot be read, told as a place in the file and a reason in Chinese.

The parsers speak English and count from `$`; here their sentences become ours, and the elements of
a list are named by their ids where they have one: `sections[membership].items[outreach].title`.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import ValidationError


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a template: the key at fault and the reason."""

    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.key} {self.reason}"


_SYNTAX = (
    (re.compile(r"Expected '=' after"), "键的后面缺等号"),
    (re.compile(r"Cannot (overwrite|declare|define|mutate)|Duplicate"), "同一个键写了两次"),
    (re.compile(r"Unterminated string|Illegal character '\\n'|Expected '\"'"), "引号没有成对"),
    (re.compile(r"Unclosed (array|inline table)|Expected '\]"), "括号没有成对"),
    (re.compile(r"Invalid value|Expected a value"), "值的写法不对，文字要加引号"),
)
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")

_SHAPES = (
    (re.compile(r"Object missing required field `(?P<field>[^`]+)`"), "没有填写"),
    (re.compile(r"Object contains unknown field `(?P<field>[^`]+)`"), "是模板里没有的键"),
    (re.compile(r"Invalid enum value (?P<word>.+)"), "写的是 {word}，不在允许的词里"),
    (re.compile(r"Expected `array` of length (?P<length>\d+)"), "应当正好有 {length} 项"),
    (
        re.compile(r"Expected `(?P<wanted>\w++)[^`]*+`, got `(?P<got>\w+)`"),
        "应是{wanted}，写成了{got}",
    ),
)
_TYPES = {
    "str": "文字",
    "int": "整数",
    "float": "小数",
    "bool": "是或否",
    "array": "一组",
    "object": "一个表",
    "null": "空",
    "datetime": "日期",
    "date": "日期",
}
_AT = " - at `$"
_STEP = re.compile(r"\.(?P<name>\w+)|\[(?P<index>\d+)\]")


def syntax_problem(error: ValueError | RecursionError) -> Problem:
    """Return where the file is not TOML, and the likely reason.

    Beside its own errors the parser lets two of Python's through, which know no place.
    """
    if isinstance(error, RecursionError):
        return Problem("文件里", "括号嵌套得太深")
    if not isinstance(error, tomllib.TOMLDecodeError):
        return Problem("文件里", "有一个数太长")
    message = str(error)
    position = _POSITION.search(message)
    key = f"第 {position[1]} 行第 {position[2]} 列" if position else "文件末尾"
    reasons = (reason for pattern, reason in _SYNTAX if pattern.search(message))
    return Problem(key, next(reasons, "写法不对"))


def shape_problem(error: ValidationError, content: object) -> Problem:
    """Return which key of the file's content does not fit a template, and why."""
    message, _, path = str(error).partition(_AT)
    key = "".join(_named_steps(path.removesuffix("`"), content)).removeprefix(".")
    for pattern, reason in _SHAPES:
        if match := pattern.search(message):
            words = match.groupdict()
            field = words.pop("field", "")
            return Problem(".".join(filter(None, (key, field))), _filled(reason, words))
    return Problem(key, f"不合模板的写法（{message}）")


def _filled(reason: str, words: dict[str, str]) -> str:
    return reason.format(**{name: _TYPES.get(word, word) for name, word in words.items()})


def _named_steps(path: str, content: object) -> Iterator[str]:
    """The steps of a path, with ids in place of positions."""
    for step in _STEP.finditer(path):
        if step["name"]:
            content = content.get(step["name"]) if isinstance(content, dict) else None
            yield f".{step['name']}"
        else:
            index = int(step["index"])
            content = content[index] if isinstance(content, list) else None
            yield f"[{_id_of(content) or index}]"


def _id_of(content: object) -> str:
    id_ = content.get("id") if isinstance(content, dict) else None
    return id_ if isinstance(id_, str) else ""
