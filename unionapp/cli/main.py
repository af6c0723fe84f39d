"""The main job without a window; what people call as unionapp-cli is `ui.command_line`.

Standard output carries the answer (with --json one object), standard error one sentence about
what went wrong. Exit code 1 means that a check found an error, 2 that the input can't be used, 3
that the program itself failed, which stands in its log.
"""

import argparse
import errno
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeAlias

from unionapp import template
from unionapp.checks import Finding, Severity, check
from unionapp.cli import backups, proofs, texts
from unionapp.cli.backups import store
from unionapp.cli.parser import Parser, top_parser
from unionapp.draft import Draft, changed
from unionapp.errors import StoreError, UnionAppError
from unionapp.figures import Figures, figures
from unionapp.importing import answers
from unionapp.paper import WHAT_IS_MASKED, Edition, paper_of
from unionapp.storage import draft_name
from unionapp.storage.sessions import Session, begin, exchange
from unionapp.system import Kept, is_there, log
from unionapp.writers import (
    DrawPdf,
    FileFormat,
    Written,
    export,
    file_name,
    make_folder,
    read_office_file,
    typography_of,
)

Json: TypeAlias = str | int | bool | list["Json"] | dict[str, "Json"] | None
Verb: TypeAlias = Callable[[argparse.Namespace], int]

# The formats of papers, first those that are written where nothing is asked for by name.
_FORMATS = sorted(FileFormat, key=lambda each: not each.traits.is_usual)
_USUAL = tuple(each for each in _FORMATS if each.traits.is_usual)

# As a shell has it for a command that was stopped by Ctrl+C.
_INTERRUPTED = 130

_SORRY = (
    "程序遇到了没有料到的问题，这个命令没有做完；已保存的草稿都在。请再试一次；如果还不行，"
    f"请把草稿文件夹里的“{log.NAME}”交给维护的人，里面只有问题的种类和出处。"
)

_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.HINT: "提示"}


def main(arguments: Sequence[str] | None = None, draw: DrawPdf | None = None) -> int:
    """Run one command; returns the exit code. A PDF can be written by whoever brings `draw`."""
    _print_whatever_comes()
    try:
        return _done(arguments, draw)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        if not _nobody_reads(error):
            raise
        return 0
    finally:
        _print_the_rest()


def _done(arguments: Sequence[str] | None, draw: DrawPdf | None) -> int:
    """The exit code of a command; all errors but those of a closed pipe are told."""
    chosen = _parser().parse_args(arguments, argparse.Namespace(draw=draw))
    verb: Verb = chosen.verb
    try:
        with log.noting_warnings():
            code = verb(chosen)
            sys.stdout.flush()
            return code
    except UnionAppError as error:
        return _told(str(error), 2)
    except Exception as error:  # whatever it is, no traceback ends on a person's screen
        if _nobody_reads(error):
            raise
        log.note_error(error)
        return _told(_SORRY, 3)


def _told(sentence: str, code: int) -> int:
    """The code with which a command fails, that being said to whoever listens."""
    try:
        print(sentence, file=sys.stderr)
    except OSError as error:
        if not _nobody_reads(error):
            raise
    return code


def _nobody_reads(error: Exception) -> bool:
    """Whether whoever reads what is printed has seen enough, and closed the pipe."""
    on_windows = isinstance(error, OSError) and error.errno == errno.EINVAL and not error.filename
    return isinstance(error, BrokenPipeError) or (sys.platform == "win32" and on_windows)


