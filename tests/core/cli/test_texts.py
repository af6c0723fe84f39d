"""unionapp-cli clean, and output that nobody reads to its end."""

import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.places import CASES
from unionapp.cli import main
from unionapp.importing.letters import decoded
from unionapp.text import tidied

COPIED = "　　⼯会\u200b2025\x1e2026年。\r\n• 走访"
TOLD = (
    "已清除 1 个不可见字符；已把 1 个特殊的分隔符改成换行；已把 1 个特殊字符换成平常的"
    "；已去掉 1 处缩进；已去掉 1 个段前的符号\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "材料.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_is_printed_as_a_paste_would_bring_it_in(
    file: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    file.write_bytes(COPIED.encode(encoding))
    assert main(["clean", str(file)]) == 0
    out, err = capsys.readouterr()
    assert out == "工会2025\n2026年。\n走访\n"
    assert err == TOLD


def test_in_json_it_stands_with_what_was_done_and_with_its_lines_joined(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("全年新组建企业工会12家，发展会员1284人次，走访困难\n职工120户。", "utf-8")
    assert main(["clean", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "text": "全年新组建企业工会12家，发展会员1284人次，走访困难\n职工120户。",
        "removed": 0,
        "message": "",
        "joined": "全年新组建企业工会12家，发展会员1284人次，走访困难职工120户。",
    }


@pytest.mark.parametrize("content", [b"\xff\xff\xff\xff\xff", b"\x89PNG\r\n\0"])
def test_what_is_no_text_is_refused_in_one_sentence(
    file: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    file.write_bytes(content)
    assert main(["clean", str(file)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        f"认不出文件“{file.name}”的文字编码，或者它不是文字；"
        "请另存为 UTF-8 编码的 .txt 或者 .docx 再试。\n"
    )


def test_a_file_that_is_not_there_is_refused_in_one_sentence(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["clean", str(file)]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"打不开文件“{file.name}”（没有这个文件或文件夹），请检查")
    assert err.count("\n") == 1
    assert main(["clean", str(file.parent), "--json"]) == 2


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u202e（（（（", "9" * 1000, "🎉𠮷\ue000"])
def test_odd_texts_are_printed(file: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert main(["clean", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == tidied(text).text


def test_half_a_character_is_seen_to_be_lost(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes("工会\ud800".encode("utf-8", "surrogatepass"))
    assert main(["clean", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == "工会\ufffd"


@given(st.binary(max_size=60))
def test_whatever_stands_in_a_file_is_text_or_none(content: bytes) -> None:
    found = decoded(content)
    if found is not None:
        found[0].encode("utf-8")
        assert tidied(found[0]).text == tidied(tidied(found[0]).text).text


COMMANDS = (
    ["templates"],
    ["indicators", "subdistrict", "--json"],
    ["drafts"],
    ["check", str(CASES / "subdistrict.toml")],
    ["backups", "--json"],
    ["clean", str(CASES / "subdistrict.toml")],
    ["clean", "nowhere.txt"],
    ["-h"],
    ["export", "-h"],
    ["--version"],
    ["nonsense"],
)


@pytest.fixture
def closed() -> Iterator[io.TextIOWrapper]:
    """What leads to a reader that is gone."""
    reader, writer = os.pipe()
    os.close(reader)
    stream = io.TextIOWrapper(io.FileIO(writer, "w"), "utf-8", write_through=True)
    yield stream
    stream.close()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_output_that_nobody_reads_ends_quietly(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    closed: io.TextIOWrapper,
    command: list[str],
    stream: str,
) -> None:
    expected = _code_of(command)
    capsys.readouterr()
    monkeypatch.setattr(sys, stream, closed)
    assert _code_of(command) in {0, expected}
    sys.stdout.flush()
    sys.stderr.flush()
    assert "Traceback" not in "".join(capsys.readouterr())


def _code_of(command: list[str]) -> int:
    try:
        return main(command)
    except SystemExit as stop:
        return int(stop.code or 0)
