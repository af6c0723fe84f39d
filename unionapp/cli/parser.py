"""The command line's parser, which speaks Chinese: how a command is written, and what is wrong."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from unionapp.system import log
from unionapp.text import one_line

_HEADINGS = {"positional arguments": "内容", "options": "选项"}
_WIDTH = 100
_COLUMN = 20
_END = "用 unionapp-cli 命令 -h 看一个命令怎么写，例如：unionapp-cli export -h"


class Parser(argparse.ArgumentParser):
    """A parser that explains itself in Chinese and refuses a command in one sentence."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **options)
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Say that the command can't be understood, and where to look; exit 2."""
        sentence = f"命令“{self.prog}”写得不对{_why(message)}，请用 {self.prog} -h 查看写法。"
        self.exit(2, sentence + "\n")


class _Formatter(argparse.HelpFormatter):
    """The standard library's, with Chinese headings and room for a command beside its words."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=_COLUMN, width=_WIDTH)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Show how the command is written."""
        super().add_usage(usage, actions, groups, "写法：" if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Begin a group of words."""
        super().start_section(_HEADINGS.get(heading or "", heading))


def top_parser() -> Parser:
    """Return the parser of the program itself, before its commands are added."""
    parser = Parser(prog="unionapp-cli", description="工会年度总结（命令行）", epilog=_END)
    told = f"工会年度总结 {log.program_version()}"
    parser.add_argument("--version", action="version", version=told, help="显示版本")
    return parser


_REASONS = (
    (re.compile(r"the following arguments are required: (.+)"), "缺少 {}"),
    (re.compile(r"unrecognized arguments: (.+)"), "不认识 {}"),
    (re.compile(r"argument (.+): expected one argument"), "{} 后面要写内容"),
    (re.compile(r"argument ([^:]+): invalid choice: (.+) \(choose from [^(]+\)"), "{} 不能写 {}"),
    (re.compile(r"argument ([^:]+): invalid \w+ value: (.+)"), "{} 不能写 {}"),
)


def _why(message: str) -> str:
    """The reason in Chinese; the parser of the standard library speaks English."""
    for pattern, words in _REASONS:
        if match := pattern.fullmatch(one_line(message)):
            return f"（{words.format(*match.groups())}）"
    return ""