def _print_the_rest() -> None:
    """Print what is held back; what nobody reads goes nowhere, or Python would complain of it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _print_whatever_comes() -> None:
    """A rare character of a name must not end a command where the system's encoding lacks it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _parser() -> Parser:
    parser = top_parser()
    verbs = parser.add_subparsers(required=True, metavar="命令")
    _verb(verbs, "templates", _templates, "列出各类工会的模板")
    indicators = _verb(verbs, "indicators", _indicators, "列出一个模板的全部指标")
    indicators.add_argument("template", metavar="TEMPLATE")
    new = _verb(verbs, "new", _new, "用答案文件新建一份草稿", json=False)
    new.add_argument("answers", metavar="ANSWERS.toml", type=Path)
    _verb(verbs, "drafts", _drafts, "列出草稿")
    source = "答案文件，或草稿的编号"
    _verb(verbs, "check", _check, "检查").add_argument("source", metavar="SOURCE", help=source)
    usual = " 和 ".join(each.name for each in _USUAL)
    papers = _verb(verbs, "export", _export, f"出稿（不指明时 {usual} 都写）")
    papers.add_argument("source", metavar="SOURCE", help=source)
    papers.add_argument("--to", metavar="DIR", type=Path, required=True, help="存放文稿的文件夹")
    papers.add_argument(
        "--edition",
        choices=list(Edition),
        default=Edition.REPORT,
        help="版本：report 上报，public 公示（遮住个人信息），file 存档",
    )
    papers.add_argument(
        "--base", metavar="FILE.docx", type=Path, help="本单位的版式文件：用它的信头、边距和样式"
    )
    for each in _FORMATS:
        told = f"写{each.traits.content}（{each.name}）"
        papers.add_argument(f"--{each.name.lower()}", action="store_true", help=told)
    packed = _verb(verbs, "pack", _pack, "把一份草稿存成一个文件（.ghzj），交给同事或带走")
    packed.add_argument("draft", metavar="DRAFT", help="草稿的编号")
    packed.add_argument("--to", metavar="DIR", type=Path, required=True, help="存放文件的文件夹")
    read = _verb(verbs, "numbers", _numbers, "读出一份文稿里的数字：哪些是数据，数的是什么")
    read.add_argument("file", metavar="FILE", type=Path, help="文稿：.docx 或 .txt")
    proofs.add(partial(_verb, verbs), _print_json)
    backups.add(partial(_verb, verbs), _print_rows)
    texts.add(partial(_verb, verbs), _print_json)
    return parser


def _verb(
    verbs: "argparse._SubParsersAction[Parser]",
    name: str,
    verb: Verb,
    summary: str,
    *,
    json: bool = True,
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=summary, description=summary)
    parser.set_defaults(verb=verb)
    if json:
        parser.add_argument("--json", action="store_true", help="输出 JSON")
    return parser


def _templates(chosen: argparse.Namespace) -> int:
    found = [template.load(id_) for id_ in template.available()]
    rows: list[dict[str, Json]] = [
        {"id": each.id, "name": each.name, "version": each.version} for each in found
    ]
    return _print_rows(chosen, "templates", rows)


def _indicators(chosen: argparse.Namespace) -> int:
    rows: list[dict[str, Json]] = [
        {
            "id": indicator.id,
            "section": section.id,
            "item": item.id,
            "name": indicator.name,
            "unit": indicator.unit,
            "kind": indicator.kind,
            "derived": indicator.derive is not None,
        }
        for section in template.load(chosen.template).sections
        for item in section.items
        for indicator in item.indicators
    ]
    return _print_rows(chosen, "indicators", rows)


def _new(chosen: argparse.Namespace) -> int:
    given = _load_answers(chosen.answers)
    print(begin(store(to_write=True), given.template.id, given.changes))
    return 0


def _drafts(chosen: argparse.Namespace) -> int:
    rows: list[dict[str, Json]] = [
        {
            "id": row.id,
            "kind": row.summary.kind,
            "unit": row.summary.unit,
            "year": row.summary.year,
            "filled": row.summary.filled,
            "asked": row.summary.asked,
            "edited_at": row.edited_at,
        }
        for row in store().drafts()
    ]
    return _print_rows(chosen, "drafts", rows)


def _check(chosen: argparse.Namespace) -> int:
    session = _session(chosen.source)
    found = session.figures if session else _figures_of_answers(chosen.source)
    findings = check(found)
    _print_outcome(chosen, found, findings, Written(()))
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _export(chosen: argparse.Namespace) -> int:
    session = _session(chosen.source)
    found = session.figures if session else _figures_of_answers(chosen.source)
    history = session.history_lines() if session else ()
    paper = paper_of(found, Edition(chosen.edition), session.id if session else "", history)
    source = session.id if session else os.path.abspath(chosen.source)  # noqa: PTH100
    with backups.record(source) as record:
        written = export(
            paper,
            chosen.to,
            tuple(_formats(chosen)) or _USUAL,
            base=chosen.base,
            draw=chosen.draw,
            record=record,
        )
    if session:
        with suppress(StoreError):  # the papers are there, whether it can be noted or not
            session.note_written()
    _print_outcome(chosen, found, check(found), written)
    _print_kept(written.kept)
    if chosen.pdf and chosen.base:
        _print_what_a_pdf_lacks(chosen.base)
    for each in paper.masked:
        print(f"已遮住“{each.found}”→“{each.shown}”（{each.where}）", file=sys.stderr)
    if paper.edition is Edition.PUBLIC:
        print(WHAT_IS_MASKED, file=sys.stderr)
    return 0


