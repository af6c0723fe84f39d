"""unionapp-cli as it is called."""

import json
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.offices import LETTERHEAD, office_base, without_styles
from tests.support.places import CASES, HOUSE
from tests.support.samples import taken_in
from tests.support.written import docx_lines, docx_text
from unionapp import template as templates
from unionapp.cli import main
from unionapp.storage import Stage, open_store
from unionapp.storage.sqlite import FILE_NAME
from unionapp.system import data_folder, log

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_templates_are_listed(run: Run) -> None:
    code, out, _ = run("templates", "--json")
    listed = [row["id"] for row in json.loads(out)["templates"]]
    assert (code, listed) == (0, list(templates.available()))


def test_indicators_are_listed_with_all_that_describes_them(run: Run) -> None:
    _, out, _ = run("indicators", "subdistrict", "--json")
    rows = {row["id"]: row for row in json.loads(out)["indicators"]}
    assert rows["migrant_members_rate"]["derived"] is True
    assert set(rows["new_unions"]) == {"id", "section", "item", "name", "unit", "kind", "derived"}
    assert rows["new_unions"]["item"] == "membership"


def test_a_draft_put_in_the_store_can_be_listed_checked_and_exported(
    run: Run, tmp_path: Path
) -> None:
    _, id_, _ = run("new", str(CASES / "subdistrict.toml"))
    _, out, _ = run("drafts", "--json")
    assert [row["id"] for row in json.loads(out)["drafts"]] == [id_.strip()]
    code, out, _ = run("export", id_.strip(), "--to", str(tmp_path), "--docx", "--json")
    assert code == 0
    assert [Path(file).suffix for file in json.loads(out)["files"]] == [".docx"]


def test_a_paper_of_a_draft_names_it_and_one_of_an_answers_file_names_none(
    run: Run, tmp_path: Path
) -> None:
    source = str(CASES / "subdistrict.toml")
    _, id_, _ = run("new", source)
    texts = []
    for number, each in enumerate((id_.strip(), source)):
        run("export", each, "--to", str(tmp_path / str(number)), "--docx")
        (file,) = (tmp_path / str(number)).iterdir()
        with zipfile.ZipFile(file) as archive:
            texts.append(archive.read("docProps/custom.xml").decode())
    assert id_.strip() in texts[0]
    assert "gh_draft" not in texts[1]


@pytest.mark.parametrize("is_draft", [True, False], ids=["draft", "answers"])
def test_a_corrected_paper_is_kept_and_said_so_and_one_of_ours_is_replaced(
    run: Run, tmp_path: Path, *, is_draft: bool
) -> None:
    source = str(CASES / "subdistrict.toml")
    if is_draft:
        source = run("new", source)[1].strip()
    out = tmp_path / "out"
    command = ("export", source, "--to", str(out), "--docx", "--xlsx", "--json")
    for _ in range(2):
        _, told, err = run(*command)
        assert json.loads(told)["kept"] == []
        assert "没有覆盖" not in err
    paper = next(out.glob("*.docx"))
    corrected = paper.read_bytes() + b"corrected"
    paper.write_bytes(corrected)
    code, told, err = run(*command)
    (kept,) = json.loads(told)["kept"]
    assert (code, kept["file"]) == (0, str(paper))
    assert Path(kept["kept_as"]).read_bytes() == corrected
    assert kept["message"].startswith(f"《{paper.name}》写出后改过，没有覆盖，已改名保留为《")
    assert kept["message"] in err.splitlines()
    assert len(list(out.iterdir())) == 3


def test_what_was_exported_of_a_draft_is_known_to_the_list_of_drafts(
    run: Run, tmp_path: Path
) -> None:
    id_ = run("new", str(CASES / "subdistrict.toml"))[1].strip()
    run("export", id_, "--to", str(tmp_path), "--docx")
    (row,) = open_store(data_folder()).drafts()
    assert row.stage is Stage.WRITTEN


def test_a_paper_can_be_set_on_an_offices_own_base(run: Run, tmp_path: Path) -> None:
    base, out = tmp_path / "版式.docx", tmp_path / "out"
    base.write_bytes(office_base())
    arguments = ("export", str(CASES / "school.toml"), "--to", str(out), "--docx")
    assert run(*arguments, "--base", str(base))[0] == 0
    assert docx_lines(next(out.iterdir()))[0] == LETTERHEAD
    base.write_bytes(office_base(without_styles("表头")))
    code, _, err = run(*arguments, "--base", str(base))
    assert (code, "缺少样式“表头”" in err) == (2, True)


