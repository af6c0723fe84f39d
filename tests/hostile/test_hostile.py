"""Hostile files and spoiled ones: each is read, or refused in one sentence, and harms nothing."""

import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from random import Random

import pytest

from tests.hostile import backups, drafts
from tests.hostile.paths import hostile_paths
from tests.hostile.readings import READ, READINGS, outcome
from unionapp.system.worker import process

MUTATIONS = 100

# What costs most, of each kind: the file, and what is said of it.
WORST = [
    ("workbooks", "3000 MB, of which 1,000 bytes are told", "损坏"),
    ("workbooks", "a billion laughs in xl/sharedStrings.xml", "不正常"),
    ("texts", "10 million quotation marks", READ),
    ("bases", "letters of 'nan'", "样式“公文标题”的字号、行距或缩进不合常理"),
    ("bases", "the page's width of '999999999'", "纸张大小、页边距或网格不合常理"),
    ("bases", "240,000 empty paragraphs", "展开后太大"),
    ("bases", "20,000 empty paragraphs", "标题上面有2000"),
    ("drafts", "3000 MB of blanks", "太大"),
    ("answers", "a template that leads out", "没有名叫"),
]


SOUND: Mapping[str, Callable[[], bytes]] = {
    "drafts": drafts.sound,
    "backups": backups.sound,
    "texts": lambda: "名称,人数\n焊工比武,120\n".encode(),
}


@pytest.mark.parametrize("name", READINGS)
def test_a_path_that_is_no_file_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    reading = READINGS[name]
    for what, path in hostile_paths(tmp_path, reading.suffix):
        if not os.path.isfile(path):  # noqa: PTH113 - it raises nothing
            assert outcome(partial(reading.ask, path)) != READ, what


@pytest.mark.skipif(sys.platform == "win32", reason="a name is always text there")
@pytest.mark.parametrize("name", ["drafts", "backups", "texts"])
def test_a_file_whose_name_is_no_text_is_read(name: str, tmp_path: Path) -> None:
    reading = READINGS[name]
    path = tmp_path / f"{os.fsdecode('总结'.encode('gbk'))}{reading.suffix}"
    path.write_bytes(SOUND[name]())
    assert outcome(partial(reading.ask, path)) == READ


@pytest.mark.parametrize(("name", "file", "told"), WORST)
def test_what_costs_most_is_refused_for_little(
    name: str, file: str, told: str, tmp_path: Path
) -> None:
    reading = READINGS[name]
    sample = next(each for each in reading.samples() if each.name.endswith(f": {file}"))
    path = tmp_path / f"表{reading.suffix}"
    path.write_bytes(sample.make())
    assert told in outcome(partial(reading.ask, path))


@pytest.mark.parametrize("name", ["drafts", "answers"])
def test_keys_of_many_parts_take_no_longer_than_they_may(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "LONGEST", 0.2)
    reading = READINGS[name]
    wanted = "1,000 keys of 500 parts"
    sample = next(each for each in reading.samples() if each.name.endswith(wanted))
    path = tmp_path / f"表{reading.suffix}"
    path.write_bytes(sample.make())
    assert "还没有读完" in outcome(partial(reading.ask, path))


@pytest.mark.parametrize("name", READINGS)
def test_a_spoiled_file_is_read_or_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    reading = READINGS[name]
    path = tmp_path / f"表{reading.suffix}"
    for content in reading.mutated(Random(name), MUTATIONS):  # noqa: S311 - the same each time
        outcome(partial(reading.here, content, path))


def test_a_backup_that_is_a_trap_is_read_or_refused_by_its_own_name(tmp_path: Path) -> None:
    reading = READINGS["backups"]
    path = tmp_path / f"表{reading.suffix}"
    for sample in reading.samples():
        if "30 MB" not in sample.name:
            came = outcome(partial(reading.here, sample.make(), path))
            assert came == READ or path.name in came, sample.name
