"""The log: kinds and places of what went wrong, for its owner alone, and nothing about persons."""

import threading
import warnings
from pathlib import Path

import pytest

from tests.support.places import HOUSE
from unionapp.system import data_folder, log

PERSONAL = "王某某患大病"


@pytest.fixture(autouse=True)
def _nothing_is_noted_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_noted", set())


def failed(error: Exception) -> Exception:
    """An error as it is caught, with the place where it came up."""
    try:
        raise error
    except Exception as caught:
        return caught


def failed_because_of(cause: Exception) -> Exception:
    try:
        try:
            raise cause
        except Exception as error:
            raise RuntimeError(PERSONAL) from error
    except RuntimeError as caught:
        return caught


def written() -> str:
    return (data_folder() / log.NAME).read_text("utf-8")


def test_an_error_is_noted_by_kind_and_place_and_never_by_what_it_says() -> None:
    noted = log.note_error(failed(ValueError(PERSONAL)))
    assert written() == noted
    assert "ValueError\n  test_log.py:" in noted
    assert PERSONAL not in noted
    assert str(HOUSE) not in noted


def test_what_an_error_came_from_is_noted_too() -> None:
    noted = log.note_error(failed_because_of(KeyError(PERSONAL)))
    assert noted.index("RuntimeError") < noted.index("from KeyError")
    assert PERSONAL not in noted


def test_an_error_of_endless_depth_fills_few_lines() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    assert len(log.note_error(caught.value).splitlines()) < 100


def test_only_its_owner_reads_the_log_and_the_one_before_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(log, "LONGEST", 50)
    log.note_error(failed(ValueError()))
    log.note_error(failed(KeyError()))
    files = [data_folder() / name for name in (log.NAME, log.FORMER_NAME)]
    assert [file.stat().st_mode & 0o077 for file in files] == [0, 0]


def test_a_long_log_becomes_the_former_one_and_never_more_than_two_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(log, "LONGEST", 50)
    for error in (ValueError(), KeyError(), IndexError()):
        log.note_error(failed(error))
    former = (data_folder() / log.FORMER_NAME).read_text("utf-8")
    assert "IndexError" in written()
    assert "KeyError" in former
    assert "ValueError" not in former + written()
    assert {each.name for each in data_folder().iterdir()} == {log.NAME, log.FORMER_NAME}


def test_what_comes_up_without_end_is_noted_once() -> None:
    for _ in range(100):
        log.note_once("QtWarningMsg", "QPainter::begin")
    log.note_once("QtWarningMsg", "QPainter::end")
    assert len(written().splitlines()) == 2


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("QPainter::begin: Paint device returned engine == 0", "QPainter::begin"),
        (f"Cannot open file 'D:/{PERSONAL}/a.png'", ""),
        (f"{PERSONAL}::begin", ""),
    ],
)
def test_of_a_message_of_qt_only_its_function_is_noted(message: str, named: str) -> None:
    assert log.function_named_in(message) == named


def test_warnings_and_errors_that_nobody_can_catch_are_noted_and_not_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Spoiled:
        def __del__(self) -> None:
            raise LookupError(PERSONAL)

    def fail() -> None:
        raise ZeroDivisionError(PERSONAL)

    with log.noting_warnings(), warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.showwarning(PERSONAL, UserWarning, "D:/a/b.py", 7)
        Spoiled()
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    text = written()
    assert "UserWarning b.py:7" in text
    assert "LookupError" in text
    assert "ZeroDivisionError" in text
    assert PERSONAL not in text
    assert capsys.readouterr() == ("", "")


def test_where_nothing_can_be_written_an_error_is_still_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("UNIONAPP_HOME", str(tmp_path / "file"))
    assert "ValueError" in log.note_error(failed(ValueError()))
    assert capsys.readouterr() == ("", "")