def test_a_draft_and_its_answers_file_give_the_same_report(run: Run) -> None:
    source = str(CASES / "factory-filled.toml")
    _, id_, _ = run("new", source)
    assert run("check", id_.strip(), "--json") == run("check", source, "--json")


def test_check_exits_1_only_when_there_is_an_error(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("check", str(CASES / "subdistrict.toml"), "--json")
    assert (code, json.loads(out)["files"]) == (0, [])
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(
        'template = "subdistrict"\n[indicators]\nnew_union_employees = 3\nnew_union_members = 4\n',
        encoding="utf-8",
    )
    assert run("check", str(wrong))[0] == 1


def test_without_json_the_report_is_for_people(run: Run, tmp_path: Path) -> None:
    _, out, _ = run("export", str(CASES / "subdistrict.toml"), "--to", str(tmp_path))
    assert "已写出" in out
    assert "待填" in out
    assert "提醒：“农民工数占职工数目标”" in out


BAD = ["not = toml = at all", 'template = "nobody"\n', 'template = "school"\n[indicators]\nx = 1\n']


@pytest.mark.parametrize("content", BAD)
def test_bad_input_is_one_chinese_sentence_exit_2_and_nothing_written(
    run: Run, tmp_path: Path, content: str
) -> None:
    source = tmp_path / "bad.toml"
    source.write_text(content, encoding="utf-8")
    code, out, err = run("export", str(source), "--to", str(tmp_path / "papers"))
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert err.endswith("。\n")
    assert not (tmp_path / "papers").exists()


def test_a_folder_that_can_not_be_written_to_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    target = str(tmp_path / "file" / "papers")
    code, _, err = run("export", str(CASES / "school.toml"), "--to", target)
    assert code == 2
    assert err.count("\n") == 1
    assert "papers" in err


def test_when_one_paper_can_not_be_written_none_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "城东初级中学工会2022年度工作总结附件.xlsx").mkdir()
    code, _, err = run("export", str(CASES / "school.toml"), "--to", str(tmp_path))
    assert code == 2
    assert "附件.xlsx" in err
    assert [file.suffix for file in tmp_path.iterdir() if file.is_file()] == []


def test_a_draft_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    code, _, err = run("export", "nobody", "--to", str(tmp_path))
    assert code == 2
    assert "nobody" in err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "缺少 命令"),
        (["bogus"], "命令 不能写 'bogus'"),
        (["export", "a.toml"], "缺少 --to"),
        (["export", "a.toml", "--to"], "--to 后面要写内容"),
        (["export", "a.toml", "--to", "b", "--edition", "x"], "--edition 不能写 'x'"),
        (["templates", "--nonsense"], "不认识 --nonsense"),
    ],
)
def test_a_command_that_is_not_understood_is_told_in_chinese(
    run: Run, arguments: list[str], reason: str
) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert f"写得不对（{reason}），请用" in err


def test_a_drafts_paper_for_the_file_tells_its_history(run: Run, tmp_path: Path) -> None:
    _, id_, _ = run("new", str(CASES / "school.toml"))
    _, out, _ = run("export", id_.strip(), "--to", str(tmp_path), "--edition", "file", "--json")
    assert "修改记录" in docx_text(Path(json.loads(out)["files"][0]))


