"""What every test stands on: a data folder of its own, and the same fonts on every machine."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# LibreOffice and Qt read this once, when they start, so it is set before any test runs.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))

# A busy machine is no defect: no example is judged by how long it took.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the drafts and settings of the person who runs it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("UNIONAPP_HOME", str(folder))
    return folder