def _pack(chosen: argparse.Namespace) -> int:
    drafts = store()
    name = file_name(draft_name(drafts.listing(chosen.draft)))
    make_folder(chosen.to)
    path = chosen.to / f"{name}{exchange.SUFFIX}"
    kept = exchange.save(drafts, chosen.draft, path)
    if chosen.json:
        _print_json({"files": [{"file": str(path)}], "kept": [_kept_row(each) for each in kept]})
    else:
        print(path)
    _print_kept(kept)
    return 0


def _numbers(chosen: argparse.Namespace) -> int:
    from unionapp.cli import numbers

    reading = numbers.numbers_of(chosen.file)
    if chosen.json:
        _print_json(numbers.json_of(reading))
        return 0
    return _print_rows(chosen, "numbers", numbers.rows_of(reading))


def _print_kept(kept: Iterable[Kept]) -> None:
    """Say what stood where something was written, and what it is called now."""
    for each in kept:
        print(each.message, file=sys.stderr)


def _formats(chosen: argparse.Namespace) -> Iterator[FileFormat]:
    """What was asked for by name."""
    return (each for each in _FORMATS if getattr(chosen, each.name.lower()))


def _print_what_a_pdf_lacks(base: Path) -> None:
    """Say what of an office's own base stands in the Word document alone, as the window does."""
    if lacks := typography_of(read_office_file(base)).not_followed:
        print(lacks, file=sys.stderr)


def _session(source: str) -> Session | None:
    """The draft with that id, or none where it is an answers file."""
    return None if _is_file(source) else Session(store(), source)


def _figures_of_answers(source: str) -> Figures:
    given = _load_answers(Path(source))
    return figures(changed(Draft(given.template), given.changes))


def _is_file(source: str) -> bool:
    return source.endswith(".toml") or is_there(Path(source))


def _load_answers(path: Path) -> answers.Answers:
    given = answers.load(path)
    for notice in given.notices:
        print(notice, file=sys.stderr)
    return given


def _print_outcome(
    chosen: argparse.Namespace,
    found: Figures,
    findings: tuple[Finding, ...],
    written: Written,
) -> None:
    """What was written and what is kept beside it, what is blank and what was found."""
    if chosen.json:
        _print_json(
            {
                "files": [str(file) for file in written.files],
                "kept": [_kept_row(kept) for kept in written.kept],
                "blank": list(found.blank()),
                "findings": [_finding_row(finding) for finding in findings],
            }
        )
        return
    for file in written.files:
        print(f"已写出：{file}")
    names = [found.indicators[id_].name for id_ in found.blank()]
    print(f"待填 {len(names)} 项" + (f"：{'、'.join(names)}" if names else ""))
    for finding in findings:
        print(f"{_SEVERITIES[finding.severity]}：{finding.message}")


def _kept_row(kept: Kept) -> dict[str, Json]:
    return {"file": str(kept.path), "kept_as": str(kept.beside), "message": kept.message}


def _finding_row(finding: Finding) -> dict[str, Json]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "where": finding.where.id,
    }


def _print_rows(chosen: argparse.Namespace, key: str, rows: Iterable[Mapping[str, Json]]) -> int:
    if chosen.json:
        _print_json({key: [dict(row) for row in rows]})
        return 0
    for row in rows:
        print("\t".join(str(cell) for cell in row.values()))
    return 0


def _print_json(content: Mapping[str, Json]) -> None:
    whole = sys.stdout.encoding.lower().startswith("utf")
    print(json.dumps(content, ensure_ascii=not whole, indent=2))
