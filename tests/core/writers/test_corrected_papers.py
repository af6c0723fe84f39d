"""A paper that somebody has corrected is never written over, in whatever form and edition."""

import importlib
import sqlite3
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.support.offices import office_base
from tests.support.samples import WHO, filled, value
from unionapp.paper import Document, Edition, Paper, paper_of
from unionapp.storage import DraftStore, PaperRecord, open_store, record_of
from unionapp.storage.sessions import begin
from unionapp.storage.sqlite import FILE_NAME
from unionapp.system import data_folder
from unionapp.writers import FileFormat, Written, export

SENTENCE = "秘书长改的一句话。"


def of(found: str) -> Paper:
    """A paper of other figures, under the same name."""
    return paper_of(filled(**WHO, found=found))


def drawn(document: Document, _base: bytes | None) -> bytes:
    return b"%PDF " + document.title.encode()


@pytest.fixture
def store() -> DraftStore:
    return open_store(data_folder())


@pytest.fixture
def draft(store: DraftStore) -> str:
    return begin(store, "school", [value("unit", "甲校工会")])


def written(
    folder: Path,
    record: PaperRecord,
    *formats: FileFormat,
    paper: Paper | None = None,
    base: Path | None = None,
) -> Written:
    """What comes of writing a paper, in Word alone where nothing is said."""
    forms = formats or (FileFormat.DOCX,)
    return export(paper or of("1"), folder, forms, base=base, draw=drawn, record=record)


def corrected(file: Path) -> bytes:
    """Add a sentence, as in Word; what is in the file from then on."""
    paper = docx.Document(str(file))
    paper.add_paragraph(SENTENCE)
    stream = BytesIO()
    paper.save(stream)
    file.write_bytes(stream.getvalue())
    return stream.getvalue()


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_sentence_added_to_a_written_paper_is_there_after_the_next_writing(
    tmp_path: Path, store: DraftStore, draft: str
) -> None:
    folder, record = tmp_path / "文稿", PaperRecord(store, draft)
    (file,) = written(folder, record).files
    content = corrected(file)
    (kept,) = written(folder, record).kept
    day = datetime.now()
    assert kept.beside.name.startswith(f"红星厂工会2022年度工作总结（改过的 {day.month}月")
    assert kept.beside.read_bytes() == content
    assert SENTENCE not in [each.text for each in docx.Document(str(file)).paragraphs]
    assert names(folder) == sorted([file.name, kept.beside.name])
    assert written(folder, record).kept == ()


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("with_base", [False, True])
def test_papers_of_all_kinds_are_replaced_as_long_as_they_are_ours_and_kept_when_not(
    tmp_path: Path, store: DraftStore, draft: str, edition: Edition, *, with_base: bool
) -> None:
    base = tmp_path / "版式.docx" if with_base else None
    if base:
        base.write_bytes(office_base())
    paper = paper_of(filled(**WHO, found="118"), edition)
    folder, record = tmp_path / "文稿", PaperRecord(store, draft)
    for _ in range(2):
        first = written(folder, record, *FileFormat, paper=paper, base=base)
        assert first.kept == ()
        assert len(names(folder)) == 3
    for file in first.files:
        file.write_bytes(file.read_bytes() + b" ")
    again = written(folder, record, *FileFormat, paper=paper, base=base)
    assert [kept.path for kept in again.kept] == list(first.files)
    assert all(kept.beside.read_bytes().endswith(b" ") for kept in again.kept)


def test_what_another_draft_or_an_older_build_wrote_is_kept_and_not_called_corrected(
    tmp_path: Path, store: DraftStore, draft: str
) -> None:
    other = begin(store, "school", [])
    (file,) = written(tmp_path / "文稿", PaperRecord(store, other)).files
    (kept,) = written(tmp_path / "文稿", PaperRecord(store, draft), paper=of("2")).kept
    assert "（原有的 " in kept.beside.name
    (back,) = written(tmp_path / "文稿", PaperRecord(store, other), paper=of("3")).kept
    assert "（改过的 " in back.beside.name  # it is not as this draft wrote it
    (unknown,) = written(tmp_path / "文稿", PaperRecord(), paper=of("4")).kept
    assert "（原有的 " in unknown.beside.name
    assert len(names(file.parent)) == 4


def test_the_folder_may_be_written_in_another_way(
    tmp_path: Path, store: DraftStore, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    record = PaperRecord(store, draft)
    for folder in (tmp_path / "文稿", Path("文稿"), tmp_path / "别处" / ".." / "文稿"):
        (tmp_path / "别处").mkdir(exist_ok=True)
        assert written(folder, record).kept == ()
    assert len(names(tmp_path / "文稿")) == 1


class EndedError(BaseException):
    """The program is ended."""


@pytest.mark.parametrize("step", ["knowing", "note_coming", "put_all", "note_written"])
def test_wherever_the_program_is_ended_a_paper_of_ours_is_not_taken_for_a_corrected_one(
    tmp_path: Path, store: DraftStore, draft: str, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def end(*_: object) -> None:
        raise EndedError

    record = PaperRecord(store, draft)
    written(tmp_path / "文稿", record)
    with monkeypatch.context() as patched:
        place = importlib.import_module("unionapp.writers.export")
        patched.setattr(place if step == "put_all" else PaperRecord, step, end)
        with pytest.raises(EndedError):
            written(tmp_path / "文稿", record, paper=of("2"))
    assert written(tmp_path / "文稿", record, paper=of("3")).kept == ()
    assert len(names(tmp_path / "文稿")) == 1


def test_papers_are_written_and_kept_where_the_drafts_can_not_be_opened(
    tmp_path: Path, store: DraftStore, draft: str
) -> None:
    (file,) = written(tmp_path / "文稿", PaperRecord(store, draft)).files
    content = corrected(file)
    store.close()
    for each in data_folder().iterdir():
        each.unlink()
    (data_folder() / FILE_NAME).write_bytes(b"no drafts at all" * 999)
    with record_of(draft) as record:
        (kept,) = written(tmp_path / "文稿", record).kept
    assert kept.beside.read_bytes() == content


def test_spoiled_rows_are_passed_over_and_what_they_stood_for_is_kept(
    tmp_path: Path, store: DraftStore, draft: str
) -> None:
    (file,) = written(tmp_path / "文稿", PaperRecord(store, draft)).files
    before = file.read_bytes()
    connection = sqlite3.connect(data_folder() / FILE_NAME)
    for spoiled in ("path = 7", "size = 'many'", "sha256 = x'00'", "at = x'ff'"):
        connection.execute(f"UPDATE paper SET {spoiled}")  # noqa: S608 - our own words
        connection.commit()
        assert store.papers(draft) == ()
    connection.close()
    (kept,) = written(tmp_path / "文稿", PaperRecord(store, draft), paper=of("2")).kept
    assert kept.beside.read_bytes() == before
    assert written(tmp_path / "文稿", PaperRecord(store, draft), paper=of("3")).kept == ()


def test_a_record_of_its_own_thread_knows_what_the_window_wrote(
    tmp_path: Path, store: DraftStore, draft: str
) -> None:
    with record_of(draft) as record:
        written(tmp_path / "文稿", record, *FileFormat)
    assert [paper.path.suffix for paper in store.papers(draft)] == [".docx", ".pdf", ".xlsx"]
    with record_of(draft) as record:
        assert written(tmp_path / "文稿", record, *FileFormat).kept == ()
