"""What is promised to people is held by tests, and says the numbers that the program keeps to."""

import re
from collections.abc import Mapping

import pytest
from pytestqt.qtbot import QtBot

from tests.support.places import HOUSE
from tests.ui.support.started import shown
from ui.desk import hold
from ui.panels import help as help_panel
from unionapp.storage import DraftStore
from unionapp.storage.backup import retention
from unionapp.system import log, worker

# Each promise by its first words, and tests that fail when it is not kept.
HELD: Mapping[str, tuple[str, ...]] = {
    "写下的字，1 秒之内存到磁盘上": (
        "tests/ui/desk/test_hold.py::test_it_is_saved_though_typing_never_pauses",
        "tests/ui/desk/test_hold.py::test_what_is_said_to_be_saved_is_what_was_typed_until_then",
    ),
    "存不上，马上说；写下的字不丢": (
        "tests/ui/window/test_saving_fails.py"
        "::test_a_failure_to_save_is_told_until_it_is_over_and_nothing_is_lost",
        "tests/ui/window/test_saving_fails.py"
        "::test_what_could_not_be_saved_is_put_into_a_file_with_the_whole_draft",
    ),
    "磁盘满了、只读了，草稿照样打得开": (
        "tests/core/storage/test_unwritable.py"
        "::test_drafts_are_read_with_their_last_edits_and_nothing_is_written_beside_them",
        "tests/core/storage/test_unwritable.py"
        "::test_drafts_are_carried_away_as_a_file_and_as_a_backup",
        "tests/ui/start/test_unwritable.py"
        "::test_a_draft_is_opened_and_what_is_typed_is_held_and_saved_as_soon_as_there_is_room",
    ),
    "上次没有正常关闭，下次打开会说一声": (
        "tests/ui/runtime/test_ending.py"
        "::test_after_a_kill_the_next_start_says_which_draft_was_written_and_that_all_is_there",
    ),
    "遇到没有料到的问题，草稿不受影响": (
        "tests/ui/window/test_saving_fails.py"
        "::test_an_error_that_nobody_foresaw_is_told_once_and_what_was_typed_is_saved_behind_it",
        "tests/ui/runtime/test_app.py"
        "::test_what_went_wrong_can_be_copied_without_anything_personal",
    ),
    "备份读得回来才算数": (
        "tests/core/storage/backup/test_backups.py::test_once_a_day_is_enough",
        "tests/core/storage/backup/test_backups.py"
        "::test_a_backup_that_is_killed_leaves_nothing_that_counts",
        "tests/core/storage/backup/test_retention.py"
        "::test_all_of_the_last_seven_days_stay_and_all_of_a_wrong_clock",
    ),
    "找回草稿，现有的一个字也不改": (
        "tests/core/storage/backup/test_backups.py"
        "::test_drafts_come_back_as_new_ones_and_nothing_is_overwritten",
    ),
    "撤销可以一直退回去": (
        "tests/core/storage/sessions/test_session.py::test_undo_and_redo_go_on_after_a_restart",
        "tests/core/storage/sessions/test_session.py::test_undo_of_everything_ends_quietly",
    ),
    "两个窗口写同一份草稿，两边写的都在": (
        "tests/core/storage/sessions/test_two_windows.py"
        "::test_both_end_with_one_history_and_no_edit_of_either_is_missing",
        "tests/core/storage/sessions/test_two_windows.py"
        "::test_what_both_have_changed_is_kept_twice_and_both_learn_of_it",
    ),
    "写着的时候草稿文件被移走、删掉、截短，写下的照样在": (
        "tests/core/storage/sqlite/test_renewal.py"
        "::test_what_is_saved_after_files_went_away_is_there_with_the_whole_history",
        "tests/core/storage/sqlite/test_renewal.py"
        "::test_what_is_saved_after_files_were_cut_off_is_there_as_it_stands",
        "tests/core/storage/test_missing.py"
        "::test_a_file_that_went_away_or_was_emptied_is_told_with_the_way_back",
    ),
    "别的程序占着草稿文件，不耽误打字": (
        "tests/ui/desk/test_busy.py"
        "::test_what_is_typed_meanwhile_is_saved_when_the_store_is_free_without_another_key",
        "tests/ui/desk/test_busy.py::test_a_store_that_is_held_for_long_is_told_once",
    ),
    "出稿要么写全，要么一个旧文件也不动": (
        "tests/core/system/test_files.py"
        "::test_a_full_disk_leaves_the_old_paper_and_nothing_half_written",
    ),
    "您改过的文稿不会被盖掉": (
        "tests/core/writers/test_corrected_papers.py"
        "::test_a_sentence_added_to_a_written_paper_is_there_after_the_next_writing",
        "tests/core/system/test_kept.py::test_a_corrected_paper_survives_whatever_step_is_the_last",
    ),
    "别人的文件弄不坏草稿": (
        "tests/core/system/test_worker.py::test_a_process_that_does_not_end_is_killed",
        "tests/core/system/test_worker.py::test_a_process_gets_no_more_memory_than_it_may_have",
    ),
    "别的账户看不到": (
        "tests/core/storage/test_two_accounts.py"
        "::test_nobody_else_can_read_drafts_settings_or_backups",
        "tests/core/system/test_log.py::test_only_its_owner_reads_the_log_and_the_one_before_it",
    ),
    "日志里没有姓名，也没有草稿的内容": (
        "tests/core/system/test_log.py"
        "::test_an_error_is_noted_by_kind_and_place_and_never_by_what_it_says",
        "tests/core/system/test_log.py"
        "::test_a_long_log_becomes_the_former_one_and_never_more_than_two_are_kept",
    ),
}

# Each number of the page as it would have to be written today.
NUMBERS = {
    "1 秒": f"{-(-hold.LONGEST // 1000)} 秒",
    "7 天": f"{retention._ALL} 天",
    "0.5 MB": f"{log.LONGEST / 1e6:g} MB",
    "10 秒": f"{worker.MOST_SECONDS:g} 秒",
    "512 MB": f"{worker.MOST_MEMORY // 2**20} MB",
}


def sections() -> tuple[str, str]:
    _, promised, not_promised = help_panel.promises().split("\n## ")
    return promised, not_promised


def test_each_promise_is_held_by_tests() -> None:
    promised, _ = sections()
    assert set(re.findall(r"^- \*\*(.+?)。\*\*", promised, re.MULTILINE)) == set(HELD)
    assert promised.count("\n- ") == len(HELD)


@pytest.mark.parametrize("test", [test for tests in HELD.values() for test in tests])
def test_what_holds_a_promise_is_there(test: str) -> None:
    file, name = test.split("::")
    assert f"\ndef {name}(" in (HOUSE / file).read_text("utf-8")


def test_the_numbers_are_those_of_the_program() -> None:
    found = set(re.findall(r"[\d.]+ (?!U 盘)\w+?(?=[^A-Za-z]|$)", help_panel.promises()))
    assert found == set(NUMBERS)
    assert {number: NUMBERS[number] for number in found} == {number: number for number in found}


def test_what_is_not_promised_is_said_as_plainly() -> None:
    _, not_promised = sections()
    assert not_promised.count("\n- **") >= 5


def test_help_has_the_page_and_the_readme_leads_to_it(qtbot: QtBot, store: DraftStore) -> None:
    window = shown(qtbot, store)
    window.panels.show_help()
    panel = window.findChild(help_panel.HelpPanel)
    assert isinstance(panel, help_panel.HelpPanel)
    assert panel.promises.toPlainText().startswith("保证什么，不保证什么")
    assert "(resources/manual/promises.md)" in (HOUSE / "README.md").read_text("utf-8")
