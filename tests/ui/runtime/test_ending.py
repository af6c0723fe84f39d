"""How the program ends, and what the next start says of an end that was none."""

import signal
import subprocess
import sys
from pathlib import Path

from tests.ui.runtime.test_app import MAIN, in_a_process, run_with_file
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin

UNIT = EditPath(Slot.VALUE, "unit")

# Opens the draft, writes into a text that waits for a pause, and is told to end.
TOLD_TO_END = """
def write_and_wait():
    import os, signal
    from ui.editors.prose import NarrativeEditor
    (start,) = (each for each in QApplication.topLevelWidgets() if hasattr(each, "open_draft"))
    start.open_draft(start.browser.list.marked_draft().id)
    wizard = QApplication.activeWindow() or start._wizard
    wizard.go_to(wizard.desk.template.sections[1].items[0].id)
    editor = wizard.currentPage().findChildren(NarrativeEditor)[0]
    editor.edit.setFocus()
    editor.edit.textCursor().insertText("今年很好。")
    os.kill(os.getpid(), {signal})
"""

# The program as it runs: it has the lock, and saves.
KILLED = """
import os, signal, sys
from pathlib import Path
from ui.runtime import Instance
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import open_store
from unionapp.storage.sessions import Session

home = Path(sys.argv[1])
instance = Instance(home)
assert instance.is_first(None)
if len(sys.argv) > 2:
    Session(open_store(home), sys.argv[2]).edit(Change(EditPath(Slot.VALUE, "unit"), "乙校工会"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def begun(home: Path) -> str:
    home.mkdir()
    store = open_store(home)
    id_ = begin(store, "school", [Change(UNIT, "甲校工会")])
    store.close()
    return id_


def kill(home: Path, *draft: str) -> None:
    command = [sys.executable, "-c", KILLED, str(home), *draft]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL


def test_after_a_kill_the_next_start_says_which_draft_was_written_and_that_all_is_there(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    kill(home, begun(home))
    told = run_with_file(home)
    assert "上次没有正常关闭" in told
    assert "“乙校工会”最后一次修改是" in told
    assert "那以前写下的都在" in told
    assert "上次没有正常关闭" not in run_with_file(home)  # that one came to its end


def test_a_program_that_is_told_to_end_saves_what_is_held_and_comes_to_its_end(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    id_ = begun(home)
    script = TOLD_TO_END.replace("{signal}", "signal.SIGTERM") + MAIN.format(first="write_and_wait")
    ended = in_a_process(home, script)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert not (home / "running.lock").exists()
    store = open_store(home)
    answers = Session(store, id_).figures.draft.answers
    assert "今年很好。" in {typed for path, typed in answers.items() if path.slot is Slot.NARRATIVE}
    store.close()
