"""Each reader of the program, the hostile files for it, a sound one, and how it is asked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

from tests.hostile import backups, bases, drafts, papers, workbooks
from tests.hostile.archives import archived
from tests.hostile.samples import Sample, mutations
from tests.support.memory_store import MemoryStore
from tests.support.places import CASES
from unionapp import importing, writers
from unionapp.errors import UnionAppError
from unionapp.importing import answers
from unionapp.importing.prose import prose_of
from unionapp.importing.read import book_of
from unionapp.storage.backup import contents, restoring
from unionapp.storage.sessions import exchange
from unionapp.writers import docx

READ = "read"


@dataclass(frozen=True, slots=True)
class Reading:
    """A reader: what its files are called and made of, as the program asks it, and right here.

    `mutated` yields a sound file with something wrong in it, so many times.
    """

    suffix: str
    samples: Callable[[], Iterator[Sample]]
    mutated: Callable[[Random, int], Iterator[bytes]]
    ask: Callable[[Path], object]
    here: Callable[[bytes, Path], object]


def outcome(ask: Callable[[], object]) -> str:
    """What came of a file: it was read, or refused in a sentence of ours."""
    try:
        ask()
    except UnionAppError as error:
        sentence = str(error)
        assert sentence.endswith("。"), sentence
        return sentence
    return READ


def _packages(sound: bytes, part: str, chance: Random, times: int) -> Iterator[bytes]:
    """A package changed as it lies there, and one changed in a part before it was packed."""
    yield from mutations(sound, chance, times // 2)
    with ZipFile(BytesIO(sound)) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    for content in mutations(parts[part], chance, times - times // 2):
        yield archived({**parts, part: content})


def _workbooks(chance: Random, times: int) -> Iterator[bytes]:
    return _packages(workbooks.sound(), workbooks.SHEET, chance, times)


def _bases(chance: Random, times: int) -> Iterator[bytes]:
    part = chance.choice(("word/document.xml", "word/styles.xml"))
    return _packages(bases.sound(), part, chance, times)


def _drafts(chance: Random, times: int) -> Iterator[bytes]:
    yield from mutations(drafts.sound(), chance, times // 4)
    for content in mutations(drafts.unwrapped(), chance, times - times // 4):
        yield drafts.wrapped(content)


def _answers(chance: Random, times: int) -> Iterator[bytes]:
    return mutations((CASES / "school.toml").read_bytes(), chance, times)


def _backups(chance: Random, times: int) -> Iterator[bytes]:
    return mutations(backups.sound(), chance, times)


def _texts(chance: Random, times: int) -> Iterator[bytes]:
    return mutations("名称,人数\n“焊工,比武”,120\n".encode() * 20, chance, times)


def _bring_back_one(file: Path) -> None:
    """The drafts are listed and one is brought back, as in the window."""
    for kept in restoring.drafts_in(file)[:1]:
        restoring.bring_back(MemoryStore(), restoring.fetch(file, kept))


def _bring_back_here(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    for kept in contents.listed(contents.asked(file), file.name)[:1]:
        found = contents.handed_out(contents.asked(file, kept.row.id), file.name)
        restoring.bring_back(MemoryStore(), restoring.Fetched(found.draft, kept.name))


def _papers(chance: Random, times: int) -> Iterator[bytes]:
    return _packages(papers.sound(), papers.DOCUMENT, chance, times)


def _ask_of_base(file: Path) -> object:
    return writers.typography_of(writers.read_office_file(file))


READINGS = {
    "workbooks": Reading(
        ".xlsx",
        workbooks.hostile_workbooks,
        _workbooks,
        importing.read_book,
        lambda content, file: book_of(content, file.name),
    ),
    "texts": Reading(
        ".csv",
        workbooks.hostile_tables_of_text,
        _texts,
        importing.read_book,
        lambda content, file: book_of(content, file.name),
    ),
    "papers": Reading(
        ".docx",
        papers.hostile_papers,
        _papers,
        importing.read_prose,
        lambda content, file: prose_of(content, file.name),
    ),
    "bases": Reading(
        ".docx",
        bases.hostile_bases,
        _bases,
        _ask_of_base,
        lambda content, file: docx.tried(content, file.name),
    ),
    "drafts": Reading(
        ".ghzj",
        drafts.hostile_drafts,
        _drafts,
        exchange.read,
        lambda content, file: exchange.unpacked(content, file.name),
    ),
    "answers": Reading(
        ".toml",
        drafts.hostile_answers,
        _answers,
        answers.load,
        lambda content, file: answers.found_in(content, file.name),
    ),
    "backups": Reading(
        ".ghbak",
        backups.hostile_backups,
        _backups,
        _bring_back_one,
        _bring_back_here,
    ),
}
