"""The verb that proofreads a paper, whoever wrote it: what is wrong in it by its text alone."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from unionapp.checks import Severity
from unionapp.importing import read_prose
from unionapp.text import one_line

if TYPE_CHECKING:
    from unionapp.checks.prose import Remark

Json: TypeAlias = str | int | bool | list["Json"] | dict[str, "Json"] | None
PrintJson: TypeAlias = Callable[[Mapping[str, Json]], None]

NOTHING = "没有发现问题"
_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.HINT: "提示"}
_FIRST_YEAR, _LAST_YEAR = 1900, 2999


def add(add_verb: Callable[..., argparse.ArgumentParser], print_json: PrintJson) -> None:
    """Add the verb to the command line's parser."""

    def proof(chosen: argparse.Namespace) -> int:
        return _proof(chosen, print_json)

    verb = add_verb("proof", proof, "检查一份文稿：前后对不上的数、没改完的字；有错误时退出码为 1")
    verb.add_argument("file", metavar="FILE", type=Path, help="文稿：.docx 或 .txt")
    verb.add_argument(
        "--year", metavar="N", type=_year, help="文稿写的是哪一年；不写明时从文稿里看"
    )


def _year(typed: str) -> int:
    if typed.isascii() and typed.isdigit() and _FIRST_YEAR <= int(typed[:5]) <= _LAST_YEAR:
        return int(typed)
    raise ValueError(typed)


def _proof(chosen: argparse.Namespace, print_json: PrintJson) -> int:
    """Print what is wrong with a paper; the exit code says whether anything surely is."""
    from unionapp.checks.prose import document_of, proofread

    document = document_of(read_prose(chosen.file), chosen.year)
    remarks = proofread(document)
    if chosen.json:
        findings: list[Json] = [_row(remark, document.text) for remark in remarks]
        print_json({"text": document.text, "findings": findings})
    else:
        for remark in remarks:
            print(f"{_SEVERITIES[remark.severity]}：{one_line(remark.message)}")
        if not remarks:
            print(NOTHING)
    return int(any(remark.severity is Severity.ERROR for remark in remarks))


def _row(remark: "Remark", text: str) -> dict[str, Json]:
    return {
        "rule": remark.rule,
        "severity": remark.severity,
        "message": remark.message,
        "span": [remark.span.start, remark.span.end],
        "excerpt": text[remark.span.start : remark.span.end],
    }
