"""What desktops read, held together with the program; `make proof` shows that it builds."""

import argparse
import ast
import configparser
import importlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.support.places import HOUSE
from unionapp.cli.main import _parser
from unionapp.storage.sessions.exchange import SUFFIX

PACKAGING = HOUSE / "packaging"
MIME_TYPE = "application/x-ghzj"
MIME_NAMES = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}

PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]
METAINFO = etree.parse(PACKAGING / "linux" / "unionapp.metainfo.xml")
MIME = etree.parse(PACKAGING / "debian" / "unionapp.sharedmimeinfo")


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(delimiters=("=",), interpolation=None)
    parser.optionxform = str  # type: ignore[assignment]  # keys are told apart by case
    parser.read(PACKAGING / "linux" / "unionapp.desktop", "utf-8")
    return parser["Desktop Entry"]


def pinned(file: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", file.read_text("utf-8"), re.MULTILINE))


def test_the_menu_shows_the_program_in_chinese_and_in_english() -> None:
    entry = desktop_entry()
    assert entry["Name[zh_CN]"] == "工会年度总结"
    assert entry["Name"].isascii()


def test_the_menu_starts_the_program_with_the_file_that_was_double_clicked() -> None:
    entry = desktop_entry()
    program, argument = entry["Exec"].split()
    assert program in PROJECT["gui-scripts"]
    assert argument == "%f"
    assert entry["MimeType"] == f"{MIME_TYPE};"


def test_the_drafts_file_has_a_type_an_icon_and_a_chinese_name() -> None:
    kind = MIME.find("m:mime-type", MIME_NAMES)
    assert kind is not None
    assert kind.get("type") == MIME_TYPE
    glob = kind.find("m:glob", MIME_NAMES)
    icon = kind.find("m:icon", MIME_NAMES)
    assert glob is not None
    assert glob.get("pattern") == f"*{SUFFIX}"
    assert icon is not None
    assert (PACKAGING / "icons" / f"{icon.get('name')}.svg").exists()
    assert "工会年度总结草稿" in {each.text for each in kind}


def test_the_software_shop_names_the_same_programs_and_type() -> None:
    assert METAINFO.findtext("launchable") == "unionapp.desktop"
    assert METAINFO.findtext("provides/mediatype") == MIME_TYPE
    programs = {each.text for each in METAINFO.findall("provides/binary")}
    assert programs == {*PROJECT["scripts"], *PROJECT["gui-scripts"]}


def test_the_version_is_written_in_one_place() -> None:
    version = PROJECT["version"]
    names = [
        file.name
        for folder in ("deb", "debian", "linux")
        for file in (PACKAGING / folder).iterdir()
        if version in file.read_text("utf-8")
    ]
    assert names == []
    release = METAINFO.find("releases/release")
    assert release is not None
    assert release.get("version") == "@VERSION@"


def test_the_frozen_program_has_the_versions_that_are_tested() -> None:
    tested = pinned(HOUSE / "requirements.txt")
    frozen = pinned(PACKAGING / "requirements-freeze.txt")
    assert frozen["pyside6-essentials"] == tested["pyside6-essentials"]
    shared = frozen.keys() & tested.keys()
    assert {name: frozen[name] for name in shared} == {name: tested[name] for name in shared}


def test_the_frozen_program_leaves_out_no_part_of_qt_that_the_window_imports(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING / "windows"))
    imported = importlib.import_module("qt_parts").modules_of(HOUSE / "ui")
    spec = ast.parse((PACKAGING / "unionapp.spec").read_bytes())
    assigned = {
        node.targets[0].id: node.value
        for node in spec.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    modules = ast.literal_eval(assigned["unused_modules"])
    libraries = ast.literal_eval(assigned["unused_qt"])
    assert "QtDBus" in imported
    assert imported & {name.removeprefix("PySide6.") for name in modules} == set()
    assert imported & {name.replace("Qt6", "Qt") for name in libraries} == set()


def test_the_bill_of_materials_names_all_that_the_program_needs_with_its_licence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    bill = importlib.import_module("bill_of_materials")
    parts = [*bill.distributions(PACKAGING / "requirements-freeze.txt"), *bill.within_lxml()]
    named = {part.name: part for part in parts}
    needed = {re.split(r"[~<>=]", each)[0].lower() for each in PROJECT["dependencies"]}
    assert needed | {"shiboken6", "libxml2", "libxslt"} <= named.keys()
    assert not named.keys() & bill.TOOLS
    assert [part.name for part in parts if not (part.version and part.licence)] == []


def test_the_manual_page_knows_every_command() -> None:
    page = (PACKAGING / "linux" / "unionapp-cli.1").read_text("utf-8").replace("\\-", "-")
    usage = _parser().format_help()
    commands = re.findall(r"^    ([a-z]\w*)", usage, re.MULTILINE)
    assert "export" in commands
    assert [
        each for each in commands if not re.search(rf"^\.B[IR]? {each}\b", page, re.MULTILINE)
    ] == []


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """All long options of a parser and of its commands, but for the help that each of them has."""
    for action in parser._actions:
        yield from (each for each in action.option_strings if each.startswith("--"))
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from options(command)


def test_the_manual_page_and_the_parser_know_the_same_options() -> None:
    page = (PACKAGING / "linux" / "unionapp-cli.1").read_text("utf-8").replace("\\-", "-")
    known = set(options(_parser())) - {"--help"}
    assert {"--pdf", "--base", "--draft"} <= known
    assert set(re.findall(r"(?<![\w-])--[a-z]+", page)) == known