def test_the_version_is_that_of_the_project(run: Run) -> None:
    project = tomllib.loads((CASES.parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    assert run("--version") == (0, f"工会年度总结 {project['version']}\n", "")


@pytest.mark.parametrize("arguments", [["-h"], ["export", "-h"], ["restore", "-h"]])
def test_help_is_in_chinese(run: Run, arguments: list[str]) -> None:
    code, out, _ = run(*arguments)
    assert code == 0
    assert out.startswith("写法：unionapp-cli")
    assert out.count("写法") == 1
    assert not [word for word in ("usage", "options", "positional", "show") if word in out]


def test_a_backup_is_made_listed_and_brought_back(run: Run, tmp_path: Path) -> None:
    _, id_, _ = run("new", str(CASES / "school.toml"))
    place = tmp_path / "U盘"
    code, out, _ = run("backup", "--to", str(place), "--json")
    (made,) = json.loads(out)["backups"]
    assert (code, Path(made["file"]).parent) == (0, place)
    assert json.loads(run("backups", "--json")[1])["backups"] == []  # lists where they usually go
    run("backup")
    (listed,) = json.loads(run("backups", "--json")[1])["backups"]
    assert Path(listed["file"]).parent != place
    code, out, _ = run("restore", made["file"], "--json")
    (back,) = json.loads(out)["drafts"]
    assert code == 0
    assert "（备份" in back["name"]
    kept = {row["file"] for row in json.loads(run("backups", "--json")[1])["backups"]}
    assert listed["file"] in kept
    assert run("check", back["id"], "--json") == run("check", id_.strip(), "--json")
    assert run("restore", made["file"], "--draft", id_.strip())[0] == 0
    assert len(json.loads(run("drafts", "--json")[1])["drafts"]) == 3


def test_a_backup_that_can_not_be_read_is_told(run: Run, tmp_path: Path) -> None:
    run("new", str(CASES / "school.toml"))
    (tmp_path / "a.ghbak").write_text("nothing")
    code, _, err = run("restore", str(tmp_path / "a.ghbak"))
    assert (code, err) == (
        2,
        "“a.ghbak”不是本程序的备份，或者已经损坏，请换一份备份；现有草稿没有改动。\n",
    )
    made = json.loads(run("backup", "--json")[1])["backups"][0]["file"]
    code, _, err = run("restore", made, "--draft", "nobody")
    assert code == 2
    assert "没有要找回的草稿" in err
    code, _, err = run("backup", "--to", str(tmp_path / "gone" / "folder"))
    assert code == 2
    assert err.startswith("备份没有做成：没有这个文件或文件夹")


def test_damaged_drafts_stand_in_nobodys_way_back_from_a_backup(run: Run, home: Path) -> None:
    run("new", str(CASES / "school.toml"))
    made = json.loads(run("backup", "--json")[1])["backups"][0]["file"]
    for each in home.glob(f"{FILE_NAME}*"):
        each.unlink()  # the journal too, which would heal it
    (home / FILE_NAME).write_bytes(b"damage" * 999)
    assert [row["file"] for row in json.loads(run("backups", "--json")[1])["backups"]] == [made]
    code, _, err = run("drafts")
    (aside,) = home.glob("drafts.damaged-*")
    assert code == 0
    assert f"移到了“{aside}”" in err
    assert f"最近一份好的备份是“{made}”" in err
    code, _, err = run("restore", made)
    assert (code, err) == (0, "")
    assert run("drafts")[2] == ""
    assert len(json.loads(run("drafts", "--json")[1])["drafts"]) == 1


def test_a_source_that_no_disk_could_hold_is_told(run: Run) -> None:
    code, _, err = run("check", "长" * 300)
    assert code == 2
    assert err.startswith("没有编号为")


def test_a_draft_is_put_into_a_file_that_becomes_a_draft_again(run: Run, tmp_path: Path) -> None:
    _, id_, _ = run("new", str(CASES / "school.toml"))
    code, out, _ = run("pack", id_.strip(), "--to", str(tmp_path / "U盘"), "--json")
    (packed,) = (Path(row["file"]) for row in json.loads(out)["files"])
    assert (code, packed.suffix, packed.parent) == (0, ".ghzj", tmp_path / "U盘")
    other = open_store(tmp_path)
    taken = taken_in(other, packed)
    assert other.drafts()[0].id == taken.id
    other.close()
    code, out, err = run("pack", "none", "--to", str(tmp_path))
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_an_unexpected_error_is_one_sentence_and_a_note_in_the_log_without_what_it_says(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("王某某")

    monkeypatch.setattr(sys.modules["unionapp.cli.main"], "check", fail)
    code, out, err = run("check", str(CASES / "school.toml"))
    assert (code, out) == (3, "")
    assert err.count("\n") == 1
    assert err.startswith("程序遇到了没有料到的问题")
    noted = (data_folder() / log.NAME).read_text("utf-8")
    assert "ZeroDivisionError" in noted
    assert "王某某" not in noted + err


def test_a_command_whose_reader_has_seen_enough_ends_in_silence() -> None:
    command = f"'{sys.executable}' -m unionapp.cli indicators subdistrict | head -1"
    done = subprocess.run(
        ["sh", "-c", command], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
