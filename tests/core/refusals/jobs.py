"""What the program does with files, each thing as a job that can be tried."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing, redirect_stderr, redirect_stdout
from datetime import datetime
from functools import cache
from io import StringIO

from tests.core.refusals.trying import Action, Job, Place
from tests.support.samples import WHO, filled, value
from unionapp.cli import main as command_line
from unionapp.errors import UnionAppError
from unionapp.paper import Document, Edition, paper_of
from unionapp.storage import open_drafts, record_of
from unionapp.storage.backup import backups, restoring, sentence_on_missing_drafts
from unionapp.storage.sessions import Session, exchange
from unionapp.storage.sqlite import FILE_NAME
from unionapp.system import FileContent, data_folder, log, settings
from unionapp.writers import FileFormat, finished, put_into

_YESTERDAY, _TODAY = datetime(2025, 12, 7, 9), datetime(2025, 12, 8, 9)

_OFFICES = (settings.Office("school", "甲校工会"), settings.Office("school", "乙校工会"))

# The start.


def _starting(_place: Place, _ending: ExitStack) -> Action:
    def start() -> None:
        settings.load()
        log.note_error(ValueError())
        store = open_drafts(data_folder(), missing=sentence_on_missing_drafts)
        try:
            assert len(store.drafts()) == 2
            assert store.renewal is None, store.renewal
            session = Session(store, store.drafts()[-1].id)
            session.edit(value("teachers", "121"))
        finally:
            store.close()

    return start


# Typing.


def _typing(_place: Place, ending: ExitStack) -> Action:
    store = ending.enter_context(closing(open_drafts(data_folder())))
    session = Session(store, store.drafts()[0].id)

    def type_() -> None:
        session.edit(value("teachers", "121"))

    return type_


def _typing_after_the_file_went(place: Place, ending: ExitStack) -> Action:
    action = _typing(place, ending)
    (place.home / FILE_NAME).unlink()
    return action


# A damaged file.


def _spoil(place: Place) -> None:
    file = place.home / FILE_NAME
    content = bytearray(file.read_bytes())
    content[100:116] = bytes(16)  # the root of the schema
    file.write_bytes(content)


def _starting_damaged(_place: Place, _ending: ExitStack) -> Action:
    def start() -> None:
        with closing(open_drafts(data_folder(), missing=sentence_on_missing_drafts)) as store:
            assert len(store.drafts()) == 2

    return start


# Settings.


def _remembering(_place: Place, _ending: ExitStack) -> Action:
    return lambda: settings.remember_office(_OFFICES[1])


def _look_at_settings(_place: Place, done: bool, _before: Mapping[str, bytes]) -> None:
    assert settings.load().office == _OFFICES[done]


# Backups.


def _backing_up(_place: Place, _ending: ExitStack) -> Action:
    return lambda: backups.take_daily(_TODAY)


def _look_at_backups(_place: Place, done: bool, _before: Mapping[str, bytes]) -> None:
    *new, old = [each.made for each in backups.found(_TODAY)]
    assert old == _YESTERDAY
    assert new or not done
    for each in backups.found(_TODAY):
        assert len(restoring.drafts_in(each.path)) == 2


def _restoring(_place: Place, ending: ExitStack) -> Action:
    store = ending.enter_context(closing(open_drafts(data_folder())))
    (backup,) = backups.found(_TODAY)

    def restore() -> None:
        if len(store.drafts()) > 2:
            return
        draft = restoring.drafts_in(backup.path)[0]
        restoring.bring_back(store, restoring.fetch(backup.path, draft))

    return restore


def _look_for_a_third(_place: Place, done: bool, _before: Mapping[str, bytes]) -> None:
    with closing(open_drafts(data_folder())) as store:
        found = [store.edits(row.id) for row in store.drafts()]
    assert len(found) in ((3,) if done else (2, 3))
    assert len({len(edits) for edits in found}) == 1
    assert len(backups.found(_TODAY)) == 1


# Papers.


def _drawn(document: Document, _base: bytes | None) -> bytes:
    return b"%PDF " + document.title.encode() + str(len(document.blocks)).encode()


def _papers(place: Place, edition: Edition, found: str) -> list[FileContent]:
    paper = paper_of(filled(**WHO, found=found), edition)
    return [finished(paper, place.papers, each, None, _drawn) for each in FileFormat]


def _write(files: list[FileContent]) -> None:
    with record_of("a draft") as record:
        put_into(files[0].path.parent, files, record)


def _writing(edition: Edition) -> Callable[[Place, ExitStack], Action]:
    @cache
    def papers(place: Place) -> list[FileContent]:
        return _papers(place, edition, "2")

    def ready(place: Place, _ending: ExitStack) -> Action:
        return lambda: _write(papers(place))

    return ready


def _correct(edition: Edition) -> Callable[[Place], object]:
    def prepare(place: Place) -> None:
        files = _papers(place, edition, "1")
        _write(files)
        for corrected in (files[0], files[-1]):
            corrected.path.write_bytes(corrected.content + b"corrected")

    return prepare


def _look_at_papers(place: Place, done: bool, before: Mapping[str, bytes]) -> None:
    after = place.files()
    if not done:
        assert after == before
        return
    corrected = {content for content in before.values() if content.endswith(b"corrected")}
    assert corrected <= set(after.values())
    kept = {name: content for name, content in after.items() if name not in before}
    assert set(kept.values()) == (corrected if before else set(kept.values()))
    assert len(kept) == (len(corrected) if before else len(FileFormat))
    assert not corrected & {after[name] for name in before}


# The file of a draft.


def _packing(place: Place, ending: ExitStack) -> Action:
    store = ending.enter_context(closing(open_drafts(data_folder())))
    place.papers.mkdir(exist_ok=True)
    id_ = sorted(row.id for row in store.drafts())[0]

    def pack() -> None:
        exchange.save(store, id_, place.papers / "甲校.ghzj")

    return pack


def _lay_down_file(place: Place) -> None:
    place.papers.mkdir()
    (place.papers / "甲校.ghzj").write_bytes(b"what a colleague sent: corrected")


def _look_at_file(place: Place, done: bool, before: Mapping[str, bytes]) -> None:
    after = place.files()
    if not done:
        assert after == before
        return
    assert set(before.values()) <= set(after.values())
    assert len(exchange.unpacked(after["甲校.ghzj"], "").edits) == 3
    assert len(after) == len(before) + 1


def _reading(place: Place, ending: ExitStack) -> Action:
    store = ending.enter_context(closing(open_drafts(data_folder())))
    known = exchange.known_files(store)
    return lambda: exchange.take_in(store, exchange.read(place.papers / "甲校.ghzj", known))


def _pack_first(place: Place) -> None:
    with ExitStack() as ending:
        _packing(place, ending)()


# The command line.


def _commanding(*words: str) -> Callable[[Place, ExitStack], Action]:
    def ready(place: Place, _ending: ExitStack) -> Action:
        with closing(open_drafts(data_folder())) as store:
            id_ = sorted(row.id for row in store.drafts())[0]
        backup = next((str(each.path) for each in backups.found()), "")
        named = {"ID": id_, "DIR": str(place.papers), "BACKUP": backup}
        return lambda: _command([named.get(word, word) for word in words])

    return ready


def _command(words: list[str]) -> None:
    out, told = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(told):
        code = command_line(words, _drawn)
    assert code in (0, 1, 2), f"{words[0]} ends in {code}"
    if code == 2:
        raise UnionAppError(told.getvalue().strip())


def _yesterday(_place: Place) -> None:
    backups.take(now=_YESTERDAY)


_EXPORT = ("export", "ID", "--to", "DIR", "--pdf")

JOBS: tuple[Job, ...] = (
    Job("start", _starting),
    Job("start, damaged", _starting_damaged, _spoil),
    Job("typing", _typing),
    Job("typing, file gone", _typing_after_the_file_went),
    Job(
        "settings",
        _remembering,
        lambda _: settings.remember_office(_OFFICES[0]),
        _look_at_settings,
    ),
    Job("backup", _backing_up, _yesterday, _look_at_backups),
    Job("restore", _restoring, _yesterday, _look_for_a_third),
    *(
        Job(
            f"papers, {edition}",
            _writing(edition),
            _correct(edition),
            _look_at_papers,
            is_long=edition is not Edition.REPORT,
        )
        for edition in Edition
    ),
    Job("first papers", _writing(Edition.REPORT), look=_look_at_papers),
    Job("pack", _packing, _lay_down_file, _look_at_file),
    Job("first pack", _packing, look=_look_at_file, is_long=True),
    Job("read", _reading, _pack_first),
    Job("unionapp-cli export", _commanding(*_EXPORT)),
    Job("unionapp-cli export all", _commanding(*_EXPORT, "--docx", "--xlsx"), is_long=True),
    Job("unionapp-cli pack", _commanding("pack", "ID", "--to", "DIR"), is_long=True),
    Job("unionapp-cli backup", _commanding("backup"), _yesterday, is_long=True),
    Job("unionapp-cli backups", _commanding("backups"), _yesterday),
    Job("unionapp-cli restore", _commanding("restore", "BACKUP"), _yesterday, is_long=True),
    Job("unionapp-cli drafts", _commanding("drafts")),
    Job("unionapp-cli check", _commanding("check", "ID"), is_long=True),
)
