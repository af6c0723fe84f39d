"""The licence: one text in two languages, named wherever the program is described."""

import importlib
import json
import re
import tomllib
from pathlib import Path

import pytest
from lxml import etree

from tests.support.places import HOUSE

NAME = "MulanPSL-2.0"
PACKAGING = HOUSE / "packaging"
LICENCE = HOUSE / "LICENSE"
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]


def paragraphs(file: Path) -> list[dict[str, str]]:
    """The paragraphs of a file of Debian's control format, without the texts under a field."""
    return [
        dict(re.findall(r"^([A-Z][\w-]*): *(.*)$", paragraph, re.MULTILINE))
        for paragraph in file.read_text("utf-8").split("\n\n")
    ]


@pytest.mark.parametrize(
    "told",
    [
        "木兰宽松许可证， 第2版",
        "您可以复制、使用、修改、分发其“贡献”，不论修改与否",
        "Mulan Permissive Software License，Version 2 (Mulan PSL v2)",
        "to reproduce, use, modify, or distribute its Contribution",
    ],
)
def test_the_licence_is_told_in_chinese_and_in_english(told: str) -> None:
    lines = LICENCE.read_text("utf-8")
    assert re.sub(r"\s", "", told) in re.sub(r"\s", "", lines)


def test_the_licence_has_all_its_sections_in_both_languages() -> None:
    text = LICENCE.read_text("utf-8")
    chinese, _, english = text.partition("Mulan Permissive Software License，Version 2\n")
    assert "条款结束" in chinese
    assert "END OF THE TERMS AND CONDITIONS" in english
    for half in (chinese, english):
        assert re.findall(r"^(\d)\. ", half, re.MULTILINE) == list("0123456")


def test_the_project_and_the_software_shop_name_the_licence() -> None:
    assert PROJECT["license"] == NAME
    assert PROJECT["license-files"] == [LICENCE.name]
    metainfo = etree.parse(PACKAGING / "linux" / "unionapp.metainfo.xml")
    assert metainfo.findtext("project_license") == NAME


def test_the_debian_package_names_the_licence_of_the_program_and_ends_where_its_text_goes() -> None:
    found = paragraphs(PACKAGING / "debian" / "copyright")
    (own,) = (each for each in found if each.get("Files") == "*")
    assert own["License"] == NAME
    assert found[-1] == {"License": NAME}
    assert "LICENSE) >debian/unionapp.copyright" in (PACKAGING / "debian" / "rules").read_text(
        "utf-8"
    )


def test_the_bill_of_materials_names_the_licence_of_the_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    bill = tmp_path / "bill.json"
    importlib.import_module("bill_of_materials").write([], "1.2.3", bill)
    program = json.loads(bill.read_text("utf-8"))["metadata"]["component"]
    assert program["licenses"] == [{"expression": NAME}]


def test_windows_gets_the_text_of_the_licence_and_a_notice_that_names_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    monkeypatch.syspath_prepend(str(PACKAGING / "windows"))
    tree = importlib.import_module("layout").Tree(tmp_path)
    importlib.import_module("materials").put_licences(tree, [])
    (text,) = (each for each in tree.licences.iterdir() if each.name.startswith("unionapp"))
    notice = (tree.licences / "notice.txt").read_text("utf-8")
    assert text.read_bytes() == LICENCE.read_bytes()
    assert NAME in notice
    assert text.name in notice


@pytest.mark.parametrize("word", ["木兰宽松许可证，第2版", "Mulan Permissive Software License"])
def test_the_readme_names_the_licence_in_both_languages(word: str) -> None:
    assert f"[{word}" in (HOUSE / "README.md").read_text("utf-8")


def test_nothing_says_that_there_is_no_licence() -> None:
    described = [
        PACKAGING / "debian" / "copyright",
        PACKAGING / "linux" / "unionapp.metainfo.xml",
        PACKAGING / "windows" / "notice.txt",
    ]
    denied = re.compile(r"all-rights-reserved|no licence|proprietary", re.IGNORECASE)
    assert [file.name for file in described if denied.search(file.read_text("utf-8"))] == []
