"""`unionapp-cli numbers`: what is read of a paper, printed and as JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.reading.scoring import PAPERS
from tests.support.places import HOUSE
from unionapp.cli import main


def test_numbers_are_printed_with_what_they_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "总结.txt"
    path.write_text("2025年，慰问职工20余人次。", encoding="utf-8")
    assert main(["numbers", str(path)]) == 0
    assert capsys.readouterr().out == "2025年\t-\tyear\n20余人次\t20余人次\t慰问职工\n"


def test_what_cannot_be_seen_parts_no_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "总结.txt"
    path.write_text("慰问职工1\u200b20\ufeff人，⼆⼗户。", encoding="utf-8")
    assert main(["numbers", str(path)]) == 0
    assert capsys.readouterr().out == "120人\t120人\t慰问职工\n二十户\t20户\t职工\n"


@pytest.mark.parametrize("suffix", [".txt", ".docx"])
def test_json_has_the_text_and_every_place_in_it(
    suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["numbers", str(PAPERS / f"b06{suffix}"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"text", "numbers", "relations"}
    for number in told["numbers"]:
        start, end = number["span"]
        assert told["text"][start:end] == number["text"]
        of_figure = {"value", "unit", "qualifier", "name"}
        assert set(number) - {"most"} - {"span", "text", "figure"} == (
            of_figure if number["figure"] else {"why"}
        )
    assert {"value": "612", "unit": "人", "qualifier": "", "name": "教职工"}.items() <= next(
        each for each in told["numbers"] if each["text"] == "612人"
    ).items()


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["numbers", str(tmp_path / "没有.docx")]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("。")) == ("", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
@pytest.mark.parametrize("json_too", [[], ["--json"]])
def test_a_pipe_that_closes_early_ends_it_quietly(json_too: list[str]) -> None:
    command = [sys.executable, "-m", "unionapp.cli", "numbers", str(PAPERS / "c09.txt"), *json_too]
    running = subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait() == 0
