"""A file parsed in a process of its own, which is killed when it takes too much."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest

from tests.hostile import workbooks
from tests.support.patience import PATIENCE
from tests.support.places import HOUSE
from unionapp import importing, writers
from unionapp.errors import SheetError
from unionapp.storage.sessions import exchange
from unionapp.system import worker
from unionapp.system.worker import (
    BrokenOffError,
    Reader,
    Reason,
    limits,
    process,
    read_apart,
)


@dataclass(frozen=True)
class Found:
    """What the readers of this file find."""

    text: str
    process: int = 0


def upper(content: bytes, name: str) -> Found:
    return Found(content.decode().upper() + name, os.getpid())


def refusing(_content: bytes, name: str) -> Found:
    raise SheetError(f"文件“{name}”读不了。")


def failing(content: bytes, _name: str) -> Found:
    raise KeyError(content.decode())


def dying(_content: bytes, _name: str) -> Found:
    os.kill(os.getpid(), 11)
    raise AssertionError


def endless(_content: bytes, _name: str) -> Found:
    while True:
        time.sleep(1)


def greedy(_content: bytes, _name: str) -> Found:
    return Found(str(len(bytearray(600 * 2**20))))


def talkative(_content: bytes, _name: str) -> Found:
    print("a library says something")
    return Found("it was not heard")


def lying(_content: bytes, _name: str) -> object:
    return {"text": 5, "process": "x"}


def swelling(_content: bytes, _name: str) -> Found:
    return Found("x" * (process.MOST_REPLY + 1))


def writing(_content: bytes, name: str) -> Found:
    Path(name).write_text("something", encoding="utf-8")
    return Found("written")


def reader(function: object) -> Reader[Found]:
    return Reader(__name__, getattr(function, "__name__", ""), Found)


@pytest.fixture(autouse=True)
def house(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process finds the functions of this file as it finds those of the program."""
    script = (
        f"import sys; sys.path[:0] = {sys.path!r}; "
        "from unionapp.system.worker import serve; sys.exit(serve())"
    )
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-I", "-c", script])


def broken_off(function: object) -> BrokenOffError:
    with pytest.raises(BrokenOffError) as caught:
        read_apart(reader(function), b"", "x")
    return caught.value


def test_what_is_read_apart_comes_back_as_its_own_type() -> None:
    found = read_apart(reader(upper), b"ab", "表")
    assert (found.text, found.process == os.getpid()) == ("AB表", False)


def test_each_file_has_a_process_of_its_own_which_may_have_been_started_before() -> None:
    worker.make_ready(reader(upper))
    worker.make_ready(reader(upper))
    [(_, ready)] = process._spare
    first = read_apart(reader(upper), b"", "")
    assert ready._process is not None
    assert first.process == ready._process.pid
    assert read_apart(reader(upper), b"", "").process != first.process
    assert process._spare == []


def test_a_process_that_is_not_needed_ends() -> None:
    worker.make_ready(reader(upper))
    [(_, ready)] = process._spare
    worker.dismiss()
    ready._thread.join()
    assert ready._process is None or ready._process.poll() is not None


def test_what_a_reader_says_of_a_file_is_told_by_the_same_error() -> None:
    with pytest.raises(SheetError, match="文件“表”读不了。"):
        read_apart(reader(refusing), b"", "表")


def test_an_error_of_the_reader_is_told_by_kind_and_place_without_the_files_words() -> None:
    error = broken_off(failing)
    assert error.reason is Reason.FAULT
    assert error.place.startswith("KeyError at test_worker.py:")


def test_a_process_that_dies_is_a_fault_of_the_file() -> None:
    assert broken_off(dying).reason is Reason.FAULT


def test_a_process_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "LONGEST", 0.1)
    assert broken_off(endless).reason is Reason.TIME


TIRELESS = """
from unionapp.system.worker import limits
limits.confine(0.1)
while True:
    pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there whoever starts the process holds it")
def test_a_process_that_computes_for_too_long_is_out_of_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended = subprocess.run([sys.executable, "-c", TIRELESS], cwd=HOUSE, check=False)
    assert ended.returncode == limits.TIME_IS_UP
    monkeypatch.setattr(process, "TIME_IS_UP", -signal.SIGSEGV)
    assert broken_off(dying).reason is Reason.TIME


def test_a_process_gets_no_more_memory_than_it_may_have() -> None:
    assert broken_off(greedy).reason is Reason.MEMORY


def test_what_comes_back_is_never_taken_on_trust() -> None:
    assert broken_off(lying).reason is Reason.FAULT
    assert broken_off(swelling).reason is Reason.FAULT


def test_a_process_writes_no_file_and_what_its_libraries_print_goes_nowhere(tmp_path: Path) -> None:
    assert read_apart(reader(talkative), b"", "").text == "it was not heard"
    with pytest.raises(BrokenOffError):
        read_apart(reader(writing), b"", str(tmp_path / "x"))


def test_a_file_is_read_here_where_no_process_can_be_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for command in ([str(tmp_path / "not there")], [sys.executable, "-c", "pass"]):
        monkeypatch.setattr(process, "command", lambda command=command: command)
        assert read_apart(reader(upper), b"ab", "").process == os.getpid()


def test_where_a_process_that_was_made_ready_has_died_another_one_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(process, "command", lambda: [sys.executable, "-c", "pass"])
        worker.make_ready(reader(upper))
        [(_, died)] = process._spare
        died._thread.join(PATIENCE)
    assert read_apart(reader(upper), b"ab", "").process != os.getpid()


def test_reading_ends_when_it_is_cancelled() -> None:
    class StoppedError(Exception):
        pass

    def stop() -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        read_apart(reader(endless), b"", "", stop)


def test_every_reader_of_the_program_is_where_it_is_said_to_be() -> None:
    for each in (importing.BOOKS, writers.bases(), exchange.DRAFT_FILES):
        assert callable(getattr(import_module(each.module), each.function))


def test_a_packaged_program_starts_its_command_line_in_the_place_of_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(sys, "executable", "/opt/unionapp/unionapp")
    assert process.command() == ["/opt/unionapp/unionapp-cli", worker.ARGUMENT]


def test_the_packaged_command_line_reads_one_file_when_it_is_told_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entry = HOUSE / "packaging" / "entries" / "command_line.py"
    monkeypatch.setattr(process, "command", lambda: [sys.executable, str(entry), worker.ARGUMENT])
    worker.make_ready(importing.BOOKS)
    [(_, started)] = process._spare
    book = read_apart(importing.BOOKS, workbooks.sound(), "表.xlsx")
    assert book.sheets[0].cell(2, 0) == "焊工比武"
    assert started._is_ready
